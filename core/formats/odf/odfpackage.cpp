// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfpackage.h"

#include "core/formats/ooxml/canonicalxml.h"
#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/ziparchive.h"

#include <QUrl>

#include <map>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

const QString manifestName = u"META-INF/manifest.xml"_s;
const QString typePrefix = u"application/vnd.oasis.opendocument."_s;

/// The mimetype file of an honest package is short; anything else hides something.
constexpr qsizetype longestMimetype = 200;

/// Without the document type that programs wrote until OpenDocument 1.2; it names a file outside of
/// the package that nobody reads. One that declares something stays, and is refused.
QByteArray withoutOldDoctype(const QByteArray &xml)
{
    constexpr qsizetype head = 1024;
    const qsizetype begin = xml.left(head).indexOf("<!DOCTYPE ");
    const qsizetype end = begin < 0 ? -1 : xml.indexOf('>', begin);
    if (end < 0) {
        return xml;
    }
    const QByteArray declared = xml.mid(begin, end - begin);
    if (!declared.contains("PUBLIC \"-//OpenOffice.org//DTD ") || declared.contains('[')) {
        return xml;
    }
    // that of the manifest also said what its prefix means
    QByteArray rest = xml.mid(end + 1);
    if (!rest.contains("xmlns:manifest")) {
        rest.replace("<manifest:manifest>",
                     "<manifest:manifest "
                     "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">");
    }
    return xml.left(begin) + rest;
}

}   // namespace

OdfKind kindOf(const QString &mediaType)
{
    if (!mediaType.startsWith(typePrefix)) {
        return OdfKind::None;
    }
    QString kind = mediaType.mid(typePrefix.size());
    if (kind.endsWith(u"-template"_s)) {
        kind.chop(9);
    }
    static const QHash<QString, OdfKind> kinds{
        {u"text"_s, OdfKind::Text},        {u"spreadsheet"_s, OdfKind::Spreadsheet},
        {u"graphics"_s, OdfKind::Drawing}, {u"presentation"_s, OdfKind::Presentation},
        {u"chart"_s, OdfKind::Chart},      {u"formula"_s, OdfKind::Formula},
    };
    return kinds.value(kind, OdfKind::Other);
}

bool isTemplate(const QString &mediaType)
{
    return mediaType.endsWith(u"-template"_s);
}

/// Reads the zip, then what the manifest says of its files.
class OdfPackageReader
{
public:
    OdfPackageReader(const Source &source, const base::JobContext &job)
        : m_source(source)
        , m_job(job)
    {
    }

    Result<OdfPackage> read();

private:
    tl::unexpected<base::Error> fail(ErrorCode code, const QString &detail) const
    {
        return failure(code, m_source.path, detail);
    }
    void sortEntries(ooxml::ZipContents &contents);
    Result<> readManifest();

    const Source &m_source;
    const base::JobContext &m_job;
    OdfPackage m_package;
    QByteArray m_manifest;
    bool m_hasManifest = false;
};

Result<OdfPackage> OdfPackageReader::read()
{
    auto contents = ooxml::readZipContents(m_source.bytes, m_source.path, m_job, {});
    if (!contents) {
        return tl::unexpected(contents.error());
    }
    m_package.m_archiveTraces = contents->traces;
    sortEntries(*contents);
    if (const auto done = readManifest(); !done) {
        return tl::unexpected(done.error());
    }
    if (m_package.kind() == OdfKind::None) {
        return fail(ErrorCode::ContentMismatch, u"zip archive"_s);
    }
    return std::move(m_package);
}

void OdfPackageReader::sortEntries(ooxml::ZipContents &contents)
{
    for (ooxml::ZipEntryBytes &entry : contents.entries) {
        if (entry.name.endsWith(u'/') && entry.bytes.isEmpty()) {
            continue;   // folders say nothing that the names of their files do not
        }
        if (entry.name == u"mimetype"_s) {
            if (entry.bytes.size() <= longestMimetype) {
                m_package.m_mediaType = QString::fromUtf8(entry.bytes).trimmed();
            }
            m_package.m_containerParts.push_back({entry.name, {}, std::move(entry.bytes)});
        } else if (entry.name == manifestName) {
            m_hasManifest = true;
            m_manifest = withoutOldDoctype(entry.bytes);
            m_package.m_containerParts.push_back({entry.name, {}, std::move(entry.bytes)});
        } else {
            m_package.m_index.insert(entry.name, static_cast<int>(m_package.m_parts.size()));
            m_package.m_parts.push_back({entry.name,
                                         {},
                                         entry.name.endsWith(u".xml"_s)
                                             ? withoutOldDoctype(entry.bytes)
                                             : std::move(entry.bytes)});
        }
    }
}

/// OpenDocument 1.3 part 2, 4: a file entry for every file, for folders that are documents, and for
/// the package itself ("/"). One with encryption data is readable with a password only.
Result<> OdfPackageReader::readManifest()
{
    if (!m_hasManifest) {
        return fail(
            m_package.kind() == OdfKind::None ? ErrorCode::ContentMismatch : ErrorCode::Damaged,
            m_package.kind() == OdfKind::None ? u"zip archive"_s : manifestName + u" is missing"_s);
    }
    const auto xml = ooxml::parseXmlPart(m_manifest, manifestName, m_source.path);
    if (!xml) {
        return tl::unexpected(xml.error());
    }
    bool encrypted = false;
    ooxml::forEachElement(xml->document.document_element(), [&](pugi::xml_node node) {
        encrypted = encrypted || ooxml::is(node, "manifest:encryption-data")
                    || ooxml::is(node, "manifest:encrypted-key");
    });
    if (encrypted) {
        return fail(ErrorCode::Encrypted, {});
    }
    for (const pugi::xml_node node :
         xml->document.document_element().children("manifest:file-entry")) {
        const QString name = ooxml::attributeText(node, "manifest:full-path");
        const QString type = ooxml::attributeText(node, "manifest:media-type");
        if (name == u"/"_s) {
            m_package.m_mediaType = m_package.m_mediaType.isEmpty() ? type : m_package.m_mediaType;
        } else if (name.endsWith(u'/')) {
            m_package.m_folders.insert(name.chopped(1), type);
        } else if (const auto at = m_package.m_index.constFind(name);
                   at != m_package.m_index.cend()) {
            m_package.m_parts[static_cast<size_t>(*at)].mediaType = type;
        }
    }
    return {};
}

Result<OdfPackage> OdfPackage::read(const Source &source, const base::JobContext &job)
{
    return OdfPackageReader(source, job).read();
}

const OdfPart *OdfPackage::find(const QString &name) const
{
    const auto found = m_index.constFind(name);
    return found == m_index.cend() ? nullptr : &m_parts[static_cast<size_t>(*found)];
}

QString OdfPackage::resolve(const QString &folder, const QString &reference) const
{
    // part 2, 2.4: an IRI reference relative to the file, with the package's root as its top
    QStringList path = folder.split(u'/', Qt::SkipEmptyParts);
    const QString decoded = QUrl::fromPercentEncoding(reference.toUtf8());
    if (decoded.startsWith(u'/') || decoded.contains(u':') || decoded.startsWith(u'#')) {
        return {};
    }
    const auto steps = decoded.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : steps) {
        if (step == u".."_s && path.isEmpty()) {
            return {};
        }
        if (step == u".."_s) {
            path.removeLast();
        } else if (step != u"."_s) {
            path.append(step);
        }
    }
    const QString name = path.join(u'/');
    return find(name) != nullptr || find(name + u"/content.xml"_s) != nullptr ? name : QString();
}

namespace {

/// office:version of a content.xml: programs refuse a package whose manifest states another one.
QByteArray versionOf(const std::map<QString, const OdfPart *> &sorted, const QString &content)
{
    const auto found = sorted.find(content);
    constexpr qsizetype head = 8192;
    const QByteArray start = found == sorted.end() ? QByteArray() : found->second->bytes.left(head);
    const QByteArrayView attribute("office:version=\"");
    const qsizetype at = start.indexOf(attribute);
    const QByteArray version = start.mid(at + attribute.size(), 3);
    return at >= 0 && (version == "1.2" || version == "1.4") ? version : QByteArray("1.3");
}

QByteArray manifestXml(const OdfOutput &output, const std::map<QString, const OdfPart *> &sorted)
{
    const QByteArray version = versionOf(sorted, u"content.xml"_s);
    QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:"
                     "manifest:1.0\" manifest:version=\""
                     + version + "\">";
    const auto entry = [&](const QString &name, const QString &type, bool document) {
        xml += "<manifest:file-entry manifest:full-path=\"" + name.toHtmlEscaped().toUtf8() + "\""
               + (document ? QByteArray(" manifest:version=\"" + version + "\"") : QByteArray())
               + " manifest:media-type=\"" + type.toHtmlEscaped().toUtf8() + "\"/>";
    };
    entry(u"/"_s, output.mediaType, true);
    for (const auto &[folder, type] : output.folders) {
        entry(folder + u'/', type, true);
    }
    for (const auto &[name, part] : sorted) {
        entry(name, part->mediaType, false);
    }
    return xml + "</manifest:manifest>";
}

}   // namespace

Result<QByteArray> writeOdfPackage(const OdfOutput &output, const base::JobContext &job)
{
    std::map<QString, const OdfPart *> sorted;
    for (const OdfPart &part : output.parts) {
        if (part.name.isEmpty() || !sorted.emplace(part.name, &part).second) {
            return failure(ErrorCode::Internal, {}, part.name);
        }
    }
    std::vector<ooxml::ZipOutput> entries{
        {"mimetype", output.mediaType.toUtf8(), true},
        {manifestName.toUtf8(), manifestXml(output, sorted), false}};
    for (const auto &[name, part] : sorted) {
        entries.push_back({name.toUtf8(), part->bytes, false});
    }
    return ooxml::writeZip(entries, job);
}

}   // namespace expunge::formats::odf
