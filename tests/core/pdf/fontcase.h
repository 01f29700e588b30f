// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/contentcleaner.h"

#include <qpdf/QPDF.hh>

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace expunge::testing {

/// A file of one page whose fonts are cut to what the page shows.
class FontCase
{
public:
    explicit FontCase(const QByteArray &file);

    QPDFObjectHandle page() { return m_file->getAllPages().at(0); }
    QPDFObjectHandle font(const char *name = "/F1");
    std::shared_ptr<const pdf::Font> read(const char *name = "/F1");

    /// Codes of the font that the page shows, in the order of use.
    std::vector<quint32> shown(const char *name = "/F1");
    base::Result<pdf::CutFont> cut(const char *name = "/F1");
    /// Cuts it, puts it in the place of the old one, and gives the file.
    QByteArray afterCut(const char *name = "/F1");

    QPDF &file() { return *m_file; }

private:
    QByteArray m_bytes;
    std::shared_ptr<QPDF> m_file;
    pdf::FontStore m_fonts;
};

/// Everything that an object holds and leads to, written out: two fonts are the same when their
/// texts are.
QByteArray writtenOut(const QPDFObjectHandle &object);

/// Decoded bytes of a stream.
QByteArray streamBytes(const QPDFObjectHandle &stream);

/// The page drawn by Poppler at 150 dpi, as raw pixels; empty when it cannot be drawn.
QByteArray drawn(const QByteArray &file);

/// The page's text as Poppler reads it.
QString textOf(const QByteArray &file);

}   // namespace expunge::testing
