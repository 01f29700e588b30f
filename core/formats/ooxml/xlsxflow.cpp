// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/xlsxflow.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/drawablepicture.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::FlowBlock;
using document::FlowKind;

namespace {

/// The nearest element around a paragraph that is drawn as one.
const void *boxOf(pugi::xml_node node)
{
    for (pugi::xml_node up = node.parent(); up; up = up.parent()) {
        if (std::string_view(up.name()).ends_with(":txBody")) {
            return up.internal_object();
        }
    }
    return node.root().internal_object();
}

}   // namespace

BookFlow::BookFlow(const Package &package, const BookModel &book, const BookContents &contents)
    : m_package(package)
    , m_book(book)
    , m_contents(contents)
{
    for (size_t tree = 0; tree < book.trees.size(); ++tree) {
        gather(tree);
    }
    for (const int unit : contents.layout.phonetics) {
        if (unit >= 0) {
            m_others.push_back(paragraph(unit));
        }
    }
}

void BookFlow::gather(size_t index)
{
    const TreePart &tree = *m_book.trees[index];
    if (tree.book->role == BookRole::Chart) {
        FlowBlock &chart = block(tree.sheet, FlowKind::Picture, &tree);
        chart.placeholder = u"chart"_s;
    }
    if (tree.book->role == BookRole::Drawing || tree.book->role == BookRole::ChartShapes) {
        addPictures(index);
    }
    const std::vector<int> &units = m_contents.layout.siteUnits[index];
    for (size_t i = 0; i < units.size(); ++i) {
        const bool copy =
            units[i] >= 0 && m_contents.units[static_cast<size_t>(units[i])].copyOf >= 0;
        if (units[i] >= 0 && !copy) {
            addSite(index, tree.sites[i], units[i]);
        }
    }
}

void BookFlow::addSite(size_t index, const TextSite &site, int unit)
{
    const TreePart &tree = *m_book.trees[index];
    FlowKind kind = FlowKind::Hidden;
    const void *key = nullptr;
    if (tree.sheet >= 0 && site.form == SiteForm::HeaderFooter) {
        const bool footer = std::string_view(site.node.name()).ends_with("Footer");
        kind = footer ? FlowKind::Footer : FlowKind::Header;
    } else if (tree.sheet >= 0 && tree.book->role == BookRole::Comments) {
        kind = FlowKind::Comments;
    } else if (tree.sheet >= 0 && site.form == SiteForm::Paragraph) {
        kind = FlowKind::TextBox;
        key = boxOf(site.node);
    } else if (tree.sheet >= 0 && tree.book->role == BookRole::Chart) {
        kind = FlowKind::TextBox;
        key = tree.xml.document.internal_object();
    }
    if (kind == FlowKind::Hidden) {
        m_others.push_back(paragraph(unit));
    } else {
        block(tree.sheet, kind, key).children.push_back(paragraph(unit));
    }
}

void BookFlow::addPictures(size_t index)
{
    const TreePart &tree = *m_book.trees[index];
    forEachElement(tree.xml.document.document_element(), [&](pugi::xml_node node) {
        if (!is(node, "a:blip")) {
            return;
        }
        FlowBlock &place = block(tree.sheet, FlowKind::Picture, node.internal_object());
        place.pictureIndex = picture(*tree.book->part, attributeText(node, "r:embed"));
        place.placeholder = place.pictureIndex < 0 ? u"picture"_s : QString();
    });
}

int BookFlow::picture(const Part &holder, const QString &relationship)
{
    for (const Relationship &link : holder.relationships) {
        const Part *part =
            link.id == relationship && !link.external ? m_package.find(link.target) : nullptr;
        if (part == nullptr || !isDrawable(part->bytes)) {
            continue;
        }
        const auto known = m_pictureOf.constFind(part->name);
        if (known != m_pictureOf.constEnd()) {
            return *known;
        }
        m_pictures.push_back({part->bytes});
        m_pictureOf.insert(part->name, static_cast<int>(m_pictures.size()) - 1);
        return static_cast<int>(m_pictures.size()) - 1;
    }
    return -1;
}

FlowBlock BookFlow::paragraph(int unit) const
{
    FlowBlock paragraph;
    paragraph.unit = unit;
    const auto length = m_contents.units[static_cast<size_t>(unit)].text.size();
    paragraph.runs.push_back({unit, 0, static_cast<int>(length), {}});
    return paragraph;
}

/// The block of a sheet that paragraphs of one key share.
FlowBlock &BookFlow::block(int sheet, FlowKind kind, const void *key)
{
    const auto [place, isNew] =
        m_index.try_emplace({sheet, static_cast<int>(kind), key}, m_floating.size());
    if (isNew) {
        m_floating.push_back({sheet, {}});
        m_floating.back().block.kind = kind;
    }
    return m_floating[place->second].block;
}

std::vector<FlowBlock> BookFlow::floating(int sheet) const
{
    std::vector<FlowBlock> blocks;
    for (const Floating &floating : m_floating) {
        if (floating.sheet == sheet) {
            blocks.push_back(floating.block);
        }
    }
    return blocks;
}

document::Flow BookFlow::take()
{
    document::Flow flow;
    for (size_t i = 0; i < m_book.sheets.size(); ++i) {
        FlowBlock story;
        story.kind = FlowKind::Body;
        FlowBlock title = paragraph(m_contents.layout.sheetNames[i]);
        title.headingLevel = 1;
        story.children.push_back(std::move(title));
        for (FlowBlock &block : floating(static_cast<int>(i))) {
            if (block.kind == FlowKind::Header || block.kind == FlowKind::Footer
                || block.kind == FlowKind::Comments) {   // stories of their own elsewhere
                for (FlowBlock &child : block.children) {
                    story.children.push_back(std::move(child));
                }
            } else {
                story.children.push_back(std::move(block));
            }
        }
        flow.stories.push_back(std::move(story));
    }
    if (!m_others.empty()) {
        FlowBlock story;
        story.kind = FlowKind::Hidden;
        story.children = std::move(m_others);
        flow.stories.push_back(std::move(story));
    }
    flow.pictures = std::move(m_pictures);
    return flow;
}

}   // namespace expunge::formats::ooxml
