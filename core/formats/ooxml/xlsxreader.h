// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/formathandler.h"
#include "core/formats/ooxml/sheetlook.h"
#include "core/formats/ooxml/workbookmodel.h"

namespace expunge::formats::ooxml {

/// How the cells and rows of one sheet look.
struct SheetSight
{
    SheetLooks looks;   // of the cells that have a text unit
    std::vector<document::GridRow> rows;
    int firstUnit = 0;   // of its cells
    int endUnit = 0;
};

/// Which text unit stands for what in the workbook.
struct BookLayout
{
    std::vector<int> sheetNames;      // by sheet
    std::vector<SheetSight> sights;   // by sheet
    std::vector<std::vector<int>>
        siteUnits;   // by tree and site; -1: a copy of a cell's number, which is no text unit
    std::vector<int> phonetics;   // by string that has readings, one unit each
    int formulas = 0;
};

/// A workbook as text units and hidden items.
struct BookContents
{
    std::vector<document::TextUnit> units;   // none if they were handed to a visitor
    std::vector<document::HiddenItem> hidden;
    BookLayout layout;
};

/// With a visitor, each unit is handed to it and not kept.
base::Result<BookContents> readContents(const Package &package, const BookModel &book,
                                        const QString &path, const base::JobContext &job,
                                        const UnitVisitor &visit = {});

}   // namespace expunge::formats::ooxml
