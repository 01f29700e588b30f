// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/numberformat.h"

#include <cmath>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

constexpr double lastSerial = 2'958'466;   // the day after 9999-12-31
constexpr int minutesPerHour = 60;
constexpr int secondsPerDay = 86'400;

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

/// `scale`: parts of a second that are shown.
Moment momentOf(double value, double scale, bool date1904)
{
    const double seconds = std::round(value * secondsPerDay * scale) / scale;
    const auto whole = static_cast<qint64>(std::floor(seconds));
    Moment moment;
    moment.serial = whole / secondsPerDay;
    moment.second = static_cast<int>(whole % secondsPerDay);
    moment.fraction = seconds - static_cast<double>(whole);
    moment.day = calendarDay(moment.serial, date1904);
    return moment;
}

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

}   // namespace

QString plainNumber(double value)
{
    constexpr double exact = 1e15;
    if (value == std::floor(value) && std::abs(value) < exact) {
        return QString::number(static_cast<qint64>(value));
    }
    return QString::number(value, 'g', 15);
}

/// Writes a number place by place (ECMA-376 part 1, 18.8.31).
class NumberPlaces
{
public:
    using Tokens = std::vector<NumberFormat::Token>;

    NumberPlaces(const Tokens &tokens, double value)
        : m_tokens(tokens)
        , m_value(value)
        , m_point(tokens.size())
    {
    }

    void show(ShownNumber &shown);

private:
    using Piece = NumberFormat::Piece;

    bool is(size_t i, Piece piece) const { return m_tokens[i].piece == piece; }
    void measure();
    void scale();
    void place(QChar digit);
    void showWhole(ShownNumber &shown);
    void showDecimals(ShownNumber &shown) const;

    const Tokens &m_tokens;
    double m_value;
    size_t m_point;   // token of the decimal point
    size_t m_lastDigit = 0;
    qsizetype m_decimals = 0;
    qsizetype m_places = 0;
    bool m_exponent = false;
    bool m_fraction = false;
    bool m_grouped = false;
    QString m_digits;   // before the point
    QString m_decimalDigits;
    qsizetype m_used = 0;
    std::vector<std::pair<QString, bool>>
        m_front;   // from right to left, and whether the format says it
};

void NumberPlaces::measure()
{
    for (size_t i = 0; i < m_tokens.size(); ++i) {
        if (is(i, Piece::Point) && m_point == m_tokens.size()) {
            m_point = i;
        }
        if (is(i, Piece::Digit)) {
            m_lastDigit = i;
            (i > m_point ? m_decimals : m_places) += m_exponent ? 0 : 1;
        }
        m_value *= is(i, Piece::Percent) ? 100 : 1;
        m_exponent = m_exponent || is(i, Piece::Exponent);
        m_fraction = m_fraction || is(i, Piece::Fraction);
    }
}

/// A comma between digits groups them, one behind them divides by a thousand.
void NumberPlaces::scale()
{
    for (size_t i = 0; i < m_tokens.size(); ++i) {
        if (is(i, Piece::Comma)) {
            m_grouped = m_grouped || i < m_lastDigit;
            m_value /= i > m_lastDigit ? 1000 : 1;
        }
    }
}

void NumberPlaces::place(QChar digit)
{
    if (m_grouped && m_used > 0 && m_used % 3 == 0) {
        m_front.emplace_back(u","_s, false);
    }
    m_front.emplace_back(QString(digit), false);
    ++m_used;
}

void NumberPlaces::showWhole(ShownNumber &shown)
{
    const auto next = [this] { return m_digits[m_digits.size() - 1 - m_used]; };
    for (size_t i = m_point; i-- > 0;) {
        if (is(i, Piece::Digit)) {
            if (m_used < m_digits.size()) {
                place(next());
            } else if (m_tokens[i].text == u"0"_s) {
                place(u'0');
            } else if (m_tokens[i].text == u"?"_s) {
                m_front.emplace_back(u" "_s, false);
            }
            if (--m_places == 0) {   // the leftmost place takes what is left
                while (m_used < m_digits.size()) {
                    place(next());
                }
            }
        } else if (is(i, Piece::General)) {
            m_front.emplace_back(plainNumber(m_value), false);
        } else if (!is(i, Piece::Comma)) {
            m_front.emplace_back(m_tokens[i].text, true);
        }
    }
    for (auto piece = m_front.rbegin(); piece != m_front.rend(); ++piece) {
        append(shown, piece->first, piece->second);
    }
}

void NumberPlaces::showDecimals(ShownNumber &shown) const
{
    qsizetype wanted = m_decimalDigits.size();   // "#" shows no zero at the end
    for (size_t i = m_tokens.size(); i-- > m_point;) {
        if (is(i, Piece::Digit)) {
            if (m_tokens[i].text != u"#"_s || m_decimalDigits[wanted - 1] != u'0') {
                break;
            }
            --wanted;
        }
    }
    qsizetype next = 0;
    for (size_t i = m_point; i < m_tokens.size(); ++i) {
        if (is(i, Piece::Digit)) {
            append(shown, next < wanted ? m_decimalDigits.mid(next, 1) : QString(), false);
            ++next;
        } else if (!is(i, Piece::Comma)) {
            append(shown, m_tokens[i].text, true);
        }
    }
}

void NumberPlaces::show(ShownNumber &shown)
{
    measure();
    if (m_exponent || m_fraction) {
        const int decimals = static_cast<int>(m_decimals);
        append(shown, m_exponent ? QString::number(m_value, 'E', decimals) : plainNumber(m_value),
               false);
        return;
    }
    scale();
    m_digits = QString::number(m_value, 'f', static_cast<int>(m_decimals));
    if (m_decimals > 0) {
        m_decimalDigits = m_digits.right(m_decimals);
        m_digits.chop(m_decimals + 1);
    }
    if (m_digits == u"0"_s) {
        m_digits.clear();
    }
    showWhole(shown);
    showDecimals(shown);
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
    NumberPlaces(section->tokens, std::abs(value)).show(shown);
    return shown;
}

void NumberFormat::showDate(const Section &section, double value, bool date1904, ShownNumber &shown)
{
    qsizetype subDigits = 0;
    bool twelveHours = false;
    for (const Token &token : section.tokens) {
        subDigits += token.piece == Piece::SubSecond ? 1 : 0;
        twelveHours = twelveHours || token.piece == Piece::AmPm;
    }
    const double scale = std::pow(10.0, static_cast<double>(subDigits));
    const Moment moment = momentOf(value, scale, date1904);
    const qint64 whole = moment.serial * secondsPerDay + moment.second;
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

}   // namespace expunge::formats::ooxml
