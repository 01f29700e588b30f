// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/rewriting.h"

#include "core/formats/pdf/pagedrawer.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

#include <QFile>
#include <QtTest>

#include <algorithm>
#include <cstring>

namespace expunge::testing {

namespace {

QByteArray bytesOf(const std::shared_ptr<Buffer> &buffer)
{
    return {reinterpret_cast<const char *>(buffer->getBuffer()),
            static_cast<qsizetype>(buffer->getSize())};
}

std::shared_ptr<QPDF> opened(const QByteArray &bytes)
{
    auto file = std::make_shared<QPDF>();
    file->setSuppressWarnings(true);
    file->processMemoryFile("test", bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return file;
}

// From points from the top left of the page as it is shown to default user space.
pdf::Matrix shownToPage(const pdf::PageContent &content)
{
    const pdf::Rect &box = content.cropBox;
    switch (content.rotation) {
    case 90:
        return {0, 1, 1, 0, box.left, box.bottom};
    case 180:
        return {-1, 0, 0, 1, box.right, box.bottom};
    case 270:
        return {0, -1, -1, 0, box.right, box.top};
    default:
        return {1, 0, 0, -1, box.left, box.top};
    }
}

}   // namespace

QByteArray pdfData(const QString &name)
{
    QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/pdf/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no such file: %s", qPrintable(name));
    }
    return file.readAll();
}

Rewriting::Rewriting(const QByteArray &bytes)
    : m_bytes(bytes)
    , m_file(opened(m_bytes))
    , m_interpreter(std::make_unique<pdf::Interpreter>(*m_file))
{
}

const pdf::PageContent &Rewriting::read(int page)
{
    auto content = m_interpreter->read(page, {});
    if (!content) {
        qFatal("page %d cannot be read", page);
    }
    m_content = std::move(*content);
    m_text = pdf::assembleText(m_content);
    return m_content;
}

pdf::PageRemoval Rewriting::removalOf(const QString &secret, const QString &replacement) const
{
    pdf::PageRemoval removal;
    for (std::size_t b = 0; b < m_text.blocks.size(); ++b) {
        const QString &text = m_text.blocks[b].text;
        for (qsizetype at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
            removal.redactions.push_back({m_text.glyphs(static_cast<int>(b), static_cast<int>(at),
                                                        static_cast<int>(at + secret.size())),
                                          replacement, false});
        }
    }
    return removal;
}

pdf::RewrittenPage Rewriting::rewrite(const pdf::PageRemoval &removal)
{
    auto rewritten = pdf::rewritePage(*m_file, m_content, m_text, removal);
    if (!rewritten) {
        QTest::qFail(qPrintable(rewritten.error().detail), __FILE__, __LINE__);
        return {};
    }
    return *rewritten;
}

QByteArray Rewriting::contentBytes(int page)
{
    QPDFObjectHandle object = m_file->getAllPages().at(static_cast<std::size_t>(page));
    QPDFObjectHandle contents = object.getKey("/Contents");
    return bytesOf(contents.getStreamData(qpdf_dl_generalized));
}

QByteArray Rewriting::bytes()
{
    QPDFWriter writer(*m_file);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setSuppressOriginalObjectIDs(true);
    writer.write();
    return bytesOf(writer.getBufferSharedPointer());
}

int Rewriting::differences(int page, const std::vector<pdf::Rect> &allowed)
{
    constexpr double scale = 150.0 / 72;
    const auto drawn = [page](const QByteArray &bytes) {
        const auto drawer = pdf::PageDrawer::open(bytes, QStringLiteral("test.pdf"));
        if (!drawer) {
            return document::PageImage();
        }
        return (*drawer)->draw(page, scale).value_or(document::PageImage());
    };
    const document::PageImage before = drawn(m_bytes);
    const document::PageImage after = drawn(bytes());
    if (before.width == 0 || before.width != after.width || before.height != after.height) {
        return -1;
    }
    const auto toPage = shownToPage(m_content).inverted().value_or(pdf::Matrix{});
    std::vector<pdf::Rect> areas;
    for (const pdf::Rect &area : allowed) {
        areas.push_back(toPage.bounds(area).grown(1));
    }
    int count = 0;
    for (int y = 0; y < before.height; ++y) {
        for (int x = 0; x < before.width; ++x) {
            const qsizetype at = (qsizetype{y} * before.width + x) * 4;
            const pdf::Point place{(x + 0.5) / scale, (y + 0.5) / scale};
            const bool differs =
                std::memcmp(before.bytes.constData() + at, after.bytes.constData() + at, 4) != 0;
            if (differs && std::none_of(areas.begin(), areas.end(), [&](const pdf::Rect &area) {
                    return area.contains(place);
                })) {
                ++count;
            }
        }
    }
    return count;
}

QString textOf(const pdf::PageText &text)
{
    QString all;
    for (const pdf::TextBlock &block : text.blocks) {
        all += block.text + u'\n';
    }
    return all;
}

QByteArray Rewriting::everything()
{
    const QByteArray written = bytes();
    const auto again = opened(written);
    QByteArray all;
    for (QPDFObjectHandle object : again->getAllObjects()) {
        if (object.isStream()) {
            try {
                all += bytesOf(object.getStreamData(qpdf_dl_all)) + '\n';
            } catch (const std::exception &) {
                all += bytesOf(object.getRawStreamData()) + '\n';
            }
        } else {
            all += QByteArray::fromStdString(object.unparseResolved()) + '\n';
        }
    }
    return all;
}

}   // namespace expunge::testing
