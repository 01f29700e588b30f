// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/evidencetext.h"
#include "ui/text/hiddentext.h"
#include "ui/text/placetext.h"
#include "ui/text/typetext.h"

#include <QTest>

#include <set>

using namespace expunge;
using namespace Qt::StringLiterals;

/// The words for places, types, reasons and hidden items.
class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesReadFromTheOutsideIn();
    void typesHaveNames();
    void unknownTypesAreMadeReadable();
    void everyHiddenKindHasWordsAndAMeaning();
    void oneAndManyDiffer();
    void everyReasonHasASentence();
};

void TestWords::placesReadFromTheOutsideIn()
{
    using document::PlaceKind;
    const document::Place place{
        {PlaceKind::Table, 2, {}}, {PlaceKind::Row, 3, {}}, {PlaceKind::Cell, 1, {}}};
    QCOMPARE(ui::placeText(place), u"table 2, row 3, cell 1"_s);
    QCOMPARE(ui::placeText({{PlaceKind::Property, 0, u"Company"_s}}), u"property “Company”"_s);
}

void TestWords::typesHaveNames()
{
    QCOMPARE(ui::typeText(u"PERSON"_s), u"Person"_s);
    QCOMPARE(ui::typeText(u"IBAN"_s), u"IBAN"_s);
}

void TestWords::unknownTypesAreMadeReadable()
{
    QCOMPARE(ui::typeText(u"SHOE_SIZE"_s), u"Shoe size"_s);
    QCOMPARE(ui::typeText({}), QString());
}

void TestWords::everyHiddenKindHasWordsAndAMeaning()
{
    std::set<QString> words;
    for (const document::HiddenKind kind : document::allHiddenKinds()) {
        const QString many = ui::hiddenCountText(kind, 4);
        QVERIFY2(many.startsWith(u"4 "_s), qPrintable(many));
        QVERIFY2(!many.contains(u'%') && !many.contains(u'('), qPrintable(many));
        QVERIFY(ui::hiddenExplanation(kind).endsWith(u'.'));
        words.insert(many);
    }
    QCOMPARE(words.size(), document::allHiddenKinds().size());
}

void TestWords::oneAndManyDiffer()
{
    QCOMPARE(ui::hiddenCountText(document::HiddenKind::Comments, 1), u"1 comment"_s);
    QCOMPARE(ui::hiddenCountText(document::HiddenKind::Comments, 4), u"4 comments"_s);
    QCOMPARE(ui::hiddenCountText(document::HiddenKind::Properties, 1), u"1 document property"_s);
}

void TestWords::everyReasonHasASentence()
{
    for (int i = 0; i <= static_cast<int>(detect::EvidenceKind::Marked); ++i) {
        const QString text =
            ui::evidenceSentence({static_cast<detect::EvidenceKind>(i), u"detail"_s});
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.contains(u'%'));
    }
}

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
