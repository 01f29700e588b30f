// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/expectedtexts.h"

#include "core/scrub/markupreader.h"

#include <QSet>

#include <map>

namespace expunge::scrub {

using document::HiddenAction;
using document::HiddenKind;

namespace {

constexpr QChar replacedMark(0xfffc);

using Texts = std::vector<std::pair<QString, QString>>;   // part and text

HiddenAction actionFor(const document::RedactionPlan &plan, const QString &item)
{
    const auto found = plan.hidden.find(item);
    return found == plan.hidden.end() ? HiddenAction::Remove : found->second;
}

QString replaceSpans(const QString &text, const std::vector<document::SpanRedaction> &spans,
                     bool marked)
{
    QString result;
    qsizetype copied = 0;
    for (const document::SpanRedaction &redaction : spans) {
        const auto begin = std::clamp<qsizetype>(redaction.span.begin, copied, text.size());
        result += QStringView(text).sliced(copied, begin - copied);
        result += marked ? QString(replacedMark) : redaction.replacement;
        copied = std::clamp<qsizetype>(redaction.span.end, begin, text.size());
    }
    return result + QStringView(text).sliced(copied);
}

/// A copy whose text is not that of its unit: the values that were redacted there are replaced
/// wherever they stand.
QString replaceValues(QString copy, const QString &original,
                      const std::vector<document::SpanRedaction> &spans, bool marked)
{
    for (const document::SpanRedaction &redaction : spans) {
        const QString value = original.mid(redaction.span.begin, redaction.span.length());
        if (!value.isEmpty()) {
            copy.replace(value, marked ? QString(replacedMark) : redaction.replacement);
        }
    }
    return copy;
}

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

/// The name of a font, which may go from some of its places and not from others.
bool isFontName(const document::TextUnit &unit)
{
    return !unit.place.empty() && unit.place.back().kind == document::PlaceKind::Other
           && unit.place.back().name == QStringLiteral("font name");
}

bool isOfLink(const document::TextUnit &unit)
{
    using document::PlaceKind;
    return !unit.place.empty()
           && (unit.place.back().kind == PlaceKind::Link
               || unit.place.back().kind == PlaceKind::Field
               || unit.place.back().kind == PlaceKind::ToolTip);
}

/// What a hidden item says of itself, such as the name of an author or a placeholder: formats take
/// more of it out than they must.
bool isBesideText(const document::TextUnit &unit)
{
    using document::PlaceKind;
    return !unit.hiddenItem.isEmpty() && !unit.place.empty()
           && (isOfLink(unit) || unit.place.back().kind == PlaceKind::ContentControl
               || unit.place.back().kind == PlaceKind::Property
               || unit.place.back().kind == PlaceKind::Other);
}

bool isNamed(const document::TextUnit &unit)
{
    using document::PlaceKind;
    const PlaceKind kind = unit.place.empty() ? PlaceKind::Other : unit.place.back().kind;
    return kind == PlaceKind::Sheet || kind == PlaceKind::DefinedName || kind == PlaceKind::Table
           || kind == PlaceKind::Column;
}

bool staysKept(const document::RedactionPlan &plan, const document::HiddenItem &item)
{
    return item.canKeep && actionFor(plan, item.id) == HiddenAction::Keep;
}

bool isRenamed(HiddenKind kind)
{
    return kind == HiddenKind::StyleNames || kind == HiddenKind::Bookmarks;
}

/// The texts of a document's hidden items of a kind.
QSet<QString> namesIn(const document::Document &document, HiddenKind kind)
{
    QSet<QString> ids;
    QSet<QString> names;
    for (const document::HiddenItem &item : document.hiddenItems()) {
        if (item.kind == kind) {
            ids.insert(item.id);
            names.insert(item.preview);
        }
    }
    for (const document::TextUnit &unit : document.textUnits()) {
        if (ids.contains(unit.hiddenItem)) {
            names.insert(unit.text);
        }
    }
    // Names that every such file has ("Heading 1 Char") are not anybody's.
    names.removeIf([](const QString &name) {
        return name.isEmpty()
               || isFormatWord({MarkupText::Kind::Attribute, QStringLiteral("name"), name});
    });
    return names;
}

/// True if an item of the output still holds a name that the original had there.
bool sharesNames(const document::HiddenItem &item, const document::Document &output,
                 const document::Document &original)
{
    return namesIn(output, item.kind).intersects(namesIn(original, item.kind));
}

/// Hidden items of the output that stand for names which other parts refer to, so that removal
/// gives them neutral ones (styles, bookmarks), when all such names are to go.
QSet<QString> renamedItems(const Expectation &work, const document::Document &output)
{
    QSet<HiddenKind> kept;
    for (const document::HiddenItem &item : work.original->hiddenItems()) {
        if (staysKept(work.plan, item)) {
            kept.insert(item.kind);
        }
    }
    QSet<QString> items;
    for (const document::HiddenItem &item : output.hiddenItems()) {
        if (isRenamed(item.kind) && !kept.contains(item.kind)) {
            items.insert(item.id);
        }
    }
    return items;
}

/// What the format says of its own accord is believed as long as it brings no redacted text back.
bool isSound(const document::AdjustedUnit &adjusted, const document::TextUnit &unit,
             const std::vector<document::SpanRedaction> &spans, const QString &plain)
{
    return std::all_of(spans.begin(), spans.end(), [&](const document::SpanRedaction &redaction) {
        const QString value = unit.text.mid(redaction.span.begin, redaction.span.length());
        return plain.contains(value, Qt::CaseInsensitive)
               || !adjusted.text.contains(value, Qt::CaseInsensitive);
    });
}

/// Texts of the output that stand where a format may put neutral names, and that the original or
/// what is expected has as well: these are no neutral names.
QSet<QString> knownNames(const Expectation &work, const std::vector<ExpectedText> &expected,
                         const document::Document &output)
{
    QSet<QString> names;
    for (const document::TextUnit &unit : output.textUnits()) {
        if (isOfLink(unit) || isFontName(unit) || !unit.hiddenItem.isEmpty()) {
            names.insert(unit.text);
        }
    }
    QSet<QString> known;
    for (const document::TextUnit &unit : work.original->textUnits()) {
        if (names.contains(unit.text)) {
            known.insert(unit.text);
        }
    }
    for (const ExpectedText &text : expected) {
        if (names.contains(text.text)) {
            known.insert(text.text);
        }
    }
    return known;
}

/// The units of the output that must agree with what is expected.
std::vector<const document::TextUnit *> comparable(const Expectation &work,
                                                   const std::vector<ExpectedText> &expected,
                                                   const document::Document &output)
{
    const QSet<QString> known = knownNames(work, expected, output);
    const QSet<QString> renamed = renamedItems(work, output);
    std::vector<const document::TextUnit *> units;
    units.reserve(output.textUnits().size());
    for (const document::TextUnit &unit : output.textUnits()) {
        const bool renames = isOfLink(unit) || isFontName(unit) || !unit.hiddenItem.isEmpty();
        const bool neutral = renames && !known.contains(unit.text);
        if (!neutral && !renamed.contains(unit.hiddenItem)) {
            units.push_back(&unit);
        }
    }
    return units;
}

/// What is left of both sides when equal texts that stand in the same order are taken off, one for
/// one: in a sheet of a million cells that is nearly all.
std::pair<std::vector<const ExpectedText *>, Texts>
unmatched(const std::vector<ExpectedText> &expected,
          const std::vector<const document::TextUnit *> &found)
{
    constexpr size_t lookAhead = 64;   // so many units in a row may have come in between
    std::vector<const ExpectedText *> wanted;
    Texts rest;
    size_t next = 0;
    for (const ExpectedText &text : expected) {
        size_t at = next;
        const size_t end = std::min(next + lookAhead, found.size());
        while (at < end && (found[at]->text != text.text || found[at]->part != text.part)) {
            ++at;
        }
        if (text.mayGo || at == end) {
            wanted.push_back(&text);
            continue;
        }
        for (; next < at; ++next) {
            rest.emplace_back(found[next]->part, found[next]->text);
        }
        ++next;
    }
    for (; next < found.size(); ++next) {
        rest.emplace_back(found[next]->part, found[next]->text);
    }
    return {std::move(wanted), std::move(rest)};
}

}   // namespace

std::vector<ExpectedText> expectedTexts(const Expectation &work)
{
    const auto &units = work.original->textUnits();
    std::vector<std::vector<document::SpanRedaction>> spans(units.size());
    for (const document::SpanRedaction &redaction : work.plan.spans) {
        if (redaction.span.unit >= 0 && static_cast<size_t>(redaction.span.unit) < units.size()) {
            spans[static_cast<size_t>(redaction.span.unit)].push_back(redaction);
        }
    }
    QHash<int, const document::AdjustedUnit *> adjusted;
    for (const document::AdjustedUnit &unit : work.adjusted) {
        adjusted.insert(unit.unit, &unit);
    }
    std::vector<ExpectedText> texts;
    for (size_t i = 0; i < units.size(); ++i) {
        const document::TextUnit &unit = units[i];
        const document::AdjustedUnit *change = adjusted.value(unit.index);
        const bool removed = !unit.hiddenItem.isEmpty()
                             && actionFor(work.plan, unit.hiddenItem) == HiddenAction::Remove;
        if (change != nullptr ? change->gone : removed) {
            continue;
        }
        const bool isCopy = unit.copyOf >= 0 && static_cast<size_t>(unit.copyOf) < units.size();
        const size_t source = isCopy ? static_cast<size_t>(unit.copyOf) : i;
        ExpectedText expected;
        expected.part = unit.part;
        // unused links go, and codes whose bookmarks and styles got other names are other codes
        expected.isName = isNamed(unit);
        expected.mayGo = isOfLink(unit) || isFontName(unit) || isBesideText(unit);
        if (spans[source].empty()) {   // no text of its own: there can be a million of them
            expected.text = unit.text;
            expected.left = unit.text;
        } else if (unit.text == units[source].text) {
            expected.text = replaceSpans(unit.text, spans[source], false);
            expected.left = replaceSpans(unit.text, spans[source], true);
        } else {
            expected.text = replaceValues(unit.text, units[source].text, spans[source], false);
            expected.left = replaceValues(unit.text, units[source].text, spans[source], true);
        }
        if (change != nullptr && isSound(*change, unit, spans[source], expected.text)) {
            expected.text = change->text;
            expected.left = change->text;
        }
        texts.push_back(std::move(expected));
    }
    return texts;
}

std::vector<Leak> compareUnits(const Expectation &work, const std::vector<ExpectedText> &expected,
                               const document::Document &output)
{
    const auto [wantedTexts, found] = unmatched(expected, comparable(work, expected, output));
    const QHash<QString, int> foundCounts = countTexts(found);
    Texts wanted;
    QHash<QString, int> spare = foundCounts;
    for (const ExpectedText *text : wantedTexts) {
        if (!text->mayGo) {
            wanted.emplace_back(text->part, text->text);
            --spare[text->text];
        }
    }
    // what may go is there only if more of it was found than must be: a name stands in a cell, and
    // as an author
    for (const ExpectedText *text : wantedTexts) {
        if (text->mayGo && spare.value(text->text) > 0) {
            wanted.emplace_back(text->part, text->text);
            --spare[text->text];
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

std::vector<Leak> remainingHidden(const Expectation &work, const document::Document &output)
{
    std::map<HiddenKind, int> kept;
    std::map<HiddenKind, QString> removed;   // the id of the first
    for (const document::HiddenItem &item : work.original->hiddenItems()) {
        if (staysKept(work.plan, item)) {
            ++kept[item.kind];
        } else {
            removed.try_emplace(item.kind, item.id);
        }
    }
    const QSet<QString> renamed = renamedItems(work, output);
    std::map<HiddenKind, int> there;
    std::vector<Leak> leaks;
    for (const document::HiddenItem &item : output.hiddenItems()) {
        const bool neutral =
            renamed.contains(item.id) && !sharesNames(item, output, *work.original);
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

bool undoesChanges(const document::RedactionPlan &plan)
{
    return std::any_of(plan.hidden.begin(), plan.hidden.end(),
                       [](const auto &entry) { return entry.second == HiddenAction::Undo; });
}

}   // namespace expunge::scrub
