// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/candidate.h"
#include "core/detect/expression.h"
#include "core/detect/validators.h"

#include <QStringList>

#include <memory>
#include <string>
#include <vector>

namespace expunge::detect {

/// One pattern rule, as a file under resources/rules describes it (see the README there).
struct Rule
{
    QString id;
    QString type;
    Category category = Category::Personal;
    QString description;
    QString location;   // "contact.toml:12"
    std::string pattern;
    std::shared_ptr<const Expression> expression;
    int group = 0;   // the part of the match that is the candidate
    std::vector<std::string>
        keywords;     // lower case; one of them must be in the unit; empty: always looked for
    int digits = 0;   // the unit must hold at least so many
    QString validatorName;
    Validator validator = nullptr;
    std::vector<std::string> context;   // lower case words that make the find likelier
    int contextWindow = 50;             // bytes of normalised text before and behind the match
    bool contextRequired = false;
    std::vector<std::string>
        unless;   // lower case words that, just before the match, make it something else
    double score = 0;
    double scoreWithContext = 0;
    double scoreInvalid = 0;   // when the validator says no; 0: not a candidate
    bool certain = false;      // tier "certain" when the validator agrees, or there is none
    QStringList positives;
    QStringList negatives;
};

}   // namespace expunge::detect
