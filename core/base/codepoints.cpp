// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/codepoints.h"

namespace expunge::base {

namespace {

bool pairAt(QStringView text, qsizetype i)
{
    return i + 1 < text.size() && text[i].isHighSurrogate() && text[i + 1].isLowSurrogate();
}

}   // namespace

qsizetype codePointsBefore(QStringView text, qsizetype utf16)
{
    // A plain sum over units, which compilers turn into wide instructions: long texts are asked
    // often.
    const qsizetype end = qMin(utf16, text.size());
    const char16_t *units = text.utf16();
    qsizetype pairs = 0;
    for (qsizetype i = 1; i < end; ++i) {
        pairs += static_cast<int>((units[i - 1] & 0xfc00U) == 0xd800U)
                 & static_cast<int>((units[i] & 0xfc00U) == 0xdc00U);
    }
    return qMax<qsizetype>(end, 0) - pairs;
}

qsizetype utf16Offset(QStringView text, qsizetype points)
{
    qsizetype i = 0;
    for (qsizetype n = 0; n < points; ++n) {
        if (i >= text.size()) {
            return -1;
        }
        i += pairAt(text, i) ? 2 : 1;
    }
    return i;
}

}   // namespace expunge::base
