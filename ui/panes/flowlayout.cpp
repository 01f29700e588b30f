// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/flowlayout.h"

#include <QCoreApplication>
#include <QFontMetricsF>

namespace expunge::ui {

using document::FlowBlock;
using document::FlowKind;

namespace {

/// Translation context of the captions above stories.
class FlowCaption
{
    Q_DECLARE_TR_FUNCTIONS(FlowCaption)
};

QString captionOf(FlowKind kind)
{
    switch (kind) {
    case FlowKind::Header:
        return FlowCaption::tr("Header");
    case FlowKind::Footer:
        return FlowCaption::tr("Footer");
    case FlowKind::Footnotes:
        return FlowCaption::tr("Footnotes");
    case FlowKind::Endnotes:
        return FlowCaption::tr("Endnotes");
    case FlowKind::Comments:
        return FlowCaption::tr("Comments");
    case FlowKind::Hidden:
        return FlowCaption::tr("Not on the pages");
    case FlowKind::Body:
    case FlowKind::Paragraph:
    case FlowKind::Table:
    case FlowKind::Row:
    case FlowKind::Cell:
    case FlowKind::TextBox:
    case FlowKind::Picture:
    case FlowKind::PageBreak:
        break;
    }
    return {};
}

}   // namespace

void FlowLayout::setFlow(std::shared_ptr<const document::Document> document, CaptionedFlow flow)
{
    m_items.clear();
    clearParagraphs();
    m_document = std::move(document);
    m_flow = std::move(flow.flow);
    m_pictures.setPictures(std::move(m_flow.pictures));
    m_flow.pictures.clear();
    m_context.units = m_document ? &m_document->textUnits() : nullptr;
    m_context.pictures = &m_pictures;
    for (size_t i = 0; i < m_flow.stories.size(); ++i) {
        addStory(m_flow.stories[i], flow.captions.value(static_cast<qsizetype>(i)));
    }
    setGeometry(m_width, m_context.style);
}

void FlowLayout::addStory(const FlowBlock &story, const QString &own)
{
    if (story.children.empty()) {
        return;
    }
    const bool aside = story.kind != FlowKind::Body;
    if (aside || !own.isEmpty()) {
        Item caption;
        caption.caption = own.isEmpty() ? captionOf(story.kind) : own;
        caption.aside = true;
        caption.firstParagraph = paragraphCount();
        m_items.push_back(std::move(caption));
    }
    for (const FlowBlock &block : story.children) {
        if (block.kind == FlowKind::Table) {
            for (const FlowBlock &row : block.children) {
                addItem(row, &block, aside);
            }
        } else {
            addItem(block, nullptr, aside);
        }
    }
}

void FlowLayout::addItem(const FlowBlock &block, const FlowBlock *table, bool aside)
{
    Item item;
    item.block = &block;
    item.table = table;
    item.aside = aside;
    item.firstParagraph = paragraphCount();
    collect(block, itemCount());
    m_items.push_back(std::move(item));
}

void FlowLayout::setGeometry(double width, const FlowStyle &style)
{
    m_width = std::max(80.0, width);
    m_context.style = style;
    for (Item &item : m_items) {
        item.laid.reset();
        item.height = item.block ? estimatedHeight(*item.block, m_width, style)
                                 : QFontMetricsF(style.font).height() * 2.4;
    }
    updateTops();
}

double FlowLayout::ensure(int index)
{
    Item &item = m_items.at(static_cast<size_t>(index));
    if (item.laid || !item.block) {
        return 0;
    }
    int paragraph = item.firstParagraph;
    item.laid = std::make_unique<FlowItem>(*item.block, &paragraph, m_context);
    double height = 0;
    if (item.table) {
        height = item.laid->layOutRow({}, columnWidths(*item.table, m_width, m_context.style),
                                      m_context);
        height += item.block == &item.table->children.back() ? 12 : 0;
    } else {
        height = item.laid->layOut({}, m_width, m_context);
    }
    const double change = height - item.height;
    item.height = height;
    if (change != 0) {
        updateTops();
    }
    return change;
}

void FlowLayout::visitParagraphs(int index, const Visit &visit) const
{
    if (const FlowItem *laid = item(index)) {
        laid->visitParagraphs([&](int number, const ParagraphLayout &layout, QPointF at) {
            visit(number, layout, QTransform::fromTranslate(at.x(), at.y()));
        });
    }
}

}   // namespace expunge::ui
