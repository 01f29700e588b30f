// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/page.h"
#include "core/formats/pdf/interpreter.h"
#include "core/formats/pdf/pagedrawer.h"
#include "core/formats/pdf/pagetext.h"
#include "core/formats/pdf/pdfinventory.h"

#include <memory>

namespace expunge::pdf {

/// Where a text unit comes from.
struct UnitOrigin
{
    int page = -1;     // index of the page, or -1
    int block = -1;    // of its text; -1: words that only the second engine reads there
    QByteArray site;   // of a text that stands on no page
};

/// What a file says and hides; the same each time for the same bytes.
struct PdfModel
{
    std::vector<document::TextUnit> units;
    std::vector<UnitOrigin> origins;   // one a unit
    std::vector<document::HiddenItem> hidden;
    std::vector<document::PageInfo> pages;
    std::vector<bool> pictures;          // pages that are nothing but one picture
    std::vector<quint64> fingerprints;   // of each page: equal where the same can be seen
    std::vector<QString> warnings;
};

/// A page as it was interpreted.
struct ReadPage
{
    PageContent content;
    PageText text;
};

/// A stretch of a block.
struct BlockSpan
{
    int block = 0;
    int begin = 0;
    int end = 0;
};

/// Where the letters of a text stand one after the other on a page, whatever stands between them.
std::vector<BlockSpan> lettersOn(const PageText &text, const QString &value);

/// The stretches of blocks that a span of a unit of this page stands for.
std::vector<BlockSpan> stretchesOf(const PdfModel &model, const ReadPage &page,
                                   const document::Span &span);

/// Size of a page, from its dictionary alone.
document::PageInfo pageInfo(QPDFObjectHandle page);

/// A number made of everything that can be seen on a page, and where.
quint64 fingerprint(const PageContent &content);

/// `other`: the same file in a second engine, whose words are held against ours; may be null.
base::Result<PdfModel> readModel(PdfFile &file, const PageDrawer *other,
                                 const base::JobContext &job);

/// Interprets pages of an opened file, and holds the one that was read last. For one thread.
class PageReader
{
public:
    explicit PageReader(std::unique_ptr<PdfFile> file);

    PdfFile &file() { return *m_file; }
    base::Result<const ReadPage *> page(int index, const base::JobContext &job);

private:
    std::unique_ptr<PdfFile> m_file;
    Interpreter m_interpreter;
    int m_index = -1;
    ReadPage m_page;
};

/// From default user space to the page as it is shown: points from its top left.
Matrix toShown(const PageContent &content);
document::PageRegion regionOf(const PageContent &content, const Rect &rect);
/// And back.
Rect rectOf(const PageContent &content, const document::PageRegion &region);

}   // namespace expunge::pdf
