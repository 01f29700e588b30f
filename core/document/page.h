// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/textunit.h"

namespace expunge::document {

/// A page as it is shown: its crop box, turned as the file says.
struct PageInfo
{
    double width = 0;   // points
    double height = 0;
    bool unreadable = false;   // not all that it draws could be read as text

    friend bool operator==(const PageInfo &, const PageInfo &) = default;
};

/// Where a character stands on a page; a ligature is one box for the span of all its characters.
struct CharacterBox
{
    Span span;        // in the text unit that it belongs to
    PageRegion box;   // along the page's edges, whatever way the text runs
    int line = 0;     // characters beside each other in one line have the same number

    friend bool operator==(const CharacterBox &, const CharacterBox &) = default;
};

/// The page (from 1) that a unit's text stands on: its place is a block of a page; 0: on none.
int pageOf(const TextUnit &unit);

}   // namespace expunge::document
