// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace expunge::detect {

/// Whether a character of ISO 8859-1 is a capital letter.
inline bool isNarrowCapital(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'A' && byte <= 'Z') || (byte >= 0xC0 && byte <= 0xDE && byte != 0xD7);
}

/// A text with one byte a character: ISO 8859-1, where other letters and digits become one letter
/// or digit of their kind. Expressions over classes of letters are a hundred times smaller on it
/// than on UTF-8.
class NarrowText
{
public:
    explicit NarrowText(std::string_view utf8);

    std::string_view bytes() const { return m_isAscii ? m_utf8 : std::string_view(m_narrow); }

    /// The byte of the UTF-8 text at which a character, counted from 0, begins.
    std::size_t origin(std::size_t at) const { return m_isAscii ? at : m_origin[at]; }

private:
    std::string_view m_utf8;
    std::string m_narrow;
    std::vector<std::size_t> m_origin;   // one more than characters
    bool m_isAscii = false;
};

}   // namespace expunge::detect
