// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/patternset.h"

#include <cstring>

namespace expunge::scrub {

namespace {

constexpr qsizetype startSize = 4;

quint32 startAt(const char *bytes)
{
    quint32 start = 0;
    std::memcpy(&start, bytes, sizeof start);
    return start;
}

}   // namespace

void PatternSet::add(const QByteArray &pattern, int tag)
{
    if (pattern.isEmpty()) {
        return;
    }
    const size_t number = m_patterns.size();
    m_patterns.push_back({pattern, tag});
    if (pattern.size() < startSize) {
        m_short.push_back(number);
        return;
    }
    const quint32 start = startAt(pattern.constData());
    m_byStart[start].push_back(number);
    m_starts.set(slot(start));
}

void PatternSet::scan(
    QByteArrayView bytes,
    const std::function<void(int tag, qsizetype begin, qsizetype end)> &found) const
{
    for (const size_t number : m_short) {
        const Pattern &pattern = m_patterns[number];
        for (qsizetype at = bytes.indexOf(pattern.bytes); at >= 0;
             at = bytes.indexOf(pattern.bytes, at + 1)) {
            found(pattern.tag, at, at + pattern.bytes.size());
        }
    }
    if (m_byStart.isEmpty()) {
        return;
    }
    for (qsizetype at = 0; at + startSize <= bytes.size(); ++at) {
        const quint32 start = startAt(bytes.data() + at);
        if (!m_starts.test(slot(start))) {
            continue;
        }
        const auto candidates = m_byStart.constFind(start);
        if (candidates == m_byStart.cend()) {
            continue;
        }
        for (const size_t number : *candidates) {
            const Pattern &pattern = m_patterns[number];
            if (bytes.sliced(at).startsWith(pattern.bytes)) {
                found(pattern.tag, at, at + pattern.bytes.size());
            }
        }
    }
}

}   // namespace expunge::scrub
