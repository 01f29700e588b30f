// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/sheettabs.h"

#include "ui/panes/markpainter.h"

#include <QSignalBlocker>
#include <QStyleOptionTab>
#include <QStylePainter>

namespace expunge::ui {

SheetTabs::SheetTabs(QWidget *parent)
    : QTabBar(parent)
{
    setObjectName(QStringLiteral("sheetTabs"));
    setAccessibleName(tr("Sheets"));
    setShape(QTabBar::RoundedSouth);
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);   // arrows rather than names cut short
    setFocusPolicy(Qt::NoFocus);   // Ctrl+Page Up and Ctrl+Page Down change the sheet
}

void SheetTabs::setSheets(const std::vector<document::Grid> &grids)
{
    const QSignalBlocker quiet(this);
    const int shown = currentIndex();
    m_hidden.clear();
    m_pending.clear();
    while (count() > static_cast<int>(grids.size())) {
        removeTab(count() - 1);
    }
    for (size_t i = 0; i < grids.size(); ++i) {
        const int tab = static_cast<int>(i);
        QString name = grids[i].name;
        name.replace(u'&', QStringLiteral("&&"));
        if (grids[i].hidden) {
            m_hidden.insert(tab);
            name = tr("%1 (hidden)").arg(name);
        }
        if (tab < count()) {
            setTabText(tab, name);
        } else {
            addTab(name);
        }
        setTabToolTip(tab, grids[i].hidden ? tr("This sheet is hidden in the file") : QString());
    }
    setCurrentIndex(std::clamp(shown, 0, std::max(0, count() - 1)));
}

void SheetTabs::setPending(const std::set<int> &sheets)
{
    m_pending = sheets;
    update();
}

void SheetTabs::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QFont slanted = font();
    slanted.setItalic(true);
    const auto draw = [&](int tab) {
        QStyleOptionTab option;
        initStyleOption(&option, tab);
        const bool hidden = m_hidden.contains(tab);
        painter.setFont(hidden ? slanted : font());
        if (hidden) {
            option.palette.setColor(QPalette::WindowText,
                                    palette().color(QPalette::PlaceholderText));
        }
        painter.drawControl(QStyle::CE_TabBarTab, option);
        if (m_pending.contains(tab)) {
            const QRectF rect(tabRect(tab));
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(markColour(MarkState::Pending, palette()));
            painter.drawEllipse(QPointF(rect.right() - 7, rect.top() + 8), 3, 3);
        }
    };
    for (int tab = 0; tab < count(); ++tab) {
        if (tab != currentIndex()) {
            draw(tab);
        }
    }
    if (currentIndex() >= 0) {
        draw(currentIndex());
    }
}

}   // namespace expunge::ui
