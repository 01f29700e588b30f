// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/strictjson.h"
#include "core/manifest/verifier.h"
#include "tests/core/manifest/samplefacts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge::manifest;
using expunge::base::ErrorCode;
using expunge::tests::sampleFacts;

namespace {

ErrorCode codeOf(const StatementFacts &facts)
{
    const auto statement = buildStatement(facts);
    return statement ? ErrorCode::Cancelled : statement.error().code;
}

QJsonObject predicateOf(const StatementFacts &facts)
{
    return parseStrictJson(buildStatement(facts).value())
        ->toObject()
        .value("predicate"_L1)
        .toObject();
}

}   // namespace

class TestStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReconciledReviewBecomesAStatement()
    {
        const StatementFacts facts = sampleFacts();
        const auto statement = buildStatement(facts);
        QVERIFY(statement.has_value());
        QVERIFY(statementProblems(*statement).empty());
        const QJsonObject predicate = predicateOf(facts);
        QCOMPARE(predicate["kept"_L1]["total"_L1].toInt(), 2);
        QCOMPARE(predicate["kept"_L1]["byType"_L1]["ORGANIZATION"_L1].toInt(), 2);
        QCOMPARE(predicate["redactions"_L1][1]["type"_L1].toString(), u"EMAIL"_s);
        QCOMPARE(predicate["redactions"_L1][1]["decision"_L1].toString(), u"redact"_s);
        QCOMPARE(predicate["inputs"_L1][0]["sizeBucket"_L1].toString(), u"16KiB-64KiB"_s);
        QCOMPARE(predicate["hiddenRemoved"_L1][0]["kind"_L1].toString(), u"comments"_s);
        QCOMPARE(predicate["review"_L1]["undecided"_L1].toInt(-1), 0);
    }

    void conversionIsSaidByProgramAndVersion()
    {
        StatementFacts facts = sampleFacts();
        QVERIFY(!predicateOf(facts)["inputs"_L1][0].toObject().contains("converted"_L1));
        facts.inputs[0].converted =
            expunge::document::ConvertedFrom{u"doc"_s, u"LibreOffice"_s, u"7.4.7.2"_s};
        const auto said = predicateOf(facts)["inputs"_L1][0]["converted"_L1].toObject();
        QCOMPARE(said, QJsonObject({{u"from"_s, u"doc"_s},
                                    {u"by"_s, u"LibreOffice"_s},
                                    {u"version"_s, u"7.4.7.2"_s}}));
        QVERIFY(statementProblems(*buildStatement(facts)).empty());
    }

    void keysAreSortedAndNothingIsSaidTwice()
    {
        const QByteArray statement = buildStatement(sampleFacts()).value();
        const QJsonObject object = parseStrictJson(statement)->toObject();
        QCOMPARE(QJsonDocument(object).toJson(QJsonDocument::Compact), statement);
    }

    void nothingAboutTheOriginalIsInIt()
    {
        const QByteArray statement = buildStatement(sampleFacts()).value();
        for (const QString &text : expunge::tests::removedTexts()) {
            for (qsizetype i = 0; i + 4 <= text.size(); ++i) {
                QVERIFY2(!statement.contains(text.mid(i, 4).toUtf8()), qPrintable(text.mid(i, 4)));
            }
            QVERIFY(!statement.contains(expunge::base::sha256(text.toUtf8()).toHex()));
        }
        QVERIFY(
            !statement.contains(expunge::base::sha256(expunge::tests::sampleOriginal()).toHex()));
        QVERIFY(!statement.contains("48123"));
    }

    void commitmentsOfEqualTextsDiffer()
    {
        StatementFacts facts = sampleFacts();
        facts.redactions[2].text = facts.redactions[0].text;
        const QJsonObject predicate = predicateOf(facts);
        QVERIFY(predicate["redactions"_L1][0]["commitment"_L1]["value"_L1].toString()
                != predicate["redactions"_L1][2]["commitment"_L1]["value"_L1].toString());
    }

    void opensslOpensOneCommitmentAndNoOther()
    {
        const StatementFacts facts = sampleFacts();
        const QJsonObject predicate = predicateOf(facts);
        const QByteArray key = redactionKey(facts.inputs[0].commitmentKey, redactionId(2));
        const auto opened = [&](const QString &text) {
            QProcess openssl;
            openssl.start(u"openssl"_s,
                          {u"dgst"_s, u"-sha256"_s, u"-mac"_s, u"HMAC"_s, u"-macopt"_s,
                           u"hexkey:"_s + QString::fromLatin1(key.toHex())});
            openssl.write(text.toUtf8());
            openssl.closeWriteChannel();
            openssl.waitForFinished();
            return QString::fromLatin1(openssl.readAllStandardOutput().trimmed().right(64));
        };
        const auto value = [&](int index) {
            return predicate["redactions"_L1][index]["commitment"_L1]["value"_L1].toString();
        };
        QCOMPARE(opened(expunge::tests::removedTexts().at(2)), value(2));
        QVERIFY(opened(expunge::tests::removedTexts().at(0)) != value(0));
    }

    void composedAndDecomposedSpellingsCommitToTheSame()
    {
        const QByteArray key(32, 'c');
        QCOMPARE(textCommitment(key, u"Zoe\u0308"_s), textCommitment(key, u"Zo\u00eb"_s));
    }

    void countsThatDoNotReconcileAreRefused_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("one candidate too many") << 0;
        QTest::newRow("undecided") << 1;
        QTest::newRow("one kept too many") << 2;
        QTest::newRow("redaction in a file that is not covered") << 3;
        QTest::newRow("leak check failed") << 4;
        QTest::newRow("digest missing") << 5;
        QTest::newRow("name with a folder") << 6;
        QTest::newRow("commitment key missing") << 7;
        QTest::newRow("two files of one name") << 8;
        QTest::newRow("no file") << 9;
        QTest::newRow("type in lower case") << 10;
        QTest::newRow("second of a chain without a first") << 11;
        QTest::newRow("nobody reviewed, but a reviewer decided") << 12;
    }

    void countsThatDoNotReconcileAreRefused()
    {
        QFETCH(const int, fault);
        StatementFacts facts = sampleFacts();
        const std::vector<std::function<void()>> faults{
            [&] { facts.review.candidates = facts.review.decidedByReviewer = 6; },
            [&] { facts.review.candidates = 6; },
            [&] { facts.keptByType[u"PERSON"_s] = 1; },
            [&] { facts.redactions[0].output = u"file-002.docx"_s; },
            [&] { facts.verification.passed = false; },
            [&] { facts.outputs[0].sha256.clear(); },
            [&] { facts.outputs[0].name = facts.inputs[0].output = u"../file-001.docx"_s; },
            [&] { facts.inputs[0].commitmentKey.clear(); },
            [&] { facts.outputs.push_back(facts.outputs[0]); },
            [&] { facts.outputs.clear(); },
            [&] { facts.redactions[0].type = u"person"_s; },
            [&] { facts.chainSequence = 2; },
            [&] { facts.review.manual = false; },
        };
        QCOMPARE(codeOf(facts), ErrorCode::Cancelled);
        faults.at(static_cast<size_t>(fault))();
        QCOMPARE(codeOf(facts), ErrorCode::ManifestInvalid);
    }

    void aManualReviewNeedsEveryAttestation()
    {
        for (size_t i = 0; i < requiredAttestations().size(); ++i) {
            StatementFacts facts = sampleFacts();
            facts.attestations[i].answer = false;
            QCOMPARE(codeOf(facts), ErrorCode::ReviewIncomplete);
            facts.attestations.erase(facts.attestations.begin() + static_cast<qsizetype>(i));
            QCOMPARE(codeOf(facts), ErrorCode::ReviewIncomplete);
        }
        StatementFacts facts = sampleFacts();
        facts.attestations[0].text.clear();
        QCOMPARE(codeOf(facts), ErrorCode::ReviewIncomplete);
    }

    void anAutomaticRunNeedsNoAttestationAndStandsInNoChain()
    {
        StatementFacts facts = sampleFacts();
        facts.attestations.clear();
        facts.review = {false, 5, 0, 5, facts.review.startedAt, facts.review.finishedAt};
        facts.chainSequence = 0;
        for (RedactionFact &redaction : facts.redactions) {
            redaction.decidedBy = u"policy"_s;
        }
        const QJsonObject predicate = predicateOf(facts);
        QCOMPARE(predicate["review"_L1]["mode"_L1].toString(), u"automatic"_s);
        QVERIFY(predicate["chain"_L1].isNull());
    }

    void fiveThousandRedactionsAreQuick()
    {
        StatementFacts facts = sampleFacts();
        facts.redactions.resize(5000, facts.redactions[0]);
        facts.review.candidates = facts.review.decidedByReviewer = 5002;
        QElapsedTimer timer;
        timer.start();
        const QByteArray manifest = expunge::tests::sampleManifest(facts);
        const Verification result =
            verifyEnvelope(manifest, expunge::tests::sampleKey().publicKey());
        QVERIFY(result.valid);
        QCOMPARE(result.redactions, 5000);
        QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestStatement)
#include "tst_statement.moc"
