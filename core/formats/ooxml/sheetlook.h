// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/grid.h"

#include <QHash>

#include <pugixml.hpp>

#include <array>
#include <optional>
#include <vector>

namespace expunge::formats::ooxml {

/// Which style each cell of a sheet has, two bytes a cell.
class SheetLooks
{
public:
    void add(int style, bool number);

    /// By the cells' order: position in `styles()`.
    const std::vector<quint16> &cells() const { return m_cells; }

    struct Style
    {
        int style = 0;   // position among the cell formats of the style sheet
        bool number = false;
    };
    const std::vector<Style> &styles() const { return m_styles; }

private:
    std::vector<quint16> m_cells;
    std::vector<Style> m_styles;
    QHash<qint64, quint16> m_positions;
    qint64 m_lastKey = -1;
    quint16 m_last = 0;
};

/// The colours that markup names in one of four ways (ECMA-376 part 1, 18.8.3).
class SheetColours
{
public:
    /// Either may be null.
    SheetColours(pugi::xml_node styleSheet, pugi::xml_node theme);

    /// 0xRRGGBB of an element such as x:color; nothing for "automatic".
    std::optional<quint32> of(pugi::xml_node colour) const;

private:
    static constexpr size_t themeColours = 12;
    std::array<std::optional<quint32>, themeColours> m_theme;
    std::vector<quint32> m_indexed;
};

/// How the cell formats of a style sheet look on a page.
class SheetLook
{
public:
    SheetLook(pugi::xml_node styleSheet, pugi::xml_node theme);

    document::GridStyle style(SheetLooks::Style cell) const;

private:
    void readFont(document::GridStyle &style, pugi::xml_node font) const;

    SheetColours m_colours;
    std::vector<pugi::xml_node> m_formats;
    std::vector<pugi::xml_node> m_fonts;
    std::vector<pugi::xml_node> m_fills;
};

}   // namespace expunge::formats::ooxml
