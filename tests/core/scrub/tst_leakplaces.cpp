// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/scrub/fakepackage.h"

#include <QTest>

#include <zlib.h>

using namespace expunge;
using namespace Qt::StringLiterals;
using testing::fakePackage;
using testing::ZipBuilder;
using testing::ZipEntry;

namespace {

const QString value = u"Zorblatt Quimby"_s;
const QByteArray plain = "Zorblatt Quimby";

ZipEntry entry(const QByteArray &name, const QByteArray &content)
{
    ZipEntry made;
    made.name = name;
    made.content = content;
    return made;
}

QByteArray part(const QByteArray &inside)
{
    return "<?xml version=\"1.0\"?><w:hdr "
           "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
           "xmlns:r=\"urn:r\">"
           + inside + "</w:hdr>";
}

QByteArray utf16(const QString &text, bool big)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const char low = static_cast<char>(c.unicode() & 0xff);
        const char high = static_cast<char>(c.unicode() >> 8);
        bytes += big ? high : low;
        bytes += big ? low : high;
    }
    return bytes;
}

QByteArray gzip(const QByteArray &bytes)
{
    z_stream stream = {};
    deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(bytes.size() + 200, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

/// The scrubbed package, to which rows add a place that was forgotten.
ZipBuilder scrubbed()
{
    return fakePackage({u"Dear [PERSON-1], hello"_s, u"nothing here"_s});
}

base::Result<scrub::LeakReport> check(const QByteArray &output, const QString &redacted = value)
{
    const auto original = testing::openFakePackage(
        fakePackage({u"Dear %1, hello"_s.arg(redacted), u"nothing here"_s}).build());
    const formats::FormatRegistry registry = testing::fakeRegistry();
    const scrub::LeakCheck leakCheck(registry);
    return leakCheck.run({output, u"out.fake"_s}, testing::expectationFor(original, {redacted}),
                         {});
}

}   // namespace

class TestLeakPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceWhereAValueCanHideIsSearched_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QString>("how");
        const auto row = [](const char *name, const QByteArray &content, const QString &how,
                            const QByteArray &entryName = "word/header1.xml") {
            QTest::newRow(name) << scrubbed().add(entryName, content).build() << how;
        };
        row("split over runs",
            part("<w:p><w:r><w:t>Zorb</w:t></w:r><w:bookmarkStart/><w:r><w:t>latt Q</w:t></w:r>"
                 "<w:r><w:t>uimby</w:t></w:r></w:p>"),
            u"text"_s);
        row("split by a tab",
            part("<w:p><w:r><w:t>Zorblatt</w:t><w:tab/><w:t>Quimby</w:t></w:r></w:p>"), u"text"_s);
        row("deleted text",
            part("<w:p><w:r><w:t>x</w:t><w:delText>Zorblatt Quimby</w:delText></w:r></w:p>"),
            u"text"_s);
        row("field code",
            part("<w:p><w:r><w:instrText>AUTHOR \"Zorblatt Quimby\"</w:instrText></w:r></w:p>"),
            u"text"_s);
        row("text box in a paragraph",
            part("<w:p><w:r><w:txbx><w:p><w:t>Zorblatt Quimby</w:t></w:p></w:txbx></w:r></w:p>"),
            u"text"_s);
        row("attribute", part("<w:ins w:author=\"Zorblatt Quimby\"/>"), u"attribute author"_s);
        row("case", part("<w:p><w:t>ZORBLATT QUIMBY</w:t></w:p>"), u"text"_s);
        row("letter spacing", part("<w:p><w:t>Z o r b l a t t Q u i m b y</w:t></w:p>"), u"text"_s);
        row("soft hyphens",
            part("<w:p><w:t>Zorb\xc2\xadlatt Quim\xc2\xad"
                 "by</w:t></w:p>"),
            u"text"_s);
        row("numeric references", part("<w:p><w:t>&#90;&#x6f;rblatt Quimby</w:t></w:p>"),
            u"text"_s);
        row("references of references", part("<w:p><w:t>&amp;#90;orblatt Quimby</w:t></w:p>"),
            u"text"_s);
        row("CDATA", part("<w:p><w:t><![CDATA[Zorblatt Quimby]]></w:t></w:p>"), u"text"_s);
        row("XML comment", part("<!-- Zorblatt Quimby -->"), u"comment"_s);
        row("processing instruction", part("<?note Zorblatt Quimby?>"),
            u"processing instruction"_s);
        row("namespace name",
            part("<x:a xmlns:x=\"http://schemas.microsoft.com/Zorblatt%20Quimby and more\"/>"),
            u"declaration"_s);
        row("document type", "<!DOCTYPE a [<!ENTITY e \"Zorblatt Quimby\">]><a/>",
            u"declaration"_s);
        row("element outside paragraphs", part("<w:creator>Zorblatt Quimby</w:creator>"),
            u"text of <creator>"_s);
        row("percent-encoded target",
            "<Relationships><Relationship "
            "Target=\"https://zorb.test/?to=Zorblatt%20Quimby\"/></Relationships>",
            u"attribute Target"_s, "word/_rels/document.xml.rels");
        row("Base64 in an attribute",
            part("<w:a w:v=\"" + QByteArray("some text, Zorblatt Quimby, more").toBase64()
                 + "\"/>"),
            u"text"_s);
    }

    void everyPlaceWhereAValueCanHideIsSearched()
    {
        QFETCH(QByteArray, output);
        QFETCH(QString, how);
        const auto report = check(output);
        QVERIFY(report.has_value());
        QVERIFY2(testing::hasLeak(*report, u"c1"_s, how),
                 qPrintable(testing::describeLeaks(*report)));
    }

    void everyPlaceInTheContainerIsSearched_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QString>("how");
        const auto odd = [](const std::function<void(ZipEntry &)> &edit) {
            ZipEntry made = entry("word/header1.xml", part({}));
            edit(made);
            return scrubbed().add(made).build();
        };
        const QByteArray extra = QByteArray("\x99\x99\x0f\x00", 4) + plain;
        QTest::newRow("entry name") << scrubbed().add("word/Zorblatt Quimby.xml", part({})).build()
                                    << u"name of an entry"_s;
        QTest::newRow("zip comment") << scrubbed().comment("by " + plain).build() << u"comment"_s;
        QTest::newRow("entry comment")
            << odd([](ZipEntry &e) { e.comment = plain; }) << u"comment of"_s;
        QTest::newRow("extra field")
            << odd([&](ZipEntry &e) { e.extra = extra; }) << u"extra field"_s;
        QTest::newRow("local extra field")
            << odd([&](ZipEntry &e) { e.localExtra = extra; }) << u"extra field"_s;
        QTest::newRow("gap") << odd([](ZipEntry &e) { e.gapBefore = plain; }) << u"no entry owns"_s;
        QTest::newRow("behind the end") << scrubbed().trailer(plain).build() << u"no entry owns"_s;
        QTest::newRow("entry that is not listed") << odd([](ZipEntry &e) {
            e.content = QByteArray(plain + ' ').repeated(20);
            e.unlisted = true;
        }) << u"not listed"_s;
    }

    void everyPlaceInTheContainerIsSearched()
    {
        QFETCH(QByteArray, output);
        QFETCH(QString, how);
        const auto report = check(output);
        QVERIFY(report.has_value());
        QVERIFY2(testing::hasLeak(*report, u"c1"_s, how),
                 qPrintable(testing::describeLeaks(*report)));
    }

    void everyKindOfPartIsSearched_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("how");
        const QByteArray noise("\x01\x00\xff\xfe\x80", 5);
        const QByteArray inner =
            ZipBuilder()
                .add("word/document.xml", part("<w:p><w:t>Zorblatt Quimby</w:t></w:p>"))
                .build();
        QTest::newRow("text") << QByteArray("to ZORBLATT quimby") << u"text"_s;
        QTest::newRow("UTF-16 text") << "\xff\xfe" + utf16(u"to "_s + value, false) << u"text"_s;
        QTest::newRow("binary UTF-8") << noise + plain << u"UTF-8"_s;
        QTest::newRow("binary UTF-16LE") << noise + utf16(value, false) << u"UTF-16"_s;
        QTest::newRow("binary UTF-16BE") << noise + utf16(value, true) << u"UTF-16"_s;
        QTest::newRow("binary, other case") << noise + "zorblatt QUIMBY" << u"UTF-8"_s;
        QTest::newRow("hex") << "{\\pict " + plain.toHex() + "}" << u"hex"_s;
        QTest::newRow("Base64 line")
            << "src=\"data:text/plain;base64," + QByteArray("it was " + plain + ", yes").toBase64()
                   + "\""
            << u"Base64"_s;
        QTest::newRow("Base64 of UTF-16") << utf16(value, false).toBase64() << u"Base64"_s;
        QTest::newRow("Base64 of a package") << inner.toBase64() << u"text"_s;
        QTest::newRow("nested package") << inner << u"text"_s;
        QTest::newRow("wrapped package") << noise + inner << u"text"_s;
        QTest::newRow("package in a package")
            << ZipBuilder().add("in.zip", inner).build() << u"text"_s;
        QTest::newRow("gzip") << gzip(plain + " in gzip") << u"text"_s;
    }

    void everyKindOfPartIsSearched()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, how);
        const auto report = check(scrubbed().add("word/media/object1.bin", content).build());
        QVERIFY(report.has_value());
        QVERIFY2(testing::hasLeak(*report, u"c1"_s, how),
                 qPrintable(testing::describeLeaks(*report)));
    }

    void markupThatIsNotWellFormedIsNeverPassed()
    {
        const auto report = check(scrubbed().add("word/header1.xml", "<w:hdr><w:p>").build());
        QVERIFY(testing::hasLeak(*report, {}, u"cannot be read"_s));
    }

    void entryThatCannotBeReadIsNeverPassed()
    {
        ZipEntry odd = entry("word/header1.xml", part({}));
        odd.flags = 1;
        QVERIFY(testing::hasLeak(*check(scrubbed().add(odd).build()), {}, u"cannot be read"_s));
    }

    void utf16MarkupIsRead()
    {
        const QString xml =
            u"<?xml version=\"1.0\" encoding=\"UTF-16\"?><a><p>Zorblatt <b>Quimby</b></p></a>"_s;
        const auto report =
            check(scrubbed().add("word/header1.xml", "\xff\xfe" + utf16(xml, false)).build());
        QVERIFY2(testing::hasLeak(*report, u"c1"_s, u"text"_s),
                 qPrintable(testing::describeLeaks(*report)));
    }

    void whatFormulasCallIsNoText_data()
    {
        QTest::addColumn<QString>("redacted");
        QTest::addColumn<bool>("leaks");
        QTest::newRow("function") << u"round"_s << false;
        QTest::newRow("index of a string") << u"735124"_s << false;
        QTest::newRow("line of a border") << u"dashed"_s << false;
        QTest::newRow("number") << u"881234"_s << true;
        QTest::newRow("text in quotes") << u"Value (x)"_s << true;
        QTest::newRow("name") << u"Zorb"_s << true;
        QTest::newRow("another's function") << u"Quimby"_s << true;
        QTest::newRow("sheet") << u"sum of it"_s << true;
    }

    void whatFormulasCallIsNoText()
    {
        QFETCH(QString, redacted);
        QFETCH(bool, leaks);
        const QByteArray sheet = "<sheetData><c t=\"s\"><v>735124</v></c><c><v>881234</v></c><c>"
                                 "<f>ROUND(Zorb+QUIMBY(1),2)&amp;\"Value (x)\"&amp;'Sum of "
                                 "it'!A1</f></c></sheetData><left style=\"mediumDashed\"/>";
        const auto report =
            check(scrubbed().add("word/header1.xml", part(sheet)).build(), redacted);
        QVERIFY2(report->clean() != leaks, qPrintable(testing::describeLeaks(*report)));
    }

    void enumerationsAreWordsOfTheirAttributesOnly()
    {
        const QByteArray shape = "<ph type=\"subTitle\"/><prstGeom prst=\"cloudCallout\"/>";
        for (const QString &word : {u"Subtitle"_s, u"cloud callout"_s}) {
            const auto report =
                check(scrubbed().add("word/header1.xml", part(shape)).build(), word);
            QVERIFY2(report->clean(), qPrintable(testing::describeLeaks(*report)));
        }
        for (const QByteArray &named :
             {QByteArray("<a name=\"cloud\"/>"), QByteArray("<a prst=\"Zorblatt\"/>"),
              QByteArray("<a prst=\"cloud no sun\"/>")}) {
            const QString word = named.contains("Zorb") ? u"Zorblatt"_s : u"cloud"_s;
            QVERIFY(!check(scrubbed().add("word/header1.xml", part(named)).build(), word)->clean());
        }
    }

    void packagesOfOpenDocumentRaiseNoAlarm()
    {
        const QByteArray type = "application/vnd.oasis.opendocument.text";
        const QByteArray manifest =
            "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
            "<m:file-entry m:full-path=\"Object 1/content.xml\" m:media-type=\"text/xml\"/>"
            "<m:file-entry m:full-path=\"/\" m:media-type=\""
            + type + "\"/></m:manifest>";
        const QByteArray settings =
            "<c:config-item xmlns:c=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\" "
            "c:name=\"TabOverMargin\" c:type=\"boolean\">true</c:config-item>";
        const auto filled = [&](const QByteArray &mimetype) {
            return scrubbed()
                .add("mimetype", mimetype)
                .add("META-INF/manifest.xml", manifest)
                .add("settings.xml", settings)
                .build();
        };
        for (const QString &word : {u"text"_s, u"Manifest"_s, u"boolean"_s, u"Margin"_s,
                                    u"object"_s, u"opendocument"_s}) {
            const auto report = check(filled(type), word);
            QVERIFY2(report->clean(), qPrintable(testing::describeLeaks(*report)));
        }
        QVERIFY(!check(filled(type + "-Zorblatt"), u"Zorblatt"_s)->clean());
    }

    void spacesOfOpenDocumentAreRead()
    {
        const QByteArray words =
            "<t:p "
            "xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">Ada<t:s/>Lovelace</t:p>";
        QVERIFY(
            !check(scrubbed().add("word/header1.xml", words).build(), u"Ada Lovelace"_s)->clean());
    }

    void markupOfTheFormatRaisesNoAlarm_data()
    {
        QTest::addColumn<QString>("redacted");
        for (const char *word :
             {"Left",     "single",   "auto",   "Times", "White",  "Microsoft", "Word", "document",
              "2006",     "PERSON",   "12",     "w",     "Header", "rels",      "Page", "Char",
              "Position", "Heading1", "office", "image", "en",     "1440"}) {
            QTest::newRow(word) << QString::fromLatin1(word);
        }
    }

    void markupOfTheFormatRaisesNoAlarm()
    {
        QFETCH(QString, redacted);
        const QByteArray header =
            part("<w:p><w:pPr><w:jc w:val=\"left\"/><w:bdr w:val=\"single\" w:sz=\"12\" "
                 "w:color=\"auto\"/>"
                 "<w:highlight w:val=\"white\"/><w:tab w:pos=\"1440\"/></w:pPr>"
                 "<w:r><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:t>plain</w:t><w:instrText> PAGE "
                 "\\* MERGEFORMAT </w:instrText></w:r></w:p>"
                 "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" "
                 "style=\"position:absolute;width:12pt\"/>"
                 "<w:style w:styleId=\"Heading1\"><w:name w:val=\"heading 1 Char\"/></w:style>");
        const QByteArray rels =
            "<Relationships "
            "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
            "Id=\"rId1\" "
            "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" "
            "Target=\"media/image1.png\"/></Relationships>";
        const auto report = check(scrubbed()
                                      .add("word/header1.xml", header)
                                      .add("word/_rels/document.xml.rels", rels)
                                      .build(),
                                  redacted);
        QVERIFY2(report->clean(), qPrintable(testing::describeLeaks(*report)));
    }
};

QTEST_GUILESS_MAIN(TestLeakPlaces)
#include "tst_leakplaces.moc"
