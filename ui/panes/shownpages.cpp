// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/shownpages.h"

namespace expunge::ui {

ShownPages shownPages(const std::shared_ptr<const document::Document> &document,
                      const std::set<int> &extraUnits)
{
    ShownPages pages;
    pages.document = document;
    if (!document) {
        return pages;
    }
    pages.grids = document->grids();
    if (!pages.grids.empty()) {
        pages.flow = besideGrids(*document, pages.grids, extraUnits);
        return pages;
    }
    pages.pages = document->pages();
    if (!pages.pages.empty()) {
        pages.flow = besidePages(*document, extraUnits);
        return pages;
    }
    pages.slides = document->slides();
    pages.flow = pages.slides.empty() ? readingFlow(*document, extraUnits)
                                      : besideSlides(*document, pages.slides, extraUnits);
    return pages;
}

}   // namespace expunge::ui
