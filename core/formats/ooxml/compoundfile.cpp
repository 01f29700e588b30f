// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/compoundfile.h"

#include "core/formats/ooxml/compoundreader.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

/// [MS-DOC] 2.5.2: the bit fEncrypted of the file information block.
bool isEncryptedWord(const CompoundReader &file)
{
    const QByteArray block = file.beginning(u"worddocument"_s);
    return block.size() >= 12 && read16(block, 0) == 0xa5ec && (read16(block, 10) & 0x0100) != 0;
}

/// [MS-XLS] 2.1.7.20.1: a record FilePass, if there is one, is among the first of the stream.
bool isEncryptedExcel(const CompoundReader &file)
{
    QByteArray records = file.beginning(u"workbook"_s);
    if (records.isEmpty()) {
        records = file.beginning(u"book"_s);
    }
    for (qsizetype at = 0; at + 4 <= records.size(); at += 4 + read16(records, at + 2)) {
        if (read16(records, at) == 0x002f) {
            return true;
        }
    }
    return false;
}

/// [MS-PPT] 2.3.2: the token of an encrypted document; 2.3.7: its properties, encrypted.
bool isEncryptedPowerPoint(const CompoundReader &file)
{
    const QByteArray user = file.beginning(u"current user"_s);
    return file.holds(u"encryptedsummary"_s)
           || (user.size() >= 16 && read32(user, 12) == 0xf3d1c4df);
}

}   // namespace

CompoundKind describeCompound(const QByteArray &bytes)
{
    if (!bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        return CompoundKind::None;
    }
    const CompoundReader file(bytes);
    if (file.holdsStart(u"\tdrm"_s) || file.holdsStart(u"drmencrypted"_s)) {
        return CompoundKind::RightsManaged;
    }
    if (file.holds(u"encryptedpackage"_s) || file.holds(u"encryptioninfo"_s)) {
        return CompoundKind::EncryptedPackage;
    }
    if (file.holds(u"worddocument"_s)) {
        return isEncryptedWord(file) ? CompoundKind::EncryptedLegacy : CompoundKind::LegacyWord;
    }
    if (file.holds(u"powerpoint document"_s)) {
        return isEncryptedPowerPoint(file) ? CompoundKind::EncryptedLegacy
                                           : CompoundKind::LegacyPowerPoint;
    }
    if (file.holds(u"workbook"_s) || file.holds(u"book"_s)) {
        return isEncryptedExcel(file) ? CompoundKind::EncryptedLegacy : CompoundKind::LegacyExcel;
    }
    return file.hasStreams() ? CompoundKind::Other : CompoundKind::CutOff;
}

QString compoundWords(CompoundKind kind)
{
    switch (kind) {
    case CompoundKind::None:
        return {};
    case CompoundKind::EncryptedPackage:
    case CompoundKind::EncryptedLegacy:
        return u"Office file behind a password"_s;
    case CompoundKind::RightsManaged:
        return u"Office file behind a rights management service"_s;
    case CompoundKind::LegacyWord:
        return u"Word 97-2003 document (.doc)"_s;
    case CompoundKind::LegacyExcel:
        return u"Excel 97-2003 workbook (.xls)"_s;
    case CompoundKind::LegacyPowerPoint:
        return u"PowerPoint 97-2003 presentation (.ppt)"_s;
    case CompoundKind::CutOff:
        return u"cut-off Office 97-2003 file"_s;
    case CompoundKind::Other:
        break;
    }
    return u"file of another program (an Outlook message, a Visio drawing …)"_s;
}

base::Error notAPackage(const QByteArray &bytes, const QString &path)
{
    const CompoundKind kind = describeCompound(bytes);
    switch (kind) {
    case CompoundKind::EncryptedPackage:
    case CompoundKind::EncryptedLegacy:
        return {base::ErrorCode::Encrypted, path, {}};
    case CompoundKind::RightsManaged:
        return {base::ErrorCode::RightsManaged, path, {}};
    case CompoundKind::LegacyWord:
    case CompoundKind::LegacyExcel:
    case CompoundKind::LegacyPowerPoint:
        return {base::ErrorCode::LegacyOffice, path, compoundWords(kind)};
    case CompoundKind::Other:
        return {base::ErrorCode::ContentMismatch, path, compoundWords(kind)};
    case CompoundKind::CutOff:
    case CompoundKind::None:
        break;
    }
    return {base::ErrorCode::Damaged, path, compoundWords(kind)};
}

}   // namespace expunge::formats::ooxml
