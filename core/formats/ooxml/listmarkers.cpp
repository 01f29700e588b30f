// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/listmarkers.h"

#include "core/formats/ooxml/domedit.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

QString roman(int number)
{
    static const std::array<std::pair<int, const char *>, 13> values{{{1000, "m"},
                                                                      {900, "cm"},
                                                                      {500, "d"},
                                                                      {400, "cd"},
                                                                      {100, "c"},
                                                                      {90, "xc"},
                                                                      {50, "l"},
                                                                      {40, "xl"},
                                                                      {10, "x"},
                                                                      {9, "ix"},
                                                                      {5, "v"},
                                                                      {4, "iv"},
                                                                      {1, "i"}}};
    QString text;
    for (const auto &[value, letters] : values) {
        while (number >= value) {
            text += QLatin1StringView(letters);
            number -= value;
        }
    }
    return text;
}

/// a … z, aa, bb … as Word counts.
QString letters(int number)
{
    if (number <= 0) {
        return {};
    }
    const int repeat = (number - 1) / 26 + 1;
    return QString(repeat, QChar(u'a' + (number - 1) % 26));
}

/// Symbol fonts put their bullets into the private use area; these are the ones that Word itself
/// offers.
QString bullet(const QString &text)
{
    if (text.isEmpty()) {
        return {};
    }
    switch (text.front().unicode()) {
    case 0xf0a7:
        return u"▪"_s;
    case u'o':
        return u"◦"_s;
    case 0xf0d8:
        return u"➢"_s;
    case 0xf0fc:
        return u"✓"_s;
    case 0xf076:
        return u"❖"_s;
    default:
        break;
    }
    return text.front().unicode() >= 0xe000 && text.front().unicode() <= 0xf8ff ? u"•"_s : text;
}

}   // namespace

QString formatNumber(int number, const QString &format)
{
    if (format == u"lowerLetter"_s) {
        return letters(number);
    }
    if (format == u"upperLetter"_s) {
        return letters(number).toUpper();
    }
    if (format == u"lowerRoman"_s) {
        return roman(number);
    }
    if (format == u"upperRoman"_s) {
        return roman(number).toUpper();
    }
    if (format == u"decimalZero"_s) {
        return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
    }
    return format == u"none"_s ? QString() : QString::number(number);
}

ListMarkers::ListMarkers(pugi::xml_node numbering)
{
    const auto readLevel = [](pugi::xml_node node, Level &level) {
        level.start = node.child("w:start").attribute("w:val").as_int(1);
        level.format = attributeText(node.child("w:numFmt"), "w:val");
        level.text = attributeText(node.child("w:lvlText"), "w:val");
    };
    std::map<int, Levels> definitions;
    std::map<std::string, int> byStyle;
    std::map<int, std::string> linked;
    for (pugi::xml_node node : numbering.children("w:abstractNum")) {
        const int id = node.attribute("w:abstractNumId").as_int();
        for (pugi::xml_node level : node.children("w:lvl")) {
            const int depth = level.attribute("w:ilvl").as_int();
            if (depth >= 0 && depth < levels) {
                readLevel(level, definitions[id].at(static_cast<size_t>(depth)));
            }
        }
        if (const pugi::xml_node link = node.child("w:styleLink")) {
            byStyle[link.attribute("w:val").value()] = id;
        }
        if (const pugi::xml_node link = node.child("w:numStyleLink")) {
            linked[id] = link.attribute("w:val").value();
        }
    }
    for (pugi::xml_node node : numbering.children("w:num")) {
        List list;
        list.definition = node.child("w:abstractNumId").attribute("w:val").as_int();
        if (const auto link = linked.find(list.definition); link != linked.end()) {
            if (const auto target = byStyle.find(link->second); target != byStyle.end()) {
                list.definition = target->second;
            }
        }
        list.shape = definitions[list.definition];
        for (pugi::xml_node change : node.children("w:lvlOverride")) {
            const int depth = change.attribute("w:ilvl").as_int();
            if (depth < 0 || depth >= levels) {
                continue;
            }
            if (const pugi::xml_node level = change.child("w:lvl")) {
                readLevel(level, list.shape.at(static_cast<size_t>(depth)));
            }
            if (const pugi::xml_node start = change.child("w:startOverride")) {
                list.restart.at(static_cast<size_t>(depth)) = start.attribute("w:val").as_int(1);
            }
        }
        m_lists[node.attribute("w:numId").as_int()] = std::move(list);
    }
}

QString ListMarkers::next(int numberId, int level)
{
    const auto found = m_lists.find(numberId);
    if (found == m_lists.end() || level < 0 || level >= levels) {
        return {};
    }
    const List &list = found->second;
    const auto depth = static_cast<size_t>(level);
    std::array<int, levels> &counters = m_counters[list.definition];
    if (!m_used[numberId]) {
        m_used[numberId] = true;
        for (size_t i = 0; i < levels; ++i) {
            if (list.restart.at(i) > 0) {
                counters.at(i) = list.restart.at(i) - 1;
            }
        }
    }
    int &counter = counters.at(depth);
    counter = counter == 0 ? std::max(list.shape.at(depth).start, 0) : counter + 1;
    for (size_t deeper = depth + 1; deeper < levels; ++deeper) {
        counters.at(deeper) = 0;
    }
    const Level &own = list.shape.at(depth);
    if (own.format == u"bullet"_s) {
        return bullet(own.text);
    }
    QString marker = own.text;
    for (size_t i = 0; i <= depth; ++i) {
        const int value = counters.at(i) == 0 ? list.shape.at(i).start : counters.at(i);
        marker.replace(QChar(u'%') + QString::number(i + 1),
                       formatNumber(value, list.shape.at(i).format));
    }
    return marker;
}

}   // namespace expunge::formats::ooxml
