// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/formatregistry.h"
#include "core/formats/legacy/sandboxedoffice.h"
#include "tests/support/zipbuilder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

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

/// A record of a binary workbook ([MS-XLSB] 2.1.4): its number and its size, seven bits a byte.
QByteArray record(int number, const QByteArray &content = {})
{
    QByteArray bytes;
    if (number < 128) {
        bytes += static_cast<char>(number);
    } else {
        bytes += static_cast<char>((number & 127) | 128);
        bytes += static_cast<char>(number >> 7);
    }
    return bytes + static_cast<char>(content.size()) + content;
}

QByteArray number32(quint32 value)
{
    QByteArray bytes(4, 0);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray wideString(const QString &text)
{
    return number32(static_cast<quint32>(text.size()))
           + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

/// One sheet with one text ([MS-XLSB] 2.4.304 BrtBeginBook, 2.4.312 BrtBundleSh, 2.4.320 BrtCellSt,
/// 2.4.741 BrtRowHdr; their numbers are in 2.3).
QByteArray binaryWorkbook()
{
    const QByteArray book =
        record(131) + record(143)
        + record(156, number32(0) + number32(1) + wideString(u"rId1"_s) + wideString(u"Plan"_s))
        + record(144) + record(132);
    const QByteArray sheet =
        record(129) + record(145)
        + record(0, number32(0) + number32(0) + QByteArray::fromHex("2c01000000") + number32(0))
        + record(6, number32(0) + number32(0) + wideString(u"Mirelle Osterwick"_s)) + record(146)
        + record(130);
    const QByteArray links =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
        "relationships\"><Relationship Id=\"rId1\" Type=\"http://"
        "schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return testing::ZipBuilder()
        .add("[Content_Types].xml",
             "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
             "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
             "relationships+xml\"/><Default Extension=\"bin\" ContentType=\"application/vnd.ms-"
             "excel.sheet.binary.macroEnabled.main\"/><Override PartName=\"/xl/worksheets/sheet1."
             "bin\" ContentType=\"application/vnd.ms-excel.worksheet\"/></Types>")
        .add("_rels/.rels", links + "officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>")
        .add("xl/_rels/workbook.bin.rels",
             links + "worksheet\" Target=\"worksheets/sheet1.bin\"/></Relationships>")
        .add("xl/workbook.bin", book)
        .add("xl/worksheets/sheet1.bin", sheet)
        .build();
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

    // acceptance 31
    void binaryWorkbooksAreConverted()
    {
        const OfficePrograms programs = OfficePrograms::find();
        if (programs.office.isEmpty() || !inside(u"true"_s)) {
            QSKIP("LibreOffice is not installed, or no sandbox can be made on this machine");
        }
        const auto registry = formats::builtinFormats(makeSandboxedOffice(programs));
        const auto opened = registry.open({binaryWorkbook(), u"plan.xlsb"_s}, {});
        QVERIFY2(opened, opened ? "" : qPrintable(base::errorName(opened.error().code)));
        QCOMPARE((*opened)->info().suffix, u"xlsx"_s);
        QCOMPARE((*opened)->info().converted->format, u"xlsb"_s);
        QVERIFY(!(*opened)->info().converted->version.isEmpty());
        QStringList texts;
        for (const document::TextUnit &unit : (*opened)->textUnits()) {
            texts.append(unit.text);
        }
        QVERIFY2(texts.contains(u"Mirelle Osterwick"_s), qPrintable(texts.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestSandboxedOffice)
#include "tst_sandboxedoffice.moc"
