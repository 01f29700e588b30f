// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/patternrecognizer.h"

namespace expunge::detect {

namespace {

/// Whether `word` stands in `text` as a word of its own (or the beginning of one: "phone" in
/// "phones").
bool holdsWord(const QByteArray &text, const std::string &word)
{
    qsizetype at = text.indexOf(QByteArrayView(word));
    while (at >= 0) {
        if (at == 0
            || !QChar::isLetter(static_cast<char32_t>(static_cast<unsigned char>(text[at - 1])))) {
            return true;
        }
        at = text.indexOf(QByteArrayView(word), at + 1);
    }
    return false;
}

/// The first context word of a rule near bytes [begin, end); empty: none.
std::string contextNear(const Rule &rule, const QByteArray &lowered, qsizetype begin, qsizetype end)
{
    const qsizetype from = std::max<qsizetype>(0, begin - rule.contextWindow);
    const QByteArray before = lowered.sliced(from, begin - from);
    const QByteArray after =
        lowered.sliced(end, std::min<qsizetype>(rule.contextWindow, lowered.size() - end));
    for (const std::string &word : rule.context) {
        if (holdsWord(before, word) || holdsWord(after, word)) {
            return word;
        }
    }
    return {};
}

/// Whether one of the rule's 'unless' words stands just before a match.
bool isSomethingElse(const Rule &rule, const QByteArray &lowered, qsizetype begin)
{
    constexpr qsizetype window = 16;
    const qsizetype from = std::max<qsizetype>(0, begin - window);
    const QByteArray before = lowered.sliced(from, begin - from);
    return std::any_of(rule.unless.begin(), rule.unless.end(),
                       [&before](const std::string &word) { return holdsWord(before, word); });
}

/// Scores one match; a score of 0 means that it is nothing.
void judge(const Rule &rule, const QByteArray &lowered, qsizetype begin, qsizetype end,
           std::string_view match, Candidate &candidate)
{
    const bool valid = rule.validator == nullptr || rule.validator(match);
    const std::string context =
        rule.context.empty() ? std::string() : contextNear(rule, lowered, begin, end);
    if ((rule.contextRequired && context.empty()) || isSomethingElse(rule, lowered, begin)) {
        return;
    }
    if (valid && rule.validator != nullptr) {
        candidate.evidence.push_back({EvidenceKind::Validator, rule.validatorName});
    }
    candidate.evidence.push_back({EvidenceKind::Pattern, rule.description});
    if (!context.empty()) {
        candidate.evidence.push_back({EvidenceKind::Context, QString::fromStdString(context)});
    }
    candidate.score = !valid            ? rule.scoreInvalid
                      : context.empty() ? rule.score
                                        : rule.scoreWithContext;
    candidate.tier = rule.certain && valid    ? Tier::Certain
                     : candidate.score >= 0.5 ? Tier::Suggested
                                              : Tier::Possible;
}

}   // namespace

PatternRecognizer::PatternRecognizer(std::vector<Rule> rules)
    : m_rules(std::move(rules))
    , m_scanner(makeKeywordScanner(m_rules))
{
}

std::vector<Candidate> PatternRecognizer::find(std::span<const UnitView> units,
                                               const base::JobContext &job) const
{
    std::vector<Candidate> candidates;
    for (const UnitView &view : units) {
        if (job.cancelled()) {
            return candidates;
        }
        const QByteArray &bytes = view.text.utf8;
        const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        QByteArray lowered;
        m_scanner->scan(text, [&](std::size_t number, std::size_t first, std::size_t last) {
            const Rule &rule = m_rules[number];
            const auto begin = static_cast<qsizetype>(first);
            const auto end = static_cast<qsizetype>(last);
            if (lowered.isEmpty()) {
                lowered = QString::fromUtf8(bytes).toLower().toUtf8();
                if (lowered.size() != bytes.size()) {   // letters whose small form is longer
                    lowered = bytes.toLower();
                }
            }
            Candidate candidate;
            judge(rule, lowered, begin, end, text.substr(first, last - first), candidate);
            if (candidate.score <= 0) {
                return;
            }
            const auto [from, to] = view.text.foundRange(begin, end);
            candidate.type = rule.type;
            candidate.category = rule.category;
            candidate.span = {view.unit->index, from, to};
            candidate.text = view.unit->text.sliced(from, to - from);
            candidate.rule = rule.id;
            candidates.push_back(std::move(candidate));
        });
    }
    return candidates;
}

}   // namespace expunge::detect
