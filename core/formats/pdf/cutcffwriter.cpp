// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cutcffwriter.h"

#include "core/formats/pdf/cutbytes.h"
#include "core/formats/pdf/fonttables.h"

#include <algorithm>

namespace expunge::pdf {
namespace {

using namespace cffoperator;

constexpr int StandardStrings = 391;
constexpr char EndChar = 14;

QByteArray index(const std::vector<QByteArray> &items)
{
    QByteArray bytes;
    append16(bytes, int(items.size()));
    if (items.empty()) {
        return bytes;
    }
    bytes += char(4);
    quint32 offset = 1;
    append32(bytes, offset);
    for (const QByteArray &item : items) {
        offset += quint32(item.size());
        append32(bytes, offset);
    }
    for (const QByteArray &item : items) {
        bytes += item;
    }
    return bytes;
}

// Always five bytes, so that offsets can be put in after everything has its place.
QByteArray operand(qsizetype value)
{
    QByteArray bytes(1, char(29));
    append32(bytes, quint32(value));
    return bytes;
}

QByteArray operands(const std::vector<qsizetype> &values)
{
    QByteArray bytes;
    for (const qsizetype value : values) {
        bytes += operand(value);
    }
    return bytes;
}

}   // namespace

QByteArray cffEntry(int op, const QByteArray &operands)
{
    QByteArray bytes = operands;
    if (op >= Escaped) {
        bytes += char(12);
        bytes += char(op - Escaped);
    } else {
        bytes += char(op);
    }
    return bytes;
}

CffWriter::CffWriter(QByteArray top, bool cidKeyed)
    : m_top(std::move(top))
    , m_cidKeyed(cidKeyed)
{
}

void CffWriter::addGlyph(const QByteArray &charstring, int part)
{
    m_charstrings.push_back(charstring);
    m_parts.push_back(part);
}

std::vector<int> CffWriter::usedParts() const
{
    std::vector<int> used;
    for (const int part : m_parts) {
        if (part >= 0 && std::find(used.begin(), used.end(), part) == used.end()) {
            used.push_back(part);
        }
    }
    return used.empty() ? std::vector{0} : used;
}

// Header to global subroutines; of the same length whatever the places are.
QByteArray CffWriter::front(const Places &places, const std::vector<QByteArray> &strings) const
{
    QByteArray top;
    if (m_cidKeyed) {
        top += cffEntry(Ros, operands({StandardStrings, StandardStrings + 1, 0}));
    }
    top += m_top;
    top += cffEntry(Charset, operand(places.charset));
    top += cffEntry(CharStrings, operand(places.charstrings));
    if (m_cidKeyed) {
        top += cffEntry(CidCount, operand(qsizetype(m_charstrings.size()) + 1));
        top += cffEntry(FdSelect, operand(places.partSelect));
        top += cffEntry(FdArray, operand(places.parts));
    } else {
        top += cffEntry(Private, operands({places.privateSize, places.parts}));
    }
    const QByteArray header("\1\0\4\4", 4);
    return header + index({"Font"}) + index({top}) + index(strings) + index({});
}

// FDSelect, format 0.
QByteArray CffWriter::partSelect() const
{
    const std::vector<int> used = usedParts();
    QByteArray bytes(2, '\0');   // the format, and the part of glyph 0
    for (const int part : m_parts) {
        const auto place = std::find(used.begin(), used.end(), part);
        bytes += char(place == used.end() ? 0 : place - used.begin());
    }
    return bytes;
}

QByteArray CffWriter::charset(const std::map<std::size_t, QByteArray> &standardNames,
                              const FontTables &tables, std::vector<QByteArray> *names) const
{
    QByteArray bytes;
    if (m_cidKeyed) {   // format 2: characters are numbered like glyphs
        bytes += char(2);
        if (!m_charstrings.empty()) {
            append16(bytes, 1);
            append16(bytes, int(m_charstrings.size()) - 1);
        }
        return bytes;
    }
    bytes += char(0);
    int own = StandardStrings;
    for (std::size_t glyph = 0; glyph < m_charstrings.size(); ++glyph) {
        const auto standard = standardNames.find(glyph);
        int sid = 0;
        if (standard != standardNames.end()) {
            while (sid < StandardStrings && tables.cffString(sid) != standard->second) {
                ++sid;
            }
            names->push_back(standard->second);
        } else {
            sid = own++;
            names->push_back('g' + QByteArray::number(qulonglong(glyph + 1)));
        }
        append16(bytes, sid);
    }
    return bytes;
}

void CffWriter::appendParts(QByteArray &file, Places &places,
                            const std::vector<CffPart> &parts) const
{
    const std::vector<int> used = usedParts();
    std::vector<QByteArray> dicts;
    for (const int number : used) {
        const CffPart &part = parts[std::size_t(number)];
        places.parts = file.size();
        places.privateSize = part.privateEntries.size();
        file += part.privateEntries;
        dicts.push_back(part.matrix
                        + cffEntry(Private, operands({places.privateSize, places.parts})));
    }
    if (m_cidKeyed) {
        places.partSelect = file.size();
        file += partSelect();
        places.parts = file.size();
        file += index(dicts);
    }
}

CffResult CffWriter::finish(const std::map<std::size_t, QByteArray> &standardNames,
                            const std::vector<CffPart> &parts, const FontTables &tables) const
{
    CffResult result;
    const QByteArray names = charset(standardNames, tables, &result.names);
    std::vector<QByteArray> strings{"Adobe", "Identity"};
    if (!m_cidKeyed) {
        strings.clear();
        for (std::size_t glyph = 0; glyph < result.names.size(); ++glyph) {
            if (!standardNames.contains(glyph)) {
                strings.push_back(result.names[glyph]);
            }
        }
    }
    Places places;
    QByteArray file = front(places, strings);
    places.charset = file.size();
    file += names;
    places.charstrings = file.size();
    std::vector<QByteArray> charstrings{QByteArray(1, EndChar)};
    charstrings.insert(charstrings.end(), m_charstrings.begin(), m_charstrings.end());
    file += index(charstrings);
    appendParts(file, places, parts);
    const QByteArray begin = front(places, strings);
    result.bytes = begin + file.sliced(begin.size());
    return result;
}

}   // namespace expunge::pdf
