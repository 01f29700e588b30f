// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/encodings.h"
#include "core/scrub/needles.h"
#include "core/scrub/textforms.h"

#include <QRandomGenerator>
#include <QTest>

using namespace expunge;
using namespace Qt::StringLiterals;

namespace {

int countOf(const QString &value, const QString &text)
{
    scrub::Needles needles;
    needles.add(u"c1"_s, value);
    needles.prepare();
    const auto counts = needles.countText(text);
    return counts.empty() ? 0 : counts.begin()->second;
}

}   // namespace

class TestEncodings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void base64IsFoundAtEveryAlignment()
    {
        for (const QString &value : {u"Zorblatt"_s, u"quimby"_s, u"Ærøskøb"_s, u"a b c d"_s}) {
            scrub::Needles needles;
            needles.add(u"c1"_s, value);
            needles.prepare();
            for (int before = 0; before < 7; ++before) {
                for (int behind = 0; behind < 4; ++behind) {
                    const QByteArray plain =
                        QByteArray(before, '?') + value.toUtf8() + QByteArray(behind, '!');
                    QVERIFY2(!needles.countBytes("xx" + plain.toBase64(), false).empty(),
                             qPrintable(u"%1 %2 %3"_s.arg(value).arg(before).arg(behind)));
                }
            }
        }
    }

    void everyOtherEncodingIsFound()
    {
        const QString value = u"Zorblätt"_s;
        scrub::Needles needles;
        needles.add(u"c1"_s, value);
        needles.prepare();
        const QByteArray utf8 = value.toUtf8();
        QByteArray little;
        QByteArray big;
        for (const QChar c : value) {
            little += static_cast<char>(c.unicode() & 0xff);
            little += static_cast<char>(c.unicode() >> 8);
            big += static_cast<char>(c.unicode() >> 8);
            big += static_cast<char>(c.unicode() & 0xff);
        }
        const QByteArrayList all{utf8,
                                 little,
                                 big,
                                 utf8.toHex(),
                                 utf8.toHex().toUpper(),
                                 little.toHex(),
                                 big.toHex().toUpper(),
                                 utf8.toPercentEncoding(),
                                 little.toBase64(),
                                 "&#90;&#111;&#114;&#98;&#108;&#228;&#116;&#116;",
                                 "&#x5A;&#x6f;&#x72;&#x62;&#x6c;&#xe4;&#x74;&#x74;"};
        for (const QByteArray &bytes : all) {
            QVERIFY2(!needles.countBytes("?" + bytes + "?", false).empty(),
                     bytes.toHex().constData());
        }
        QVERIFY(needles.countBytes("Zorblatt", false).empty());
    }

    void shortValuesAreNotLookedForInBytes() { QVERIFY(scrub::encodingsOf(u"abcde"_s).empty()); }

    void chanceDoesNotRaiseAlarms()
    {
        scrub::Needles needles;
        for (int i = 0; i < 500; ++i) {
            needles.add(u"c"_s, u"Name%1x"_s.arg(i));
        }
        needles.prepare();
        QByteArray noise(4 << 20, Qt::Uninitialized);
        QRandomGenerator random(7);
        random.fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
        QVERIFY(needles.countBytes(noise, false).empty());
        QVERIFY(needles.countBytes(noise.toBase64(), false).empty());
    }

    void spellingsOfOneValueAreFound_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("text");
        const QString name = u"Zorb Quimby"_s;
        QTest::newRow("as it is") << name << u"to Zorb Quimby today"_s;
        QTest::newRow("case") << name << u"ZORB quimby"_s;
        QTest::newRow("line break") << name << u"Zorb\n  Quimby"_s;
        QTest::newRow("no-break space") << name << u"Zorb\u00a0Quimby"_s;
        QTest::newRow("soft hyphen") << name << u"Zorb Quim\u00adby"_s;
        QTest::newRow("zero-width space") << name << u"Zo\u200brb Quimby"_s;
        QTest::newRow("letter spacing") << name << u"by Z o r b Q u i m b y"_s;
        QTest::newRow("full width") << name << u"\uff3aorb Quimby"_s;
        QTest::newRow("hyphenated line") << name << u"Zorb Quim-\nby"_s;
        QTest::newRow("percent") << name << u"http://x/?q=Zorb%20Quimby"_s;
        QTest::newRow("references") << name << u"Zorb &#81;uimby"_s;
        QTest::newRow("inside a word") << name << u"xZorb Quimbyx"_s;
        QTest::newRow("dash") << u"Quimby-Thrum"_s << u"Quimby\u2011Thrum"_s;
        QTest::newRow("apostrophe") << u"O'Zorb"_s << u"O\u2019Zorb"_s;
        QTest::newRow("digits") << u"+44 20 7946 0123"_s << u"442079460123"_s;
        QTest::newRow("other digits") << u"442079460123"_s << u"call +44-20-7946.0123 now"_s;
        QTest::newRow("composed") << u"Zo\u0308rb Quimby"_s << u"Z\u00f6rb Quimby"_s;
    }

    void spellingsOfOneValueAreFound()
    {
        QFETCH(QString, value);
        QFETCH(QString, text);
        QCOMPARE(countOf(value, text), 1);
    }

    void otherTextIsNotFound()
    {
        QCOMPARE(countOf(u"Zorb Quimby"_s, u"Zorb, Quimby"_s), 0);
        QCOMPARE(countOf(u"1234567"_s, u"12 34 568"_s), 0);
        QCOMPARE(countOf(u"12345"_s, u"1-2-3-4-5"_s), 0);
    }

    void everyOccurrenceCounts() { QCOMPARE(countOf(u"zorb"_s, u"Zorb zorbzorb"_s), 3); }

    void longestPlainBase64IsDecoded()
    {
        QCOMPARE(
            scrub::decodeBase64(QString::fromLatin1(QByteArray("nineteen bytes long").toBase64())),
            QByteArray("nineteen bytes long"));
        QCOMPARE(scrub::decodeBase64(u"AAAA"_s), QByteArray());
        QCOMPARE(scrub::decodeBase64(u"plain words, not encoded at all"_s), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestEncodings)
#include "tst_encodings.moc"
