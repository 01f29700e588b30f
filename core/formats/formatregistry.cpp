// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/formatregistry.h"

#include "core/base/fileio.h"
#include "core/formats/ooxml/compoundfile.h"

#include <QFileInfo>

namespace expunge::formats {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr int likely = 50;   // above it, a handler knows its format by content

/// Bytes that files of a kind begin with ("magic numbers"), and what a person calls such a file.
struct Signature
{
    QByteArray start;
    QString name;
};

const std::vector<Signature> &signatures()
{
    using namespace Qt::StringLiterals;
    static const std::vector<Signature> list{
        {QByteArrayLiteral("%PDF-"), u"PDF file"_s},
        {QByteArrayLiteral("\x89PNG\r\n"), u"PNG picture"_s},
        {QByteArrayLiteral("\xff\xd8\xff"), u"JPEG picture"_s},
        {QByteArrayLiteral("GIF8"), u"GIF picture"_s},
        {QByteArrayLiteral("{\\rtf"), u"Rich Text Format file"_s},
        {QByteArrayLiteral("Rar!"), u"RAR archive"_s},
        {QByteArrayLiteral("7z\xbc\xaf\x27\x1c"), u"7z archive"_s},
        {QByteArrayLiteral("\x1f\x8b"), u"gzip archive"_s},
        {QByteArrayLiteral("<!DOCTYPE html"), u"web page"_s},
        {QByteArrayLiteral("<html"), u"web page"_s},
        {QByteArrayLiteral("<?xml"), u"XML file"_s},
        {QByteArrayLiteral("\x7f"
                           "ELF"),
         u"program"_s},
        {QByteArrayLiteral("MZ"), u"Windows program"_s},
    };
    return list;
}

/// Names that tell the kinds of zip packages apart, as they stand in the archive's directory.
QString describeZip(const QByteArray &bytes)
{
    using namespace Qt::StringLiterals;
    if (bytes.contains("word/")) {
        return u"Word document"_s;
    }
    if (bytes.contains("xl/workbook")) {
        return u"Excel workbook"_s;
    }
    if (bytes.contains("ppt/presentation")) {
        return u"PowerPoint presentation"_s;
    }
    if (bytes.contains("application/vnd.oasis.opendocument")) {
        return u"OpenDocument file"_s;
    }
    return u"zip archive"_s;
}

template<typename Work>
auto withoutExceptions(const Source &source, Work &&work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return failure(ErrorCode::ExpansionLimit, source.path, QStringLiteral("memory"));
    } catch (const std::exception &) {
        return failure(ErrorCode::Internal, source.path);
    }
}

}   // namespace

QString describeContent(const QByteArray &bytes)
{
    if (bytes.startsWith("PK\x03\x04")) {
        return describeZip(bytes);
    }
    const ooxml::CompoundKind compound = ooxml::describeCompound(bytes);
    if (compound != ooxml::CompoundKind::None) {
        return ooxml::compoundWords(compound);
    }
    const QByteArray root = bytes.left(4096);
    if (root.contains("<office:document ") && root.contains("urn:oasis:names:tc:opendocument")) {
        return QStringLiteral("flat OpenDocument file (.fodt, .fods, .fodp)");
    }
    const QByteArray head = bytes.left(64).trimmed();
    for (const Signature &signature : signatures()) {
        if (head.startsWith(signature.start)) {
            return signature.name;
        }
    }
    return {};
}

FormatRegistry::FormatRegistry(std::vector<std::unique_ptr<FormatHandler>> handlers)
    : m_handlers(std::move(handlers))
{
}

QStringList FormatRegistry::suffixes() const
{
    QStringList all;
    for (const auto &handler : m_handlers) {
        all += handler->info().suffixes;
    }
    return all;
}

Result<std::shared_ptr<const document::Document>>
FormatRegistry::open(const QString &path, const base::JobContext &job) const
{
    auto bytes = base::readFile(path, inputLimit);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return open(Source{std::move(*bytes), path}, job);
}

Result<const FormatHandler *> FormatRegistry::handlerFor(const Source &source) const
{
    if (source.bytes.isEmpty()) {
        return failure(ErrorCode::EmptyFile, source.path);
    }
    const QString suffix = QFileInfo(source.path).suffix().toLower();
    const FormatHandler *bySuffix = nullptr;
    const FormatHandler *best = nullptr;
    int bestScore = 0;
    for (const auto &handler : m_handlers) {
        if (handler->info().suffixes.contains(suffix)) {
            bySuffix = handler.get();
        }
        const int score = handler->probe(source);
        if (score > bestScore) {
            best = handler.get();
            bestScore = score;
        }
    }
    const QString content = describeContent(source.bytes);
    if (bySuffix == nullptr) {
        if (bestScore > likely && !content.isEmpty()) {   // renaming it is all that is needed
            return failure(ErrorCode::ContentMismatch, source.path, content);
        }
        const QString what = content.isEmpty() ? suffix : content;
        return failure(ErrorCode::UnsupportedFormat, source.path, what);
    }
    if (best != nullptr && best == bySuffix) {
        return best;
    }
    // the suffix's own handler says best why it will not have it: encrypted, truncated
    if (bestScore <= likely && (content.isEmpty() || bySuffix->probe(source) > 0)) {
        return bySuffix;
    }
    return failure(ErrorCode::ContentMismatch, source.path, content);
}

Result<std::shared_ptr<const document::Document>>
FormatRegistry::open(const Source &source, const base::JobContext &job) const
{
    const auto handler = handlerFor(source);
    if (!handler) {
        return tl::unexpected(handler.error());
    }
    return withoutExceptions(source, [&] { return (*handler)->open(source, job); });
}

Result<std::vector<document::HiddenItem>>
FormatRegistry::readThrough(const Source &source, const UnitVisitor &visit,
                            const base::JobContext &job) const
{
    const auto handler = handlerFor(source);
    if (!handler) {
        return tl::unexpected(handler.error());
    }
    return withoutExceptions(source, [&] { return (*handler)->readThrough(source, visit, job); });
}

Result<std::shared_ptr<const document::Document>> FormatRegistry::glance(const Source &source) const
{
    for (const auto &handler : m_handlers) {
        if (handler->probe(source) > likely) {
            return handler->glance(source);
        }
    }
    return failure(ErrorCode::UnsupportedFormat, source.path);
}

}   // namespace expunge::formats
