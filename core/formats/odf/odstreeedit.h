// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/odf/odsplan.h"

namespace expunge::formats::odf {

/// Carries out a plan on a tree of a spreadsheet, or on what stands in one of its cells: texts,
/// names, formulas. What cannot stay is taken out.
class OdsTreeEditor
{
public:
    OdsTreeEditor(const OdsBook &book, OdsPlan &plan)
        : m_book(book)
        , m_plan(plan)
    {
    }

    /// `unit` of the first site; the others follow.
    void editCell(pugi::xml_node root, const std::vector<OdsSite> &sites, int unit);
    void editTree(OdsTree &tree, const std::vector<int> &units);

    /// Name of a style as it is to be; empty if there is none.
    QByteArray styleName(const QByteArray &name) const;

private:
    void editSite(const OdsSite &site, int unit);
    void editText(const OdsSite &site, const std::vector<ooxml::TextEdit> &edits, int unit);
    void removeHidden(const OdsSite &site);
    void finish(pugi::xml_node root);
    void rename(pugi::xml_node node);
    void renameLink(pugi::xml_attribute link);
    void noteGone(int unit);

    const OdsBook &m_book;
    OdsPlan &m_plan;
    ooxml::DomEdits m_edits;
    std::vector<std::pair<pugi::xml_node, pugi::xml_attribute>> m_lostAttributes;
};

/// Gives a cell of a tree a value of the same type that says nothing.
void neutraliseCell(pugi::xml_node cell);

/// The neutral value for a type, and the text that shows it.
QByteArray neutralValue(QByteArrayView valueType);

std::vector<SpanEdit> spanEdits(const std::vector<ooxml::TextEdit> &edits);

}   // namespace expunge::formats::odf
