// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/textunit.h"

#include <QString>

#include <vector>

namespace expunge::detect {

enum class Category { Personal, Secret, Proprietary, Custom };

/// Stable name: "personal", "secret", "proprietary", "custom".
QString categoryName(Category category);

/// How sure the detector is: Certain (a checksum or a term says so), Suggested (0.5 and better),
/// Possible (below).
enum class Tier { Certain, Suggested, Possible };

/// The kinds of reason for a candidate; `ui/text` has the translated sentence for each.
enum class EvidenceKind {
    Pattern,      // it has the shape of the type; detail: the rule's description
    Validator,    // its check digits are right; detail: the validator's name
    Context,      // a word near it; detail: the word
    Term,         // it is on a term list; detail: the list's name
    Title,        // a title stands before it ("Dr."); detail: the title
    Greeting,     // it stands in a greeting or a closing; detail: the word
    Label,        // a form label stands before it ("Name:"); detail: the label
    Lexicon,      // it is on a list of names; detail: which
    Seed,         // a property or an author has this name; detail: which
    SameEntity,   // the same name was found elsewhere
    Marked,       // a person marked it
};

/// One reason for a candidate.
struct Evidence
{
    EvidenceKind kind = EvidenceKind::Pattern;
    QString detail;

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// English words for a reason, as the command line prints them: "title 'Dr.'".
QString evidenceText(const Evidence &evidence);

/// A span that may be redacted.
struct Candidate
{
    QString id;     // stable for the same bytes, rules and options
    QString type;   // "PERSON"
    Category category = Category::Personal;
    document::Span span;
    QString text;       // as found in the unit
    double score = 0;   // probability that a careful reviewer would redact it, 0..1
    Tier tier = Tier::Suggested;
    QString rule;                     // id of the rule or recognizer, "email"
    std::vector<Evidence> evidence;   // strongest first
    QString entity;                   // "e3"; set by linkEntities

    friend bool operator==(const Candidate &, const Candidate &) = default;
};

/// A candidate's id, made from where it is and what type it has.
QString candidateId(const document::TextUnit &unit, const document::Span &span,
                    const QString &type);

}   // namespace expunge::detect
