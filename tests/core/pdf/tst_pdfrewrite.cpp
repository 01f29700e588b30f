// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/rewriting.h"
#include "tests/support/pdffile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using testing::PdfFile;
using testing::Rewriting;
using testing::textOf;

/// Rewritten pages lose what was redacted, and nothing else.
class TestPdfRewrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plantedTextGoesAndTheRestStays_data();
    void plantedTextGoesAndTheRestStays();
    void linesWithoutARedactionStayAsTheyWere();
    void whatStandsAfterSeesTheSameState();
    void neighboursAcrossAColumnGapStayInPlace();
    void raisedTextStaysRaised();
    void textThatClipsGoesWithWhatItShowed();
    void eachUseOfAFormIsItsOwn();
    void marksStayBalancedAndKeepTheirNumbers();
    void emptyPairsVanish();
    void boxesOfWholeLinesStandWhereTheTextStood();
    void aRuleUnderTheRedactionGetsItsLength();
    void tableBordersStay();
    void longLabelsAreSetSmaller();
    void barsAreFilledAndHoldNoText();
    void contentOfAnotherFileIsRefused();
};

namespace {

QByteArray fontResources(PdfFile &file)
{
    return "/Font << /F1 " + PdfFile::ref(file.addBaseFont()) + " >>";
}

/// One page of `content` in Helvetica /F1.
QByteArray page(const QByteArray &content)
{
    PdfFile file;
    file.addPage(content, fontResources(file));
    return file.bytes();
}

QString readAgain(Rewriting &rewriting, int number = 0)
{
    Rewriting again(rewriting.bytes());
    again.read(number);
    return textOf(again.text());
}

}   // namespace

void TestPdfRewrite::plantedTextGoesAndTheRestStays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("kept");
    const auto row = [](const char *name, const QStringList &kept) {
        QTest::newRow(name) << QString::fromLatin1(name) << kept;
    };
    row("01_plain_tj", {u"The project"_s, u"budget"_s});
    row("02_kerned_tj", {u"The project"_s, u"budget"_s, u"AVAIL"_s});
    row("03_form_shared", {});
    row("06_type0_cid", {u"budget"_s});
    row("07_rotated", {u"The project"_s, u"budget"_s});
    row("12_type3", {u"plan"_s});
    row("13_pattern_text", {u"pat"_s});
    row("14_softmask_text", {u"mask"_s});
    row("15_clip_text", {u"clip"_s});
    row("21_font_subset", {});
    row("24_fakebold_glyphwise", {});
    row("26_white_under", {u"white"_s, u"text"_s});
    row("29_nested_split", {u"deep"_s});
    row("e1_multi_ops", {u"tail line stays"_s, u"quote"_s, u"dquote"_s});
    for (const char *name : {"m_TD", "m_Tz_after_redacted", "m_dquote", "m_firstline_redacted",
                             "m_firstline_redacted_TJ_Tstar", "m_firstline_redacted_Tj", "m_quote",
                             "m_state_change_after_redacted", "m_tc", "m_tl_after", "m_ts",
                             "m_tstar", "m_tstar_first", "m_tz"}) {
        row(name, {});
    }
}

void TestPdfRewrite::plantedTextGoesAndTheRestStays()
{
    QFETCH(QString, name);
    QFETCH(QStringList, kept);
    Rewriting rewriting(testing::pdfData(u"planted/%1.pdf"_s.arg(name)));
    rewriting.read(0);
    const auto removal = rewriting.removalOf(u"Quixvane"_s, u"[P]"_s);
    QVERIFY(!removal.redactions.empty());
    const auto result = rewriting.rewrite(removal);
    QVERIFY(result.changed);
    QCOMPARE(result.removedAt.size(), result.nowAt.size());
    const QString text = readAgain(rewriting);
    QVERIFY2(!text.contains(u"Quixvane"), qPrintable(text));
    for (const QString &word : kept) {
        QVERIFY2(text.contains(word), qPrintable(text));
    }
    QVERIFY(!rewriting.contentBytes(0).contains("Quixvane"));
    QCOMPARE(rewriting.differences(0, result.touched), 0);
}

void TestPdfRewrite::linesWithoutARedactionStayAsTheyWere()
{
    Rewriting rewriting(testing::pdfOfLines(
        {u"Mara Quellen signed here."_s, u"A second line that stays."_s, u"And a third."_s}));
    rewriting.read(0);
    const auto result = rewriting.rewrite(rewriting.removalOf(u"Mara Quellen"_s));
    const QString text = readAgain(rewriting);
    QVERIFY(text.contains(u"signed here."));
    QVERIFY(text.contains(u"A second line that stays."));
    QVERIFY(text.contains(u"And a third."));
    QCOMPARE(rewriting.differences(0, result.touched), 0);
    QVERIFY(rewriting.differences(0, {}) > 0);
    for (const pdf::Rect &area : result.touched) {
        QVERIFY(area.bottom > 685);
    }
}

void TestPdfRewrite::whatStandsAfterSeesTheSameState()
{
    Rewriting rewriting(page("BT /F1 12 Tf 72 700 Td 1 0 0 rg (Mara Quellen) Tj 0 0 1 rg 2 Tc "
                             "/F1 20 Tf 3 Ts 80 Tz (x) Tj ET 72 600 100 20 re f\n"
                             "BT 72 550 Td (spaced and blue) Tj ET\n"
                             "q 0 1 0 RG 4 w 72 500 m 200 500 l S Q 72 480 m 200 480 l S\n"
                             "72 460 m 200 460 l BT /F1 12 Tf 72 440 Td (between) Tj ET 1 0 0 RG S "
                             "0 0.5 0 SC 72 430 m 200 430 l S"));
    rewriting.read(0);
    const auto result = rewriting.rewrite(rewriting.removalOf(u"Mara"_s));
    QCOMPARE(rewriting.differences(0, result.touched), 0);
}

void TestPdfRewrite::neighboursAcrossAColumnGapStayInPlace()
{
    Rewriting rewriting(
        page("BT /F1 12 Tf 72 700 Td [(Mara Quellen) -9000 (Total) -9000 (12.50)] TJ "
             "0 -20 Td (next) Tj ET"));
    rewriting.read(0);
    const auto result = rewriting.rewrite(rewriting.removalOf(u"Quellen"_s));
    QCOMPARE(rewriting.differences(0, result.touched), 0);
    Rewriting again(rewriting.bytes());
    again.read(0);
    const QString text = textOf(again.text());
    QVERIFY(text.contains(u"Total"));
    QVERIFY(text.contains(u"12.50"));
    for (const pdf::Rect &area : result.touched) {
        QVERIFY(area.right < 240);
    }
}

void TestPdfRewrite::raisedTextStaysRaised()
{
    Rewriting rewriting(page("BT /F1 12 Tf 72 700 Td (Mara Quellen E = mc) Tj 5 Ts /F1 8 Tf (2) Tj "
                             "0 Ts /F1 12 Tf ( holds) Tj ET"));
    rewriting.read(0);
    rewriting.rewrite(rewriting.removalOf(u"Quellen"_s));
    Rewriting again(rewriting.bytes());
    const pdf::PageContent &content = again.read(0);
    bool found = false;
    for (const pdf::Glyph &glyph : content.glyphs) {
        if (glyph.text == u"2"_s) {
            found = true;
            QVERIFY(std::abs(glyph.toPage.f - 705) < 1e-3);
        }
    }
    QVERIFY(found);
}

void TestPdfRewrite::textThatClipsGoesWithWhatItShowed()
{
    Rewriting rewriting(
        page("q BT /F1 40 Tf 7 Tr 72 640 Td (Mara) Tj ET 1 0 0 rg 60 600 400 90 re f "
             "Q 0 0 1 rg 60 500 50 50 re f"));
    rewriting.read(0);
    const auto result = rewriting.rewrite(rewriting.removalOf(u"Mara"_s));
    QVERIFY(!readAgain(rewriting).contains(u"Mara"));
    QCOMPARE(rewriting.differences(0, result.touched), 0);
}

void TestPdfRewrite::eachUseOfAFormIsItsOwn()
{
    PdfFile file;
    const int form = file.addForm("BT /F1 12 Tf 0 0 Td (Mara Quellen) Tj ET",
                                  "/Resources << " + fontResources(file) + " >>", "0 -10 200 20");
    file.addPage("q 1 0 0 1 72 700 cm /Fm Do Q q 1 0 0 1 72 600 cm /Fm Do Q",
                 "/XObject << /Fm " + PdfFile::ref(form) + " >>");
    Rewriting rewriting(file.bytes());
    rewriting.read(0);
    auto removal = rewriting.removalOf(u"Quellen"_s);
    QCOMPARE(removal.redactions.size(), 2U);
    removal.redactions.pop_back();
    const auto result = rewriting.rewrite(removal);
    QVERIFY(result.sharedForms > 0);
    QCOMPARE(readAgain(rewriting).count(u"Quellen"), 1);
    QCOMPARE(rewriting.differences(0, result.touched), 0);
}

void TestPdfRewrite::marksStayBalancedAndKeepTheirNumbers()
{
    Rewriting rewriting(
        page("/P << /MCID 0 >> BDC BT /F1 12 Tf 72 700 Td (The project ) Tj ET EMC\n"
             "/Span << /MCID 1 >> BDC BT 133 700 Td (Quellen) Tj ET EMC\n"
             "/P << /MCID 2 >> BDC BT 180 700 Td (budget) Tj ET EMC\n"
             "/Span BMC BT 72 680 Td (other) Tj ET EMC"));
    rewriting.read(0);
    const auto result = rewriting.rewrite(rewriting.removalOf(u"Quellen"_s, u"[P]"_s));
    QCOMPARE(result.marked, std::set<int>{1});
    const QByteArray content = rewriting.contentBytes(0);
    QCOMPARE(content.count(" BDC"), 3);
    QCOMPARE(content.count("EMC"), content.count(" BDC") + content.count(" BMC"));
    for (const char *mark : {"/MCID 0", "/MCID 1", "/MCID 2"}) {
        QVERIFY2(content.contains(mark), mark);
    }
    Rewriting again(rewriting.bytes());
    const pdf::PageContent &page = again.read(0);
    for (const pdf::Glyph &glyph : page.glyphs) {
        if (glyph.text == u"b"_s || glyph.text == u"["_s) {
            QVERIFY(glyph.marked >= 0);
            QCOMPARE(page.marked[static_cast<std::size_t>(glyph.marked)].mcid,
                     glyph.text == u"b"_s ? 2 : 1);
        }
    }
}

void TestPdfRewrite::emptyPairsVanish()
{
    Rewriting rewriting(page("q 1 0 0 1 72 700 cm BT /F1 12 Tf (The project ) Tj ET Q\n"
                             "q 1 0 0 1 138 700 cm /Span BMC BT /F1 12 Tf (Quel) Tj ET EMC Q\n"
                             "q 1 0 0 1 163.3 700 cm BT /F1 12 Tf (len) Tj ET Q"));
    rewriting.read(0);
    rewriting.rewrite(rewriting.removalOf(u"Quellen"_s));
    const QByteArray content = rewriting.contentBytes(0);
    QVERIFY2(!content.contains("Span"), content.constData());
    QVERIFY2(!content.contains("138 700"), content.constData());
    QVERIFY2(!content.contains("163.3 700"), content.constData());
}

void TestPdfRewrite::boxesOfWholeLinesStandWhereTheTextStood()
{
    Rewriting rewriting(page("1 0 0 1 0 792 cm 1 0 0 -1 0 0 cm "
                             "BT /F1 12 Tf 1 0 0 -1 72 100 Tm (Quellen) Tj ET"));
    rewriting.read(0);
    const auto result = rewriting.rewrite(rewriting.removalOf(u"Quellen"_s));
    QCOMPARE(rewriting.differences(0, result.touched), 0);
    QVERIFY(result.nowAt.front().contains({80, 694}));
    Rewriting again(rewriting.bytes());
    const pdf::PageContent &content = again.read(0);
    QCOMPARE(content.paths.size(), 1U);
    QVERIFY(content.paths.front().bounds.contains({80, 694}));
}

void TestPdfRewrite::aRuleUnderTheRedactionGetsItsLength()
{
    Rewriting rewriting(page("BT /F1 12 Tf 72 700 Td (Quellen) Tj ( signed) Tj ET\n"
                             "72 697 m 113.4 697 l S"));
    rewriting.read(0);
    const auto result = rewriting.rewrite(rewriting.removalOf(u"Quellen"_s));
    QCOMPARE(result.nowAt.size(), 1U);
    Rewriting again(rewriting.bytes());
    const pdf::PageContent &page = again.read(0);
    bool found = false;
    for (const pdf::PathUse &path : page.paths) {
        if (path.paint == pdf::PathPaint::Stroke) {
            found = true;
            QVERIFY(std::abs(path.bounds.width() - result.nowAt.front().width()) < 1.5);
        }
    }
    QVERIFY(found);
}

void TestPdfRewrite::tableBordersStay()
{
    const QByteArray table("70 695 200 20 re S 70 675 200 20 re S 170 675 m 170 715 l S\n"
                           "BT /F1 12 Tf 72 700 Td (Quellen) Tj ET");
    Rewriting rewriting(page(table));
    rewriting.read(0);
    rewriting.rewrite(rewriting.removalOf(u"Quellen"_s));
    QVERIFY(rewriting.contentBytes(0).contains("70 695 200 20 re S"));
    QVERIFY(rewriting.contentBytes(0).contains("170 675 m 170 715 l S"));
}

void TestPdfRewrite::longLabelsAreSetSmaller()
{
    Rewriting rewriting(testing::pdfOfLines({u"Quellen signed."_s}));
    rewriting.read(0);
    const QString label = u"[a very long label for a short name]"_s;
    const auto result = rewriting.rewrite(rewriting.removalOf(u"Quellen"_s, label));
    Rewriting again(rewriting.bytes());
    const pdf::PageContent &page = again.read(0);
    QVERIFY(textOf(again.text()).contains(label));
    QCOMPARE(result.nowAt.front().width(), 72.0);
    for (const pdf::Glyph &glyph : page.glyphs) {
        if (glyph.text == u"["_s || glyph.text == u"]"_s) {
            QVERIFY(glyph.quad.bounds().right <= result.nowAt.front().right);
            QVERIFY(glyph.quad.bounds().left >= result.nowAt.front().left);
        }
    }
}

void TestPdfRewrite::barsAreFilledAndHoldNoText()
{
    Rewriting rewriting(testing::pdfOfLines({u"Quellen signed."_s}));
    rewriting.read(0);
    auto removal = rewriting.removalOf(u"Quellen"_s, u"\u2588\u2588"_s);
    removal.redactions.front().bar = true;
    rewriting.rewrite(removal);
    QCOMPARE(readAgain(rewriting).trimmed(), u"signed."_s);
    QVERIFY(rewriting.contentBytes(0).contains("q 0 g"));
}

void TestPdfRewrite::contentOfAnotherFileIsRefused()
{
    const QByteArray bytes = testing::pdfOfLines({u"Quellen signed."_s});
    Rewriting one(bytes);
    Rewriting other(bytes);
    one.read(0);
    const auto result =
        pdf::rewritePage(other.file(), one.content(), one.text(), one.removalOf(u"Quellen"_s));
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::ErrorCode::Internal);
}

QTEST_GUILESS_MAIN(TestPdfRewrite)
#include "tst_pdfrewrite.moc"
