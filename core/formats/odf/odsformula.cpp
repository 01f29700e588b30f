// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odsformula.h"

#include <QSet>

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using ooxml::CellRange;
using ooxml::FormulaPart;
using ooxml::FormulaRenames;
using ooxml::FormulaReplacement;
using ooxml::FormulaToken;
using ooxml::maximalColumn;
using ooxml::maximalRow;
using ooxml::nameKey;

namespace {

bool isNamePart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'$' || c == u'?' || c == u'\\';
}

/// Words of conditions, which are written in small letters (ODF 1.3 part 3, 19.599 and 19.470, and
/// what LibreOffice adds for its conditional formats).
bool isConditionWord(const QString &word)
{
    static const QSet<QString> words{u"cell-content"_s,
                                     u"cell-content-is-between"_s,
                                     u"cell-content-is-not-between"_s,
                                     u"cell-content-is-in-list"_s,
                                     u"cell-content-is-whole-number"_s,
                                     u"cell-content-is-decimal-number"_s,
                                     u"cell-content-is-date"_s,
                                     u"cell-content-is-time"_s,
                                     u"cell-content-is-text"_s,
                                     u"cell-content-text-length"_s,
                                     u"cell-content-text-length-is-between"_s,
                                     u"cell-content-text-length-is-not-between"_s,
                                     u"is-true-formula"_s,
                                     u"value"_s,
                                     u"and"_s,
                                     u"or"_s,
                                     u"formula-is"_s,
                                     u"between"_s,
                                     u"not-between"_s,
                                     u"duplicate"_s,
                                     u"unique"_s,
                                     u"top-elements"_s,
                                     u"bottom-elements"_s,
                                     u"top-percent"_s,
                                     u"bottom-percent"_s,
                                     u"above-average"_s,
                                     u"below-average"_s,
                                     u"above-equal-average"_s,
                                     u"below-equal-average"_s,
                                     u"is-error"_s,
                                     u"is-no-error"_s,
                                     u"begins-with"_s,
                                     u"ends-with"_s,
                                     u"contains-text"_s,
                                     u"not-contains-text"_s};
    return words.contains(word);
}

/// One corner of a range, with the sheet before it.
struct Corner
{
    QString sheet;
    bool external = false;
    bool broken = false;   // #REF!
    int row = 0;           // 0: a whole column
    int column = 0;        // 0: a whole row
    bool fixedRow = true;
    bool fixedColumn = true;
};

/// Reads one formula or list of addresses from left to right.
class OpenFormulaReader
{
public:
    explicit OpenFormulaReader(const QString &text)
        : m_text(text)
    {
    }

    OpenFormula formula();
    OpenFormula addresses();

private:
    QChar at(qsizetype i) const { return i < m_text.size() ? m_text[i] : QChar(); }
    bool hasPrefix();
    void string();
    void label();
    void bracket();
    void number();
    void word();
    std::optional<QString> quoted();
    bool corner(Corner &corner);
    void sheetName(Corner &corner);
    bool cell(Corner &corner);
    bool reference(FormulaToken &token);
    void add(FormulaToken token, FormulaPart part, qsizetype end);

    const QString &m_text;
    qsizetype m_at = 0;
    OpenFormula m_result;
};

void OpenFormulaReader::add(FormulaToken token, FormulaPart part, qsizetype end)
{
    token.part = part;
    token.end = static_cast<int>(end);
    m_result.tokens.push_back(std::move(token));
    m_at = end;
}

/// False for a grammar that is not known.
bool OpenFormulaReader::hasPrefix()
{
    qsizetype end = 0;
    while (at(end).isLetterOrNumber() || at(end) == u'-' || at(end) == u'_') {
        ++end;
    }
    if (end > 0 && at(end) == u':' && at(end + 1) != u':') {
        const QString prefix = m_text.left(end);
        if (prefix != u"of"_s && prefix != u"oooc"_s) {
            return false;
        }
        m_at = end + 1;
    }
    m_at += at(m_at) == u'=' ? 1 : 0;
    return true;
}

OpenFormula OpenFormulaReader::formula()
{
    if (!hasPrefix()) {
        add({}, FormulaPart::External, m_text.size());
        return std::move(m_result);
    }
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at];
        if (c == u'"') {
            string();
        } else if (c == u'\'') {
            label();
        } else if (c == u'[') {
            bracket();
        } else if (c.isDigit() || (c == u'.' && at(m_at + 1).isDigit())) {
            number();
        } else if (c == u'#') {   // an error such as #N/A
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
    return std::move(m_result);
}

void OpenFormulaReader::string()
{
    FormulaToken token;
    token.begin = token.body = static_cast<int>(m_at);
    qsizetype i = m_at + 1;
    while (i < m_text.size()) {
        if (m_text[i] == u'"') {
            if (at(i + 1) != u'"') {
                break;
            }
            ++i;
        }
        token.text += m_text[i++];
    }
    add(std::move(token), FormulaPart::String, std::min(i + 1, m_text.size()));
}

/// What stands in single quotation marks at the current place; passes over it.
std::optional<QString> OpenFormulaReader::quoted()
{
    if (at(m_at) != u'\'') {
        return std::nullopt;
    }
    QString name;
    qsizetype i = m_at + 1;
    while (i < m_text.size()) {
        if (m_text[i] == u'\'') {
            if (at(i + 1) != u'\'') {
                break;
            }
            ++i;
        }
        name += m_text[i++];
    }
    m_at = std::min(i + 1, m_text.size());
    return name;
}

/// 'Sales': an automatic label, which repeats the text of a cell (ODF 1.3 part 4, 5.10.1).
void OpenFormulaReader::label()
{
    FormulaToken token;
    token.begin = token.body = static_cast<int>(m_at);
    token.text = quoted().value_or(QString());
    const qsizetype end = m_at;
    add(std::move(token), FormulaPart::Name, end);
}

void OpenFormulaReader::sheetName(Corner &corner)
{
    m_at += at(m_at) == u'$' && (at(m_at + 1) == u'\'' || at(m_at + 1) == u'#') ? 1 : 0;
    SheetMention mention;
    if (const qsizetype start = m_at; at(m_at) == u'\'') {
        mention.begin = static_cast<int>(start);
        mention.name = quoted().value_or(QString());
        if (at(m_at) == u'#') {   // the address of another document (part 4, 5.8)
            corner.external = true;
            ++m_at;
            sheetName(corner);
            return;
        }
    } else {
        // A plain name ends at the point before the cell; a cell without a sheet may have none.
        qsizetype stop = m_at;
        while (stop < m_text.size() && !QStringView(u".]:#[ '\"").contains(m_text[stop])) {
            ++stop;
        }
        if (at(stop) != u'.' || stop == m_at) {
            return;
        }
        m_at += at(m_at) == u'$' ? 1 : 0;
        mention.begin = static_cast<int>(m_at);
        mention.name = m_text.mid(m_at, stop - m_at);
        m_at = stop;
    }
    mention.end = static_cast<int>(m_at);
    corner.sheet = mention.name;
    if (!corner.external) {
        m_result.sheets.push_back(std::move(mention));
    }
}

bool OpenFormulaReader::cell(Corner &corner)
{
    if (QStringView(m_text).sliced(m_at).startsWith(u"#REF!")) {
        m_at += 5;
        corner.broken = true;
        return true;
    }
    qsizetype stop = m_at;
    while (at(stop) == u'$' || at(stop).isDigit() || (at(stop) >= u'A' && at(stop) <= u'Z')
           || (at(stop) >= u'a' && at(stop) <= u'z')) {
        ++stop;
    }
    const QByteArray name = m_text.mid(m_at, stop - m_at).toUtf8().toUpper();
    const qsizetype second = name.indexOf('$', 1);
    corner.fixedColumn = name.startsWith('$');
    corner.fixedRow = second > 0;
    if (const auto found = ooxml::parseCellRef(name)) {
        corner.row = found->row;
        corner.column = found->column;
    } else {
        const QByteArray bare = corner.fixedColumn ? name.mid(1) : name;
        bool isRow = false;
        const int row = bare.toInt(&isRow);
        corner.row = isRow && row >= 1 && row <= maximalRow ? row : 0;
        corner.column = isRow ? 0 : ooxml::columnNumber(bare);
        corner.fixedRow = corner.fixedColumn;
        if (corner.row == 0 && corner.column == 0) {
            return false;
        }
    }
    m_at = stop;
    return true;
}

bool OpenFormulaReader::corner(Corner &corner)
{
    sheetName(corner);
    if (at(m_at) == u'#' && corner.sheet.isEmpty()) {   // #REF!.A1: the sheet is gone
        m_at += QStringView(m_text).sliced(m_at).startsWith(u"#REF!") ? 5 : 0;
        corner.broken = true;
    }
    m_at += at(m_at) == u'.' ? 1 : 0;
    return cell(corner);
}

/// A cell or a range, up to what cannot belong to it.
bool OpenFormulaReader::reference(FormulaToken &token)
{
    Corner first;
    if (!corner(first)) {
        return false;
    }
    Corner last = first;
    if (at(m_at) == u':') {
        ++m_at;
        Corner other;
        if (!corner(other)) {
            return false;
        }
        last = other;
    } else if (first.row == 0 || first.column == 0) {
        return first.broken;   // "Sheet1.Name"
    }
    token.sheet = first.sheet;
    if (!last.sheet.isEmpty() && nameKey(last.sheet) != nameKey(first.sheet)) {
        token.lastSheet = last.sheet;
    }
    const auto [top, bottom] =
        std::minmax({first.row > 0 ? first.row : 1, last.row > 0 ? last.row : maximalRow});
    const auto [left, right] = std::minmax(
        {first.column > 0 ? first.column : 1, last.column > 0 ? last.column : maximalColumn});
    token.range = {{top, left}, {bottom, right}};
    token.fixedFirstRow = first.fixedRow;
    token.fixedFirstColumn = first.fixedColumn;
    token.fixedLastRow = last.fixedRow;
    token.fixedLastColumn = last.fixedColumn;
    const bool broken = first.broken || last.broken;
    token.part = first.external || last.external ? FormulaPart::External
                 : broken                        ? FormulaPart::Other
                                                 : FormulaPart::Reference;
    return true;
}

void OpenFormulaReader::bracket()
{
    FormulaToken token;
    token.begin = token.body = static_cast<int>(m_at);
    const size_t mentions = m_result.sheets.size();
    ++m_at;
    if (reference(token) && at(m_at) == u']') {
        const FormulaPart part = token.part;
        add(std::move(token), part, m_at + 1);
        return;
    }
    // Not a reference that is understood: taken for one to somewhere else, which goes.
    m_result.sheets.resize(mentions);
    const qsizetype close = m_text.indexOf(u']', token.begin);
    add(std::move(token), FormulaPart::External, close < 0 ? m_text.size() : close + 1);
}

void OpenFormulaReader::number()
{
    FormulaToken token;
    token.begin = token.body = static_cast<int>(m_at);
    qsizetype stop = m_at;
    while (at(stop).isDigit() || at(stop) == u'.') {
        ++stop;
    }
    if (at(stop).toUpper() == u'E' && (at(stop + 1).isDigit() || at(stop + 2).isDigit())) {
        stop += 2;
        while (at(stop).isDigit()) {
            ++stop;
        }
    }
    token.text = m_text.mid(m_at, stop - m_at);
    add(std::move(token), FormulaPart::Number, stop);
}

void OpenFormulaReader::word()
{
    FormulaToken token;
    token.begin = token.body = static_cast<int>(m_at);
    qsizetype stop = m_at;
    while (isNamePart(at(stop))) {
        ++stop;
    }
    // Only words of conditions have hyphens; in a formula, a hyphen is a minus sign.
    qsizetype longer = stop;
    while (isNamePart(at(longer)) || (at(longer) == u'-' && at(longer + 1).isLower())) {
        ++longer;
    }
    if (isConditionWord(m_text.mid(m_at, longer - m_at))) {
        add(std::move(token), FormulaPart::Other, longer);
        return;
    }
    token.text = m_text.mid(m_at, stop - m_at);
    add(std::move(token), at(stop) == u'(' ? FormulaPart::Function : FormulaPart::Name, stop);
}

OpenFormula OpenFormulaReader::addresses()
{
    while (m_at < m_text.size()) {
        if (m_text[m_at] == u' ') {
            ++m_at;
            continue;
        }
        FormulaToken token;
        token.begin = token.body = static_cast<int>(m_at);
        if (reference(token) && (m_at == m_text.size() || m_text[m_at] == u' ')) {
            const FormulaPart part = token.part;
            add(std::move(token), part, m_at);
        } else {
            const qsizetype space = m_text.indexOf(u' ', m_at);
            add(std::move(token), FormulaPart::External, space < 0 ? m_text.size() : space);
        }
    }
    return std::move(m_result);
}

std::vector<FormulaReplacement> renamesIn(const OpenFormula &formula, const FormulaRenames &renames)
{
    std::vector<FormulaReplacement> result;
    for (const SheetMention &sheet : formula.sheets) {
        const auto found = renames.sheets.constFind(nameKey(sheet.name));
        if (found != renames.sheets.constEnd()) {
            result.push_back({sheet.begin, sheet.end, quotedTableName(*found)});
        }
    }
    for (const FormulaToken &token : formula.tokens) {
        const auto found = renames.names.constFind(nameKey(token.text));
        if (token.part == FormulaPart::Name && found != renames.names.constEnd()) {
            result.push_back({token.begin, token.end, *found});
        }
    }
    std::sort(result.begin(), result.end(),
              [](const auto &a, const auto &b) { return a.begin < b.begin; });
    return result;
}

}   // namespace

OpenFormula readOpenFormula(const QString &formula)
{
    return OpenFormulaReader(formula).formula();
}

OpenFormula readAddresses(const QString &addresses)
{
    return OpenFormulaReader(addresses).addresses();
}

bool openFormulaSaysSomething(const QString &formula, const QHash<QString, int> &known)
{
    return ooxml::formulaSaysSomething(formula, readOpenFormula(formula).tokens, known);
}

QString renameInOpenFormula(const QString &formula, const FormulaRenames &renames)
{
    return renames.isEmpty()
               ? formula
               : replaceInFormula(formula, renamesIn(readOpenFormula(formula), renames));
}

QString renameInAddresses(const QString &addresses, const FormulaRenames &renames)
{
    return renames.isEmpty()
               ? addresses
               : replaceInFormula(addresses, renamesIn(readAddresses(addresses), renames));
}

std::optional<QString> editOpenFormula(const QString &formula,
                                       const std::vector<ooxml::TextEdit> &edits,
                                       const FormulaRenames &renames)
{
    const OpenFormula read = readOpenFormula(formula);
    return editFormulaStrings(formula, read.tokens, edits, renamesIn(read, renames));
}

QString quotedTableName(const QString &name)
{
    const auto plain = [](QChar c) {
        return c == u'_' || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z')
               || (c >= u'0' && c <= u'9');
    };
    const bool simple =
        !name.isEmpty() && !name.front().isDigit() && std::all_of(name.begin(), name.end(), plain);
    return simple ? name : u'\'' + QString(name).replace(u'\'', u"''"_s) + u'\'';
}

}   // namespace expunge::formats::odf
