// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/storyreader.h"

#include <QRegularExpression>

#include <algorithm>

// The part of StoryReader that reads what stands in a line: runs, fields, links, rubies, equations.

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::FlowBlock;
using document::FlowKind;
using document::FlowRun;
using document::HiddenKind;
using document::PlaceKind;

namespace {

/// The one character that an empty element of a run stands for; empty for other elements.
QString markText(pugi::xml_node node)
{
    const std::string_view name = node.name();
    if (name == "w:tab" || name == "w:ptab") {
        return u"\t"_s;
    }
    if (name == "w:br" || name == "w:cr") {
        return u"\n"_s;
    }
    if (name == "w:noBreakHyphen") {
        return QString(QChar(0x2011));
    }
    if (name == "w:softHyphen") {
        return QString(QChar(0x00ad));
    }
    if (name == "w:sym") {
        bool number = false;
        const uint code = attributeText(node, "w:char").toUInt(&number, 16);
        return number && code >= 0x20 && code <= 0xffff ? QString(QChar(code)) : QString();
    }
    return {};
}

bool leadsToDisk(const QString &code)
{
    static const QRegularExpression path(u"(^|[\"\\s])(file:|\\\\\\\\|[A-Za-z]:[\\\\/])"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return path.match(code).hasMatch();
}

}   // namespace

void StoryReader::readInline(pugi::xml_node parent, const Context &context)
{
    for (pugi::xml_node node : parent.children()) {
        if (node.type() == pugi::node_element) {
            readInlineNode(node, context);
        }
    }
}

void StoryReader::readInlineNode(pugi::xml_node node, const Context &context)
{
    if (is(node, "w:r") || is(node, "m:r")) {
        readRun(node, context);
    } else if (is(node, "w:pPr") || is(node, "m:ctrlPr")) {
        return;
    } else if (is(node, "w:ins") || is(node, "w:moveTo")) {
        Context inner = context;
        inner.inserted = true;
        readInline(node, inner);
    } else if (is(node, "w:del") || is(node, "w:moveFrom")) {
        Context inner = context;
        inner.deleted = true;
        readInline(node, inner);
    } else if (is(node, "w:hyperlink")) {
        readAttributes(node, context);
        Context inner = context;
        inner.link = true;
        readInline(node, inner);
    } else if (is(node, "w:sdt")) {
        readControl(node.child("w:sdtPr"), context);
        readInline(node.child("w:sdtContent"), context);
    } else if (is(node, "w:smartTag") || is(node, "w:customXml")) {
        readAttributes(node, context);
        readInline(node, context);
    } else if (is(node, "w:fldSimple")) {
        readSimpleField(node, context);
    } else if (is(node, "mc:AlternateContent")) {
        readAlternate(node, context, [this](pugi::xml_node branch, const Context &inner) {
            readInline(branch, inner);
        });
    } else if (is(node, "w:dir") || is(node, "w:bdo") || is(node, "w:rt") || is(node, "w:rubyBase")
               || std::string_view(node.name()).substr(0, 2) == "m:") {
        readInline(node, context);
    } else {
        readAttributes(node, context);
    }
}

void StoryReader::readRun(pugi::xml_node run, const Context &context)
{
    RunLook look = m_styles.run(m_line->around, run.child("w:rPr"));
    look.style.inserted = context.inserted;
    look.style.deleted = context.deleted;
    look.style.link = context.link;
    look.style.hidden = look.style.hidden || context.hidden;
    for (pugi::xml_node node : run.children()) {
        if (node.type() == pugi::node_element) {
            readRunContent(node, context, look);
        }
    }
}

void StoryReader::readRunContent(pugi::xml_node node, const Context &context, const RunLook &look)
{
    const std::string_view name = node.name();
    Piece piece;
    piece.node = node;
    const std::vector<OpenField> &open = m_openFields.back();
    const bool inCode =
        std::any_of(open.begin(), open.end(), [](const OpenField &field) { return field.inCode; });
    if ((name == "w:instrText" || name == "w:delInstrText") && !inCode) {
        readStrayCode(node);
    } else if (name == "w:t" || name == "m:t" || name == "w:instrText") {
        append(textOf(node), piece, context, look);
    } else if (name == "w:delText" || name == "w:delInstrText") {
        Context deleted = context;
        deleted.deleted = true;
        append(textOf(node), piece, deleted, look);
    } else if (name == "w:fldChar") {
        readFieldMark(node, context);
    } else if (name == "w:ruby") {
        Context inner = context;
        inner.hidden = look.style.hidden;
        readRuby(node, inner);
    } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
        const std::string note =
            std::string(name == "w:footnoteReference" ? "f" : "e") + node.attribute("w:id").value();
        if (context.deleted) {
            m_story.deletedNotes.insert(note);
        } else if (look.style.hidden) {
            m_story.hiddenNodes.push_back({HiddenKind::HiddenText, node});
        } else {
            m_story.shownNotes.insert(note);
        }
    } else if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
        Context inner = context;
        if (look.style.hidden && !context.hidden) {
            m_story.hiddenNodes.push_back({HiddenKind::HiddenText, node});
            inner.hidden = true;
        }
        readDrawing(node, inner);
    } else if (name == "mc:AlternateContent") {
        readAlternate(node, context, [&](pugi::xml_node branch, const Context &inner) {
            for (pugi::xml_node child : branch.children()) {
                if (child.type() == pugi::node_element) {
                    readRunContent(child, inner, look);
                }
            }
        });
    } else if (const QString text = markText(node); !text.isEmpty()) {
        piece.kind = PieceKind::Mark;
        append(text, piece, context, look);
        if (std::string_view(node.attribute("w:type").value()) == "page" && !context.deleted) {
            FlowBlock breaks;
            breaks.kind = FlowKind::PageBreak;
            m_line->anchored.push_back(std::move(breaks));
        }
    }
}

/// The code of a field that has no beginning or no end: nobody sees it, and it goes.
void StoryReader::readStrayCode(pugi::xml_node node)
{
    StoryUnit unit = newUnit(Layer::Code, m_line->place);
    unit.place.push_back({PlaceKind::Field, 0, {}});
    unit.paragraph = m_line->id;
    unit.hidden = m_storyHidden.value_or(HiddenKind::FieldCodes);
    unit.text = textOf(node);
    Piece piece;
    piece.node = node;
    piece.end = static_cast<int>(unit.text.size());
    piece.order = ++m_nextOrder;
    unit.pieces.push_back(piece);
    emitUnit(std::move(unit));
}

void StoryReader::readRuby(pugi::xml_node ruby, const Context &context)
{
    // the reading above the word would cut the word's own line in two, so it is a line of its own
    Line above;
    above.id = ++m_nextParagraph;
    above.place = m_line->place;
    above.place.push_back({PlaceKind::Other, 0, u"ruby text"_s});
    above.around = m_line->around;
    above.main = newUnit(Layer::Main, above.place);
    above.main.paragraph = above.id;
    Line *outer = std::exchange(m_line, &above);
    readInline(ruby.child("w:rt"), context);
    m_line = outer;
    if (!above.main.text.isEmpty()) {
        emitUnit(std::move(above.main));
    }
    for (std::vector<StoryUnit> *units : {&above.layers, &above.after}) {
        for (StoryUnit &unit : *units) {
            emitUnit(std::move(unit));
        }
    }
    readInline(ruby.child("w:rubyBase"), context);
}

void StoryReader::readFieldMark(pugi::xml_node mark, const Context &context)
{
    const int local = m_maps.back()->fieldOf(mark);
    readFormField(mark.child("w:ffData"), context);
    if (local < 0) {
        return;
    }
    if (const QString state = checkBoxText(mark); !state.isEmpty()) {
        Piece piece;
        piece.kind = PieceKind::Mark;
        piece.node = mark;
        append(state, piece, context, RunLook());
    }
    const int index = m_fieldBase.back() + local;
    std::vector<OpenField> &open = m_openFields.back();
    const std::string_view type = mark.attribute("w:fldCharType").value();
    if (type == "begin") {
        OpenField field;
        field.index = index;
        field.unit = newUnit(Layer::Code, m_line->place);
        field.unit.paragraph = m_line->id;
        if (context.deleted) {
            field.unit.hidden = HiddenKind::TrackedChanges;
        }
        open.push_back(std::move(field));
    } else if (type == "separate" && !open.empty() && open.back().index == index) {
        open.back().inCode = false;
    } else if (type == "end" && !open.empty() && open.back().index == index) {
        OpenField field = std::move(open.back());
        open.pop_back();
        finishField(std::move(field), context);
    }
}

void StoryReader::readSimpleField(pugi::xml_node field, const Context &context)
{
    const int local = m_maps.back()->fieldOf(field);
    OpenField code;
    code.index = local < 0 ? -1 : m_fieldBase.back() + local;
    code.unit = newUnit(Layer::Code, m_line->place);
    code.unit.paragraph = m_line->id;
    code.unit.text = attributeText(field, "w:instr");
    Piece piece;
    piece.kind = PieceKind::Attribute;
    piece.node = field;
    piece.attribute = field.attribute("w:instr");
    piece.end = static_cast<int>(code.unit.text.size());
    piece.order = ++m_nextOrder;
    code.unit.pieces.push_back(piece);
    if (context.deleted) {
        code.unit.hidden = HiddenKind::TrackedChanges;
    }
    finishField(std::move(code), context);
    Context inner = context;
    inner.link = context.link || classifyField(attributeText(field, "w:instr")) == FieldClass::Link;
    readInline(field, inner);
}

void StoryReader::finishField(OpenField field, const Context &)
{
    StoryUnit &unit = field.unit;
    const FieldClass kind = classifyField(unit.text);
    unit.field = field.index;
    unit.place.push_back({kind == FieldClass::Link ? PlaceKind::Link : PlaceKind::Field, 0, {}});
    if (m_storyHidden) {
        unit.hidden = m_storyHidden;
    } else if (!unit.hidden && (kind == FieldClass::Other || leadsToDisk(unit.text))) {
        unit.hidden = HiddenKind::FieldCodes;
    }
    emitUnit(std::move(unit));
}

StoryUnit StoryReader::newUnit(Layer layer, const document::Place &place)
{
    StoryUnit unit;
    unit.layer = layer;
    unit.place = place;
    unit.key = ++m_nextKey;
    unit.hidden = hiddenKind(layer);
    return unit;
}

std::optional<HiddenKind> StoryReader::hiddenKind(Layer layer) const
{
    if (m_storyHidden) {
        return m_storyHidden;
    }
    switch (layer) {
    case Layer::Deleted:
    case Layer::Restored:
        return HiddenKind::TrackedChanges;
    case Layer::Hidden:
        return HiddenKind::HiddenText;
    case Layer::Invisible:
        return HiddenKind::InvisibleText;
    case Layer::Main:
    case Layer::Shadow:
    case Layer::Code:
    case Layer::Extra:
        break;
    }
    return std::nullopt;
}

StoryUnit &StoryReader::target(const Context &context, const RunLook &look, bool blank)
{
    std::vector<OpenField> &open = m_openFields.back();
    const auto code = std::find_if(open.rbegin(), open.rend(),
                                   [](const OpenField &field) { return field.inCode; });
    if (code != open.rend()) {
        return code->unit;
    }
    Layer layer = Layer::Main;
    if (context.deleted) {
        layer = Layer::Deleted;
    } else if (look.style.hidden) {
        layer = Layer::Hidden;
    } else if (look.invisible && !blank) {
        layer = Layer::Invisible;
    } else if (m_line->shadow) {
        layer = Layer::Shadow;
    }
    if (layer == Layer::Main) {
        m_line->current = -1;
        return m_line->main;
    }
    const bool goesOn =
        m_line->current >= 0 && m_line->layers[static_cast<size_t>(m_line->current)].layer == layer;
    if (!goesOn) {
        m_line->current = static_cast<int>(m_line->layers.size());
        document::Place place = m_line->place;
        if (layer == Layer::Deleted) {
            place.push_back({PlaceKind::Deletion, 0, {}});
        }
        m_line->layers.push_back(newUnit(layer, place));
        m_line->layers.back().paragraph = m_line->id;
    }
    return m_line->layers[static_cast<size_t>(m_line->current)];
}

void StoryReader::append(const QString &text, Piece piece, const Context &context,
                         const RunLook &look)
{
    if (text.isEmpty()) {
        return;
    }
    StoryUnit &unit = target(context, look, text.trimmed().isEmpty());
    piece.begin = static_cast<int>(unit.text.size());
    unit.text += text;
    piece.end = static_cast<int>(unit.text.size());
    piece.order = ++m_nextOrder;
    piece.inserted = context.inserted;
    unit.pieces.push_back(piece);
    if (unit.layer == Layer::Code || unit.layer == Layer::Shadow) {
        return;
    }
    std::vector<FlowRun> &runs = m_line->runs;
    const bool goesOn = !runs.empty() && runs.back().unit == unit.key
                        && runs.back().end == piece.begin && runs.back().style == look.style;
    if (goesOn) {
        runs.back().end = piece.end;
    } else {
        runs.push_back({unit.key, piece.begin, piece.end, look.style});
    }
}

}   // namespace expunge::formats::ooxml
