// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <pugixml.hpp>

#include <map>
#include <vector>

namespace expunge::formats::ooxml {

/// The look of cells whose number was redacted: as before, hatched. A reader sees that the number
/// there is none, and nothing that calculates with it breaks.
class RedactionMark
{
public:
    /// `styles` is how many cell formats the style sheet has.
    explicit RedactionMark(int styles)
        : m_styles(styles)
    {
    }

    /// The cell format to write in place of another.
    int styleFor(int style);
    bool isUsed() const { return !m_marked.empty(); }

    /// Adds the formats that were asked for.
    void write(pugi::xml_node styleSheet) const;

    /// A style sheet for a workbook that has none.
    QByteArray newStyleSheet(const QByteArray &mainNamespace) const;

private:
    int m_styles;
    std::map<int, int> m_positions;   // by cell format, in m_marked
    std::vector<int> m_marked;
};

}   // namespace expunge::formats::ooxml
