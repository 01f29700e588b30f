// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "ui/panes/panemark.h"

#include <vector>

namespace expunge::testing {

/// A pending mark over the first place of a text in each unit that has it; keys count from 0.
inline std::vector<ui::PaneMark> marksIn(const document::Document &document, const QString &text)
{
    std::vector<ui::PaneMark> marks;
    for (const document::TextUnit &unit : document.textUnits()) {
        const int at = static_cast<int>(unit.text.indexOf(text));
        if (at >= 0) {
            marks.push_back({{unit.index, at, at + static_cast<int>(text.size())},
                             ui::MarkState::Pending,
                             static_cast<int>(marks.size())});
        }
    }
    return marks;
}

}   // namespace expunge::testing
