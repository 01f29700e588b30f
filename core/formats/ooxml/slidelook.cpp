// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/slidelook.h"

#include "core/formats/ooxml/domedit.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace expunge::formats::ooxml {

using document::Alignment;
using document::CharacterStyle;

namespace {

constexpr int whole = 100000;      // ECMA-376 part 1, 22.9.2.9: percentages
constexpr int seenAlpha = 5000;    // less is as good as nothing
constexpr double usualSize = 18;   // 21.1.2.3.9: size without any word about it
constexpr double perPoint = 100;
constexpr quint32 white = 0xffffff;

std::optional<quint32> presetColour(std::string_view name)
{
    static const QHash<QByteArray, quint32> colours{
        {"black", 0x000000},  {"white", 0xffffff},  {"red", 0xff0000},    {"green", 0x008000},
        {"blue", 0x0000ff},   {"yellow", 0xffff00}, {"orange", 0xffa500}, {"gray", 0x808080},
        {"purple", 0x800080}, {"navy", 0x000080},   {"silver", 0xc0c0c0}, {"maroon", 0x800000}};
    const auto found = colours.constFind(
        QByteArray::fromRawData(name.data(), static_cast<qsizetype>(name.size())));
    return found == colours.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<quint32> hexColour(const char *value)
{
    bool ok = false;
    const quint32 colour = QByteArray(value).toUInt(&ok, 16);
    return ok ? std::optional(colour) : std::nullopt;
}

/// Brightness changes (20.1.2.3.20, .21, .31, .34), the way they work on grey.
quint32 modified(quint32 colour, pugi::xml_node change)
{
    const double amount = change.attribute("val").as_double() / whole;
    double factor = 1;
    double offset = 0;
    if (is(change, "a:lumMod") || is(change, "a:shade")) {
        factor = amount;
    } else if (is(change, "a:lumOff")) {
        offset = amount;
    } else if (is(change, "a:tint")) {
        factor = amount;
        offset = 1 - amount;
    } else {
        return colour;
    }
    quint32 result = 0;
    for (const int shift : {16, 8, 0}) {
        const double channel = ((colour >> shift) & 0xff) * factor + offset * 255;
        result |= static_cast<quint32>(std::clamp(std::lround(channel), 0L, 255L)) << shift;
    }
    return result;
}

int alphaOf(pugi::xml_node holder)
{
    for (const pugi::xml_node colour : holder.children()) {
        if (const pugi::xml_node alpha = colour.child("a:alpha")) {
            return alpha.attribute("val").as_int(whole);
        }
    }
    return whole;
}

/// The type under which a master knows a placeholder (19.7.10).
std::string masterType(const std::string &type)
{
    if (type == "ctrTitle") {
        return "title";
    }
    static constexpr std::array own{"title", "dt", "ftr", "sldNum", "hdr", "sldImg"};
    const bool has =
        std::any_of(own.begin(), own.end(), [&](const char *name) { return type == name; });
    return has ? type : "body";
}

pugi::xml_node placeholderOf(pugi::xml_node shape)
{
    return shapeProperties(shape).child("p:ph");
}

template<typename Fits>
pugi::xml_node findPlaceholder(pugi::xml_node root, Fits &&fits)
{
    for (const pugi::xml_node shape : shapesIn(root.child("p:cSld").child("p:spTree"))) {
        const pugi::xml_node placeholder = placeholderOf(shape);
        if (placeholder && fits(placeholder)) {
            return shape;
        }
    }
    return {};
}

pugi::xml_node visualOf(pugi::xml_node shape)
{
    const pugi::xml_node group = shape.child("p:grpSpPr");
    return group ? group : shape.child("p:spPr");
}

}   // namespace

pugi::xml_node shapeProperties(pugi::xml_node shape)
{
    for (const pugi::xml_node child : shape.children()) {
        if (const pugi::xml_node properties = child.child("p:nvPr")) {
            return properties;
        }
    }
    return {};
}

pugi::xml_node shapeIdentity(pugi::xml_node shape)
{
    for (const pugi::xml_node child : shape.children()) {
        for (const char *name : {"p:cNvPr", "cdr:cNvPr"}) {
            if (const pugi::xml_node identity = child.child(name)) {
                return identity;
            }
        }
    }
    return {};
}

bool isShape(pugi::xml_node node)
{
    static constexpr std::array kinds{"p:sp", "p:grpSp", "p:graphicFrame", "p:cxnSp", "p:pic"};
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const char *kind) { return is(node, kind); });
}

std::vector<pugi::xml_node> shapesIn(pugi::xml_node container)
{
    std::vector<pugi::xml_node> shapes;
    for (const pugi::xml_node child : container.children()) {
        if (isShape(child)) {
            shapes.push_back(child);
        } else if (is(child, "mc:AlternateContent")) {
            const std::vector<pugi::xml_node> inner = shapesIn(child.child("mc:Choice"));
            shapes.insert(shapes.end(), inner.begin(), inner.end());
        }
    }
    return shapes;
}

SlideLook::SlideLook(pugi::xml_node page, pugi::xml_node layout, pugi::xml_node master,
                     pugi::xml_node theme)
    : m_page(page)
    , m_layout(layout)
    , m_master(master)
    , m_theme(theme)
{
}

std::string SlideLook::placeholderType(pugi::xml_node shape)
{
    const pugi::xml_node placeholder = placeholderOf(shape);
    if (!placeholder) {
        return {};
    }
    const std::string type = placeholder.attribute("type").value();
    return type.empty() || type == "obj" ? "body" : type;
}

/// The shape and the placeholders that it follows, nearest first.
std::vector<pugi::xml_node> SlideLook::inherited(pugi::xml_node shape) const
{
    std::vector<pugi::xml_node> chain{shape};
    const std::string type = placeholderType(shape);
    if (type.empty()) {
        return chain;
    }
    const std::string index = placeholderOf(shape).attribute("idx").value();
    if (m_layout && m_layout != m_page) {
        pugi::xml_node found = findPlaceholder(m_layout, [&](pugi::xml_node other) {
            return !index.empty() && index == other.attribute("idx").value();
        });
        if (!found) {
            found = findPlaceholder(m_layout, [&](pugi::xml_node other) {
                return masterType(type)
                       == masterType(placeholderType(other.parent().parent().parent()));
            });
        }
        if (found) {
            chain.push_back(found);
        }
    }
    if (m_master && m_master != m_page) {
        const pugi::xml_node found = findPlaceholder(m_master, [&](pugi::xml_node other) {
            return masterType(type)
                   == masterType(placeholderType(other.parent().parent().parent()));
        });
        if (found) {
            chain.push_back(found);
        }
    }
    return chain;
}

std::optional<ShapeFrame> SlideLook::frame(pugi::xml_node shape) const
{
    for (const pugi::xml_node one : inherited(shape)) {
        const pugi::xml_node own = one.child("p:xfrm");
        if (const auto found = frameOf(own ? own : visualOf(one).child("a:xfrm"))) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<quint32> SlideLook::themeColour(const std::string &name) const
{
    pugi::xml_node map = m_page.child("p:clrMapOvr").child("a:overrideClrMapping");
    map = map ? map : m_layout.child("p:clrMapOvr").child("a:overrideClrMapping");
    map = map ? map : m_page.child("p:clrMap");
    map = map ? map : m_master.child("p:clrMap");
    const std::string mapped = map.attribute(name.c_str()).value();
    const std::string slot = "a:" + (mapped.empty() ? name : mapped);
    const pugi::xml_node entry =
        m_theme.child("a:themeElements").child("a:clrScheme").child(slot.c_str());
    return entry ? colourOf(entry) : std::nullopt;
}

/// The colour in an element such as a:solidFill.
std::optional<quint32> SlideLook::colourOf(pugi::xml_node holder) const
{
    for (const pugi::xml_node node : holder.children()) {
        std::optional<quint32> colour;
        if (is(node, "a:srgbClr")) {
            colour = hexColour(node.attribute("val").value());
        } else if (is(node, "a:sysClr")) {
            colour = hexColour(node.attribute("lastClr").value());
        } else if (is(node, "a:prstClr")) {
            colour = presetColour(node.attribute("val").value());
        } else if (is(node, "a:schemeClr") && !is(holder.parent(), "a:clrScheme")) {
            colour = themeColour(node.attribute("val").value());
        }
        if (colour) {
            for (const pugi::xml_node change : node.children()) {
                colour = modified(*colour, change);
            }
            return colour;
        }
    }
    return std::nullopt;
}

/// What a set of properties (p:spPr, a:ln, a:rPr, p:bgPr) says about paint.
Paint SlideLook::paintOf(pugi::xml_node properties) const
{
    for (const pugi::xml_node child : properties.children()) {
        if (is(child, "a:noFill")) {
            return {Paint::Kind::None, 0};
        }
        if (is(child, "a:solidFill")) {
            const int alpha = alphaOf(child);
            const auto colour = colourOf(child);
            if (alpha <= seenAlpha) {
                return {Paint::Kind::None, 0};
            }
            const bool known = colour && alpha == whole;
            return {known ? Paint::Kind::Colour : Paint::Kind::Other, colour.value_or(0)};
        }
        if (is(child, "a:gradFill") || is(child, "a:blipFill") || is(child, "a:pattFill")
            || is(child, "a:grpFill")) {
            return {Paint::Kind::Other, 0};
        }
    }
    return {};
}

Paint SlideLook::fill(pugi::xml_node shape) const
{
    for (const pugi::xml_node one : inherited(shape)) {
        const Paint paint = paintOf(visualOf(one));
        if (paint.kind != Paint::Kind::Unsaid) {
            return paint;
        }
        const pugi::xml_node reference = one.child("p:style").child("a:fillRef");
        if (reference && reference.attribute("idx").as_int() != 0) {
            const auto colour = colourOf(reference);
            return {colour ? Paint::Kind::Colour : Paint::Kind::Other, colour.value_or(0)};
        }
    }
    return {Paint::Kind::None, 0};
}

Paint SlideLook::outline(pugi::xml_node shape) const
{
    for (const pugi::xml_node one : inherited(shape)) {
        const Paint paint = paintOf(visualOf(one).child("a:ln"));
        if (paint.kind != Paint::Kind::Unsaid) {
            return paint;
        }
        const pugi::xml_node reference = one.child("p:style").child("a:lnRef");
        if (reference && reference.attribute("idx").as_int() != 0) {
            const auto colour = colourOf(reference);
            return {colour ? Paint::Kind::Colour : Paint::Kind::Other, colour.value_or(0)};
        }
    }
    return {Paint::Kind::None, 0};
}

Paint SlideLook::background() const
{
    constexpr int firstOfTheme = 1001;   // 19.3.1.3
    for (const pugi::xml_node root : {m_page, m_layout, m_master}) {
        const pugi::xml_node background = root.child("p:cSld").child("p:bg");
        if (!background) {
            continue;
        }
        if (const pugi::xml_node reference = background.child("p:bgRef")) {
            const auto colour = colourOf(reference);
            const bool plain = reference.attribute("idx").as_int() == firstOfTheme;
            return {colour && plain ? Paint::Kind::Colour : Paint::Kind::Other,
                    colour.value_or(white)};
        }
        return paintOf(background.child("p:bgPr"));
    }
    return {Paint::Kind::Colour, white};
}

/// Where the properties of text at a level come from, nearest first (21.1.2.4).
std::vector<pugi::xml_node> SlideLook::levels(pugi::xml_node shape, int level) const
{
    const std::string name = "a:lvl" + std::to_string(std::clamp(level, 0, 8) + 1) + "pPr";
    const pugi::xml_node none;
    std::vector<pugi::xml_node> found;
    const auto add = [&](pugi::xml_node list) {
        if (const pugi::xml_node one = list.child(name.c_str())) {
            found.push_back(one);
        }
    };
    if (shape) {
        for (const pugi::xml_node one : inherited(shape)) {
            // bodyPr, lstStyle, then the paragraphs (21.1.2.1), which may be many
            const pugi::xml_node first = one.child("p:txBody").first_child();
            const pugi::xml_node second = first.next_sibling();
            add(is(first, "a:lstStyle") ? first : is(second, "a:lstStyle") ? second : none);
        }
    }
    const std::string type = shape ? placeholderType(shape) : std::string();
    const pugi::xml_node styles = m_master.child("p:txStyles");
    const bool title = masterType(type) == "title";
    add(styles.child(type.empty() ? "p:otherStyle" : title ? "p:titleStyle" : "p:bodyStyle"));
    return found;
}

CharacterStyle SlideLook::style(pugi::xml_node shape, int level, pugi::xml_node run) const
{
    std::vector<pugi::xml_node> sources{run};
    for (const pugi::xml_node one : levels(shape, level)) {
        sources.push_back(one.child("a:defRPr"));
    }
    const auto value = [&sources](const char *name) {
        for (const pugi::xml_node source : sources) {
            if (const pugi::xml_attribute attribute = source.attribute(name)) {
                return attribute;
            }
        }
        return pugi::xml_attribute();
    };
    const auto says = [&value](const char *name, std::string_view none) {
        const std::string_view said = value(name).value();
        return !said.empty() && said != none;
    };
    CharacterStyle style;
    style.bold = value("b").as_bool();
    style.italic = value("i").as_bool();
    style.underline = says("u", "none");
    style.strikeOut = says("strike", "noStrike");
    style.superscript = value("baseline").as_int() > 0;
    style.subscript = value("baseline").as_int() < 0;
    style.size = value("sz").as_double(usualSize * perPoint) / perPoint;
    style.link = static_cast<bool>(run.child("a:hlinkClick"));
    const Paint paint = textPaint(shape, level, run);
    style.hasColour = paint.kind == Paint::Kind::Colour;
    style.colour = paint.colour;
    return style;
}

Paint SlideLook::textPaint(pugi::xml_node shape, int level, pugi::xml_node run) const
{
    Paint paint = paintOf(run);
    if (paint.kind == Paint::Kind::None && paintOf(run.child("a:ln")).kind != Paint::Kind::None
        && run.child("a:ln")) {
        return {Paint::Kind::Other, 0};   // outlines of letters
    }
    if (paint.kind != Paint::Kind::Unsaid) {
        return paint;
    }
    if (const pugi::xml_node reference = shape.child("p:style").child("a:fontRef")) {
        if (const auto colour = colourOf(reference)) {
            return {Paint::Kind::Colour, *colour};
        }
    }
    for (const pugi::xml_node one : levels(shape, level)) {
        paint = paintOf(one.child("a:defRPr"));
        if (paint.kind != Paint::Kind::Unsaid) {
            return paint;
        }
    }
    return {};
}

Alignment SlideLook::alignment(pugi::xml_node shape, int level, pugi::xml_node paragraph) const
{
    std::string_view said = paragraph.attribute("algn").value();
    for (const pugi::xml_node one : levels(shape, level)) {
        said = said.empty() ? one.attribute("algn").value() : said;
    }
    return said == "ctr"    ? Alignment::Centre
           : said == "r"    ? Alignment::End
           : said == "just" ? Alignment::Justify
                            : Alignment::Start;
}

}   // namespace expunge::formats::ooxml
