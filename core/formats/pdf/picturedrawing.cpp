// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/picturedrawing.h"

#include "core/formats/pdf/pagedrawer.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

#include <cstring>

namespace expunge::pdf {

namespace {

constexpr qint64 mostPixels = 60'000'000;

enum class Depth { Bit, Grey, Colour };

/// A file with one page that is as large as the picture has pixels, and holds nothing else.
QByteArray pageOf(QPDFObjectHandle picture, qint64 width, qint64 height)
{
    QPDF page;
    page.emptyPDF();
    QPDFObjectHandle image = page.copyForeignObject(picture);
    QPDFObjectHandle dictionary = image.getDict();
    for (const char *key : {"/SMask", "/Mask", "/SMaskInData", "/OC", "/Alternates"}) {
        dictionary.removeKey(key);
    }
    const std::string size = std::to_string(width) + ' ' + std::to_string(height);
    QPDFObjectHandle object =
        QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 " + size + "] >>");
    QPDFObjectHandle resources = QPDFObjectHandle::parse("<< /XObject << >> >>");
    resources.getKey("/XObject").replaceKey("/Im", image);
    object.replaceKey("/Resources", resources);
    // Poppler draws into every pixel that a picture reaches, the one after its edge too; so that a
    // pixel stays a pixel, the edges keep a little away.
    const std::string content = "0 g " + std::to_string(width - 1) + ".5 0 0 "
                                + std::to_string(height - 1) + ".5 .25 .25 cm /Im Do\n";
    object.replaceKey("/Contents", page.newStream(content));
    page.addPage(page.makeIndirectObject(object), false);
    QPDFWriter writer(page);
    writer.setOutputMemory();
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()),
            static_cast<qsizetype>(buffer->getSize())};
}

quint32 pixelAt(const document::PageImage &image, qsizetype index)
{
    quint32 pixel = 0;
    std::memcpy(&pixel, image.bytes.constData() + index * 4, sizeof pixel);
    return pixel & 0xffffff;
}

Depth depthOf(const document::PageImage &image, bool &blank)
{
    constexpr quint32 white = 0xffffff;
    bool bits = true;
    bool grey = true;
    blank = true;
    const qsizetype count = qsizetype{image.width} * image.height;
    for (qsizetype i = 0; i < count; ++i) {
        const quint32 pixel = pixelAt(image, i);
        blank = blank && pixel == white;
        bits = bits && (pixel == white || pixel == 0);
        grey = grey && (pixel & 0xff) == (pixel >> 16) && (pixel & 0xff) == ((pixel >> 8) & 0xff);
    }
    return bits ? Depth::Bit : grey ? Depth::Grey : Depth::Colour;
}

QByteArray samplesOf(const document::PageImage &image, Depth depth)
{
    QByteArray bytes;
    for (int y = 0; y < image.height; ++y) {
        quint8 byte = 0;
        for (int x = 0; x < image.width; ++x) {
            const quint32 pixel = pixelAt(image, qsizetype{y} * image.width + x);
            if (depth == Depth::Bit) {
                byte = static_cast<quint8>(byte << 1 | static_cast<int>(pixel & 1));
                if (x % 8 == 7) {
                    bytes += static_cast<char>(byte);
                }
            } else if (depth == Depth::Grey) {
                bytes += static_cast<char>(pixel);
            } else {
                bytes += static_cast<char>(pixel >> 16);
                bytes += static_cast<char>(pixel >> 8);
                bytes += static_cast<char>(pixel);
            }
        }
        if (depth == Depth::Bit && image.width % 8 != 0) {
            bytes += static_cast<char>(byte << (8 - image.width % 8));
        }
    }
    return bytes;
}

}   // namespace

QPDFObjectHandle drawnPicture(QPDF &file, QPDFObjectHandle picture)
{
    QPDFObjectHandle from = picture.getDict();
    QPDFObjectHandle width = from.getKey("/Width");
    QPDFObjectHandle height = from.getKey("/Height");
    if (!width.isInteger() || !height.isInteger() || width.getIntValue() < 1
        || height.getIntValue() < 1 || width.getIntValue() > mostPixels / height.getIntValue()) {
        return QPDFObjectHandle::newNull();
    }
    const auto drawer =
        PageDrawer::open(pageOf(picture, width.getIntValue(), height.getIntValue()), {});
    const auto image = drawer ? (*drawer)->draw(0, 1) : tl::unexpected(drawer.error());
    if (!image || image->width != width.getIntValue() || image->height != height.getIntValue()) {
        return QPDFObjectHandle::newNull();
    }
    bool blank = false;
    const Depth depth = depthOf(*image, blank);
    QPDFObjectHandle mask = from.getKey("/ImageMask");
    const bool stencil = mask.isBool() && mask.getBoolValue();
    if (blank || (stencil && depth != Depth::Bit)) {
        return QPDFObjectHandle::newNull();   // not understood, most likely
    }
    QPDFObjectHandle copy = file.newStream(samplesOf(*image, depth).toStdString());
    QPDFObjectHandle to = from.shallowCopy();
    for (const char *key : {"/Filter", "/DecodeParms", "/Length", "/Decode", "/ColorSpace",
                            "/SMaskInData", "/F", "/FFilter", "/FDecodeParms"}) {
        to.removeKey(key);
    }
    if (!stencil) {
        to.replaceKey("/ColorSpace", QPDFObjectHandle::newName(
                                         depth == Depth::Colour ? "/DeviceRGB" : "/DeviceGray"));
    }
    if (to.getKey("/Mask").isArray()) {
        to.removeKey("/Mask");   // colours of the picture as it was coded
    }
    to.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(depth == Depth::Bit ? 1 : 8));
    copy.replaceDict(to);
    return copy;
}

}   // namespace expunge::pdf
