// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/fonttables.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must be called outside of every namespace.
static void loadPdfTables()
{
    Q_INIT_RESOURCE(pdf);
}

namespace expunge::pdf {

namespace {

QByteArray resource(const QString &name)
{
    QFile file(u":/expunge/pdf/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString fromHexPoints(QByteArrayView points)
{
    QString text;
    for (const QByteArray &point : points.toByteArray().split(' ')) {
        const char32_t character = point.toUInt(nullptr, 16);
        text += QString::fromUcs4(&character, 1);
    }
    return text;
}

bool isUpperHex(QByteArrayView digits)
{
    return std::all_of(digits.begin(), digits.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); });
}

bool isScalar(quint32 value)
{
    return value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

}   // namespace

std::optional<StandardFont> standardFont(QByteArrayView baseFont)
{
    QByteArray name = baseFont.toByteArray().toLower();
    if (name.size() > 7 && name[6] == '+') {   // the tag of a subset (9.6.4)
        name.remove(0, 7);
    }
    name.replace(' ', "");
    const bool bold = name.contains("bold");
    const bool italic = name.contains("italic") || name.contains("oblique");
    if (name.startsWith("helvetica") || name.startsWith("arial")) {
        const bool other = name.contains("narrow") || name.contains("black")
                           || name.contains("light") || name.contains("condensed")
                           || name.contains("neue") || name.contains("rounded");
        if (!other) {
            return bold ? StandardFont::HelveticaBold : StandardFont::Helvetica;
        }
    } else if (name.startsWith("times")) {
        return bold && italic ? StandardFont::TimesBoldItalic
               : bold         ? StandardFont::TimesBold
               : italic       ? StandardFont::TimesItalic
                              : StandardFont::Times;
    } else if (name.startsWith("courier")) {
        return StandardFont::Courier;
    } else if (name == "symbol" || name.startsWith("symbol,") || name == "symbolmt") {
        return StandardFont::Symbol;
    } else if (name == "zapfdingbats") {
        return StandardFont::ZapfDingbats;
    }
    return std::nullopt;
}

FontTables::FontTables()
{
    loadPdfTables();
    m_names = resource(u"glyph-names.txt"_s);
    const QByteArrayList rows = resource(u"encodings.txt"_s).split('\n');
    for (qsizetype code = 0; code < 256 && code < rows.size(); ++code) {
        const QByteArrayList names = rows[code].split(' ');
        for (std::size_t i = 0; i < m_encodings.size(); ++i) {
            const QByteArray name = names.value(static_cast<qsizetype>(i));
            m_encodings[i][static_cast<std::size_t>(code)] = name == "-" ? QByteArray() : name;
        }
    }
    int section = 0;
    for (const QByteArray &row : resource(u"standard-widths.txt"_s).split('\n')) {
        const QByteArrayList fields = row.split(' ');
        if (fields.size() < 2) {
            ++section;
        } else if (section == 0) {
            auto &widths = m_widths[fields[0]];
            for (std::size_t i = 0; i < widths.size(); ++i) {
                widths[i] = fields.value(static_cast<qsizetype>(i) + 1).toShort();
            }
        } else {
            (section == 1 ? m_symbolWidths : m_dingbatWidths)[fields[0]] = fields[1].toShort();
        }
    }
    const QByteArrayList strings = resource(u"font-strings.txt"_s).split('\n');
    m_cffStrings = strings.value(0).split(' ');
    m_macGlyphs = strings.value(1).split(' ');
}

QByteArray FontTables::glyphName(BaseEncoding encoding, int code) const
{
    return code < 0 || code > 255
               ? QByteArray()
               : m_encodings[static_cast<std::size_t>(encoding)][static_cast<std::size_t>(code)];
}

QString FontTables::listedText(QByteArrayView name) const
{
    qsizetype low = 0;
    qsizetype high = m_names.size();
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        const qsizetype begin = middle == 0 ? 0 : m_names.lastIndexOf('\n', middle - 1) + 1;
        const qsizetype end = std::max<qsizetype>(m_names.indexOf('\n', begin), begin);
        const QByteArrayView line = QByteArrayView(m_names).sliced(begin, end - begin);
        const qsizetype cut = line.indexOf(';');
        const int order = name.compare(line.first(std::max<qsizetype>(cut, 0)));
        if (order == 0) {
            return fromHexPoints(line.sliced(cut + 1));
        }
        if (order < 0) {
            high = begin;
        } else {
            low = end + 1;
        }
    }
    return {};
}

QString FontTables::componentText(QByteArrayView name) const
{
    if (const QString text = listedText(name); !text.isEmpty()) {
        return text;
    }
    if (name.startsWith("uni") && name.size() >= 7 && (name.size() - 3) % 4 == 0
        && isUpperHex(name.sliced(3))) {
        QString text;
        for (qsizetype at = 3; at < name.size(); at += 4) {
            const quint32 value = name.sliced(at, 4).toByteArray().toUInt(nullptr, 16);
            if (!isScalar(value)) {
                return {};
            }
            text += QChar(static_cast<char16_t>(value));
        }
        return text;
    }
    if (name.startsWith('u') && name.size() >= 5 && name.size() <= 7
        && isUpperHex(name.sliced(1))) {
        const char32_t value = name.sliced(1).toByteArray().toUInt(nullptr, 16);
        return isScalar(value) ? QString::fromUcs4(&value, 1) : QString();
    }
    return {};
}

QString FontTables::textOf(QByteArrayView glyphName) const
{
    const qsizetype dot = glyphName.indexOf('.');
    const QByteArray base = (dot < 0 ? glyphName : glyphName.first(dot)).toByteArray();
    QString text;
    for (const QByteArray &component : base.split('_')) {
        text += componentText(component);
    }
    return text;
}

std::optional<int> FontTables::width(StandardFont font, const QByteArray &glyphName) const
{
    if (font == StandardFont::Courier) {
        return 600;
    }
    if (font == StandardFont::Symbol || font == StandardFont::ZapfDingbats) {
        const auto &table = font == StandardFont::Symbol ? m_symbolWidths : m_dingbatWidths;
        const auto found = table.constFind(glyphName);
        return found == table.cend() ? std::nullopt : std::optional<int>(*found);
    }
    const auto found = m_widths.constFind(glyphName);
    return found == m_widths.cend() ? std::nullopt
                                    : std::optional<int>((*found)[static_cast<std::size_t>(font)]);
}

QByteArray FontTables::cffString(int number) const
{
    return m_cffStrings.value(number);
}

QByteArray FontTables::macGlyphName(int number) const
{
    return m_macGlyphs.value(number);
}

}   // namespace expunge::pdf
