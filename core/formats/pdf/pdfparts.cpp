// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfparts.h"

#include "core/formats/pdf/pdfwalks.h"
#include "core/formats/pdf/rebuildschema.h"

#include <array>
#include <set>

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr int deepest = 100;

bool isSyntax(const std::string &name)
{
    static const std::set<std::string> filters{"/FlateDecode",
                                               "/DCTDecode",
                                               "/JPXDecode",
                                               "/CCITTFaxDecode",
                                               "/JBIG2Decode",
                                               "/LZWDecode",
                                               "/Catalog",
                                               "/Pages",
                                               "/ObjStm",
                                               "/XRef",
                                               "/Encoding",
                                               "/DeviceGray",
                                               "/DeviceRGB",
                                               "/DeviceCMYK",
                                               "/ICCBased",
                                               "/Indexed",
                                               "/Separation",
                                               "/DeviceN",
                                               "/CalRGB",
                                               "/CalGray",
                                               "/StandardEncoding",
                                               "/WinAnsiEncoding",
                                               "/MacRomanEncoding",
                                               "/MacExpertEncoding",
                                               "/Identity-H",
                                               "/Identity-V",
                                               "/Helvetica",
                                               "/ZapfDingbats",
                                               "/StructTreeRoot",
                                               "/Outlines",
                                               "/Action",
                                               "/GoTo",
                                               "/Named"};
    return isKnownKey(name.c_str()) || isKnownName(name.c_str()) || filters.contains(name);
}

void addName(const std::string &name, QByteArray &words)
{
    if (!isSyntax(name)) {
        words += QByteArray::fromStdString(name).mid(1) + '\n';
    }
}

/// Strings and names of an object; what it refers to is an object of its own.
void gatherWords(QPDFObject object, QByteArray &words, int depth)
{
    if (depth > deepest) {
        return;
    }
    if (object.isString()) {
        words += textOf(object).toUtf8() + '\n';
    } else if (object.isName()) {
        addName(object.getName(), words);
    } else if (object.isArray()) {
        for (const QPDFObject &item : object.aitems()) {
            if (!item.isIndirect()) {
                gatherWords(item, words, depth + 1);
            }
        }
    } else if (object.isDictionary()) {
        for (const std::string &key : object.getKeys()) {
            addName(key, words);
            if (QPDFObject value = object.getKey(key); !value.isIndirect()) {
                gatherWords(value, words, depth + 1);
            }
        }
    }
}

/// Tables of objects and streams of objects: what they hold is visited object by object.
bool isPacking(QPDFObject stream)
{
    QPDFObject type = stream.getDict().getKey("/Type");
    return type.isNameAndEquals("/XRef") || type.isNameAndEquals("/ObjStm");
}

}   // namespace

QByteArray withoutSyntax(QByteArray bytes)
{
    static const std::array<QByteArray, 7> keywords{"endstream", "stream", "endobj", "startxref",
                                                    "trailer",   "true",   "false"};
    for (const QByteArray &keyword : keywords) {
        bytes.replace(keyword, QByteArray(keyword.size(), ' '));
    }
    for (qsizetype at = bytes.indexOf('/'); at >= 0; at = bytes.indexOf('/', at + 1)) {
        qsizetype end = at + 1;
        while (end < bytes.size() && QChar::isLetterOrNumber(static_cast<quint8>(bytes[end]))
               && static_cast<quint8>(bytes[end]) < 128) {
            ++end;
        }
        if (isSyntax(bytes.mid(at, end - at).toStdString())) {
            std::fill(bytes.begin() + at, bytes.begin() + end, ' ');
        }
    }
    return bytes;
}

Result<> visitParts(PdfFile &file, const std::function<void(const document::PartView &)> &visit)
{
    try {
        QByteArray words;
        gatherWords(file.qpdf().getTrailer(), words, 0);
        visit({QStringLiteral("trailer"), words});
        for (QPDFObject object : file.qpdf().getAllObjects()) {
            const QString name = QStringLiteral("object %1").arg(object.getObjectID());
            words.clear();
            gatherWords(object.isStream() ? object.getDict() : object, words, 0);
            if (!words.isEmpty()) {
                visit({name, words});
            }
            if (object.isStream() && !isPacking(object)) {
                auto bytes = readStream(object);
                if (!bytes && bytes.error().code == ErrorCode::ExpansionLimit) {
                    return tl::unexpected(bytes.error());
                }
                if (!bytes) {   // as it stands in the file
                    const auto raw = object.getRawStreamData();
                    bytes = QByteArray(reinterpret_cast<const char *>(raw->getBuffer()),
                                       static_cast<qsizetype>(raw->getSize()));
                }
                visit({name + QStringLiteral(", stream"), *bytes});
            }
        }
        return {};
    } catch (const std::exception &) {
        return failure(ErrorCode::Damaged);
    }
}

}   // namespace expunge::pdf
