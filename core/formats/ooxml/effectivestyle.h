// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/flow.h"

#include <pugixml.hpp>

#include <map>
#include <optional>
#include <string>

namespace expunge::formats::ooxml {

/// Run properties that one level (defaults, a style, direct formatting) sets.
struct RunProperties
{
    std::optional<bool> bold;
    std::optional<bool> italic;
    std::optional<bool> vanish;
    std::optional<bool> strike;
    std::optional<bool> underline;
    std::optional<double> size;          // points
    std::optional<quint32> colour;       // 0xRRGGBB
    std::optional<bool> automatic;       // colour "auto"
    std::optional<int> vertical;         // 1 superscript, -1 subscript
    std::optional<quint32> background;   // of highlight or shading, where it is one colour
    bool shaded = false;                 // highlight or shading behind the text
    bool highlighted = false;            // text of automatic colour stays black on a highlight
    bool unpainted = false;              // without a fill, fully transparent or without width
};

/// Paragraph properties that matter for showing.
struct ParagraphProperties
{
    std::optional<int> outline;   // 0..8
    std::optional<int> numberId;
    std::optional<int> numberLevel;
    std::optional<document::Alignment> alignment;
    std::optional<double> indent;
    std::optional<quint32> background;
    bool shaded = false;
};

/// How a run looks after styles, and whether it can be seen.
struct RunLook
{
    document::CharacterStyle style;
    bool invisible = false;   // of the colour that is behind it, tiny, or without a fill
};

/// Resolves formatting through document defaults, styles with their basedOn chain, and direct
/// properties (ECMA-376 part 1, 17.7).
class EffectiveStyle
{
public:
    EffectiveStyle() = default;
    explicit EffectiveStyle(pugi::xml_node styles);   // w:styles; may be null

    /// Where a run stands: its paragraph's and table's style, and whether something is painted
    /// behind it.
    struct Surroundings
    {
        std::string paragraphStyle;
        std::string tableStyle;
        std::optional<quint32> background;   // colour behind the text, where it is known
        bool shaded = false;
    };

    RunLook run(const Surroundings &around, pugi::xml_node properties) const;
    ParagraphProperties paragraph(pugi::xml_node properties) const;

    /// Style of a paragraph that names none.
    const std::string &defaultParagraphStyle() const { return m_defaultParagraph; }

    /// Colour that a w:shd paints; nothing for patterns and for the colours of a theme.
    static std::optional<quint32> fillOf(pugi::xml_node shading);

    /// True if a table style paints cells in any of its conditions.
    bool paintsCells(const std::string &tableStyle) const;

private:
    static bool blendsIn(const RunProperties &run, const Surroundings &around);

    struct Style
    {
        std::string basedOn;
        RunProperties run;
        ParagraphProperties paragraph;
        bool paintsCells = false;
    };

    const Style *find(const std::string &id) const;
    RunProperties chain(const std::string &id) const;

    std::map<std::string, Style> m_styles;
    RunProperties m_defaults;
    std::string m_defaultParagraph;
};

}   // namespace expunge::formats::ooxml
