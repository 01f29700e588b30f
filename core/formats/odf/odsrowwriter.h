// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/odf/odscells.h"
#include "core/formats/odf/odsparts.h"
#include "core/formats/odf/odssurvey.h"
#include "core/formats/odf/odstreeedit.h"

namespace expunge::formats::odf {

/// Styles of cells whose number was redacted, which show that something stood there.
class OdsMarkedStyles
{
public:
    /// Name of the marked form of a style; an empty name is the default style.
    QByteArray markedForm(const QByteArray &style);

    /// Puts the styles into office:automatic-styles.
    void addTo(pugi::xml_node root, const OdsBook &book) const;

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_styles;   // style and its marked form
};

/// Writes the rows of all sheets anew: what is known, with what is redacted replaced.
class OdsRowWriter : public OdsVisitor
{
public:
    OdsRowWriter(const OdsBook &book, OdsPlan &plan, const OdsSurvey &survey, OdsLinks &links);

    void startTable(int index) override;
    void startRegion(int index) override;
    void startRow(const OdsRow &row) override;
    void cell(OdsCell &cell) override;
    void endRow() override;

    /// The rows of each region; empty for those of sheets that go.
    std::vector<QByteArray> &regions() { return m_regions; }
    const OdsMarkedStyles &markedStyles() const { return m_marked; }
    const base::Result<> &failed() const { return m_failed; }

private:
    struct Work
    {
        const OdsCell &cell;
        OdsCellView view;
        OdsCellUnits units;
        const std::vector<ooxml::TextEdit> *edits = nullptr;
        const std::vector<ooxml::TextEdit> *storedEdits = nullptr;
        unsigned fate = ooxml::FateNone;
        QString formula;   // as it is to be; empty: none
        bool redacted() const { return edits != nullptr || storedEdits != nullptr; }
    };

    void decideFormula(Work &work);
    void writeCell(Work &work);
    void writeEmpty(const OdsCell &cell);
    void openCell(const OdsCell &cell, const QByteArray &style);
    void writeValue(const Work &work);
    void writeNeutral(const Work &work);
    void writePlain(const Work &work);
    void writeTree(Work &work, bool withValue);
    void editParagraphs(Work &work);
    void writeAttribute(QByteArrayView name, const QByteArray &value);
    void noteGone(int unit);
    QByteArray styleOf(const OdsCell &cell) const;

    const OdsBook &m_book;
    OdsPlan &m_plan;
    const OdsSurvey &m_survey;
    OdsLinks &m_links;
    OdsTreeEditor m_editor;
    OdsMarkedStyles m_marked;
    std::optional<OdsCellReader> m_reader;
    std::vector<QByteArray> m_regions;
    QByteArray *m_out = nullptr;
    QByteArray m_nothing;
    OdsRow m_row;
    int m_sheet = -1;
    int m_unit = 0;
    bool m_silent = false;   // the sheet goes or is emptied
    bool m_holdsRow = false;
    base::Result<> m_failed;
};

}   // namespace expunge::formats::odf
