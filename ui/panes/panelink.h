// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

namespace expunge::ui {

class ReviewPane;

/// Scrolls two panes together by their parts: what is read in one stands at the same height in the
/// other.
class PaneLink final : public QObject
{
    Q_OBJECT

public:
    PaneLink(ReviewPane *left, ReviewPane *right, QObject *parent = nullptr);

    /// Finds out anew which parts belong together; to be called when a pane shows another
    /// document.
    void rebuild();

    /// Brings the right pane to where the left one is.
    void followLeft();

private:
    void follow(ReviewPane *leader, ReviewPane *follower, const std::vector<int> &partners);

    ReviewPane *m_left;
    ReviewPane *m_right;
    std::vector<int> m_toRight;   // by part of the left pane: part of the right; -1: none
    std::vector<int> m_toLeft;
    bool m_following = false;
};

}   // namespace expunge::ui
