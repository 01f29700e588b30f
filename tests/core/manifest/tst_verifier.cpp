// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/verifier.h"
#include "tests/core/manifest/samplefacts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace expunge::manifest;
using expunge::tests::sampleFacts;
using expunge::tests::sampleKey;
using expunge::tests::sampleManifest;
using expunge::tests::sampleOutput;

namespace {

/// A folder with a signed output and its manifest.
struct Parcel
{
    Parcel()
    {
        write(u"file-001.docx"_s, sampleOutput());
        write(u"manifest.json"_s, manifest);
        write(u"public.pem"_s, publicKeyToPem(sampleKey().publicKey()));
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    Verification verified() const
    {
        return verifyManifest(folder.filePath(u"manifest.json"_s), sampleKey().publicKey()).value();
    }

    /// What the script that third parties use says: exit code and output.
    std::pair<int, QString> scriptVerdict() const
    {
        QProcess script;
        script.setProcessChannelMode(QProcess::MergedChannels);
        script.start(u"sh"_s, {QStringLiteral(EXPUNGE_SOURCE_DIR) + u"/packaging/verify.sh"_s,
                               folder.filePath(u"manifest.json"_s),
                               folder.filePath(u"public.pem"_s), folder.path()});
        script.waitForFinished();
        return {script.exitCode(), QString::fromUtf8(script.readAll())};
    }

    QTemporaryDir folder;
    QByteArray manifest = sampleManifest(sampleFacts());
};

QByteArray signedPayload(const QByteArray &payload)
{
    return signEnvelope(payload, sampleKey());
}

QByteArray flipped(QByteArray bytes, QRandomGenerator &random)
{
    const auto bit = random.bounded(static_cast<int>(bytes.size()) * 8);
    bytes[bit / 8] = static_cast<char>(bytes.at(bit / 8) ^ (1 << bit % 8));
    return bytes;
}

}   // namespace

class TestVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignedOutputVerifies()
    {
        const Parcel parcel;
        const Verification result = parcel.verified();
        QVERIFY2(result.valid, result.problems.empty() ? "" : qPrintable(result.problems.front()));
        QVERIFY(result.manualReview);
        QCOMPARE(result.keyId, sampleKey().keyId());
        QCOMPARE(result.redactions, 3);
        QCOMPARE(result.outputs, std::vector<QString>{u"file-001.docx"_s});
        QCOMPARE(result.chainSequence, 1);
    }

    void everyFlippedBitIsRejected()
    {
        const Parcel parcel;
        QRandomGenerator random(1796);
        const QByteArray key = sampleKey().publicKey();
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(!verifyEnvelope(flipped(parcel.manifest, random), key).valid);
        }
        for (int i = 0; i < 200; ++i) {
            parcel.write(u"file-001.docx"_s, flipped(sampleOutput(), random));
            QVERIFY(!parcel.verified().valid);
        }
        parcel.write(u"file-001.docx"_s, sampleOutput());
        QVERIFY(parcel.verified().valid);
    }

    void anotherKeyIsRejected()
    {
        const Parcel parcel;
        QVERIFY(!verifyEnvelope(parcel.manifest, sampleKey('x').publicKey()).valid);
        QVERIFY(!verifyEnvelope(parcel.manifest, {}).valid);
    }

    void aSignatureOfAnotherSubmissionIsRejected()
    {
        const QJsonObject other =
            QJsonDocument::fromJson(sampleManifest(sampleFacts("other"))).object();
        QJsonObject mixed = QJsonDocument::fromJson(sampleManifest(sampleFacts())).object();
        mixed[u"signatures"_s] = other.value("signatures"_L1);
        QVERIFY(!verifyEnvelope(QJsonDocument(mixed).toJson(), sampleKey().publicKey()).valid);
    }

    void aSwappedPayloadTypeIsRejected()
    {
        const QByteArray payload = buildStatement(sampleFacts()).value();
        const QByteArray other("text/plain");
        QJsonObject envelope = QJsonDocument::fromJson(signedPayload(payload)).object();
        const QByteArray signature = sampleKey().sign(preAuthenticationEncoding(other, payload));
        envelope[u"signatures"_s] =
            QJsonArray{QJsonObject{{u"keyid"_s, sampleKey().keyId()},
                                   {u"sig"_s, QString::fromLatin1(signature.toBase64())}}};
        envelope[u"payloadType"_s] = QString::fromLatin1(other);
        QVERIFY(!verifyEnvelope(QJsonDocument(envelope).toJson(), sampleKey().publicKey()).valid);
    }

    void anotherKeyIdIsRejected()
    {
        QByteArray manifest = sampleManifest(sampleFacts());
        manifest.replace(sampleKey().keyId().toLatin1(), sampleKey('x').keyId().toLatin1());
        QVERIFY(!verifyEnvelope(manifest, sampleKey().publicKey()).valid);
    }

    void aSignedStatementThatSaysAThingTwiceIsRejected()
    {
        QByteArray payload = buildStatement(sampleFacts()).value();
        QVERIFY(verifyEnvelope(signedPayload(payload), sampleKey().publicKey()).valid);
        payload.insert(1, "\"_type\":\"https://in-toto.io/Statement/v1\",");
        QVERIFY(!verifyEnvelope(signedPayload(payload), sampleKey().publicKey()).valid);
    }

    void aSignedStatementThatBreaksAPromiseIsRejected_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("undecided")
            << QByteArray("\"undecided\":0") << QByteArray("\"undecided\":1");
        QTest::newRow("residue") << QByteArray("\"residualValues\":0")
                                 << QByteArray("\"residualValues\":1");
        QTest::newRow("failed") << QByteArray("\"pass\"") << QByteArray("\"fail\"");
        QTest::newRow("total") << QByteArray("\"total\":2") << QByteArray("\"total\":3");
        QTest::newRow("candidates")
            << QByteArray("\"candidates\":5") << QByteArray("\"candidates\":6");
        QTest::newRow("answer") << QByteArray("\"answer\":true") << QByteArray("\"answer\":false");
        QTest::newRow("attestation")
            << QByteArray("\"right-to-share\"") << QByteArray("\"right-to-stare\"");
        QTest::newRow("text") << QByteArray("I have the right") << QByteArray("I have no right");
        QTest::newRow("subject") << QByteArray("\"file\":\"file-001.docx\"")
                                 << QByteArray("\"file\":\"file-002.docx\"");
        QTest::newRow("predicate")
            << QByteArray("redaction-manifest/v1") << QByteArray("redaction-manifest/v2");
        QTest::newRow("no object")
            << QByteArray("\"predicate\":{") << QByteArray("\"predicates\":{");
    }

    void aSignedStatementThatBreaksAPromiseIsRejected()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QByteArray payload = buildStatement(sampleFacts()).value();
        QVERIFY(payload.contains(from));
        payload.replace(from, to);
        QVERIFY(!verifyEnvelope(signedPayload(payload), sampleKey().publicKey()).valid);
        QVERIFY(!statementProblems(payload).empty());
    }

    void aMissingFileIsNamed()
    {
        const Parcel parcel;
        QVERIFY(QFile::remove(parcel.folder.filePath(u"file-001.docx"_s)));
        const Verification result = parcel.verified();
        QVERIFY(!result.valid);
        QVERIFY(result.problems.front().contains(u"file-001.docx"_s));
    }

    void onlyAPathThatCannotBeReadIsAnError()
    {
        const Parcel parcel;
        const auto missing =
            verifyManifest(parcel.folder.filePath(u"none.json"_s), sampleKey().publicKey());
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().code, expunge::base::ErrorCode::Unreadable);
        parcel.write(u"manifest.json"_s, {});
        QVERIFY(!parcel.verified().valid);
    }

    void opensslAloneVerifiesIt()
    {
        const Parcel parcel;
        const auto [code, output] = parcel.scriptVerdict();
        QVERIFY2(code == 0, qPrintable(output));
        QVERIFY(output.contains(u"VALID"_s));
    }

    void opensslAloneRejectsWhatWasChanged()
    {
        const Parcel parcel;
        const auto rejected = [&] {
            const auto verdict = parcel.scriptVerdict();
            return verdict.first == 1 && verdict.second.contains(u"NOT VALID"_s);
        };
        parcel.write(u"file-001.docx"_s, "changed");
        QVERIFY(rejected());
        QVERIFY(QFile::remove(parcel.folder.filePath(u"file-001.docx"_s)));
        QVERIFY(rejected());
        parcel.write(u"file-001.docx"_s, sampleOutput());
        parcel.write(u"manifest.json"_s, sampleManifest(sampleFacts(), 'x'));
        QVERIFY(rejected());
        QRandomGenerator random(7);
        for (int i = 0; i < 20; ++i) {
            parcel.write(u"manifest.json"_s, flipped(parcel.manifest, random));
            QVERIFY(parcel.scriptVerdict().first == 1);
        }
        QByteArray payload = buildStatement(sampleFacts()).value();
        payload.insert(1, "\"_type\":\"https://in-toto.io/Statement/v1\",");
        parcel.write(u"manifest.json"_s, signedPayload(payload));
        QVERIFY(rejected());
        parcel.write(u"manifest.json"_s,
                     signedPayload(buildStatement(sampleFacts())
                                       .value()
                                       .replace("\"answer\":true", "\"answer\":false")));
        QVERIFY(rejected());
    }
};

QTEST_GUILESS_MAIN(TestVerifier)
#include "tst_verifier.moc"
