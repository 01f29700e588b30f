// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odsformula.h"

#include <QTest>

using namespace expunge::formats::odf;
using namespace expunge::formats::ooxml;
using namespace Qt::StringLiterals;

/// Formulas and addresses of OpenDocument.
class TestOdsFormula : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void referencesAreRead_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QString>("sheet");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::newRow("cell") << u"of:=[.A1]+1"_s << QString() << u"A1"_s << u"A1"_s;
        QTest::newRow("fixed") << u"of:=[.$B$7]"_s << QString() << u"B7"_s << u"B7"_s;
        QTest::newRow("range") << u"of:=SUM([.A1:.C5])"_s << QString() << u"A1"_s << u"C5"_s;
        QTest::newRow("sheet") << u"of:=[Data.A1]"_s << u"Data"_s << u"A1"_s << u"A1"_s;
        QTest::newRow("fixed sheet") << u"of:=[$Data.A1:.B2]"_s << u"Data"_s << u"A1"_s << u"B2"_s;
        QTest::newRow("quoted") << u"of:=[$'Ada''s plan.1'.B2]"_s << u"Ada's plan.1"_s << u"B2"_s
                                << u"B2"_s;
        QTest::newRow("column") << u"of:=SUM([.A:.B])"_s << QString() << u"A1"_s << u"B1048576"_s;
        QTest::newRow("row") << u"of:=SUM([.3:.3])"_s << QString() << u"A3"_s << u"XFD3"_s;
        QTest::newRow("old prefix") << u"oooc:=[.C3]"_s << QString() << u"C3"_s << u"C3"_s;
    }
    void referencesAreRead()
    {
        QFETCH(QString, formula);
        const OpenFormula read = readOpenFormula(formula);
        const auto token =
            std::find_if(read.tokens.begin(), read.tokens.end(), [](const FormulaToken &candidate) {
                return candidate.part == FormulaPart::Reference;
            });
        QVERIFY(token != read.tokens.end());
        QTEST(token->sheet, "sheet");
        QTEST(cellName(token->range.first), "first");
        QTEST(cellName(token->range.last), "last");
    }

    void otherDocumentsAreExternal()
    {
        for (const QString &formula : {u"of:=['file:///home/ada/plan.ods'#$Sheet1.A1]"_s,
                                       u"msoxl:=Sheet1!A1"_s, u"of:=[what is this]"_s}) {
            const OpenFormula read = readOpenFormula(formula);
            QCOMPARE(read.tokens.size(), size_t{1});
            QCOMPARE(read.tokens[0].part, FormulaPart::External);
            QVERIFY(read.sheets.empty());
        }
    }

    void brokenReferencesSayNothing()
    {
        QVERIFY(!openFormulaSaysSomething(u"of:=SUM([.#REF!];[#REF!.A1])"_s, {}));
    }

    void wordsAreSomethingToSay()
    {
        const QHash<QString, int> known{{u"sheet:data"_s, 0}, {u"name:rate"_s, 0}};
        QVERIFY(openFormulaSaysSomething(u"of:=[.A1]&\"Osterwick\""_s, known));
        QVERIFY(openFormulaSaysSomething(u"of:=[Other.A1]"_s, known));
        QVERIFY(openFormulaSaysSomething(u"of:=secret"_s, known));
        QVERIFY(openFormulaSaysSomething(u"of:='Osterwick'"_s, known));
        QVERIFY(!openFormulaSaysSomething(u"of:=SUM([Data.A1:.B2])*Rate-3"_s, known));
        QVERIFY(!openFormulaSaysSomething(u"of:cell-content-is-between(1;5)"_s, known));
        QVERIFY(openFormulaSaysSomething(u"of:cell-content-is-in-list(\"Osterwick\")"_s, known));
    }

    void sheetsAndNamesGetNewNames()
    {
        FormulaRenames renames;
        renames.sheets.insert(u"data"_s, u"(ORG-1) plan"_s);
        renames.names.insert(u"rate"_s, u"Name_1"_s);
        QCOMPARE(renameInOpenFormula(u"of:=[$Data.A1:.B2]*Rate&\"Data\""_s, renames),
                 u"of:=[$'(ORG-1) plan'.A1:.B2]*Name_1&\"Data\""_s);
        QCOMPARE(renameInAddresses(u"Data.A1:Data.B2 $Other.C3"_s, renames),
                 u"'(ORG-1) plan'.A1:'(ORG-1) plan'.B2 $Other.C3"_s);
    }

    void stringsAreEdited()
    {
        const QString formula = u"of:=IF([.A1]=\"Mirelle\";1;0)"_s;
        const int at = static_cast<int>(formula.indexOf(u"Mirelle"_s));
        QCOMPARE(editOpenFormula(formula, {{at, at + 7, u"[P]"_s}}, {}),
                 std::optional(u"of:=IF([.A1]=\"[P]\";1;0)"_s));
        QVERIFY(!editOpenFormula(formula, {{4, 6, u"x"_s}}, {}));
    }
};

QTEST_APPLESS_MAIN(TestOdsFormula)
#include "tst_odsformula.moc"
