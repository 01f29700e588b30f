// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/flow.h"

#include <QString>

#include <vector>

namespace expunge::document {

/// A shape on a slide, in points from the slide's top left, before its own turning.
struct SlideShape
{
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    double rotation = 0;     // degrees, clockwise, about its middle
    bool hidden = false;     // set not to show
    bool offSlide = false;   // stands wholly outside
    bool filled = false;
    quint32 fill = 0;   // 0xRRGGBB, when filled
    bool outlined = false;
    quint32 outline = 0;
    std::vector<FlowBlock> blocks;   // paragraphs, one table, or one picture or placeholder
};

/// A slide as it is looked at.
struct Slide
{
    int number = 0;   // counted from 1 in the order of showing
    bool hidden = false;
    double width = 0;   // points
    double height = 0;
    bool filled = false;
    quint32 fill = 0;                 // of the background, 0xRRGGBB, when filled
    std::vector<SlideShape> shapes;   // from back to front, those of layout and master first
    std::vector<FlowBlock> notes;     // speaker notes, shown below
};

}   // namespace expunge::document
