// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/commandline.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

using namespace expunge::test;
using namespace Qt::StringLiterals;

class TestCliScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachInputIsOneLineInOrder()
    {
        const CommandLine cli;
        const QString a = cli.file(u"a.txt"_s, "Write to ada@quillfen.example.\n");
        const QString b = cli.file(u"b.txt"_s, "Nothing.\n");
        const Outcome outcome = cli.run({u"scan"_s, a, b, u"--json"_s});
        QCOMPARE(outcome.exit, 0);
        QCOMPARE(outcome.lines().size(), 2);
        QCOMPARE(outcome.line().value(u"schema"_s), u"expunge.scan/1"_s);
        QCOMPARE(outcome.line().value(u"path"_s), a);
        QCOMPARE(outcome.line().value(u"format"_s), u"txt"_s);
        QCOMPARE(outcome.line().value(u"bytes"_s), 31);
        QVERIFY(outcome.line().value(u"error"_s).isNull());
        QCOMPARE(outcome.lines().at(1).value(u"path"_s), b);
        QVERIFY(outcome.lines().at(1).value(u"candidates"_s).toArray().isEmpty());
    }

    void offsetsCountCodePoints()
    {
        const CommandLine cli;
        const QString text =
            u"\U0001F512\u00e9 ada@quillfen.example \U0001F512 zoe@quillfen.example"_s;
        const Outcome outcome = cli.run({u"scan"_s, u"-"_s, u"--json"_s}, text.toUtf8());
        QCOMPARE(outcome.exit, 0);
        const QJsonArray candidates = outcome.line().value(u"candidates"_s).toArray();
        QCOMPARE(candidates.size(), 2);
        const QList<uint> points = text.toUcs4();
        for (const QJsonValue &value : candidates) {
            const QJsonObject location = value.toObject().value(u"location"_s).toObject();
            const int start = location.value(u"start"_s).toInt();
            const int end = location.value(u"end"_s).toInt();
            const QList<uint> slice = points.mid(start, end - start);
            QString found;
            for (const uint point : slice) {
                found += QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
            }
            QCOMPARE(found, value.toObject().value(u"text"_s).toString());
            QCOMPARE(location.value(u"unit"_s), 0);
        }
    }

    void termsAreCertainAndKeptTermsAreNot()
    {
        const CommandLine cli;
        const QString terms = cli.file(u"terms"_s, "# mine\n\nQuillfen\n");
        const QString keep = cli.file(u"keep"_s, "ada@example.net\n");
        const Outcome outcome =
            cli.run({u"scan"_s, u"-"_s, u"--json"_s, u"--terms"_s, terms, u"--keep"_s, keep},
                    "Quillfen pays ada@example.net\n");
        const QJsonArray candidates = outcome.line().value(u"candidates"_s).toArray();
        QCOMPARE(candidates.size(), 1);
        const QJsonObject candidate = candidates.first().toObject();
        QCOMPARE(candidate.value(u"type"_s), u"CUSTOM_TERM"_s);
        QCOMPARE(candidate.value(u"category"_s), u"custom"_s);
        QCOMPARE(candidate.value(u"score"_s), 1);
        QCOMPARE(candidate.value(u"text"_s), u"Quillfen"_s);
    }

    void typesAndScoresNarrowTheList()
    {
        const CommandLine cli;
        const QByteArray text = "ada@quillfen.example, GB82 WEST 1234 5698 7654 32\n";
        const auto count = [&](const QStringList &options) {
            return cli.run(QStringList{u"scan"_s, u"-"_s, u"--json"_s} + options, text)
                .line()
                .value(u"candidates"_s)
                .toArray()
                .size();
        };
        QCOMPARE(count({}), 2);
        QCOMPARE(count({u"--types"_s, u"EMAIL"_s}), 1);
        QCOMPARE(count({u"--types"_s, u"EMAIL,IBAN"_s}), 2);
        QCOMPARE(count({u"--min-score"_s, u"1"_s, u"--types"_s, u"PERSON"_s}), 0);
    }

    void typesThatNothingHasAreNamed()
    {
        const CommandLine cli;
        const Outcome outcome =
            cli.run({u"scan"_s, u"-"_s, u"--types"_s, u"EMAIL,PERSN"_s}, "ada@quillfen.example\n");
        QCOMPARE(outcome.exit, 0);
        QVERIFY2(outcome.err.contains("PERSN"), outcome.err.constData());
        QVERIFY(!outcome.err.contains("EMAIL"));
    }

    void aFullDiskBehindStandardOutputIsAFailure()
    {
        const CommandLine cli;
        QProcess program;
        program.setProgram(QStringLiteral(EXPUNGE_CLI));
        program.setArguments({u"--profile"_s, cli.path(u"profile"_s), u"scan"_s,
                              cli.file(u"in.txt"_s, "ada@quillfen.example\n")});
        program.setStandardOutputFile(u"/dev/full"_s);
        program.start();
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 3);
    }

    void aWrongEndingIsNamedWithWhatTheFileIs()
    {
        const CommandLine cli;
        QVERIFY(QFile::copy(cli.letter(), cli.path(u"letter.pptx"_s)));
        const Outcome outcome = cli.run({u"scan"_s, cli.path(u"letter.pptx"_s), u"--json"_s});
        QCOMPARE(outcome.exit, 3);
        QCOMPARE(outcome.line().value(u"error"_s).toObject().value(u"code"_s),
                 u"content-mismatch"_s);
        QVERIFY2(outcome.err.contains("Word document"), outcome.err.constData());
    }

    void sameInputGivesTheSameLine()
    {
        const CommandLine cli;
        const QString letter = cli.letter();
        const QByteArray first = cli.run({u"scan"_s, letter, u"--json"_s}).out;
        QVERIFY(first.size() > 2000);
        QCOMPARE(cli.run({u"scan"_s, letter, u"--json"_s}).out, first);
    }

    void entitiesAreSharedByInputs()
    {
        const CommandLine cli;
        const QString a = cli.file(u"a.txt"_s, "ada@quillfen.example\n");
        const QString b = cli.file(u"b.txt"_s, "zoe@quillfen.example and ada@quillfen.example\n");
        const auto lines = cli.run({u"scan"_s, a, b, u"--json"_s}).lines();
        const auto entity = [&](int line, int index) {
            return lines.at(line)
                .value(u"candidates"_s)
                .toArray()
                .at(index)
                .toObject()
                .value(u"entity"_s)
                .toString();
        };
        QVERIFY(!entity(0, 0).isEmpty());
        QCOMPARE(entity(1, 1), entity(0, 0));
        QVERIFY(entity(1, 0) != entity(0, 0));
    }

    void letterIsInventoried()
    {
        const CommandLine cli;
        const Outcome outcome = cli.run({u"inspect"_s, cli.letter(), u"--json"_s});
        QCOMPARE(outcome.exit, 0);
        QStringList kinds;
        for (const QJsonValue &item : outcome.line().value(u"hidden"_s).toArray()) {
            kinds.append(item.toObject().value(u"kind"_s).toString());
            QVERIFY(!item.toObject().value(u"label"_s).toString().isEmpty());
        }
        for (const QString &kind :
             {u"comments"_s, u"tracked-changes"_s, u"hidden-text"_s, u"properties"_s,
              u"custom-properties"_s, u"custom-xml"_s, u"picture-metadata"_s}) {
            QVERIFY2(kinds.contains(kind), qPrintable(kind + u" not in "_s + kinds.join(u' ')));
        }
    }

    void whatCannotBeReadGetsOneSentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("missing") << u"missing.docx"_s << QByteArray();
        QTest::newRow("not a zip") << u"a.docx"_s << QByteArray("This is no Word file at all.");
        QTest::newRow("really a PDF") << u"b.docx"_s << QByteArray("%PDF-1.7\n%%EOF\n");
        QTest::newRow("really a picture")
            << u"c.docx"_s << QByteArray("\x89PNG\r\n\x1a\n12345678", 16);
        QTest::newRow("binary Word")
            << u"d.docx"_s
            << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") + QByteArray(600, '\0');
        QTest::newRow("unknown kind") << u"e.xyz"_s << QByteArray("whatever");
        QTest::newRow("not UTF-8") << u"f.txt"_s << QByteArray("caf\xe9\n");
    }

    void whatCannotBeReadGetsOneSentence()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        const CommandLine cli;
        const QString path = content.isEmpty() ? cli.path(name) : cli.file(name, content);
        const QString good = cli.file(u"good.txt"_s, "ada@quillfen.example\n");
        const Outcome outcome = cli.run({u"scan"_s, path, good, u"--json"_s});
        QCOMPARE(outcome.exit, 3);
        QCOMPARE(outcome.lines().size(), 2);
        const QJsonObject error = outcome.line().value(u"error"_s).toObject();
        QVERIFY(!error.value(u"code"_s).toString().isEmpty());
        QVERIFY2(error.value(u"message"_s).toString().contains(name), outcome.out.constData());
        QCOMPARE(outcome.lines().at(1).value(u"candidates"_s).toArray().size(), 1);
        QCOMPARE(outcome.err.trimmed().count('\n'), 0);
        QVERIFY2(outcome.err.contains(name.toUtf8()), outcome.err.constData());
    }

    void foldersAreRefused()
    {
        const CommandLine cli;
        QCOMPARE(cli.run({u"scan"_s, u"."_s}).exit, 3);
    }

    void truncatedLetterIsRefused()
    {
        const CommandLine cli;
        cli.letter();
        const QString cut = cli.file(u"cut.docx"_s, cli.content(u"letter.docx"_s).left(9000));
        const Outcome outcome = cli.run({u"scan"_s, cut, u"--json"_s});
        QCOMPARE(outcome.exit, 3);
        QCOMPARE(outcome.line().value(u"error"_s).toObject().value(u"code"_s), u"damaged"_s);
    }

    void controlCharactersDoNotReachTheTerminal()
    {
        const CommandLine cli;
        const QString terms = cli.file(u"terms"_s, "*evil\n");
        const Outcome outcome =
            cli.run({u"scan"_s, u"-"_s, u"--terms"_s, terms}, "an e\x1b[2Jvil evil word");
        QCOMPARE(outcome.exit, 0);
        QVERIFY(outcome.out.contains("evil"));
        QVERIFY(!outcome.out.contains('\x1b'));
    }
};

QTEST_GUILESS_MAIN(TestCliScan)
#include "tst_cliscan.moc"
