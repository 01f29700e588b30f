// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheetformula.h"

#include <QTest>

using namespace expunge::formats::ooxml;
using namespace Qt::StringLiterals;

class TestSheetFormula : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesAreToldApart_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<int>("part");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *formula, FormulaPart part, const char *text) {
            QTest::newRow(formula)
                << QString::fromUtf8(formula) << static_cast<int>(part) << QString::fromUtf8(text);
        };
        row("\"a\"\"b\"", FormulaPart::String, "a\"b");
        row("1.5E+10", FormulaPart::Number, "1.5E+10");
        row("$A$1:B7", FormulaPart::Reference, "");
        row("A:C", FormulaPart::Reference, "");
        row("2:3", FormulaPart::Reference, "");
        row("'It''s'!A1", FormulaPart::Reference, "");
        row("Plan!Rate", FormulaPart::Name, "Rate");
        row("SUM(", FormulaPart::Function, "SUM");
        row("LOG10(", FormulaPart::Function, "LOG10");
        row("Orders[Total]", FormulaPart::Structured, "Orders");
        row("[1]Other!A1", FormulaPart::External, "");
        row("'C:\\x\\[b.xlsx]S'!A1", FormulaPart::External, "");
        row("['file:///home/x/b.xlsx']S!A1", FormulaPart::External, "");
        row("Rate", FormulaPart::Name, "Rate");
    }
    void piecesAreToldApart()
    {
        QFETCH(QString, formula);
        QFETCH(int, part);
        QFETCH(QString, text);
        const auto tokens = formulaTokens(formula);
        QCOMPARE(tokens.size(), size_t{1});
        QCOMPARE(static_cast<int>(tokens[0].part), part);
        QCOMPARE(tokens[0].text, text);
    }

    void rangesAreRead()
    {
        const auto tokens = formulaTokens(u"SUM('Q 3'!$B$2:C9,D:D,5:6)"_s);
        QCOMPARE(tokens.size(), size_t{4});
        QCOMPARE(tokens[1].sheet, u"Q 3"_s);
        QVERIFY((tokens[1].range == CellRange{{2, 2}, {9, 3}}));
        QVERIFY((tokens[2].range == CellRange{{1, 4}, {maximalRow, 4}}));
        QVERIFY((tokens[3].range == CellRange{{5, 1}, {6, maximalColumn}}));
        QVERIFY((tokens[1].shifted(3, 1) == CellRange{{2, 2}, {12, 4}}));
    }

    void namesAreReplacedWhereverTheyStand_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QString>("renamed");
        const auto row = [](const char *formula, const char *renamed) {
            QTest::newRow(formula) << QString::fromUtf8(formula) << QString::fromUtf8(renamed);
        };
        row("Acme!A1", "'(ORG-1)'!A1");
        row("'acme'!$A$1:B2+1", "'(ORG-1)'!$A$1:B2+1");
        row("SUM(Acme:Last!A1)", "SUM('(ORG-1):Last'!A1)");
        row("\"Acme\"&Acme!B1", "\"Acme\"&'(ORG-1)'!B1");
        row("Secret*2", "Name_1*2");
        row("Orders[Client]", "Table_1['[PERSON-1']]");
        row("SUM(Orders[[#Headers],[Client]:[Sum]])",
            "SUM(Table_1[[#Headers],['[PERSON-1']]:[Sum]])");
        row("Orders[@Client]", "Table_1[@'[PERSON-1']]");
        row("[1]Acme!A1", "[1]Acme!A1");
        row("Acmes!A1", "Acmes!A1");
    }
    void namesAreReplacedWhereverTheyStand()
    {
        QFETCH(QString, formula);
        QFETCH(QString, renamed);
        FormulaRenames renames;
        renames.sheets = {{u"acme"_s, u"(ORG-1)"_s}};
        renames.names = {{u"secret"_s, u"Name_1"_s}};
        renames.tables = {{u"orders"_s, u"Table_1"_s}};
        renames.columns = {{u"orders"_s, {{u"client"_s, u"[PERSON-1]"_s}}}};
        QCOMPARE(renameInFormula(formula, renames), renamed);
    }

    void ownTableColumnsAreReplaced()
    {
        FormulaRenames renames;
        renames.columns = {{u"orders"_s, {{u"client"_s, u"X"_s}}}};
        QCOMPARE(renameInFormula(u"[@Client]&[@[Client]]"_s, renames, u"Orders"_s),
                 u"[@X]&[@[X]]"_s);
    }

    void textInStringsIsEdited()
    {
        const QString formula = u"IF(A1=\"Ada \"\"L\"\"\",\"x\",1)"_s;
        const auto edited = editFormula(formula, {{7, 10, u"a\"b"_s}}, {});
        QVERIFY(edited);
        QCOMPARE(*edited, u"IF(A1=\"a\"\"b \"\"L\"\"\",\"x\",1)"_s);
    }

    void editsOutsideOfStringsAreRefused()
    {
        QVERIFY(!editFormula(u"AcmeRate(A1)&\"x\""_s, {{0, 4, u"y"_s}}, {}));
        FormulaRenames renames;
        renames.sheets = {{u"acme"_s, u"B"_s}};
        QVERIFY(editFormula(u"Acme!A1&\"x\""_s, {{0, 4, u"y"_s}}, renames));
    }

    void onlyTellingFormulasAreShown_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<bool>("telling");
        QTest::newRow("sum") << u"SUM(A1:A9)*1.19"_s << false;
        QTest::newRow("text") << u"A1&\" Ltd\""_s << true;
        QTest::newRow("comma") << u"A1&\", \"&B1"_s << false;
        QTest::newRow("number") << u"A1+491701234567"_s << true;
        QTest::newRow("known sheet") << u"Plan!A1"_s << false;
        QTest::newRow("unknown sheet") << u"Lost!A1"_s << true;
        QTest::newRow("known name") << u"Rate*2"_s << false;
        QTest::newRow("unknown name") << u"AcmeRate*2"_s << true;
        QTest::newRow("own function") << u"AcmePrice(A1)"_s << true;
        QTest::newRow("other workbook") << u"[1]S!A1"_s << true;
        QTest::newRow("known column") << u"[@Sum]*2"_s << false;
        QTest::newRow("unknown column") << u"[@Client]*2"_s << true;
    }
    void onlyTellingFormulasAreShown()
    {
        QFETCH(QString, formula);
        QFETCH(bool, telling);
        const QHash<QString, int> known{
            {u"sheet:plan"_s, 0}, {u"name:rate"_s, 0}, {u"column:sum"_s, 0}};
        QCOMPARE(formulaSaysSomething(formula, formulaTokens(formula), known), telling);
    }
};

QTEST_GUILESS_MAIN(TestSheetFormula)
#include "tst_sheetformula.moc"
