// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace expunge::ui {

/// Where an action belongs in menus and on the cheat sheet.
enum class ActionCategory { File, Decide, Move, View, Help };

/// What is known of an action before it is made.
struct ActionSpec
{
    QString id;     // "review.redact"; stable
    QString text;   // with mnemonic
    QString toolTip;
    QString icon;   // name of a file in resources/icons; empty: none
    QList<QKeySequence> keys;
    ActionCategory category = ActionCategory::File;
    bool reviewOnly =
        false;   // its keys work only while the review area has the focus (WCAG 2.1.4)
};

/// All actions of the window by id, so that menus, keys, tests and the cheat sheet speak of the
/// same ones.
class ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(QObject *parent = nullptr);

    QAction *add(const ActionSpec &spec, std::function<void()> triggered);
    QAction *action(const QString &id) const;

    struct Entry
    {
        ActionSpec spec;
        QAction *action = nullptr;
    };
    const std::vector<Entry> &entries() const { return m_entries; }

    static QString categoryText(ActionCategory category);

private:
    std::vector<Entry> m_entries;
};

}   // namespace expunge::ui
