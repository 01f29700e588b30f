// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/xlsxwriter.h"

#include "core/formats/ooxml/namespaces.h"
#include "core/formats/ooxml/sheetgiveaway.h"
#include "core/formats/ooxml/sheetrewriter.h"
#include "core/formats/ooxml/xlsxlinks.h"
#include "core/formats/ooxml/xlsxnotes.h"
#include "core/formats/ooxml/xlsxtrees.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::Document;
using document::HiddenAction;
using document::HiddenKind;

namespace {

/// Puts an output together, part by part.
class XlsxWriter
{
public:
    XlsxWriter(Package &package, BookModel &book, BookPlan plan, BookSurvey survey,
               const QString &path, const base::JobContext &job)
        : m_package(package)
        , m_book(book)
        , m_plan(std::move(plan))
        , m_survey(std::move(survey))
        , m_path(path)
        , m_job(job)
        , m_links(package, book.parts, book.strict)
        , m_strings(book.strings)
        , m_mark(static_cast<int>(book.styles.size()))
        , m_main(outputBookType(package.mainPart()->contentType))
    {
    }

    base::Result<Document::Output> write();

private:
    void leaveParts();
    base::Result<> writeSheet(int index);
    void addPart(const BookPart &book, QByteArray bytes, std::vector<Relationship> relationships);
    void addEmptySheet(int index);
    void releaseCells(SheetModel &sheet);
    void addNotes(const TreePart &tree, pugi::xml_node sheetRoot,
                  std::vector<Relationship> &relationships);
    void writeTree(size_t index);
    void writeWorkbook();
    void writeStrings();
    void markStyles();
    void describe(Document::Output &output) const;
    QByteArray mainNamespace() const { return namespaceName("x", m_book.strict); }

    Package &m_package;
    BookModel &m_book;
    BookPlan m_plan;
    BookSurvey m_survey;
    const QString &m_path;
    const base::JobContext &m_job;
    BookLinks m_links;
    SharedStringWriter m_strings;
    RedactionMark m_mark;
    QString m_main;
    OutputPackage m_output;
    std::vector<QString> m_sheetParts;   // output names, by sheet
};

/// Parts that the plan takes out: all that belongs to emptied sheets, notes.
void XlsxWriter::leaveParts()
{
    for (const auto &tree : m_book.trees) {
        const bool ofEmptied =
            tree->sheet >= 0 && m_plan.sheets[static_cast<size_t>(tree->sheet)].all;
        const bool notes = tree->book->role == BookRole::Comments
                           && m_plan.removes(HiddenKind::Comments, tree->book->part->name);
        if (ofEmptied || notes) {
            m_links.leave(tree->book->part);
        }
    }
}

void XlsxWriter::addPart(const BookPart &book, QByteArray bytes,
                         std::vector<Relationship> relationships)
{
    Part part;
    part.name = m_links.nameOf(book);
    part.contentType = bookContentType(book.role, m_main);
    part.bytes = std::move(bytes);
    part.relationships = std::move(relationships);
    m_output.parts.push_back(std::move(part));
}

void XlsxWriter::addEmptySheet(int index)
{
    Part part;
    part.name = bookPartName(BookRole::Worksheet, index + 1);
    part.contentType = bookContentType(BookRole::Worksheet, m_main);
    part.bytes =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\""
        + mainNamespace() + "\"><sheetData/></worksheet>";
    m_sheetParts.push_back(part.name);
    m_output.parts.push_back(std::move(part));
}

base::Result<> XlsxWriter::writeSheet(int index)
{
    const SheetModel &sheet = m_book.sheets[static_cast<size_t>(index)];
    if (sheet.book == nullptr || m_plan.sheets[static_cast<size_t>(index)].all) {
        addEmptySheet(index);
        return {};
    }
    TreePart &tree = *m_book.trees[static_cast<size_t>(sheet.tree)];
    const pugi::xml_node root = tree.xml.document.document_element();
    auto relationships = m_links.settle(root, *sheet.book->part);
    noteLostUnits(tree, m_plan.contents->layout.siteUnits[static_cast<size_t>(sheet.tree)], m_plan);
    for (const auto &other : m_book.trees) {
        if (other->sheet == index && other->book->role == BookRole::Comments
            && !m_links.leaves(other->book->part)) {
            addNotes(*other, root, relationships);
        }
    }
    QByteArray bytes = writeXmlPart(tree.xml, "x");
    if (sheet.book->role == BookRole::Worksheet) {
        constexpr QByteArrayView empty("<sheetData/>");
        const qsizetype at = std::max<qsizetype>(0, bytes.indexOf(empty));
        SheetRewriter rewriter(m_book, m_plan, m_survey, m_strings, m_mark, index, bytes.left(at));
        const auto read = readCells(sheet.bytes, rewriter, sheet.book->part->name, m_path, m_job);
        if (!read) {
            return tl::unexpected(read.error());
        }
        if (!sheet.bytes.cells.isEmpty()) {
            const QByteArray behind = bytes.sliced(at + empty.size());
            bytes = rewriter.take().append(behind);
        }
        releaseCells(m_book.sheets[static_cast<size_t>(index)]);
    }
    addPart(*sheet.book, std::move(bytes), std::move(relationships));
    m_output.parts.back().name = bookPartName(sheet.book->role, index + 1);
    m_sheetParts.push_back(m_output.parts.back().name);
    return {};
}

/// Cells can be most of the file, and are not needed twice.
void XlsxWriter::releaseCells(SheetModel &sheet)
{
    sheet.bytes = {};
    sheet.xml = {};
    m_package.release(*sheet.book->part);
}

/// Notes need a drawing of their boxes in the old form, which is made anew.
void XlsxWriter::addNotes(const TreePart &tree, pugi::xml_node sheetRoot,
                          std::vector<Relationship> &relationships)
{
    Part shapes;
    shapes.name = u"xl/drawings/notes%1.vml"_s.arg(m_output.parts.size());
    shapes.contentType = u"application/vnd.openxmlformats-officedocument.vmlDrawing"_s;
    shapes.bytes = noteShapes(tree.xml.document.document_element());
    Relationship drawing = m_links.relationship(u"vmlDrawing"_s, shapes.name);
    drawing.id = u"rId%1"_s.arg(relationships.size() + 1);
    relationships.push_back(drawing);
    Relationship notes = m_links.relationship(u"comments"_s, m_links.nameOf(*tree.book));
    notes.id = u"rId%1"_s.arg(relationships.size() + 1);
    relationships.push_back(notes);
    insertLegacyDrawing(sheetRoot, drawing.id);
    m_output.parts.push_back(std::move(shapes));
    addPart(*tree.book, writeXmlPart(tree.xml, "x"), {});
}

void XlsxWriter::writeTree(size_t index)
{
    TreePart &tree = *m_book.trees[index];
    const BookRole role = tree.book->role;
    const bool elsewhere = role == BookRole::Workbook || role == BookRole::Worksheet
                           || role == BookRole::Chartsheet || role == BookRole::Comments;
    if (elsewhere || m_links.leaves(tree.book->part)) {
        return;
    }
    auto relationships = m_links.settle(tree.xml.document.document_element(), *tree.book->part);
    noteLostUnits(tree, m_plan.contents->layout.siteUnits[index], m_plan);
    const bool sheetMarkup = role == BookRole::Table || role == BookRole::Styles;
    addPart(*tree.book, writeXmlPart(tree.xml, sheetMarkup ? "x" : QByteArray()),
            std::move(relationships));
}

void XlsxWriter::writeStrings()
{
    if (m_book.stringPart == nullptr) {
        return;
    }
    const BookPart &part = *m_book.stringPart;
    std::vector<QStringList> phonetics;
    if (!m_plan.removes(HiddenKind::PhoneticText, part.part->name)) {
        phonetics.resize(static_cast<size_t>(m_book.strings.count()));
        size_t position = 0;
        for (const int index : m_book.strings.phonetics()) {
            const int unit = m_plan.contents->layout.phonetics[position++];
            if (unit >= 0) {
                const std::vector<TextEdit> *edits = m_plan.editsOf(unit);
                const QString text = m_plan.contents->units[static_cast<size_t>(unit)].text;
                phonetics[static_cast<size_t>(index)] = {
                    edits == nullptr ? text : applyTextEdits(text, *edits)};
            }
        }
    }
    addPart(part, m_strings.write(mainNamespace(), phonetics), {});
    m_book.strings = {};
    m_book.stringBytes = {};
    m_package.release(*part.part);
}

/// Formats for redacted numbers, in the style sheet or in a new one.
void XlsxWriter::markStyles()
{
    if (m_book.stylesTree >= 0) {
        TreePart &styles = *m_book.trees[static_cast<size_t>(m_book.stylesTree)];
        m_mark.write(styles.xml.document.document_element());
    } else if (m_mark.isUsed()) {
        Part part;
        part.name = bookPartName(BookRole::Styles, 1);
        part.contentType = bookContentType(BookRole::Styles, m_main);
        part.bytes = m_mark.newStyleSheet(mainNamespace());
        m_output.parts.push_back(std::move(part));
    }
}

void XlsxWriter::writeWorkbook()
{
    TreePart &tree = *m_book.trees[0];
    const pugi::xml_node root = tree.xml.document.document_element();
    std::vector<Relationship> relationships;
    const auto add = [&](const QString &kind, const QString &target) {
        Relationship relationship = m_links.relationship(kind, target);
        relationship.id = u"rId%1"_s.arg(relationships.size() + 1);
        relationships.push_back(relationship);
        return relationship.id;
    };
    size_t index = 0;
    for (const pugi::xml_node sheet : root.child("x:sheets").children("x:sheet")) {
        const QString &target = m_sheetParts[index++];
        setAttribute(
            sheet, "r:id",
            add(target.contains(u"chartsheets/"_s) ? u"chartsheet"_s : u"worksheet"_s, target));
    }
    for (const Part &part : m_output.parts) {
        if (part.name == u"xl/styles.xml"_s) {
            add(u"styles"_s, part.name);
        } else if (part.name == u"xl/sharedStrings.xml"_s) {
            add(u"sharedStrings"_s, part.name);
        } else if (part.name.startsWith(u"xl/theme/"_s)) {
            add(u"theme"_s, part.name);
        }
    }
    const BookPart &book = *tree.book;
    addPart(book, writeXmlPart(tree.xml, "x"), std::move(relationships));
    Relationship main = m_links.relationship(u"officeDocument"_s, m_links.nameOf(book));
    main.id = u"rId1"_s;
    m_output.root.push_back(std::move(main));
}

void XlsxWriter::describe(Document::Output &output) const
{
    const auto &units = m_plan.contents->units;
    QHash<int, int> copies;
    for (const document::TextUnit &unit : units) {
        if (unit.copyOf >= 0) {
            ++copies[unit.copyOf];
        }
    }
    QHash<QString, QString> names;   // of parts, old to new
    for (auto name = m_links.names().cbegin(); name != m_links.names().cend(); ++name) {
        names.insert(name.key()->name, name.value());
    }
    for (size_t i = 0; i < m_book.sheets.size(); ++i) {
        if (m_book.sheets[i].book != nullptr) {
            names.insert(m_book.sheets[i].book->part->name, m_sheetParts[i]);
        }
    }
    for (const document::SpanRedaction &redaction : m_plan.plan->spans) {
        const document::TextUnit &unit = units[static_cast<size_t>(redaction.span.unit)];
        document::Place place = unit.place;
        for (document::PlaceStep &step : place) {
            const int sheet =
                step.kind == document::PlaceKind::Sheet ? m_book.sheetByName(step.name) : -1;
            if (sheet >= 0) {
                step.name = m_plan.sheetNames[static_cast<size_t>(sheet)];
            }
        }
        output.applied.spans.push_back({redaction.id, names.value(unit.part),
                                        document::placeLabel(place), 1 + copies.value(unit.index)});
    }
    const auto removed = document::removedCounts(m_plan.contents->hidden, *m_plan.plan);
    for (const auto &[kind, count] : removed) {
        output.applied.hidden.push_back({kind, count});
    }
    output.applied.adjusted = document::lastWords(m_plan.adjusted);
    output.applied.warnings = m_package.warnings();
    for (const QString &warning : giveAwayWarnings(m_survey.giveAways())) {
        output.applied.warnings.push_back(warning);
    }
    if (removed.contains(HiddenKind::PivotCache)) {
        output.applied.warnings.push_back(
            u"Pivot tables became plain cells, because they keep a copy of their source."_s);
    }
    if (removed.contains(HiddenKind::Macros)) {
        output.applied.warnings.push_back(
            u"Macros were removed, so the file is written as a workbook without macros."_s);
    }
}

base::Result<Document::Output> XlsxWriter::write()
{
    leaveParts();
    TreeEditor editor(m_book, m_plan, m_survey);
    for (size_t i = 0; i < m_book.trees.size(); ++i) {
        if (!m_links.leaves(m_book.trees[i]->book->part)) {
            editor.edit(i);
        }
    }
    for (size_t i = 0; i < m_book.sheets.size(); ++i) {
        const auto done = writeSheet(static_cast<int>(i));
        if (!done) {
            return tl::unexpected(done.error());
        }
    }
    markStyles();
    for (size_t i = 0; i < m_book.trees.size(); ++i) {
        writeTree(i);
    }
    writeStrings();
    writeWorkbook();
    for (Part part : m_links.pictures().parts()) {
        part.name = BookLinks::pictureName(part.name);
        m_output.parts.push_back(std::move(part));
    }
    auto bytes = writePackage(m_output, m_job);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    Document::Output output;
    output.bytes = std::move(*bytes);
    describe(output);
    return output;
}

}   // namespace

base::Result<Document::Output> writeXlsx(Package &package, BookModel &book,
                                         const BookContents &contents,
                                         const document::RedactionPlan &plan, const QString &path,
                                         const base::JobContext &job)
{
    auto ready = makeBookPlan(book, contents, plan, package.mainPart()->name);
    if (!ready) {
        return tl::unexpected(ready.error());
    }
    auto survey = BookSurvey::run(book, *ready, path, job);
    if (!survey) {
        return tl::unexpected(survey.error());
    }
    return XlsxWriter(package, book, std::move(*ready), std::move(*survey), path, job).write();
}

}   // namespace expunge::formats::ooxml
