// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/panelink.h"

#include "ui/panes/flowpane.h"

#include <QHash>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace expunge::ui {

namespace {

/// A name for each paragraph that is the same in the original and in the scrubbed file: scrubbing
/// keeps paragraphs, and so their places.
std::vector<QString> paragraphKeys(FlowPane *pane)
{
    std::vector<QString> keys;
    QHash<QString, int> seen;
    if (!pane->document()) {
        return keys;
    }
    const FlowLayout &layout = pane->flowLayout();
    const std::vector<document::TextUnit> &units = pane->document()->textUnits();
    for (int i = 0; i < layout.paragraphCount(); ++i) {
        const document::FlowBlock &block = layout.block(i);
        const int index =
            block.unit >= 0 || block.runs.empty() ? block.unit : block.runs.front().unit;
        if (index < 0 || index >= static_cast<int>(units.size())) {
            keys.emplace_back();
            continue;
        }
        const document::TextUnit &unit = units.at(static_cast<size_t>(index));
        const QString place = unit.part + u'|' + document::placeLabel(unit.place);
        keys.push_back(place + u'|' + QString::number(seen[place]++));
    }
    return keys;
}

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

PaneLink::PaneLink(FlowPane *left, FlowPane *right, QObject *parent)
    : QObject(parent)
    , m_left(left)
    , m_right(right)
{
    connect(left, &FlowPane::scrolled, this, &PaneLink::followLeft);
    connect(right, &FlowPane::scrolled, this, [this] {
        // The right pane leads only where the person is in it: it also moves when its document is
        // made anew.
        if (m_right->hasFocus() || m_right->viewport()->underMouse()) {
            follow(m_right, m_left, m_toLeft);
        }
    });
}

void PaneLink::rebuild()
{
    const std::vector<QString> left = paragraphKeys(m_left);
    const std::vector<QString> right = paragraphKeys(m_right);
    m_toRight = partnersOf(left, right);
    m_toLeft = partnersOf(right, left);
}

void PaneLink::followLeft()
{
    follow(m_left, m_right, m_toRight);
}

void PaneLink::follow(FlowPane *leader, FlowPane *follower, const std::vector<int> &partners)
{
    if (m_following) {
        return;
    }
    const QScopedValueRollback<bool> guard(m_following, true);
    const QScrollBar *bar = leader->verticalScrollBar();
    if (bar->value() == bar->minimum()) {
        follower->verticalScrollBar()->setValue(follower->verticalScrollBar()->minimum());
        return;
    }
    FlowPane::Anchor anchor = leader->anchor();
    if (anchor.paragraph < 0 || anchor.paragraph >= static_cast<int>(partners.size())) {
        return;
    }
    // A paragraph without a partner (a comment that was removed) leaves the other pane at the last
    // one that has one.
    int paragraph = anchor.paragraph;
    while (paragraph >= 0 && partners.at(static_cast<size_t>(paragraph)) < 0) {
        --paragraph;
        anchor.fraction = 1;
    }
    if (paragraph < 0) {
        return;
    }
    anchor.paragraph = partners.at(static_cast<size_t>(paragraph));
    follower->scrollToAnchor(anchor);
}

}   // namespace expunge::ui
