// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ods/spreadsheettesting.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using document::HiddenDefault;
using document::HiddenKind;

namespace {

std::optional<document::HiddenItem> itemOf(const OdsFile &file, HiddenKind kind)
{
    const auto document = openOds(odsBytes(file));
    if (!document) {
        return std::nullopt;
    }
    for (const document::HiddenItem &item : (*document)->hiddenItems()) {
        if (item.kind == kind) {
            return item;
        }
    }
    return std::nullopt;
}

OdsFile hiddenSheet()
{
    OdsFile file;
    file.automaticStyles =
        "<style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties "
        "table:display=\"false\"/></style:style>";
    file.sheets =
        odsTable("Shown", odsRow(odsNumber("1", "1", "table:formula=\"of:=[Osterwick.A1]\"")))
        + odsTable("Osterwick",
                   "<table:shapes><draw:frame><draw:text-box><text:p>Verlyne</text:p>"
                   "</draw:text-box></draw:frame></table:shapes><table:table-column/>"
                       + odsRow(odsNumber("1", "1") + odsText("Nightjar")),
                   "table:style-name=\"ta1\"");
    return file;
}

}   // namespace

/// What a spreadsheet holds and does not show.
class TestOdsHidden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hiddenSheetsAreForReviewAndCanBeEmptied()
    {
        const auto item = itemOf(hiddenSheet(), HiddenKind::HiddenSheets);
        QVERIFY(item);
        QCOMPARE(item->byDefault, HiddenDefault::Review);
        const auto emptied = scrubOds(hiddenSheet(), {});
        QVERIFY(!emptied.bytes.isEmpty());
        for (const char *word : {"Osterwick", "Verlyne", "Nightjar"}) {
            QVERIFY2(!emptied.holds(word), word);
        }
        QVERIFY(emptied.content().contains("table:name=\"Sheet2\""));
        QVERIFY(!emptied.content().contains("table:formula"));   // what it needs is gone
        const auto kept = scrubOds(hiddenSheet(), {}, {HiddenKind::HiddenSheets});
        QCOMPARE(kept.texts.value(u"sheet 'Osterwick'!B1"_s), u"Nightjar"_s);
    }

    void hiddenRowsAndColumnsAreEmptied()
    {
        OdsFile file;
        file.sheets = odsTable(
            "Data", "<table:table-column/><table:table-column table:visibility=\"collapse\"/>"
                    "<table:table-column/>"
                        + odsRow(odsText("shown") + odsText("Osterwick") + odsText("too"))
                        + odsRow(odsText("Verlyne"), "table:visibility=\"collapse\"")
                        + odsRow(odsText("Nightjar"), "table:visibility=\"filter\"")
                        + "<table:table-row-group table:display=\"false\">"
                        + odsRow(odsText("Quillfen")) + "</table:table-row-group>");
        const auto rows = itemOf(file, HiddenKind::HiddenRows);
        QVERIFY(rows);
        QCOMPARE(rows->count, 3);
        QCOMPARE(rows->byDefault, HiddenDefault::Review);
        QVERIFY(itemOf(file, HiddenKind::HiddenColumns));
        const auto result = scrubOds(file, {});
        for (const char *word : {"Osterwick", "Verlyne", "Nightjar", "Quillfen"}) {
            QVERIFY2(!result.holds(word), word);
        }
        QCOMPARE(result.texts.value(u"sheet 'Data'!C1"_s), u"too"_s);
        QVERIFY(result.content().contains("table:visibility=\"collapse\""));
        const auto kept = scrubOds(file, {{u"Verlyne"_s, u"[P]"_s}},
                                   {HiddenKind::HiddenRows, HiddenKind::HiddenColumns});
        QCOMPARE(kept.texts.value(u"sheet 'Data'!A2"_s), u"[P]"_s);
        QCOMPARE(kept.texts.value(u"sheet 'Data'!B1"_s), u"Osterwick"_s);
    }

    void whatShowsNothingIsHidden()
    {
        OdsFile file;
        file.automaticStyles =
            "<style:style style:name=\"ce1\" style:family=\"table-cell\"><style:text-properties "
            "fo:color=\"#ffffff\"/></style:style>";
        file.sheets = odsTable(
            "Data", odsRow(odsText("Osterwick", "table:style-name=\"ce1\"")
                           + "<table:table-cell office:value-type=\"string\" "
                             "office:string-value=\"Verlyne\"><text:p/></table:table-cell>"
                             "<table:covered-table-cell office:value-type=\"string\"><text:p>"
                             "Nightjar</text:p></table:covered-table-cell>"));
        QVERIFY(itemOf(file, HiddenKind::InvisibleText));
        QVERIFY(itemOf(file, HiddenKind::HiddenText));
        const auto result = scrubOds(file, {});
        for (const char *word : {"Osterwick", "Verlyne", "Nightjar"}) {
            QVERIFY2(!result.holds(word), word);
        }
    }

    void commentsGoOrStay()
    {
        OdsFile file;
        file.sheets = odsTable(
            "Data", odsRow("<table:table-cell office:value-type=\"string\"><office:annotation>"
                           "<dc:creator>Verlyne</dc:creator><text:p>Osterwick</text:p>"
                           "</office:annotation><text:p>shown</text:p></table:table-cell>"));
        QCOMPARE(itemOf(file, HiddenKind::Comments)->count, 2);
        const auto gone = scrubOds(file, {});
        QVERIFY(!gone.holds("Osterwick") && !gone.holds("Verlyne"));
        QCOMPARE(gone.texts.value(u"sheet 'Data'!A1"_s), u"shown"_s);
        const auto kept = scrubOds(file, {{u"Verlyne"_s, u"[P]"_s}}, {HiddenKind::Comments});
        QVERIFY(kept.holds("Osterwick"));
        QVERIFY(!kept.holds("Verlyne"));
    }

    void whatNeverStaysIsListed_data()
    {
        QTest::addColumn<QByteArray>("markup");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &markup, HiddenKind kind) {
            QTest::newRow(name) << markup << static_cast<int>(kind);
        };
        row("changes",
            "<table:tracked-changes><table:cell-content-change><office:change-info><dc:creator>"
            "Osterwick</dc:creator></office:change-info></table:cell-content-change>"
            "</table:tracked-changes>",
            HiddenKind::TrackedChanges);
        row("pivot",
            "<table:data-pilot-tables><table:data-pilot-table table:name=\"Osterwick\"/>"
            "</table:data-pilot-tables>",
            HiddenKind::PivotCache);
        row("links",
            "<table:dde-links><table:dde-link><office:dde-source "
            "office:dde-topic=\"Osterwick\"/></table:dde-link></table:dde-links>",
            HiddenKind::ExternalLinks);
        row("scenario",
            "<table:table table:name=\"Osterwick\"><table:scenario "
            "table:comment=\"Osterwick\"/><table:table-row><table:table-cell/></table:table-row>"
            "</table:table>",
            HiddenKind::Scenarios);
        row("filter",
            "<table:database-ranges><table:database-range table:name=\"b\" "
            "table:target-range-address=\"Data.A1:Data.B2\"><table:filter><table:filter-condition "
            "table:value=\"Osterwick\"/></table:filter></table:database-range>"
            "</table:database-ranges>",
            HiddenKind::DatabaseRanges);
        row("source",
            "<table:database-ranges><table:database-range table:name=\"b\" "
            "table:target-range-address=\"Data.A1:Data.B2\"><table:database-source-sql "
            "table:database-name=\"Osterwick\"/></table:database-range></table:database-ranges>",
            HiddenKind::Connections);
        row("consolidation",
            "<table:consolidation table:source-cell-range-addresses=\"Osterwick.A1\"/>",
            HiddenKind::DatabaseRanges);
        row("linked sheet",
            "<table:table table:name=\"L\"><table:table-source xlink:href=\"Osterwick.ods\"/>"
            "<table:table-row><table:table-cell/></table:table-row></table:table>",
            HiddenKind::ExternalLinks);
        row("controls", "<office:forms><form:form form:name=\"Osterwick\"/></office:forms>",
            HiddenKind::ActiveContent);
        row("macros",
            "<office:event-listeners><script:event-listener "
            "xlink:href=\"Osterwick\"/></office:event-listeners>",
            HiddenKind::Macros);
        row("unknown", "<table:osterwick>Osterwick</table:osterwick>", HiddenKind::UnknownMarkup);
        row("comment", "<!-- Osterwick -->", HiddenKind::MarkupComments);
    }
    void whatNeverStaysIsListed()
    {
        QFETCH(QByteArray, markup);
        QFETCH(int, kind);
        OdsFile file;
        file.sheets = odsTable("Data", odsRow(odsText("shown"))) + markup;
        QVERIFY(itemOf(file, static_cast<HiddenKind>(kind)));
        const auto result = scrubOds(file, {});
        QVERIFY(!result.bytes.isEmpty());
        QVERIFY(!result.holds("Osterwick"));
        QCOMPARE(result.texts.value(u"sheet 'Data'!A1"_s), u"shown"_s);
    }

    void partsThatGoAreListed_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("kind");
        const auto row = [](const QByteArray &name, HiddenKind kind) {
            QTest::newRow(name.constData()) << name << static_cast<int>(kind);
        };
        row("meta.xml", HiddenKind::Properties);
        row("settings.xml", HiddenKind::ViewSettings);
        row("Thumbnails/thumbnail.png", HiddenKind::Thumbnail);
        row("Versions/Version1", HiddenKind::OldVersions);
        row("VersionList.xml", HiddenKind::OldVersions);
        row("Basic/Standard/Module1.xml", HiddenKind::Macros);
        row("manifest.rdf", HiddenKind::CustomXml);
        row("META-INF/documentsignatures.xml", HiddenKind::Signatures);
        row("Configurations2/menubar/m.xml", HiddenKind::ViewSettings);
        row("Object 7/content.xml", HiddenKind::EmbeddedFiles);
        row("Pictures/nobody.png", HiddenKind::UnreachableParts);
        row("notes.txt", HiddenKind::UnknownParts);
    }
    void partsThatGoAreListed()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, kind);
        OdsFile file;
        file.sheets = odsTable("Data", odsRow(odsText("shown")));
        file.parts = {{name, "<office:document-meta>Osterwick</office:document-meta>"}};
        QVERIFY(itemOf(file, static_cast<HiddenKind>(kind)));
        const auto result = scrubOds(file, {});
        QVERIFY(!result.bytes.isEmpty());
        QVERIFY(!result.holds("Osterwick"));
        QVERIFY(!result.parts.contains(QString::fromUtf8(name)));
        QVERIFY(!result.parts.value(u"META-INF/manifest.xml"_s).contains(name));
    }

    void stylesGetNeutralNames()
    {
        OdsFile file;
        file.styles = "<office:styles><style:style style:name=\"Osterwick_20_red\" "
                      "style:display-name=\"Osterwick red\" style:family=\"table-cell\"/>"
                      "</office:styles>";
        file.sheets =
            odsTable("Data", odsRow(odsText("shown", "table:style-name=\"Osterwick_20_red\"")));
        QVERIFY(itemOf(file, HiddenKind::StyleNames));
        const auto gone = scrubOds(file, {});
        QVERIFY(!gone.holds("Osterwick"));
        QVERIFY(gone.content().contains("table:style-name=\"Style_1\""));
        QVERIFY(gone.parts.value(u"styles.xml"_s).contains("style:name=\"Style_1\""));
        const auto kept = scrubOds(file, {}, {HiddenKind::StyleNames});
        QVERIFY(kept.holds("Osterwick red"));
    }

    void usualStylesAndFontsThatHoldARedactedValueAreRenamed()
    {
        OdsFile file;
        file.styles = "<office:font-face-decls><style:font-face style:name=\"Result Sans\" "
                      "svg:font-family=\"'Result Sans'\"/></office:font-face-decls>"
                      "<office:styles><style:style style:name=\"Result\" "
                      "style:family=\"table-cell\"><style:text-properties "
                      "style:font-name=\"Result Sans\"/></style:style></office:styles>";
        file.sheets = odsTable("Data", odsRow(odsText("Result", "table:style-name=\"Result\"")));
        const auto gone = scrubOds(file, {{u"Result"_s, u"gone"_s}});
        QVERIFY(!gone.bytes.isEmpty());
        QVERIFY(!gone.holds("Result"));
        QVERIFY(gone.content().contains("table:style-name=\"Style_"));
        QVERIFY(scrubOds(file, {}).holds("Result Sans"));
    }

    void namesThatNothingShowsAreNeutral()
    {
        OdsFile file;
        file.styles = "<office:font-face-decls><style:font-face style:name=\"Osterwick\" "
                      "svg:font-family=\"Arial\"/><style:font-face style:name=\"Arial\" "
                      "svg:font-family=\"Arial\"/></office:font-face-decls><office:styles>"
                      "<draw:marker draw:name=\"Osterwick_20_arrow\" svg:viewBox=\"0 0 20 30\" "
                      "svg:d=\"M10 0l-10 30h20z\"/><style:style style:name=\"gr1\" "
                      "style:family=\"graphic\"><style:graphic-properties "
                      "draw:marker-start=\"Osterwick_20_arrow\" draw:marker-end=\"Osterwick2\"/>"
                      "<style:text-properties style:font-name=\"Osterwick\" "
                      "style:font-name-asian=\"Osterwick3\" style:font-name-complex=\"Arial\"/>"
                      "</style:style></office:styles>";
        file.sheets = odsTable("Data", odsRow(odsText("shown")));
        const auto result = scrubOds(file, {});
        QVERIFY(!result.bytes.isEmpty());
        QVERIFY(!result.holds("Osterwick"));
        const QByteArray styles = result.parts.value(u"styles.xml"_s);
        QVERIFY(styles.contains("font-name-complex=\"Arial\""));
        const qsizetype marker = styles.indexOf("draw:marker-start=\"") + 19;
        const QByteArray name = styles.mid(marker, styles.indexOf('"', marker) - marker);
        QVERIFY(styles.contains(QByteArray("draw:name=\"" + name + "\"")));
    }

    void aScrubbedFileHidesNothing()
    {
        OdsFile file = hiddenSheet();
        file.styles = "<office:styles><style:style style:name=\"Osterwick\" "
                      "style:family=\"table-cell\"/></office:styles>";
        const auto result = scrubOds(file, {});
        const auto again = openOds(result.bytes);
        QVERIFY(again);
        for (const document::HiddenItem &item : (*again)->hiddenItems()) {
            QVERIFY2(false, qPrintable(document::hiddenLabel(item)));
        }
        const auto second = (*again)->apply(odsPlan(**again, {}), {});
        QVERIFY(second);
        QCOMPARE(second->bytes, result.bytes);
    }
};

QTEST_APPLESS_MAIN(TestOdsHidden)
#include "tst_odshidden.moc"
