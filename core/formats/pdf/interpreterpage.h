// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/formats/pdf/interpreterstate.h"
#include "core/formats/pdf/layers.h"
#include "core/formats/pdf/pagecontent.h"

#include <QHash>

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace expunge::pdf {

/// Content streams of a file that were read already; those of forms are used again and again.
class ContentCache
{
public:
    /// Null when it cannot be decoded or is too large.
    std::shared_ptr<const ContentStream> form(QPDFObjectHandle stream);

private:
    std::map<QPDFObjGen, std::shared_ptr<const ContentStream>> m_streams;
    qint64 m_bytes = 0;
};

/// What pages share while they are read.
struct ReaderSources
{
    FontStore &fonts;
    ContentCache &contents;
    const LayerStates &layers;
    const std::map<QPDFObjGen, int> &pagesUsing;   // XObjects: how many pages have them
};

/// Reads one page: walks through its content and through everything that paints for it.
class PageReader
{
public:
    PageReader(ReaderSources sources, const base::JobContext &job, PageContent &page);

    /// The page's own content, then the appearances of its annotations.
    void read(QPDFObjectHandle page);
    bool wasCancelled() const { return m_cancelled; }

private:
    /// One content stream while it is walked through.
    struct Run
    {
        int use = 0;
        const ContentStream *content = nullptr;
        QPDFObjectHandle resources;
        Matrix base;   // of the stream's space, for patterns
        std::vector<GraphicsState> saved;
        PathInProgress path;
        Matrix text;
        Matrix line;
        Rect textClip;   // of glyphs that clip what is painted after their text object
        int marked = -1;
        int depth = 0;
        QHash<QByteArray, std::shared_ptr<const Font>> fonts;
    };

    // interpreterpage.cpp
    void readPage(QPDFObjectHandle page);
    void readAppearance(QPDFObjectHandle annotation, int index);
    std::shared_ptr<const ContentStream> pageContent(QPDFObjectHandle page);
    int addUse(StreamUse use);
    void run(int use, const GraphicsState &state, int depth, int marked);
    void obey(Run &run, GraphicsState &state, int index, const Operation &operation);
    bool obeyState(Run &run, GraphicsState &state, int index, const Operation &operation);
    bool obeyColour(Run &run, GraphicsState &state, int index, const Operation &operation);
    bool obeyPath(Run &run, GraphicsState &state, int index, const Operation &operation);
    bool obeyText(Run &run, GraphicsState &state, int index, const Operation &operation);
    bool obeyMarked(Run &run, int index, const Operation &operation);
    void report(PageProblem problem);
    void checkContent(const ContentStream &content);
    QPDFObjectHandle resource(const Run &run, const char *category, const QByteArray &name) const;

    // interpretertext.cpp
    void setFont(Run &run, GraphicsState &state, const Operation &operation);
    void show(Run &run, GraphicsState &state, int index, const Token &token, int tokenIndex);
    void showAdjusted(Run &run, GraphicsState &state, int index, const Operation &operation);
    void addGlyph(Run &run, GraphicsState &state, Glyph glyph, const FontCode &code);
    void advance(Run &run, const GraphicsState &state, double by) const;
    void nextLine(Run &run, double x, double y) const;
    int showState(const GraphicsState &state);
    void readGlyphProcedure(Run &run, const GraphicsState &state, int index, const Glyph &glyph);

    // interpreterpaint.cpp
    void paintPath(Run &run, GraphicsState &state, int index, PathPaint paint);
    void paintShading(Run &run, const GraphicsState &state, int index);
    void paintObject(Run &run, const GraphicsState &state, int index, const Operation &operation);
    void paintForm(Run &run, const GraphicsState &state, int index, const QByteArray &name,
                   QPDFObjectHandle form);
    void paintImage(Run &run, const GraphicsState &state, int index, QPDFObjectHandle image,
                    bool mask, bool opaque);
    void paintInlineImage(Run &run, const GraphicsState &state, int index,
                          const Operation &operation);
    void readPattern(Run &run, const GraphicsState &state, Ink &ink, const Rect &painted);
    void setExtended(Run &run, GraphicsState &state, int index, const Operation &operation);
    void readSoftMask(Run &run, const GraphicsState &state, int index, const QByteArray &name,
                      QPDFObjectHandle mask);
    void setColour(Run &run, Ink &ink, int index, const Operation &operation);
    bool isShared(QPDFObjectHandle object);
    bool isHidden(const Run &run) const;

    ReaderSources m_sources;
    const base::JobContext &m_job;
    PageContent &m_page;
    std::vector<GlyphInk> m_inks;   // one a state in PageContent::states
    std::vector<Cover> m_covers;
    std::set<QPDFObjGen> m_running;                    // streams that are being walked through
    std::map<QPDFObjGen, std::vector<int>> m_usesOf;   // uses of each form on this page
    std::map<QPDFObjGen, std::vector<int>> m_imagesOf;
    std::set<std::pair<const Font *, quint32>> m_procedures;
    std::set<int> m_hiddenUses;
    qint64 m_operations = 0;
    int m_order = 0;
    bool m_insideGlyph = false;
    bool m_stopped = false;
    bool m_cancelled = false;
};

/// Tells of each glyph, picture and path of a page that was read whether a reader sees it.
void judgeVisibility(PageContent &page, const std::vector<GlyphInk> &inks,
                     const std::vector<Cover> &covers);

/// What a page has under `key`, or has from the nodes above it (ISO 32000-1, 7.7.3.4).
QPDFObjectHandle inherited(QPDFObjectHandle page, const char *key);
/// A matrix from an array of six numbers; the identity for anything else.
Matrix matrixOf(const QPDFObjectHandle &array);
/// A rectangle from an array of four numbers, corners put in order; empty for anything else.
Rect rectOf(const QPDFObjectHandle &array);

}   // namespace expunge::pdf
