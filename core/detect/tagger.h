// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/taggermodel.h"
#include "core/detect/taggertokens.h"

#include <vector>

namespace expunge::detect {

/// A name that the tagger sees.
struct TaggedName
{
    std::size_t nameClass = 0;   // 0 person, 1 organization, 2 place
    std::size_t begin = 0;       // in the narrow text
    std::size_t end = 0;
    double score = 0;   // as the model gives it, before calibration
};

/// The names in one unit, likely ones and less likely ones.
std::vector<TaggedName> taggedNames(const TaggerModel &model, const TaggerUnit &unit,
                                    const WordStatistics &words);

}   // namespace expunge::detect
