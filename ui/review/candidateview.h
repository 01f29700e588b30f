// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/candidatemodel.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QTreeView;

namespace expunge::ui {

class ReviewController;

/// The list of candidates beside the panes, with what is known of the current one.
class CandidateView final : public QWidget
{
    Q_OBJECT

public:
    explicit CandidateView(ReviewController *controller, QWidget *parent = nullptr);

    QTreeView *tree() const { return m_tree; }
    CandidateModel *model() const { return m_model; }
    void setGrouping(Grouping grouping);

private:
    void rebuild();
    void expandGroups();
    void showCurrent();
    QWidget *makeSwitch();

    ReviewController *m_controller;
    CandidateModel *m_model;
    QTreeView *m_tree;
    QButtonGroup *m_grouping;
    QLabel *m_detail;
    bool m_showing = false;
};

}   // namespace expunge::ui
