// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cutdictionary.h"

#include "core/formats/pdf/contentstream.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFExc.hh>

#include <QByteArrayList>

#include <algorithm>
#include <cmath>

namespace expunge::pdf {
namespace {

constexpr int LongestName = 63;
constexpr int MappingsInBlock = 100;   // Adobe Technical Note 5014, 7: limit of a bfchar block

bool isTypefaceName(const QString &name)
{
    const auto usual = [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'-' || c == u',' || c == u'_'
               || c == u'.';
    };
    return !name.isEmpty() && name.size() <= LongestName
           && std::all_of(name.begin(), name.end(), usual);
}

QByteArray hexCode(quint32 code, int bytes)
{
    bytes = bytes != 0 ? bytes : code <= 0xFF ? 1 : 2;
    return '<' + QByteArray::number(code, 16).rightJustified(2 * bytes, '0') + '>';
}

QByteArray hexText(const QString &text)
{
    QByteArray hex = "<";
    for (const QChar unit : text) {
        hex += QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    }
    return hex + '>';
}

QByteArray codeSpace(const QByteArrayList &ranges)
{
    return QByteArray::number(ranges.size()) + " begincodespacerange\n" + ranges.join('\n')
           + "\nendcodespacerange\n";
}

QByteArray mixedCodes()
{
    return codeSpace({"<20> <20>", hexCode(TwoByteBase, 2) + " <ffff>"});
}

}   // namespace

QPDFObjectHandle cutFontName(const Font &font)
{
    const QString name = font.name();
    const std::string base = isTypefaceName(name) ? name.toStdString() : "Font";
    return QPDFObjectHandle::newName("/AAAAAA+" + base);
}

bool hasSubsetTag(const Font &font)
{
    constexpr std::size_t Tag = 6;
    QPDFObjectHandle name = font.object().getKey("/BaseFont");
    return name.isName() && name.getName().size() > Tag + 1 && name.getName()[Tag + 1] == '+';
}

QPDFObjectHandle thousandths(double value)
{
    const double rounded = std::isfinite(value) ? value * 1000 : 0;
    return QPDFObjectHandle::newReal(writeNumber(rounded, 4).toStdString());
}

QPDFObjectHandle numbersOf(const QPDFObjectHandle &dictionary, const char *key, int count)
{
    QPDFObjectHandle array = QPDFObjectHandle(dictionary).getKey(key);
    if (!array.isArray() || array.getArrayNItems() != count) {
        return QPDFObjectHandle::newNull();
    }
    QPDFObjectHandle numbers = QPDFObjectHandle::newArray();
    for (QPDFObjectHandle &item : array.aitems()) {
        if (!item.isNumber()) {
            return QPDFObjectHandle::newNull();
        }
        numbers.appendItem(
            QPDFObjectHandle::newReal(writeNumber(item.getNumericValue(), 6).toStdString()));
    }
    return numbers;
}

QPDFObjectHandle newDictionary(const char *type, const char *subtype)
{
    QPDFObjectHandle dictionary = QPDFObjectHandle::newDictionary();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName(type));
    if (subtype != nullptr) {
        dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName(subtype));
    }
    return dictionary;
}

QPDFObjectHandle cutDescriptor(const QPDFObjectHandle &old, const QPDFObjectHandle &name,
                               bool symbolic)
{
    QPDFObjectHandle from(old);
    QPDFObjectHandle descriptor = newDictionary("/FontDescriptor", nullptr);
    descriptor.replaceKey("/FontName", name);
    QPDFObjectHandle flags = from.getKey("/Flags");
    constexpr int Symbolic = 4;   // ISO 32000-1, table 123
    constexpr int Nonsymbolic = 32;
    constexpr int Known = 0x7006F;
    int bits = flags.isInteger() ? int(flags.getIntValue() & Known) : Nonsymbolic;
    if (symbolic) {
        bits = (bits & ~Nonsymbolic) | Symbolic;
    }
    descriptor.replaceKey("/Flags", QPDFObjectHandle::newInteger(bits));
    const QPDFObjectHandle box = numbersOf(from, "/FontBBox", 4);
    if (!QPDFObjectHandle(box).isNull()) {
        descriptor.replaceKey("/FontBBox", box);
    }
    for (const char *key : {"/ItalicAngle", "/Ascent", "/Descent", "/Leading", "/CapHeight",
                            "/XHeight", "/StemV", "/StemH", "/MissingWidth"}) {
        QPDFObjectHandle number = from.getKey(key);
        if (number.isNumber()) {
            descriptor.replaceKey(key, QPDFObjectHandle::newReal(
                                           writeNumber(number.getNumericValue()).toStdString()));
        }
    }
    return descriptor;
}

QPDFObjectHandle programStream(QPDF &file, const QByteArray &program, const char *subtype)
{
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&file, program.toStdString());
    QPDFObjectHandle dictionary = stream.getDict();
    if (subtype != nullptr) {
        dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName(subtype));
    } else {
        dictionary.replaceKey("/Length1", QPDFObjectHandle::newInteger(program.size()));
    }
    return stream;
}

QPDFObjectHandle toUnicodeStream(QPDF &file, int bytes,
                                 const std::vector<std::pair<quint32, QString>> &texts)
{
    std::vector<std::pair<quint32, QString>> mapped;
    std::copy_if(texts.begin(), texts.end(), std::back_inserter(mapped),
                 [](const auto &entry) { return !entry.second.isEmpty(); });
    if (mapped.empty()) {
        return QPDFObjectHandle::newNull();
    }
    std::sort(mapped.begin(), mapped.end());
    QByteArray cmap = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n";
    cmap += bytes == 0   ? mixedCodes()
            : bytes == 1 ? codeSpace({"<00> <ff>"})
                         : codeSpace({"<0000> <ffff>"});
    for (std::size_t begin = 0; begin < mapped.size(); begin += MappingsInBlock) {
        const std::size_t end = std::min(mapped.size(), begin + MappingsInBlock);
        cmap += QByteArray::number(qulonglong(end - begin)) + " beginbfchar\n";
        for (std::size_t index = begin; index < end; ++index) {
            cmap +=
                hexCode(mapped[index].first, bytes) + ' ' + hexText(mapped[index].second) + '\n';
        }
        cmap += "endbfchar\n";
    }
    cmap += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    return QPDFObjectHandle::newStream(&file, cmap.toStdString());
}

QPDFObjectHandle spaceMapStream(QPDF &file, quint32 space, quint32 last, bool vertical)
{
    QByteArray cmap = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                      "def\n/CMapName /Cut def\n/CMapType 1 def\n/WMode ";
    cmap += (vertical ? "1 def\n" : "0 def\n") + mixedCodes();
    cmap += "1 begincidchar\n<20> " + QByteArray::number(space) + "\nendcidchar\n";
    for (quint32 first = 1; first <= last;) {   // a range stays within one first byte
        const quint32 end = std::min(last, first | 0xFF);
        cmap += "1 begincidrange\n" + hexCode(TwoByteBase + first, 2) + ' '
                + hexCode(TwoByteBase + end, 2) + ' ' + QByteArray::number(first)
                + "\nendcidrange\n";
        first = end + 1;
    }
    cmap += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&file, cmap.toStdString());
    QPDFObjectHandle dictionary = stream.getDict();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/CMap"));
    dictionary.replaceKey("/CMapName", QPDFObjectHandle::newName("/Cut"));
    dictionary.replaceKey("/WMode", QPDFObjectHandle::newInteger(vertical ? 1 : 0));
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Registry", QPDFObjectHandle::newString("Adobe"));
    info.replaceKey("/Ordering", QPDFObjectHandle::newString("Identity"));
    info.replaceKey("/Supplement", QPDFObjectHandle::newInteger(0));
    dictionary.replaceKey("/CIDSystemInfo", info);
    return stream;
}

QByteArray fontProgram(const QPDFObjectHandle &descriptor)
{
    QPDFObjectHandle from(descriptor);
    for (const char *key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
        QPDFObjectHandle stream =
            from.isDictionary() ? from.getKey(key) : QPDFObjectHandle::newNull();
        if (!stream.isStream()) {
            continue;
        }
        try {
            const auto data = stream.getStreamData(qpdf_dl_all);
            return QByteArray(reinterpret_cast<const char *>(data->getBuffer()),
                              qsizetype(data->getSize()));
        } catch (const QPDFExc &) {
            return {};   // a filter that nothing here knows
        }
    }
    return {};
}

}   // namespace expunge::pdf
