// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace expunge::base;
using namespace Qt::StringLiterals;

class TestDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sha256MatchesTheStandard()
    {
        // FIPS 180-4 example "abc"
        QCOMPARE(sha256Hex("abc"),
                 u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
        QCOMPARE(sha256Hex({}),
                 u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s);
        QCOMPARE(sha256("abc").size(), 32);
    }

    void hmacMatchesTheStandard()
    {
        // RFC 4231, test case 2
        QCOMPARE(
            hmacSha256("Jefe", "what do ya want for nothing?").toHex(),
            QByteArrayLiteral("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    void uuidsAreOfVersionSevenAndDiffer()
    {
        // RFC 9562, 5.7
        static const QRegularExpression form(
            u"\\A[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\z"_s);
        QSet<QString> seen;
        for (int i = 0; i < 1000; ++i) {
            const QString id = newUuid();
            QVERIFY2(form.match(id).hasMatch(), qPrintable(id));
            seen.insert(id);
        }
        QCOMPARE(seen.size(), 1000);
    }

    void uuidsHoldTheTimeOfMaking()
    {
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const QString id = newUuid().remove(u'-');
        const qint64 after = QDateTime::currentMSecsSinceEpoch();
        const qint64 told = id.left(12).toLongLong(nullptr, 16);
        QVERIFY(told >= before);
        QVERIFY(told <= after);
    }
};

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
