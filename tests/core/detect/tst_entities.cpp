// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/analyzer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge::detect;

namespace {

Candidate candidate(const QString &type, const QString &text)
{
    Candidate result;
    result.type = type;
    result.text = text;
    return result;
}

QStringList linked(std::vector<std::vector<Candidate>> files)
{
    std::vector<std::vector<Candidate> *> pointers;
    for (std::vector<Candidate> &file : files) {
        pointers.push_back(&file);
    }
    linkEntities(pointers);
    QStringList entities;
    for (const std::vector<Candidate> &file : files) {
        for (const Candidate &each : file) {
            entities.append(each.entity);
        }
    }
    return entities;
}

}   // namespace

class TestEntities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellingsOfOneValueAreOneEntity();
    void aPersonIsOneEntityByAnyPartOfTheName();
    void aSurnameOfTwoPeopleStaysItsOwn();
    void entitiesReachAcrossFilesInOrderOfFirstAppearance();
};

void TestEntities::spellingsOfOneValueAreOneEntity()
{
    QCOMPARE(linked({{candidate(u"PHONE"_s, u"+44 20 7946 0958"_s),
                      candidate(u"PHONE"_s, u"+44-20-79460958"_s),
                      candidate(u"EMAIL"_s, u"ADA@example.com"_s),
                      candidate(u"EMAIL"_s, u"ada@exam\u00ADple.com"_s),
                      candidate(u"EMAIL"_s, u"bob@example.com"_s)}}),
             (QStringList{u"e1"_s, u"e1"_s, u"e2"_s, u"e2"_s, u"e3"_s}));
}

void TestEntities::aPersonIsOneEntityByAnyPartOfTheName()
{
    QCOMPARE(
        linked(
            {{candidate(u"PERSON"_s, u"Ostrik"_s), candidate(u"PERSON"_s, u"Tazmin Ostrik"_s),
              candidate(u"PERSON"_s, u"OSTRIK, Tazmin"_s), candidate(u"PERSON"_s, u"T. Ostrik"_s),
              candidate(u"PERSON"_s, u"Tazmin"_s), candidate(u"PERSON"_s, u"Prof. Dr. Ostrik"_s),
              candidate(u"PERSON"_s, u"Dr. Zorvak"_s), candidate(u"PERSON"_s, u"Zorvak"_s)}}),
        (QStringList{u"e1"_s, u"e1"_s, u"e1"_s, u"e1"_s, u"e1"_s, u"e1"_s, u"e2"_s, u"e2"_s}));
}

void TestEntities::aSurnameOfTwoPeopleStaysItsOwn()
{
    QCOMPARE(
        linked({{candidate(u"PERSON"_s, u"Tazmin Ostrik"_s),
                 candidate(u"PERSON"_s, u"Brinwald Ostrik"_s), candidate(u"PERSON"_s, u"Ostrik"_s),
                 candidate(u"PERSON"_s, u"B. Ostrik"_s)}}),
        (QStringList{u"e1"_s, u"e2"_s, u"e3"_s, u"e2"_s}));
}

void TestEntities::entitiesReachAcrossFilesInOrderOfFirstAppearance()
{
    QCOMPARE(linked({{candidate(u"EMAIL"_s, u"b@example.com"_s)},
                     {candidate(u"EMAIL"_s, u"a@example.com"_s),
                      candidate(u"EMAIL"_s, u"B@example.com"_s)}}),
             (QStringList{u"e1"_s, u"e2"_s, u"e1"_s}));
}

QTEST_GUILESS_MAIN(TestEntities)
#include "tst_entities.moc"
