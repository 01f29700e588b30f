// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheetmark.h"

#include "core/formats/ooxml/domedit.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

int count(pugi::xml_node list)
{
    return static_cast<int>(std::distance(list.children().begin(), list.children().end()));
}

void setCount(pugi::xml_node list)
{
    setAttribute(list, "count", QString::number(count(list)));
}

/// A list of the style sheet; made, where the schema wants it (ECMA-376 part 1, 18.8.39), if it is
/// not there.
pugi::xml_node listOf(pugi::xml_node styleSheet, const char *name,
                      std::initializer_list<const char *> before)
{
    if (const pugi::xml_node there = styleSheet.child(name)) {
        return there;
    }
    pugi::xml_node last;
    for (const char *earlier : before) {
        const pugi::xml_node there = styleSheet.child(earlier);
        last = there ? there : last;
    }
    return last ? styleSheet.insert_child_after(name, last) : styleSheet.prepend_child(name);
}

void addPattern(pugi::xml_node fills, const QString &type)
{
    pugi::xml_node pattern = fills.append_child("x:fill").append_child("x:patternFill");
    setAttribute(pattern, "patternType", type);
    if (type == u"lightUp"_s) {
        setAttribute(pattern.append_child("x:fgColor"), "rgb", u"FF7F7F7F"_s);
    }
}

/// Position of the hatching among the fills.
int addHatching(pugi::xml_node styleSheet)
{
    const pugi::xml_node fills = listOf(styleSheet, "x:fills", {"x:numFmts", "x:fonts"});
    // 18.8.21: programs take the first two for "none" and "grey", whatever is in them
    for (const QString &usual : {u"none"_s, u"gray125"_s}) {
        if (count(fills) < (usual == u"none"_s ? 1 : 2)) {
            addPattern(fills, usual);
        }
    }
    addPattern(fills, u"lightUp"_s);
    setCount(fills);
    return count(fills) - 1;
}

}   // namespace

int RedactionMark::styleFor(int style)
{
    const int original = style < m_styles ? style : 0;
    const auto [place, isNew] =
        m_positions.try_emplace(original, static_cast<int>(m_marked.size()));
    if (isNew) {
        m_marked.push_back(original);
    }
    return m_styles + place->second;
}

void RedactionMark::write(pugi::xml_node styleSheet) const
{
    if (!isUsed()) {
        return;
    }
    const int fill = addHatching(styleSheet);
    pugi::xml_node formats =
        listOf(styleSheet, "x:cellXfs",
               {"x:numFmts", "x:fonts", "x:fills", "x:borders", "x:cellStyleXfs"});
    while (count(formats) < m_styles) {
        formats.append_child("x:xf");
    }
    std::vector<pugi::xml_node> originals;
    for (const pugi::xml_node format : formats.children()) {
        originals.push_back(format);
    }
    for (const int style : m_marked) {
        pugi::xml_node format = formats.append_copy(originals[static_cast<size_t>(style)]);
        setAttribute(format, "fillId", QString::number(fill));
        setAttribute(format, "applyFill", u"1"_s);
    }
    setCount(formats);
}

QByteArray RedactionMark::newStyleSheet(const QByteArray &mainNamespace) const
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\""
           + mainNamespace
           + "\"><fonts count=\"1\"><font/></fonts><fills count=\"3\"><fill><patternFill "
             "patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
             "<fill><patternFill patternType=\"lightUp\"><fgColor rgb=\"FF7F7F7F\"/></patternFill>"
             "</fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\">"
             "<xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf fillId=\"2\" applyFill=\"1\"/>"
             "</cellXfs></styleSheet>";
}

}   // namespace expunge::formats::ooxml
