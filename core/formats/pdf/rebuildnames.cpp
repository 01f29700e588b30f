// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/rebuildnames.h"

namespace expunge::pdf {

namespace {

/// In which category of the resources an operator looks up its name (7.8.3), and with which of its
/// operands.
struct NamePlace
{
    const char *category = nullptr;
    bool last = false;   // the last operand; else the first
};

NamePlace placeOf(Operator op)
{
    switch (static_cast<int>(op)) {
    case static_cast<int>(Operator::Font):
        return {"Font"};
    case static_cast<int>(Operator::Paint):
        return {"XObject"};
    case static_cast<int>(Operator::State):
        return {"ExtGState"};
    case static_cast<int>(Operator::Shading):
        return {"Shading"};
    case static_cast<int>(Operator::StrokeSpace):
    case static_cast<int>(Operator::FillSpace):
        return {"ColorSpace"};
    case static_cast<int>(Operator::StrokeColourNamed):
    case static_cast<int>(Operator::FillColourNamed):
        return {"Pattern", true};
    case static_cast<int>(Operator::BeginMarkedProperties):
    case static_cast<int>(Operator::MarkPointProperties):
        return {"Properties", true};
    default:
        return {};
    }
}

}   // namespace

QByteArray NameMerger::merge(const CleanContent &clean)
{
    std::map<QByteArray, std::map<QByteArray, QByteArray>> common;   // by the stream's own name
    for (const auto &[category, renamed] : clean.names) {
        std::map<QByteArray, QByteArray> &known = m_names[category];
        for (const auto &[before, after] : renamed) {
            const auto place =
                known.try_emplace(before, "R" + QByteArray::number(known.size() + 1)).first;
            common[category][after] = place->second;
        }
    }
    if (common.empty()) {
        return clean.bytes;
    }
    const ContentStream content = readContent(clean.bytes);
    QByteArray bytes;
    qsizetype copied = 0;
    for (const Operation &operation : content.operations) {
        const NamePlace place = placeOf(operation.op);
        const Token *token =
            place.category == nullptr
                ? nullptr
                : content.operand(operation, place.last ? operation.tokens - 1 : 0);
        if (token == nullptr || token->kind != TokenKind::Name) {
            continue;
        }
        const auto &renamed = common[place.category];
        if (const auto name = renamed.find(content.name(*token)); name != renamed.end()) {
            bytes += content.bytes.mid(copied, token->begin - copied) + writeName(name->second);
            copied = token->end;
        }
    }
    return bytes + content.bytes.mid(copied);
}

}   // namespace expunge::pdf
