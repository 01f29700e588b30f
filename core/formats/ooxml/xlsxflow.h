// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/flow.h"
#include "core/formats/ooxml/xlsxreader.h"

#include <tuple>

namespace expunge::formats::ooxml {

/// Gathers what a workbook shows outside its cells, for views.
class BookFlow
{
public:
    BookFlow(const Package &package, const BookModel &book, const BookContents &contents);

    /// Text boxes, charts, pictures, header and footer, and notes of a sheet.
    std::vector<document::FlowBlock> floating(int sheet) const;

    /// All of it: a story for each sheet, and one for names, rules and styles.
    document::Flow take();

private:
    void gather(size_t tree);
    void addSite(size_t tree, const TextSite &site, int unit);
    void addPictures(size_t tree);
    int picture(const Part &holder, const QString &relationship);
    document::FlowBlock paragraph(int unit) const;
    document::FlowBlock &block(int sheet, document::FlowKind kind, const void *key);

    struct Floating
    {
        int sheet = -1;
        document::FlowBlock block;
    };

    const Package &m_package;
    const BookModel &m_book;
    const BookContents &m_contents;
    std::vector<Floating> m_floating;
    std::map<std::tuple<int, int, const void *>, size_t>
        m_index;   // by sheet, kind, and what the paragraphs of a block have in common
    std::vector<document::FlowBlock> m_others;   // paragraphs that no page shows
    std::vector<document::FlowPicture> m_pictures;
    QHash<QString, int> m_pictureOf;   // by part
};

}   // namespace expunge::formats::ooxml
