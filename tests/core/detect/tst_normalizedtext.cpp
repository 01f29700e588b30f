// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/normalizedtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge::detect;

class TestNormalizedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsMatchedInItsPlainForm_data();
    void textIsMatchedInItsPlainForm();
    void everyByteKnowsWhereItComesFrom_data();
    void everyByteKnowsWhereItComesFrom();
    void aFoundRangeHoldsWholeCharactersAndWhatWasRemovedInside();
    void spellingsOfOneValueHaveOneKey();
};

void TestNormalizedText::textIsMatchedInItsPlainForm_data()
{
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("plain");

    QTest::newRow("ASCII stays") << u"Ada, 12!\tx\n"_s << u"Ada, 12!\tx\n"_s;
    QTest::newRow("zero-width") << u"a\u200Bb\u200Dc\uFEFFd\u2060e"_s << u"abcde"_s;
    QTest::newRow("soft hyphen") << u"a\u00ADb"_s << u"ab"_s;
    QTest::newRow("direction") << u"\u202Aab\u202C\u2066c\u2069"_s << u"abc"_s;
    QTest::newRow("spaces") << u"a\u00A0b\u2009c\u3000d"_s << u"a b c d"_s;
    QTest::newRow("quotes") << u"\u2018a\u2019 \u201Cb\u201D \u00ABc\u00BB"_s
                            << u"'a' \"b\" \"c\""_s;
    QTest::newRow("dashes") << u"a\u2010b\u2011c\u2013d\u2014e\u2212f"_s << u"a-b-c-d-e-f"_s;
    QTest::newRow("ligature") << u"\uFB01n"_s << u"fin"_s;
    QTest::newRow("composed") << u"e\u0301"_s << u"\u00E9"_s;
    QTest::newRow("full width") << u"\uFF21\uFF11"_s << u"A1"_s;
    QTest::newRow("line ends") << u"a\r\nb\rc\u2028d\ve"_s << u"a\nb\nc\nd\ne"_s;
    QTest::newRow("cut word") << u"Love-\nlace"_s << u"Lovelace"_s;
    QTest::newRow("cut word, spaces") << u"Love- \r\n  lace"_s << u"Lovelace"_s;
    QTest::newRow("cut word, soft") << u"Love\u00AD\nlace"_s << u"Lovelace"_s;
    QTest::newRow("cut number") << u"555-\n0100"_s << u"555-0100"_s;
    QTest::newRow("cut compound") << u"Anna-\nMaria"_s << u"Anna-Maria"_s;
    QTest::newRow("list") << u"a\n- b\n- c"_s << u"a\n- b\n- c"_s;
    QTest::newRow("dash before a paragraph") << u"a -\n\nb"_s << u"a -\n\nb"_s;
    QTest::newRow("controls") << QStringLiteral("a\x01"
                                                "b\x1F"
                                                "c")
                              << u"abc"_s;
    QTest::newRow("half surrogate") << QString(QChar(0xD800)) + u"a"_s << u"\uFFFDa"_s;
}

void TestNormalizedText::textIsMatchedInItsPlainForm()
{
    QFETCH(QString, found);
    QFETCH(QString, plain);
    const QString result = QString::fromUtf8(normalize(found).utf8);
    if (found.startsWith(QChar(0xD800))) {
        QCOMPARE(result.size(), qsizetype(2));   // which stand-in Qt writes is its own affair
        return;
    }
    QCOMPARE(result, plain);
}

void TestNormalizedText::everyByteKnowsWhereItComesFrom_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("plain") << u"plain"_s;
    QTest::newRow("mixed")
        << u"e\u0301\uFB01\U0001F600\u00AD-\n x\u200B\u00DF\uD55C\u1112\u1161\u11AB"_s;
    QTest::newRow("cut") << u"Love- \r\n lace Anna-\nMaria"_s;
}

void TestNormalizedText::everyByteKnowsWhereItComesFrom()
{
    QFETCH(QString, text);
    const NormalizedText result = normalize(text);
    const auto bytes = static_cast<std::size_t>(result.utf8.size());
    QCOMPARE(result.origin.size(), bytes + 1);
    QCOMPARE(result.limit.size(), bytes);
    QCOMPARE(result.origin.back(), static_cast<int>(text.size()));
    for (std::size_t i = 0; i < bytes; ++i) {
        QVERIFY(result.origin[i] >= 0 && result.origin[i] < result.limit[i]);
        QVERIFY(result.limit[i] <= text.size());
        QVERIFY(i == 0 || result.origin[i] >= result.origin[i - 1]);
    }
}

void TestNormalizedText::aFoundRangeHoldsWholeCharactersAndWhatWasRemovedInside()
{
    const QString text = u"\U0001F600 M\u00ADu\u0308l\u200Bler\u200B \uFB01x"_s;
    const NormalizedText result = normalize(text);
    const auto found = [&](const QString &part) {
        const qsizetype at = result.utf8.indexOf(part.toUtf8());
        const auto [begin, end] = result.foundRange(at, at + part.toUtf8().size());
        return text.sliced(begin, end - begin);
    };
    QCOMPARE(found(u"\U0001F600"_s), u"\U0001F600"_s);
    QCOMPARE(found(u"M\u00FCller"_s), u"M\u00ADu\u0308l\u200Bler"_s);
    QCOMPARE(found(u"ix"_s), u"\uFB01x"_s);
    const qsizetype inside = result.utf8.indexOf("\xBC");   // the second byte of the umlaut alone
    QCOMPARE(result.foundRange(inside, inside + 1), std::make_pair(5, 7));
    QCOMPARE(result.foundRange(0, 0), std::make_pair(0, 0));
}

void TestNormalizedText::spellingsOfOneValueHaveOneKey()
{
    QCOMPARE(valueKey(u" Ada\u00A0\n LOVE\u00ADLACE "_s), u"ada lovelace"_s);
    QVERIFY(valueKey(u"Ada"_s) != valueKey(u"Eda"_s));
}

QTEST_GUILESS_MAIN(TestNormalizedText)
#include "tst_normalizedtext.moc"
