// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheettaint.h"

#include "core/formats/ooxml/sheetdependence.h"

#include <optional>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPasses =
    64;   // over all formulas; deeper chains against the order of cells are dropped as a whole
constexpr qint64 largestSpill = 1 << 20;

quint64 cellKey(int sheet, CellRef at)
{
    constexpr int columnBits = 14;
    constexpr int rowBits = 21;
    return (static_cast<quint64>(sheet) << (columnBits + rowBits))
           | (static_cast<quint64>(at.row) << columnBits) | static_cast<quint64>(at.column - 1);
}

quint64 groupKey(int sheet, int group)
{
    return (static_cast<quint64>(sheet) << 32U) | static_cast<quint64>(group);
}

struct Formula
{
    int sheet = -1;
    CellRef at;
    Dependence needs;
    std::optional<CellRange> spill;
    int group = -1;
    bool master = false;
    bool tainted = false;
    bool adds = false;   // and does nothing else
};

}   // namespace

/// Gathers, sheet by sheet, what is redacted and emptied, and the formulas.
class SurveyVisitor : public SheetVisitor
{
public:
    SurveyVisitor(const BookModel &book, const BookPlan &plan, const DependenceReader &reader,
                  BookSurvey &survey, std::vector<Formula> &formulas,
                  std::vector<CellSet> &redacted, std::vector<CellSet> &emptied, int sheet)
        : m_book(book)
        , m_plan(plan)
        , m_reader(reader)
        , m_survey(survey)
        , m_formulas(formulas)
        , m_redacted(redacted)
        , m_emptied(emptied)
        , m_sheet(sheet)
        , m_context(book, book.sheets[static_cast<size_t>(sheet)])
        , m_unit(plan.contents->layout.sights[static_cast<size_t>(sheet)].firstUnit)
    {
        watchTotals();
    }

    void startRow(const SheetRow &row) override { m_rowHidden = row.hidden; }
    void cell(SheetCell &cell) override;

    /// To be called behind the last cell.
    void finish();

private:
    struct Shared
    {
        std::vector<FormulaToken> tokens;
        CellRef at;
        bool adds = false;
    };

    void watchTotals();
    void addFormula(const SheetCell &cell, bool edited, bool refused);
    void takeFormatWords(const SheetCell &cell, int unit, const std::vector<TextEdit> &edits);

    const BookModel &m_book;
    const BookPlan &m_plan;
    const DependenceReader &m_reader;
    BookSurvey &m_survey;
    std::vector<Formula> &m_formulas;
    std::vector<CellSet> &m_redacted;
    std::vector<CellSet> &m_emptied;
    int m_sheet;
    SheetContext m_context;
    int m_unit;
    bool m_rowHidden = false;
    QHash<int, Shared> m_shared;
    TotalFinder m_totals;
};

void SurveyVisitor::watchTotals()
{
    const SheetSight &sight = m_plan.contents->layout.sights[static_cast<size_t>(m_sheet)];
    for (auto edit = m_plan.edits.constBegin(); edit != m_plan.edits.constEnd(); ++edit) {
        if (edit.key() < sight.firstUnit || edit.key() >= sight.endUnit) {
            continue;
        }
        const auto &place = m_plan.contents->units[static_cast<size_t>(edit.key())].place;
        if (place.size() > 1) {
            m_totals.watch({place[1].number, columnNumber(place[1].name.toLatin1())});
        }
    }
}

void SurveyVisitor::finish()
{
    for (const CellRef at : m_totals.find()) {
        m_survey.m_giveAways.push_back({GiveAwayKind::Total, m_sheet, at});
    }
}

void SurveyVisitor::cell(SheetCell &cell)
{
    if (!cell.hasValue && !cell.formula.present && cell.inlineText.runs.empty()) {
        return;
    }
    const CellText text = m_context.describe(cell, false);
    const CellUnitNumbers units = m_context.number(cell, text, m_unit);
    m_survey.m_hasFormulas = m_survey.m_hasFormulas || cell.formula.present;
    const auto sheet = static_cast<size_t>(m_sheet);
    unsigned char fate = FateNone;
    if (isEmptied(m_plan.sheets[sheet], m_context.hiding(cell, text, m_rowHidden))
        && !m_plan.forced.contains(units.value)) {
        fate = FateEmptied;
        m_emptied[sheet].insert(cell.at);
        if (cell.formula.shared >= 0 && !cell.formula.text.isEmpty()) {
            m_survey.m_frozenGroups.insert(groupKey(m_sheet, cell.formula.shared));
        }
    }
    const std::vector<TextEdit> *valueEdits = m_plan.editsOf(units.value);
    if ((valueEdits != nullptr || m_plan.editsOf(units.stored) != nullptr) && fate == FateNone) {
        fate = FateRedacted;
        m_redacted[sheet].insert(cell.at);
        if (text.number) {
            m_survey.m_numbers[sheet].insert(cell.at);
        }
        if (valueEdits != nullptr) {
            takeFormatWords(cell, units.value, *valueEdits);
        }
    }
    if (!m_totals.isEmpty() && cell.type == CellType::Number && text.number
        && !cell.formula.present) {
        m_totals.add(cell.at, cell.number(), fate == FateRedacted);
    }
    const std::vector<TextEdit> *formulaEdits = m_plan.editsOf(units.formula);
    const bool refused =
        formulaEdits != nullptr && !editFormula(cell.formula.text, *formulaEdits, m_plan.renames);
    if (formulaEdits != nullptr && fate != FateEmptied) {
        m_redacted[sheet].insert(cell.at);
    }
    if (fate != FateNone) {
        m_survey.m_fates.insert(cellKey(m_sheet, cell.at), fate);
    }
    if (cell.formula.present && fate != FateEmptied) {
        addFormula(cell, formulaEdits != nullptr, refused);
    }
}

void SurveyVisitor::takeFormatWords(const SheetCell &cell, int unit,
                                    const std::vector<TextEdit> &edits)
{
    if (cell.type != CellType::Number || m_book.formatOf(cell.style).isGeneral()) {
        return;
    }
    const CellText text = m_context.describe(cell, true);
    const QString &shown = m_plan.contents->units[static_cast<size_t>(unit)].text;
    for (const TextEdit &edit : edits) {
        QString word;
        for (int i = edit.begin; i < edit.end && static_cast<size_t>(i) < text.literal.size();
             ++i) {
            word += text.literal[static_cast<size_t>(i)] ? shown[i] : QChar(u'\n');
        }
        for (const QString &piece : word.split(u'\n', Qt::SkipEmptyParts)) {
            if (std::any_of(piece.begin(), piece.end(),
                            [](QChar c) { return c.isLetterOrNumber(); })) {
                const auto position = static_cast<size_t>(std::max(0, cell.style));
                const int format =
                    m_book.styles[position < m_book.styles.size() ? position : 0].format;
                m_survey.m_formatWords[format].append(piece);
            }
        }
    }
}

void SurveyVisitor::addFormula(const SheetCell &cell, bool edited, bool refused)
{
    Formula formula;
    formula.sheet = m_sheet;
    formula.at = cell.at;
    formula.group = cell.formula.type == "shared" ? cell.formula.shared : -1;
    formula.master = !cell.formula.text.isEmpty();
    formula.tainted = edited && !refused;
    formula.needs.lost = refused;
    if (formula.master) {
        auto tokens = formulaTokens(cell.formula.text);
        formula.adds = onlyAdds(cell.formula.text, tokens);
        m_reader.add(formula.needs, tokens, m_sheet, 0, 0);
        if (formula.group >= 0) {
            m_shared.insert(formula.group, {std::move(tokens), cell.at, formula.adds});
        }
    } else if (const auto shared = m_shared.constFind(formula.group);
               formula.group >= 0 && shared != m_shared.constEnd()) {
        formula.adds = shared->adds;
        m_reader.add(formula.needs, shared->tokens, m_sheet, cell.at.row - shared->at.row,
                     cell.at.column - shared->at.column);
    } else {
        formula.needs.anything = true;   // a data table, or a follower before its master
    }
    if (cell.formula.type == "array" || cell.formula.type == "dataTable") {
        formula.spill = parseCellRange(cell.formula.ref);
    }
    m_formulas.push_back(std::move(formula));
}

/// Decides for each formula whether it and its result may stay.
class TaintSolver
{
public:
    TaintSolver(std::vector<Formula> &formulas, std::vector<CellSet> &redacted,
                const std::vector<CellSet> &emptied, BookSurvey &survey)
        : m_formulas(formulas)
        , m_tainted(redacted)
        , m_emptied(emptied)
        , m_survey(survey)
        , m_anything(std::any_of(redacted.begin(), redacted.end(),
                                 [](const CellSet &cells) { return !cells.isEmpty(); }))
    {
    }

    void solve();

private:
    bool reaches(const Formula &formula, const std::vector<CellSet> &cells) const;
    void noteGiveAways();
    void taint(Formula &formula);

    std::vector<Formula> &m_formulas;
    std::vector<CellSet> &m_tainted;
    const std::vector<CellSet> &m_emptied;
    BookSurvey &m_survey;
    bool m_anything;
};

bool TaintSolver::reaches(const Formula &formula, const std::vector<CellSet> &cells) const
{
    return std::any_of(
        formula.needs.sources.begin(), formula.needs.sources.end(), [&](const Source &source) {
            return source.sheet >= 0
                   && cells[static_cast<size_t>(source.sheet)].intersects(source.range);
        });
}

void TaintSolver::taint(Formula &formula)
{
    formula.tainted = true;
    CellSet &cells = m_tainted[static_cast<size_t>(formula.sheet)];
    cells.insert(formula.at);
    m_survey.m_fates[cellKey(formula.sheet, formula.at)] |= FateDropped;
    if (!formula.spill) {
        return;
    }
    if (formula.spill->size() > largestSpill) {
        cells.insertAll();
        return;
    }
    for (int row = formula.spill->first.row; row <= formula.spill->last.row; ++row) {
        for (int column = formula.spill->first.column; column <= formula.spill->last.column;
             ++column) {
            cells.insert({row, column});
            m_survey.m_fates[cellKey(formula.sheet, {row, column})] |= FateDropped;
        }
    }
}

/// Before results that depend on what is redacted count as redacted themselves.
void TaintSolver::noteGiveAways()
{
    constexpr int many = 2;
    for (const Formula &formula : m_formulas) {
        qint64 cells = 0;
        int redacted = 0;
        for (const Source &source : formula.needs.sources) {
            cells += source.range.size();
            redacted += source.sheet < 0
                            ? 0
                            : m_survey.m_numbers[static_cast<size_t>(source.sheet)].count(
                                source.range, many);
        }
        const bool knowable = cells > 0 && !formula.needs.anything && !formula.needs.lost;
        const bool itself =
            m_survey.m_numbers[static_cast<size_t>(formula.sheet)].contains(formula.at);
        if (itself && knowable && redacted == 0) {
            m_survey.m_giveAways.push_back({GiveAwayKind::Result, formula.sheet, formula.at});
        } else if (!itself && knowable && formula.adds && cells > 1 && redacted == 1) {
            m_survey.m_giveAways.push_back({GiveAwayKind::Addend, formula.sheet, formula.at});
        }
    }
}

void TaintSolver::solve()
{
    if (m_anything) {
        noteGiveAways();
    }
    QSet<quint64> taintedGroups;
    for (Formula &formula : m_formulas) {
        if (formula.tainted) {
            taint(formula);
            if (formula.group >= 0) {
                taintedGroups.insert(groupKey(formula.sheet, formula.group));
            }
        }
    }
    bool changed = m_anything || !taintedGroups.isEmpty();
    for (int pass = 0; changed; ++pass) {
        changed = false;
        for (Formula &formula : m_formulas) {
            const bool ofGroup = formula.group >= 0
                                 && taintedGroups.contains(groupKey(formula.sheet, formula.group));
            if (!formula.tainted
                && (pass > mostPasses || ofGroup || formula.needs.anything
                    || reaches(formula, m_tainted))) {
                taint(formula);
                changed = true;
            }
        }
    }
    for (const Formula &formula : m_formulas) {
        const bool lost = formula.needs.lost || reaches(formula, m_emptied);
        // A result that depends on something redacted cannot stay; then the formula does, if it
        // still can be computed.
        if (lost && (!formula.tainted || formula.needs.lost)) {
            m_survey.m_fates[cellKey(formula.sheet, formula.at)] |= FateFrozen;
            if (formula.group >= 0 && formula.master) {
                m_survey.m_frozenGroups.insert(groupKey(formula.sheet, formula.group));
            }
        }
    }
}

void CellSet::insert(CellRef cell)
{
    m_columns[cell.column].insert(cell.row);
}

bool CellSet::intersects(const CellRange &range) const
{
    if (m_all) {
        return true;
    }
    for (auto column = m_columns.lower_bound(range.first.column);
         column != m_columns.end() && column->first <= range.last.column; ++column) {
        const auto row = column->second.lower_bound(range.first.row);
        if (row != column->second.end() && *row <= range.last.row) {
            return true;
        }
    }
    return false;
}

int CellSet::count(const CellRange &range, int enough) const
{
    int found = m_all ? enough : 0;
    for (auto column = m_columns.lower_bound(range.first.column);
         found < enough && column != m_columns.end() && column->first <= range.last.column;
         ++column) {
        for (auto row = column->second.lower_bound(range.first.row);
             found < enough && row != column->second.end() && *row <= range.last.row; ++row) {
            ++found;
        }
    }
    return found;
}

bool isEmptied(const SheetActions &actions, CellHiding hiding)
{
    switch (hiding) {
    case CellHiding::Sheet:
        return actions.all;
    case CellHiding::Row:
        return actions.rows;
    case CellHiding::Column:
        return actions.columns;
    case CellHiding::Covered:
        return actions.covered;
    case CellHiding::Invisible:
        return actions.invisible;
    case CellHiding::Shown:
        break;
    }
    return false;
}

bool onlyTouchesFormat(const CellText &text, const std::vector<TextEdit> &edits)
{
    return !text.literal.empty()
           && std::all_of(edits.begin(), edits.end(), [&](const TextEdit &edit) {
                  for (int i = edit.begin; i < edit.end; ++i) {
                      if (static_cast<size_t>(i) >= text.literal.size()
                          || !text.literal[static_cast<size_t>(i)]) {
                          return false;
                      }
                  }
                  return true;
              });
}

base::Result<BookSurvey> BookSurvey::run(const BookModel &book, const BookPlan &plan,
                                         const QString &path, const base::JobContext &job)
{
    BookSurvey survey;
    survey.m_hasFormulas = plan.contents->layout.formulas > 0;
    survey.m_emptied.resize(book.sheets.size());
    survey.m_numbers.resize(book.sheets.size());
    const DependenceReader reader(book, plan);
    std::vector<Formula> formulas;
    std::vector<CellSet> redacted(book.sheets.size());
    std::vector<CellSet> emptied(book.sheets.size());
    if (!survey.m_hasFormulas && !plan.changesAnything()) {
        return survey;
    }
    for (size_t i = 0; i < book.sheets.size(); ++i) {
        const SheetModel &sheet = book.sheets[i];
        if (plan.sheets[i].all) {
            emptied[i].insertAll();
            survey.m_emptied[i] = true;
            continue;
        }
        if (sheet.book == nullptr || sheet.book->role != BookRole::Worksheet) {
            continue;
        }
        SurveyVisitor visitor(book, plan, reader, survey, formulas, redacted, emptied,
                              static_cast<int>(i));
        const auto done = readCells(sheet.bytes, visitor, sheet.book->part->name, path, job);
        if (!done) {
            return tl::unexpected(done.error());
        }
        visitor.finish();
    }
    TaintSolver(formulas, redacted, emptied, survey).solve();
    return survey;
}

unsigned BookSurvey::fate(int sheet, CellRef cell) const
{
    if (m_emptied.size() > static_cast<size_t>(sheet) && m_emptied[static_cast<size_t>(sheet)]) {
        return FateEmptied;
    }
    return m_fates.value(cellKey(sheet, cell), FateNone);
}

bool BookSurvey::groupFrozen(int sheet, int group) const
{
    return m_frozenGroups.contains(groupKey(sheet, group));
}

}   // namespace expunge::formats::ooxml
