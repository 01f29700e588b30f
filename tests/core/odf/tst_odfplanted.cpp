// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/odf/odffixture.h"

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::testing;

/// Files with an invented word in every place where text or traces can sit
/// (tests/data/opendocument/make_planted.py).
class TestOdfPlanted : public QObject
{
    Q_OBJECT

private:
    static QByteArray data(const QString &name)
    {
        QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/opendocument/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QStringList words(const QString &file, const QString &kind)
    {
        QStringList list;
        for (const QByteArray &line : data(u"planted.txt"_s).split('\n')) {
            const QStringList fields = QString::fromUtf8(line).split(u' ');
            if (fields.size() == 3 && fields[0] == file && (kind.isEmpty() || fields[1] == kind)) {
                list.append(fields[2]);
            }
        }
        return list;
    }

    static OdfPtr opened(const QByteArray &bytes, const QString &name)
    {
        auto document = tryOpen(bytes, name);
        return document ? *document : nullptr;
    }

    /// All that the parts of a package hold, decoded.
    static QByteArray everything(const document::Document &document)
    {
        QByteArray all;
        const auto visited = document.visitParts([&](const document::PartView &part) {
            all += part.name.toUtf8() + '\n' + part.bytes.toByteArray() + '\n';
        });
        return visited ? all : QByteArray();
    }

    static void rows()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("text") << u"planted.odt"_s;
        QTest::newRow("presentation") << u"planted.odp"_s;
    }

private Q_SLOTS:
    void enoughIsPlanted_data() { rows(); }
    void enoughIsPlanted()
    {
        QFETCH(QString, name);
        QVERIFY(words(name, {}).size() >= 60);
    }

    void hiddenGoesByItselfAndTheVisibleStays_data() { rows(); }
    void hiddenGoesByItselfAndTheVisibleStays()
    {
        QFETCH(QString, name);
        const OdfPtr document = opened(data(name), name);
        QVERIFY(document);
        const QByteArray bytes = appliedBytes(*document, {});
        const OdfPtr written = opened(bytes, name);
        QVERIFY(written);
        const QByteArray all = everything(*written) + bytes;
        const QString texts = shownTexts(*written).join(u'\n');
        for (const QString &word : words(name, u"hidden"_s)) {
            QVERIFY2(!all.contains(word.toUtf8()), qPrintable(word));
        }
        for (const QString &word : words(name, u"visible"_s)) {
            QVERIFY2(texts.contains(word), qPrintable(word));
        }
        QVERIFY(written->hiddenItems().empty());
    }

    void everythingThatIsAskedForGoes_data() { rows(); }
    void everythingThatIsAskedForGoes()
    {
        QFETCH(QString, name);
        const OdfPtr document = opened(data(name), name);
        QVERIFY(document);
        const QByteArray bytes = appliedBytes(*document, odfPlan(*document, words(name, {})));
        const OdfPtr written = opened(bytes, name);
        QVERIFY(written);
        const QByteArray all = everything(*written) + bytes;
        for (const QString &word : words(name, {})) {
            QVERIFY2(!all.contains(word.toUtf8()), qPrintable(word));
        }
        QVERIFY(written->hiddenItems().empty());
    }

    void whatIsKeptStaysWithoutPeople()
    {
        const QString name = u"planted.odt"_s;
        const OdfPtr document = opened(data(name), name);
        QVERIFY(document);
        document::RedactionPlan plan;
        for (const document::HiddenItem &item : document->hiddenItems()) {
            plan.hidden[item.id] = document::HiddenAction::Keep;
        }
        const OdfPtr written = opened(appliedBytes(*document, plan), name);
        QVERIFY(written);
        const QByteArray all = everything(*written);
        for (const char *word : {"ZQXTCOMMENT<", "ZQXTDELETED", "ZQXTHIDDENRUN", "ZQXTSVGDESC"}) {
            QVERIFY2(all.contains(word), word);
        }
        for (const char *word : {"ZQXTCOMMENTAUTHOR", "ZQXTCHANGEAUTHOR", "ZQXTCOMMENTINITIALS",
                                 "ZQXTOFFICESCRIPT", "ZQXTBOOKMARK", "2026-01-02"}) {
            QVERIFY2(!all.contains(word), word);
        }
    }

    void sameFileAndDecisionsGiveTheSameBytes_data() { rows(); }
    void sameFileAndDecisionsGiveTheSameBytes()
    {
        QFETCH(QString, name);
        const OdfPtr document = opened(data(name), name);
        QVERIFY(document);
        const QByteArray once = appliedBytes(*document, {});
        QCOMPARE(appliedBytes(*opened(data(name), name), {}), once);
        QCOMPARE(appliedBytes(*opened(once, name), {}), once);
    }

    void typeIsFirstAndManifestExact_data() { rows(); }
    void typeIsFirstAndManifestExact()
    {
        QFETCH(QString, name);
        const OdfPtr document = opened(data(name), name);
        QVERIFY(document);
        const QByteArray bytes = appliedBytes(*document, {});
        const QByteArray type = name.endsWith(u"odt"_s) ? odfText : odfSlides;
        QCOMPARE(bytes.mid(8, 2), QByteArray(2, '\0'));    // stored
        QCOMPARE(bytes.mid(28, 2), QByteArray(2, '\0'));   // no extra field
        QCOMPARE(bytes.mid(30, 8 + type.size()), "mimetype" + type);
        const OdfPtr written = opened(bytes, name);
        QVERIFY(written);
        const QByteArray manifest = partOf(*written, u"META-INF/manifest.xml"_s);
        qsizetype parts = 0;
        const auto visited = written->visitParts([&](const document::PartView &part) {
            const bool listed =
                manifest.contains(QByteArray("full-path=\"" + part.name.toUtf8() + "\""));
            parts += listed ? 1 : 0;
            QVERIFY2(listed || part.name == u"mimetype"_s
                         || part.name == u"META-INF/manifest.xml"_s,
                     qPrintable(part.name));
        });
        QVERIFY(visited);
        // and the package itself, the chart and the formula
        QCOMPARE(manifest.count("<manifest:file-entry"), parts + 3);
    }
};

QTEST_GUILESS_MAIN(TestOdfPlanted)
#include "tst_odfplanted.moc"
