// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/panemark.h"

#include <QWidget>

#include <vector>

namespace expunge::ui {

class DocumentView;

/// A narrow strip beside a document with a tick for each mark of the whole document; a click goes
/// to the nearest one.
class OverviewRuler final : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewRuler(DocumentView *view, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {14, 100}; }

Q_SIGNALS:
    void markClicked(int key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    double tickOf(const PaneMark &mark) const;

    DocumentView *m_view;
};

}   // namespace expunge::ui
