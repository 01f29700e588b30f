// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace expunge::detect {

/// The digits of a text, in order.
std::string digitsOf(std::string_view text);

/// Letters (as capitals) and digits of a text, in order.
std::string alnumOf(std::string_view text);

/// Value of a digit character.
constexpr int digit(char c)
{
    return c - '0';
}

/// Sum of the first digits, each multiplied by its weight.
template<std::size_t N>
int weightedSum(std::string_view digits, const std::array<int, N> &weights)
{
    int sum = 0;
    for (std::size_t i = 0; i < N && i < digits.size(); ++i) {
        sum += digit(digits[i]) * weights[i];
    }
    return sum;
}

/// Luhn's check over all digits (ISO/IEC 7812-1, annex B).
bool luhn(std::string_view digits);

/// The number that the digits form, modulo `divisor`.
int modulo(std::string_view digits, int divisor);

/// Whether all characters are the same one.
bool isRepeated(std::string_view text);

}   // namespace expunge::detect
