// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sideparts.h"
#include "core/formats/ooxml/stylenames.h"

#include <QTest>

using namespace expunge;
using namespace expunge::formats::ooxml;
using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

const QByteArray namesUsed =
    " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
    " xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'"
    " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
    " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
    " xmlns:dgm='http://schemas.openxmlformats.org/drawingml/2006/diagram'"
    " xmlns:dsp='http://schemas.microsoft.com/office/drawing/2008/diagram'"
    " xmlns:w15='http://schemas.microsoft.com/office/word/2012/wordml'"
    " xmlns:op='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties'"
    " xmlns:vt='http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'";

const QString wordType = u"application/vnd.openxmlformats-officedocument.wordprocessingml."_s;
const QString drawingType = u"application/vnd.openxmlformats-officedocument.drawingml."_s;

SidePart read(const QString &type, const QByteArray &root, const QByteArray &inner)
{
    Part part;
    part.contentType = type;
    part.bytes = "<" + root + namesUsed + ">" + inner + "</" + root + ">";
    auto side = readSidePart(part, u"a.docx"_s);
    return side ? std::move(*side) : SidePart();
}

std::vector<QString> textsOf(const SidePart &side)
{
    std::vector<QString> texts;
    for (const SideText &text : side.texts) {
        texts.push_back(text.text);
    }
    return texts;
}

QByteArray rewritten(const SidePart &side, const SideOptions &options = {})
{
    return rewriteSidePart(side, textsOf(side), options);
}

QByteArray style(const QByteArray &id, const QByteArray &name, const QByteArray &more = {})
{
    return "<w:style w:type='paragraph' w:styleId='" + id + "'><w:name w:val='" + name + "'/>"
           + more + "</w:style>";
}

const QByteArray chart =
    "<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>Pay of </a:t></a:r><a:r><a:t>Ada"
    "</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef>"
    "<c:f>'Acme pay'!$B$1</c:f><c:strCache><c:pt idx='0'><c:v>Acme</c:v></c:pt></c:strCache>"
    "</c:strRef></c:tx><c:val><c:numRef><c:f>AcmeRange</c:f><c:numCache><c:formatCode>0.0 \"Acme\""
    "</c:formatCode><c:pt idx='0'><c:v>5</c:v></c:pt><c:pt idx='1'><c:v>491701234567</c:v></c:pt>"
    "</c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart>"
    "<c:externalData r:id='rId1'><c:autoUpdate val='0'/></c:externalData>";

}   // namespace

class TestSideParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsAreKnownByTheirType();
    void customStyleNamesBecomeNeutral();
    void builtInStylesKeepTheirNames_data();
    void builtInStylesKeepTheirNames();
    void idsOfBuiltInStylesSayNothingElse();
    void styleNamesStayWhenKept();
    void storiesFollowTheNewStyleIds();
    void listNumbersWithWordsAreTexts();
    void settingsKeepOnlyWhatBearsOnTheLook();
    void wordsInsideOfSettingsGo();
    void embeddedFontsGo();
    void namesInThemesBecomeNeutral();
    void textsOfChartsAreReadAndWrittenBack();
    void workbooksAndFormulasOfChartsSayNothing();
    void numbersOfChartsGoWithTheirPoint();
    void diagramTextsAreCopiedInTheirDrawing();
    void propertiesAreReadWithTheirNames();
    void neutralPropertiesSayNothing();
    void relationshipsThatAPartNamesAreListed();
    void unknownMarkupIsCounted();
};

void TestSideParts::partsAreKnownByTheirType()
{
    QCOMPARE(sideKind(wordType + u"styles+xml"_s), SideKind::Styles);
    QCOMPARE(sideKind(drawingType + u"chart+xml"_s), SideKind::Chart);
    QCOMPARE(sideKind(wordType + u"document.main+xml"_s), SideKind::None);
    QCOMPARE(sideKind(wordType + u"webSettings+xml"_s), SideKind::None);
    QCOMPARE(sideKind(QString()), SideKind::None);
}

void TestSideParts::customStyleNamesBecomeNeutral()
{
    const SidePart side =
        read(wordType + u"styles+xml"_s, "w:styles",
             "<w:latentStyles><w:lsdException w:name='Ada 1'/></w:latentStyles>"
                 + style("Normal", "Normal")
                 + style("AdaStyle", "Ada style", "<w:aliases w:val='Ada alias'/>")
                 + style("Style1", "Ada other", "<w:basedOn w:val='AdaStyle'/>"));
    QCOMPARE(side.hidden.at(HiddenKind::StyleNames), 2);
    const QByteArray out = rewritten(side);
    QVERIFY2(!out.contains("Ada"), out.constData());
    QVERIFY(out.contains("w:styleId=\"Normal\""));
    QCOMPARE(side.styleNames.value(u"Ada style"_s), u"Style 2"_s);
    QVERIFY(out.contains("<w:basedOn w:val=\"Style2\"/>"));

    Part again;
    again.contentType = wordType + u"styles+xml"_s;
    again.bytes = out;
    QVERIFY(!readSidePart(again, {})->hidden.contains(HiddenKind::StyleNames));
}

void TestSideParts::builtInStylesKeepTheirNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("builtIn");
    for (const char *name :
         {"Normal", "heading 1", "Heading 9", "toc 3", "Table Grid", "List Bullet 5",
          "Light Shading Accent 3", "Medium Grid 3 Accent 6", "Plain Table 5",
          "Grid Table 1 Light Accent 2", "List Table 7 Colorful Accent 6", "Heading 1 Char",
          "Grid Table 5 Dark", "No List", "annotation text"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    }
    for (const char *name :
         {"heading 10", "Acme", "Normal Acme", "Table Grid Accent 1 Ada", "Acme Char"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << false;
    }
}

void TestSideParts::builtInStylesKeepTheirNames()
{
    QFETCH(QString, name);
    QFETCH(bool, builtIn);
    QCOMPARE(isBuiltInStyle(name), builtIn);
}

void TestSideParts::idsOfBuiltInStylesSayNothingElse()
{
    const SidePart side = read(wordType + u"styles+xml"_s, "w:styles",
                               style("berschrift1", "heading 1") + style("heading2", "heading 2")
                                   + style("Ada", "Title"));
    QCOMPARE(side.styleIds.value(u"berschrift1"_s), u"Heading1"_s);
    QCOMPARE(side.styleIds.value(u"Ada"_s), u"Title"_s);
    QVERIFY(!side.styleIds.contains(u"heading2"_s));
}

void TestSideParts::styleNamesStayWhenKept()
{
    const SidePart side =
        read(wordType + u"styles+xml"_s, "w:styles", style("AdaStyle", "Ada style"));
    SideOptions options;
    options.keepStyleNames = true;
    QVERIFY(rewritten(side, options).contains("Ada style"));
}

void TestSideParts::storiesFollowTheNewStyleIds()
{
    auto story =
        parseXmlPart("<w:p" + namesUsed + "><w:pPr><w:pStyle w:val='Ada'/></w:pPr></w:p>", {}, {});
    QVERIFY(story);
    renameStyles(story->document.document_element(), {{u"Ada"_s, u"Style1"_s}});
    QVERIFY(writeXmlPart(*story).contains("<w:pStyle w:val=\"Style1\"/>"));
}

void TestSideParts::listNumbersWithWordsAreTexts()
{
    const SidePart side = read(
        wordType + u"numbering+xml"_s, "w:numbering",
        "<w:abstractNum w:abstractNumId='0'><w:nsid w:val='12AB34CD'/><w:name w:val='Ada list'/>"
        "<w:lvl w:ilvl='0'><w:lvlText w:val='Ada %1.'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:lvlText w:val='%1.%2)'/></w:lvl>"
        "<w:lvl w:ilvl='2'><w:numFmt w:val='custom' w:format='Ada, Bob'/></w:lvl></w:abstractNum>");
    QCOMPARE(textsOf(side), std::vector<QString>{u"Ada %1."_s});
    const QByteArray out = rewriteSidePart(side, {u"[NAME] %1."_s}, {});
    QVERIFY2(!out.contains("Ada") && !out.contains("12AB34CD"), out.constData());
    QVERIFY(out.contains("w:val=\"[NAME] %1.\"") && out.contains("w:val=\"%1.%2)\""));
}

void TestSideParts::settingsKeepOnlyWhatBearsOnTheLook()
{
    const QByteArray kept =
        "<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"708\"/>"
        "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"ja-JP\"/>"
        "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
        "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>";
    const SidePart side = read(
        wordType + u"settings+xml"_s, "w:settings",
        kept
            + "<w:attachedTemplate r:id='rId1'/><w:mailMerge><w:query w:val='Ada'/></w:mailMerge>"
              "<w:docVars><w:docVar w:name='Ada' w:val='1'/><w:docVar w:name='b' "
              "w:val='2'/></w:docVars>"
              "<w:rsids><w:rsid w:val='00AB12CD'/></w:rsids><w15:docId w15:val='{1}'/>"
              "<w:documentProtection w:hash='Ada='/><w:proofState w:spelling='clean'/>"
              "<w:whoKnows w:val='Ada'/>");
    const QByteArray out = rewritten(side);
    QVERIFY2(out.contains(kept) && out.endsWith("</w:compat></w:settings>"), out.constData());
    QCOMPARE(side.hidden.at(HiddenKind::AttachedTemplate), 1);
    QCOMPARE(side.hidden.at(HiddenKind::MailMerge), 1);
    QCOMPARE(side.hidden.at(HiddenKind::DocumentVariables), 2);
    QCOMPARE(side.hidden.at(HiddenKind::RevisionIds), 2);
    QCOMPARE(side.hidden.at(HiddenKind::Permissions), 1);
    QCOMPARE(side.hidden.at(HiddenKind::UnknownMarkup), 1);
}

void TestSideParts::wordsInsideOfSettingsGo()
{
    const SidePart side =
        read(wordType + u"settings+xml"_s, "w:settings",
             "<w:compat><w:who w:val='1'>Ada</w:who><w:useFELayout w:val='Ada L'/>"
             "Ada</w:compat><w:zoom who='Ada' w:val='Ada L'/>");
    const QByteArray out = rewritten(side);
    QVERIFY2(!out.contains("Ada"), out.constData());
    QVERIFY(out.contains("<w:useFELayout/>") && out.contains("<w:zoom/>"));
}

void TestSideParts::embeddedFontsGo()
{
    const SidePart side = read(
        wordType + u"fontTable+xml"_s, "w:fonts",
        "<w:font w:name='Arial'><w:altName w:val='Ada'/><w:panose1 w:val='020B0604020202020204'/>"
        "<w:embedRegular r:id='rId1' w:fontKey='{1}'/></w:font>");
    QCOMPARE(side.hidden.at(HiddenKind::EmbeddedFonts), 1);
    const QByteArray out = rewritten(side);
    QVERIFY2(out.contains("<w:font w:name=\"Arial\"><w:panose1 w:val=\"020B0604020202020204\"/>"
                          "</w:font>"),
             out.constData());
}

void TestSideParts::namesInThemesBecomeNeutral()
{
    Part part;
    part.contentType = u"application/vnd.openxmlformats-officedocument.theme+xml"_s;
    part.bytes = "<a:theme" + namesUsed
                 + " name='Ada theme'><a:themeElements><a:clrScheme name='Ada colours'/>"
                   "<a:fontScheme name='Office'/></a:themeElements><a:custClrLst><a:custClr "
                   "name='Ada red'/></a:custClrLst></a:theme>";
    const auto side = readSidePart(part, {});
    QVERIFY(side);
    const QByteArray out = rewritten(*side);
    QVERIFY2(!out.contains("Ada"), out.constData());
    QVERIFY(out.contains("name=\"Office Theme\"")
            && out.contains("<a:clrScheme name=\"Office\"/>"));
    QCOMPARE(side->hidden.at(HiddenKind::StyleNames), 2);
}

void TestSideParts::textsOfChartsAreReadAndWrittenBack()
{
    const SidePart side = read(drawingType + u"chart+xml"_s, "c:chartSpace", chart);
    QCOMPARE(textsOf(side),
             (std::vector<QString>{u"Pay of Ada"_s, u"Acme"_s, u"5"_s, u"491701234567"_s}));
    QCOMPARE(side.texts[0].place[1].name, u"title"_s);
    QCOMPARE(side.texts[1].place[1].name, u"series name"_s);
    std::vector<QString> texts = textsOf(side);
    texts[0] = u"Pay of [NAME]"_s;
    texts[1] = u"[FIRM]"_s;
    const QByteArray out = rewriteSidePart(side, texts, {});
    QVERIFY2(!out.contains("Ada") && out.contains("<a:t>Pay of [NAME]</a:t>")
                 && out.contains("<c:v>[FIRM]</c:v>"),
             out.constData());
}

void TestSideParts::workbooksAndFormulasOfChartsSayNothing()
{
    const SidePart side = read(drawingType + u"chart+xml"_s, "c:chartSpace", chart);
    QCOMPARE(side.hidden.at(HiddenKind::ChartData), 1);
    std::vector<QString> texts = textsOf(side);
    texts[1] = u"x"_s;
    const QByteArray out = rewriteSidePart(side, texts, {});
    QVERIFY2(!out.contains("Acme") && !out.contains("externalData"), out.constData());
    QVERIFY(out.contains("<c:f>Sheet1!$B$1</c:f>") && out.contains("<c:f>Sheet1!$A$1</c:f>"));
    QVERIFY(out.contains("<c:formatCode>General</c:formatCode>"));
}

void TestSideParts::numbersOfChartsGoWithTheirPoint()
{
    const SidePart side = read(drawingType + u"chart+xml"_s, "c:chartSpace", chart);
    std::vector<QString> texts = textsOf(side);
    texts[3] = u"[PHONE]"_s;
    const QByteArray out = rewriteSidePart(side, texts, {});
    QVERIFY2(!out.contains("491701234567") && !out.contains("PHONE")
                 && out.contains("<c:v>5</c:v>"),
             out.constData());
    texts[3] = u"7"_s;
    QVERIFY(rewriteSidePart(side, texts, {}).contains("<c:v>7</c:v>"));
}

void TestSideParts::diagramTextsAreCopiedInTheirDrawing()
{
    const auto paragraph = [](const QByteArray &text) -> QByteArray {
        return "<a:p><a:r><a:t>" + text + "</a:t></a:r></a:p>";
    };
    const SidePart data = read(drawingType + u"diagramData+xml"_s, "dgm:dataModel",
                               "<dgm:ptLst><dgm:pt modelId='1'><dgm:t>" + paragraph("Ada")
                                   + "</dgm:t></dgm:pt><dgm:pt modelId='2'><dgm:t>"
                                   + paragraph("Ada") + "</dgm:t></dgm:pt></dgm:ptLst>");
    const SidePart drawing =
        read(u"application/vnd.ms-office.drawingml.diagramDrawing+xml"_s, "dsp:drawing",
             "<dsp:spTree><dsp:sp><dsp:txBody>" + paragraph("Ada") + paragraph("Bob")
                 + paragraph("Ada") + "</dsp:txBody></dsp:sp></dsp:spTree>");
    QCOMPARE(textsOf(data).size(), 2U);
    QCOMPARE(copiesOf(drawing, data), (std::vector<int>{0, -1, 1}));
    const QByteArray out = rewriteSidePart(drawing, {u"x"_s, u"y"_s, u"z"_s}, {});
    QVERIFY2(!out.contains("Ada") && !out.contains("Bob"), out.constData());
}

void TestSideParts::propertiesAreReadWithTheirNames()
{
    const SidePart side = read(
        u"application/vnd.openxmlformats-officedocument.custom-properties+xml"_s, "op:Properties",
        "<op:property pid='2' name='Client'><vt:lpwstr>Acme</vt:lpwstr></op:property>");
    QCOMPARE(textsOf(side), (std::vector<QString>{u"Client"_s, u"Acme"_s}));
    QCOMPARE(side.texts[1].place[0].kind, document::PlaceKind::Property);
    const QByteArray out = rewriteSidePart(side, {u"a"_s, u"b"_s}, {});
    QVERIFY2(!out.contains("Acme") && !out.contains("Client"), out.constData());
}

void TestSideParts::neutralPropertiesSayNothing()
{
    for (const QByteArray &xml : {neutralCoreProperties(), neutralExtendedProperties()}) {
        const auto part = parseXmlPart(xml, {}, {});
        QVERIFY(part);
        QVERIFY(!part->document.document_element().first_child());
        QVERIFY(!part->document.document_element().first_attribute());
    }
}

void TestSideParts::relationshipsThatAPartNamesAreListed()
{
    const SidePart side =
        read(u"application/vnd.openxmlformats-officedocument.theme+xml"_s, "a:theme",
             "<a:themeElements><a:fmtScheme name='Office'><a:fillStyleLst><a:blipFill><a:blip "
             "r:embed='rId7'/></a:blipFill></a:fillStyleLst></a:fmtScheme></a:themeElements>");
    QCOMPARE(usedRelationships(side.xml.document.document_element()), QStringList{u"rId7"_s});
}

void TestSideParts::unknownMarkupIsCounted()
{
    const SidePart side =
        read(drawingType + u"chart+xml"_s, "c:chartSpace",
             "<!-- Ada --><c:who>Ada</c:who><c:extLst><c:ext uri='x'/></c:extLst>");
    QCOMPARE(side.hidden.at(HiddenKind::UnknownMarkup), 2);
    QCOMPARE(side.hidden.at(HiddenKind::MarkupComments), 1);
    QVERIFY(!rewritten(side).contains("Ada"));
}

QTEST_APPLESS_MAIN(TestSideParts)
#include "tst_sideparts.moc"
