// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scrub/leakcheck.h"
#include "tests/core/xlsx/workbooktesting.h"
#include "tests/support/pptxbuilder.h"

namespace expunge::testing {

/// A registry that knows presentations only.
inline formats::FormatRegistry presentationRegistry()
{
    std::vector<std::unique_ptr<formats::FormatHandler>> handlers;
    handlers.push_back(formats::ooxml::makePptxHandler());
    return formats::FormatRegistry(std::move(handlers));
}

/// Null if the bytes are refused.
inline DocumentPtr openPresentation(const QByteArray &bytes)
{
    const auto opened = presentationRegistry().open({bytes, QStringLiteral("deck.pptx")}, {});
    return opened ? *opened : nullptr;
}

/// Item of a kind; null if there is none.
inline const document::HiddenItem *itemOf(const document::Document &document,
                                          document::HiddenKind kind)
{
    const auto &items = document.hiddenItems();
    const auto found = std::find_if(items.begin(), items.end(),
                                    [kind](const auto &item) { return item.kind == kind; });
    return found == items.end() ? nullptr : &*found;
}

/// What a scrub gives.
struct ScrubbedDeck
{
    QByteArray bytes;
    QMap<QString, QByteArray> parts;
    DocumentPtr document;
    QStringList leaks;   // what the independent check finds

    bool contains(const QByteArray &text) const
    {
        return std::any_of(parts.begin(), parts.end(),
                           [&text](const QByteArray &part) { return part.contains(text); });
    }
};

/// Replaces every occurrence of the terms; hidden items are removed unless their kind is kept.
inline ScrubbedDeck scrubbed(const QByteArray &bytes, const QMap<QString, QString> &terms = {},
                             const std::vector<document::HiddenKind> &kept = {})
{
    ScrubbedDeck result;
    const DocumentPtr document = openPresentation(bytes);
    if (!document) {
        return result;
    }
    scrub::Expectation expected;
    expected.original = document;
    expected.plan = planFor(*document, terms, kept);
    for (const document::SpanRedaction &redaction : expected.plan.spans) {
        const auto &unit = document->textUnits()[static_cast<size_t>(redaction.span.unit)];
        expected.values.push_back(
            {redaction.id, unit.text.mid(redaction.span.begin, redaction.span.length()), true});
    }
    const auto output = document->apply(expected.plan, {});
    if (!output) {
        return result;
    }
    expected.adjusted = output->applied.adjusted;
    result.bytes = output->bytes;
    result.parts = partsOf(output->bytes);
    result.document = openPresentation(output->bytes);
    const formats::FormatRegistry registry = presentationRegistry();
    const auto report =
        scrub::LeakCheck(registry).run({output->bytes, QStringLiteral("out.pptx")}, expected, {});
    if (report) {
        for (const scrub::Leak &leak : report->leaks) {
            result.leaks.append(leak.part + QStringLiteral(": ") + leak.how);
        }
    } else {
        result.leaks.append(QStringLiteral("not checked"));
    }
    return result;
}

}   // namespace expunge::testing
