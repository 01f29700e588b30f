// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formatregistry.h"
#include "core/formats/ooxml/ooxmlhandlers.h"
#include "core/formats/ooxml/package.h"

#include <QMap>

namespace expunge::testing {

using DocumentPtr = std::shared_ptr<const document::Document>;

/// A registry that knows workbooks only.
inline formats::FormatRegistry workbookRegistry()
{
    std::vector<std::unique_ptr<formats::FormatHandler>> handlers;
    handlers.push_back(formats::ooxml::makeXlsxHandler());
    return formats::FormatRegistry(std::move(handlers));
}

inline base::Result<DocumentPtr> openWorkbook(const QByteArray &bytes,
                                              const QString &name = QStringLiteral("book.xlsx"))
{
    return workbookRegistry().open(formats::Source{bytes, name}, {});
}

/// Labels of all units and their texts.
inline QMap<QString, QString> unitTexts(const document::Document &document)
{
    QMap<QString, QString> texts;
    for (const document::TextUnit &unit : document.textUnits()) {
        texts.insert(document::placeLabel(unit.place), unit.text);
    }
    return texts;
}

inline QStringList allTexts(const document::Document &document)
{
    QStringList texts;
    for (const document::TextUnit &unit : document.textUnits()) {
        texts.append(unit.text);
    }
    return texts;
}

/// Replaces every occurrence of the terms; hidden items are removed unless their kind is kept.
inline document::RedactionPlan planFor(const document::Document &document,
                                       const QMap<QString, QString> &terms,
                                       const std::vector<document::HiddenKind> &kept = {})
{
    document::RedactionPlan plan;
    for (const document::TextUnit &unit : document.textUnits()) {
        for (auto term = terms.begin(); term != terms.end() && unit.copyOf < 0; ++term) {
            for (auto at = unit.text.indexOf(term.key()); at >= 0;
                 at = unit.text.indexOf(term.key(), at + term.key().size())) {
                const document::Span span{unit.index, static_cast<int>(at),
                                          static_cast<int>(at + term.key().size())};
                plan.spans.push_back(
                    {QStringLiteral("c%1").arg(plan.spans.size()), span, term.value()});
            }
        }
    }
    std::sort(plan.spans.begin(), plan.spans.end(),
              [](const auto &a, const auto &b) { return a.span < b.span; });
    for (const document::HiddenItem &item : document.hiddenItems()) {
        const bool stays = std::find(kept.begin(), kept.end(), item.kind) != kept.end();
        plan.hidden[item.id] =
            stays ? document::HiddenAction::Keep : document::HiddenAction::Remove;
    }
    return plan;
}

/// The parts of a written workbook, by name; empty if it is none.
inline QMap<QString, QByteArray> partsOf(const QByteArray &bytes)
{
    QMap<QString, QByteArray> parts;
    const auto package = formats::ooxml::Package::read(bytes, QStringLiteral("out.xlsx"), {});
    if (package) {
        for (const formats::ooxml::Part &part : package->parts()) {
            parts.insert(part.name, part.bytes);
        }
        for (const auto &[name, content] : package->containerParts()) {
            parts.insert(name, content);
        }
    }
    return parts;
}

}   // namespace expunge::testing
