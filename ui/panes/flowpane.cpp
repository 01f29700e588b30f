// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/flowpane.h"

#include "ui/panes/decisionchips.h"
#include "ui/panes/markpainter.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace expunge::ui {

namespace {

constexpr double sideMargin = 28;
constexpr double topMargin = 16;
constexpr double widestColumn = 760;
constexpr double anchorLine = 1.0 / 3.0;   // of the viewport's height

}   // namespace

FlowPane::FlowPane(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    setMinimumWidth(220);
}

void FlowPane::setDocument(const std::shared_ptr<const document::Document> &document,
                           const std::set<int> &extraUnits, bool keepPlace)
{
    const Anchor place = keepPlace ? anchor() : Anchor{};
    const int value = verticalScrollBar()->value();
    m_marks.clear();
    m_selectionStart = {};
    m_caret = {};
    m_layout.setDocument(document, extraUnits);
    relayout();
    if (keepPlace && place.paragraph >= 0 && place.paragraph < m_layout.paragraphCount()) {
        scrollToAnchor(place);
    } else {
        verticalScrollBar()->setValue(keepPlace ? value : 0);
    }
}

void FlowPane::setMarks(std::vector<PaneMark> marks)
{
    m_marks = std::move(marks);
    viewport()->update();
    placeChips();
}

void FlowPane::setCurrent(int key)
{
    m_current = key;
    viewport()->update();
    placeChips();
}

DecisionChips *FlowPane::addChips()
{
    m_chips = new DecisionChips(viewport());
    return m_chips;
}

void FlowPane::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

void FlowPane::setZoom(double zoom)
{
    const Anchor place = anchor();
    m_zoom = std::clamp(zoom, 0.6, 3.0);
    relayout();
    scrollToAnchor(place);
}

double FlowPane::columnWidth() const
{
    return std::max(120.0, std::min(viewport()->width() - 2 * sideMargin, widestColumn * m_zoom));
}

double FlowPane::columnLeft() const
{
    return std::floor((viewport()->width() - columnWidth()) / 2);
}

QPointF FlowPane::toColumn(QPointF viewportPoint) const
{
    return viewportPoint + QPointF(-columnLeft(), verticalScrollBar()->value() - topMargin);
}

void FlowPane::relayout()
{
    FlowStyle style;
    style.font = font();
    style.font.setPointSizeF(std::max(font().pointSizeF(), 9.0) * 1.05 * m_zoom);
    style.zoom = m_zoom;
    style.palette = palette();
    m_layout.setGeometry(columnWidth(), style);
    updateScrollBar();
    viewport()->update();
    placeChips();
    Q_EMIT layoutChanged();
}

void FlowPane::updateScrollBar()
{
    const double content = m_layout.height() + 2 * topMargin + 48;
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(static_cast<int>(fontMetrics().height() * 1.4));
    bar->setRange(0, std::max(0, static_cast<int>(std::ceil(content)) - viewport()->height()));
}

bool FlowPane::layOutVisible()
{
    bool changed = false;
    const double start = verticalScrollBar()->value() - topMargin;
    const int first = m_layout.itemAt(start);
    if (first < 0) {
        return false;
    }
    for (int i = first; i < m_layout.itemCount(); ++i) {
        if (m_layout.top(i) > start + viewport()->height()) {
            break;
        }
        const bool above = m_layout.top(i) < start;
        const double shift = m_layout.ensure(i);
        if (shift == 0) {
            continue;
        }
        changed = true;
        updateScrollBar();
        if (above) {
            // What is being read stays where it is when a block that begins above it gets its true
            // height.
            QScrollBar *bar = verticalScrollBar();
            const QSignalBlocker quiet(bar);
            bar->setValue(static_cast<int>(std::lround(bar->value() + shift)));
            return layOutVisible() || changed;
        }
    }
    return changed;
}

template<typename Visit>
void FlowPane::visitMarks(const ParagraphLayout &layout, const Visit &visit) const
{
    for (const document::Span &shown : layout.spansOf(0, static_cast<int>(layout.text().size()))) {
        auto mark = std::lower_bound(m_marks.begin(), m_marks.end(), shown,
                                     [](const PaneMark &one, const document::Span &span) {
                                         return one.span.unit < span.unit
                                                || (one.span.unit == span.unit
                                                    && one.span.end <= span.begin);
                                     });
        for (;
             mark != m_marks.end() && mark->span.unit == shown.unit && mark->span.begin < shown.end;
             ++mark) {
            visit(*mark, markRects(layout, *mark));
        }
    }
}

std::vector<QRectF> FlowPane::markRects(const ParagraphLayout &layout, const PaneMark &mark) const
{
    std::vector<QRectF> rects;
    for (const auto &[begin, end] : layout.positionsOf(mark.span)) {
        const std::vector<QRectF> lines = layout.rects(begin, end);
        rects.insert(rects.end(), lines.begin(), lines.end());
    }
    return rects;
}

void FlowPane::paintEvent(QPaintEvent *)
{
    if (layOutVisible()) {
        QMetaObject::invokeMethod(this, &FlowPane::layoutChanged, Qt::QueuedConnection);
    }
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    if (!m_layout.document()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24),
                         Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
    }
    const double start = verticalScrollBar()->value() - topMargin;
    for (int i = std::max(0, m_layout.itemAt(start)); i < m_layout.itemCount(); ++i) {
        const double y = m_layout.top(i) - start;
        if (y > viewport()->height()) {
            break;
        }
        painter.save();
        painter.translate(columnLeft(), y);
        paintItem(&painter, i);
        painter.restore();
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
    QMetaObject::invokeMethod(this, &FlowPane::placeChips, Qt::QueuedConnection);
}

void FlowPane::paintCaption(QPainter *painter, int item) const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85 * m_zoom);
    small.setCapitalization(QFont::AllUppercase);
    small.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    painter->setFont(small);
    const QString text = m_layout.caption(item);
    const QFontMetricsF metrics(small);
    const double height = m_layout.top(item + 1) - m_layout.top(item);
    const double base = height - metrics.descent() - 8;
    painter->setPen(palette().color(QPalette::PlaceholderText));
    painter->drawText(QPointF(0, base), text);
    painter->setPen(palette().color(QPalette::Mid));
    const double line = std::round(base - metrics.xHeight() / 2) + 0.5;
    painter->drawLine(QPointF(metrics.horizontalAdvance(text.toUpper()) + 14, line),
                      QPointF(columnWidth(), line));
}

void FlowPane::paintItem(QPainter *painter, int item)
{
    if (m_layout.isCaption(item)) {
        paintCaption(painter, item);
        return;
    }
    const FlowItem *laid = m_layout.item(item);
    if (!laid) {
        return;
    }
    if (m_layout.isAside(item)) {
        painter->fillRect(QRectF(-14, 0, 3, m_layout.top(item + 1) - m_layout.top(item)),
                          palette().color(QPalette::Mid));
    }
    laid->drawFrames(painter, m_layout.context());
    laid->visitParagraphs([&](int number, const ParagraphLayout &layout, QPointF at) {
        painter->translate(at);
        visitMarks(layout, [&](const PaneMark &mark, const std::vector<QRectF> &rects) {
            paintMarkGround(painter, rects, mark.state, palette());
        });
        paintSelection(painter, number, layout);
        painter->translate(-at);
    });
    laid->drawText(painter);
    laid->visitParagraphs([&](int number, const ParagraphLayout &layout, QPointF at) {
        painter->translate(at);
        visitMarks(layout, [&](const PaneMark &mark, const std::vector<QRectF> &rects) {
            paintMarkOutline(painter, rects, mark.state, mark.key == m_current && m_current >= 0,
                             palette());
        });
        if (hasFocus() && m_caret.paragraph == number) {
            painter->fillRect(layout.caretRect(m_caret.position), palette().color(QPalette::Text));
        }
        painter->translate(-at);
    });
}

void FlowPane::paintSelection(QPainter *painter, int number, const ParagraphLayout &layout) const
{
    if (!hasSelection()) {
        return;
    }
    const auto [from, to] = std::minmax(m_selectionStart, m_caret);
    if (number < from.paragraph || number > to.paragraph) {
        return;
    }
    const int begin = number == from.paragraph ? from.position : 0;
    const int end = number == to.paragraph ? to.position : static_cast<int>(layout.text().size());
    QColor ground = palette().color(QPalette::Highlight);
    ground.setAlphaF(0.35F);
    for (const QRectF &rect : layout.rects(begin, end)) {
        painter->fillRect(rect, ground);
    }
}

const PaneMark *FlowPane::markOf(int key) const
{
    const auto found = std::find_if(m_marks.begin(), m_marks.end(),
                                    [key](const PaneMark &mark) { return mark.key == key; });
    return key < 0 || found == m_marks.end() ? nullptr : &*found;
}

std::vector<QRectF> FlowPane::visibleRects(int key)
{
    std::vector<QRectF> result;
    const PaneMark *mark = markOf(key);
    if (!mark) {
        return result;
    }
    const double start = verticalScrollBar()->value() - topMargin;
    for (const int paragraph : m_layout.paragraphsOf(mark->span.unit)) {
        const int item = m_layout.itemOfParagraph(paragraph);
        if (m_layout.top(item + 1) < start || m_layout.top(item) > start + viewport()->height()) {
            continue;
        }
        const FlowLayout::Place place = m_layout.place(paragraph);
        for (const QRectF &rect : markRects(*place.layout, *mark)) {
            result.push_back(rect.translated(place.at + QPointF(columnLeft(), -start)));
        }
    }
    return result;
}

std::vector<QRectF> FlowPane::visibleLines()
{
    std::vector<QRectF> lines;
    const QRectF shown(viewport()->rect());
    const double start = verticalScrollBar()->value() - topMargin;
    const int first = std::max(0, m_layout.paragraphAt({0, start}));
    for (int i = first; i < m_layout.paragraphCount(); ++i) {
        if (m_layout.top(m_layout.itemOfParagraph(i)) > start + shown.height()) {
            break;
        }
        const FlowLayout::Place place = m_layout.place(i);
        const int length = place.layout ? static_cast<int>(place.layout->text().size()) : 0;
        for (const QRectF &line :
             length > 0 ? place.layout->rects(0, length) : std::vector<QRectF>()) {
            const QRectF seen = line.translated(place.at + QPointF(columnLeft(), -start));
            if (seen.intersects(shown)) {
                lines.push_back(seen);
            }
        }
    }
    return lines;
}

void FlowPane::reveal(int key)
{
    const PaneMark *mark = markOf(key);
    if (!mark) {
        return;
    }
    for (const int paragraph : m_layout.paragraphsOf(mark->span.unit)) {
        const FlowLayout::Place place = m_layout.place(paragraph);
        const std::vector<QRectF> rects =
            place.layout ? markRects(*place.layout, *mark) : std::vector<QRectF>();
        if (rects.empty()) {
            continue;
        }
        updateScrollBar();
        const double y = rects.front().translated(place.at).top() + topMargin;
        const double seen = y - verticalScrollBar()->value();
        if (seen < 48 || seen > viewport()->height() - 96) {
            verticalScrollBar()->setValue(static_cast<int>(y - viewport()->height() * anchorLine));
        }
        break;
    }
    viewport()->update();
    placeChips();
}

void FlowPane::placeChips()
{
    if (!m_chips) {
        return;
    }
    const std::vector<QRectF> rects = visibleRects(m_current);
    if (rects.empty() || rects.back().bottom() < 0 || rects.front().top() > viewport()->height()) {
        m_chips->hide();
        return;
    }
    m_chips->adjustSize();
    m_chips->move(chipsPlace(m_chips->size(), rects, visibleLines(), viewport()->size()));
    m_chips->show();
}

int FlowPane::markAt(QPointF viewportPoint)
{
    const QPointF point = toColumn(viewportPoint);
    const int paragraph = m_layout.paragraphAt(point);
    const FlowLayout::Place place = m_layout.place(paragraph);
    int key = -1;
    if (place.layout) {
        const QPointF local = point - place.at;
        visitMarks(*place.layout, [&](const PaneMark &mark, const std::vector<QRectF> &rects) {
            for (const QRectF &rect : rects) {
                if (rect.adjusted(-2, -2, 2, 2).contains(local)) {
                    key = mark.key;
                }
            }
        });
    }
    return key;
}

FlowPane::Anchor FlowPane::anchor()
{
    const double y = verticalScrollBar()->value() - topMargin + viewport()->height() * anchorLine;
    const int paragraph = m_layout.paragraphAt({0, std::clamp(y, 0.0, m_layout.height())});
    const FlowLayout::Place place = m_layout.place(paragraph);
    if (!place.layout) {
        return {};
    }
    return {paragraph, (y - place.at.y()) / std::max(1.0, place.layout->height())};
}

void FlowPane::scrollToAnchor(const Anchor &anchor)
{
    const FlowLayout::Place place = m_layout.place(anchor.paragraph);
    if (!place.layout) {
        return;
    }
    updateScrollBar();
    const double y = place.at.y() + anchor.fraction * place.layout->height() + topMargin;
    verticalScrollBar()->setValue(
        static_cast<int>(std::lround(y - viewport()->height() * anchorLine)));
}

double FlowPane::fractionOf(const document::Span &span) const
{
    const std::vector<int> paragraphs = m_layout.paragraphsOf(span.unit);
    if (paragraphs.empty() || m_layout.height() <= 0) {
        return -1;
    }
    const int item = m_layout.itemOfParagraph(paragraphs.front());
    return (m_layout.top(item) + topMargin) / (m_layout.height() + 2 * topMargin + 48);
}

void FlowPane::resizeEvent(QResizeEvent *)
{
    const Anchor place = anchor();
    relayout();
    scrollToAnchor(place);
}

void FlowPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        relayout();
    }
    QAbstractScrollArea::changeEvent(event);
}

void FlowPane::scrollContentsBy(int, int)
{
    viewport()->update();
    placeChips();
    Q_EMIT scrolled();
}

bool FlowPane::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int key = markAt(help->pos());
        if (key >= 0 && m_toolTip) {
            QToolTip::showText(help->globalPos(), m_toolTip(key), viewport());
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

}   // namespace expunge::ui
