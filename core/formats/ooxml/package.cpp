// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/package.h"

#include "core/formats/ooxml/canonicalxml.h"
#include "core/formats/ooxml/namespaces.h"
#include "core/formats/ooxml/ziparchive.h"

#include <QSet>
#include <QXmlStreamReader>

#include <deque>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

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
    void sortEntry(const QString &name, QByteArray bytes);
    base::Result<> readContentTypes();
    base::Result<> readRelationships();
    base::Result<std::vector<Relationship>>
    relationshipsIn(const QByteArray &bytes, const QString &name, const QString &source);
    void addOrphanedRelationships();
    void mendMainType();
    void markReachable();
    void addWarnings();

    const QString &m_path;
    const base::JobContext &m_job;
    const PackageLimits &m_limits;
    Package m_package;
    QByteArray m_contentTypes;
    bool m_hasContentTypes = false;
    QHash<QString, std::pair<QString, QByteArray>> m_relationshipParts;   // partKey -> name, bytes
    int m_dangling = 0;
    int m_doubled = 0;
    bool m_mended = false;
};

base::Result<Package> PackageReader::read(const QByteArray &zip)
{
    auto contents = readZipContents(zip, m_path, m_job, m_limits);
    if (!contents) {
        return tl::unexpected(contents.error());
    }
    m_package.m_archiveTraces = contents->traces;
    for (ZipEntryBytes &entry : contents->entries) {
        sortEntry(entry.name, std::move(entry.bytes));
    }
    auto done = readContentTypes();
    if (done) {
        done = readRelationships();
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    mendMainType();
    markReachable();
    addWarnings();
    return std::move(m_package);
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

/// Some programs leave the main part without a content type of its own; its root element says what
/// it is (ECMA-376 part 1, 11.3.10, 12.3.23 and 13.3.6).
void PackageReader::mendMainType()
{
    static const QHash<QString, QString> types{
        {u"w:document"_s, u"wordprocessingml.document"_s},
        {u"x:workbook"_s, u"spreadsheetml.sheet"_s},
        {u"p:presentation"_s, u"presentationml.presentation"_s},
    };
    const Part *found = m_package.mainPart();
    if (found == nullptr) {
        return;
    }
    const int position = m_package.m_index.value(partKey(found->name));
    Part &main = m_package.m_parts[static_cast<size_t>(position)];
    const QString type = main.contentType.toLower();
    const bool says = !type.isEmpty() && !type.endsWith(u"/xml"_s) && type.contains(u'/')
                      && type != u"application/octet-stream"_s;
    if (says) {
        return;
    }
    QXmlStreamReader xml(main.bytes);
    if (!xml.readNextStartElement()) {
        return;
    }
    const QByteArray prefix = namespaceMeaning(xml.namespaceUri()).prefix;
    const QString root = QString::fromLatin1(prefix) % u':' % xml.name();
    if (types.contains(root)) {
        main.contentType = u"application/vnd.openxmlformats-officedocument."_s % types.value(root)
                           % u".main+xml"_s;
        m_mended = true;
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
    if (m_mended) {
        m_package.m_warnings.push_back(
            u"The main part had no content type and is read as what it holds."_s);
    }
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

Part *Package::edit(const QString &name)
{
    const auto position = m_index.constFind(partKey(name));
    return position == m_index.cend() ? nullptr : &m_parts[static_cast<size_t>(*position)];
}

void Package::add(Part part)
{
    m_index.insert(partKey(part.name), static_cast<int>(m_parts.size()));
    m_parts.push_back(std::move(part));
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
