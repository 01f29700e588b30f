// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/interpreter.h"
#include "core/formats/pdf/pagerewriter.h"

#include <qpdf/QPDF.hh>

#include <QByteArray>
#include <QString>

#include <memory>

namespace expunge::testing {

/// A file whose pages are rewritten, one after the other.
class Rewriting
{
public:
    explicit Rewriting(const QByteArray &bytes);

    const pdf::PageContent &read(int page);
    const pdf::PageText &text() const { return m_text; }
    const pdf::PageContent &content() const { return m_content; }

    /// What takes all occurrences of a text out of the page that was read.
    pdf::PageRemoval removalOf(const QString &secret, const QString &replacement = {}) const;
    /// Rewrites the page that was read. What failed is told as a test failure.
    pdf::RewrittenPage rewrite(const pdf::PageRemoval &removal);

    /// The page's content as it is now, decoded.
    QByteArray contentBytes(int page);
    /// All decoded streams that pages still use, in the order of walking; pictures too.
    QByteArray everything();
    /// The file as it is now, with what nothing uses left out.
    QByteArray bytes();
    QPDF &file() { return *m_file; }

    /// How many pixels of a page, drawn at 150 dpi, differ from the file as it was opened; outside
    /// of `allowed`, in the page's default user space, or in all of it.
    int differences(int page, const std::vector<pdf::Rect> &allowed);

private:
    QByteArray m_bytes;
    std::shared_ptr<QPDF> m_file;
    std::unique_ptr<pdf::Interpreter> m_interpreter;
    pdf::PageContent m_content;
    pdf::PageText m_text;
};

/// All text of a page that can be read, block by block.
QString textOf(const pdf::PageText &text);

/// A file of tests/data/pdf.
QByteArray pdfData(const QString &name);

}   // namespace expunge::testing
