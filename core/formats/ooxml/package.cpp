// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/package.h"

#include "core/formats/ooxml/canonicalxml.h"

#include <QSet>
#include <QUrl>

#include <deque>

#include <zip.h>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

struct ArchiveCloser
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, ArchiveCloser>;

struct FileCloser
{
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};
using EntryFile = std::unique_ptr<zip_file_t, FileCloser>;

Archive openArchive(const QByteArray &bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(
        bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    // Without ZIP_CHECKCONS: headers that disagree are counted by ZipDirectory, which has checked
    // the rest.
    zip_t *archive = source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (archive == nullptr && source != nullptr) {
        zip_source_free(source);
    }
    zip_error_fini(&error);
    return Archive(archive);
}

/// "word/document.xml" -> "word/_rels/document.xml.rels"; the package itself ("") -> "_rels/.rels"
/// (ECMA-376 part 2, 9.3.3).
QString relationshipsNameOf(const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/') + 1;
    return part.left(slash) + u"_rels/"_s + part.mid(slash) + u".rels"_s;
}

/// A target as a part name, resolved against the part that names it; empty when it leads to no
/// part.
QString resolvedTarget(const QString &source, const QString &target)
{
    QString path = QString(target).replace(u'\\', u'/');
    for (const QChar end : {u'#', u'?'}) {
        const qsizetype at = path.indexOf(end);
        path = at < 0 ? path : path.left(at);
    }
    if (path.isEmpty()) {
        return {};
    }
    const bool absolute = path.startsWith(u'/');
    QStringList segments;
    if (!absolute) {
        segments = source.split(u'/');
        segments.removeLast();
    }
    const auto steps = path.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : steps) {
        if (step == u".."_s) {
            if (!segments.isEmpty()) {
                segments.removeLast();
            }
        } else if (step != u"."_s) {
            segments.append(step);
        }
    }
    return segments.join(u'/');
}

/// Types by name and by suffix (ECMA-376 part 2, 7.2.3).
struct ContentTypes
{
    QHash<QString, QString> byKey;
    QHash<QString, QString> bySuffix;

    QString of(const QString &name) const
    {
        const QString key = partKey(name);
        const auto found = byKey.constFind(key);
        if (found != byKey.constEnd()) {
            return *found;
        }
        const qsizetype dot = key.lastIndexOf(u'.');
        return dot < 0 ? QString() : bySuffix.value(key.mid(dot + 1));
    }
};

}   // namespace

/// Reads the zip, then what its parts are, then how they hang together.
class PackageReader
{
public:
    PackageReader(const QString &path, const base::JobContext &job, const PackageLimits &limits)
        : m_path(path)
        , m_job(job)
        , m_limits(limits)
    {
    }

    base::Result<Package> read(const QByteArray &zip);

private:
    tl::unexpected<base::Error> fail(ErrorCode code, const QString &detail) const
    {
        return base::failure(code, m_path, detail);
    }
    base::Result<> refuseDuplicates(const ZipDirectory &directory) const;
    base::Result<> readEntries(const ZipDirectory &directory);
    base::Result<QByteArray> readEntry(zip_t *archive, zip_uint64_t index,
                                       const ZipEntryInfo &entry);
    void sortEntry(const QString &name, QByteArray bytes);
    base::Result<> readContentTypes();
    base::Result<> readRelationships();
    base::Result<std::vector<Relationship>>
    relationshipsIn(const QByteArray &bytes, const QString &name, const QString &source);
    void addOrphanedRelationships();
    void markReachable();
    void addWarnings();

    const QString &m_path;
    const base::JobContext &m_job;
    const PackageLimits &m_limits;
    Package m_package;
    QByteArray m_contentTypes;
    bool m_hasContentTypes = false;
    QHash<QString, std::pair<QString, QByteArray>> m_relationshipParts;   // partKey -> name, bytes
    qint64 m_total = 0;
    int m_dangling = 0;
    int m_doubled = 0;
};

base::Result<Package> PackageReader::read(const QByteArray &zip)
{
    auto directory = readZipDirectory(zip, m_path, m_limits);
    if (!directory) {
        return tl::unexpected(directory.error());
    }
    m_package.m_archiveTraces = directory->traces;
    auto done = refuseDuplicates(*directory);
    if (done) {
        done = readEntries(*directory);
    }
    if (done) {
        done = readContentTypes();
    }
    if (done) {
        done = readRelationships();
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    markReachable();
    addWarnings();
    return std::move(m_package);
}

/// Of two entries with one name some programs read the first and some the last, so a reviewer might
/// see another text than the recipient.
base::Result<> PackageReader::refuseDuplicates(const ZipDirectory &directory) const
{
    QSet<QString> seen;
    for (const ZipEntryInfo &entry : directory.entries) {
        const QString key = partKey(entry.name);
        if (seen.contains(key)) {
            return fail(ErrorCode::DuplicateEntry, entry.name);
        }
        seen.insert(key);
    }
    return {};
}

base::Result<> PackageReader::readEntries(const ZipDirectory &directory)
{
    const Archive archive = openArchive(directory.archive);
    const auto count = static_cast<zip_int64_t>(directory.entries.size());
    if (!archive || zip_get_num_entries(archive.get(), 0) != count) {
        return fail(ErrorCode::Damaged, u"zip directory"_s);
    }
    for (zip_uint64_t index = 0; index < directory.entries.size(); ++index) {
        if (m_job.cancelled()) {
            return fail(ErrorCode::Cancelled, {});
        }
        const ZipEntryInfo &entry = directory.entries[index];
        const char *name = zip_get_name(archive.get(), index, ZIP_FL_ENC_RAW);
        if (name == nullptr || entry.rawName != QByteArrayView(name)) {
            return fail(ErrorCode::Damaged, entry.name);
        }
        auto bytes = readEntry(archive.get(), index, entry);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        sortEntry(entry.name, std::move(*bytes));
        m_job.report(static_cast<qint64>(index) + 1, count);
    }
    return {};
}

base::Result<QByteArray> PackageReader::readEntry(zip_t *archive, zip_uint64_t index,
                                                  const ZipEntryInfo &entry)
{
    const EntryFile file(zip_fopen_index(archive, index, 0));
    if (!file) {
        return fail(ErrorCode::Damaged, entry.name);
    }
    QByteArray bytes;
    QByteArray block(64 * 1024, Qt::Uninitialized);
    const auto compressed =
        static_cast<qint64>(std::min<quint64>(entry.compressedSize, quint64{1} << 62U));
    for (;;) {
        const zip_int64_t got =
            zip_fread(file.get(), block.data(), static_cast<zip_uint64_t>(block.size()));
        if (got < 0) {
            return fail(ErrorCode::Damaged, entry.name);
        }
        if (got == 0) {
            return bytes;
        }
        m_total += got;
        const qint64 size = bytes.size() + got;
        if (size > m_limits.entryBytes || m_total > m_limits.totalBytes
            || (size > m_limits.ratioFrom && size / m_limits.ratio > compressed)) {
            return fail(ErrorCode::ExpansionLimit, entry.name);
        }
        if (m_job.cancelled()) {
            return fail(ErrorCode::Cancelled, {});
        }
        bytes.append(block.constData(), static_cast<qsizetype>(got));
    }
}

void PackageReader::sortEntry(const QString &name, QByteArray bytes)
{
    const QString key = partKey(name);
    if (key.endsWith(u'/') && bytes.isEmpty()) {
        m_package.m_strayEntries.push_back(name);
    } else if (key == u"[content_types].xml"_s) {
        m_hasContentTypes = true;
        m_contentTypes = bytes;
        m_package.m_containerParts.emplace_back(name, std::move(bytes));
    } else if (key.endsWith(u".rels"_s)
               && (key.contains(u"/_rels/"_s) || key.startsWith(u"_rels/"_s))) {
        m_relationshipParts.insert(key, {name, std::move(bytes)});
    } else {
        m_package.m_index.insert(key, static_cast<int>(m_package.m_parts.size()));
        Part part;
        part.name = name;
        part.bytes = std::move(bytes);
        m_package.m_parts.push_back(std::move(part));
    }
}

base::Result<> PackageReader::readContentTypes()
{
    if (!m_hasContentTypes) {
        return fail(ErrorCode::Damaged, u"[Content_Types].xml is missing"_s);
    }
    const auto xml = parseXmlPart(m_contentTypes, u"[Content_Types].xml"_s, m_path);
    if (!xml) {
        return tl::unexpected(xml.error());
    }
    ContentTypes types;
    for (const pugi::xml_node node : xml->document.document_element().children()) {
        const QString type = QString::fromUtf8(node.attribute("ContentType").value()).trimmed();
        const QByteArrayView element(node.name());
        if (element == "ct:Override") {
            QString name = QString::fromUtf8(node.attribute("PartName").value());
            name.replace(u'\\', u'/');
            const QString key = partKey(name.startsWith(u'/') ? name.mid(1) : name);
            if (!types.byKey.contains(key)) {
                types.byKey.insert(key, type);
            }
        } else if (element == "ct:Default") {
            const QString suffix = QString::fromUtf8(node.attribute("Extension").value());
            types.bySuffix.insert(partKey(suffix), type);
        }
    }
    for (Part &part : m_package.m_parts) {
        part.contentType = types.of(part.name);
    }
    return {};
}

base::Result<> PackageReader::readRelationships()
{
    const auto readFor = [this](const QString &source) -> base::Result<std::vector<Relationship>> {
        const auto found = m_relationshipParts.constFind(partKey(relationshipsNameOf(source)));
        if (found == m_relationshipParts.constEnd()) {
            return std::vector<Relationship>();
        }
        auto relationships = relationshipsIn(found->second, found->first, source);
        m_package.m_containerParts.push_back(*found);
        m_relationshipParts.erase(found);
        return relationships;
    };
    auto root = readFor(QString());
    if (!root) {
        return tl::unexpected(root.error());
    }
    m_package.m_root = std::move(*root);
    for (Part &part : m_package.m_parts) {
        auto relationships = readFor(part.name);
        if (!relationships) {
            return tl::unexpected(relationships.error());
        }
        part.relationships = std::move(*relationships);
    }
    addOrphanedRelationships();
    return {};
}

base::Result<std::vector<Relationship>>
PackageReader::relationshipsIn(const QByteArray &bytes, const QString &name, const QString &source)
{
    const auto xml = parseXmlPart(bytes, name, m_path);
    if (!xml) {
        return tl::unexpected(xml.error());
    }
    std::vector<Relationship> result;
    QSet<QString> ids;
    for (const pugi::xml_node node : xml->document.document_element().children("pr:Relationship")) {
        Relationship relationship;
        relationship.id = QString::fromUtf8(node.attribute("Id").value());
        relationship.type = QString::fromUtf8(node.attribute("Type").value());
        relationship.target = QString::fromUtf8(node.attribute("Target").value());
        const QString mode = QString::fromUtf8(node.attribute("TargetMode").value());
        relationship.external = mode.compare(u"External"_s, Qt::CaseInsensitive) == 0;
        if (ids.contains(relationship.id)) {
            ++m_doubled;
            continue;
        }
        if (!relationship.external) {
            const Part *target = m_package.find(resolvedTarget(source, relationship.target));
            if (target == nullptr) {
                ++m_dangling;
                continue;
            }
            relationship.target = target->name;
        }
        ids.insert(relationship.id);
        result.push_back(std::move(relationship));
    }
    return result;
}

/// Relationships of parts that are not there are bytes like any other: listed, never written.
void PackageReader::addOrphanedRelationships()
{
    QStringList keys = m_relationshipParts.keys();
    keys.sort();
    for (const QString &key : std::as_const(keys)) {
        const auto &[name, bytes] = m_relationshipParts[key];
        m_package.m_index.insert(key, static_cast<int>(m_package.m_parts.size()));
        Part part;
        part.name = name;
        part.bytes = bytes;
        m_package.m_parts.push_back(std::move(part));
    }
}

void PackageReader::markReachable()
{
    std::deque<const std::vector<Relationship> *> open{&m_package.m_root};
    while (!open.empty()) {
        const std::vector<Relationship> &relationships = *open.front();
        open.pop_front();
        for (const Relationship &relationship : relationships) {
            const int position = relationship.external
                                     ? -1
                                     : m_package.m_index.value(partKey(relationship.target), -1);
            if (position >= 0 && !m_package.m_parts[static_cast<size_t>(position)].reachable) {
                Part &part = m_package.m_parts[static_cast<size_t>(position)];
                part.reachable = true;
                open.push_back(&part.relationships);
            }
        }
    }
}

void PackageReader::addWarnings()
{
    if (m_dangling > 0) {
        m_package.m_warnings.push_back(
            u"%1 relationships to parts that are not in the file were left out."_s.arg(m_dangling));
    }
    if (m_doubled > 0) {
        m_package.m_warnings.push_back(
            u"%1 relationships whose identifier was used twice were left out."_s.arg(m_doubled));
    }
}

QString relationshipKind(const QString &type)
{
    return type.mid(type.lastIndexOf(u'/') + 1);
}

base::Result<Package> Package::read(const QByteArray &zip, const QString &path,
                                    const base::JobContext &job, const PackageLimits &limits)
{
    return PackageReader(path, job, limits).read(zip);
}

const Part *Package::find(const QString &name) const
{
    const auto found = m_index.constFind(partKey(name));
    return found == m_index.constEnd() ? nullptr : &m_parts[static_cast<size_t>(*found)];
}

const Part *Package::mainPart() const
{
    for (const Relationship &relationship : m_root) {
        if (!relationship.external && relationshipKind(relationship.type) == u"officeDocument"_s) {
            return find(relationship.target);
        }
    }
    return nullptr;
}

}   // namespace expunge::formats::ooxml
