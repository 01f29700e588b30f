// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheetdependence.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestName = 8;

bool isDynamic(const QString &function)
{
    static const QSet<QString> names{u"INDIRECT"_s, u"OFFSET"_s, u"CELL"_s, u"_xlfn.FORMULATEXT"_s,
                                     u"FORMULATEXT"_s};
    return names.contains(function);
}

/// Functions whose data is removed.
bool isLost(const QString &function)
{
    QString name = function;
    for (const QString &prefix : {u"_xlfn."_s, u"_xlws."_s}) {
        name = name.startsWith(prefix) ? name.mid(prefix.size()) : name;
    }
    return name == u"GETPIVOTDATA"_s || name.startsWith(u"CUBE"_s) || name == u"RTD"_s
           || name == u"WEBSERVICE"_s || name == u"CALL"_s || name != name.toUpper()
           || name.startsWith(u"_XL"_s);
}

}   // namespace

void DependenceReader::add(Dependence &needs, const std::vector<FormulaToken> &tokens, int sheet,
                           int rows, int columns, int depth) const
{
    for (const FormulaToken &token : tokens) {
        switch (token.part) {
        case FormulaPart::Reference:
            addReference(needs, token, sheet, rows, columns);
            break;
        case FormulaPart::Name:
        case FormulaPart::Structured:
            addName(needs, token, sheet, depth);
            break;
        case FormulaPart::Function:
            needs.anything = needs.anything || isDynamic(token.text);
            needs.lost = needs.lost || isLost(token.text) || !token.sheet.isEmpty();
            break;
        case FormulaPart::External:
            needs.lost = true;
            break;
        case FormulaPart::String:
        case FormulaPart::Number:
        case FormulaPart::Other:
            break;
        }
    }
}

void DependenceReader::addReference(Dependence &needs, const FormulaToken &token, int sheet,
                                    int rows, int columns) const
{
    int first = sheet;
    int last = sheet;
    if (!token.sheet.isEmpty()) {
        first = m_book.sheetByName(token.sheet);
        last = token.lastSheet.isEmpty() ? first : m_book.sheetByName(token.lastSheet);
    }
    if (first < 0 || last < 0) {
        return;   // a sheet that is not there: the result is an error already
    }
    for (int i = std::min(first, last); i <= std::max(first, last); ++i) {
        needs.sources.push_back({i, token.shifted(rows, columns)});
    }
}

void DependenceReader::addName(Dependence &needs, const FormulaToken &token, int sheet,
                               int depth) const
{
    const QString key = nameKey(token.text);
    if (token.part == FormulaPart::Structured && token.text.isEmpty()) {
        for (const TableModel &table : m_book.tables) {   // the table that the formula stands in
            if (table.sheet == sheet) {
                needs.sources.push_back({table.sheet, table.ref});
            }
        }
        return;
    }
    if (const auto table = m_tables.constFind(key); table != m_tables.constEnd()) {
        needs.sources.push_back({(*table)->sheet, (*table)->ref});
        return;
    }
    const auto name = m_names.constFind(key);
    if (name != m_names.constEnd() && depth < deepestName) {
        needs.lost = needs.lost || m_plan.removedNames.contains(key);
        add(needs, formulaTokens((*name)->formula), sheet, 0, 0, depth + 1);
        return;
    }
    needs.anything = needs.anything || (key != u"true"_s && key != u"false"_s);
}

}   // namespace expunge::formats::ooxml
