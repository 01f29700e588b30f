// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/document/hiddenitem.h"
#include "core/formats/pdf/pagerewriter.h"
#include "core/formats/pdf/pdffile.h"
#include "core/formats/pdf/rebuildvalues.h"

#include <map>
#include <optional>
#include <set>

namespace expunge::pdf {

/// What was taken out of a page before it is rebuilt.
struct PageOutcome
{
    RewrittenPage page;
    bool drawn = false;   // the page is to become a picture
};

/// A picture that stands for a page that cannot be written otherwise: three bytes a pixel.
struct PagePicture
{
    int width = 0;
    int height = 0;
    QByteArray rgb;
};

/// What stays of a file beside its pages, and how.
struct RebuildPlan
{
    std::set<document::HiddenKind> kept;
    std::map<QByteArray, QString> texts;   // of strings that stay, by site; see pdfwalks.h
    ValueSweep sweep;
    std::vector<PageOutcome> pages;   // one a page
    std::set<QPDFObjGen> lostFonts;   // that lost a glyph
    bool hiddenLayersGo = true;       // their content was taken out
    std::function<base::Result<PagePicture>(int page)> draw;
};

constexpr double picturePixels = 150;   // of such a picture, an inch

/// A file as it is in memory, for drawing its pages.
QByteArray writtenAsItIs(QPDF &file);

/// A new file, and what could not be kept.
struct Rebuilt
{
    QByteArray bytes;
    std::vector<int> drawn;   // pages that became pictures, from 0
};

/// Writes a new file that holds what the rebuilder knows of `work` and nothing else: one revision,
/// objects in the order of their use from the first page on, an identifier made of the content.
base::Result<Rebuilt> rebuild(PdfFile &work, const RebuildPlan &plan, const base::JobContext &job);

}   // namespace expunge::pdf
