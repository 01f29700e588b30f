// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"

namespace expunge::testing {

/// A workbook or presentation without a file: a unit for each text that a test puts in.
class ViewDocument final : public document::Document
{
public:
    /// Adds a unit and returns its index.
    int addUnit(const QString &text, const QString &part, document::Place place = {},
                const QString &hiddenItem = {});

    /// Adds a cell to a sheet; cells come in the order of rows, then columns.
    int addCell(int sheet, int row, int column, const QString &text, int style = -1);

    /// A paragraph that shows a unit of its own.
    document::FlowBlock paragraph(const QString &text, const QString &part, double size = 0,
                                  bool bold = false);

    std::vector<document::Grid> &sheets() { return m_grids; }
    std::vector<document::Slide> &deck() { return m_slides; }
    document::Flow &rest() { return m_flow; }

    const document::DocumentInfo &info() const override { return m_info; }
    const std::vector<document::TextUnit> &textUnits() const override { return m_units; }
    const std::vector<document::HiddenItem> &hiddenItems() const override { return m_hidden; }
    document::Flow flow() const override { return m_flow; }
    std::vector<document::Grid> grids() const override { return m_grids; }
    std::vector<document::Slide> slides() const override { return m_slides; }
    base::Result<>
    visitParts(const std::function<void(const document::PartView &)> &visit) const override;
    base::Result<Output> apply(const document::RedactionPlan &plan,
                               const base::JobContext &job) const override;

private:
    document::DocumentInfo m_info;
    std::vector<document::TextUnit> m_units;
    std::vector<document::HiddenItem> m_hidden;
    std::vector<document::Grid> m_grids;
    std::vector<document::Slide> m_slides;
    document::Flow m_flow;
};

/// A workbook with what real ones have: a title over merged cells, frozen lines, fills, numbers,
/// long texts, hidden lines and a hidden sheet.
std::shared_ptr<ViewDocument> sampleWorkbook();

/// A sheet of that many rows and columns, all cells filled.
std::shared_ptr<ViewDocument> largeWorkbook(int rows, int columns);

/// A presentation with a title slide, a table, a turned shape, one off the slide, a hidden slide
/// and notes.
std::shared_ptr<ViewDocument> samplePresentation();

}   // namespace expunge::testing
