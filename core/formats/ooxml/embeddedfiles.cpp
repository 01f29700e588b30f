// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/embeddedfiles.h"

#include "core/formats/ooxml/compoundfile.h"
#include "core/formats/ooxml/compoundreader.h"
#include "core/formats/ooxml/documenttypes.h"
#include "core/formats/ooxml/docxdocument.h"
#include "core/formats/ooxml/objectpictures.h"
#include "core/formats/ooxml/pptxdocument.h"
#include "core/formats/ooxml/xlsxdocument.h"

#include <QSet>

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;
using document::HiddenAction;
using document::HiddenDefault;
using document::HiddenItem;
using document::HiddenKind;

namespace {

/// [MS-OLEDS] 2.3.6 and the format of the object packager: a size; a mark; a label and a path, both
/// ended by zero; two marks; the size of a temporary path, and it; the size of the file, and it.
QByteArray packagedFile(const QByteArray &native)
{
    constexpr qsizetype marks = 4;
    qsizetype at = 6;
    for (int names = 0; names < 2; ++names) {
        const qsizetype end = native.indexOf('\0', at);
        if (end < 0) {
            return {};
        }
        at = end + 1;
    }
    at += marks;
    if (at + 4 > native.size()) {
        return {};
    }
    at += 4 + qsizetype{read32(native, at)};
    if (at + 4 > native.size()) {
        return {};
    }
    const qsizetype size = read32(native, at);
    return at + 4 + size <= native.size() ? native.mid(at + 4, size) : QByteArray();
}

/// What relationships lead to that hold whole files (ECMA-376 part 1, 15.2.10 and 15.2.11).
bool leadsToFile(const Relationship &relationship)
{
    const QString kind = relationshipKind(relationship.type);
    return !relationship.external && (kind == u"package"_s || kind == u"oleObject"_s);
}

qint64 sizeOf(const Package &package)
{
    qint64 bytes = 0;
    for (const Part &part : package.parts()) {
        bytes += part.bytes.size();
    }
    return bytes;
}

/// Things that get neutral names instead of going, so that they are there afterwards as well.
bool isRenamed(HiddenKind kind)
{
    return kind == HiddenKind::StyleNames || kind == HiddenKind::Bookmarks;
}

EmbeddedFile described(const Part &part, std::shared_ptr<const document::Document> document)
{
    EmbeddedFile file;
    file.part = &part;
    QSet<QString> leaving;
    for (const HiddenItem &item : document->hiddenItems()) {
        if (staysInside(item)) {
            file.inside += item.inside;
        } else {
            leaving.insert(item.id);
            file.inside += isRenamed(item.kind) ? 0 : 1;
        }
    }
    for (const document::TextUnit &unit : document->textUnits()) {
        if (!leaving.contains(unit.hiddenItem)) {
            file.units.push_back(unit.index);
        }
    }
    file.document = std::move(document);
    return file;
}

}   // namespace

QByteArray embeddedPackage(const QByteArray &bytes)
{
    if (describeCompound(bytes) == CompoundKind::None) {
        return mayBeZip(bytes) ? bytes : QByteArray();
    }
    const CompoundReader reader(bytes);
    for (const QString &name : {u"package"_s, u"\001ole10native"_s}) {
        QByteArray stream = reader.stream(name);
        if (name != u"package"_s) {
            stream = packagedFile(stream);
        }
        if (mayBeZip(stream)) {
            return stream;
        }
    }
    return {};
}

Result<std::shared_ptr<const document::Document>>
openEmbedded(const QByteArray &bytes, const base::JobContext &job, EmbeddingBudget &budget)
{
    const QString name = u"embedded file"_s;
    if (budget.depth <= 0 || budget.files <= 0 || budget.bytes <= 0) {
        return failure(ErrorCode::ExpansionLimit, name);
    }
    PackageLimits limits;
    limits.totalBytes = std::min(limits.totalBytes, budget.bytes);
    auto package = Package::read(bytes, name, job, limits);
    if (!package) {
        return tl::unexpected(package.error());
    }
    const Part *main = package->mainPart();
    if (main == nullptr) {
        return failure(ErrorCode::ContentMismatch, name);
    }
    --budget.files;
    budget.bytes -= sizeOf(*package);
    --budget.depth;
    const QString type = main->contentType;
    const Source source{bytes, name};
    Result<std::shared_ptr<const document::Document>> opened =
        failure(ErrorCode::ContentMismatch, name);
    if (!outputDocumentType(type).isEmpty()) {
        opened = DocxDocument::open(source, std::move(*package), job, budget);
    } else if (!outputDeckType(type).main.isEmpty()) {
        opened = PptxDocument::open(source, std::move(*package), job, budget);
    } else if (!outputBookType(type).isEmpty()) {
        showObjectPictures(*package);
        opened = XlsxDocument::open(source, *package, job);
    }
    ++budget.depth;
    return opened;
}

Result<EmbeddedFiles> EmbeddedFiles::read(const Package &package, const base::JobContext &job,
                                          EmbeddingBudget &budget)
{
    EmbeddedFiles files;
    for (const Part &holder : package.parts()) {
        for (const Relationship &relationship : holder.relationships) {
            const Part *part =
                leadsToFile(relationship) ? package.find(relationship.target) : nullptr;
            if (part == nullptr || !holder.reachable || files.find(part) >= 0) {
                continue;
            }
            const QByteArray inner = embeddedPackage(part->bytes);
            if (inner.isEmpty()) {
                continue;
            }
            auto opened = openEmbedded(inner, job, budget);
            if (opened) {
                files.m_files.push_back(described(*part, std::move(*opened)));
            } else if (opened.error().code == ErrorCode::Cancelled) {
                return tl::unexpected(opened.error());
            }
        }
    }
    return files;
}

int EmbeddedFiles::find(const Part *part) const
{
    const auto found = std::find_if(m_files.begin(), m_files.end(),
                                    [&](const EmbeddedFile &file) { return file.part == part; });
    return found == m_files.end() ? -1 : static_cast<int>(found - m_files.begin());
}

bool staysInside(const HiddenItem &item)
{
    const bool file = item.kind == HiddenKind::EmbeddedFiles || item.kind == HiddenKind::ChartData;
    return item.canKeep && (file || item.byDefault == HiddenDefault::Keep);
}

document::RedactionPlan planInside(const document::Document &document)
{
    document::RedactionPlan plan;
    for (const HiddenItem &item : document.hiddenItems()) {
        plan.hidden[item.id] = staysInside(item) ? HiddenAction::Keep : HiddenAction::Remove;
    }
    return plan;
}

}   // namespace expunge::formats::ooxml
