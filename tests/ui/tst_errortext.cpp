// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/errortext.h"

#include <QTest>

#include <set>

using namespace expunge;
using namespace Qt::StringLiterals;

/// Every error has one sentence for people.
class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasASentenceThatNamesTheFile();
    void sentencesDiffer();
    void detailsStandInsideTheSentence();
    void contentMismatchNamesWhatItReallyIs();
    void aMissingFileNameLeavesNoHole();
};

namespace {

std::vector<base::ErrorCode> allCodes()
{
    std::vector<base::ErrorCode> codes;
    for (int i = 0; i <= static_cast<int>(base::ErrorCode::Internal); ++i) {
        codes.push_back(static_cast<base::ErrorCode>(i));
    }
    return codes;
}

}   // namespace

void TestErrorText::everyCodeHasASentenceThatNamesTheFile()
{
    for (const base::ErrorCode code : allCodes()) {
        const QString sentence = ui::errorSentence({code, u"letter.docx"_s, {}});
        QVERIFY2(sentence.contains(u"letter.docx"_s), qPrintable(base::errorName(code)));
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
        QVERIFY2(sentence.size() > 25, qPrintable(sentence));
        QVERIFY2(!sentence.contains(base::errorName(code)) || !base::errorName(code).contains(u'-'),
                 qPrintable(sentence));
    }
}

void TestErrorText::sentencesDiffer()
{
    std::set<QString> sentences;
    for (const base::ErrorCode code : allCodes()) {
        sentences.insert(ui::errorSentence({code, u"a"_s, {}}));
    }
    QCOMPARE(sentences.size(), allCodes().size());
}

void TestErrorText::detailsStandInsideTheSentence()
{
    for (const base::ErrorCode code : allCodes()) {
        const QString sentence = ui::errorSentence({code, u"a.docx"_s, u"word/odd.xml"_s});
        QVERIFY2(sentence.contains(u"word/odd.xml"_s), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u".."_s), qPrintable(sentence));
    }
}

void TestErrorText::contentMismatchNamesWhatItReallyIs()
{
    const QString sentence =
        ui::errorSentence({base::ErrorCode::ContentMismatch, u"a.docx"_s, u"PDF file"_s});
    QVERIFY(sentence.contains(u"PDF file"_s));
}

void TestErrorText::aMissingFileNameLeavesNoHole()
{
    for (const base::ErrorCode code : allCodes()) {
        const QString sentence = ui::errorSentence({code, {}, {}});
        QVERIFY2(!sentence.contains(u"“”"_s), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u"  "_s), qPrintable(sentence));
        QVERIFY2(sentence.at(0).isUpper(), qPrintable(sentence));
    }
}

QTEST_APPLESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
