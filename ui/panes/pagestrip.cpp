// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/pagestrip.h"

#include "ui/panes/pagepane.h"

#include <QAbstractListModel>
#include <QIcon>
#include <QPainter>
#include <QScopedValueRollback>

namespace expunge::ui {

namespace {

constexpr int longestSide = 108;   // of a picture, in pixels
constexpr int aroundPicture = 34;

}   // namespace

/// Small pictures of pages by row.
class PageStripModel final : public QAbstractListModel
{
public:
    explicit PageStripModel(QObject *parent)
        : QAbstractListModel(parent)
    {
        connect(&m_store, &PageStore::drawn, this, [this](int page) {
            const QModelIndex changed = index(page - 1);
            Q_EMIT dataChanged(changed, changed);
        });
    }

    void setDocument(const std::shared_ptr<const document::Document> &document)
    {
        beginResetModel();
        m_pages = document ? document->pages() : std::vector<document::PageInfo>();
        m_store.setDocument(document);
        endResetModel();
    }

    void want(int first, int last, double ratio)
    {
        if (m_pages.empty() || first < 0) {
            return;
        }
        double longest = 1;
        std::vector<int> pages;
        for (int row = first; row <= last && row < rowCount({}); ++row) {
            const document::PageInfo &page = m_pages.at(static_cast<size_t>(row));
            longest = std::max({longest, page.width, page.height});
            pages.push_back(row + 1);
        }
        m_ratio = ratio;
        m_store.want(std::move(pages), longestSide * ratio / longest);
    }

    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_pages.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const int page = index.row() + 1;
        switch (role) {
        case Qt::DisplayRole:
            return QLocale().toString(page);
        case Qt::AccessibleTextRole:
            return PageStrip::tr("Page %1").arg(page);
        case Qt::DecorationRole:
            return picture(page);
        case Qt::SizeHintRole:
            return QSize(longestSide, longestSide + aroundPicture);
        default:
            return {};
        }
    }

private:
    QPixmap picture(int page) const
    {
        QImage drawn = m_store.picture(page);
        if (drawn.isNull()) {
            const document::PageInfo &info = m_pages.at(static_cast<size_t>(page - 1));
            const QSizeF size = QSizeF(info.width, info.height)
                                    .scaled(longestSide, longestSide, Qt::KeepAspectRatio);
            drawn = QImage(size.toSize().expandedTo({1, 1}), QImage::Format_RGB32);
            drawn.fill(Qt::white);
        } else {
            drawn.setDevicePixelRatio(m_ratio);
        }
        return QPixmap::fromImage(drawn);
    }

    std::vector<document::PageInfo> m_pages;
    PageStore m_store;
    double m_ratio = 1;
};

PageStrip::PageStrip(PagePane *pane, QWidget *parent)
    : QListView(parent)
    , m_pane(pane)
    , m_model(new PageStripModel(this))
{
    setModel(m_model);
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setFlow(QListView::TopToBottom);
    setWrapping(false);
    setUniformItemSizes(true);
    setIconSize({longestSide, longestSide});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setFixedWidth(longestSide + 40);
    setAccessibleName(tr("Pages"));
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (!m_following) {
                    m_pane->goToPage(index.row() + 1);
                }
            });
    connect(m_pane, &PagePane::currentPageChanged, this, [this](int page) {
        const QScopedValueRollback<bool> guard(m_following, true);
        setCurrentIndex(m_model->index(page - 1));
    });
}

void PageStrip::setDocument(const std::shared_ptr<const document::Document> &document)
{
    m_document = document;
    m_loaded = false;
    m_model->setDocument(nullptr);
    if (isVisible()) {
        wantVisible();
    }
}

void PageStrip::wantVisible()
{
    if (!m_loaded) {
        m_loaded = true;
        m_model->setDocument(m_document);
    }
    const int rows = m_model->rowCount({});
    const QModelIndex first = indexAt({viewport()->width() / 2, 8});
    const QModelIndex last = indexAt({viewport()->width() / 2, viewport()->height() - 8});
    m_model->want(first.isValid() ? first.row() : 0, last.isValid() ? last.row() : rows - 1,
                  devicePixelRatioF());
}

void PageStrip::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    wantVisible();
}

void PageStrip::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    wantVisible();
}

void PageStrip::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (isVisible()) {
        wantVisible();
    }
}

}   // namespace expunge::ui
