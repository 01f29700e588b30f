// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/analyzer.h"

#include <QSet>
#include <QTest>

#include <memory>
#include <stop_token>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::detect;

namespace {

std::vector<document::TextUnit> unitsOf(const QStringList &texts)
{
    std::vector<document::TextUnit> units;
    for (const QString &text : texts) {
        document::TextUnit unit;
        unit.index = static_cast<int>(units.size());
        unit.part = u"word/document.xml"_s;
        unit.text = text;
        units.push_back(unit);
    }
    return units;
}

/// A recognizer that finds fixed spans of unit 0.
class FixedRecognizer : public Recognizer
{
public:
    explicit FixedRecognizer(std::vector<Candidate> candidates)
        : m_candidates(std::move(candidates))
    {
    }

    std::vector<Candidate> find(std::span<const UnitView> units,
                                const base::JobContext &) const override
    {
        std::vector<Candidate> found = m_candidates;
        for (Candidate &candidate : found) {
            candidate.text =
                units[0].unit->text.sliced(candidate.span.begin, candidate.span.length());
        }
        return found;
    }

private:
    std::vector<Candidate> m_candidates;
};

Candidate fixed(const QString &type, int begin, int end, double score, Tier tier = Tier::Suggested)
{
    Candidate candidate;
    candidate.type = type;
    candidate.span = {0, begin, end};
    candidate.score = score;
    candidate.tier = tier;
    return candidate;
}

QStringList shown(const std::vector<Candidate> &candidates)
{
    QStringList result;
    for (const Candidate &candidate : candidates) {
        result.append(candidate.type + u' ' + candidate.text);
    }
    return result;
}

}   // namespace

class TestAnalyzer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theShippedRulesHaveAVersionAndADigest();
    void offsetsAreExactToTheUnitOfUtf16();
    void theSameTextGivesTheSameCandidatesAndIds();
    void idsDependOnPlaceAndType();
    void aWinnerIsWidenedSoThatNoTextLosesItsCover();
    void theHigherTierWinsThenTheScoreThenTheLength();
    void anUnlikelyCandidateNeitherWinsNorWidens();
    void termsWinAndTheRestOfTheLoserStaysCovered();
    void aKeepListSuppressesUnlessATermOverlaps();
    void aKeptPartDoesNotUncoverTheWhole();
    void scoresAndTypesFilter();
    void copiesAreSkipped();
    void aToldStopIsObeyed();
    void aPrivateKeyIsFoundLineByLine();
    void theTextOfACandidateIsOneWhereverItStands();
    void secretsAreFoundAcrossTheMask_data();
    void secretsAreFoundAcrossTheMask();

private:
    QStringList analyzed(const QString &text, const AnalyzerOptions &options = {}) const;

    std::unique_ptr<Analyzer> m_analyzer;
};

void TestAnalyzer::initTestCase()
{
    auto analyzer = builtinAnalyzer();
    QVERIFY2(analyzer,
             analyzer ? "" : qPrintable(analyzer.error().location + analyzer.error().detail));
    m_analyzer = std::move(*analyzer);
}

QStringList TestAnalyzer::analyzed(const QString &text, const AnalyzerOptions &options) const
{
    return shown(
        m_analyzer->analyze(unitsOf({text}), options, {}).value_or(std::vector<Candidate>()));
}

void TestAnalyzer::theShippedRulesHaveAVersionAndADigest()
{
    QVERIFY(!m_analyzer->ruleSet().version.isEmpty());
    QCOMPARE(m_analyzer->ruleSet().sha256.size(), qsizetype(64));
    QVERIFY(m_analyzer->ruleSet().rules > 100);
    QCOMPARE((*builtinAnalyzer())->ruleSet().sha256, m_analyzer->ruleSet().sha256);
}

void TestAnalyzer::offsetsAreExactToTheUnitOfUtf16()
{
    const QString text = u"\U0001F600 e\u0301 \uFB01 mail a\u00ADda@exam\u200Bple.com\U0001F600"_s;
    const auto candidates = m_analyzer->analyze(unitsOf({text}), {}, {});
    QVERIFY(candidates);
    QCOMPARE(candidates->size(), std::size_t(1));
    const document::Span span = candidates->front().span;
    QCOMPARE(span.begin, static_cast<int>(text.indexOf(u"a\u00ADda")));
    QCOMPARE(text.sliced(span.begin, span.length()), u"a\u00ADda@exam\u200Bple.com"_s);
    QCOMPARE(candidates->front().text, u"a\u00ADda@exam\u200Bple.com"_s);
}

void TestAnalyzer::theSameTextGivesTheSameCandidatesAndIds()
{
    const auto units =
        unitsOf({u"Dear Tazmin Ostrik, call +44 20 7946 0958 or mail tazmin.ostrik@example.com"_s,
                 u"Project Lighthouse, IBAN DE89 3704 0044 0532 0130 00"_s});
    const auto first = m_analyzer->analyze(units, {}, {});
    const auto other = builtinAnalyzer();
    const auto second = (*other)->analyze(units, {}, {});
    QVERIFY(first && second);
    QCOMPARE(shown(*first),
             (QStringList{u"PERSON Tazmin Ostrik"_s, u"PHONE +44 20 7946 0958"_s,
                          u"EMAIL tazmin.ostrik@example.com"_s, u"PROJECT_NAME Lighthouse"_s,
                          u"IBAN DE89 3704 0044 0532 0130 00"_s}));
    QVERIFY(*first == *second);
    QSet<QString> ids;
    for (const Candidate &candidate : *first) {
        QVERIFY(candidate.id.size() == 13 && candidate.id.startsWith(u'c'));
        QVERIFY(!candidate.evidence.empty() && !candidate.rule.isEmpty()
                && !candidate.entity.isEmpty());
        ids.insert(candidate.id);
    }
    QCOMPARE(ids.size(), static_cast<qsizetype>(first->size()));
}

void TestAnalyzer::idsDependOnPlaceAndType()
{
    document::TextUnit unit;
    unit.part = u"a"_s;
    const QString id = candidateId(unit, {0, 1, 2}, u"X"_s);
    QCOMPARE(candidateId(unit, {0, 1, 2}, u"X"_s), id);
    QVERIFY(candidateId(unit, {0, 1, 3}, u"X"_s) != id);
    QVERIFY(candidateId(unit, {1, 1, 2}, u"X"_s) != id);
    QVERIFY(candidateId(unit, {0, 1, 2}, u"Y"_s) != id);
    unit.part = u"b"_s;
    QVERIFY(candidateId(unit, {0, 1, 2}, u"X"_s) != id);
}

namespace {

QStringList settled(const QString &text, std::vector<Candidate> candidates,
                    const AnalyzerOptions &options = {})
{
    std::vector<std::unique_ptr<Recognizer>> recognizers;
    recognizers.push_back(std::make_unique<FixedRecognizer>(std::move(candidates)));
    const Analyzer analyzer(std::move(recognizers), {});
    return shown(analyzer.analyze(unitsOf({text}), options, {}).value_or(std::vector<Candidate>()));
}

}   // namespace

void TestAnalyzer::aWinnerIsWidenedSoThatNoTextLosesItsCover()
{
    QCOMPARE(settled(u"0123456789"_s, {fixed(u"A"_s, 0, 5, 0.9), fixed(u"B"_s, 3, 8, 0.8)}),
             QStringList{u"A 01234567"_s});
    QCOMPARE(settled(u"0123456789"_s, {fixed(u"A"_s, 0, 5, 0.8), fixed(u"B"_s, 3, 8, 0.9)}),
             QStringList{u"B 01234567"_s});
    QCOMPARE(settled(u"0123456789"_s, {fixed(u"A"_s, 0, 5, 0.8), fixed(u"B"_s, 5, 8, 0.9)}),
             (QStringList{u"A 01234"_s, u"B 567"_s}));
}

void TestAnalyzer::theHigherTierWinsThenTheScoreThenTheLength()
{
    QCOMPARE(settled(u"0123456789"_s,
                     {fixed(u"A"_s, 0, 5, 0.9), fixed(u"B"_s, 0, 5, 0.8, Tier::Certain)}),
             QStringList{u"B 01234"_s});
    QCOMPARE(settled(u"0123456789"_s, {fixed(u"A"_s, 0, 5, 0.8), fixed(u"B"_s, 0, 6, 0.8)}),
             QStringList{u"B 012345"_s});
    QCOMPARE(settled(u"0123456789"_s, {fixed(u"A"_s, 0, 5, 0.8), fixed(u"B"_s, 0, 5, 0.8)}),
             QStringList{u"A 01234"_s});
}

void TestAnalyzer::anUnlikelyCandidateNeitherWinsNorWidens()
{
    AnalyzerOptions options;
    options.minimumScore = 0;
    QCOMPARE(
        settled(u"01234 6789"_s, {fixed(u"A"_s, 0, 5, 0.6), fixed(u"B"_s, 0, 10, 0.4)}, options),
        (QStringList{u"A 01234"_s, u"B 6789"_s}));
}

void TestAnalyzer::termsWinAndTheRestOfTheLoserStaysCovered()
{
    AnalyzerOptions options;
    options.terms = {u"t"_s, {{u"Lovelace"_s, false, false}}};
    QCOMPARE(
        settled(u"Ada Lovelace King"_s, {fixed(u"PERSON"_s, 0, 17, 0.99, Tier::Certain)}, options),
        (QStringList{u"PERSON Ada"_s, u"CUSTOM_TERM Lovelace"_s, u"PERSON King"_s}));
}

void TestAnalyzer::aKeepListSuppressesUnlessATermOverlaps()
{
    AnalyzerOptions options;
    options.keep = {u"k"_s, {{u"ada@example.com"_s, false, false}, {u"Ostrik"_s, false, false}}};
    QCOMPARE(analyzed(u"mail ada@example.com or bob@example.com"_s, options),
             QStringList{u"EMAIL bob@example.com"_s});
    options.terms = {u"t"_s, {{u"ada@example.com"_s, false, false}}};
    QCOMPARE(analyzed(u"mail ada@example.com"_s, options),
             QStringList{u"CUSTOM_TERM ada@example.com"_s});
}

void TestAnalyzer::aKeptPartDoesNotUncoverTheWhole()
{
    AnalyzerOptions options;
    options.keep = {u"k"_s, {{u"example.com"_s, false, false}}};
    QCOMPARE(analyzed(u"mail ada@example.com"_s, options), QStringList{u"EMAIL ada@example.com"_s});
}

void TestAnalyzer::scoresAndTypesFilter()
{
    const QString text = u"On 12 May 2026 ada@example.com called 202-555-0143"_s;
    AnalyzerOptions options;
    options.types = {u"EMAIL"_s};
    QCOMPARE(analyzed(text, options), QStringList{u"EMAIL ada@example.com"_s});
    options.types = {};
    options.minimumScore = 0.95;
    QCOMPARE(analyzed(text, options), QStringList{u"EMAIL ada@example.com"_s});
    options.minimumScore = 0.1;
    QCOMPARE(analyzed(text, options).size(), qsizetype(3));
}

void TestAnalyzer::copiesAreSkipped()
{
    auto units = unitsOf({u"ada@example.com"_s, u"ada@example.com"_s});
    units[1].copyOf = 0;
    QCOMPARE(m_analyzer->analyze(units, {}, {})->size(), std::size_t(1));
}

void TestAnalyzer::aToldStopIsObeyed()
{
    const auto source = std::make_unique<std::stop_source>();
    source->request_stop();
    base::JobContext job;
    job.stop = source->get_token();
    const auto result = m_analyzer->analyze(unitsOf({u"ada@example.com"_s}), {}, job);
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::ErrorCode::Cancelled);
}

void TestAnalyzer::aPrivateKeyIsFoundLineByLine()
{
    const auto found = m_analyzer->analyze(
        unitsOf({u"-----BEGIN RSA PRIVATE KEY-----"_s, u"MIIEpAIBAAKCAQEA7q2w"_s, u""_s,
                 u"q2wMIIEpAIBAAKCAQEA=="_s, u"-----END RSA PRIVATE KEY-----"_s, u"Afterwards"_s,
                 u"MIIEpAIBAAKCAQEA7q2w"_s}),
        {}, {});
    QVERIFY(found);
    QCOMPARE(shown(*found), (QStringList{u"PRIVATE_KEY -----BEGIN RSA PRIVATE KEY-----"_s,
                                         u"PRIVATE_KEY MIIEpAIBAAKCAQEA7q2w"_s,
                                         u"PRIVATE_KEY q2wMIIEpAIBAAKCAQEA=="_s,
                                         u"PRIVATE_KEY -----END RSA PRIVATE KEY-----"_s,
                                         u"PRIVATE_KEY MIIEpAIBAAKCAQEA7q2w"_s}));
}

void TestAnalyzer::theTextOfACandidateIsOneWhereverItStands()
{
    const auto found = m_analyzer->analyze(
        unitsOf({u"Password: Tiger-9-Lily"_s, u"it was Tiger-9-Lily, then tiger-9-lily"_s,
                 u"not Tiger-9-Lilypad"_s}),
        {}, {});
    QVERIFY(found);
    QCOMPARE(shown(*found), (QStringList{u"PASSWORD Tiger-9-Lily"_s, u"PASSWORD Tiger-9-Lily"_s,
                                         u"PASSWORD tiger-9-lily"_s}));
    QCOMPARE(found->at(1).evidence,
             (std::vector<detect::Evidence>{{detect::EvidenceKind::SameEntity, {}}}));
    detect::AnalyzerOptions options;
    options.keep.terms = {{u"then tiger-9-lily"_s, false, false}};
    QCOMPARE(m_analyzer
                 ->analyze(unitsOf({u"Password: Tiger-9-Lily"_s,
                                    u"it was Tiger-9-Lily, then tiger-9-lily"_s}),
                           options, {})
                 ->size(),
             std::size_t(2));
}

void TestAnalyzer::secretsAreFoundAcrossTheMask_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no-break hyphens") << u"SSN 536\u201122\u20111234"_s;
    QTest::newRow("en dashes") << u"SSN 536\u201322\u20131234"_s;
    QTest::newRow("full width") << u"SSN \uFF15\uFF13\uFF16-22-1234"_s;
    QTest::newRow("zero-width") << u"SSN 5\u200B36-22-1\u200B234"_s;
    QTest::newRow("cut at a line end") << u"SSN 536-\n22-1234"_s;
}

void TestAnalyzer::secretsAreFoundAcrossTheMask()
{
    QFETCH(QString, text);
    QCOMPARE(analyzed(text), QStringList{u"US_SSN "_s + text.sliced(4)});
}

QTEST_GUILESS_MAIN(TestAnalyzer)
#include "tst_analyzer.moc"
