// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/analyzer.h"
#include "core/detect/taggermodel.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::detect;

class TestTagger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesAreFoundByTheWordsAround_data();
    void namesAreFoundByTheWordsAround();
    void ordinaryBusinessTextHasNoNames_data();
    void ordinaryBusinessTextHasNoNames();
    void aNameSeenOnceIsFoundEverywhere();
    void aModelIsReadAsItWasWritten();
    void whatIsNoModelIsRefused();
    void probabilitiesOfTagsAddUpToOne();
    void theModelThatShipsIsSmall();

private:
    QStringList found(const QStringList &texts) const;

    std::unique_ptr<Analyzer> m_analyzer;
};

void TestTagger::initTestCase()
{
    auto analyzer = builtinAnalyzer();
    QVERIFY(analyzer);
    m_analyzer = std::move(*analyzer);
}

QStringList TestTagger::found(const QStringList &texts) const
{
    std::vector<document::TextUnit> units;
    for (const QString &text : texts) {
        document::TextUnit unit;
        unit.index = static_cast<int>(units.size());
        unit.text = text;
        units.push_back(unit);
    }
    QStringList names;
    const auto candidates = m_analyzer->analyze(units, {}, {});
    for (const Candidate &candidate : candidates.value_or(std::vector<Candidate>())) {
        names.append(candidate.type + u' ' + candidate.text);
    }
    return names;
}

void TestTagger::namesAreFoundByTheWordsAround_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    const auto row = [](const QString &text, const QString &name) {
        QTest::newRow(qPrintable(text)) << text << name;
    };
    row(u"The draft was written by Tazmin Ostrik in the spring."_s, u"PERSON Tazmin Ostrik"_s);
    row(u"We had lunch with Brinwald Zorvak and his team."_s, u"PERSON Brinwald Zorvak"_s);
    row(u"The workshop took place in Lisbon."_s, u"LOCATION Lisbon"_s);
    row(u"She has worked in Edinburgh since 2014."_s, u"LOCATION Edinburgh"_s);
    row(u"He joined Quorvane Bank as an analyst."_s, u"ORGANIZATION Quorvane Bank"_s);
}

void TestTagger::namesAreFoundByTheWordsAround()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QVERIFY2(found({text}).contains(name), qPrintable(found({text}).join(u" | ")));
}

void TestTagger::ordinaryBusinessTextHasNoNames_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &text) { QTest::newRow(qPrintable(text)) << text; };
    row(u"The Supplier shall deliver the Services in accordance with this Agreement."_s);
    row(u"Payment Terms and Conditions"_s);
    row(u"Please read the User Guide before you install the Software."_s);
    row(u"The Project Manager will send the Status Report to the Steering Committee."_s);
    row(u"Dear Sir or Madam,"_s);
    row(u"Dear Team,"_s);
    row(u"Annex 2: Description of the Work"_s);
    row(u"HR and IT agreed on the VPN and the SSN format."_s);
    row(u"Sehr geehrte Damen und Herren,"_s);
    row(u"Total Amount Due"_s);
    row(u"Changes must be made in writing and signed by both Parties."_s);
}

void TestTagger::ordinaryBusinessTextHasNoNames()
{
    QFETCH(QString, text);
    QCOMPARE(found({text}).join(u" | "), QString());
}

void TestTagger::aNameSeenOnceIsFoundEverywhere()
{
    const QStringList names =
        found({u"The draft was written by Tazmin Ostrik in the spring."_s, u"ask Ostrik"_s});
    QCOMPARE(names, (QStringList{u"PERSON Tazmin Ostrik"_s, u"PERSON Ostrik"_s}));
}

void TestTagger::aModelIsReadAsItWasWritten()
{
    TagTransitions transitions{};
    transitions[1][2] = 1.5F;
    const QByteArray bytes = TaggerModel::write({{42, {0.5F, 1.5F, 0, 0, 0, 0, -2.0F}}},
                                                transitions, {{{1, 0}, {1, 1}, {0, 0}}}, 2);
    const auto model = TaggerModel::read(bytes);
    QVERIFY(model);
    QCOMPARE(model->transitions()[1][2], 1.5F);
    TagScores scores{};
    model->addTo(42, scores);
    model->addTo(43, scores);
    QCOMPARE(scores[0], 0.0F);   // what all tags have in common says nothing
    QVERIFY(std::abs(scores[1] - 1.0F) < 0.05F);
    QVERIFY(std::abs(scores[6] + 2.5F) < 0.05F);
    QCOMPARE(model->probability(0, 0.5), 0.5);
    QVERIFY(model->probability(1, 0.5) > 0.7);
}

void TestTagger::whatIsNoModelIsRefused()
{
    const QByteArray bytes = TaggerModel::write({}, {}, {}, 2);
    QVERIFY(TaggerModel::read(bytes));
    QVERIFY(!TaggerModel::read({}));
    QVERIFY(!TaggerModel::read(bytes.chopped(1)));
    QVERIFY(!TaggerModel::read("x" + bytes.sliced(1)));
    QByteArray large = bytes;
    large[8] = 60;
    QVERIFY(!TaggerModel::read(large));
}

void TestTagger::probabilitiesOfTagsAddUpToOne()
{
    const std::vector<TagScores> tokens{{0, 2, 9, 0, 0, 0, 0}, {0, 0, 3, 0, 0, 0, 0}, {}};
    const TagMarginals marginals = tagMarginals(tokens, {}, false);
    for (const TagScores &tags : marginals.tags) {
        float sum = 0;
        for (const float tag : tags) {
            sum += tag;
        }
        QVERIFY(std::abs(sum - 1) < 1e-5F);
    }
    QCOMPARE(marginals.tags[0][2], 0.0F);   // nothing goes on at the beginning
    QCOMPARE(bestTags(tokens, {}, 0), (std::vector<std::size_t>{1, 2, 0}));
}

void TestTagger::theModelThatShipsIsSmall()
{
    QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/resources/lexicons/tagger.bin"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.size() < 4 << 20);
    QVERIFY(TaggerModel::read(file.readAll()));
}

QTEST_GUILESS_MAIN(TestTagger)
#include "tst_tagger.moc"
