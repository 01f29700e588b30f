// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/odf/odsbook.h"
#include "core/formats/ooxml/sheetcontext.h"

namespace expunge::formats::odf {

/// What a cell says, as text units.
struct OdsCellView
{
    bool present = false;   // it shows or holds a value
    QString text;
    bool unseen = false;   // holds a value, but shows nothing
    bool number = false;   // must stay a number, date, time or truth value when it is redacted
    bool hasStored = false;
    QString stored;   // the value behind the text, where the text does not say it
    QString formula;
    bool formulaSpeaks = false;
    ooxml::XmlPart markup;              // of a cell that is more than plain text, swept
    pugi::xml_node root;                // of it
    std::vector<ReadText> paragraphs;   // of it
    std::vector<OdsSite> sites;         // of it
    OdsRemovals removals;
};

/// The text units of a cell, by index; -1 where it has none.
struct OdsCellUnits
{
    int value = -1;
    int stored = -1;
    int formula = -1;
    int firstSite = -1;
};

/// The attribute that holds the value of a cell of a type; null for strings.
const char *valueAttribute(QByteArrayView valueType);

/// Says what the cells of one sheet hold; the same for reading and for writing, because text units
/// are counted by it.
class OdsCellReader
{
public:
    OdsCellReader(const OdsBook &book, const OdsSheet &sheet)
        : m_book(book)
        , m_sheet(sheet)
    {
    }

    /// `asTree`: the markup as a tree also when the cell is plain.
    base::Result<> describe(const OdsCell &cell, OdsCellView &view, bool asTree = false) const;

    OdsCellUnits number(const OdsCellView &view, int &next) const;

    ooxml::CellHiding hiding(const OdsCell &cell, const OdsCellView &view, const OdsRow &row) const;

    /// Name of the cell style that holds, whoever sets it.
    QByteArray styleOf(const OdsCell &cell, const OdsRow &row) const;

private:
    base::Result<> readMarkup(const OdsCell &cell, OdsCellView &view) const;
    void readValue(const OdsCell &cell, OdsCellView &view) const;
    const OdsBook &m_book;
    const OdsSheet &m_sheet;
};

}   // namespace expunge::formats::odf
