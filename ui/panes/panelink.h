// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

namespace expunge::ui {

class FlowPane;

/// Scrolls two panes together by paragraph: what is read in one stands at the same height in the
/// other.
class PaneLink final : public QObject
{
    Q_OBJECT

public:
    PaneLink(FlowPane *left, FlowPane *right, QObject *parent = nullptr);

    /// Finds out anew which paragraphs belong together; to be called when a pane shows another
    /// document.
    void rebuild();

    /// Brings the right pane to where the left one is.
    void followLeft();

private:
    void follow(FlowPane *leader, FlowPane *follower, const std::vector<int> &partners);

    FlowPane *m_left;
    FlowPane *m_right;
    std::vector<int> m_toRight;   // by paragraph of the left pane: paragraph of the right; -1: none
    std::vector<int> m_toLeft;
    bool m_following = false;
};

}   // namespace expunge::ui
