// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/candidate.h"
#include "core/document/hiddenitem.h"

#include <QStringList>

#include <tl/expected.hpp>

#include <map>
#include <optional>

namespace expunge::cli {

/// What --accept says of candidates that no decisions file names.
class AcceptPolicy
{
public:
    /// "all", "none", a score, or types; nothing if it is none of these.
    static std::optional<AcceptPolicy> parse(const QString &value);

    bool accepts(const detect::Candidate &candidate) const;

    /// The score down to which candidates must be looked for.
    double lowestScore(double usual) const;

    /// The types that it names; empty if it names none.
    const QStringList &types() const { return m_types; }

private:
    enum class Rule { All, None, Score, Types } m_rule = Rule::All;
    double m_score = 0;
    QStringList m_types;
};

/// What --hidden says of hidden items that no decisions file names.
class HiddenPolicy
{
public:
    /// "remove", "keep", or KIND=remove,KIND=keep; the error is one sentence.
    static tl::expected<HiddenPolicy, QString> parse(const QString &value);

    document::HiddenAction action(const document::HiddenItem &item) const;

    /// True if the item was asked to be kept by name or by "keep".
    bool asksToKeep(const document::HiddenItem &item) const;

private:
    bool m_keepAll = false;
    std::map<document::HiddenKind, document::HiddenAction> m_kinds;
};

}   // namespace expunge::cli
