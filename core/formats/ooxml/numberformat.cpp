// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/numberformat.h"

#include <QHash>

#include <cmath>
#include <optional>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

constexpr double lastSerial = 2'958'466;   // the day after 9999-12-31
constexpr int minutesPerHour = 60;
constexpr int secondsPerDay = 86'400;

bool isDigitPlace(QChar c)
{
    return c == u'0' || c == u'#' || c == u'?';
}

/// Codes split at semicolons that stand outside of quotes, brackets and escapes.
QStringList splitSections(const QString &code)
{
    QStringList sections(1);
    bool quoted = false;
    bool bracket = false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i];
        if (!quoted && (c == u'\\' || c == u'_' || c == u'*') && i + 1 < code.size()) {
            sections.last() += c;
            sections.last() += code[++i];
            continue;
        }
        quoted = quoted != (c == u'"');
        bracket = !quoted && (c == u'[' || (bracket && c != u']'));
        if (c == u';' && !quoted && !bracket) {
            sections.append(QString());
        } else {
            sections.last() += c;
        }
    }
    return sections;
}

void append(ShownNumber &shown, const QString &text, bool literal)
{
    shown.text += text;
    shown.literal.resize(static_cast<size_t>(shown.text.size()), literal);
}

/// Year, month and day of a serial number (ECMA-376 part 1, 18.17.4.1), with the 29 February 1900
/// that spreadsheets have.
struct CalendarDay
{
    int year = 1900;
    int month = 1;
    int day = 0;
    int weekday = 0;   // 0: Sunday
};

CalendarDay calendarDay(qint64 serial, bool date1904)
{
    constexpr qint64 leapBug = 60;
    constexpr qint64 between = 1462;   // days from one epoch to the other
    if (date1904) {
        serial += between;
    }
    CalendarDay day;
    day.weekday = static_cast<int>((serial + 6) % 7);
    if (serial == 0) {
        return day;
    }
    if (serial == leapBug) {
        day.month = 2;
        day.day = 29;
        return day;
    }
    // days since 1970-01-01, then H. Hinnant's "civil from days"
    constexpr qint64 unixEpoch = 25'569;
    const qint64 z = serial - unixEpoch + (serial < leapBug ? 1 : 0) + 719'468;
    const qint64 era = z / 146'097;
    const qint64 dayOfEra = z - era * 146'097;
    const qint64 yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 shifted = (5 * dayOfYear + 2) / 153;
    day.day = static_cast<int>(dayOfYear - (153 * shifted + 2) / 5 + 1);
    day.month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
    day.year = static_cast<int>(yearOfEra + era * 400 + (day.month <= 2 ? 1 : 0));
    return day;
}

QString padded(qint64 value, qsizetype width)
{
    return QString::number(value).rightJustified(width, u'0');
}

const QStringList &monthNames()
{
    static const QStringList names{u"January"_s,   u"February"_s, u"March"_s,    u"April"_s,
                                   u"May"_s,       u"June"_s,     u"July"_s,     u"August"_s,
                                   u"September"_s, u"October"_s,  u"November"_s, u"December"_s};
    return names;
}

const QStringList &dayNames()
{
    static const QStringList names{u"Sunday"_s,   u"Monday"_s, u"Tuesday"_s, u"Wednesday"_s,
                                   u"Thursday"_s, u"Friday"_s, u"Saturday"_s};
    return names;
}

/// Point in time of a serial number, rounded to what the format shows.
struct Moment
{
    CalendarDay day;
    qint64 serial = 0;
    int second = 0;   // of the day
    double fraction = 0;
};

QString dateField(const QString &field, const Moment &moment, bool minutes, bool twelveHours)
{
    const qsizetype width = std::min<qsizetype>(field.size(), 2);
    switch (field[0].toLower().unicode()) {
    case u'y':
    case u'e':
        return field.size() <= 2 && field[0].toLower() == u'y' ? padded(moment.day.year % 100, 2)
                                                               : QString::number(moment.day.year);
    case u'm': {
        if (minutes) {
            return padded(moment.second / 60 % minutesPerHour, width);
        }
        const QString &name = monthNames()[moment.day.month - 1];
        if (field.size() == 5) {
            return name.left(1);
        }
        return field.size() >= 4   ? name
               : field.size() == 3 ? name.left(3)
                                   : padded(moment.day.month, width);
    }
    case u'd': {
        const QString &name = dayNames()[moment.day.weekday];
        return field.size() >= 4   ? name
               : field.size() == 3 ? name.left(3)
                                   : padded(moment.day.day, width);
    }
    case u'h': {
        const int hour = moment.second / 3600;
        return padded(twelveHours ? (hour + 11) % 12 + 1 : hour, width);
    }
    default:
        return padded(moment.second % minutesPerHour, width);
    }
}

bool holds(char16_t comparison, double value, double limit)
{
    switch (comparison) {
    case u'<':
        return value < limit;
    case u'>':
        return value > limit;
    case u'l':
        return value <= limit;
    case u'g':
        return value >= limit;
    case u'n':
        return value != limit;
    default:
        return value == limit;
    }
}

}   // namespace

QString plainNumber(double value)
{
    constexpr double exact = 1e15;
    if (value == std::floor(value) && std::abs(value) < exact) {
        return QString::number(static_cast<qint64>(value));
    }
    return QString::number(value, 'g', 15);
}

NumberFormat::NumberFormat(const QString &code)
{
    if (code.isEmpty() || code.compare(u"General"_s, Qt::CaseInsensitive) == 0) {
        return;
    }
    const QStringList sections = splitSections(code);
    for (const QString &section : sections) {
        m_sections.push_back(parseSection(section));
    }
}

void NumberFormat::parseBracket(const QString &inner, Section &section)
{
    if (inner.startsWith(u'$')) {   // [$€-407]: a currency and a language
        const qsizetype dash = inner.indexOf(u'-');
        section.tokens.push_back({Piece::Literal, inner.mid(1, dash < 0 ? -1 : dash - 1)});
        return;
    }
    const QString lower = inner.toLower();
    if (!lower.isEmpty()
        && (lower == QString(lower.size(), u'h') || lower == QString(lower.size(), u'm')
            || lower == QString(lower.size(), u's'))) {
        section.tokens.push_back({Piece::Elapsed, lower});
        section.date = true;
        return;
    }
    static const QHash<QString, char16_t> comparisons{{u"<"_s, u'<'},  {u">"_s, u'>'},
                                                      {u"="_s, u'='},  {u"<="_s, u'l'},
                                                      {u">="_s, u'g'}, {u"<>"_s, u'n'}};
    const qsizetype signs = inner.size() > 1 && (inner[1] == u'=' || inner[1] == u'>') ? 2 : 1;
    bool ok = false;
    const double limit = inner.mid(signs).toDouble(&ok);
    if (ok && comparisons.contains(inner.left(signs))) {
        section.comparison = comparisons.value(inner.left(signs));
        section.limit = limit;
    }
}

/// Reads a token of letters; returns where the next one begins.
qsizetype NumberFormat::parseWord(const QString &code, qsizetype at, Section &section)
{
    const QStringView rest = QStringView(code).sliced(at);
    if (rest.startsWith(u"General"_s, Qt::CaseInsensitive)) {
        section.tokens.push_back({Piece::General, {}});
        return at + 7;
    }
    for (const QString &word : {u"AM/PM"_s, u"A/P"_s}) {
        if (rest.startsWith(word, Qt::CaseInsensitive)) {
            section.tokens.push_back({Piece::AmPm, word});
            section.date = true;
            return at + word.size();
        }
    }
    const QChar letter = code[at].toLower();
    if (QStringView(u"ymdhse").contains(letter)) {
        qsizetype stop = at;
        while (stop < code.size() && code[stop].toLower() == letter) {
            ++stop;
        }
        section.tokens.push_back({Piece::DateField, code.mid(at, stop - at)});
        section.date = true;
        return stop;
    }
    section.tokens.push_back({Piece::Literal, code.mid(at, 1)});
    return at + 1;
}

NumberFormat::Section NumberFormat::parseSection(const QString &code)
{
    Section section;
    for (qsizetype at = 0; at < code.size();) {
        const QChar c = code[at];
        if (c == u'"') {
            const qsizetype stop = code.indexOf(u'"', at + 1);
            section.tokens.push_back(
                {Piece::Literal, code.mid(at + 1, stop < 0 ? -1 : stop - at - 1)});
            at = stop < 0 ? code.size() : stop + 1;
        } else if (c == u'\\') {
            section.tokens.push_back({Piece::Literal, code.mid(at + 1, 1)});
            at += 2;
        } else if (c == u'_') {   // a gap as wide as the next character
            section.tokens.push_back({Piece::Literal, u" "_s});
            at += 2;
        } else if (c == u'*') {   // fills the cell with the next character
            at += 2;
        } else if (c == u'[') {
            const qsizetype stop = code.indexOf(u']', at);
            parseBracket(code.mid(at + 1, stop < 0 ? -1 : stop - at - 1), section);
            at = stop < 0 ? code.size() : stop + 1;
        } else if (isDigitPlace(c)) {
            const bool subSecond = section.date && !section.tokens.empty()
                                   && section.tokens.back().piece == Piece::Point;
            const bool more =
                !section.tokens.empty() && section.tokens.back().piece == Piece::SubSecond;
            section.tokens.push_back(
                {subSecond || more ? Piece::SubSecond : Piece::Digit, QString(c)});
            ++at;
        } else if ((c == u'E' || c == u'e') && at + 1 < code.size()
                   && (code[at + 1] == u'+' || code[at + 1] == u'-') && !section.tokens.empty()) {
            section.tokens.push_back({Piece::Exponent, code.mid(at, 2)});
            at += 2;
        } else if (c.isLetter()) {
            at = parseWord(code, at, section);
        } else {
            const Piece piece = c == u'.'   ? Piece::Point
                                : c == u',' ? Piece::Comma
                                : c == u'%' ? Piece::Percent
                                : c == u'@' ? Piece::Text
                                : c == u'/' ? Piece::Fraction
                                            : Piece::Literal;
            section.tokens.push_back({piece, QString(c)});
            section.text = section.text || piece == Piece::Text;
            ++at;
        }
    }
    return section;
}

bool NumberFormat::isDate() const
{
    return !m_sections.empty() && m_sections.front().date;
}

bool NumberFormat::hidesText() const
{
    constexpr size_t textSection = 3;
    return m_sections.size() > textSection && m_sections[textSection].tokens.empty();
}

bool NumberFormat::hidesNumber(double value) const
{
    const Section *section = sectionFor(value);
    return m_sections.size() > 1 && section != nullptr && section->tokens.empty();
}

const NumberFormat::Section *NumberFormat::sectionFor(double value) const
{
    const size_t count = std::min<size_t>(m_sections.size(), 3);
    if (count == 0) {
        return nullptr;
    }
    const bool conditions = m_sections[0].comparison != 0;
    if (conditions) {
        for (size_t i = 0; i < count; ++i) {
            if (m_sections[i].comparison == 0
                || holds(m_sections[i].comparison, value, m_sections[i].limit)) {
                return &m_sections[i];
            }
        }
        return nullptr;
    }
    if (count == 1 || value > 0 || (value == 0 && count < 3)) {
        return &m_sections[0];
    }
    return value < 0 ? &m_sections[1] : &m_sections[2];
}

ShownNumber NumberFormat::show(double value, bool date1904) const
{
    ShownNumber shown;
    const Section *section = sectionFor(value);
    const bool onlyText = section != nullptr && section->text && m_sections.size() == 1;
    if (section == nullptr || onlyText || !std::isfinite(value)) {
        append(shown, plainNumber(value), false);
        return shown;
    }
    shown.date = section->date;
    if (section->date) {
        if (value < 0 || value >= lastSerial) {
            append(shown, plainNumber(value), false);   // programs show ##### then
        } else {
            showDate(*section, value, date1904, shown);
        }
        return shown;
    }
    const bool ownSign = m_sections.size() > 1 && section != m_sections.data();
    if (value < 0 && !ownSign) {
        append(shown, u"-"_s, false);
    }
    showNumber(*section, std::abs(value), shown);
    return shown;
}

void NumberFormat::showDate(const Section &section, double value, bool date1904, ShownNumber &shown)
{
    Moment moment;
    qsizetype subDigits = 0;
    bool twelveHours = false;
    for (const Token &token : section.tokens) {
        subDigits += token.piece == Piece::SubSecond ? 1 : 0;
        twelveHours = twelveHours || token.piece == Piece::AmPm;
    }
    double seconds = value * secondsPerDay;
    const double scale = std::pow(10.0, static_cast<double>(subDigits));
    seconds = std::round(seconds * scale) / scale;
    const auto whole = static_cast<qint64>(std::floor(seconds));
    moment.serial = whole / secondsPerDay;
    moment.second = static_cast<int>(whole % secondsPerDay);
    moment.fraction = seconds - static_cast<double>(whole);
    moment.day = calendarDay(moment.serial, date1904);
    const auto nextField = [&section](size_t from) -> QChar {
        for (size_t i = from + 1; i < section.tokens.size(); ++i) {
            if (section.tokens[i].piece == Piece::DateField) {
                return section.tokens[i].text[0].toLower();
            }
        }
        return {};
    };
    QChar last;
    qsizetype subIndex = 0;
    for (size_t i = 0; i < section.tokens.size(); ++i) {
        const Token &token = section.tokens[i];
        switch (token.piece) {
        case Piece::DateField: {
            const bool minutes = token.text[0].toLower() == u'm' && token.text.size() <= 2
                                 && (last == u'h' || nextField(i) == u's');
            append(shown, dateField(token.text, moment, minutes, twelveHours), false);
            last = token.text[0].toLower();
            break;
        }
        case Piece::Elapsed: {
            const int unit = token.text[0] == u'h' ? 3600 : token.text[0] == u'm' ? 60 : 1;
            append(shown, padded(whole / unit, token.text.size()), false);
            last = token.text[0];
            break;
        }
        case Piece::AmPm: {
            const bool morning = moment.second < secondsPerDay / 2;
            append(shown, (morning ? u"AM"_s : u"PM"_s).left(token.text.size() > 3 ? 2 : 1), false);
            break;
        }
        case Piece::SubSecond: {
            const auto digits = static_cast<qint64>(std::round(moment.fraction * scale));
            append(shown, padded(digits, subDigits).mid(subIndex++, 1), false);
            break;
        }
        case Piece::Point:
        case Piece::Comma:
        case Piece::Fraction:
        case Piece::Percent:
        case Piece::Literal:
        case Piece::Digit:
        case Piece::Exponent:
        case Piece::General:
        case Piece::Text:
            append(shown, token.text, true);
            break;
        }
    }
}

void NumberFormat::showNumber(const Section &section, double value, ShownNumber &shown)
{
    const auto &tokens = section.tokens;
    const auto is = [&tokens](size_t i, Piece piece) {
        return i < tokens.size() && tokens[i].piece == piece;
    };
    size_t point = tokens.size();
    size_t lastDigit = 0;
    qsizetype decimals = 0;
    qsizetype places = 0;
    bool exponent = false;
    bool fraction = false;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (is(i, Piece::Point) && point == tokens.size()) {
            point = i;
        }
        if (is(i, Piece::Digit)) {
            lastDigit = i;
            (i > point ? decimals : places) += exponent ? 0 : 1;
        }
        value *= is(i, Piece::Percent) ? 100 : 1;
        exponent = exponent || is(i, Piece::Exponent);
        fraction = fraction || is(i, Piece::Fraction);
    }
    if (exponent || fraction) {
        append(shown,
               exponent ? QString::number(value, 'E', static_cast<int>(decimals))
                        : plainNumber(value),
               false);
        return;
    }
    bool grouped = false;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (is(i,
               Piece::Comma)) {   // between digits it groups, behind them it divides by a thousand
            grouped = grouped || i < lastDigit;
            value /= i > lastDigit ? 1000 : 1;
        }
    }
    QString digits = QString::number(value, 'f', static_cast<int>(decimals));
    QString fractionDigits = decimals > 0 ? digits.right(decimals) : QString();
    digits = decimals > 0 ? digits.chopped(decimals + 1) : digits;
    if (digits == u"0"_s) {
        digits.clear();
    }
    std::vector<std::pair<QString, bool>> front;   // from right to left
    qsizetype used = 0;
    const auto place = [&](QChar digit) {
        if (grouped && used > 0 && used % 3 == 0) {
            front.emplace_back(u","_s, false);
        }
        front.emplace_back(QString(digit), false);
        ++used;
    };
    for (size_t i = std::min(point, tokens.size()); i-- > 0;) {
        if (is(i, Piece::Digit)) {
            if (used < digits.size()) {
                place(digits[digits.size() - 1 - used]);
            } else if (tokens[i].text == u"0"_s) {
                place(u'0');
            } else if (tokens[i].text == u"?"_s) {
                front.emplace_back(u" "_s, false);
            }
            if (--places == 0) {   // the leftmost place takes what is left
                while (used < digits.size()) {
                    place(digits[digits.size() - 1 - used]);
                }
            }
        } else if (is(i, Piece::General)) {
            front.emplace_back(plainNumber(value), false);
        } else if (!is(i, Piece::Comma)) {
            front.emplace_back(tokens[i].text, true);
        }
    }
    for (auto piece = front.rbegin(); piece != front.rend(); ++piece) {
        append(shown, piece->first, piece->second);
    }
    qsizetype optional = fractionDigits.size();   // "#" shows no trailing zero
    for (size_t i = tokens.size(); i-- > point;) {
        if (is(i, Piece::Digit)) {
            if (tokens[i].text != u"#"_s || fractionDigits[optional - 1] != u'0') {
                break;
            }
            --optional;
        }
    }
    qsizetype next = 0;
    for (size_t i = point; i < tokens.size(); ++i) {
        if (is(i, Piece::Digit)) {
            append(shown, next < optional ? fractionDigits.mid(next, 1) : QString(), false);
            ++next;
        } else if (!is(i, Piece::Comma)) {
            append(shown, tokens[i].text, true);
        }
    }
}

std::vector<NumberFormat::Literal> NumberFormat::literals(const QString &code)
{
    std::vector<Literal> result;
    const auto add = [&result](qsizetype begin, qsizetype end, const QString &text) {
        const bool joined = !result.empty() && result.back().end == begin;
        if (joined) {
            result.back().end = static_cast<int>(end);
            result.back().text += text;
        } else {
            result.push_back({static_cast<int>(begin), static_cast<int>(end), text});
        }
    };
    for (qsizetype at = 0; at < code.size();) {
        const QChar c = code[at];
        if (c == u'"') {
            const qsizetype found = code.indexOf(u'"', at + 1);
            const qsizetype stop = found < 0 ? code.size() : found;
            add(at, std::min(stop + 1, code.size()), code.mid(at + 1, stop - at - 1));
            at = stop + 1;
        } else if (c == u'\\' && at + 1 < code.size()) {
            add(at, at + 2, code.mid(at + 1, 1));
            at += 2;
        } else if (c == u'_' || c == u'*') {
            at += 2;
        } else if (c == u'[') {
            const qsizetype stop = code.indexOf(u']', at);
            const qsizetype dash = code.indexOf(u'-', at);
            if (at + 1 < code.size() && code[at + 1] == u'$' && stop > 0) {
                const qsizetype symbolEnd = dash > 0 && dash < stop ? dash : stop;
                add(at, stop + 1, code.mid(at + 2, symbolEnd - at - 2));
            }
            at = stop < 0 ? code.size() : stop + 1;
        } else {
            ++at;
        }
    }
    return result;
}

QString NumberFormat::builtinCode(int id)
{
    // ECMA-376 part 1, 18.8.30. Dates that follow the reader's country are shown as the standard
    // writes them.
    static const QHash<int, QString> codes{
        {1, u"0"_s},
        {2, u"0.00"_s},
        {3, u"#,##0"_s},
        {4, u"#,##0.00"_s},
        {5, u"$#,##0;($#,##0)"_s},
        {6, u"$#,##0;($#,##0)"_s},
        {7, u"$#,##0.00;($#,##0.00)"_s},
        {8, u"$#,##0.00;($#,##0.00)"_s},
        {9, u"0%"_s},
        {10, u"0.00%"_s},
        {11, u"0.00E+00"_s},
        {12, u"# ?/?"_s},
        {13, u"# ?\?/?\?"_s},
        {14, u"yyyy-mm-dd"_s},
        {15, u"d-mmm-yy"_s},
        {16, u"d-mmm"_s},
        {17, u"mmm-yy"_s},
        {18, u"h:mm AM/PM"_s},
        {19, u"h:mm:ss AM/PM"_s},
        {20, u"h:mm"_s},
        {21, u"h:mm:ss"_s},
        {22, u"yyyy-mm-dd h:mm"_s},
        {37, u"#,##0;(#,##0)"_s},
        {38, u"#,##0;(#,##0)"_s},
        {39, u"#,##0.00;(#,##0.00)"_s},
        {40, u"#,##0.00;(#,##0.00)"_s},
        {41, u"#,##0;(#,##0)"_s},
        {42, u"$#,##0;($#,##0)"_s},
        {43, u"#,##0.00;(#,##0.00)"_s},
        {44, u"$#,##0.00;($#,##0.00)"_s},
        {45, u"mm:ss"_s},
        {46, u"[h]:mm:ss"_s},
        {47, u"mm:ss.0"_s},
        {48, u"##0.0E+0"_s},
        {49, u"@"_s},
    };
    const bool eastAsianDate = (id >= 27 && id <= 31) || (id >= 50 && id <= 58) || id == 36;
    return eastAsianDate ? u"yyyy-mm-dd"_s : codes.value(id, u"General"_s);
}

}   // namespace expunge::formats::ooxml
