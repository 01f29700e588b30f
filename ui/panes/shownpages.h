// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/shownflow.h"

#include <memory>

namespace expunge::ui {

/// What the views of a document show. Making it takes a while for a large workbook, so it can be
/// made on any thread and is then handed over.
struct ShownPages
{
    std::shared_ptr<const document::Document> document;
    std::vector<document::Grid> grids;
    std::vector<document::Slide> slides;
    std::vector<document::PageInfo> pages;
    CaptionedFlow flow;   // what is beside grids, slides or pages, or the whole of anything else
};

ShownPages shownPages(const std::shared_ptr<const document::Document> &document,
                      const std::set<int> &extraUnits);

}   // namespace expunge::ui
