// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/legacy/sandboxedoffice.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace expunge;
using namespace expunge::formats::legacy;
using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

Conversion letter()
{
    return {"{\\rtf1\\ansi Dear Tomas Verlyne\\par}", u"rtf"_s, u"docx"_s, u"a.rtf"_s};
}

}   // namespace

/// The conversion by LibreOffice: what it may not do, what stops it, and that it works where it is
/// installed.
class TestSandboxedOffice : public QObject
{
    Q_OBJECT

private:
    /// A program that stands in for bubblewrap.
    QString program(const QByteArray &script)
    {
        QFile file(m_folder.filePath(u"sandbox%1"_s.arg(++m_programs)));
        if (!file.open(QIODevice::WriteOnly)) {
            return {};
        }
        file.write("#!/bin/sh\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    base::Error errorOf(const QByteArray &script, const ConversionLimits &limits = {},
                        const base::JobContext &job = {})
    {
        const OfficePrograms programs{program(script), u"/usr/bin/soffice"_s};
        const auto result = makeSandboxedOffice(programs, limits)->convert(letter(), job);
        return result ? base::Error{ErrorCode::Internal, {}, u"was converted"_s} : result.error();
    }

    /// What a command prints in the sandbox; nothing where none can be made.
    std::optional<QByteArray> inside(const QString &command)
    {
        const QString sandbox = OfficePrograms::find().sandbox;
        if (sandbox.isEmpty()) {
            return std::nullopt;
        }
        QProcess process;
        process.start(sandbox, sandboxArguments({}) << u"/bin/sh"_s << u"-c"_s << command);
        if (!process.waitForFinished() || process.readAllStandardError().startsWith("bwrap:")) {
            return std::nullopt;
        }
        return process.readAllStandardOutput().trimmed();
    }

    QTemporaryDir m_folder;
    int m_programs = 0;

private Q_SLOTS:
    void whatIsNotInstalledIsNamed()
    {
        const auto without = [](const OfficePrograms &programs) {
            const auto result = makeSandboxedOffice(programs)->convert(letter(), {});
            return result ? base::Error{} : result.error();
        };
        const base::Error noOffice = without({u"/usr/bin/bwrap"_s, {}});
        QCOMPARE(base::errorName(noOffice.code), u"converter-missing"_s);
        QCOMPARE(noOffice.detail, u"LibreOffice"_s);
        QCOMPARE(noOffice.location, u"a.rtf"_s);
        QCOMPARE(without({{}, u"/usr/bin/soffice"_s}).detail, u"bubblewrap"_s);
        QCOMPARE(without({u"/nowhere/bwrap"_s, u"/usr/bin/soffice"_s}).detail, u"bubblewrap"_s);
    }

    void nothingIsConvertedWithoutASandbox()
    {
        const auto error = errorOf("echo 'bwrap: No permissions to create new namespace' >&2\n"
                                   "echo converted anyway; exit 1\n");
        QCOMPARE(base::errorName(error.code), u"converter-missing"_s);
        QVERIFY(error.detail.contains(u"permission"_s));
    }

    void aConversionThatGivesNothingFailed()
    {
        for (const char *script : {"exit 1\n", "exit 0\n", "kill -9 $$\n", "echo half; exit 3\n"}) {
            const auto error = errorOf(script);
            QCOMPARE(base::errorName(error.code), u"conversion-failed"_s);
            QVERIFY(error.detail.isEmpty());   // nothing of what the program said
        }
    }

    void aHangingConversionIsKilledWithAllItStarted()
    {
        ConversionLimits limits;
        limits.wall = std::chrono::milliseconds(300);
        const QString note = m_folder.filePath(u"pid"_s);
        QElapsedTimer time;
        time.start();
        const auto error = errorOf("sleep 100 & echo $! >" + note.toUtf8() + "\nwait\n", limits);
        QVERIFY(time.elapsed() < 10'000);
        QCOMPARE(base::errorName(error.code), u"conversion-failed"_s);
        QFile file(note);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const int child = file.readAll().trimmed().toInt();
        QVERIFY(child > 0);
        // Whoever inherits it may need a moment to bury it.
        const QString state = u"/proc/%1/stat"_s.arg(child);
        const auto gone = [&state] {
            QFile stat(state);
            return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z ");
        };
        QTRY_VERIFY(gone());
    }

    void cancellingStopsIt()
    {
        std::stop_source source;
        base::JobContext job;
        job.stop = source.get_token();
        source.request_stop();
        QElapsedTimer time;
        time.start();
        const auto error = errorOf("sleep 100\n", {}, job);
        QVERIFY(time.elapsed() < 10'000);
        QCOMPARE(base::errorName(error.code), u"cancelled"_s);
    }

    void aFloodOfOutputIsStopped()
    {
        ConversionLimits limits;
        limits.fileBytes = 1 << 20;
        const auto error = errorOf("yes converted\n", limits);
        QCOMPARE(base::errorName(error.code), u"conversion-failed"_s);
    }

    void filesInsideMayNotGrowWithoutEnd()
    {
        ConversionLimits limits;
        limits.fileBytes = 1 << 20;
        const QByteArray big = m_folder.filePath(u"big"_s).toUtf8();
        errorOf("yes | head -c 50000000 >" + big + "\n", limits);
        QVERIFY(QFile(m_folder.filePath(u"big"_s)).size() <= 1 << 20);
    }

    void theSandboxHasNoNetworkNoHomeAndNothingToWriteTo()
    {
        const auto seen = inside(
            u"ls /; echo --; sed 1,2d /proc/net/dev | cut -d: -f1; echo --; ls -A /home /root /etc "
            "2>&1; echo --; touch /usr/x /x /etc/fonts/x 2>/dev/null && echo written; env"_s);
        if (!seen) {
            QSKIP("no sandbox can be made on this machine");
        }
        const QByteArrayList top = seen->left(seen->indexOf("--")).trimmed().split('\n');
        for (const char *absent : {"home", "root", "run", "mnt", "srv", "boot"}) {
            QVERIFY2(!top.contains(absent), absent);
        }
        QVERIFY(!seen->contains("passwd") && !seen->contains("eth0"));
        QVERIFY(!seen->contains("written"));
        QVERIFY(seen->contains("HOME=/tmp"));
        QVERIFY(!seen->contains("USER="));
    }

    void theProcessesOfTheMachineAreNotSeen()
    {
        const auto seen = inside(u"ls -d /proc/[0-9]* | wc -l"_s);
        if (!seen) {
            QSKIP("no sandbox can be made on this machine");
        }
        QVERIFY2(seen->toInt() > 0 && seen->toInt() < 8, seen->constData());
    }

    void realFilesAreConverted()
    {
        const OfficePrograms programs = OfficePrograms::find();
        if (programs.office.isEmpty() || !inside(u"true"_s)) {
            QSKIP("LibreOffice is not installed, or no sandbox can be made on this machine");
        }
        const auto converter = makeSandboxedOffice(programs);
        const auto result = converter->convert(letter(), {});
        QVERIFY2(result, result ? "" : qPrintable(base::errorName(result.error().code)));
        QVERIFY(result->startsWith("PK"));
        QVERIFY(result->contains("word/document.xml"));
        Conversion cut = letter();
        cut.bytes.truncate(3);
        QVERIFY(!converter->convert(cut, {}));
    }
};

QTEST_GUILESS_MAIN(TestSandboxedOffice)
#include "tst_sandboxedoffice.moc"
