// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/panelink.h"

#include "ui/panes/reviewpane.h"

#include <QHash>
#include <QScopedValueRollback>

namespace expunge::ui {

namespace {

std::vector<int> partnersOf(const std::vector<QString> &from, const std::vector<QString> &to)
{
    QHash<QString, int> places;
    for (size_t i = 0; i < to.size(); ++i) {
        if (!to[i].isEmpty()) {
            places.insert(to[i], static_cast<int>(i));
        }
    }
    std::vector<int> partners;
    partners.reserve(from.size());
    for (const QString &key : from) {
        partners.push_back(key.isEmpty() ? -1 : places.value(key, -1));
    }
    return partners;
}

}   // namespace

PaneLink::PaneLink(ReviewPane *left, ReviewPane *right, QObject *parent)
    : QObject(parent)
    , m_left(left)
    , m_right(right)
{
    connect(left, &ReviewPane::scrolled, this, &PaneLink::followLeft);
    // A pane that was laid out anew first goes back to its own place.
    connect(right, &ReviewPane::layoutChanged, this, &PaneLink::followLeft, Qt::QueuedConnection);
    connect(right, &ReviewPane::scrolled, this, [this] {
        // The right pane leads only where the person is in it: it also moves when its document is
        // made anew.
        if (m_right->hasFocus() || m_right->viewport()->underMouse()) {
            follow(m_right, m_left, m_toLeft);
        }
    });
}

void PaneLink::rebuild()
{
    const std::vector<QString> left = m_left->partNames();
    const std::vector<QString> right = m_right->partNames();
    m_toRight = partnersOf(left, right);
    m_toLeft = partnersOf(right, left);
}

void PaneLink::followLeft()
{
    follow(m_left, m_right, m_toRight);
}

void PaneLink::follow(ReviewPane *leader, ReviewPane *follower, const std::vector<int> &partners)
{
    if (m_following) {
        return;
    }
    const QScopedValueRollback<bool> guard(m_following, true);
    ReviewPane::Anchor anchor = leader->anchor();
    if (anchor.part < 0 || anchor.part >= static_cast<int>(partners.size())) {
        return;
    }
    // A part without a partner (a comment that was removed) leaves the other pane at the last one
    // that has one.
    int part = anchor.part;
    while (part >= 0 && partners.at(static_cast<size_t>(part)) < 0) {
        --part;
        anchor.offset = 1;
    }
    if (part < 0 && !anchor.atStart) {
        return;
    }
    anchor.part = part < 0 ? 0 : partners.at(static_cast<size_t>(part));
    follower->scrollToAnchor(anchor);
}

}   // namespace expunge::ui
