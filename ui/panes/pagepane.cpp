// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/pagepane.h"

#include "ui/panes/markpainter.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace expunge::ui {

using document::CharacterBox;

namespace {

constexpr double sideMargin = 24;
constexpr double topMargin = 16;
constexpr double gap = 14;           // below a page
constexpr double widestPage = 900;   // at zoom 1
constexpr int pagesAhead = 2;        // drawn before they are seen

/// Colours for marks on paper, which is white whatever the window is.
const QPalette &paperColours()
{
    static const QPalette colours(QColor(0xf0f0f0), QColor(0xffffff));
    return colours;
}

}   // namespace

PagePane::PagePane(QWidget *parent)
    : ReviewPane(parent)
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(&m_store, &PageStore::drawn, this, [this](int page) {
        m_fetched.remove(page);
        viewport()->update();
        placeChips();
    });
}

void PagePane::setDocument(const std::shared_ptr<const document::Document> &document,
                           std::vector<document::PageInfo> pages, bool keepPlace)
{
    const Anchor place = keepPlace ? anchor() : Anchor{};
    resetMarks();
    m_from = {};
    m_caret = {};
    m_fetched.clear();
    m_document = document;
    m_pages = std::move(pages);
    m_store.setDocument(document);
    rememberUnits();
    relayout();
    if (place.part >= 0) {
        scrollToAnchor(place);
    } else {
        verticalScrollBar()->setValue(0);
    }
}

void PagePane::rememberUnits()
{
    m_pageOfUnit.clear();
    m_units.assign(m_pages.size() + 1, {});
    if (!m_document) {
        return;
    }
    for (const document::TextUnit &unit : m_document->textUnits()) {
        const int page = document::pageOf(unit);
        const bool known = page > 0 && page <= static_cast<int>(m_pages.size());
        m_pageOfUnit.push_back(known ? page : 0);
        if (known) {
            m_units[static_cast<size_t>(page)].push_back(unit.index);
        }
    }
}

int PagePane::pageOf(int unit) const
{
    return unit >= 0 && unit < static_cast<int>(m_pageOfUnit.size())
               ? m_pageOfUnit[static_cast<size_t>(unit)]
               : 0;
}

QSizeF PagePane::pageSize(int page) const
{
    const document::PageInfo &info = m_pages.at(static_cast<size_t>(page - 1));
    const QSizeF size(std::max(1.0, info.width * m_scale), std::max(1.0, info.height * m_scale));
    return m_quarters % 2 == 0 ? size : size.transposed();
}

QTransform PagePane::toPaper(int page) const
{
    const QSizeF size = pageSize(page);
    QTransform turned;
    turned.translate(size.width() / 2, size.height() / 2);
    turned.rotate(90.0 * m_quarters);
    turned.scale(m_scale, m_scale);
    const document::PageInfo &info = m_pages.at(static_cast<size_t>(page - 1));
    turned.translate(-info.width / 2, -info.height / 2);
    return turned;
}

QRectF PagePane::paperRect(int page) const
{
    const QSizeF size = pageSize(page);
    const double free = viewport()->width() - size.width();
    const double wide = m_tops.empty() ? 0 : horizontalScrollBar()->maximum();
    const double left =
        free >= 2 * sideMargin && wide == 0
            ? std::floor(free / 2)
            : std::max(sideMargin, std::floor((free + wide) / 2)) - horizontalScrollBar()->value();
    const double top = m_tops.at(static_cast<size_t>(page - 1)) + fontMetrics().height() + 6
                       - verticalScrollBar()->value();
    return {QPointF(left, std::round(top)), size};
}

QTransform PagePane::toViewport(int page) const
{
    const QRectF paper = paperRect(page);
    return toPaper(page) * QTransform::fromTranslate(paper.left(), paper.top());
}

void PagePane::relayout()
{
    double widest = 1;
    for (const document::PageInfo &page : m_pages) {
        widest = std::max(widest, m_quarters % 2 == 0 ? page.width : page.height);
    }
    const double room = std::clamp(viewport()->width() - 2 * sideMargin, 160.0, widestPage);
    m_scale = room * zoom() / widest;
    m_tops.assign(1, topMargin);
    const double caption = fontMetrics().height() + 6;
    for (int page = 1; page <= static_cast<int>(m_pages.size()); ++page) {
        m_tops.push_back(m_tops.back() + std::ceil(caption + pageSize(page).height() + gap));
    }
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(static_cast<int>(fontMetrics().height() * 2.0));
    bar->setRange(0, std::max(0, static_cast<int>(m_tops.back()) - viewport()->height()));
    const int wide = static_cast<int>(std::ceil(widest * m_scale + 2 * sideMargin));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, wide - viewport()->width()));
    m_laidOutHeight = viewport()->height();
    wantPages();
    viewport()->update();
    placeChips();
    Q_EMIT layoutChanged();
}

int PagePane::pageAt(double y) const
{
    const auto next = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    const int page = static_cast<int>(next - m_tops.begin());
    return std::clamp(page, 1, std::max(1, static_cast<int>(m_pages.size())));
}

std::vector<int> PagePane::visiblePages() const
{
    std::vector<int> pages;
    const double start = verticalScrollBar()->value();
    for (int page = pageAt(start); page <= static_cast<int>(m_pages.size()); ++page) {
        if (m_tops.at(static_cast<size_t>(page - 1)) > start + viewport()->height()) {
            break;
        }
        pages.push_back(page);
    }
    return pages;
}

int PagePane::currentPage() const
{
    return m_pages.empty() ? 0 : pageAt(verticalScrollBar()->value() + viewport()->height() / 2.0);
}

void PagePane::goToPage(int page)
{
    if (page >= 1 && page <= static_cast<int>(m_pages.size())) {
        verticalScrollBar()->setValue(
            static_cast<int>(m_tops.at(static_cast<size_t>(page - 1)) - topMargin / 2));
    }
}

void PagePane::turn()
{
    const Anchor place = anchor();
    m_quarters = (m_quarters + 1) % 4;
    relayout();
    scrollToAnchor(place);
}

void PagePane::wantPages()
{
    std::vector<int> wanted = visiblePages();
    if (wanted.empty()) {
        return;
    }
    const int first = wanted.front();
    const int last = wanted.back();
    for (int step = 1; step <= pagesAhead; ++step) {
        if (last + step <= static_cast<int>(m_pages.size())) {
            wanted.push_back(last + step);
        }
        if (first - step >= 1) {
            wanted.push_back(first - step);
        }
    }
    m_store.want(std::move(wanted), m_scale * devicePixelRatioF());
    if (const int page = currentPage(); page != m_shownPage) {
        m_shownPage = page;
        Q_EMIT currentPageChanged(page);
    }
}

PagePane::Boxes PagePane::knownBoxes(int page) const
{
    const Boxes drawn = m_store.characters(page);
    return drawn ? drawn : m_fetched.value(page);
}

PagePane::Boxes PagePane::boxes(int page)
{
    Boxes known = knownBoxes(page);
    if (!known && m_document && page >= 1 && page <= static_cast<int>(m_pages.size())) {
        constexpr int most = 16;
        if (m_fetched.size() >= most) {
            m_fetched.clear();
        }
        known = std::make_shared<const std::vector<CharacterBox>>(m_document->charactersOn(page));
        m_fetched.insert(page, known);
    }
    return known ? known : std::make_shared<const std::vector<CharacterBox>>();
}

std::vector<QRectF> PagePane::rectsOf(int page, const document::Span &span) const
{
    std::vector<QRectF> rects;
    const Boxes known = knownBoxes(page);
    if (!known) {
        return rects;
    }
    const QTransform shown = toViewport(page);
    int line = -1;
    QRectF joined;
    for (const CharacterBox &box : *known) {
        if (box.span.unit != span.unit || box.span.end <= span.begin
            || box.span.begin >= span.end) {
            continue;
        }
        if (box.line != line && !joined.isNull()) {
            rects.push_back(shown.mapRect(joined));
            joined = {};
        }
        line = box.line;
        joined = joined.united(rectOf(box));
    }
    if (!joined.isNull()) {
        rects.push_back(shown.mapRect(joined));
    }
    return rects;
}

template<typename Visit>
void PagePane::visitMarksOn(int page, const Visit &visit) const
{
    for (const int unit : m_units.at(static_cast<size_t>(page))) {
        for (auto mark = firstMarkIn({unit, 0, 0});
             mark != marks().end() && mark->span.unit == unit; ++mark) {
            visit(*mark, rectsOf(page, mark->span));
        }
    }
}

void PagePane::paintCaption(QPainter *painter, int page) const
{
    const QRectF paper = paperRect(page);
    const double height = fontMetrics().height();
    QFont face = font();
    face.setWeight(QFont::DemiBold);
    painter->setFont(face);
    painter->setPen(palette().color(QPalette::PlaceholderText));
    QString text = tr("Page %1").arg(page);
    if (m_pages.at(static_cast<size_t>(page - 1)).unreadable) {
        text += tr(" · not all of it could be read as text");
    }
    painter->drawText(QRectF(paper.left(), paper.top() - height - 4, viewport()->width(), height),
                      Qt::AlignLeft | Qt::AlignVCenter, text);
}

void PagePane::paintPage(QPainter *painter, int page)
{
    const QRectF paper = paperRect(page);
    painter->fillRect(paper.translated(0, 2).adjusted(-1, 0, 1, 1), QColor(0, 0, 0, 36));
    painter->fillRect(paper, Qt::white);
    const QImage picture = m_store.picture(page);
    if (!picture.isNull()) {
        painter->save();
        const document::PageInfo &info = m_pages.at(static_cast<size_t>(page - 1));
        painter->setClipRect(paper, Qt::IntersectClip);
        painter->setTransform(toViewport(page), true);
        painter->drawImage(QRectF(0, 0, info.width, info.height), picture);
        painter->restore();
    }
    paintCaption(painter, page);
    visitMarksOn(page, [&](const PaneMark &mark, const std::vector<QRectF> &rects) {
        paintMarkGround(painter, rects, mark.state, paperColours());
    });
    paintSelection(painter, page);
    visitMarksOn(page, [&](const PaneMark &mark, const std::vector<QRectF> &rects) {
        paintMarkOutline(painter, rects, mark.state, mark.key == current() && current() >= 0,
                         paperColours());
    });
}

void PagePane::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Window));
    if (!m_document) {
        paintPlaceholder(&painter);
    }
    for (const int page : visiblePages()) {
        paintPage(&painter, page);
    }
    if (hasFocus() && m_caret.page > 0) {
        painter.fillRect(caretRect(), Qt::black);
    }
    paintFocus(&painter);
}

std::vector<QRectF> PagePane::visibleRects(int key)
{
    const PaneMark *mark = markOf(key);
    const int page = mark ? pageOf(mark->span.unit) : 0;
    const std::vector<int> seen = visiblePages();
    return std::find(seen.begin(), seen.end(), page) == seen.end() ? std::vector<QRectF>()
                                                                   : rectsOf(page, mark->span);
}

std::vector<QRectF> PagePane::visibleLines()
{
    std::vector<QRectF> lines;
    for (const int page : visiblePages()) {
        const Boxes known = knownBoxes(page);
        if (!known) {
            continue;
        }
        const QTransform shown = toViewport(page);
        int line = -1;
        for (const CharacterBox &box : *known) {
            const QRectF rect = shown.mapRect(rectOf(box));
            if (box.line == line && !lines.empty()) {
                lines.back() = lines.back().united(rect);
            } else {
                lines.push_back(rect);
            }
            line = box.line;
        }
    }
    return lines;
}

void PagePane::reveal(int key)
{
    const PaneMark *mark = markOf(key);
    const int page = mark ? pageOf(mark->span.unit) : 0;
    if (page == 0) {
        return;
    }
    boxes(page);
    const std::vector<QRectF> rects = rectsOf(page, mark->span);
    if (rects.empty()) {
        goToPage(page);
        return;
    }
    const QRectF first = rects.front();
    if (first.top() < 48 || first.bottom() > viewport()->height() - 96) {
        verticalScrollBar()->setValue(static_cast<int>(first.top() + verticalScrollBar()->value()
                                                       - viewport()->height() * anchorLine));
    }
    if (first.left() < 0 || first.right() > viewport()->width()) {
        horizontalScrollBar()->setValue(static_cast<int>(
            first.center().x() + horizontalScrollBar()->value() - viewport()->width() / 2.0));
    }
    viewport()->update();
    placeChips();
}

int PagePane::markAt(QPointF viewportPoint)
{
    int key = -1;
    for (const int page : visiblePages()) {
        visitMarksOn(page, [&](const PaneMark &mark, const std::vector<QRectF> &rects) {
            for (const QRectF &rect : rects) {
                if (rect.adjusted(-2, -2, 2, 2).contains(viewportPoint)) {
                    key = mark.key;
                }
            }
        });
    }
    return key;
}

ReviewPane::Anchor PagePane::anchor()
{
    if (m_pages.empty()) {
        return {};
    }
    // While the pane is resized, its pages still stand where they stood at the old height.
    const double y = verticalScrollBar()->value() + m_laidOutHeight * anchorLine;
    const int page = pageAt(y);
    const double top = m_tops.at(static_cast<size_t>(page - 1));
    const double height = m_tops.at(static_cast<size_t>(page)) - top;
    return {page - 1, (y - top) / std::max(1.0, height), 0, verticalScrollBar()->value() == 0};
}

void PagePane::scrollToAnchor(const Anchor &anchor)
{
    if (anchor.atStart || anchor.part < 0 || anchor.part >= static_cast<int>(m_pages.size())) {
        verticalScrollBar()->setValue(anchor.atStart ? 0 : verticalScrollBar()->value());
        return;
    }
    const double top = m_tops.at(static_cast<size_t>(anchor.part));
    const double height = m_tops.at(static_cast<size_t>(anchor.part) + 1) - top;
    verticalScrollBar()->setValue(static_cast<int>(
        std::lround(top + anchor.offset * height - viewport()->height() * anchorLine)));
}

std::vector<QString> PagePane::partNames()
{
    std::vector<QString> names;
    for (size_t page = 1; page <= m_pages.size(); ++page) {
        names.push_back(QString::number(page));
    }
    return names;
}

double PagePane::fractionOf(const document::Span &span) const
{
    const int page = pageOf(span.unit);
    if (page == 0 || m_tops.back() <= 0) {
        return -1;
    }
    const double top = m_tops.at(static_cast<size_t>(page - 1));
    const double height = m_tops.at(static_cast<size_t>(page)) - top;
    // Before a page was drawn, its blocks are taken to stand below each other evenly.
    const std::vector<int> &units = m_units.at(static_cast<size_t>(page));
    const auto at = std::lower_bound(units.begin(), units.end(), span.unit);
    const double share =
        static_cast<double>(at - units.begin()) / static_cast<double>(units.size());
    return (top + share * height) / m_tops.back();
}

void PagePane::resizeEvent(QResizeEvent *)
{
    const Anchor place = anchor();
    relayout();
    scrollToAnchor(place);
}

void PagePane::scrollContentsBy(int dx, int dy)
{
    wantPages();
    ReviewPane::scrollContentsBy(dx, dy);
}

}   // namespace expunge::ui
