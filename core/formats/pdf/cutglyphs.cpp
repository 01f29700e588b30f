// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cutglyphs.h"

#include "core/formats/pdf/fonttables.h"

#include <algorithm>
#include <optional>

namespace expunge::pdf {
namespace {

constexpr int Symbolic = 4;   // ISO 32000-1, table 123
constexpr int SymbolOffset = 0xF000;

enum class Lookup { Code, MacRoman, Unicode };

/// How codes of a font are looked up in its program.
struct Route
{
    std::optional<SfntCharacterMap> map;
    Lookup lookup = Lookup::Code;
};

bool isNamedEncoding(QPDFObjectHandle encoding)
{
    return encoding.isNameAndEquals("/WinAnsiEncoding")
           || encoding.isNameAndEquals("/MacRomanEncoding")
           || encoding.isNameAndEquals("/MacExpertEncoding");
}

QPDFObjectHandle baseEncoding(const Font &font)
{
    QPDFObjectHandle encoding = font.object().getKey("/Encoding");
    return encoding.isDictionary() ? encoding.getKey("/BaseEncoding") : encoding;
}

bool hasEncoding(const Font &font)
{
    QPDFObjectHandle encoding = font.object().getKey("/Encoding");
    return isNamedEncoding(baseEncoding(font))
           || (encoding.isDictionary() && encoding.getKey("/Differences").isArray());
}

Route routeOf(const SfntProgram &program, const Font &font)
{
    std::optional<SfntCharacterMap> unicode;
    std::optional<SfntCharacterMap> macRoman;
    std::optional<SfntCharacterMap> symbol;
    const std::vector<SfntCharacterMap> maps = program.characterMaps();
    for (const SfntCharacterMap &map : maps) {
        if ((map.platform == 3 && map.encoding == 1) || map.platform == 0) {
            unicode = map;
        } else if (map.platform == 1 && map.encoding == 0) {
            macRoman = map;
        } else if (map.platform == 3 && map.encoding == 0) {
            symbol = map;
        }
    }
    QPDFObjectHandle descriptor = font.object().getKey("/FontDescriptor");
    QPDFObjectHandle flags = descriptor.getKey("/Flags");
    const bool symbolic = flags.isInteger() && (flags.getIntValue() & Symbolic) != 0;
    const auto first = maps.empty() ? std::nullopt : std::optional(maps.front());
    if (!hasEncoding(font)) {
        return {symbol ? symbol : macRoman ? macRoman : first, Lookup::Code};
    }
    if (unicode) {
        return {unicode, Lookup::Unicode};
    }
    if (macRoman && baseEncoding(font).isNameAndEquals("/MacRomanEncoding")) {
        return {macRoman, Lookup::MacRoman};
    }
    if (symbolic && (symbol || macRoman)) {
        return {symbol ? symbol : macRoman, Lookup::Code};
    }
    return macRoman ? Route{macRoman, Lookup::MacRoman} : Route{first, Lookup::Code};
}

int macRomanCode(const QByteArray &name, const FontTables &tables)
{
    for (int code = 1; code < 256; ++code) {   // the lowest: "space" has two
        if (tables.glyphName(BaseEncoding::MacRoman, code) == name) {
            return code;
        }
    }
    return 0;
}

char32_t firstCharacter(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    return points.isEmpty() ? 0 : points.front();
}

int mappedGlyph(const Route &route, const FontCode &code, const QByteArray &name,
                const FontTables &tables)
{
    if (!route.map) {
        return -1;
    }
    if (route.lookup == Lookup::Code) {
        const int glyph = route.map->glyph(code.code);
        return glyph != 0 ? glyph : route.map->glyph(SymbolOffset + code.code);
    }
    if (route.lookup == Lookup::MacRoman) {
        const int mac = name.isEmpty() ? 0 : macRomanCode(name, tables);
        return mac != 0 ? route.map->glyph(quint32(mac)) : name.isEmpty() ? -1 : 0;
    }
    const char32_t named = firstCharacter(tables.textOf(name));
    const char32_t character = named != 0 ? named : firstCharacter(code.text);
    return character != 0 ? route.map->glyph(character) : -1;
}

}   // namespace

std::vector<int> trueTypeGlyphs(const SfntProgram &program, const Font &font,
                                const std::vector<FontCode> &codes, const FontTables &tables)
{
    const Route route = routeOf(program, font);
    const QHash<QByteArray, int> names = program.glyphNames(tables);
    std::vector<int> glyphs;
    for (const FontCode &code : codes) {
        const QByteArray name = font.glyphName(code.code);
        int glyph = mappedGlyph(route, code, name, tables);
        if (glyph <= 0 && !name.isEmpty()) {
            glyph = names.value(name, 0);
        }
        glyphs.push_back(glyph);
    }
    return glyphs;
}

QByteArray ligatureName(const QByteArray &name)
{
    const bool isLigature =
        name == "fi" || name == "fl" || name == "ff" || name == "ffi" || name == "ffl";
    QByteArray joined;
    for (const char letter : isLigature ? name : QByteArray()) {
        joined += joined.isEmpty() ? QByteArray(1, letter) : QByteArray("_") + letter;
    }
    return joined;
}

}   // namespace expunge::pdf
