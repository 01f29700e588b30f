// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/commandline.h"

#include <QTest>

using namespace expunge::test;
using namespace Qt::StringLiterals;

class TestCliUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsageIsToldInOneSentence_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("unknown command") << QStringList{u"scrubb"_s, u"a.txt"_s};
        QTest::newRow("unknown option") << QStringList{u"scan"_s, u"--fast"_s, u"a.txt"_s};
        QTest::newRow("option of another command")
            << QStringList{u"inspect"_s, u"--out"_s, u"x"_s, u"a.txt"_s};
        QTest::newRow("no input") << QStringList{u"scan"_s};
        QTest::newRow("value missing") << QStringList{u"scan"_s, u"a.txt"_s, u"--terms"_s};
        QTest::newRow("value empty") << QStringList{u"scan"_s, u"a.txt"_s, u"--terms="_s};
        QTest::newRow("value for a switch") << QStringList{u"scan"_s, u"a.txt"_s, u"--json=yes"_s};
        QTest::newRow("given twice")
            << QStringList{u"scan"_s, u"--json"_s, u"--json"_s, u"a.txt"_s};
        QTest::newRow("score") << QStringList{u"scan"_s, u"--min-score"_s, u"2"_s, u"a.txt"_s};
        QTest::newRow("not a number")
            << QStringList{u"scan"_s, u"--min-score"_s, u"nan"_s, u"a.txt"_s};
        QTest::newRow("types") << QStringList{u"scan"_s, u"--types"_s, u"email"_s, u"a.txt"_s};
        QTest::newRow("terms missing")
            << QStringList{u"scan"_s, u"--terms"_s, u"none.txt"_s, u"a.txt"_s};
        QTest::newRow("no folder") << QStringList{u"scrub"_s, u"a.txt"_s};
        QTest::newRow("accept") << QStringList{u"scrub"_s, u"a.txt"_s,    u"--out"_s,
                                               u"o"_s,     u"--accept"_s, u"some"_s};
        QTest::newRow("style") << QStringList{u"scrub"_s, u"a.txt"_s,   u"--out"_s,
                                              u"o"_s,     u"--style"_s, u"bold"_s};
        QTest::newRow("hidden kind") << QStringList{u"scrub"_s, u"a.txt"_s,    u"--out"_s,
                                                    u"o"_s,     u"--hidden"_s, u"coments=keep"_s};
        QTest::newRow("hidden action") << QStringList{
            u"scrub"_s, u"a.txt"_s, u"--out"_s, u"o"_s, u"--hidden"_s, u"comments=hide"_s};
        QTest::newRow("names") << QStringList{u"scrub"_s, u"a.txt"_s,   u"--out"_s,
                                              u"o"_s,     u"--names"_s, u"old"_s};
        QTest::newRow("regions") << QStringList{u"scrub"_s, u"a.txt"_s,    u"--out"_s,
                                                u"o"_s,     u"--region"_s, u"1:1,1,1"_s};
        QTest::newRow("no terms to check") << QStringList{u"check"_s, u"a.txt"_s};
        QTest::newRow("queue and nothing") << QStringList{u"queue"_s};
        QTest::newRow("queue and no id") << QStringList{u"queue"_s, u"show"_s};
        QTest::newRow("too many words") << QStringList{u"key"_s, u"show"_s, u"me"_s};
        QTest::newRow("password list missing")
            << QStringList{u"--password-file"_s, u"none"_s, u"scan"_s, u"a.txt"_s};
        for (const QString &later : {u"add"_s, u"hold"_s, u"release"_s, u"recall"_s, u"reopen"_s,
                                     u"retry"_s, u"deliver"_s}) {
            QTest::addRow("queue %s", qPrintable(later)) << QStringList{u"queue"_s, later, u"1"_s};
        }
        QTest::newRow("key rotate") << QStringList{u"key"_s, u"rotate"_s};
        QTest::newRow("selftest") << QStringList{u"selftest"_s};
    }

    void wrongUsageIsToldInOneSentence()
    {
        QFETCH(QStringList, words);
        const CommandLine cli;
        cli.file(u"a.txt"_s, "Some text.\n");
        const Outcome outcome = cli.run(words);
        QCOMPARE(outcome.exit, 2);
        QVERIFY2(outcome.out.isEmpty(), outcome.out.constData());
        const QByteArray sentence = outcome.err.split('\n').first();
        QVERIFY2(sentence.startsWith("expunge-cli: ") && sentence.endsWith('.'),
                 sentence.constData());
        QVERIFY(cli.names(u"o"_s).isEmpty());
    }

    void usageIsPrintedWhenAskedFor()
    {
        const CommandLine cli;
        const Outcome outcome = cli.run({u"--help"_s});
        QCOMPARE(outcome.exit, 0);
        for (const char *command : {"scan", "scrub", "decisions", "inspect", "check", "verify",
                                    "queue list", "key create"}) {
            QVERIFY2(outcome.out.contains(command), command);
        }
    }

    void wordsAfterTwoDashesAreOperands()
    {
        const CommandLine cli;
        cli.file(u"--json"_s, "Nothing here.\n");
        // not a format, but an input: the file is looked for
        QCOMPARE(cli.run({u"scan"_s, u"--"_s, u"--json"_s}).exit, 3);
    }
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cliusage.moc"
