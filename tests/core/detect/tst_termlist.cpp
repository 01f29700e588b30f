// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/analyzer.h"
#include "core/detect/termlist.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::detect;

namespace {

std::vector<Candidate> termsIn(const QString &text, const QString &lines)
{
    document::TextUnit unit;
    unit.text = text;
    const auto list = parseTermList(lines.toUtf8(), u"/some/where/terms.txt"_s);
    return list ? findTerms({&unit, 1}, *list) : std::vector<Candidate>();
}

}   // namespace

class TestTermList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListIsReadWithItsSigns();
    void aListWithAFaultIsRefusedWithItsLine();
    void termsAreFoundWhereTheContractSaysSo_data();
    void termsAreFoundWhereTheContractSaysSo();
    void offsetsAreExactBehindAstralCharacters();
    void overlappingTermsBecomeOneSoThatNothingIsLost();
    void copiesAreLeftToTheirOriginal();
    void theReasonNamesTheListWithoutItsPath();
    void aHundredThousandTermsAreFast();
};

void TestTermList::aListIsReadWithItsSigns()
{
    const auto list = parseTermList(
        "\xEF\xBB\xBF# names\n\nAcme\r\n =Widget \n*core\n=*Both\n*=Both\n", u"/a/b.txt"_s);
    QVERIFY(list);
    QCOMPARE(list->name, u"b.txt"_s);
    const std::vector<Term> expected{{u"Acme"_s, false, false},
                                     {u"Widget"_s, true, false},
                                     {u"core"_s, false, true},
                                     {u"Both"_s, true, true},
                                     {u"Both"_s, true, true}};
    QCOMPARE(list->terms, expected);
}

void TestTermList::aListWithAFaultIsRefusedWithItsLine()
{
    const auto bytes = parseTermList("Acme\nM\xFCller\n", u"terms.txt"_s);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, base::ErrorCode::TermsInvalid);
    QCOMPARE(bytes.error().location, u"terms.txt:2"_s);
    const auto empty = parseTermList("Acme\n\n=*\n", u"terms.txt"_s);
    QVERIFY(!empty);
    QCOMPARE(empty.error().location, u"terms.txt:3"_s);
}

void TestTermList::termsAreFoundWhereTheContractSaysSo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("found");   // empty: nothing

    const auto row = [](const char *name, const QString &text, const QString &term,
                        const QString &found) { QTest::newRow(name) << text << term << found; };
    row("whatever its case", u"the aCmE way"_s, u"Acme"_s, u"aCmE"_s);
    row("in a host name", u"www.acme.com"_s, u"Acme"_s, u"acme"_s);
    row("as a part of a name in capitals inside", u"AcmeCorp"_s, u"Acme"_s, u"Acme"_s);
    row("behind small letters", u"MyAcme"_s, u"Acme"_s, u"Acme"_s);
    row("behind capitals", u"XMLAcme"_s, u"Acme"_s, u"Acme"_s);
    row("before an underscore", u"acme_2024"_s, u"Acme"_s, u"acme"_s);
    row("before a digit", u"acme2024"_s, u"Acme"_s, u"acme"_s);
    row("in capitals before small letters", u"ACMEcorp"_s, u"Acme"_s, u"ACME"_s);
    row("not inside a longer word", u"acmeology"_s, u"Acme"_s, QString());
    row("not at the end of a longer word", u"macme"_s, u"acme"_s, QString());
    row("not inside a longer number", u"112345"_s, u"1234"_s, QString());
    row("inside words with a star", u"acmeology"_s, u"*Acme"_s, u"acme"_s);
    row("case by case", u"acme Acme"_s, u"=Acme"_s, u"Acme"_s);
    row("case by case says no", u"acme"_s, u"=Acme"_s, QString());
    row("both signs", u"xAcmey xacmey"_s, u"*=Acme"_s, u"Acme"_s);
    row("across a line break", u"Ada\nLovelace"_s, u"Ada Lovelace"_s, u"Ada\nLovelace"_s);
    row("across a line break and spaces", u"Ada  \r\n  Lovelace"_s, u"Ada Lovelace"_s,
        u"Ada  \r\n  Lovelace"_s);
    row("hyphenated at a line end", u"Love-\nlace"_s, u"Lovelace"_s, u"Love-\nlace"_s);
    row("a true hyphen at a line end", u"mother-\nin-law"_s, u"mother-in-law"_s,
        u"mother-\nin-law"_s);
    row("soft hyphens", u"Love\u00ADlace"_s, u"Lovelace"_s, u"Love\u00ADlace"_s);
    row("zero-width characters", u"Lo\u200Bvel\u2060ace"_s, u"Lovelace"_s,
        u"Lo\u200Bvel\u2060ace"_s);
    row("direction marks", u"\u202ALovelace\u202C"_s, u"Lovelace"_s, u"Lovelace"_s);
    row("letter-spaced", u"the S e c r e t plan"_s, u"Secret"_s, u"S e c r e t"_s);
    row("letter-spaced words", u"S e c r e t  P l a n"_s, u"Secret Plan"_s,
        u"S e c r e t  P l a n"_s);
    row("letter-spaced with thin spaces", u"A\u2009c\u2009m\u2009e"_s, u"acme"_s,
        u"A\u2009c\u2009m\u2009e"_s);
    row("no-break space", u"Ada\u00A0Lovelace"_s, u"Ada Lovelace"_s, u"Ada\u00A0Lovelace"_s);
    row("curly apostrophe", u"O\u2019Brien"_s, u"O'Brien"_s, u"O\u2019Brien"_s);
    row("ligature", u"the of\uFB01ce"_s, u"office"_s, u"of\uFB01ce"_s);
    row("decomposed", u"Mu\u0308ller"_s, u"M\u00FCller"_s, u"Mu\u0308ller"_s);
    row("full width", u"\uFF21\uFF43\uFF4D\uFF45"_s, u"Acme"_s, u"\uFF21\uFF43\uFF4D\uFF45"_s);
    row("sharp s", u"GRO\u00DFE STRASSE"_s, u"stra\u00DFe"_s, u"STRASSE"_s);
    row("trade mark sign", u"ACME\u2122"_s, u"Acme"_s, u"ACME"_s);
    row("possessive", u"Acme's"_s, u"Acme"_s, u"Acme"_s);
    row("with signs around it", u"price (C++)."_s, u"C++"_s, u"C++"_s);
    row("a combining mark goes on a word", u"acme\u0301"_s, u"acm"_s, QString());
    row("ideographs need no space", u"\u6211\u7231\u5317\u4EAC\u5E02"_s, u"\u5317\u4EAC"_s,
        u"\u5317\u4EAC"_s);
    row("accents are letters of their own", u"Mueller M\u00FCller"_s, u"m\u00FCller"_s,
        u"M\u00FCller"_s);
}

void TestTermList::termsAreFoundWhereTheContractSaysSo()
{
    QFETCH(QString, text);
    QFETCH(QString, term);
    QFETCH(QString, found);
    const std::vector<Candidate> candidates = termsIn(text, term);
    if (found.isEmpty()) {
        QVERIFY(candidates.empty());
        return;
    }
    QCOMPARE(candidates.size(), std::size_t(1));
    QCOMPARE(candidates[0].text, found);
    QCOMPARE(text.sliced(candidates[0].span.begin, candidates[0].span.length()), found);
    QCOMPARE(candidates[0].type, u"CUSTOM_TERM"_s);
    QCOMPARE(candidates[0].score, 1.0);
}

void TestTermList::offsetsAreExactBehindAstralCharacters()
{
    const auto candidates =
        termsIn(u"\U0001F600\U0001F468\u200D\U0001F469 Acme \U00010400acme"_s, u"Acme"_s);
    QCOMPARE(candidates.size(), std::size_t(1));
    QCOMPARE(candidates[0].span.begin, 8);
    QCOMPARE(candidates[0].span.end, 12);
    const auto deseret = termsIn(u"x \U00010400\U00010401 y"_s, u"\U00010428\U00010429"_s);
    QCOMPARE(deseret.size(), std::size_t(1));
    QCOMPARE(deseret[0].span.begin, 2);
    QCOMPARE(deseret[0].span.end, 6);
}

void TestTermList::overlappingTermsBecomeOneSoThatNothingIsLost()
{
    const auto candidates =
        termsIn(u"Ada Lovelace King, Ada"_s, u"Ada Lovelace\nLovelace King\nAda\n"_s);
    QCOMPARE(candidates.size(), std::size_t(2));
    QCOMPARE(candidates[0].text, u"Ada Lovelace King"_s);
    QCOMPARE(candidates[1].text, u"Ada"_s);
    QVERIFY(candidates[0].id != candidates[1].id);
}

void TestTermList::copiesAreLeftToTheirOriginal()
{
    std::vector<document::TextUnit> units(2);
    units[0].text = units[1].text = u"Acme"_s;
    units[1].index = 1;
    units[1].copyOf = 0;
    QCOMPARE(findTerms(units, {u"t"_s, {{u"Acme"_s, false, false}}}).size(), std::size_t(1));
}

void TestTermList::theReasonNamesTheListWithoutItsPath()
{
    const auto candidates = termsIn(u"Acme"_s, u"Acme"_s);
    QCOMPARE(candidates.at(0).evidence,
             std::vector<Evidence>({{EvidenceKind::Term, u"terms.txt"_s}}));
}

void TestTermList::aHundredThousandTermsAreFast()
{
    TermList list{.name = u"t"_s, .terms = {}};
    for (int i = 0; i < 100'000; ++i) {
        list.terms.push_back({u"Customer %1 Holdings"_s.arg(i), false, false});
    }
    document::TextUnit unit;
    for (int i = 0; i < 20'000; ++i) {
        unit.text += u"A line without anything, "_s;
    }
    unit.text += u"but customer 99999 holdings."_s;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(findTerms({&unit, 1}, list).size(), std::size_t(1));
    // Some 0.5 s in a debug build; term by term it would be minutes.
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestTermList)
#include "tst_termlist.moc"
