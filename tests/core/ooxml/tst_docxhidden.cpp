// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/docxbuilder.h"
#include "tests/support/docxprobe.h"

#include <QFile>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::testing;
using document::HiddenAction;
using document::HiddenKind;

/// What a Word document hides: that it is listed, that it goes, and that it stays when told to.
class TestDocxHidden : public QObject
{
    Q_OBJECT

private:
    static QByteArray data(const QString &name)
    {
        QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/office/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static DocxBuilder commented()
    {
        return DocxBuilder()
            .body(paragraph("<w:commentRangeStart w:id=\"0\"/>" + run("text")
                            + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference "
                              "w:id=\"0\"/></w:r>"))
            .comment(0, "Jo Invented", paragraph(run("call Mira")))
            .part("word/people.xml",
                  "application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml",
                  "<w15:people xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">"
                  "<w15:person w15:author=\"Jo Invented\"/></w15:people>",
                  "rIdPeople", "http://schemas.microsoft.com/office/2011/relationships/people");
    }

private Q_SLOTS:
    void commentsGoWithEveryTrace()
    {
        const auto document = openDocx(commented().build());
        QVERIFY(hiddenOf(*document, HiddenKind::Comments));
        QCOMPARE(hiddenOf(*document, HiddenKind::Comments)->count, 1);
        QVERIFY(hiddenOf(*document, HiddenKind::People));
        const Written written = applied(*document);
        for (const char *gone : {"Jo Invented", "call Mira", "comment", "people"}) {
            QVERIFY2(!written.contains(gone), gone);
        }
        QCOMPARE(visibleTexts(*written.document), QStringList{u"text"_s});
    }

    void keptCommentsHaveNoPeopleAndTakeRedactions()
    {
        const auto document = openDocx(commented().build());
        document::RedactionPlan plan = planFor(*document, {{u"Mira"_s, u"[PERSON-1]"_s}});
        decide(plan, *document, HiddenKind::Comments, HiddenAction::Keep);
        const Written written = applied(*document, plan);
        const QByteArray comments = written.part(u"word/comments.xml"_s);
        QVERIFY(comments.contains("call [PERSON-1]"));
        QVERIFY(comments.contains("w:author=\"Author 1\""));
        QVERIFY(comments.contains("w:initials=\"A1\""));
        QVERIFY(!written.contains("Jo Invented"));
        QVERIFY(!written.contains("2026-01-01"));
        QVERIFY(!written.contains("people"));
        QVERIFY(written.part(u"word/document.xml"_s).contains("commentReference"));
    }

    void aStyleWithoutAnIdIsMeantByItsName()
    {
        const auto document = openDocx(
            DocxBuilder()
                .styles("<w:style><w:name w:val=\"Tiny\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr>"
                        "</w:style>")
                .body(paragraph(run("seen"))
                      + paragraph(run("unseen"), "<w:pStyle w:val=\"Tiny\"/>"))
                .build());
        QVERIFY(hiddenOf(*document, HiddenKind::InvisibleText));
        QCOMPARE(hiddenOf(*document, HiddenKind::InvisibleText)->count, 1);
        const Written written = applied(*document);
        QCOMPARE(visibleTexts(*written.document).first(), u"seen"_s);
        QVERIFY(written.part(u"word/document.xml"_s).contains("w:pStyle"));
    }

    void hiddenTextGoesOrStaysHidden()
    {
        const auto document = openDocx(
            DocxBuilder().body(paragraph(run("seen ") + run("unseen", "<w:vanish/>"))).build());
        QVERIFY(!applied(*document).contains("unseen"));
        document::RedactionPlan plan;
        decide(plan, *document, HiddenKind::HiddenText, HiddenAction::Keep);
        const Written kept = applied(*document, plan);
        QVERIFY(kept.contains("unseen"));
        QVERIFY(hiddenOf(*kept.document, HiddenKind::HiddenText));
    }

    void alternativeTextGoesOrIsRedacted()
    {
        const auto document = openDocx(
            DocxBuilder()
                .body("<w:tbl><w:tblPr><w:tblCaption w:val=\"wages of Mira\"/></w:tblPr><w:tr>"
                      "<w:tc>"
                      + paragraph(run("x")) + "</w:tc></w:tr></w:tbl>")
                .build());
        QVERIFY(!applied(*document).contains("wages"));
        document::RedactionPlan plan = planFor(*document, {{u"Mira"_s, u"[P]"_s}});
        decide(plan, *document, HiddenKind::AltText, HiddenAction::Keep);
        QVERIFY(applied(*document, plan).contains("wages of [P]"));
    }

    void whatCannotStayGoesWhateverIsSaid()
    {
        const DocxBuilder builder =
            DocxBuilder()
                .body(paragraph(run("x")))
                .stray("word/orphan.xml", "application/xml", "<a>orphan secret</a>")
                .part("word/odd.bin", "application/x-odd", "odd secret", "rIdOdd",
                      "http://example.com/odd")
                .part("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", "macro secret",
                      "rIdVba",
                      "http://schemas.microsoft.com/office/2006/relationships/vbaProject");
        const auto document = openDocx(builder.build());
        document::RedactionPlan plan;
        for (HiddenKind kind :
             {HiddenKind::UnreachableParts, HiddenKind::UnknownParts, HiddenKind::Macros}) {
            const auto *item = hiddenOf(*document, kind);
            QVERIFY(item);
            QVERIFY(!item->canKeep);
            plan.hidden[item->id] = HiddenAction::Keep;
        }
        const Written written = applied(*document, plan);
        QVERIFY(!written.contains("secret"));
        QVERIFY(!written.contains("example.com"));
    }

    void everyUnitOfAHiddenKindHasAnItem()
    {
        const auto document = openDocx(data(u"planted.docx"_s));
        QVERIFY(document);
        QSet<QString> ids;
        for (const auto &item : document->hiddenItems()) {
            QVERIFY(!ids.contains(item.id));
            ids.insert(item.id);
            QVERIFY(item.count > 0);
        }
        for (const auto &unit : document->textUnits()) {
            QVERIFY(unit.hiddenItem.isEmpty() || ids.contains(unit.hiddenItem));
        }
        QVERIFY(ids.size() > 25);
    }

    void hiddenStringsOfThePlantedFileGoAndVisibleOnesStay()
    {
        const auto document = openDocx(data(u"planted.docx"_s));
        const Written written = applied(*document);
        QVERIFY(written.document);
        int checked = 0;
        for (const QByteArray &line : data(u"planted.txt"_s).split('\n')) {
            const QByteArray token = line.mid(line.indexOf(' ') + 1);
            if (line.startsWith("hidden ")) {
                QVERIFY2(!written.contains(token), token.constData());
                ++checked;
            } else if (line.startsWith("visible ")) {
                QString text = visibleTexts(*written.document).join(QChar(u' '));
                text.remove(QChar(0xad));
                QVERIFY2(text.contains(QString::fromUtf8(token)), token.constData());
                ++checked;
            }
        }
        QVERIFY(checked > 60);
    }

    void everyPlantedStringCanBeRedacted()
    {
        const auto document = openDocx(data(u"planted.docx"_s));
        std::map<QString, QString> values;
        for (const QByteArray &line : data(u"planted.txt"_s).split('\n')) {
            const QString token = QString::fromUtf8(line.mid(line.indexOf(' ') + 1));
            if (!token.isEmpty() && token != u"ZQXDSOFTHYPHEN"_s) {
                values[token] = u"[X]"_s;
            }
        }
        const Written written = applied(*document, planFor(*document, values));
        for (const auto &[token, replacement] : values) {
            QVERIFY2(!written.contains(token.toUtf8()), qPrintable(token));
        }
    }

    void scrubbedFileHidesNothing()
    {
        const auto document = openDocx(
            commented()
                .styles("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                        "<w:name w:val=\"Normal\"/></w:style>")
                .body(paragraph("<w:bookmarkStart w:id=\"1\" w:name=\"Mira\"/>" + run("b")
                                + "<w:bookmarkEnd w:id=\"1\"/>"))
                .body(paragraph(field(" AUTHOR ", run("x"))))
                .build());
        QVERIFY(document->hiddenItems().size() >= 4);
        const Written written = applied(*document);
        QVERIFY(written.document);
        for (const auto &item : written.document->hiddenItems()) {
            QFAIL(qPrintable(document::hiddenLabel(item)));
        }
    }
};

QTEST_APPLESS_MAIN(TestDocxHidden)
#include "tst_docxhidden.moc"
