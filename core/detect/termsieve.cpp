// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/termsieve.h"

namespace expunge::detect {

namespace {

constexpr int kBits = 7;     // of a letter
constexpr int kTable = 18;   // logarithm of the number of places for beginnings

/// The letter or digit in small letters; 0 for everything else in ASCII.
constexpr std::array<std::uint8_t, 128> lettersAndDigits()
{
    std::array<std::uint8_t, 128> table{};
    for (std::size_t c = 0; c < table.size(); ++c) {
        const bool digit = c >= '0' && c <= '9';
        const bool small = c >= 'a' && c <= 'z';
        const bool capital = c >= 'A' && c <= 'Z';
        table.at(c) = static_cast<std::uint8_t>(digit || small ? c : capital ? c + 32 : 0);
    }
    return table;
}

constexpr std::array<std::uint8_t, 128> kLetters = lettersAndDigits();

}   // namespace

std::size_t TermSieve::place(std::uint64_t letters, int length)
{
    const std::uint64_t mask = (std::uint64_t(1) << (length * kBits)) - 1;
    return static_cast<std::size_t>(((letters & mask) * 0x9E3779B97F4A7C15ULL) >> (64 - kTable));
}

void TermSieve::add(QStringView folded)
{
    m_isEmpty = false;
    std::uint64_t letters = 0;
    int count = 0;
    for (const QChar c : folded) {
        if (c.unicode() >= kLetters.size()) {
            return;   // stands in no ASCII text
        }
        const std::uint8_t letter = kLetters.at(c.unicode());
        if (letter != 0 && count < m_beginnings.front().length) {
            letters = letters << kBits | letter;
            ++count;
        }
    }
    m_holdsAll = m_holdsAll || count == 0;
    for (Beginnings &beginnings : m_beginnings) {
        if (beginnings.length <= count) {
            letters >>= (count - beginnings.length) * kBits;
            if (beginnings.bits.empty()) {
                beginnings.bits.resize((std::size_t(1) << kTable) / 64);
            }
            const std::size_t at = place(letters, beginnings.length);
            beginnings.bits[at / 64] |= std::uint64_t(1) << (at % 64);
            return;
        }
    }
}

bool TermSieve::mayStandIn(QStringView text) const
{
    return passes(text, [](QChar c) { return std::size_t(c.unicode()); });
}

bool TermSieve::mayStandIn(QByteArrayView utf8) const
{
    return passes(utf8, [](char c) { return std::size_t(static_cast<unsigned char>(c)); });
}

template<typename Text, typename CodeOf>
bool TermSieve::passes(Text text, CodeOf codeOf) const
{
    if (m_holdsAll) {
        return true;
    }
    if (m_isEmpty) {
        return false;
    }
    std::uint64_t letters = 0;
    int count = 0;
    for (const auto c : text) {
        const std::size_t code = codeOf(c);
        if (code >= kLetters.size()) {
            return true;
        }
        const std::uint8_t letter = kLetters[code];
        if (letter == 0) {
            continue;
        }
        letters = letters << kBits | letter;
        ++count;
        for (const Beginnings &beginnings : m_beginnings) {
            if (beginnings.bits.empty() || count < beginnings.length) {
                continue;
            }
            const std::size_t at = place(letters, beginnings.length);
            if ((beginnings.bits[at / 64] >> (at % 64) & 1U) != 0) {
                return true;
            }
        }
    }
    return false;
}

}   // namespace expunge::detect
