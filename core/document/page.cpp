// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/page.h"

namespace expunge::document {

int pageOf(const TextUnit &unit)
{
    return unit.place.size() == 2 && unit.place.front().kind == PlaceKind::Page
                   && unit.place.back().kind == PlaceKind::Block
               ? unit.place.front().number
               : 0;
}

}   // namespace expunge::document
