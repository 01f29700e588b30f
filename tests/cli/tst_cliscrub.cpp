// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/commandline.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace expunge::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray mixed =
    "Write to ada@quillfen.example or pay GB82 WEST 1234 5698 7654 32, says the zorblat.\n";

}   // namespace

class TestCliScrub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scrubbedTextIsGoneAndTheRestIsThere()
    {
        const CommandLine cli;
        const QString in = cli.file(u"in.txt"_s, mixed);
        const Outcome outcome = scrub(cli, {in, u"--json"_s});
        QCOMPARE(outcome.exit, 0);
        QCOMPARE(outcome.line().value(u"redactions"_s), 2);
        QVERIFY(outcome.line().value(u"output"_s).toString().endsWith(u"out/file-001.txt"_s));
        QVERIFY(outcome.line().value(u"error"_s).isNull());
        QCOMPARE(cli.content(u"out/file-001.txt"_s),
                 QByteArray("Write to [EMAIL-1] or pay [IBAN-1], says the zorblat.\n"));
        QCOMPARE(cli.content(u"in.txt"_s), mixed);
        QCOMPARE(cli.names(u"out"_s), QStringList{u"file-001.txt"_s});
    }

    void acceptDecidesWhatGoes_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray all = "Write to [EMAIL-1] or pay [IBAN-1], says the [CUSTOM_TERM-1].\n";
        QTest::newRow("all") << QStringList{u"--accept"_s, u"all"_s} << all;
        QTest::newRow("default") << QStringList() << all;
        QTest::newRow("none") << QStringList{u"--accept"_s, u"none"_s} << mixed;
        const QByteArray iban =
            "Write to ada@quillfen.example or pay [IBAN-1], says the [CUSTOM_TERM-1].\n";
        QTest::newRow("a type, and the term") << QStringList{u"--accept"_s, u"IBAN"_s} << iban;
        const QByteArray term = "Write to ada@quillfen.example or pay GB82 WEST 1234 5698 7654 32, "
                                "says the [CUSTOM_TERM-1].\n";
        QTest::newRow("another type, and the term")
            << QStringList{u"--accept"_s, u"PERSON"_s} << term;
        QTest::newRow("certain alone") << QStringList{u"--accept"_s, u"1"_s} << term;
    }

    void acceptDecidesWhatGoes()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, expected);
        const CommandLine cli;
        // a whole word, so that the address keeps its own type
        const QString terms = cli.file(u"terms"_s, "=zorblat\n");
        const Outcome outcome =
            scrub(cli, QStringList{cli.file(u"in.txt"_s, mixed), u"--terms"_s, terms} + options);
        QCOMPARE(outcome.exit, 0);
        QCOMPARE(cli.content(u"out/file-001.txt"_s), expected);
    }

    void stylesDiffer_data()
    {
        QTest::addColumn<QString>("style");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("label") << u"label"_s << QByteArray("To [EMAIL-1].\n");
        QTest::newRow("block")
            << u"block"_s
            << QByteArray("To "
                          "\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88"
                          "\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88.\n");
        QTest::newRow("blank") << u"blank"_s << QByteArray("To .\n");
    }

    void stylesDiffer()
    {
        QFETCH(QString, style);
        QFETCH(QByteArray, expected);
        const CommandLine cli;
        scrub(cli, {cli.file(u"in.txt"_s, "To ada@quillfen.example.\n"), u"--style"_s, style});
        QCOMPARE(cli.content(u"out/file-001.txt"_s), expected);
    }

    void outputsAreNumberedAndNeverOverwritten()
    {
        const CommandLine cli;
        const QString a = cli.file(u"a.txt"_s, "one\n");
        const QString b = cli.file(u"b.txt"_s, "two\n");
        QCOMPARE(scrub(cli, {a, b}).exit, 0);
        QCOMPARE(scrub(cli, {b}).exit, 0);
        QCOMPARE(cli.names(u"out"_s),
                 (QStringList{u"file-001.txt"_s, u"file-002.txt"_s, u"file-003.txt"_s}));
        QCOMPARE(cli.content(u"out/file-002.txt"_s), QByteArray("two\n"));
        QCOMPARE(cli.content(u"out/file-003.txt"_s), QByteArray("two\n"));
    }

    void refusedInputsUseNoNumberAndStopNobody()
    {
        const CommandLine cli;
        const QString bad = cli.file(u"bad.docx"_s, "no zip");
        const QString good = cli.file(u"good.txt"_s, "one\n");
        const Outcome outcome = scrub(cli, {bad, cli.path(u"missing.txt"_s), good, u"--json"_s});
        QCOMPARE(outcome.exit, 3);
        QCOMPARE(outcome.lines().size(), 3);
        QVERIFY(outcome.line().value(u"output"_s).isNull());
        QCOMPARE(cli.names(u"out"_s), QStringList{u"file-001.txt"_s});
    }

    void decisionsGoBeforeAccept()
    {
        const CommandLine cli;
        const QString in = cli.file(u"in.txt"_s, mixed);
        QJsonObject decisions = decisionsOf(cli, in);
        QCOMPARE(decisions.value(u"schema"_s), u"expunge.decisions/1"_s);
        QJsonArray candidates = decisions.value(u"candidates"_s).toArray();
        QCOMPARE(candidates.size(), 2);
        QJsonObject first = candidates.at(0).toObject();
        QCOMPARE(first.value(u"decision"_s), u"redact"_s);
        first.insert(u"decision"_s, u"keep"_s);
        candidates.replace(0, first);
        decisions.insert(u"candidates"_s, candidates);
        const QString edited = cli.file(u"mine.json"_s, QJsonDocument(decisions).toJson());
        QCOMPARE(scrub(cli, {in, u"--decisions"_s, edited}).exit, 0);
        QCOMPARE(cli.content(u"out/file-001.txt"_s),
                 QByteArray("Write to ada@quillfen.example or pay [IBAN-1], says the zorblat.\n"));
    }

    void aDecisionCanCarryItsOwnReplacement()
    {
        const CommandLine cli;
        const QString in = cli.file(u"in.txt"_s, mixed);
        QJsonObject decisions = decisionsOf(cli, in);
        QJsonArray candidates = decisions.value(u"candidates"_s).toArray();
        QJsonObject first = candidates.at(0).toObject();
        first.insert(u"replacement"_s, u"the client"_s);
        candidates.replace(0, first);
        decisions.insert(u"candidates"_s, candidates);
        const QString edited = cli.file(u"mine.json"_s, QJsonDocument(decisions).toJson());
        QCOMPARE(scrub(cli, {in, u"--decisions"_s, edited}).exit, 0);
        QCOMPARE(cli.content(u"out/file-001.txt"_s),
                 QByteArray("Write to the client or pay [IBAN-1], says the zorblat.\n"));
        first.insert(u"replacement"_s, u"not Ada@quillfen.example"_s);
        candidates.replace(0, first);
        decisions.insert(u"candidates"_s, candidates);
        const QString same = cli.file(u"same.json"_s, QJsonDocument(decisions).toJson());
        QCOMPARE(scrub(cli, {in, u"--decisions"_s, same}).exit, 2);
    }

    void decisionsThatDoNotFitAreRefused()
    {
        const CommandLine cli;
        const QString in = cli.file(u"in.txt"_s, mixed);
        const QByteArray json = QJsonDocument(decisionsOf(cli, in)).toJson();
        const QString other = cli.file(u"in.txt"_s, "Changed: zoe@quillfen.example\n");
        const Outcome outcome =
            scrub(cli, {other, u"--decisions"_s, cli.file(u"mine.json"_s, json)});
        QCOMPARE(outcome.exit, 3);
        QVERIFY(cli.names(u"out"_s).isEmpty());
    }

    void brokenDecisionsAreWrongUsage_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("redact everything");
        QTest::newRow("schema") << QByteArray(R"({"schema":"other/1"})");
        QTest::newRow("field") << QByteArray(R"({"schema":"expunge.decisions/1","regions":[]})");
        QTest::newRow("word") << QByteArray(
            R"({"schema":"expunge.decisions/1","candidates":[{"id":"c1","decision":"maybe"}]})");
        QTest::newRow("twice") << QByteArray(
            R"({"schema":"expunge.decisions/1","candidates":[{"id":"c1","decision":"keep"},{"id":"c1","decision":"redact"}]})");
        QTest::newRow("hidden") << QByteArray(
            R"({"schema":"expunge.decisions/1","hidden":[{"id":"h1","action":"shred"}]})");
    }

    void brokenDecisionsAreWrongUsage()
    {
        QFETCH(QByteArray, json);
        const CommandLine cli;
        const QString in = cli.file(u"in.txt"_s, mixed);
        const Outcome outcome = scrub(cli, {in, u"--decisions"_s, cli.file(u"mine.json"_s, json)});
        QCOMPARE(outcome.exit, 2);
        QVERIFY(cli.names(u"out"_s).isEmpty());
    }

    void aFolderThatWouldStayEmptyIsNotLeftBehind()
    {
        const CommandLine cli;
        const QString bad = cli.file(u"bad.docx"_s, "PK\x03\x04 cut off");
        QCOMPARE(scrub(cli, {bad}).exit, 3);
        QVERIFY(!QFileInfo::exists(cli.path(u"out"_s)));
        QVERIFY(QDir().mkdir(cli.path(u"out"_s)));   // one that somebody else made stays
        QCOMPARE(scrub(cli, {bad}).exit, 3);
        QVERIFY(QFileInfo::exists(cli.path(u"out"_s)));
        QVERIFY(QDir().rmdir(cli.path(u"out"_s)));
        QCOMPARE(scrub(cli, {bad, cli.file(u"in.txt"_s, mixed)}).exit, 3);
        QCOMPARE(cli.names(u"out"_s), QStringList{u"file-001.txt"_s});
    }

    void letterLosesWhatWasAcceptedAndEverythingHidden()
    {
        const CommandLine cli;
        const QString terms = cli.file(
            u"terms"_s, "Nightjar\nOsterwick\nVerlyne\nHalvarsen\nQuillfen\nBrackwater\nTarbuck\n");
        QCOMPARE(scrub(cli, {cli.letter(), u"--terms"_s, terms}).exit, 0);
        const QString out = cli.path(u"out/file-001.docx"_s);
        const QString more = cli.file(
            u"more"_s,
            "*Nightjar\n*Osterwick\n*Verlyne\n*Halvarsen\n*Quillfen\n*Brackwater\n*Tarbuck\n"
            "*59,500\n*Fenwick Carriers\n*less than 65\n*tverlyne\n");
        const Outcome check = cli.run({u"check"_s, out, u"--terms"_s, more});
        QVERIFY2(check.exit == 0, check.out.constData());
        QVERIFY(cli.run({u"inspect"_s, out, u"--json"_s})
                    .line()
                    .value(u"hidden"_s)
                    .toArray()
                    .isEmpty());
        const QString left = cli.file(u"left"_s, "*Day rate\n*supplier contracts\n");
        QCOMPARE(cli.run({u"check"_s, out, u"--terms"_s, left}).exit, 1);
    }

    void hiddenItemsStayWhereAsked()
    {
        const CommandLine cli;
        QCOMPARE(
            scrub(cli, {cli.letter(), u"--accept"_s, u"none"_s, u"--hidden"_s, u"comments=keep"_s})
                .exit,
            0);
        const QString out = cli.path(u"out/file-001.docx"_s);
        const QString comment = cli.file(u"comment"_s, "*Fenwick Carriers\n");
        QCOMPARE(cli.run({u"check"_s, out, u"--terms"_s, comment}).exit, 1);
        const QString hidden = cli.file(u"hidden"_s, "*59,500\n");
        QCOMPARE(cli.run({u"check"_s, out, u"--terms"_s, hidden}).exit, 0);
    }

    void namesCanBeScrubbed()
    {
        const CommandLine cli;
        const QString in = cli.file(u"offer_zorblat_2026.txt"_s, "An offer for the zorblat.\n");
        const QString terms = cli.file(u"terms"_s, "zorblat\n");
        QCOMPARE(scrub(cli, {in, u"--terms"_s, terms, u"--accept"_s, u"CUSTOM_TERM"_s, u"--names"_s,
                             u"scrubbed"_s})
                     .exit,
                 0);
        QCOMPARE(scrub(cli, {in, u"--terms"_s, terms, u"--accept"_s, u"CUSTOM_TERM"_s, u"--names"_s,
                             u"scrubbed"_s})
                     .exit,
                 0);
        QCOMPARE(cli.names(u"out"_s),
                 (QStringList{u"offer_redacted_2026-2.txt"_s, u"offer_redacted_2026.txt"_s}));
    }

    void longNamesAreCutToWhatAFolderTakes()
    {
        CommandLine cli;
        cli.makeKey();
        // three bytes a letter: the manifest's name would be too long
        const QString in = cli.file(QString(80, QChar(0x6f22)) + u".txt"_s, mixed);
        const Outcome outcome = cli.run({u"scrub"_s, in, u"--out"_s, cli.path(u"out"_s),
                                         u"--names"_s, u"scrubbed"_s, u"--json"_s});
        QVERIFY2(outcome.exit == 0, outcome.err.constData());
        QCOMPARE(cli.names(u"out"_s).size(), 2);
    }

    void typesThatNothingHasAreNamed()
    {
        const CommandLine cli;
        const QString in = cli.file(u"in.txt"_s, mixed);
        const Outcome outcome = scrub(cli, {in, u"--accept"_s, u"EMAIL,IBANN"_s});
        QCOMPARE(outcome.exit, 0);
        QVERIFY2(outcome.err.contains("IBANN"), outcome.err.constData());
        QVERIFY(!outcome.err.contains("EMAIL"));
    }

    void folderThatCannotBeMadeIsRefused()
    {
        const CommandLine cli;
        cli.file(u"out"_s, "a file is in the way");
        const Outcome outcome = scrub(cli, {cli.file(u"in.txt"_s, mixed)});
        QCOMPARE(outcome.exit, 3);
        QVERIFY(outcome.err.contains("out"));
        QCOMPARE(cli.content(u"out"_s), QByteArray("a file is in the way"));
    }

    void checkSaysWhereTermsAre()
    {
        const CommandLine cli;
        const QString in = cli.file(u"in.txt"_s, mixed);
        QCOMPARE(cli.run({u"check"_s, in, u"--terms"_s, cli.file(u"yes"_s, "zorblat\n")}).exit, 1);
        QCOMPARE(cli.run({u"check"_s, in, u"--terms"_s, cli.file(u"no"_s, "Nightjar\n")}).exit, 0);
        QCOMPARE(
            cli.run({u"check"_s, cli.path(u"missing"_s), u"--terms"_s, cli.path(u"no"_s)}).exit, 3);
    }

private:
    static Outcome scrub(const CommandLine &cli, const QStringList &words)
    {
        return cli.run(QStringList{u"scrub"_s, u"--no-sign"_s, u"--out"_s, cli.path(u"out"_s)}
                       + words);
    }

    static QJsonObject decisionsOf(const CommandLine &cli, const QString &input)
    {
        return QJsonDocument::fromJson(cli.run({u"decisions"_s, input}).out).object();
    }
};

QTEST_GUILESS_MAIN(TestCliScrub)
#include "tst_cliscrub.moc"
