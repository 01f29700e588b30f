// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/package.h"

#include <QUrl>

#include <zip.h>
#include <zlib.h>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

constexpr int deflateLevel =
    6;   // libzip's own default takes four times as long for one percent less
constexpr zip_uint16_t dosEpoch = 33;   // 1980-01-01, the earliest date that a zip can hold
constexpr auto declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr auto relationshipsType = "application/vnd.openxmlformats-package.relationships+xml";

struct Entry
{
    QByteArray name;
    QByteArray bytes;
};

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

/// "word/media/image1.png" as it must stand in a target or a PartName: percent-encoded where a URI
/// needs it.
QByteArray encodedName(const QString &name)
{
    return QUrl::toPercentEncoding(name, "/[]:@!$&'()*+,;=%");
}

QByteArray contentTypes(const std::vector<Part> &parts)
{
    std::map<QByteArray, QByteArray> overrides;
    for (const Part &part : parts) {
        overrides.emplace("/" + encodedName(part.name), part.contentType.toUtf8());
    }
    QByteArray xml = declaration;
    xml += "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
           "<Default Extension=\"rels\" ContentType=\"";
    xml += relationshipsType;
    xml += "\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    for (const auto &[name, type] : overrides) {
        xml += "<Override PartName=\"" + escaped(QString::fromUtf8(name)) + "\" ContentType=\""
               + escaped(QString::fromUtf8(type)) + "\"/>";
    }
    return xml + "</Types>";
}

/// From part to part as a relative target, as Word writes it: some readers only know those.
QByteArray relativeTarget(const QString &source, const QString &target)
{
    const QStringList from = source.split(u'/').mid(0, source.count(u'/'));
    const QStringList to = target.split(u'/');
    qsizetype shared = 0;
    while (shared < from.size() && shared < to.size() - 1 && from[shared] == to[shared]) {
        ++shared;
    }
    QStringList steps(from.size() - shared, u".."_s);
    steps += to.mid(shared);
    return encodedName(steps.join(u'/'));
}

QByteArray relationshipsXml(const QString &source, const std::vector<Relationship> &relationships)
{
    QByteArray xml = declaration;
    xml += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    for (const Relationship &relationship : relationships) {
        const QByteArray target =
            relationship.external
                ? escaped(relationship.target)
                : escaped(QString::fromUtf8(relativeTarget(source, relationship.target)));
        xml += "<Relationship Id=\"" + escaped(relationship.id) + "\" Type=\""
               + escaped(relationship.type) + "\" Target=\"" + target + "\""
               + (relationship.external ? " TargetMode=\"External\"/>" : "/>");
    }
    return xml + "</Relationships>";
}

QString relationshipsName(const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/') + 1;
    return part.left(slash) + u"_rels/"_s + part.mid(slash) + u".rels"_s;
}

bool deflateHelps(const QByteArray &bytes)
{
    // Text always gets smaller; pictures often do not.
    constexpr qsizetype tiny = 256;
    if (bytes.size() > tiny && bytes.startsWith("<?xml")) {
        return true;
    }
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
    constexpr uLongf zlibFrame = 6;   // header and checksum that a zip leaves out
    const int result = compress2(reinterpret_cast<Bytef *>(out.data()), &size,
                                 reinterpret_cast<const Bytef *>(bytes.constData()),
                                 static_cast<uLong>(bytes.size()), deflateLevel);
    return result == Z_OK && size - zlibFrame < static_cast<uLongf>(bytes.size());
}

/// A zip that libzip writes into memory.
class MemoryArchive
{
public:
    MemoryArchive();
    MemoryArchive(const MemoryArchive &) = delete;
    MemoryArchive &operator=(const MemoryArchive &) = delete;
    ~MemoryArchive();

    bool add(const Entry &entry);
    std::optional<QByteArray> close();

private:
    zip_source_t *m_source = nullptr;
    zip_t *m_archive = nullptr;
};

MemoryArchive::MemoryArchive()
    : m_source(zip_source_buffer_create(nullptr, 0, 0, nullptr))
{
    if (m_source != nullptr) {
        m_archive = zip_open_from_source(m_source, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
        zip_source_keep(m_source);
    }
}

MemoryArchive::~MemoryArchive()
{
    if (m_archive != nullptr) {
        zip_discard(m_archive);
    }
    if (m_source != nullptr) {
        zip_source_free(m_source);
    }
}

bool MemoryArchive::add(const Entry &entry)
{
    if (m_archive == nullptr) {
        return false;
    }
    zip_source_t *content = zip_source_buffer(m_archive, entry.bytes.constData(),
                                              static_cast<zip_uint64_t>(entry.bytes.size()), 0);
    const zip_int64_t added =
        zip_file_add(m_archive, entry.name.constData(), content, ZIP_FL_ENC_UTF_8);
    if (added < 0) {
        zip_source_free(content);
        return false;
    }
    const auto index = static_cast<zip_uint64_t>(added);
    const bool deflated = deflateHelps(entry.bytes);
    return zip_set_file_compression(m_archive, index, deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                    deflated ? deflateLevel : 0)
               == 0
           && zip_file_set_dostime(m_archive, index, 0, dosEpoch, 0) == 0
           && zip_file_set_external_attributes(m_archive, index, 0, ZIP_OPSYS_DOS, 0) == 0;
}

std::optional<QByteArray> MemoryArchive::close()
{
    if (m_archive == nullptr || zip_close(m_archive) != 0) {
        return std::nullopt;
    }
    m_archive = nullptr;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(m_source, &stat) != 0 || zip_source_open(m_source) != 0) {
        return std::nullopt;
    }
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t got = zip_source_read(m_source, bytes.data(), stat.size);
    zip_source_close(m_source);
    if (got != static_cast<zip_int64_t>(stat.size)) {
        return std::nullopt;
    }
    return bytes;
}

/// Everything that a package consists of, in the order in which it is written.
std::vector<Entry> entriesOf(const OutputPackage &package)
{
    std::map<QByteArray, QByteArray> sorted;
    for (const Part &part : package.parts) {
        sorted.emplace(encodedName(part.name), part.bytes);
        if (!part.relationships.empty()) {
            sorted.emplace(encodedName(relationshipsName(part.name)),
                           relationshipsXml(part.name, part.relationships));
        }
    }
    std::vector<Entry> entries{{"[Content_Types].xml", contentTypes(package.parts)},
                               {"_rels/.rels", relationshipsXml(QString(), package.root)}};
    for (const auto &[name, bytes] : sorted) {
        entries.push_back({name, bytes});
    }
    return entries;
}

base::Result<> checkOutput(const OutputPackage &package)
{
    QStringList keys;
    for (const Part &part : package.parts) {
        const QString key = partKey(part.name);
        if (part.name.isEmpty() || part.contentType.isEmpty() || keys.contains(key)) {
            return base::failure(ErrorCode::Internal, {}, part.name);
        }
        keys.append(key);
    }
    const auto leadsSomewhere = [&keys](const Relationship &relationship) {
        return relationship.external || keys.contains(partKey(relationship.target));
    };
    const auto &root = package.root;
    if (!std::all_of(root.begin(), root.end(), leadsSomewhere)) {
        return base::failure(ErrorCode::Internal, {}, u"_rels/.rels"_s);
    }
    for (const Part &part : package.parts) {
        if (!std::all_of(part.relationships.begin(), part.relationships.end(), leadsSomewhere)) {
            return base::failure(ErrorCode::Internal, {}, relationshipsName(part.name));
        }
    }
    return {};
}

}   // namespace

base::Result<QByteArray> writePackage(const OutputPackage &package, const base::JobContext &job)
{
    if (const auto sound = checkOutput(package); !sound) {
        return tl::unexpected(sound.error());
    }
    const std::vector<Entry> entries = entriesOf(package);
    MemoryArchive archive;
    qint64 done = 0;
    for (const Entry &entry : entries) {
        if (job.cancelled()) {
            return base::failure(ErrorCode::Cancelled);
        }
        if (!archive.add(entry)) {
            return base::failure(ErrorCode::Internal, {}, QString::fromUtf8(entry.name));
        }
        job.report(++done, static_cast<qint64>(entries.size()));
    }
    auto bytes = archive.close();
    if (!bytes) {
        return base::failure(ErrorCode::Internal, {}, u"zip"_s);
    }
    return std::move(*bytes);
}

}   // namespace expunge::formats::ooxml
