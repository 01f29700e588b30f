// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

class QApplication;

namespace expunge::ui {

/// Light or dark; System follows the desktop's palette as it was at the start.
enum class Theme { System, Light, Dark };

QPalette paletteFor(Theme theme);

/// Gives the program its look: the same style everywhere, tuned palettes, application icon.
void applyAppearance(QApplication &application, Theme theme = Theme::System);

/// True if the palette has light text on dark ground.
bool isDark(const QPalette &palette);

}   // namespace expunge::ui
