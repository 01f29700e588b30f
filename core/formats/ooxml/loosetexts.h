// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/textunit.h"
#include "core/formats/ooxml/partroles.h"

#include <pugixml.hpp>

#include <optional>
#include <vector>

namespace expunge::formats::ooxml {

/// A text outside of the stories that is shown to the person but never written back.
struct LooseText
{
    QString text;
    document::Place place;
    std::optional<document::HiddenKind> kind = document::HiddenKind::Properties;
    bool counts = true;   // one more of its kind; false: its part or story is counted instead
};

/// The texts of a part that go with a hidden item: properties, variables, authors, style names,
/// custom XML. `tree`: the root of a story that has been parsed already.
std::vector<LooseText> looseTexts(const RoledPart &roled, pugi::xml_node tree = {});

}   // namespace expunge::formats::ooxml
