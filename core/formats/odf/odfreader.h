// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/odf/odftree.h"

#include <QSet>

namespace expunge::formats::odf {

/// Walks one tree and gathers its units, hidden places, stories and pages.
class OdfReader
{
public:
    OdfReader(OdfTree &tree, OdfKind kind)
        : m_tree(tree)
        , m_kind(kind)
    {
    }

    void run();

private:
    using Blocks = std::vector<document::FlowBlock>;

    /// Where the walk is.
    struct Context
    {
        document::Place place;
        std::optional<document::HiddenKind> hidden;
        bool shaded = false;   // something is painted behind
        int listLevel = -1;
        Blocks *blocks = nullptr;

        Context in(document::PlaceKind kind, int number = 0, const QString &name = {}) const;
        Context into(Blocks &blocks_) const;
        Context as(document::HiddenKind kind) const;
    };

    // odfreader.cpp
    void story(pugi::xml_node root, document::FlowKind kind, const Context &context);
    void walk(pugi::xml_node parent, const Context &context);
    void element(pugi::xml_node node, const Context &context);
    bool structure(pugi::xml_node node, const Context &context);
    void paragraph(pugi::xml_node node, const Context &context);
    document::FlowBlock paragraphBlock(pugi::xml_node node, const ParagraphTexts &read,
                                       const Context &context, int firstUnit) const;
    void inlineElements(pugi::xml_node paragraph, const Context &context);
    void inlineElement(pugi::xml_node node, const Context &context);
    void field(pugi::xml_node node, const Context &context);
    void link(pugi::xml_node node, const Context &context);
    void table(pugi::xml_node node, const Context &context);
    void rows(pugi::xml_node parent, const Context &context, int &row);
    void cellValue(pugi::xml_attribute attribute, pugi::xml_node cell, const Context &context);
    void attributes(pugi::xml_node node, const Context &context);
    void simpleText(pugi::xml_node node, const Context &context, document::PlaceKind kind,
                    const QString &name = {});
    int add(ReadText read, const Context &context, std::optional<document::HiddenKind> hidden);
    void hide(document::HiddenKind kind, pugi::xml_node node, const QString &preview,
              HiddenPlace::How how = HiddenPlace::How::Remove);
    std::optional<document::HiddenKind> inlineHidden(pugi::xml_node paragraph, pugi::xml_node node,
                                                     std::optional<document::HiddenKind> outer,
                                                     bool shaded) const;

    // odfreaderstories.cpp
    void note(pugi::xml_node node, const Context &context);
    void annotation(pugi::xml_node node, const Context &context);
    void changes(pugi::xml_node node, const Context &context);
    void masterPage(pugi::xml_node node, const Context &context);

    // odfreaderdrawing.cpp
    void page(pugi::xml_node node, const Context &context);
    void shapes(pugi::xml_node parent, OdfPage &page, const Context &context);
    void drawing(pugi::xml_node node, const Context &context);
    void frame(pugi::xml_node node, const Context &context);
    void picture(pugi::xml_node image, pugi::xml_node frame, const Context &context);
    void notes(pugi::xml_node node, OdfPage &page, const Context &context);
    void math(pugi::xml_node node, const Context &context);
    Context hiddenShape(pugi::xml_node shape, const Context &context);
    bool unseen(pugi::xml_node shape) const;
    bool standsOff(pugi::xml_node shape) const;
    bool pageShaded(pugi::xml_node page) const;

    OdfTree &m_tree;
    OdfKind m_kind;
    std::map<document::PlaceKind, int> m_numbers;
    int m_paragraph = 0;
    QSet<QString> m_fonts;   // that are units
    double m_pageWidth = 0;
    double m_pageHeight = 0;
};

}   // namespace expunge::formats::odf
