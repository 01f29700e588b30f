// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;

namespace expunge::ui {

/// What the window shows while nothing is open: what to do first.
class EmptyPage final : public QWidget
{
    Q_OBJECT

public:
    /// `sample` may be null where the sample files are not installed.
    EmptyPage(QAction *open, QAction *reopen, QAction *sample, QWidget *parent = nullptr);

    /// Shows that a file that is held over the window may be dropped.
    void setDropWaiting(bool waiting);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_dropWaiting = false;
};

}   // namespace expunge::ui
