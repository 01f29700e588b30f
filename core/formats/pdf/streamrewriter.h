// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/contentwriter.h"
#include "core/formats/pdf/lineseal.h"

#include <map>
#include <set>
#include <vector>

namespace expunge::pdf {

/// Items of a sealed line that one stream shows at one place.
struct LineChunk
{
    const SealedLine *line = nullptr;
    std::vector<std::size_t> items;
};

/// What stands in the place of a path: operators, which need parameters, or nothing.
struct PathEdit
{
    int last = 0;   // operation
    QByteArray bytes;
    Needs needs;
};

/// All that changes in one content stream, by the index of the operation.
struct StreamEdits
{
    std::map<int, std::vector<int>> glyphs;         // show -> all its glyphs, where some move
    std::map<int, std::vector<LineChunk>> chunks;   // show -> what is laid out in its place
    std::map<int, QByteArray> names;                // Do, gs, scn -> new name of the resource
    std::map<int, PathEdit> paths;                  // first operation of the path
    std::set<int> gone;                             // Do, sh, inline images that vanish
    std::map<int, QByteArray> pictures;   // inline image -> name of the XObject in its place
    QByteArray labelFont;                 // resource name
    QByteArray atEnd;                     // painted over everything, in the space of the begin
};

/// Everything about a page that its streams are written anew from.
struct PageEdit
{
    const PageContent &content;
    std::vector<bool> moves;       // for each glyph: it is gone, or laid out anew with its line
    std::vector<QString> labels;   // for each redaction
    std::vector<bool> bars;
    bool tagged = false;
};

/// States of the graphics at some operations of a stream.
using StatesAt = std::map<int, PaintState>;

/// Writes one use of a content stream with its edits.
QByteArray rewriteStream(const PageEdit &page, int use, const StreamEdits &edits,
                         const QPDFObjectHandle &resources, const PaintState &begin);

/// The state before each of `operations`.
StatesAt statesAt(const StreamUse &use, const QPDFObjectHandle &resources, const PaintState &begin,
                  const std::set<int> &operations, const std::map<int, QByteArray> &names);

}   // namespace expunge::pdf
