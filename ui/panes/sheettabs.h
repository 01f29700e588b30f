// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/grid.h"

#include <QTabBar>

#include <set>
#include <vector>

namespace expunge::ui {

/// The tabs of a workbook: a hidden sheet's name is slanted and says so, one with
/// something to decide has a dot.
class SheetTabs final : public QTabBar
{
    Q_OBJECT

public:
    explicit SheetTabs(QWidget *parent = nullptr);

    void setSheets(const std::vector<document::Grid> &grids);
    void setPending(const std::set<int> &sheets);
    bool isSheetHidden(int sheet) const { return m_hidden.contains(sheet); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::set<int> m_hidden;
    std::set<int> m_pending;
};

}   // namespace expunge::ui
