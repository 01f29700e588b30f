// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/pagescan.h"

namespace expunge::scrub {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

/// The ASCII in bytes of any kind; all else is looked for among the bytes.
QString plainText(QByteArray bytes)
{
    for (char &c : bytes) {
        c = static_cast<quint8>(c) < 0x80 && c != '\0' ? c : ' ';
    }
    return QString::fromLatin1(bytes);
}

}   // namespace

Result<int> scanParts(const document::PagedDocument &document, ScanSink &sink)
{
    int parts = 0;
    auto visited = document.visitParts([&](const document::PartView &part) {
        ++parts;
        const QByteArray bytes = part.bytes.toByteArray();
        if (part.name.endsWith(", stream"_L1)) {
            if (sink.wants(part.bytes)) {
                sink.markup(part.name, u"text"_s, plainText(bytes));
            }
            sink.bytes(part.name, bytes, true);
            return;
        }
        for (const QByteArray &line : bytes.split('\n')) {
            sink.markup(part.name, u"string"_s, QString::fromUtf8(line));
            sink.bytes(part.name, line, true);
        }
    });
    if (!visited) {
        return tl::unexpected(visited.error());
    }
    return parts;
}

Result<> scanOtherReading(const document::PagedDocument &document, ScanSink &sink,
                          const base::JobContext &job)
{
    const auto readings = document.readAgain(job);
    if (!readings) {
        return tl::unexpected(readings.error());
    }
    for (const document::OtherReading &reading : *readings) {
        sink.text(reading.part, reading.text);
    }
    return {};
}

}   // namespace expunge::scrub
