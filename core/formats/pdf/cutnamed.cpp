// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cutnamed.h"

#include "core/formats/pdf/cutcodes.h"
#include "core/formats/pdf/cutdictionary.h"

#include <algorithm>
#include <array>

namespace expunge::pdf {
namespace {

constexpr std::size_t LongestName = 63;

constexpr std::array<const char *, 4> Encodings{"/WinAnsiEncoding", "/MacRomanEncoding",
                                                "/MacExpertEncoding", "/StandardEncoding"};
// ISO 32000-1, table 122.
constexpr std::array<const char *, 9> Stretches{
    "/UltraCondensed", "/ExtraCondensed", "/Condensed",     "/SemiCondensed", "/Normal",
    "/SemiExpanded",   "/Expanded",       "/ExtraExpanded", "/UltraExpanded"};

template<std::size_t Count>
bool isOneOf(QPDFObjectHandle value, const std::array<const char *, Count> &names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const char *name) { return value.isNameAndEquals(name); });
}

bool isPlain(const std::string &text)
{
    return !text.empty() && text.size() <= LongestName
           && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool isGlyphName(const std::string &name)
{
    return name.size() > 1 && isPlain(name)
           && std::all_of(name.begin() + 1, name.end(), [](char c) {
                  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                         || c == '.' || c == '_';
              });
}

// Differences (9.6.6.1) by code.
std::map<int, QByteArray> differencesOf(QPDFObjectHandle encoding)
{
    std::map<int, QByteArray> names;
    QPDFObjectHandle array = encoding.getKey("/Differences");
    int code = 0;
    if (!array.isArray()) {
        return names;
    }
    for (QPDFObjectHandle &item : array.aitems()) {
        if (item.isInteger()) {
            code = int(std::clamp<long long>(item.getIntValue(), 0, 256));
        } else if (item.isName() && code < 256) {
            const std::string name = item.getName();
            if (isGlyphName(name)) {
                names.insert_or_assign(code, QByteArray::fromStdString(name.substr(1)));
            }
            ++code;
        }
    }
    return names;
}

QPDFObjectHandle encodingFor(QPDFObjectHandle old, const std::vector<FontCode> &codes)
{
    if (old.isName()) {
        return isOneOf(old, Encodings) ? QPDFObjectHandle::newName(old.getName())
                                       : QPDFObjectHandle::newNull();
    }
    if (!old.isDictionary()) {
        return QPDFObjectHandle::newNull();
    }
    std::map<int, QByteArray> names;
    const std::map<int, QByteArray> all = differencesOf(old);
    for (const FontCode &code : codes) {
        if (const auto found = all.find(int(code.code)); found != all.end()) {
            names.insert(*found);
        }
    }
    QPDFObjectHandle encoding = differences(names);
    QPDFObjectHandle base = old.getKey("/BaseEncoding");
    if (isOneOf(base, Encodings)) {
        encoding.replaceKey("/BaseEncoding", QPDFObjectHandle::newName(base.getName()));
    }
    return encoding;
}

/// The widths of a font's dictionary by code.
std::map<int, QPDFObjectHandle> widthsOf(QPDFObjectHandle font)
{
    std::map<int, QPDFObjectHandle> widths;
    QPDFObjectHandle array = font.getKey("/Widths");
    QPDFObjectHandle first = font.getKey("/FirstChar");
    int code = first.isInteger() ? int(std::clamp<long long>(first.getIntValue(), 0, 256)) : 0;
    for (QPDFObjectHandle &item : array.aitems()) {
        if (item.isNumber() && code < 256) {
            widths.emplace(code, thousandths(item.getNumericValue() / 1000));
        }
        ++code;
    }
    return widths;
}

// Viewers fit a substitute by the widths of all characters, used or not. A table that has widths
// for a whole alphabet beside the used ones is the typeface's, and tells nothing about this text.
bool isWholeTable(const std::map<int, QPDFObjectHandle> &widths, const std::vector<FontCode> &codes)
{
    constexpr int Alphabet = 64;
    int unused = 0;
    for (const auto &[code, width] : widths) {
        const bool isUsed =
            std::any_of(codes.begin(), codes.end(),
                        [code = code](const auto &used) { return int(used.code) == code; });
        unused += !isUsed && QPDFObjectHandle(width).getNumericValue() != 0 ? 1 : 0;
    }
    return unused >= Alphabet;
}

}   // namespace

QPDFObjectHandle namedFontName(const Font &font)
{
    QPDFObjectHandle base = font.object().getKey("/BaseFont");
    std::string name = base.isName() ? base.getName().substr(1) : std::string();
    constexpr std::size_t Tag = 6;   // 9.6.4
    if (name.size() > Tag && name[Tag] == '+') {
        name.erase(0, Tag + 1);
    }
    return QPDFObjectHandle::newName("/" + (isPlain(name) ? name : std::string("Font")));
}

QPDFObjectHandle namedDescriptor(QPDF &file, const QPDFObjectHandle &old,
                                 const QPDFObjectHandle &name)
{
    QPDFObjectHandle from(old);
    if (!from.isDictionary()) {
        return QPDFObjectHandle::newNull();
    }
    QPDFObjectHandle descriptor = cutDescriptor(old, name, false);
    QPDFObjectHandle family = from.getKey("/FontFamily");
    if (family.isString() && isPlain(family.getStringValue())) {
        descriptor.replaceKey("/FontFamily", QPDFObjectHandle::newString(family.getStringValue()));
    }
    QPDFObjectHandle weight = from.getKey("/FontWeight");
    if (weight.isInteger()) {
        descriptor.replaceKey("/FontWeight", QPDFObjectHandle::newInteger(weight.getIntValue()));
    }
    QPDFObjectHandle stretch = from.getKey("/FontStretch");
    if (isOneOf(stretch, Stretches)) {
        descriptor.replaceKey("/FontStretch", QPDFObjectHandle::newName(stretch.getName()));
    }
    return file.makeIndirectObject(descriptor);
}

base::Result<CutFont> cutNamedFont(QPDF &file, const Font &font, const std::vector<FontCode> &codes)
{
    QPDFObjectHandle old = font.object();
    QPDFObjectHandle subtype = old.getKey("/Subtype");
    const bool isTrueType = subtype.isNameAndEquals("/TrueType");
    QPDFObjectHandle cut = newDictionary("/Font", isTrueType ? "/TrueType" : "/Type1");
    const QPDFObjectHandle name = namedFontName(font);
    cut.replaceKey("/BaseFont", name);
    const QPDFObjectHandle descriptor = namedDescriptor(file, old.getKey("/FontDescriptor"), name);
    if (!QPDFObjectHandle(descriptor).isNull()) {
        cut.replaceKey("/FontDescriptor", descriptor);
    }
    const QPDFObjectHandle encoding = encodingFor(old.getKey("/Encoding"), codes);
    if (!QPDFObjectHandle(encoding).isNull()) {
        cut.replaceKey("/Encoding", encoding);
    }
    std::map<int, QPDFObjectHandle> widths;
    std::vector<std::pair<quint32, QString>> texts;
    CutFont result;
    for (const FontCode &code : codes) {
        widths.emplace(int(code.code), thousandths(code.advance));
        texts.emplace_back(code.code, code.text);
        result.codes.emplace(code.code, QByteArray(1, char(code.code)));
    }
    // The 14 standard fonts may go without widths (9.6.2.2); then they stay without.
    if (old.getKey("/Widths").isArray()) {
        const std::map<int, QPDFObjectHandle> all = widthsOf(old);
        setWidths(cut, isWholeTable(all, codes) ? all : widths);
    }
    if (old.getKey("/ToUnicode").isStream()) {
        const QPDFObjectHandle unicode = toUnicodeStream(file, 1, texts);
        if (!QPDFObjectHandle(unicode).isNull()) {
            cut.replaceKey("/ToUnicode", unicode);
        }
    }
    result.object = file.makeIndirectObject(cut);
    return result;
}

}   // namespace expunge::pdf
