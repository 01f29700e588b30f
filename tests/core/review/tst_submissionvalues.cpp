// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewsession.h"
#include "tests/support/fakedocument.h"

#include <QTemporaryDir>
#include <QTest>

using namespace expunge;
using namespace Qt::StringLiterals;
using review::CandidateRef;
using review::Decision;
using review::ReviewSession;
using testing::FakeDocument;

namespace {

/// A file in which the detector saw the first word of the first `seen` texts.
review::ReviewFile makeFile(const QString &sha, const QStringList &texts, qsizetype seen)
{
    auto document = std::make_shared<FakeDocument>(texts);
    review::ReviewFile file;
    file.id = u"f"_s + sha;
    file.path = u"/nowhere/"_s + sha;
    file.sourceSha256 = sha;
    for (qsizetype i = 0; i < seen; ++i) {
        const document::TextUnit &unit = document->textUnits()[static_cast<size_t>(i)];
        detect::Candidate name;
        name.span = {unit.index, 0, static_cast<int>(unit.text.indexOf(u' '))};
        name.type = u"PERSON"_s;
        name.text = unit.text.left(name.span.end);
        name.score = 0.9;
        name.id = detect::candidateId(unit, name.span, name.type);
        file.candidates.push_back(name);
    }
    file.document = std::move(document);
    return file;
}

}   // namespace

class TestSubmissionValues : public QObject
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

    void whatIsACandidateInOneFileIsOneInTheOthers()
    {
        ReviewSession session(journal());
        QVERIFY(session.addFile(makeFile(u"a"_s, {u"Zorbina wrote"_s, u"as Quillon asked"_s}, 1)));
        QVERIFY(session.addFile(makeFile(u"b"_s, {u"Quillon wrote"_s, u"as Zorbina asked"_s}, 1)));
        for (const review::ReviewFile &file : session.files()) {
            QCOMPARE(file.candidates.size(), 2U);
            QCOMPARE(file.candidates[1].span, (document::Span{1, 3, 10}));
            QCOMPARE(file.candidates[1].type, u"PERSON"_s);
        }
        QCOMPARE(session.entityMembers(session.candidate({0, 0}).entity),
                 (std::vector<CandidateRef>{{0, 0}, {1, 1}}));
        QVERIFY(session.decide({{0, 1}}, Decision::Redact).has_value());
        QCOMPARE(session.counts().pending, 3);
    }

    void decisionsOnWhatAnotherFileNamedComeBack()
    {
        const review::ReviewFile unseen = makeFile(u"a"_s, {u"dear Zorbina"_s}, 0);
        const review::ReviewFile seen = makeFile(u"b"_s, {u"Zorbina wrote"_s}, 1);
        {
            ReviewSession session(journal());
            QVERIFY(session.addFile(unseen));
            QVERIFY(session.addFile(seen));
            QVERIFY(session.decide({{0, 0}}, Decision::Keep).has_value());
        }
        ReviewSession session(journal());
        QVERIFY(session.addFile(seen));
        QVERIFY(session.addFile(unseen));
        QCOMPARE(session.decision({1, 0}), Decision::Keep);
        QCOMPARE(session.decision({0, 0}), Decision::Pending);
    }
};

QTEST_GUILESS_MAIN(TestSubmissionValues)
#include "tst_submissionvalues.moc"
