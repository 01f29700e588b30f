// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/manifest/samplefacts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace expunge::manifest;
using expunge::base::ErrorCode;

class TestEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodingIsThatOfTheSpecification()
    {
        // DSSE v1.0.2, protocol.md, "Test Vectors"
        QCOMPARE(preAuthenticationEncoding("http://example.com/HelloWorld", "hello world"),
                 QByteArray("DSSEv1 29 http://example.com/HelloWorld 11 hello world"));
    }

    void ed25519IsThatOfTheStandard()
    {
        // RFC 8032, section 7.1, test 2
        const SigningKey key(QByteArray::fromHex(
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        QCOMPARE(key.publicKey().toHex(),
                 QByteArray("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        QCOMPARE(key.sign("\x72").toHex(),
                 QByteArray("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    }

    void aSignedStatementComesBack()
    {
        const SigningKey key = expunge::tests::sampleKey();
        const auto envelope = parseEnvelope(signEnvelope("{\"a\":1}", key));
        QVERIFY(envelope.has_value());
        QCOMPARE(envelope->payload, QByteArray("{\"a\":1}"));
        QCOMPARE(envelope->payloadType, QByteArray("application/vnd.in-toto+json"));
        QCOMPARE(envelope->keyId, key.keyId());
        QVERIFY(verifySignature(key.publicKey(),
                                preAuthenticationEncoding(envelope->payloadType, envelope->payload),
                                envelope->signature));
    }

    void anythingButOneWellFormedEnvelopeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray good = signEnvelope("{}", expunge::tests::sampleKey());
        const QByteArray start = good.left(good.indexOf("\"signatures\""));
        const QByteArray one =
            good.mid(good.indexOf("[{") + 1, good.indexOf("}]") - good.indexOf("[{"));
        QTest::newRow("doubled payload")
            << QByteArray(good).replace("{\"payload\"", "{\"payload\":\"e30=\",\"payload\"");
        QTest::newRow("trailing data") << good + "x";
        QTest::newRow("two signatures") << start + "\"signatures\":[" + one + ',' + one + "]}";
        QTest::newRow("no signature") << start + "\"signatures\":[]}";
        QTest::newRow("unknown field")
            << QByteArray(good).replace("{\"payload\"", "{\"other\":1,\"payload\"");
        QTest::newRow("other payload type")
            << QByteArray(good).replace("vnd.in-toto", "vnd.in_toto");
        QTest::newRow("stray bits") << QByteArray(good).replace("e30=", "e31=");
        QTest::newRow("not base64") << QByteArray(good).replace("e30=", "e3*=");
        QTest::newRow("empty payload") << QByteArray(good).replace("e30=", "");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("nothing") << QByteArray();
    }

    void anythingButOneWellFormedEnvelopeIsRefused()
    {
        QFETCH(const QByteArray, json);
        const auto envelope = parseEnvelope(json);
        QVERIFY(!envelope.has_value());
        QCOMPARE(envelope.error().code, ErrorCode::ManifestInvalid);
    }

    void publicKeysSurvivePem()
    {
        const QByteArray key = expunge::tests::sampleKey().publicKey();
        QCOMPARE(publicKeyFromPem(publicKeyToPem(key)), key);
        QCOMPARE(publicKeyFromPem("\r\n" + publicKeyToPem(key).replace('\n', "\r\n")), key);
        QVERIFY(publicKeyFromPem("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----").isEmpty());
        QVERIFY(publicKeyFromPem("-----BEGIN PUBLIC KEY----------END PUBLIC KEY-----").isEmpty());
        // the object identifier of X25519 in place of Ed25519's
        const QByteArray other = QByteArray::fromHex("302a300506032b656e032100") + key;
        QVERIFY(publicKeyFromPem("-----BEGIN PUBLIC KEY-----\n" + other.toBase64()
                                 + "\n-----END PUBLIC KEY-----\n")
                    .isEmpty());
    }

    void smallOrderKeysAndNonCanonicalSignaturesAreRefused()
    {
        // With the neutral point as key, the signature (neutral point, 0) would fit every message.
        QByteArray neutral(32, '\0');
        neutral[0] = 1;
        QVERIFY(!verifySignature(neutral, "anything", neutral + QByteArray(32, '\0')));

        const SigningKey key = expunge::tests::sampleKey();
        QByteArray signature = key.sign("message");
        QVERIFY(verifySignature(key.publicKey(), "message", signature));
        // S + L is the same number modulo the group order (RFC 8032, section 5.1.7 asks for S < L)
        const QByteArray order =
            QByteArray::fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        int carry = 0;
        for (int i = 0; i < 32; ++i) {
            const int sum =
                static_cast<uchar>(signature.at(32 + i)) + static_cast<uchar>(order.at(i)) + carry;
            signature[32 + i] = static_cast<char>(sum & 0xff);
            carry = sum >> 8;
        }
        QVERIFY(!verifySignature(key.publicKey(), "message", signature));
    }
};

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
