// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/flow.h"
#include "core/document/grid.h"
#include "core/formats/ooxml/xlsxreader.h"

namespace expunge::formats::ooxml {

/// What the views of a workbook show, but for its cells, which are as many as they like and are
/// put in when they are asked for. Pictures count among those of the flow.
struct BookView
{
    std::vector<document::Grid> frames;   // by sheet, without cells
    document::Flow flow;
};

BookView makeBookView(const Package &package, const BookModel &book, const BookContents &contents);

/// The sheets with their cells.
std::vector<document::Grid> fillGrids(const BookView &view, const BookContents &contents);

}   // namespace expunge::formats::ooxml
