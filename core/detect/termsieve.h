// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringView>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace expunge::detect {

/// Rules out texts in which no term can stand, from the beginnings of the terms: most texts of a
/// big file hold none, and to fold them all costs more than everything else that is done to them.
/// Only texts in ASCII are ruled out.
class TermSieve
{
public:
    /// Adds the folded form of a term. Searches may differ in case, and in everything between
    /// letters and digits.
    void add(QStringView folded);

    /// False: none of the terms stands in the text, in any spelling, letter-spaced or cut by a line
    /// end. No term stands in any text if there is none.
    bool mayStandIn(QStringView text) const;
    bool mayStandIn(QByteArrayView utf8) const;

private:
    /// The beginnings, of one length in letters and digits, that terms have.
    struct Beginnings
    {
        int length = 0;
        std::vector<std::uint64_t> bits = {};
    };

    template<typename Text, typename CodeOf>
    bool passes(Text text, CodeOf codeOf) const;
    static std::size_t place(std::uint64_t letters, int length);

    std::array<Beginnings, 5> m_beginnings{{{8}, {5}, {3}, {2}, {1}}};
    bool m_holdsAll = false;   // a term has neither letters nor digits
    bool m_isEmpty = true;
};

}   // namespace expunge::detect
