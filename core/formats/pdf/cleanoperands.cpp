// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cleanoperands.h"

#include <algorithm>
#include <array>

namespace expunge::pdf {
namespace {

constexpr qsizetype LongestNumber = 20;

// ISO 32000-1, annex A. In the order of the enumeration.
constexpr std::array Forms{
    OperatorForm{nullptr, nullptr},   // unknown
    OperatorForm{"q", ""},          OperatorForm{"Q", ""},
    OperatorForm{"cm", "nnnnnn"},   OperatorForm{"w", "n"},
    OperatorForm{"J", "n"},         OperatorForm{"j", "n"},
    OperatorForm{"M", "n"},         OperatorForm{"d", "an"},
    OperatorForm{"ri", nullptr},    OperatorForm{"i", "n"},
    OperatorForm{"gs", "N"},        OperatorForm{"m", "nn"},
    OperatorForm{"l", "nn"},        OperatorForm{"c", "nnnnnn"},
    OperatorForm{"v", "nnnn"},      OperatorForm{"y", "nnnn"},
    OperatorForm{"h", ""},          OperatorForm{"re", "nnnn"},
    OperatorForm{"S", ""},          OperatorForm{"s", ""},
    OperatorForm{"f", ""},          OperatorForm{"f*", ""},
    OperatorForm{"B", ""},          OperatorForm{"B*", ""},
    OperatorForm{"b", ""},          OperatorForm{"b*", ""},
    OperatorForm{"n", ""},          OperatorForm{"W", ""},
    OperatorForm{"W*", ""},         OperatorForm{"BT", ""},
    OperatorForm{"ET", ""},         OperatorForm{"Tc", "n"},
    OperatorForm{"Tw", "n"},        OperatorForm{"Tz", "n"},
    OperatorForm{"TL", "n"},        OperatorForm{"Tf", "Nn"},
    OperatorForm{"Tr", "n"},        OperatorForm{"Ts", "n"},
    OperatorForm{"Td", "nn"},       OperatorForm{"TD", "nn"},
    OperatorForm{"Tm", "nnnnnn"},   OperatorForm{"T*", ""},
    OperatorForm{"Tj", "s"},        OperatorForm{"TJ", "t"},
    OperatorForm{"'", "s"},         OperatorForm{"\"", "nns"},
    OperatorForm{"d0", "nn"},       OperatorForm{"d1", "nnnnnn"},
    OperatorForm{"CS", nullptr},    OperatorForm{"cs", nullptr},
    OperatorForm{"SC", nullptr},    OperatorForm{"SCN", nullptr},
    OperatorForm{"sc", nullptr},    OperatorForm{"scn", nullptr},
    OperatorForm{"G", "n"},         OperatorForm{"g", "n"},
    OperatorForm{"RG", "nnn"},      OperatorForm{"rg", "nnn"},
    OperatorForm{"K", "nnnn"},      OperatorForm{"k", "nnnn"},
    OperatorForm{"sh", "N"},        OperatorForm{"BI", nullptr},
    OperatorForm{"Do", "N"},        OperatorForm{"MP", nullptr},
    OperatorForm{"DP", nullptr},    OperatorForm{"BMC", nullptr},
    OperatorForm{"BDC", nullptr},   OperatorForm{"EMC", nullptr},
    OperatorForm{nullptr, nullptr},   // BX
    OperatorForm{nullptr, nullptr},   // EX
};
static_assert(Forms.size() == std::size_t(Operator::EndCompatibility) + 1);

bool isPlainDecimal(QByteArrayView raw)
{
    qsizetype at = !raw.isEmpty() && (raw[0] == '-' || raw[0] == '+') ? 1 : 0;
    int digits = 0;
    int points = 0;
    for (; at < raw.size(); ++at) {
        if (raw[at] == '.') {
            ++points;
        } else if (raw[at] >= '0' && raw[at] <= '9') {
            ++digits;
        } else {
            return false;
        }
    }
    return digits > 0 && points <= 1 && raw.size() <= LongestNumber;
}

bool isPlainHexadecimal(QByteArrayView raw)
{
    return raw.size() >= 2 && std::all_of(raw.begin() + 1, raw.end() - 1, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

// Walks back over an array that ends at token `last`; -1 when it does not fit.
int arrayBegin(const ContentStream &content, const Operation &operation, int last, bool strings)
{
    const Token *end = content.operand(operation, last);
    if (end->kind != TokenKind::ArrayEnd) {
        return -1;
    }
    for (int index = last - 1; index >= 0; --index) {
        const TokenKind kind = content.operand(operation, index)->kind;
        if (kind == TokenKind::ArrayBegin) {
            return index;
        }
        // Viewers pass over what else stands between shown strings; it is not copied.
        const bool passes = strings
                            && (kind == TokenKind::String || kind == TokenKind::Name
                                || kind == TokenKind::Boolean || kind == TokenKind::Null);
        if (kind != TokenKind::Number && !passes) {
            return -1;
        }
    }
    return -1;
}

}   // namespace

OperatorForm operatorForm(Operator op)
{
    return Forms[std::size_t(op)];
}

int fittingOperands(const ContentStream &content, const Operation &operation, const char *kinds)
{
    const QByteArrayView wanted(kinds);
    int index = operation.tokens;
    for (qsizetype kind = wanted.size() - 1; kind >= 0; --kind) {
        if (--index < 0) {
            return -1;
        }
        const TokenKind found = content.operand(operation, index)->kind;
        bool fits = false;
        switch (wanted[kind]) {
        case 'n':
            fits = found == TokenKind::Number;
            break;
        case 's':
            fits = found == TokenKind::String;
            break;
        case 'N':
            fits = found == TokenKind::Name;
            break;
        default:
            index = arrayBegin(content, operation, index, wanted[kind] == 't');
            fits = index >= 0;
            break;
        }
        if (!fits) {
            return -1;
        }
    }
    return index;
}

void appendNumber(QByteArray &bytes, const ContentStream &content, const Token &token)
{
    const QByteArrayView raw = content.raw(token);
    if (isPlainDecimal(raw)) {
        bytes += raw;
    } else {
        constexpr int Decimals = 10;
        bytes += writeNumber(token.number, Decimals);
    }
}

void appendString(QByteArray &bytes, const ContentStream &content, const Token &token)
{
    const QByteArrayView raw = content.raw(token);
    const bool whole =
        raw.size() >= 2
        && (raw.front() == '(' ? raw.back() == ')' : raw.back() == '>' && isPlainHexadecimal(raw));
    if (whole) {
        bytes += raw;
    } else {
        bytes += writeString(content.string(token));
    }
}

}   // namespace expunge::pdf
