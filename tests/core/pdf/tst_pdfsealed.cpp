// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/rewriting.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;

/// Two pages that differ in what is redacted alone are the same page afterwards.
class TestPdfSealed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairsBecomeEqual_data();
    void pairsBecomeEqual();
    void boxesWithRoundCornersDoNotTellWhatStoodOnThem();
};

namespace {

struct Outcome
{
    QByteArray content;
    QString text;
    std::vector<pdf::Rect> boxes;
};

Outcome redacted(const QByteArray &file, const QString &secret)
{
    testing::Rewriting rewriting(file);
    rewriting.read(0);
    const auto removal = rewriting.removalOf(secret, u"[NAME]"_s);
    if (removal.redactions.empty()) {
        QTest::qFail("the secret was not found", __FILE__, __LINE__);
    }
    Outcome outcome;
    outcome.boxes = rewriting.rewrite(removal).nowAt;
    outcome.content = rewriting.contentBytes(0);
    testing::Rewriting again(rewriting.bytes());
    again.read(0);
    outcome.text = testing::textOf(again.text());
    return outcome;
}

/// A page with the secret in Courier on a box with round corners that is as wide as it.
QByteArray onRoundBox(const QByteArray &secret)
{
    const double left = 72 + 12 * 7.2;
    const double right = left + static_cast<double>(secret.size()) * 7.2;
    const auto at = [](double x, int y) -> QByteArray {
        return QByteArray::number(x, 'f', 3) + ' ' + QByteArray::number(y) + ' ';
    };
    const QByteArray content =
        "0.9 g " + at(left, 696) + "m " + at(right, 696) + "l " + at(right + 2, 696)
        + at(right + 2, 696) + at(right + 2, 698) + "c " + at(right + 2, 708) + "l "
        + at(right + 2, 710) + at(right + 2, 710) + at(right, 710) + "c " + at(left, 710) + "l "
        + at(left - 2, 710) + at(left - 2, 710) + at(left - 2, 708) + "c " + at(left - 2, 698)
        + "l " + at(left - 2, 696) + at(left - 2, 696) + at(left, 696) + "c f 0 g "
        + "BT /F1 12 Tf 72 700 Td (The project " + secret + " budget grew.) Tj ET";
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources"
           "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>>>>>endobj\n"
           "4 0 obj<</Length "
           + QByteArray::number(content.size()) + ">>stream\n" + content
           + "\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF\n";
}

/// Strings as how long they are: codes of fonts that are cut in different ways differ.
QByteArray withoutCodes(const QByteArray &content)
{
    const pdf::ContentStream stream = pdf::readContent(content);
    QByteArray bytes;
    for (const pdf::Token &token : stream.tokens) {
        bytes += token.kind == pdf::TokenKind::String
                     ? '#' + QByteArray::number(stream.string(token).size())
                     : stream.raw(token).toByteArray();
        bytes += ' ';
    }
    return bytes;
}

}   // namespace

void TestPdfSealed::pairsBecomeEqual_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"plain", "kerned", "shifted", "justified", "right", "two",
                             "underlined", "wordwise", "glyphwise", "subset"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestPdfSealed::pairsBecomeEqual()
{
    QFETCH(QString, name);
    const Outcome a = redacted(testing::pdfData(u"pairs/%1.a.pdf"_s.arg(name)), u"Ilia"_s);
    const Outcome b = redacted(testing::pdfData(u"pairs/%1.b.pdf"_s.arg(name)), u"Wummwumm"_s);
    if (name == u"subset") {
        QCOMPARE(withoutCodes(a.content), withoutCodes(b.content));
    } else {
        QVERIFY2(a.content == b.content,
                 QByteArray(a.content + "\nis not\n" + b.content).constData());
    }
    QCOMPARE(a.text, b.text);
    QVERIFY(a.text.contains(u"project"));
    QVERIFY(a.text.contains(u"budget"));
    QVERIFY(a.text.contains(u"[NAME]"));
    QVERIFY(a.text.contains(u"Another line that stays as it is."));
    QVERIFY(!a.text.contains(u"Ilia"));
    QCOMPARE(a.boxes, b.boxes);
    QVERIFY(!a.boxes.empty());
}

void TestPdfSealed::boxesWithRoundCornersDoNotTellWhatStoodOnThem()
{
    const Outcome a = redacted(onRoundBox("Ilia"), u"Ilia"_s);
    const Outcome b = redacted(onRoundBox("Wummwumm"), u"Wummwumm"_s);
    QVERIFY2(a.content == b.content, QByteArray(a.content + "\nis not\n" + b.content).constData());
    QVERIFY(a.text.contains(u"budget grew."));
}

QTEST_GUILESS_MAIN(TestPdfSealed)
#include "tst_pdfsealed.moc"
