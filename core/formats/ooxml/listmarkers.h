// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <pugixml.hpp>

#include <array>
#include <map>

namespace expunge::formats::ooxml {

/// Counts the items of lists in reading order and says what stands before each: "1.", "a)", "•"
/// (ECMA-376 part 1, 17.9).
class ListMarkers
{
public:
    ListMarkers() = default;
    explicit ListMarkers(pugi::xml_node numbering);   // w:numbering; may be null

    /// Marker of the next item; empty for lists that are not defined and for number 0, which means
    /// "no list".
    QString next(int numberId, int level);

private:
    static constexpr int levels = 9;

    struct Level
    {
        int start = 1;
        QString format;
        QString text;
    };
    using Levels = std::array<Level, levels>;

    struct List
    {
        int definition = 0;
        Levels shape;
        std::array<int, ListMarkers::levels> restart{};   // 0: goes on counting
    };

    std::map<int, List> m_lists;
    std::map<int, std::array<int, levels>> m_counters;   // by definition
    std::map<int, bool> m_used;
};

/// A number in a numbering format of WordprocessingML: "lowerRoman" of 4 is "iv".
QString formatNumber(int number, const QString &format);

}   // namespace expunge::formats::ooxml
