// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/workbookmodel.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using document::PlaceKind;

namespace {

/// Builds the model part by part.
class BookReader
{
public:
    BookReader(const Package &package, SharedStrings::Texts texts, const QString &path,
               const base::JobContext &job)
        : m_package(package)
        , m_texts(texts)
        , m_path(path)
        , m_job(job)
        , m_book(std::make_unique<BookModel>(package))
    {
    }

    base::Result<std::unique_ptr<BookModel>> read();

private:
    base::Result<int> addTree(const BookPart &part, const QByteArray &bytes);
    base::Result<> readWorkbook();
    base::Result<> readSheet(SheetModel &sheet, int index);
    base::Result<> readStrings(const Part &workbook);
    base::Result<> readStyles(const Part &workbook);
    base::Result<> readDrawings();
    base::Result<> addOnce(const BookPart &part, int sheet, document::Place place);
    void readTable(int tree, int sheet);
    static void neutraliseTheme(TreePart &tree);
    void readColumns(SheetModel &sheet, pugi::xml_node root);
    void readFormats(pugi::xml_node root);
    void nameKnown();
    void watchRepeatedCells();
    void collectSites();

    const Package &m_package;
    SharedStrings::Texts m_texts;
    const QString &m_path;
    const base::JobContext &m_job;
    std::unique_ptr<BookModel> m_book;
    std::map<const Part *, int> m_treeOf;
    int m_charts = 0;
};

base::Result<int> BookReader::addTree(const BookPart &part, const QByteArray &bytes)
{
    if (m_job.cancelled()) {
        return base::failure(ErrorCode::Cancelled, m_path);
    }
    auto xml = parseXmlPart(bytes, part.part->name, m_path);
    if (!xml) {
        return tl::unexpected(xml.error());
    }
    auto tree = std::make_unique<TreePart>();
    tree->book = &part;
    tree->xml = std::move(*xml);
    tree->swept.add(document::HiddenKind::MarkupComments, tree->xml.comments);
    tree->swept.add(document::HiddenKind::UnknownMarkup, tree->xml.unknown);
    sweepBook(tree->xml.document.document_element(), tree->swept);
    m_book->strict = m_book->strict || tree->xml.strict;
    m_treeOf[part.part] = static_cast<int>(m_book->trees.size());
    m_book->trees.push_back(std::move(tree));
    return m_treeOf[part.part];
}

base::Result<std::unique_ptr<BookModel>> BookReader::read()
{
    auto done = readWorkbook();
    for (size_t i = 0; done && i < m_book->sheets.size(); ++i) {
        done = readSheet(m_book->sheets[i], static_cast<int>(i));
    }
    if (done) {
        done = readDrawings();
    }
    for (const BookPart *theme :
         m_book->parts.targets(m_package, *m_package.mainPart(), BookRole::Theme)) {
        done = done ? addOnce(*theme, -1, {}) : done;
    }
    if (done) {
        done = readStrings(*m_package.mainPart());
    }
    if (done) {
        done = readStyles(*m_package.mainPart());
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    nameKnown();
    watchRepeatedCells();
    collectSites();
    return std::move(m_book);
}

base::Result<> BookReader::readWorkbook()
{
    const BookPart *part = m_book->parts.find(m_package.mainPart());
    const auto added = addTree(*part, part->part->bytes);
    if (!added) {
        return tl::unexpected(added.error());
    }
    const pugi::xml_node root = m_book->trees[0]->xml.document.document_element();
    if (!is(root, "x:workbook")) {
        return base::failure(ErrorCode::Damaged, m_path, part->part->name);
    }
    m_book->date1904 = root.child("x:workbookPr").attribute("date1904").as_bool();
    for (const pugi::xml_node node : root.child("x:sheets").children("x:sheet")) {
        SheetModel sheet;
        sheet.name = attributeText(node, "name");
        const std::string_view state = node.attribute("state").value();
        sheet.hidden = state == "hidden" || state == "veryHidden";
        sheet.place = {{PlaceKind::Sheet, 0, sheet.name}};
        const QString id = attributeText(node, "r:id");
        for (const Relationship &relationship : part->part->relationships) {
            const BookPart *target = relationship.id == id && !relationship.external
                                         ? m_book->parts.find(m_package, relationship.target)
                                         : nullptr;
            if (target != nullptr
                && (target->role == BookRole::Worksheet || target->role == BookRole::Chartsheet)) {
                sheet.book = target;
            }
        }
        const auto same = [&sheet](const SheetModel &other) { return other.book == sheet.book; };
        if (sheet.book != nullptr
            && std::any_of(m_book->sheets.begin(), m_book->sheets.end(), same)) {
            sheet.book =
                nullptr;   // two sheets in one part: the second one cannot be read by any program
        }
        m_book->sheets.push_back(std::move(sheet));
    }
    for (const pugi::xml_node node : root.child("x:definedNames").children("x:definedName")) {
        m_book->names.push_back({attributeText(node, "name"), textOf(node),
                                 node.attribute("localSheetId").as_int(-1),
                                 node.attribute("hidden").as_bool()});
    }
    return {};
}

base::Result<> BookReader::readSheet(SheetModel &sheet, int index)
{
    if (sheet.book == nullptr) {
        return {};
    }
    const Part &part = *sheet.book->part;
    if (sheet.book->role == BookRole::Worksheet) {
        auto xml = utf8Part(part.bytes, part.name, m_path);
        if (!xml) {
            return tl::unexpected(xml.error());
        }
        sheet.xml = std::move(*xml);
        auto bytes = cutSheet(sheet.xml, part.name, m_path);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        sheet.bytes = std::move(*bytes);
    }
    const auto added = addTree(
        *sheet.book, sheet.book->role == BookRole::Worksheet ? sheet.bytes.frame : part.bytes);
    if (!added) {
        return tl::unexpected(added.error());
    }
    sheet.tree = *added;
    TreePart &tree = *m_book->trees[static_cast<size_t>(sheet.tree)];
    tree.sheet = index;
    tree.place = sheet.place;
    readColumns(sheet, tree.xml.document.document_element());
    for (const BookRole role : {BookRole::Table, BookRole::Comments}) {
        for (const BookPart *target : m_book->parts.targets(m_package, part, role)) {
            const auto done = addOnce(*target, index, sheet.place);
            if (!done) {
                return done;
            }
        }
    }
    return {};
}

base::Result<> BookReader::addOnce(const BookPart &part, int sheet, document::Place place)
{
    if (m_treeOf.contains(part.part)) {
        return {};
    }
    const auto added = addTree(part, part.part->bytes);
    if (!added) {
        return tl::unexpected(added.error());
    }
    TreePart &tree = *m_book->trees[static_cast<size_t>(*added)];
    tree.sheet = sheet;
    tree.place = std::move(place);
    if (part.role == BookRole::Table) {
        readTable(*added, sheet);
    } else if (part.role == BookRole::Theme) {
        neutraliseTheme(tree);
    }
    return {};
}

/// Names of themes, which no page shows (ECMA-376 part 1, 20.1.6.9).
void BookReader::neutraliseTheme(TreePart &tree)
{
    const auto rename = [&tree](pugi::xml_node node) {
        const std::string_view element = node.name();
        if (element == "a:theme" || element == "a:clrScheme" || element == "a:fontScheme"
            || element == "a:fmtScheme") {
            // a name without a word, for any word may be one that is to go
            const QString neutral = u"1"_s;
            const QString name = attributeText(node, "name");
            const bool usual = name.isEmpty() || name == neutral || name.startsWith(u"Office"_s);
            tree.swept.add(document::HiddenKind::StyleNames, usual ? 0 : 1, name);
            setAttribute(node, "name", neutral);
        }
    };
    rename(tree.xml.document.document_element());
    forEachElement(tree.xml.document.document_element(), rename);
}

void BookReader::readColumns(SheetModel &sheet, pugi::xml_node root)
{
    for (const pugi::xml_node column : root.child("x:cols").children("x:col")) {
        const bool narrow =
            column.attribute("width") && column.attribute("width").as_double() == 0.0;
        if (column.attribute("hidden").as_bool() || narrow) {
            sheet.hiddenColumns.emplace_back(column.attribute("min").as_int(),
                                             column.attribute("max").as_int());
        }
    }
    for (const pugi::xml_node merge : root.child("x:mergeCells").children("x:mergeCell")) {
        if (const auto range = parseCellRange(merge.attribute("ref").value())) {
            sheet.merges.add(*range);
        }
    }
}

void BookReader::readTable(int tree, int sheet)
{
    const pugi::xml_node root =
        m_book->trees[static_cast<size_t>(tree)]->xml.document.document_element();
    TableModel table;
    table.tree = tree;
    table.sheet = sheet;
    table.name = attributeText(root, "displayName");
    table.ref = parseCellRange(root.attribute("ref").value()).value_or(CellRange{});
    table.headerRows = root.attribute("headerRowCount").as_int(1);
    table.totalsRows = root.attribute("totalsRowCount").as_int(0);
    for (const pugi::xml_node column : root.child("x:tableColumns").children("x:tableColumn")) {
        table.columns.push_back(decodeSheetEscapes(attributeText(column, "name")));
    }
    m_book->tables.push_back(std::move(table));
}

/// Drawings and what they show come after all cells, so that a chart can repeat any of them.
base::Result<> BookReader::readDrawings()
{
    for (size_t i = 0; i < m_book->sheets.size(); ++i) {
        const SheetModel &sheet = m_book->sheets[i];
        if (sheet.book == nullptr) {
            continue;
        }
        for (const BookPart *drawing :
             m_book->parts.targets(m_package, *sheet.book->part, BookRole::Drawing)) {
            auto done = addOnce(*drawing, static_cast<int>(i), sheet.place);
            for (const BookPart *chart :
                 m_book->parts.targets(m_package, *drawing->part, BookRole::Chart)) {
                if (done && !m_treeOf.contains(chart->part)) {
                    done =
                        addOnce(*chart, static_cast<int>(i), {{PlaceKind::Chart, ++m_charts, {}}});
                }
                for (const BookPart *shapes :
                     m_book->parts.targets(m_package, *chart->part, BookRole::ChartShapes)) {
                    done = done ? addOnce(*shapes, static_cast<int>(i),
                                          {{PlaceKind::Chart, m_charts, {}}})
                                : done;
                }
            }
            if (!done) {
                return done;
            }
        }
    }
    return {};
}

base::Result<> BookReader::readStrings(const Part &workbook)
{
    const auto targets = m_book->parts.targets(m_package, workbook, BookRole::SharedStrings);
    if (targets.empty()) {
        return {};
    }
    m_book->stringPart = targets.front();
    const Part &part = *m_book->stringPart->part;
    auto bytes = utf8Part(part.bytes, part.name, m_path);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    m_book->stringBytes = std::move(*bytes);
    auto strings = SharedStrings::read(m_book->stringBytes, m_texts, part.name, m_path);
    if (!strings) {
        return tl::unexpected(strings.error());
    }
    m_book->strings = std::move(*strings);
    return {};
}

base::Result<> BookReader::readStyles(const Part &workbook)
{
    const auto targets = m_book->parts.targets(m_package, workbook, BookRole::Styles);
    if (!targets.empty()) {
        const auto done = addOnce(*targets.front(), -1, {});
        if (!done) {
            return done;
        }
        m_book->stylesTree = m_treeOf[targets.front()->part];
        readFormats(m_book->trees[static_cast<size_t>(m_book->stylesTree)]
                        ->xml.document.document_element());
    }
    if (m_book->styles.empty()) {
        m_book->formats.emplace_back();
        m_book->styles.emplace_back();
    }
    return {};
}

bool isWhite(pugi::xml_node colour)
{
    const QByteArray rgb = QByteArray(colour.attribute("rgb").value()).toUpper();
    const bool lightOne = colour.attribute("theme") && colour.attribute("theme").as_int() == 0
                          && !colour.attribute("tint");
    return rgb == "FFFFFFFF" || lightOne || colour.attribute("indexed").as_int(-1) == 9
           || colour.attribute("indexed").as_int(-1) == 1;
}

void BookReader::readFormats(pugi::xml_node root)
{
    QHash<int, QString> codes;
    for (const pugi::xml_node format : root.child("x:numFmts").children("x:numFmt")) {
        codes.insert(format.attribute("numFmtId").as_int(), attributeText(format, "formatCode"));
    }
    std::vector<bool> whiteFonts;
    for (const pugi::xml_node font : root.child("x:fonts").children("x:font")) {
        whiteFonts.push_back(isWhite(font.child("x:color")));
    }
    std::vector<bool> emptyFills;
    for (const pugi::xml_node fill : root.child("x:fills").children("x:fill")) {
        const pugi::xml_node pattern = fill.child("x:patternFill");
        const std::string_view type = pattern.attribute("patternType").value();
        emptyFills.push_back(pattern
                             && (type.empty() || type == "none"
                                 || (type == "solid" && isWhite(pattern.child("x:fgColor")))));
    }
    QHash<int, int> positions;
    for (const pugi::xml_node xf : root.child("x:cellXfs").children("x:xf")) {
        const int id = xf.attribute("numFmtId").as_int();
        if (!positions.contains(id)) {
            positions.insert(id, static_cast<int>(m_book->formats.size()));
            m_book->formats.emplace_back(codes.contains(id) ? codes[id]
                                                            : NumberFormat::builtinCode(id));
        }
        const auto font = static_cast<size_t>(std::max(0, xf.attribute("fontId").as_int()));
        const auto fill = static_cast<size_t>(std::max(0, xf.attribute("fillId").as_int()));
        const bool white = font < whiteFonts.size() && whiteFonts[font]
                           && (fill >= emptyFills.size() || emptyFills[fill]);
        m_book->styles.push_back({positions[id], white});
    }
}

void BookReader::nameKnown()
{
    for (const SheetModel &sheet : m_book->sheets) {
        m_book->known.insert(u"sheet:"_s + nameKey(sheet.name), 0);
    }
    for (const NameModel &name : m_book->names) {
        m_book->known.insert(u"name:"_s + nameKey(name.name), 0);
    }
    for (const TableModel &table : m_book->tables) {
        m_book->known.insert(u"name:"_s + nameKey(table.name), 0);
        for (const QString &column : table.columns) {
            m_book->known.insert(u"column:"_s + nameKey(column), 0);
        }
    }
}

void BookReader::watchRepeatedCells()
{
    for (const TableModel &table : m_book->tables) {
        if (table.ref.first.row == 0 || table.sheet < 0) {
            continue;
        }
        RangeIndex &watched = m_book->sheets[static_cast<size_t>(table.sheet)].watched;
        const int lastColumn = table.ref.last.column;
        watched.add({table.ref.first, {table.ref.first.row, lastColumn}});
        watched.add({{table.ref.last.row, table.ref.first.column}, table.ref.last});
    }
    for (const auto &tree : m_book->trees) {
        if (tree->book->role != BookRole::Chart) {
            continue;
        }
        forEachElement(tree->xml.document.document_element(), [this](pugi::xml_node node) {
            if (!is(node, "c:f")) {
                return;
            }
            const auto tokens = formulaTokens(textOf(node));
            const int sheet = tokens.size() == 1 ? m_book->sheetByName(tokens[0].sheet) : -1;
            if (sheet >= 0 && tokens[0].part == FormulaPart::Reference) {
                m_book->sheets[static_cast<size_t>(sheet)].watched.add(tokens[0].range);
            }
        });
    }
}

void BookReader::collectSites()
{
    for (const auto &tree : m_book->trees) {
        SiteContext context;
        context.part = tree->book->part;
        context.place = tree->place;
        context.comments = tree->book->role == BookRole::Comments;
        context.known = m_book->known;
        tree->sites = textSites(tree->xml.document.document_element(), context);
    }
}

}   // namespace

base::Result<std::unique_ptr<BookModel>> readBook(const Package &package,
                                                  SharedStrings::Texts texts, const QString &path,
                                                  const base::JobContext &job)
{
    return BookReader(package, texts, path, job).read();
}

}   // namespace expunge::formats::ooxml
