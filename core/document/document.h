// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/base/result.h"
#include "core/document/flow.h"
#include "core/document/grid.h"
#include "core/document/hiddenitem.h"
#include "core/document/page.h"
#include "core/document/redactionplan.h"
#include "core/document/slide.h"
#include "core/document/textunit.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>
#include <vector>

namespace expunge::document {

/// What a file was before another program made a current format of it.
struct ConvertedFrom
{
    QString format;    // "doc"
    QString program;   // "LibreOffice"
    QString version;   // of the program, as far as its output tells

    friend bool operator==(const ConvertedFrom &, const ConvertedFrom &) = default;
};

/// What a file is, in words for programs.
struct DocumentInfo
{
    QString format;      // "docx"
    QString mediaType;   // of the output
    QString suffix;      // of the output, without dot
    qint64 bytes = 0;
    std::vector<QString> warnings;   // English sentences without text from the file
    std::optional<ConvertedFrom> converted = {};
};

/// One decoded byte stream inside a file: a zip entry, a PDF stream.
struct PartView
{
    QString name;
    QByteArrayView bytes;
};

/// A drawn page, as plain bytes so that it can cross a process border: 32 bit, 0xffRRGGBB, rows
/// without padding.
struct PageImage
{
    int width = 0;
    int height = 0;
    QByteArray bytes;
};

/// An opened file, immutable and safe to share between threads for reading.
class Document
{
public:
    Document() = default;
    Document(const Document &) = delete;
    Document &operator=(const Document &) = delete;
    virtual ~Document();

    virtual const DocumentInfo &info() const = 0;

    /// Everything that can be read in the file and is kept in some plan, in reading order; index i
    /// stands at position i.
    virtual const std::vector<TextUnit> &textUnits() const = 0;

    /// Everything that the pages do not show.
    virtual const std::vector<HiddenItem> &hiddenItems() const = 0;

    /// The document as it reads, for views.
    virtual Flow flow() const;

    /// A workbook's sheets, in the order of their tabs; empty for everything else. What is not in
    /// a sheet (headers, names, charts) is in flow() too.
    virtual std::vector<Grid> grids() const;

    /// A presentation's slides, in the order of showing; empty for everything else. Masters and
    /// what is not on a slide is in flow().
    virtual std::vector<Slide> slides() const;

    /// Calls `visit` with every decoded byte stream of the file, those that nobody understands
    /// included.
    virtual base::Result<> visitParts(const std::function<void(const PartView &)> &visit) const = 0;

    /// The pages of a file that has pages of its own (PDF), in their order; empty for all others.
    virtual std::vector<PageInfo> pages() const;

    /// The characters of page `page` (from 1) that stand on it, in reading order. May take some
    /// milliseconds.
    virtual std::vector<CharacterBox> charactersOn(int page) const;

    /// Where a span stands on pages; empty for formats without pages.
    virtual std::vector<PageRegion> regionsOf(const Span &span) const;

    /// Draws page `page` (from 1) at `scale` pixels a point; UnsupportedFormat for formats without
    /// pages.
    virtual base::Result<PageImage> renderPage(int page, double scale) const;

    /// Makes the scrubbed file. The same plan gives the same bytes. Cancelled, or Internal when the
    /// plan does not fit.
    struct Output
    {
        QByteArray bytes;
        Applied applied;
    };
    virtual base::Result<Output> apply(const RedactionPlan &plan,
                                       const base::JobContext &job) const = 0;
};

}   // namespace expunge::document
