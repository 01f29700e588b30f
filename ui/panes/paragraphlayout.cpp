// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/paragraphlayout.h"

#include "ui/appearance.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

#include <cmath>

namespace expunge::ui {

namespace {

constexpr double listStep = 24;   // pixels at zoom 1
constexpr int largestUnitRun =
    200'000;   // characters laid out in one paragraph; more would block the window

QFont fontOf(const document::FlowBlock &block, const FlowStyle &style)
{
    QFont font = style.font;
    if (block.headingLevel > 0) {
        static constexpr double scale[] = {1.6, 1.35, 1.18, 1.08};
        const int level = std::min(block.headingLevel, 4) - 1;
        font.setPointSizeF(font.pointSizeF() * scale[level]);
        font.setBold(true);
    }
    return font;
}

double indentOf(const document::FlowBlock &block, const FlowStyle &style)
{
    if (block.listLevel >= 0 || !block.marker.isEmpty()) {
        return (std::clamp(block.listLevel, 0, 8) + 1) * listStep * style.zoom;
    }
    return std::clamp(style.pixels(block.indent), 0.0, 160.0);
}

/// The document's colour where it can be read on our ground, else an invalid one.
QColor readableColour(quint32 rgb, const QPalette &palette)
{
    const QColor colour(0xff000000U | rgb);
    const QColor ground = palette.color(QPalette::Base);
    return std::abs(colour.lightnessF() - ground.lightnessF()) > 0.4F ? colour : QColor();
}

QTextCharFormat formatOf(const document::CharacterStyle &run, const QFont &font,
                         const FlowStyle &style)
{
    const bool onDark = isDark(style.palette);
    QTextCharFormat format;
    if (run.bold) {
        format.setFontWeight(QFont::Bold);
    }
    format.setFontItalic(run.italic);
    format.setFontUnderline(run.underline || run.link || run.inserted);
    format.setFontStrikeOut(run.strikeOut || run.deleted);
    if (run.superscript || run.subscript) {
        format.setVerticalAlignment(run.superscript ? QTextCharFormat::AlignSuperScript
                                                    : QTextCharFormat::AlignSubScript);
    } else if (run.size > 0) {
        // Sizes of the document are kept in proportion, within what stays readable in a pane.
        const double size = run.size * style.font.pointSizeF() / style.usualPoints;
        format.setFontPointSize(
            style.tight ? std::max(size, 1.0)
                        : std::clamp(size, font.pointSizeF() * 0.75, font.pointSizeF() * 2.2));
    }
    if (run.hasColour) {
        const QColor colour = readableColour(run.colour, style.palette);
        if (colour.isValid()) {
            format.setForeground(colour);
        }
    }
    if (run.link) {
        format.setForeground(style.palette.color(QPalette::Link));
    }
    if (run.inserted) {
        format.setForeground(QColor(onDark ? 0xff6fcf87 : 0xff1a7f37));
    }
    if (run.deleted) {
        format.setForeground(QColor(onDark ? 0xfff0716b : 0xffb42318));
    }
    if (run.hidden) {
        format.setForeground(style.palette.color(QPalette::PlaceholderText));
        format.setUnderlineStyle(QTextCharFormat::DotLine);
    }
    return format;
}

Qt::Alignment alignmentOf(document::Alignment alignment)
{
    switch (alignment) {
    case document::Alignment::Start:
        return Qt::AlignLeading;
    case document::Alignment::Centre:
        return Qt::AlignHCenter;
    case document::Alignment::End:
        return Qt::AlignTrailing;
    case document::Alignment::Justify:
        return Qt::AlignJustify;
    }
    return Qt::AlignLeading;
}

/// A line break inside a paragraph is U+2028 for QTextLayout; same length, so positions stay.
QString shown(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator).replace(u'\r', QChar::LineSeparator);
}

}   // namespace

ParagraphLayout::ParagraphLayout(const document::FlowBlock &block,
                                 const std::vector<document::TextUnit> &units,
                                 const FlowStyle &style)
    : m_marker(block.marker)
    , m_font(fontOf(block, style))
    , m_colour(style.palette.color(QPalette::Text))
    , m_indent(indentOf(block, style))
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const document::FlowRun &run : block.runs) {
        if (run.unit < 0 || run.unit >= static_cast<int>(units.size())) {
            continue;
        }
        const QString &source = units.at(static_cast<size_t>(run.unit)).text;
        const int begin = std::clamp(run.begin, 0, static_cast<int>(source.size()));
        const int end = std::clamp(run.end, begin, static_cast<int>(source.size()));
        const int room = largestUnitRun - static_cast<int>(text.size());
        const int length = std::min(end - begin, room);
        if (length <= 0) {
            continue;
        }
        const int at = static_cast<int>(text.size());
        m_pieces.push_back({{run.unit, begin, begin + length}, at});
        text += QStringView(source).mid(begin, length);
        if (!(run.style == document::CharacterStyle())) {
            formats.append({at, length, formatOf(run.style, m_font, style)});
        }
    }
    m_layout.setText(shown(text));
    m_layout.setFont(m_font);
    m_layout.setFormats(formats);
    QTextOption option(alignmentOf(block.alignment));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(48 * style.zoom);
    m_layout.setTextOption(option);
    m_layout.setCacheEnabled(true);
    const double line = QFontMetricsF(m_font).height();
    m_before = block.headingLevel > 0 ? line * 0.55 : 0;
    m_after = block.headingLevel > 0 ? line * 0.25 : (block.listLevel >= 0 ? 3 : 8) * style.zoom;
    m_leading = line * 0.18;
    if (style.tight) {
        m_before = m_after = m_leading = 0;
    }
}

double ParagraphLayout::layOutUnbroken()
{
    constexpr double unbroken = 1e5;
    const auto widest = [this] {
        double width = 0;
        for (int i = 0; i < m_layout.lineCount(); ++i) {
            width = std::max(width, m_layout.lineAt(i).naturalTextWidth());
        }
        return width;
    };
    layOut(unbroken);
    const double width = std::ceil(widest()) + 1;
    if (m_layout.text().isRightToLeft()) {
        layOut(width);   // else it would stand at the far end of an endless line
    }
    return width;
}

void ParagraphLayout::layOut(double width)
{
    const double room = std::max(m_leading > 0 ? 40.0 : 8.0, width - m_indent);
    double y = m_before;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(room);
        line.setPosition({m_indent, y});
        y += line.height() + m_leading;
    }
    m_layout.endLayout();
    if (m_layout.lineCount() == 0) {
        y += QFontMetricsF(m_font).height() * 0.6;
    }
    m_height = std::ceil(y + m_after);
}

std::vector<QRectF> ParagraphLayout::rects(int begin, int end) const
{
    std::vector<QRectF> result;
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        const int from = std::max(begin, line.textStart());
        int to = std::min(end, line.textStart() + line.textLength());
        // The space at which a line was broken is not seen, so it is not marked either.
        if (to < end && to > from && m_layout.text().at(to - 1).isSpace()) {
            --to;
        }
        if (from >= to) {
            continue;
        }
        const double x0 = line.cursorToX(from);
        const double x1 = line.cursorToX(to);
        result.emplace_back(std::min(x0, x1), line.y(), std::abs(x1 - x0), line.height());
    }
    return result;
}

std::vector<std::pair<int, int>> ParagraphLayout::positionsOf(const document::Span &span) const
{
    std::vector<std::pair<int, int>> result;
    for (const Piece &piece : m_pieces) {
        if (piece.span.unit != span.unit) {
            continue;
        }
        const int from = std::max(span.begin, piece.span.begin);
        const int to = std::min(span.end, piece.span.end);
        if (from >= to) {
            continue;
        }
        const int begin = piece.at + from - piece.span.begin;
        const int end = piece.at + to - piece.span.begin;
        if (!result.empty() && result.back().second == begin) {
            result.back().second = end;
        } else {
            result.emplace_back(begin, end);
        }
    }
    return result;
}

std::vector<document::Span> ParagraphLayout::spansOf(int begin, int end) const
{
    std::vector<document::Span> result;
    for (const Piece &piece : m_pieces) {
        const int from = std::max(begin, piece.at);
        const int to = std::min(end, piece.at + piece.span.length());
        if (from >= to) {
            continue;
        }
        const document::Span span{piece.span.unit, piece.span.begin + from - piece.at,
                                  piece.span.begin + to - piece.at};
        if (!result.empty() && result.back().unit == span.unit && result.back().end == span.begin) {
            result.back().end = span.end;
        } else {
            result.push_back(span);
        }
    }
    return result;
}

int ParagraphLayout::positionAt(QPointF point) const
{
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (point.y() < line.y() + line.height() || i + 1 == m_layout.lineCount()) {
            return line.xToCursor(point.x());
        }
    }
    return 0;
}

int ParagraphLayout::positionInLine(int position, int lineStep) const
{
    const QTextLine line = m_layout.lineForTextPosition(position);
    if (!line.isValid()) {
        return -1;
    }
    const int target = line.lineNumber() + lineStep;
    if (target < 0 || target >= m_layout.lineCount()) {
        return -1;
    }
    return m_layout.lineAt(target).xToCursor(line.cursorToX(position));
}

QRectF ParagraphLayout::caretRect(int position) const
{
    const QTextLine line = m_layout.lineForTextPosition(position);
    if (!line.isValid()) {
        return {m_indent, m_before, 2, QFontMetricsF(m_font).height()};
    }
    return {line.cursorToX(position) - 1, line.y(), 2, line.height()};
}

void ParagraphLayout::draw(QPainter *painter, QPointF at) const
{
    painter->setPen(m_colour);
    if (!m_marker.isEmpty()) {
        const double ascent =
            m_layout.lineCount() > 0 ? m_layout.lineAt(0).ascent() : QFontMetricsF(m_font).ascent();
        painter->setFont(m_font);
        const double width = QFontMetricsF(m_font).horizontalAdvance(m_marker);
        painter->drawText(
            QPointF(at.x() + std::max(0.0, m_indent - width - 6), at.y() + m_before + ascent),
            m_marker);
    }
    m_layout.draw(painter, at);
}

double ParagraphLayout::estimate(const document::FlowBlock &block, double width,
                                 const FlowStyle &style)
{
    const QFontMetricsF metrics(style.font);
    int characters = 0;
    for (const document::FlowRun &run : block.runs) {
        characters += run.end - run.begin;
    }
    const double scale = block.headingLevel > 0 ? 1.35 : 1.0;
    const double room = std::max(40.0, width - indentOf(block, style));
    const double lines =
        std::max(1.0, std::ceil(characters * metrics.averageCharWidth() * scale / room));
    return std::ceil(lines * metrics.height() * 1.18 * scale + 8 * style.zoom);
}

}   // namespace expunge::ui
