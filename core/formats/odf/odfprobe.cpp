// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfprobe.h"

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;

namespace {

constexpr int sure = 90;
constexpr int maybe = 20;   // this handler says best what is wrong with it

QString describe(OdfKind kind)
{
    switch (kind) {
    case OdfKind::Text:
        return u"OpenDocument text (.odt)"_s;
    case OdfKind::Spreadsheet:
        return u"OpenDocument spreadsheet (.ods)"_s;
    case OdfKind::Presentation:
        return u"OpenDocument presentation (.odp)"_s;
    case OdfKind::Drawing:
    case OdfKind::Chart:
    case OdfKind::Formula:
    case OdfKind::Other:
    case OdfKind::None:
        break;
    }
    return u"OpenDocument file of another kind"_s;
}

bool isFlat(const QByteArray &bytes)
{
    constexpr qsizetype head = 4096;
    // files in a package may stand in it as they are
    return !bytes.startsWith("PK") && bytes.left(head).contains("office:document")
           && bytes.left(head).contains("urn:oasis:names:tc:opendocument");
}

}   // namespace

int probePackage(const Source &source, OdfKind kind)
{
    if (isFlat(source.bytes)) {
        return maybe;
    }
    if (!source.bytes.startsWith("PK") || !source.bytes.contains("META-INF/manifest.xml")) {
        return 0;
    }
    // part 2, 3.3: an honest package begins with its type, not compressed, at a fixed place
    constexpr qsizetype typeAt = 38;
    const QByteArray start = source.bytes.mid(typeAt, 80);
    const qsizetype end = start.indexOf("PK");
    if (source.bytes.mid(30, 8) == "mimetype" && end > 0) {
        return kindOf(QString::fromLatin1(start.left(end))) == kind ? sure : 0;
    }
    const auto package = OdfPackage::read(source, {});
    return !package                  ? (source.bytes.contains("opendocument") ? maybe : 0)
           : package->kind() == kind ? sure
                                     : 0;
}

base::Result<OdfPackage> openPackage(const Source &source, OdfKind kind,
                                     const base::JobContext &job)
{
    if (isFlat(source.bytes)) {
        return failure(ErrorCode::UnsupportedFormat, source.path,
                       u"flat OpenDocument file (.fodt, .fods, .fodp)"_s);
    }
    auto package = OdfPackage::read(source, job);
    if (package && package->kind() != kind) {
        return failure(ErrorCode::ContentMismatch, source.path, describe(package->kind()));
    }
    return package;
}

}   // namespace expunge::formats::odf
