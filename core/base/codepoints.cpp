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
    qsizetype points = 0;
    for (qsizetype i = 0; i < qMin(utf16, text.size()); ++points) {
        i += pairAt(text, i) ? 2 : 1;
    }
    return points;
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
