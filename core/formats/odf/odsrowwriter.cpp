// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odsrowwriter.h"

#include "core/formats/odf/odfvocabulary.h"
#include "core/formats/odf/odsformula.h"
#include "core/formats/ooxml/sheettext.h"

#include <algorithm>
#include <array>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using ooxml::escapeMarkup;
using ooxml::FateDropped;
using ooxml::FateEmptied;
using ooxml::FateFrozen;
using ooxml::TextEdit;

namespace {

bool isOneOf(QByteArrayView value, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char *word) { return value == word; });
}

bool isCount(QByteArrayView value)
{
    constexpr qsizetype longest = 8;
    return !value.isEmpty() && value.size() <= longest
           && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isMadeOf(QByteArrayView value, QByteArrayView signs)
{
    constexpr qsizetype longest = 40;
    return !value.isEmpty() && value.size() <= longest
           && std::all_of(value.begin(), value.end(),
                          [&](char c) { return (c >= '0' && c <= '9') || signs.contains(c); });
}

/// A value that can be what its type says (ODF 1.3 part 3, 19.374 to 19.389); anything else might
/// be a hiding place.
bool isSoundValue(QByteArrayView type, QByteArrayView value)
{
    if (type == "date") {
        return isMadeOf(value, "-:.TZ+");
    }
    if (type == "time") {
        return isMadeOf(value, "-PTYMDHS.,");
    }
    if (type == "boolean") {
        return isOneOf(value, {"true", "false"});
    }
    return isMadeOf(value, "+-.eE") || isOneOf(value, {"NaN", "INF", "-INF"});
}

/// Writes what stands in an element.
class MarkupSink : public pugi::xml_writer
{
public:
    explicit MarkupSink(QByteArray &out)
        : m_out(out)
    {
    }
    void write(const void *data, size_t size) override
    {
        m_out.append(static_cast<const char *>(data), static_cast<qsizetype>(size));
    }

private:
    QByteArray &m_out;
};

}   // namespace

QByteArray OdsMarkedStyles::markedForm(const QByteArray &style)
{
    for (const auto &[plain, marked] : m_styles) {
        if (plain == style) {
            return marked;
        }
    }
    m_styles.emplace_back(style, "rd" + QByteArray::number(m_styles.size() + 1));
    return m_styles.back().second;
}

void OdsMarkedStyles::addTo(pugi::xml_node root, const OdsBook &book) const
{
    if (m_styles.empty()) {
        return;
    }
    pugi::xml_node automatic = root.child("office:automatic-styles");
    if (!automatic) {
        automatic = root.insert_child_before("office:automatic-styles", root.child("office:body"));
    }
    for (const auto &[plain, marked] : m_styles) {
        pugi::xml_node source;
        for (const pugi::xml_node node : automatic.children("style:style")) {
            if (plain == node.attribute("style:name").value()
                && std::string_view(node.attribute("style:family").value()) == "table-cell") {
                source = node;
            }
        }
        pugi::xml_node style =
            source ? automatic.append_copy(source) : automatic.append_child("style:style");
        ooxml::setAttribute(style, "style:name", QString::fromUtf8(marked));
        ooxml::setAttribute(style, "style:family", u"table-cell"_s);
        if (!source && book.styles.knows(plain)) {
            ooxml::setAttribute(style, "style:parent-style-name", QString::fromUtf8(plain));
        }
        pugi::xml_node properties = style.child("style:table-cell-properties");
        if (!properties) {
            properties = style.prepend_child("style:table-cell-properties");
        }
        ooxml::setAttribute(properties, "fo:background-color", u"#bfbfbf"_s);
    }
}

OdsRowWriter::OdsRowWriter(const OdsBook &book, OdsPlan &plan, const OdsSurvey &survey,
                           OdsLinks &links)
    : m_book(book)
    , m_plan(plan)
    , m_survey(survey)
    , m_links(links)
    , m_editor(book, plan)
    , m_regions(static_cast<size_t>(book.content.regions))
{
}

void OdsRowWriter::startTable(int index)
{
    m_sheet = index;
    const auto sheet = static_cast<size_t>(index);
    m_reader.emplace(m_book, m_book.sheets[sheet]);
    m_unit = m_plan.contents->layout.firstCells[sheet];
    m_silent = m_book.sheets[sheet].gone || m_plan.sheets[sheet].all;
    m_holdsRow = false;
}

void OdsRowWriter::startRegion(int index)
{
    m_out = &m_regions[static_cast<size_t>(index)];
    if (m_silent && !m_holdsRow && !m_book.sheets[static_cast<size_t>(m_sheet)].gone) {
        *m_out = "<table:table-row><table:table-cell/></table:table-row>";
        m_holdsRow = true;
    }
}

void OdsRowWriter::writeAttribute(QByteArrayView name, const QByteArray &value)
{
    m_out->append(' ').append(name).append("=\"").append(value).append('"');
}

void OdsRowWriter::startRow(const OdsRow &row)
{
    m_row = row;
    if (m_silent) {
        return;
    }
    m_out->append("<table:table-row");
    for (const ooxml::SheetTokens::Attribute &attribute : *row.attributes) {
        const bool style =
            isOneOf(attribute.name, {"table:style-name", "table:default-cell-style-name"});
        if (style) {
            const QByteArray name = m_editor.styleName(attribute.value.toByteArray());
            if (!name.isEmpty()) {
                writeAttribute(attribute.name, name);
            }
        } else if ((attribute.name == "table:visibility"
                    && isOneOf(attribute.value, {"visible", "collapse", "filter"}))
                   || (attribute.name == "table:number-rows-repeated"
                       && isCount(attribute.value))) {
            writeAttribute(attribute.name, attribute.value.toByteArray());
        }
    }
    m_out->append('>');
}

void OdsRowWriter::endRow()
{
    if (!m_silent) {
        m_out->append("</table:table-row>");
    }
}

void OdsRowWriter::noteGone(int unit)
{
    if (unit >= 0) {
        m_plan.adjusted.push_back({unit, true, {}});
    }
}

QByteArray OdsRowWriter::styleOf(const OdsCell &cell) const
{
    return m_editor.styleName(cell.attribute("table:style-name").toByteArray());
}

void OdsRowWriter::cell(OdsCell &cell)
{
    if (m_silent || !m_failed) {
        return;
    }
    if (cell.isEmpty()) {
        writeEmpty(cell);
        return;
    }
    Work work{cell, {}, {}, nullptr, nullptr, ooxml::FateNone, {}};
    if (const auto read = m_reader->describe(cell, work.view); !read) {
        m_failed = read;
        return;
    }
    work.units = m_reader->number(work.view, m_unit);
    work.edits = m_plan.editsOf(work.units.value);
    work.storedEdits = m_plan.editsOf(work.units.stored);
    work.fate = m_survey.fate(m_sheet, cell.at);
    if ((work.fate & FateEmptied) != 0) {
        writeEmpty(cell);
        return;
    }
    if (work.redacted() && cell.plain) {   // edits are made on trees
        OdsCellView view;
        m_failed = m_reader->describe(cell, view, true);
        work.view = std::move(view);
    }
    decideFormula(work);
    writeCell(work);
}

void OdsRowWriter::decideFormula(Work &work)
{
    if (work.view.formula.isEmpty()) {
        return;
    }
    const bool redactedResult = work.redacted() && (work.fate & FateDropped) == 0;
    if ((work.fate & FateFrozen) != 0 || redactedResult) {
        noteGone(work.units.formula);
        return;
    }
    work.formula = work.view.formula;
    if (const std::vector<TextEdit> *edits = m_plan.editsOf(work.units.formula)) {
        work.formula = editOpenFormula(work.formula, *edits, m_plan.renames).value_or(QString());
    }
    work.formula = renameInOpenFormula(work.formula, m_plan.renames);
    if (work.units.formula >= 0 && work.formula != work.view.formula) {
        m_plan.adjusted.push_back({work.units.formula, false, work.formula});
    }
}

void OdsRowWriter::openCell(const OdsCell &cell, const QByteArray &style)
{
    m_out->append(cell.covered ? "<table:covered-table-cell" : "<table:table-cell");
    if (!style.isEmpty()) {
        writeAttribute("table:style-name", style);
    }
    for (const ooxml::SheetTokens::Attribute &attribute : *cell.attributes) {
        if (isOneOf(attribute.name, {"table:number-columns-repeated",
                                     "table:number-columns-spanned", "table:number-rows-spanned"})
            && isCount(attribute.value)) {
            writeAttribute(attribute.name, attribute.value.toByteArray());
        } else if (isOneOf(attribute.name, {"table:protect", "table:protected"})
                   && isOneOf(attribute.value, {"true", "false"})) {
            writeAttribute(attribute.name, attribute.value.toByteArray());
        } else if (attribute.name == "table:content-validation-name") {
            const auto rule =
                m_book.validations.constFind(escapeMarkup(ooxml::unescapeMarkup(attribute.value)));
            if (rule != m_book.validations.constEnd()) {
                writeAttribute(attribute.name, *rule);
            }
        }
    }
}

/// A cell without content is there for its style only.
void OdsRowWriter::writeEmpty(const OdsCell &cell)
{
    openCell(cell, styleOf(cell));
    m_out->append("/>");
}

void OdsRowWriter::writeCell(Work &work)
{
    const OdsCell &cell = work.cell;
    const bool dropped = (work.fate & FateDropped) != 0;
    const bool neutral = !dropped && work.view.number && work.redacted();
    QByteArray style = styleOf(cell);
    if (neutral) {
        const QByteArray base = m_reader->styleOf(cell, m_row);
        style = m_marked.markedForm(m_editor.styleName(base));
    }
    openCell(cell, style);
    if (!work.formula.isEmpty()) {
        writeAttribute("table:formula", escapeMarkup(work.formula));
        for (const char *name :
             {"table:number-matrix-columns-spanned", "table:number-matrix-rows-spanned"}) {
            if (isCount(cell.attribute(name))) {
                writeAttribute(name, cell.attribute(name).toByteArray());
            }
        }
    }
    if (dropped) {   // also of a cell that an array formula fills
        noteGone(work.units.value);
        noteGone(work.units.stored);
        m_out->append('>');
    } else if (neutral) {
        writeNeutral(work);
    } else {
        writeValue(work);
    }
    if (work.view.root) {
        writeTree(work, !dropped && !neutral);
    } else if (!dropped && !neutral) {
        writePlain(work);
    }
    m_out->append(cell.covered ? "</table:covered-table-cell>" : "</table:table-cell>");
}

/// A number or a date stays one, so that what calculates with it still does.
void OdsRowWriter::writeNeutral(const Work &work)
{
    const QByteArrayView type = work.cell.attribute("office:value-type");
    const QByteArray value = neutralValue(type);
    writeAttribute("office:value-type", type.toByteArray());
    writeAttribute(valueAttribute(type), value);
    if (m_book.content.declarations.contains("xmlns:calcext=")) {
        writeAttribute("calcext:value-type", type.toByteArray());
    }
    m_out->append("><text:p>").append(value).append("</text:p>");
    noteGone(work.units.stored);
    m_plan.adjusted.push_back({work.units.value, false, QString::fromUtf8(value)});
}

void OdsRowWriter::writeValue(const Work &work)
{
    const OdsCell &cell = work.cell;
    const QByteArrayView type = cell.attribute("office:value-type");
    const char *attribute = valueAttribute(type);
    if (attribute != nullptr && isSoundValue(type, cell.attribute(attribute))) {
        writeAttribute("office:value-type", type.toByteArray());
        writeAttribute(attribute, cell.attribute(attribute).toByteArray());
        const QByteArrayView currency = cell.attribute("office:currency");
        if (type == "currency" && currency.size() == 3 && syntaxFits("office:currency", currency)) {
            writeAttribute("office:currency", currency.toByteArray());
        }
    } else if (!type.isEmpty()) {
        writeAttribute("office:value-type", "string");
        const QString stored = cell.text("office:string-value");
        const bool apart = work.view.hasStored || work.view.unseen;
        if (attribute == nullptr && apart) {
            const std::vector<TextEdit> *edits = work.view.unseen ? work.edits : work.storedEdits;
            writeAttribute(
                "office:string-value",
                escapeMarkup(edits == nullptr ? stored : applyTextEdits(stored, *edits)));
        }
    }
    const QByteArrayView extended = cell.attribute("calcext:value-type");
    if (isOneOf(extended, {"string", "float", "percentage", "currency", "date", "time", "boolean",
                           "error"})) {
        writeAttribute("calcext:value-type", extended.toByteArray());
    }
    m_out->append('>');
}

void OdsRowWriter::writePlain(const Work &work)
{
    for (const QString &paragraph : work.cell.paragraphs) {
        m_out->append("<text:p>").append(escapeMarkup(paragraph)).append("</text:p>");
    }
}

/// The edits of a cell's text, paragraph by paragraph.
void OdsRowWriter::editParagraphs(Work &work)
{
    if (work.edits == nullptr || work.view.unseen) {
        return;
    }
    ooxml::DomEdits removals;
    QStringList texts;
    int start = 0;
    int given = -1;   // the last edit whose replacement is in the text
    for (const ReadText &paragraph : work.view.paragraphs) {
        const int size = static_cast<int>(paragraph.text.size());
        std::vector<TextEdit> own;
        for (size_t i = 0; i < work.edits->size(); ++i) {
            const TextEdit &edit = (*work.edits)[i];
            const int begin = std::max(edit.begin - start, 0);
            const int end = std::min(edit.end - start, size);
            if (begin < end) {
                const bool first = static_cast<int>(i) > given;
                own.push_back({begin, end, first ? edit.replacement : QString()});
                given = std::max(given, static_cast<int>(i));
            }
        }
        editText(paragraph, spanEdits(own), removals);
        texts.append(applyTextEdits(paragraph.text, own));
        start += size + 1;
    }
    removals.run(work.view.root);
    const QString text = texts.join(u'\n');
    if (text.isEmpty()) {
        noteGone(work.units.value);
    } else if (text != applyTextEdits(work.view.text, *work.edits)) {
        m_plan.adjusted.push_back({work.units.value, false, text});
    }
}

void OdsRowWriter::writeTree(Work &work, bool withValue)
{
    pugi::xml_node root = work.view.root;
    if (withValue) {
        editParagraphs(work);
    } else {
        while (root.child("text:p")) {
            root.remove_child("text:p");
        }
    }
    m_links.noteCrops(root, u"content.xml"_s, m_book.styles.all());
    m_editor.editCell(root, work.view.sites, work.units.firstSite);
    m_links.settle(root, u"content.xml"_s);
    MarkupSink sink(*m_out);
    for (const pugi::xml_node child : root.children()) {
        child.print(sink, "", pugi::format_raw | pugi::format_no_declaration);
    }
}

}   // namespace expunge::formats::odf
