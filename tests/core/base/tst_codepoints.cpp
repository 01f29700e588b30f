// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/codepoints.h"

#include <QTest>

using namespace expunge::base;
using namespace Qt::StringLiterals;

class TestCodepoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void astralCharactersCountOnce_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("utf16");
        QTest::addColumn<qsizetype>("points");
        QTest::newRow("nothing") << QString() << qsizetype(0) << qsizetype(0);
        QTest::newRow("ascii") << u"Ada"_s << qsizetype(2) << qsizetype(2);
        QTest::newRow("accent") << u"Zo\u00eb X"_s << qsizetype(4) << qsizetype(4);
        QTest::newRow("combining mark") << u"Zoe\u0308 X"_s << qsizetype(5) << qsizetype(5);
        QTest::newRow("before the pair") << u"a\U0001F512b"_s << qsizetype(1) << qsizetype(1);
        QTest::newRow("after the pair") << u"a\U0001F512b"_s << qsizetype(3) << qsizetype(2);
        QTest::newRow("to the end") << u"\U0001F512\U0001D49C"_s << qsizetype(4) << qsizetype(2);
    }

    void astralCharactersCountOnce()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, utf16);
        QFETCH(qsizetype, points);
        QCOMPARE(codePointsBefore(text, utf16), points);
        QCOMPARE(utf16Offset(text, points), utf16);
    }

    void halfSurrogateCountsAsOne()
    {
        const QString text = QString(QChar(0xd83d)) + u'x' + QChar(0xdd12);
        QCOMPARE(codePointsBefore(text, text.size()), qsizetype(3));
        QCOMPARE(utf16Offset(text, 3), qsizetype(3));
    }

    void offsetsBeyondTheTextAreTold()
    {
        QCOMPARE(codePointsBefore(u"abc", 99), qsizetype(3));
        QCOMPARE(utf16Offset(u"abc", 4), qsizetype(-1));
        QCOMPARE(utf16Offset(u"abc", 3), qsizetype(3));
    }
};

QTEST_GUILESS_MAIN(TestCodepoints)
#include "tst_codepoints.moc"
