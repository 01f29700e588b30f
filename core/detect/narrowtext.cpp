// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/narrowtext.h"

#include <QChar>

#include <algorithm>

namespace expunge::detect {

namespace {

// Characters of ISO 8859-1 that stand for all others of their kind.
constexpr char kCapital = '\xDE';       // capital thorn
constexpr char kSmall = '\xFE';         // small thorn
constexpr char kOtherLetter = '\xAA';   // feminine ordinal: a letter without case (Lo)
constexpr char kNumber = '\xB2';        // superscript two (No)
constexpr char kSign = '\xA4';          // currency sign

char narrowed(char32_t character)
{
    if (character < 0x100) {
        return static_cast<char>(static_cast<unsigned char>(character));
    }
    if (QChar::isUpper(character)) {
        return kCapital;
    }
    if (QChar::isLower(character)) {
        return kSmall;
    }
    if (QChar::isLetter(character) || QChar::isMark(character)) {
        return kOtherLetter;   // marks belong to the letter before them
    }
    return QChar::isNumber(character) ? kNumber : kSign;
}

/// Length of the UTF-8 sequence that begins with a byte; 1 for what cannot begin one.
std::size_t lengthOf(unsigned char first)
{
    return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
}

char32_t decoded(std::string_view sequence)
{
    const auto first = static_cast<unsigned char>(sequence[0]);
    char32_t character = sequence.size() == 1   ? first
                         : sequence.size() == 2 ? first & 0x1FU
                         : sequence.size() == 3 ? first & 0x0FU
                                                : first & 0x07U;
    for (const char c : sequence.substr(1)) {
        character = (character << 6) | (static_cast<unsigned char>(c) & 0x3FU);
    }
    return character;
}

}   // namespace

NarrowText::NarrowText(std::string_view utf8)
    : m_utf8(utf8)
    , m_isAscii(std::none_of(utf8.begin(), utf8.end(),
                             [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
{
    if (m_isAscii) {
        return;
    }
    m_narrow.reserve(utf8.size());
    m_origin.reserve(utf8.size() + 1);
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t length =
            std::min(lengthOf(static_cast<unsigned char>(utf8[at])), utf8.size() - at);
        m_narrow += narrowed(decoded(utf8.substr(at, length)));
        m_origin.push_back(at);
        at += length;
    }
    m_origin.push_back(utf8.size());
}

}   // namespace expunge::detect
