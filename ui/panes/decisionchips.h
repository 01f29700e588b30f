// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <vector>

class QPushButton;

namespace expunge::ui {

/// The two buttons beside the current candidate: one click decides it.
class DecisionChips final : public QFrame
{
    Q_OBJECT

public:
    explicit DecisionChips(QWidget *parent = nullptr);

    QPushButton *redactButton() const { return m_redact; }
    QPushButton *keepButton() const { return m_keep; }

Q_SIGNALS:
    void redactClicked();
    void keepClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *m_redact;
    QPushButton *m_keep;
};

/// Where chips of a size cover the least text: beside the line that the span ends in if there is
/// room, else above or below the span. All rectangles are in the viewport.
QPoint chipsPlace(QSize size, const std::vector<QRectF> &span, const std::vector<QRectF> &lines,
                  QSize viewport);

}   // namespace expunge::ui
