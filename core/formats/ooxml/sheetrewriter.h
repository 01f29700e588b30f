// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/sheetmark.h"
#include "core/formats/ooxml/sheettaint.h"

namespace expunge::formats::ooxml {

/// Writes the cells of one sheet anew: what is known, with what is redacted replaced.
class SheetRewriter : public SheetVisitor
{
public:
    /// `before` is what stands before the cells in the part.
    SheetRewriter(const BookModel &book, BookPlan &plan, const BookSurvey &survey,
                  SharedStringWriter &strings, RedactionMark &mark, int sheet,
                  const QByteArray &before);

    void startRow(const SheetRow &row) override;
    void cell(SheetCell &cell) override;
    void endRow() override;

    /// What stood before, and the sheetData element; to be called once, at the end.
    QByteArray take();

    bool hasFormulas() const { return m_hasFormulas; }

private:
    struct Work
    {
        const SheetCell &cell;
        CellText text;
        CellUnitNumbers units;
        const std::vector<TextEdit> *edits = nullptr;
        unsigned fate = FateNone;
        bool storedEdited = false;
        bool keepsFormula = false;
        QString formula;
    };

    void decideFormula(Work &work);
    void writeCell(const Work &work);
    void writeEmpty(const SheetCell &cell);
    void openCell(const SheetCell &cell, const char *type) { openCell(cell, type, cell.style); }
    void openCell(const SheetCell &cell, const char *type, int style);
    void writeFormula(const Work &work);
    void writeValue(const Work &work);
    void noteNewFormat(const Work &work);
    void writeRedacted(const Work &work);
    void writeNumber(const Work &work);
    void writeText(const Work &work, const QString &text);
    void noteGone(int unit);
    QString shownNow(const SheetCell &cell) const;
    bool writeNeutral(const Work &work, const QByteArray &value);

    const BookModel &m_book;
    BookPlan &m_plan;
    const BookSurvey &m_survey;
    SharedStringWriter &m_strings;
    RedactionMark &m_mark;
    int m_sheet;
    SheetContext m_context;
    int m_unit;
    QByteArray m_out;
    bool m_rowOpen = false;
    bool m_hasRows = false;
    bool m_rowHidden = false;
    bool m_hasFormulas = false;
};

}   // namespace expunge::formats::ooxml
