// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cuttype3.h"

#include "core/formats/pdf/contentstream.h"
#include "core/formats/pdf/cutcodes.h"
#include "core/formats/pdf/cutdictionary.h"
#include "core/formats/pdf/geometry.h"

#include <qpdf/Buffer.hh>

#include <algorithm>
#include <array>
#include <cmath>

namespace expunge::pdf {
namespace {

// The box that a glyph's procedure declares by d1 (ISO 32000-1, table 113).
std::optional<Rect> declaredBox(QPDFObjectHandle procedure)
{
    if (!procedure.isStream()) {
        return std::nullopt;
    }
    const auto data = procedure.getStreamData(qpdf_dl_all);
    const ContentStream content = readContent(
        QByteArray(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize())));
    for (const Operation &operation : content.operations) {
        if (operation.op == Operator::GlyphWidthBox) {
            return Rect{content.number(operation, 2), content.number(operation, 3),
                        content.number(operation, 4), content.number(operation, 5)};
        }
    }
    return std::nullopt;
}

// Nothing when a glyph declares no box.
std::optional<Rect> unitedBoxes(const std::vector<QPDFObjectHandle> &procedures)
{
    std::optional<Rect> all;
    for (const QPDFObjectHandle &procedure : procedures) {
        const std::optional<Rect> box = declaredBox(procedure);
        if (!box) {
            return std::nullopt;
        }
        all = all ? all->united(*box) : *box;
    }
    return all;
}

std::vector<QPDFObjectHandle> allProcedures(QPDFObjectHandle font)
{
    std::vector<QPDFObjectHandle> procedures;
    QPDFObjectHandle dictionary = font.getKey("/CharProcs");
    if (dictionary.isDictionary()) {
        for (auto &[name, procedure] : dictionary.ditems()) {
            procedures.push_back(procedure);
        }
    }
    return procedures;
}

QPDFObjectHandle boxArray(const Rect &box)
{
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    for (const double edge : {box.left, box.bottom, box.right, box.top}) {
        array.appendItem(QPDFObjectHandle::newReal(writeNumber(edge).toStdString()));
    }
    return array;
}

double number(QPDFObjectHandle array, int index)
{
    return array.getArrayItem(index).getNumericValue();
}

Rect outward(const Rect &box)
{
    return {std::floor(box.left), std::floor(box.bottom), std::ceil(box.right), std::ceil(box.top)};
}

// Viewers keep drawn glyphs by the font's box, so it stays; a box that was made from those of the
// glyphs is made anew from those that stay.
QPDFObjectHandle fontBox(QPDFObjectHandle font, const std::vector<QPDFObjectHandle> &kept)
{
    QPDFObjectHandle written = numbersOf(font, "/FontBBox", 4);
    if (written.isNull()) {
        return boxArray({});
    }
    const std::optional<Rect> all = unitedBoxes(allProcedures(font));
    const std::optional<Rect> box = unitedBoxes(kept);
    if (!all || !box) {
        return written;
    }
    const Rect edges{number(written, 0), number(written, 1), number(written, 2),
                     number(written, 3)};
    if (edges == *all) {
        return boxArray(*box);
    }
    return edges == outward(*all) ? boxArray(outward(*box)) : written;
}

QPDFObjectHandle widthOf(QPDFObjectHandle font, quint32 code)
{
    QPDFObjectHandle widths = font.getKey("/Widths");
    QPDFObjectHandle first = font.getKey("/FirstChar");
    const qint64 index = qint64(code) - (first.isInteger() ? first.getIntValue() : 0);
    if (widths.isArray() && index >= 0 && index < widths.getArrayNItems()) {
        QPDFObjectHandle width = widths.getArrayItem(int(index));
        if (width.isNumber()) {
            return QPDFObjectHandle::newReal(writeNumber(width.getNumericValue(), 6).toStdString());
        }
    }
    return QPDFObjectHandle::newInteger(0);
}

}   // namespace

base::Result<CutFont> cutType3Font(QPDF &file, const Font &font, const std::vector<FontCode> &codes)
{
    QPDFObjectHandle old = font.object();
    QPDFObjectHandle cut = newDictionary("/Font", "/Type3");
    const QPDFObjectHandle matrix = numbersOf(old, "/FontMatrix", 6);
    if (QPDFObjectHandle(matrix).isNull()) {
        return base::failure(base::ErrorCode::UnsupportedFormat);
    }
    const std::vector<int> numbers = numberSimpleCodes(codes);
    QPDFObjectHandle procedures = QPDFObjectHandle::newDictionary();
    std::vector<QPDFObjectHandle> kept;
    std::map<int, QPDFObjectHandle> widths;
    std::map<int, QByteArray> names;
    std::vector<std::pair<quint32, QString>> texts;
    CutFont result;
    for (std::size_t index = 0; index < codes.size(); ++index) {
        const FontCode &code = codes[index];
        const int number = numbers[index];
        widths.emplace(number, widthOf(old, code.code));
        texts.emplace_back(number, code.text);
        result.codes.emplace(code.code, QByteArray(1, char(number)));
        const QPDFObjectHandle procedure = font.glyphProcedure(code.code);
        if (QPDFObjectHandle(procedure).isStream()) {
            const QByteArray name = 'g' + QByteArray::number(qulonglong(index + 1));
            names.emplace(number, name);
            procedures.replaceKey("/" + name.toStdString(), procedure);
            kept.push_back(procedure);
        }
    }
    cut.replaceKey("/FontBBox", fontBox(old, kept));
    cut.replaceKey("/FontMatrix", matrix);
    cut.replaceKey("/CharProcs", procedures);
    cut.replaceKey("/Encoding", differences(names));
    setWidths(cut, widths);
    QPDFObjectHandle resources = old.getKey("/Resources");
    if (resources.isDictionary()) {
        cut.replaceKey("/Resources", resources);
    }
    const QPDFObjectHandle unicode = toUnicodeStream(file, 1, texts);
    if (!QPDFObjectHandle(unicode).isNull()) {
        cut.replaceKey("/ToUnicode", unicode);
    }
    result.object = file.makeIndirectObject(cut);
    return result;
}

}   // namespace expunge::pdf
