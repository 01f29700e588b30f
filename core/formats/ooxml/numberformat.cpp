// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/numberformat.h"

#include <QHash>
#include <QRegularExpression>

#include <cmath>
#include <optional>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

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

/// What may stand between brackets: colours, conditions, elapsed time, digits of a language,
/// currencies with their country.
static bool isCode(const QString &inner)
{
    static const QRegularExpression codes(
        u"^(?:black|blue|cyan|green|magenta|red|white|yellow|colou?r ?[0-9]{1,2}|[<>=].*|h+|m+|s+|"
        "dbnum[0-9]|natnum[0-9].{0,3}|hij|thai|eng|[$][^-]*(?:-[0-9a-f,x]*)?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return codes.match(inner).hasMatch();
}

/// A stretch of letters and of the digits between them; zeros at its ends are places of a number.
struct CodeWord
{
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype next = 0;   // where the code goes on
};

static CodeWord wordAt(const QString &code, qsizetype at)
{
    CodeWord word{at, at, at};
    while (word.next < code.size() && code[word.next].isLetterOrNumber()) {
        ++word.next;
    }
    word.end = word.next;
    while (word.begin < word.end && code[word.begin] == u'0') {
        ++word.begin;
    }
    while (word.end > word.begin && code[word.end - 1] == u'0') {
        --word.end;
    }
    return word;
}

/// Words that are no text: "General", parts of dates, and whatever is too short for a name.
static bool isCodeWord(QString word)
{
    static const QRegularExpression codes(u"^(?:general|standard|[ymdhsegbapr]+|.{0,2})$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    word.removeIf([](QChar c) { return !c.isLetter(); });
    return codes.match(word).hasMatch();
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
            if (stop > 0 && !isCode(code.mid(at + 1, stop - at - 1))) {
                add(at, stop + 1, code.mid(at + 1, stop - at - 1));
            } else if (at + 1 < code.size() && code[at + 1] == u'$' && stop > 0) {
                const qsizetype symbolEnd = dash > 0 && dash < stop ? dash : stop;
                if (symbolEnd > at + 2) {   // else only a language
                    add(at, stop + 1, code.mid(at + 2, symbolEnd - at - 2));
                }
            }
            at = stop < 0 ? code.size() : stop + 1;
        } else {
            const CodeWord word = wordAt(code, at);
            const QString text = code.mid(word.begin, word.end - word.begin);
            if (!isCodeWord(text)) {
                add(word.begin, word.end, text);
            }
            at = std::max(word.next, at + 1);
        }
    }
    return result;
}

QString NumberFormat::literalText(const QString &code)
{
    QStringList lines;
    for (const Literal &literal : literals(code)) {
        lines.append(QString(literal.text).replace(u'\n', u' '));
    }
    const QString text = lines.join(u'\n');
    const bool says =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
    return says ? text : QString();
}

QString NumberFormat::withLiterals(const QString &code, const QStringList &texts)
{
    QString result = code;
    const auto old = literals(code);
    for (size_t i = old.size(); i-- > 0;) {
        QString text = texts.value(static_cast<qsizetype>(i));
        if (text != old[i].text) {
            text.remove(u'"');
            result.replace(old[i].begin, old[i].end - old[i].begin, u'"' + text + u'"');
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
