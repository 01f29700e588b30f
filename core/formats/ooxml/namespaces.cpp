// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/namespaces.h"

#include <array>

namespace expunge::formats::ooxml {

namespace {

struct KnownNamespace
{
    QByteArrayView prefix;
    QByteArrayView transitional;
    QByteArrayView strict;   // empty: the same in both
};

// ECMA-376 part 1, annex A (Strict) and part 4, annex A (Transitional); [MS-DOCX] 2.2,
// [MS-ODRAWXML] 2.2.
constexpr std::array knownNamespaces = {
    KnownNamespace{"w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                   "http://purl.oclc.org/ooxml/wordprocessingml/main"},
    KnownNamespace{"r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                   "http://purl.oclc.org/ooxml/officeDocument/relationships"},
    KnownNamespace{"m", "http://schemas.openxmlformats.org/officeDocument/2006/math",
                   "http://purl.oclc.org/ooxml/officeDocument/math"},
    KnownNamespace{"a", "http://schemas.openxmlformats.org/drawingml/2006/main",
                   "http://purl.oclc.org/ooxml/drawingml/main"},
    KnownNamespace{"wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
                   "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"},
    KnownNamespace{"pic", "http://schemas.openxmlformats.org/drawingml/2006/picture",
                   "http://purl.oclc.org/ooxml/drawingml/picture"},
    KnownNamespace{"c", "http://schemas.openxmlformats.org/drawingml/2006/chart",
                   "http://purl.oclc.org/ooxml/drawingml/chart"},
    KnownNamespace{"cdr", "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing",
                   "http://purl.oclc.org/ooxml/drawingml/chartDrawing"},
    KnownNamespace{"dgm", "http://schemas.openxmlformats.org/drawingml/2006/diagram",
                   "http://purl.oclc.org/ooxml/drawingml/diagram"},
    KnownNamespace{"lc", "http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas",
                   "http://purl.oclc.org/ooxml/drawingml/lockedCanvas"},
    KnownNamespace{"xdr", "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
                   "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing"},
    KnownNamespace{"x", "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                   "http://purl.oclc.org/ooxml/spreadsheetml/main"},
    KnownNamespace{"p", "http://schemas.openxmlformats.org/presentationml/2006/main",
                   "http://purl.oclc.org/ooxml/presentationml/main"},
    KnownNamespace{"sl", "http://schemas.openxmlformats.org/schemaLibrary/2006/main",
                   "http://purl.oclc.org/ooxml/schemaLibrary/main"},
    KnownNamespace{"ds", "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
                   "http://purl.oclc.org/ooxml/officeDocument/customXml"},
    KnownNamespace{"ep",
                   "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
                   "http://purl.oclc.org/ooxml/officeDocument/extendedProperties"},
    KnownNamespace{"op", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
                   "http://purl.oclc.org/ooxml/officeDocument/customProperties"},
    KnownNamespace{"vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
                   "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"},
    KnownNamespace{"b", "http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
                   "http://purl.oclc.org/ooxml/officeDocument/bibliography"},
    KnownNamespace{"ct", "http://schemas.openxmlformats.org/package/2006/content-types", {}},
    KnownNamespace{"pr", "http://schemas.openxmlformats.org/package/2006/relationships", {}},
    KnownNamespace{
        "cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", {}},
    KnownNamespace{"dc", "http://purl.org/dc/elements/1.1/", {}},
    KnownNamespace{"dcterms", "http://purl.org/dc/terms/", {}},
    KnownNamespace{"dcmitype", "http://purl.org/dc/dcmitype/", {}},
    KnownNamespace{"xsi", "http://www.w3.org/2001/XMLSchema-instance", {}},
    KnownNamespace{"mc", "http://schemas.openxmlformats.org/markup-compatibility/2006", {}},
    KnownNamespace{"v", "urn:schemas-microsoft-com:vml", {}},
    KnownNamespace{"o", "urn:schemas-microsoft-com:office:office", {}},
    KnownNamespace{"w10", "urn:schemas-microsoft-com:office:word", {}},
    KnownNamespace{"xvml", "urn:schemas-microsoft-com:office:excel", {}},
    KnownNamespace{"wne", "http://schemas.microsoft.com/office/word/2006/wordml", {}},
    KnownNamespace{"w14", "http://schemas.microsoft.com/office/word/2010/wordml", {}},
    KnownNamespace{
        "wp14", "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing", {}},
    KnownNamespace{"wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape", {}},
    KnownNamespace{"wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", {}},
    KnownNamespace{"wpc", "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", {}},
    KnownNamespace{"w15", "http://schemas.microsoft.com/office/word/2012/wordml", {}},
    KnownNamespace{"w16se", "http://schemas.microsoft.com/office/word/2015/wordml/symex", {}},
    KnownNamespace{"w16cid", "http://schemas.microsoft.com/office/word/2016/wordml/cid", {}},
    KnownNamespace{"w16", "http://schemas.microsoft.com/office/word/2018/wordml", {}},
    KnownNamespace{"w16cex", "http://schemas.microsoft.com/office/word/2018/wordml/cex", {}},
    KnownNamespace{
        "w16sdtdh", "http://schemas.microsoft.com/office/word/2020/wordml/sdtdatahash", {}},
    KnownNamespace{
        "w16sdtfl", "http://schemas.microsoft.com/office/word/2024/wordml/sdtformatlock", {}},
    KnownNamespace{"w16du", "http://schemas.microsoft.com/office/word/2023/wordml/word16du", {}},
    KnownNamespace{"a14", "http://schemas.microsoft.com/office/drawing/2010/main", {}},
    KnownNamespace{"a15", "http://schemas.microsoft.com/office/drawing/2012/main", {}},
    KnownNamespace{"a16", "http://schemas.microsoft.com/office/drawing/2014/main", {}},
    KnownNamespace{"adec", "http://schemas.microsoft.com/office/drawing/2017/decorative", {}},
    KnownNamespace{"asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main", {}},
    KnownNamespace{"pic14", "http://schemas.microsoft.com/office/drawing/2010/picture", {}},
    KnownNamespace{"x14", "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main", {}},
    KnownNamespace{"xm", "http://schemas.microsoft.com/office/excel/2006/main", {}},
    KnownNamespace{"c14", "http://schemas.microsoft.com/office/drawing/2007/8/2/chart", {}},
    KnownNamespace{"c15", "http://schemas.microsoft.com/office/drawing/2012/chart", {}},
    KnownNamespace{"c16", "http://schemas.microsoft.com/office/drawing/2014/chart", {}},
    KnownNamespace{"c16r2", "http://schemas.microsoft.com/office/drawing/2015/06/chart", {}},
    KnownNamespace{"c16r3", "http://schemas.microsoft.com/office/drawing/2017/03/chart", {}},
    KnownNamespace{"cs", "http://schemas.microsoft.com/office/drawing/2012/chartStyle", {}},
    KnownNamespace{"dsp", "http://schemas.microsoft.com/office/drawing/2008/diagram", {}},
    KnownNamespace{"dgm14", "http://schemas.microsoft.com/office/drawing/2010/diagram", {}},
    // [MS-PPTX] 2.2
    KnownNamespace{"p14", "http://schemas.microsoft.com/office/powerpoint/2010/main", {}},
    KnownNamespace{"p15", "http://schemas.microsoft.com/office/powerpoint/2012/main", {}},
    KnownNamespace{"p159", "http://schemas.microsoft.com/office/powerpoint/2015/09/main", {}},
    KnownNamespace{"p188", "http://schemas.microsoft.com/office/powerpoint/2018/8/main", {}},
    KnownNamespace{"thm15", "http://schemas.microsoft.com/office/thememl/2012/main", {}},
    KnownNamespace{"xml", "http://www.w3.org/XML/1998/namespace", {}},
};

// OpenDocument 1.3 part 3, 1.4 (namespaces), and those that LibreOffice adds to it. The vocabulary
// of each format says what of a namespace may stand in it.
constexpr std::array openDocumentNamespaces = {
    KnownNamespace{"office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0", {}},
    KnownNamespace{"style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0", {}},
    KnownNamespace{"text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0", {}},
    KnownNamespace{"table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0", {}},
    KnownNamespace{"draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", {}},
    KnownNamespace{"fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", {}},
    KnownNamespace{"svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", {}},
    KnownNamespace{"meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0", {}},
    KnownNamespace{"number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", {}},
    KnownNamespace{"chart", "urn:oasis:names:tc:opendocument:xmlns:chart:1.0", {}},
    KnownNamespace{"dr3d", "urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0", {}},
    KnownNamespace{"form", "urn:oasis:names:tc:opendocument:xmlns:form:1.0", {}},
    KnownNamespace{"script", "urn:oasis:names:tc:opendocument:xmlns:script:1.0", {}},
    KnownNamespace{"config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0", {}},
    KnownNamespace{"presentation", "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0", {}},
    KnownNamespace{"anim", "urn:oasis:names:tc:opendocument:xmlns:animation:1.0", {}},
    KnownNamespace{"smil", "urn:oasis:names:tc:opendocument:xmlns:smil-compatible:1.0", {}},
    KnownNamespace{"db", "urn:oasis:names:tc:opendocument:xmlns:database:1.0", {}},
    KnownNamespace{"manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", {}},
    KnownNamespace{"of", "urn:oasis:names:tc:opendocument:xmlns:of:1.2", {}},
    KnownNamespace{"xlink", "http://www.w3.org/1999/xlink", {}},
    KnownNamespace{"math", "http://www.w3.org/1998/Math/MathML", {}},
    KnownNamespace{"xforms", "http://www.w3.org/2002/xforms", {}},
    KnownNamespace{"dom", "http://www.w3.org/2001/xml-events", {}},
    KnownNamespace{"xhtml", "http://www.w3.org/1999/xhtml", {}},
    KnownNamespace{"ooo", "http://openoffice.org/2004/office", {}},
    KnownNamespace{"ooow", "http://openoffice.org/2004/writer", {}},
    KnownNamespace{"oooc", "http://openoffice.org/2004/calc", {}},
    KnownNamespace{"tableooo", "http://openoffice.org/2009/table", {}},
    KnownNamespace{"drawooo", "http://openoffice.org/2010/draw", {}},
    KnownNamespace{
        "calcext", "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", {}},
    KnownNamespace{
        "loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", {}},
    KnownNamespace{"field", "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0", {}},
};

using Meanings = QHash<QString, NamespaceMeaning>;

Meanings meaningsByName()
{
    Meanings result;
    for (const KnownNamespace &known : knownNamespaces) {
        const QByteArray prefix = known.prefix.toByteArray();
        result.insert(QString::fromLatin1(known.transitional), {prefix, false});
        if (!known.strict.isEmpty()) {
            result.insert(QString::fromLatin1(known.strict), {prefix, true});
        }
    }
    for (const KnownNamespace &known : openDocumentNamespaces) {
        result.insert(QString::fromLatin1(known.transitional), {known.prefix.toByteArray(), false});
    }
    return result;
}

template<typename Table>
const KnownNamespace *findPrefix(const Table &table, QByteArrayView prefix)
{
    const auto *found =
        std::find_if(table.begin(), table.end(),
                     [prefix](const KnownNamespace &known) { return known.prefix == prefix; });
    return found == table.end() ? nullptr : found;
}

}   // namespace

NamespaceMeaning namespaceMeaning(QStringView uri)
{
    static const Meanings meanings = meaningsByName();
    return meanings.value(uri.toString());
}

QByteArray namespaceName(QByteArrayView prefix, bool strict)
{
    const KnownNamespace *found = findPrefix(knownNamespaces, prefix);
    found = found == nullptr ? findPrefix(openDocumentNamespaces, prefix) : found;
    if (found == nullptr) {
        return {};
    }
    return (strict && !found->strict.isEmpty() ? found->strict : found->transitional).toByteArray();
}

}   // namespace expunge::formats::ooxml
