// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheettext.h"

#include <QTest>

using namespace expunge::formats::ooxml;
using namespace Qt::StringLiterals;

namespace {

bool wellFormed(const QByteArray &xml)
{
    SheetTokens tokens(xml);
    for (;;) {
        const SheetToken token = tokens.next();
        if (token == SheetToken::Finished || token == SheetToken::Failed) {
            return token == SheetToken::Finished;
        }
    }
}

RichText richText(const QByteArray &xml)
{
    SheetTokens tokens(xml);
    tokens.next();
    RichText text;
    readRichText(tokens, "", text);
    return text;
}

}   // namespace

class TestSheetTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenMarkupIsRefused_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<bool>("sound");
        QTest::newRow("plain") << QByteArray(
            "<?xml version=\"1.0\"?><a x='1' y=\"2>3\"><b/>t&amp;&#65;</a><!-- c -->")
                               << true;
        QTest::newRow("open") << QByteArray("<a><b></a>") << false;
        QTest::newRow("unclosed") << QByteArray("<a>") << false;
        QTest::newRow("two roots") << QByteArray("<a/><b/>") << false;
        QTest::newRow("text outside") << QByteArray("<a/>x") << false;
        QTest::newRow("same attribute twice") << QByteArray("<a x='1' x='2'/>") << false;
        QTest::newRow("unknown entity") << QByteArray("<a>&secret;</a>") << false;
        QTest::newRow("lone ampersand") << QByteArray("<a>a & b</a>") << false;
        QTest::newRow("document type") << QByteArray("<!DOCTYPE a><a/>") << false;
        QTest::newRow("control character") << QByteArray("<a>\x01</a>") << false;
        QTest::newRow("deep") << QByteArray("<a>").repeated(300) + QByteArray("</a>").repeated(300)
                              << false;
        QTest::newRow("cut tag") << QByteArray("<a") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }
    void brokenMarkupIsRefused()
    {
        QFETCH(QByteArray, xml);
        QFETCH(bool, sound);
        QCOMPARE(wellFormed(xml), sound);
    }

    // acceptance 19 (see tst_xlsxredaction too)
    void runsReadAsOneText()
    {
        const RichText text = richText("<si><r><t>Ada </t></r><r><rPr><b/><rFont "
                                       "val=\"Arial\"/><evil v=\"x\"/></rPr><t>Love</t></r>"
                                       "<rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si>");
        QCOMPARE(text.plain(), u"Ada Love"_s);
        QCOMPARE(text.phonetics, QStringList{u"reading"_s});
        QCOMPARE(text.unknown, 1);
        QCOMPARE(text.markup(),
                 QByteArray("<r><t xml:space=\"preserve\">Ada </t></r><r><rPr><b/><rFont "
                            "val=\"Arial\"/></rPr><t>Love</t></r>"));
    }

    void replacementTakesTheFirstRunsFormatting()
    {
        RichText text = richText(
            "<si><r><t>Ada </t></r><r><rPr><b/></rPr><t>Love</t></r><r><t>lace!</t></r></si>");
        const std::vector<TextEdit> edits{{4, 12, u"[P]"_s}};
        text.edit(edits);
        QCOMPARE(text.markup(),
                 QByteArray("<r><t xml:space=\"preserve\">Ada "
                            "</t></r><r><rPr><b/></rPr><t>[P]</t></r><r><t>!</t></r>"));
    }

    void escapesAreReadAndWritten()
    {
        QCOMPARE(richText("<si><t>_x005A_QX</t></si>").plain(), u"ZQX"_s);
        QCOMPARE(decodeSheetEscapes(u"_x005F_x005A_"_s), u"_x005A_"_s);
        QCOMPARE(encodeSheetEscapes(u"_x005A_"_s), u"_x005F_x005A_"_s);
        QCOMPARE(encodeSheetEscapes(u"a\rb"_s), u"a_x000D_b"_s);
        QCOMPARE(richText("<si><t><![CDATA[a<b]]>&#x43;</t></si>").plain(), u"a<bC"_s);
    }
};

QTEST_GUILESS_MAIN(TestSheetTokens)
#include "tst_sheettokens.moc"
