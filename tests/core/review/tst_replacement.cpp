// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/replacement.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace expunge;
using namespace Qt::StringLiterals;
using review::Replacements;
using review::Style;

namespace {

detect::Candidate candidate(const QString &type, const QString &text, const QString &entity)
{
    detect::Candidate made;
    made.type = type;
    made.text = text;
    made.entity = entity;
    return made;
}

Replacements replacementsFor(const std::vector<detect::Candidate> &candidates,
                             const QByteArray &key = QByteArray(32, 'k'))
{
    const std::vector<const std::vector<detect::Candidate> *> files{&candidates};
    return Replacements(files, key);
}

}   // namespace

class TestReplacement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsAreNumberedByTypeAndEntityOverAllFiles()
    {
        const std::vector<detect::Candidate> first{
            candidate(u"PERSON"_s, u"Zorb Quimby"_s, u"e1"_s),
            candidate(u"EMAIL"_s, u"zq@zorb.test"_s, u"e2"_s)};
        const std::vector<detect::Candidate> second{
            candidate(u"PERSON"_s, u"Vella Thrum"_s, u"e3"_s),
            candidate(u"PERSON"_s, u"Quimby"_s, u"e1"_s),
            candidate(u"CUSTOM_TERM"_s, u"Blorple"_s, u"e4"_s)};
        const std::vector<const std::vector<detect::Candidate> *> files{&first, &second};
        const Replacements replacements(files, QByteArray(32, 'k'));
        QCOMPARE(replacements.text(first[0], Style::Label), u"[PERSON-1]"_s);
        QCOMPARE(replacements.text(first[1], Style::Label), u"[EMAIL-1]"_s);
        QCOMPARE(replacements.text(second[0], Style::Label), u"[PERSON-2]"_s);
        QCOMPARE(replacements.text(second[1], Style::Label), u"[PERSON-1]"_s);
        QCOMPARE(replacements.text(second[2], Style::Label), u"[CUSTOM_TERM-1]"_s);
    }

    void nothingDependsOnTheLengthOfWhatWasThere()
    {
        for (const QString &type : {u"PERSON"_s, u"EMAIL"_s, u"PHONE"_s, u"IBAN"_s}) {
            const std::vector<detect::Candidate> candidates{
                candidate(type, u"Q"_s, u"e1"_s), candidate(type, QString(500, u'q'), u"e1"_s)};
            const Replacements replacements = replacementsFor(candidates);
            for (const Style style : {Style::Label, Style::Pseudonym, Style::Block, Style::Blank}) {
                QCOMPARE(replacements.text(candidates[0], style),
                         replacements.text(candidates[1], style));
            }
        }
        const std::vector<detect::Candidate> one{candidate(u"PERSON"_s, u"Q"_s, u"e1"_s)};
        QCOMPARE(replacementsFor(one).text(one[0], Style::Block), QString(10, QChar(0x2588)));
        QCOMPARE(replacementsFor(one).text(one[0], Style::Blank), QString());
    }

    void pseudonymsAreTheSameForOneEntityAndOneKey()
    {
        const std::vector<detect::Candidate> candidates{
            candidate(u"PERSON"_s, u"Zorb Quimby"_s, u"e1"_s),
            candidate(u"PERSON"_s, u"Quimby"_s, u"e1"_s)};
        const Replacements here = replacementsFor(candidates);
        QCOMPARE(here.text(candidates[0], Style::Pseudonym),
                 here.text(candidates[1], Style::Pseudonym));
        QCOMPARE(replacementsFor(candidates).text(candidates[0], Style::Pseudonym),
                 here.text(candidates[0], Style::Pseudonym));
        QVERIFY(!here.text(candidates[0], Style::Pseudonym).contains(u"Quimby"_s));
    }

    void pseudonymsFollowTheKey()
    {
        const std::vector<detect::Candidate> candidates{
            candidate(u"PERSON"_s, u"Zorb Quimby"_s, u"e1"_s)};
        QSet<QString> values;
        for (int i = 0; i < 8; ++i) {
            values.insert(replacementsFor(candidates, QByteArray(32, static_cast<char>('a' + i)))
                              .text(candidates[0], Style::Pseudonym));
        }
        QVERIFY(values.size() > 4);
    }

    void pseudonymDoesNotChangeWhenAnotherEntityComesFirst()
    {
        const std::vector<detect::Candidate> before{
            candidate(u"PERSON"_s, u"Zorb Quimby"_s, u"e1"_s)};
        const std::vector<detect::Candidate> after{
            candidate(u"PERSON"_s, u"Vella Thrum"_s, u"e1"_s),
            candidate(u"PERSON"_s, u"Zorb Quimby"_s, u"e2"_s)};
        QCOMPARE(replacementsFor(after).text(after[1], Style::Pseudonym),
                 replacementsFor(before).text(before[0], Style::Pseudonym));
    }

    void pseudonymsOfManyEntitiesAllDiffer()
    {
        for (const QString &type : {u"PERSON"_s, u"EMAIL"_s, u"PHONE"_s, u"IP_ADDRESS"_s}) {
            std::vector<detect::Candidate> candidates;
            for (int i = 0; i < 700; ++i) {
                candidates.push_back(candidate(type, u"value %1"_s.arg(i), u"e%1"_s.arg(i)));
            }
            const Replacements replacements = replacementsFor(candidates);
            QSet<QString> values;
            for (const detect::Candidate &each : candidates) {
                values.insert(replacements.text(each, Style::Pseudonym));
            }
            QCOMPARE(values.size(), 700);
        }
    }

    /// A type has some hundreds of made-up values, and a workbook can have many more real ones.
    void entitiesWithoutAPseudonymLeftGetLabelsInNoTime()
    {
        constexpr int many = 60'000;
        std::vector<detect::Candidate> candidates;
        for (int i = 0; i < many; ++i) {
            candidates.push_back(candidate(u"IP_ADDRESS"_s, u"value %1"_s.arg(i), u"e%1"_s.arg(i)));
        }
        QElapsedTimer timer;
        timer.start();
        const Replacements replacements = replacementsFor(candidates);
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QSet<QString> values;
        for (const detect::Candidate &each : candidates) {
            values.insert(replacements.text(each, Style::Pseudonym));
        }
        QCOMPARE(values.size(), many);
    }

    void pseudonymIsOfTheSameKind()
    {
        const std::vector<detect::Candidate> candidates{
            candidate(u"EMAIL"_s, u"zq@zorb.test"_s, u"e1"_s),
            candidate(u"PHONE"_s, u"+1 1"_s, u"e2"_s), candidate(u"IBAN"_s, u"XX00"_s, u"e3"_s)};
        const Replacements replacements = replacementsFor(candidates);
        QVERIFY(replacements.text(candidates[0], Style::Pseudonym).endsWith(u"@example.com"_s));
        QVERIFY(replacements.text(candidates[1], Style::Pseudonym).startsWith(u"+44 20 7946 0"_s));
        QCOMPARE(replacements.text(candidates[2], Style::Pseudonym), u"[IBAN-1]"_s);
    }

    void madeUpNameSharesNoWordWithARealOne()
    {
        // All given names of the list but one are real here.
        std::vector<detect::Candidate> candidates;
        QSet<QString> taken;
        for (int i = 0; i < 200; ++i) {
            const std::vector<detect::Candidate> probe{
                candidate(u"PERSON"_s, u"x%1"_s.arg(i), u"e1"_s)};
            const QString name = replacementsFor(probe).text(probe[0], Style::Pseudonym);
            if (taken.size() < 10) {
                taken.insert(name.section(u' ', 0, 0));
            }
        }
        for (const QString &name : std::as_const(taken)) {
            candidates.push_back(candidate(u"PERSON"_s, name + u" Quimby"_s, u"e-"_s + name));
        }
        const Replacements replacements = replacementsFor(candidates);
        for (const detect::Candidate &each : candidates) {
            const QString name = replacements.text(each, Style::Pseudonym);
            QVERIFY2(!taken.contains(name.section(u' ', 0, 0)), qPrintable(name));
        }
    }

    void stylesHaveNames()
    {
        for (const Style style : {Style::Label, Style::Pseudonym, Style::Block, Style::Blank}) {
            QCOMPARE(review::styleFromName(review::styleName(style)), std::optional(style));
        }
        QVERIFY(!review::styleFromName(u"other"_s).has_value());
    }
};

QTEST_GUILESS_MAIN(TestReplacement)
#include "tst_replacement.moc"
