// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace expunge::ui {

/// Tells what happened inside the window, without stopping the work; one message at a time.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Information, Success, Problem };

    explicit MessageBar(QWidget *parent = nullptr);

    /// Shows a message; `actionText` empty: no button.
    void show(Kind kind, const QString &text, const QString &actionText = {},
              std::function<void()> action = {});
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Information;
    std::function<void()> m_action;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QToolButton *m_close;
};

}   // namespace expunge::ui
