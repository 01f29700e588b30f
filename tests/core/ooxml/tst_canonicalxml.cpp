// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/canonicalxml.h"
#include "core/formats/ooxml/package.h"

#include <QStringEncoder>
#include <QTest>

using namespace expunge;
using namespace expunge::formats::ooxml;
using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

const QByteArray word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const QByteArray strictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const QByteArray compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

base::Result<XmlPart> parse(const QByteArray &xml)
{
    return parseXmlPart(xml, u"word/document.xml"_s, u"a.docx"_s);
}

ErrorCode errorOf(const QByteArray &xml)
{
    const auto part = parse(xml);
    return part ? ErrorCode::Cancelled : part.error().code;
}

QByteArray rewritten(const QByteArray &xml)
{
    const auto part = parse(xml);
    return part ? writeXmlPart(*part) : QByteArray("refused");
}

QByteArray nested(int depth)
{
    return QByteArray("<a>").repeated(depth) + QByteArray("</a>").repeated(depth);
}

}   // namespace

class TestCanonicalXml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foreignPrefixesBecomeTheUsualOnes();
    void strictNamesAreReadLikeTransitionalOnes();
    void strictPartsAreWrittenStrict();
    void whitespaceIsKept();
    void characterDataSectionsAndCommentsJoinTheTextAroundThem();
    void unknownNamespacesAreDroppedAndCounted();
    void choicesThatNeedUnknownNamespacesGiveWayToTheFallback();
    void knownChoicesStayWithTheirFallback();
    void ignorableNamesOnlyPrefixesThatAreDeclared();
    void specialCharactersSurviveWriting();
    void malformedMarkupIsRefused_data();
    void malformedMarkupIsRefused();
    void documentTypesAreRefusedInEveryEncoding_data();
    void documentTypesAreRefusedInEveryEncoding();
    void nestingIsLimited();
    void sixteenBitPartsAreRead();
    void oneAttributeUnderTwoNamespaceNamesIsRefused();
};

void TestCanonicalXml::foreignPrefixesBecomeTheUsualOnes()
{
    const auto part = parse("<z:document xmlns:z='" + word + "'><p xmlns='" + word
                            + "' z:rsidR='1'/></z:document>");
    QVERIFY(part);
    const pugi::xml_node root = part->document.document_element();
    QCOMPARE(root.name(), "w:document");
    QCOMPARE(root.first_child().name(), "w:p");
    QCOMPARE(root.first_child().attribute("w:rsidR").value(), "1");
}

void TestCanonicalXml::strictNamesAreReadLikeTransitionalOnes()
{
    const auto part = parse("<w:document xmlns:w='" + strictWord + "'/>");
    QVERIFY(part);
    QVERIFY(part->strict);
    QCOMPARE(part->document.document_element().name(), "w:document");
}

void TestCanonicalXml::strictPartsAreWrittenStrict()
{
    const QByteArray out = rewritten("<w:document xmlns:w='" + strictWord + "'/>");
    QVERIFY(out.contains(strictWord));
    QVERIFY(!out.contains(word));
}

void TestCanonicalXml::whitespaceIsKept()
{
    const QByteArray out = rewritten("<w:t xmlns:w='" + word + "' xml:space='preserve'> </w:t>");
    QVERIFY2(out.endsWith("xml:space=\"preserve\"> </w:t>"), out.constData());
}

void TestCanonicalXml::characterDataSectionsAndCommentsJoinTheTextAroundThem()
{
    const auto part = parse("<w:t xmlns:w='" + word
                            + "'>Ada <!-- secret --><![CDATA[<Love]]><?x secret?>lace&#33;</w:t>");
    QVERIFY(part);
    QCOMPARE(part->document.document_element().first_child().value(), "Ada <Lovelace!");
    QVERIFY(!part->document.document_element().first_child().next_sibling());
    QCOMPARE(part->comments, 2);
    QVERIFY(!writeXmlPart(*part).contains("secret"));
}

void TestCanonicalXml::unknownNamespacesAreDroppedAndCounted()
{
    const auto part =
        parse("<w:p xmlns:w='" + word
              + "' xmlns:q='urn:q' q:who='Ada'><q:x><w:t>Ada</w:t></q:x><w:r/></w:p>");
    QVERIFY(part);
    QCOMPARE(part->unknown, 2);
    const QByteArray out = writeXmlPart(*part);
    QVERIFY2(!out.contains("Ada") && !out.contains("urn:q"), out.constData());
    QVERIFY(out.contains("<w:r/>"));
}

void TestCanonicalXml::choicesThatNeedUnknownNamespacesGiveWayToTheFallback()
{
    const auto part = parse("<w:r xmlns:w='" + word + "' xmlns:mc='" + compatibility
                            + "' xmlns:q='urn:q'><mc:AlternateContent><mc:Choice Requires='q'>"
                              "<w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback>"
                              "</mc:AlternateContent></w:r>");
    QVERIFY(part);
    const QByteArray out = writeXmlPart(*part);
    QVERIFY2(out.endsWith("<w:t>old</w:t></w:r>") && !out.contains("mc:"), out.constData());
    QCOMPARE(part->unknown, 1);
}

void TestCanonicalXml::knownChoicesStayWithTheirFallback()
{
    const QByteArray out =
        rewritten("<w:r xmlns:w='" + word + "' xmlns:mc='" + compatibility
                  + "' xmlns:zz='http://schemas.microsoft.com/office/word/2010/"
                    "wordprocessingShape'><mc:AlternateContent><mc:Choice Requires='zz'><w:t/>"
                    "</mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>");
    QVERIFY2(out.contains("Requires=\"wps\""), out.constData());
    QVERIFY2(out.contains("xmlns:wps="), out.constData());
    QVERIFY2(out.contains("<mc:Fallback/>"), out.constData());
}

void TestCanonicalXml::ignorableNamesOnlyPrefixesThatAreDeclared()
{
    const QByteArray out = rewritten(
        "<w:p xmlns:w='" + word + "' xmlns:mc='" + compatibility
        + "' xmlns:x14='http://schemas.microsoft.com/office/word/2010/wordml' "
          "xmlns:w15='http://schemas.microsoft.com/office/word/2012/wordml' xmlns:q='urn:q' "
          "mc:Ignorable='x14 w15 q' x14:paraId='1'/>");
    QVERIFY2(out.contains("mc:Ignorable=\"w14\""), out.constData());
    QVERIFY2(!out.contains("xmlns:w15") && out.contains("xmlns:mc"), out.constData());
}

void TestCanonicalXml::specialCharactersSurviveWriting()
{
    const QByteArray in =
        "<w:t xmlns:w='" + word
        + "' w:val='a&#10;b&#9;&quot;&lt;&amp;'>x&#13;&lt;&amp;&gt;\xC3\xA9</w:t>";
    const auto part = parse(in);
    QVERIFY(part);
    const auto again = parse(writeXmlPart(*part));
    QVERIFY(again);
    const pugi::xml_node node = again->document.document_element();
    QCOMPARE(node.attribute("w:val").value(), "a\nb\t\"<&");
    QCOMPARE(node.first_child().value(), "x\r<&>\xC3\xA9");
}

void TestCanonicalXml::malformedMarkupIsRefused_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("two roots") << QByteArray("<a/><b/>");
    QTest::newRow("text after the root") << QByteArray("<a/>more");
    QTest::newRow("duplicate attribute") << QByteArray("<a b='1' b='2'/>");
    QTest::newRow("undeclared prefix") << QByteArray("<q:a/>");
    QTest::newRow("undeclared attribute prefix") << QByteArray("<a q:b='1'/>");
    QTest::newRow("invalid UTF-8") << QByteArray("<a>\xC3(</a>");
    QTest::newRow("cut off") << QByteArray("<a><b></b>");
    QTest::newRow("crossed") << QByteArray("<a><b></a></b>");
    QTest::newRow("unknown entity") << QByteArray("<a>&who;</a>");
    QTest::newRow("control character") << QByteArray("<a>\x01</a>");
    QTest::newRow("control character by number") << QByteArray("<a>&#1;</a>");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("unclosed break") << QByteArray("<a><br></a>");
}

void TestCanonicalXml::malformedMarkupIsRefused()
{
    QFETCH(QByteArray, xml);
    QCOMPARE(errorOf(xml), ErrorCode::Damaged);
    QVERIFY(!checkMarkup(xml, u"x.xml"_s, u"a.docx"_s));
}

void TestCanonicalXml::documentTypesAreRefusedInEveryEncoding_data()
{
    QTest::addColumn<QByteArray>("xml");
    const QString text = u"<!DOCTYPE a [<!ENTITY who \"Ada\">]><a>&who;</a>"_s;
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("after a comment") << QByteArray("<!-- x --><!DOCTYPE a><a/>");
    QStringEncoder little(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
    QTest::newRow("UTF-16LE") << QByteArray(little.encode(text));
    QStringEncoder big(QStringEncoder::Utf16BE, QStringEncoder::Flag::WriteBom);
    QTest::newRow("UTF-16BE") << QByteArray(big.encode(text));
    QStringEncoder bare(QStringEncoder::Utf16LE);
    QTest::newRow("UTF-16LE without mark") << QByteArray(bare.encode(text));
}

void TestCanonicalXml::documentTypesAreRefusedInEveryEncoding()
{
    QFETCH(QByteArray, xml);
    QCOMPARE(errorOf(xml), ErrorCode::ForbiddenMarkup);
    const auto checked = checkMarkup(xml, u"x.xml"_s, u"a.docx"_s);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::ForbiddenMarkup);
    QCOMPARE(checked.error().detail, u"x.xml"_s);
}

void TestCanonicalXml::nestingIsLimited()
{
    QVERIFY(parse(nested(256)));
    QCOMPARE(errorOf(nested(257)), ErrorCode::ExpansionLimit);
    QCOMPARE(errorOf(nested(200000)), ErrorCode::ExpansionLimit);
    QCOMPARE(checkMarkup(nested(257), {}, {}).error().code, ErrorCode::ExpansionLimit);
}

void TestCanonicalXml::sixteenBitPartsAreRead()
{
    QStringEncoder encoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
    const QString text = u"<?xml version='1.0' encoding='UTF-16'?><w:t xmlns:w='"_s
                         + QString::fromLatin1(word) + u"'>\u00e9</w:t>"_s;
    const QByteArray out = rewritten(encoder.encode(text));
    QVERIFY2(out.contains("encoding=\"UTF-8\"") && out.contains("\xC3\xA9"), out.constData());
}

void TestCanonicalXml::oneAttributeUnderTwoNamespaceNamesIsRefused()
{
    QCOMPARE(
        errorOf("<w:b xmlns:w='" + word + "' xmlns:s='" + strictWord + "' w:val='1' s:val='0'/>"),
        ErrorCode::Damaged);
}

QTEST_APPLESS_MAIN(TestCanonicalXml)
#include "tst_canonicalxml.moc"
