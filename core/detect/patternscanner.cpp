// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/patternscanner.h"

#include "core/detect/ahocorasick.h"
#include "core/detect/expression.h"

#include <algorithm>
#include <array>

namespace expunge::detect {

namespace {

char16_t lowered(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return static_cast<char16_t>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
}

std::u16string widened(std::string_view text)
{
    std::u16string result(text.size(), u'\0');
    std::transform(text.begin(), text.end(), result.begin(), lowered);
    return result;
}

class KeywordScanner : public PatternScanner
{
public:
    explicit KeywordScanner(const std::vector<Rule> &rules)
    {
        for (const Rule &rule : rules) {
            m_rules.push_back({rule.expression, rule.group, rule.digits, rule.keywords.empty()});
            for (const std::string &keyword : rule.keywords) {
                m_keywords.add(widened(keyword));
                m_ruleOfKeyword.push_back(m_rules.size() - 1);
            }
        }
        m_keywords.build();
        gather(rules);
    }

    void scan(std::string_view text, const Hit &hit) const override
    {
        const auto digits =
            std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
        std::vector<bool> wanted(m_rules.size(), false);
        m_keywords.scan(
            text.size(), [text](std::size_t at) { return lowered(text[at]); },
            [&](int keyword, std::size_t) {
                wanted[m_ruleOfKeyword[static_cast<std::size_t>(keyword)]] = true;
            });
        const NarrowText narrow(text);
        const std::array<bool, gates> open = openGates(text, narrow, digits);
        for (std::size_t number = 0; number < m_rules.size(); ++number) {
            const Pattern &pattern = m_rules[number];
            const bool looked = wanted[number] || (pattern.always && open[gateOf(pattern.digits)]);
            if (looked && digits >= pattern.digits) {
                findAll(pattern, text, narrow,
                        [&](std::size_t begin, std::size_t end) { hit(number, begin, end); });
            }
        }
    }

private:
    // Most texts hold nothing that a rule without keywords is after. One expression that matches
    // where any of them does says so in one pass: one for rules that want few digits, one for the
    // others.
    static constexpr std::size_t gates = 2;
    static constexpr int fewDigits = 7;

    static std::size_t gateOf(int digits) { return digits < fewDigits ? 0 : 1; }

    void gather(const std::vector<Rule> &rules)
    {
        std::array<std::string, gates> patterns;
        for (const Rule &rule : rules) {
            if (rule.keywords.empty()) {
                std::string &all = patterns.at(gateOf(rule.digits));
                all += all.empty() ? "" : "|";
                all += "(?:" + rule.expression->pattern() + ")";
            }
        }
        for (std::size_t gate = 0; gate < gates; ++gate) {
            m_gates.at(gate) = std::make_unique<Expression>(patterns.at(gate));
        }
    }

    std::array<bool, gates> openGates(std::string_view text, const NarrowText &narrow,
                                      std::ptrdiff_t digits) const
    {
        return {m_gates[0]->isIn(text, narrow),
                digits >= fewDigits && m_gates[1]->isIn(text, narrow)};
    }

    struct Pattern
    {
        std::shared_ptr<const Expression> expression;
        int group = 0;
        int digits = 0;
        bool always = false;
    };

    static void findAll(const Pattern &pattern, std::string_view text, const NarrowText &narrow,
                        const std::function<void(std::size_t, std::size_t)> &found)
    {
        const auto group = static_cast<std::size_t>(pattern.group);
        pattern.expression->findAll(text, narrow,
                                    [&](const std::vector<Expression::Range> &groups) {
                                        if (group >= groups.size() || groups[group].isEmpty()) {
                                            return groups[0].end;
                                        }
                                        found(groups[group].begin, groups[group].end);
                                        // What follows the group may begin the next match: "a: x;
                                        // b: y" with the separator in both.
                                        return groups[group].end;
                                    });
    }

    std::vector<Pattern> m_rules;
    std::array<std::unique_ptr<Expression>, gates> m_gates;
    AhoCorasick m_keywords;
    std::vector<std::size_t> m_ruleOfKeyword;
};

}   // namespace

PatternScanner::~PatternScanner() = default;

std::unique_ptr<PatternScanner> makeKeywordScanner(const std::vector<Rule> &rules)
{
    return std::make_unique<KeywordScanner>(rules);
}

}   // namespace expunge::detect
