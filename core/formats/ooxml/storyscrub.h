// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"
#include "core/formats/ooxml/docxmodel.h"
#include "core/formats/ooxml/storyedit.h"
#include "core/formats/ooxml/trackedchanges.h"

#include <map>
#include <vector>

namespace expunge::formats::ooxml {

/// What a plan says about each kind of hidden thing.
class ScrubChoices
{
public:
    ScrubChoices(const std::vector<document::HiddenItem> &items,
                 const std::map<QString, document::HiddenAction> &plan);

    document::HiddenAction of(document::HiddenKind kind) const;
    bool removes(document::HiddenKind kind) const
    {
        return of(kind) == document::HiddenAction::Remove;
    }

private:
    std::map<document::HiddenKind, document::HiddenAction> m_actions;
};

/// Edits of a story by position in Story::units.
using StoryEdits = std::map<int, std::vector<SpanEdit>>;

/// Carries out a plan on one story's tree: redactions, fields, content controls, drawings, comments
/// and tracked changes. Relationships are not touched. The story's nodes must not be used
/// afterwards.
void scrubStory(StoryPart &part, const StoryEdits &edits, const ScrubChoices &choices,
                AuthorNames &authors);

}   // namespace expunge::formats::ooxml
