// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"
#include "core/base/fileio.h"
#include "core/scrub/scrubber.h"
#include "tests/core/scrub/fakepackage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace expunge;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using testing::fakePackage;

class TestScrubber : public QObject
{
    Q_OBJECT

private:
    QString out() const { return m_folder->path(); }

    QStringList filesThere() const
    {
        return QDir(out()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System
                                     | QDir::NoDotAndDotDot);
    }

    base::Result<scrub::Scrubbed> scrub(const scrub::Expectation &work,
                                        const base::JobContext &job = {},
                                        const QString &folder = {}) const
    {
        const formats::FormatRegistry registry = testing::fakeRegistry();
        const scrub::LeakCheck check(registry);
        return scrub::Scrubber(registry, check)
            .scrub(work, {folder.isEmpty() ? out() : folder, u"file-001"_s}, job);
    }

    static scrub::Expectation work()
    {
        return testing::expectationFor(
            testing::openFakePackage(fakePackage({u"Dear Zorb Quimby"_s, u"bye"_s}).build()),
            {u"Zorb Quimby"_s});
    }

    /// Work on a document whose apply() gives other bytes than it should.
    static scrub::Expectation workGiving(const QByteArray &bytes)
    {
        scrub::Expectation broken = work();
        auto document =
            testing::openFakePackage(fakePackage({u"Dear Zorb Quimby"_s, u"bye"_s}).build());
        document->setApply(
            [bytes](const document::RedactionPlan &) -> base::Result<document::Document::Output> {
                return document::Document::Output{bytes, {}};
            });
        broken.original = document;
        return broken;
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void scrubbedFileIsWrittenUnderItsName()
    {
        const auto done = scrub(work());
        QVERIFY(done.has_value());
        QCOMPARE(done->name, u"file-001.fake"_s);
        QCOMPARE(done->path, out() + u"/file-001.fake"_s);
        QCOMPARE(filesThere(), QStringList{u"file-001.fake"_s});
        QFile file(done->path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QCOMPARE(done->sha256, base::sha256Hex(bytes));
        QCOMPARE(done->bytes, bytes.size());
        QVERIFY(done->report.clean());
        QCOMPARE(testing::openFakePackage(bytes)->textUnits()[0].text, u"Dear [PERSON-1]"_s);
    }

    void fileThatStillHoldsAcceptedTextIsDeleted()
    {
        const auto done = scrub(workGiving(fakePackage({u"Dear Zorb Quimby"_s, u"bye"_s}).build()));
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::ResidueFound);
        QVERIFY2(done.error().detail.contains(u"word/document.xml"_s),
                 qPrintable(done.error().detail));
        QVERIFY(!done.error().detail.contains(u"Zorb"_s));
        QVERIFY(filesThere().isEmpty());
    }

    void fileThatLostTextIsDeleted()
    {
        const auto done = scrub(workGiving(fakePackage({u"Dear [PERSON-1]"_s}).build()));
        QCOMPARE(done.error().code, ErrorCode::ResidueFound);
        QVERIFY(filesThere().isEmpty());
    }

    void outputThatIsNoFileOfItsFormatIsDeleted()
    {
        QVERIFY(!scrub(workGiving("garbage")));
        QVERIFY(!scrub(workGiving({})));
        QVERIFY(filesThere().isEmpty());
    }

    void existingNameIsNeverOverwritten()
    {
        QFile file(out() + u"/file-001.fake"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        const auto done = scrub(work());
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::OutputExists);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
        QCOMPARE(filesThere().size(), 1);
    }

    void nameThatIsTakenDuringTheCheckIsNotOverwritten()
    {
        const QString path = out() + u"/file-001.fake"_s;
        base::JobContext job;
        job.progress = [path](qint64, qint64) {
            QFile file(path);
            if (file.open(QIODevice::WriteOnly)) {
                file.write("mine");
            }
        };
        const auto done = scrub(work(), job);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::OutputExists);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
        QCOMPARE(filesThere().size(), 1);
    }

    void folderThatIsGoneIsSaid()
    {
        const auto done = scrub(work(), {}, out() + u"/gone"_s);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::OutputUnwritable);
        QCOMPARE(done.error().location, out() + u"/gone/file-001.fake"_s);
    }

    void folderWithoutWritePermissionIsSaid()
    {
        if (::geteuid() == 0) {
            // The superuser may write everywhere but into the kernel's own folders.
            const auto done = scrub(work(), {}, u"/proc"_s);
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::OutputUnwritable);
            return;
        }
        QFile::setPermissions(out(), QFile::ReadOwner | QFile::ExeOwner);
        const auto done = scrub(work());
        QFile::setPermissions(out(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::OutputUnwritable);
        QVERIFY(filesThere().isEmpty());
    }

    void writeThatFailsHalfWayLeavesNothing()
    {
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit before = {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit small = before;
        small.rlim_cur = 100;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto done = scrub(work());
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!done);
        QVERIFY(filesThere().isEmpty());
    }

    void fullDiskIsSaid() { QCOMPARE(base::writeError(u"x"_s, ENOSPC).code, ErrorCode::DiskFull); }

    void scrubThatIsToldToStopLeavesNothing()
    {
        const auto before =
            std::make_unique<std::stop_source>();   // GCC 12 warns of one on the stack
        before->request_stop();
        QCOMPARE(scrub(work(), {before->get_token(), {}}).error().code, ErrorCode::Cancelled);
        QVERIFY(filesThere().isEmpty());
        const auto during = std::make_unique<std::stop_source>();
        base::JobContext job;
        job.stop = during->get_token();
        job.progress = [&](qint64, qint64) { during->request_stop(); };
        QCOMPARE(scrub(work(), job).error().code, ErrorCode::Cancelled);
        QVERIFY(filesThere().isEmpty());
    }

    void unfinishedFileIsForItsOwnerOnly()
    {
        QFile::Permissions seen;
        base::JobContext job;
        job.progress = [&](qint64, qint64) {
            for (const QString &name : filesThere()) {
                QVERIFY(name.startsWith(u".expunge-"_s) && name.endsWith(u".part"_s));
                seen |= QFileInfo(out() + u'/' + name).permissions();
            }
        };
        QVERIFY(scrub(work(), job).has_value());
        QVERIFY(seen & QFile::ReadOwner);
        QVERIFY(!(seen
                  & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    }

    void previewIsReadAgainFromItsBytes()
    {
        const formats::FormatRegistry registry = testing::fakeRegistry();
        const scrub::LeakCheck check(registry);
        const auto made = work();
        const auto preview =
            scrub::Scrubber(registry, check).preview(*made.original, made.plan, {});
        QVERIFY(preview.has_value());
        QCOMPARE((*preview)->textUnits()[0].text, u"Dear [PERSON-1]"_s);
        QVERIFY(filesThere().isEmpty());
    }

    void nextNumberIsOneThatNoFileHas()
    {
        QCOMPARE(scrub::nextFreeNumber(out(), 1), 1);
        for (const QString &name :
             {u"file-001.docx"_s, u"file-002.pdf.manifest.json"_s, u"file-004"_s,
              u"file-0005.txt"_s, u"other-003.docx"_s, u"file-003x.docx"_s}) {
            QFile file(out() + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QCOMPARE(scrub::nextFreeNumber(out(), 1), 3);
        QCOMPARE(scrub::nextFreeNumber(out(), 4), 6);
        QCOMPARE(scrub::nextFreeNumber(out() + u"/gone"_s, 7), 7);
    }
};

QTEST_GUILESS_MAIN(TestScrubber)
#include "tst_scrubber.moc"
