// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace expunge::detect::training {

/// A name in a text of which people, or a template, say what it is.
struct Label
{
    std::size_t begin = 0;   // in characters
    std::size_t end = 0;
    std::size_t nameClass = 0;   // 0 person, 1 organization, 2 place
};

/// A text unit as the tagger reads it, with its names.
struct LabelledUnit
{
    std::string narrow;
    std::vector<Label> labels;
};

using LabelledDocument = std::vector<LabelledUnit>;

/// Narrow text with plain quotes, hyphens and spaces; one byte a character, so that labels keep
/// their place.
std::string narrowed(const QString &text);

/// Reads a file of tokens and BIO tags (".tsv") or of texts with spans (".jsonl"); empty: it cannot
/// be read.
std::vector<LabelledDocument> readLabelled(const QString &path);

}   // namespace expunge::detect::training
