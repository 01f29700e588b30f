// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/formatregistry.h"
#include "core/formats/ooxml/package.h"
#include "tests/support/docxbuilder.h"
#include "tests/support/docxprobe.h"
#include "tests/support/xlsxbuilder.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

const QByteArray vendor = "application/vnd.ms-";
const QByteArray wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const QByteArray bookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/// A letter with everything that runs in Word: modules, their data, keys, toolbars, fields, forms.
DocxBuilder letter(const QByteArray &mainType)
{
    const QByteArray button = R"(<w:r><w:fldChar w:fldCharType="begin"><w:ffData>)"
                              R"(<w:name w:val="Zorblat"/><w:entryMacro w:val="ZorblatIn"/>)"
                              R"(<w:exitMacro w:val="ZorblatOut"/></w:ffData></w:fldChar></w:r>)";
    return DocxBuilder()
        .mainType(mainType)
        .body(paragraph(run("Dear Tomas")))
        .body(paragraph(field("MACROBUTTON ZorblatRun press", run("press"))))
        .body(paragraph(button + R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)"))
        .part("word/vbaProject.bin", vendor + "office.vbaProject", "Zorblat module", "rIdVba",
              "vbaProject")
        .part("word/vbaData.xml", vendor + "word.vbaData+xml", "<wne:x>Zorblat</wne:x>", "rIdData",
              "wordVbaData")
        .part("word/customizations.xml", vendor + "word.keyMapCustomizations+xml",
              "<wne:x>Zorblat</wne:x>", "rIdKeys", "keyMapCustomizations")
        .part("word/attachedToolbars.bin", vendor + "word.attachedToolbars", "Zorblat", "rIdBars",
              "attachedToolbars")
        .part("customUI/customUI.xml", "application/xml", "<customUI onLoad=\"Zorblat\"/>", "rIdUi",
              "ui/extensibility");
}

XlsxBuilder book(const QByteArray &mainType)
{
    return XlsxBuilder()
        .mainType(mainType)
        .sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Dear Tomas</t></is></c></row>")
        .part("xl/vbaProject.bin", vendor + "office.vbaProject", "Zorblat module")
        .part("customUI/customUI.xml", "application/xml", "<customUI onLoad=\"Zorblat\"/>")
        .relate({}, "rIdUi", "extensibility", "customUI/customUI.xml")
        .relate("xl/workbook.xml", "rIdVba", "vbaProject", "vbaProject.bin");
}

QByteArray mainTypeOf(const QByteArray &bytes)
{
    const auto package = formats::ooxml::Package::read(bytes, {}, {});
    return package && package->mainPart() != nullptr ? package->mainPart()->contentType.toUtf8()
                                                     : QByteArray();
}

}   // namespace

/// Files with macros and templates: known by the type of their main part, written without macros.
class TestVariants : public QObject
{
    Q_OBJECT

private:
    const formats::FormatRegistry m_registry = formats::builtinFormats();

private Q_SLOTS:
    void flatOpenDocumentIsNamed()
    {
        const QByteArray flat =
            "<?xml version=\"1.0\"?><office:document "
            "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>";
        QVERIFY(formats::describeContent(flat).contains(u".fodt"_s));
    }

    void outputsHaveNoMacrosAndTheRightSuffix_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("outputType");
        const auto word = [](const char *suffix, const QByteArray &type, const QString &output,
                             const QByteArray &outputType) {
            QTest::newRow(suffix) << letter(type).build() << u"a."_s + QString::fromLatin1(suffix)
                                  << output << wordType + outputType;
        };
        const auto excel = [](const char *suffix, const QByteArray &type, const QString &output,
                              const QByteArray &outputType) {
            QTest::newRow(suffix) << book(type).build() << u"a."_s + QString::fromLatin1(suffix)
                                  << output << bookType + outputType;
        };
        word("docm", vendor + "word.document.macroEnabled.main+xml", u"docx"_s,
             "document.main+xml");
        word("dotm", vendor + "word.template.macroEnabledTemplate.main+xml", u"dotx"_s,
             "template.main+xml");
        word("dotx", wordType + "template.main+xml", u"dotx"_s, "template.main+xml");
        excel("xlsm", vendor + "excel.sheet.macroEnabled.main+xml", u"xlsx"_s, "sheet.main+xml");
        excel("xltm", vendor + "excel.template.macroEnabled.main+xml", u"xltx"_s,
              "template.main+xml");
        excel("xltx", bookType + "template.main+xml", u"xltx"_s, "template.main+xml");
    }

    void outputsHaveNoMacrosAndTheRightSuffix()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, suffix);
        QFETCH(QByteArray, outputType);
        const auto opened = m_registry.open(formats::Source{bytes, name}, {});
        QVERIFY2(opened, opened ? "" : qPrintable(base::errorName(opened.error().code)));
        QCOMPARE((*opened)->info().suffix, suffix);
        const document::HiddenItem *macros = hiddenOf(**opened, HiddenKind::Macros);
        QVERIFY(macros != nullptr && !macros->canKeep);

        // macros go even if somebody asks to keep everything
        document::RedactionPlan plan;
        for (const document::HiddenItem &item : (*opened)->hiddenItems()) {
            plan.hidden[item.id] = item.kind == HiddenKind::Macros ? document::HiddenAction::Keep
                                                                   : document::HiddenAction::Remove;
        }
        const Written written = applied(**opened, plan);
        QCOMPARE(mainTypeOf(written.bytes), outputType);
        for (const auto &[part, content] : written.parts) {
            for (const QByteArray word : {"Zorblat", "acro", "MACRO", "vba", "customUI"}) {
                QVERIFY2(!content.contains(word), qPrintable(part));
                QVERIFY2(!part.contains(QLatin1StringView(word)), qPrintable(part));
            }
        }
        QVERIFY(!written.bytes.contains("vbaProject"));
        const auto removed =
            std::find_if(written.applied.hidden.begin(), written.applied.hidden.end(),
                         [](const auto &item) { return item.kind == HiddenKind::Macros; });
        QVERIFY(removed != written.applied.hidden.end() && removed->count >= 1);

        const auto again = m_registry.open(formats::Source{written.bytes, u"b."_s + suffix}, {});
        QVERIFY(again && unitWith(**again, u"Dear Tomas"_s));
        QCOMPARE((*again)->info().suffix, suffix);
        QVERIFY(hiddenOf(**again, HiddenKind::Macros) == nullptr);
    }

    void theSuffixDoesNotDecideWhatAFileIs()
    {
        const QByteArray macro = vendor + "word.document.macroEnabled.main+xml";
        for (const QString &name : {u"a.docx"_s, u"a.dotx"_s, u"a.DOCM"_s, u"a.dotm"_s}) {
            const auto opened = m_registry.open(formats::Source{letter(macro).build(), name}, {});
            QVERIFY2(opened, qPrintable(name));
            QCOMPARE((*opened)->info().suffix, u"docx"_s);
        }
        const auto other = m_registry.open(formats::Source{letter(macro).build(), u"a.xlsm"_s}, {});
        QVERIFY(!other);
        QCOMPARE(base::errorName(other.error().code), u"content-mismatch"_s);
        QCOMPARE(other.error().detail, u"Word document"_s);
    }
};

QTEST_APPLESS_MAIN(TestVariants)
#include "tst_variants.moc"
