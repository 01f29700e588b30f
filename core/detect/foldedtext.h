// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/normalizedtext.h"

#include <string>
#include <vector>

namespace expunge::detect {

/// Normalised text as terms are compared: case folded, white space single, hyphens between letters
/// dropped.
struct FoldedText
{
    QString text;             // the normalised text, in its own case
    std::vector<int> bytes;   // for each UTF-16 unit of `text`, and one past the last: byte in
                              // NormalizedText::utf8
    std::u16string folded;
    std::vector<int> begins;   // for each unit of `folded`: where its character begins in `text`
    std::vector<int> ends;     // … and ends
};

enum class Case { Fold, Keep };

/// Folds normalised text.
FoldedText foldText(const NormalizedText &normalized);

/// The compared form of a stretch of normalised text.
std::u16string comparedForm(QStringView text, Case letters);

/// The same without any white space, for words that are letter-spaced ("S e c r e t").
std::u16string withoutSpace(const std::u16string &text);

/// A stretch of single letters or digits with white space between them.
struct LetterSpacedRun
{
    std::u16string folded;
    std::vector<int> begins;   // in FoldedText::text
    std::vector<int> ends;
};

/// The letter-spaced stretches (three letters and more) of a text.
std::vector<LetterSpacedRun> letterSpacedRuns(const FoldedText &text);

}   // namespace expunge::detect
