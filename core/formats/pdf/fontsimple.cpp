// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/fontdescription.h"
#include "core/formats/pdf/fontprogram.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>

namespace expunge::pdf {

namespace {

constexpr std::size_t kCodes = 256;

/// A font with one byte a code: Type 1, TrueType, Type 3 (ISO 32000-1, 9.6).
class SimpleFont final : public Font
{
public:
    SimpleFont(const QPDFObjectHandle &object, FontSources &sources)
        : m_object(object)
        , m_descriptor(m_object.getKey("/FontDescriptor"))
        , m_description(object, m_descriptor)
    {
        const QByteArray subtype = nameOf(m_object.getKey("/Subtype"));
        m_kind = subtype == "Type3" ? FontKind::Type3 : FontKind::Simple;
        m_trueType = subtype == "TrueType";
        m_standard =
            m_kind == FontKind::Type3 ? std::nullopt : standardFont(m_description.baseFont);
        if (m_kind == FontKind::Type3) {
            readMatrix();
        }
        readEncoding(sources);
        readWidths(sources.tables);
        readTexts(sources);
        if (m_kind == FontKind::Type3) {
            mendBox();
        }
    }

    FontKind kind() const override { return m_kind; }
    QPDFObjectHandle object() const override { return m_object; }
    QString name() const override { return m_description.name; }
    bool isVertical() const override { return false; }
    bool isEmbedded() const override { return m_kind == FontKind::Type3 || m_description.embedded; }
    double ascent() const override { return m_description.ascent; }
    double descent() const override { return m_description.descent; }
    Matrix fontMatrix() const override { return m_matrix; }
    bool isUnderstood() const override { return true; }

    FontCode next(QByteArrayView rest) const override
    {
        const auto index = static_cast<unsigned char>(rest[0]);
        m_seen.set(index);
        FontCode code;
        code.code = index;
        code.text = m_texts[index];
        code.advance = m_widths[index];
        code.isSpace = index == 32;
        return code;
    }

    QByteArray codeFor(char32_t character) const override
    {
        const QString wanted = QString::fromUcs4(&character, 1);
        const bool complete = !isEmbedded() && m_standard.has_value();
        for (std::size_t code = 0; code < kCodes; ++code) {
            if (m_texts[code] == wanted && m_widths[code] > 0 && (complete || m_seen.test(code))) {
                return QByteArray(1, static_cast<char>(code));
            }
        }
        return {};
    }

    QByteArray glyphName(quint32 code) const override
    {
        return code < kCodes ? m_names[code] : QByteArray();
    }

    QPDFObjectHandle glyphProcedure(quint32 code) const override
    {
        if (m_kind != FontKind::Type3 || code >= kCodes || m_names[code].isEmpty()) {
            return QPDFObjectHandle::newNull();
        }
        QPDFObjectHandle procedures = QPDFObjectHandle(m_object).getKey("/CharProcs");
        return procedures.isDictionary() ? procedures.getKey('/' + m_names[code].toStdString())
                                         : QPDFObjectHandle::newNull();
    }

private:
    void readMatrix()
    {
        QPDFObjectHandle numbers = m_object.getKey("/FontMatrix");
        if (numbers.isArray() && numbers.getArrayNItems() == 6) {
            const auto at = [&](int index) { return numberOf(numbers.getArrayItem(index)); };
            m_matrix = {at(0), at(1), at(2), at(3), at(4), at(5)};
        }
        // Glyphs stand in the font's own box, whatever its units are (9.6.5, table 112).
        QPDFObjectHandle box = m_object.getKey("/FontBBox");
        if (box.isArray() && box.getArrayNItems() == 4) {
            const Rect bounds =
                m_matrix.bounds({numberOf(box.getArrayItem(0)), numberOf(box.getArrayItem(1)),
                                 numberOf(box.getArrayItem(2)), numberOf(box.getArrayItem(3))});
            if (bounds.height() > 0.01 && std::isfinite(bounds.height())) {
                m_description.ascent = std::max(bounds.top, bounds.bottom + 0.01);
                m_description.descent = std::min(bounds.bottom, 0.0);
            }
        }
    }

    /// Many a /FontBBox is wrong; letters are about as high as the widest of them is wide.
    void mendBox()
    {
        constexpr double kFlat = 0.4;
        const double widest = *std::max_element(m_widths.begin(), m_widths.end());
        if (m_description.ascent - m_description.descent < kFlat * widest) {
            m_description.ascent = 0.75 * widest;
            m_description.descent = -0.25 * widest;
        }
    }

    std::optional<BaseEncoding> namedEncoding(const QPDFObjectHandle &name) const
    {
        const QByteArray encoding = nameOf(name);
        return encoding == "WinAnsiEncoding"     ? std::optional(BaseEncoding::WinAnsi)
               : encoding == "MacRomanEncoding"  ? std::optional(BaseEncoding::MacRoman)
               : encoding == "MacExpertEncoding" ? std::optional(BaseEncoding::MacExpert)
               : encoding == "StandardEncoding"  ? std::optional(BaseEncoding::Standard)
                                                 : std::nullopt;
    }

    /// 9.6.6: the base encoding, then /Differences.
    void readEncoding(FontSources &sources)
    {
        QPDFObjectHandle encoding = m_object.getKey("/Encoding");
        QPDFObjectHandle base = encoding;
        if (encoding.isDictionary()) {
            base = encoding.getKey("/BaseEncoding");
        }
        const auto named = namedEncoding(base);
        if (named) {
            fill(*named, sources.tables);
        } else if (m_kind != FontKind::Type3) {
            fillBuiltIn(sources, encoding.isDictionary());
        }
        QPDFObjectHandle differences =
            encoding.isDictionary() ? encoding.getKey("/Differences") : QPDFObjectHandle::newNull();
        const int count = differences.isArray() ? differences.getArrayNItems() : 0;
        int code = 0;
        for (int i = 0; i < count; ++i) {
            QPDFObjectHandle item = differences.getArrayItem(i);
            if (item.isNumber()) {
                code = static_cast<int>(std::clamp(numberOf(item), 0.0, 256.0));
            } else if (item.isName() && code < static_cast<int>(kCodes)) {
                m_names[static_cast<std::size_t>(code++)] = nameOf(item);
            }
        }
    }

    void fill(BaseEncoding encoding, const FontTables &tables)
    {
        for (std::size_t code = 0; code < kCodes; ++code) {
            m_names[code] = tables.glyphName(encoding, static_cast<int>(code));
        }
    }

    void fillBuiltIn(FontSources &sources, bool hasDifferences)
    {
        if (m_description.embedded) {
            m_program = FontProgram::read(m_descriptor, sources.tables);
            m_selfEncoded = true;
        }
        if (m_program.hasEncoding()) {
            for (std::size_t code = 0; code < kCodes; ++code) {
                m_names[code] = m_program.glyphName(static_cast<int>(code));
            }
        } else if (m_standard == StandardFont::Symbol || m_standard == StandardFont::ZapfDingbats) {
            fill(*m_standard == StandardFont::Symbol ? BaseEncoding::Symbol
                                                     : BaseEncoding::ZapfDingbats,
                 sources.tables);
        } else if (!m_description.embedded || hasDifferences || !m_trueType) {
            fill(BaseEncoding::Standard, sources.tables);
        }
    }

    void readWidths(const FontTables &tables)
    {
        const double scale = m_kind == FontKind::Type3 ? std::abs(m_matrix.a) : 0.001;
        m_widths.fill(m_description.missingWidth);
        QPDFObjectHandle widths = m_object.getKey("/Widths");
        if (!widths.isArray()) {
            const StandardFont metrics = m_standard.value_or(StandardFont::Helvetica);
            for (std::size_t code = 0; code < kCodes && m_kind != FontKind::Type3; ++code) {
                const auto width = tables.width(metrics, m_names[code]);
                m_widths[code] = width ? *width * 0.001 : m_widths[code];
            }
            return;
        }
        const double first = numberOf(m_object.getKey("/FirstChar"));
        const int count = widths.getArrayNItems();
        for (int i = 0; i < count; ++i) {
            const double code = first + i;
            if (code >= 0 && code < static_cast<double>(kCodes)) {
                m_widths[static_cast<std::size_t>(code)] = numberOf(widths.getArrayItem(i)) * scale;
            }
        }
    }

    void readTexts(FontSources &sources)
    {
        const auto map = toUnicodeOf(m_object, sources);
        m_hexNames = std::any_of(m_names.begin(), m_names.end(), [](const QByteArray &name) {
            return name.size() == 3 && isNumber(name.sliced(1), 16)
                   && !isNumber(name.sliced(1), 10);
        });
        for (std::size_t code = 0; code < kCodes; ++code) {
            QString text = map ? cleanText(map->text(static_cast<quint32>(code))) : QString();
            if (text.isEmpty() && !m_names[code].isEmpty()) {
                text = cleanText(textOfName(m_names[code], sources.tables));
            }
            if (text.isEmpty()) {
                text = cleanText(m_program.text(static_cast<int>(code)));
            }
            if (text.isEmpty() && m_selfEncoded && m_names[code].isEmpty()) {
                // Nothing names the glyph; most makers leave the codes of letters as they were.
                text = cleanText(sources.tables.textOf(
                    sources.tables.glyphName(BaseEncoding::Standard, static_cast<int>(code))));
            }
            if (text.isEmpty() && code > 32 && code < 127 && !m_names[code].isEmpty()
                && m_names[code] != ".notdef") {
                // What other readers take a glyph of an unknown name for; it must be found as well.
                text = QString(QLatin1Char(static_cast<char>(code)));
            }
            m_texts[code] = text;
        }
    }

    /// What a name reads; where the list does not have it, the character whose number it holds
    /// ("a65", "G41"), as the makers of such fonts meant it.
    QString textOfName(const QByteArray &name, const FontTables &tables) const
    {
        const bool dingbat = name.size() > 1 && name[0] == 'a' && isNumber(name.sliced(1), 10);
        if (!dingbat || m_standard == StandardFont::ZapfDingbats) {
            const QString listed = tables.textOf(name);
            if (!listed.isEmpty()) {
                return listed;
            }
        }
        const int base = m_hexNames ? 16 : 10;
        qsizetype letters = 0;
        while (letters < 2 && letters < name.size() && !isNumber(name.sliced(letters), base)) {
            ++letters;
        }
        const QByteArray number = name.sliced(letters);
        const int value = isNumber(number, base) ? number.toInt(nullptr, base) : 0;
        constexpr int kLast = 255;
        return value > 32 && value <= kLast && number.size() >= 2
                   ? QString(QLatin1Char(static_cast<char>(value)))
                   : QString();
    }

    static bool isNumber(const QByteArray &digits, int base)
    {
        return !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [base](char c) {
            return (c >= '0' && c <= '9')
                   || (base == 16 && ((c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f')));
        });
    }

    QPDFObjectHandle m_object;
    QPDFObjectHandle m_descriptor;
    FontDescription m_description;
    FontKind m_kind = FontKind::Simple;
    bool m_trueType = false;
    bool m_selfEncoded = false;   // the program alone says which glyph a code selects
    std::optional<StandardFont> m_standard;
    bool m_hexNames = false;   // numbers in unknown names are hexadecimal
    Matrix m_matrix{0.001, 0, 0, 0.001, 0, 0};
    FontProgram m_program;
    std::array<QByteArray, kCodes> m_names;
    std::array<double, kCodes> m_widths{};
    std::array<QString, kCodes> m_texts;
    mutable std::bitset<kCodes> m_seen;
};

}   // namespace

std::shared_ptr<const Font> readSimpleFont(const QPDFObjectHandle &object, FontSources &sources)
{
    return std::make_shared<SimpleFont>(object, sources);
}

}   // namespace expunge::pdf
