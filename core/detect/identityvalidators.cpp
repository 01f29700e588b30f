// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/digits.h"
#include "core/detect/validators.h"

#include <algorithm>

// Sources of the check digits: the issuing authorities' published rules; for EU numbers also the
// OECD's "TIN structure" sheets.

namespace expunge::detect {

namespace {

bool isDate(int month, int day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

int number(std::string_view digits)
{
    return modulo(digits, 1'000'000'000);
}

bool isSsn(std::string_view text)
{
    const std::string d = digitsOf(text);
    if (d.size() != 9 || isRepeated(d)) {
        return false;
    }
    const int area = number(d.substr(0, 3));
    // 078-05-1120 and 219-09-9999 were printed in advertisements.
    return area != 0 && area != 666 && area < 900 && d.substr(3, 2) != "00" && d.substr(5) != "0000"
           && d != "078051120" && d != "219099999";
}

bool isItin(std::string_view text)
{
    const std::string d = digitsOf(text);
    if (d.size() != 9 || d[0] != '9') {
        return false;
    }
    const int group = number(d.substr(3, 2));
    return (group >= 50 && group <= 65) || (group >= 70 && group <= 88)
           || (group >= 90 && group <= 92) || group >= 94;
}

bool isEin(std::string_view text)
{
    const std::string d = digitsOf(text);
    if (d.size() != 9) {
        return false;
    }
    const int prefix = number(d.substr(0, 2));
    constexpr std::array<int, 17> unused{0,  7,  8,  9,  17, 18, 19, 28, 29,
                                         49, 69, 70, 78, 79, 89, 96, 97};
    return std::find(unused.begin(), unused.end(), prefix) == unused.end();
}

/// Steuer-Identifikationsnummer: ISO 7064 MOD 11,10; among the first ten one digit stands twice or
/// three times.
bool isGermanTaxId(std::string_view text)
{
    const std::string d = digitsOf(text);
    if (d.size() != 11 || d[0] == '0') {
        return false;
    }
    std::array<int, 10> count{};
    for (std::size_t i = 0; i < 10; ++i) {
        ++count.at(static_cast<std::size_t>(digit(d[i])));
    }
    const auto repeated = std::count_if(count.begin(), count.end(), [](int n) { return n > 1; });
    if (repeated != 1 || *std::max_element(count.begin(), count.end()) > 3) {
        return false;
    }
    int product = 10;
    for (std::size_t i = 0; i < 10; ++i) {
        const int sum = (digit(d[i]) + product) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return digit(d[10]) == (11 - product) % 10;
}

/// NIR: sex, year, month, département (2A and 2B for Corsica), key = 97 - number mod 97.
bool isFrenchNir(std::string_view text)
{
    std::string t = alnumOf(text);
    if (t.size() != 15) {
        return false;
    }
    int offset = 0;
    if (t[6] == 'A' || t[6] == 'B') {
        offset = t[6] == 'A' ? 1'000'000 : 2'000'000;
        t[6] = '0';
    }
    if (digitsOf(t).size() != 15) {
        return false;
    }
    const int rest = ((modulo(t.substr(0, 13), 97) - offset) % 97 + 97) % 97;
    return number(t.substr(13)) == 97 - rest;
}

bool isSpanishNif(std::string_view text)
{
    std::string t = alnumOf(text);
    if (t.size() != 9) {
        return false;
    }
    if (const auto x = std::string_view("XYZ").find(t[0]); x != std::string_view::npos) {
        t[0] = static_cast<char>('0' + static_cast<int>(x));   // NIE
    }
    return digitsOf(t).size() == 8 && t[8] == "TRWAGMYFPDXBNJZSQVHLCKE"[modulo(t.substr(0, 8), 23)];
}

bool isItalianFiscalCode(std::string_view text)
{
    constexpr std::array<int, 26> odd{1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                                      20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
    const std::string t = alnumOf(text);
    if (t.size() != 16) {
        return false;
    }
    int sum = 0;
    for (std::size_t i = 0; i < 15; ++i) {
        const int value = t[i] <= '9' ? digit(t[i]) : t[i] - 'A';
        sum += i % 2 == 0 ? odd.at(static_cast<std::size_t>(value)) : value;
    }
    return t[15] == static_cast<char>('A' + sum % 26);
}

bool isPesel(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 11 && isDate(number(d.substr(2, 2)) % 20, number(d.substr(4, 2)))
           && (10 - weightedSum<10>(d, {1, 3, 7, 9, 1, 3, 7, 9, 1, 3}) % 10) % 10 == digit(d[10]);
}

bool isPolishNip(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 10 && !isRepeated(d)
           && weightedSum<9>(d, {6, 5, 7, 2, 3, 4, 5, 6, 7}) % 11 == digit(d[9]);
}

bool isBsn(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 9 && !isRepeated(d)
           && weightedSum<9>(d, {9, 8, 7, 6, 5, 4, 3, 2, -1}) % 11 == 0;
}

bool isPersonnummer(std::string_view text)
{
    std::string d = digitsOf(text);
    if (d.size() == 12) {
        d.erase(0, 2);
    }
    // Coordination numbers add 60 to the day.
    return d.size() == 10 && isDate(number(d.substr(2, 2)), number(d.substr(4, 2)) % 60) && luhn(d);
}

bool isHetu(std::string_view text)
{
    std::string d = digitsOf(text.substr(0, text.size() - 1));
    return text.size() == 11 && d.size() == 9
           && isDate(number(d.substr(2, 2)), number(d.substr(0, 2)))
           && text[10] == "0123456789ABCDEFHJKLMNPRSTUVWXY"[modulo(d, 31)];
}

bool isBelgianNumber(std::string_view text)
{
    const std::string d = digitsOf(text);
    if (d.size() != 11 || !isDate(number(d.substr(2, 2)) % 20, number(d.substr(4, 2)))) {
        return false;
    }
    const int check = number(d.substr(9));
    // Since 2000 a 2 is put before the number.
    return check == 97 - modulo(d.substr(0, 9), 97)
           || check == 97 - modulo("2" + d.substr(0, 9), 97);
}

bool isPortugueseNif(std::string_view text)
{
    const std::string d = digitsOf(text);
    if (d.size() != 9 || d[0] == '0' || d[0] == '4' || isRepeated(d)) {
        return false;
    }
    const int check = 11 - weightedSum<8>(d, {9, 8, 7, 6, 5, 4, 3, 2}) % 11;
    return digit(d[8]) == (check > 9 ? 0 : check);
}

bool isAhv(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 13 && d.starts_with("756")
           && (10 - weightedSum<12>(d, {1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3}) % 10) % 10
                  == digit(d[12]);
}

bool isNhsNumber(std::string_view text)
{
    const std::string d = digitsOf(text);
    if (d.size() != 10 || isRepeated(d)) {
        return false;
    }
    const int check = 11 - weightedSum<9>(d, {10, 9, 8, 7, 6, 5, 4, 3, 2}) % 11;
    return check != 10 && digit(d[9]) == check % 11;
}

bool isNino(std::string_view text)
{
    const std::string t = alnumOf(text);
    if (t.size() != 9) {
        return false;
    }
    const std::string prefix = t.substr(0, 2);
    constexpr std::array<std::string_view, 7> unused{"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"};
    return std::find(unused.begin(), unused.end(), prefix) == unused.end();
}

bool isCanadianSin(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 9 && d[0] != '0' && d[0] != '8' && !isRepeated(d) && luhn(d);
}

bool isAustralianTfn(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 9 && !isRepeated(d)
           && weightedSum<9>(d, {1, 4, 3, 7, 5, 8, 6, 9, 10}) % 11 == 0;
}

bool isAustralianAbn(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 11 && !isRepeated(d)
           && (weightedSum<11>(d, {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19}) - 10) % 89 == 0;
}

/// Verhoeff's check: the dihedral group D5 with a permutation for each place.
bool isAadhaar(std::string_view text)
{
    constexpr std::array<std::string_view, 10> product{
        "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
        "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"};
    constexpr std::array<std::string_view, 8> permutation{"0123456789", "1576283094", "5803796142",
                                                          "8916043527", "9453126870", "4286573901",
                                                          "2793806415", "7046913258"};
    const std::string d = digitsOf(text);
    if (d.size() != 12 || d[0] < '2' || isRepeated(d)) {
        return false;
    }
    std::size_t check = 0;
    for (std::size_t i = 0; i < d.size(); ++i) {
        const char value = d[d.size() - 1 - i];
        const char permuted = permutation.at(i % 8)[static_cast<std::size_t>(digit(value))];
        check = static_cast<std::size_t>(
            digit(product.at(check)[static_cast<std::size_t>(digit(permuted))]));
    }
    return check == 0;
}

int brazilianCheck(std::string_view digits, int largestWeight)
{
    int sum = 0;
    int weight = 2;
    for (auto it = digits.rbegin(); it != digits.rend(); ++it) {
        sum += digit(*it) * weight;
        weight = weight == largestWeight ? 2 : weight + 1;
    }
    return sum % 11 < 2 ? 0 : 11 - sum % 11;
}

bool isCpf(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 11 && !isRepeated(d) && digit(d[9]) == brazilianCheck(d.substr(0, 9), 12)
           && digit(d[10]) == brazilianCheck(d.substr(0, 10), 12);
}

bool isCnpj(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 14 && !isRepeated(d) && digit(d[12]) == brazilianCheck(d.substr(0, 12), 9)
           && digit(d[13]) == brazilianCheck(d.substr(0, 13), 9);
}

bool isNorwegianNumber(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 11 && isDate(number(d.substr(2, 2)) % 40, number(d.substr(0, 2)) % 40)
           && weightedSum<10>(d, {3, 7, 6, 1, 8, 9, 4, 5, 2, 1}) % 11 == 0
           && weightedSum<11>(d, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

/// Check digits are no longer given since 2007, so only the date counts.
bool isDanishCpr(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 10 && isDate(number(d.substr(2, 2)), number(d.substr(0, 2)))
           && !isRepeated(d.substr(6));
}

bool isAustrianNumber(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 10 && d[0] != '0' && isDate(number(d.substr(6, 2)), number(d.substr(4, 2)))
           && weightedSum<10>(d, {3, 7, 9, 0, 5, 8, 4, 2, 1, 6}) % 11 == digit(d[3]);
}

bool isIrishPps(std::string_view text)
{
    const std::string t = alnumOf(text);
    if (t.size() < 8 || t.size() > 9 || digitsOf(t).size() != 7) {
        return false;
    }
    int sum = weightedSum<7>(t, {8, 7, 6, 5, 4, 3, 2});
    if (t.size() == 9 && t[8] != 'W') {
        sum += (t[8] - 'A' + 1) * 9;
    }
    return t[7] == "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23];
}

bool isRomanianCnp(std::string_view text)
{
    const std::string d = digitsOf(text);
    const int check = weightedSum<12>(d, {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9}) % 11;
    return d.size() == 13 && d[0] != '0' && isDate(number(d.substr(3, 2)), number(d.substr(5, 2)))
           && digit(d[12]) == (check == 10 ? 1 : check);
}

bool isTurkishNumber(std::string_view text)
{
    const std::string d = digitsOf(text);
    if (d.size() != 11 || d[0] == '0') {
        return false;
    }
    const int odd = weightedSum<9>(d, {1, 0, 1, 0, 1, 0, 1, 0, 1});
    const int even = weightedSum<8>(d, {0, 1, 0, 1, 0, 1, 0, 1});
    return digit(d[9]) == ((odd * 7 - even) % 10 + 10) % 10
           && digit(d[10]) == (odd + even + digit(d[9])) % 10;
}

bool isSouthAfricanNumber(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 13 && isDate(number(d.substr(2, 2)), number(d.substr(4, 2))) && d[10] <= '1'
           && luhn(d);
}

/// GB 11643: ISO 7064 MOD 11-2.
bool isChineseNumber(std::string_view text)
{
    const std::string t = alnumOf(text);
    return t.size() == 18 && digitsOf(t).size() >= 17
           && isDate(number(t.substr(10, 2)), number(t.substr(12, 2)))
           && t[17]
                  == "10X98765432"[weightedSum<17>(
                                       t, {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2})
                                   % 11];
}

bool isKoreanNumber(std::string_view text)
{
    const std::string d = digitsOf(text);
    return d.size() == 13 && isDate(number(d.substr(2, 2)), number(d.substr(4, 2)))
           && (11 - weightedSum<12>(d, {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5}) % 11) % 10
                  == digit(d[12]);
}

bool isCurp(std::string_view text)
{
    const std::string t = alnumOf(text);
    if (t.size() != 18 || !isDate(number(t.substr(6, 2)), number(t.substr(8, 2)))) {
        return false;
    }
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) {
        // The alphabet has Ñ behind N.
        const int value = t[i] <= '9' ? digit(t[i]) : t[i] - 'A' + 10 + (t[i] > 'N' ? 1 : 0);
        sum += value * (18 - static_cast<int>(i));
    }
    return t[17] == static_cast<char>('0' + (10 - sum % 10) % 10);
}

}   // namespace

std::vector<NamedValidator> identityValidators()
{
    return {{"us_ssn", isSsn},
            {"us_itin", isItin},
            {"us_ein", isEin},
            {"de_tax_id", isGermanTaxId},
            {"fr_nir", isFrenchNir},
            {"es_nif", isSpanishNif},
            {"it_fiscal_code", isItalianFiscalCode},
            {"pl_pesel", isPesel},
            {"pl_nip", isPolishNip},
            {"nl_bsn", isBsn},
            {"se_personnummer", isPersonnummer},
            {"fi_hetu", isHetu},
            {"be_number", isBelgianNumber},
            {"pt_nif", isPortugueseNif},
            {"ch_ahv", isAhv},
            {"uk_nhs", isNhsNumber},
            {"uk_nino", isNino},
            {"ca_sin", isCanadianSin},
            {"au_tfn", isAustralianTfn},
            {"au_abn", isAustralianAbn},
            {"in_aadhaar", isAadhaar},
            {"br_cpf", isCpf},
            {"br_cnpj", isCnpj},
            {"no_number", isNorwegianNumber},
            {"dk_cpr", isDanishCpr},
            {"at_number", isAustrianNumber},
            {"ie_pps", isIrishPps},
            {"ro_cnp", isRomanianCnp},
            {"tr_number", isTurkishNumber},
            {"za_number", isSouthAfricanNumber},
            {"cn_number", isChineseNumber},
            {"kr_number", isKoreanNumber},
            {"mx_curp", isCurp}};
}

}   // namespace expunge::detect
