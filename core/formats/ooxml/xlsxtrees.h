// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/sheettaint.h"

namespace expunge::formats::ooxml {

/// Carries out a plan on the trees of a workbook: texts, names, formulas, copies of cells. What
/// cannot stay is taken out with what needs it.
class TreeEditor
{
public:
    TreeEditor(BookModel &book, BookPlan &plan, const BookSurvey &survey)
        : m_book(book)
        , m_plan(plan)
        , m_survey(survey)
    {
    }

    void edit(size_t tree);

private:
    void editSites(TreePart &tree, const std::vector<int> &units);
    void noteChanges(const TreePart &tree, const std::vector<int> &units,
                     const std::vector<std::string> &attributes);
    void editOne(TreePart &tree, TextSite &site, int unit);
    void hideNames(TextSite &site);
    void followCell(TextSite &site, bool isUnit, int unit);
    void leave(pugi::xml_node node, pugi::xml_attribute attribute);
    void leaveLostFormulas(pugi::xml_node root);
    void renameStyles(pugi::xml_node root);
    void editFormats(pugi::xml_node root);
    void editWorkbook(pugi::xml_node root);
    void editTable(const TreePart &tree);
    void removeEmptyContainers(pugi::xml_node root);

    BookModel &m_book;
    BookPlan &m_plan;
    const BookSurvey &m_survey;
    DomEdits m_edits;
    std::vector<pugi::xml_node>
        m_frozenReferences;   // of charts, carried out when nothing inside them is needed any more
    int m_shapes = 0;
};

/// Tells the plan of text units whose markup is gone from a tree.
void noteLostUnits(const TreePart &tree, const std::vector<int> &units, BookPlan &plan);

}   // namespace expunge::formats::ooxml
