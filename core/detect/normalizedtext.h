// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace expunge::detect {

/// A text as it is matched (NFKC, no zero-width characters, soft hyphens or bidi controls, plain
/// spaces, hyphens and quotes, words joined that a line end cuts), in UTF-8, with the place of each
/// byte in the text as found.
struct NormalizedText
{
    QByteArray utf8;
    std::vector<int>
        origin;   // for each byte, and one past the last: UTF-16 offset in the text as found
    std::vector<int>
        limit;   // for each byte: UTF-16 offset just behind its character in the text as found

    /// Offsets in the text as found for bytes [begin, end): grown to whole characters, removed
    /// characters inside included.
    std::pair<int, int> foundRange(qsizetype begin, qsizetype end) const;
};

/// Makes the view of `text` in which patterns and terms are looked for.
NormalizedText normalize(QStringView text);

/// The form under which two spellings count as one value: normalised, case-folded, inner space
/// single.
QString valueKey(QStringView text);

}   // namespace expunge::detect
