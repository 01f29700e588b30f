// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheetrewriter.h"

#include <cmath>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

bool isPlain(QByteArrayView value, const char *signs)
{
    const QByteArrayView allowed(signs);
    constexpr qsizetype longest = 40;
    return !value.isEmpty() && value.size() <= longest
           && std::all_of(value.begin(), value.end(),
                          [&](char c) { return (c >= '0' && c <= '9') || allowed.contains(c); });
}

/// #N/A, #DIV/0!, #NAME? and the like (ECMA-376 part 1, 18.18.11 counts them as text).
bool isErrorValue(QByteArrayView value)
{
    constexpr qsizetype longest = 16;
    return value.startsWith('#') && value.size() <= longest
           && std::all_of(value.begin() + 1, value.end(), [](char c) {
                  return (c >= 'A' && c <= 'Z') || c == '/' || c == '0' || c == '!' || c == '?'
                         || c == '_';
              });
}

/// A calendar day that no serial number is older than, in both date systems.
constexpr auto neutralDate = "1";
constexpr auto neutralIsoDate = "1900-01-01T00:00:00";

}   // namespace

SheetRewriter::SheetRewriter(const BookModel &book, BookPlan &plan, const BookSurvey &survey,
                             SharedStringWriter &strings, RedactionMark &mark, int sheet,
                             const QByteArray &before)
    : m_book(book)
    , m_plan(plan)
    , m_survey(survey)
    , m_strings(strings)
    , m_mark(mark)
    , m_sheet(sheet)
    , m_context(book, book.sheets[static_cast<size_t>(sheet)])
    , m_unit(plan.contents->layout.sights[static_cast<size_t>(sheet)].firstUnit)
{
    // With room for replacements that are longer: to grow would need the same again for a moment.
    const qsizetype size = book.sheets[static_cast<size_t>(sheet)].bytes.cells.size();
    m_out.reserve(before.size() + size + size / 8);
    m_out.append(before);
}

QByteArray SheetRewriter::take()
{
    m_out += m_hasRows ? "</sheetData>" : "<sheetData/>";
    return std::move(m_out);
}

void SheetRewriter::startRow(const SheetRow &row)
{
    m_rowHidden = row.hidden;
    m_rowOpen = false;
    if (!m_hasRows) {
        m_out.append("<sheetData>");
        m_hasRows = true;
    }
    m_out.append("<row r=\"")
        .append(QByteArray::number(row.number))
        .append('"')
        .append(row.attributes);
}

void SheetRewriter::endRow()
{
    m_out.append(m_rowOpen ? "</row>" : "/>");
}

void SheetRewriter::noteGone(int unit)
{
    if (unit >= 0) {
        m_plan.adjusted.push_back({unit, true, {}});
    }
}

void SheetRewriter::cell(SheetCell &cell)
{
    if (!cell.hasValue && !cell.formula.present && cell.inlineText.runs.empty()) {
        writeEmpty(cell);
        return;
    }
    Work work{cell, m_context.describe(cell, false), {}, nullptr, FateNone, false, false, {}};
    work.units = m_context.number(cell, work.text, m_unit);
    work.edits = m_plan.editsOf(work.units.value);
    work.storedEdited = m_plan.editsOf(work.units.stored) != nullptr;
    work.fate = m_survey.fate(m_sheet, cell.at);
    if ((work.fate & FateEmptied) != 0) {
        writeEmpty(cell);
        return;
    }
    decideFormula(work);
    writeCell(work);
}

void SheetRewriter::decideFormula(Work &work)
{
    const CellFormula &formula = work.cell.formula;
    if (!formula.present) {
        return;
    }
    const bool groupLost =
        formula.type == "shared" && m_survey.groupFrozen(m_sheet, formula.shared);
    const bool redacted = work.edits != nullptr || work.storedEdited;
    const bool redactedResult = redacted && (work.fate & FateDropped) == 0;
    if ((work.fate & FateFrozen) != 0 || groupLost || redactedResult) {
        noteGone(work.units.formula);
        return;
    }
    work.keepsFormula = true;
    m_hasFormulas = true;
    work.formula = formula.text;
    const std::vector<TextEdit> *edits = m_plan.editsOf(work.units.formula);
    if (edits != nullptr) {
        work.formula = editFormula(formula.text, *edits, m_plan.renames).value_or(QString());
    }
    work.formula = renameInFormula(work.formula, m_plan.renames);
    if (work.units.formula >= 0 && work.formula != formula.text) {
        m_plan.adjusted.push_back({work.units.formula, false, work.formula});
    }
}

void SheetRewriter::openCell(const SheetCell &cell, const char *type, int style)
{
    if (!m_rowOpen) {
        m_out.append('>');
        m_rowOpen = true;
    }
    m_out.append("<c r=\"").append(cellNameBytes(cell.at)).append('"');
    if (style != 0) {
        m_out.append(" s=\"").append(QByteArray::number(style)).append('"');
    }
    if (type != nullptr) {
        m_out.append(" t=\"").append(type).append('"');
    }
}

/// A cell without content is there for its style only.
void SheetRewriter::writeEmpty(const SheetCell &cell)
{
    if (cell.style != 0) {
        openCell(cell, nullptr);
        m_out.append("/>");
    }
}

void SheetRewriter::writeCell(const Work &work)
{
    const bool dropped = (work.fate & FateDropped) != 0;
    if (dropped) {   // also of a cell that an array formula fills
        noteGone(work.units.value);
        noteGone(work.units.stored);
        if (work.keepsFormula) {
            openCell(work.cell, nullptr);
            m_out.append('>');
            writeFormula(work);
            m_out.append("</c>");
        } else {
            writeEmpty(work.cell);
        }
        return;
    }
    if (work.edits != nullptr || work.storedEdited) {
        writeRedacted(work);
    } else {
        writeValue(work);
    }
}

void SheetRewriter::writeFormula(const Work &work)
{
    if (!work.keepsFormula) {
        return;
    }
    const CellFormula &formula = work.cell.formula;
    m_out.append("<f");
    if (!formula.type.isEmpty()) {
        m_out.append(" t=\"").append(formula.type).append('"');
    }
    if (!formula.ref.isEmpty()) {
        m_out.append(" ref=\"").append(formula.ref).append('"');
    }
    if (formula.shared >= 0) {
        m_out.append(" si=\"").append(QByteArray::number(formula.shared)).append('"');
    }
    m_out.append(formula.attributes);
    if (work.formula.isEmpty()) {
        m_out.append("/>");
    } else {
        m_out.append('>').append(escapeMarkup(work.formula)).append("</f>");
    }
}

void SheetRewriter::writeValue(const Work &work)
{
    const SheetCell &cell = work.cell;
    const QByteArrayView value = cell.value.trimmed();
    const char *type = nullptr;
    QByteArray written;
    switch (cell.type) {
    case CellType::Number:
        noteNewFormat(work);
        written = isPlain(value, "+-.eE") && !std::isnan(cell.number()) ? value.toByteArray()
                                                                        : QByteArray();
        break;
    case CellType::Shared: {
        const int index = cell.sharedIndex(m_book.strings.count());
        if (index >= 0) {
            m_strings.keep(index);
            type = "s";
            written = QByteArray::number(index);
        }
        break;
    }
    case CellType::Boolean:
        type = "b";
        written = value == "1" || value == "true" ? "1" : "0";
        break;
    case CellType::Error:
        type = "e";
        written = isErrorValue(value) ? value.toByteArray() : QByteArray("#VALUE!");
        break;
    case CellType::Date:
        type = "d";
        written = isPlain(value, "-:.+TZ") ? value.toByteArray() : QByteArray();
        break;
    case CellType::Text:
        type = "str";
        written = escapeMarkup(encodeSheetEscapes(cell.valueText()));
        break;
    case CellType::Inline:
        openCell(cell, "inlineStr");
        m_out.append('>');
        writeFormula(work);
        m_out.append("<is>").append(cell.inlineText.markup()).append("</is></c>");
        return;
    }
    const bool empty = written.isEmpty() && cell.type != CellType::Text;
    if (empty && !work.keepsFormula) {
        writeEmpty(cell);
        return;
    }
    openCell(cell, empty ? nullptr : type);
    m_out.append('>');
    writeFormula(work);
    if (!empty) {
        m_out.append("<v>").append(written).append("</v>");
    }
    m_out.append("</c>");
}

/// A number whose format lost its words reads otherwise, though nobody touched it.
void SheetRewriter::noteNewFormat(const Work &work)
{
    if (!work.text.present || m_plan.newFormats.isEmpty()) {
        return;
    }
    const QString now = shownNow(work.cell);
    if (now != m_context.describe(work.cell, true).text) {
        m_plan.adjusted.push_back({work.units.value, false, now});
    }
}

void SheetRewriter::writeRedacted(const Work &work)
{
    const SheetCell &cell = work.cell;
    if (work.text.number) {
        writeNumber(work);
        return;
    }
    if (cell.type == CellType::Shared) {
        const int index = m_strings.edited(cell.sharedIndex(m_book.strings.count()), *work.edits);
        openCell(cell, "s");
        m_out.append("><v>").append(QByteArray::number(index)).append("</v></c>");
        return;
    }
    if (cell.type == CellType::Inline) {
        RichText text = cell.inlineText;
        text.edit(*work.edits);
        openCell(cell, "inlineStr");
        m_out.append("><is>").append(text.markup()).append("</is></c>");
        return;
    }
    writeText(work, applyTextEdits(cell.valueText(), *work.edits));
}

void SheetRewriter::writeText(const Work &work, const QString &text)
{
    openCell(work.cell, "str");
    m_out.append("><v>").append(escapeMarkup(encodeSheetEscapes(text))).append("</v></c>");
}

/// What a number shows with the words that its format has left.
QString SheetRewriter::shownNow(const SheetCell &cell) const
{
    const auto style = static_cast<size_t>(cell.style);
    const int position = m_book.styles[style < m_book.styles.size() ? style : 0].format;
    const auto format = m_plan.newFormats.constFind(position);
    if (cell.type != CellType::Number || format == m_plan.newFormats.constEnd()) {
        return m_context.describe(cell, true).text;
    }
    const QString text = format->show(cell.number(), m_book.date1904).text;
    return text.trimmed().isEmpty() ? plainNumber(cell.number()) : text;
}

/// A number or a date stays one, so that what calculates with it still does.
void SheetRewriter::writeNumber(const Work &work)
{
    const SheetCell &cell = work.cell;
    const CellText shown = m_context.describe(cell, true);
    if (!work.storedEdited
        && onlyTouchesFormat(shown, *work.edits)) {   // the words go with the number format
        openCell(cell, nullptr);
        m_out.append("><v>").append(cell.value.trimmed()).append("</v></c>");
        m_plan.adjusted.push_back({work.units.value, false, shownNow(cell)});
        return;
    }
    noteGone(work.units.stored);
    const bool iso = cell.type == CellType::Date;
    const QList<QByteArray> values = iso ? QList<QByteArray>{neutralIsoDate, "1904-02-02T00:00:00"}
                                     : work.text.date ? QList<QByteArray>{neutralDate, "33", "70"}
                                                      : QList<QByteArray>{"0", "1", "2", "3"};
    for (const QByteArray &value : values) {
        if (writeNeutral(work, value)) {
            return;
        }
    }
    noteGone(work.units.value);   // whatever could stand there would read as what was redacted
    openCell(cell, nullptr, m_mark.styleFor(cell.style));
    m_out.append("/>");
}

/// Writes a value that says nothing, unless it shows what was redacted.
bool SheetRewriter::writeNeutral(const Work &work, const QByteArray &value)
{
    SheetCell neutral;
    neutral.at = work.cell.at;
    neutral.style = work.cell.style;
    neutral.type = work.cell.type;
    neutral.hasValue = true;
    neutral.value = value;
    const QString shown = shownNow(neutral);
    if (work.edits != nullptr) {
        const QString before = m_context.describe(work.cell, true).text;
        for (const TextEdit &edit : *work.edits) {
            const QString gone = before.mid(edit.begin, edit.end - edit.begin);
            if (!gone.isEmpty() && shown.contains(gone, Qt::CaseInsensitive)) {
                return false;
            }
        }
    }
    openCell(work.cell, work.cell.type == CellType::Date ? "d" : nullptr,
             m_mark.styleFor(work.cell.style));
    m_out.append("><v>").append(value).append("</v></c>");
    m_plan.adjusted.push_back({work.units.value, false, shown});
    return true;
}

}   // namespace expunge::formats::ooxml
