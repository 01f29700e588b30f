// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/pagereading.h"

#include <QFile>

namespace expunge::testing {

PageReading::PageReading(const QByteArray &bytes, const char *password)
    : m_bytes(bytes)
{
    m_file.setSuppressWarnings(true);
    m_file.processMemoryFile("test", m_bytes.constData(), static_cast<std::size_t>(m_bytes.size()),
                             password);
    m_interpreter = std::make_unique<pdf::Interpreter>(m_file);
}

pdf::PageContent PageReading::page(int index)
{
    return m_interpreter->read(index, {}).value();
}

pdf::PageText PageReading::text(int index)
{
    return pdf::assembleText(page(index));
}

QString PageReading::blocks(pdf::Unseen unseen, int index)
{
    QStringList texts;
    for (const pdf::TextBlock &block : text(index).blocks) {
        if (block.unseen == unseen) {
            texts += block.text;
        }
    }
    return texts.join(u'\n');
}

QByteArray pdfSample(const QString &name)
{
    QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/pdf/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray pageOf(const QByteArray &content, const QByteArray &resources, const QByteArray &extra)
{
    PdfFile file;
    const QByteArray fonts = "/Font << /F1 " + PdfFile::ref(file.addBaseFont()) + " /F2 "
                             + PdfFile::ref(file.addBaseFont("Courier")) + " >> ";
    file.addPage(content, fonts + resources, extra);
    return file.bytes();
}

}   // namespace expunge::testing
