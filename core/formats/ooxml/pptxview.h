// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/presentationmodel.h"

namespace expunge::formats::ooxml {

/// A presentation as it is looked at.
struct DeckView
{
    document::Flow flow;   // masters, layouts and what is on no slide; the pictures of all
    std::vector<document::Slide> slides;
};

DeckView buildDeckView(const DeckModel &model, const Package &package);

}   // namespace expunge::formats::ooxml
