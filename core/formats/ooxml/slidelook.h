// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/flow.h"
#include "core/formats/ooxml/slidegeometry.h"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <vector>

namespace expunge::formats::ooxml {

/// What a shape or text is painted with.
struct Paint
{
    enum class Kind {
        None,     // nothing, or nothing that can be seen
        Colour,   // one colour that hides what is behind it
        Other,    // a picture, a gradient, something see-through
        Unsaid,
    };
    Kind kind = Kind::Unsaid;
    quint32 colour = 0;   // 0xRRGGBB
};

/// How things on one slide, layout, master or notes page look, with what they inherit (ECMA-376
/// part 1, 19.3.1.36 for placeholders, 20.1.6 for themes). Roots may be null.
class SlideLook
{
public:
    SlideLook(pugi::xml_node page, pugi::xml_node layout, pugi::xml_node master,
              pugi::xml_node theme);

    /// Where a shape stands in its own space; nothing if nobody says.
    std::optional<ShapeFrame> frame(pugi::xml_node shape) const;

    Paint fill(pugi::xml_node shape) const;
    Paint outline(pugi::xml_node shape) const;
    Paint background() const;

    /// Style of a run in a shape (null for cells of tables) at an indent level from 0.
    document::CharacterStyle style(pugi::xml_node shape, int level, pugi::xml_node run) const;
    Paint textPaint(pugi::xml_node shape, int level, pugi::xml_node run) const;

    document::Alignment alignment(pugi::xml_node shape, int level, pugi::xml_node paragraph) const;

    /// The type of a placeholder, "body" for those that have content of any kind; empty for shapes
    /// that are none.
    static std::string placeholderType(pugi::xml_node shape);

private:
    Paint paintOf(pugi::xml_node properties) const;
    std::optional<quint32> colourOf(pugi::xml_node holder) const;
    std::optional<quint32> themeColour(const std::string &name) const;
    std::vector<pugi::xml_node> inherited(pugi::xml_node shape) const;
    std::vector<pugi::xml_node> levels(pugi::xml_node shape, int level) const;

    pugi::xml_node m_page;
    pugi::xml_node m_layout;
    pugi::xml_node m_master;
    pugi::xml_node m_theme;
};

/// The p:nvPr of a shape, of whatever kind.
pugi::xml_node shapeProperties(pugi::xml_node shape);

/// The p:cNvPr of a shape, of whatever kind.
pugi::xml_node shapeIdentity(pugi::xml_node shape);

/// Whether an element is a shape, group, picture, connector or frame.
bool isShape(pugi::xml_node node);

/// The shapes that stand directly in a tree of shapes or group; what an alternative offers first.
std::vector<pugi::xml_node> shapesIn(pugi::xml_node container);

}   // namespace expunge::formats::ooxml
