// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/decisiontable.h"
#include "core/review/replacement.h"
#include "core/review/sessionrecords.h"

namespace expunge::review {

/// A step that was done, and what it changed.
struct DoneStep
{
    Step step;
    Before before;
};

/// What a review session knows: its journal, the log of all that was done, and where that has led.
struct ReviewSession::State
{
    explicit State(std::vector<ReviewFile> &files)
        : table(files)
    {
    }

    /// Takes over what a journal holds.
    void load();
    /// Puts a record into the journal and the log.
    base::Result<> store(RecordContent content);
    StepInfo infoOf(const Step &step) const;
    const Replacements &replacements(const std::vector<ReviewFile> &files);

    DecisionTable table;
    std::unique_ptr<Journal> journal;
    std::vector<SessionRecord> log;   // all records but the first, in order
    std::vector<DoneStep> steps;
    size_t done = 0;   // steps behind this one were undone
    QByteArray key;
    bool started = false;   // the journal has its first record
    bool damaged = false;
    QDateTime startedAt;
    QDateTime finishedAt;
    std::optional<Replacements> cached;
};

}   // namespace expunge::review
