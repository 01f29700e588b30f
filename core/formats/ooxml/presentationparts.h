// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"
#include "core/formats/ooxml/package.h"

#include <map>
#include <vector>

namespace expunge::formats::ooxml {

/// What a part of a presentation is for; everything that is not named here is removed.
enum class DeckRole {
    Presentation,
    Slide,
    Notes,
    Layout,
    Master,
    NotesMaster,
    HandoutMaster,
    TableStyles,
    ThemeOverride,
    Theme,
    Chart,
    ChartShapes,   // text boxes and pictures drawn on a chart
    DiagramData,
    DiagramLayout,
    DiagramStyle,
    DiagramColours,
    DiagramDrawing,
    Picture,
    Properties,   // core and extended document properties
    Removed,
};

/// A part and its role, and for removed parts what is gone with it.
struct DeckPart
{
    const Part *part = nullptr;
    DeckRole role = DeckRole::Removed;
    document::HiddenKind kind = document::HiddenKind::UnknownParts;
};

/// The parts of a presentation by what refers to them, never by their names.
class DeckParts
{
public:
    /// `shown` are the relationships of the main part that lead to slides of the show; a slide that
    /// nothing shows is no slide.
    DeckParts(const Package &package, const std::vector<QString> &shown);

    const std::vector<DeckPart> &all() const { return m_parts; }   // breadth first
    const DeckPart *find(const Part *part) const;

    /// The first part of a role that a part refers to; null if there is none.
    const DeckPart *target(const Package &package, const Part &from, DeckRole role) const;

private:
    void visit(const Package &package, const std::vector<QString> &shown);
    bool add(const Part *part, DeckRole role, document::HiddenKind kind);

    std::vector<DeckPart> m_parts;
    std::map<const Part *, size_t> m_index;
};

/// True for the parts whose markup this program reads as slides are read.
bool isDeckTree(DeckRole role);

/// True for parts that are read as sideparts.h says.
bool isDeckSide(DeckRole role);

/// Neutral name of part number `number` of its role: "ppt/slides/slide2.xml".
QString deckPartName(DeckRole role, int number);

/// Content type of a part in its role; `main` is the one of the presentation.
QString deckContentType(DeckRole role, const QString &main);

/// Last segment of the type of a relationship to a part of this role.
QString deckRelationshipKind(DeckRole role);

/// What a presentation is written as.
struct DeckType
{
    QString main;        // content type of the main part
    QString mediaType;   // of the file
    QString suffix;
};

/// The output for a main part of this type: never with macros; empty if it is no presentation.
DeckType outputDeckType(const QString &contentType);

}   // namespace expunge::formats::ooxml
