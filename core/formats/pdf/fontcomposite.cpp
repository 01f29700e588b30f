// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/fontdescription.h"
#include "core/formats/pdf/fontprogram.h"
#include "core/formats/pdf/pdffile.h"

#include <QHash>

#include <algorithm>

namespace expunge::pdf {

namespace {

constexpr qint64 kLargestMap = 16 << 20;
constexpr int kMostWidths = 70'000;   // more than there are CIDs

struct VerticalWidth
{
    double advance = -1;
    double originX = 0;
    double originY = 0.88;
};

/// A font whose strings are cut into codes by a CMap (ISO 32000-1, 9.7).
class CompositeFont final : public Font
{
public:
    CompositeFont(const QPDFObjectHandle &object, const QPDFObjectHandle &descendant,
                  FontSources &sources)
        : m_object(object)
        , m_descendant(descendant)
        , m_descriptor(m_descendant.getKey("/FontDescriptor"))
        , m_description(object, m_descriptor)
    {
        readMap(sources);
        readWidths();
        readVerticalWidths();
        m_toUnicode = toUnicodeOf(m_object, sources);
        readCollection(sources);
        readGlyphs(sources);
    }

    FontKind kind() const override { return FontKind::Composite; }
    QPDFObjectHandle object() const override { return m_object; }
    QString name() const override { return m_description.name; }
    bool isVertical() const override { return m_map && m_map->isVertical(); }
    bool isEmbedded() const override { return m_description.embedded; }
    double ascent() const override { return m_description.ascent; }
    double descent() const override { return m_description.descent; }
    Matrix fontMatrix() const override { return {0.001, 0, 0, 0.001, 0, 0}; }
    bool isUnderstood() const override { return m_map != nullptr; }

    FontCode next(QByteArrayView rest) const override
    {
        FontCode code;
        const CMap::Code read =
            m_map ? m_map->next(rest) : CMap::Code{static_cast<unsigned char>(rest[0]), 1, false};
        code.code = read.code;
        code.bytes = read.bytes;
        code.cid = m_map ? m_map->cid(read.code, read.bytes).value_or(0) : 0;
        code.isSpace = read.bytes == 1 && read.code == 32;   // 9.3.3
        code.text = textOf(code);
        const double width = m_widths.value(code.cid, m_defaultWidth);
        code.advance = width;
        if (isVertical()) {
            const auto vertical = m_vertical.constFind(code.cid);
            VerticalWidth metrics = m_defaultVertical;
            metrics.originX = width / 2;   // 9.7.4.3
            if (vertical != m_vertical.cend()) {
                metrics = *vertical;
            }
            code.advance = metrics.advance;
            code.originX = metrics.originX;
            code.originY = metrics.originY;
        }
        if (!code.text.isEmpty()) {
            m_seen.insert(code.text,
                          rest.first(std::min<qsizetype>(code.bytes, rest.size())).toByteArray());
        }
        return code;
    }

    QByteArray codeFor(char32_t character) const override
    {
        return m_seen.value(QString::fromUcs4(&character, 1));
    }

private:
    QString textOf(const FontCode &code) const
    {
        QString text = m_toUnicode ? cleanText(m_toUnicode->text(code.code)) : QString();
        if (text.isEmpty() && m_collection) {
            text = cleanText(m_collection->text(code.cid));
        }
        if (text.isEmpty() && m_map) {
            text = cleanText(m_program.glyphText(glyphOf(code.cid)));
        }
        if (text.isEmpty() && (m_codesAreText || !hasText())) {
            // Where nothing says what codes read, other readers take them for UTF-16; what those
            // find must be found as well.
            const QChar character(static_cast<char16_t>(code.code & 0xFFFF));
            text = character.isPrint() && !character.isSurrogate() ? cleanText(character) : text;
        }
        return text;
    }

    bool hasText() const { return m_toUnicode || m_collection || m_program.hasGlyphTexts(); }

    quint32 glyphOf(quint32 cid) const
    {
        const qsizetype at = static_cast<qsizetype>(cid) * 2;
        if (m_cidToGlyph.size() < 2) {
            return cid;
        }
        return at + 1 < m_cidToGlyph.size()
                   ? static_cast<quint32>(static_cast<unsigned char>(m_cidToGlyph[at]) << 8
                                          | static_cast<unsigned char>(m_cidToGlyph[at + 1]))
                   : 0;
    }

    void readMap(FontSources &sources)
    {
        QPDFObjectHandle encoding = m_object.getKey("/Encoding");
        if (encoding.isName()) {
            m_mapName = nameOf(encoding);
            m_map = sources.maps.find(m_mapName);
        } else if (encoding.isStream()) {
            const auto bytes = readStream(encoding, kLargestMap);
            if (!bytes) {
                return;
            }
            m_mapName = nameOf(encoding.getDict().getKey("/CMapName"));
            m_map =
                CMap::read(*bytes, [&](const QByteArray &name) { return sources.maps.find(name); });
            if (!m_map->hasCodeSpace()) {
                m_map = nullptr;
            }
        }
    }

    /// 9.7.4.3: "c [w1 w2 …]" and "first last w".
    void readWidths()
    {
        m_defaultWidth = numberOf(m_descendant.getKey("/DW"), 1000) / 1000;
        QPDFObjectHandle widths = m_descendant.getKey("/W");
        const int count = widths.isArray() ? widths.getArrayNItems() : 0;
        int i = 0;
        while (i + 1 < count && m_widths.size() < kMostWidths) {
            const quint32 first = cidOf(widths.getArrayItem(i));
            QPDFObjectHandle second = widths.getArrayItem(i + 1);
            if (second.isArray()) {
                const int listed = second.getArrayNItems();
                for (int k = 0; k < listed; ++k) {
                    m_widths.insert(first + static_cast<quint32>(k),
                                    numberOf(second.getArrayItem(k)) / 1000);
                }
                i += 2;
            } else if (i + 2 < count) {
                const double width = numberOf(widths.getArrayItem(i + 2)) / 1000;
                const quint32 last = cidOf(second);
                for (quint32 cid = first; cid <= last && m_widths.size() < kMostWidths; ++cid) {
                    m_widths.insert(cid, width);
                }
                i += 3;
            } else {
                break;
            }
        }
    }

    /// 9.7.4.3: "c [w1y vx vy …]" and "first last w1y vx vy".
    void readVerticalWidths()
    {
        QPDFObjectHandle defaults = m_descendant.getKey("/DW2");
        if (defaults.isArray() && defaults.getArrayNItems() == 2) {
            m_defaultVertical.originY = numberOf(defaults.getArrayItem(0), 880) / 1000;
            m_defaultVertical.advance = numberOf(defaults.getArrayItem(1), -1000) / 1000;
        }
        QPDFObjectHandle widths = m_descendant.getKey("/W2");
        const int count = widths.isArray() ? widths.getArrayNItems() : 0;
        const auto metrics = [](const QPDFObjectHandle &array, int at) {
            QPDFObjectHandle items = array;
            return VerticalWidth{numberOf(items.getArrayItem(at)) / 1000,
                                 numberOf(items.getArrayItem(at + 1)) / 1000,
                                 numberOf(items.getArrayItem(at + 2)) / 1000};
        };
        int i = 0;
        while (i + 1 < count && m_vertical.size() < kMostWidths) {
            quint32 cid = cidOf(widths.getArrayItem(i));
            QPDFObjectHandle second = widths.getArrayItem(i + 1);
            if (second.isArray()) {
                for (int k = 0; k + 2 < second.getArrayNItems(); k += 3) {
                    m_vertical.insert(cid++, metrics(second, k));
                }
                i += 2;
            } else if (i + 4 < count) {
                const VerticalWidth same = metrics(widths, i + 2);
                for (const quint32 last = cidOf(second);
                     cid <= last && m_vertical.size() < kMostWidths; ++cid) {
                    m_vertical.insert(cid, same);
                }
                i += 5;
            } else {
                break;
            }
        }
    }

    static quint32 cidOf(const QPDFObjectHandle &object)
    {
        return static_cast<quint32>(std::clamp(numberOf(object), 0.0, 65535.0));
    }

    /// 9.10.2: characters of Adobe's collections have texts by their CIDs.
    void readCollection(FontSources &sources)
    {
        QPDFObjectHandle info = m_descendant.getKey("/CIDSystemInfo");
        if (!info.isDictionary()) {
            return;
        }
        const auto text = [&](const char *key) {
            QPDFObjectHandle value = info.getKey(key);
            return value.isString() ? QByteArray::fromStdString(value.getStringValue())
                                    : QByteArray();
        };
        const QByteArray ordering = text("/Ordering");
        if (text("/Registry") == "Adobe" && ordering != "Identity") {
            m_collection = sources.maps.find("Adobe-" + ordering + "-UCS2");
        }
    }

    void readGlyphs(FontSources &sources)
    {
        QPDFObjectHandle map = m_descendant.getKey("/CIDToGIDMap");
        if (map.isStream()) {
            m_cidToGlyph = readStream(map, kLargestMap).value_or(QByteArray());
        }
        if (!m_toUnicode && !m_collection) {
            m_program = FontProgram::read(m_descriptor, sources.tables);
        }
        // Some makers name a CMap as ToUnicode whose codes are UTF-16 themselves.
        m_codesAreText = nameOf(m_object.getKey("/ToUnicode")).startsWith("Identity");
    }

    QPDFObjectHandle m_object;
    QPDFObjectHandle m_descendant;
    QPDFObjectHandle m_descriptor;
    FontDescription m_description;
    QByteArray m_mapName;
    std::shared_ptr<const CMap> m_map;
    std::shared_ptr<const CMap> m_toUnicode;
    std::shared_ptr<const CMap> m_collection;
    FontProgram m_program;
    QByteArray m_cidToGlyph;
    double m_defaultWidth = 1;
    QHash<quint32, double> m_widths;
    VerticalWidth m_defaultVertical;
    QHash<quint32, VerticalWidth> m_vertical;
    bool m_codesAreText = false;
    mutable QHash<QString, QByteArray> m_seen;
};

}   // namespace

std::shared_ptr<const Font> readCompositeFont(const QPDFObjectHandle &object, FontSources &sources)
{
    QPDFObjectHandle descendants = QPDFObjectHandle(object).getKey("/DescendantFonts");
    QPDFObjectHandle descendant = descendants.isArray() && descendants.getArrayNItems() > 0
                                      ? descendants.getArrayItem(0)
                                      : descendants;
    return descendant.isDictionary() ? std::make_shared<CompositeFont>(object, descendant, sources)
                                     : nullptr;
}

}   // namespace expunge::pdf
