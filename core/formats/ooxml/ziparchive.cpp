// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/ziparchive.h"

#include <QSet>

#include <memory>
#include <optional>

#include <zip.h>
#include <zlib.h>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

// Level 6 takes four times as long for two percent less, libzip's own default four times that.
constexpr int deflateLevel = 4;
constexpr zip_uint16_t dosEpoch = 33;   // 1980-01-01, the earliest date that a zip can hold

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

/// Inflates the entries of one zip and counts what comes out.
class EntryReader
{
public:
    EntryReader(const QString &path, const base::JobContext &job, const PackageLimits &limits)
        : m_path(path)
        , m_job(job)
        , m_limits(limits)
    {
    }

    base::Result<ZipContents> read(const ZipDirectory &directory);

private:
    tl::unexpected<base::Error> fail(ErrorCode code, const QString &detail) const
    {
        return base::failure(code, m_path, detail);
    }
    base::Result<> refuseDuplicates(const ZipDirectory &directory) const;
    base::Result<> refuseBombs(const ZipDirectory &directory) const;
    base::Result<QByteArray> readEntry(zip_t *archive, zip_uint64_t index,
                                       const ZipEntryInfo &entry);

    const QString &m_path;
    const base::JobContext &m_job;
    const PackageLimits &m_limits;
};

/// Of two entries with one name some programs read the first and some the last, so a reviewer might
/// see another text than the recipient.
base::Result<> EntryReader::refuseDuplicates(const ZipDirectory &directory) const
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

/// By what the headers claim, which readEntry() holds them to.
base::Result<> EntryReader::refuseBombs(const ZipDirectory &directory) const
{
    const auto ratio = static_cast<quint64>(m_limits.ratio);
    quint64 total = 0;
    for (const ZipEntryInfo &entry : directory.entries) {
        const bool swells = entry.size > static_cast<quint64>(m_limits.ratioFrom)
                            && entry.size / ratio > entry.compressedSize;
        if (swells || entry.size > static_cast<quint64>(m_limits.entryBytes)) {
            return fail(ErrorCode::ExpansionLimit, entry.name);
        }
        total += entry.size;   // cannot overflow: few entries, none larger than the limit
        const bool swell = total > static_cast<quint64>(m_limits.totalRatioFrom)
                           && total / ratio > static_cast<quint64>(directory.archive.size());
        if (swell || total > static_cast<quint64>(m_limits.totalBytes)) {
            return fail(ErrorCode::ExpansionLimit, entry.name);
        }
    }
    return {};
}

base::Result<ZipContents> EntryReader::read(const ZipDirectory &directory)
{
    if (const auto unique = refuseDuplicates(directory); !unique) {
        return tl::unexpected(unique.error());
    }
    if (const auto sound = refuseBombs(directory); !sound) {
        return tl::unexpected(sound.error());
    }
    ZipContents contents;
    contents.traces = directory.traces;
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
        contents.entries.push_back({entry.name, std::move(*bytes)});
        m_job.report(static_cast<qint64>(index) + 1, count);
    }
    return contents;
}

base::Result<QByteArray> EntryReader::readEntry(zip_t *archive, zip_uint64_t index,
                                                const ZipEntryInfo &entry)
{
    const EntryFile file(zip_fopen_index(archive, index, 0));
    if (!file) {
        return fail(ErrorCode::Damaged, entry.name);
    }
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(entry.size));   // refuseBombs() has looked at it
    QByteArray block(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const zip_int64_t got =
            zip_fread(file.get(), block.data(), static_cast<zip_uint64_t>(block.size()));
        if (got < 0) {
            return fail(ErrorCode::Damaged, entry.name);
        }
        if (got == 0) {
            return bytes;
        }
        if (static_cast<quint64>(bytes.size() + got) > entry.size) {
            return fail(ErrorCode::ExpansionLimit, entry.name);
        }
        if (m_job.cancelled()) {
            return fail(ErrorCode::Cancelled, {});
        }
        bytes.append(block.constData(), static_cast<qsizetype>(got));
    }
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

    bool add(const ZipOutput &entry);
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

bool MemoryArchive::add(const ZipOutput &entry)
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
    const bool deflated = !entry.stored && deflateHelps(entry.bytes);
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

}   // namespace

base::Result<ZipContents> readZipContents(const QByteArray &zip, const QString &path,
                                          const base::JobContext &job, const PackageLimits &limits)
{
    const auto directory = readZipDirectory(zip, path, limits);
    if (!directory) {
        return tl::unexpected(directory.error());
    }
    return EntryReader(path, job, limits).read(*directory);
}

base::Result<QByteArray> writeZip(const std::vector<ZipOutput> &entries,
                                  const base::JobContext &job)
{
    MemoryArchive archive;
    qint64 done = 0;
    for (const ZipOutput &entry : entries) {
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
