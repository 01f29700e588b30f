// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/rewriting.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;

/// Two pages that differ in what is redacted alone are the same page afterwards.
class TestPdfSealed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairsBecomeEqual_data();
    void pairsBecomeEqual();
};

namespace {

struct Outcome
{
    QByteArray content;
    QString text;
    std::vector<pdf::Rect> boxes;
};

Outcome redacted(const QString &name, const QString &secret)
{
    testing::Rewriting rewriting(testing::pdfData(name));
    rewriting.read(0);
    const auto removal = rewriting.removalOf(secret, u"[NAME]"_s);
    if (removal.redactions.empty()) {
        QTest::qFail("the secret was not found", __FILE__, __LINE__);
    }
    Outcome outcome;
    outcome.boxes = rewriting.rewrite(removal).nowAt;
    outcome.content = rewriting.contentBytes(0);
    testing::Rewriting again(rewriting.bytes());
    again.read(0);
    outcome.text = testing::textOf(again.text());
    return outcome;
}

/// Strings as how long they are: codes of fonts that are cut in different ways differ.
QByteArray withoutCodes(const QByteArray &content)
{
    const pdf::ContentStream stream = pdf::readContent(content);
    QByteArray bytes;
    for (const pdf::Token &token : stream.tokens) {
        bytes += token.kind == pdf::TokenKind::String
                     ? '#' + QByteArray::number(stream.string(token).size())
                     : stream.raw(token).toByteArray();
        bytes += ' ';
    }
    return bytes;
}

}   // namespace

void TestPdfSealed::pairsBecomeEqual_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"plain", "kerned", "shifted", "justified", "right", "two",
                             "underlined", "wordwise", "glyphwise", "subset"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestPdfSealed::pairsBecomeEqual()
{
    QFETCH(QString, name);
    const Outcome a = redacted(u"pairs/%1.a.pdf"_s.arg(name), u"Ilia"_s);
    const Outcome b = redacted(u"pairs/%1.b.pdf"_s.arg(name), u"Wummwumm"_s);
    if (name == u"subset") {
        QCOMPARE(withoutCodes(a.content), withoutCodes(b.content));
    } else {
        QVERIFY2(a.content == b.content,
                 QByteArray(a.content + "\nis not\n" + b.content).constData());
    }
    QCOMPARE(a.text, b.text);
    QVERIFY(a.text.contains(u"project"));
    QVERIFY(a.text.contains(u"budget"));
    QVERIFY(a.text.contains(u"[NAME]"));
    QVERIFY(a.text.contains(u"Another line that stays as it is."));
    QVERIFY(!a.text.contains(u"Ilia"));
    QCOMPARE(a.boxes, b.boxes);
    QVERIFY(!a.boxes.empty());
}

QTEST_GUILESS_MAIN(TestPdfSealed)
#include "tst_pdfsealed.moc"
