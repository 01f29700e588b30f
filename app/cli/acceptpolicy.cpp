// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/acceptpolicy.h"

#include "app/cli/intake.h"

namespace expunge::cli {

using document::HiddenAction;
using document::HiddenDefault;
using namespace Qt::StringLiterals;

std::optional<AcceptPolicy> AcceptPolicy::parse(const QString &value)
{
    AcceptPolicy policy;
    if (value == u"all"_s) {
        policy.m_rule = Rule::All;
    } else if (value == u"none"_s) {
        policy.m_rule = Rule::None;
    } else if (const auto score = parseScore(value)) {
        policy.m_rule = Rule::Score;
        policy.m_score = *score;
    } else {
        policy.m_rule = Rule::Types;
        policy.m_types = parseTypes(value);
        if (policy.m_types.isEmpty()) {
            return std::nullopt;
        }
    }
    return policy;
}

bool AcceptPolicy::accepts(const detect::Candidate &candidate) const
{
    if (m_rule == Rule::None) {
        return false;
    }
    if (candidate.type == u"CUSTOM_TERM"_s) {
        return true;   // a term that was asked for goes whatever else is accepted
    }
    switch (m_rule) {
    case Rule::All:
        return true;
    case Rule::Score:
        return candidate.score >= m_score;
    case Rule::Types:
        return m_types.contains(candidate.type);
    case Rule::None:
        break;
    }
    return false;
}

double AcceptPolicy::lowestScore(double usual) const
{
    return m_rule == Rule::Score ? std::min(usual, m_score) : usual;
}

tl::expected<HiddenPolicy, QString> HiddenPolicy::parse(const QString &value)
{
    HiddenPolicy policy;
    if (value == u"remove"_s || value == u"keep"_s) {
        policy.m_keepAll = value == u"keep"_s;
        return policy;
    }
    for (const QString &word : value.split(u',')) {
        const QStringList sides = word.split(u'=');
        const auto kind = document::hiddenKindFromName(sides.first());
        if (!kind) {
            return tl::unexpected(u"--hidden: there is no kind \"%1\"."_s.arg(sides.first()));
        }
        if (sides.size() != 2 || (sides.last() != u"remove"_s && sides.last() != u"keep"_s)) {
            return tl::unexpected(u"--hidden: %1 needs =remove or =keep."_s.arg(sides.first()));
        }
        if (policy.m_kinds.contains(*kind)) {
            return tl::unexpected(u"--hidden: %1 was given twice."_s.arg(sides.first()));
        }
        policy.m_kinds[*kind] =
            sides.last() == u"keep"_s ? HiddenAction::Keep : HiddenAction::Remove;
    }
    return policy;
}

bool HiddenPolicy::asksToKeep(const document::HiddenItem &item) const
{
    const auto named = m_kinds.find(item.kind);
    return named == m_kinds.end() ? m_keepAll : named->second == HiddenAction::Keep;
}

HiddenAction HiddenPolicy::action(const document::HiddenItem &item) const
{
    if (asksToKeep(item)) {
        return item.canKeep ? HiddenAction::Keep : HiddenAction::Remove;
    }
    if (m_kinds.contains(item.kind)) {
        return HiddenAction::Remove;
    }
    // what is kept by default is part of how the pages look; what needs a review has had none, so
    // it goes
    return item.byDefault == HiddenDefault::Keep ? HiddenAction::Keep : HiddenAction::Remove;
}

}   // namespace expunge::cli
