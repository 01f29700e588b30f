// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <bitset>
#include <functional>
#include <vector>

namespace expunge::scrub {

/// Byte patterns that are looked for all at once.
class PatternSet
{
public:
    /// Empty patterns are ignored. `tag` says which one was found.
    void add(const QByteArray &pattern, int tag);

    bool isEmpty() const { return m_patterns.empty(); }

    /// Calls `found` for every place where a pattern stands, overlaps included.
    void scan(QByteArrayView bytes,
              const std::function<void(int tag, qsizetype begin, qsizetype end)> &found) const;

private:
    struct Pattern
    {
        QByteArray bytes;
        int tag = 0;
    };

    static quint16 slot(quint32 start) { return static_cast<quint16>(start * 2654435761U >> 16); }

    std::vector<Pattern> m_patterns;
    std::vector<size_t> m_short;                     // patterns of fewer than four bytes
    QHash<quint32, std::vector<size_t>> m_byStart;   // by their first four bytes
    std::bitset<65536> m_starts;                     // rules most places out without the table
};

}   // namespace expunge::scrub
