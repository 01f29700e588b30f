// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/interpreter.h"
#include "core/formats/pdf/pagetext.h"
#include "tests/support/pdffile.h"

#include <memory>

namespace expunge::testing {

/// The pages of a file in memory, interpreted one by one.
class PageReading
{
public:
    explicit PageReading(const QByteArray &bytes, const char *password = nullptr);

    pdf::PageContent page(int index = 0);
    pdf::PageText text(int index = 0);
    /// Texts of the blocks that are unseen for this reason, each in a line of its own.
    QString blocks(pdf::Unseen unseen = pdf::Unseen::Visible, int index = 0);

    QPDF &file() { return m_file; }
    pdf::Interpreter &interpreter() { return *m_interpreter; }

private:
    QByteArray m_bytes;
    QPDF m_file;
    std::unique_ptr<pdf::Interpreter> m_interpreter;
};

/// One of the invented files in tests/data/pdf.
QByteArray pdfSample(const QString &name);

/// A page with this content, where /F1 is Helvetica and /F2 Courier, 612 by 792 points.
QByteArray pageOf(const QByteArray &content, const QByteArray &resources = {},
                  const QByteArray &extra = {});

}   // namespace expunge::testing
