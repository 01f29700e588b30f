// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/scrub/archivereader.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace expunge::scrub {

/// Takes what a scan comes across.
class ScanSink
{
public:
    ScanSink() = default;
    ScanSink(const ScanSink &) = delete;
    ScanSink &operator=(const ScanSink &) = delete;
    virtual ~ScanSink();

    /// False: nothing that is looked for stands in the text (UTF-8), in any form, so that it need
    /// not be handed over.
    virtual bool wants(QByteArrayView text) const = 0;

    /// Running text: a paragraph, or the whole of a text part.
    virtual void text(const QString &part, const QString &text) = 0;

    /// Text in the markup or container: an attribute, a comment, the name of an entry. `how` is
    /// what it is.
    virtual void markup(const QString &part, const QString &how, const QString &text) = 0;

    /// Bytes as they are; `isText` when their plain UTF-8 was or will be handed to text() or
    /// markup().
    virtual void bytes(const QString &part, const QByteArray &bytes, bool isText) = 0;

    /// Something that could not be read, so that nothing can be said of it.
    virtual void unreadable(const QString &part, const QString &what) = 0;
};

/// Takes a file apart down to the last byte: entries of archives, archives and gzip members in
/// them, texts and attributes of XML, Base64 blocks, and hands every piece to a sink.
class PartScanner
{
public:
    PartScanner(ScanSink &sink, const base::JobContext &job);

    /// False if it was told to stop. `asDocument`: a text file that is no archive is one running
    /// text, even if it looks like XML.
    bool scan(const QByteArray &file, bool asDocument);

    int parts() const { return m_parts; }

private:
    void scanBytes(const QString &part, const QByteArray &bytes, int depth);
    bool scanArchive(const QString &part, const QByteArray &bytes, int depth);
    bool scanMarkup(const QString &part, const QByteArray &bytes, int depth);
    void scanText(const QString &part, const QByteArray &bytes, const QString &text, int depth);
    void scanBinary(const QString &part, const QByteArray &bytes, int depth);
    void scanBlock(const QString &part, QStringView text, int depth);

    ScanSink &m_sink;
    const base::JobContext &m_job;
    ReadBudget m_budget;
    int m_parts = 0;
    bool m_asDocument = false;
};

}   // namespace expunge::scrub
