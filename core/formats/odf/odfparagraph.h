// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"
#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/storyedit.h"

#include <QString>

#include <pugixml.hpp>

#include <functional>
#include <optional>
#include <vector>

namespace expunge::formats::odf {

using SpanEdit = ooxml::SpanEdit;

/// The node behind a range of a text: character data, an attribute's value, or an element that
/// stands for characters (text:s, text:tab, text:line-break).
struct TextPiece
{
    pugi::xml_node node;   // the character data itself, or the element
    pugi::xml_attribute attribute;
    int begin = 0;
    int end = 0;
    int order = 0;   // place among all pieces of the paragraph
};

/// A range of a text in one style.
struct StyledRange
{
    int begin = 0;
    int end = 0;
    QString style;   // innermost text:style-name; empty: that of the paragraph
    bool link = false;
    bool inserted = false;
};

/// A text with the nodes that it comes from.
struct ReadText
{
    QString text;
    std::optional<document::HiddenKind> hidden;   // nothing: what the page shows
    std::vector<TextPiece> pieces;
    std::vector<StyledRange> ranges;
};

/// What stands in a paragraph: the shown text first (also when it is empty), then what is hidden in
/// it, by kind; and the elements with paragraphs of their own (notes, comments, frames, shapes), in
/// order.
struct ParagraphTexts
{
    std::vector<ReadText> texts;
    std::vector<pugi::xml_node> nested;
};

/// Says whether, and as what, the text of a paragraph or of an inline element in it is hidden, when
/// that around it is `outer`.
using HiddenTest = std::function<std::optional<document::HiddenKind>(
    pugi::xml_node, std::optional<document::HiddenKind> outer)>;

/// Makes white space of all paragraphs what a reader sees: runs of it become one space, none at the
/// beginning (OpenDocument 1.3 part 3, 6.1.2). For a tree that was just parsed.
void collapseSpaces(pugi::xml_node root);

/// Text of a text:p or text:h, across spans, links, fields and rubies.
ParagraphTexts readParagraph(pugi::xml_node paragraph, const HiddenTest &hidden = {});

/// The value of an attribute, or the character data of a simple element (svg:title), as a text with
/// its one piece.
ReadText readAttribute(pugi::xml_attribute attribute);
ReadText readElement(pugi::xml_node element);

/// Carries out edits (sorted, without overlap). The replacement goes to the first piece that is
/// touched, whose formatting it takes; elements that stood for removed characters are noted in
/// `removals`.
void editText(const ReadText &text, const std::vector<SpanEdit> &edits, ooxml::DomEdits &removals);

/// Writes spaces, tabs and line ends in the character data of all paragraphs below (and at) `root`
/// the way that keeps them: the counterpart of collapseSpaces, after edits.
void encodeSpaces(pugi::xml_node root);

}   // namespace expunge::formats::odf
