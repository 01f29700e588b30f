// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cleaninline.h"

#include "core/formats/image/picturescrub.h"
#include "core/formats/pdf/cleanoperands.h"
#include "core/formats/pdf/rebuildpictures.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>

#include <QByteArrayList>

#include <algorithm>
#include <array>
#include <map>

namespace expunge::pdf {
namespace {

struct Abbreviation
{
    const char *brief;
    const char *full;
};

// ISO 32000-1, tables 93 and 94.
constexpr std::array Keys{Abbreviation{"W", "Width"},       Abbreviation{"H", "Height"},
                          Abbreviation{"IM", "ImageMask"},  Abbreviation{"BPC", "BitsPerComponent"},
                          Abbreviation{"CS", "ColorSpace"}, Abbreviation{"D", "Decode"},
                          Abbreviation{"F", "Filter"},      Abbreviation{"DP", "DecodeParms"},
                          Abbreviation{"I", "Interpolate"}, Abbreviation{"Intent", "Intent"}};
constexpr std::array ColourSpaces{Abbreviation{"G", "DeviceGray"}, Abbreviation{"RGB", "DeviceRGB"},
                                  Abbreviation{"CMYK", "DeviceCMYK"}, Abbreviation{"I", "Indexed"}};
constexpr std::array Filters{
    Abbreviation{"AHx", "ASCIIHexDecode"}, Abbreviation{"A85", "ASCII85Decode"},
    Abbreviation{"LZW", "LZWDecode"},      Abbreviation{"Fl", "FlateDecode"},
    Abbreviation{"RL", "RunLengthDecode"}, Abbreviation{"CCF", "CCITTFaxDecode"},
    Abbreviation{"DCT", "DCTDecode"}};
constexpr std::array Parameters{"K",
                                "EndOfLine",
                                "EncodedByteAlign",
                                "Columns",
                                "Rows",
                                "EndOfBlock",
                                "BlackIs1",
                                "DamagedRowsBeforeError",
                                "Predictor",
                                "Colors",
                                "BitsPerComponent",
                                "EarlyChange",
                                "ColorTransform"};

template<std::size_t Count>
const Abbreviation *known(const QByteArray &name, const std::array<Abbreviation, Count> &list)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const Abbreviation &entry) {
        return name == entry.brief || name == entry.full;
    });
    return found == list.end() ? nullptr : &*found;
}

/// A value of the image's dictionary, by its tokens: one, or those of an array or dictionary.
struct Value
{
    int first = 0;
    int count = 0;
};

/// Takes one image apart and writes it anew.
class InlineImage
{
public:
    InlineImage(const ContentStream &content, const Operation &operation,
                const ColourSpaceNamer &colourSpace)
        : m_content(content)
        , m_operation(operation)
        , m_colourSpace(colourSpace)
    {
    }

    std::optional<QByteArray> run();

private:
    bool readEntries();
    const Token &token(int index) const { return *m_content.operand(m_operation, index); }
    QByteArray nameOf(int index) const { return m_content.name(token(index)); }
    bool has(const char *key) const { return m_entries.contains(key); }
    int integer(const char *key, int otherwise) const;
    bool flag(const char *key) const;

    QByteArray scalar(int index) const;
    QByteArray numbers(const Value &value) const;
    QByteArray colourSpace(const Value &value);
    QByteArray parameters(const Value &value) const;
    bool readFilters();
    bool cleanData();
    int faxKind() const;
    bool decodeData();
    void trimData();
    qint64 dataSize() const;

    const ContentStream &m_content;
    const Operation &m_operation;
    const ColourSpaceNamer &m_colourSpace;
    std::map<QByteArray, Value> m_entries;
    std::vector<QByteArray> m_filters;   // full names
    QByteArray m_parameters;             // of the filters, written with full names
    QByteArray m_data;
    int m_components = 0;   // 0: not known
};

bool InlineImage::readEntries()
{
    for (int index = 0; index + 1 < m_operation.tokens;) {
        if (token(index).kind != TokenKind::Name) {
            return false;
        }
        const Abbreviation *key = known(nameOf(index), Keys);
        const int first = index + 1;
        int depth = 0;
        int at = first;
        do {
            const TokenKind kind = token(at).kind;
            const bool opens = kind == TokenKind::ArrayBegin || kind == TokenKind::DictBegin;
            const bool closes = kind == TokenKind::ArrayEnd || kind == TokenKind::DictEnd;
            depth += opens ? 1 : closes ? -1 : 0;
            ++at;
        } while (depth > 0 && at < m_operation.tokens);
        // Viewers look for the full name first.
        const bool isFull = key != nullptr && nameOf(index) == key->full;
        if (key != nullptr && (isFull || !m_entries.contains(key->brief))) {
            m_entries.insert_or_assign(key->brief, Value{first, at - first});
        }
        index = at;
    }
    return true;
}

int InlineImage::integer(const char *key, int otherwise) const
{
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end() || token(entry->second.first).kind != TokenKind::Number) {
        return otherwise;
    }
    return int(std::clamp(token(entry->second.first).number, 0.0, 1e6));
}

bool InlineImage::flag(const char *key) const
{
    const auto entry = m_entries.find(key);
    return entry != m_entries.end() && m_content.raw(token(entry->second.first)) == "true";
}

// A number or a boolean; else nothing.
QByteArray InlineImage::scalar(int index) const
{
    const Token &found = token(index);
    QByteArray bytes;
    if (found.kind == TokenKind::Number) {
        appendNumber(bytes, m_content, found);
    } else if (found.kind == TokenKind::Boolean) {
        bytes = m_content.raw(found).toByteArray();
    }
    return bytes;
}

QByteArray InlineImage::numbers(const Value &value) const
{
    QByteArrayList written;
    for (int index = value.first + 1; index < value.first + value.count - 1; ++index) {
        written.append(scalar(index));
    }
    return '[' + written.join(' ') + ']';
}

QByteArray InlineImage::colourSpace(const Value &value)
{
    const bool isArray = token(value.first).kind == TokenKind::ArrayBegin;
    const int at = value.first + (isArray ? 1 : 0);
    if (token(at).kind != TokenKind::Name || (isArray && value.count != 6)) {
        return {};
    }
    const QByteArray name = nameOf(at);
    const Abbreviation *device = known(name, ColourSpaces);
    if (!isArray) {
        if (device == nullptr) {
            const QByteArray renamed = m_colourSpace(name);
            return renamed.isEmpty() ? QByteArray() : writeName(renamed);
        }
        m_components = device->brief == QByteArray("RGB") ? 3 : name.endsWith("CMYK") ? 4 : 1;
        return '/' + QByteArray(device->brief);
    }
    // [/Indexed base highest table]
    const bool fits = device != nullptr && device->brief == QByteArray("I")
                      && token(at + 1).kind == TokenKind::Name
                      && token(at + 2).kind == TokenKind::Number
                      && token(at + 3).kind == TokenKind::String;
    const Abbreviation *base = fits ? known(nameOf(at + 1), ColourSpaces) : nullptr;
    if (base == nullptr) {
        return {};
    }
    m_components = 1;
    const int colours = base->brief == QByteArray("RGB")    ? 3
                        : base->brief == QByteArray("CMYK") ? 4
                                                            : 1;
    const int highest = int(std::clamp(token(at + 2).number, 0.0, 255.0));
    const QByteArray table = m_content.string(token(at + 3)).left(colours * (highest + 1));
    return "[/I /" + QByteArray(base->brief) + ' ' + scalar(at + 2) + ' ' + writeString(table)
           + ']';
}

QByteArray InlineImage::parameters(const Value &value) const
{
    const auto isParameter = [](const QByteArray &name) {
        return std::any_of(Parameters.begin(), Parameters.end(),
                           [&](const char *entry) { return name == entry; });
    };
    QByteArray bytes;
    for (int index = value.first; index < value.first + value.count; ++index) {
        const TokenKind kind = token(index).kind;
        if (kind == TokenKind::Name) {
            const QByteArray written =
                index + 1 < value.first + value.count ? scalar(index + 1) : QByteArray();
            if (!written.isEmpty() && isParameter(nameOf(index))) {
                bytes += '/' + nameOf(index) + ' ' + written + ' ';
            }
        } else if (kind != TokenKind::Number && kind != TokenKind::Boolean
                   && kind != TokenKind::String) {
            bytes += m_content.raw(token(index)) + QByteArray(" ");
        }
    }
    return bytes.trimmed();
}

bool InlineImage::readFilters()
{
    const auto entry = m_entries.find("F");
    if (entry == m_entries.end()) {
        return true;
    }
    for (int index = entry->second.first; index < entry->second.first + entry->second.count;
         ++index) {
        if (token(index).kind != TokenKind::Name) {
            continue;
        }
        const Abbreviation *filter = known(nameOf(index), Filters);
        if (filter == nullptr) {
            return false;
        }
        m_filters.push_back(filter->full);
    }
    return m_filters.size() <= 8;
}

qint64 InlineImage::dataSize() const
{
    const qint64 width = integer("W", 0);
    const qint64 height = integer("H", 0);
    const qint64 bits = flag("IM") ? 1 : integer("BPC", 0);
    const qint64 components = flag("IM") ? 1 : m_components;
    return (width * bits * components + 7) / 8 * height;
}

void InlineImage::trimData()
{
    const qint64 size = dataSize();
    if (size > 0 && size < m_data.size()) {
        m_data.truncate(size);
    }
}

// By the filters that are no pictures' themselves; what is decoded has nothing behind it.
bool InlineImage::decodeData()
{
    try {
        QPDF file;
        file.emptyPDF();
        QPDFObjectHandle stream = QPDFObjectHandle::newStream(&file, m_data.toStdString());
        QPDFObjectHandle dictionary = stream.getDict();
        QPDFObjectHandle filters = QPDFObjectHandle::newArray();
        for (const QByteArray &filter : m_filters) {
            filters.appendItem(QPDFObjectHandle::newName("/" + filter.toStdString()));
        }
        dictionary.replaceKey("/Filter", filters);
        if (!m_parameters.isEmpty()) {
            QPDFObjectHandle given = QPDFObjectHandle::parse(m_parameters.toStdString());
            if (given.isDictionary()) {
                QPDFObjectHandle array = QPDFObjectHandle::newArray();
                array.appendItem(given);
                given = array;
            }
            dictionary.replaceKey("/DecodeParms", given);
        }
        file.setSuppressWarnings(true);
        const auto data = stream.getStreamData(qpdf_dl_specialized);
        m_data = QByteArray(reinterpret_cast<const char *>(data->getBuffer()),
                            qsizetype(data->getSize()));
    } catch (const std::exception &) {
        return false;
    }
    return true;
}

// The kind of fax (7.4.6, K): less than nought for group 4.
int InlineImage::faxKind() const
{
    const QByteArrayList words = m_parameters.split(' ');
    const qsizetype at = words.indexOf("/K");
    return at >= 0 && at + 1 < words.size() ? words[at + 1].toInt() : 0;
}

bool InlineImage::cleanData()
{
    m_data =
        m_content.bytes.mid(m_operation.dataBegin, m_operation.dataEnd - m_operation.dataBegin);
    if (m_filters.empty()) {
        trimData();
        return true;
    }
    const QByteArray last = m_filters.back();
    if (last == "DCTDecode" && m_filters.size() == 1) {
        // Some write CR LF after ID; viewers look for the picture's first marker.
        while (m_data.startsWith('\n') || m_data.startsWith('\r')) {
            m_data.remove(0, 1);
        }
        const auto clean = formats::image::scrubPicture(m_data);
        m_data = clean ? clean->bytes : QByteArray();
        return clean.has_value();
    }
    if (last == "CCITTFaxDecode" && m_filters.size() == 1) {
        m_data = trimmedFax(m_data, faxKind());
        return true;
    }
    if (last == "DCTDecode" || last == "CCITTFaxDecode" || !decodeData()) {
        return false;
    }
    trimData();
    constexpr qsizetype LengthBytes = 4;   // that qCompress puts before the data
    m_data = qCompress(m_data, 9).mid(LengthBytes);
    m_filters = {"FlateDecode"};
    m_parameters.clear();
    return true;
}

std::optional<QByteArray> InlineImage::run()
{
    if (!readEntries() || !readFilters()) {
        return std::nullopt;
    }
    QByteArray entries;
    for (const char *key : {"W", "H", "BPC"}) {
        if (has(key)) {
            entries += '/' + QByteArray(key) + ' ' + QByteArray::number(integer(key, 0)) + ' ';
        }
    }
    for (const char *key : {"IM", "I"}) {
        if (has(key)) {
            entries += '/' + QByteArray(key) + (flag(key) ? " true " : " false ");
        }
    }
    if (has("CS")) {
        const QByteArray space = colourSpace(m_entries.at("CS"));
        if (space.isEmpty()) {
            return std::nullopt;
        }
        entries += "/CS " + space + ' ';
    }
    if (has("D") && token(m_entries.at("D").first).kind == TokenKind::ArrayBegin) {
        entries += "/D " + numbers(m_entries.at("D")) + ' ';
    }
    if (has("DP")) {
        m_parameters = parameters(m_entries.at("DP"));
    }
    if (!cleanData()) {
        return std::nullopt;
    }
    if (!m_filters.empty()) {
        entries += "/F /" + QByteArray(known(m_filters.front(), Filters)->brief) + ' ';
    }
    if (!m_parameters.isEmpty()) {
        entries += "/DP " + m_parameters + ' ';
    }
    return "BI\n" + entries.trimmed() + "\nID " + m_data + "\nEI";
}

}   // namespace

std::optional<QByteArray> cleanInlineImage(const ContentStream &content, const Operation &operation,
                                           const ColourSpaceNamer &colourSpace)
{
    return InlineImage(content, operation, colourSpace).run();
}

}   // namespace expunge::pdf
