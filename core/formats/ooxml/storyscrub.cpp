// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/storyscrub.h"

#include "core/formats/ooxml/shapescrub.h"
#include "core/formats/ooxml/vocabulary.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenAction;
using document::HiddenKind;

namespace {

using Names = std::set<std::string_view>;

/// Text attributes that are no units because their words are not the author's.
bool saysNothingUnread(pugi::xml_node node, pugi::xml_attribute attribute)
{
    static const QRegularExpression dateFormat(u"^[dMyhHmsAPp/.,:' -]*$"_s);
    static const Names galleries{"Table of Contents",
                                 "Cover Pages",
                                 "Bibliographies",
                                 "Page Numbers (Bottom of Page)",
                                 "Page Numbers (Top of Page)",
                                 "Watermarks",
                                 "General",
                                 "Built-In"};
    const std::string_view name = node.name();
    const std::string_view value = attribute.value();
    if (name == "w:fldSimple") {
        return true;   // the reader leaves codes out that say nothing
    }
    if (name == "w:default" && is(node.parent(), "w:checkBox")) {
        return value.size() <= 5;   // an on/off value, "false" at most
    }
    if (name == "w:dateFormat") {
        return dateFormat.match(QString::fromUtf8(attribute.value())).hasMatch();
    }
    if (name == "w:docPartGallery" || name == "w:docPartCategory") {
        return galleries.contains(value);
    }
    if (name == "a:buChar") {
        return value.size() <= 4;
    }
    return value.empty() || std::string_view(attribute.name()) == "name";
}

/// Whether a code that says nothing holds nothing of what goes when it does not say how its result
/// looks.
bool cleansCode(const QString &code, const std::vector<SpanEdit> &edits)
{
    const QString plain = withoutLookSwitches(code);
    return std::none_of(edits.begin(), edits.end(), [&](const SpanEdit &edit) {
        return plain.contains(code.mid(edit.begin, edit.end - edit.begin));
    });
}

/// Carries out a plan on one story: everything is noted first, then done at once.
class StoryScrub
{
public:
    StoryScrub(StoryPart &part, const StoryEdits &edits, const ScrubChoices &choices)
        : m_root(part.xml.document.document_element())
        , m_story(part.story)
        , m_isComments(part.role == PartRole::Comments)
        , m_planned(edits)
        , m_choices(choices)
    {
    }

    void note();
    void finish(AuthorNames &authors);

private:
    void removeHiddenText();
    void settleFields();
    void settleLinks();
    void replaceDropdown(pugi::xml_node mark);
    void noteElement(pugi::xml_node node);
    void noteControl(pugi::xml_node properties);
    void noteFormData(pugi::xml_node mark);
    void dropUnread();
    void dropUnreadText();
    const Field *fieldAt(pugi::xml_node mark) const;

    /// Whatever stands in comments is part of the comments: it stays when they stay.
    bool goes(HiddenKind kind) const { return !m_isComments && m_choices.removes(kind); }

    pugi::xml_node m_root;
    const Story &m_story;
    bool m_isComments = false;
    const StoryEdits &m_planned;
    const ScrubChoices &m_choices;
    DomEdits m_edits;
    int m_drawings = 0;
};

void StoryScrub::note()
{
    dropUnread();
    dropUnreadText();
    StoryEdits edits = m_planned;
    std::erase_if(edits, [this](const auto &planned) {
        const StoryUnit &unit = m_story.units[static_cast<size_t>(planned.first)];
        return unit.layer == Layer::Code && saysNothing(unit.text);
    });
    applyEdits(m_story, edits, m_edits);
    removeHiddenText();
    settleFields();
    settleLinks();
    forEachElement(m_root, [this](pugi::xml_node node) { noteElement(node); });
    m_edits.run(m_root);
}

/// Attributes with words or people in them that no unit showed to the person go: nobody decided
/// about them.
void StoryScrub::dropUnread()
{
    std::set<const void *> read;
    for (const StoryUnit &unit : m_story.units) {
        for (const Piece &piece : unit.pieces) {
            if (piece.kind == PieceKind::Attribute) {
                read.insert(piece.attribute.internal_object());
            }
        }
    }
    AttributeKinds kinds;
    forEachElement(m_root, [&](pugi::xml_node node) {
        for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
            const pugi::xml_attribute next = attribute.next_attribute();
            const AttributeKind kind = kinds.of(node.name(), attribute.name());
            const bool unread = kind == AttributeKind::Text && !saysNothingUnread(node, attribute)
                                && !read.contains(attribute.internal_object());
            if (unread && std::string_view(attribute.name()) == "w:val") {
                m_edits.remove(node);   // an element whose value is required
            } else if (unread || kind == AttributeKind::Time) {
                node.remove_attribute(attribute);
            }
            attribute = next;
        }
    });
}

/// Text where the format has none (in properties, in a table beside its cells) is shown by some
/// programs and was shown to nobody here.
void StoryScrub::dropUnreadText()
{
    static const Names texts{"w:t", "w:delText", "w:instrText", "w:delInstrText", "m:t", "a:t"};
    std::set<const void *> read;
    for (const StoryUnit &unit : m_story.units) {
        for (const Piece &piece : unit.pieces) {
            read.insert(piece.node.internal_object());
        }
    }
    for (const Field &field : m_story.fields) {
        for (pugi::xml_node node : field.codeNodes) {
            read.insert(node.internal_object());
        }
    }
    forEachElement(m_root, [&](pugi::xml_node node) {
        if (texts.contains(node.name()) && !read.contains(node.internal_object())
            && !textOf(node).trimmed().isEmpty()) {
            m_edits.remove(node);
        }
    });
}

void StoryScrub::removeHiddenText()
{
    for (const StoryUnit &unit : m_story.units) {
        const bool hidden = unit.layer == Layer::Hidden && goes(HiddenKind::HiddenText);
        const bool unseen = unit.layer == Layer::Invisible && goes(HiddenKind::InvisibleText);
        if (!hidden && !unseen) {
            continue;
        }
        for (const Piece &piece : unit.pieces) {
            if (piece.kind != PieceKind::Attribute) {
                m_edits.remove(piece.node);
            }
        }
    }
    for (const HiddenNode &hidden : m_story.hiddenNodes) {
        if (goes(hidden.kind)) {
            m_edits.remove(hidden.node);
        }
    }
}

void StoryScrub::settleFields()
{
    for (size_t i = 0; i < m_story.units.size(); ++i) {
        const StoryUnit &unit = m_story.units[i];
        if (unit.layer != Layer::Code || unit.field < 0) {
            continue;
        }
        const bool says =
            classifyField(unit.text) == FieldClass::Other || unit.hidden == HiddenKind::FieldCodes;
        const Field &field = m_story.fields[static_cast<size_t>(unit.field)];
        const auto planned = m_planned.find(static_cast<int>(i));
        const bool edited = planned != m_planned.end();
        const bool leaves = says && goes(HiddenKind::FieldCodes);
        if (edited && !leaves && saysNothing(unit.text) && cleansCode(unit.text, planned->second)) {
            setFieldCode(field, withoutLookSwitches(unit.text));
        } else if (edited || leaves) {
            showCheckBox(field);
            unlinkField(field, m_edits);
        }
    }
}

/// A link whose place in the document was edited leads nowhere any more.
void StoryScrub::settleLinks()
{
    for (const auto &[index, edits] : m_planned) {
        const StoryUnit &unit = m_story.units[static_cast<size_t>(index)];
        if (unit.pieces.empty() || unit.pieces.front().kind != PieceKind::Attribute) {
            continue;
        }
        const pugi::xml_node node = unit.pieces.front().node;
        const std::string_view attribute = unit.pieces.front().attribute.name();
        if (is(node, "w:hyperlink") && attribute != "w:tooltip") {
            m_edits.unwrap(node);
        }
    }
}

const Field *StoryScrub::fieldAt(pugi::xml_node mark) const
{
    for (const Field &field : m_story.fields) {
        if (field.begin == mark) {
            return &field;
        }
    }
    return nullptr;
}

/// A drop-down list shows an entry of its list: without the list the entry becomes a run.
void StoryScrub::replaceDropdown(pugi::xml_node mark)
{
    const Field *field = fieldAt(mark);
    const pugi::xml_node list = mark.child("w:ffData").child("w:ddList");
    if (field == nullptr || !list) {
        return;
    }
    int chosen = list.child("w:result")
                     .attribute("w:val")
                     .as_int(list.child("w:default").attribute("w:val").as_int());
    pugi::xml_node entry = list.child("w:listEntry");
    while (chosen-- > 0 && entry) {
        entry = entry.next_sibling("w:listEntry");
    }
    pugi::xml_node last = field->end.parent();
    pugi::xml_node run = last.parent().insert_child_after("w:r", last);
    if (const pugi::xml_node look = mark.parent().child("w:rPr")) {
        run.append_copy(look);
    }
    setText(run.append_child("w:t"), attributeText(entry, "w:val"));
    unlinkField(*field, m_edits);
}

void StoryScrub::noteFormData(pugi::xml_node mark)
{
    mark.remove_child("w:fldData");   // base64 of what an add-in keeps with its field
    pugi::xml_node data = mark.child("w:ffData");
    if (!data) {
        return;
    }
    data.remove_child("w:entryMacro");
    data.remove_child("w:exitMacro");
    if (!goes(HiddenKind::FormFieldData)) {
        return;
    }
    replaceDropdown(mark);
    for (const char *name : {"w:name", "w:helpText", "w:statusText", "w:ddList"}) {
        data.remove_child(name);
    }
    data.child("w:textInput").remove_child("w:default");
}

void StoryScrub::noteControl(pugi::xml_node properties)
{
    // bound content would be filled in again from the store when the file is opened
    for (const char *name : {"w:dataBinding", "w15:dataBinding", "w:placeholder"}) {
        while (properties.remove_child(name)) {
        }
    }
    properties.child("w:date").remove_attribute("w:fullDate");
    if (!goes(HiddenKind::ContentControlData)) {
        return;
    }
    for (const char *name : {"w:alias", "w:tag"}) {
        properties.remove_child(name);
    }
    for (const char *list : {"w:dropDownList", "w:comboBox"}) {
        properties.child(list).remove_attribute("w:lastValue");
        while (properties.child(list).remove_child("w:listItem")) {
        }
    }
}

void StoryScrub::noteElement(pugi::xml_node node)
{
    static const Names embedded{
        "w:altChunk",    "w:subDoc",      "w:contentPart", "w14:contentPart", "w:control",
        "w:objectEmbed", "w:objectLink",  "w:movie",       "o:OLEObject",     "w:printerSettings",
        "w:smartTagPr",  "w:customXmlPr", "w:proofErr"};
    static const Names commentMarks{"w:commentRangeStart", "w:commentRangeEnd",
                                    "w:commentReference"};
    const std::string_view name = node.name();
    if (embedded.contains(name)) {
        m_edits.remove(node);
    } else if (name == "w:smartTag" || name == "w:customXml") {
        m_edits.unwrap(node);
    } else if (commentMarks.contains(name)) {
        if (goes(HiddenKind::Comments)) {
            m_edits.remove(node);
        }
    } else if (name == "w:permStart" || name == "w:permEnd") {
        if (goes(HiddenKind::Permissions)) {
            m_edits.remove(node);
        }
    } else if (name == "w:sdtPr") {
        noteControl(node);
    } else if (name == "w:fldChar") {
        noteFormData(node);
    } else if (name == "w:fldSimple") {
        node.remove_child("w:fldData");
    } else if (name == "w:tblCaption" || name == "w:tblDescription") {
        if (goes(HiddenKind::AltText)) {
            m_edits.remove(node);
        }
    } else {
        noteShape(node, goes(HiddenKind::AltText), m_drawings, m_edits);
    }
}

void StoryScrub::finish(AuthorNames &authors)
{
    switch (m_isComments ? HiddenAction::Keep : m_choices.of(HiddenKind::TrackedChanges)) {
    case HiddenAction::Remove:
        resolveTrackedChanges(m_root, Resolve::Apply);
        break;
    case HiddenAction::Undo:
        resolveTrackedChanges(m_root, Resolve::Undo);
        break;
    case HiddenAction::Keep:
        authors.anonymise(m_root);
        break;
    }
    balanceFields(m_root);
    removeLoneAnchors(m_root);
    DomEdits empty;
    forEachElement(m_root, [&](pugi::xml_node node) {
        const pugi::xml_node first = node.first_child();
        const bool blank = !first || (is(first, "w:rPr") && !first.next_sibling());
        if ((is(node, "w:r") || is(node, "w:hyperlink")) && blank) {
            empty.remove(node);
        }
    });
    empty.run(m_root);
    completeContainers(m_root);
}

}   // namespace

ScrubChoices::ScrubChoices(const std::vector<document::HiddenItem> &items,
                           const std::map<QString, HiddenAction> &plan)
{
    for (const document::HiddenItem &item : items) {
        const auto said = plan.find(item.id);
        HiddenAction action = said == plan.end() ? HiddenAction::Remove : said->second;
        if (!item.canKeep
            || (action == HiddenAction::Undo && item.kind != HiddenKind::TrackedChanges)) {
            action = HiddenAction::Remove;
        }
        m_actions[item.kind] = action;
    }
}

HiddenAction ScrubChoices::of(HiddenKind kind) const
{
    const auto found = m_actions.find(kind);
    return found == m_actions.end() ? HiddenAction::Remove : found->second;
}

void scrubStory(StoryPart &part, const StoryEdits &edits, const ScrubChoices &choices,
                AuthorNames &authors)
{
    StoryScrub scrub(part, edits, choices);
    scrub.note();
    scrub.finish(authors);
}

}   // namespace expunge::formats::ooxml
