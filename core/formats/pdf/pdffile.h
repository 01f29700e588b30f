// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace expunge::pdf {

/// What stands in a file beside its objects.
struct FileTraces
{
    bool recovered = false;   // its table of objects was damaged
    bool encrypted = false;
    int oldVersions = 0;    // former revisions that were only added to
    qsizetype before = 0;   // bytes before the header
    qsizetype after = 0;    // bytes after the last end mark
};

/// The most that is read of a file; a "bomb" is refused within seconds.
struct FileLimits
{
    int objects = 800'000;
    int pages = 50'000;
    qint64 stream = qint64{256} << 20;    // decoded bytes of one stream
    qint64 bloated = qint64{384} << 20;   // of all streams that are far larger than their bytes
};

/// A PDF file as qpdf reads it, with its page tree made flat. Not for several threads at once.
class PdfFile
{
public:
    /// Reads bytes anew each time, so that a copy can be changed. An empty password is tried first,
    /// then each of `passwords`. Damaged, PasswordNeeded, ExpansionLimit or UnsupportedFormat.
    static base::Result<std::unique_ptr<PdfFile>> open(const QByteArray &bytes, const QString &path,
                                                       const QStringList &passwords,
                                                       const FileLimits &limits = {});

    QPDF &qpdf() { return *m_qpdf; }
    /// Pages in their order, each an object of its own with all that it inherits.
    const std::vector<QPDFObjectHandle> &pages() const { return m_pages; }
    const FileTraces &traces() const { return m_traces; }

private:
    explicit PdfFile(QByteArray bytes);

    QByteArray m_bytes;   // which qpdf reads from as long as it lives
    std::shared_ptr<QPDF> m_qpdf;
    std::vector<QPDFObjectHandle> m_pages;
    FileTraces m_traces;
};

/// Decoded bytes of a stream, as far as its filters are none of pictures (ISO 32000-1, 7.4); the
/// rest of its filters are left on. Damaged when they cannot be decoded, ExpansionLimit when there
/// are too many.
base::Result<QByteArray> readStream(const QPDFObjectHandle &stream,
                                    qint64 limit = FileLimits().stream);

/// Names of a stream's filters in the order of decoding, without slash; long names for short ones.
std::vector<QByteArray> filtersOf(const QPDFObjectHandle &stream);

}   // namespace expunge::pdf
