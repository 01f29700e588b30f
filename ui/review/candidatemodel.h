// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reviewsession.h"

#include <QAbstractItemModel>

#include <vector>

namespace expunge::ui {

enum class Grouping { Entity, Type, Position };

/// The candidates of a review as a tree of groups and their members.
class CandidateModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole, PlaceRole, PendingRole, GroupRole };

    explicit CandidateModel(QObject *parent = nullptr);

    /// The session must outlive its use here; null empties the model.
    void setSession(const review::ReviewSession *session);
    void setGrouping(Grouping grouping);
    Grouping grouping() const { return m_grouping; }
    void rebuild();
    void decisionsChanged(const std::vector<review::CandidateRef> &refs);

    review::CandidateRef refAt(const QModelIndex &index) const;
    QModelIndex indexOf(review::CandidateRef ref) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Group
    {
        QString title;
        QString detail;
        std::vector<review::CandidateRef> members;
    };

    QVariant groupData(const Group &group, int role) const;
    QVariant memberData(review::CandidateRef ref, int role) const;
    QString keyOf(review::CandidateRef ref) const;
    Group groupFor(review::CandidateRef first) const;
    int pendingIn(const Group &group) const;

    const review::ReviewSession *m_session = nullptr;
    Grouping m_grouping = Grouping::Entity;
    std::vector<Group> m_groups;
    std::map<review::CandidateRef, std::pair<int, int>> m_places;   // group and row
};

}   // namespace expunge::ui
