// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reviewsession.h"

#include <QByteArray>

#include <optional>
#include <variant>
#include <vector>

namespace expunge::review {

/// Names a file of a submission for as long as its bytes are the same: its digest, and which of the
/// files with these bytes it is.
QString fileKey(const QString &sourceSha256, int occurrence);

/// A candidate as the journal names it.
struct CandidateName
{
    QString file;   // fileKey
    QString id;

    friend bool operator==(const CandidateName &, const CandidateName &) = default;
};

/// A hidden item as the journal names it.
struct HiddenName
{
    QString file;
    QString id;

    friend bool operator==(const HiddenName &, const HiddenName &) = default;
};

/// A candidate that a mark adds. Its text is not kept: it is read from the file again.
struct AddedCandidate
{
    QString file;
    QString id;
    QString type;
    document::Span span;
    Decision decision = Decision::Pending;

    friend bool operator==(const AddedCandidate &, const AddedCandidate &) = default;
};

/// One thing that a person did, and that undo takes back as a whole.
struct Step
{
    StepInfo::Kind kind = StepInfo::Kind::None;
    Decision decision = Decision::Pending;   // of `candidates`
    std::vector<CandidateName> candidates;
    document::HiddenAction action = document::HiddenAction::Remove;   // of `hidden`
    std::vector<HiddenName> hidden;
    std::vector<AddedCandidate> added;
    Style style = Style::Label;   // kind Style only

    friend bool operator==(const Step &, const Step &) = default;
};

/// The first record of a journal.
struct SessionStart
{
    QByteArray key;   // seeds pseudonyms

    friend bool operator==(const SessionStart &, const SessionStart &) = default;
};

struct UndoRecord
{
    friend bool operator==(const UndoRecord &, const UndoRecord &) = default;
};

struct RedoRecord
{
    friend bool operator==(const RedoRecord &, const RedoRecord &) = default;
};

/// Everything that a session journal can hold, one a record.
using RecordContent = std::variant<SessionStart, JournalledFile, Step, UndoRecord, RedoRecord>;

struct SessionRecord
{
    RecordContent content;
    qint64 time = 0;   // ms since 1970, UTC

    friend bool operator==(const SessionRecord &, const SessionRecord &) = default;
};

QByteArray encodeRecord(const SessionRecord &record);
std::optional<SessionRecord> decodeRecord(const QByteArray &bytes);

}   // namespace expunge::review
