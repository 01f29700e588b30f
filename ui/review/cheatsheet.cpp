// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/cheatsheet.h"

#include "ui/actionregistry.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace expunge::ui {

namespace {

QLabel *keyLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFrameShape(QFrame::StyledPanel);
    label->setAlignment(Qt::AlignCenter);
    label->setMargin(4);
    return label;
}

QWidget *categoryBox(const ActionRegistry &actions, ActionCategory category, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    auto *title = new QLabel(ActionRegistry::categoryText(category).remove(u'&'), box);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    grid->addWidget(title, 0, 0, 1, 2);
    int row = 1;
    for (const ActionRegistry::Entry &entry : actions.entries()) {
        if (entry.spec.category != category || entry.spec.keys.isEmpty()) {
            continue;
        }
        grid->addWidget(keyLabel(entry.spec.keys.first().toString(QKeySequence::NativeText), box),
                        row, 0);
        grid->addWidget(new QLabel(entry.action->statusTip(), box), row, 1);
        ++row;
    }
    grid->setRowStretch(row, 1);
    grid->setColumnStretch(1, 1);
    return box;
}

}   // namespace

CheatSheet::CheatSheet(const ActionRegistry &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setObjectName(QStringLiteral("cheatSheet"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(32);
    auto *left = new QVBoxLayout;
    left->setSpacing(16);
    left->addWidget(categoryBox(actions, ActionCategory::Decide, this));
    left->addWidget(categoryBox(actions, ActionCategory::File, this));
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(16);
    right->addWidget(categoryBox(actions, ActionCategory::Move, this));
    right->addWidget(categoryBox(actions, ActionCategory::View, this));
    right->addWidget(categoryBox(actions, ActionCategory::Help, this));
    right->addStretch(1);
    columns->addLayout(left);
    columns->addLayout(right);
    layout->addLayout(columns);
    auto *note =
        new QLabel(tr("Keys without Ctrl work while a document pane or the list of candidates "
                      "has the focus."),
                   this);
    note->setWordWrap(true);
    layout->addWidget(note);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

}   // namespace expunge::ui
