// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/embedded/embeddingtesting.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto cells =
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Mirelle Osterwick</t></is></c>"
    "</row>";

/// What Excel 2010 writes: the object says where its picture is.
QByteArray newForm()
{
    return "<oleObjects><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-"
           "compatibility/2006\"><mc:Choice Requires=\"x14\"><oleObject progId=\"Package\" "
           "shapeId=\"1025\" r:id=\"rIdO\"><objectPr defaultSize=\"0\" r:id=\"rIdP\"><anchor><from>"
           "<xdr:col xmlns:xdr=\"x\">1</xdr:col><xdr:colOff xmlns:xdr=\"x\">0</xdr:colOff><xdr:row "
           "xmlns:xdr=\"x\">2</xdr:row><xdr:rowOff "
           "xmlns:xdr=\"x\">0</xdr:rowOff></from><to><xdr:col "
           "xmlns:xdr=\"x\">4</xdr:col><xdr:colOff xmlns:xdr=\"x\">77</xdr:colOff><xdr:row "
           "xmlns:xdr=\"x\">6</xdr:row><xdr:rowOff xmlns:xdr=\"x\">0</xdr:rowOff></to></anchor>"
           "</objectPr></oleObject></mc:Choice><mc:Fallback><oleObject progId=\"Package\" "
           "shapeId=\"1025\" r:id=\"rIdO\"/></mc:Fallback></mc:AlternateContent></oleObjects>";
}

/// What Excel 2007 writes: only the old drawing knows.
QByteArray oldForm()
{
    return "<oleObjects><oleObject progId=\"Package\" shapeId=\"1025\" "
           "r:id=\"rIdO\"/></oleObjects>";
}

QByteArray oldDrawing()
{
    return "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
           "xmlns:o=\"urn:schemas-microsoft-com:office:"
           "office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shape "
           "id=\"_x0000_s1025\" "
           "type=\"#_x0000_t75\"><v:imagedata o:relid=\"rId1\" "
           "o:title=\"Osterwick\"/><x:ClientData "
           "ObjectType=\"Pict\"><x:Anchor>1, 0, 2, 0, 4, 10, 6, "
           "0</x:Anchor></x:ClientData></v:shape>"
           "</xml>";
}

QByteArray workbook(const QByteArray &objects)
{
    return XlsxBuilder()
        .sheet({"Data", cells, {}, "<legacyDrawing r:id=\"rIdV\"/>" + objects, {}})
        .part("xl/drawings/vmlDrawing1.vml",
              "application/vnd.openxmlformats-officedocument.vmlDrawing", oldDrawing())
        .part("xl/media/image1.png", "image/png", greyPixel())
        .part("xl/embeddings/oleObject1.bin",
              "application/vnd.openxmlformats-officedocument.oleObject", "secret of Osterwick")
        .relate("xl/worksheets/sheet1.xml", "rIdV", "vmlDrawing", "../drawings/vmlDrawing1.vml")
        .relate("xl/worksheets/sheet1.xml", "rIdO", "oleObject", "../embeddings/oleObject1.bin")
        .relate("xl/worksheets/sheet1.xml", "rIdP", "image", "../media/image1.png")
        .relate("xl/drawings/vmlDrawing1.vml", "rId1", "image", "../media/image1.png")
        .build();
}

}   // namespace

/// Pictures of the objects in sheets.
class TestObjectPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsGoAndTheirPicturesStay_data()
    {
        QTest::addColumn<QByteArray>("objects");
        QTest::addColumn<QByteArray>("offset");
        QTest::addRow("2010") << newForm() << QByteArray("<xdr:colOff>77</xdr:colOff>");
        QTest::addRow("2007") << oldForm() << QByteArray("<xdr:colOff>95250</xdr:colOff>");
    }

    void objectsGoAndTheirPicturesStay()
    {
        QFETCH(QByteArray, objects);
        QFETCH(QByteArray, offset);
        const ScrubbedFile written =
            scrubbedFile(workbook(objects), {{u"Osterwick"_s, u"[PERSON-1]"_s}});
        QCOMPARE(written.leaks.join(u'\n'), QString());
        QVERIFY(!written.contains("Osterwick"));
        QVERIFY(!written.contains("oleObject"));
        const QByteArray drawing = written.parts.value(u"xl/drawings/drawing1.xml"_s);
        QVERIFY2(drawing.contains("<xdr:pic>"), drawing.constData());
        QVERIFY(drawing.contains("<xdr:col>1</xdr:col>"));
        QVERIFY(drawing.contains(offset));
        QVERIFY(written.parts.contains(u"xl/media/image1.png"_s));
        const QByteArray sheet = written.parts.value(u"xl/worksheets/sheet1.xml"_s);
        QVERIFY(sheet.contains("<drawing r:id=\"rId"));
        QVERIFY(written.document->hiddenItems().empty());
    }
};

QTEST_APPLESS_MAIN(TestObjectPictures)
#include "tst_objectpictures.moc"
