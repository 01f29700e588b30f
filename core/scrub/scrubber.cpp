// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/scrubber.h"

#include "core/base/digest.h"
#include "core/base/fileio.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

namespace expunge::scrub {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

/// A file that is not finished: gone with this object, unless it was given its name.
class PartFile
{
public:
    explicit PartFile(const QString &folder)
        : m_path(folder + QStringLiteral("/.expunge-") + base::newUuid() + QStringLiteral(".part"))
    {
    }
    ~PartFile()
    {
        if (m_there) {
            QFile::remove(m_path);
        }
    }
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    Result<> write(const QByteArray &bytes)
    {
        auto written = base::writeFileDurably(m_path, bytes, base::Existing::Refuse, true);
        m_there = written.has_value();
        return written;
    }

    Result<QByteArray> read() const
    {
        return base::readFile(m_path, formats::FormatRegistry::inputLimit);
    }

    Result<> name(const QString &path)
    {
        auto renamed = base::renameDurably(m_path, path, base::Existing::Refuse);
        m_there = QFile::exists(m_path);
        if (!renamed && !m_there) {
            QFile::remove(path);   // it has its name, but not for certain after a power cut
        }
        return renamed;
    }

private:
    QString m_path;
    bool m_there = false;
};

/// Where a leak is, for a person; the first, and how many there are.
QString describe(const std::vector<Leak> &leaks)
{
    const Leak &first = leaks.front();
    QString text =
        first.part.isEmpty() ? first.how : QString(first.part + QStringLiteral(": ") + first.how);
    if (leaks.size() > 1) {
        text += QStringLiteral(", and %1 more").arg(leaks.size() - 1);
    }
    return text;
}

/// The error with the path that a person knows: that of the output, not of the unfinished file.
base::Error named(base::Error error, const QString &path)
{
    error.location = path;
    return error;
}

}   // namespace

Scrubber::Scrubber(const formats::FormatRegistry &registry, const LeakCheck &check)
    : m_registry(registry)
    , m_check(check)
{
}

Result<Scrubbed> Scrubber::scrub(const Expectation &work, const Destination &destination,
                                 const base::JobContext &job) const
{
    if (!work.original) {
        return failure(ErrorCode::WrongUsage, destination.folder, QStringLiteral("no original"));
    }
    const document::DocumentInfo &info = work.original->info();
    Scrubbed scrubbed;
    scrubbed.name = destination.stem + QLatin1Char('.') + info.suffix;
    scrubbed.path = QDir(destination.folder).filePath(scrubbed.name);
    scrubbed.mediaType = info.mediaType;
    if (QFile::exists(scrubbed.path)) {
        return failure(ErrorCode::OutputExists, scrubbed.path);
    }
    auto output = work.original->apply(work.plan, job);
    if (!output) {
        return tl::unexpected(output.error());
    }
    if (job.cancelled()) {
        return failure(ErrorCode::Cancelled, scrubbed.path);
    }
    PartFile file(destination.folder);
    if (auto written = file.write(output->bytes); !written) {
        return tl::unexpected(named(written.error(), scrubbed.path));
    }
    // What is on the disk is checked and signed, not what was meant to be there.
    auto bytes = file.read();
    if (!bytes) {
        return tl::unexpected(named(bytes.error(), scrubbed.path));
    }
    Expectation expected = work;
    expected.adjusted = output->applied.adjusted;
    auto report = m_check.run({*bytes, scrubbed.path}, expected, job);
    if (!report) {
        return tl::unexpected(report.error());
    }
    if (!report->clean()) {
        return failure(ErrorCode::ResidueFound, scrubbed.path, describe(report->leaks));
    }
    if (job.cancelled()) {
        return failure(ErrorCode::Cancelled, scrubbed.path);
    }
    if (auto renamed = file.name(scrubbed.path); !renamed) {
        return tl::unexpected(renamed.error());
    }
    scrubbed.sha256 = base::sha256Hex(*bytes);
    scrubbed.bytes = bytes->size();
    scrubbed.applied = std::move(output->applied);
    scrubbed.report = std::move(*report);
    return scrubbed;
}

Result<std::shared_ptr<const document::Document>>
Scrubber::preview(const document::Document &original, const document::RedactionPlan &plan,
                  const base::JobContext &job) const
{
    auto output = original.apply(plan, job);
    if (!output) {
        return tl::unexpected(output.error());
    }
    return m_registry.open(formats::Source{std::move(output->bytes),
                                           QStringLiteral("preview.") + original.info().suffix},
                           job);
}

int nextFreeNumber(const QString &folder, int from)
{
    static const QRegularExpression numbered(QStringLiteral("^file-0*([0-9]{1,9})(?:\\.|$)"));
    QSet<int> taken;
    for (const QString &name :
         QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System)) {
        if (const auto match = numbered.match(name); match.hasMatch()) {
            taken.insert(match.captured(1).toInt());
        }
    }
    int number = std::max(1, from);
    while (taken.contains(number)) {
        ++number;
    }
    return number;
}

}   // namespace expunge::scrub
