// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/expression.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace expunge::detect;

namespace {

QStringList found(const char *pattern, const QString &text)
{
    const std::string utf8 = text.toStdString();
    const Expression expression(pattern);
    QStringList texts;
    expression.findAll(utf8, NarrowText(utf8), [&](const std::vector<Expression::Range> &groups) {
        texts.append(
            QString::fromStdString(utf8.substr(groups[0].begin, groups[0].end - groups[0].begin)));
        return groups[0].end;
    });
    return texts;
}

}   // namespace

class TestExpression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersOfAllScriptsAreFoundWhereTheyStand_data();
    void lettersOfAllScriptsAreFoundWhereTheyStand();
    void aWholeTextMatchesOrDoesNot();
    void aBrokenPatternSaysWhatIsWrong();
    void manyThreadsMayUseOneExpression();
};

void TestExpression::lettersOfAllScriptsAreFoundWhereTheyStand_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *pattern, const QString &text, const QStringList &expected) {
        QTest::newRow(pattern) << QByteArray(pattern) << text << expected;
    };
    row(R"(\p{Lu}\p{L}+)", u"Łukasz, Ωmega, Ömer, 山田 and Ada 𝔸 Жанна"_s,
        {u"Łukasz"_s, u"Ωmega"_s, u"Ömer"_s, u"Ada"_s, u"Жанна"_s});
    row(R"([^\p{L}\p{N} ]+)", u"ł€山–٣𝟛…а"_s, {u"€"_s, u"–"_s, u"…"_s});
    row(R"(\p{L}{3}\b)", u"abc Ada"_s, {u"abc"_s, u"Ada"_s});
    // Named by themselves, characters are compared as they are.
    row("\u0142", u"l\u0142\u0111\u00FE"_s, {u"\u0142"_s});
    row("\u00FE", u"\u0142\u00FE"_s, {u"\u00FE"_s});
    row("[\u00E0-\u00FF]", u"\u0142\u00FE\u00E9"_s, {u"\u00FE"_s, u"\u00E9"_s});
    row(R"([\x{142}])", u"\u0142\u0111"_s, {u"\u0142"_s});
    row(R"(\p{Greek}+)", u"ab αβ жж"_s, {u"αβ"_s});
    row("(?i)gr\u00FC\u00DF", u"ł GR\u00DC\u00DF"_s, {u"GR\u00DC\u00DF"_s});
    row("a.c", u"ałc a山c a\nc"_s, {u"ałc"_s, u"a山c"_s});
}

void TestExpression::lettersOfAllScriptsAreFoundWhereTheyStand()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(found(pattern.constData(), text), expected);
}

void TestExpression::aWholeTextMatchesOrDoesNot()
{
    const Expression expression(R"(x(\p{L})y)");
    const std::string text = "xły";
    const auto groups = expression.matchAll(text, NarrowText(text));
    QCOMPARE(groups.size(), std::size_t(2));
    QCOMPARE(groups[1].begin, std::size_t(1));
    QCOMPARE(groups[1].end, std::size_t(3));
    QVERIFY(expression.matchAll("xły ", NarrowText("xły ")).empty());
}

void TestExpression::aBrokenPatternSaysWhatIsWrong()
{
    QVERIFY(!Expression("x[0-9").error().empty());
    QVERIFY(!Expression("x(?=y)").error().empty());
    QVERIFY(Expression("x(y)").error().empty());
    QCOMPARE(Expression("x(y)").groups(), 1);
}

void TestExpression::manyThreadsMayUseOneExpression()
{
    const Expression expression(R"((?:\p{Lu}\p{L}{1,20} ){1,4})");
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            right += expression.matchAll("Ada Bea ", NarrowText("Ada Bea ")).empty() ? 0 : 1;
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QCOMPARE(right.load(), 8);
}

QTEST_GUILESS_MAIN(TestExpression)
#include "tst_expression.moc"
