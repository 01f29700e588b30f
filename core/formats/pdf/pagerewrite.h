// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/formcopies.h"
#include "core/formats/pdf/glyphfates.h"
#include "core/formats/pdf/lineartwork.h"
#include "core/formats/pdf/streamrewriter.h"

#include <map>
#include <optional>
#include <vector>

namespace expunge::pdf {

/// One page on its way from what it painted to what it may still paint.
class PageRewrite
{
public:
    PageRewrite(QPDF &file, const PageContent &content, const PageText &text,
                const PageRemoval &removal, RemovalFates fates);

    bool run();
    RewrittenPage take() { return std::move(m_result); }

private:
    const StreamUse &useAt(int use) const;
    const Glyph &glyphAt(int glyph) const;

    void sealLines();
    void noteTouched(const SealedLine &line);
    void noteGlyphs();
    void editShows();
    void placeChunks();
    void placeLine(const SealedLine &line);
    void noteAreas();
    // pagerewritepaths.cpp
    void editPaths();
    bool isConcerned(const PathUse &path) const;
    std::optional<PathEdit> editedPath(const PathUse &path, const PaintState &state);
    void editShading(const PathUse &path, bool dropped);
    // pagerewritepictures.cpp
    void editPictures();
    void editPicture(std::size_t index, const std::vector<Rect> &areas);
    QByteArray overlay(const QByteArray &font) const;

    bool writeStreams();
    bool writeUse(int use);
    Rect grownBox(int use) const;
    QByteArray labelFont(int use);

    PaintState beginState(int use);
    const PaintState &stateAt(int use, int operation);

    QPDF &m_file;
    const PageContent &m_content;
    const PageText &m_text;
    const PageRemoval &m_removal;
    RemovalFates m_fates;
    PageEdit m_page;
    FormCopies m_copies;
    std::vector<SealedLine> m_lines;
    std::optional<LineArtwork> m_artwork;
    std::map<int, StreamEdits> m_edits;
    std::map<int, StatesAt> m_states;
    std::map<int, std::set<int>> m_statesWanted;
    RewrittenPage m_result;
};

}   // namespace expunge::pdf
