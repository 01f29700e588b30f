// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/nameseeds.h"
#include "core/detect/words.h"

#include <QHash>

#include <optional>

namespace expunge::detect {

/// One way to write a name, word by word.
struct NamePhrase
{
    QStringList words;   // folded; a single letter stands for an initial
    NameKind kind = NameKind::Person;
    double score = 0;
    bool capitalOnly = false;   // could be an everyday word: only when written with a capital
};

/// All ways to write the names that a document's seeds give: in full, without the middle, the
/// family name first or alone, with an initial, the given name alone.
class NameVariants
{
public:
    explicit NameVariants(const NameLexicon &lexicon)
        : m_lexicon(lexicon)
    {
    }

    void add(const NameSeed &seed);

    /// The longest phrase that begins with word `at`, and how many words it takes.
    std::optional<std::pair<NamePhrase, std::size_t>>
    match(const QByteArray &utf8, const std::vector<Word> &words, std::size_t at) const;

private:
    void addPerson(const std::vector<QStringList> &parts, double score);
    void addOrganization(const QStringList &words, double score);
    void addPhrase(const QStringList &words, NameKind kind, double score);
    bool standsAlone(const QString &word) const;

    const NameLexicon &m_lexicon;
    QHash<QString, std::vector<NamePhrase>> m_byFirstWord;
};

}   // namespace expunge::detect
