// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/textunit.h"
#include "core/formats/ooxml/presentationparts.h"

#include <vector>

namespace expunge::formats::ooxml {

/// A text outside of what slides show, which is shown to the person but never written back.
struct LooseDeckText
{
    QString text;
    document::PlaceStep step;
};

/// The texts of a part that goes: comments and their authors, tags, properties, custom XML, slides
/// that nothing shows.
std::vector<LooseDeckText> looseDeckTexts(const DeckPart &deck);

/// How many things a part that goes stands for: comments, authors; else one.
int looseDeckCount(const DeckPart &deck);

/// Names of layouts and table styles that the program gives, or a scrub gave.
bool isUsualLayoutName(const QString &name);
bool isUsualTableStyleName(const QString &name);

}   // namespace expunge::formats::ooxml
