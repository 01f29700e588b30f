// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagebar.h"

#include "ui/appearance.h"
#include "ui/iconset.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace expunge::ui {

namespace {

QColor stripeOf(MessageBar::Kind kind, bool onDark)
{
    switch (kind) {
    case MessageBar::Kind::Information:
        return QColor(onDark ? 0xff5b9bf0 : 0xff1f5fbf);
    case MessageBar::Kind::Success:
        return QColor(onDark ? 0xff56c271 : 0xff1a7f37);
    case MessageBar::Kind::Problem:
        return QColor(onDark ? 0xfff0716b : 0xffb42318);
    }
    return {};
}

QString iconOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Information:
        return QStringLiteral("info");
    case MessageBar::Kind::Success:
        return QStringLiteral("done");
    case MessageBar::Kind::Problem:
        return QStringLiteral("problem");
    }
    return {};
}

}   // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        if (m_action) {
            m_action();
        }
    });
    hide();
}

void MessageBar::show(Kind kind, const QString &text, const QString &actionText,
                      std::function<void()> action)
{
    m_kind = kind;
    m_action = std::move(action);
    m_icon->setPixmap(icon(iconOf(kind)).pixmap(20, 20));
    m_text->setText(text);
    setAccessibleDescription(text);
    m_button->setText(actionText);
    m_button->setVisible(!actionText.isEmpty());
    QFrame::show();
    update();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool onDark = isDark(palette());
    const QColor stripe = stripeOf(m_kind, onDark);
    QColor ground = stripe;
    ground.setAlphaF(onDark ? 0.18F : 0.09F);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(rect(), ground);
    painter.fillRect(QRect(0, 0, 4, height()), stripe);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

}   // namespace expunge::ui
