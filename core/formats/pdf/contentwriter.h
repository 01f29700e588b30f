// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/paintstate.h"

#include <QFlags>

namespace expunge::pdf {

/// Which parameters something that is painted depends on.
enum class Need : quint8 {
    Fill = 1,
    Stroke = 2,
    Text = 4,
    Leading = 8,
};
Q_DECLARE_FLAGS(Needs, Need)
Q_DECLARE_OPERATORS_FOR_FLAGS(Needs)

/// Writes a content stream anew: a parameter is set only where something painted needs it to be
/// other than it is, and what in the end paints nothing is left out. So nothing tells how many
/// operators stood where text was taken away.
class ContentWriter
{
public:
    ContentWriter(ExtendedStates &states, PaintState begin);

    void save();
    void restore();

    /// Makes the state `wanted` in all that `needs` names; the matrix too, outside of text.
    void require(const PaintState &wanted, Needs needs);
    /// Tells that what was written last has set a parameter itself.
    void note(Parameter parameter, const QByteArray &bytes) { m_now[parameter] = bytes; }

    void paint(const QByteArray &bytes);
    void setState(const QByteArray &bytes);   // such as a clip, or a place in text
    void beginText(const PaintState &wanted);
    void endText();
    bool inText() const { return m_textAt >= 0; }
    /// Paints something before the text object that is open.
    void paintBeforeText(const QByteArray &bytes);
    void beginMarked(const QByteArray &bytes, bool kept);
    void endMarked(const QByteArray &bytes);
    int openMarks() const { return m_openMarks; }

    /// Everything written, closed where it was left open.
    QByteArray finish();

private:
    enum class Kind : quint8 {
        State,
        Paint,
        Save,
        Restore,
        BeginText,
        EndText,
        BeginMarked,
        EndMarked,
        Gone
    };
    struct Record
    {
        Kind kind = Kind::State;
        QByteArray bytes;
        bool kept = false;
    };

    void append(Kind kind, QByteArray bytes, bool kept = false);
    void requireMatrix(const PaintState &wanted);
    bool turnsFurther(const PaintState &wanted) const;
    void requireStates(const PaintState &wanted);
    void requireValue(const PaintState &wanted, Parameter parameter);
    void prune();
    void close(std::vector<std::pair<std::size_t, bool>> &open, std::size_t at);

    ExtendedStates &m_states;
    PaintState m_now;
    std::vector<PaintState> m_saved;
    std::vector<Record> m_records;
    int m_textAt = -1;
    int m_openMarks = 0;
};

/// The six operands of a matrix whose result is in units of `unit` points.
QByteArray matrixOperands(const Matrix &matrix, double unit = 1);
QByteArray placeOperands(const Point &place, double unit = 1);
/// How long a unit becomes.
double unitOf(const Matrix &matrix);

}   // namespace expunge::pdf
