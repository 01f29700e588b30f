// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <QByteArray>

#include <optional>

namespace expunge::pdf {

/// Which samples of a picture its mask does not let through at all (ISO 32000-1, 8.9.6, 11.6.5.3).
struct MaskedOut
{
    int width = 0;
    int height = 0;
    QByteArray hidden;   // one byte a sample of the mask: 1 when it hides

    bool hidesAll() const { return !hidden.contains('\0'); }
    bool hidesAny() const { return hidden.contains('\1'); }
};

/// Nothing for a picture without a mask, or with one that cannot be decoded here.
std::optional<MaskedOut> maskedOut(QPDFObjectHandle picture);

/// Blanks the samples that nobody sees. `bits`: of a sample with all its components.
void blankHidden(QByteArray &samples, int width, int height, int bits, const MaskedOut &mask);

}   // namespace expunge::pdf
