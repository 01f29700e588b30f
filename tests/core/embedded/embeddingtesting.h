// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formatregistry.h"
#include "core/scrub/leakcheck.h"
#include "tests/core/xlsx/workbooktesting.h"
#include "tests/support/docxbuilder.h"
#include "tests/support/pptxbuilder.h"
#include "tests/support/xlsxbuilder.h"

namespace expunge::testing {

/// What a scrub of a file of any format gives.
struct ScrubbedFile
{
    QByteArray bytes;
    QMap<QString, QByteArray> parts;
    DocumentPtr document;
    document::Applied applied;
    QStringList leaks;   // what the independent check finds

    bool contains(const QByteArray &text) const
    {
        return std::any_of(parts.begin(), parts.end(),
                           [&text](const QByteArray &part) { return part.contains(text); });
    }
};

/// Opens a file of any format; null if it is refused.
inline DocumentPtr openAny(const QByteArray &bytes)
{
    const auto registry = formats::builtinFormats();
    for (const char *suffix : {"docx", "xlsx", "pptx"}) {
        if (const auto opened =
                registry.open({bytes, QStringLiteral("in.") + QLatin1StringView(suffix)}, {})) {
            return *opened;
        }
    }
    return nullptr;
}

/// Carries out a plan, and has the result checked.
inline ScrubbedFile carriedOut(const DocumentPtr &document, const document::RedactionPlan &plan)
{
    ScrubbedFile result;
    scrub::Expectation expected;
    expected.original = document;
    expected.plan = plan;
    for (const document::SpanRedaction &redaction : plan.spans) {
        const auto &unit = document->textUnits()[static_cast<size_t>(redaction.span.unit)];
        const bool there = unit.hiddenItem.isEmpty()
                           || plan.hidden.at(unit.hiddenItem) == document::HiddenAction::Keep;
        if (there) {
            expected.values.push_back(
                {redaction.id, unit.text.mid(redaction.span.begin, redaction.span.length()), true});
        }
    }
    const auto output = document->apply(plan, {});
    if (!output) {
        result.leaks.append(QStringLiteral("not written"));
        return result;
    }
    expected.adjusted = output->applied.adjusted;
    result.applied = output->applied;
    result.bytes = output->bytes;
    result.parts = partsOf(output->bytes);
    result.document = openAny(output->bytes);
    const auto registry = formats::builtinFormats();
    const auto report = scrub::LeakCheck(registry).run(
        {output->bytes, QStringLiteral("out.") + document->info().suffix}, expected, {});
    if (!report) {
        result.leaks.append(QStringLiteral("not checked"));
        return result;
    }
    for (const scrub::Leak &leak : report->leaks) {
        result.leaks.append(leak.part + QStringLiteral(": ") + leak.how);
    }
    return result;
}

/// Replaces every occurrence of the terms; hidden items are removed unless their kind is kept.
inline ScrubbedFile scrubbedFile(const QByteArray &bytes, const QMap<QString, QString> &terms = {},
                                 const std::vector<document::HiddenKind> &kept = {})
{
    const DocumentPtr document = openAny(bytes);
    ScrubbedFile refused;
    refused.leaks.append(QStringLiteral("not opened"));
    return document ? carriedOut(document, planFor(*document, terms, kept)) : refused;
}

/// One grey pixel.
inline QByteArray greyPixel()
{
    return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mO4"
                                  "CQAA2wDayV3H9QAAAABJRU5ErkJggg==");
}

/// A workbook with a person, and with an author who is no cell.
inline XlsxBuilder namedWorkbook()
{
    XlsxBuilder builder;
    builder.strings({"<t>Mirelle Osterwick</t>", "<t>plain words</t>"})
        .sheet({"Plan",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                "</row>",
                {},
                {},
                {}})
        .part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
              "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/"
              "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
              "<dc:creator>Quentin Hallbrook</dc:creator></cp:coreProperties>")
        .relate({}, "rIdCore",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                "core-properties",
                "docProps/core.xml");
    return builder;
}

/// A Word document that shows a file as an object with a picture.
inline DocxBuilder documentAround(const QByteArray &file, const QByteArray &part,
                                  const QByteArray &kind = "package")
{
    DocxBuilder builder;
    builder.part("word/media/image1.png", "image/png", greyPixel(), "rIdP", "image")
        .part(part, "application/octet-stream", file, "rIdE", kind)
        .body(paragraph(run("Written for Mirelle Osterwick.")))
        .body(paragraph("<w:r><w:object w:dxaOrig=\"1000\" w:dyaOrig=\"500\"><v:shape "
                        "id=\"_x0000_i1025\" style=\"width:50pt;height:25pt\"><v:imagedata "
                        "r:id=\"rIdP\"/></v:shape><o:OLEObject Type=\"Embed\" "
                        "ProgID=\"Excel.Sheet.12\" ShapeID=\"_x0000_i1025\" "
                        "DrawAspect=\"Content\" ObjectID=\"_1700000000\" r:id=\"rIdE\"/>"
                        "</w:object></w:r>"));
    return builder;
}

/// The embedded file of an output, read again; null if there is none.
inline DocumentPtr embeddedIn(const ScrubbedFile &file, const QString &part)
{
    return file.parts.contains(part) ? openAny(file.parts.value(part)) : nullptr;
}

}   // namespace expunge::testing
