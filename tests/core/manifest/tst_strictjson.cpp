// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using expunge::manifest::decodeBase64;
using expunge::manifest::parseStrictJson;

class TestStrictJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wellFormedJsonMeansWhatQtSays()
    {
        const QByteArray json =
            " {\"a\":[1,-2,0,true,false,null,{}],\"b\":{\"c\":\"\\u00e9\\n\\\"x\\ud83d\\ude00 "
            "\xc3\xa9"
            "\"},\"d\":9007199254740991} ";
        const auto value = parseStrictJson(json);
        QVERIFY(value.has_value());
        QCOMPARE(value->toObject(), QJsonDocument::fromJson(json).object());
    }

    void ambiguousOrBrokenJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("doubled key") << QByteArray("{\"a\":1,\"a\":2}");
        QTest::newRow("doubled key, escaped") << QByteArray("{\"a\":1,\"\\u0061\":2}");
        QTest::newRow("doubled key, deep") << QByteArray("{\"x\":[{\"a\":{},\"b\":1,\"a\":{}}]}");
        QTest::newRow("trailing data") << QByteArray("{\"a\":1} {}");
        QTest::newRow("trailing comma") << QByteArray("{\"a\":1,}");
        QTest::newRow("cut off") << QByteArray("{\"a\":[1,2");
        QTest::newRow("string cut off") << QByteArray("{\"a\":\"x");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}");
        QTest::newRow("fraction") << QByteArray("[1.5]");
        QTest::newRow("exponent") << QByteArray("[1e3]");
        QTest::newRow("leading zero") << QByteArray("[01]");
        QTest::newRow("plus sign") << QByteArray("[+1]");
        QTest::newRow("two to the 53") << QByteArray("[9007199254740992]");
        QTest::newRow("overlong number") << QByteArray("[123456789012345678901234567890]");
        QTest::newRow("broken UTF-8") << QByteArray("[\"\xc3\"]");
        QTest::newRow("overlong UTF-8") << QByteArray("[\"\xc0\xaf\"]");
        QTest::newRow("half a pair") << QByteArray("[\"\\ud83d\"]");
        QTest::newRow("control character") << QByteArray("[\"a\nb\"]");
        QTest::newRow("unknown escape") << QByteArray("[\"\\x41\"]");
        QTest::newRow("short escape") << QByteArray("[\"\\u12\"]");
        QTest::newRow("signed escape") << QByteArray("[\"\\u+123\"]");
        QTest::newRow("zero byte") << QByteArray("[\"a\0b\"]", 7);
        QTest::newRow("comment") << QByteArray("[1/*x*/]");
        QTest::newRow("NaN") << QByteArray("[NaN]");
        QTest::newRow("nesting") << QByteArray(5000, '[');
    }

    void ambiguousOrBrokenJsonIsRefused()
    {
        QFETCH(const QByteArray, json);
        const auto value = parseStrictJson(json);
        QVERIFY(!value.has_value());
        QCOMPARE(value.error().code, expunge::base::ErrorCode::ManifestInvalid);
    }

    void base64WithStrayBitsIsRefused()
    {
        QCOMPARE(decodeBase64("AQI="), std::optional<QByteArray>("\x01\x02"));
        QVERIFY(!decodeBase64("AQJ=").has_value());
        QVERIFY(!decodeBase64("AQI").has_value());
        QVERIFY(!decodeBase64("AQ I=").has_value());
        QVERIFY(!decodeBase64("AQI=\n").has_value());
        QVERIFY(!decodeBase64("A_I=").has_value());
    }
};

QTEST_GUILESS_MAIN(TestStrictJson)
#include "tst_strictjson.moc"
