// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheetformula.h"

#include "core/formats/ooxml/sheetfunctions.h"
#include "core/formats/ooxml/tellingtext.h"

#include <QSet>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

bool isNamePart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'\\' || c == u'?' || c == u'$'
           || c.unicode() >= 0x80;
}

/// Reads one formula from left to right.
class FormulaReader
{
public:
    explicit FormulaReader(const QString &formula)
        : m_formula(formula)
    {
    }

    std::vector<FormulaToken> read();

private:
    QChar at(qsizetype i) const { return i < m_formula.size() ? m_formula[i] : QChar(); }
    void string();
    void quotedSheet();
    void bracket();
    void word();
    void afterSheet(FormulaToken token, bool external);
    void number();
    bool rowRange(FormulaToken &token, qsizetype start, qsizetype stop);
    bool reference(FormulaToken &token, qsizetype start, qsizetype stop);
    void structured(FormulaToken token, qsizetype open);
    qsizetype closingBracket(qsizetype open) const;
    qsizetype wordEnd(qsizetype start) const;
    void add(FormulaToken token, FormulaPart part, qsizetype end);

    const QString &m_formula;
    qsizetype m_at = 0;
    std::vector<FormulaToken> m_tokens;
};

std::vector<FormulaToken> FormulaReader::read()
{
    while (m_at < m_formula.size()) {
        const QChar c = m_formula[m_at];
        if (c == u'"') {
            string();
        } else if (c == u'\'') {
            quotedSheet();
        } else if (c == u'[') {
            bracket();
        } else if (c.isDigit() || (c == u'.' && at(m_at + 1).isDigit())) {
            number();
        } else if (c == u'#') {   // an error such as #REF!, or the mark of a spilled range
            ++m_at;
            while (at(m_at).isUpper() || at(m_at) == u'/'
                   || (at(m_at) == u'0' && at(m_at - 1) == u'/')) {
                ++m_at;
            }
            m_at += at(m_at) == u'!' || at(m_at) == u'?' ? 1 : 0;
        } else if (isNamePart(c)) {
            word();
        } else {
            ++m_at;
        }
    }
    return std::move(m_tokens);
}

void FormulaReader::add(FormulaToken token, FormulaPart part, qsizetype end)
{
    token.part = part;
    token.end = static_cast<int>(end);
    m_tokens.push_back(std::move(token));
    m_at = end;
}

void FormulaReader::string()
{
    FormulaToken token;
    token.begin = token.body = static_cast<int>(m_at);
    qsizetype i = m_at + 1;
    while (i < m_formula.size()) {
        if (m_formula[i] == u'"') {
            if (at(i + 1) != u'"') {
                break;
            }
            ++i;
        }
        token.text += m_formula[i++];
    }
    add(std::move(token), FormulaPart::String, std::min(i + 1, m_formula.size()));
}

void FormulaReader::quotedSheet()
{
    FormulaToken token;
    token.begin = static_cast<int>(m_at);
    qsizetype i = m_at + 1;
    QString name;
    while (i < m_formula.size()) {
        if (m_formula[i] == u'\'') {
            if (at(i + 1) != u'\'') {
                break;
            }
            ++i;
        }
        name += m_formula[i++];
    }
    if (at(i + 1) != u'!') {
        ++m_at;
        return;
    }
    const bool external = name.contains(u'[') || name.contains(u'\\') || name.contains(u'/');
    const QStringList sheets = name.split(u':');
    token.sheet = sheets.front();
    token.lastSheet = sheets.size() > 1 ? sheets.back() : QString();
    m_at = i + 2;
    afterSheet(std::move(token), external);
}

/// What stands behind "Sheet!".
void FormulaReader::afterSheet(FormulaToken token, bool external)
{
    token.body = static_cast<int>(m_at);
    const qsizetype stop = wordEnd(m_at);
    if (external) {
        add(std::move(token), FormulaPart::External, stop);
    } else if (reference(token, m_at, stop) || rowRange(token, m_at, stop)) {
        const auto end = token.end;
        add(std::move(token), FormulaPart::Reference, end);
    } else if (at(stop) == u'[' && stop > m_at) {
        token.text = m_formula.mid(m_at, stop - m_at);
        structured(std::move(token), stop);
    } else if (stop > m_at) {
        token.text = m_formula.mid(m_at, stop - m_at);
        add(std::move(token), at(stop) == u'(' ? FormulaPart::Function : FormulaPart::Name, stop);
    } else {
        add(std::move(token), FormulaPart::Name, stop);
    }
}

qsizetype FormulaReader::wordEnd(qsizetype start) const
{
    qsizetype stop = start;
    while (stop < m_formula.size() && isNamePart(m_formula[stop])) {
        ++stop;
    }
    return stop;
}

/// "[1]Sheet!A1" is of another workbook, "[@Column]" of the table that the formula stands in.
void FormulaReader::bracket()
{
    FormulaToken token;
    token.begin = token.body = static_cast<int>(m_at);
    // A path may hold what would be an escape in the name of a column, so the plain end is tried
    // first.
    for (const qsizetype close : {m_formula.indexOf(u']', m_at), closingBracket(m_at)}) {
        const qsizetype stop = close < 0 ? m_at : wordEnd(close + 1);
        if (stop > m_at && at(stop) == u'!') {
            m_at = stop + 1;
            afterSheet(std::move(token), true);
            return;
        }
    }
    structured(std::move(token), m_at);
}

qsizetype FormulaReader::closingBracket(qsizetype open) const
{
    int depth = 0;
    for (qsizetype i = open; i < m_formula.size(); ++i) {
        if (m_formula[i] == u'\'') {
            ++i;
        } else if (m_formula[i] == u'[') {
            ++depth;
        } else if (m_formula[i] == u']' && --depth == 0) {
            return i;
        }
    }
    return m_formula.size() - 1;
}

void FormulaReader::structured(FormulaToken token, qsizetype open)
{
    const qsizetype close = closingBracket(open);
    const auto addColumn = [&](qsizetype begin, qsizetype end) {
        if (begin >= end || m_formula[begin] == u'#') {
            return;
        }
        FormulaColumn column{static_cast<int>(begin), static_cast<int>(end), {}};
        for (qsizetype i = begin; i < end; ++i) {
            i += m_formula[i] == u'\'' && i + 1 < end ? 1 : 0;
            column.name += m_formula[i];
        }
        token.columns.push_back(std::move(column));
    };
    bool nested = false;
    for (qsizetype i = open + 1; i < close; ++i) {
        if (m_formula[i] == u'\'') {
            ++i;
        } else if (m_formula[i] == u'[') {
            const qsizetype inner = closingBracket(i);
            addColumn(i + 1, inner);
            nested = true;
            i = inner;
        }
    }
    if (!nested) {
        addColumn(open + 1 + (at(open + 1) == u'@' ? 1 : 0), close);
    }
    token.wholeTable = token.columns.empty();
    add(std::move(token), FormulaPart::Structured, std::min(close + 1, m_formula.size()));
}

void FormulaReader::number()
{
    FormulaToken token;
    token.begin = token.body = static_cast<int>(m_at);
    qsizetype stop = m_at;
    while (at(stop).isDigit() || at(stop) == u'.') {
        ++stop;
    }
    if (rowRange(token, m_at, stop)) {
        const auto end = token.end;
        add(std::move(token), FormulaPart::Reference, end);
        return;
    }
    if (at(stop).toUpper() == u'E' && (at(stop + 1).isDigit() || at(stop + 2).isDigit())) {
        stop += 2;
        while (at(stop).isDigit()) {
            ++stop;
        }
    }
    if (isNamePart(at(stop))) {   // a sheet whose name begins with a digit
        word();
        return;
    }
    token.text = m_formula.mid(m_at, stop - m_at);
    add(std::move(token), FormulaPart::Number, stop);
}

bool FormulaReader::rowRange(FormulaToken &token, qsizetype start, qsizetype stop)
{
    const auto rowAt = [this](qsizetype begin, qsizetype end) {
        const QStringView digits = QStringView(m_formula).sliced(begin, end - begin);
        bool ok = false;
        const int row = (digits.startsWith(u'$') ? digits.sliced(1) : digits).toInt(&ok);
        return ok && row >= 1 && row <= maximalRow ? row : 0;
    };
    const qsizetype last = at(stop) == u':' ? wordEnd(stop + 1) : stop;
    const int first = last > stop + 1 ? rowAt(start, stop) : 0;
    const int second = first > 0 ? rowAt(stop + 1, last) : 0;
    if (second == 0) {
        return false;
    }
    token.range = {{std::min(first, second), 1}, {std::max(first, second), maximalColumn}};
    token.end = static_cast<int>(last);
    return true;
}

bool FormulaReader::reference(FormulaToken &token, qsizetype start, qsizetype stop)
{
    const auto bytes = [this](qsizetype begin, qsizetype end) {
        return m_formula.mid(begin, end - begin).toUtf8();
    };
    const QByteArray first = bytes(start, stop);
    const qsizetype lastStop = at(stop) == u':' ? wordEnd(stop + 1) : stop;
    const QByteArray second = lastStop > stop ? bytes(stop + 1, lastStop) : QByteArray();
    const auto dollars = [](const QByteArray &cell, bool &row, bool &column) {
        column = cell.startsWith('$');
        row = cell.indexOf('$', 1) > 0;
    };
    if (const auto cell = parseCellRef(first)) {
        const auto other = second.isEmpty() ? std::nullopt : parseCellRef(second);
        token.range = {*cell, other.value_or(*cell)};
        dollars(first, token.fixedFirstRow, token.fixedFirstColumn);
        dollars(other ? second : first, token.fixedLastRow, token.fixedLastColumn);
        token.end = static_cast<int>(other ? lastStop : stop);
        return at(token.end) != u'(' && at(token.end) != u'!' && at(token.end) != u'[';
    }
    const auto column = [](const QByteArray &text) {
        return columnNumber(text.startsWith('$') ? text.mid(1) : text);
    };
    if (!second.isEmpty() && column(first) > 0 && column(second) > 0 && at(lastStop) != u'!') {
        token.range = {{1, std::min(column(first), column(second))},
                       {maximalRow, std::max(column(first), column(second))}};
        token.end = static_cast<int>(lastStop);
        return true;
    }
    return false;
}

void FormulaReader::word()
{
    FormulaToken token;
    token.begin = token.body = static_cast<int>(m_at);
    const qsizetype stop = wordEnd(m_at);
    if (at(stop) == u'!') {
        token.sheet = m_formula.mid(m_at, stop - m_at);
        m_at = stop + 1;
        afterSheet(std::move(token), false);
        return;
    }
    const qsizetype second = at(stop) == u':' ? wordEnd(stop + 1) : stop;
    if (second > stop + 1 && at(second) == u'!') {
        token.sheet = m_formula.mid(m_at, stop - m_at);
        token.lastSheet = m_formula.mid(stop + 1, second - stop - 1);
        m_at = second + 1;
        afterSheet(std::move(token), false);
        return;
    }
    if (reference(token, m_at, stop) || rowRange(token, m_at, stop)) {
        const auto end = token.end;
        add(std::move(token), FormulaPart::Reference, end);
        return;
    }
    token.text = m_formula.mid(m_at, stop - m_at);
    if (at(stop) == u'[') {
        structured(std::move(token), stop);
    } else {
        add(std::move(token), at(stop) == u'(' ? FormulaPart::Function : FormulaPart::Name, stop);
    }
}

}   // namespace

CellRange FormulaToken::shifted(int rows, int columns_) const
{
    // Relative references wrap around at the sheet's edge, as programs do it.
    const auto move = [](int value, int by, int limit) {
        return ((value - 1 + by) % limit + limit) % limit + 1;
    };
    CellRange moved = range;
    moved.first.row = fixedFirstRow ? range.first.row : move(range.first.row, rows, maximalRow);
    moved.last.row = fixedLastRow ? range.last.row : move(range.last.row, rows, maximalRow);
    moved.first.column =
        fixedFirstColumn ? range.first.column : move(range.first.column, columns_, maximalColumn);
    moved.last.column =
        fixedLastColumn ? range.last.column : move(range.last.column, columns_, maximalColumn);
    return {{std::min(moved.first.row, moved.last.row),
             std::min(moved.first.column, moved.last.column)},
            {std::max(moved.first.row, moved.last.row),
             std::max(moved.first.column, moved.last.column)}};
}

QString nameKey(const QString &name)
{
    return name.toCaseFolded();
}

std::vector<FormulaToken> formulaTokens(const QString &formula)
{
    return FormulaReader(formula).read();
}

bool formulaSaysSomething(const QString &formula, const std::vector<FormulaToken> &tokens,
                          const QHash<QString, int> &known)
{
    constexpr int telling = 5;   // digits of a number that may be somebody's
    for (const FormulaToken &token : tokens) {
        switch (token.part) {
        case FormulaPart::String:
            if (std::any_of(token.text.begin(), token.text.end(), tells)) {
                return true;
            }
            break;
        case FormulaPart::Number:
            if (token.text.size() >= telling) {
                return true;
            }
            break;
        case FormulaPart::External:
            return true;
        case FormulaPart::Name:
        case FormulaPart::Structured:
        case FormulaPart::Reference: {
            const bool sheet =
                token.sheet.isEmpty() || known.contains(u"sheet:"_s + nameKey(token.sheet));
            const bool isName = token.part != FormulaPart::Reference && !token.text.isEmpty();
            const bool boolean = token.text == u"TRUE"_s || token.text == u"FALSE"_s;
            const bool columns = std::all_of(
                token.columns.begin(), token.columns.end(), [&known](const FormulaColumn &column) {
                    return known.contains(u"column:"_s + nameKey(column.name));
                });
            if (!sheet || !columns
                || (isName && !boolean && !known.contains(u"name:"_s + nameKey(token.text)))) {
                return true;
            }
            break;
        }
        case FormulaPart::Function:
            if (!isSheetFunction(token.text) || !token.sheet.isEmpty()) {
                return true;
            }
            break;
        case FormulaPart::Other:
            break;
        }
    }
    return formula.contains(u"{\""_s);
}

}   // namespace expunge::formats::ooxml
