// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/sessionrecords.h"

#include <QSet>

namespace expunge::review {

/// What a step changed.
struct Touched
{
    std::vector<CandidateRef> candidates;
    bool hidden = false;
    bool reset = false;   // candidates came or went, so that positions are others
};

/// How things were before a step.
struct Before
{
    std::vector<Decision> decisions;                              // of Step::candidates
    std::vector<std::optional<document::HiddenAction>> actions;   // of Step::hidden
    std::vector<bool> added;                                      // which of Step::added are new
    Style style = Style::Label;
};

/// The present decisions about all files of a session, beside the candidates that the files hold.
class DecisionTable
{
public:
    /// Changes the candidates of `files` when marks come and go.
    explicit DecisionTable(std::vector<ReviewFile> &files);

    /// To be called when a file was added at the end.
    void fileAdded();

    /// To be called when candidates of the detector's were added to a file, while nothing is
    /// decided or marked.
    void candidatesAdded(int file);

    /// Everything pending, and no marks.
    void clear();

    Before apply(const Step &step, Touched &touched);
    void revert(const Step &step, const Before &before, Touched &touched);

    /// Positions of a step's candidates, marked ones first; those of files that are not there are
    /// left out.
    std::vector<CandidateRef> refsOf(const Step &step) const;
    CandidateRef find(const CandidateName &name) const;
    CandidateName nameOf(CandidateRef ref) const;
    QString fileKeyOf(int file) const { return m_states[static_cast<size_t>(file)].key; }
    HiddenName nameOf(HiddenRef ref) const;
    bool contains(CandidateRef ref) const;
    bool contains(HiddenRef ref) const;

    Decision decision(CandidateRef ref) const;
    document::HiddenAction action(HiddenRef ref) const;
    bool pending(HiddenRef ref) const;
    bool active(CandidateRef ref) const;
    Style style() const { return m_style; }

private:
    struct FileState
    {
        QString key;
        std::vector<Decision> decisions;                              // beside the candidates
        QHash<QString, int> positions;                                // of candidates, by id
        QHash<QString, int> hiddenPositions;                          // of hidden items, by id
        std::vector<std::optional<document::HiddenAction>> actions;   // beside the hidden items
        QSet<QString> marked;   // ids of candidates that marks added
    };

    int fileNumber(const QString &key) const;
    void indexPositions(int file);
    bool insert(const AddedCandidate &added);
    void removeMarked(int file, const QSet<QString> &ids);
    std::optional<document::HiddenAction> exchange(const HiddenName &name,
                                                   std::optional<document::HiddenAction> action,
                                                   Touched &touched);

    std::vector<ReviewFile> &m_files;
    std::vector<FileState> m_states;
    Style m_style = Style::Label;
};

}   // namespace expunge::review
