// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/slidegeometry.h"

#include <QTest>

using namespace expunge::formats::ooxml;

namespace {

pugi::xml_node load(pugi::xml_document &document, const char *markup)
{
    document.load_string(markup);
    return document.document_element();
}

}   // namespace

/// Where shapes are on a slide.
class TestSlideGeometry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsScaleAndMoveTheirChildren()
    {
        pugi::xml_document document;
        const GroupSpace space = GroupSpace().inside(
            load(document, "<a:xfrm><a:off x=\"100\" y=\"200\"/><a:ext cx=\"400\" cy=\"200\"/>"
                           "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"200\" cy=\"100\"/></a:xfrm>"));
        const ShapeFrame frame = space.placed({10, 20, 50, 30, 0});
        QCOMPARE(frame.x, 120.0);
        QCOMPARE(frame.y, 240.0);
        QCOMPARE(frame.width, 100.0);
        QCOMPARE(frame.height, 60.0);
    }

    void turnedGroupsCarryTheirChildrenAround()
    {
        pugi::xml_document document;
        const GroupSpace space = GroupSpace().inside(
            load(document, "<a:xfrm rot=\"5400000\"><a:off x=\"0\" y=\"0\"/><a:ext cx=\"100\" "
                           "cy=\"100\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"100\" "
                           "cy=\"100\"/></a:xfrm>"));
        const Bounds bounds = boundsOf(space.placed({-1000, 40, 20, 20, 0}));
        // what was far to the left is far above after a quarter turn
        QVERIFY(bounds.bottom < -800);
        QVERIFY(bounds.left > 0 && bounds.right < 100);
    }

    void groupsInGroupsAddUp()
    {
        pugi::xml_document outer;
        pugi::xml_document inner;
        const char *doubled = "<a:xfrm><a:off x=\"10\" y=\"10\"/><a:ext cx=\"200\" cy=\"200\"/>"
                              "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"100\" cy=\"100\"/></a:xfrm>";
        const GroupSpace space =
            GroupSpace().inside(load(outer, doubled)).inside(load(inner, doubled));
        const ShapeFrame frame = space.placed({1, 1, 2, 2, 0});
        QCOMPARE(frame.x, 10.0 + 2 * (10.0 + 2 * 1.0));
        QCOMPARE(frame.width, 8.0);
    }

    void turnedShapesNeedMoreRoom()
    {
        const Bounds bounds = boundsOf({0, 0, 100, 20, 90});
        QVERIFY(qAbs(bounds.right - bounds.left - 20) < 0.001);
        QVERIFY(qAbs(bounds.bottom - bounds.top - 100) < 0.001);
    }

    void framesNeedPlaceAndSize()
    {
        pugi::xml_document document;
        QVERIFY(!frameOf(load(document, "<a:xfrm><a:off x=\"1\" y=\"2\"/></a:xfrm>")));
    }
};

QTEST_APPLESS_MAIN(TestSlideGeometry)
#include "tst_slidegeometry.moc"
