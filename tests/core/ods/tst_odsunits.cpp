// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ods/spreadsheettesting.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

QMap<QString, QString> textsOf(const OdsFile &file)
{
    const auto document = openOds(odsBytes(file));
    return document ? odsTexts(**document) : QMap<QString, QString>();
}

QMap<QString, QString> textsOf(const QByteArray &rows)
{
    return textsOf(OdsFile{odsTable("Data", rows), {}, {}, {}, {}});
}

}   // namespace

/// What can be read in a spreadsheet.
class TestOdsUnits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreUnitsWithTheirPlace()
    {
        const auto texts = textsOf(odsRow(odsText("Ada") + odsText("Ida"))
                                   + odsRow("<table:table-cell/>" + odsText("Eda")));
        QCOMPARE(texts.value(u"sheet 'Data'!A1"_s), u"Ada"_s);
        QCOMPARE(texts.value(u"sheet 'Data'!B1"_s), u"Ida"_s);
        QCOMPARE(texts.value(u"sheet 'Data'!B2"_s), u"Eda"_s);
        QCOMPARE(texts.value(u"sheet 'Data'"_s), u"Data"_s);
    }

    void repetitionsAreOneUnitAndMoveTheNextCell()
    {
        const auto texts = textsOf(
            odsRow("<table:table-cell table:number-columns-repeated=\"3\"/>"
                       + odsText("Ada", "table:number-columns-repeated=\"2\"") + odsText("next"),
                   "table:number-rows-repeated=\"1000000\"")
            + odsRow(odsText("last")));
        QCOMPARE(texts.value(u"sheet 'Data'!D1"_s), u"Ada"_s);
        QCOMPARE(texts.value(u"sheet 'Data'!F1"_s), u"next"_s);
        QCOMPARE(texts.value(u"sheet 'Data'!A1000001"_s), u"last"_s);
        QVERIFY2(texts.size() == 4, qPrintable(QStringList(texts.keys()).join(u'|')));
    }

    void paragraphsSpansAndLinksAreOneText()
    {
        const auto texts = textsOf(odsRow(
            "<table:table-cell office:value-type=\"string\"><text:p>Mi<text:span "
            "text:style-name=\"T1\">relle</text:span> <text:s text:c=\"2\"/>Oster</text:p><text:p>"
            "<text:a xlink:href=\"https://quillfen.example/o\">wick</text:a></text:p>"
            "</table:table-cell>"));
        QCOMPARE(texts.value(u"sheet 'Data'!A1"_s), u"Mirelle   Oster\nwick"_s);
        QCOMPARE(texts.value(u"sheet 'Data'!A1, link"_s), u"https://quillfen.example/o"_s);
    }

    void valuesBehindTheTextAreUnits()
    {
        const auto texts = textsOf(odsRow(
            odsNumber("491701234567", "+49 170 1234567")
            + "<table:table-cell office:value-type=\"date\" office:date-value=\"1975-03-14\">"
              "<text:p>14 March 75</text:p></table:table-cell>"
              "<table:table-cell office:value-type=\"string\" office:string-value=\"Osterwick\">"
              "<text:p>shown</text:p></table:table-cell>"
            + odsNumber("0.5", "50 %") + odsNumber("12", "12")));
        QCOMPARE(texts.value(u"sheet 'Data'!A1"_s), u"+49 170 1234567"_s);
        QCOMPARE(texts.value(u"sheet 'Data'!A1, stored number"_s), u"491701234567"_s);
        QCOMPARE(texts.value(u"sheet 'Data'!B1, stored number"_s), u"1975-03-14"_s);
        QCOMPARE(texts.value(u"sheet 'Data'!C1, stored text"_s), u"Osterwick"_s);
        QVERIFY(!texts.contains(u"sheet 'Data'!D1, stored number"_s));
        QVERIFY(!texts.contains(u"sheet 'Data'!E1, stored number"_s));
    }

    void formulasWithWordsAreUnits()
    {
        const auto texts = textsOf(odsRow(
            odsText("Ada x", "table:formula=\"of:=&quot;Ada &quot;&amp;[.B1]\"") + odsText("x")));
        QCOMPARE(texts.value(u"sheet 'Data'!A1, formula"_s), u"of:=\"Ada \"&[.B1]"_s);
    }

    void whatStandsAroundTheCellsIsUnits()
    {
        OdsFile file;
        file.sheets =
            "<table:content-validations><table:content-validation table:name=\"v\" "
            "table:condition=\"of:cell-content-is-in-list(&quot;Ada&quot;)\"><table:help-message "
            "table:title=\"Help\"><text:p>Ask Ida</text:p></table:help-message>"
            "</table:content-validation></table:content-validations>"
            + odsTable("Data",
                       "<table:shapes><draw:frame draw:name=\"Plan of Eda\"><draw:text-box>"
                       "<text:p>Shape</text:p></draw:text-box><svg:desc>Picture of Uda</svg:desc>"
                       "</draw:frame></table:shapes>"
                           + odsRow("<table:table-cell office:value-type=\"string\">"
                                    "<office:annotation><dc:creator>Oda</dc:creator><text:p>Note"
                                    "</text:p></office:annotation><text:p>x</text:p>"
                                    "</table:table-cell>"))
            + "<table:named-expressions><table:named-expression table:name=\"Owner\" "
              "table:expression=\"&quot;Yda&quot;\"/></table:named-expressions>";
        file.styles =
            "<office:master-styles><style:master-page style:name=\"Default\"><style:header>"
            "<text:p>Of Quillfen</text:p></style:header></style:master-page>"
            "</office:master-styles>";
        file.automaticStyles = "<number:number-style style:name=\"N1\"><number:text>Nr. of "
                               "Ada</number:text></number:number-style>";
        const auto document = openOds(odsBytes(file));
        QVERIFY(document);
        QStringList all;
        for (const document::TextUnit &unit : (*document)->textUnits()) {
            all.append(unit.text);
        }
        for (const QString &wanted :
             {u"of:cell-content-is-in-list(\"Ada\")"_s, u"Help"_s, u"Ask Ida"_s, u"Plan of Eda"_s,
              u"Shape"_s, u"Picture of Uda"_s, u"Note"_s, u"Oda"_s, u"Owner"_s, u"\"Yda\""_s,
              u"Of Quillfen"_s, u"Nr. of Ada"_s}) {
            QVERIFY2(all.contains(wanted), qPrintable(wanted));
        }
    }

    void otherPrefixesAreUnderstood()
    {
        QByteArray bytes = odsBytes({odsTable("Data", odsRow(odsText("Ada"))), {}, {}, {}, {}});
        const auto parts = odsParts(bytes);
        QByteArray content = parts.value(u"content.xml"_s);
        content.replace("<text:", "<t:")
            .replace("</text:", "</t:")
            .replace("xmlns:text=", "xmlns:t=");
        ZipBuilder zip;
        ZipEntry mimetype;
        mimetype.name = "mimetype";
        mimetype.content = "application/vnd.oasis.opendocument.spreadsheet";
        mimetype.deflate = false;
        zip.add(mimetype);
        zip.add("content.xml", content);
        zip.add("META-INF/manifest.xml", parts.value(u"META-INF/manifest.xml"_s));
        const auto document = openOds(zip.build());
        QVERIFY(document);
        const auto texts = odsTexts(**document);
        QVERIFY2(texts.value(u"sheet 'Data'!A1"_s) == u"Ada"_s,
                 qPrintable(QStringList(texts.keys()).join(u'|')));
    }
};

QTEST_APPLESS_MAIN(TestOdsUnits)
#include "tst_odsunits.moc"
