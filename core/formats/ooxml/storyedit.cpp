// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/storyedit.h"

#include <algorithm>

namespace expunge::formats::ooxml {

namespace {

/// What is cut from one piece, in offsets of the piece.
struct Cut
{
    int begin = 0;
    int end = 0;
    QString insert;
};

void cutPiece(const Piece &piece, std::vector<Cut> cuts, DomEdits &removals)
{
    if (piece.kind == PieceKind::Mark) {
        removals.remove(piece.node);
        return;
    }
    QString text = piece.kind == PieceKind::Attribute ? QString::fromUtf8(piece.attribute.value())
                                                      : textOf(piece.node);
    std::sort(cuts.begin(), cuts.end(),
              [](const Cut &a, const Cut &b) { return a.begin > b.begin; });
    for (const Cut &cut : cuts) {
        text.replace(cut.begin, cut.end - cut.begin, cut.insert);
    }
    if (piece.kind == PieceKind::Attribute) {
        pugi::xml_attribute attribute = piece.attribute;
        attribute.set_value(text.toUtf8().constData());
    } else {
        setText(piece.node, text);
    }
}

void clearPiece(const Piece &piece, DomEdits &removals)
{
    if (piece.kind == PieceKind::Mark) {
        removals.remove(piece.node);
    } else if (piece.kind == PieceKind::Attribute) {
        pugi::xml_attribute attribute = piece.attribute;
        attribute.set_value("");
    } else {
        setText(piece.node, {});
    }
}

/// A span of nothing but marks (a tab, a line break) has no text element: its replacement gets one.
void insertText(const Piece &mark, const QString &replacement)
{
    if (replacement.isEmpty()) {
        return;
    }
    pugi::xml_node parent = mark.node.parent();
    if (is(parent, "a:p")) {   // a line break of a slide stands among the runs, not in one
        parent = parent.insert_child_before("a:r", mark.node);
        setText(parent.append_child("a:t"), replacement);
        return;
    }
    const char *name = is(parent, "w:r") ? "w:t" : "a:t";
    setText(parent.insert_child_before(name, mark.node), replacement);
}

void editUnit(const StoryUnit &unit, const std::vector<SpanEdit> &edits, DomEdits &removals)
{
    std::map<size_t, std::vector<Cut>> cuts;
    for (const SpanEdit &edit : edits) {
        std::vector<size_t> touched;
        for (size_t i = 0; i < unit.pieces.size(); ++i) {
            if (unit.pieces[i].begin < edit.end && unit.pieces[i].end > edit.begin) {
                touched.push_back(i);
            }
        }
        const auto receiver = std::find_if(touched.begin(), touched.end(), [&](size_t i) {
            return unit.pieces[i].kind != PieceKind::Mark;
        });
        if (receiver == touched.end() && !touched.empty()) {
            insertText(unit.pieces[touched.front()], edit.replacement);
        }
        for (size_t i : touched) {
            const Piece &piece = unit.pieces[i];
            const bool receives = receiver != touched.end() && i == *receiver;
            cuts[i].push_back({std::max(edit.begin, piece.begin) - piece.begin,
                               std::min(edit.end, piece.end) - piece.begin,
                               receives ? edit.replacement : QString()});
        }
    }
    for (auto &[index, list] : cuts) {
        cutPiece(unit.pieces[index], std::move(list), removals);
    }
}

/// Empties text of other layers that stands between the first and the last piece of an edited span.
void clearBetween(const Story &story, const StoryUnit &unit, const SpanEdit &edit,
                  const std::vector<int> &neighbours, DomEdits &removals)
{
    int first = 0;
    int last = 0;
    for (const Piece &piece : unit.pieces) {
        if (piece.begin < edit.end && piece.end > edit.begin) {
            first = first == 0 ? piece.order : first;
            last = piece.order;
        }
    }
    for (int neighbour : neighbours) {
        const StoryUnit &other = story.units[static_cast<size_t>(neighbour)];
        const bool layered = other.layer == Layer::Deleted || other.layer == Layer::Hidden
                             || other.layer == Layer::Invisible;
        if (!layered || &other == &unit) {
            continue;
        }
        for (const Piece &piece : other.pieces) {
            if (piece.order > first && piece.order < last) {
                clearPiece(piece, removals);
            }
        }
    }
}

}   // namespace

void settleSpans(std::vector<SpanEdit> &edits)
{
    std::sort(edits.begin(), edits.end(),
              [](const SpanEdit &a, const SpanEdit &b) { return a.begin < b.begin; });
    std::vector<SpanEdit> merged;
    for (const SpanEdit &edit : edits) {
        if (!merged.empty() && edit.begin < merged.back().end) {
            merged.back().end = std::max(merged.back().end, edit.end);
        } else {
            merged.push_back(edit);
        }
    }
    edits = std::move(merged);
}

QString editedText(QString text, const std::vector<SpanEdit> &edits)
{
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        text.replace(edit->begin, edit->end - edit->begin, edit->replacement);
    }
    return text;
}

std::vector<std::pair<int, SpanEdit>> spreadEdit(const Story &story, int restored,
                                                 const SpanEdit &edit)
{
    const StoryUnit &whole = story.units[static_cast<size_t>(restored)];
    std::vector<std::pair<int, SpanEdit>> edits;
    for (const Piece &piece : whole.pieces) {
        const int begin = std::max(edit.begin, piece.begin);
        const int end = std::min(edit.end, piece.end);
        for (size_t i = 0; i < story.units.size() && begin < end; ++i) {
            const StoryUnit &unit = story.units[i];
            if (unit.paragraph != whole.paragraph || unit.layer == Layer::Restored) {
                continue;
            }
            for (const Piece &own : unit.pieces) {
                if (own.order == piece.order) {
                    const int shift = own.begin - piece.begin;
                    const QString text = edits.empty() ? edit.replacement : QString();
                    edits.emplace_back(static_cast<int>(i),
                                       SpanEdit{begin + shift, end + shift, text});
                }
            }
        }
    }
    return edits;
}

void applyEdits(const Story &story, const std::map<int, std::vector<SpanEdit>> &edits,
                DomEdits &removals)
{
    std::map<int, std::vector<int>> paragraphs;
    for (size_t i = 0; i < story.units.size(); ++i) {
        paragraphs[story.units[i].paragraph].push_back(static_cast<int>(i));
    }
    for (const auto &[index, list] : edits) {
        editUnit(story.units[static_cast<size_t>(index)], list, removals);
    }
    for (const auto &[index, list] : edits) {
        const StoryUnit &unit = story.units[static_cast<size_t>(index)];
        if (unit.layer != Layer::Main) {
            continue;
        }
        for (const SpanEdit &edit : list) {
            clearBetween(story, unit, edit, paragraphs[unit.paragraph], removals);
        }
    }
}

}   // namespace expunge::formats::ooxml
