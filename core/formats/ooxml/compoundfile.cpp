// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/compoundfile.h"

#include <QStringDecoder>
#include <QtEndian>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype directoryEntrySize = 128;   // [MS-CFB] 2.6.1

/// The name of a directory entry in lower case; empty if these 128 bytes are none.
QString entryName(const QByteArray &bytes, qsizetype at)
{
    const auto length = qFromLittleEndian<quint16>(bytes.constData() + at + 64);
    const auto type = static_cast<uchar>(bytes[at + 66]);
    const bool plausible =
        length >= 4 && length <= 64 && length % 2 == 0 && (type == 1 || type == 2 || type == 5);
    if (!plausible || bytes[at + length - 2] != 0 || bytes[at + length - 1] != 0) {
        return {};
    }
    QStringDecoder decoder(QStringDecoder::Utf16LE);
    const QString name = decoder.decode(QByteArrayView(bytes).sliced(at, length - 2));
    return name.toLower();
}

}   // namespace

CompoundKind describeCompound(const QByteArray &bytes)
{
    if (!bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        return CompoundKind::None;
    }
    QStringList names;
    // Sectors are aligned to 512 bytes or more, so every entry stands at a multiple of 128,
    // wherever the directory is.
    for (qsizetype at = 512; at + directoryEntrySize <= bytes.size(); at += directoryEntrySize) {
        const QString name = entryName(bytes, at);
        if (!name.isEmpty()) {
            names.append(name);
        }
    }
    const auto holds = [&names](const QString &name) { return names.contains(name); };
    if (std::any_of(names.begin(), names.end(), [](const QString &name) {
            return name.startsWith(u"\tdrm"_s) || name.startsWith(u"drmencrypted"_s);
        })) {
        return CompoundKind::RightsManaged;
    }
    if (holds(u"encryptedpackage"_s) || holds(u"encryptioninfo"_s)) {
        return CompoundKind::EncryptedPackage;
    }
    if (holds(u"worddocument"_s)) {
        return CompoundKind::LegacyWord;
    }
    if (holds(u"powerpoint document"_s)) {
        return CompoundKind::LegacyPowerPoint;
    }
    if (holds(u"workbook"_s) || holds(u"book"_s)) {
        return CompoundKind::LegacyExcel;
    }
    return CompoundKind::Other;
}

base::Error notAPackage(const QByteArray &bytes, const QString &path)
{
    switch (describeCompound(bytes)) {
    case CompoundKind::EncryptedPackage:
        return {base::ErrorCode::Encrypted, path, {}};
    case CompoundKind::RightsManaged:
        return {base::ErrorCode::RightsManaged, path, {}};
    case CompoundKind::LegacyWord:
        return {base::ErrorCode::LegacyOffice, path, u"Word 97-2003 document (.doc)"_s};
    case CompoundKind::LegacyExcel:
        return {base::ErrorCode::LegacyOffice, path, u"Excel 97-2003 workbook (.xls)"_s};
    case CompoundKind::LegacyPowerPoint:
        return {base::ErrorCode::LegacyOffice, path, u"PowerPoint 97-2003 presentation (.ppt)"_s};
    case CompoundKind::Other:
        return {base::ErrorCode::ContentMismatch, path, u"compound file"_s};
    case CompoundKind::None:
        break;
    }
    return {base::ErrorCode::Damaged, path, {}};
}

}   // namespace expunge::formats::ooxml
