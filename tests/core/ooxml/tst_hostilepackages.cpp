// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/formatregistry.h"
#include "tests/support/docxbuilder.h"
#include "tests/support/docxprobe.h"
#include "tests/support/xlsxbuilder.h"
#include "tests/support/zipbuilder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStringEncoder>
#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

const QByteArray letter = "<w:p><w:r><w:t>Dear Tomas</w:t></w:r></w:p>";
const QByteArray marker = "Ada Zorblat";   // stands where no reader looks
const QByteArray word = R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";
const QByteArray documentKind =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

ZipEntry entry(const QByteArray &name, const QByteArray &content)
{
    ZipEntry result;
    result.name = name;
    result.content = content;
    return result;
}

QByteArray relationships(const QByteArray &list)
{
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
           + list + "</Relationships>";
}

QByteArray contentTypes(const QByteArray &list)
{
    return "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
           "<Default Extension='rels' "
           "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
           + list + "</Types>";
}

QByteArray typeOf(const QByteArray &part, const QByteArray &type)
{
    return "<Override PartName='/" + part + "' ContentType='" + type + "'/>";
}

const QByteArray documentType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

QByteArray documentXml(const QByteArray &body)
{
    return "<w:document " + word + "><w:body>" + body + "</w:body></w:document>";
}

/// A Word file of three parts whose names and types a test chooses.
ZipBuilder package(const QByteArray &types, const QByteArray &target, const QByteArray &name,
                   const QByteArray &document)
{
    return ZipBuilder()
        .add("[Content_Types].xml", contentTypes(types))
        .add("_rels/.rels", relationships("<Relationship Id='r1' Type='" + documentKind
                                          + "' Target='" + target + "'/>"))
        .add(name, document);
}

ZipBuilder withDocument(const QByteArray &document)
{
    return package(typeOf("word/document.xml", documentType), "word/document.xml",
                   "word/document.xml", document);
}

/// Ten gibibytes of zeros, packed.
QByteArray tenGibibytes()
{
    return deflatedBlock(QByteArray(1 << 20, 0)).repeated(10 * 1024) + QByteArray("\x03\0", 2);
}

QByteArray nested(int levels)
{
    QByteArray inner = minimalDocx("<w:p><w:r><w:t>" + marker + "</w:t></w:r></w:p>").build();
    for (int level = 0; level < levels; ++level) {
        inner = ZipBuilder().add("inner.zip", inner).build();
    }
    return inner;
}

QByteArray utf16(const QString &text)
{
    QStringEncoder encoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
    return encoder.encode(text);
}

}   // namespace

/// Packages that are made to mislead, to choke on, or that odd programs wrote.
class TestHostilePackages : public QObject
{
    Q_OBJECT

private:
    base::Result<OpenDocument> open(const QByteArray &bytes, const QString &name)
    {
        QElapsedTimer time;
        time.start();
        auto opened = m_registry.open(formats::Source{bytes, name}, {});
        m_milliseconds = time.elapsed();
        return opened;
    }

    const formats::FormatRegistry m_registry = formats::builtinFormats();
    qint64 m_milliseconds = 0;

private Q_SLOTS:
    void whatCannotBeTrustedIsRefused_data();
    void whatCannotBeTrustedIsRefused();
    void oddButHonestPackagesAreReadAndRebuilt_data();
    void oddButHonestPackagesAreReadAndRebuilt();
    void oddWorkbooksAreRead_data();
    void oddWorkbooksAreRead();
    void aPartOfOneColourIsNoBomb();
    void cleanupTestCase();
};

void TestHostilePackages::whatCannotBeTrustedIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *tag, const ZipBuilder &zip, const char *error,
                        const QString &detail = {}) {
        QTest::newRow(tag) << zip.build() << QString::fromLatin1(error) << detail;
    };
    ZipEntry bomb = entry("word/a.xml", {});
    bomb.packed = tenGibibytes();
    row("ten gibibytes", minimalDocx(letter).add(bomb), "expansion-limit", u"word/a.xml"_s);
    bomb.claimedSize = 10;
    row("ten gibibytes that claim ten", minimalDocx(letter).add(bomb), "expansion-limit");
    ZipBuilder drops = minimalDocx(letter);
    ZipEntry drop = entry({}, QByteArray(9 << 20, 0));
    drop.packed = deflatedBlock(drop.content) + QByteArray("\x03\0", 2);
    for (int i = 0; i < 60; ++i) {
        drop.name = "word/" + QByteArray::number(i) + ".xml";
        drops.add(drop);
    }
    row("many small bombs", drops, "expansion-limit");
    ZipBuilder crowd = minimalDocx(letter).zip64();
    for (int i = 0; i < 100'000; ++i) {
        ZipEntry tiny = entry("word/" + QByteArray::number(i), "x");
        tiny.deflate = false;
        crowd.add(tiny);
    }
    row("100,000 entries", crowd, "expansion-limit");
    const QByteArray deep = QByteArray("<w:sdt>").repeated(200'000);
    row("200,000 levels", withDocument(documentXml(deep)), "expansion-limit",
        u"word/document.xml"_s);
    row("200,000 levels in relationships",
        minimalDocx(letter).add("word/_rels/document.xml.rels",
                                relationships(QByteArray("<a>").repeated(200'000))),
        "expansion-limit");
    const QByteArray file = "<!DOCTYPE w [<!ENTITY who SYSTEM 'file:///etc/passwd'>]>";
    row("external entity", withDocument(file + documentXml("&who;")), "forbidden-markup");
    QByteArray laughs = "<!DOCTYPE w [<!ENTITY a0 'ha'>";
    for (int i = 1; i < 30; ++i) {
        const QByteArray before = "&a" + QByteArray::number(i - 1) + ';';
        laughs += "<!ENTITY a" + QByteArray::number(i) + " '" + before + before + "'>";
    }
    row("entities of entities", withDocument(laughs + "]>" + documentXml("&a29;")),
        "forbidden-markup");
    row("document type in UTF-16",
        withDocument(utf16(QString::fromUtf8(file + documentXml(letter)))), "forbidden-markup");
    row("document type in a part that nobody reads",
        minimalDocx(letter).add("word/_rels/document.xml.rels", file + relationships({})),
        "forbidden-markup");
    row("two documents", minimalDocx(letter).add("word/document.xml", documentXml({})),
        "duplicate-entry", u"word/document.xml"_s);
    row("two documents by case", minimalDocx(letter).add("word/Document.xml", documentXml({})),
        "duplicate-entry", u"word/Document.xml"_s);
    row("two documents by encoding",
        minimalDocx(letter).add("word/%64ocument.xml", documentXml({})), "duplicate-entry",
        u"word/%64ocument.xml"_s);
    row("two documents by backslash", minimalDocx(letter).add("word\\document.xml", "x"),
        "duplicate-entry");
    row("two accents",
        minimalDocx(letter).add("word/\xC3\xA9.xml", "x").add("word/e\xCC\x81.xml", "x"),
        "duplicate-entry");
    ZipEntry twoNames = entry("word/a.xml", "<a/>");
    twoNames.extra = QByteArray::fromHex("7570160001") + "\1\2\3\4word/document.xml";
    row("a second name", minimalDocx(letter).add(twoNames), "duplicate-entry", u"word/a.xml"_s);
    row("outside", minimalDocx(letter).add("../../etc/cron.d/x", "x"), "unsafe-entry");
    row("outside, encoded", minimalDocx(letter).add("word/%2e%2e/%2e%2e/x", "x"), "unsafe-entry");
    row("relationships that are none",
        ZipBuilder()
            .add("[Content_Types].xml", contentTypes(typeOf("word/document.xml", documentType)))
            .add("_rels/.rels", "<?xml version=\"1.0\"?>\nCORRUPTED")
            .add("word/document.xml", documentXml(letter)),
        "damaged", u"_rels/.rels"_s);
    row("no content types", ZipBuilder().add("word/document.xml", documentXml(letter)),
        "content-mismatch", u"Word document"_s);
    row("a workbook's type",
        package(typeOf("word/document.xml", "application/vnd.openxmlformats-officedocument."
                                            "spreadsheetml.sheet.main+xml"),
                "word/document.xml", "word/document.xml", documentXml(letter)),
        "content-mismatch", u"Excel workbook (.xlsx)"_s);
    row("a missing main part",
        package(typeOf("word/document.xml", documentType), "word/gone.xml", "word/document.xml",
                documentXml(letter)),
        "content-mismatch");
    row("no document", withDocument("<html><body>Dear Tomas</body></html>"), "damaged");
    row("half a document", withDocument(documentXml(letter).left(90)), "damaged");
}

void TestHostilePackages::whatCannotBeTrustedIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, error);
    QFETCH(QString, detail);
    const auto opened = open(bytes, u"a.docx"_s);
    QVERIFY(!opened);
    QCOMPARE(base::errorName(opened.error().code), error);
    QCOMPARE(opened.error().location, u"a.docx"_s);
    if (!detail.isEmpty()) {
        QCOMPARE(opened.error().detail, detail);
    }
    QVERIFY2(m_milliseconds < 2000, qPrintable(QString::number(m_milliseconds)));
}

void TestHostilePackages::oddButHonestPackagesAreReadAndRebuilt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *tag, const ZipBuilder &zip) {
        QTest::newRow(tag) << zip.build();
    };
    const auto with = [&](const char *tag, const std::function<void(ZipEntry &)> &change) {
        ZipEntry odd = entry("word/a.xml", "<a/>");
        change(odd);
        row(tag, minimalDocx(letter).add(odd));
    };
    row("plain", minimalDocx(letter));
    row("bytes before", minimalDocx(letter).prefix(marker));
    row("bytes behind", minimalDocx(letter).trailer(marker));
    row("comment", minimalDocx(letter).comment(marker));
    with("gap", [](ZipEntry &odd) { odd.gapBefore = marker; });
    with("entry comment", [](ZipEntry &odd) { odd.comment = marker; });
    const QByteArray field = QByteArray::fromHex("0a010b00") + marker;
    with("extra field", [&](ZipEntry &odd) { odd.extra = field; });
    with("local extra field", [&](ZipEntry &odd) { odd.localExtra = field; });
    with("local name", [](ZipEntry &odd) { odd.localName = marker; });
    with("unlisted entry", [](ZipEntry &odd) {
        odd.unlisted = true;
        odd.content = marker;
        odd.deflate = false;
    });
    with("descriptor", [](ZipEntry &odd) { odd.descriptor = true; });
    row("zip64", minimalDocx(letter).zip64());
    row("folders", minimalDocx(letter).add("word/", {}).add(marker + '/', {}));
    row("backslashes", package(typeOf("word/document.xml", documentType), "word/document.xml",
                               "word\\document.xml", documentXml(letter)));
    row("another name", package(typeOf("word/main.xml", documentType), "word/main.xml",
                                "word/main.xml", documentXml(letter)));
    row("another case", package(typeOf("WORD/document.XML", documentType), "Word/Document.xml",
                                "word/document.xml", documentXml(letter)));
    row("encoded target",
        package(typeOf("word/document%201.xml", documentType), "/word/document%201.xml",
                "word/document 1.xml", documentXml(letter)));
    row("no type for the document",
        package({}, "word/document.xml", "word/document.xml", documentXml(letter)));
    row("a general type", package("<Default Extension='xml' ContentType='application/xml'/>",
                                  "word/document.xml", "word/document.xml", documentXml(letter)));
    row("UTF-16", withDocument(utf16(QString::fromUtf8("<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
                                                       + documentXml(letter)))));
    row("dangling relationships",
        minimalDocx(letter).add("word/_rels/document.xml.rels",
                                relationships("<Relationship Id='r9' Type='urn:kind/styles' "
                                              "Target='gone.xml'/>")));
    row("cycle",
        minimalDocx(letter)
            .add("word/_rels/document.xml.rels",
                 relationships("<Relationship Id='r9' Type='urn:kind/header' Target='h.xml'/>"))
            .add("word/h.xml", "<w:hdr " + word + "/>")
            .add("word/_rels/h.xml.rels",
                 relationships("<Relationship Id='r1' Type='urn:kind/header' "
                               "Target='document.xml'/><Relationship Id='r2' "
                               "Type='urn:kind/header' Target='h.xml'/>")));
    row("nested archives", minimalDocx(letter)
                               .add("word/_rels/document.xml.rels",
                                    relationships("<Relationship Id='r9' Type='urn:kind/package' "
                                                  "Target='embeddings/x.zip'/>"))
                               .add("word/embeddings/x.zip", nested(20)));
    row("parts without owner", minimalDocx(letter)
                                   .add("word/orphan.xml", "<a>" + marker + "</a>")
                                   .add("[trash]/0000.dat", marker)
                                   .add("Thumbs.db", marker));
}

void TestHostilePackages::oddButHonestPackagesAreReadAndRebuilt()
{
    QFETCH(QByteArray, bytes);
    const auto opened = open(bytes, u"a.docx"_s);
    QVERIFY2(opened, opened ? "" : qPrintable(base::errorName(opened.error().code)));
    QVERIFY(m_milliseconds < 2000);
    QCOMPARE(visibleTexts(**opened), QStringList{u"Dear Tomas"_s});
    const Written written = applied(**opened, {});
    QVERIFY(written.document);
    QCOMPARE(visibleTexts(*written.document), QStringList{u"Dear Tomas"_s});
    QVERIFY(!written.bytes.contains(marker));
    QVERIFY(!written.contains(marker));
    const auto again = open(written.bytes, u"b.docx"_s);
    QVERIFY(again && (*again)->info().warnings.empty());
}

void TestHostilePackages::oddWorkbooksAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const XlsxBuilder book = XlsxBuilder().sheet(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Dear Tomas</t></is></c></row>");
    QTest::newRow("plain") << book.build();
    QTest::newRow("bytes before") << marker + book.build();
    QTest::newRow("bytes behind") << book.build() + marker;
    QTest::newRow("a general type") << XlsxBuilder(book).mainType("application/xml").build();
}

void TestHostilePackages::oddWorkbooksAreRead()
{
    QFETCH(QByteArray, bytes);
    const auto opened = open(bytes, u"a.xlsx"_s);
    QVERIFY2(opened, opened ? "" : qPrintable(base::errorName(opened.error().code)));
    QVERIFY(unitWith(**opened, u"Dear Tomas"_s));
}

void TestHostilePackages::aPartOfOneColourIsNoBomb()
{
    // Real presentations hold parts that shrink to a 667th.
    const QByteArray flat(5 << 20, 'x');
    const ZipBuilder zip = minimalDocx(letter).add("word/media/flat.emf", flat);
    QVERIFY(zip.build().size() < flat.size() / 600);
    QVERIFY(open(zip.build(), u"a.docx"_s));
}

void TestHostilePackages::cleanupTestCase()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("the address sanitizer needs more memory than the program");
#endif
    QFile status(u"/proc/self/status"_s);
    QVERIFY(status.open(QIODevice::ReadOnly));
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) {
            const qint64 kibibytes = line.mid(6).trimmed().split(' ').first().toLongLong();
            QVERIFY2(kibibytes < 300 * 1024, line.constData());
        }
    }
}

QTEST_APPLESS_MAIN(TestHostilePackages)
#include "tst_hostilepackages.moc"
