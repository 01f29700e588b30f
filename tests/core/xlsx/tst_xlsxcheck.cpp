// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/leakcheck.h"
#include "tests/core/xlsx/workbooktesting.h"
#include "tests/support/xlsxbuilder.h"

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

namespace {

XlsxBuilder book()
{
    XlsxBuilder builder;
    builder
        .styles("<numFmts count=\"1\"><numFmt numFmtId=\"165\" formatCode=\"\\+00\\ 000\\ "
                "0000000\"/></numFmts><cellXfs count=\"2\"><xf/><xf numFmtId=\"165\"/></cellXfs>")
        .strings({"<t>Mirelle Osterwick</t>", "<t>nothing</t>"})
        .workbook({}, "<definedNames><definedName name=\"Osterwick_rate\">'Osterwick "
                      "plan'!$A$2</definedName></definedNames>")
        .sheet({"Osterwick plan",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
                "t=\"s\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>491701234567</v></c>"
                "<c r=\"B2\" t=\"str\"><f>A1&amp;\" of "
                "Osterwick\"&amp;Osterwick_rate</f><v>Mirelle Osterwick of Osterwick</v></c></row>",
                {},
                "<dataValidations count=\"1\"><dataValidation type=\"list\" "
                "sqref=\"B9\"><formula1>'Osterwick "
                "plan'!$A$1:$A$9&amp;\"text\"</formula1></dataValidation></dataValidations>",
                {}});
    return builder;
}

const QMap<QString, QString> terms{{u"Osterwick"_s, u"[PERSON-1]"_s},
                                   {u"+49 170 1234567"_s, u"[PHONE-1]"_s}};

scrub::Expectation expectation(const DocumentPtr &document)
{
    scrub::Expectation work;
    work.original = document;
    work.plan = planFor(*document, terms);
    for (auto term = terms.begin(); term != terms.end(); ++term) {
        scrub::RedactedValue value;
        value.id = u"c1"_s;
        value.text = term.key();
        work.values.push_back(value);
    }
    return work;
}

}   // namespace

/// The leak check, which knows nothing of workbooks, on what becomes of them.
class TestXlsxCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scrubbedWorkbookPassesTheCheck()
    {
        const auto document = openWorkbook(book().build());
        QVERIFY(document);
        scrub::Expectation work = expectation(*document);
        const auto output = (*document)->apply(work.plan, {});
        QVERIFY(output);
        work.adjusted = output->applied.adjusted;
        const auto registry = workbookRegistry();
        const auto report =
            scrub::LeakCheck(registry).run({output->bytes, u"out.xlsx"_s}, work, {});
        QVERIFY(report);
        for (const scrub::Leak &leak : report->leaks) {
            qWarning("%s: %s", qPrintable(leak.part), qPrintable(leak.how));
        }
        QVERIFY(report->clean());
    }

    void originalDoesNotPassTheCheck()
    {
        const QByteArray bytes = book().build();
        const auto document = openWorkbook(bytes);
        const auto registry = workbookRegistry();
        const auto report =
            scrub::LeakCheck(registry).run({bytes, u"out.xlsx"_s}, expectation(*document), {});
        QVERIFY(report);
        QVERIFY(!report->clean());
    }

    void keptNameMayStandInFormulasAndNowhereElse()
    {
        const auto named = [](const QByteArray &cell, const QByteArray &formula) {
            return XlsxBuilder()
                .sheet({"Nightjar",
                        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + cell
                            + "</t></is></c><c r=\"A2\"><f>" + formula + "</f><v>3</v></c></row>",
                        {},
                        {},
                        {}})
                .build();
        };
        const auto document = openWorkbook(named("Nightjar", "Nightjar!B7+1"));
        QVERIFY(document);
        scrub::Expectation work;
        work.original = *document;
        work.plan.spans.push_back({u"c1"_s, {1, 0, 8}, u"[PROJECT-1]"_s});
        work.values.push_back({u"c1"_s, u"Nightjar"_s});
        work.kept.push_back({0, 0, 8});
        const auto registry = workbookRegistry();
        const auto reportOn = [&](const QByteArray &bytes) {
            return scrub::LeakCheck(registry).run({bytes, u"out.xlsx"_s}, work, {});
        };
        const auto output = (*document)->apply(work.plan, {});
        QVERIFY(output);
        const auto clean = reportOn(output->bytes);
        QVERIFY(clean);
        QVERIFY(clean->clean());
        const auto leak = reportOn(named("[PROJECT-1]", "Nightjar!B7&amp;\"Nightjar\""));
        QVERIFY(leak);
        QVERIFY(!leak->clean());
    }

    void adjustmentThatBringsTheTextBackIsNotBelieved()
    {
        const auto document = openWorkbook(book().build());
        scrub::Expectation work = expectation(*document);
        const auto output = (*document)->apply(work.plan, {});
        work.adjusted = output->applied.adjusted;
        work.adjusted.push_back({1, false, (*document)->textUnits()[1].text});
        const auto registry = workbookRegistry();
        const auto report =
            scrub::LeakCheck(registry).run({book().build(), u"out.xlsx"_s}, work, {});
        QVERIFY(report);
        QVERIFY(!report->clean());
    }
};

QTEST_GUILESS_MAIN(TestXlsxCheck)
#include "tst_xlsxcheck.moc"
