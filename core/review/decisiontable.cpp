// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/decisiontable.h"

namespace expunge::review {

using document::HiddenAction;
using document::HiddenDefault;

namespace {

/// The category of a type that a person chose: that of the detector's own candidates of the type,
/// where there are any.
detect::Category categoryOf(const QString &type, const std::vector<ReviewFile> &files)
{
    for (const ReviewFile &file : files) {
        for (const detect::Candidate &candidate : file.candidates) {
            if (candidate.type == type) {
                return candidate.category;
            }
        }
    }
    return type == QLatin1String("PERSON") ? detect::Category::Personal : detect::Category::Custom;
}

/// Two candidates must not answer to one name.
void makeIdsUnique(std::vector<detect::Candidate> &candidates)
{
    QHash<QString, int> seen;
    for (detect::Candidate &candidate : candidates) {
        const int times = ++seen[candidate.id];
        if (times > 1) {
            candidate.id += QLatin1Char('~') + QString::number(times);
        }
    }
}

}   // namespace

DecisionTable::DecisionTable(std::vector<ReviewFile> &files)
    : m_files(files)
{
}

void DecisionTable::fileAdded()
{
    ReviewFile &file = m_files.back();
    int occurrence = 0;
    for (size_t i = 0; i + 1 < m_files.size(); ++i) {
        occurrence += m_files[i].sourceSha256 == file.sourceSha256 ? 1 : 0;
    }
    makeIdsUnique(file.candidates);
    FileState state;
    state.key = fileKey(file.sourceSha256, occurrence);
    state.decisions.assign(file.candidates.size(), Decision::Pending);
    const auto &items = file.document->hiddenItems();
    state.actions.resize(items.size());
    for (size_t i = 0; i < items.size(); ++i) {
        state.hiddenPositions.insert(items[i].id, static_cast<int>(i));
    }
    m_states.push_back(std::move(state));
    indexPositions(static_cast<int>(m_states.size()) - 1);
}

void DecisionTable::candidatesAdded(int file)
{
    auto &candidates = m_files[static_cast<size_t>(file)].candidates;
    makeIdsUnique(candidates);
    m_states[static_cast<size_t>(file)].decisions.assign(candidates.size(), Decision::Pending);
    indexPositions(file);
}

void DecisionTable::clear()
{
    for (size_t i = 0; i < m_states.size(); ++i) {
        FileState &state = m_states[i];
        removeMarked(static_cast<int>(i), QSet<QString>(state.marked));
        std::fill(state.decisions.begin(), state.decisions.end(), Decision::Pending);
        std::fill(state.actions.begin(), state.actions.end(), std::nullopt);
    }
    m_style = Style::Label;
}

Before DecisionTable::apply(const Step &step, Touched &touched)
{
    Before before;
    before.style = m_style;
    if (step.kind == StepInfo::Kind::Style) {
        m_style = step.style;
    }
    for (const AddedCandidate &added : step.added) {
        before.added.push_back(insert(added));
        touched.reset = true;
    }
    for (const CandidateName &name : step.candidates) {
        const CandidateRef ref = find(name);
        Decision previous = Decision::Pending;
        if (ref.isValid()) {
            auto &decisions = m_states[static_cast<size_t>(ref.file)].decisions;
            previous = std::exchange(decisions[static_cast<size_t>(ref.index)], step.decision);
        }
        before.decisions.push_back(previous);
    }
    for (const HiddenName &name : step.hidden) {
        before.actions.push_back(exchange(name, step.action, touched));
    }
    touched.candidates = refsOf(step);
    return before;
}

void DecisionTable::revert(const Step &step, const Before &before, Touched &touched)
{
    m_style = before.style;
    for (size_t i = 0; i < step.candidates.size(); ++i) {
        const CandidateRef ref = find(step.candidates[i]);
        if (ref.isValid()) {
            auto &decisions = m_states[static_cast<size_t>(ref.file)].decisions;
            decisions[static_cast<size_t>(ref.index)] = before.decisions[i];
        }
    }
    for (size_t i = 0; i < step.hidden.size(); ++i) {
        exchange(step.hidden[i], before.actions[i], touched);
    }
    QHash<QString, QSet<QString>> gone;
    for (size_t i = 0; i < step.added.size(); ++i) {
        if (before.added[i]) {
            gone[step.added[i].file].insert(step.added[i].id);
        }
    }
    for (auto it = gone.cbegin(); it != gone.cend(); ++it) {
        if (const int file = fileNumber(it.key()); file >= 0) {
            removeMarked(file, it.value());
        }
        touched.reset = true;
    }
    touched.candidates = refsOf(step);
}

std::vector<CandidateRef> DecisionTable::refsOf(const Step &step) const
{
    std::vector<CandidateRef> refs;
    const auto add = [&](const CandidateName &name) {
        if (const CandidateRef ref = find(name); ref.isValid()) {
            refs.push_back(ref);
        }
    };
    for (const AddedCandidate &added : step.added) {
        add({added.file, added.id});
    }
    for (const CandidateName &name : step.candidates) {
        add(name);
    }
    return refs;
}

CandidateRef DecisionTable::find(const CandidateName &name) const
{
    const int file = fileNumber(name.file);
    if (file < 0) {
        return {};
    }
    const int index = m_states[static_cast<size_t>(file)].positions.value(name.id, -1);
    return index < 0 ? CandidateRef() : CandidateRef{file, index};
}

CandidateName DecisionTable::nameOf(CandidateRef ref) const
{
    const auto file = static_cast<size_t>(ref.file);
    return {m_states[file].key, m_files[file].candidates[static_cast<size_t>(ref.index)].id};
}

HiddenName DecisionTable::nameOf(HiddenRef ref) const
{
    const auto file = static_cast<size_t>(ref.file);
    return {m_states[file].key,
            m_files[file].document->hiddenItems()[static_cast<size_t>(ref.index)].id};
}

bool DecisionTable::contains(CandidateRef ref) const
{
    return ref.isValid() && static_cast<size_t>(ref.file) < m_states.size()
           && static_cast<size_t>(ref.index)
                  < m_states[static_cast<size_t>(ref.file)].decisions.size();
}

bool DecisionTable::contains(HiddenRef ref) const
{
    return ref.file >= 0 && ref.index >= 0 && static_cast<size_t>(ref.file) < m_states.size()
           && static_cast<size_t>(ref.index)
                  < m_states[static_cast<size_t>(ref.file)].actions.size();
}

Decision DecisionTable::decision(CandidateRef ref) const
{
    return m_states[static_cast<size_t>(ref.file)].decisions[static_cast<size_t>(ref.index)];
}

HiddenAction DecisionTable::action(HiddenRef ref) const
{
    const auto file = static_cast<size_t>(ref.file);
    const auto index = static_cast<size_t>(ref.index);
    const document::HiddenItem &item = m_files[file].document->hiddenItems()[index];
    if (!item.canKeep) {
        return HiddenAction::Remove;
    }
    const HiddenAction byDefault =
        item.byDefault == HiddenDefault::Keep ? HiddenAction::Keep : HiddenAction::Remove;
    return m_states[file].actions[index].value_or(byDefault);
}

bool DecisionTable::pending(HiddenRef ref) const
{
    const auto file = static_cast<size_t>(ref.file);
    const auto index = static_cast<size_t>(ref.index);
    const document::HiddenItem &item = m_files[file].document->hiddenItems()[index];
    return item.canKeep && item.byDefault == HiddenDefault::Review
           && !m_states[file].actions[index].has_value();
}

bool DecisionTable::active(CandidateRef ref) const
{
    const auto file = static_cast<size_t>(ref.file);
    const ReviewFile &reviewed = m_files[file];
    const int unit = reviewed.candidates[static_cast<size_t>(ref.index)].span.unit;
    const auto &units = reviewed.document->textUnits();
    if (unit < 0 || static_cast<size_t>(unit) >= units.size()) {
        return true;
    }
    const QString &item = units[static_cast<size_t>(unit)].hiddenItem;
    const int position = item.isEmpty() ? -1 : m_states[file].hiddenPositions.value(item, -1);
    return position < 0 || action(HiddenRef{ref.file, position}) != HiddenAction::Remove;
}

int DecisionTable::fileNumber(const QString &key) const
{
    for (size_t i = 0; i < m_states.size(); ++i) {
        if (m_states[i].key == key) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void DecisionTable::indexPositions(int file)
{
    const auto &candidates = m_files[static_cast<size_t>(file)].candidates;
    auto &positions = m_states[static_cast<size_t>(file)].positions;
    positions.clear();
    for (size_t i = 0; i < candidates.size(); ++i) {
        positions.insert(candidates[i].id, static_cast<int>(i));
    }
}

bool DecisionTable::insert(const AddedCandidate &added)
{
    const int file = fileNumber(added.file);
    if (file < 0) {
        return false;
    }
    FileState &state = m_states[static_cast<size_t>(file)];
    ReviewFile &reviewed = m_files[static_cast<size_t>(file)];
    const auto &units = reviewed.document->textUnits();
    const document::Span &span = added.span;
    if (state.positions.contains(added.id) || span.unit < 0
        || static_cast<size_t>(span.unit) >= units.size() || span.begin < 0 || span.length() <= 0
        || span.end > units[static_cast<size_t>(span.unit)].text.size()) {
        return false;
    }
    detect::Candidate candidate;
    candidate.id = added.id;
    candidate.type = added.type;
    candidate.category = categoryOf(added.type, m_files);
    candidate.span = span;
    candidate.text = units[static_cast<size_t>(span.unit)].text.mid(span.begin, span.length());
    candidate.score = 1;
    candidate.tier = detect::Tier::Suggested;
    candidate.rule = QStringLiteral("marked");
    candidate.evidence = {{detect::EvidenceKind::Marked, {}}};
    auto &list = reviewed.candidates;
    const auto at =
        std::upper_bound(list.begin(), list.end(), span,
                         [](const document::Span &value, const detect::Candidate &other) {
                             return value < other.span;
                         });
    state.decisions.insert(state.decisions.begin() + (at - list.begin()), added.decision);
    list.insert(at, std::move(candidate));
    state.marked.insert(added.id);
    indexPositions(file);
    return true;
}

void DecisionTable::removeMarked(int file, const QSet<QString> &ids)
{
    if (ids.isEmpty()) {
        return;
    }
    FileState &state = m_states[static_cast<size_t>(file)];
    auto &list = m_files[static_cast<size_t>(file)].candidates;
    size_t kept = 0;
    for (size_t i = 0; i < list.size(); ++i) {
        if (ids.contains(list[i].id)) {
            continue;
        }
        if (kept != i) {
            list[kept] = std::move(list[i]);
            state.decisions[kept] = state.decisions[i];
        }
        ++kept;
    }
    list.resize(kept);
    state.decisions.resize(kept);
    state.marked.subtract(ids);
    indexPositions(file);
}

std::optional<HiddenAction> DecisionTable::exchange(const HiddenName &name,
                                                    std::optional<HiddenAction> action,
                                                    Touched &touched)
{
    const int file = fileNumber(name.file);
    if (file < 0) {
        return std::nullopt;
    }
    FileState &state = m_states[static_cast<size_t>(file)];
    const int position = state.hiddenPositions.value(name.id, -1);
    if (position < 0) {
        return std::nullopt;
    }
    touched.hidden = true;
    return std::exchange(state.actions[static_cast<size_t>(position)], action);
}

}   // namespace expunge::review
