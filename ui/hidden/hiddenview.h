// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reviewsession.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace expunge::ui {

class ReviewController;

/// What the file holds and its pages do not show, one row each, with a choice of what happens to
/// it.
class HiddenView final : public QWidget
{
    Q_OBJECT

public:
    explicit HiddenView(ReviewController *controller, QWidget *parent = nullptr);

    /// Number of items of the shown file.
    int count() const { return static_cast<int>(m_rows.size()); }

    /// The buttons of a row by action, for tests and for moving to what must be decided.
    QButtonGroup *choices(int row) const { return m_rows.at(static_cast<size_t>(row)).choices; }

    /// Puts the focus on the first item that must be decided.
    void focusPending();

Q_SIGNALS:
    void countChanged(int count, int pending);

private:
    struct Row
    {
        review::HiddenRef ref;
        QButtonGroup *choices = nullptr;
        QLabel *state = nullptr;
    };

    void rebuild();
    void refresh();
    void addRow(QWidget *list, QVBoxLayout *layout, const document::HiddenItem &item,
                review::HiddenRef ref);
    QWidget *makeChoices(QWidget *parent, const document::HiddenItem &item, Row *row);

    ReviewController *m_controller;
    QLabel *m_heading;
    QScrollArea *m_scroll;
    std::vector<Row> m_rows;
};

}   // namespace expunge::ui
