// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odsbook.h"

#include "core/formats/odf/odsformula.h"
#include "core/formats/ooxml/domedit.h"

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::HiddenKind;
using document::PlaceKind;
using ooxml::attributeText;
using ooxml::is;
using ooxml::nameKey;

namespace {

/// Reads the parts of one spreadsheet.
class OdsBookReader
{
public:
    OdsBookReader(const OdfPackage &package, const OdsContent &content, const QString &path)
        : m_package(package)
        , m_path(path)
        , m_book(std::make_unique<OdsBook>(content))
    {
    }

    base::Result<std::unique_ptr<OdsBook>> read();

private:
    base::Result<> addTree(const QByteArray &bytes, const QString &part, document::Place place);
    void readSheets();
    void readSheet(pugi::xml_node table);
    void readColumns(OdsSheet &sheet) const;
    void readNames();
    void nameValidations();

    const OdfPackage &m_package;
    const QString &m_path;
    std::unique_ptr<OdsBook> m_book;
};

base::Result<> OdsBookReader::addTree(const QByteArray &bytes, const QString &part,
                                      document::Place place)
{
    auto parsed = ooxml::parseXmlPart(bytes, part, m_path);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    auto tree = std::make_unique<OdsTree>();
    tree->part = part;
    tree->xml = std::move(*parsed);
    tree->place = std::move(place);
    tree->removals.add(HiddenKind::UnknownMarkup, tree->xml.unknown);
    tree->removals.add(HiddenKind::MarkupComments, tree->xml.comments);
    m_book->trees.push_back(std::move(tree));
    return {};
}

pugi::xml_node spreadsheetOf(OdsBook &book)
{
    return book.trees.front()
        ->xml.document.document_element()
        .child("office:body")
        .child("office:spreadsheet");
}

/// Tables that are no sheets: copies of sheets of other documents, which LibreOffice keeps under
/// names such as 'file:///x.ods'#$Sheet1, and the values of scenarios.
std::optional<HiddenKind> goesAs(pugi::xml_node table)
{
    if (table.child("table:scenario")) {
        return HiddenKind::Scenarios;
    }
    const std::string_view name = table.attribute("table:name").value();
    if (table.child("table:table-source") && name.find('#') != std::string_view::npos
        && name.starts_with('\'')) {
        return HiddenKind::ExternalLinks;
    }
    return std::nullopt;
}

void OdsBookReader::readSheets()
{
    OdsTree &frame = *m_book->trees.front();
    std::vector<std::pair<pugi::xml_node, std::optional<HiddenKind>>> tables;
    for (const pugi::xml_node table : spreadsheetOf(*m_book).children("table:table")) {
        tables.emplace_back(table, goesAs(table));
    }
    for (const auto &[table, kind] : tables) {
        if (kind) {
            frame.removals.add(*kind, 1, attributeText(table, "table:name"));
            OdsSheet sheet;
            sheet.gone = true;
            m_book->sheets.push_back(std::move(sheet));
            table.parent().remove_child(table);
        } else {
            readSheet(table);
        }
    }
}

void OdsBookReader::readSheet(pugi::xml_node table)
{
    OdsSheet sheet;
    sheet.node = table;
    sheet.name = attributeText(table, "table:name");
    sheet.part = u"content.xml, sheet %1"_s.arg(m_book->sheets.size() + 1);
    sheet.place = {{PlaceKind::Sheet, 0, sheet.name}};
    sheet.hidden = m_book->styles.hidesTable(table.attribute("table:style-name").value())
                   || std::string_view(table.attribute("table:display").value()) == "false";
    readColumns(sheet);
    m_book->known.insert(u"sheet:"_s + nameKey(sheet.name), 0);
    m_book->sheets.push_back(std::move(sheet));
}

/// ODF 1.3 part 3, 9.1.6 and 9.1.10 to 9.1.13.
void OdsBookReader::readColumns(OdsSheet &sheet) const
{
    int next = 1;
    ooxml::forEachElement(sheet.node, [&](pugi::xml_node node) {
        if (!is(node, "table:table-column")) {
            return;
        }
        OdsColumns columns;
        columns.first = next;
        const int count = node.attribute("table:number-columns-repeated").as_int(1);
        next =
            std::min(next + std::clamp(count, 1, ooxml::maximalColumn), 2 * ooxml::maximalColumn);
        columns.last = next - 1;
        const std::string_view visibility = node.attribute("table:visibility").value();
        columns.hidden = visibility == "collapse" || visibility == "filter";
        for (pugi::xml_node at = node.parent(); at != sheet.node; at = at.parent()) {
            columns.hidden = columns.hidden
                             || std::string_view(at.attribute("table:display").value()) == "false";
        }
        columns.style = node.attribute("table:style-name").value();
        columns.cellStyle = node.attribute("table:default-cell-style-name").value();
        sheet.columns.push_back(std::move(columns));
    });
}

void OdsBookReader::readNames()
{
    ooxml::forEachElement(spreadsheetOf(*m_book), [this](pugi::xml_node node) {
        const bool expression = is(node, "table:named-expression");
        const bool range = is(node, "table:named-range");
        const bool database = is(node, "table:database-range");
        if (expression || range || database) {
            m_book->names.push_back({attributeText(node, "table:name"),
                                     attributeText(node, expression ? "table:expression"
                                                         : range    ? "table:cell-range-address"
                                                                    : "table:target-range-address"),
                                     !expression});
            m_book->known.insert(u"name:"_s + nameKey(m_book->names.back().name), 0);
        }
    });
}

/// Rules are known by names that nobody sees.
void OdsBookReader::nameValidations()
{
    const auto rules = spreadsheetOf(*m_book).child("table:content-validations");
    for (const pugi::xml_node rule : rules.children("table:content-validation")) {
        const QByteArray name = "val" + QByteArray::number(m_book->validations.size() + 1);
        m_book->validations.insert(rule.attribute("table:name").value(), name);
        pugi::xml_attribute attribute = rule.attribute("table:name");
        attribute.set_value(name.constData());
    }
}

base::Result<std::unique_ptr<OdsBook>> OdsBookReader::read()
{
    auto done = addTree(m_book->content.frame, u"content.xml"_s, {});
    if (const OdfPart *styles = m_package.find(u"styles.xml"_s); done && styles != nullptr) {
        done = addTree(styles->bytes, styles->name, {});
    }
    int number = 0;
    for (const QString &folder : chartFolders(m_package)) {
        ++number;
        for (const QString &name : {u"content.xml"_s, u"styles.xml"_s}) {
            const OdfPart *part = m_package.find(folder + u'/' + name);
            if (done && part != nullptr) {
                done = addTree(part->bytes, part->name, {{PlaceKind::Chart, number, {}}});
                if (done) {
                    m_book->trees.back()->isChart = true;
                }
            }
        }
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    if (!spreadsheetOf(*m_book)) {
        return base::failure(base::ErrorCode::Damaged, m_path, u"content.xml"_s);
    }
    for (auto tree = m_book->trees.rbegin(); tree != m_book->trees.rend(); ++tree) {
        if (!(*tree)->isChart) {   // the styles of content.xml go before
            m_book->styles.read((*tree)->xml.document.document_element());
        }
    }
    readSheets();
    for (const auto &tree : m_book->trees) {
        sweepSpreadsheet(tree->xml.document.document_element(), tree->removals);
    }
    readNames();
    nameValidations();
    for (const auto &tree : m_book->trees) {
        const pugi::xml_node root = tree->xml.document.document_element();
        tree->removals.add(HiddenKind::UnknownMarkup, dropStrangeAddresses(root, m_book->known));
        OdsSiteContext context;
        context.place = tree->place;
        context.known = &m_book->known;
        context.isChart = tree->isChart;
        tree->sites = odsSites(root, context);
    }
    return std::move(m_book);
}

}   // namespace

void OdsStyles::read(pugi::xml_node root)
{
    m_styles.add(root);
    ooxml::forEachElement(root, [this](pugi::xml_node node) {
        const QByteArray name = node.attribute("style:name").value();
        if (!name.isEmpty()) {
            m_names.insert(name);
        }
    });
}

bool OdsStyles::isWhite(const QByteArray &cellStyle) const
{
    const auto found = m_white.constFind(cellStyle);
    if (found != m_white.constEnd()) {
        return *found;
    }
    const QString style = cellStyle.isEmpty() ? u"Default"_s : QString::fromUtf8(cellStyle);
    const auto colour = [&](const char *group, const char *name) {
        return QByteArray::fromStdString(m_styles.property(u"table-cell"_s, style, group, name))
            .toLower();
    };
    const QByteArray fill = colour("style:table-cell-properties", "fo:background-color");
    const bool paper = fill.isEmpty() || fill == "transparent" || fill == "#ffffff";
    const bool white = paper && colour("style:text-properties", "fo:color") == "#ffffff";
    m_white.insert(cellStyle, white);
    return white;
}

bool OdsStyles::hidesTable(const QByteArray &tableStyle) const
{
    return m_styles.property(u"table"_s, QString::fromUtf8(tableStyle), "style:table-properties",
                             "table:display")
           == "false";
}

const OdsColumns *OdsSheet::columnsAt(int column) const
{
    const auto found =
        std::lower_bound(columns.begin(), columns.end(), column,
                         [](const OdsColumns &span, int wanted) { return span.last < wanted; });
    return found == columns.end() ? nullptr : &*found;
}

bool OdsSheet::hides(int first, int last) const
{
    for (int column = first; column <= last;) {
        const OdsColumns *span = columnsAt(column);
        if (span == nullptr || !span->hidden) {
            return false;
        }
        column = span->last + 1;
    }
    return true;
}

int OdsBook::sheetByName(const QString &name) const
{
    const QString key = nameKey(name);
    const auto found = std::find_if(sheets.begin(), sheets.end(), [&](const OdsSheet &sheet) {
        return !sheet.gone && nameKey(sheet.name) == key;
    });
    return found == sheets.end() ? -1 : static_cast<int>(std::distance(sheets.begin(), found));
}

OdfStyles drawnStyles(const OdsTree &tree, const OdsBook &book)
{
    if (!tree.isChart) {
        return book.styles.all();
    }
    OdfStyles own;
    own.add(tree.xml.document.document_element());
    return own;
}

std::vector<QString> chartFolders(const OdfPackage &package)
{
    std::vector<QString> folders;
    for (const OdfPart &part : package.parts()) {
        const QString folder = part.name.section(u'/', 0, 0);
        const OdfKind kind = kindOf(package.folderType(folder));
        if (part.name == folder + u"/content.xml"_s
            && (kind == OdfKind::Chart || kind == OdfKind::Formula)) {
            folders.push_back(folder);
        }
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

base::Result<std::unique_ptr<OdsBook>> readOdsBook(const OdfPackage &package,
                                                   const OdsContent &content, const QString &path)
{
    return OdsBookReader(package, content, path).read();
}

}   // namespace expunge::formats::odf
