// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/odf/odfhandlers.h"
#include "tests/support/zipbuilder.h"

#include <QtTest>

#include <algorithm>

namespace expunge::testing {

using OdfPtr = std::shared_ptr<const document::Document>;

inline const QByteArray odfText = "application/vnd.oasis.opendocument.text";
inline const QByteArray odfSlides = "application/vnd.oasis.opendocument.presentation";

/// Root element of an OpenDocument part with the namespaces that tests use.
inline QByteArray odfRoot(const QByteArray &name, const QByteArray &content)
{
    QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:" + name;
    for (const QByteArray &known :
         QByteArray("office style text table chart meta config presentation").split(' ')) {
        xml += " xmlns:" + known + "=\"urn:oasis:names:tc:opendocument:xmlns:" + known + ":1.0\"";
    }
    xml += " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
           " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
           " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
           " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
           " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\">";
    return xml + content + "</office:" + name + ">";
}

/// The parts of a small package, to which a test adds its own.
struct OdfBuilder
{
    QByteArray type = odfText;
    std::vector<std::pair<QByteArray, QByteArray>> parts;
    std::vector<std::pair<QByteArray, QByteArray>> folders = {};
    QByteArray entries = {};   // more of the manifest

    static OdfBuilder text(const QByteArray &body, const QByteArray &styles = {})
    {
        return {odfText,
                {{"content.xml",
                  odfRoot("document-content", "<office:automatic-styles>" + styles
                                                  + "</office:automatic-styles><office:body>"
                                                    "<office:text>"
                                                  + body + "</office:text></office:body>")}}};
    }

    static OdfBuilder slides(const QByteArray &pages, const QByteArray &styles = {})
    {
        return {odfSlides,
                {{"content.xml", odfRoot("document-content",
                                         "<office:automatic-styles>" + styles
                                             + "</office:automatic-styles><office:body>"
                                               "<office:presentation>"
                                             + pages + "</office:presentation></office:body>")},
                 {"styles.xml",
                  odfRoot("document-styles",
                          "<office:automatic-styles><style:page-layout style:name=\"pm1\">"
                          "<style:page-layout-properties fo:page-width=\"20cm\" "
                          "fo:page-height=\"10cm\"/></style:page-layout></office:automatic-styles>"
                          "<office:master-styles><style:master-page style:name=\"Default\" "
                          "style:page-layout-name=\"pm1\"/></office:master-styles>")}}};
    }

    QByteArray build() const
    {
        const auto entry = [](const QByteArray &name, const QByteArray &media) -> QByteArray {
            return "<manifest:file-entry manifest:full-path=\"" + name + "\" manifest:media-type=\""
                   + media + "\"/>";
        };
        QByteArray manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:"
                              "xmlns:manifest:1.0\">"
                              + entry("/", type);
        for (const auto &[name, media] : folders) {
            manifest += entry(name + "/", media);
        }
        ZipBuilder zip;
        ZipEntry mimetype;
        mimetype.name = "mimetype";
        mimetype.content = type;
        mimetype.deflate = false;
        zip.add(mimetype);
        for (const auto &[name, content] : parts) {
            manifest += entry(name, "text/xml");
            zip.add(name, content);
        }
        return zip.add("META-INF/manifest.xml", manifest + entries + "</manifest:manifest>")
            .build();
    }
};

inline base::Result<OdfPtr> tryOpen(const QByteArray &bytes, const QString &name)
{
    const auto handler = name.endsWith(QStringLiteral("odp"))   ? formats::odf::makeOdpHandler()
                         : name.endsWith(QStringLiteral("ods")) ? formats::odf::makeOdsHandler()
                                                                : formats::odf::makeOdtHandler();
    return handler->open({bytes, name}, {});
}

inline OdfPtr openOdf(const OdfBuilder &builder)
{
    const bool slides = builder.type.startsWith(odfSlides);
    auto document =
        tryOpen(builder.build(), slides ? QStringLiteral("a.odp") : QStringLiteral("a.odt"));
    return document ? *document : nullptr;
}

/// Texts that a reader of the pages sees.
inline QStringList shownTexts(const document::Document &document)
{
    QStringList texts;
    for (const document::TextUnit &unit : document.textUnits()) {
        if (unit.hiddenItem.isEmpty() && !unit.text.isEmpty()) {
            texts.append(unit.text);
        }
    }
    return texts;
}

inline const document::HiddenItem *hiddenOf(const document::Document &document,
                                            document::HiddenKind kind)
{
    for (const document::HiddenItem &item : document.hiddenItems()) {
        if (item.kind == kind) {
            return &item;
        }
    }
    return nullptr;
}

/// Replaces every occurrence of the values, and removes what is hidden.
inline document::RedactionPlan odfPlan(const document::Document &document,
                                       const QStringList &values,
                                       const QString &replacement = QStringLiteral("[GONE]"))
{
    document::RedactionPlan plan;
    for (const document::TextUnit &unit : document.textUnits()) {
        for (const QString &value : values) {
            for (auto at = unit.text.indexOf(value); at >= 0;
                 at = unit.text.indexOf(value, at + value.size())) {
                plan.spans.push_back(
                    {QStringLiteral("c1"),
                     {unit.index, static_cast<int>(at), static_cast<int>(at + value.size())},
                     replacement});
            }
        }
    }
    std::sort(plan.spans.begin(), plan.spans.end(),
              [](const auto &a, const auto &b) { return a.span < b.span; });
    return plan;
}

inline QByteArray appliedBytes(const document::Document &document,
                               const document::RedactionPlan &plan)
{
    const auto output = document.apply(plan, {});
    return output ? output->bytes : QByteArray();
}

inline QByteArray partOf(const document::Document &document, const QString &name)
{
    QByteArray bytes;
    const auto visited = document.visitParts([&](const document::PartView &part) {
        if (part.name == name) {
            bytes = part.bytes.toByteArray();
        }
    });
    return visited ? bytes : QByteArray();
}

}   // namespace expunge::testing
