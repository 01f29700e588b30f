// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cutcff.h"

#include "core/formats/pdf/cutcffwriter.h"
#include "core/formats/pdf/fonttables.h"

#include <algorithm>
#include <array>
#include <map>

namespace expunge::pdf {
namespace {

using namespace cffoperator;

constexpr std::array KeptInTop{int(FontBBox), int(PaintType), int(FontMatrix), int(StrokeWidth)};
// Blue zones, stem widths and what belongs to them: the typeface's, not a glyph's.
constexpr std::array KeptInPrivate{6,    7,    8,    9,    10,   11,   1209,
                                   1210, 1211, 1212, 1213, 1214, 1217, 1218};
constexpr int MaxParts = 256;
constexpr std::size_t MaxGlyphs = 65000;
constexpr int StandardStrings = 391;

// Real numbers are written as decimal digits, four bits each (table 5).
double readReal(const FontBytes &bytes, qsizetype *at)
{
    QByteArray text;
    while (*at < bytes.size() && text.size() < 64) {
        const int byte = bytes.u8((*at)++);
        for (const int nibble : {byte >> 4, byte & 15}) {
            if (nibble == 15) {
                return text.toDouble();
            }
            constexpr std::array<const char *, 15> Texts{"0", "1", "2", "3", "4",  "5", "6", "7",
                                                         "8", "9", ".", "E", "E-", "",  "-"};
            text += Texts[std::size_t(nibble)];
        }
    }
    return text.toDouble();
}

// A matrix that makes one em of so many units, as operands: reals, digit by digit (table 5).
QByteArray scaleOperands(int unitsPerEm)
{
    const QByteArray digits = QByteArray::number(1.0 / unitsPerEm, 'f', 10);
    QByteArray nibbles;
    for (const char digit : digits) {
        nibbles += digit == '.' ? char(10) : char(digit - '0');
    }
    nibbles += nibbles.size() % 2 == 0 ? QByteArray("\x0F\x0F") : QByteArray("\x0F");
    QByteArray real(1, char(30));
    for (qsizetype at = 0; at < nibbles.size(); at += 2) {
        real += char(nibbles[at] << 4 | nibbles[at + 1]);
    }
    const QByteArray zero(1, char(139));
    return real + zero + zero + real + zero + zero;
}

double readOperand(const FontBytes &bytes, qsizetype *at, int first)
{
    if (first == 28) {
        *at += 2;
        return bytes.i16(*at - 2);
    }
    if (first == 29) {
        *at += 4;
        return qint32(bytes.u32(*at - 4));
    }
    if (first == 30) {
        return readReal(bytes, at);
    }
    if (first <= 246) {
        return first - 139;
    }
    const int second = bytes.u8((*at)++);
    return first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;
}

}   // namespace

std::optional<CffProgram::Dict> CffProgram::readDict(QByteArrayView view)
{
    const FontBytes bytes(view);
    Dict dict;
    Entry entry;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const int first = bytes.u8(at++);
        if ((first >= 28 && first <= 30) || (first >= 32 && first <= 254)) {
            entry.numbers.push_back(readOperand(bytes, &at, first));
            continue;
        }
        if (first > 21 || at > bytes.size()) {
            return std::nullopt;
        }
        entry.operands = bytes.slice(begin, at - 1 - begin).toByteArray();
        entry.op = first == 12 ? Escaped + bytes.u8(at++) : first;
        dict.push_back(std::move(entry));
        entry = {};
        begin = at;
    }
    return dict;
}

const CffProgram::Entry *CffProgram::find(const Dict &dict, int op)
{
    const auto found =
        std::find_if(dict.begin(), dict.end(), [op](const Entry &entry) { return entry.op == op; });
    return found == dict.end() ? nullptr : &*found;
}

int CffProgram::integer(const Dict &dict, int op, int index, int otherwise)
{
    const Entry *entry = find(dict, op);
    if (entry == nullptr || index >= int(entry->numbers.size())) {
        return otherwise;
    }
    return int(std::clamp(entry->numbers[std::size_t(index)], -1e9, 1e9));
}

bool CffProgram::readPart(const Dict &dict)
{
    FontPart part;
    if (const Entry *matrix = find(dict, FontMatrix); matrix != nullptr) {
        part.matrix = cffEntry(FontMatrix, matrix->operands);
    }
    const int size = integer(dict, Private, 0, 0);
    const int offset = integer(dict, Private, 1, 0);
    const std::optional<Dict> own = readDict(m_file.slice(offset, size));
    if (!own || (size > 0 && !m_file.has(offset, size))) {
        return false;
    }
    for (const Entry &entry : *own) {
        if (std::find(KeptInPrivate.begin(), KeptInPrivate.end(), entry.op)
            != KeptInPrivate.end()) {
            part.kept += cffEntry(entry.op, entry.operands);
        }
        if (!entry.numbers.empty() && entry.op == DefaultWidth) {
            part.defaultWidth = entry.numbers.back();
        }
        if (!entry.numbers.empty() && entry.op == NominalWidth) {
            part.nominalWidth = entry.numbers.back();
        }
    }
    const int subroutines = integer(*own, Subrs, 0, 0);
    if (subroutines > 0) {
        qsizetype end = 0;
        const auto index = CffIndex::read(m_file, qsizetype(offset) + subroutines, &end);
        if (!index) {
            return false;
        }
        part.subroutines = *index;
    }
    m_parts.push_back(std::move(part));
    return true;
}

bool CffProgram::readParts(const Dict &top)
{
    if (!m_cidKeyed) {
        if (!readPart(top)) {
            return false;
        }
        m_parts.front().matrix.clear();   // it is among the entries of the Top DICT
        return true;
    }
    qsizetype end = 0;
    const auto parts = CffIndex::read(m_file, integer(top, FdArray, 0, -1), &end);
    m_partSelect = integer(top, FdSelect, 0, 0);
    if (!parts || parts->count() == 0 || parts->count() > MaxParts) {
        return false;
    }
    for (int index = 0; index < parts->count(); ++index) {
        const std::optional<Dict> dict = readDict(parts->item(index));
        if (!dict || !readPart(*dict)) {
            return false;
        }
    }
    return true;
}

bool CffProgram::readCharset(int offset)
{
    const int count = glyphCount();
    m_ids.assign(std::size_t(count), 0);
    if (offset <= 2) {
        // Predefined ones (appendix C): ISOAdobe's numbers are those of its strings; a font of
        // characters without one numbers them like its glyphs, as viewers take it.
        if (offset != 0 && !m_cidKeyed) {
            return false;
        }
        for (int glyph = 0; glyph < count; ++glyph) {
            m_ids[std::size_t(glyph)] = glyph;
        }
    } else {
        const int format = m_file.u8(offset);
        qsizetype at = qsizetype(offset) + 1;
        for (int glyph = 1; glyph < count && m_file.has(at, 2);) {
            int id = m_file.u16(at);
            at += 2;
            int more = 0;
            if (format != 0) {
                more = format == 1 ? m_file.u8(at) : m_file.u16(at);
                at += format == 1 ? 1 : 2;
            }
            for (; more >= 0 && glyph < count; --more) {
                m_ids[std::size_t(glyph++)] = id++;
            }
        }
    }
    for (int glyph = count - 1; glyph >= 0; --glyph) {
        m_glyphOfId.insert(m_ids[std::size_t(glyph)], glyph);
    }
    return true;
}

std::optional<CffProgram> CffProgram::read(const QByteArray &bytes)
{
    return read(bytes, 0);
}

std::optional<CffProgram> CffProgram::read(const SfntProgram &openType)
{
    const FontBytes table = openType.table("CFF ");
    return read(table.slice(0, table.size()).toByteArray(), openType.unitsPerEm());
}

std::optional<CffProgram> CffProgram::read(const QByteArray &bytes, int unitsPerEm)
{
    CffProgram program;
    program.m_bytes = bytes;
    program.m_file = FontBytes(program.m_bytes);
    const FontBytes &file = program.m_file;
    if (file.u8(0) != 1) {
        return std::nullopt;
    }
    qsizetype at = file.u8(2);
    const auto names = CffIndex::read(file, at, &at);
    const auto tops = names ? CffIndex::read(file, at, &at) : std::nullopt;
    const auto strings = tops ? CffIndex::read(file, at, &at) : std::nullopt;
    const auto subroutines = strings ? CffIndex::read(file, at, &at) : std::nullopt;
    if (!subroutines || tops->count() < 1) {
        return std::nullopt;
    }
    program.m_strings = *strings;
    program.m_globalSubroutines = *subroutines;
    const std::optional<Dict> top = readDict(tops->item(0));
    if (!top || integer(*top, CharstringType, 0, 2) != 2) {
        return std::nullopt;
    }
    const auto charstrings = CffIndex::read(file, integer(*top, CharStrings, 0, -1), &at);
    if (!charstrings || charstrings->count() == 0) {
        return std::nullopt;
    }
    program.m_charstrings = *charstrings;
    program.m_cidKeyed = find(*top, Ros) != nullptr;
    for (const int op : KeptInTop) {
        if (const Entry *entry = find(*top, op); entry != nullptr) {
            program.m_top += cffEntry(op, entry->operands);
        }
    }
    constexpr int UsualUnits = 1000;
    if (unitsPerEm != 0 && unitsPerEm != UsualUnits && find(*top, FontMatrix) == nullptr) {
        // In an OpenType file "head" says it; alone, the program must.
        program.m_top += cffEntry(FontMatrix, scaleOperands(unitsPerEm));
    }
    if (!program.readCharset(integer(*top, Charset, 0, 0)) || !program.readParts(*top)) {
        return std::nullopt;
    }
    return program;
}

QByteArray CffProgram::string(int sid, const FontTables &tables) const
{
    return sid < StandardStrings ? tables.cffString(sid)
                                 : m_strings.item(sid - StandardStrings).toByteArray();
}

int CffProgram::glyphOfName(const QByteArray &name, const FontTables &tables) const
{
    if (m_cidKeyed || name.isEmpty()) {
        return 0;
    }
    for (int glyph = 0; glyph < glyphCount(); ++glyph) {
        if (string(m_ids[std::size_t(glyph)], tables) == name) {
            return glyph;
        }
    }
    return 0;
}

// FDSelect (Technical Note 5176, 19).
int CffProgram::partOf(int glyph) const
{
    if (!m_cidKeyed || m_partSelect <= 0) {
        return 0;
    }
    if (m_file.u8(m_partSelect) == 0) {
        return m_file.u8(m_partSelect + 1 + glyph);
    }
    const int ranges = m_file.u16(m_partSelect + 1);
    for (int range = 0; range < ranges; ++range) {
        const qsizetype at = m_partSelect + 3 + 3 * qsizetype(range);
        if (glyph >= m_file.u16(at) && glyph < m_file.u16(at + 3)) {
            return m_file.u8(at + 2);
        }
    }
    return 0;
}

std::optional<FlatCharstring> CffProgram::charstring(int glyph, int *part) const
{
    constexpr char EndChar = 14;
    *part = -1;
    if (glyph < 0 || glyph >= glyphCount()) {
        return FlatCharstring{QByteArray(1, EndChar)};   // viewers draw nothing for it
    }
    *part = partOf(glyph);
    if (*part >= int(m_parts.size())) {
        return std::nullopt;
    }
    const FontPart &font = m_parts[std::size_t(*part)];
    return flattenType2(m_charstrings.item(glyph), {m_globalSubroutines, font.subroutines,
                                                    font.defaultWidth, font.nominalWidth});
}

std::optional<CffResult> CffProgram::cut(const std::vector<int> &wanted,
                                         const FontTables &tables) const
{
    CffWriter writer(m_top, m_cidKeyed);
    std::vector<int> glyphs = wanted;
    std::map<std::size_t, QByteArray> standardNames;   // by index in `glyphs`
    // The parts of composed glyphs must be found by their standard names (5177, appendix C).
    const auto needPart = [&](int code) {
        const QByteArray name = tables.glyphName(BaseEncoding::Standard, code);
        const int glyph = glyphOfName(name, tables);
        const auto place = std::find(glyphs.begin(), glyphs.end(), glyph);
        standardNames.emplace(std::size_t(place - glyphs.begin()), name);
        if (place == glyphs.end()) {
            glyphs.push_back(glyph);
        }
    };
    for (std::size_t index = 0; index < glyphs.size(); ++index) {
        int part = -1;
        const auto flat = charstring(glyphs[index], &part);
        if (!flat || glyphs.size() > MaxGlyphs) {
            return std::nullopt;
        }
        if (flat->base >= 0 && !m_cidKeyed) {
            needPart(flat->base);
            needPart(flat->accent);
        }
        writer.addGlyph(flat->bytes, part);
    }
    std::vector<CffPart> parts;
    for (const FontPart &part : m_parts) {
        parts.push_back({part.kept, part.matrix});
    }
    return writer.finish(standardNames, parts, tables);
}

}   // namespace expunge::pdf
