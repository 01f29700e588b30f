// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/formatregistry.h"
#include "tests/support/compoundbuilder.h"
#include "tests/support/docxbuilder.h"
#include "tests/support/docxprobe.h"
#include "tests/support/zipbuilder.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using formats::legacy::Conversion;
using formats::legacy::Converter;

namespace {

/// A converter that gives what a test says and remembers what it was asked.
class FakeConverter final : public Converter
{
public:
    FakeConverter(base::Result<QByteArray> answer, std::vector<Conversion> &asked)
        : m_answer(std::move(answer))
        , m_asked(asked)
    {
    }

    base::Result<QByteArray> convert(const Conversion &conversion,
                                     const base::JobContext &) const override
    {
        m_asked.push_back(conversion);
        return m_answer;
    }

private:
    base::Result<QByteArray> m_answer;
    std::vector<Conversion> &m_asked;
};

QByteArray letter()
{
    return DocxBuilder().body(paragraph(run("Dear Tomas Verlyne"))).build();
}

/// The beginning of a file information block ([MS-DOC] 2.5.2).
QByteArray wordStream(bool encrypted)
{
    QByteArray block(4096, 0);
    block.replace(0, 2, "\xec\xa5");
    block[11] = encrypted ? 1 : 0;
    return block;
}

QByteArray oldWord()
{
    return CompoundBuilder().stream(u"WordDocument"_s, wordStream(false)).build();
}

/// Records of a workbook's stream ([MS-XLS] 2.4.21 BOF, 2.4.117 FilePass).
QByteArray excelStream(bool encrypted, qsizetype size)
{
    QByteArray records = QByteArray::fromHex("0908100000060500000000000000000000000000");
    records += encrypted ? QByteArray::fromHex("2f000200ffff") : QByteArray();
    return records.leftJustified(size, 0);
}

QByteArray binaryWorkbook()
{
    return ZipBuilder()
        .add("[Content_Types].xml",
             "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
             "<Default Extension=\"rels\" "
             "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
             "<Default Extension=\"bin\" "
             "ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>")
        .add("_rels/.rels",
             "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
             "relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/"
             "officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.bin\"/>"
             "</Relationships>")
        .add("xl/workbook.bin", "x")
        .build();
}

}   // namespace

/// Files of old formats: what they are known by, and what becomes of them.
class TestLegacyHandler : public QObject
{
    Q_OBJECT

private:
    base::Result<OpenDocument> open(const QByteArray &bytes, const QString &name,
                                    base::Result<QByteArray> answer = letter())
    {
        m_asked.clear();
        const auto registry =
            formats::builtinFormats(std::make_unique<FakeConverter>(std::move(answer), m_asked));
        return registry.open(formats::Source{bytes, name}, {});
    }

    base::Error errorOf(const QByteArray &bytes, const QString &name)
    {
        const auto opened = open(bytes, name);
        return opened ? base::Error{ErrorCode::Internal, {}, u"was opened"_s} : opened.error();
    }

    std::vector<Conversion> m_asked;

private Q_SLOTS:
    void oldFilesAreKnownByTheirContent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const auto row = [](const char *tag, const QByteArray &bytes, const QString &name,
                            const QString &from, const QString &to) {
            QTest::newRow(tag) << bytes << name << from << to;
        };
        const QByteArray sheet = excelStream(false, 4096);
        row("doc", oldWord(), u"a.doc"_s, u"doc"_s, u"docx"_s);
        row("template", oldWord(), u"a.DOT"_s, u"doc"_s, u"docx"_s);
        row("xls", CompoundBuilder().stream(u"Workbook"_s, sheet).build(), u"a.xls"_s, u"xls"_s,
            u"xlsx"_s);
        row("Excel 95", CompoundBuilder().stream(u"Book"_s, sheet).build(), u"a.xlt"_s, u"xls"_s,
            u"xlsx"_s);
        row("small", CompoundBuilder().stream(u"Workbook"_s, excelStream(false, 300)).build(),
            u"a.xls"_s, u"xls"_s, u"xlsx"_s);
        row("rtf", "{\\rtf1\\ansi Tomas}", u"a.rtf"_s, u"rtf"_s, u"docx"_s);
        row("rtf called doc", "\n{\\rtf1\\ansi Tomas}", u"a.doc"_s, u"rtf"_s, u"docx"_s);
        row("rtf with a mark", "\xef\xbb\xbf{\\rtf1 Tomas}", u"a.rtf"_s, u"rtf"_s, u"docx"_s);
        row("xlsb", binaryWorkbook(), u"a.xlsb"_s, u"xlsb"_s, u"xlsx"_s);
    }

    void oldFilesAreKnownByTheirContent()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, from);
        QFETCH(QString, to);
        open(bytes, name);
        QCOMPARE(m_asked.size(), size_t{1});
        QCOMPARE(m_asked[0].from, from);
        QCOMPARE(m_asked[0].to, to);
        QCOMPARE(m_asked[0].bytes, bytes);
    }

    void theResultOfTheConversionIsTheDocument()
    {
        const auto opened = open(oldWord(), u"a.doc"_s);
        QVERIFY(opened);
        const document::Document &document = **opened;
        QCOMPARE(document.info().suffix, u"docx"_s);
        QCOMPARE(document.info().format, u"docx"_s);
        QCOMPARE(document.info().bytes, oldWord().size());
        QVERIFY(document.info().warnings.at(0).contains(u"Word 97-2003 document"_s));
        QVERIFY(document.info().warnings.at(0).contains(u"output is DOCX"_s));
        QVERIFY(unitWith(document, u"Dear Tomas Verlyne"_s));
        QVERIFY(!document.flow().stories.empty());
        QStringList parts;
        QVERIFY(document.visitParts([&](const document::PartView &part) { parts += part.name; }));
        QVERIFY(parts.contains(u"word/document.xml"_s));
    }

    void theOutputIsModernAndSaysWhereItComesFrom()
    {
        const auto opened = open(oldWord(), u"a.doc"_s);
        QVERIFY(opened);
        const Written written =
            applied(**opened, planFor(**opened, {{u"Tomas Verlyne"_s, u"[PERSON-1]"_s}}));
        QVERIFY(written.document);
        QCOMPARE(visibleTexts(*written.document), QStringList{u"Dear [PERSON-1]"_s});
        QVERIFY(written.applied.warnings.at(0).contains(u"converted by LibreOffice"_s));
        QCOMPARE(applied(**opened).bytes, applied(**opened).bytes);
    }

    void theManifestCanSayWhatItWasAndWhatConvertedIt()
    {
        const QByteArray converted =
            DocxBuilder()
                .body(paragraph(run("Dear Tomas Verlyne")))
                .stray("docProps/app.xml", "application/xml",
                       "<Properties><Application>LibreOffice/7.4.7.2$Linux_X86_64 "
                       "LibreOffice_project/40$Build-2</Application></Properties>")
                .build();
        const auto opened = open(oldWord(), u"a.doc"_s, converted);
        QVERIFY(opened);
        const document::ConvertedFrom from{u"doc"_s, u"LibreOffice"_s, u"7.4.7.2"_s};
        QVERIFY((*opened)->info().converted == from);
        const auto silent = open(oldWord(), u"a.doc"_s);   // a result that does not say
        QVERIFY(silent);
        QCOMPARE((*silent)->info().converted->version, QString());
    }

    void withoutAConverterASentenceSaysWhatIsMissing()
    {
        const auto opened = formats::builtinFormats().open({oldWord(), u"a.doc"_s}, {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::ConverterMissing);
        QCOMPARE(opened.error().location, u"a.doc"_s);
        QCOMPARE(opened.error().detail, u"LibreOffice"_s);
    }

    void aFailedConversionIsNoDocument()
    {
        const auto failed =
            open(oldWord(), u"a.doc"_s, base::failure(ErrorCode::ConversionFailed, u"a.doc"_s));
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::ConversionFailed);
        const auto rubbish = open(oldWord(), u"a.doc"_s, QByteArray("PK\x03\x04 rubbish"));
        QVERIFY(!rubbish);
        QCOMPARE(rubbish.error().code, ErrorCode::Damaged);
    }

    void protectedFilesAreSaidToBeAndNeverConverted_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        const auto row = [](const char *tag, const CompoundBuilder &builder, const QString &name,
                            ErrorCode code = ErrorCode::Encrypted) {
            QTest::newRow(tag) << builder.build() << name << static_cast<int>(code);
        };
        const QByteArray user =
            QByteArray::fromHex("0000f60f1c00000014000000dfc4d1f3").leftJustified(64, 0);
        const CompoundBuilder slides =
            CompoundBuilder().stream(u"PowerPoint Document"_s, QByteArray(5000, 1));
        const CompoundBuilder package = CompoundBuilder()
                                            .stream(u"EncryptionInfo"_s, "x")
                                            .stream(u"EncryptedPackage"_s, QByteArray(9000, 1));
        const CompoundBuilder shouting = CompoundBuilder()
                                             .stream(u"ENCRYPTIONINFO"_s, "x")
                                             .stream(u"ENCRYPTEDPACKAGE"_s, QByteArray(9000, 1));
        row("doc", CompoundBuilder().stream(u"WordDocument"_s, wordStream(true)), u"a.doc"_s);
        row("xls", CompoundBuilder().stream(u"Workbook"_s, excelStream(true, 4096)), u"a.xls"_s);
        row("small xls",
            CompoundBuilder().stream(u"x"_s, "y").stream(u"Workbook"_s, excelStream(true, 300)),
            u"a.xls"_s);
        row("ppt", CompoundBuilder(slides).stream(u"Current User"_s, user), u"a.ppt"_s);
        row("ppt, far user",
            CompoundBuilder(slides)
                .stream(u"Pictures"_s, QByteArray(1500, 1))
                .stream(u"Current User"_s, user),
            u"a.ppt"_s);
        row("ppt, properties", CompoundBuilder(slides).stream(u"EncryptedSummary"_s, "x"),
            u"a.ppt"_s);
        row("docx", package, u"a.docx"_s);
        row("xlsx", package, u"a.xlsx"_s);
        row("docm", shouting, u"a.docm"_s);
        row("xlsx, upper case", shouting, u"a.xlsx"_s);
        row("package called doc", package, u"a.doc"_s);
        row("rights", CompoundBuilder().stream(u"\tDRMContent"_s, "x"), u"a.doc"_s,
            ErrorCode::RightsManaged);
        row("rights, docx", CompoundBuilder(package).stream(u"DRMEncryptedDataSpace"_s, "x"),
            u"a.docx"_s, ErrorCode::RightsManaged);
        row("rights, word",
            CompoundBuilder()
                .stream(u"WordDocument"_s, wordStream(false))
                .stream(u"\tDRMViewerContent"_s, "x"),
            u"a.doc"_s, ErrorCode::RightsManaged);
    }

    void protectedFilesAreSaidToBeAndNeverConverted()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(int, code);
        const auto error = errorOf(bytes, name);
        QVERIFY2(static_cast<int>(error.code) == code, qPrintable(base::errorName(error.code)));
        QVERIFY(m_asked.empty());
    }

    void namesThatContradictTheContentAreNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("really");
        QTest::newRow("doc called docm")
            << oldWord() << u"a.docm"_s << u"Word 97-2003 document (.doc)"_s;
        QTest::newRow("doc called txt")
            << oldWord() << u"a.txt"_s << u"Word 97-2003 document (.doc)"_s;
        QTest::newRow("xls called xlsx")
            << CompoundBuilder().stream(u"Workbook"_s, excelStream(false, 4096)).build()
            << u"a.xlsx"_s << u"Excel 97-2003 workbook (.xls)"_s;
        QTest::newRow("docx called doc") << letter() << u"a.doc"_s << u"Word document"_s;
        QTest::newRow("web page called xls")
            << QByteArray("<html><table></table></html>") << u"a.xls"_s << u"web page"_s;
        QTest::newRow("message called doc")
            << CompoundBuilder().stream(u"__properties_version1.0"_s, "x").build() << u"a.doc"_s
            << u"file of another program (an Outlook message, a Visio drawing …)"_s;
    }

    void namesThatContradictTheContentAreNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, really);
        const auto error = errorOf(bytes, name);
        QCOMPARE(base::errorName(error.code), u"content-mismatch"_s);
        QCOMPARE(error.detail, really);
        QVERIFY(m_asked.empty());
    }

    void cutOffFilesAreDamaged()
    {
        const QByteArray whole = oldWord();
        for (const qsizetype size : {8, 100, 600, 4000}) {
            const auto error = errorOf(whole.left(size), u"a.doc"_s);
            QCOMPARE(base::errorName(error.code), u"damaged"_s);
        }
    }
};

QTEST_APPLESS_MAIN(TestLegacyHandler)
#include "tst_legacyhandler.moc"
