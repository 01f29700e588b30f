// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewsession.h"
#include "tests/support/fakedocument.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace expunge;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using document::HiddenAction;
using document::HiddenDefault;
using document::HiddenKind;
using review::CandidateRef;
using review::Decision;
using review::ReviewSession;
using testing::FakeDocument;
using testing::fakeUnit;

namespace {

detect::Candidate candidateAt(const document::TextUnit &unit, int begin, int end,
                              const QString &type)
{
    detect::Candidate made;
    made.span = {unit.index, begin, end};
    made.type = type;
    made.text = unit.text.mid(begin, end - begin);
    made.id = detect::candidateId(unit, made.span, type);
    return made;
}

/// A file with one candidate a unit: the unit's first word.
review::ReviewFile makeFile(std::shared_ptr<const document::Document> document, const QString &sha)
{
    review::ReviewFile file;
    file.id = u"f"_s + sha;
    file.path = u"/nowhere/"_s + sha;
    file.sourceSha256 = sha;
    for (const document::TextUnit &unit : document->textUnits()) {
        const auto end = unit.text.indexOf(u' ');
        file.candidates.push_back(
            candidateAt(unit, 0, static_cast<int>(end < 0 ? unit.text.size() : end), u"PERSON"_s));
    }
    file.document = std::move(document);
    return file;
}

review::ReviewFile wordsFile(const QString &sha, int count)
{
    QStringList texts;
    for (int i = 0; i < count; ++i) {
        texts += u"Zorb%1 said so"_s.arg(i);
    }
    return makeFile(std::make_shared<FakeDocument>(texts), sha);
}

/// A file with a shown unit, one in comments (go unless kept), one in alternative texts (stay
/// unless removed), and an item that must be decided.
review::ReviewFile hiddenFile()
{
    std::vector<document::TextUnit> units{fakeUnit(0, u"Shown text"_s),
                                          fakeUnit(1, u"Commented text"_s, u"h1"_s),
                                          fakeUnit(2, u"Alternative text"_s, u"h2"_s)};
    std::vector<document::HiddenItem> items{
        {u"h1"_s, HiddenKind::Comments, 1, u"c"_s, {}, HiddenDefault::Remove, true},
        {u"h2"_s, HiddenKind::AltText, 1, u"a"_s, {}, HiddenDefault::Keep, true},
        {u"h3"_s, HiddenKind::TrackedChanges, 1, u"t"_s, {}, HiddenDefault::Review, true},
        {u"h4"_s, HiddenKind::Macros, 1, u"m"_s, {}, HiddenDefault::Remove, false}};
    return makeFile(std::make_shared<FakeDocument>(std::move(units), std::move(items)),
                    u"hidden"_s);
}

/// Everything that can be seen of a session, as one value.
QString stateOf(const ReviewSession &session)
{
    QStringList lines{review::styleName(session.style())};
    for (int file = 0; file < static_cast<int>(session.files().size()); ++file) {
        const review::ReviewFile &reviewed = session.files()[static_cast<size_t>(file)];
        for (int i = 0; i < static_cast<int>(reviewed.candidates.size()); ++i) {
            const detect::Candidate &each = reviewed.candidates[static_cast<size_t>(i)];
            lines += u"%1 %2 %3 %4"_s.arg(each.id, each.text, each.entity,
                                          review::decisionName(session.decision({file, i})));
        }
        for (int i = 0; i < static_cast<int>(reviewed.document->hiddenItems().size()); ++i) {
            lines += u"%1 %2"_s.arg(static_cast<int>(session.hiddenAction({file, i})))
                         .arg(session.hiddenPending({file, i}) ? 1 : 0);
        }
    }
    return lines.join(u'\n');
}

}   // namespace

class TestReviewSession : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<review::Journal> journal() const
    {
        auto opened = review::Journal::open(m_folder->filePath(u"s"_s), u"s1"_s, *m_keys);
        return opened ? std::move(*opened) : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<review::SessionKeys> m_keys;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keys = review::makeFileSessionKeys(m_folder->filePath(u"k"_s));
    }

    void everythingIsPendingAtFirst()
    {
        ReviewSession session(nullptr);
        QCOMPARE(session.addFile(wordsFile(u"a"_s, 3)).value(), 0);
        QCOMPARE(session.counts().pending, 3);
        QCOMPARE(session.counts().found, 3);
        QVERIFY(!session.canUndo());
        QCOMPARE(session.nextPending({}), (CandidateRef{0, 0}));
    }

    void decisionOnSeveralCandidatesIsOneStep()
    {
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(wordsFile(u"a"_s, 5)).has_value());
        QSignalSpy changed(&session, &ReviewSession::decisionsChanged);
        QVERIFY(session.decide({{0, 1}, {0, 3}, {0, 3}}, Decision::Redact).has_value());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(session.counts().redacted, 2);
        QCOMPARE(session.undoStep().kind, review::StepInfo::Kind::Redact);
        QCOMPARE(session.undoStep().count, 2);
        QCOMPARE(session.undoStep().first, (CandidateRef{0, 1}));
        QVERIFY(session.undo().has_value());
        QCOMPARE(session.counts().pending, 5);
        QVERIFY(!session.canUndo());
        QVERIFY(session.redo().has_value());
        QCOMPARE(session.counts().redacted, 2);
        QVERIFY(!session.canRedo());
    }

    void decisionThatChangesNothingIsNoStep()
    {
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(wordsFile(u"a"_s, 2)).has_value());
        QVERIFY(session.decide({{0, 0}}, Decision::Keep).has_value());
        QVERIFY(session.decide({{0, 0}}, Decision::Keep).has_value());
        QVERIFY(session.undo().has_value());
        QVERIFY(!session.canUndo());
    }

    void candidateThatIsNotThereIsRefused()
    {
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(wordsFile(u"a"_s, 2)).has_value());
        for (const CandidateRef ref : {CandidateRef{}, CandidateRef{0, 2}, CandidateRef{1, 0}}) {
            const auto decided = session.decide({{0, 0}, ref}, Decision::Keep);
            QVERIFY(!decided);
            QCOMPARE(decided.error().code, ErrorCode::WrongUsage);
        }
        QCOMPARE(session.counts().pending, 2);
    }

    void tenThousandDecisionsCanBeUndoneAndDoneAgain()
    {
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(wordsFile(u"a"_s, 500)).has_value());
        const QString before = stateOf(session);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 10'000; ++i) {
            const auto decision = i / 500 % 2 == 0 ? Decision::Redact : Decision::Keep;
            QVERIFY(session.decide({{0, i % 500}}, decision).has_value());
        }
        const QString after = stateOf(session);
        QVERIFY(after != before);
        int undone = 0;
        for (; session.canUndo(); ++undone) {
            QVERIFY(session.undo().has_value());
        }
        QCOMPARE(undone, 10'000);
        QCOMPARE(stateOf(session), before);
        while (session.canRedo()) {
            QVERIFY(session.redo().has_value());
        }
        QCOMPARE(stateOf(session), after);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void decisionsAndUndoStepsComeBackAfterAStart()
    {
        QString decided;
        {
            ReviewSession session(journal());
            QVERIFY(session.addFile(wordsFile(u"a"_s, 4)).has_value());
            QVERIFY(session.addFile(wordsFile(u"b"_s, 2)).has_value());
            QVERIFY(session.decide({{0, 0}, {1, 1}}, Decision::Redact).has_value());
            QVERIFY(session.decide({{0, 2}}, Decision::Keep).has_value());
            QVERIFY(session.setStyle(review::Style::Block).has_value());
            decided = stateOf(session);
            QVERIFY(session.decide({{0, 3}}, Decision::Keep).has_value());
            QVERIFY(session.undo().has_value());
        }
        ReviewSession session(journal());
        QCOMPARE(session.journalledFiles().size(), size_t{2});
        QCOMPARE(session.journalledFiles()[1].path, u"/nowhere/b"_s);
        QVERIFY(session.addFile(wordsFile(u"a"_s, 4)).has_value());
        QVERIFY(session.addFile(wordsFile(u"b"_s, 2)).has_value());
        QCOMPARE(stateOf(session), decided);
        QVERIFY(session.canRedo());
        QVERIFY(session.redo().has_value());
        QCOMPARE(session.decision({0, 3}), Decision::Keep);
        for (int i = 0; i < 4; ++i) {
            QVERIFY(session.undo().has_value());
        }
        QVERIFY(!session.canUndo());
        QCOMPARE(session.counts().pending, 6);
        QCOMPARE(session.style(), review::Style::Label);
    }

    void filesMayComeBackInAnotherOrder()
    {
        {
            ReviewSession session(journal());
            QVERIFY(session.addFile(wordsFile(u"a"_s, 2)).has_value());
            QVERIFY(session.addFile(wordsFile(u"b"_s, 2)).has_value());
            QVERIFY(session.decide({{0, 1}}, Decision::Redact).has_value());
            QVERIFY(session.decide({{1, 0}}, Decision::Keep).has_value());
        }
        ReviewSession session(journal());
        QVERIFY(session.addFile(wordsFile(u"b"_s, 2)).has_value());
        QVERIFY(session.addFile(wordsFile(u"a"_s, 2)).has_value());
        QCOMPARE(session.decision({0, 0}), Decision::Keep);
        QCOMPARE(session.decision({1, 1}), Decision::Redact);
        QCOMPARE(session.counts().pending, 2);
    }

    void otherBytesDoNotTakeUpDecisions()
    {
        {
            ReviewSession session(journal());
            QVERIFY(session.addFile(wordsFile(u"a"_s, 2)).has_value());
            QVERIFY(session.decide({{0, 1}}, Decision::Redact).has_value());
        }
        ReviewSession session(journal());
        QVERIFY(session.addFile(wordsFile(u"changed"_s, 2)).has_value());
        QCOMPARE(session.counts().pending, 2);
    }

    void twoFilesWithTheSameBytesAreDecidedApart()
    {
        {
            ReviewSession session(journal());
            QVERIFY(session.addFile(wordsFile(u"a"_s, 2)).has_value());
            QVERIFY(session.addFile(wordsFile(u"a"_s, 2)).has_value());
            QVERIFY(session.decide({{1, 0}}, Decision::Redact).has_value());
        }
        ReviewSession session(journal());
        QVERIFY(session.addFile(wordsFile(u"a"_s, 2)).has_value());
        QVERIFY(session.addFile(wordsFile(u"a"_s, 2)).has_value());
        QCOMPARE(session.decision({0, 0}), Decision::Pending);
        QCOMPARE(session.decision({1, 0}), Decision::Redact);
    }

    void pseudonymsStayTheSameAfterAStart()
    {
        QString name;
        {
            ReviewSession session(journal());
            QVERIFY(session.addFile(wordsFile(u"a"_s, 2)).has_value());
            QVERIFY(session.setStyle(review::Style::Pseudonym).has_value());
            name = session.replacement({0, 1});
        }
        ReviewSession session(journal());
        QVERIFY(session.addFile(wordsFile(u"a"_s, 2)).has_value());
        QCOMPARE(session.replacement({0, 1}), name);
    }

    void sumOfStatesIsTheNumberFoundWhateverIsDone()
    {
        std::vector<std::vector<Decision>> model{std::vector<Decision>(40, Decision::Pending)};
        size_t at = 0;
        ReviewSession session(journal());
        QVERIFY(session.addFile(wordsFile(u"a"_s, 25)).has_value());
        QVERIFY(session.addFile(wordsFile(u"b"_s, 15)).has_value());
        QRandomGenerator random(4711);
        const auto refOf = [](int i) {
            return i < 25 ? CandidateRef{0, i} : CandidateRef{1, i - 25};
        };
        for (int round = 0; round < 400; ++round) {
            const int what = random.bounded(10);
            if (what < 6) {
                const auto decision = static_cast<Decision>(random.bounded(3));
                std::vector<CandidateRef> refs;
                auto next = model[at];
                for (int n = random.bounded(1, 5); n > 0; --n) {
                    const int i = random.bounded(40);
                    refs.push_back(refOf(i));
                    next[static_cast<size_t>(i)] = decision;
                }
                QVERIFY(session.decide(refs, decision).has_value());
                if (next != model[at]) {
                    model.resize(at + 1);
                    model.push_back(next);
                    ++at;
                }
            } else if (what < 9) {
                QCOMPARE(session.canUndo(), at > 0);
                QVERIFY(session.undo().has_value());
                at -= at > 0 ? 1 : 0;
            } else {
                QCOMPARE(session.canRedo(), at + 1 < model.size());
                QVERIFY(session.redo().has_value());
                at += at + 1 < model.size() ? 1 : 0;
            }
            for (int i = 0; i < 40; ++i) {
                QCOMPARE(session.decision(refOf(i)), model[at][static_cast<size_t>(i)]);
            }
            const review::Counts counts = session.counts();
            QCOMPARE(counts.found, counts.redacted + counts.kept + counts.pending);
            QCOMPARE(counts.pending, static_cast<int>(std::count(model[at].begin(), model[at].end(),
                                                                 Decision::Pending)));
        }
    }

    void textOfRemovedItemsIsNotPending()
    {
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(hiddenFile()).has_value());
        QCOMPARE(session.counts().found, 2);   // the comment goes, so nobody need decide about it
        QVERIFY(!session.active({0, 1}));
        QVERIFY(session.active({0, 2}));
        QVERIFY(session.decideHidden({{0, 0}}, HiddenAction::Keep).has_value());
        QVERIFY(session.active({0, 1}));
        QCOMPARE(session.counts().pending, 3);
        QVERIFY(session.decideHidden({{0, 1}}, HiddenAction::Remove).has_value());
        QCOMPARE(session.counts().pending, 2);
        QVERIFY(session.undo().has_value());
        QVERIFY(session.undo().has_value());
        QCOMPARE(session.counts().found, 2);
    }

    void itemThatMustBeDecidedIsPendingUntilItIs()
    {
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(hiddenFile()).has_value());
        QCOMPARE(session.counts().hiddenPending, 1);
        QVERIFY(session.decideHidden({{0, 2}}, HiddenAction::Remove).has_value());
        QCOMPARE(session.counts().hiddenPending, 0);
        QVERIFY(session.decideHidden({{0, 2}}, HiddenAction::Undo).has_value());
        QCOMPARE(session.hiddenAction({0, 2}), HiddenAction::Undo);
        QVERIFY(session.undo().has_value());
        QVERIFY(session.undo().has_value());
        QCOMPARE(session.counts().hiddenPending, 1);
    }

    void itemThatMustGoCannotBeKept()
    {
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(hiddenFile()).has_value());
        QVERIFY(session.decideHidden({{0, 3}}, HiddenAction::Keep).has_value());
        QCOMPARE(session.hiddenAction({0, 3}), HiddenAction::Remove);
        QVERIFY(!session.decideHidden({{0, 0}}, HiddenAction::Undo).has_value());
    }

    void planNamesEveryHiddenItemAndTheRedactedSpans()
    {
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(hiddenFile()).has_value());
        QVERIFY(session.decide({{0, 0}}, Decision::Redact).has_value());
        QVERIFY(session.decide({{0, 2}}, Decision::Keep).has_value());
        const document::RedactionPlan plan = session.plan(0);
        QCOMPARE(plan.spans.size(), size_t{1});
        QCOMPARE(plan.spans[0].span, (document::Span{0, 0, 5}));
        QCOMPARE(plan.spans[0].replacement, u"[PERSON-1]"_s);
        const std::map<QString, HiddenAction> expected{{u"h1"_s, HiddenAction::Remove},
                                                       {u"h2"_s, HiddenAction::Keep},
                                                       {u"h3"_s, HiddenAction::Remove},
                                                       {u"h4"_s, HiddenAction::Remove}};
        QVERIFY(plan.hidden == expected);
    }

    void overlappingRedactionsAreMergedAndTouchingOnesAreNot()
    {
        auto document = std::make_shared<FakeDocument>(QStringList{u"abcdefghij"_s});
        review::ReviewFile file;
        file.document = document;
        const document::TextUnit &unit = document->textUnits().front();
        for (const auto &[begin, end] :
             {std::pair{0, 4}, std::pair{2, 6}, std::pair{3, 5}, std::pair{6, 8}}) {
            file.candidates.push_back(candidateAt(unit, begin, end, u"T%1"_s.arg(begin)));
        }
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(std::move(file)).has_value());
        QVERIFY(session.decide({{0, 0}, {0, 1}, {0, 2}, {0, 3}}, Decision::Redact).has_value());
        const auto spans = session.plan(0).spans;
        QCOMPARE(spans.size(), size_t{2});
        QCOMPARE(spans[0].span, (document::Span{0, 0, 6}));
        QCOMPARE(spans[0].replacement, u"[T0-1]"_s);
        QCOMPARE(spans[1].span, (document::Span{0, 6, 8}));
    }

    void nextPendingGoesAroundTheEndAndAcrossFiles()
    {
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(wordsFile(u"a"_s, 2)).has_value());
        QVERIFY(session.addFile(wordsFile(u"b"_s, 2)).has_value());
        QVERIFY(session.decide({{0, 0}, {1, 0}}, Decision::Keep).has_value());
        QCOMPARE(session.nextPending({0, 1}), (CandidateRef{1, 1}));
        QCOMPARE(session.nextPending({1, 1}), (CandidateRef{0, 1}));
        QCOMPARE(session.previousPending({0, 1}), (CandidateRef{1, 1}));
        QCOMPARE(session.previousPending({1, 1}), (CandidateRef{0, 1}));
        QVERIFY(session.decide({{0, 1}, {1, 1}}, Decision::Keep).has_value());
        QVERIFY(!session.nextPending({0, 1}).isValid());
    }

    void journalOfAnotherKindIsDamaged()
    {
        {
            auto other = journal();
            QVERIFY(other->append("no record of a session").has_value());
        }
        ReviewSession session(journal());
        const auto added = session.addFile(wordsFile(u"a"_s, 1));
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::SessionDamaged);
    }

    void timesOfTheReviewAreKept()
    {
        QDateTime started;
        QDateTime finished;
        {
            ReviewSession session(journal());
            QVERIFY(session.addFile(wordsFile(u"a"_s, 1)).has_value());
            started = session.startedAt();
            QTest::qWait(5);
            QVERIFY(session.decide({{0, 0}}, Decision::Keep).has_value());
            finished = session.finishedAt();
            QVERIFY(finished > started);
        }
        QTest::qWait(5);
        ReviewSession session(journal());
        QVERIFY(session.addFile(wordsFile(u"a"_s, 1)).has_value());
        QCOMPARE(session.startedAt().toMSecsSinceEpoch(), started.toMSecsSinceEpoch());
        QCOMPARE(session.finishedAt().toMSecsSinceEpoch(), finished.toMSecsSinceEpoch());
    }
};

QTEST_GUILESS_MAIN(TestReviewSession)
#include "tst_reviewsession.moc"
