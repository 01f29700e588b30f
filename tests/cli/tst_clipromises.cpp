// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/commandline.h"
#include "tests/support/docxbuilder.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace expunge::test;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

namespace {

QJsonObject predicateOf(const QByteArray &manifest)
{
    const QString payload =
        QJsonDocument::fromJson(manifest).object().value(u"payload"_s).toString();
    return QJsonDocument::fromJson(QByteArray::fromBase64(payload.toLatin1()))
        .object()
        .value(u"predicate"_s)
        .toObject();
}

/// What stands in the text and its comments; authors and properties never stay.
QStringList textsOf(const QJsonObject &scanned)
{
    QStringList texts;
    for (const QJsonValue &candidate : scanned.value(u"candidates"_s).toArray()) {
        const QJsonValue place = candidate[u"location"_s];
        if (place[u"part"_s].toString().startsWith(u"word/"_s)
            && place[u"label"_s].toString() != u"author"_s) {
            texts += candidate[u"text"_s].toString();
        }
    }
    return texts;
}

QStringList kindsOf(const QJsonArray &hidden)
{
    QStringList kinds;
    for (const QJsonValue &item : hidden) {
        kinds += item[u"kind"_s].toString();
    }
    kinds.sort();
    return kinds;
}

/// A document that somebody signed (ECMA-376 part 2, 13.2.4): an origin that leads to a signature.
QByteArray signedLetter()
{
    return DocxBuilder()
        .body(paragraph(run("Call Tomas Verlyne.")))
        .part("_xmlsignatures/origin.sigs",
              "application/vnd.openxmlformats-package.digital-signature-origin", "x", "rIdO",
              "origin")
        .part("_xmlsignatures/sig1.xml",
              "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml",
              "<Signature><Object><SignatureText>Ingrid Halvarsen</SignatureText></Object>"
              "</Signature>",
              "rIdS", "signature")
        .build();
}

}   // namespace

/// What a scrub promises as a whole, whatever the file.
class TestCliPromises : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // acceptance 47
    void whatNobodyDecidedAgainstIsAllStillThere()
    {
        const CommandLine cli;
        const Outcome before = cli.run({u"scan"_s, cli.letter(), u"--json"_s});
        scrub(cli, cli.path(u"letter.docx"_s),
              {u"--accept"_s, u"none"_s, u"--hidden"_s, u"keep"_s});
        const Outcome after = cli.run({u"scan"_s, cli.path(u"out/file-001.docx"_s), u"--json"_s});
        QCOMPARE(textsOf(after.line()), textsOf(before.line()));
        QVERIFY(textsOf(after.line()).size() > 10);
        for (const char *kind : {"comments", "tracked-changes"}) {
            QVERIFY2(kindsOf(after.line().value(u"hidden"_s).toArray())
                         .contains(QString::fromLatin1(kind)),
                     kind);
        }
    }

    // acceptance 48
    void whatIsHiddenIsGoneAndWhatIsSeenIsNot()
    {
        const CommandLine cli;
        scrub(cli, cli.letter(), {u"--accept"_s, u"none"_s});
        const Outcome after = cli.run({u"scan"_s, cli.path(u"out/file-001.docx"_s), u"--json"_s});
        const QStringList left = kindsOf(after.line().value(u"hidden"_s).toArray());
        for (const char *kind :
             {"comments", "tracked-changes", "properties", "custom-properties", "hidden-text"}) {
            QVERIFY2(!left.contains(QString::fromLatin1(kind)), kind);
        }
        QVERIFY(textsOf(after.line()).contains(u"+44 20 7946 0958"_s));
    }

    // acceptance 49
    void clockAndLanguageOfTheMachineChangeNoByte()
    {
        CommandLine cli;
        cli.makeKey();
        const QString letter = cli.letter();
        QByteArray first;
        QJsonObject firstPredicate;
        for (const auto &[zone, locale] : {std::pair{u"UTC"_s, u"C.UTF-8"_s},
                                           {u"Pacific/Kiritimati"_s, u"tr_TR.UTF-8"_s},
                                           {u"America/St_Johns"_s, u"ar_EG.UTF-8"_s}}) {
            cli.setVariable(u"TZ"_s, zone);
            cli.setVariable(u"LC_ALL"_s, locale);
            const QString out = cli.path(locale);
            const Outcome done = cli.run({u"scrub"_s, letter, u"--out"_s, out});
            QVERIFY2(done.exit == 0, done.err.constData());
            const QByteArray bytes = cli.content(locale + u"/file-001.docx"_s);
            QJsonObject predicate =
                predicateOf(cli.content(locale + u"/file-001.docx.manifest.json"_s));
            // what differs by design: the time of the run, and commitments under new keys
            QJsonObject compared;
            for (const char *key : {"kept", "hiddenRemoved", "policy", "producer"}) {
                compared.insert(QString::fromLatin1(key), predicate.value(QLatin1StringView(key)));
            }
            if (first.isEmpty()) {
                first = bytes;
                firstPredicate = compared;
            }
            QVERIFY(bytes == first);
            QCOMPARE(compared, firstPredicate);
        }
    }

    // acceptance 50
    void signatureOfAnotherProgramIsListedAndGone()
    {
        CommandLine cli;
        cli.makeKey();
        const QString in = cli.file(u"signed.docx"_s, signedLetter());
        const Outcome before = cli.run({u"scan"_s, in, u"--json"_s});
        QVERIFY(kindsOf(before.line().value(u"hidden"_s).toArray()).contains(u"signatures"_s));
        const Outcome done = cli.run({u"scrub"_s, in, u"--out"_s, cli.path(u"out"_s)});
        QVERIFY2(done.exit == 0, done.err.constData());
        const QByteArray output = cli.content(u"out/file-001.docx"_s);
        QVERIFY(!output.contains("_xmlsignatures"));
        const QString terms = cli.file(u"terms"_s, "Halvarsen\nxmlsignature\n");
        const Outcome checked =
            cli.run({u"check"_s, cli.path(u"out/file-001.docx"_s), u"--terms"_s, terms});
        QVERIFY2(checked.exit == 0, checked.out.constData());
        const QByteArray manifest = cli.content(u"out/file-001.docx.manifest.json"_s);
        const QByteArray said = QJsonDocument(predicateOf(manifest)).toJson(QJsonDocument::Compact);
        QVERIFY2(said.contains("\"signatures\""), said.constData());
    }

    // acceptance 51
    void programThatIsKilledLeavesNoHalfOfAFile()
    {
        const CommandLine cli;
        QByteArray body;
        for (int i = 0; i < 1500; ++i) {
            body += paragraph(run("Call Tomas Verlyne about pallet " + QByteArray::number(i)));
        }
        const QString in = cli.file(u"long.docx"_s, DocxBuilder().body(body).build());
        QElapsedTimer timer;
        timer.start();
        scrub(cli, in, {});
        const int whole = static_cast<int>(timer.elapsed());
        const QByteArray expected = cli.content(u"out/file-001.docx"_s);
        int killed = 0;
        for (int i = 0; i < 12; ++i) {
            const QString folder = u"out%1"_s.arg(i);
            const QStringList words{u"scrub"_s, in, u"--out"_s, cli.path(folder), u"--no-sign"_s};
            killed += cli.kill(words, whole * (i + 1) / 13) ? 1 : 0;
            for (const QString &name : cli.names(folder)) {
                QVERIFY2(name.startsWith(u".expunge-"_s) || name == u"file-001.docx"_s,
                         qPrintable(name));
                QVERIFY(name.startsWith(u".expunge-"_s)
                        || cli.content(folder + u'/' + name) == expected);
            }
        }
        QVERIFY(killed > 4);
    }

private:
    static void scrub(const CommandLine &cli, const QString &file, const QStringList &options)
    {
        const Outcome done =
            cli.run(QStringList{u"scrub"_s, file, u"--out"_s, cli.path(u"out"_s), u"--no-sign"_s}
                    + options);
        QVERIFY2(done.exit == 0, done.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliPromises)
#include "tst_clipromises.moc"
