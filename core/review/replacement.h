// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/detect/candidate.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace expunge::review {

/// What is written where something was redacted.
enum class Style { Label, Pseudonym, Block, Blank };

QString styleName(Style style);   // "label", "pseudonym", "block", "blank"
std::optional<Style> styleFromName(const QString &name);

/// Makes replacements for entities: "[PERSON-1]", a made-up value of the same kind, a bar, or
/// nothing. None of them depends on the length or form of what was there.
class Replacements
{
public:
    /// `files`: candidates with entities set, in the order of the submission; `key`: 32 bytes that
    /// seed pseudonyms.
    Replacements(std::span<const std::vector<detect::Candidate> *const> files, QByteArray key);

    QString text(const detect::Candidate &candidate, Style style) const;

private:
    QHash<QString, int> m_numbers;   // entity and type -> number within the type
    QHash<QString, QString>
        m_pseudonyms;   // the same -> made-up value; types without one are missing
};

}   // namespace expunge::review
