// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/cutbytes.h"

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace expunge::pdf {

/// An INDEX of a CFF program (Adobe Technical Note 5176, 5).
class CffIndex
{
public:
    CffIndex() = default;
    /// None when it is cut off; `end` is set to the byte after it.
    static std::optional<CffIndex> read(const FontBytes &file, qsizetype at, qsizetype *end);

    int count() const { return m_count; }
    QByteArrayView item(int index) const;   // empty when there is none

private:
    FontBytes m_file;
    qsizetype m_offsets = 0;
    qsizetype m_data = 0;   // offsets count from here
    int m_offsetSize = 1;
    int m_count = 0;

    qsizetype offset(int index) const;
};

/// What a charstring refers to.
struct Type2Context
{
    const CffIndex &globalSubroutines;
    const CffIndex &localSubroutines;
    double defaultWidth = 0;
    double nominalWidth = 0;
};

/// A charstring without subroutines, with its width in it.
struct FlatCharstring
{
    QByteArray bytes;
    int base = -1;   // composed of two glyphs by their codes in StandardEncoding ("seac")
    int accent = -1;
};

/// Writes a Type 2 charstring (Adobe Technical Note 5177) anew: subroutines in place, numbers in
/// their shortest form, its width counted from 0. None when it is damaged or computes with random
/// numbers or storage.
std::optional<FlatCharstring> flattenType2(QByteArrayView charstring, const Type2Context &context);

}   // namespace expunge::pdf
