// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/emptypage.h"

#include "ui/iconset.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace expunge::ui {

namespace {

QPushButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), action->text(), parent);
    button->setToolTip(action->toolTip());
    button->setMinimumSize(120, 36);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

}   // namespace

EmptyPage::EmptyPage(QAction *open, QAction *reopen, QAction *sample, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("emptyPage"));
    setAccessibleName(tr("Nothing is open"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(48, 48, 48, 48);
    layout->setSpacing(16);
    layout->addStretch(2);
    auto *picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(96, 96));
    picture->setAlignment(Qt::AlignCenter);
    layout->addWidget(picture);
    auto *title = new QLabel(tr("Drop files here"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.9);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    layout->addWidget(title);
    auto *text = new QLabel(
        tr("Expunge shows what it would take out, you decide on each item, and a scrubbed, "
           "checked and signed copy goes into your queue. The original is never "
           "changed, and nothing leaves this computer."),
        this);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    text->setForegroundRole(QPalette::PlaceholderText);
    text->setFixedWidth(480);
    // a layout that centres does not ask for the height that wrapping needs
    text->setMinimumHeight(text->heightForWidth(480));
    layout->addWidget(text, 0, Qt::AlignCenter);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    QPushButton *first = buttonFor(open, this);
    first->setDefault(true);
    buttons->addWidget(first);
    QPushButton *again = buttonFor(reopen, this);
    const auto follow = [again, reopen] { again->setVisible(reopen->isEnabled()); };
    connect(reopen, &QAction::changed, again, follow);
    follow();
    buttons->addWidget(again);
    if (sample) {
        buttons->addWidget(buttonFor(sample, this));
    }
    buttons->addStretch(1);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addStretch(3);
}

void EmptyPage::setDropWaiting(bool waiting)
{
    m_dropWaiting = waiting;
    update();
}

void EmptyPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(24.5, 24.5, -24.5, -24.5);
    const QPalette::ColorRole role = m_dropWaiting ? QPalette::Highlight : QPalette::Mid;
    painter.setPen(QPen(palette().color(role), m_dropWaiting ? 2.5 : 1.5, Qt::DashLine));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(frame, 12, 12);
}

}   // namespace expunge::ui
