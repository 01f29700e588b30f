// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/streamrewriter.h"

namespace expunge::pdf {

/// Shows text at places of its own: sealed lines with their boxes, and what stays of operators that
/// lost glyphs to them.
class TextEmitter
{
public:
    /// `states`: before the operations whose glyphs are laid out anew.
    TextEmitter(const PageEdit &page, int use, const StreamEdits &edits, ContentWriter &writer,
                StatesAt states);

    void beginObject();
    void show(int operation, const PaintState &now, bool type3);
    /// The text object was to clip, and nothing is left that does.
    bool hidesAll() const { return m_clipped && !m_clips; }

private:
    void chunk(const LineChunk &chunk, const PaintState &now, bool type3);
    void run(const SealedRun &run, const PaintState &now, bool type3);
    void box(const SealedLine &line, const SealedBox &box, const PaintState &now);
    void label(const SealedLine &line, const SealedBox &box, const PaintState &now);
    void rest(int operation, const PaintState &now, bool type3);
    void piece(const std::vector<int> &glyphs, const PaintState &now, bool type3);
    QByteArray codes(const Glyph &glyph) const;
    /// From the page to the space of the operators.
    std::optional<Matrix> fromPage(const PaintState &now) const;
    /// Of one unit of the operators.
    double points(const PaintState &now) const;
    const Glyph &glyphAt(int index) const;

    const PageEdit &m_page;
    const StreamUse &m_use;
    const StreamEdits &m_edits;
    ContentWriter &m_writer;
    StatesAt m_states;
    bool m_clipped = false;
    bool m_clips = false;
};

/// What a string shown in a state depends on; `type3`: it may be in a Type 3 font.
Needs showNeeds(const PaintState &state, bool type3);

}   // namespace expunge::pdf
