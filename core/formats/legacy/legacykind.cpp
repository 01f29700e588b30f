// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/legacy/legacykind.h"

#include "core/formats/ooxml/compoundfile.h"
#include "core/formats/ooxml/package.h"

namespace expunge::formats::legacy {

using namespace Qt::StringLiterals;
using ooxml::CompoundKind;

namespace {

/// [MS-XLSB] 2.1.7.62: the content type of the main part, with and without macros.
bool isBinaryWorkbook(const QByteArray &bytes)
{
    // Entry names are not compressed, so other packages need no reading here.
    if (!bytes.startsWith("PK") || !bytes.contains(".bin")) {
        return false;
    }
    if (bytes.contains("word/document.") || bytes.contains("ppt/presentation.")
        || bytes.contains("xl/workbook.xml")) {
        return false;
    }
    const auto package = ooxml::Package::read(bytes, {}, {});
    const ooxml::Part *main = package ? package->mainPart() : nullptr;
    return main != nullptr
           && main->contentType.startsWith(u"application/vnd.ms-excel.sheet.binary"_s,
                                           Qt::CaseInsensitive);
}

/// The first group of a Rich Text file is \rtf (Rich Text Format 1.9.1, "File Contents").
bool isRichText(const QByteArray &bytes)
{
    QByteArray head = bytes.left(64);
    if (head.startsWith("\xef\xbb\xbf")) {
        head = head.mid(3);
    }
    return head.trimmed().startsWith("{\\rtf");
}

}   // namespace

std::optional<LegacyKind> legacyKindOf(const QByteArray &bytes)
{
    switch (ooxml::describeCompound(bytes)) {
    case CompoundKind::LegacyWord:
        return LegacyKind{u"doc"_s, u"docx"_s, u"Word 97-2003 document"_s};
    case CompoundKind::LegacyExcel:
        return LegacyKind{u"xls"_s, u"xlsx"_s, u"Excel 97-2003 workbook"_s};
    case CompoundKind::LegacyPowerPoint:
        return LegacyKind{u"ppt"_s, u"pptx"_s, u"PowerPoint 97-2003 presentation"_s};
    case CompoundKind::EncryptedPackage:
    case CompoundKind::EncryptedLegacy:
    case CompoundKind::RightsManaged:
    case CompoundKind::CutOff:
    case CompoundKind::Other:
        return std::nullopt;
    case CompoundKind::None:
        break;
    }
    if (isRichText(bytes)) {
        return LegacyKind{u"rtf"_s, u"docx"_s, u"Rich Text document"_s};
    }
    if (isBinaryWorkbook(bytes)) {
        return LegacyKind{u"xlsb"_s, u"xlsx"_s, u"binary Excel workbook"_s};
    }
    return std::nullopt;
}

}   // namespace expunge::formats::legacy
