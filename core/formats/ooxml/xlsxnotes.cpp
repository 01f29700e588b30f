// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/xlsxnotes.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/sheetcellref.h"

#include <array>

namespace expunge::formats::ooxml {

QByteArray noteShapes(pugi::xml_node comments)
{
    QByteArray xml =
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shapetype id=\"_x0000_t202\" "
        "coordsize=\"21600,21600\" "
        "o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
        "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
    int number = 0;
    for (const pugi::xml_node note : comments.child("x:commentList").children("x:comment")) {
        const auto cell = parseCellRef(note.attribute("ref").value());
        if (!cell) {
            continue;
        }
        constexpr int firstShape = 1025;
        xml +=
            "<v:shape id=\"_x0000_s" + QByteArray::number(firstShape + number++)
            + "\" type=\"#_x0000_t202\" "
              "style=\"position:absolute;margin-left:60pt;margin-top:2pt;width:108pt;height:60pt;"
              "visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill "
              "color2=\"#ffffe1\"/>"
              "<x:ClientData "
              "ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</"
              "x:AutoFill><x:Row>"
            + QByteArray::number(cell->row - 1) + "</x:Row><x:Column>"
            + QByteArray::number(cell->column - 1) + "</x:Column></x:ClientData></v:shape>";
    }
    return xml + "</xml>";
}

void insertLegacyDrawing(pugi::xml_node worksheet, const QString &relationship)
{
    static constexpr std::array following{"x:legacyDrawingHF", "x:picture",         "x:oleObjects",
                                          "x:controls",        "x:webPublishItems", "x:tableParts",
                                          "x:extLst"};
    pugi::xml_node next;
    for (const char *name : following) {
        next = next ? next : worksheet.child(name);
    }
    const pugi::xml_node element = next ? worksheet.insert_child_before("x:legacyDrawing", next)
                                        : worksheet.append_child("x:legacyDrawing");
    setAttribute(element, "r:id", relationship);
}

}   // namespace expunge::formats::ooxml
