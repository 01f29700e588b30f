// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/contentstream.h"

#include <QElapsedTimer>
#include <QTest>

using namespace expunge::pdf;

class TestPdfContent : public QObject
{
    Q_OBJECT

    static std::vector<Operator> operators(const QByteArray &bytes)
    {
        std::vector<Operator> found;
        for (const Operation &operation : readContent(bytes).operations) {
            found.push_back(operation.op);
        }
        return found;
    }

private Q_SLOTS:
    void operatorsAreReadWithTheirOperands()
    {
        const ContentStream content =
            readContent("q 1 0 0 -1.5 .25 +7 cm\n/F1 12 Tf [(a)-20.5(b)] TJ % rest\nQ");
        QVERIFY(!content.damaged);
        QCOMPARE(content.operations.size(), 5U);
        const Operation &matrix = content.operations[1];
        QCOMPARE(matrix.op, Operator::Concat);
        QCOMPARE(content.number(matrix, 3), -1.5);
        QCOMPARE(content.number(matrix, 4), 0.25);
        QCOMPARE(content.number(matrix, 5), 7.0);
        QCOMPARE(content.number(matrix, 6, 42), 42.0);
        QCOMPARE(content.raw(matrix).toByteArray(), QByteArray("1 0 0 -1.5 .25 +7 cm"));
        const Operation &show = content.operations[3];
        QCOMPARE(show.tokens, 5);   // with both brackets
        QCOMPARE(content.string(*content.operand(show, 3)), QByteArray("b"));
        QCOMPARE(content.operations[4].op, Operator::Restore);
    }

    void everyOperatorOfTheStandardIsKnown()
    {
        const QByteArrayList words =
            QByteArray("b B b* B* BDC BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h "
                       "i j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf "
                       "Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"")
                .split(' ');
        for (const QByteArray &word : words) {
            const ContentStream content = readContent(word);
            QVERIFY2(!content.damaged && content.operations.size() == 1
                         && content.operations[0].op != Operator::Unknown,
                     word.constData());
        }
    }

    void stringsAreRead_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("read");
        QTest::newRow("nested") << QByteArray("(a(b)c)") << QByteArray("a(b)c");
        QTest::newRow("escapes") << QByteArray("(\\n\\)\\\\\\101\\1019\\53)")
                                 << QByteArray("\n)\\AA9+");
        QTest::newRow("line ends") << QByteArray("(a\\\r\nb\r\nc\rd)") << QByteArray("ab\nc\nd");
        QTest::newRow("unknown escape") << QByteArray("(\\q)") << QByteArray("q");
        QTest::newRow("hexadecimal") << QByteArray("<41 4a\n7>") << QByteArray("AJp");
        QTest::newRow("empty") << QByteArray("<>") << QByteArray("");
    }
    void stringsAreRead()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, read);
        const ContentStream content = readContent(written + " Tj");
        QCOMPARE(content.string(*content.operand(content.operations[0], 0)), read);
        // And what is written again reads the same.
        const ContentStream again = readContent(writeString(read) + " Tj");
        QCOMPARE(again.string(*again.operand(again.operations[0], 0)), read);
    }

    void namesAreReadAndWritten()
    {
        const ContentStream content = readContent("/A#20b#2fc Do");
        const Operation &operation = content.operations[0];
        QCOMPARE(content.name(*content.operand(operation, 0)), QByteArray("A b/c"));
        QCOMPARE(writeName("A b/c"), QByteArray("/A#20b#2fc"));
    }

    void numbersAreWrittenShort()
    {
        QCOMPARE(writeNumber(1.5), QByteArray("1.5"));
        QCOMPARE(writeNumber(-0.000001), QByteArray("0"));
        QCOMPARE(writeNumber(100), QByteArray("100"));
        QCOMPARE(writeNumber(1e20, 2), QByteArray("100000000000000000000"));
        QCOMPARE(writeNumber(0.123456789, 3), QByteArray("0.123"));
    }

    void inlineImageBytesAreNoOperators()
    {
        const QByteArray data = "\x01 EI \xFF\xFE(Q q \x80 EI\n";
        const QByteArray bytes =
            "q BI /W 4 /H 4 /BPC 8 /CS /G ID " + data.leftJustified(16, 'x') + "\nEI Q 0 g";
        const ContentStream content = readContent(bytes);
        QVERIFY(!content.damaged);
        QCOMPARE(operators(bytes), (std::vector{Operator::Save, Operator::InlineImage,
                                                Operator::Restore, Operator::FillGrey}));
        const Operation &image = content.operations[1];
        QCOMPARE(image.dataEnd - image.dataBegin, 16);
        QCOMPARE(content.name(*content.operand(image, 0)), QByteArray("W"));
        QVERIFY(content.raw(image).startsWith("BI") && content.raw(image).endsWith("EI"));
    }

    void compressedInlineImagesEndWhereContentGoesOn()
    {
        const QByteArray bytes = "BI /W 9 /H 9 /F /Fl ID \x78\x9c\x01 EI \xC3\x01\x02 EI\nQ BT ET";
        const ContentStream content = readContent(bytes);
        QCOMPARE(operators(bytes), (std::vector{Operator::InlineImage, Operator::Restore,
                                                Operator::BeginText, Operator::EndText}));
        QCOMPARE(content.operations[0].dataEnd, static_cast<int>(bytes.lastIndexOf(" EI")));
    }

    void anImageMayBeginWithWhiteSpaceAndEndAtTheEnd()
    {
        QCOMPARE(operators("BI /W 1 /H 1 /IM true ID \n\nEI"),
                 (std::vector{Operator::InlineImage}));
    }

    void damageIsToldAndPassedOver_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("unknown word") << QByteArray("1 0 0 rgx q");
        QTest::newRow("open string") << QByteArray("q (abc");
        QTest::newRow("stray bracket") << QByteArray("q ) ] >> q");
        QTest::newRow("open array") << QByteArray("[(a) (b) Tj q");
        QTest::newRow("image without end") << QByteArray("BI /W 1 ID abc");
        QTest::newRow("image without data") << QByteArray("BI /W 1 q");
        QTest::newRow("deep") << QByteArray(100, '[');
    }
    void damageIsToldAndPassedOver()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(readContent(bytes).damaged);
    }

    void operatorsInsideArraysArePassedOver()
    {
        const ContentStream content = readContent("[(one) 0 Tc -250 (two)] TJ q");
        QVERIFY(content.damaged);
        QCOMPARE(content.operations.size(), 2U);
        QCOMPARE(content.operations[0].op, Operator::ShowAdjusted);
        QCOMPARE(content.string(*content.operand(content.operations[0], 5)), QByteArray("two"));
    }

    void unknownOperatorsInCompatibilitySectionsAreNoDamage()
    {
        QVERIFY(!readContent("BX 1 2 zz EX q").damaged);
        QVERIFY(readContent("BX EX 1 2 zz").damaged);
    }

    void hostileStreamsTakeLinearTime()
    {
        QElapsedTimer timer;
        timer.start();
        readContent(QByteArray(2'000'000, '['));
        readContent(QByteArray("1 ").repeated(1'000'000) + QByteArray(500'000, ']'));
        readContent("BI /W 9 ID " + QByteArray(" EI\x80").repeated(500'000));
        readContent(QByteArray(2'000'000, '('));
        QVERIFY(timer.elapsed() < 4000);
    }

    void operationsAreBounded()
    {
        const ContentStream content = readContent(QByteArray("q\n").repeated(4'100'000));
        QVERIFY(content.damaged);
        QVERIFY(content.operations.size() <= 4'000'000U);
    }
};

QTEST_GUILESS_MAIN(TestPdfContent)
#include "tst_pdfcontent.moc"
