// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cutcomposite.h"

#include "core/formats/pdf/cutbytes.h"
#include "core/formats/pdf/cutcff.h"
#include "core/formats/pdf/cutdictionary.h"
#include "core/formats/pdf/cutnamed.h"
#include "core/formats/pdf/cuttruetype.h"
#include "core/formats/pdf/fonttables.h"

#include <algorithm>

namespace expunge::pdf {
namespace {

base::Result<CutFont> unsupported()
{
    return base::failure(base::ErrorCode::UnsupportedFormat);
}

/// Everything that the parts of a composite font are made from.
struct Composite
{
    QPDF &file;
    const Font &font;
    QPDFObjectHandle type0;
    QPDFObjectHandle cidFont;
    QPDFObjectHandle descriptor;
    const std::vector<FontCode> &codes;
};

QPDFObjectHandle systemInfo(const char *ordering, int supplement)
{
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Registry", QPDFObjectHandle::newString("Adobe"));
    info.replaceKey("/Ordering", QPDFObjectHandle::newString(ordering));
    info.replaceKey("/Supplement", QPDFObjectHandle::newInteger(supplement));
    return info;
}

// W2 of one character: its advance downwards and where its origin is (9.7.4.3).
void appendVertical(QPDFObjectHandle &metrics, const FontCode &code)
{
    metrics.appendItem(thousandths(code.advance));
    metrics.appendItem(thousandths(code.originX));
    metrics.appendItem(thousandths(code.originY));
}

void setMetrics(QPDFObjectHandle &cidFont, const Composite &parts, bool renumbered)
{
    const bool vertical = parts.font.isVertical();
    std::vector<std::pair<quint32, const FontCode *>> characters;
    quint32 next = 1;
    for (const FontCode &code : parts.codes) {
        characters.emplace_back(renumbered ? next++ : code.cid, &code);
    }
    std::sort(characters.begin(), characters.end(),
              [](const auto &a, const auto &b) { return a.first < b.first; });
    QPDFObjectHandle metrics = QPDFObjectHandle::newArray();
    QPDFObjectHandle run;
    for (std::size_t index = 0; index < characters.size(); ++index) {
        const auto &[character, code] = characters[index];
        if (index > 0 && character == characters[index - 1].first) {
            continue;
        }
        if (index == 0 || character != characters[index - 1].first + 1) {
            run = QPDFObjectHandle::newArray();
            metrics.appendItem(QPDFObjectHandle::newInteger(character));
            metrics.appendItem(run);
        }
        if (vertical) {
            appendVertical(run, *code);
        } else {
            run.appendItem(thousandths(code->advance));
        }
    }
    cidFont.replaceKey("/DW", QPDFObjectHandle::newInteger(1000));
    cidFont.replaceKey(vertical ? "/W2" : "/W", metrics);
}

// The glyph of each character by the font's map, or its own number (9.7.4.2).
std::vector<int> mappedGlyphs(const Composite &parts)
{
    QPDFObjectHandle map = QPDFObjectHandle(parts.cidFont).getKey("/CIDToGIDMap");
    QByteArray table;
    if (map.isStream()) {
        const auto data = map.getStreamData(qpdf_dl_all);
        table = QByteArray(reinterpret_cast<const char *>(data->getBuffer()),
                           qsizetype(data->getSize()));
    }
    std::vector<int> glyphs;
    for (const FontCode &code : parts.codes) {
        const qsizetype at = 2 * qsizetype(code.cid);
        // Viewers take a character beyond the map for a glyph's number.
        glyphs.push_back(FontBytes(table).has(at, 2) ? FontBytes(table).u16(at)
                                                     : int(std::min<quint32>(code.cid, 0xFFFF)));
    }
    return glyphs;
}

bool embedTrueType(const Composite &parts, const SfntProgram &program, QPDFObjectHandle &cidFont,
                   QPDFObjectHandle &descriptor)
{
    TrueTypeCut cut;
    cut.isSubset = hasSubsetTag(parts.font);
    cut.glyphs = mappedGlyphs(parts);
    const std::optional<QByteArray> bytes = cutTrueType(program, cut);
    if (!bytes) {
        return false;
    }
    cidFont.replaceKey("/Subtype", QPDFObjectHandle::newName("/CIDFontType2"));
    cidFont.replaceKey("/CIDToGIDMap", QPDFObjectHandle::newName("/Identity"));
    descriptor.replaceKey("/FontFile2", programStream(parts.file, *bytes, nullptr));
    return true;
}

bool embedCff(const Composite &parts, const std::optional<CffProgram> &cff,
              QPDFObjectHandle &cidFont, QPDFObjectHandle &descriptor)
{
    if (!cff) {
        return false;
    }
    std::vector<int> glyphs;
    if (QPDFObjectHandle(parts.cidFont).getKey("/CIDToGIDMap").isStream()) {
        glyphs = mappedGlyphs(parts);
    } else {
        for (const FontCode &code : parts.codes) {
            glyphs.push_back(cff->isCidKeyed() ? cff->glyphOfCharacter(int(code.cid))
                                               : int(code.cid));
        }
    }
    const std::optional<CffResult> result = cff->cut(glyphs, FontTables());
    if (!result) {
        return false;
    }
    cidFont.replaceKey("/Subtype", QPDFObjectHandle::newName("/CIDFontType0"));
    descriptor.replaceKey("/FontFile3", programStream(parts.file, result->bytes, "/CIDFontType0C"));
    return true;
}

CutFont withType0(const Composite &parts, const QPDFObjectHandle &cidFont,
                  const QPDFObjectHandle &name, const QPDFObjectHandle &encoding,
                  const std::vector<std::pair<quint32, QString>> &texts, int codeBytes)
{
    QPDFObjectHandle type0 = newDictionary("/Font", "/Type0");
    type0.replaceKey("/BaseFont", name);
    type0.replaceKey("/Encoding", encoding);
    QPDFObjectHandle descendants = QPDFObjectHandle::newArray();
    descendants.appendItem(parts.file.makeIndirectObject(cidFont));
    type0.replaceKey("/DescendantFonts", descendants);
    const QPDFObjectHandle unicode = toUnicodeStream(parts.file, codeBytes, texts);
    if (!QPDFObjectHandle(unicode).isNull()) {
        type0.replaceKey("/ToUnicode", unicode);
    }
    CutFont cut;
    cut.object = parts.file.makeIndirectObject(type0);
    return cut;
}

base::Result<CutFont> cutEmbedded(const Composite &parts, const QByteArray &program)
{
    const QPDFObjectHandle name = cutFontName(parts.font);
    QPDFObjectHandle cidFont = newDictionary("/Font", nullptr);
    QPDFObjectHandle descriptor = cutDescriptor(parts.descriptor, name, true);
    const std::optional<SfntProgram> sfnt = SfntProgram::read(program);
    const bool done =
        sfnt && sfnt->hasOutlines()
            ? embedTrueType(parts, *sfnt, cidFont, descriptor)
            : embedCff(parts, sfnt ? CffProgram::read(*sfnt) : CffProgram::read(program), cidFont,
                       descriptor);
    if (!done) {
        return unsupported();
    }
    cidFont.replaceKey("/BaseFont", name);
    cidFont.replaceKey("/CIDSystemInfo", systemInfo("Identity", 0));
    cidFont.replaceKey("/FontDescriptor", parts.file.makeIndirectObject(descriptor));
    setMetrics(cidFont, parts, true);

    const auto space = std::find_if(parts.codes.begin(), parts.codes.end(),
                                    [](const FontCode &code) { return code.isSpace; });
    const bool mixed = space != parts.codes.end();
    QPDFObjectHandle encoding =
        QPDFObjectHandle::newName(parts.font.isVertical() ? "/Identity-V" : "/Identity-H");
    if (mixed) {
        encoding = spaceMapStream(parts.file, quint32(space - parts.codes.begin()) + 1,
                                  quint32(parts.codes.size()), parts.font.isVertical());
    }
    std::vector<std::pair<quint32, QString>> texts;
    std::map<quint32, QByteArray> codes;
    for (const FontCode &code : parts.codes) {
        const quint32 character = quint32(texts.size()) + 1;
        const quint32 written = !mixed ? character : code.isSpace ? 32 : TwoByteBase + character;
        texts.emplace_back(written, code.text);
        QByteArray bytes;
        if (mixed && code.isSpace) {
            bytes = " ";
        } else {
            append16(bytes, int(written));
        }
        codes.emplace(code.code, bytes);
    }
    CutFont cut = withType0(parts, cidFont, name, encoding, texts, mixed ? 0 : 2);
    cut.codes = std::move(codes);
    return cut;
}

// The map of a font that is not embedded, as far as it is used.
QPDFObjectHandle namedGlyphMap(const Composite &parts)
{
    if (!QPDFObjectHandle(parts.cidFont).getKey("/CIDToGIDMap").isStream()) {
        return QPDFObjectHandle::newName("/Identity");
    }
    const std::vector<int> glyphs = mappedGlyphs(parts);
    QByteArray table;
    for (std::size_t index = 0; index < glyphs.size(); ++index) {
        const qsizetype at = 2 * qsizetype(std::min<quint32>(parts.codes[index].cid, 0xFFFF));
        table.resize(std::max(table.size(), at + 2), '\0');
        qToBigEndian<quint16>(quint16(glyphs[index]), table.data() + at);
    }
    return QPDFObjectHandle::newStream(&parts.file, table.toStdString());
}

// Fonts that the viewer has to find: characters of a known collection, or nothing.
base::Result<CutFont> cutNamed(const Composite &parts)
{
    QPDFObjectHandle info = QPDFObjectHandle(parts.cidFont).getKey("/CIDSystemInfo");
    QPDFObjectHandle ordering =
        info.isDictionary() ? info.getKey("/Ordering") : QPDFObjectHandle::newNull();
    const std::string collection = ordering.isString() ? ordering.getStringValue() : std::string();
    QPDFObjectHandle supplement =
        info.isDictionary() ? info.getKey("/Supplement") : QPDFObjectHandle::newNull();
    const QPDFObjectHandle encoding = QPDFObjectHandle(parts.type0).getKey("/Encoding");
    const auto known = {"Japan1", "GB1", "CNS1", "Korea1", "KR", "Identity"};
    if (std::find(known.begin(), known.end(), collection) == known.end()
        || !QPDFObjectHandle(encoding).isName()) {
        return unsupported();
    }
    const QPDFObjectHandle name = namedFontName(parts.font);
    QPDFObjectHandle cidFont = newDictionary("/Font", "/CIDFontType0");
    if (QPDFObjectHandle(parts.cidFont).getKey("/Subtype").isNameAndEquals("/CIDFontType2")) {
        cidFont.replaceKey("/Subtype", QPDFObjectHandle::newName("/CIDFontType2"));
        cidFont.replaceKey("/CIDToGIDMap", namedGlyphMap(parts));
    }
    cidFont.replaceKey("/BaseFont", name);
    cidFont.replaceKey(
        "/CIDSystemInfo",
        systemInfo(collection.c_str(), supplement.isInteger() ? supplement.getIntValueAsInt() : 0));
    const QPDFObjectHandle descriptor = namedDescriptor(parts.file, parts.descriptor, name);
    if (!QPDFObjectHandle(descriptor).isNull()) {
        cidFont.replaceKey("/FontDescriptor", descriptor);
    }
    setMetrics(cidFont, parts, false);
    std::vector<std::pair<quint32, QString>> texts;
    std::map<quint32, QByteArray> codes;
    const bool hasTexts = QPDFObjectHandle(parts.type0).getKey("/ToUnicode").isStream();
    for (const FontCode &code : parts.codes) {
        QByteArray bytes;
        for (int index = code.bytes - 1; index >= 0; --index) {
            bytes += char(code.code >> (8 * index));
        }
        codes.emplace(code.code, bytes);
        if (hasTexts && code.bytes == 2) {
            texts.emplace_back(code.code, code.text);
        }
    }
    CutFont cut = withType0(parts, cidFont, name, encoding, texts, 2);
    QPDFObjectHandle unicode = QPDFObjectHandle(parts.type0).getKey("/ToUnicode");
    if (unicode.isNameAndEquals("/Identity-H") || unicode.isNameAndEquals("/Identity-V")) {
        cut.object.replaceKey("/ToUnicode", QPDFObjectHandle::newName(unicode.getName()));
    }
    cut.codes = std::move(codes);
    return cut;
}

}   // namespace

base::Result<CutFont> cutCompositeFont(QPDF &file, const Font &font,
                                       const std::vector<FontCode> &codes)
{
    QPDFObjectHandle type0 = font.object();
    QPDFObjectHandle descendants = type0.getKey("/DescendantFonts");
    QPDFObjectHandle cidFont = descendants.isArray() && descendants.getArrayNItems() > 0
                                   ? descendants.getArrayItem(0)
                                   : descendants;
    if (!cidFont.isDictionary()) {
        return unsupported();
    }
    QPDFObjectHandle descriptor = cidFont.getKey("/FontDescriptor");
    const Composite parts{file, font, type0, cidFont, descriptor, codes};
    if (!font.isEmbedded()) {
        return cutNamed(parts);
    }
    const QByteArray program = fontProgram(descriptor);
    return program.isEmpty() ? unsupported() : cutEmbedded(parts, program);
}

}   // namespace expunge::pdf
