// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheetformula.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

QString escapedColumn(const QString &name)
{
    QString result;
    for (const QChar c : name) {
        if (c == u'[' || c == u']' || c == u'#' || c == u'\'' || c == u'@') {
            result += u'\'';
        }
        result += c;
    }
    return result;
}

QString newSheetPrefix(const FormulaToken &token, const FormulaRenames &renames)
{
    const QString first = renames.sheets.value(nameKey(token.sheet), token.sheet);
    const QString last = renames.sheets.value(nameKey(token.lastSheet), token.lastSheet);
    const QString joined = last.isEmpty() ? first : first + u':' + last;
    const QString quoted = quotedSheetName(joined);
    return (last.isEmpty() || quoted.startsWith(u'\'') ? quoted : joined) + u'!';
}

std::vector<FormulaReplacement> renamesIn(const std::vector<FormulaToken> &tokens,
                                          const FormulaRenames &renames, const QString &ownTable)
{
    std::vector<FormulaReplacement> result;
    for (const FormulaToken &token : tokens) {
        if (token.part == FormulaPart::External) {
            continue;
        }
        const bool sheetChanges = renames.sheets.contains(nameKey(token.sheet))
                                  || renames.sheets.contains(nameKey(token.lastSheet));
        if (token.body > token.begin && sheetChanges) {
            result.push_back({token.begin, token.body, newSheetPrefix(token, renames)});
        }
        const QString key = nameKey(token.text);
        const int nameEnd = token.body + static_cast<int>(token.text.size());
        if (token.part == FormulaPart::Name && renames.names.contains(key)) {
            result.push_back({token.body, nameEnd, renames.names[key]});
        } else if ((token.part == FormulaPart::Name || token.part == FormulaPart::Structured)
                   && renames.tables.contains(key) && !token.text.isEmpty()) {
            result.push_back({token.body, nameEnd, renames.tables[key]});
        }
        if (token.part == FormulaPart::Structured) {
            const auto columns =
                renames.columns.value(token.text.isEmpty() ? nameKey(ownTable) : key);
            for (const FormulaColumn &column : token.columns) {
                const auto found = columns.constFind(nameKey(column.name));
                if (found != columns.constEnd()) {
                    result.push_back({column.begin, column.end, escapedColumn(*found)});
                }
            }
        }
    }
    return result;
}

}   // namespace

QString replaceInFormula(const QString &formula,
                         const std::vector<FormulaReplacement> &replacements)
{
    QString result;
    int copied = 0;
    for (const FormulaReplacement &replacement : replacements) {
        result += QStringView(formula).sliced(copied, replacement.begin - copied);
        result += replacement.text;
        copied = replacement.end;
    }
    return result + QStringView(formula).sliced(copied);
}

QString quotedSheetName(const QString &name)
{
    const auto plain = [](QChar c) { return c.isLetterOrNumber() || c == u'_'; };
    const bool simple = !name.isEmpty() && name.front().isLetter()
                        && std::all_of(name.begin(), name.end(), plain)
                        && !parseCellRef(name.toUtf8()) && columnNumber(name.toUtf8()) == 0;
    return simple ? name : u'\'' + QString(name).replace(u'\'', u"''"_s) + u'\'';
}

QString renameInFormula(const QString &formula, const FormulaRenames &renames,
                        const QString &ownTable)
{
    if (renames.isEmpty()) {
        return formula;
    }
    return replaceInFormula(formula, renamesIn(formulaTokens(formula), renames, ownTable));
}

std::optional<QString> editFormula(const QString &formula, const std::vector<TextEdit> &edits,
                                   const FormulaRenames &renames)
{
    const auto tokens = formulaTokens(formula);
    return editFormulaStrings(formula, tokens, edits, renamesIn(tokens, renames, {}));
}

std::optional<QString> editFormulaStrings(const QString &formula,
                                          const std::vector<FormulaToken> &tokens,
                                          const std::vector<TextEdit> &edits,
                                          const std::vector<FormulaReplacement> &renamed)
{
    std::vector<FormulaReplacement> changes;
    for (const FormulaToken &token : tokens) {
        if (token.part != FormulaPart::String) {
            continue;
        }
        const QString raw = formula.mid(token.begin + 1, token.end - token.begin - 2);
        std::vector<TextEdit> own;
        for (const TextEdit &edit : edits) {
            const int begin = std::max(edit.begin, token.begin + 1) - token.begin - 1;
            const int end = std::min(edit.end, token.end - 1) - token.begin - 1;
            if (begin < end) {
                const bool first = edit.begin >= token.begin;
                own.push_back(
                    {begin, end,
                     first ? QString(edit.replacement).replace(u'"', u"\"\""_s) : QString()});
            }
        }
        if (!own.empty()) {
            // A half of a doubled quotation mark must not be left alone.
            QString text = applyTextEdits(raw, own);
            text.replace(u"\"\""_s, u"\""_s).replace(u'"', u"\"\""_s);
            changes.push_back({token.begin, token.end, u'"' + text + u'"'});
        }
    }
    const auto within = [&](const TextEdit &edit) {
        for (int i = edit.begin; i < edit.end; ++i) {
            const bool inString =
                std::any_of(changes.begin(), changes.end(), [i](const FormulaReplacement &change) {
                    return i >= change.begin && i < change.end;
                });
            const bool inRename =
                std::any_of(renamed.begin(), renamed.end(), [i](const FormulaReplacement &change) {
                    return i >= change.begin && i < change.end;
                });
            if (!inString && !inRename) {
                return false;
            }
        }
        return true;
    };
    if (!std::all_of(edits.begin(), edits.end(), within)) {
        return std::nullopt;
    }
    return replaceInFormula(formula, changes);
}

}   // namespace expunge::formats::ooxml
