// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/odf/odffixture.h"

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::testing;
using base::ErrorCode;

/// Packages that no honest program writes.
class TestOdfHostile : public QObject
{
    Q_OBJECT

private:
    static ErrorCode refusal(const QByteArray &bytes, const QString &name = u"a.odt"_s)
    {
        const auto document = tryOpen(bytes, name);
        return document ? ErrorCode::Cancelled : document.error().code;
    }

private Q_SLOTS:
    void encryptedEntriesAskForAPassword()
    {
        OdfBuilder builder = OdfBuilder::text("<text:p>a</text:p>");
        builder.entries =
            "<manifest:file-entry manifest:full-path=\"x\"><manifest:encryption-data/>"
            "</manifest:file-entry>";
        QCOMPARE(refusal(builder.build()), ErrorCode::Encrypted);
    }

    void secondContentIsRefused()
    {
        for (const char *name : {"content.xml", "Content.xml", "c%6fntent.xml"}) {
            OdfBuilder builder = OdfBuilder::text("<text:p>shown</text:p>");
            builder.parts.emplace_back(name, builder.parts.front().second);
            QCOMPARE(refusal(builder.build()), ErrorCode::DuplicateEntry);
        }
    }

    void documentTypesAreRefused()
    {
        OdfBuilder builder = OdfBuilder::text("<text:p>a</text:p>");
        builder.parts.front().second.replace("<office:document-content",
                                             "<!DOCTYPE a [<!ENTITY b \"c\">]>"
                                             "<office:document-content");
        QCOMPARE(refusal(builder.build()), ErrorCode::ForbiddenMarkup);
    }

    void oldDocumentTypesOfTheFormatAreIgnored()
    {
        OdfBuilder builder = OdfBuilder::text("<text:p>plain</text:p>");
        builder.parts.front().second.replace(
            "<office:document-content",
            "<!DOCTYPE office:document-content PUBLIC \"-//OpenOffice.org//DTD "
            "OfficeDocument 1.0//EN\" \"office.dtd\"><office:document-content");
        const OdfPtr document = openOdf(builder);
        QVERIFY(document);
        QCOMPARE(shownTexts(*document), QStringList{u"plain"_s});
        builder.parts.front().second.replace("\"office.dtd\"", "\"a\" [<!ENTITY b \"c\">]");
        QCOMPARE(refusal(builder.build()), ErrorCode::ForbiddenMarkup);
    }

    void oldManifestsWithoutANamespaceAreRead()
    {
        const QByteArray manifest =
            "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" "
            "\"Manifest.dtd\"><manifest:manifest><manifest:file-entry "
            "manifest:full-path=\"/\" manifest:media-type=\""
            + odfText + "\"/></manifest:manifest>";
        QVERIFY(tryOpen(
            ZipBuilder()
                .add("content.xml", OdfBuilder::text("<text:p>a</text:p>").parts.front().second)
                .add("META-INF/manifest.xml", manifest)
                .build(),
            u"a.odt"_s));
    }

    void namesOfUnusualFontsCanGo()
    {
        const OdfPtr document = openOdf(OdfBuilder::text(
            "<text:p text:style-name=\"P1\">x</text:p>",
            "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties "
            "fo:font-family=\"'Zorblatt Sans'\"/></style:style><style:style style:name=\"P2\" "
            "style:family=\"paragraph\"><style:text-properties "
            "fo:font-family=\"'Zorblatt Sans'\" style:font-family-asian=\"Arial\"/>"
            "</style:style>"));
        QVERIFY(document);
        QCOMPARE(shownTexts(*document), (QStringList{u"'Zorblatt Sans'"_s, u"x"_s}));
        const auto written =
            tryOpen(appliedBytes(*document, odfPlan(*document, {u"Zorblatt"_s})), u"a.odt"_s);
        QVERIFY(written);
        const QByteArray content = partOf(**written, u"content.xml"_s);
        QVERIFY(!content.contains("Zorblatt"));
        QVERIFY(content.contains("Arial"));
    }

    void marksHoldNoText()
    {
        const OdfPtr document =
            openOdf(OdfBuilder::text("<text:p>x<text:change-start "
                                     "text:change-id=\"a\">Zorblatt</text:change-start></text:p>"));
        QVERIFY(document);
        document::RedactionPlan plan;
        for (const document::HiddenItem &item : document->hiddenItems()) {
            plan.hidden[item.id] = document::HiddenAction::Keep;
        }
        const auto written = tryOpen(appliedBytes(*document, plan), u"a.odt"_s);
        QVERIFY(written);
        QVERIFY(!partOf(**written, u"content.xml"_s).contains("Zorblatt"));
    }

    void filesThatAreNotCompressedAreNoFlatDocument()
    {
        ZipBuilder zip;
        for (const auto &[name, content] : std::vector<std::pair<QByteArray, QByteArray>>{
                 {"mimetype", odfText},
                 {"content.xml", OdfBuilder::text("<text:p>plain</text:p>").parts.front().second},
                 {"META-INF/manifest.xml",
                  "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:"
                  "manifest:1.0\"/>"}}) {
            ZipEntry entry;
            entry.name = name;
            entry.content = content;
            entry.deflate = false;
            zip.add(entry);
        }
        const auto document = tryOpen(zip.build(), u"a.odt"_s);
        QVERIFY(document);
        QCOMPARE(shownTexts(**document), QStringList{u"plain"_s});
    }

    void templateOfNothingButStylesIsOpened()
    {
        OdfBuilder builder = OdfBuilder::text("");
        builder.type += "-template";
        builder.parts = {{"styles.xml", odfRoot("document-styles", "<office:styles/>")}};
        const OdfPtr document = openOdf(builder);
        QVERIFY(document);
        QVERIFY(tryOpen(appliedBytes(*document, {}), u"a.ott"_s));
    }

    void deepNestingIsRefused()
    {
        const int levels = 300;
        QCOMPARE(
            refusal(OdfBuilder::text("<text:p>" + QByteArray("<text:span>").repeated(levels) + "x"
                                     + QByteArray("</text:span>").repeated(levels) + "</text:p>")
                        .build()),
            ErrorCode::ExpansionLimit);
    }

    void otherKindsAreNamed()
    {
        QCOMPARE(refusal(OdfBuilder::slides("<draw:page/>").build()), ErrorCode::ContentMismatch);
        QCOMPARE(refusal(ZipBuilder().add("a.txt", "b").build()), ErrorCode::ContentMismatch);
        QCOMPARE(refusal(odfRoot("document", "<office:body/>")), ErrorCode::UnsupportedFormat);
    }

    void withoutContentItIsDamaged()
    {
        OdfBuilder builder = OdfBuilder::text("");
        builder.parts.clear();
        QCOMPARE(refusal(builder.build()), ErrorCode::Damaged);
    }

    void objectThatHoldsItselfIsReadOnce()
    {
        OdfBuilder builder = OdfBuilder::text(
            "<text:p><draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame></text:p>");
        builder.folders = {{"Object 1", "application/vnd.oasis.opendocument.chart"}};
        builder.parts.emplace_back("Object 1/content.xml",
                                   odfRoot("document-content",
                                           "<office:body><office:chart><chart:chart><draw:frame>"
                                           "<draw:object xlink:href=\"../Object 1\"/></draw:frame>"
                                           "</chart:chart></office:chart></office:body>"));
        const OdfPtr document = openOdf(builder);
        QVERIFY(document);
        QVERIFY(!appliedBytes(*document, {}).isEmpty());
    }

    void circleOfStylesEnds()
    {
        const QByteArray styles = "<style:style style:name=\"A\" style:family=\"paragraph\" "
                                  "style:parent-style-name=\"B\"/><style:style style:name=\"B\" "
                                  "style:family=\"paragraph\" style:parent-style-name=\"A\"/>";
        QVERIFY(openOdf(OdfBuilder::text("<text:p text:style-name=\"A\">x</text:p>", styles)));
    }

    void manySpacesOfOneElementAreBounded()
    {
        const OdfPtr document =
            openOdf(OdfBuilder::text("<text:p>a<text:s text:c=\"2000000000\"/>b</text:p>"));
        QVERIFY(document);
        QVERIFY(document->textUnits().front().text.size() < 10'000);
    }

    void referencesThatLeaveThePackageLeadNowhere()
    {
        OdfBuilder builder = OdfBuilder::text(
            "<text:p><draw:frame><draw:image xlink:href=\"../../etc/secret.png\"/></draw:frame>"
            "</text:p>");
        const OdfPtr document = openOdf(builder);
        QVERIFY(document);
        const auto written = tryOpen(appliedBytes(*document, {}), u"a.odt"_s);
        QVERIFY(written);
        QVERIFY(!partOf(**written, u"content.xml"_s).contains("secret"));
    }
};

QTEST_GUILESS_MAIN(TestOdfHostile)
#include "tst_odfhostile.moc"
