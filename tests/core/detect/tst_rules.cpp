// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/patternrecognizer.h"
#include "core/detect/ruleloader.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::detect;

namespace {

/// An example without its marks, and the range between them.
struct Example
{
    QString text;
    int begin = -1;
    int end = -1;
};

Example parsed(const QString &example)
{
    Example result{.text = example};
    result.begin = static_cast<int>(example.indexOf(u'«'));
    result.text.remove(u'«');
    result.end = static_cast<int>(result.text.indexOf(u'»'));
    result.text.remove(u'»');
    return result;
}

std::vector<Candidate> foundBy(const Rule &rule, const QString &text)
{
    document::TextUnit unit;
    unit.text = text;
    const UnitView view{&unit, normalize(text)};
    return PatternRecognizer({rule}).find({&view, 1}, {});
}

/// A rule file that is right but for one line.
QByteArray ruleFile(const QByteArray &line, const QByteArray &replacement)
{
    QByteArray toml = "[[rule]]\n"
                      "id = 'x'\n"
                      "type = 'X'\n"
                      "category = 'secret'\n"
                      "description = 'an x'\n"
                      "pattern = 'x[0-9]'\n"
                      "keywords = ['x']\n"
                      "validator = 'email'\n"
                      "score = { base = 0.9 }\n"
                      "positives = ['x1', 'x2', 'x3', 'x4', 'x5']\n"
                      "negatives = ['1', '2', '3', '4', '5']\n";
    return toml.replace(line, replacement);
}

}   // namespace

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRuleFindsItsPositivesAndNoNegative_data();
    void eachRuleFindsItsPositivesAndNoNegative();
    void ruleIdsAreUnique();
    void theMostImportantRulesHaveTwentyExamplesOfEachKind();
    void everyRuleFileIsShipped();
    void brokenRuleFilesAreRefusedWithFileAndLine_data();
    void brokenRuleFilesAreRefusedWithFileAndLine();
    void aRightRuleFileIsRead();

private:
    static QStringList files();
    static std::vector<Rule> rulesOf(const QString &name);
};

QStringList TestRules::files()
{
    return QDir(QStringLiteral(EXPUNGE_SOURCE_DIR "/resources/rules")).entryList({u"*.toml"_s});
}

std::vector<Rule> TestRules::rulesOf(const QString &name)
{
    QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/resources/rules/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    auto rules = parseRules(file.readAll(), name);
    if (!rules) {
        qWarning() << rules.error().location << rules.error().detail;
        return {};
    }
    return std::move(*rules);
}

void TestRules::eachRuleFindsItsPositivesAndNoNegative_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("number");
    for (const QString &name : files()) {
        const std::vector<Rule> rules = rulesOf(name);
        QVERIFY2(!rules.empty(), qPrintable(name));
        for (std::size_t i = 0; i < rules.size(); ++i) {
            QTest::newRow(qPrintable(rules[i].id)) << name << static_cast<int>(i);
        }
    }
}

void TestRules::eachRuleFindsItsPositivesAndNoNegative()
{
    QFETCH(QString, file);
    QFETCH(int, number);
    const Rule rule = rulesOf(file).at(static_cast<std::size_t>(number));
    const double expected = std::min(0.5, rule.scoreWithContext);
    QStringList faults;
    for (const QString &positive : rule.positives) {
        const Example example = parsed(positive);
        const auto found = foundBy(rule, example.text);
        const bool right = std::any_of(found.begin(), found.end(), [&](const Candidate &candidate) {
            return candidate.score >= expected
                   && (example.begin < 0
                       || (candidate.span.begin == example.begin
                           && candidate.span.end == example.end));
        });
        if (!right) {
            faults.append(u"not found as marked: %1%2"_s.arg(
                positive, found.empty() ? QString() : u" but: "_s + found[0].text));
        }
    }
    for (const QString &negative : rule.negatives) {
        for (const Candidate &candidate : foundBy(rule, negative)) {
            if (candidate.score >= expected) {
                faults.append(u"found by mistake: %1 in: %2"_s.arg(candidate.text, negative));
            }
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestRules::ruleIdsAreUnique()
{
    QSet<QString> ids;
    for (const QString &name : files()) {
        for (const Rule &rule : rulesOf(name)) {
            QVERIFY2(!ids.contains(rule.id), qPrintable(rule.id));
            ids.insert(rule.id);
        }
    }
    QVERIFY(ids.size() > 100);
}

void TestRules::theMostImportantRulesHaveTwentyExamplesOfEachKind()
{
    QSet<QString> important{
        u"email"_s, u"phone-international"_s, u"credit-card"_s, u"iban"_s, u"us-ssn"_s, u"ipv4"_s};
    for (const QString &name : files()) {
        for (const Rule &rule : rulesOf(name)) {
            if (important.remove(rule.id)) {
                QVERIFY2(rule.positives.size() >= 20, qPrintable(rule.id));
                QVERIFY2(rule.negatives.size() >= 20, qPrintable(rule.id));
            }
        }
    }
    QVERIFY2(important.isEmpty(), qPrintable(important.values().join(u' ')));
}

void TestRules::everyRuleFileIsShipped()
{
    QFile list(QStringLiteral(EXPUNGE_SOURCE_DIR "/resources/detect.qrc"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(list.readAll());
    for (const QString &name : files()) {
        QVERIFY2(text.contains(u"<file>rules/%1</file>"_s.arg(name)), qPrintable(name));
    }
}

void TestRules::brokenRuleFilesAreRefusedWithFileAndLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("replacement");
    QTest::addColumn<QString>("location");

    const auto row = [](const char *name, const char *line, const char *replacement, int at) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(replacement)
                            << u"x.toml:%1"_s.arg(at);
    };
    row("broken TOML", "id = 'x'", "id = 'x", 2);
    row("unknown key", "keywords", "keyword", 7);
    row("unknown key beside the rules", "[[rule]]\n", "name = 'x'\n[[rule]]\n", 1);
    row("unknown category", "'secret'", "'secrets'", 4);
    row("an expression RE2 refuses", "x[0-9]", "x(?=y)", 6);
    row("a broken expression", "x[0-9]", "x[0-9", 6);
    row("a backspace in the expression", "'x[0-9]'", "\"\\bx[0-9]\"", 6);
    row("unknown validator", "'email'", "'emial'", 8);
    row("keywords in capitals", "['x']", "['X']", 7);
    row("score above one", "base = 0.9", "base = 1.9", 9);
    row("score without base", "base", "context", 1);
    row("unknown tier", "score", "tier = 'sure'\nscore", 9);
    row("too few positives", "['x1', ", "[", 1);
    row("no negatives", "negatives = ['1', '2', '3', '4', '5']", "", 1);
    row("a number among the examples", "'x3'", "3", 10);
    row("group that is not there", "score", "group = 1\nscore", 9);
    row("required context without words", "score", "context_required = true\nscore", 9);
    row("no id", "id = 'x'\n", "", 1);
}

void TestRules::brokenRuleFilesAreRefusedWithFileAndLine()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, replacement);
    QFETCH(QString, location);
    const auto rules = parseRules(ruleFile(line, replacement), u"x.toml"_s);
    QVERIFY(!rules);
    QCOMPARE(rules.error().code, base::ErrorCode::RuleInvalid);
    QCOMPARE(rules.error().location, location);
    QVERIFY(!rules.error().detail.isEmpty());
}

void TestRules::aRightRuleFileIsRead()
{
    const auto rules = parseRules(ruleFile({}, {}), u"x.toml"_s);
    QVERIFY(rules);
    QCOMPARE(rules->size(), std::size_t(1));
    QCOMPARE(rules->front().location, u"x.toml:1"_s);
    QVERIFY(!parseRules("", u"empty.toml"_s));
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
