// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace expunge::pdf {

/// A text on a box: Helvetica in WinAnsiEncoding, set as large as fits.
struct BoxLabel
{
    QByteArray codes;   // empty: nothing to write
    double size = 0;    // points
    double width = 0;
};

/// `size`: of the text around; what WinAnsi lacks becomes a question mark.
BoxLabel boxLabel(const QString &text, double boxWidth, double size);

}   // namespace expunge::pdf
