// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewsession.h"
#include "tests/support/fakedocument.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace expunge;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using review::CandidateRef;
using review::Decision;
using review::ReviewSession;
using testing::FakeDocument;
using testing::fakeUnit;

namespace {

review::ReviewFile fileOf(const QStringList &texts, const QString &sha)
{
    review::ReviewFile file;
    file.sourceSha256 = sha;
    file.path = u"/nowhere/"_s + sha;
    file.document = std::make_shared<FakeDocument>(texts);
    return file;
}

detect::Candidate candidateAt(const document::Document &document, const document::Span &span)
{
    const document::TextUnit &unit = document.textUnits()[static_cast<size_t>(span.unit)];
    detect::Candidate made;
    made.span = span;
    made.type = u"EMAIL"_s;
    made.text = unit.text.mid(span.begin, span.length());
    made.id = detect::candidateId(unit, span, made.type);
    return made;
}

}   // namespace

class TestMarking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markIsRedactedAndEqualTextElsewhereIsPending()
    {
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(
            fileOf({u"Blorple met us"_s, u"and BLORPLE left"_s, u"not blorples"_s}, u"a"_s)));
        QVERIFY(session.addFile(fileOf({u"about Blorple"_s}, u"b"_s)));
        QSignalSpy reset(&session, &ReviewSession::candidatesReset);
        const auto marked = session.mark(0, {0, 0, 7}, u"PERSON"_s);
        QVERIFY(marked.has_value());
        QCOMPARE(reset.count(), 1);
        QCOMPARE(session.candidate(*marked).text, u"Blorple"_s);
        QCOMPARE(session.decision(*marked), Decision::Redact);
        QCOMPARE(session.counts().found, 3);
        QCOMPARE(session.counts().pending, 2);
        QCOMPARE(session.entityMembers(session.candidate(*marked).entity).size(), size_t{3});
        QCOMPARE(session.files()[1].candidates.front().type, u"PERSON"_s);
    }

    void undoTakesTheMarkAndWhatCameWithItBack()
    {
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(fileOf({u"Blorple met us"_s, u"and Blorple left"_s}, u"a"_s)));
        QVERIFY(session.mark(0, {0, 0, 7}, u"PERSON"_s).has_value());
        QVERIFY(session.decide({{0, 1}}, Decision::Keep).has_value());
        QVERIFY(session.undo().has_value());
        QCOMPARE(session.undoStep().kind, review::StepInfo::Kind::Mark);
        QVERIFY(session.undo().has_value());
        QCOMPARE(session.counts().found, 0);
        QVERIFY(session.redo().has_value());
        QVERIFY(session.redo().has_value());
        QCOMPARE(session.counts().found, 2);
        QCOMPARE(session.decision({0, 0}), Decision::Redact);
        QCOMPARE(session.decision({0, 1}), Decision::Keep);
    }

    void marksComeBackAfterAStart()
    {
        QTemporaryDir folder;
        const auto keys = review::makeFileSessionKeys(folder.filePath(u"k"_s));
        const auto open = [&] {
            return std::move(*review::Journal::open(folder.filePath(u"s"_s), u"s1"_s, *keys));
        };
        {
            ReviewSession session(open());
            QVERIFY(session.addFile(fileOf({u"Blorple met us"_s, u"and Blorple left"_s}, u"a"_s)));
            QVERIFY(session.mark(0, {1, 4, 11}, u"PERSON"_s).has_value());
        }
        ReviewSession session(open());
        QVERIFY(session.addFile(fileOf({u"Blorple met us"_s, u"and Blorple left"_s}, u"a"_s)));
        QCOMPARE(session.counts().found, 2);
        QCOMPARE(session.decision({0, 0}), Decision::Pending);
        QCOMPARE(session.decision({0, 1}), Decision::Redact);
        QVERIFY(session.undo().has_value());
        QCOMPARE(session.counts().found, 0);
    }

    void markEqualToACandidateDecidesThatOne()
    {
        review::ReviewFile file = fileOf({u"write to us"_s}, u"a"_s);
        file.candidates.push_back(candidateAt(*file.document, {0, 0, 5}));
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(std::move(file)));
        const auto marked = session.mark(0, {0, 0, 6}, u"PERSON"_s);   // with a space behind it
        QCOMPARE(marked.value(), (CandidateRef{0, 0}));
        QCOMPARE(session.counts().found, 1);
        QCOMPARE(session.counts().redacted, 1);
    }

    void whatStandsInsideAMarkIsDecidedWithIt()
    {
        review::ReviewFile file = fileOf({u"one two three"_s}, u"a"_s);
        file.candidates.push_back(candidateAt(*file.document, {0, 4, 7}));
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(std::move(file)));
        QVERIFY(session.decide({{0, 0}}, Decision::Keep).has_value());
        QVERIFY(session.mark(0, {0, 0, 13}, u"PERSON"_s).has_value());
        QCOMPARE(session.counts().redacted, 2);
        QVERIFY(session.undo().has_value());
        QCOMPARE(session.counts().kept, 1);
        QCOMPARE(session.counts().found, 1);
    }

    void markOfNothingIsRefused()
    {
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(fileOf({u"a   b"_s}, u"a"_s)));
        for (const document::Span &span :
             {document::Span{0, 1, 3}, document::Span{0, 2, 2}, document::Span{0, 3, 9},
              document::Span{1, 0, 1}, document::Span{-1, 0, 1}, document::Span{0, -1, 1}}) {
            const auto marked = session.mark(0, span, u"PERSON"_s);
            QVERIFY(!marked);
            QCOMPARE(marked.error().code, ErrorCode::WrongUsage);
        }
        QVERIFY(!session.mark(1, {0, 0, 1}, u"PERSON"_s));
        QVERIFY(!session.canUndo());
    }

    void markInACopyIsMadeInWhatItRepeats()
    {
        review::ReviewFile file;
        file.document = std::make_shared<FakeDocument>(
            std::vector{fakeUnit(0, u"Blorple here"_s), fakeUnit(1, u"Blorple here"_s, {}, 0)},
            std::vector<document::HiddenItem>());
        ReviewSession session(nullptr);
        QVERIFY(session.addFile(std::move(file)));
        const auto marked = session.mark(0, {1, 0, 7}, u"PERSON"_s);
        QVERIFY(marked.has_value());
        QCOMPARE(session.candidate(*marked).span, (document::Span{0, 0, 7}));
        QCOMPARE(session.counts().found, 1);
    }

    void markDoesNotCutACharacterInTwo()
    {
        ReviewSession session(nullptr);
        const QString text = u"x\U0001F600y"_s;
        QVERIFY(session.addFile(fileOf({text}, u"a"_s)));
        const auto marked = session.mark(0, {0, 2, 3}, u"PERSON"_s);
        QVERIFY(marked.has_value());
        QCOMPARE(session.candidate(*marked).span, (document::Span{0, 1, 3}));
    }
};

QTEST_GUILESS_MAIN(TestMarking)
#include "tst_marking.moc"
