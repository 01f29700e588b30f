// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfscrub.h"

#include "core/formats/odf/odfvocabulary.h"
#include "core/formats/ooxml/tellingtext.h"

#include <QRegularExpression>

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::HiddenAction;
using document::HiddenKind;
using ooxml::attributeText;
using ooxml::is;

namespace {

QString cellText(pugi::xml_node cell)
{
    QString text;
    ooxml::forEachElement(cell, [&text](pugi::xml_node node) { text += ooxml::textOf(node); });
    return text;
}

/// Text without a character would be written as a pair of tags, and read back as none.
void removeEmptyText(pugi::xml_node element)
{
    for (pugi::xml_node node = element.first_child(), next; node; node = next) {
        next = node.next_sibling();
        if (node.type() == pugi::node_pcdata && *node.value() == '\0') {
            element.remove_child(node);
        }
    }
}

/// Scrubs one tree.
class TreeScrub
{
public:
    TreeScrub(OdfTree &tree, const TreeEdits &edits, const ooxml::ScrubChoices &choices)
        : m_tree(tree)
        , m_edits(edits)
        , m_choices(choices)
    {
    }

    void run(OdfAuthors &authors, std::vector<int> &gone);

private:
    bool goes(HiddenKind kind) const { return m_choices.of(kind) != HiddenAction::Keep; }
    void editUnits(std::vector<int> &gone);
    void clearBetween(const OdfUnit &unit, const SpanEdit &edit);
    void clear(const ReadText &text);
    void removeHidden();
    void removeFieldData(pugi::xml_node node);
    void settleCells(const std::map<const void *, QString> &before);
    std::map<const void *, QString> cellTexts() const;

    OdfTree &m_tree;
    const TreeEdits &m_edits;
    const ooxml::ScrubChoices &m_choices;
    ooxml::DomEdits m_removals;
};

void TreeScrub::clear(const ReadText &text)
{
    editText(text, {{0, static_cast<int>(text.text.size()), {}}}, m_removals);
}

/// Hidden text between the first and the last piece of what is redacted may say the same.
void TreeScrub::clearBetween(const OdfUnit &unit, const SpanEdit &edit)
{
    int first = 0;
    int last = 0;
    for (const TextPiece &piece : unit.read.pieces) {
        if (piece.begin < edit.end && piece.end > edit.begin) {
            first = first == 0 ? piece.order : first;
            last = piece.order;
        }
    }
    for (const OdfUnit &other : m_tree.units) {
        if (other.paragraph != unit.paragraph || &other == &unit || !other.read.hidden) {
            continue;
        }
        for (const TextPiece &piece : other.read.pieces) {
            if (piece.order > first && piece.order < last) {
                ReadText one;
                one.text = other.read.text.mid(piece.begin, piece.end - piece.begin);
                one.pieces = {piece};
                one.pieces.front().begin = 0;
                one.pieces.front().end = static_cast<int>(one.text.size());
                clear(one);
            }
        }
    }
}

void TreeScrub::editUnits(std::vector<int> &gone)
{
    for (const auto &[index, list] : m_edits) {
        OdfUnit &unit = m_tree.units[static_cast<size_t>(index)];
        if (unit.read.hidden && goes(*unit.read.hidden)) {
            continue;   // goes as a whole
        }
        if (unit.link) {   // half a target leads somewhere else
            m_removals.unwrap(unit.link);
            gone.push_back(index);
            continue;
        }
        editText(unit.read, list, m_removals);
        if (!unit.read.hidden) {
            for (const SpanEdit &edit : list) {
                clearBetween(unit, edit);
            }
        }
    }
}

void TreeScrub::removeHidden()
{
    for (OdfUnit &unit : m_tree.units) {
        if (unit.read.hidden && goes(*unit.read.hidden)) {
            clear(unit.read);
        }
    }
    for (const HiddenPlace &place : m_tree.places) {
        if (!goes(place.kind)) {
            continue;
        }
        if (place.how == HiddenPlace::How::Unwrap) {
            m_removals.unwrap(place.node);
        } else {
            m_removals.remove(place.node);
        }
    }
}

std::map<const void *, QString> TreeScrub::cellTexts() const
{
    std::map<const void *, QString> texts;
    ooxml::forEachElement(m_tree.root(), [&](pugi::xml_node node) {
        if (is(node, "table:table-cell")) {
            texts.emplace(node.internal_object(), cellText(node));
        }
    });
    return texts;
}

/// A chart draws the values of its table; one whose text was redacted has none. Cells of a text or
/// slide show their text only.
void TreeScrub::settleCells(const std::map<const void *, QString> &before)
{
    const bool chart = !m_tree.folder.isEmpty();
    ooxml::forEachElement(m_tree.root(), [&](pugi::xml_node node) {
        if (!is(node, "table:table-cell")) {
            return;
        }
        const auto old = before.find(node.internal_object());
        bool number = false;
        attributeText(node, "office:value").toDouble(&number);
        const bool same = old == before.end() || old->second == cellText(node);
        if (chart && number && same) {
            return;
        }
        const bool had = node.attribute("office:value-type");
        for (const char *name :
             {"office:value", "office:date-value", "office:time-value", "office:boolean-value",
              "office:string-value", "office:currency", "office:value-type"}) {
            node.remove_attribute(name);
        }
        if (chart && had) {
            ooxml::setAttribute(node, "office:value-type", u"string"_s);
        }
    });
}

/// What fields and cells hold beside what they show.
void TreeScrub::removeFieldData(pugi::xml_node node)
{
    const bool chart = !m_tree.folder.isEmpty();
    static const QRegularExpression ownTable(
        u"^local-table(\\.\\$?[A-Z]{0,3}\\$?[0-9]{0,7}(:\\.?\\$?[A-Z]{0,3}\\$?[0-9]{0,7})?)?$"_s);
    for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
        const pugi::xml_attribute next = attribute.next_attribute();
        const QString value = QString::fromUtf8(attribute.value());
        const auto letters = std::count_if(value.begin(), value.end(), ooxml::tells);
        const std::string_view name = attribute.name();
        bool stays = true;
        switch (attributeKind(node.name(), attribute.name())) {
        case AttributeKind::Text:
            stays = letters < 2 || name == "style:num-prefix" || name == "style:num-suffix";
            break;
        case AttributeKind::Value:
            stays = chart;
            break;
        case AttributeKind::Formula:
            stays = chart && ownTable.match(value).hasMatch();
            break;
        case AttributeKind::Syntax:
        case AttributeKind::Style:
        case AttributeKind::Font:
        case AttributeKind::Id:
        case AttributeKind::Name:
        case AttributeKind::Link:
        case AttributeKind::Drop:
            break;
        }
        if (!stays) {
            node.remove_attribute(attribute);
        }
        attribute = next;
    }
}

void TreeScrub::run(OdfAuthors &authors, std::vector<int> &gone)
{
    const auto before = cellTexts();
    editUnits(gone);
    if (m_choices.of(HiddenKind::TrackedChanges) == HiddenAction::Undo) {
        undoChanges(m_tree.root());
    }
    removeHidden();
    m_removals.run(m_tree.root());
    settleCells(before);
    ooxml::forEachElement(m_tree.root(), [this](pugi::xml_node node) { removeFieldData(node); });
    authors.anonymise(m_tree.root());
    encodeSpaces(m_tree.root());
    ooxml::forEachElement(m_tree.root(), removeEmptyText);
}

}   // namespace

void scrubTree(OdfTree &tree, const TreeEdits &edits, const ooxml::ScrubChoices &choices,
               OdfAuthors &authors, std::vector<int> &gone)
{
    TreeScrub(tree, edits, choices).run(authors, gone);
}

}   // namespace expunge::formats::odf
