// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/canonicalxml.h"
#include "core/formats/ooxml/usualfonts.h"
#include "core/formats/ooxml/vocabulary.h"
#include "core/formats/ooxml/vocabularytables.h"

#include <QTest>

using namespace expunge;
using namespace expunge::formats::ooxml;

Q_DECLARE_METATYPE(expunge::formats::ooxml::AttributeKind)

namespace {

const QByteArray names =
    " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
    " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
    " xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'"
    " xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'"
    " xmlns:a16='http://schemas.microsoft.com/office/drawing/2014/main'";

struct Swept
{
    QByteArray xml;
    SweepCounts counts;
};

Swept swept(const QByteArray &inner)
{
    auto part = parseXmlPart("<w:body" + names + ">" + inner + "</w:body>", {}, {});
    if (!part) {
        return {"refused", {}};
    }
    Swept result;
    result.counts = sweep(part->document.document_element());
    result.xml = writeXmlPart(*part);
    return result;
}

}   // namespace

class TestVocabulary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfAttributeIsKnown_data();
    void everyKindOfAttributeIsKnown();
    void ordinaryMarkupStaysAsItIs();
    void unknownElementsGoWithAllTheyHold();
    void unknownAttributesGo();
    void wordsInAttributesThatHoldNumbersGo_data();
    void wordsInAttributesThatHoldNumbersGo();
    void textOutsideOfTextElementsGoes();
    void marksOfEditingSessionsGo();
    void copiesOfDrawingsGo();
    void emptyExtensionListsGo();
    void drawnShapesKeepTheirGeometry();
    void guidesAreNumbered();
    void noSyntaxTakesAWordOfAPerson();
    void valuesOfTheFormatFit_data();
    void valuesOfTheFormatFit();
    void fontsAreThoseOfAClosedList_data();
    void fontsAreThoseOfAClosedList();
};

void TestVocabulary::everyKindOfAttributeIsKnown_data()
{
    using enum AttributeKind;
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<QByteArray>("attribute");
    QTest::addColumn<AttributeKind>("kind");
    const auto row = [](const char *element, const char *attribute, AttributeKind kind) {
        QTest::addRow("%s %s", element, attribute)
            << QByteArray(element) << QByteArray(attribute) << kind;
    };
    row("w:jc", "w:val", Syntax);
    row("w:alias", "w:val", Text);
    row("w:hyperlink", "w:tooltip", Text);
    row("w:ins", "w:author", Person);
    row("w:permStart", "w:ed", Person);
    row("w:rPrChange", "w:date", Time);
    row("w:bookmarkStart", "w:name", Name);
    row("w:pStyle", "w:val", Name);
    row("a:blip", "r:embed", Relationship);
    row("w:p", "w:rsidR", Revision);
    row("w:p", "w14:paraId", Revision);
    row("wp:docPr", "descr", Text);
    row("pic:cNvPr", "name", Text);
    row("v:shape", "o:gfxdata", Drop);
    row("w:p", "who", Drop);
    row("w:p", "w:unheardOf", Drop);
    row("x:cell", "r", Drop);
}

void TestVocabulary::everyKindOfAttributeIsKnown()
{
    QFETCH(QByteArray, element);
    QFETCH(QByteArray, attribute);
    QFETCH(AttributeKind, kind);
    QCOMPARE(attributeKind(element, attribute), kind);
}

void TestVocabulary::ordinaryMarkupStaysAsItIs()
{
    const QByteArray inner =
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:spacing w:before=\"120\" "
        "w:lineRule=\"auto\"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii=\"Times New Roman\"/><w:b/>"
        "</w:rPr><w:t xml:space=\"preserve\"> Ada </w:t></w:r></w:p>";
    const Swept result = swept(inner);
    QVERIFY2(result.xml.contains(inner), result.xml.constData());
    QCOMPARE(result.counts.unknown + result.counts.revisions, 0);
}

void TestVocabulary::unknownElementsGoWithAllTheyHold()
{
    const Swept result =
        swept("<w:p><w:who><w:r><w:t>Ada</w:t></w:r></w:who><w:r/></w:p><plain>Ada</plain>");
    QVERIFY2(!result.xml.contains("Ada"), result.xml.constData());
    QVERIFY(result.xml.contains("<w:p><w:r/></w:p>"));
    QCOMPARE(result.counts.unknown, 2);
}

void TestVocabulary::unknownAttributesGo()
{
    const Swept result = swept("<w:p w:who='Ada' who='Ada'/>");
    QVERIFY2(!result.xml.contains("Ada"), result.xml.constData());
    QCOMPARE(result.counts.unknown, 2);
}

void TestVocabulary::wordsInAttributesThatHoldNumbersGo_data()
{
    QTest::addColumn<QByteArray>("inner");
    QTest::newRow("words") << QByteArray("<w:jc w:val='Ada Lovelace'/>");
    QTest::newRow("mail") << QByteArray("<w:ind w:left='ada@example.org'/>");
    QTest::newRow("long") << "<w:jc w:val='" + QByteArray(65, '1') + "'/>";
    QTest::newRow("other script") << QByteArray("<w:jc w:val='\xC3\xA9'/>");
    QTest::newRow("style") << QByteArray("<v:shape style='width:1pt;secret:Ada'/>");
    QTest::newRow("style value") << QByteArray("<v:shape style='width:Ada@example'/>");
    QTest::newRow("shape name") << QByteArray("<v:shape id='AdaLovelace'/>");
    QTest::newRow("path") << QByteArray("<v:shape path='m1,1AdaLovelacesHouse'/>");
    QTest::newRow("graphic kind") << QByteArray(
        "<a:graphicData uri='https://ada.example.org/long'/>");
    QTest::newRow("offset") << QByteArray("<wp:posOffset>Ada Lovelace</wp:posOffset>");
}

void TestVocabulary::wordsInAttributesThatHoldNumbersGo()
{
    QFETCH(QByteArray, inner);
    const Swept result = swept(inner);
    QCOMPARE(result.counts.unknown, 1);
    QVERIFY2(!result.xml.contains("Ada") && !result.xml.contains("ada"), result.xml.constData());
}

void TestVocabulary::textOutsideOfTextElementsGoes()
{
    const Swept result = swept("<w:p>Ada<w:r> <w:t>kept</w:t></w:r></w:p>");
    QVERIFY2(result.xml.contains("<w:p><w:r><w:t>kept</w:t></w:r></w:p>"), result.xml.constData());
    QCOMPARE(result.counts.unknown, 1);
}

void TestVocabulary::marksOfEditingSessionsGo()
{
    const Swept result = swept("<w:p w:rsidR='00A1' w14:paraId='1'/><w:style><w:rsid w:val='1'/>"
                               "</w:style><w:abstractNum><w:nsid w:val='1'/></w:abstractNum>");
    QCOMPARE(result.counts.revisions, 4);
    QVERIFY2(result.xml.contains("<w:p/><w:style/><w:abstractNum/>"), result.xml.constData());
}

void TestVocabulary::copiesOfDrawingsGo()
{
    const Swept result = swept("<w:pict><v:shape o:gfxdata='UEsDBA'/></w:pict>");
    QCOMPARE(result.counts.duplicates, 1);
    QVERIFY(!result.xml.contains("UEsDBA"));
}

void TestVocabulary::emptyExtensionListsGo()
{
    const Swept result = swept("<a:blip><a:extLst><a:ext uri='{1}'><a16:creationId id='1'/></a:ext>"
                               "</a:extLst></a:blip><a:xfrm><a:ext cx='1' cy='2'/></a:xfrm>");
    QVERIFY2(result.xml.contains("<a:blip/><a:xfrm><a:ext cx=\"1\" cy=\"2\"/></a:xfrm>"),
             result.xml.constData());
}

void TestVocabulary::drawnShapesKeepTheirGeometry()
{
    const QByteArray inner =
        "<w:pict><v:shapetype id=\"_x0000_t75\" coordsize=\"21600,21600\" o:spt=\"75\" "
        "o:preferrelative=\"t\" path=\"m@4@5l@4@11@9@11@9@5xe\" filled=\"f\"><v:formulas>"
        "<v:f eqn=\"if lineDrawn pixelLineWidth 0\"/></v:formulas></v:shapetype>"
        "<v:shape id=\"_x0000_i1025\" type=\"#_x0000_t75\" "
        "style=\"position:absolute;margin-left:0;width:1.5pt;mso-position-horizontal:center\" "
        "fillcolor=\"#4f81bd [3204]\" wrapcoords=\"-35 0 -35 21548\"/></w:pict>"
        "<a:gd name=\"adj1\" fmla=\"*/ w 1 2\"/>";
    const Swept result = swept(inner);
    QVERIFY2(result.xml.contains(inner), result.xml.constData());
    QCOMPARE(result.counts.unknown, 0);
}

void TestVocabulary::guidesAreNumbered()
{
    const Swept result = swept("<a:custGeom><a:gdLst><a:gd name='ada' fmla='*/ w 1 2'/>"
                               "<a:gd name='g1' fmla='+- ada 0 h'/></a:gdLst><a:pathLst><a:path>"
                               "<a:moveTo><a:pt x='ada' y='g1'/></a:moveTo></a:path></a:pathLst>"
                               "</a:custGeom>");
    QVERIFY2(!result.xml.contains("ada"), result.xml.constData());
    QVERIFY2(result.xml.contains("<a:gd name=\"g2\" fmla=\"*/ w 1 2\"/><a:gd name=\"g1\" "
                                 "fmla=\"+- g2 0 h\"/>"),
             result.xml.constData());
    QVERIFY(result.xml.contains("<a:pt x=\"g2\" y=\"g1\"/>"));
}

void TestVocabulary::noSyntaxTakesAWordOfAPerson()
{
    const QByteArrayList words{"quixvane",
                               "Quixvane",
                               "QUIXVANE",
                               "q7uix4vane2",
                               "quix-vane",
                               "quix_vane1",
                               "rIdQuix",
                               "urn:microsoft.com/office/officeart/2005/8/layout/quixvane",
                               "{quixvane}",
                               "#quixvane",
                               "width:quixvane",
                               "font-family:quixvane",
                               "quixvane/",
                               "http://quixvane",
                               "\xd0\x9a\xd0\xb2\xd0\xb8\xd0\xba\xd1\x81",
                               "left quixvane",
                               "Ada7Byron"};
    const auto names = [](const char *list) { return QByteArray(list).split(' '); };
    QByteArrayList taken;
    int tried = 0;
    for (const NameList &elements : elementLists()) {
        QByteArrayList attributes;
        for (const NameList &list : plainAttributeLists()) {
            attributes += QByteArrayView(list.prefix) == elements.prefix ? names(list.names)
                                                                         : QByteArrayList();
        }
        for (const NameList &list : qualifiedAttributeLists()) {
            for (const QByteArray &name : names(list.names)) {
                attributes.append(QByteArray(list.prefix) + ':' + name);
            }
        }
        for (const QByteArray &local : names(elements.names)) {
            const QByteArray element = QByteArray(elements.prefix) + ':' + local;
            for (const QByteArray &attribute : std::as_const(attributes)) {
                if (attributeKind(element, attribute) == AttributeKind::Syntax) {
                    // the words take turns, so that each meets every form of values
                    const QByteArray &word = words[tried++ % words.size()];
                    if (syntaxFits(element, attribute, word)) {
                        taken.append(element + '@' + attribute + '=' + word);
                    }
                }
            }
        }
    }
    QVERIFY(tried > 100000);
    for (const QByteArray &word : words) {
        QVERIFY(!syntaxFits("x:any", "val", word));
    }
    QVERIFY2(taken.isEmpty(), taken.join(' ').left(400).constData());
}

void TestVocabulary::valuesOfTheFormatFit_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<QByteArray>("attribute");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *element, const char *attribute, const char *value) {
        QTest::addRow("%s %s %s", element, attribute, value)
            << QByteArray(element) << QByteArray(attribute) << QByteArray(value);
    };
    row("w:color", "w:val", "ABCDEF");
    row("w:shd", "w:fill", "auto");
    row("w:numFmt", "w:val", "lowerRoman");
    row("w:lang", "w:eastAsia", "zh-Hant-TW");
    row("w:lang", "w:val", "es-ES_tradnl");
    row("w:panose1", "w:val", "020B0604020202020204");
    row("a:prstGeom", "prst", "flowChartMagneticDisk");
    row("a:srgbClr", "val", "C0FFEE");
    row("a:rPr", "lang", "sr-Latn-RS");
    row("a:buAutoNum", "type", "arabicPeriod");
    row("p:animEffect", "filter", "wipe(left)");
    row("p:animMotion", "path", "M 0 0 L 0.25 -0.1 E");
    row("p:cTn", "presetClass", "entr");
    row("c:tickLblPos", "val", "nextTo");
    row("dgm:prSet", "presStyleLbl", "bgSibTrans2D1");
    row("dgm:prSet", "presName", "rootConnector1");
    row("dgm:layoutDef", "uniqueId", "urn:microsoft.com/office/officeart/2005/8/layout/hierarchy3");
    row("dgm:prSet", "csTypeId", "urn:microsoft.com/office/officeart/2005/8/colors/accent1_2");
    row("v:shape", "style", "position:absolute;width:12.5pt;font-family:\"Times New Roman\"");
    row("v:fill", "color2", "fill darken(118)");
    row("v:shape", "path", "m0,0l21600r21600,0xe");
    row("mc:Choice", "Requires", "wps w14");
    row("x:any", "patternType", "darkTrellis");
    row("x:any", "iconSet", "3TrafficLights1");
    row("x:any", "rgb", "FFABCDEF");
}

void TestVocabulary::valuesOfTheFormatFit()
{
    QFETCH(QByteArray, element);
    QFETCH(QByteArray, attribute);
    QFETCH(QByteArray, value);
    QVERIFY(syntaxFits(element, attribute, value));
}

void TestVocabulary::fontsAreThoseOfAClosedList_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("usual");
    for (const char *name :
         {"Arial", "arial narrow", "ARIAL BLACK", "Segoe UI Semibold", "Calibri Light",
          "Franklin Gothic Demi Cond", "Noto Sans CJK SC", "Lohit Devanagari",
          "MinionPro-BoldItalic", "@SimSun", "+mn-lt", "MS 明朝", "ＭＳ Ｐゴシック", "宋体",
          "微软雅黑", "맑은 고딕", "Arial CYR", ""}) {
        QTest::newRow(name) << QString::fromUtf8(name) << true;
    }
    for (const char *name :
         {"Arial Acme", "Calibri Quixvane Sans", "Arialquix", "Quixvane", "Acme Sans", "Times Quix",
          "微软 Quixvane", "クイックス", "Sans Quixvane", "Arial-Acme", "Bold", "Light Acme"}) {
        QTest::newRow(name) << QString::fromUtf8(name) << false;
    }
}

void TestVocabulary::fontsAreThoseOfAClosedList()
{
    QFETCH(QString, name);
    QFETCH(bool, usual);
    QCOMPARE(isUsualFont(name), usual);
}

QTEST_APPLESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
