// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/digits.h"
#include "core/detect/validators.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumberutil.h>

#include <QHash>
#include <QString>

#include <algorithm>

namespace expunge::detect {

namespace {

/// Issuer ranges and lengths (ISO/IEC 7812; the networks' public tables).
bool isCardNumber(std::string_view text)
{
    const std::string digits = digitsOf(text);
    const auto size = digits.size();
    if (size < 12 || size > 19 || isRepeated(digits) || !luhn(digits)) {
        return false;
    }
    const int two = modulo(std::string_view(digits).substr(0, 2), 100);
    const int three = modulo(std::string_view(digits).substr(0, 3), 1000);
    const int four = modulo(std::string_view(digits).substr(0, 4), 10000);
    if (digits[0] == '4') {
        return size == 13 || size == 16 || size == 19;   // Visa
    }
    if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
        return size == 16;   // Mastercard
    }
    if (two == 34 || two == 37) {
        return size == 15;   // American Express
    }
    if (two == 36 || two == 38 || two == 39 || (three >= 300 && three <= 305) || three == 309) {
        return size >= 14;   // Diners Club
    }
    if (four >= 3528 && four <= 3589) {
        return size >= 16;   // JCB
    }
    if (four == 6011 || two == 65 || (three >= 644 && three <= 649) || two == 62 || two == 60
        || two == 81 || two == 82) {
        return size >= 16;   // Discover, UnionPay, RuPay
    }
    if (four == 2131 || four == 1800) {
        return size == 15;   // JCB, old
    }
    return two == 50 || (two >= 56 && two <= 59) || two == 61 || two == 63 || two == 64 || two == 66
           || two == 67 || two == 68 || two == 69
           || (four >= 2200 && four <= 2204);   // Maestro, Mir
}

/// Lengths by country (SWIFT IBAN registry, release 99).
int ibanLength(std::string_view country)
{
    static const QHash<QByteArray, int> lengths{
        {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16},
        {"BG", 22}, {"BH", 22}, {"BI", 27}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22},
        {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DJ", 27}, {"DK", 18}, {"DO", 28}, {"EE", 20},
        {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FK", 18}, {"FO", 18}, {"FR", 27}, {"GB", 22},
        {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HN", 28}, {"HR", 21},
        {"HU", 28}, {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30},
        {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20},
        {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MN", 20},
        {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NI", 28}, {"NL", 18}, {"NO", 15}, {"OM", 23},
        {"PK", 24}, {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22},
        {"RU", 33}, {"SA", 24}, {"SC", 31}, {"SD", 18}, {"SE", 24}, {"SI", 19}, {"SK", 24},
        {"SM", 27}, {"SO", 23}, {"ST", 25}, {"SV", 28}, {"TL", 23}, {"TN", 24}, {"TR", 26},
        {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20}, {"YE", 30}};
    return lengths.value(QByteArray(country.data(), static_cast<qsizetype>(country.size())), 0);
}

/// ISO 13616: country and check digits behind the account, letters as numbers from 10, modulo 97
/// is 1.
bool isIban(std::string_view text)
{
    const std::string iban = alnumOf(text);
    if (iban.size() < 15
        || ibanLength(std::string_view(iban).substr(0, 2)) != static_cast<int>(iban.size())) {
        return false;
    }
    std::string digits;
    for (const char c : iban.substr(4) + iban.substr(0, 4)) {
        digits += c >= 'A' ? std::to_string(c - 'A' + 10) : std::string(1, c);
    }
    return modulo(digits, 97) == 1;
}

/// A routing number of US banks: weights 3, 7, 1 and the ranges of the Federal Reserve.
bool isAbaRouting(std::string_view text)
{
    const std::string digits = digitsOf(text);
    if (digits.size() != 9) {
        return false;
    }
    const int district = modulo(std::string_view(digits).substr(0, 2), 100);
    const bool inRange = (district >= 1 && district <= 12) || (district >= 21 && district <= 32)
                         || (district >= 61 && district <= 72) || district == 80;
    return inRange && weightedSum<9>(digits, {3, 7, 1, 3, 7, 1, 3, 7, 1}) % 10 == 0;
}

bool isIpv4(std::string_view text)
{
    int parts = 0;
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t dot = std::min(text.find('.', at), text.size());
        const std::string_view part = text.substr(at, dot - at);
        if (part.empty() || part.size() > 3 || (part.size() > 1 && part.front() == '0')
            || modulo(part, 1000) > 255) {
            return false;
        }
        ++parts;
        at = dot + 1;
    }
    // Loopback, any and broadcast addresses and net masks name no machine.
    return parts == 4 && !text.starts_with("0.") && !text.starts_with("127.")
           && !text.starts_with("255.");
}

/// RFC 4291, section 2.2: eight groups, or fewer with one "::".
bool isIpv6(std::string_view text)
{
    const std::size_t shortened = text.find("::");
    if (shortened != std::string_view::npos
        && text.find("::", shortened + 1) != std::string_view::npos) {
        return false;
    }
    int groups = 0;
    bool letterOrZero = false;
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t colon = std::min(text.find(':', at), text.size());
        const std::string_view group = text.substr(at, colon - at);
        if (group.size() > 4) {
            return false;
        }
        groups += group.empty() ? 0 : 1;
        letterOrZero = letterOrZero || group.size() > 2;
        at = colon + 1;
    }
    // Times ("10:30:15") and loopback are not addresses of anybody.
    return letterOrZero
           && (shortened == std::string_view::npos ? groups == 8 : groups >= 2 && groups < 8);
}

bool isMacAddress(std::string_view text)
{
    const std::string digits = alnumOf(text);
    return digits.size() == 12 && !isRepeated(digits)
           && (text.find(':') == std::string_view::npos
               || text.find('-') == std::string_view::npos);
}

/// ISO 3779: transliterated letters, weights, modulo 11 in the ninth place.
bool isVehicleNumber(std::string_view text)
{
    constexpr std::array<int, 17> weights{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    constexpr std::string_view values = "12345678012345070923456789";
    const std::string vin = alnumOf(text);
    if (vin.size() != 17 || isRepeated(vin) || digitsOf(vin).size() < 4
        || digitsOf(vin).size() == 17) {
        return false;
    }
    int sum = 0;
    for (std::size_t i = 0; i < vin.size(); ++i) {
        const int value =
            vin[i] <= '9' ? digit(vin[i]) : digit(values[static_cast<std::size_t>(vin[i] - 'A')]);
        sum += value * weights[i];
    }
    return vin[8] == (sum % 11 == 10 ? 'X' : static_cast<char>('0' + sum % 11));
}

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

const PhoneNumberUtil &phoneNumbers()
{
    static PhoneNumberUtil *const numbers = [] {
        PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
        // The library's own logger prints numbers that it cannot read, and those are a person's
        // text. It owns the logger.
        util->SetLogger(new i18n::phonenumbers::NullLogger);
        return util;
    }();
    return *numbers;
}

bool isValidIn(std::string_view text, std::initializer_list<const char *> regions)
{
    const std::string number(text);
    return std::any_of(regions.begin(), regions.end(), [&number](const char *region) {
        PhoneNumber parsed;
        return phoneNumbers().Parse(number, region, &parsed) == PhoneNumberUtil::NO_PARSING_ERROR
               && phoneNumbers().IsValidNumber(parsed);
    });
}

/// A number with its country code ("+49 …", "00 49 …").
bool isInternationalPhone(std::string_view text)
{
    return isValidIn(text, {text.starts_with("00") ? "DE" : "ZZ"});
}

bool isNorthAmericanPhone(std::string_view text)
{
    return isValidIn(text, {"US", "CA"});
}

/// "01.02.2026" and "2026-02-01 10" can be dialled, but begin with a date.
bool beginsWithDate(std::string_view text)
{
    std::string shape;
    for (const char c : text) {
        shape += c >= '0' && c <= '9' ? '9' : '-';
    }
    return shape.starts_with("9999-99-99") || shape == "99-99-9999" || shape == "9-9-9999"
           || shape == "9-99-9999" || shape == "99-9-9999";
}

/// A number as it is dialled inside one of the larger countries.
bool isNationalPhone(std::string_view text)
{
    // Shorter ones are valid in some country, but mostly are something else.
    return digitsOf(text).size() >= 7 && !beginsWithDate(text)
           && isValidIn(text, {"US", "GB", "DE", "FR", "ES", "IT", "NL", "BE", "CH", "AT",
                               "IE", "PL", "PT", "SE", "NO", "DK", "FI", "CZ", "HU", "GR",
                               "RO", "AU", "NZ", "IN", "JP", "BR", "MX", "ZA", "TR", "IL"});
}

/// Digits of a number that only a label makes a telephone number: as many as E.164 allows.
bool isDialable(std::string_view text)
{
    const auto digits = digitsOf(text);
    return digits.size() >= 6 && digits.size() <= 15 && !isRepeated(digits);
}

}   // namespace

std::vector<NamedValidator> numberValidators()
{
    return {{"card", isCardNumber},
            {"iban", isIban},
            {"aba_routing", isAbaRouting},
            {"ipv4", isIpv4},
            {"ipv6", isIpv6},
            {"mac", isMacAddress},
            {"vin", isVehicleNumber},
            {"phone_international", isInternationalPhone},
            {"phone_north_american", isNorthAmericanPhone},
            {"phone_national", isNationalPhone},
            {"phone_dialable", isDialable}};
}

}   // namespace expunge::detect
