// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPalette>

namespace expunge::ui {

/// With what fonts and colours a document is shown.
struct FlowStyle
{
    QFont font;   // of body text, zoom included
    double zoom = 1.0;
    QPalette palette;
    double usualPoints = 11;   // the size in documents that `font` stands for
    bool tight = false;        // sizes and distances as in the document: for cells and slides

    /// Pixels for a length in points as the document gives it.
    double pixels(double points) const { return points * 96.0 / 72.0 * zoom; }
};

}   // namespace expunge::ui
