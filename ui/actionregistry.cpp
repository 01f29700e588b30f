// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actionregistry.h"

#include "ui/iconset.h"

namespace expunge::ui {

ActionRegistry::ActionRegistry(QObject *parent)
    : QObject(parent)
{
}

QAction *ActionRegistry::add(const ActionSpec &spec, std::function<void()> triggered)
{
    auto *action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcuts(spec.keys);
    action->setShortcutContext(spec.reviewOnly ? Qt::WidgetWithChildrenShortcut
                                               : Qt::WindowShortcut);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString tip = spec.toolTip.isEmpty() ? QString(spec.text).remove(u'&') : spec.toolTip;
    action->setToolTip(keys.isEmpty() ? tip : tr("%1 (%2)", "tooltip, key").arg(tip, keys));
    action->setStatusTip(tip);
    if (!spec.icon.isEmpty()) {
        action->setIcon(icon(spec.icon));
    }
    connect(action, &QAction::triggered, this, [triggered = std::move(triggered)] { triggered(); });
    m_entries.push_back({spec, action});
    return action;
}

QAction *ActionRegistry::action(const QString &id) const
{
    for (const Entry &entry : m_entries) {
        if (entry.spec.id == id) {
            return entry.action;
        }
    }
    return nullptr;
}

QString ActionRegistry::categoryText(ActionCategory category)
{
    switch (category) {
    case ActionCategory::File:
        return tr("&File");
    case ActionCategory::Decide:
        return tr("&Decide");
    case ActionCategory::Move:
        return tr("&Go");
    case ActionCategory::View:
        return tr("&View");
    case ActionCategory::Help:
        return tr("&Help");
    }
    return {};
}

}   // namespace expunge::ui
