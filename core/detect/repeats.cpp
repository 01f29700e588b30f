// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/repeats.h"

#include "core/detect/normalizedtext.h"

namespace expunge::detect {

namespace {

// stands for text that is covered; ends a word on both sides and is in no value
constexpr QChar coveredMark(0xfffc);

/// Letters and digits of a text, folded: what all spellings that the matcher accepts have in
/// common.
QString looseKey(const QString &text)
{
    QString key;
    for (const QChar c : valueKey(text)) {
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            key += c;
        }
    }
    return key;
}

bool isDistinctive(const QString &key)
{
    const bool digitsOnly =
        std::all_of(key.begin(), key.end(), [](QChar c) { return c.isDigit(); });
    return key.size() >= (digitsOnly ? 5 : 3);
}

TermList termsOf(const QStringList &values)
{
    TermList list;
    for (const QString &value : values) {
        const QString key = looseKey(value);
        if (isDistinctive(key)) {
            const bool oneWord =
                std::all_of(value.begin(), value.end(), [](QChar c) { return c.isLetter(); });
            list.terms.push_back({value, oneWord, false});
        }
    }
    return list;
}

}   // namespace

RepeatFinder::RepeatFinder(const QStringList &values)
    : m_matcher(termsOf(values))
{
    for (int i = 0; i < values.size(); ++i) {
        const QString key = looseKey(values[i]);
        if (isDistinctive(key) && !m_values.contains(key)) {
            m_values.insert(key, i);
        }
    }
    m_empty = m_values.isEmpty();
}

std::vector<RepeatFinder::Repeat> RepeatFinder::find(const document::TextUnit &unit,
                                                     std::span<const document::Span> covered) const
{
    std::vector<Repeat> repeats;
    if (m_empty || !m_matcher.mayStandIn(unit.text)) {
        return repeats;
    }
    QString text = unit.text;
    for (const document::Span &span : covered) {
        std::fill(text.begin() + span.begin, text.begin() + span.end, coveredMark);
    }
    for (const auto &[begin, end] : m_matcher.find(normalize(text))) {
        const document::Span span{unit.index, begin, end};
        repeats.push_back({span, valueOf(unit.text.mid(begin, end - begin))});
    }
    return repeats;
}

int RepeatFinder::valueOf(const QString &text) const
{
    const QString key = looseKey(text);
    if (const auto found = m_values.find(key); found != m_values.end()) {
        return *found;
    }
    // Occurrences that overlap were made one range: it goes with the longest value in it.
    auto best = m_values.end();
    for (auto it = m_values.begin(); it != m_values.end(); ++it) {
        if (key.contains(it.key())
            && (best == m_values.end() || it.key().size() > best.key().size()
                || (it.key().size() == best.key().size() && *it < *best))) {
            best = it;
        }
    }
    return best == m_values.end() ? 0 : *best;
}

}   // namespace expunge::detect
