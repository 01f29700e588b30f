// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/panemark.h"

#include <QColor>
#include <QPalette>
#include <QRectF>

#include <vector>

class QPainter;

namespace expunge::ui {

/// The colour of a state on the ground of this palette.
QColor markColour(MarkState state, const QPalette &palette);

/// Draws what lies under the text of a mark.
void paintMarkGround(QPainter *painter, const std::vector<QRectF> &rects, MarkState state,
                     const QPalette &palette);

/// Draws what lies over the text of a mark; `current` adds the strong outline.
void paintMarkOutline(QPainter *painter, const std::vector<QRectF> &rects, MarkState state,
                      bool current, const QPalette &palette);

}   // namespace expunge::ui
