// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/digits.h"

#include <algorithm>

namespace expunge::detect {

std::string digitsOf(std::string_view text)
{
    std::string result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result),
                 [](char c) { return c >= '0' && c <= '9'; });
    return result;
}

std::string alnumOf(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) {
            result += c;
        } else if (c >= 'a' && c <= 'z') {
            result += static_cast<char>(c - 'a' + 'A');
        }
    }
    return result;
}

bool luhn(std::string_view digits)
{
    int sum = 0;
    bool twice = false;
    for (auto it = digits.rbegin(); it != digits.rend(); ++it) {
        const int value = digit(*it) * (twice ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
        twice = !twice;
    }
    return !digits.empty() && sum % 10 == 0;
}

int modulo(std::string_view digits, int divisor)
{
    int rest = 0;
    for (const char c : digits) {
        rest = (rest * 10 + digit(c)) % divisor;
    }
    return rest;
}

bool isRepeated(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [&text](char c) { return c == text.front(); });
}

}   // namespace expunge::detect
