// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/ruleloader.h"

#include <toml++/toml.h>

#include <set>

using namespace Qt::StringLiterals;

namespace expunge::detect {

namespace {

constexpr int kFewestExamples = 5;
constexpr int kMostGroups = 50;

const std::set<std::string_view> &knownKeys()
{
    static const std::set<std::string_view> keys{
        "id",       "type",   "category",  "description", "pattern",        "group",
        "keywords", "digits", "validator", "context",     "context_window", "context_required",
        "unless",   "score",  "tier",      "positives",   "negatives"};
    return keys;
}

/// Reads the fields of one [[rule]] table and remembers the first fault.
class RuleReader
{
public:
    RuleReader(const toml::table &table, QString fileName, CompilePatterns when)
        : m_table(table)
        , m_fileName(std::move(fileName))
        , m_when(when)
    {
    }

    base::Result<Rule> read()
    {
        Rule rule;
        rule.location = where(m_table);
        for (const auto &[key, node] : m_table) {
            if (!knownKeys().contains(key.str())) {
                fault(node, u"unknown key '%1'"_s.arg(QString::fromUtf8(key.str())));
            }
        }
        rule.id = text("id", true);
        rule.type = text("type", true);
        rule.description = text("description", true);
        readCategory(rule);
        readScore(rule);
        readExpression(rule);
        readConditions(rule);
        readExamples(rule);
        if (m_fault) {
            return tl::unexpected<base::Error>(*m_fault);
        }
        return rule;
    }

private:
    QString where(const toml::node &node) const
    {
        return u"%1:%2"_s.arg(m_fileName).arg(node.source().begin.line);
    }

    void fault(const toml::node &node, const QString &detail)
    {
        if (!m_fault) {
            m_fault = base::Error{base::ErrorCode::RuleInvalid, where(node), detail};
        }
    }

    QString text(const char *key, bool required)
    {
        const toml::node *node = m_table.get(key);
        if (node == nullptr) {
            if (required) {
                fault(m_table, u"'%1' is missing"_s.arg(QLatin1StringView(key)));
            }
            return {};
        }
        const auto value = node->value<std::string>();
        if (!node->is_string() || value->empty()) {
            fault(*node, u"'%1' must be a text"_s.arg(QLatin1StringView(key)));
            return {};
        }
        return QString::fromStdString(*value);
    }

    qint64 number(const char *key, qint64 otherwise, qint64 largest)
    {
        const toml::node *node = m_table.get(key);
        if (node == nullptr) {
            return otherwise;
        }
        const auto value = node->value_exact<int64_t>();
        if (!value || *value < 0 || *value > largest) {
            fault(*node,
                  u"'%1' must be a number from 0 to %2"_s.arg(QLatin1StringView(key)).arg(largest));
            return otherwise;
        }
        return *value;
    }

    QStringList texts(const char *key)
    {
        QStringList result;
        const toml::node *node = m_table.get(key);
        if (node == nullptr) {
            return result;
        }
        const toml::array *array = node->as_array();
        if (array == nullptr) {
            fault(*node, u"'%1' must be a list of texts"_s.arg(QLatin1StringView(key)));
            return result;
        }
        for (const toml::node &item : *array) {
            if (!item.is_string()) {
                fault(item, u"'%1' must be a list of texts"_s.arg(QLatin1StringView(key)));
                return result;
            }
            result.append(QString::fromStdString(*item.value<std::string>()));
        }
        return result;
    }

    std::vector<std::string> lowerCaseWords(const char *key)
    {
        std::vector<std::string> words;
        for (const QString &word : texts(key)) {
            if (word.isEmpty() || word != word.toLower()) {
                fault(*m_table.get(key),
                      u"'%1' must be in small letters"_s.arg(QLatin1StringView(key)));
            }
            words.push_back(word.toStdString());
        }
        return words;
    }

    void readCategory(Rule &rule)
    {
        const QString name = text("category", true);
        for (const Category category :
             {Category::Personal, Category::Secret, Category::Proprietary}) {
            if (categoryName(category) == name) {
                rule.category = category;
                return;
            }
        }
        if (const toml::node *node = m_table.get("category")) {
            fault(*node, u"unknown category"_s);
        }
    }

    void readScore(Rule &rule)
    {
        const toml::node *node = m_table.get("score");
        const toml::table *scores = node != nullptr ? node->as_table() : nullptr;
        if (scores == nullptr || !scores->contains("base")) {
            fault(m_table, u"'score' must be a table with 'base'"_s);
            return;
        }
        for (const auto &[key, value] : *scores) {
            const auto score = value.value<double>();
            if (!value.is_number() || *score < 0 || *score > 1) {
                fault(value, u"a score must be from 0 to 1"_s);
            } else if (key == "base") {
                rule.score = *score;
            } else if (key == "context") {
                rule.scoreWithContext = *score;
            } else if (key == "invalid") {
                rule.scoreInvalid = *score;
            } else {
                fault(value, u"unknown key '%1'"_s.arg(QString::fromUtf8(key.str())));
            }
        }
        rule.scoreWithContext = std::max(rule.score, rule.scoreWithContext);
        const QString tier = text("tier", false);
        rule.certain = tier == u"certain"_s;
        if (!tier.isEmpty() && !rule.certain) {
            fault(*m_table.get("tier"),
                  u"'tier' can only be 'certain'; others follow from the score"_s);
        }
    }

    void readExpression(Rule &rule)
    {
        rule.pattern = text("pattern", true).toStdString();
        const toml::node *node = m_table.get("pattern");
        if (node == nullptr) {
            return;
        }
        if (std::any_of(rule.pattern.begin(), rule.pattern.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; })) {
            // A "\\b" between double quotes is a backspace, and the rule would never match.
            fault(*node, u"control character in 'pattern': write it between single quotes"_s);
            return;
        }
        auto expression = std::make_shared<const Expression>(rule.pattern);
        int groups = kMostGroups;
        if (m_when == CompilePatterns::Now) {
            const std::string error = expression->error();
            if (!error.empty()) {
                fault(*node, u"'pattern': %1"_s.arg(QString::fromStdString(error)));
                return;
            }
            groups = expression->groups();
        }
        rule.group = static_cast<int>(number("group", 0, groups));
        rule.expression = std::move(expression);
    }

    void readConditions(Rule &rule)
    {
        rule.keywords = lowerCaseWords("keywords");
        rule.digits = static_cast<int>(number("digits", 0, 100));
        rule.context = lowerCaseWords("context");
        rule.unless = lowerCaseWords("unless");
        rule.contextWindow = static_cast<int>(number("context_window", 50, 1000));
        if (const toml::node *node = m_table.get("context_required")) {
            const auto value = node->value_exact<bool>();
            if (!value || rule.context.empty()) {
                fault(*node, u"'context_required' must be true or false, and needs 'context'"_s);
            }
            rule.contextRequired = value.value_or(true);
        }
        rule.validatorName = text("validator", false);
        if (!rule.validatorName.isEmpty()) {
            rule.validator = validatorNamed(rule.validatorName.toStdString());
            if (rule.validator == nullptr) {
                fault(*m_table.get("validator"), u"unknown validator"_s);
            }
        }
    }

    void readExamples(Rule &rule)
    {
        rule.positives = texts("positives");
        rule.negatives = texts("negatives");
        if (rule.positives.size() < kFewestExamples || rule.negatives.size() < kFewestExamples) {
            fault(m_table, u"rule '%1' needs %2 positives and %2 negatives"_s.arg(rule.id).arg(
                               kFewestExamples));
        }
    }

    const toml::table &m_table;
    QString m_fileName;
    CompilePatterns m_when;
    std::optional<base::Error> m_fault;
};

}   // namespace

base::Result<std::vector<Rule>> parseRules(const QByteArray &toml, const QString &fileName,
                                           CompilePatterns when)
{
    const std::string_view bytes(toml.constData(), static_cast<std::size_t>(toml.size()));
    toml::table parsed;
    try {
        parsed = toml::parse(bytes, fileName.toStdString());
    } catch (const toml::parse_error &error) {
        return base::failure(base::ErrorCode::RuleInvalid,
                             u"%1:%2"_s.arg(fileName).arg(error.source().begin.line),
                             QString::fromUtf8(error.description()));
    }
    std::vector<Rule> rules;
    for (const auto &[key, node] : parsed) {
        const toml::array *array = node.as_array();
        const QString location = u"%1:%2"_s.arg(fileName).arg(node.source().begin.line);
        if (key != "rule" || array == nullptr) {
            return base::failure(base::ErrorCode::RuleInvalid, location,
                                 u"unknown key '%1'"_s.arg(QString::fromUtf8(key.str())));
        }
        for (const toml::node &item : *array) {
            const toml::table *table = item.as_table();
            if (table == nullptr) {
                return base::failure(base::ErrorCode::RuleInvalid, location,
                                     u"a rule must be a table"_s);
            }
            auto rule = RuleReader(*table, fileName, when).read();
            if (!rule) {
                return tl::unexpected<base::Error>(rule.error());
            }
            rules.push_back(std::move(*rule));
        }
    }
    if (rules.empty()) {
        return base::failure(base::ErrorCode::RuleInvalid, u"%1:1"_s.arg(fileName), u"no rule"_s);
    }
    return rules;
}

}   // namespace expunge::detect
