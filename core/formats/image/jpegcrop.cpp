// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/jpegcrop.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace expunge::formats::image {

namespace {

constexpr int quality = 92;   // what was lost once is hardly lost again, and the file does not grow

/// libjpeg leaves by a long jump when it gives up, so nothing with a destructor may be made between
/// the jump and its target.
struct Failure
{
    jpeg_error_mgr base;
    std::jmp_buf target;
};

[[noreturn]] void giveUp(j_common_ptr info)
{
    std::longjmp(reinterpret_cast<Failure *>(info->err)->target, 1);
}

void saySilently(j_common_ptr) {}

/// Samples of a picture in its own colours: grey, red-green-blue, or the four of print.
struct Samples
{
    int width = 0;
    int height = 0;
    int components = 0;
    J_COLOR_SPACE colours = JCS_UNKNOWN;
    bool adobe = false;
    UINT8 densityUnit = 0;
    UINT16 densityX = 1;
    UINT16 densityY = 1;
    QByteArray bytes;
};

void prepare(Failure &failure)
{
    jpeg_std_error(&failure.base);
    failure.base.error_exit = giveUp;
    failure.base.output_message = saySilently;
}

bool readHeader(jpeg_decompress_struct &in, const QByteArray &bytes, Samples &samples)
{
    jpeg_mem_src(&in, reinterpret_cast<const unsigned char *>(bytes.constData()),
                 static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&in, TRUE);
    if (qint64{in.image_width} * in.image_height > mostPixels) {
        return false;
    }
    const bool print = in.jpeg_color_space == JCS_CMYK || in.jpeg_color_space == JCS_YCCK;
    const bool grey = in.jpeg_color_space == JCS_GRAYSCALE;
    in.out_color_space = print ? JCS_CMYK : grey ? JCS_GRAYSCALE : JCS_RGB;
    samples.colours = in.out_color_space;
    samples.components = print ? 4 : grey ? 1 : 3;
    samples.width = static_cast<int>(in.image_width);
    samples.height = static_cast<int>(in.image_height);
    samples.adobe = in.saw_Adobe_marker != FALSE;
    samples.densityUnit = in.density_unit;
    samples.densityX = in.X_density;
    samples.densityY = in.Y_density;
    return true;
}

bool decode(const QByteArray &bytes, Samples &samples)
{
    jpeg_decompress_struct in{};
    Failure failure{};
    in.err = &failure.base;
    prepare(failure);
    if (setjmp(failure.target) != 0) {
        jpeg_destroy_decompress(&in);
        return false;
    }
    jpeg_create_decompress(&in);
    bool read = readHeader(in, bytes, samples);
    if (read) {
        jpeg_start_decompress(&in);
        const auto row = static_cast<qsizetype>(samples.width) * samples.components;
        samples.bytes.resize(row * samples.height);
        while (in.output_scanline < in.output_height) {
            auto *line = reinterpret_cast<JSAMPROW>(samples.bytes.data())
                         + static_cast<qsizetype>(in.output_scanline) * row;
            jpeg_read_scanlines(&in, &line, 1);
        }
        jpeg_finish_decompress(&in);
        read = in.err->num_warnings == 0;   // of a damaged picture nobody knows what is where
    }
    jpeg_destroy_decompress(&in);
    return read;
}

bool encode(const Samples &samples, const PixelRect &rect, unsigned char *&out, unsigned long &size)
{
    jpeg_compress_struct made{};
    Failure failure{};
    made.err = &failure.base;
    prepare(failure);
    if (setjmp(failure.target) != 0) {
        jpeg_destroy_compress(&made);
        return false;
    }
    jpeg_create_compress(&made);
    jpeg_mem_dest(&made, &out, &size);
    made.image_width = static_cast<JDIMENSION>(rect.width);
    made.image_height = static_cast<JDIMENSION>(rect.height);
    made.input_components = samples.components;
    made.in_color_space = samples.colours;
    jpeg_set_defaults(&made);
    jpeg_set_quality(&made, quality, TRUE);
    made.optimize_coding = TRUE;
    made.density_unit = samples.densityUnit;
    made.X_density = samples.densityX;
    made.Y_density = samples.densityY;
    jpeg_start_compress(&made, TRUE);
    const auto row = static_cast<qsizetype>(samples.width) * samples.components;
    while (made.next_scanline < made.image_height) {
        const auto at = (rect.top + static_cast<qsizetype>(made.next_scanline)) * row
                        + static_cast<qsizetype>(rect.left) * samples.components;
        // the interface takes lines that could be written to, and writes to none
        auto *line = const_cast<JSAMPROW>(
            reinterpret_cast<const unsigned char *>(samples.bytes.constData()) + at);
        jpeg_write_scanlines(&made, &line, 1);
    }
    jpeg_finish_compress(&made);
    jpeg_destroy_compress(&made);
    return true;
}

}   // namespace

std::optional<QByteArray>
cropJpeg(const QByteArray &bytes,
         const std::function<std::optional<PixelRect>(int width, int height)> &choose)
{
    Samples samples;
    if (!decode(bytes, samples)) {
        return std::nullopt;
    }
    const auto rect = choose(samples.width, samples.height);
    if (!rect) {
        return std::nullopt;
    }
    unsigned char *out = nullptr;
    unsigned long size = 0;
    const bool done = encode(samples, *rect, out, size);
    std::optional<QByteArray> result;
    if (done) {
        result = QByteArray(reinterpret_cast<const char *>(out), static_cast<qsizetype>(size));
    }
    std::free(out);
    return result;
}

}   // namespace expunge::formats::image
