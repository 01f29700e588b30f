// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace expunge::ui {

class ActionRegistry;

/// All keys on one page.
class CheatSheet final : public QDialog
{
    Q_OBJECT

public:
    explicit CheatSheet(const ActionRegistry &actions, QWidget *parent = nullptr);
};

}   // namespace expunge::ui
