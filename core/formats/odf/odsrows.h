// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/base/result.h"
#include "core/formats/ooxml/sheetcellref.h"
#include "core/formats/ooxml/sheettokens.h"

#include <QString>

#include <vector>

namespace expunge::formats::odf {

/// One cell of a sheet, or a block of equal ones, as it stands in content.xml (ODF 1.3 part 3,
/// 9.1.4 and 9.1.5). Views last as long as the visit.
struct OdsCell
{
    ooxml::CellRange at;    // with its repetitions to the right and down
    bool covered = false;   // by a merged cell
    const std::vector<ooxml::SheetTokens::Attribute> *attributes = nullptr;
    std::vector<QString> paragraphs;   // of a plain cell
    bool plain = true;                 // nothing but paragraphs of characters
    QByteArrayView markup;             // what stands in the cell

    QByteArrayView attribute(QByteArrayView name) const;
    QString text(QByteArrayView name) const;   // of an attribute
    bool isEmpty() const;                      // neither value nor content nor formula
};

/// One row, or several equal ones.
struct OdsRow
{
    int first = 1;
    int count = 1;
    bool hidden = false;
    const std::vector<ooxml::SheetTokens::Attribute> *attributes = nullptr;
};

/// Is told what the sheets hold, in the order of the file. A region is what stands between two
/// elements that are no rows.
class OdsVisitor
{
public:
    OdsVisitor() = default;
    OdsVisitor(const OdsVisitor &) = delete;
    OdsVisitor &operator=(const OdsVisitor &) = delete;
    virtual ~OdsVisitor();

    virtual void startTable(int index);
    virtual void startRegion(int index);
    virtual void startRow(const OdsRow &row);
    virtual void cell(OdsCell &cell) = 0;
    virtual void endRow();
};

/// content.xml in two: the rows of its sheets, which can be many, and all the rest.
struct OdsContent
{
    QByteArray xml;     // as UTF-8, with the usual prefixes
    QByteArray frame;   // the part with one empty row for each region of rows, see regionMark()
    QByteArray declarations;   // of namespaces, as the root has them
    int regions = 0;
};

/// Name of the style by which the row that stands for a region is known.
QByteArray regionMark(int region);

/// Damaged, ForbiddenMarkup or ExpansionLimit (nesting).
base::Result<OdsContent> cutContent(const QByteArray &bytes, const QString &part,
                                    const QString &path);

/// Walks through all sheets. Damaged or Cancelled.
base::Result<> readRows(const OdsContent &content, OdsVisitor &visitor, const QString &part,
                        const QString &path, const base::JobContext &job);

}   // namespace expunge::formats::odf
