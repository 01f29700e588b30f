// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formathandler.h"
#include "core/formats/legacy/converter.h"

#include <memory>
#include <vector>

namespace expunge::formats {

/// The formats that this program reads and writes; the one door through which files are opened.
class FormatRegistry
{
public:
    explicit FormatRegistry(std::vector<std::unique_ptr<FormatHandler>> handlers);

    const std::vector<std::unique_ptr<FormatHandler>> &handlers() const { return m_handlers; }

    /// Suffixes of all formats, lower case, without dot.
    QStringList suffixes() const;

    /// Largest input that is read, in bytes.
    static constexpr qint64 inputLimit = qint64{1} << 30;

    /// Opens a file from disk. Errors carry the path; a file whose content contradicts its suffix
    /// is ContentMismatch.
    base::Result<std::shared_ptr<const document::Document>> open(const QString &path,
                                                                 const base::JobContext &job) const;

    /// Opens bytes, as above.
    base::Result<std::shared_ptr<const document::Document>> open(const Source &source,
                                                                 const base::JobContext &job) const;

    /// Reads bytes without keeping them; see FormatHandler::readThrough. The errors of open().
    base::Result<std::vector<document::HiddenItem>>
    readThrough(const Source &source, const UnitVisitor &visit, const base::JobContext &job) const;

    /// The pages alone, before the file is read; see FormatHandler::glance.
    base::Result<std::shared_ptr<const document::Document>> glance(const Source &source) const;

private:
    base::Result<const FormatHandler *> handlerFor(const Source &source) const;

    std::vector<std::unique_ptr<FormatHandler>> m_handlers;
};

/// The explicit list of formats; adding one is a line in builtinformats.cpp. Old formats are read
/// by way of the converter; without one, they are refused as such.
FormatRegistry builtinFormats(std::unique_ptr<const legacy::Converter> converter = nullptr);

/// What bytes look like to somebody who has to say "this is really a …": "PDF file", "JPEG
/// picture"; empty if unknown.
QString describeContent(const QByteArray &bytes);

}   // namespace expunge::formats
