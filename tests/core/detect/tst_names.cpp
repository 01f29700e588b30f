// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/analyzer.h"
#include "core/detect/namerecognizer.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::detect;

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPersonIsFoundByWhatStandsAround_data();
    void aPersonIsFoundByWhatStandsAround();
    void everydayTextHasNoPerson_data();
    void everydayTextHasNoPerson();
    void aNameFoundOnceIsFoundEverywhere_data();
    void aNameFoundOnceIsFoundEverywhere();
    void aSignatureBelowAClosingIsFoundAcrossParagraphs();
    void aLabelInOneCellNamesThePersonInTheNext();
    void theAuthorInThePropertiesIsFoundInTheText();
    void aFirmIsFoundByItsLegalFormAndThenByItsShortName();
    void aDefinedTermStandsForTheFirm();

private:
    QStringList found(const QStringList &units, const QString &type) const;
    QStringList found(std::vector<document::TextUnit> units, const QString &type) const;

    std::unique_ptr<Analyzer> m_analyzer;
};

void TestNames::initTestCase()
{
    // Without the tagger, so that each name is found by the context that its test is about.
    const auto lexicon = [](const char *name) {
        QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/resources/lexicons/")
                   + QLatin1StringView(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    std::vector<std::unique_ptr<Recognizer>> recognizers;
    recognizers.push_back(std::make_unique<NameRecognizer>(
        NameLexicon(lexicon("given-names.txt"), lexicon("common-words.txt"))));
    m_analyzer = std::make_unique<Analyzer>(std::move(recognizers), RuleSetInfo());
}

QStringList TestNames::found(std::vector<document::TextUnit> units, const QString &type) const
{
    QStringList texts;
    const auto candidates = m_analyzer->analyze(units, {}, {});
    for (const Candidate &candidate : candidates.value_or(std::vector<Candidate>())) {
        if (candidate.type == type) {
            texts.append(candidate.text);
        }
    }
    return texts;
}

QStringList TestNames::found(const QStringList &texts, const QString &type) const
{
    std::vector<document::TextUnit> units;
    for (const QString &text : texts) {
        document::TextUnit unit;
        unit.index = static_cast<int>(units.size());
        unit.text = text;
        units.push_back(unit);
    }
    return found(std::move(units), type);
}

void TestNames::aPersonIsFoundByWhatStandsAround_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    const auto row = [](const QString &text, const QString &name) {
        QTest::newRow(qPrintable(text)) << text << name;
    };
    row(u"The plan of Dr. Zorvak was late."_s, u"Dr. Zorvak"_s);
    row(u"We met Mrs Quillfeather-Strand at noon."_s, u"Mrs Quillfeather-Strand"_s);
    row(u"Herr Prof. Dr. Wolkenstein kommt."_s, u"Herr Prof. Dr. Wolkenstein"_s);
    row(u"Mme Dupontelle a signé."_s, u"Mme Dupontelle"_s);
    row(u"Dear Brinwald Ostrik,"_s, u"Brinwald Ostrik"_s);
    row(u"Hi Tazmin,\nsee below"_s, u"Tazmin"_s);
    row(u"Sehr geehrte Frau Drosselbarth,"_s, u"Frau Drosselbarth"_s);
    row(u"Best regards,\nTazmin Ostrik"_s, u"Tazmin Ostrik"_s);
    row(u"Mit freundlichen Grüßen\n\nTazmin Ostrik\nLeiterin"_s, u"Tazmin Ostrik"_s);
    row(u"Prepared by: Tazmin Ostrik"_s, u"Tazmin Ostrik"_s);
    row(u"Attn: T. Ostrik"_s, u"T. Ostrik"_s);
    row(u"Name:\tTazmin O'Strik"_s, u"Tazmin O'Strik"_s);
    row(u"Tazmin Ostrik <x1@example.com>"_s, u"Tazmin Ostrik"_s);
    row(u"Tazmin Ostrik, CFO, agreed."_s, u"Tazmin Ostrik"_s);
    row(u"It was Ada Vinterholm who wrote it."_s, u"Ada Vinterholm"_s);
    row(u"Dr. Ludwig van der Ostrik came."_s, u"Dr. Ludwig van der Ostrik"_s);
    row(u"DEAR MR OSTRIK, please"_s, u"MR OSTRIK"_s);
}

void TestNames::aPersonIsFoundByWhatStandsAround()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(found(QStringList{text}, u"PERSON"_s), QStringList{name});
}

void TestNames::everydayTextHasNoPerson_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &text) { QTest::newRow(qPrintable(text)) << text; };
    row(u"Dear Customer,"_s);
    row(u"Dear Sir or Madam,"_s);
    row(u"Dear Team,"_s);
    row(u"Name: required"_s);
    row(u"From: Monday"_s);
    row(u"The Project Manager, Director of Sales, will review the Agreement."_s);
    row(u"In May and April we will grant Mark Up Language."_s);
    row(u"Thank you,\nCustomer Service"_s);
    row(u"Statement of Work"_s);
    row(u"Will the Board approve the Annual Report?"_s);
}

void TestNames::everydayTextHasNoPerson()
{
    QFETCH(QString, text);
    QCOMPARE(found(QStringList{text}, u"PERSON"_s), QStringList());
}

void TestNames::aNameFoundOnceIsFoundEverywhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    const auto row = [](const QString &text, const QString &name) {
        QTest::newRow(qPrintable(text)) << text << name;
    };
    row(u"later Ostrik agreed"_s, u"Ostrik"_s);
    row(u"later Tazmin agreed"_s, u"Tazmin"_s);
    row(u"then Dr. Ostrik left"_s, u"Dr. Ostrik"_s);
    row(u"to Prof. Dr. T. Ostrik now"_s, u"Prof. Dr. T. Ostrik"_s);
    row(u"a judge Ostrik knew"_s, u"Ostrik"_s);
    row(u"so mr Ostrik said"_s, u"mr Ostrik"_s);
    row(u"by T. Ostrik again"_s, u"T. Ostrik"_s);
    row(u"listed as Ostrik, Tazmin in it"_s, u"Ostrik, Tazmin"_s);
    row(u"in Ostrik's view"_s, u"Ostrik"_s);
    row(u"the OSTRIK file"_s, u"OSTRIK"_s);
    row(u"with T\u00E1zmin \u00D6strik"_s, u"T\u00E1zmin \u00D6strik"_s);
    row(u"tazmin ostrik in small letters"_s, u"tazmin ostrik"_s);
    row(u"file tazmin_ostrik_cv here"_s, u"tazmin_ostrik"_s);
    row(u"cut at Tazmin\nOstrik here"_s, u"Tazmin\nOstrik"_s);
    row(u"hidden Os\u00ADtrik here"_s, u"Os\u00ADtrik"_s);
}

void TestNames::aNameFoundOnceIsFoundEverywhere()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(found({u"Dear Tazmin Ostrik,"_s, text}, u"PERSON"_s),
             (QStringList{u"Tazmin Ostrik"_s, name}));
    QCOMPARE(found({u"Hello,"_s, u"small ostrik or tazminology"_s}, u"PERSON"_s), QStringList());
}

void TestNames::aSignatureBelowAClosingIsFoundAcrossParagraphs()
{
    QCOMPARE(found({u"Kind regards,"_s, u""_s, u"Brinwald Zorvak"_s, u"Senior Consultant"_s},
                   u"PERSON"_s),
             QStringList{u"Brinwald Zorvak"_s});
    QCOMPARE(found({u"The regards were kind."_s, u"Brinwald Zorvak"_s}, u"PERSON"_s),
             QStringList());
}

void TestNames::aLabelInOneCellNamesThePersonInTheNext()
{
    QCOMPARE(found({u"Contact person"_s, u"Brinwald Zorvak"_s}, u"PERSON"_s),
             QStringList{u"Brinwald Zorvak"_s});
}

void TestNames::theAuthorInThePropertiesIsFoundInTheText()
{
    std::vector<document::TextUnit> units(2);
    units[0].text = u"The draft that Zorvak sent"_s;
    units[1].index = 1;
    units[1].text = u"Brinwald Zorvak"_s;
    units[1].place = {{document::PlaceKind::Property, 0, u"lastModifiedBy"_s}};
    QCOMPARE(found(units, u"PERSON"_s), (QStringList{u"Zorvak"_s, u"Brinwald Zorvak"_s}));
    units[1].place = {};
    QCOMPARE(found(units, u"PERSON"_s), QStringList());
}

void TestNames::aFirmIsFoundByItsLegalFormAndThenByItsShortName()
{
    QCOMPARE(found({u"between Quorvane Tidal Holdings Ltd and us"_s, u"Quorvane will pay"_s,
                    u"QUORVANE TIDAL"_s},
                   u"ORGANIZATION"_s),
             (QStringList{u"Quorvane Tidal Holdings Ltd"_s, u"Quorvane"_s, u"QUORVANE TIDAL"_s}));
    QCOMPARE(found(QStringList{u"Die Zorvak & Söhne GmbH liefert."_s}, u"ORGANIZATION"_s),
             QStringList{u"Zorvak & Söhne GmbH"_s});
    QCOMPARE(found(QStringList{u"the Company Ltd rules"_s}, u"ORGANIZATION"_s), QStringList());
}

void TestNames::aDefinedTermStandsForTheFirm()
{
    const QStringList names = found({u"Quorvane Tidal Ltd (\"Quotide\", the \"Company\") agrees"_s,
                                     u"Quotide shall pay the Company"_s},
                                    u"ORGANIZATION"_s);
    QCOMPARE(names, (QStringList{u"Quorvane Tidal Ltd"_s, u"Quotide"_s, u"Quotide"_s}));
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
