// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheetlook.h"

#include "core/formats/ooxml/domedit.h"

#include <algorithm>
#include <limits>

namespace expunge::formats::ooxml {

namespace {

constexpr int channelBits = 8;
constexpr quint32 channelMask = 0xff;

std::optional<quint32> hexColour(std::string_view text)
{
    constexpr size_t rgb = 6;
    constexpr size_t argb = 8;
    if (text.size() != rgb && text.size() != argb) {
        return std::nullopt;
    }
    bool ok = false;
    const QByteArray digits(text.data() + text.size() - rgb, rgb);
    const quint32 value = digits.toUInt(&ok, 16);
    return ok ? std::optional(value) : std::nullopt;
}

/// ECMA-376 part 1, 18.8.19: towards white or black.
quint32 tinted(quint32 colour, double tint)
{
    quint32 result = 0;
    for (int shift = 2 * channelBits; shift >= 0; shift -= channelBits) {
        const double channel = (colour >> shift) & channelMask;
        const double now =
            tint < 0 ? channel * (1 + tint) : channel + (channelMask - channel) * tint;
        result |= static_cast<quint32>(std::clamp(now, 0.0, 255.0) + 0.5) << shift;
    }
    return result;
}

/// The palette of old (ECMA-376 part 1, 18.8.27).
const std::vector<quint32> &usualPalette()
{
    static const std::vector<quint32> palette{
        0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff,
        0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff,
        0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xc0c0c0, 0x808080,
        0x9999ff, 0x993366, 0xffffcc, 0xccffff, 0x660066, 0xff8080, 0x0066cc, 0xccccff,
        0x000080, 0xff00ff, 0xffff00, 0x00ffff, 0x800080, 0x800000, 0x008080, 0x0000ff,
        0x00ccff, 0xccffff, 0xccffcc, 0xffff99, 0x99ccff, 0xff99cc, 0xcc99ff, 0xffcc99,
        0x3366ff, 0x33cccc, 0x99cc00, 0xffcc00, 0xff9900, 0xff6600, 0x666699, 0x969696,
        0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333};
    return palette;
}

std::vector<pugi::xml_node> children(pugi::xml_node list, const char *name)
{
    std::vector<pugi::xml_node> result;
    for (const pugi::xml_node node : list.children(name)) {
        result.push_back(node);
    }
    return result;
}

pugi::xml_node at(const std::vector<pugi::xml_node> &nodes, int position)
{
    return position >= 0 && static_cast<size_t>(position) < nodes.size()
               ? nodes[static_cast<size_t>(position)]
               : pugi::xml_node();
}

/// ECMA-376 part 1, 18.8.2: present without value means on.
bool isSet(pugi::xml_node property)
{
    return property && property.attribute("val").as_bool(true);
}

void readAlignment(document::GridStyle &style, pugi::xml_node alignment)
{
    const std::string_view horizontal = alignment.attribute("horizontal").value();
    style.wrap = alignment.attribute("wrapText").as_bool();
    style.alignmentSet = !horizontal.empty() && horizontal != "general";
    if (horizontal == "center" || horizontal == "centerContinuous" || horizontal == "distributed") {
        style.alignment = document::Alignment::Centre;
    } else if (horizontal == "right") {
        style.alignment = document::Alignment::End;
    } else if (horizontal == "justify") {
        style.alignment = document::Alignment::Justify;
    }
}

}   // namespace

void SheetLooks::add(int style, bool number)
{
    const qint64 key = qint64{style} * 2 + (number ? 1 : 0);
    if (key != m_lastKey) {
        constexpr size_t most = std::numeric_limits<quint16>::max();
        auto known = m_positions.constFind(key);
        if (known == m_positions.constEnd()) {
            if (m_styles.size() < most) {   // all further ones look like the last
                m_styles.push_back({style, number});
            }
            known = m_positions.insert(key, static_cast<quint16>(m_styles.size() - 1));
        }
        m_lastKey = key;
        m_last = *known;
    }
    m_cells.push_back(m_last);
}

SheetColours::SheetColours(pugi::xml_node styleSheet, pugi::xml_node theme)
    : m_indexed(usualPalette())
{
    // 18.8.3: positions of the theme's colours; light and dark come the other way round than in the
    // theme.
    constexpr std::array<const char *, themeColours> names{
        "a:lt1",     "a:dk1",     "a:lt2",     "a:dk2",     "a:accent1", "a:accent2",
        "a:accent3", "a:accent4", "a:accent5", "a:accent6", "a:hlink",   "a:folHlink"};
    const pugi::xml_node scheme = theme.child("a:themeElements").child("a:clrScheme");
    for (size_t i = 0; i < names.size(); ++i) {
        const pugi::xml_node colour = scheme.child(names[i]).first_child();
        m_theme[i] =
            hexColour(colour.attribute(is(colour, "a:sysClr") ? "lastClr" : "val").value());
    }
    const pugi::xml_node own = styleSheet.child("x:colors").child("x:indexedColors");
    size_t position = 0;
    for (const pugi::xml_node colour : own.children("x:rgbColor")) {
        const auto value = hexColour(colour.attribute("rgb").value());
        if (position < m_indexed.size() && value) {
            m_indexed[position] = *value;
        }
        ++position;
    }
}

std::optional<quint32> SheetColours::of(pugi::xml_node colour) const
{
    std::optional<quint32> result;
    if (const pugi::xml_attribute rgb = colour.attribute("rgb")) {
        result = hexColour(rgb.value());
    } else if (const pugi::xml_attribute theme = colour.attribute("theme")) {
        const int position = theme.as_int(-1);
        if (position >= 0 && static_cast<size_t>(position) < m_theme.size()) {
            result = m_theme[static_cast<size_t>(position)];
        }
    } else if (const pugi::xml_attribute indexed = colour.attribute("indexed")) {
        const int position = indexed.as_int(-1);
        if (position >= 0 && static_cast<size_t>(position) < m_indexed.size()) {
            result = m_indexed[static_cast<size_t>(position)];
        }
    }
    const double tint = colour.attribute("tint").as_double();
    return result && tint != 0.0 ? std::optional(tinted(*result, tint)) : result;
}

SheetLook::SheetLook(pugi::xml_node styleSheet, pugi::xml_node theme)
    : m_colours(styleSheet, theme)
    , m_formats(children(styleSheet.child("x:cellXfs"), "x:xf"))
    , m_fonts(children(styleSheet.child("x:fonts"), "x:font"))
    , m_fills(children(styleSheet.child("x:fills"), "x:fill"))
{
}

void SheetLook::readFont(document::GridStyle &style, pugi::xml_node font) const
{
    document::CharacterStyle &text = style.text;
    text.bold = isSet(font.child("x:b"));
    text.italic = isSet(font.child("x:i"));
    text.strikeOut = isSet(font.child("x:strike"));
    const pugi::xml_node underline = font.child("x:u");
    text.underline = underline && std::string_view(underline.attribute("val").value()) != "none";
    const std::string_view position = font.child("x:vertAlign").attribute("val").value();
    text.superscript = position == "superscript";
    text.subscript = position == "subscript";
    text.size = font.child("x:sz").attribute("val").as_double();
    if (const auto colour = m_colours.of(font.child("x:color"))) {
        text.colour = *colour;
        text.hasColour = true;
    }
}

document::GridStyle SheetLook::style(SheetLooks::Style cell) const
{
    document::GridStyle style;
    style.number = cell.number;
    const pugi::xml_node format = at(m_formats, cell.style);
    readFont(style, at(m_fonts, format.attribute("fontId").as_int()));
    readAlignment(style, format.child("x:alignment"));
    const pugi::xml_node pattern =
        at(m_fills, format.attribute("fillId").as_int(-1)).child("x:patternFill");
    const std::string_view type = pattern.attribute("patternType").value();
    if (!type.empty() && type != "none") {
        // Other patterns than "solid" are drawn in two colours; the one behind fills more.
        const bool solid = type == "solid";
        if (const auto colour = m_colours.of(pattern.child(solid ? "x:fgColor" : "x:bgColor"))) {
            style.filled = true;
            style.fill = *colour;
        }
    }
    return style;
}

}   // namespace expunge::formats::ooxml
