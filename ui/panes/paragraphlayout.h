// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/flow.h"
#include "core/document/textunit.h"
#include "ui/panes/flowstyle.h"

#include <QRectF>
#include <QTextLayout>

#include <vector>

class QPainter;

namespace expunge::ui {

/// A paragraph of a flow laid out for showing: its text, and the way between positions in it and in
/// text units.
class ParagraphLayout
{
public:
    ParagraphLayout(const document::FlowBlock &block, const std::vector<document::TextUnit> &units,
                    const FlowStyle &style);

    void layOut(double width);
    double height() const { return m_height; }

    /// Lays it out without breaking lines; returns the width that they take.
    double layOutUnbroken();

    QString text() const { return m_layout.text(); }

    /// Rectangles of positions [begin, end), one a line.
    std::vector<QRectF> rects(int begin, int end) const;

    /// Positions of a unit's span in this paragraph; a span may stand in several runs.
    std::vector<std::pair<int, int>> positionsOf(const document::Span &span) const;

    /// Spans of text units for positions [begin, end).
    std::vector<document::Span> spansOf(int begin, int end) const;

    int positionAt(QPointF point) const;

    /// The position one line up or down at about the same x; -1 when that is outside.
    int positionInLine(int position, int lineStep) const;

    QRectF caretRect(int position) const;
    void draw(QPainter *painter, QPointF at) const;

    /// A guess of the height without laying anything out.
    static double estimate(const document::FlowBlock &block, double width, const FlowStyle &style);

private:
    struct Piece
    {
        document::Span span;
        int at = 0;   // position of its first character
    };

    std::vector<Piece> m_pieces;
    QTextLayout m_layout;
    QString m_marker;
    QFont m_font;
    QColor m_colour;
    double m_indent = 0;
    double m_height = 0;
    double m_before = 0;
    double m_after = 0;
    double m_leading = 0;
};

}   // namespace expunge::ui
