// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/analyzer.h"
#include "core/detect/foldedtext.h"
#include "core/detect/termsieve.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge;

class TestTermSieve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellingsOfATermPass_data();
    void spellingsOfATermPass();
    void otherTextsAreRuledOut();
    void nothingStandsWhereThereAreNoTerms();
    void termsOfSignsLetEverythingPass();
    void whatIsNotAsciiPasses();
    void whatIsRuledOutHoldsNoTerm();
};

void TestTermSieve::spellingsOfATermPass_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("as it is") << u"for Quillfen only"_s;
    QTest::newRow("capitals") << u"QUILLFEN"_s;
    QTest::newRow("letter-spaced") << u"Q u i l l f e n"_s;
    QTest::newRow("hyphen") << u"Quill-fen"_s;
    QTest::newRow("cut by a line end") << u"Quill-\nfen"_s;
    QTest::newRow("inside a word") << u"xquillfenx"_s;
    QTest::newRow("short one") << u"is ab here"_s;
}

void TestTermSieve::spellingsOfATermPass()
{
    QFETCH(QString, text);
    detect::TermSieve sieve;
    for (const QStringView term : {u"quillfen", u"ab", u"verlyne ltd"}) {
        sieve.add(term);
    }
    QVERIFY(sieve.mayStandIn(text));
}

void TestTermSieve::otherTextsAreRuledOut()
{
    detect::TermSieve sieve;
    for (const QStringView term : {u"quillfen", u"ab", u"a-7", u"verlyne ltd", u"5550100"}) {
        sieve.add(term);
    }
    QVERIFY(!sieve.mayStandIn(u"north pallet 7919"));
    QVERIFY(!sieve.mayStandIn(u"quill fe"));
    QVERIFY(!sieve.mayStandIn(u""));
}

void TestTermSieve::nothingStandsWhereThereAreNoTerms()
{
    QVERIFY(!detect::TermSieve().mayStandIn(u"Qu\u00efllfen"));
}

void TestTermSieve::termsOfSignsLetEverythingPass()
{
    detect::TermSieve sieve;
    sieve.add(u"***");
    QVERIFY(sieve.mayStandIn(u"north pallet"));
}

void TestTermSieve::whatIsNotAsciiPasses()
{
    detect::TermSieve sieve;
    sieve.add(u"quillfen");
    QVERIFY(sieve.mayStandIn(u"Quill\u200bfen"));   // the matcher reads over it
    QVERIFY(sieve.mayStandIn(u"caf\u00e9"));
}

/// The search itself, with texts made of the pieces that terms consist of.
void TestTermSieve::whatIsRuledOutHoldsNoTerm()
{
    const QStringList pieces{u"a"_s, u"B"_s, u"ab"_s, u" "_s, u"-"_s, u"1"_s, u"12"_s, u"\n"_s};
    const QStringList terms{u"ab"_s, u"a b1"_s, u"B-a12"_s, u"abab"_s, u"112"_s, u"ab-12 ab"_s};
    quint32 state = 7;
    const auto next = [&state](qsizetype below) {
        state = state * 1664525 + 1013904223;
        return static_cast<qsizetype>((state >> 16) % static_cast<quint32>(below));
    };
    for (int round = 0; round < 20000; ++round) {
        QString text;
        for (qsizetype left = next(12); left > 0; --left) {
            text += pieces[next(pieces.size())];
        }
        const QString &term = terms[next(terms.size())];
        detect::TermList list;
        list.terms.push_back({term, false, true});
        std::vector<document::TextUnit> units(1);
        units.front().text = text;
        detect::TermSieve sieve;
        sieve.add(detect::comparedForm(term, detect::Case::Fold));
        // a letter that is not in the terms sends the same text past the sieve
        std::vector<document::TextUnit> unsieved = units;
        unsieved.front().text += u" \u00e9";
        const bool found = !detect::findTerms(unsieved, list).empty();
        QVERIFY2(sieve.mayStandIn(text) || !found, qPrintable(text + u" | " + term));
        QCOMPARE(!detect::findTerms(units, list).empty(), found);
    }
}

QTEST_APPLESS_MAIN(TestTermSieve)
#include "tst_termsieve.moc"
