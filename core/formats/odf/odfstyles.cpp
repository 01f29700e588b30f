// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfstyles.h"

#include "core/formats/ooxml/domedit.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::Alignment;
using document::CharacterStyle;
using document::HiddenKind;
using ooxml::attributeText;
using ooxml::is;

namespace {

constexpr int longestChain = 32;   // of parents, which may be a circle
constexpr double tiny = 2.5;       // points
constexpr quint32 paper = 0xffffff;

QString familyOf(pugi::xml_node node)
{
    if (is(node, "style:style") || is(node, "style:default-style")) {
        return attributeText(node, "style:family");
    }
    return is(node, "text:list-style")     ? u"list"_s
           : is(node, "style:master-page") ? u"master"_s
           : is(node, "style:page-layout") ? u"layout"_s
                                           : QString();
}

bool isBold(const std::string &weight)
{
    constexpr int half = 600;   // of the weights 100 to 900
    return weight == "bold" || std::atoi(weight.c_str()) >= half;
}

}   // namespace

double pointsOf(const char *length)
{
    struct Unit
    {
        std::string_view name;
        double points;
    };
    constexpr std::array units{Unit{"pt", 1.0},  Unit{"cm", 72.0 / 2.54}, Unit{"mm", 72.0 / 25.4},
                               Unit{"in", 72.0}, Unit{"pc", 12.0},        Unit{"px", 0.75}};
    char *end = nullptr;
    const double number = std::strtod(length, &end);
    for (const Unit &unit : units) {
        if (unit.name == end) {
            return number * unit.points;
        }
    }
    return 0;
}

std::optional<quint32> colourOf(const char *value)
{
    const QString text = QString::fromLatin1(value);
    bool number = false;
    const quint32 colour = text.mid(1).toUInt(&number, 16);
    return text.size() == 7 && text[0] == u'#' && number ? std::optional(colour) : std::nullopt;
}

void OdfStyles::add(pugi::xml_node root)
{
    for (const char *group : {"office:styles", "office:automatic-styles", "office:master-styles"}) {
        for (const pugi::xml_node node : root.child(group).children()) {
            const QString family = familyOf(node);
            if (!family.isEmpty()) {
                m_styles[family + u'/' + attributeText(node, "style:name")] = node;
            } else if (is(node, "draw:layer-set")) {
                addLayers(node);
            }
        }
    }
}

/// OpenDocument 1.3 part 3, 19.143: "none", or "printer", which a window does not show.
void OdfStyles::addLayers(pugi::xml_node layers)
{
    for (const pugi::xml_node layer : layers.children("draw:layer")) {
        const QString display = attributeText(layer, "draw:display");
        if (display == u"none"_s || display == u"printer"_s) {
            m_hiddenLayers.insert(attributeText(layer, "draw:name"));
        }
        m_layers.push_back(layer);
    }
}

void OdfStyles::hideLayers(const std::vector<QByteArray> &windows)
{
    constexpr size_t first = 5;   // those before are LibreOffice's own
    constexpr size_t bits = 8;
    for (size_t i = first; i < m_layers.size() && !windows.empty(); ++i) {
        const auto shows = [i](const QByteArray &set) {
            const auto byte = static_cast<qsizetype>(i / bits);
            return set.isEmpty() || byte >= set.size()
                   || (static_cast<quint8>(set[byte]) >> (i % bits) & 1U) != 0;
        };
        if (!m_layers[i].attribute("draw:display")
            && std::none_of(windows.begin(), windows.end(), shows)) {
            m_hiddenLayers.insert(attributeText(m_layers[i], "draw:name"));
        }
    }
}

pugi::xml_node OdfStyles::find(const QString &family, const QString &style) const
{
    const auto found = m_styles.find(family + u'/' + style);
    return found == m_styles.end() ? pugi::xml_node() : found->second;
}

std::string OdfStyles::property(const QString &family, const QString &style, const char *properties,
                                const char *name) const
{
    QString current = style;
    for (int step = 0; step < longestChain && !current.isEmpty(); ++step) {
        const pugi::xml_node node = find(family, current);
        if (const pugi::xml_attribute value = node.child(properties).attribute(name)) {
            return value.value();
        }
        current = attributeText(node, "style:parent-style-name");
    }
    return find(family, {}).child(properties).attribute(name).value();
}

CharacterStyle OdfStyles::look(const QString &paragraph, const QString &span) const
{
    const auto value = [&](const char *name) {
        const std::string own = span.isEmpty()
                                    ? std::string()
                                    : property(u"text"_s, span, "style:text-properties", name);
        return own.empty() ? property(u"paragraph"_s, paragraph, "style:text-properties", name)
                           : own;
    };
    CharacterStyle style;
    const std::string slant = value("fo:font-style");
    const std::string underline = value("style:text-underline-style");
    const std::string strike = value("style:text-line-through-style");
    const std::string position = value("style:text-position");
    style.bold = isBold(value("fo:font-weight"));
    style.italic = slant == "italic" || slant == "oblique";
    style.underline = !underline.empty() && underline != "none";
    style.strikeOut = !strike.empty() && strike != "none";
    style.superscript = position.starts_with("super") || std::atoi(position.c_str()) > 0;
    style.subscript = position.starts_with("sub") || std::atoi(position.c_str()) < 0;
    style.size = pointsOf(value("fo:font-size").c_str());
    if (const auto colour = colourOf(value("fo:color").c_str())) {
        style.colour = *colour;
        style.hasColour = true;
    }
    return style;
}

std::optional<HiddenKind> OdfStyles::hiddenAs(const QString &paragraph, const QString &span,
                                              bool shaded) const
{
    const auto text = [&](const char *name) {
        const std::string own = span.isEmpty()
                                    ? std::string()
                                    : property(u"text"_s, span, "style:text-properties", name);
        return own.empty() ? property(u"paragraph"_s, paragraph, "style:text-properties", name)
                           : own;
    };
    if (text("text:display") == "none") {
        return HiddenKind::HiddenText;
    }
    const double size = pointsOf(text("fo:font-size").c_str());
    if (size > 0 && size <= tiny) {
        return HiddenKind::InvisibleText;
    }
    const auto colour = colourOf(text("fo:color").c_str());
    const auto behind = colourOf(text("fo:background-color").c_str());
    const auto around = colourOf(
        property(u"paragraph"_s, paragraph, "style:paragraph-properties", "fo:background-color")
            .c_str());
    if (!colour || text("style:use-window-font-color") == "true") {
        return std::nullopt;
    }
    const auto background = behind ? behind : around;
    const bool same = background ? *background == *colour : !shaded && *colour == paper;
    return same ? std::optional(HiddenKind::InvisibleText) : std::nullopt;
}

Alignment OdfStyles::alignment(const QString &paragraph) const
{
    const std::string value =
        property(u"paragraph"_s, paragraph, "style:paragraph-properties", "fo:text-align");
    return value == "center"                    ? Alignment::Centre
           : value == "end" || value == "right" ? Alignment::End
           : value == "justify"                 ? Alignment::Justify
                                                : Alignment::Start;
}

double OdfStyles::indent(const QString &paragraph) const
{
    return pointsOf(
        property(u"paragraph"_s, paragraph, "style:paragraph-properties", "fo:margin-left")
            .c_str());
}

bool OdfStyles::breaksBefore(const QString &paragraph) const
{
    return property(u"paragraph"_s, paragraph, "style:paragraph-properties", "fo:break-before")
           == "page";
}

bool OdfStyles::paints(const QString &family, const QString &style) const
{
    for (const char *kind : {"style:table-cell-properties", "style:table-properties",
                             "style:table-row-properties", "style:section-properties",
                             "style:graphic-properties", "style:drawing-page-properties"}) {
        const std::string fill = property(family, style, kind, "draw:fill");
        const std::string colour = property(family, style, kind, "fo:background-color");
        if ((!fill.empty() && fill != "none") || (!colour.empty() && colour != "transparent")) {
            return true;
        }
        if (find(family, style)
                .child(kind)
                .child("style:background-image")
                .attribute("xlink:href")) {
            return true;
        }
    }
    return false;
}

std::optional<quint32> OdfStyles::fill(const QString &family, const QString &style) const
{
    const char *kind =
        family == u"drawing-page"_s ? "style:drawing-page-properties" : "style:graphic-properties";
    if (property(family, style, kind, "draw:fill") != "solid") {
        return std::nullopt;
    }
    return colourOf(property(family, style, kind, "draw:fill-color").c_str());
}

std::optional<quint32> OdfStyles::outline(const QString &style) const
{
    for (const QString &family : {u"graphic"_s, u"presentation"_s}) {
        const std::string stroke =
            property(family, style, "style:graphic-properties", "draw:stroke");
        if (!find(family, style).empty() && stroke != "none" && !stroke.empty()) {
            return colourOf(
                property(family, style, "style:graphic-properties", "svg:stroke-color").c_str());
        }
    }
    return std::nullopt;
}

}   // namespace expunge::formats::odf
