// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/docxbuilder.h"
#include "tests/support/docxprobe.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::testing;
using document::HiddenAction;
using document::HiddenKind;

/// What becomes of tracked changes: applied, undone, or kept without names.
class TestDocxChanges : public QObject
{
    Q_OBJECT

private:
    const QByteArray who = " w:id=\"1\" w:author=\"Jo Invented\" w:date=\"2026-01-01T00:00:00Z\"";

    QByteArray inserted(const QByteArray &text) const
    {
        return "<w:ins" + who + ">" + run(text) + "</w:ins>";
    }

    QByteArray deleted(const QByteArray &text) const
    {
        return "<w:del" + who + "><w:r><w:delText xml:space=\"preserve\">" + text
               + "</w:delText></w:r></w:del>";
    }

    QByteArray row(const QByteArray &text, const QByteArray &mark = {}) const
    {
        return "<w:tr>" + (mark.isEmpty() ? QByteArray() : "<w:trPr><" + mark + who + "/></w:trPr>")
               + "<w:tc>" + paragraph(run(text)) + "</w:tc></w:tr>";
    }

    DocxBuilder changed() const
    {
        return DocxBuilder()
            .body(paragraph(run("keep ") + inserted("new") + deleted("old")))
            .body(paragraph("<w:moveFromRangeStart" + who + " w:name=\"m\"/><w:moveFrom" + who + ">"
                            + run("moved") + "</w:moveFrom><w:moveFromRangeEnd w:id=\"1\"/>"
                            + run("left") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))
            .body(paragraph("<w:moveTo" + who + ">" + run("moved") + "</w:moveTo>" + run(" here")))
            .body(paragraph(
                run("bold", "<w:b/><w:rPrChange" + who + "><w:rPr><w:i/></w:rPr></w:rPrChange>"),
                "<w:jc w:val=\"center\"/><w:pPrChange" + who
                    + "><w:pPr><w:jc w:val=\"right\"/></w:pPr></w:pPrChange>"))
            .body("<w:tbl>" + row("stays") + row("added", "w:ins") + row("dropped", "w:del")
                  + "</w:tbl>")
            .footnote(2, paragraph(run("note ") + deleted("gone") + inserted("come")));
    }

    static Written with(const DocxBuilder &builder, HiddenAction action)
    {
        const auto document = openDocx(builder.build());
        document::RedactionPlan plan;
        decide(plan, *document, HiddenKind::TrackedChanges, action);
        return applied(*document, plan);
    }

private Q_SLOTS:
    void changesAreAppliedInEveryStory()
    {
        const Written written = with(changed(), HiddenAction::Remove);
        QCOMPARE(visibleTexts(*written.document),
                 (QStringList{u"keep new"_s, u"left"_s, u"moved here"_s, u"bold"_s, u"stays"_s,
                              u"added"_s, u"note come"_s}));
        const QByteArray all =
            written.part(u"word/document.xml"_s) + written.part(u"word/footnotes.xml"_s);
        for (const char *gone :
             {"w:ins", "w:del", "w:move", "Change", "Invented", ">old", "dropped"}) {
            QVERIFY2(!all.contains(gone), gone);
        }
        QVERIFY(all.contains("<w:b/>"));
        QVERIFY(all.contains("w:val=\"center\""));
        QVERIFY(!hiddenOf(*written.document, HiddenKind::TrackedChanges));
    }

    void changesAreUndoneInEveryStory()
    {
        const Written written = with(changed(), HiddenAction::Undo);
        QCOMPARE(visibleTexts(*written.document),
                 (QStringList{u"keep old"_s, u"movedleft"_s, u" here"_s, u"bold"_s, u"stays"_s,
                              u"dropped"_s, u"note gone"_s}));
        const QByteArray xml = written.part(u"word/document.xml"_s);
        QVERIFY(!xml.contains("<w:b/>"));
        QVERIFY(xml.contains("<w:i/>"));
        QVERIFY(xml.contains("w:val=\"right\""));
        QVERIFY(!written.contains("Invented"));
        QVERIFY(!xml.contains("w:delText"));
    }

    void keptChangesLoseTheirPeopleAndTimes()
    {
        const Written written = with(changed(), HiddenAction::Keep);
        const QByteArray xml = written.part(u"word/document.xml"_s);
        QVERIFY(xml.contains("<w:del "));
        QVERIFY(xml.contains("w:author=\"Author 1\""));
        QVERIFY(!written.contains("Invented"));
        QVERIFY(!written.contains("2026-01-01"));
        QVERIFY(unitWith(*written.document, u"old"_s));
    }

    void deletedParagraphMarkMergesParagraphs()
    {
        const QByteArray mark = "<w:rPr><w:del" + who + "/></w:rPr>";
        const Written written =
            with(DocxBuilder()
                     .body(paragraph(run("first "), mark))
                     .body(paragraph(run("second"), "<w:jc w:val=\"right\"/>"))
                     .body("<w:tbl><w:tr><w:tc>" + paragraph(deleted("cell"), mark)
                           + "</w:tc></w:tr></w:tbl>"),
                 HiddenAction::Remove);
        QCOMPARE(visibleTexts(*written.document), QStringList{u"first second"_s});
        const QByteArray xml = written.part(u"word/document.xml"_s);
        QCOMPARE(xml.count("<w:p>") + xml.count("<w:p/>"), 2);
        QVERIFY(xml.contains("w:val=\"right\""));
    }

    void tableWhoseRowsAreDeletedGoes()
    {
        const Written written =
            with(DocxBuilder()
                     .body(paragraph(run("x")))
                     .body("<w:tbl>" + row("a", "w:del") + row("b", "w:del") + "</w:tbl>")
                     .body(paragraph(run("y"))),
                 HiddenAction::Remove);
        QVERIFY(!written.contains("w:tbl"));
    }

    void deletionInsideARedactedSpanGoesWithIt()
    {
        const auto document =
            openDocx(DocxBuilder()
                         .body(paragraph(run("Mira ") + deleted("Adaeze ") + run("Okafor")))
                         .build());
        document::RedactionPlan plan = planFor(*document, {{u"Mira Okafor"_s, u"[PERSON-1]"_s}});
        decide(plan, *document, HiddenKind::TrackedChanges, HiddenAction::Keep);
        const Written written = applied(*document, plan);
        QVERIFY(!written.contains("Adaeze"));
        QVERIFY(written.contains("[PERSON-1]"));
    }

    void noteWhoseMarkIsDeletedGoes()
    {
        const DocxBuilder builder =
            DocxBuilder()
                .body(paragraph(run("x") + "<w:del" + who
                                + "><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:del><w:r>"
                                  "<w:footnoteReference w:id=\"3\"/></w:r>"))
                .footnote(2, paragraph(run("withdrawn")))
                .footnote(3, paragraph(run("standing")));
        const Written gone = with(builder, HiddenAction::Remove);
        QVERIFY(!gone.contains("withdrawn"));
        QVERIFY(gone.contains("standing"));
        QVERIFY(with(builder, HiddenAction::Undo).contains("withdrawn"));
    }

    void deletedFieldsLeaveNoMarksBehind()
    {
        const Written written =
            with(DocxBuilder().body(paragraph(
                     run("x") + "<w:del" + who
                     + "><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:delInstrText> "
                       "HYPERLINK \"https://example.com/secret\" </w:delInstrText></w:r></w:del>"
                       "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")),
                 HiddenAction::Remove);
        QVERIFY(!written.contains("fldChar"));
        QVERIFY(!written.contains("secret"));
    }

    void textThatOnlyUndoingMakesWholeIsRedacted()
    {
        // acceptance 5: one name over kept and deleted pieces, another around an insertion
        const DocxBuilder builder =
            DocxBuilder()
                .body(paragraph(run("by Mi") + deleted("ra Oka") + run("for")
                                + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))
                .footnote(2, paragraph(run("and Ji") + inserted("x") + run("ro")));
        const auto document = openDocx(builder.build());
        QVERIFY(unitWith(*document, u"by Mira Okafor"_s));
        document::RedactionPlan plan =
            planFor(*document, {{u"Mira Okafor"_s, u"[P]"_s}, {u"Jiro"_s, u"[Q]"_s}});
        decide(plan, *document, HiddenKind::TrackedChanges, HiddenAction::Undo);
        const Written undone = applied(*document, plan);
        QCOMPARE(visibleTexts(*undone.document), QStringList({u"by [P]"_s, u"and [Q]"_s}));

        decide(plan, *document, HiddenKind::TrackedChanges, HiddenAction::Keep);
        const Written kept = applied(*document, plan);
        QVERIFY(unitWith(*kept.document, u"by [P]"_s));
        QVERIFY(!kept.contains("ra Oka"));
        QVERIFY(!kept.applied.adjusted.empty());

        decide(plan, *document, HiddenKind::TrackedChanges, HiddenAction::Remove);
        const Written changed = applied(*document, plan);
        QCOMPARE(visibleTexts(*changed.document), QStringList({u"by Mifor"_s, u"and Jixro"_s}));
        QVERIFY(changed.applied.adjusted.empty());
    }

    void changesOfEveryKindGo_data()
    {
        // acceptance 5 and 6
        QTest::addColumn<QByteArray>("body");
        const QByteArray grid = "<w:tblGrid><w:gridCol/></w:tblGrid>";
        QTest::newRow("section") << paragraph(run("x"),
                                              "<w:sectPr><w:pgSz w:w=\"1\"/><w:sectPrChange" + who
                                                  + "><w:sectPr/></w:sectPrChange></w:sectPr>");
        QTest::newRow("table") << "<w:tbl><w:tblPr><w:tblPrChange" + who
                                      + "><w:tblPr/></w:tblPrChange></w:tblPr>" + grid + row("x")
                                      + "</w:tbl>";
        QTest::newRow("cell") << "<w:tbl>" + grid + "<w:tr><w:tc><w:tcPr><w:tcPrChange" + who
                                     + "><w:tcPr/></w:tcPrChange></w:tcPr>" + paragraph(run("x"))
                                     + "</w:tc></w:tr></w:tbl>";
        QTest::newRow("inserted cell") << "<w:tbl>" + grid + "<w:tr><w:tc>" + paragraph(run("x"))
                                              + "</w:tc><w:tc><w:tcPr><w:cellIns" + who
                                              + "/></w:tcPr>" + paragraph(run("y"))
                                              + "</w:tc></w:tr></w:tbl>";
        QTest::newRow("list") << paragraph(run("x"), "<w:numPr><w:numId w:val=\"1\"/>"
                                                     "<w:numberingChange"
                                                         + who
                                                         + " w:original=\"%1:1:0:.\"/></w:numPr>");
        QTest::newRow("mark of a paragraph")
            << paragraph(run("x"), "<w:rPr><w:ins" + who + "/></w:rPr>");
        QTest::newRow("equation") << paragraph("<m:oMath><m:r><w:rPr><w:ins" + who
                                               + "/></w:rPr><m:t>x</m:t></m:r>"
                                                 "</m:oMath>");
        QTest::newRow("text box") << paragraph(
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
            + paragraph(run("x") + deleted("gone"))
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>");
    }

    void changesOfEveryKindGo()
    {
        QFETCH(QByteArray, body);
        for (const HiddenAction action : {HiddenAction::Remove, HiddenAction::Undo}) {
            const Written written =
                with(DocxBuilder().body(body).header(body).footnote(2, body).comment(0, "Jo", body),
                     action);
            QVERIFY(written.document);
            QVERIFY(!written.contains("Invented"));
            for (const auto &[name, xml] : written.parts) {
                QVERIFY2(!xml.contains("Change") && !xml.contains("w:ins")
                             && !xml.contains("w:del"),
                         qPrintable(name));
            }
            QVERIFY(!hiddenOf(*written.document, HiddenKind::TrackedChanges));
        }
    }

    void changesAreListedOnceWithTheirNumber()
    {
        const auto document = openDocx(changed().build());
        const auto *item = hiddenOf(*document, HiddenKind::TrackedChanges);
        QVERIFY(item);
        QCOMPARE(item->count, 10);
        QVERIFY(item->canKeep);
        QVERIFY(!item->preview.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestDocxChanges)
#include "tst_docxchanges.moc"
