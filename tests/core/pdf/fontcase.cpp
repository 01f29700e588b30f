// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/fontcase.h"

#include <poppler-qt6.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

#include <QImage>

namespace expunge::testing {
namespace {

void writeOut(QPDFObjectHandle object, QByteArray &text, int depth)
{
    if (depth > 30) {
        return;
    }
    if (object.isStream()) {
        text += "stream " + streamBytes(object).toHex() + ' ';
        writeOut(object.getDict(), text, depth + 1);
    } else if (object.isDictionary()) {
        text += "<<";
        for (auto &[key, value] : object.ditems()) {
            if (key != "/Length" && key != "/Filter") {
                text += QByteArray::fromStdString(key) + ' ';
                writeOut(value, text, depth + 1);
            }
        }
        text += ">>";
    } else if (object.isArray()) {
        text += '[';
        for (QPDFObjectHandle &item : object.aitems()) {
            writeOut(item, text, depth + 1);
        }
        text += ']';
    } else {
        text += QByteArray::fromStdString(object.unparseResolved()) + ' ';
    }
}

std::unique_ptr<Poppler::Page> firstPage(const QByteArray &file,
                                         std::unique_ptr<Poppler::Document> *document)
{
    *document = Poppler::Document::loadFromData(file);
    if (!*document) {
        return nullptr;
    }
    (*document)->setRenderHint(Poppler::Document::Antialiasing);
    (*document)->setRenderHint(Poppler::Document::TextAntialiasing);
    return (*document)->page(0);
}

}   // namespace

FontCase::FontCase(const QByteArray &file)
    : m_bytes(file)
    , m_file(QPDF::create())
{
    m_file->processMemoryFile("case", m_bytes.constData(), std::size_t(m_bytes.size()));
}

QPDFObjectHandle FontCase::font(const char *name)
{
    return page().getKey("/Resources").getKey("/Font").getKey(name);
}

std::shared_ptr<const pdf::Font> FontCase::read(const char *name)
{
    return m_fonts.font(font(name));
}

std::vector<quint32> FontCase::shown(const char *name)
{
    const pdf::ContentStream content = pdf::readContent(streamBytes(page().getKey("/Contents")));
    std::map<QPDFObjGen, std::vector<quint32>> codes;
    pdf::collectCodes(content, page().getKey("/Resources"), m_fonts, {font(name).getObjGen()},
                      codes);
    return codes[font(name).getObjGen()];
}

base::Result<pdf::CutFont> FontCase::cut(const char *name)
{
    return pdf::cutFont(*m_file, *read(name), shown(name));
}

QByteArray FontCase::afterCut(const char *name)
{
    const auto made = cut(name);
    if (!made) {
        return {};
    }
    const std::map<QPDFObjGen, pdf::CutFont> fonts{{font(name).getObjGen(), *made}};
    QPDFObjectHandle resources = page().getKey("/Resources");
    const pdf::CleaningRules rules{resources, &fonts, &m_fonts, nullptr, false};
    const pdf::CleanContent clean =
        pdf::cleanContent(pdf::readContent(streamBytes(page().getKey("/Contents"))), rules);
    QPDFObjectHandle newFonts = QPDFObjectHandle::newDictionary();
    for (const auto &[before, after] : clean.names.at("Font")) {
        const QPDFObjectHandle old = resources.getKey("/Font").getKey("/" + before.toStdString());
        newFonts.replaceKey("/" + after.toStdString(), "/" + before == name ? made->object : old);
    }
    QPDFObjectHandle newResources = QPDFObjectHandle::newDictionary();
    newResources.replaceKey("/Font", newFonts);
    page().replaceKey("/Resources", newResources);
    page().replaceKey("/Contents",
                      QPDFObjectHandle::newStream(m_file.get(), clean.bytes.toStdString()));
    QPDFWriter writer(*m_file);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                      qsizetype(buffer->getSize()));
}

QByteArray writtenOut(const QPDFObjectHandle &object)
{
    QByteArray text;
    writeOut(object, text, 0);
    return text;
}

QByteArray streamBytes(const QPDFObjectHandle &stream)
{
    const auto data = QPDFObjectHandle(stream).getStreamData(qpdf_dl_all);
    return QByteArray(reinterpret_cast<const char *>(data->getBuffer()),
                      qsizetype(data->getSize()));
}

QByteArray drawn(const QByteArray &file)
{
    std::unique_ptr<Poppler::Document> document;
    const std::unique_ptr<Poppler::Page> page = firstPage(file, &document);
    if (!page) {
        return {};
    }
    const QImage image = page->renderToImage(150, 150);
    return QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
}

QString textOf(const QByteArray &file)
{
    std::unique_ptr<Poppler::Document> document;
    const std::unique_ptr<Poppler::Page> page = firstPage(file, &document);
    return page ? page->text(QRectF()).simplified() : QString();
}

}   // namespace expunge::testing
