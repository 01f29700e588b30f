// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pageddocument.h"

#include "core/base/error.h"

namespace expunge::testing {

using document::PlaceKind;

PagedDocument::PagedDocument(const std::vector<QStringList> &pages)
{
    m_info.format = QStringLiteral("pdf");
    for (const QStringList &blocks : pages) {
        m_pages.push_back({400, 500, false});
        const int page = static_cast<int>(m_pages.size());
        for (int block = 0; block < blocks.size(); ++block) {
            document::TextUnit unit;
            unit.index = static_cast<int>(m_units.size());
            unit.part = QStringLiteral("page %1").arg(page);
            unit.place = {{PlaceKind::Page, page, {}}, {PlaceKind::Block, block + 1, {}}};
            unit.text = blocks.at(block);
            m_units.push_back(unit);
        }
    }
}

void PagedDocument::addProperty(const QString &text)
{
    document::TextUnit unit;
    unit.index = static_cast<int>(m_units.size());
    unit.part = QStringLiteral("Info");
    unit.place = {{PlaceKind::Property, 0, QStringLiteral("Title")}};
    unit.text = text;
    m_units.push_back(unit);
}

std::vector<document::CharacterBox> PagedDocument::charactersOn(int page) const
{
    std::vector<document::CharacterBox> boxes;
    int line = 0;
    double y = margin;
    for (const document::TextUnit &unit : m_units) {
        if (document::pageOf(unit) != page) {
            continue;
        }
        double x = margin;
        for (int i = 0; i < unit.text.size(); ++i) {
            if (unit.text.at(i) == u'\n') {
                ++line;
                x = margin;
                y += lineHeight;
                continue;
            }
            boxes.push_back({{unit.index, i, i + 1}, {page, x, y, charWidth, lineHeight}, line});
            x += charWidth;
        }
        ++line;
        y += 2 * lineHeight;
    }
    return boxes;
}

base::Result<document::PageImage> PagedDocument::renderPage(int page, double scale) const
{
    ++m_drawings;
    document::PageImage image;
    image.width = static_cast<int>(400 * scale);
    image.height = static_cast<int>(500 * scale);
    image.bytes.fill('\xff', static_cast<qsizetype>(image.width) * image.height * 4);
    for (const document::CharacterBox &box : charactersOn(page)) {
        for (int y = static_cast<int>(box.box.y * scale);
             y < static_cast<int>((box.box.y + box.box.height) * scale); ++y) {
            for (int x = static_cast<int>(box.box.x * scale);
                 x < static_cast<int>((box.box.x + box.box.width) * scale); ++x) {
                const qsizetype at = (static_cast<qsizetype>(y) * image.width + x) * 4;
                image.bytes[at] = image.bytes[at + 1] = image.bytes[at + 2] = 0;
            }
        }
    }
    return image;
}

base::Result<>
PagedDocument::visitParts(const std::function<void(const document::PartView &)> &) const
{
    return {};
}

base::Result<document::Document::Output> PagedDocument::apply(const document::RedactionPlan &,
                                                              const base::JobContext &) const
{
    return base::failure(base::ErrorCode::UnsupportedFormat, {}, m_info.format);
}

}   // namespace expunge::testing
