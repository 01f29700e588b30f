// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odsview.h"

#include "core/formats/ooxml/canonicalxml.h"
#include "core/formats/ooxml/domedit.h"

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::FlowBlock;
using document::FlowKind;
using document::Grid;
using document::GridStyle;
using document::PlaceKind;
using ooxml::attributeText;
using ooxml::is;

namespace {

GridStyle gridStyle(const OdfStyles &styles, const OdsSeenStyle &seen)
{
    const QString name = seen.name.isEmpty() ? u"Default"_s : QString::fromUtf8(seen.name);
    const auto text = [&](const char *property) {
        return styles.property(u"table-cell"_s, name, "style:text-properties", property);
    };
    const auto cell = [&](const char *property) {
        return styles.property(u"table-cell"_s, name, "style:table-cell-properties", property);
    };
    GridStyle style;
    style.number = seen.number;
    style.text.bold = text("fo:font-weight") == "bold";
    style.text.italic = text("fo:font-style") == "italic";
    const std::string underline = text("style:text-underline-style");
    style.text.underline = !underline.empty() && underline != "none";
    const std::string strike = text("style:text-line-through-style");
    style.text.strikeOut = !strike.empty() && strike != "none";
    style.text.size = pointsOf(text("fo:font-size").c_str());
    if (const auto colour = colourOf(text("fo:color").c_str())) {
        style.text.colour = *colour;
        style.text.hasColour = true;
    }
    if (const auto fill = colourOf(cell("fo:background-color").c_str())) {
        style.fill = *fill;
        style.filled = true;
    }
    style.wrap = cell("fo:wrap-option") == "wrap";
    const std::string align =
        styles.property(u"table-cell"_s, name, "style:paragraph-properties", "fo:text-align");
    style.alignmentSet = !align.empty();
    style.alignment = align == "center"                    ? document::Alignment::Centre
                      : align == "end" || align == "right" ? document::Alignment::End
                      : align == "justify"                 ? document::Alignment::Justify
                                                           : document::Alignment::Start;
    return style;
}

FlowBlock paragraphOf(const document::TextUnit &unit)
{
    FlowBlock block;
    block.kind = FlowKind::Paragraph;
    block.unit = unit.index;
    document::CharacterStyle style;
    style.hidden = !unit.hiddenItem.isEmpty();
    block.runs.push_back({unit.index, 0, static_cast<int>(unit.text.size()), style});
    return block;
}

/// Where a text that stands in no cell is shown.
FlowKind storyOf(const document::TextUnit &unit)
{
    for (const document::PlaceStep &step : unit.place) {
        if (step.kind == PlaceKind::Header || step.kind == PlaceKind::Footer) {
            return step.kind == PlaceKind::Header ? FlowKind::Header : FlowKind::Footer;
        }
        if (step.kind == PlaceKind::Comment) {
            return FlowKind::Comments;
        }
    }
    return unit.hiddenItem.isEmpty() ? FlowKind::Body : FlowKind::Hidden;
}

/// Sheets and their panes as settings.xml has them (LibreOffice: mode 2 is frozen).
void readFrozen(const OdfPackage &package, std::vector<Grid> &grids)
{
    const OdfPart *settings = package.find(u"settings.xml"_s);
    const auto parsed = settings == nullptr
                            ? base::Result<ooxml::XmlPart>(ooxml::XmlPart())
                            : ooxml::parseXmlPart(settings->bytes, settings->name, {});
    if (!parsed) {
        return;
    }
    ooxml::forEachElement(parsed->document, [&grids](pugi::xml_node node) {
        const auto grid = std::find_if(grids.begin(), grids.end(), [&](const Grid &candidate) {
            return candidate.name == attributeText(node, "config:name");
        });
        if (!is(node, "config:config-item-map-entry") || grid == grids.end()) {
            return;
        }
        const auto item = [node](const char *name) {
            return ooxml::textOf(
                       node.find_child_by_attribute("config:config-item", "config:name", name))
                .toInt();
        };
        constexpr int frozen = 2;
        grid->frozenColumns =
            item("HorizontalSplitMode") == frozen
                ? std::clamp(item("HorizontalSplitPosition"), 0, ooxml::maximalColumn)
                : 0;
        grid->frozenRows = item("VerticalSplitMode") == frozen
                               ? std::clamp(item("VerticalSplitPosition"), 0, ooxml::maximalRow)
                               : 0;
    });
}

Grid frameOf(const OdsBook &book, size_t index, const OdsContents &contents)
{
    const OdsSheet &sheet = book.sheets[index];
    const OdsSight &sight = contents.layout.sights[index];
    const OdfStyles &styles = book.styles.all();
    Grid grid;
    grid.name = sheet.name;
    grid.nameUnit = contents.layout.sheetNames[index];
    grid.hidden = sheet.hidden;
    for (const OdsColumns &columns : sheet.columns) {
        const std::string width =
            styles.property(u"table-column"_s, QString::fromUtf8(columns.style),
                            "style:table-column-properties", "style:column-width");
        grid.columns.push_back(
            {columns.first - 1, columns.last - 1, pointsOf(width.c_str()), columns.hidden});
    }
    for (const int row : sight.hiddenRows) {
        grid.rows.push_back({row - 1, 0, true});
    }
    for (const ooxml::CellRange &merge : sight.merges) {
        grid.merges.push_back({merge.first.row - 1, merge.first.column - 1,
                               merge.last.row - merge.first.row + 1,
                               merge.last.column - merge.first.column + 1});
    }
    for (const OdsSeenStyle &style : contents.layout.styles) {
        grid.styles.push_back(gridStyle(styles, style));
    }
    return grid;
}

}   // namespace

OdsView makeOdsView(const OdfPackage &package, const OdsBook &book, const OdsContents &contents)
{
    OdsView view;
    QHash<QString, size_t> sheets;
    for (size_t i = 0; i < book.sheets.size(); ++i) {
        if (!book.sheets[i].gone) {
            sheets.insert(book.sheets[i].name, view.frames.size());
            view.frames.push_back(frameOf(book, i, contents));
        }
    }
    readFrozen(package, view.frames);
    std::map<FlowKind, FlowBlock> stories;
    for (const document::TextUnit &unit : contents.units) {
        const bool ofSheet = !unit.place.empty() && unit.place.front().kind == PlaceKind::Sheet;
        if (ofSheet && unit.place.size() <= 2) {   // cells and names of sheets
            continue;
        }
        if (ofSheet && unit.place.back().kind != PlaceKind::Formula
            && unit.place.back().kind != PlaceKind::Other) {
            const auto sheet = sheets.constFind(unit.place.front().name);
            if (sheet != sheets.constEnd()) {
                view.frames[*sheet].floating.push_back(paragraphOf(unit));
            }
        } else if (!ofSheet) {
            FlowBlock &story = stories[storyOf(unit)];
            story.kind = storyOf(unit);
            story.children.push_back(paragraphOf(unit));
        }
    }
    for (auto &[kind, story] : stories) {
        view.flow.stories.push_back(std::move(story));
    }
    return view;
}

std::vector<Grid> fillGrids(const OdsView &view, const OdsContents &contents)
{
    std::vector<Grid> grids = view.frames;
    size_t next = 0;
    for (size_t i = 0; i < contents.layout.sights.size(); ++i) {
        if (contents.layout.sheetNames[i] < 0) {
            continue;
        }
        Grid &grid = grids[next++];
        const auto &seen = contents.layout.sights[i].cells;
        grid.cells.reserve(seen.size());
        for (const OdsSeenCell &cell : seen) {
            grid.cells.push_back({cell.row - 1, cell.column - 1, cell.unit, cell.style});
        }
    }
    return grids;
}

}   // namespace expunge::formats::odf
