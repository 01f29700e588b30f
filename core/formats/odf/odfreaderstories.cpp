// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfreader.h"

#include "core/formats/odf/odfvocabulary.h"

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::FlowBlock;
using document::FlowKind;
using document::HiddenKind;
using document::PlaceKind;
using ooxml::attributeText;
using ooxml::is;

void OdfReader::note(pugi::xml_node node, const Context &context)
{
    const bool end = attributeText(node, "text:note-class") == u"endnote"_s;
    const PlaceKind kind = end ? PlaceKind::Endnote : PlaceKind::Footnote;
    Context inner = context.in(kind, ++m_numbers[kind]);
    // the mark may be words of a person's own
    const pugi::xml_node mark = node.child("text:note-citation");
    attributes(mark, inner);
    simpleText(mark, inner, PlaceKind::Other, u"note mark"_s);
    story(node.child("text:note-body"), end ? FlowKind::Endnotes : FlowKind::Footnotes, inner);
}

void OdfReader::annotation(pugi::xml_node node, const Context &context)
{
    if (!context.hidden) {
        hide(HiddenKind::Comments, node, attributeText(node, "office:name"));
    }
    const Context inner =
        context.as(HiddenKind::Comments).in(PlaceKind::Comment, ++m_numbers[PlaceKind::Comment]);
    FlowBlock block;
    block.kind = FlowKind::Comments;
    for (const pugi::xml_node child : node.children()) {
        if (carriesText(child.name()) && !isParagraph(child)) {
            simpleText(child, inner, PlaceKind::Property, u"author"_s);
        } else {
            element(child, inner.into(block.children));
        }
    }
    m_tree.stories.push_back(std::move(block));
}

void OdfReader::changes(pugi::xml_node node, const Context &context)
{
    Blocks unused;
    const Context inner = context.as(HiddenKind::TrackedChanges).into(unused);
    m_tree.places.push_back({HiddenKind::TrackedChanges, node});
    for (const pugi::xml_node region : node.children("text:changed-region")) {
        countHidden(
            m_tree.counts, HiddenKind::TrackedChanges, 1,
            ooxml::textOf(region.first_child().child("office:change-info").child("dc:creator")));
        const pugi::xml_node kind = region.first_child();
        for (const pugi::xml_node child : kind.children()) {
            if (is(child, "office:change-info")) {
                for (const pugi::xml_node info : child.children()) {
                    if (isParagraph(info)) {
                        element(info, inner);
                    } else {
                        simpleText(info, inner, PlaceKind::Property, u"author"_s);
                    }
                }
            } else {
                element(child, inner.in(PlaceKind::Deletion));
            }
        }
    }
}

void OdfReader::masterPage(pugi::xml_node node, const Context &context)
{
    if (is(node, "style:handout-master") || !is(node, "style:master-page")) {
        if (is(node, "style:handout-master")) {
            hide(HiddenKind::SpeakerNotes, node, {});
            Blocks unused;
            walk(node, context.as(HiddenKind::SpeakerNotes)
                           .in(PlaceKind::Master, 0, u"handout"_s)
                           .into(unused));
        } else {
            walk(node, context);
        }
        return;
    }
    const int number = ++m_numbers[PlaceKind::Master];
    if (m_kind == OdfKind::Presentation) {
        page(node, context.in(PlaceKind::Master, number));
        return;
    }
    for (const pugi::xml_node child : node.children()) {
        const QByteArrayView name(child.name());
        if (name.startsWith("style:header")) {
            story(child, FlowKind::Header, context.in(PlaceKind::Header, number));
        } else if (name.startsWith("style:footer")) {
            story(child, FlowKind::Footer, context.in(PlaceKind::Footer, number));
        } else {
            element(child, context);
        }
    }
}

}   // namespace expunge::formats::odf
