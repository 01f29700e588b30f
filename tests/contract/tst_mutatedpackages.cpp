// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/embedded/embeddingtesting.h"
#include "tests/support/zipbuilder.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

namespace {

/// The entries of a package, as a damaging program sees them.
using Entries = std::vector<std::pair<QString, QByteArray>>;
using Mutation = void (*)(Entries &, QRandomGenerator &);

constexpr auto contentTypes = "[Content_Types].xml";

size_t anyOf(const Entries &entries, QRandomGenerator &random)
{
    return static_cast<size_t>(random.bounded(static_cast<quint32>(entries.size())));
}

/// Replaces one of the matches of a pattern in one of the entries whose names end so.
void replaceOne(Entries &entries, QRandomGenerator &random, const QString &suffix,
                const QString &pattern, const QString &with)
{
    for (int tries = 0; tries < 40; ++tries) {
        auto &[name, bytes] = entries[anyOf(entries, random)];
        const QString text = QString::fromUtf8(bytes);
        auto matches = QRegularExpression(pattern).globalMatch(text);
        QList<QRegularExpressionMatch> found;
        while (matches.hasNext()) {
            found.append(matches.next());
        }
        if (name.endsWith(suffix) && !found.isEmpty()) {
            const auto &match = found.at(random.bounded(found.size()));
            bytes =
                (text.left(match.capturedStart()) + with + text.mid(match.capturedEnd())).toUtf8();
            return;
        }
    }
}

void dropPart(Entries &entries, QRandomGenerator &random)
{
    entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(anyOf(entries, random)));
}

void copyPart(Entries &entries, QRandomGenerator &random)
{
    const auto [name, bytes] = entries[anyOf(entries, random)];
    entries.emplace_back(u"copy-"_s + name, bytes);
}

void doubleEntry(Entries &entries, QRandomGenerator &random)
{
    const auto [name, bytes] = entries[anyOf(entries, random)];
    entries.emplace_back(name, bytes + ' ');
}

void swapContents(Entries &entries, QRandomGenerator &random)
{
    std::swap(entries[anyOf(entries, random)].second, entries[anyOf(entries, random)].second);
}

void cutContent(Entries &entries, QRandomGenerator &random)
{
    QByteArray &bytes = entries[anyOf(entries, random)].second;
    bytes.truncate(random.bounded(bytes.size() + 1));
}

void wrongType(Entries &entries, QRandomGenerator &random)
{
    replaceOne(entries, random, QLatin1StringView(contentTypes), u"ContentType=\"[^\"]*\""_s,
               u"ContentType=\"application/vnd.ms-office.vbaProject\""_s);
}

void noType(Entries &entries, QRandomGenerator &random)
{
    replaceOne(entries, random, QLatin1StringView(contentTypes), u"<Override[^>]*/>"_s, {});
}

void danglingLink(Entries &entries, QRandomGenerator &random)
{
    replaceOne(entries, random, u".rels"_s, u"Target=\"[^\"]*\""_s, u"Target=\"nowhere.xml\""_s);
}

void outsideLink(Entries &entries, QRandomGenerator &random)
{
    replaceOne(entries, random, u".rels"_s, u"Target=\"[^\"]*\""_s,
               u"Target=\"../../../../etc/hosts\""_s);
}

void circle(Entries &entries, QRandomGenerator &random)
{
    const QString target = entries[anyOf(entries, random)].first;
    replaceOne(entries, random, u".rels"_s, u"Target=\"[^\"]*\""_s,
               u"Target=\"/%1\""_s.arg(target));
}

void depth(Entries &entries, QRandomGenerator &random)
{
    const QString groups = QString(u"<w:sdt><w:sdtContent>"_s).repeated(50);
    replaceOne(entries, random, u".xml"_s, u"</(w:body|p:spTree|x:sheetData|sheetData)>"_s,
               groups + QString(u"</w:sdtContent></w:sdt>"_s).repeated(50) + u"</w:body>"_s);
}

void entity(Entries &entries, QRandomGenerator &random)
{
    replaceOne(entries, random, u".xml"_s, u"\\?>"_s,
               u"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hosts\">]>"_s);
}

constexpr std::pair<const char *, Mutation> mutations[] = {
    {"dropped part", dropPart},
    {"copied part", copyPart},
    {"doubled entry", doubleEntry},
    {"swapped parts", swapContents},
    {"cut part", cutContent},
    {"wrong type", wrongType},
    {"missing type", noType},
    {"dangling link", danglingLink},
    {"outside link", outsideLink},
    {"circle", circle},
    {"depth", depth},
    {"external entity", entity},
};

QByteArray zipped(const Entries &entries)
{
    ZipBuilder zip;
    for (const auto &[name, bytes] : entries) {
        zip.add(name.toUtf8(), bytes);
    }
    return zip.build();
}

Entries entriesOf(const QByteArray &file)
{
    const auto parts = partsOf(file);
    Entries entries;
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        entries.emplace_back(part.key(), part.value());
    }
    return entries;
}

QByteArray deck()
{
    PptxBuilder builder;
    builder.slide(PptxSlide{textBox(2, slideParagraph("by Mirelle Osterwick")),
                            {},
                            {},
                            textBox(3, slideParagraph("notes of Osterwick"))});
    return builder.build();
}

}   // namespace

/// Packages that a program, a disk or somebody has damaged in one place.
class TestMutatedPackages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damagedPackagesAreRefusedOrWrittenWhole_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("mutation");
        const QByteArray document =
            documentAround(namedWorkbook().build(), "word/embeddings/o.xlsx")
                .header(paragraph(run("Osterwick header")))
                .comment(1, "Osterwick", paragraph(run("a comment")))
                .build();
        for (size_t i = 0; i < std::size(mutations); ++i) {
            const int number = static_cast<int>(i);
            QTest::addRow("docx, %s", mutations[i].first) << document << number;
            QTest::addRow("xlsx, %s", mutations[i].first) << namedWorkbook().build() << number;
            QTest::addRow("pptx, %s", mutations[i].first) << deck() << number;
        }
    }

    void damagedPackagesAreRefusedOrWrittenWhole()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, mutation);
        QRandomGenerator random(20261124);   // the same damage in every run
        const Entries whole = entriesOf(file);
        QVERIFY(!whole.empty());
        for (int round = 0; round < 20; ++round) {
            Entries entries = whole;
            mutations[mutation].second(entries, random);
            const auto opened = openNamed(zipped(entries));
            if (!opened) {
                QVERIFY(opened.error().code != base::ErrorCode::Internal);
                continue;
            }
            const ScrubbedFile written =
                carriedOut(*opened, planFor(**opened, {{u"Osterwick"_s, u"[PERSON-1]"_s}},
                                            {document::HiddenKind::EmbeddedFiles}));
            QVERIFY2(written.leaks.isEmpty(), qPrintable(written.leaks.join(u'\n')));
            QVERIFY(!written.contains("Osterwick"));
            QVERIFY(written.document);
        }
    }

    void partsThatAreSomethingElseAreNotReferredTo()
    {
        Entries entries = entriesOf(
            DocxBuilder().header(paragraph(run("head"))).body(paragraph(run("x"))).build());
        for (auto &[name, bytes] : entries) {
            bytes.replace("header7.xml", "document.xml");
        }
        const ScrubbedFile written = scrubbedFile(zipped(entries));
        QCOMPARE(written.leaks.join(u'\n'), QString());
        // a program that reads the document as its own header does not come to an end
        QVERIFY(!written.parts.value(u"word/_rels/document.xml.rels"_s).contains("/header"));
        QVERIFY(!written.parts.value(u"word/document.xml"_s).contains("headerReference"));
    }

private:
    /// Opened under the name of what it still is; the error is the one of the best handler.
    base::Result<DocumentPtr> openNamed(const QByteArray &bytes) const
    {
        const auto registry = formats::builtinFormats();
        base::Result<DocumentPtr> opened = base::failure(base::ErrorCode::UnsupportedFormat, {});
        for (const char *suffix : {"docx", "xlsx", "pptx"}) {
            opened = registry.open({bytes, QStringLiteral("in.") + QLatin1StringView(suffix)}, {});
            if (opened) {
                return opened;
            }
        }
        return opened;
    }
};

QTEST_APPLESS_MAIN(TestMutatedPackages)
#include "tst_mutatedpackages.moc"
