// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/formatregistry.h"
#include "core/scrub/leakcheck.h"
#include "tests/core/ods/spreadsheettesting.h"

#include <QFile>
#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray fileOf(const QString &name)
{
    QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/opendocument/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The words that the file was made with, by what a reader sees of them.
QMap<QByteArray, QByteArrayList> plantedWords()
{
    QMap<QByteArray, QByteArrayList> words;
    for (const QByteArray &line : fileOf(u"planted_sheet.txt"_s).split('\n')) {
        const QByteArrayList fields = line.split(' ');
        if (fields.size() == 3) {
            words[fields[1]].append(fields[2]);
        }
    }
    return words;
}

bool holds(const QMap<QString, QByteArray> &parts, const QByteArray &word)
{
    return std::any_of(parts.begin(), parts.end(),
                       [&](const QByteArray &part) { return part.contains(word); });
}

}   // namespace

/// A spreadsheet with one invented word in every place where text or traces can sit.
class TestOdsPlanted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceIsPlanted()
    {
        const auto words = plantedWords();
        QVERIFY(words.value("visible").size() + words.value("hidden").size() >= 45);
        const auto parts = odsParts(fileOf(u"planted.ods"_s));
        int found = 0;
        for (const QByteArray &word : words.value("visible")) {
            found += holds(parts, word) ? 1 : 0;
        }
        QVERIFY(found > 25);
    }

    void aScrubLeavesWhatIsSeenAndNothingElse()
    {
        const auto document = openOds(fileOf(u"planted.ods"_s));
        QVERIFY(document);
        const auto output = (*document)->apply(odsPlan(**document, {}), {});
        QVERIFY(output);
        const auto parts = odsParts(output->bytes);
        for (const QByteArray &word : plantedWords().value("hidden")) {
            QVERIFY2(!holds(parts, word), word.constData());
        }
        const auto again = openOds(output->bytes);
        QVERIFY(again);
        QString all;
        for (const document::TextUnit &unit : (*again)->textUnits()) {
            all += unit.text + u' ';
        }
        for (const QByteArray &word : plantedWords().value("visible")) {
            QVERIFY2(all.contains(QString::fromLatin1(word)), word.constData());
        }
    }

    void termsTakeEveryWordOut()
    {
        const auto document = openOds(fileOf(u"planted.ods"_s));
        QVERIFY(document);
        QMap<QString, QString> terms;
        for (const QByteArrayList &list : plantedWords()) {
            for (const QByteArray &word : list) {
                terms.insert(QString::fromLatin1(word), u"[T]"_s);
            }
        }
        std::vector<document::HiddenKind> all = document::allHiddenKinds();
        const auto output = (*document)->apply(odsPlan(**document, terms, all), {});
        QVERIFY(output);
        const auto parts = odsParts(output->bytes);
        for (auto term = terms.begin(); term != terms.end(); ++term) {
            QVERIFY2(!holds(parts, term.key().toLatin1()), qPrintable(term.key()));
        }
    }

    void theLeakCheckAgrees()
    {
        const formats::FormatRegistry registry = formats::builtinFormats();
        const auto opened = registry.open({fileOf(u"planted.ods"_s), u"planted.ods"_s}, {});
        QVERIFY(opened);
        scrub::Expectation expected;
        expected.original = *opened;
        expected.plan = odsPlan(**opened, {{u"ZQXSPLAINTEXT"_s, u"[T]"_s},
                                           {u"ZQXSREPEATED"_s, u"[T]"_s},
                                           {u"ZQXSSHEETNAME"_s, u"Plan"_s}});
        expected.values = {{u"c0"_s, u"ZQXSPLAINTEXT"_s, true},
                           {u"c1"_s, u"ZQXSREPEATED"_s, true},
                           {u"c2"_s, u"ZQXSSHEETNAME"_s, true}};
        const auto output = (*opened)->apply(expected.plan, {});
        QVERIFY(output);
        expected.adjusted = output->applied.adjusted;
        const auto report =
            scrub::LeakCheck(registry).run({output->bytes, u"out.ods"_s}, expected, {});
        QVERIFY(report);
        for (const scrub::Leak &leak : report->leaks) {
            QVERIFY2(false, qPrintable(QString(leak.id + u' ' + leak.part + u' ' + leak.how)));
        }
    }
};

QTEST_APPLESS_MAIN(TestOdsPlanted)
#include "tst_odsplanted.moc"
