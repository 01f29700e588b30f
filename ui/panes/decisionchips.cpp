// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/decisionchips.h"

#include "ui/panes/markpainter.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <limits>

namespace expunge::ui {

namespace {

/// A flat button with its key in a small frame.
class Chip final : public QPushButton
{
public:
    Chip(const QString &text, const QString &key, MarkState state, QWidget *parent)
        : QPushButton(text, parent)
        , m_key(key)
        , m_state(state)
    {
        setFocusPolicy(Qt::NoFocus);   // keys are for the pane; the chips are for the mouse
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(font());
        return {metrics.horizontalAdvance(text()) + keyWidth() + 28, metrics.height() + 8};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor colour = markColour(m_state, palette());
        if (underMouse() || isDown()) {
            QColor ground = colour;
            ground.setAlphaF(isDown() ? 0.35F : 0.18F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(ground);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
        }
        painter.setPen(colour);
        const QRect words = rect().adjusted(8, 0, -(keyWidth() + 14), 0);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text());
        const QRectF box(width() - keyWidth() - 8.5,
                         (height() - fontMetrics().height()) / 2.0 - 0.5, keyWidth(),
                         fontMetrics().height() + 1);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 3, 3);
        painter.drawText(box, Qt::AlignCenter, m_key);
    }

private:
    int keyWidth() const { return QFontMetrics(font()).horizontalAdvance(m_key) + 8; }

    QString m_key;
    MarkState m_state;
};

}   // namespace

DecisionChips::DecisionChips(QWidget *parent)
    : QFrame(parent)
    , m_redact(new Chip(tr("Redact"), QStringLiteral("A"), MarkState::Redact, this))
    , m_keep(new Chip(tr("Keep"), QStringLiteral("X"), MarkState::Keep, this))
{
    setObjectName(QStringLiteral("decisionChips"));
    setAccessibleName(tr("Decide the current candidate"));
    m_redact->setObjectName(QStringLiteral("chipRedact"));
    m_redact->setToolTip(tr("Accept the suggestion: take this out"));
    m_redact->setAccessibleName(tr("Redact: accept the suggestion"));
    m_keep->setObjectName(QStringLiteral("chipKeep"));
    m_keep->setToolTip(tr("Reject the suggestion: leave this in"));
    m_keep->setAccessibleName(tr("Keep: reject the suggestion"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3, 3, 3, 3);
    layout->setSpacing(2);
    layout->addWidget(m_redact);
    layout->addWidget(m_keep);
    connect(m_redact, &QPushButton::clicked, this, &DecisionChips::redactClicked);
    connect(m_keep, &QPushButton::clicked, this, &DecisionChips::keepClicked);
    adjustSize();
    hide();
}

void DecisionChips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

QPoint chipsPlace(QSize size, const std::vector<QRectF> &span, const std::vector<QRectF> &lines,
                  QSize viewport)
{
    constexpr double gap = 5;
    constexpr double edge = 4;
    const QRectF last = span.back();
    const double middle = last.center().y() - size.height() / 2.0;
    double lineEnd = last.right();
    for (const QRectF &line : lines) {
        if (line.top() < last.center().y() && line.bottom() > last.center().y()) {
            lineEnd = std::max(lineEnd, line.right());
        }
    }
    const double farthest = std::max(edge, viewport.width() - size.width() - edge);
    const double left = std::clamp(last.left() - 2, edge, farthest);
    const double first = std::clamp(span.front().left() - 2, edge, farthest);
    const double below = last.bottom() + gap;
    const double above = span.front().top() - size.height() - gap;
    // in the order in which they are preferred; what stands above has been read
    const std::vector<QPointF> places{
        {lineEnd + 2 * gap, middle}, {farthest, middle}, {first, above}, {left, below}};
    QPointF best(left, below + size.height() > viewport.height() ? above : below);
    double least = std::numeric_limits<double>::max();
    for (const QPointF place : places) {
        const QRectF chips(place, QSizeF(size));
        if (!QRectF(QPointF(), QSizeF(viewport)).contains(chips)) {
            continue;
        }
        double covered = 0;
        const auto add = [&](const QRectF &text, double weight) {
            const QRectF common = chips.intersected(text);
            covered += weight * common.width() * common.height();
        };
        for (const QRectF &line : lines) {
            // a few pixels of a line are its leading, not its letters
            add(line.adjusted(0, 5, 0, -5), line.center().y() > last.top() ? 2 : 1);
        }
        for (const QRectF &rect : span) {
            add(rect, 100);
        }
        if (covered < least) {
            least = covered;
            best = place;
        }
    }
    return best.toPoint();
}

}   // namespace expunge::ui
