// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/commandline.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace expunge::test;
using namespace Qt::StringLiterals;

class TestCliSign : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scrubWithoutKeyIsRefused()
    {
        const CommandLine cli;
        const QString in = cli.file(u"in.txt"_s, "ada@quillfen.example\n");
        const Outcome outcome =
            cli.run({u"scrub"_s, in, u"--out"_s, cli.path(u"out"_s), u"--json"_s});
        QCOMPARE(outcome.exit, 3);
        QCOMPARE(outcome.line().value(u"error"_s).toObject().value(u"code"_s), u"key-missing"_s);
        QVERIFY(cli.names(u"out"_s).isEmpty());
    }

    void whoHasNoKeyIsToldToNameTheSigners()
    {
        CommandLine cli;
        cli.makeKey();
        signedScrub(cli);
        const CommandLine other;
        const Outcome outcome = other.run({u"verify"_s, manifest(cli)});
        QCOMPARE(outcome.exit, 3);
        QVERIFY2(outcome.err.contains("--key"), outcome.err.constData());
    }

    void whatWentWithHiddenItemsIsNotCalledKept()
    {
        CommandLine cli;
        cli.makeKey();
        const QString out = cli.path(u"out"_s);
        const Outcome made =
            cli.run({u"scrub"_s, cli.letter(), u"--out"_s, out, u"--accept"_s, u"none"_s});
        QVERIFY2(made.exit == 0, made.err.constData());
        const QJsonObject envelope =
            QJsonDocument::fromJson(cli.content(u"out/file-001.docx.manifest.json"_s)).object();
        const QJsonObject predicate =
            QJsonDocument::fromJson(
                QByteArray::fromBase64(envelope.value(u"payload"_s).toString().toLatin1()))
                .object()
                .value(u"predicate"_s)
                .toObject();
        const auto candidates = [&](const QString &path) {
            return cli.run({u"scan"_s, path, u"--json"_s})
                .line()
                .value(u"candidates"_s)
                .toArray()
                .size();
        };
        // the letter's comments and tracked changes hold names too
        const int kept = predicate.value(u"kept"_s).toObject().value(u"total"_s).toInt();
        QVERIFY(kept > 0);
        QVERIFY2(kept < candidates(cli.letter()), qPrintable(QString::number(kept)));
        QCOMPARE(kept, candidates(out + u"/file-001.docx"_s));
    }

    void keyIsMadeOnceAndShown()
    {
        CommandLine cli;
        QCOMPARE(cli.run({u"key"_s, u"show"_s}).exit, 3);
        cli.makeKey();
        const Outcome shown = cli.run({u"key"_s, u"show"_s, u"--json"_s});
        QCOMPARE(shown.exit, 0);
        QCOMPARE(shown.line().value(u"state"_s), u"file"_s);
        QCOMPARE(shown.line().value(u"keyId"_s).toString().size(), 64);
        QVERIFY(cli.run({u"key"_s, u"export"_s}).out.startsWith("-----BEGIN PUBLIC KEY-----"));
        const Outcome again = cli.run({u"key"_s, u"create"_s});
        QCOMPARE(again.exit, 3);
        QCOMPARE(cli.run({u"key"_s, u"show"_s, u"--json"_s}).out, shown.out);
    }

    void keyNeedsItsPassphrase()
    {
        const CommandLine cli;
        // neither a file nor, in a test, a terminal
        const Outcome outcome = cli.run({u"key"_s, u"create"_s});
        QCOMPARE(outcome.exit, 3);
        QCOMPARE(cli.run({u"key"_s, u"show"_s}).exit, 3);
    }

    void signedScrubVerifies()
    {
        CommandLine cli;
        cli.makeKey();
        signedScrub(cli);
        const Outcome verified = cli.run({u"verify"_s, manifest(cli), u"--json"_s});
        QVERIFY2(verified.exit == 0, verified.out.constData());
        QCOMPARE(verified.line().value(u"valid"_s), true);
        QCOMPARE(verified.line().value(u"review"_s), u"automatic"_s);
        QCOMPARE(verified.line().value(u"redactions"_s), 1);
        // with the exported key, and for a whole folder
        const QString pem = cli.file(u"public.pem"_s, cli.run({u"key"_s, u"export"_s}).out);
        QCOMPARE(cli.run({u"verify"_s, u"--key"_s, pem, cli.path(u"out"_s)}).exit, 0);
    }

    void changedOutputIsNotValid()
    {
        CommandLine cli;
        cli.makeKey();
        signedScrub(cli);
        cli.file(u"out/file-001.txt"_s, "To [EMAIL-2].\n");
        QCOMPARE(cli.run({u"verify"_s, manifest(cli)}).exit, 1);
        QFile::remove(cli.path(u"out/file-001.txt"_s));
        QCOMPARE(cli.run({u"verify"_s, manifest(cli)}).exit, 1);
    }

    void changedManifestIsNotValid()
    {
        CommandLine cli;
        cli.makeKey();
        signedScrub(cli);
        QByteArray bytes = cli.content(u"out/file-001.txt.manifest.json"_s);
        const auto at = bytes.indexOf("\"payload\"") + 40;
        bytes[at] = bytes[at] == 'A' ? 'B' : 'A';
        cli.file(u"out/file-001.txt.manifest.json"_s, bytes);
        QCOMPARE(cli.run({u"verify"_s, manifest(cli)}).exit, 1);
        QCOMPARE(cli.run({u"verify"_s, cli.path(u"missing.json"_s)}).exit, 3);
    }

    void manifestSaysNothingOfTheOriginal()
    {
        CommandLine cli;
        cli.makeKey();
        signedScrub(cli);
        const QByteArray bytes = cli.content(u"out/file-001.txt.manifest.json"_s);
        const QByteArray payload = QByteArray::fromBase64(
            QJsonDocument::fromJson(bytes).object().value(u"payload"_s).toString().toLatin1());
        QVERIFY(payload.contains("file-001.txt"));
        for (const char *trace : {"quillfen", "in.txt", "letter"}) {
            QVERIFY2(!payload.toLower().contains(trace), trace);
        }
    }

    void wrongPassphraseSignsNothing()
    {
        CommandLine cli;
        cli.makeKey();
        cli.file(u"passphrase"_s, "another one\n");
        const Outcome outcome = signedScrub(cli);
        QCOMPARE(outcome.exit, 3);
        QVERIFY(cli.names(u"out"_s).isEmpty());
    }

    void queueIsEmptyAtFirst()
    {
        const CommandLine cli;
        const Outcome list = cli.run({u"queue"_s, u"list"_s, u"--json"_s});
        QCOMPARE(list.exit, 0);
        QVERIFY(list.out.isEmpty());
        for (const QStringList &words :
             {QStringList{u"show"_s, u"01"_s}, QStringList{u"withdraw"_s, u"01"_s},
              QStringList{u"export"_s, u"01"_s, cli.path(u"x"_s)}}) {
            QCOMPARE(cli.run(QStringList{u"queue"_s} + words).exit, 3);
        }
    }

private:
    static Outcome signedScrub(const CommandLine &cli)
    {
        const QString in = cli.file(u"in.txt"_s, "To ada@quillfen.example.\n");
        return cli.run({u"scrub"_s, in, u"--out"_s, cli.path(u"out"_s)});
    }

    static QString manifest(const CommandLine &cli)
    {
        return cli.path(u"out/file-001.txt.manifest.json"_s);
    }
};

QTEST_GUILESS_MAIN(TestCliSign)
#include "tst_clisign.moc"
