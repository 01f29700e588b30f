// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/numberformat.h"

#include <QTest>

using namespace expunge::formats::ooxml;
using namespace Qt::StringLiterals;

class TestNumberFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersReadAsCellsShowThem_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *code, double value, const char *shown) {
            QTest::addRow("%s of %.10g", code, value)
                << QString::fromUtf8(code) << value << QString::fromUtf8(shown);
        };
        row("General", 491701234567.0, "491701234567");
        row("General", 0.1, "0.1");
        row("0", 5.4, "5");
        row("0.00", -1.5, "-1.50");
        row("#,##0", 1234567, "1,234,567");
        row("#,##0.00", 0.5, "0.50");
        row("#,##0.##", 12.5, "12.5");
        row("0.0,", 12345, "12.3");
        row("0%", 0.256, "26%");
        row("\\+00\\ 000\\ 0000000", 491701234567.0, "+49 170 1234567");
        row("000\\-00\\-0000", 78051120.0, "078-05-1120");
        row("00000", 1067, "01067");
        row("\"No. \"0", 7, "No. 7");
        row("[$\xe2\x82\xac-407]\\ #,##0.00", 9.5, "\xe2\x82\xac 9.50");
        row("0;(0);\"none\"", -3, "(3)");
        row("0;(0);\"none\"", 0, "none");
        row("[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", 2125550143.0, "(212) 555-0143");
        row("[Red]0", 4, "4");
        row("0.00E+00", 12345, "1.23E+04");
        row(";;;", 4, "");
        row("@", 42, "42");
    }
    void numbersReadAsCellsShowThem()
    {
        QFETCH(QString, code);
        QFETCH(double, value);
        QFETCH(QString, shown);
        QCOMPARE(NumberFormat(code).show(value, false).text, shown);
    }

    void datesReadAsCellsShowThem_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("date1904");
        QTest::addColumn<QString>("shown");
        QTest::newRow("iso") << u"yyyy-mm-dd"_s << 29221.0 << false << u"1980-01-01"_s;
        QTest::newRow("built-in") << NumberFormat::builtinCode(14) << 29221.0 << false
                                  << u"1980-01-01"_s;
        QTest::newRow("1904") << u"yyyy-mm-dd"_s << 27759.0 << true << u"1980-01-01"_s;
        QTest::newRow("german") << u"dd.mm.yyyy;@"_s << 29221.0 << false << u"01.01.1980"_s;
        QTest::newRow("words") << u"dddd, d mmmm yyyy"_s << 29221.0 << false
                               << u"Tuesday, 1 January 1980"_s;
        QTest::newRow("short") << u"d-mmm-yy"_s << 45658.0 << false << u"1-Jan-25"_s;
        QTest::newRow("leap day that never was")
            << u"yyyy-mm-dd"_s << 60.0 << false << u"1900-02-29"_s;
        QTest::newRow("day before it") << u"yyyy-mm-dd"_s << 59.0 << false << u"1900-02-28"_s;
        QTest::newRow("first day") << u"yyyy-mm-dd"_s << 1.0 << false << u"1900-01-01"_s;
        QTest::newRow("time") << u"h:mm AM/PM"_s << 0.75 << false << u"6:00 PM"_s;
        QTest::newRow("minutes") << u"hh:mm:ss"_s << 0.5104166667 << false << u"12:15:00"_s;
        QTest::newRow("elapsed") << u"[h]:mm"_s << 1.5 << false << u"36:00"_s;
        QTest::newRow("locale") << u"[$-409]mmmm d, yyyy"_s << 29221.0 << false
                                << u"January 1, 1980"_s;
    }
    void datesReadAsCellsShowThem()
    {
        QFETCH(QString, code);
        QFETCH(double, value);
        QFETCH(bool, date1904);
        QFETCH(QString, shown);
        const ShownNumber number = NumberFormat(code).show(value, date1904);
        QCOMPARE(number.text, shown);
        QVERIFY(number.date);
    }

    void wordsOfTheFormatAreTold()
    {
        const auto literals = NumberFormat::literals(u"\"Acme \"0\\-0[Red];[$EUR-407] 0"_s);
        QCOMPARE(literals.size(), size_t{3});
        QCOMPARE(literals[0].text, u"Acme "_s);
        QCOMPARE(literals[1].text, u"-"_s);
        QCOMPARE(literals[2].text, u"EUR"_s);
        const ShownNumber shown = NumberFormat(u"\"Acme \"0"_s).show(7, false);
        QVERIFY(shown.literal[0]);
        QVERIFY(!shown.literal[5]);
    }

    void threeSemicolonsHideEverything()
    {
        QVERIFY(NumberFormat(u";;;"_s).hidesText());
        QVERIFY(NumberFormat(u";;;"_s).hidesNumber(5));
        QVERIFY(!NumberFormat(u"0;;;@"_s).hidesText());
        QVERIFY(!NumberFormat(u"General"_s).hidesNumber(0));
    }

    void wordsWithoutQuotationMarksAreTexts()
    {
        QCOMPARE(NumberFormat::literalText(u"[Quillfen]0.0%"_s), u"Quillfen"_s);
        QCOMPARE(NumberFormat::literalText(u"[$-Quillfen]0.0%"_s), u"$-Quillfen"_s);
        QCOMPARE(NumberFormat::literalText(u"0.0%Quillfen"_s), u"Quillfen"_s);
        QCOMPARE(NumberFormat::literalText(u"0.00q7uill4fen2"_s), u"q7uill4fen2"_s);
        QCOMPARE(NumberFormat::withLiterals(u"00Quillfen00"_s, {u"ORG"_s}), u"00\"ORG\"00"_s);
        QCOMPARE(NumberFormat::withLiterals(u"0%Quillfen"_s, {u"ORG"_s}), u"0%\"ORG\""_s);
        for (const QString &code :
             {u"[Red][>=100]General;[$-409]dddd, mmmm dd, yyyy h:mm AM/PM"_s, u"[h]:mm:ss.00E+00"_s,
              u"[$-F800]ggge"_s, u"[Color 12]0"_s, u"[DBNum1][$-804]0"_s}) {
            QCOMPARE(NumberFormat::literalText(code), QString());
        }
    }
};

QTEST_GUILESS_MAIN(TestNumberFormat)
#include "tst_numberformat.moc"
