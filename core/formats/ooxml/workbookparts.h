// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"
#include "core/formats/ooxml/outputparts.h"
#include "core/formats/ooxml/package.h"

#include <map>
#include <vector>

namespace expunge::formats::ooxml {

/// What a part of a workbook is for; everything that is not named here is removed.
enum class BookRole {
    Workbook,
    Worksheet,
    Chartsheet,
    SharedStrings,
    Styles,
    Theme,
    Table,
    Drawing,
    Chart,
    ChartShapes,   // text boxes and pictures drawn on a chart
    Comments,
    Picture,
    Properties,   // core and extended document properties
    Removed,
};

/// A part and its role, and for removed parts what is gone with it.
struct BookPart
{
    const Part *part = nullptr;
    BookRole role = BookRole::Removed;
    document::HiddenKind kind = document::HiddenKind::UnknownParts;
    bool quiet = false;   // goes without being listed: it says nothing that is not said elsewhere
};

/// The parts of a workbook package by what refers to them, never by their names.
class BookParts
{
public:
    explicit BookParts(const Package &package);

    const std::vector<BookPart> &all() const { return m_parts; }
    const BookPart *find(const Part *part) const;
    const BookPart *find(const Package &package, const QString &name) const;

    /// The parts of a role that a part refers to, in the order of its relationships.
    std::vector<const BookPart *> targets(const Package &package, const Part &from,
                                          BookRole role) const;

private:
    void visit(const Package &package);

    std::vector<BookPart> m_parts;
    std::map<const Part *, size_t> m_index;
};

/// Neutral name of part number `number` of its role: "xl/tables/table2.xml".
QString bookPartName(BookRole role, int number);

/// Content type of a part in its role; `main` is the one of the workbook.
QString bookContentType(BookRole role, const QString &main);

/// The main content types of workbooks: of the output for that of the input; empty if the input is
/// no workbook.
QString outputBookType(const QString &contentType);

}   // namespace expunge::formats::ooxml
