// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/digits.h"
#include "core/detect/validators.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace expunge::detect {

namespace {

/// Shannon entropy in bits a character.
double entropy(std::string_view text)
{
    std::array<int, 256> count{};
    for (const char c : text) {
        ++count.at(static_cast<unsigned char>(c));
    }
    double bits = 0;
    for (const int n : count) {
        if (n > 0) {
            const double share = static_cast<double>(n) / static_cast<double>(text.size());
            bits -= share * std::log2(share);
        }
    }
    return bits;
}

/// Values that people write where a secret would stand.
bool isPlaceholder(std::string_view text)
{
    QByteArray lower = QByteArray(text.data(), static_cast<qsizetype>(text.size())).toLower();
    constexpr std::array<const char *, 27> parts{"example",     "sample",
                                                 "placeholder", "changeme",
                                                 "change_me",   "change-me",
                                                 "your",        "xxxx",
                                                 "****",        "....",
                                                 "dummy",       "redacted",
                                                 "insert",      "replace",
                                                 "todo",        "fixme",
                                                 "<",           ">",
                                                 "${",          "{{",
                                                 "%(",          "$(",
                                                 "....",        "notreal",
                                                 "not-real",    "0123456789abcdef",
                                                 "getenv"};
    if (std::any_of(parts.begin(), parts.end(),
                    [&lower](const char *part) { return lower.contains(part); })) {
        return true;
    }
    constexpr std::array<const char *, 26> whole{
        "null",    "none",     "nil",     "true",  "false",    "undefined", "test",
        "tests",   "testing",  "empty",   "unset", "required", "optional",  "string",
        "secret",  "password", "token",   "key",   "value",    "hidden",    "disabled",
        "enabled", "n/a",      "default", "reset", "incorrect"};
    return std::any_of(whole.begin(), whole.end(),
                       [&lower](const char *word) { return lower == word; });
}

/// Ten equal characters in a row stand in no random value.
bool hasLongRun(std::string_view text)
{
    std::size_t run = 1;
    for (std::size_t i = 1; i < text.size() && run < 10; ++i) {
        run = text[i] == text[i - 1] ? run + 1 : 1;
    }
    return run >= 10;
}

/// A run of random-looking characters: no placeholder, not one that repeats, letters spread out.
bool isRandomLooking(std::string_view text)
{
    return text.size() >= 8 && !isPlaceholder(text) && !hasLongRun(text)
           && entropy(text) >= (text.size() >= 20 ? 3.2 : 2.5);
}

/// For a value behind a general label: it must also mix letters and digits, as words do not.
bool isSecretValue(std::string_view text)
{
    const auto digits = digitsOf(text).size();
    return isRandomLooking(text) && digits > 0 && digits < text.size() && entropy(text) >= 3.0;
}

/// What source code writes where a password would stand: a call, an element, a member, a type.
bool isCodeReference(std::string_view text)
{
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.";
    const std::size_t end = std::min(text.find_first_not_of(letters), text.size());
    const QByteArray word = QByteArray(text.data(), static_cast<qsizetype>(end)).toLower();
    if (word.isEmpty()) {
        return text.starts_with("{") && text.find('}') != std::string_view::npos;
    }
    if (end < text.size() && (text[end] == '(' || text[end] == '[')) {
        return true;
    }
    if (text.find_first_not_of("):;", end) != std::string_view::npos) {
        return false;
    }
    constexpr std::array<const char *, 11> names{"bool", "char", "const", "name", "user", "self",
                                                 "type", "data", "input", "text", "gecos"};
    constexpr std::array<const char *, 7> owners{"self.",    "this.", "config.", "settings.",
                                                 "options.", "args.", "request."};
    return word.contains("passw") || word.endsWith("pwd") || word == "str" || word == "none"
           || std::any_of(names.begin(), names.end(),
                          [&word](const char *name) { return word == name; })
           || std::any_of(owners.begin(), owners.end(),
                          [&word](const char *owner) { return word.startsWith(owner); });
}

/// For a password behind a label: anything but what stands for one.
bool isPasswordValue(std::string_view text)
{
    return text.size() >= 4 && !isPlaceholder(text) && !isRepeated(text) && !isCodeReference(text);
}

/// For a password in a sentence, where any word may follow: it needs a digit or a sign inside.
bool isPasswordInProse(std::string_view text)
{
    const bool mixed = std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9')
               || std::string_view("!@#$%^&*_+=?~").find(c) != std::string_view::npos;
    });
    return mixed && isPasswordValue(text);
}

/// The last six characters of tokens of GitHub and npm are a CRC-32 of those between prefix and
/// them, in base 62 (github.blog, "Behind GitHub's new authentication token formats", 2021).
bool hasTokenChecksum(std::string_view text)
{
    const std::size_t prefix = text.find('_');
    if (prefix == std::string_view::npos || text.size() < prefix + 1 + 12) {
        return false;
    }
    const std::string_view body = text.substr(prefix + 1, text.size() - prefix - 7);
    const QByteArray bytes(body.data(), static_cast<qsizetype>(body.size()));
    auto crc = crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()),
                     static_cast<uInt>(bytes.size()));
    std::string check;
    while (check.size() < 6) {
        check.insert(check.begin(),
                     "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[crc % 62]);
        crc /= 62;
    }
    return text.ends_with(check);
}

/// RFC 7519, section 5: the first part is a JSON object with an algorithm, in Base64url.
bool isJwt(std::string_view text)
{
    const QByteArray header(text.data(),
                            static_cast<qsizetype>(std::min(text.find('.'), text.size())));
    const QJsonDocument json =
        QJsonDocument::fromJson(QByteArray::fromBase64(header, QByteArray::Base64UrlEncoding));
    return json.isObject() && json.object().contains("alg"_L1);
}

}   // namespace

std::vector<NamedValidator> secretValidators()
{
    return {{"random_looking", isRandomLooking},  {"secret_value", isSecretValue},
            {"password_value", isPasswordValue},  {"password_in_prose", isPasswordInProse},
            {"token_checksum", hasTokenChecksum}, {"jwt", isJwt}};
}

}   // namespace expunge::detect
