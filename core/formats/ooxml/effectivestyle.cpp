// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/effectivestyle.h"

#include "core/formats/ooxml/domedit.h"

#include <cstdlib>
#include <string_view>
#include <vector>

namespace expunge::formats::ooxml {

using document::Alignment;

namespace {

constexpr int longestChain = 32;   // basedOn may run in a circle in damaged files
constexpr double tinyPoints = 2;   // nobody reads text of this size
constexpr double twipsPerPoint = 20;

std::optional<bool> toggle(pugi::xml_node properties, const char *name)
{
    const pugi::xml_node property = properties.child(name);
    return property ? std::optional<bool>(isOn(property)) : std::nullopt;
}

bool paints(pugi::xml_node shading)
{
    if (!shading) {
        return false;
    }
    const std::string_view fill = shading.attribute("w:fill").value();
    const std::string_view pattern = shading.attribute("w:val").value();
    const bool plain = fill.empty() || fill == "auto" || fill == "FFFFFF" || fill == "ffffff";
    return !plain || !shading.attribute("w:themeFill").empty()
           || (!pattern.empty() && pattern != "clear" && pattern != "nil");
}

std::optional<quint32> hexColour(const char *text)
{
    bool number = false;
    const quint32 value = QByteArray(text).toUInt(&number, 16);
    return number ? std::optional(value) : std::nullopt;
}

/// The colours of w:highlight (ECMA-376 part 1, 17.18.40).
std::optional<quint32> highlightColour(std::string_view name)
{
    static const std::map<std::string_view, quint32> colours{
        {"black", 0x000000},    {"blue", 0x0000ff},       {"cyan", 0x00ffff},
        {"green", 0x00ff00},    {"magenta", 0xff00ff},    {"red", 0xff0000},
        {"yellow", 0xffff00},   {"white", 0xffffff},      {"darkBlue", 0x000080},
        {"darkCyan", 0x008080}, {"darkGreen", 0x008000},  {"darkMagenta", 0x800080},
        {"darkRed", 0x800000},  {"darkYellow", 0x808000}, {"darkGray", 0x808080},
        {"lightGray", 0xc0c0c0}};
    const auto found = colours.find(name);
    return found == colours.end() ? std::nullopt : std::optional(found->second);
}

/// The colours that a theme's light and dark slots have in almost every theme (17.18.97).
std::optional<quint32> themeColour(std::string_view name)
{
    if (name == "background1" || name == "light1" || name == "bg1") {
        return 0xffffff;
    }
    return name == "text1" || name == "dark1" || name == "tx1" ? std::optional<quint32>(0)
                                                               : std::nullopt;
}

bool nearlySame(quint32 one, quint32 other)
{
    constexpr int eye = 6;   // steps of 255 that nobody tells apart
    for (int shift = 0; shift <= 16; shift += 8) {
        const int a = static_cast<int>((one >> shift) & 0xffU);
        const int b = static_cast<int>((other >> shift) & 0xffU);
        if (std::abs(a - b) > eye) {
            return false;
        }
    }
    return true;
}

/// Effects on text ([MS-DOCX] 2.6.1.31 textFill) that decide what it is painted with.
void readTextFill(pugi::xml_node properties, RunProperties &run)
{
    const pugi::xml_node fill = properties.child("w14:textFill");
    if (fill.child("w14:noFill") && !properties.child("w14:textOutline").child("w14:solidFill")) {
        run.unpainted = true;
    }
    const pugi::xml_node colour = fill.child("w14:solidFill").first_child();
    constexpr int fullyTransparent = 95000;   // of 100000
    if (colour.child("w14:alpha").attribute("w14:val").as_int() >= fullyTransparent) {
        run.unpainted = true;
    }
    const char *value = colour.attribute("w14:val").value();
    const auto painted = is(colour, "w14:srgbClr") ? hexColour(value) : themeColour(value);
    if (painted && !colour.first_child()) {
        run.colour = painted;
        run.automatic = false;
    }
}

void readBackground(pugi::xml_node properties, RunProperties &run)
{
    const pugi::xml_node shading = properties.child("w:shd");
    const std::string_view highlight = properties.child("w:highlight").attribute("w:val").value();
    run.highlighted = !highlight.empty() && highlight != "none";
    run.shaded = paints(shading) || run.highlighted;
    run.background = run.highlighted ? highlightColour(highlight) : EffectiveStyle::fillOf(shading);
}

RunProperties readRun(pugi::xml_node properties)
{
    RunProperties run;
    run.bold = toggle(properties, "w:b");
    run.italic = toggle(properties, "w:i");
    run.vanish = toggle(properties, "w:vanish");
    run.strike = toggle(properties, "w:strike");
    if (const auto twice = toggle(properties, "w:dstrike"); twice == true) {
        run.strike = true;
    }
    if (const pugi::xml_node underline = properties.child("w:u")) {
        run.underline = std::string_view(underline.attribute("w:val").value()) != "none";
    }
    if (const pugi::xml_node size = properties.child("w:sz")) {
        run.size = size.attribute("w:val").as_double() / 2;   // half points
    }
    if (const pugi::xml_node colour = properties.child("w:color")) {
        const auto value = hexColour(colour.attribute("w:val").value());
        const auto theme = colour.attribute("w:themeTint") || colour.attribute("w:themeShade")
                               ? std::nullopt
                               : themeColour(colour.attribute("w:themeColor").value());
        run.automatic = !value && !theme;
        run.colour = theme ? *theme : value.value_or(0);
    }
    constexpr int narrowest = 10;   // per cent of the width that letters have
    const pugi::xml_attribute scale = properties.child("w:w").attribute("w:val");
    run.unpainted = scale && scale.as_int(100) < narrowest;
    readTextFill(properties, run);
    if (const pugi::xml_node align = properties.child("w:vertAlign")) {
        const std::string_view value = align.attribute("w:val").value();
        run.vertical = value == "superscript" ? 1 : value == "subscript" ? -1 : 0;
    }
    readBackground(properties, run);
    return run;
}

ParagraphProperties readParagraph(pugi::xml_node properties)
{
    ParagraphProperties paragraph;
    if (const pugi::xml_node outline = properties.child("w:outlineLvl")) {
        paragraph.outline = outline.attribute("w:val").as_int(9);
    }
    if (const pugi::xml_node number = properties.child("w:numPr")) {
        if (const pugi::xml_node id = number.child("w:numId")) {
            paragraph.numberId = id.attribute("w:val").as_int();
        }
        if (const pugi::xml_node level = number.child("w:ilvl")) {
            paragraph.numberLevel = level.attribute("w:val").as_int();
        }
    }
    if (const pugi::xml_node align = properties.child("w:jc")) {
        const std::string_view value = align.attribute("w:val").value();
        paragraph.alignment = value == "center"                          ? Alignment::Centre
                              : value == "right" || value == "end"       ? Alignment::End
                              : value == "both" || value == "distribute" ? Alignment::Justify
                                                                         : Alignment::Start;
    }
    if (const pugi::xml_node indent = properties.child("w:ind")) {
        const pugi::xml_attribute left = indent.attribute("w:left").empty()
                                             ? indent.attribute("w:start")
                                             : indent.attribute("w:left");
        if (!left.empty()) {
            paragraph.indent = left.as_double() / twipsPerPoint;
        }
    }
    paragraph.shaded = paints(properties.child("w:shd"));
    paragraph.background = EffectiveStyle::fillOf(properties.child("w:shd"));
    return paragraph;
}

template<typename Value>
void overlay(std::optional<Value> &base, const std::optional<Value> &top)
{
    if (top) {
        base = top;
    }
}

void overlay(RunProperties &base, const RunProperties &top)
{
    overlay(base.bold, top.bold);
    overlay(base.italic, top.italic);
    overlay(base.vanish, top.vanish);
    overlay(base.strike, top.strike);
    overlay(base.underline, top.underline);
    overlay(base.size, top.size);
    overlay(base.colour, top.colour);
    overlay(base.automatic, top.automatic);
    overlay(base.vertical, top.vertical);
    if (top.shaded) {
        base.background = top.background;
        base.highlighted = top.highlighted;
    }
    base.shaded = base.shaded || top.shaded;
    base.unpainted = base.unpainted || top.unpainted;
}

void overlay(ParagraphProperties &base, const ParagraphProperties &top)
{
    overlay(base.outline, top.outline);
    overlay(base.numberId, top.numberId);
    overlay(base.numberLevel, top.numberLevel);
    overlay(base.alignment, top.alignment);
    overlay(base.indent, top.indent);
    if (top.shaded) {
        base.background = top.background;
    }
    base.shaded = base.shaded || top.shaded;
}

/// Toggle properties of styles cancel each other out (ECMA-376 part 1, 17.7.3); direct formatting
/// decides.
std::optional<bool> combine(std::optional<bool> defaults, std::optional<bool> first,
                            std::optional<bool> second, std::optional<bool> third,
                            std::optional<bool> direct)
{
    if (direct) {
        return direct;
    }
    const bool odd = first.value_or(false) != (second.value_or(false) != third.value_or(false));
    return odd || defaults.value_or(false);
}

}   // namespace

EffectiveStyle::EffectiveStyle(pugi::xml_node styles)
{
    m_defaults = readRun(styles.child("w:docDefaults").child("w:rPrDefault").child("w:rPr"));
    for (pugi::xml_node node : styles.children("w:style")) {
        const std::string id = node.attribute("w:styleId").value();
        if (id.empty()) {
            continue;   // nothing can refer to it, and least of all what names no style
        }
        Style style;
        style.basedOn = node.child("w:basedOn").attribute("w:val").value();
        style.run = readRun(node.child("w:rPr"));
        style.paragraph = readParagraph(node.child("w:pPr"));
        style.paintsCells = paints(node.child("w:tcPr").child("w:shd"));
        for (pugi::xml_node condition : node.children("w:tblStylePr")) {
            style.paintsCells = style.paintsCells
                                || paints(condition.child("w:tcPr").child("w:shd"))
                                || paints(condition.child("w:rPr").child("w:shd"));
        }
        if (std::string_view(node.attribute("w:type").value()) == "paragraph"
            && node.attribute("w:default").as_bool()) {
            m_defaultParagraph = id;
        }
        m_styles.emplace(id, std::move(style));
    }
}

const EffectiveStyle::Style *EffectiveStyle::find(const std::string &id) const
{
    const auto found = m_styles.find(id);
    return found == m_styles.end() ? nullptr : &found->second;
}

RunProperties EffectiveStyle::chain(const std::string &id) const
{
    std::vector<const Style *> styles;
    for (const Style *style = find(id); style != nullptr && styles.size() < longestChain;
         style = find(style->basedOn)) {
        styles.push_back(style);
    }
    RunProperties result;
    for (auto style = styles.rbegin(); style != styles.rend(); ++style) {
        overlay(result, (*style)->run);
    }
    return result;
}

RunLook EffectiveStyle::run(const Surroundings &around, pugi::xml_node properties) const
{
    const std::string &named = around.paragraphStyle;
    const RunProperties table = chain(around.tableStyle);
    const RunProperties paragraph = chain(named.empty() ? m_defaultParagraph : named);
    const RunProperties character = chain(properties.child("w:rStyle").attribute("w:val").value());
    const RunProperties direct = readRun(properties);
    RunProperties all = m_defaults;
    for (const RunProperties *level : {&table, &paragraph, &character, &direct}) {
        overlay(all, *level);
    }
    const auto mixed = [&](std::optional<bool> RunProperties::*flag) {
        return combine(m_defaults.*flag, table.*flag, paragraph.*flag, character.*flag,
                       direct.*flag)
            .value_or(false);
    };
    RunLook look;
    look.style.bold = mixed(&RunProperties::bold);
    look.style.italic = mixed(&RunProperties::italic);
    look.style.hidden = mixed(&RunProperties::vanish);
    look.style.strikeOut = all.strike.value_or(false);
    look.style.underline = all.underline.value_or(false);
    look.style.superscript = all.vertical.value_or(0) > 0;
    look.style.subscript = all.vertical.value_or(0) < 0;
    look.style.size = all.size.value_or(0);
    look.style.hasColour = all.colour.has_value() && !all.automatic.value_or(false);
    look.style.colour = look.style.hasColour ? *all.colour : 0;
    const bool tiny = all.size && *all.size <= tinyPoints && *all.size > 0;
    look.invisible = tiny || all.unpainted || blendsIn(all, around);
    return look;
}

std::optional<quint32> EffectiveStyle::fillOf(pugi::xml_node shading)
{
    const std::string_view pattern = shading.attribute("w:val").value();
    if (pattern == "solid") {
        return hexColour(shading.attribute("w:color").value());
    }
    const bool plain = pattern.empty() || pattern == "clear";
    return plain && !shading.attribute("w:themeFill")
               ? hexColour(shading.attribute("w:fill").value())
               : std::nullopt;
}

/// Whether text has the colour that is behind it.
bool EffectiveStyle::blendsIn(const RunProperties &run, const Surroundings &around)
{
    const bool automatic = !run.colour || run.automatic.value_or(false);
    const quint32 colour = automatic ? 0 : *run.colour;
    if (run.shaded) {
        // on shadings text of automatic colour is black or white, whichever can be read
        return run.background && (!automatic || run.highlighted)
               && nearlySame(colour, *run.background);
    }
    if (around.background) {
        return !automatic && nearlySame(colour, *around.background);
    }
    return !automatic && !around.shaded && nearlySame(colour, 0xffffff);
}

ParagraphProperties EffectiveStyle::paragraph(pugi::xml_node properties) const
{
    std::string id = properties.child("w:pStyle").attribute("w:val").value();
    std::vector<const Style *> styles;
    for (const Style *style = find(id.empty() ? m_defaultParagraph : id);
         style != nullptr && styles.size() < longestChain; style = find(style->basedOn)) {
        styles.push_back(style);
    }
    ParagraphProperties result;
    for (auto style = styles.rbegin(); style != styles.rend(); ++style) {
        overlay(result, (*style)->paragraph);
    }
    overlay(result, readParagraph(properties));
    return result;
}

bool EffectiveStyle::paintsCells(const std::string &tableStyle) const
{
    int steps = 0;
    for (const Style *style = find(tableStyle); style != nullptr && steps < longestChain;
         style = find(style->basedOn), ++steps) {
        if (style->paintsCells) {
            return true;
        }
    }
    return false;
}

}   // namespace expunge::formats::ooxml
