// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/odf/odsplan.h"
#include "core/formats/ooxml/sheetdependence.h"
#include "core/formats/ooxml/sheettaint.h"

namespace expunge::formats::odf {

/// A set of blocks of cells that can be asked about ranges, without ever being spread out.
class BlockSet
{
public:
    void insert(const ooxml::CellRange &block);
    void insertAll() { m_cells.insertAll(); }
    bool intersects(const ooxml::CellRange &range) const;
    bool isEmpty() const { return m_cells.isEmpty() && m_blocks.empty(); }

private:
    ooxml::CellSet m_cells;
    std::vector<ooxml::CellRange> m_blocks;   // of more than one cell
};

/// Follows redactions through the formulas of a spreadsheet.
class OdsSurvey
{
public:
    /// Damaged or Cancelled.
    static base::Result<OdsSurvey> run(const OdsBook &book, const OdsPlan &plan,
                                       const QString &path, const base::JobContext &job);

    /// ooxml::CellFate of a cell or block.
    unsigned fate(int sheet, const ooxml::CellRange &block) const;

private:
    friend class OdsSurveyVisitor;
    friend class OdsTaintSolver;

    QHash<quint64, unsigned char> m_fates;   // by first cell
    std::vector<BlockSet> m_spilled;         // by sheet: results of formulas that fill ranges
    std::vector<bool> m_emptied;             // whole sheets
};

}   // namespace expunge::formats::odf
