// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/viewdocument.h"

#include "core/base/error.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace expunge::testing {

using document::Alignment;
using document::FlowBlock;
using document::FlowKind;
using document::Grid;
using document::GridStyle;
using document::PlaceKind;
using document::Slide;
using document::SlideShape;

int ViewDocument::addUnit(const QString &text, const QString &part, document::Place place,
                          const QString &hiddenItem)
{
    document::TextUnit unit;
    unit.index = static_cast<int>(m_units.size());
    unit.part = part;
    unit.place = std::move(place);
    unit.text = text;
    unit.hiddenItem = hiddenItem;
    m_units.push_back(std::move(unit));
    return m_units.back().index;
}

int ViewDocument::addCell(int sheet, int row, int column, const QString &text, int style)
{
    const int unit = addUnit(text, u"xl/worksheets/sheet%1.xml"_s.arg(sheet + 1),
                             {{PlaceKind::Cell, row + 1, QString::number(column)}});
    m_grids.at(static_cast<size_t>(sheet)).cells.push_back({row, column, unit, style});
    return unit;
}

FlowBlock ViewDocument::paragraph(const QString &text, const QString &part, double size, bool bold)
{
    FlowBlock block;
    block.unit =
        addUnit(text, part, {{PlaceKind::Paragraph, static_cast<int>(m_units.size()), {}}});
    document::FlowRun run{block.unit, 0, static_cast<int>(text.size()), {}};
    run.style.size = size;
    run.style.bold = bold;
    block.runs.push_back(run);
    return block;
}

base::Result<>
ViewDocument::visitParts(const std::function<void(const document::PartView &)> &) const
{
    return {};
}

base::Result<document::Document::Output> ViewDocument::apply(const document::RedactionPlan &,
                                                             const base::JobContext &) const
{
    return base::failure(base::ErrorCode::Internal, {}, u"only for showing"_s);
}

namespace {

std::vector<GridStyle> sheetStyles()
{
    GridStyle title;
    title.text.bold = true;
    title.text.size = 15;
    title.alignment = Alignment::Centre;
    title.alignmentSet = true;
    GridStyle head;
    head.text.bold = true;
    head.filled = true;
    head.fill = 0x1f4e79;
    GridStyle number;
    number.number = true;
    GridStyle wrapped;
    wrapped.wrap = true;
    GridStyle total;
    total.number = true;
    total.text.bold = true;
    total.filled = true;
    total.fill = 0xfff2cc;
    GridStyle slanted;
    slanted.text.italic = true;
    return {title, head, number, wrapped, total, slanted};
}

void addPeople(ViewDocument *document)
{
    const QStringList names{u"Aki Vale"_s, u"Maren Holt"_s, u"Odo Quill"_s, u"Ines Brandvold"_s};
    const QStringList firms{u"Brass Lantern GmbH"_s, u"North Quay Ltd"_s, u"Bluefinch Works"_s,
                            u"Tarn and Sons"_s};
    for (int i = 0; i < 46; ++i) {
        const int row = i + 3;
        document->addCell(0, row, 0, names.at(i % 4), i % 7 == 3 ? 5 : -1);
        document->addCell(0, row, 1, firms.at(i / 2 % 4));
        document->addCell(0, row, 2, u"+49 30 5550 %1"_s.arg(1200 + i * 7));
        document->addCell(0, row, 3, u"%L1.00"_s.arg(1200 + 1741 * i), 2);
        if (i % 5 == 1) {
            document->addCell(0, row, 4,
                              u"Agreed with %1 by telephone; the rest after the audit of %2"_s.arg(
                                  names.at((i + 1) % 4), firms.at(i % 4)),
                              i == 1 ? 3 : -1);
        }
    }
}

}   // namespace

std::shared_ptr<ViewDocument> sampleWorkbook()
{
    auto document = std::make_shared<ViewDocument>();
    Grid grid;
    grid.name = u"Suppliers"_s;
    grid.frozenRows = 3;
    grid.frozenColumns = 1;
    grid.styles = sheetStyles();
    grid.columns = {{0, 0, 96, false}, {1, 1, 120, false}, {2, 2, 104, false},
                    {3, 3, 80, false}, {4, 4, 210, false}, {5, 5, 0, true}};
    grid.rows = {{0, 26, false}, {4, 32, false}, {8, 0, true}, {9, 0, true}};
    grid.merges = {{0, 0, 1, 5}};
    document->sheets().push_back(grid);
    grid = {};
    grid.name = u"Salaries"_s;
    grid.hidden = true;
    document->sheets().push_back(grid);
    grid.name = u"Q3"_s;
    grid.hidden = false;
    document->sheets().push_back(grid);
    document->addCell(0, 0, 0, u"Suppliers and what they were paid"_s, 0);
    const QStringList heads{u"Person"_s, u"Company"_s, u"Telephone"_s, u"Paid (EUR)"_s,
                            u"Remark"_s};
    for (int i = 0; i < heads.size(); ++i) {
        document->addCell(0, 2, i, heads.at(i), 1);
    }
    addPeople(document.get());
    document->addCell(0, 50, 0, u"Total"_s, 4);
    document->addCell(0, 50, 3, u"1,857,135.00"_s, 4);
    document->addCell(1, 0, 0, u"Aki Vale"_s);
    document->addCell(1, 0, 1, u"92,400"_s);
    document->addCell(2, 1, 1, u"Nothing to see"_s);
    FlowBlock box;
    box.kind = FlowKind::TextBox;
    box.children.push_back(document->paragraph(u"Ask Aki Vale before this goes out."_s,
                                               u"xl/drawings/drawing1.xml"_s));
    FlowBlock chart;
    chart.kind = FlowKind::Picture;
    chart.placeholder = u"chart"_s;
    chart.width = 260;
    chart.height = 90;
    document->sheets().front().floating = {box, chart};
    return document;
}

std::shared_ptr<ViewDocument> largeWorkbook(int rows, int columns)
{
    auto document = std::make_shared<ViewDocument>();
    Grid grid;
    grid.name = u"All"_s;
    grid.frozenRows = 1;
    grid.frozenColumns = 1;
    grid.styles = sheetStyles();
    grid.rows = {{5, 40, false}, {rows / 2, 0, true}};
    document->sheets().push_back(grid);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            document->addCell(0, row, column, u"Aki Vale %1"_s.arg(row * columns + column),
                              column % 5 == 4 ? 4 : -1);
        }
    }
    return document;
}

namespace {

SlideShape shapeAt(double x, double y, double width, double height, std::vector<FlowBlock> blocks)
{
    SlideShape shape;
    shape.x = x;
    shape.y = y;
    shape.width = width;
    shape.height = height;
    shape.blocks = std::move(blocks);
    return shape;
}

FlowBlock tableOf(ViewDocument *document, const std::vector<QStringList> &rows, const QString &part)
{
    FlowBlock table;
    table.kind = FlowKind::Table;
    for (const QStringList &texts : rows) {
        FlowBlock row;
        row.kind = FlowKind::Row;
        for (const QString &text : texts) {
            FlowBlock cell;
            cell.kind = FlowKind::Cell;
            cell.children.push_back(document->paragraph(text, part, 14));
            row.children.push_back(cell);
        }
        table.children.push_back(row);
    }
    return table;
}

Slide emptySlide(int number)
{
    Slide slide;
    slide.number = number;
    slide.width = 720;
    slide.height = 405;
    return slide;
}

Slide titleSlide(ViewDocument *document)
{
    const QString part = u"ppt/slides/slide1.xml"_s;
    Slide slide = emptySlide(1);
    slide.filled = true;
    slide.fill = 0x16324f;
    FlowBlock title = document->paragraph(u"Plan for Brass Lantern GmbH"_s, part, 40, true);
    title.alignment = Alignment::Centre;
    FlowBlock author = document->paragraph(u"Aki Vale, March"_s, part, 20);
    author.alignment = Alignment::Centre;
    slide.shapes.push_back(shapeAt(60, 110, 600, 110, {title}));
    slide.shapes.push_back(shapeAt(60, 240, 600, 50, {author}));
    SlideShape outside =
        shapeAt(-400, 100, 300, 60,
                {document->paragraph(u"Draft by Maren Holt, not to be shown"_s, part, 16)});
    outside.offSlide = true;
    slide.shapes.push_back(outside);
    slide.notes = {document->paragraph(
        u"Say that Odo Quill paid for it, and thank Maren Holt of North Quay."_s,
        u"ppt/notesSlides/notesSlide1.xml"_s)};
    return slide;
}

Slide tableSlide(ViewDocument *document)
{
    const QString part = u"ppt/slides/slide2.xml"_s;
    Slide slide = emptySlide(2);
    slide.shapes.push_back(
        shapeAt(40, 24, 640, 60, {document->paragraph(u"Who does what"_s, part, 32, true)}));
    slide.shapes.push_back(shapeAt(40, 100, 380, 200,
                                   {tableOf(document,
                                            {{u"Person"_s, u"Task"_s},
                                             {u"Aki Vale"_s, u"Budget"_s},
                                             {u"Ines Brandvold"_s, u"Audit"_s}},
                                            part)}));
    SlideShape turned =
        shapeAt(470, 140, 190, 70, {document->paragraph(u"Odo Quill agreed"_s, part, 20, true)});
    turned.rotation = -12;
    turned.filled = true;
    turned.fill = 0xffe08a;
    turned.outlined = true;
    turned.outline = 0xb8860b;
    slide.shapes.push_back(turned);
    FlowBlock chart;
    chart.kind = FlowKind::Picture;
    chart.placeholder = u"chart"_s;
    slide.shapes.push_back(shapeAt(470, 250, 190, 120, {chart}));
    SlideShape hidden =
        shapeAt(40, 330, 300, 40, {document->paragraph(u"Hidden: ask Aki Vale"_s, part, 16)});
    hidden.hidden = true;
    slide.shapes.push_back(hidden);
    return slide;
}

}   // namespace

std::shared_ptr<ViewDocument> samplePresentation()
{
    auto document = std::make_shared<ViewDocument>();
    document->deck().push_back(titleSlide(document.get()));
    document->deck().push_back(tableSlide(document.get()));
    Slide last = emptySlide(3);
    last.hidden = true;
    last.shapes.push_back(
        shapeAt(60, 60, 600, 200,
                {document->paragraph(u"Prices of Tarn and Sons"_s, u"ppt/slides/slide3.xml"_s, 28),
                 document->paragraph(u"Only for Aki Vale"_s, u"ppt/slides/slide3.xml"_s, 18)}));
    document->deck().push_back(last);
    FlowBlock master;
    master.kind = FlowKind::Hidden;
    master.children.push_back(document->paragraph(u"Footer of Brass Lantern GmbH"_s,
                                                  u"ppt/slideMasters/slideMaster1.xml"_s));
    document->rest().stories.push_back(master);
    return document;
}

}   // namespace expunge::testing
