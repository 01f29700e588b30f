// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/workbooknames.h"

#include <vector>

namespace expunge::formats::ooxml {

/// A range of a sheet that a formula reads.
struct Source
{
    int sheet = -1;
    CellRange range;
};

/// What a formula depends on.
struct Dependence
{
    std::vector<Source> sources;
    bool anything = false;   // cannot be told: INDIRECT, OFFSET, unknown names
    bool lost = false;       // on something that is removed: other workbooks, pivot tables, macros
};

/// Finds what formulas depend on.
class DependenceReader
{
public:
    DependenceReader(const BookModel &book, const BookPlan &plan)
        : m_book(book)
        , m_plan(plan)
    {
        for (const TableModel &table : book.tables) {
            m_tables.insert(nameKey(table.name), &table);
        }
        for (const NameModel &name : book.names) {
            m_names.insert(nameKey(name.name), &name);
        }
    }

    void add(Dependence &needs, const std::vector<FormulaToken> &tokens, int sheet, int rows,
             int columns, int depth = 0) const;

private:
    void addReference(Dependence &needs, const FormulaToken &token, int sheet, int rows,
                      int columns) const;
    void addName(Dependence &needs, const FormulaToken &token, int sheet, int depth) const;

    const BookModel &m_book;
    const BookPlan &m_plan;
    QHash<QString, const TableModel *> m_tables;
    QHash<QString, const NameModel *> m_names;
};

}   // namespace expunge::formats::ooxml
