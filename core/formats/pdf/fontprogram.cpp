// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/fontprogram.h"

#include "core/formats/pdf/contentstream.h"
#include "core/formats/pdf/cutsfnt.h"
#include "core/formats/pdf/cuttype2.h"
#include "core/formats/pdf/fontdescription.h"
#include "core/formats/pdf/pdffile.h"

#include <algorithm>

namespace expunge::pdf {

namespace {

constexpr qint64 kLargestProgram = 64 << 20;
constexpr int kMostGlyphs = 65536;

// Operators of a CFF Top DICT (Adobe Technical Note 5176, table 9).
enum TopOperator { Charset = 15, Encoding = 16, CharStrings = 17, CidKeyed = 1230 };

/// The last whole number before each operator of a DICT (Technical Note 5176, 4).
QHash<int, qsizetype> lastNumbers(QByteArrayView view)
{
    const FontBytes dict(view);
    QHash<int, qsizetype> numbers;
    qsizetype number = 0;
    qsizetype at = 0;
    while (at < dict.size()) {
        const int first = dict.u8(at++);
        if (first <= 21) {
            const int op = first == 12 ? 1200 + dict.u8(at++) : first;
            numbers.insert(op, number);
            number = 0;
        } else if (first == 28) {
            number = dict.i16(at);
            at += 2;
        } else if (first == 29) {
            number = static_cast<qint32>(dict.u32(at));
            at += 4;
        } else if (first == 30) {   // a real number ends with a nibble of ones
            while (at < dict.size() && (dict.u8(at) & 0x0F) != 0x0F && dict.u8(at) >> 4 != 0x0F) {
                ++at;
            }
            ++at;
        } else if (first <= 246) {
            number = first - 139;
        } else {
            const int second = dict.u8(at++);
            number = first <= 250 ? (first - 247) * 256 + second + 108
                                  : -(first - 251) * 256 - second - 108;
        }
    }
    return numbers;
}

/// String numbers of glyphs, from 0 (Technical Note 5176, 13).
std::vector<int> readCharset(const FontBytes &file, qsizetype at, int glyphs)
{
    std::vector<int> ids{0};
    const auto full = [&] { return static_cast<int>(ids.size()) >= glyphs; };
    if (at <= 2) {   // predefined: ISOAdobe is in the order of the strings; the others are rare
        while (at == 0 && !full()) {
            ids.push_back(static_cast<int>(ids.size()));
        }
        return ids;
    }
    const int format = file.u8(at++);
    while (!full() && at < file.size()) {
        int id = file.u16(at);
        at += 2;
        int more = 0;
        if (format == 1) {
            more = file.u8(at++);
        } else if (format == 2) {
            more = file.u16(at);
            at += 2;
        }
        for (; more >= 0 && !full(); --more) {
            ids.push_back(id++);
        }
    }
    return ids;
}

/// Glyph numbers of codes (Technical Note 5176, 12, formats 0 and 1, and their supplement); `ids`
/// are the string numbers of glyphs.
std::array<int, 256> readCodes(const FontBytes &file, qsizetype at, const std::vector<int> &ids)
{
    std::array<int, 256> glyphs{};
    const int format = file.u8(at) & 0x7F;
    const bool hasSupplement = (file.u8(at) & 0x80) != 0;
    const int count = file.u8(at + 1);
    at += 2;
    int glyph = 1;
    for (int i = 0; i < count; ++i) {
        int code = file.u8(at++);
        int more = format == 1 ? file.u8(at++) : 0;
        for (; more >= 0 && code < 256; --more) {
            glyphs[static_cast<std::size_t>(code++)] = glyph++;
        }
    }
    const int more = hasSupplement ? file.u8(at) : 0;
    for (int i = 0; i < more; ++i) {   // a code and the string number of its glyph
        const auto found = std::find(ids.begin(), ids.end(), file.u16(at + 2 + 3 * i));
        if (found != ids.end()) {
            glyphs[static_cast<std::size_t>(file.u8(at + 1 + 3 * i))] =
                static_cast<int>(found - ids.begin());
        }
    }
    return glyphs;
}

/// Whether looking up every character in a map takes no time worth speaking of.
bool isQuick(const SfntCharacterMap &map)
{
    constexpr quint32 kMostParts = 2000;
    const int format = map.table.u16(0);
    const quint32 parts = format == 4    ? static_cast<quint32>(map.table.u16(6) / 2)
                          : format == 12 ? map.table.u32(12)
                                         : 0;
    return parts <= kMostParts;
}

}   // namespace

FontProgram FontProgram::read(const QPDFObjectHandle &descriptor, const FontTables &tables)
{
    FontProgram program;
    QPDFObjectHandle details = descriptor;
    if (!details.isDictionary()) {
        return program;
    }
    for (const char *key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
        QPDFObjectHandle file = details.getKey(key);
        if (!file.isStream()) {
            continue;
        }
        const auto bytes = readStream(file, kLargestProgram);
        if (!bytes) {
            return program;
        }
        // What the bytes are counts, not what the key says, as in viewers.
        if (bytes->startsWith("%!") || bytes->startsWith('\x80')) {
            program.readType1(*bytes, tables);
        } else if (bytes->startsWith('\x01') && !bytes->startsWith(QByteArray("\x01\0\0\0", 4))) {
            program.readCff(*bytes, tables);
        } else {
            program.readSfnt(*bytes, tables);
        }
        return program;
    }
    return program;
}

QByteArray FontProgram::glyphName(int code) const
{
    return code < 0 || code > 255 ? QByteArray() : m_names[static_cast<std::size_t>(code)];
}

QString FontProgram::text(int code) const
{
    return code < 0 || code > 255 ? QString() : m_texts[static_cast<std::size_t>(code)];
}

/// Adobe Type 1 Font Format, 2.2: /Encoding StandardEncoding def, or an array filled by
/// "dup 65 /A put".
void FontProgram::readType1(const QByteArray &bytes, const FontTables &tables)
{
    const qsizetype begin = bytes.indexOf("/Encoding");
    const qsizetype secret = bytes.indexOf("eexec");
    if (begin < 0 || (secret >= 0 && begin > secret)) {
        return;
    }
    m_hasEncoding = true;
    constexpr qsizetype kLongest = 32768;
    const ContentStream words =
        readContent(bytes.mid(begin, secret < 0 ? kLongest : secret - begin));
    for (const Operation &operation : words.operations) {
        const QByteArrayView raw = words.raw(operation);
        if (raw.endsWith("StandardEncoding")) {
            for (std::size_t code = 0; code < m_names.size(); ++code) {
                m_names[code] = tables.glyphName(BaseEncoding::Standard, static_cast<int>(code));
            }
            return;
        }
        const double code = words.number(operation, 0, -1);
        if (raw.endsWith("put") && operation.tokens == 2 && code >= 0 && code < 256) {
            m_names[static_cast<std::size_t>(code)] = words.name(*words.operand(operation, 1));
        } else if (raw.endsWith("def") || raw.endsWith("readonly")) {
            return;
        }
    }
}

void FontProgram::readCff(QByteArrayView bytes, const FontTables &tables)
{
    const FontBytes file(bytes);
    qsizetype at = file.u8(2);
    const auto fontNames = CffIndex::read(file, at, &at);
    const auto tops = fontNames ? CffIndex::read(file, at, &at) : std::nullopt;
    const auto strings = tops ? CffIndex::read(file, at, &at) : std::nullopt;
    if (!strings || tops->count() == 0) {
        return;
    }
    const QHash<int, qsizetype> top = lastNumbers(tops->item(0));
    qsizetype end = 0;
    const auto outlines = CffIndex::read(file, top.value(CharStrings), &end);
    if (!outlines || top.contains(CidKeyed)) {
        return;
    }
    const std::vector<int> ids =
        readCharset(file, top.value(Charset), std::min(outlines->count(), kMostGlyphs));
    const auto nameOfGlyph = [&](std::size_t glyph) {
        constexpr int kStandard = 391;
        const int id = glyph < ids.size() ? ids[glyph] : 0;
        return id < kStandard ? tables.cffString(id) : strings->item(id - kStandard).toByteArray();
    };
    for (std::size_t glyph = 1; glyph < ids.size(); ++glyph) {
        const QString text = tables.textOf(nameOfGlyph(glyph));
        if (!text.isEmpty()) {
            m_glyphTexts.insert(static_cast<quint32>(glyph), text);
        }
    }
    m_hasEncoding = true;
    const qsizetype encoding = top.value(Encoding);
    const std::array<int, 256> glyphs = readCodes(file, encoding, ids);
    for (std::size_t code = 0; code < m_names.size(); ++code) {
        if (encoding <= 1) {
            m_names[code] =
                tables.glyphName(encoding == 0 ? BaseEncoding::Standard : BaseEncoding::Expert,
                                 static_cast<int>(code));
        } else if (glyphs[code] > 0) {
            m_names[code] = nameOfGlyph(static_cast<std::size_t>(glyphs[code]));
        }
    }
}

void FontProgram::readSfnt(const QByteArray &bytes, const FontTables &tables)
{
    const auto program = SfntProgram::read(bytes);
    if (!program) {
        return;
    }
    const QHash<QByteArray, int> names = program->glyphNames(tables);
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        const QString text = tables.textOf(it.key());
        if (!text.isEmpty()) {
            m_glyphTexts.insert(static_cast<quint32>(it.value()), text);
        }
    }
    for (const SfntCharacterMap &map : program->characterMaps()) {
        // OpenType, "cmap": Unicode maps; those of symbols begin at U+F000 and read nothing.
        const bool unicode = map.platform == 0 || (map.platform == 3 && map.encoding != 0);
        for (char32_t c = 0x20; unicode && isQuick(map) && c < 0xFFFE; ++c) {
            const bool character = c < 0xD800 || c > 0xF8FF;
            const auto glyph = character ? static_cast<quint32>(map.glyph(c)) : 0;
            if (glyph != 0 && !m_glyphTexts.contains(glyph)) {
                m_glyphTexts.insert(glyph, QString::fromUcs4(&c, 1));
            }
        }
    }
    // ISO 32000-1, 9.6.6.4: codes of symbolic fonts select glyphs by (3, 0), else by (1, 0).
    for (const SfntCharacterMap &map : program->characterMaps()) {
        const bool symbols = map.platform == 3 && map.encoding == 0;
        const bool mac = map.platform == 1 && map.encoding == 0;
        for (std::size_t code = 0; (symbols || mac) && code < m_texts.size(); ++code) {
            const auto character = static_cast<quint32>(code);
            int glyph = map.glyph(character);
            glyph = glyph == 0 && symbols ? map.glyph(0xF000 + character) : glyph;
            QString text = m_glyphTexts.value(static_cast<quint32>(glyph));
            if (text.isEmpty() && glyph != 0 && mac) {
                text =
                    tables.textOf(tables.glyphName(BaseEncoding::MacRoman, static_cast<int>(code)));
            }
            m_texts[code] = m_texts[code].isEmpty() ? text : m_texts[code];
        }
    }
    if (program->table("CFF ").size() > 0 && m_glyphTexts.isEmpty()) {
        readCff(program->table("CFF ").slice(0, program->table("CFF ").size()), tables);
    }
}

}   // namespace expunge::pdf
