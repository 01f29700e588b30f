// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <vector>

namespace expunge::testing {

/// What a sheet of a test's workbook is made of.
struct XlsxSheet
{
    QByteArray name = "Data";
    QByteArray rows;     // what stands in sheetData
    QByteArray before;   // elements before it: cols …
    QByteArray after;    // elements behind it
    QByteArray state;    // "hidden", "veryHidden"
};

/// Writes workbooks (ECMA-376 SpreadsheetML) from pieces of markup, with content types and
/// relationships in order.
class XlsxBuilder
{
public:
    /// Adds a sheet; its part is "xl/worksheets/sheetN.xml", counted from 1.
    XlsxBuilder &sheet(XlsxSheet sheet);
    XlsxBuilder &sheet(const QByteArray &rows)
    {
        return sheet(XlsxSheet{"Data", rows, {}, {}, {}});
    }

    /// What stands in each <si> of the shared strings.
    XlsxBuilder &strings(const QByteArrayList &items);

    /// What stands in the style sheet.
    XlsxBuilder &styles(const QByteArray &markup);

    /// Elements of the workbook: before and behind the list of sheets.
    XlsxBuilder &workbook(const QByteArray &before, const QByteArray &after);

    XlsxBuilder &part(const QByteArray &name, const QByteArray &type, const QByteArray &content);

    /// A relationship of a part ("" for the package) by the last segment of its type; a target with
    /// "://" or "mailto:" is external.
    XlsxBuilder &relate(const QByteArray &source, const QByteArray &id, const QByteArray &kind,
                        const QByteArray &target);

    XlsxBuilder &mainType(const QByteArray &type);
    XlsxBuilder &strict();

    QByteArray build() const;

private:
    struct Piece
    {
        QByteArray name;
        QByteArray type;
        QByteArray content;
    };
    struct Link
    {
        QByteArray source;
        QByteArray markup;
    };

    QByteArray namespaces() const;

    std::vector<XlsxSheet> m_sheets;
    std::vector<Piece> m_parts;
    std::vector<Link> m_links;
    QByteArrayList m_strings;
    QByteArray m_styles;
    QByteArray m_beforeSheets;
    QByteArray m_afterSheets;
    QByteArray m_mainType;
    bool m_strict = false;
};

}   // namespace expunge::testing
