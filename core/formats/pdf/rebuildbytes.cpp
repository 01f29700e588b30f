// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/rebuildbytes.h"

#include "core/formats/pdf/rebuildpictures.h"

#include <QSet>
#include <QtEndian>

#include <zlib.h>

#include <array>

namespace expunge::pdf {

namespace {

constexpr qsizetype profileHeader = 128;

quint32 bigEndian(const QByteArray &bytes, qsizetype at)
{
    return at + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.constData() + at) : 0;
}

void append(QByteArray &out, quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    out += bytes;
}

/// Tags without text (ICC.1:2010, 9.2); the two that must be there and are text are written anew.
bool isDrawingTag(const QByteArray &tag)
{
    static const QSet<QByteArray> tags{"A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "D2B0",
                                       "D2B1", "D2B2", "D2B3", "B2D0", "B2D1", "B2D2", "B2D3",
                                       "gamt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC",
                                       "kTRC", "wtpt", "bkpt", "chad", "lumi", "chrm"};
    return tags.contains(tag);
}

/// A description of the profile's own version, saying nothing.
QByteArray plainText(bool version4, bool copyright)
{
    if (version4) {   // multiLocalizedUnicodeType, 10.13, with one record: "-"
        QByteArray text("mluc\0\0\0\0", 8);
        append(text, 1);
        append(text, 12);
        text += QByteArray("enUS", 4);
        append(text, 2);
        append(text, 28);
        return text + QByteArray("\0-\0\0", 4);
    }
    if (copyright) {
        return QByteArray("text\0\0\0\0-\0\0\0", 12);
    }
    QByteArray text("desc\0\0\0\0", 8);   // textDescriptionType of version 2
    append(text, 2);
    return text + QByteArray("-\0", 2) + QByteArray(78, '\0');
}

int componentsOf(const QByteArray &space)
{
    if (space == "GRAY") {
        return 1;
    }
    if (space == "RGB " || space == "Lab ") {
        return 3;
    }
    return space == "CMYK" ? 4 : 0;
}

/// Words of PostScript-like text; comments gone (ISO 32000-1, 7.2.3).
class Words
{
public:
    explicit Words(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    /// The next word, hexadecimal string, bracket or name; empty at the end.
    QByteArray next()
    {
        skip();
        if (m_at >= m_bytes.size()) {
            return {};
        }
        const qsizetype begin = m_at;
        const char first = m_bytes[m_at++];
        if (first == '<' && m_at < m_bytes.size() && m_bytes[m_at] != '<') {
            const qsizetype end = m_bytes.indexOf('>', m_at);
            m_at = end < 0 ? m_bytes.size() : end + 1;
            return m_bytes.mid(begin, m_at - begin);
        }
        if (first == '(') {
            return string(begin);
        }
        if (isDelimiter(first) && first != '/') {
            return m_bytes.mid(begin, 1);
        }
        while (m_at < m_bytes.size() && !isWhite(m_bytes[m_at]) && !isDelimiter(m_bytes[m_at])) {
            ++m_at;
        }
        return m_bytes.mid(begin, m_at - begin);
    }

private:
    static bool isWhite(char c)
    {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
    }
    static bool isDelimiter(char c)
    {
        return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{'
               || c == '}' || c == '/' || c == '%';
    }

    void skip()
    {
        while (m_at < m_bytes.size()) {
            if (m_bytes[m_at] == '%') {
                while (m_at < m_bytes.size() && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r') {
                    ++m_at;
                }
            } else if (!isWhite(m_bytes[m_at])) {
                return;
            } else {
                ++m_at;
            }
        }
    }

    QByteArray string(qsizetype begin)
    {
        int depth = 1;
        while (m_at < m_bytes.size() && depth > 0) {
            const char c = m_bytes[m_at++];
            if (c == '\\') {
                ++m_at;
            } else {
                depth += c == '(' ? 1 : (c == ')' ? -1 : 0);
            }
        }
        m_at = std::min(m_at, m_bytes.size());
        return m_bytes.mid(begin, m_at - begin);
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
};

/// A hexadecimal string without anything but digits in it; empty for other words.
QByteArray hexWord(const QByteArray &word)
{
    if (!word.startsWith('<') || !word.endsWith('>')) {
        return {};
    }
    const QByteArray digits = QByteArray::fromHex(word.mid(1, word.size() - 2)).toHex();
    return digits.isEmpty() ? QByteArray() : QByteArray("<" + digits.toUpper() + ">");
}

QByteArray mapWord(const QByteArray &word)
{
    bool ok = false;
    const int number = word.toInt(&ok);
    return ok ? QByteArray::number(number) : hexWord(word);
}

bool isCodeMapName(const QByteArray &word)
{
    if (!word.startsWith('/') || word.size() < 2 || word.size() > 40) {
        return false;
    }
    if (!word.endsWith("-H") && !word.endsWith("-V") && !word.endsWith("-UCS2")) {
        return false;
    }
    return std::all_of(word.begin() + 1, word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || c == '-';
    });
}

/// Gathers the sections of a character map.
class MapWriter
{
public:
    bool read(const QByteArray &bytes)
    {
        Words words(bytes);
        QByteArray before;
        for (QByteArray word = words.next(); !word.isEmpty(); word = words.next()) {
            if (word == "usecmap" && isCodeMapName(before)) {
                m_head += before + " usecmap\n";
            } else if (before == "/WMode" && (word == "0" || word == "1")) {
                m_mode = word;
            } else if (word.startsWith("begin") && isSection(word.mid(5))
                       && !section(words, word.mid(5))) {
                return false;
            }
            before = word;
        }
        return true;
    }

    QByteArray bytes() const
    {
        return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" + m_head
               + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                 "/CMapName /Map def\n/CMapType 2 def\n/WMode "
               + m_mode + " def\n" + m_sections + "endcmap\nend\nend\n";
    }

private:
    static bool isSection(const QByteArray &name)
    {
        static const QSet<QByteArray> names{"codespacerange", "bfchar",     "bfrange",    "cidchar",
                                            "cidrange",       "notdefchar", "notdefrange"};
        return names.contains(name);
    }

    bool section(Words &words, const QByteArray &name)
    {
        const int columns = name.endsWith("range") && name != "codespacerange" ? 3 : 2;
        QByteArray lines;
        int count = 0;
        QByteArray word = words.next();
        while (!word.isEmpty() && word != "end" + name) {
            QByteArray line;
            for (int column = 0; column < columns; ++column) {
                const QByteArray value = word == "[" ? list(words) : mapWord(word);
                if (!value.isEmpty()) {
                    line += (line.isEmpty() ? "" : " ") + value;
                } else if (column + 1 < columns || word != "<>") {
                    return false;
                } else {
                    line += " <>";
                }
                word = words.next();
            }
            lines += line + "\n";
            if (++count == 100) {   // the most that a section may have
                m_sections += "100 begin" + name + "\n" + lines + "end" + name + "\n";
                lines.clear();
                count = 0;
            }
        }
        if (count > 0) {
            m_sections +=
                QByteArray::number(count) + " begin" + name + "\n" + lines + "end" + name + "\n";
        }
        return true;
    }

    static QByteArray list(Words &words)
    {
        QByteArray values = "[";
        for (QByteArray word = words.next(); !word.isEmpty() && word != "]"; word = words.next()) {
            const QByteArray value = mapWord(word);
            values += (values.size() > 1 ? " " : "") + (value.isEmpty() ? QByteArray("<>") : value);
        }
        return values + "]";
    }

    QByteArray m_head;
    QByteArray m_mode = "0";
    QByteArray m_sections;
};

/// Lengths that a tag has by its type (ICC.1:2010, 10); text is none of them.
QByteArray drawingValue(const QByteArray &tag, const QByteArray &value)
{
    const QByteArray type = value.left(4);
    if (type == "XYZ ") {
        return tag == "chad" ? QByteArray() : value.left(20);
    }
    if (type == "curv") {
        return value.left(12 + 2 * static_cast<qsizetype>(bigEndian(value, 8)));
    }
    if (type == "para") {
        static constexpr std::array<qsizetype, 5> counts{1, 3, 4, 5, 7};
        const qsizetype kind = value.size() > 9 ? static_cast<quint8>(value[9]) : 9;
        return kind < std::ssize(counts) ? value.left(12 + 4 * counts[static_cast<size_t>(kind)])
                                         : QByteArray();
    }
    if (type == "sf32" && tag == "chad") {
        return value.left(44);
    }
    if (type == "chrm") {
        return value.left(36);
    }
    static const QSet<QByteArray> tables{"mft1", "mft2", "mAB ", "mBA ", "mpet"};
    return tables.contains(type) && (tag.contains('2') || tag == "gamt") ? value : QByteArray();
}

/// The boxes that say how large a picture is and what its colours are (ITU-T T.800, I.5.3).
QByteArray cleanHeaderBoxes(const QByteArray &bytes)
{
    static const QSet<QByteArray> kept{"ihdr", "bpcc", "colr", "pclr", "cmap", "cdef"};
    QByteArray result;
    for (qsizetype at = 0; at + 8 <= bytes.size();) {
        const auto size = static_cast<qsizetype>(bigEndian(bytes, at));
        if (size < 8 || at + size > bytes.size()) {
            break;
        }
        const QByteArray type = bytes.mid(at + 4, 4);
        QByteArray value = bytes.mid(at + 8, size - 8);
        if (type == "colr" && value.startsWith('\2')) {
            const QByteArray profile = value.mid(3);
            const auto clean = cleanProfile(profile, componentsOf(profile.mid(16, 4)));
            value = clean ? value.left(3) + *clean : QByteArray();
        } else if (type == "colr") {
            value.truncate(value.mid(3, 4) == QByteArray("\0\0\0\x0e", 4) ? value.size() : 7);
        } else if (type == "ihdr") {
            value.truncate(14);
        }
        if (kept.contains(type) && !value.isEmpty()) {
            append(result, static_cast<quint32>(8 + value.size()));
            result += type + value;
        }
        at += size;
    }
    return result;
}

}   // namespace

std::optional<QByteArray> cleanProfile(const QByteArray &bytes, int components)
{
    if (bytes.size() < profileHeader + 4 || bytes.mid(36, 4) != "acsp"
        || componentsOf(bytes.mid(16, 4)) != components) {
        return std::nullopt;
    }
    const bool version4 = bytes[8] >= 4;
    const quint32 count = bigEndian(bytes, profileHeader);
    std::vector<std::pair<QByteArray, QByteArray>> tags{{"desc", plainText(version4, false)},
                                                        {"cprt", plainText(version4, true)}};
    for (quint32 i = 0; i < std::min<quint32>(count, 100); ++i) {
        const qsizetype entry = profileHeader + 4 + 12 * static_cast<qsizetype>(i);
        const QByteArray tag = bytes.mid(entry, 4);
        const auto offset = static_cast<qsizetype>(bigEndian(bytes, entry + 4));
        const auto size = static_cast<qsizetype>(bigEndian(bytes, entry + 8));
        if (isDrawingTag(tag) && offset >= profileHeader && size > 0
            && offset + size <= bytes.size()) {
            if (QByteArray value = drawingValue(tag, bytes.mid(offset, size)); !value.isEmpty()) {
                tags.emplace_back(tag, std::move(value));
            }
        }
    }
    QByteArray table;
    QByteArray data;
    append(table, static_cast<quint32>(tags.size()));
    const qsizetype start = profileHeader + 4 + 12 * std::ssize(tags);
    for (const auto &[tag, value] : tags) {
        table += tag;
        append(table, static_cast<quint32>(start + data.size()));
        append(table, static_cast<quint32>(value.size()));
        data += value;
        data += QByteArray((4 - value.size() % 4) % 4, '\0');
    }
    QByteArray header = bytes.left(profileHeader);
    // date, maker's signatures, attributes of the device and the profile's digest (7.2)
    for (const auto &[from, length] :
         {std::pair<qsizetype, qsizetype>{4, 4}, {24, 12}, {48, 8}, {56, 8}, {80, 48}}) {
        header.replace(from, length, QByteArray(length, '\0'));
    }
    QByteArray result = header + table + data;
    qToBigEndian(static_cast<quint32>(result.size()), result.data());
    return result;
}

std::optional<QByteArray> cleanCharacterMap(const QByteArray &bytes)
{
    MapWriter writer;
    if (!writer.read(bytes)) {
        return std::nullopt;
    }
    return writer.bytes();
}

std::optional<QByteArray> cleanJpeg2000(const QByteArray &bytes)
{
    QByteArray result = bytes;
    if (bytes.startsWith(QByteArray("\xff\x4f\xff\x51", 4))) {
        cleanCodeStream(result, 0);
        return result;
    }
    static const QSet<QByteArray> boxes{"jP  ", "ftyp", "jp2h", "jp2c"};
    result.clear();
    bool picture = false;
    for (qsizetype at = 0; at + 8 <= bytes.size();) {
        auto size = static_cast<qsizetype>(bigEndian(bytes, at));
        const QByteArray type = bytes.mid(at + 4, 4);
        if (size == 1) {   // a size of eight bytes follows; of more than 4 GB nothing is read
            size = static_cast<qsizetype>(bigEndian(bytes, at + 12));
        } else if (size == 0) {
            size = bytes.size() - at;
        }
        size = std::min(size, bytes.size() - at);
        if (size < 8) {
            return std::nullopt;
        }
        if (boxes.contains(type)) {
            QByteArray value = bytes.mid(at + 8, size - 8);
            if (type == "jp2c") {
                const qsizetype code = value.indexOf(QByteArray("\xff\x4f\xff\x51", 4));
                picture = picture || code >= 0;
                value = value.mid(std::max<qsizetype>(code, 0));
                cleanCodeStream(value, 0);
            } else if (type == "jp2h") {
                value = cleanHeaderBoxes(value);
            } else if (type == "ftyp") {   // brand, version, and the one that is compatible
                value = QByteArray("jp2 \0\0\0\0jp2 ", 12);
            } else {
                value.truncate(4);
            }
            append(result, static_cast<quint32>(8 + value.size()));
            result += type + value;
        }
        at += size;
    }
    return picture ? std::optional(result) : std::nullopt;
}

std::optional<QByteArray> cleanCalculator(const QByteArray &bytes)
{
    static const QSet<QByteArray> operators{
        "abs",   "add",  "atan",     "ceiling", "cos",      "cvi",  "cvr",   "div",   "exp",
        "floor", "idiv", "ln",       "log",     "mod",      "mul",  "neg",   "round", "sin",
        "sqrt",  "sub",  "truncate", "and",     "bitshift", "eq",   "false", "ge",    "gt",
        "le",    "lt",   "ne",       "not",     "or",       "true", "xor",   "if",    "ifelse",
        "copy",  "dup",  "exch",     "index",   "pop",      "roll", "{",     "}"};
    QByteArray result;
    Words words(bytes);
    for (QByteArray word = words.next(); !word.isEmpty(); word = words.next()) {
        bool number = false;
        word.toDouble(&number);
        if (!number && !operators.contains(word)) {
            return std::nullopt;
        }
        result += (result.isEmpty() ? "" : " ") + word;
    }
    return result;
}

QByteArray deflated(const QByteArray &bytes)
{
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    QByteArray result(static_cast<qsizetype>(size), Qt::Uninitialized);
    compress2(reinterpret_cast<Bytef *>(result.data()), &size,
              reinterpret_cast<const Bytef *>(bytes.constData()), static_cast<uLong>(bytes.size()),
              6);
    result.truncate(static_cast<qsizetype>(size));
    return result;
}

}   // namespace expunge::pdf
