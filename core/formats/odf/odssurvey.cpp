// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odssurvey.h"

#include "core/formats/odf/odscells.h"
#include "core/formats/odf/odsformula.h"

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using ooxml::CellRange;
using ooxml::Dependence;
using ooxml::FormulaPart;
using ooxml::FormulaToken;
using ooxml::nameKey;

namespace {

constexpr int mostPasses =
    64;   // over all formulas; deeper chains against the order of cells are dropped as a whole
constexpr int deepestName = 8;

struct Formula
{
    int sheet = -1;
    CellRange at;
    Dependence needs;
    std::optional<CellRange> spill;
    bool tainted = false;
};

/// Functions whose sources cannot be told from the formula (ODF 1.3 part 4, 6.14).
bool isDynamic(const QString &function)
{
    static const QSet<QString> names{u"INDIRECT"_s, u"OFFSET"_s, u"CELL"_s, u"FORMULA"_s,
                                     u"MULTIPLE.OPERATIONS"_s};
    return names.contains(function);
}

/// Functions whose data is removed: pivot tables, links, macros (which keep the spelling of who
/// wrote them).
bool isLost(const QString &function)
{
    static const QSet<QString> names{u"GETPIVOTDATA"_s, u"DDE"_s, u"COM.MICROSOFT.WEBSERVICE"_s,
                                     u"WEBSERVICE"_s};
    return names.contains(function) || function != function.toUpper();
}

}   // namespace

/// Gathers, sheet by sheet, what is redacted and emptied, and the formulas.
class OdsSurveyVisitor : public OdsVisitor
{
public:
    OdsSurveyVisitor(const OdsBook &book, const OdsPlan &plan, OdsSurvey &survey)
        : m_book(book)
        , m_plan(plan)
        , m_survey(survey)
        , redacted(book.sheets.size())
        , emptied(book.sheets.size())
    {
        for (const OdsName &name : book.names) {
            m_names.insert(nameKey(name.name), &name);
        }
    }

    void startTable(int index) override;
    void startRow(const OdsRow &row) override { m_row = row; }
    void cell(OdsCell &cell) override;

    const OdsBook &m_book;
    const OdsPlan &m_plan;
    OdsSurvey &m_survey;
    std::vector<Formula> formulas;
    std::vector<BlockSet> redacted;
    std::vector<BlockSet> emptied;
    base::Result<> failed;

private:
    void addFormula(const OdsCell &cell, const OdsCellView &view, const OdsCellUnits &units);
    void addNeeds(Dependence &needs, const std::vector<FormulaToken> &tokens, int depth) const;
    void addName(Dependence &needs, const FormulaToken &token, int depth) const;

    QHash<QString, const OdsName *> m_names;
    std::optional<OdsCellReader> m_reader;
    OdsRow m_row;
    int m_sheet = -1;
    int m_unit = 0;
};

void OdsSurveyVisitor::startTable(int index)
{
    m_sheet = index;
    const auto position = static_cast<size_t>(index);
    m_reader.emplace(m_book, m_book.sheets[position]);
    m_unit = m_plan.contents->layout.firstCells[position];
    if (m_plan.sheets[position].all) {
        emptied[position].insertAll();
        m_survey.m_emptied[position] = true;
    }
}

void OdsSurveyVisitor::cell(OdsCell &cell)
{
    const auto sheet = static_cast<size_t>(m_sheet);
    if (m_book.sheets[sheet].gone || m_survey.m_emptied[sheet] || cell.isEmpty() || !failed) {
        return;
    }
    OdsCellView view;
    if (const auto read = m_reader->describe(cell, view); !read) {
        failed = read;
        return;
    }
    const OdsCellUnits units = m_reader->number(view, m_unit);
    unsigned char fate = ooxml::FateNone;
    if (ooxml::isEmptied(m_plan.sheets[sheet], m_reader->hiding(cell, view, m_row))) {
        fate = ooxml::FateEmptied;
        emptied[sheet].insert(cell.at);
    } else if (m_plan.editsOf(units.value) != nullptr || m_plan.editsOf(units.stored) != nullptr) {
        fate = ooxml::FateRedacted;
        redacted[sheet].insert(cell.at);
    }
    if (fate != ooxml::FateNone) {
        m_survey.m_fates.insert(cellKey(m_sheet, cell.at.first), fate);
    }
    if (!view.formula.isEmpty() && fate != ooxml::FateEmptied) {
        addFormula(cell, view, units);
    }
}

void OdsSurveyVisitor::addFormula(const OdsCell &cell, const OdsCellView &view,
                                  const OdsCellUnits &units)
{
    Formula formula;
    formula.sheet = m_sheet;
    formula.at = cell.at;
    const std::vector<ooxml::TextEdit> *edits = m_plan.editsOf(units.formula);
    if (edits != nullptr) {
        redacted[static_cast<size_t>(m_sheet)].insert(cell.at);
        formula.needs.lost = !editOpenFormula(view.formula, *edits, m_plan.renames);
        formula.tainted = !formula.needs.lost;
    }
    addNeeds(formula.needs, readOpenFormula(view.formula).tokens, 0);
    const int columns = cell.text("table:number-matrix-columns-spanned").toInt();
    const int rows = cell.text("table:number-matrix-rows-spanned").toInt();
    if (columns > 0 && rows > 0) {
        const ooxml::CellRef first = cell.at.first;
        formula.spill = CellRange{first,
                                  {first.row + std::min(rows, ooxml::maximalRow) - 1,
                                   first.column + std::min(columns, ooxml::maximalColumn) - 1}};
    }
    formulas.push_back(std::move(formula));
}

void OdsSurveyVisitor::addNeeds(Dependence &needs, const std::vector<FormulaToken> &tokens,
                                int depth) const
{
    for (const FormulaToken &token : tokens) {
        switch (token.part) {
        case FormulaPart::Reference: {
            const int first = token.sheet.isEmpty() ? m_sheet : m_book.sheetByName(token.sheet);
            const int last =
                token.lastSheet.isEmpty() ? first : m_book.sheetByName(token.lastSheet);
            for (int i = std::min(first, last); i <= std::max(first, last); ++i) {
                needs.sources.push_back({i, token.range});
            }
            break;
        }
        case FormulaPart::Name:
            addName(needs, token, depth);
            break;
        case FormulaPart::Function:
            needs.anything = needs.anything || isDynamic(token.text);
            needs.lost = needs.lost || isLost(token.text);
            break;
        case FormulaPart::External:
        case FormulaPart::Structured:
            needs.lost = true;
            break;
        case FormulaPart::String:
        case FormulaPart::Number:
        case FormulaPart::Other:
            break;
        }
    }
}

void OdsSurveyVisitor::addName(Dependence &needs, const FormulaToken &token, int depth) const
{
    const QString key = nameKey(token.text);
    const auto name = m_names.constFind(key);
    if (name == m_names.constEnd() || depth >= deepestName || m_plan.redactedNames.contains(key)) {
        needs.anything = true;
        return;
    }
    const QString &formula = (*name)->formula;
    addNeeds(needs,
             (*name)->isRange ? readAddresses(formula).tokens : readOpenFormula(formula).tokens,
             depth + 1);
}

/// Decides for each formula whether it and its result may stay.
class OdsTaintSolver
{
public:
    OdsTaintSolver(OdsSurveyVisitor &found, OdsSurvey &survey)
        : m_formulas(found.formulas)
        , m_tainted(found.redacted)
        , m_emptied(found.emptied)
        , m_survey(survey)
        , m_anything(!found.m_plan.redactedNames.isEmpty()
                     || std::any_of(found.redacted.begin(), found.redacted.end(),
                                    [](const BlockSet &cells) { return !cells.isEmpty(); }))
    {
    }

    void solve();

private:
    static bool reaches(const Formula &formula, const std::vector<BlockSet> &cells);
    void taint(Formula &formula);

    std::vector<Formula> &m_formulas;
    std::vector<BlockSet> &m_tainted;
    const std::vector<BlockSet> &m_emptied;
    OdsSurvey &m_survey;
    bool m_anything;
};

bool OdsTaintSolver::reaches(const Formula &formula, const std::vector<BlockSet> &cells)
{
    return std::any_of(formula.needs.sources.begin(), formula.needs.sources.end(),
                       [&](const ooxml::Source &source) {
                           return source.sheet >= 0
                                  && cells[static_cast<size_t>(source.sheet)].intersects(
                                      source.range);
                       });
}

void OdsTaintSolver::taint(Formula &formula)
{
    formula.tainted = true;
    const auto sheet = static_cast<size_t>(formula.sheet);
    m_tainted[sheet].insert(formula.at);
    m_survey.m_fates[cellKey(formula.sheet, formula.at.first)] |= ooxml::FateDropped;
    if (formula.spill) {
        m_tainted[sheet].insert(*formula.spill);
        m_survey.m_spilled[sheet].insert(*formula.spill);
    }
}

void OdsTaintSolver::solve()
{
    bool changed = m_anything;
    for (Formula &formula : m_formulas) {
        if (formula.tainted) {
            taint(formula);
            changed = true;
        }
    }
    for (int pass = 0; changed; ++pass) {
        changed = false;
        for (Formula &formula : m_formulas) {
            if (!formula.tainted
                && (pass > mostPasses || formula.needs.anything || reaches(formula, m_tainted))) {
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
            m_survey.m_fates[cellKey(formula.sheet, formula.at.first)] |= ooxml::FateFrozen;
        }
    }
}

void BlockSet::insert(const CellRange &block)
{
    if (block.size() == 1) {
        m_cells.insert(block.first);
    } else {
        m_blocks.push_back(block);
    }
}

bool BlockSet::intersects(const CellRange &range) const
{
    return m_cells.intersects(range)
           || std::any_of(m_blocks.begin(), m_blocks.end(), [&range](const CellRange &block) {
                  return block.first.row <= range.last.row && block.last.row >= range.first.row
                         && block.first.column <= range.last.column
                         && block.last.column >= range.first.column;
              });
}

base::Result<OdsSurvey> OdsSurvey::run(const OdsBook &book, const OdsPlan &plan,
                                       const QString &path, const base::JobContext &job)
{
    OdsSurvey survey;
    survey.m_emptied.resize(book.sheets.size());
    survey.m_spilled.resize(book.sheets.size());
    if (plan.contents->layout.formulas == 0 && !plan.changesAnything()) {
        return survey;
    }
    OdsSurveyVisitor visitor(book, plan, survey);
    const auto done = readRows(book.content, visitor, u"content.xml"_s, path, job);
    if (!done) {
        return tl::unexpected(done.error());
    }
    if (!visitor.failed) {
        return tl::unexpected(visitor.failed.error());
    }
    OdsTaintSolver(visitor, survey).solve();
    return survey;
}

unsigned OdsSurvey::fate(int sheet, const CellRange &block) const
{
    const auto position = static_cast<size_t>(sheet);
    if (m_emptied[position]) {
        return ooxml::FateEmptied;
    }
    const unsigned own = m_fates.value(cellKey(sheet, block.first), ooxml::FateNone);
    return m_spilled[position].intersects(block) ? own | ooxml::FateDropped : own;
}

}   // namespace expunge::formats::odf
