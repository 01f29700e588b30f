// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/document.h"

namespace expunge::document {

Document::~Document() = default;

Flow Document::flow() const
{
    return {};
}

std::vector<Grid> Document::grids() const
{
    return {};
}

std::vector<Slide> Document::slides() const
{
    return {};
}

std::vector<PageInfo> Document::pages() const
{
    return {};
}

std::vector<CharacterBox> Document::charactersOn(int) const
{
    return {};
}

std::vector<PageRegion> Document::regionsOf(const Span &) const
{
    return {};
}

base::Result<PageImage> Document::renderPage(int, double) const
{
    return base::failure(base::ErrorCode::UnsupportedFormat, {}, info().format);
}

}   // namespace expunge::document
