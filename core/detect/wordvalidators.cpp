// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/digits.h"
#include "core/detect/validators.h"

#include <algorithm>
#include <array>

namespace expunge::detect {

namespace {

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

template<std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// Names such as "icon@2x.png" have the shape of an address.
bool isMailAddress(std::string_view text)
{
    const std::string lower = lowered(text);
    constexpr std::array<std::string_view, 12> endings{"png", "jpg", "jpeg", "gif", "svg", "webp",
                                                       "css", "js",  "html", "ico", "bmp", "tiff"};
    return !isOneOf(std::string_view(lower).substr(lower.rfind('.') + 1), endings);
}

/// What follows "username" in running text is mostly the next word of the sentence.
bool isAccountName(std::string_view text)
{
    const std::string lower = lowered(text);
    constexpr std::array<std::string_view, 48> words{
        "and",    "or",       "is",       "the",       "for",         "with",     "null",
        "none",   "required", "field",    "name",      "names",       "page",     "form",
        "must",   "should",   "your",     "your_name", "username",    "user",     "admin",
        "string", "from",     "was",      "will",      "are",         "has",      "have",
        "that",   "this",     "here",     "screen",    "button",      "can",      "cannot",
        "not",    "then",     "into",     "details",   "credentials", "password", "undefined",
        "true",   "false",    "optional", "exists",    "already",     "may"};
    return !isOneOf(lower, words);
}

/// This machine, and the machines of examples in RFC 2606, are nobody's network.
bool isInternalUrl(std::string_view text)
{
    const std::string lower = lowered(text);
    const std::size_t begin = lower.find("://") + 3;
    const std::string host = lower.substr(begin, lower.find_first_of(":/?", begin) - begin);
    return host != "localhost" && host != "example" && digitsOf(host).size() != host.size();
}

/// Folders that every machine has.
bool isPersonalPath(std::string_view text)
{
    const std::string lower = lowered(text);
    for (const std::string_view folder :
         {"users\\public", "users/public", "users\\default", "users/shared", "users\\all users"}) {
        if (lower.find(folder) != std::string::npos) {
            return false;
        }
    }
    return true;
}

/// "Project Manager" names a role, not a project.
bool isProjectName(std::string_view text)
{
    const std::string lower = lowered(text);
    const std::string first = lower.substr(0, lower.find_first_of(" -"));
    constexpr std::array<std::string_view, 60> words{
        "manager",     "management", "managers",   "plan",       "planning",      "charter",
        "office",      "team",       "lead",       "leader",     "director",      "owner",
        "sponsor",     "scope",      "budget",     "name",       "number",        "code",
        "status",      "report",     "overview",   "summary",    "description",   "manual",
        "start",       "end",        "date",       "timeline",   "schedule",      "phase",
        "goals",       "goal",       "objectives", "details",    "documentation", "gutenberg",
        "coordinator", "engineer",   "officer",    "title",      "type",          "site",
        "services",    "system",     "systems",    "agreement",  "costs",         "cost",
        "risk",        "risks",      "files",      "kickoff",    "review",        "steering",
        "board",       "delivery",   "work",       "background", "introduction",  "and"};
    return !isOneOf(first, words);
}

/// Names of standards have the shape of a ticket.
bool isTicket(std::string_view text)
{
    constexpr std::array<std::string_view, 38> prefixes{
        "UTF",   "ISO",  "IEC",  "CVE", "CWE",  "RFC",  "SHA", "MD",   "AES",  "RSA",
        "COVID", "HTTP", "TLS",  "SSL", "IEEE", "DIN",  "EN",  "ANSI", "USB",  "GPT",
        "H",     "MP",   "FY",   "Q",   "A",    "B",    "PM",  "CO",   "SARS", "ECMA",
        "UTC",   "GMT",  "GDPR", "IPV", "MIL",  "NIST", "PEP", "X"};
    return !isOneOf(text.substr(0, text.find('-')), prefixes);
}

/// A reference is mostly a number; words and plain years behind its label are not.
bool isReference(std::string_view text)
{
    const std::string digits = digitsOf(text);
    return digits.size() >= 3 && text.size() >= 5;
}

}   // namespace

std::vector<NamedValidator> wordValidators()
{
    return {{"email", isMailAddress},        {"account_name", isAccountName},
            {"internal_url", isInternalUrl}, {"personal_path", isPersonalPath},
            {"project_word", isProjectName}, {"ticket", isTicket},
            {"reference", isReference}};
}

}   // namespace expunge::detect
