// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fileio.h"
#include "tests/core/odf/odffixture.h"
#include "tests/core/ods/spreadsheettesting.h"
#include "tests/support/pptxbuilder.h"
#include "tests/support/xlsxbuilder.h"
#include "tests/ui/windowfixture.h"
#include "ui/panes/documentview.h"
#include "ui/panes/flowpane.h"
#include "ui/panes/gridpane.h"
#include "ui/panes/slidepane.h"
#include "ui/review/reviewcontroller.h"
#include "ui/reviewpage.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace expunge;
using namespace Qt::StringLiterals;
using review::Decision;

namespace {

const QByteArray address = "maren.holt@northquay.io";

}   // namespace

/// Real files of each kind of view in the real window.
class TestFormatWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPresentationIsShownAsSlides();
    void aPresentationOfOpenDocumentIsShownAsSlides();
    void aSpreadsheetOfOpenDocumentIsShownAsSheets();
    void replacementsAreMarkedWhereHiddenParagraphsWent();
    void theWheelWithCtrlZoomsBothPanes();
    void theExportSaysWhatIsMissing();
    void whatStandsBesideOpensInBothPanes();
    void filesInAFileSayWhatTheyHoldAndAreReviewedWhenKept();

private:
    void open(testing::WindowFixture &fixture, const QString &name, const QByteArray &bytes);
    void checkView(testing::WindowFixture &fixture, ui::ReviewPane *original,
                   ui::ReviewPane *scrubbed);
};

void TestFormatWindow::open(testing::WindowFixture &fixture, const QString &name,
                            const QByteArray &bytes)
{
    QFile file(fixture.path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    QVERIFY(fixture.open({file.fileName()}));
    QVERIFY(fixture.window().controller()->session());
    QCOMPARE(fixture.window().controller()->session()->counts().found, 1);
}

/// The only candidate is in its place on the left, and what stands for it on the right.
void TestFormatWindow::checkView(testing::WindowFixture &fixture, ui::ReviewPane *original,
                                 ui::ReviewPane *scrubbed)
{
    const ui::ReviewPage *page = fixture.window().reviewPage();
    QCOMPARE(page->original()->pane(), original);
    QVERIFY(original->isVisible());
    QVERIFY(!original->visibleRects(0).empty());
    fixture.window().controller()->decide(Decision::Redact);
    QVERIFY(fixture.waitForPreview());
    QCOMPARE(page->scrubbed()->pane(), scrubbed);
    QCOMPARE(page->scrubbed()->marks().size(), size_t{1});
    QTRY_VERIFY(!scrubbed->visibleRects(0).empty());
    const std::vector<QRectF> left = original->visibleRects(0);
    const std::vector<QRectF> right = scrubbed->visibleRects(0);
    QVERIFY(!left.empty());
    QVERIFY(std::abs(left.front().left() - right.front().left()) < 60);
    QVERIFY(std::abs(left.front().top() - right.front().top()) < 60);
}

void TestFormatWindow::aPresentationIsShownAsSlides()
{
    testing::WindowFixture fixture;
    testing::PptxBuilder builder;
    builder.slide(testing::textBox(2, testing::slideParagraph("Write to " + address)));
    open(fixture, u"talk.pptx"_s, builder.build());
    const ui::ReviewPage *page = fixture.window().reviewPage();
    checkView(fixture, page->original()->slides(), page->scrubbed()->slides());
}

void TestFormatWindow::aPresentationOfOpenDocumentIsShownAsSlides()
{
    testing::WindowFixture fixture;
    open(fixture, u"talk.odp"_s,
         testing::OdfBuilder::slides(
             "<draw:page draw:master-page-name=\"Default\"><draw:frame svg:x=\"2cm\" "
             "svg:y=\"2cm\" svg:width=\"12cm\" svg:height=\"2cm\"><draw:text-box><text:p>Write to "
             + address + "</text:p></draw:text-box></draw:frame></draw:page>")
             .build());
    const ui::ReviewPage *page = fixture.window().reviewPage();
    checkView(fixture, page->original()->slides(), page->scrubbed()->slides());
}

void TestFormatWindow::aSpreadsheetOfOpenDocumentIsShownAsSheets()
{
    testing::WindowFixture fixture;
    testing::OdsFile file;
    file.sheets = testing::odsTable(
        "Fees", testing::odsRow(testing::odsText("Contact"))
                    + testing::odsRow(testing::odsText("Mail") + testing::odsText(address)));
    open(fixture, u"fees.ods"_s, testing::odsBytes(file));
    const ui::ReviewPage *page = fixture.window().reviewPage();
    checkView(fixture, page->original()->grid(), page->scrubbed()->grid());
    QCOMPARE(page->original()->grid()->focusCell(), (ui::GridPane::Cell{1, 1}));
}

void TestFormatWindow::replacementsAreMarkedWhereHiddenParagraphsWent()
{
    testing::WindowFixture fixture;
    open(fixture, u"letter.odt"_s,
         testing::OdfBuilder::text("<text:section text:name=\"s\" text:display=\"none\">"
                                   "<text:p>first note</text:p><text:p>second note</text:p>"
                                   "</text:section><text:p>Write to "
                                   + address + "</text:p><text:p>soon</text:p>")
             .build());
    fixture.window().controller()->decide(Decision::Redact);
    QVERIFY(fixture.waitForPreview());
    QVERIFY(!testing::shownText(fixture.window()).contains(u"note"_s));
    const auto &marks = fixture.window().reviewPage()->scrubbed()->marks();
    QCOMPARE(marks.size(), size_t{1});
    QCOMPARE(marks.front().key, 0);
}

void TestFormatWindow::theWheelWithCtrlZoomsBothPanes()
{
    testing::WindowFixture fixture;
    QVERIFY(fixture.open({fixture.wordFile(u"letter.docx"_s, {u"A plain line."_s})}));
    const ui::ReviewPage *page = fixture.window().reviewPage();
    for (ui::DocumentView *view : {page->original(), page->scrubbed()}) {
        const double before = page->original()->zoom();
        QWheelEvent turn(QPointF(20, 20), QPointF(20, 20), {}, {0, 120}, Qt::NoButton,
                         Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view->pane()->viewport(), &turn);
        QVERIFY(page->original()->zoom() > before * 1.1);
        QCOMPARE(page->scrubbed()->zoom(), page->original()->zoom());
    }
}

void TestFormatWindow::theExportSaysWhatIsMissing()
{
    testing::WindowFixture fixture;
    const auto *reason = fixture.window().findChild<QLabel *>(u"exportReason"_s);
    QVERIFY(reason);
    QVERIFY(reason->isVisible());
    QVERIFY(!reason->text().isEmpty());
    QVERIFY(fixture.open(
        {fixture.wordFile(u"letter.docx"_s, {u"Write to "_s + QString::fromLatin1(address)})}));
    QVERIFY(reason->text().contains(u"1"_s));
    fixture.window().controller()->decide(Decision::Redact);
    QVERIFY(fixture.window().exportButton()->isEnabled());
    QTRY_VERIFY(!reason->isVisible());
}

void TestFormatWindow::whatStandsBesideOpensInBothPanes()
{
    testing::WindowFixture fixture;
    QVERIFY(fixture.open({QStringLiteral(EXPUNGE_SOURCE_DIR "/resources/samples/fee-model.xlsx")}));
    QVERIFY(fixture.waitForPreview());
    const ui::ReviewPage *page = fixture.window().reviewPage();
    const auto button = [](const ui::DocumentView *view) {
        return view->findChild<QToolButton *>(u"restButton"_s);
    };
    QVERIFY(!page->original()->flow()->isVisible());
    QTest::mouseClick(button(page->original()), Qt::LeftButton);
    QVERIFY(page->original()->flow()->isVisible());
    QVERIFY(page->scrubbed()->flow()->isVisible());
    QTest::mouseClick(button(page->scrubbed()), Qt::LeftButton);
    QVERIFY(!page->original()->flow()->isVisible());
    QVERIFY(!page->scrubbed()->flow()->isVisible());
}

void TestFormatWindow::filesInAFileSayWhatTheyHoldAndAreReviewedWhenKept()
{
    testing::XlsxBuilder book;
    book.sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + address
               + "</t></is></c></row>");
    testing::PptxBuilder builder;
    builder
        .slide(testing::textBox(2, testing::slideParagraph("Write to " + address))
               + "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"9\" name=\"Object 1\"/>"
                 "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x=\"1\" "
                 "y=\"1\"/><a:ext cx=\"20000\" cy=\"10000\"/></p:xfrm><a:graphic><a:graphicData "
                 "uri=\"http://schemas.openxmlformats.org/presentationml/2006/ole\"><p:oleObj "
                 "r:id=\"rId5\" progId=\"Excel.Sheet.12\"><p:embed/></p:oleObj></a:graphicData>"
                 "</a:graphic></p:graphicFrame>")
        .part("ppt/embeddings/o.xlsx",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", book.build())
        .relate("ppt/slides/slide1.xml", "rId5", "package", "ppt/embeddings/o.xlsx");
    testing::WindowFixture fixture;
    open(fixture, u"talk.pptx"_s, builder.build());   // one candidate as long as the file goes
    const auto labels = fixture.window().findChildren<QLabel *>();
    const bool said = std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(u"(xlsx)"_s) && label->text().contains(u"them: 1."_s);
    });
    QVERIFY(said);
    ui::ReviewController *controller = fixture.window().controller();
    const auto &items = controller->session()->files().front().document->hiddenItems();
    for (size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind == document::HiddenKind::EmbeddedFiles) {
            controller->decideHidden({0, static_cast<int>(i)}, document::HiddenAction::Keep);
        }
    }
    QCOMPARE(controller->session()->counts().found, 2);
}

QTEST_MAIN(TestFormatWindow)
#include "tst_formatwindow.moc"
