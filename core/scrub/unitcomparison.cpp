// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/unitcomparison.h"

#include "core/scrub/markupreader.h"

#include <algorithm>

namespace expunge::scrub {

using document::HiddenAction;
using document::HiddenItem;
using document::HiddenKind;

namespace {

constexpr size_t lookAhead = 64;   // so many units in a row may have come in between

using Texts = std::vector<std::pair<QString, QString>>;   // part and text

QString withoutSpace(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (!c.isSpace()) {
            result += c;
        }
    }
    return result;
}

/// The texts of one side that the other does not have, in order, without space and in one piece,
/// for each part.
using LeftOver = std::map<QString, QString>;

LeftOver leftOver(const Texts &texts, QHash<QString, int> others)
{
    LeftOver result;
    for (const auto &[part, text] : texts) {
        int &times = others[text];
        if (times > 0) {
            --times;
        } else {
            result[part] += withoutSpace(text);
        }
    }
    std::erase_if(result, [](const auto &entry) { return entry.second.isEmpty(); });
    return result;
}

QHash<QString, int> countTexts(const Texts &texts)
{
    QHash<QString, int> counts;
    for (const auto &text : texts) {
        ++counts[text.second];
    }
    return counts;
}

QString joined(const LeftOver &texts)
{
    QString all;
    for (const auto &[part, text] : texts) {
        all += text;
    }
    return all;
}

bool staysKept(const document::RedactionPlan &plan, const document::HiddenItem &item)
{
    return item.canKeep && actionFor(plan, item.id) == HiddenAction::Keep;
}

bool isRenamed(HiddenKind kind)
{
    return kind == HiddenKind::StyleNames || kind == HiddenKind::Bookmarks;
}

/// Texts of hidden items of a kind, which names that every such file has ("Heading 1 Char") are
/// not: these are not anybody's.
class ItemNames
{
public:
    ItemNames(const std::vector<HiddenItem> &items, HiddenKind kind)
    {
        for (const HiddenItem &item : items) {
            if (item.kind == kind) {
                m_ids.insert(item.id);
                m_names.insert(item.preview);
            }
        }
    }

    void add(const QString &item, const QString &text)
    {
        if (m_ids.contains(item)) {
            m_names.insert(text);
        }
    }

    QSet<QString> names() const
    {
        QSet<QString> names = m_names;
        names.removeIf([](const QString &name) {
            return name.isEmpty()
                   || isFormatWord({MarkupText::Kind::Attribute, QStringLiteral("name"), name});
        });
        return names;
    }

private:
    QSet<QString> m_ids;
    QSet<QString> m_names;
};

}   // namespace

UnitComparison::UnitComparison(const Expectation &work)
    : m_work(work)
    , m_expected(work)
{
}

void UnitComparison::take(const document::TextUnit &unit)
{
    const int position = m_units++;
    if (isLoose(unit) || !unit.hiddenItem.isEmpty()) {
        m_loose.push_back({position, unit.part, unit.text, unit.hiddenItem});
        return;
    }
    m_window.push_back({position, unit.part, unit.text, {}});
    if (m_window.size() >= lookAhead) {
        matchNext();
    }
}

/// Equal texts that stand in the same order are taken off both sides, one for one: in a sheet of a
/// million cells that is nearly all.
void UnitComparison::matchNext()
{
    ExpectedText text;
    if (m_allExpected || !m_expected.next(text)) {
        m_allExpected = true;
        leave(m_window.size());
        return;
    }
    size_t at = 0;
    while (at < m_window.size()
           && (m_window[at].text != text.text || m_window[at].part != text.part)) {
        ++at;
    }
    if (text.mayGo || at == m_window.size()) {
        m_wanted.push_back({std::move(text.part), std::move(text.text), text.mayGo});
        return;
    }
    leave(at);
    m_window.pop_front();
}

/// The first units of the window are what nothing like them is expected for.
void UnitComparison::leave(size_t count)
{
    for (; count > 0; --count) {
        m_rest.push_back(std::move(m_window.front()));
        m_window.pop_front();
    }
}

/// Texts that stand where a format may put neutral names, and that the original or what is expected
/// has as well: these are no neutral names.
QSet<QString> UnitComparison::knownNames() const
{
    QSet<QString> names;
    for (const Found &found : m_loose) {
        names.insert(found.text);
    }
    QSet<QString> known;
    if (names.isEmpty()) {
        return known;
    }
    for (const document::TextUnit &unit : m_work.original->textUnits()) {
        if (names.contains(unit.text)) {
            known.insert(unit.text);
        }
    }
    ExpectedTexts expected(m_work);
    for (ExpectedText text; expected.next(text);) {
        if (names.contains(text.text)) {
            known.insert(text.text);
        }
    }
    return known;
}

/// Hidden items of the output that stand for names which other parts refer to, so that removal
/// gives them neutral ones (styles, bookmarks), when all such names are to go.
QSet<QString> UnitComparison::renamedItems(const std::vector<HiddenItem> &hidden) const
{
    QSet<HiddenKind> kept;
    for (const HiddenItem &item : m_work.original->hiddenItems()) {
        if (staysKept(m_work.plan, item)) {
            kept.insert(item.kind);
        }
    }
    QSet<QString> items;
    for (const HiddenItem &item : hidden) {
        if (isRenamed(item.kind) && !kept.contains(item.kind)) {
            items.insert(item.id);
        }
    }
    return items;
}

/// True if hidden items of the output still hold a name that the original had there.
bool UnitComparison::sharesNames(const std::vector<HiddenItem> &hidden, HiddenKind kind) const
{
    ItemNames now(hidden, kind);
    for (const Found &found : m_loose) {
        now.add(found.hiddenItem, found.text);
    }
    ItemNames before(m_work.original->hiddenItems(), kind);
    for (const document::TextUnit &unit : m_work.original->textUnits()) {
        if (!unit.hiddenItem.isEmpty()) {
            before.add(unit.hiddenItem, unit.text);
        }
    }
    return now.names().intersects(before.names());
}

/// Adds the units that are compared only when all is known of the output to those that are left.
void UnitComparison::takeLoose(const std::vector<HiddenItem> &hidden)
{
    const QSet<QString> known = knownNames();
    const QSet<QString> renamed = renamedItems(hidden);
    for (const Found &found : m_loose) {
        if (known.contains(found.text) && !renamed.contains(found.hiddenItem)) {
            m_rest.push_back(found);
        }
    }
    std::sort(m_rest.begin(), m_rest.end(),
              [](const Found &a, const Found &b) { return a.position < b.position; });
}

std::vector<Leak> UnitComparison::differences(const std::vector<HiddenItem> &hidden)
{
    while (!m_allExpected) {
        matchNext();
    }
    leave(m_window.size());
    takeLoose(hidden);
    Texts found;
    for (const Found &unit : m_rest) {
        found.emplace_back(unit.part, unit.text);
    }
    const QHash<QString, int> foundCounts = countTexts(found);
    Texts wanted;
    QHash<QString, int> spare = foundCounts;
    for (const Wanted &text : m_wanted) {
        if (!text.mayGo) {
            wanted.emplace_back(text.part, text.text);
            --spare[text.text];
        }
    }
    // what may go is there only if more of it was found than must be: a name stands in a cell, and
    // as an author
    for (const Wanted &text : m_wanted) {
        if (text.mayGo && spare.value(text.text) > 0) {
            wanted.emplace_back(text.part, text.text);
            --spare[text.text];
        }
    }
    const LeftOver missing = leftOver(wanted, foundCounts);
    const LeftOver extra = leftOver(found, countTexts(wanted));
    std::vector<Leak> leaks;
    // Parts may have got other names; then the whole must be the same.
    if (missing == extra || joined(missing) == joined(extra)) {
        return leaks;
    }
    for (const auto &[part, text] : extra) {
        if (const auto same = missing.find(part); same == missing.end() || same->second != text) {
            leaks.push_back({{}, part, QStringLiteral("unit differs")});
        }
    }
    for (const auto &[part, text] : missing) {
        if (!extra.contains(part)) {
            leaks.push_back({{}, part, QStringLiteral("text is missing")});
        }
    }
    return leaks;
}

std::vector<Leak> UnitComparison::remainingHidden(const std::vector<HiddenItem> &hidden) const
{
    std::map<HiddenKind, int> kept;
    std::map<HiddenKind, QString> removed;   // the id of the first
    for (const HiddenItem &item : m_work.original->hiddenItems()) {
        if (staysKept(m_work.plan, item)) {
            ++kept[item.kind];
        } else {
            removed.try_emplace(item.kind, item.id);
        }
    }
    const QSet<QString> renamed = renamedItems(hidden);
    std::map<HiddenKind, int> there;
    std::vector<Leak> leaks;
    for (const HiddenItem &item : hidden) {
        const bool neutral = renamed.contains(item.id) && !sharesNames(hidden, item.kind);
        if (++there[item.kind] > kept[item.kind] && !neutral) {
            leaks.push_back({removed[item.kind], item.part,
                             QStringLiteral("hidden item is still there: ")
                                 + document::hiddenKindName(item.kind)});
        } else if (item.inside > 0) {
            leaks.push_back({{}, item.part, QStringLiteral("hidden items are in it")});
        }
    }
    return leaks;
}

}   // namespace expunge::scrub
