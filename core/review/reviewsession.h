// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/detect/candidate.h"
#include "core/document/document.h"
#include "core/review/journal.h"
#include "core/review/replacement.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace expunge::review {

/// What a person says of a candidate. The window calls them Redact and Keep.
enum class Decision { Pending, Redact, Keep };

QString decisionName(Decision decision);   // "pending", "redact", "keep"

struct Step;
struct Touched;

/// A candidate of the submission, by position.
struct CandidateRef
{
    int file = -1;
    int index = -1;

    bool isValid() const { return file >= 0 && index >= 0; }
    friend auto operator<=>(const CandidateRef &, const CandidateRef &) = default;
};

struct HiddenRef
{
    int file = -1;
    int index = -1;

    friend auto operator<=>(const HiddenRef &, const HiddenRef &) = default;
};

/// One file under review.
struct ReviewFile
{
    QString id;             // "f1"
    QString path;           // where the original is; local only
    QString sourceSha256;   // of the original; local only
    std::shared_ptr<const document::Document> document;
    std::vector<detect::Candidate> candidates;   // in order of position; marked ones are sorted in
    QHash<QString, QString> replacements;        // texts of a person's own, by candidate id
    std::vector<document::Span> keepListed;      // where a keep list says that text stays
    std::vector<document::PageRegion> regions = {};   // of pages, that go with all in them
};

/// A file that a journal was kept for.
struct JournalledFile
{
    QString path;
    QString sourceSha256;

    friend bool operator==(const JournalledFile &, const JournalledFile &) = default;
};

/// The sum check: found = redacted + kept + pending.
struct Counts
{
    int found = 0;
    int redacted = 0;
    int kept = 0;
    int pending = 0;
    int hiddenPending = 0;   // hidden items that must be decided and are not
};

/// The step that an undo would take back, or a redo do again, for its text.
struct StepInfo
{
    enum class Kind { None, Redact, Keep, Reopen, Mark, Unmark, Hidden, Style } kind = Kind::None;
    int count = 0;        // candidates or hidden items concerned
    CandidateRef first;   // where to go back to
};

/// The decisions about one submission: the only thing that changes between opening and export.
class ReviewSession final : public QObject
{
    Q_OBJECT

public:
    /// `journal` may be null (command line, tests): nothing is kept then.
    explicit ReviewSession(std::unique_ptr<Journal> journal, QObject *parent = nullptr);
    ~ReviewSession() override;

    /// Adds an opened and analyzed file; what is a candidate in one file becomes one in the others
    /// too, wherever its text stands, and candidates of all files are linked to entities anew.
    /// Decisions that the journal holds for the same bytes (by sourceSha256) are taken up, undo
    /// steps included, once every file that it names is there.
    base::Result<int> addFile(ReviewFile file);

    const std::vector<ReviewFile> &files() const { return m_files; }

    /// The files that the journal was kept for, in the order in which they were added: what a
    /// session that is resumed opens again.
    std::vector<JournalledFile> journalledFiles() const;

    const detect::Candidate &candidate(CandidateRef ref) const;

    Decision decision(CandidateRef ref) const;

    /// False while the candidate stands in a hidden item that is to be removed: it goes with it, so
    /// it is neither counted nor pending.
    bool active(CandidateRef ref) const;

    document::HiddenAction hiddenAction(HiddenRef ref) const;
    bool hiddenPending(HiddenRef ref) const;

    /// One step each: stored durably before it returns. SessionDamaged, DiskFull … if it could not
    /// be stored; nothing is changed then.
    base::Result<> decide(const std::vector<CandidateRef> &refs, Decision decision);
    base::Result<> decideHidden(const std::vector<HiddenRef> &refs, document::HiddenAction action);

    /// Marks a span that the detector missed: a new candidate, decided Redact. Equal text elsewhere
    /// in the submission becomes pending candidates of the same entity. A span equal to a candidate
    /// decides that one.
    base::Result<CandidateRef> mark(int file, const document::Span &span, const QString &type);

    base::Result<> setStyle(Style style);
    Style style() const;

    bool canUndo() const;
    bool canRedo() const;
    StepInfo undoStep() const;
    StepInfo redoStep() const;
    base::Result<StepInfo> undo();
    base::Result<StepInfo> redo();

    /// The next pending candidate after `from` in reading order, across files, around the end;
    /// invalid if none is pending.
    CandidateRef nextPending(CandidateRef from) const;
    CandidateRef previousPending(CandidateRef from) const;

    /// All candidates of one entity, in reading order.
    std::vector<CandidateRef> entityMembers(const QString &entity) const;

    Counts counts(int file) const;
    Counts counts() const;

    /// What would stand in a candidate's place.
    QString replacement(CandidateRef ref) const;

    /// What a scrub of a file is to do; overlapping redactions are merged.
    document::RedactionPlan plan(int file) const;

    /// When the review began and when its last decision was made (UTC).
    QDateTime startedAt() const;
    QDateTime finishedAt() const;

Q_SIGNALS:
    /// Candidates were decided, marked or reopened.
    void decisionsChanged(const std::vector<CandidateRef> &refs);
    void hiddenChanged();
    /// The list of files or candidates is another one: references held from before are stale.
    void candidatesReset();
    void historyChanged();

private:
    struct State;
    base::Result<> perform(Step step);
    void replay();
    void linkEntities();
    void spreadValues();
    CandidateRef findPending(CandidateRef from, int direction) const;
    void announce(const Touched &touched);
    std::vector<ReviewFile> m_files;
    std::unique_ptr<State> m_state;
};

}   // namespace expunge::review
