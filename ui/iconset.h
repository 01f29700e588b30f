// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace expunge::ui {

/// An icon of the program, drawn in the palette's text colour so that it suits light and dark.
QIcon icon(const QString &name);

/// The program's own icon, in its own colours.
QIcon applicationIcon();

}   // namespace expunge::ui
