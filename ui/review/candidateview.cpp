// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/candidateview.h"

#include "ui/choicebutton.h"
#include "ui/panes/markpainter.h"
#include "ui/review/candidatetext.h"
#include "ui/review/reviewcontroller.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace expunge::ui {

namespace {

/// Draws a candidate's row: a glyph for its state, its text, and its place in smaller print.
class CandidateDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool group = index.data(CandidateModel::GroupRole).isValid();
        return {120, option.fontMetrics.height() + (group ? 16 : 12)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        plain.text.clear();
        plain.widget->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, plain.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QPalette &palette = option.palette;
        const QColor text = palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        QColor dim = selected ? text : palette.color(QPalette::PlaceholderText);
        if (index.data(CandidateModel::GroupRole).isValid()) {
            paintGroup(painter, option, index, text, dim);
        } else {
            paintMember(painter, option, index, text, dim);
        }
        painter->restore();
    }

private:
    /// Draws words from the right and returns what is left of the rectangle.
    static QRect paintRight(QPainter *painter, QRect rect, const QString &words, int most)
    {
        const QString shown = painter->fontMetrics().elidedText(words, Qt::ElideMiddle, most);
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, shown);
        return rect.adjusted(0, 0, -(painter->fontMetrics().horizontalAdvance(shown) + 8), 0);
    }

    static void paintGroup(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index, const QColor &text, const QColor &dim)
    {
        const int pending = index.data(CandidateModel::PendingRole).toInt();
        const int count = index.data(CandidateModel::GroupRole).toInt();
        QRect rect = option.rect.adjusted(4, 0, -8, 0);
        painter->setFont(option.font);
        painter->setPen(dim);
        const QString state =
            pending > 0 ? CandidateModel::tr("%1 of %2", "pending of all").arg(pending).arg(count)
                        : QStringLiteral("✓ %1").arg(count);
        rect = paintRight(painter, rect, state, rect.width() / 3);
        const QString detail = index.data(CandidateModel::PlaceRole).toString();
        if (!detail.isEmpty()) {
            rect = paintRight(painter, rect, detail, rect.width() / 2);
        }
        QFont bold = option.font;
        bold.setWeight(pending > 0 ? QFont::DemiBold : QFont::Normal);
        painter->setFont(bold);
        painter->setPen(text);
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                            rect.width()));
    }

    static void paintMember(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index, const QColor &text, const QColor &dim)
    {
        const auto state = static_cast<MarkState>(index.data(CandidateModel::StateRole).toInt());
        QRect rect = option.rect.adjusted(4, 0, -8, 0);
        const QRectF glyph(rect.left() + 2, rect.center().y() - 6, 13, 13);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        paintGlyph(painter, glyph, state, selected ? text : markColour(state, option.palette));
        rect.adjust(24, 0, 0, 0);
        painter->setFont(option.font);
        painter->setPen(dim);
        rect = paintRight(painter, rect, index.data(CandidateModel::PlaceRole).toString(),
                          rect.width() / 2);
        painter->setPen(text);
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                            rect.width()));
    }

    /// A dashed ring, a filled box, or a ring with a tick: told apart without colour.
    static void paintGlyph(QPainter *painter, const QRectF &rect, MarkState state,
                           const QColor &colour)
    {
        painter->setBrush(Qt::NoBrush);
        if (state == MarkState::Redact || state == MarkState::Replaced) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour);
            painter->drawRoundedRect(rect.adjusted(0, 2.5, 0, -2.5), 2, 2);
        } else if (state == MarkState::Keep) {
            painter->setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter->drawPolyline(
                QPolygonF({rect.topLeft() + QPointF(1.5, 7), rect.topLeft() + QPointF(5, 10.5),
                           rect.topLeft() + QPointF(11.5, 2.5)}));
        } else {
            painter->setPen(QPen(colour, 1.6, Qt::DotLine));
            painter->drawEllipse(rect.adjusted(1.5, 1.5, -1.5, -1.5));
        }
    }
};

}   // namespace

CandidateView::CandidateView(ReviewController *controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_model(new CandidateModel(this))
    , m_tree(new QTreeView(this))
    , m_grouping(new QButtonGroup(this))
    , m_detail(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(makeSwitch());
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new CandidateDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(false);
    m_tree->setIndentation(14);
    m_tree->setFrameShape(QFrame::StyledPanel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setAccessibleName(tr("Candidates"));
    m_tree->setObjectName(QStringLiteral("candidateTree"));
    layout->addWidget(m_tree, 1);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setMinimumHeight(fontMetrics().height() * 6);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detail->setAccessibleName(tr("About the current candidate"));
    m_detail->setObjectName(QStringLiteral("candidateDetail"));
    layout->addWidget(m_detail);

    connect(controller, &ReviewController::sessionChanged, this, &CandidateView::rebuild);
    connect(controller, &ReviewController::candidatesReset, this, &CandidateView::rebuild);
    connect(controller, &ReviewController::decisionsChanged, this,
            [this](const std::vector<review::CandidateRef> &refs) {
                m_model->decisionsChanged(refs);
                showCurrent();
            });
    connect(controller, &ReviewController::currentChanged, this, &CandidateView::showCurrent);
    // What stands in a hidden item goes with it, or comes back into the list.
    connect(controller, &ReviewController::hiddenChanged, this, &CandidateView::rebuild);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (!m_showing && index.isValid() && index.parent().isValid()) {
                    m_controller->setCurrent(m_model->refAt(index));
                }
            });
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (!index.parent().isValid()) {
            m_controller->setCurrent(m_model->refAt(index));
        }
    });
}

QWidget *CandidateView::makeSwitch()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *label = new QLabel(tr("Group by"), row);
    label->setMinimumWidth(1);   // gives way in a small window
    layout->addWidget(label);
    const std::pair<Grouping, QString> choices[] = {{Grouping::Entity, tr("Entity")},
                                                    {Grouping::Type, tr("Type")},
                                                    {Grouping::Position, tr("Position")}};
    for (const auto &[grouping, text] : choices) {
        auto *button = new ChoiceButton(text, row);
        button->setChecked(grouping == Grouping::Entity);
        button->setAccessibleName(tr("Group candidates by %1").arg(text));
        button->setToolTip(button->accessibleName());
        m_grouping->addButton(button, static_cast<int>(grouping));
        layout->addWidget(button);
    }
    layout->addStretch(1);
    connect(m_grouping, &QButtonGroup::idClicked, this,
            [this](int id) { setGrouping(static_cast<Grouping>(id)); });
    return row;
}

void CandidateView::setGrouping(Grouping grouping)
{
    m_grouping->button(static_cast<int>(grouping))->setChecked(true);
    const QScopedValueRollback<bool> guard(m_showing, true);
    m_model->setGrouping(grouping);
    expandGroups();
    showCurrent();
}

/// Each group that opens moves all that stands below it, so with very many only the one of the
/// current candidate is open.
void CandidateView::expandGroups()
{
    constexpr int mostOpen = 2000;
    if (m_model->rowCount({}) <= mostOpen) {
        m_tree->expandAll();
    }
}

void CandidateView::rebuild()
{
    const QScopedValueRollback<bool> guard(m_showing, true);
    m_model->setSession(m_controller->session());
    expandGroups();
    showCurrent();
}

void CandidateView::showCurrent()
{
    const QScopedValueRollback<bool> guard(m_showing, true);
    const review::CandidateRef ref = m_controller->current();
    if (!m_controller->session() || !ref.isValid()) {
        m_tree->setCurrentIndex({});
        m_detail->setText(m_controller->session() ? tr("No candidate is chosen.") : QString());
        return;
    }
    const QModelIndex index = m_model->indexOf(ref);
    if (m_tree->currentIndex() != index) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    }
    m_detail->setText(candidateDescription(*m_controller->session(), ref));
}

}   // namespace expunge::ui
