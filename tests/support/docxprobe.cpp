// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/docxprobe.h"

#include "core/formats/ooxml/ooxmlhandlers.h"
#include "core/formats/ooxml/package.h"

#include <algorithm>

namespace expunge::testing {

OpenDocument openDocx(const QByteArray &bytes)
{
    const auto handler = formats::ooxml::makeDocxHandler();
    auto opened = handler->open({bytes, QStringLiteral("invented.docx")}, {});
    return opened ? *opened : nullptr;
}

const document::TextUnit *unitWith(const document::Document &document, const QString &text)
{
    for (const document::TextUnit &unit : document.textUnits()) {
        if (unit.text == text) {
            return &unit;
        }
    }
    return nullptr;
}

QStringList visibleTexts(const document::Document &document)
{
    QStringList texts;
    for (const document::TextUnit &unit : document.textUnits()) {
        const bool code =
            !unit.place.empty() && unit.place.back().kind == document::PlaceKind::Field;
        if (unit.hiddenItem.isEmpty() && unit.copyOf < 0 && !code) {
            texts.append(unit.text);
        }
    }
    return texts;
}

const document::HiddenItem *hiddenOf(const document::Document &document, document::HiddenKind kind)
{
    const auto &items = document.hiddenItems();
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const auto &item) { return item.kind == kind; });
    return found == items.end() ? nullptr : &*found;
}

document::RedactionPlan planFor(const document::Document &document,
                                const std::map<QString, QString> &values)
{
    document::RedactionPlan plan;
    for (const document::TextUnit &unit : document.textUnits()) {
        if (unit.copyOf >= 0) {
            continue;
        }
        for (const auto &[value, replacement] : values) {
            for (qsizetype at = unit.text.indexOf(value); at >= 0;
                 at = unit.text.indexOf(value, at + value.size())) {
                plan.spans.push_back(
                    {QStringLiteral("c%1").arg(plan.spans.size() + 1),
                     {unit.index, static_cast<int>(at), static_cast<int>(at + value.size())},
                     replacement});
            }
        }
    }
    std::sort(plan.spans.begin(), plan.spans.end(),
              [](const auto &a, const auto &b) { return a.span < b.span; });
    return plan;
}

void decide(document::RedactionPlan &plan, const document::Document &document,
            document::HiddenKind kind, document::HiddenAction action)
{
    for (const document::HiddenItem &item : document.hiddenItems()) {
        if (item.kind == kind) {
            plan.hidden[item.id] = action;
        }
    }
}

bool Written::contains(const QByteArray &text) const
{
    return targets.join(QChar(u' ')).toUtf8().contains(text)
           || std::any_of(parts.begin(), parts.end(), [&](const auto &part) {
                  return part.second.contains(text) || part.first.toUtf8().contains(text);
              });
}

QByteArray Written::part(const QString &name) const
{
    const auto found = parts.find(name);
    return found == parts.end() ? QByteArray() : found->second;
}

Written applied(const document::Document &document, const document::RedactionPlan &plan)
{
    Written written;
    auto output = document.apply(plan, {});
    if (!output) {
        return written;
    }
    written.bytes = output->bytes;
    written.applied = output->applied;
    written.document = openDocx(output->bytes);
    const auto package = formats::ooxml::Package::read(output->bytes, {}, {});
    if (package) {
        for (const formats::ooxml::Part &part : package->parts()) {
            written.parts[part.name] = part.bytes;
            for (const formats::ooxml::Relationship &relationship : part.relationships) {
                written.targets.append(relationship.target);
            }
        }
    }
    return written;
}

}   // namespace expunge::testing
