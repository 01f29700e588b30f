// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formatregistry.h"
#include "core/formats/odf/odfhandlers.h"
#include "core/formats/odf/odfpackage.h"
#include "tests/support/zipbuilder.h"

#include <QMap>

#include <algorithm>

namespace expunge::testing {

using SheetPtr = std::shared_ptr<const document::Document>;

/// What an OpenDocument spreadsheet of a test is made of.
struct OdsFile
{
    QByteArray sheets;                                      // what stands in office:spreadsheet
    QByteArray automaticStyles;                             // of content.xml
    QByteArray styles;                                      // what stands in office:document-styles
    std::vector<std::pair<QByteArray, QByteArray>> parts;   // others, by name
    std::vector<std::pair<QByteArray, QByteArray>> folders;   // name and media type
};

inline QByteArray odsNamespaces()
{
    QByteArray text;
    for (const auto &[prefix, last] :
         std::vector<std::pair<QByteArray, QByteArray>>{{"office", "office:1.0"},
                                                        {"style", "style:1.0"},
                                                        {"text", "text:1.0"},
                                                        {"table", "table:1.0"},
                                                        {"draw", "drawing:1.0"},
                                                        {"fo", "xsl-fo-compatible:1.0"},
                                                        {"svg", "svg-compatible:1.0"},
                                                        {"number", "datastyle:1.0"},
                                                        {"chart", "chart:1.0"},
                                                        {"form", "form:1.0"},
                                                        {"script", "script:1.0"},
                                                        {"meta", "meta:1.0"},
                                                        {"of", "of:1.2"}}) {
        text += " xmlns:" + prefix + "=\"urn:oasis:names:tc:opendocument:xmlns:" + last + '"';
    }
    return text
           + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
             "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
             "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:"
             "calcext:1.0\" office:version=\"1.3\"";
}

inline QByteArray odsBytes(const OdsFile &file)
{
    const QByteArray type = "application/vnd.oasis.opendocument.spreadsheet";
    const QByteArray declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    ZipBuilder zip;
    ZipEntry mimetype;
    mimetype.name = "mimetype";
    mimetype.content = type;
    mimetype.deflate = false;
    zip.add(mimetype);
    zip.add("content.xml", declaration + "<office:document-content" + odsNamespaces()
                               + "><office:automatic-styles>" + file.automaticStyles
                               + "</office:automatic-styles><office:body><office:spreadsheet>"
                               + file.sheets
                               + "</office:spreadsheet></office:body></office:document-content>");
    zip.add("styles.xml", declaration + "<office:document-styles" + odsNamespaces() + '>'
                              + file.styles + "</office:document-styles>");
    QByteArray manifest =
        declaration
        + "<manifest:manifest "
          "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
          "manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" "
          "manifest:media-type=\""
        + type + "\"/>";
    const auto list = [&manifest](const QByteArray &name, const QByteArray &media) {
        manifest += "<manifest:file-entry manifest:full-path=\"" + name
                    + "\" manifest:media-type=\"" + media + "\"/>";
    };
    list("content.xml", "text/xml");
    list("styles.xml", "text/xml");
    for (const auto &[name, media] : file.folders) {
        list(name + '/', media);
    }
    for (const auto &[name, content] : file.parts) {
        zip.add(name, content);
        list(name, name.endsWith(".xml") ? "text/xml" : "");
    }
    zip.add("META-INF/manifest.xml", manifest + "</manifest:manifest>");
    return zip.build();
}

/// A sheet by its name and what stands in it.
inline QByteArray odsTable(const QByteArray &name, const QByteArray &content,
                           const QByteArray &attributes = {})
{
    return "<table:table table:name=\"" + name + "\" " + attributes + '>' + content
           + "</table:table>";
}

inline QByteArray odsRow(const QByteArray &cells, const QByteArray &attributes = {})
{
    return "<table:table-row " + attributes + '>' + cells + "</table:table-row>";
}

inline QByteArray odsText(const QByteArray &text, const QByteArray &attributes = {})
{
    return "<table:table-cell office:value-type=\"string\" " + attributes + "><text:p>" + text
           + "</text:p></table:table-cell>";
}

inline QByteArray odsNumber(const QByteArray &value, const QByteArray &shown,
                            const QByteArray &attributes = {})
{
    return "<table:table-cell office:value-type=\"float\" office:value=\"" + value + "\" "
           + attributes + "><text:p>" + shown + "</text:p></table:table-cell>";
}

/// A registry that knows spreadsheets only.
inline base::Result<SheetPtr> openOds(const QByteArray &bytes,
                                      const QString &name = QStringLiteral("book.ods"))
{
    std::vector<std::unique_ptr<formats::FormatHandler>> handlers;
    handlers.push_back(formats::odf::makeOdsHandler());
    return formats::FormatRegistry(std::move(handlers)).open(formats::Source{bytes, name}, {});
}

/// Labels of all units and their texts.
inline QMap<QString, QString> odsTexts(const document::Document &document)
{
    QMap<QString, QString> texts;
    for (const document::TextUnit &unit : document.textUnits()) {
        texts.insert(document::placeLabel(unit.place), unit.text);
    }
    return texts;
}

/// Replaces every occurrence of the terms; hidden items are removed unless their kind is kept.
inline document::RedactionPlan odsPlan(const document::Document &document,
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

/// The parts of a written spreadsheet, by name; empty if it is none.
inline QMap<QString, QByteArray> odsParts(const QByteArray &bytes)
{
    QMap<QString, QByteArray> parts;
    const auto package = formats::odf::OdfPackage::read({bytes, QStringLiteral("out.ods")}, {});
    if (package) {
        for (const formats::odf::OdfPart &part : package->parts()) {
            parts.insert(part.name, part.bytes);
        }
        for (const formats::odf::OdfPart &part : package->containerParts()) {
            parts.insert(part.name, part.bytes);
        }
    }
    return parts;
}

/// What a scrub of a file left, opened again.
struct OdsScrubbed
{
    QByteArray bytes;
    QMap<QString, QByteArray> parts;
    QMap<QString, QString> texts;
    document::Applied applied;
    QByteArray content() const { return parts.value(QStringLiteral("content.xml")); }
    bool holds(const char *wanted) const
    {
        return std::any_of(parts.begin(), parts.end(),
                           [wanted](const QByteArray &part) { return part.contains(wanted); });
    }
};

inline OdsScrubbed scrubOds(const OdsFile &file, const QMap<QString, QString> &terms,
                            const std::vector<document::HiddenKind> &kept = {})
{
    OdsScrubbed result;
    const auto document = openOds(odsBytes(file));
    if (!document) {
        return result;
    }
    const auto output = (*document)->apply(odsPlan(**document, terms, kept), {});
    const auto again = output ? openOds(output->bytes) : base::Result<SheetPtr>(SheetPtr());
    if (output && again && *again != nullptr) {
        result.bytes = output->bytes;
        result.applied = output->applied;
        result.parts = odsParts(output->bytes);
        result.texts = odsTexts(**again);
    }
    return result;
}

}   // namespace expunge::testing
