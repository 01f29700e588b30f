// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/base/result.h"
#include "core/formats/ooxml/sheetcellref.h"
#include "core/formats/ooxml/sheettext.h"

#include <QString>

namespace expunge::formats::ooxml {

/// The formula of a cell (ECMA-376 part 1, 18.3.1.40).
struct CellFormula
{
    bool present = false;
    QByteArray type;         // empty, "shared", "array" or "dataTable"
    QString text;            // empty for the followers of a shared formula
    QByteArray ref;          // range that a shared or array formula is for
    int shared = -1;         // number of a shared formula
    QByteArray attributes;   // the others, canonical: " ca=\"1\""
};

enum class CellType { Number, Shared, Inline, Text, Boolean, Error, Date };

/// One cell as it stands in a sheet.
struct SheetCell
{
    CellRef at;
    int style = 0;
    CellType type = CellType::Number;
    bool hasValue = false;
    QByteArrayView value;   // as it stands in the file
    bool literal = false;   // `value` is CDATA
    CellFormula formula;
    RichText inlineText;

    QString valueText() const;          // escapes undone
    int sharedIndex(int count) const;   // -1 if it is none
    double number() const;              // not a number if it is none
};

/// One row as it stands in a sheet.
struct SheetRow
{
    int number = 0;
    bool hidden = false;     // or without height
    double height = 0;       // points; 0: not said
    QByteArray attributes;   // canonical, without the number: " ht=\"15\""
};

/// Is told what a sheet holds, in the order of the file.
class SheetVisitor
{
public:
    SheetVisitor() = default;
    SheetVisitor(const SheetVisitor &) = delete;
    SheetVisitor &operator=(const SheetVisitor &) = delete;
    virtual ~SheetVisitor();

    virtual void startRow(const SheetRow &row);
    virtual void cell(SheetCell &cell) = 0;
    virtual void endRow();
};

/// A worksheet part cut in three: what stands before its cells, the cells, what stands after them.
/// Only the cells can be many.
struct SheetBytes
{
    QByteArray frame;       // the part with an empty sheetData
    QByteArrayView cells;   // the sheetData element, with its tags
    QByteArray prefix;      // of the main namespace, with colon
    int comments = 0;       // in the cells
};

/// Damaged, ForbiddenMarkup or ExpansionLimit (nesting).
base::Result<SheetBytes> cutSheet(const QByteArray &xml, const QString &part, const QString &path);

/// Walks through the cells. Returns how many elements and attributes were not known; Damaged or
/// Cancelled.
base::Result<int> readCells(const SheetBytes &sheet, SheetVisitor &visitor, const QString &part,
                            const QString &path, const base::JobContext &job);

/// The part as UTF-8, whatever it was written in; Damaged if it cannot be decoded.
base::Result<QByteArray> utf8Part(const QByteArray &xml, const QString &part, const QString &path);

}   // namespace expunge::formats::ooxml
