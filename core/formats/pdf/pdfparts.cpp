// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfparts.h"

#include "core/formats/pdf/pdfwalks.h"

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr int deepest = 100;

/// Strings and names of an object; what it refers to is an object of its own.
void gatherWords(QPDFObject object, QByteArray &words, int depth)
{
    if (depth > deepest) {
        return;
    }
    if (object.isString()) {
        words += textOf(object).toUtf8() + '\n';
    } else if (object.isName()) {
        words += QByteArray::fromStdString(object.getName()).mid(1) + '\n';
    } else if (object.isArray()) {
        for (const QPDFObject &item : object.aitems()) {
            if (!item.isIndirect()) {
                gatherWords(item, words, depth + 1);
            }
        }
    } else if (object.isDictionary()) {
        for (const std::string &key : object.getKeys()) {
            words += QByteArray::fromStdString(key).mid(1) + '\n';
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
