// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/contentwriter.h"

#include <algorithm>
#include <cmath>

namespace expunge::pdf {

QByteArray placeOperands(const Point &place, double unit)
{
    // Five decimals of a point, and more where a unit is many points.
    const int decimals =
        unit > 1 ? std::min(9, 5 + static_cast<int>(std::ceil(std::log10(unit)))) : 5;
    return writeNumber(place.x, decimals) + ' ' + writeNumber(place.y, decimals);
}

QByteArray matrixOperands(const Matrix &matrix, double unit)
{
    constexpr int decimals = 8;   // these are multiplied with lengths of up to a page
    QByteArray bytes;
    for (const double value : {matrix.a, matrix.b, matrix.c, matrix.d}) {
        bytes += writeNumber(value, decimals) + ' ';
    }
    return bytes + placeOperands({matrix.e, matrix.f}, unit);
}

double unitOf(const Matrix &matrix)
{
    return std::max(std::hypot(matrix.a, matrix.b), std::hypot(matrix.c, matrix.d));
}

ContentWriter::ContentWriter(ExtendedStates &states, PaintState begin)
    : m_states(states)
    , m_now(std::move(begin))
{
}

void ContentWriter::append(Kind kind, QByteArray bytes, bool kept)
{
    m_records.push_back({kind, std::move(bytes), kept});
}

void ContentWriter::save()
{
    m_saved.push_back(m_now);
    append(Kind::Save, "q");
}

void ContentWriter::restore()
{
    if (!m_saved.empty()) {
        m_now = std::move(m_saved.back());
        m_saved.pop_back();
        append(Kind::Restore, "Q");
    }
}

// The same operators lead on, without text between them whose place they could tell.
bool ContentWriter::turnsFurther(const PaintState &wanted) const
{
    const auto &was = m_now.turns;
    const auto &is = wanted.turns;
    return is.size() > was.size() && std::equal(was.begin(), was.end(), is.begin())
           && std::all_of(is.begin() + std::ssize(was), is.end(),
                          [&](const auto &turn) { return turn.second == is.back().second; });
}

void ContentWriter::requireMatrix(const PaintState &wanted)
{
    if (wanted.matrix == m_now.matrix || inText()) {
        return;
    }
    const auto inverse = m_now.matrix.inverted();
    if (turnsFurther(wanted)) {
        // As written: readers round to pixels, and sums rounded otherwise would show.
        for (std::size_t i = m_now.turns.size(); i < wanted.turns.size(); ++i) {
            append(Kind::State, wanted.turns[i].first);
        }
    } else if (inverse) {
        const QByteArray operands =
            matrixOperands(wanted.matrix.then(*inverse), unitOf(m_now.matrix));
        if (operands != "1 0 0 1 0 0") {
            append(Kind::State, operands + " cm");
        }
    } else {
        return;
    }
    m_now.matrix = wanted.matrix;
    m_now.turns = wanted.turns;
}

void ContentWriter::requireStates(const PaintState &wanted)
{
    if (wanted.states == m_now.states) {
        return;
    }
    const auto [stop, rest] = std::mismatch(m_now.states.begin(), m_now.states.end(),
                                            wanted.states.begin(), wanted.states.end());
    std::for_each(rest, wanted.states.end(), [this](const QByteArray &name) {
        append(Kind::State, writeName(name) + " gs");
        for (const auto &[parameter, bytes] : m_states.entry(name).values) {
            m_now[parameter] = bytes;
        }
    });
    m_now.states = wanted.states;
}

void ContentWriter::requireValue(const PaintState &wanted, Parameter parameter)
{
    if (m_now[parameter] != wanted[parameter]) {
        if (!wanted[parameter].isEmpty()) {
            append(Kind::State, wanted[parameter]);
        }
        m_now[parameter] = wanted[parameter];
    }
}

void ContentWriter::require(const PaintState &wanted, Needs needs)
{
    requireMatrix(wanted);
    requireStates(wanted);
    if (needs & Need::Fill) {
        requireValue(wanted, Parameter::Fill);
    }
    if (needs & Need::Stroke) {
        for (const Parameter parameter :
             {Parameter::Stroke, Parameter::LineWidth, Parameter::LineCap, Parameter::LineJoin,
              Parameter::MiterLimit, Parameter::Dash}) {
            requireValue(wanted, parameter);
        }
    }
    if (needs & (Need::Fill | Need::Stroke)) {
        requireValue(wanted, Parameter::Intent);
        requireValue(wanted, Parameter::Flatness);
    }
    if (needs & Need::Text) {
        for (const Parameter parameter :
             {Parameter::Font, Parameter::CharSpacing, Parameter::WordSpacing,
              Parameter::HorizontalScale, Parameter::RenderMode, Parameter::Rise}) {
            requireValue(wanted, parameter);
        }
    }
    if (needs & Need::Leading) {
        requireValue(wanted, Parameter::Leading);
    }
}

void ContentWriter::paint(const QByteArray &bytes)
{
    append(Kind::Paint, bytes);
}

void ContentWriter::setState(const QByteArray &bytes)
{
    append(Kind::State, bytes);
}

void ContentWriter::beginText(const PaintState &wanted)
{
    if (!inText()) {
        requireMatrix(wanted);
        m_textAt = static_cast<int>(m_records.size());
        append(Kind::BeginText, "BT");
    }
}

void ContentWriter::endText()
{
    if (inText()) {
        m_textAt = -1;
        append(Kind::EndText, "ET");
    }
}

void ContentWriter::paintBeforeText(const QByteArray &bytes)
{
    if (!inText()) {
        paint(bytes);
        return;
    }
    m_records.insert(m_records.begin() + m_textAt, {Kind::Paint, bytes, false});
    ++m_textAt;
}

void ContentWriter::beginMarked(const QByteArray &bytes, bool kept)
{
    ++m_openMarks;
    append(Kind::BeginMarked, bytes, kept);
}

void ContentWriter::endMarked(const QByteArray &bytes)
{
    if (m_openMarks > 0) {
        --m_openMarks;
        append(Kind::EndMarked, bytes);
    }
}

// `open`: records that are open, and whether something stands in them.
void ContentWriter::close(std::vector<std::pair<std::size_t, bool>> &open, std::size_t at)
{
    const auto opener = static_cast<Kind>(static_cast<int>(m_records[at].kind) - 1);
    if (open.empty() || m_records[open.back().first].kind != opener) {
        // Pairs that cross: all stay.
        const auto found = std::find_if(open.rbegin(), open.rend(), [&](const auto &entry) {
            return m_records[entry.first].kind == opener;
        });
        if (found != open.rend()) {
            open.erase(std::next(found).base());
        }
        for (auto &entry : open) {
            entry.second = true;
        }
        return;
    }
    const auto [from, filled] = open.back();
    open.pop_back();
    if (filled || m_records[from].kept) {
        if (!open.empty()) {
            open.back().second = true;
        }
    } else if (opener == Kind::BeginMarked) {
        m_records[from].kind = Kind::Gone;   // what is set inside holds outside too
        m_records[at].kind = Kind::Gone;
    } else {
        for (std::size_t i = from; i <= at; ++i) {
            m_records[i].kind = Kind::Gone;
        }
    }
}

void ContentWriter::prune()
{
    std::vector<std::pair<std::size_t, bool>> open;
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        switch (m_records[i].kind) {
        case Kind::Paint:
            if (!open.empty()) {
                open.back().second = true;
            }
            break;
        case Kind::Save:
        case Kind::BeginText:
        case Kind::BeginMarked:
            open.emplace_back(i, false);
            break;
        case Kind::Restore:
        case Kind::EndText:
        case Kind::EndMarked:
            close(open, i);
            break;
        case Kind::State:
        case Kind::Gone:
            break;
        }
    }
}

QByteArray ContentWriter::finish()
{
    endText();
    while (m_openMarks > 0) {
        endMarked("EMC");
    }
    while (!m_saved.empty()) {
        restore();
    }
    prune();
    QByteArray bytes;
    for (const Record &record : m_records) {
        if (record.kind != Kind::Gone) {
            bytes += record.bytes + '\n';
        }
    }
    return bytes;
}

}   // namespace expunge::pdf
