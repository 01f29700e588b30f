// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/candidatemodel.h"

#include "ui/review/candidatetext.h"
#include "ui/text/typetext.h"

namespace expunge::ui {

using review::CandidateRef;

namespace {

constexpr quintptr topLevel = 0;

}   // namespace

CandidateModel::CandidateModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void CandidateModel::setSession(const review::ReviewSession *session)
{
    m_session = session;
    rebuild();
}

void CandidateModel::setGrouping(Grouping grouping)
{
    m_grouping = grouping;
    rebuild();
}

QString CandidateModel::keyOf(CandidateRef ref) const
{
    const detect::Candidate &candidate = m_session->candidate(ref);
    switch (m_grouping) {
    case Grouping::Entity:
        return candidate.entity.isEmpty() ? candidate.id : candidate.entity;
    case Grouping::Type:
        return candidate.type;
    case Grouping::Position:
        return QString::number(ref.file);
    }
    return {};
}

CandidateModel::Group CandidateModel::groupFor(CandidateRef first) const
{
    const detect::Candidate &candidate = m_session->candidate(first);
    switch (m_grouping) {
    case Grouping::Entity:
        return {oneLine(candidate.text), typeText(candidate.type), {}};
    case Grouping::Type:
        return {typeText(candidate.type), {}, {}};
    case Grouping::Position:
        return {fileTitle(m_session->files().at(static_cast<size_t>(first.file))), {}, {}};
    }
    return {};
}

void CandidateModel::rebuild()
{
    beginResetModel();
    m_groups.clear();
    m_places.clear();
    std::map<QString, int> byKey;
    const int files = m_session ? static_cast<int>(m_session->files().size()) : 0;
    for (int file = 0; file < files; ++file) {
        const int count =
            static_cast<int>(m_session->files().at(static_cast<size_t>(file)).candidates.size());
        for (int i = 0; i < count; ++i) {
            const CandidateRef ref{file, i};
            if (!m_session->active(ref)) {
                continue;
            }
            const auto [entry, isNew] =
                byKey.try_emplace(keyOf(ref), static_cast<int>(m_groups.size()));
            if (isNew) {
                m_groups.push_back(groupFor(ref));
            }
            Group &group = m_groups.at(static_cast<size_t>(entry->second));
            m_places.emplace(ref,
                             std::make_pair(entry->second, static_cast<int>(group.members.size())));
            group.members.push_back(ref);
        }
    }
    endResetModel();
}

void CandidateModel::decisionsChanged(const std::vector<CandidateRef> &refs)
{
    for (const CandidateRef ref : refs) {
        const QModelIndex changedIndex = indexOf(ref);
        if (changedIndex.isValid()) {
            Q_EMIT dataChanged(changedIndex, changedIndex);
            Q_EMIT dataChanged(changedIndex.parent(), changedIndex.parent());
        }
    }
}

CandidateRef CandidateModel::refAt(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    if (index.internalId() == topLevel) {
        const Group &group = m_groups.at(static_cast<size_t>(index.row()));
        // A click on a group means its first member that is not decided yet.
        for (const CandidateRef ref : group.members) {
            if (m_session->decision(ref) == review::Decision::Pending) {
                return ref;
            }
        }
        return group.members.front();
    }
    return m_groups.at(index.internalId() - 1).members.at(static_cast<size_t>(index.row()));
}

QModelIndex CandidateModel::indexOf(CandidateRef ref) const
{
    const auto found = m_places.find(ref);
    if (found == m_places.end()) {
        return {};
    }
    return createIndex(found->second.second, 0, static_cast<quintptr>(found->second.first) + 1);
}

QModelIndex CandidateModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : topLevel);
}

QModelIndex CandidateModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == topLevel) {
        return {};
    }
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, topLevel);
}

int CandidateModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_groups.size());
    }
    if (parent.internalId() != topLevel || parent.column() != 0) {
        return 0;
    }
    return static_cast<int>(m_groups.at(static_cast<size_t>(parent.row())).members.size());
}

int CandidateModel::columnCount(const QModelIndex &) const
{
    return 1;
}

int CandidateModel::pendingIn(const Group &group) const
{
    return static_cast<int>(
        std::count_if(group.members.begin(), group.members.end(), [this](CandidateRef ref) {
            return m_session->decision(ref) == review::Decision::Pending;
        }));
}

QVariant CandidateModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_session) {
        return {};
    }
    if (index.internalId() == topLevel) {
        return groupData(m_groups.at(static_cast<size_t>(index.row())), role);
    }
    return memberData(refAt(index), role);
}

QVariant CandidateModel::groupData(const Group &group, int role) const
{
    const int pending = pendingIn(group);
    const auto count = static_cast<int>(group.members.size());
    switch (role) {
    case Qt::DisplayRole:
        return group.title;
    case PlaceRole:
        return group.detail;
    case PendingRole:
        return pending;
    case GroupRole:
        return count;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1 %2, %3 found, %4 pending", "group, type, counts")
            .arg(group.title, group.detail)
            .arg(count)
            .arg(pending);
    default:
        return {};
    }
}

QVariant CandidateModel::memberData(CandidateRef ref, int role) const
{
    const review::Decision decision = m_session->decision(ref);
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(m_session->candidate(ref).text);
    case StateRole:
        return static_cast<int>(markStateOf(decision));
    case PlaceRole: {
        const QString place = candidatePlace(*m_session, ref);
        return m_session->files().size() > 1 && m_grouping != Grouping::Position
                   ? tr("%1 · %2", "place, file")
                         .arg(place,
                              fileTitle(m_session->files().at(static_cast<size_t>(ref.file))))
                   : place;
    }
    case Qt::ToolTipRole:
        return candidateDescription(*m_session, ref);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3", "text, type, decision")
            .arg(oneLine(m_session->candidate(ref).text), typeText(m_session->candidate(ref).type),
                 decisionText(decision));
    default:
        return {};
    }
}

}   // namespace expunge::ui
