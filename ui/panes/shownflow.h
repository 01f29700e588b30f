// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"

#include <QStringList>

#include <set>

namespace expunge::ui {

/// A flow that is shown, with a caption for each of its stories; an empty one is its kind's own.
struct CaptionedFlow
{
    document::Flow flow;
    QStringList captions;
};

/// A document as it reads. `extraUnits`: units that are shown at the end if no page shows them,
/// because something in them is to be decided.
CaptionedFlow readingFlow(const document::Document &document, const std::set<int> &extraUnits);

/// What a workbook shows that is in no cell: charts, text boxes, headers, notes, names.
CaptionedFlow besideGrids(const document::Document &document,
                          const std::vector<document::Grid> &grids,
                          const std::set<int> &extraUnits);

/// What a file with pages holds that is on none of them and has something to decide.
CaptionedFlow besidePages(const document::Document &document, const std::set<int> &extraUnits);

/// What a presentation shows that is on no slide: masters, layouts and the like.
CaptionedFlow besideSlides(const document::Document &document,
                           const std::vector<document::Slide> &slides,
                           const std::set<int> &extraUnits);

}   // namespace expunge::ui
