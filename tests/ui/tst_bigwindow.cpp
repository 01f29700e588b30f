// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/xlsxbuilder.h"
#include "tests/ui/windowfixture.h"
#include "ui/review/candidateview.h"
#include "ui/review/reviewcontroller.h"
#include "ui/reviewpage.h"

#include <QFile>
#include <QTest>
#include <QTreeView>

using namespace expunge;
using namespace Qt::StringLiterals;

/// Workbooks with thousands of candidates in the real window.
class TestBigWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLongListOpensOnlyTheCurrentEntity();

private:
    static QByteArray addresses(int count);
};

/// A workbook with one address a row, all of them different.
QByteArray TestBigWindow::addresses(int count)
{
    QByteArray rows;
    for (int row = 1; row <= count; ++row) {
        const QByteArray number = QByteArray::number(row);
        rows += "<row r=\"" + number + "\"><c r=\"A" + number
                + "\" t=\"inlineStr\"><is><t>maren.holt" + number
                + "@northquay.io</t></is></c></row>";
    }
    return testing::XlsxBuilder().sheet({"Staff", rows, {}, {}, {}}).build();
}

void TestBigWindow::aLongListOpensOnlyTheCurrentEntity()
{
    constexpr int many = 3000;
    testing::WindowFixture fixture;
    QFile file(fixture.path(u"staff.xlsx"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(addresses(many));
    file.close();
    QVERIFY(fixture.open({file.fileName()}));
    ui::ReviewController *controller = fixture.window().controller();
    QCOMPARE(controller->session()->counts().found, many);
    const QTreeView *tree = fixture.window().reviewPage()->candidates()->tree();
    const QAbstractItemModel *model = tree->model();
    QVERIFY(model->rowCount() > 2000);
    controller->setCurrent({0, 1500});
    const QModelIndex current = tree->currentIndex();
    QVERIFY(current.parent().isValid());
    QVERIFY(tree->isExpanded(current.parent()));
    QVERIFY(!tree->isExpanded(model->index(current.parent().row() + 1, 0)));
}

QTEST_MAIN(TestBigWindow)
#include "tst_bigwindow.moc"
