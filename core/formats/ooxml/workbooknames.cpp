// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/workbooknames.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/xlsxhidden.h"

#include <functional>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenAction;
using document::HiddenKind;

namespace {

/// Makes the plan of a workbook step by step.
class BookPlanner
{
public:
    BookPlanner(const BookModel &book, const BookContents &contents,
                const document::RedactionPlan &plan, const QString &mainPart)
        : m_book(book)
        , m_contents(contents)
        , m_mainPart(mainPart)
    {
        m_result.plan = &plan;
        m_result.contents = &contents;
    }

    base::Result<BookPlan> make();

private:
    void takeActions();
    void keepHeadersApart(const TableModel &table);
    void nameSheets();
    void nameThings();
    void nameColumns(const TableModel &table);
    QString edited(int unit, const QString &text) const;
    void noteNewText(int unit, const QString &before, const QString &after);

    const BookModel &m_book;
    const BookContents &m_contents;
    const QString &m_mainPart;
    BookPlan m_result;
};

void BookPlanner::takeActions()
{
    for (const SheetModel &sheet : m_book.sheets) {
        SheetActions actions;
        if (sheet.book != nullptr) {
            const QString &part = sheet.book->part->name;
            actions.all = sheet.hidden && m_result.removes(HiddenKind::HiddenSheets, part);
            actions.rows = m_result.removes(HiddenKind::HiddenRows, part);
            actions.columns = m_result.removes(HiddenKind::HiddenColumns, part);
            actions.covered = m_result.removes(HiddenKind::HiddenText, part);
            actions.invisible = m_result.removes(HiddenKind::InvisibleText, part);
        }
        m_result.sheets.push_back(actions);
    }
    if (m_result.removes(HiddenKind::HiddenNames, m_mainPart)) {
        for (const NameModel &name : m_book.names) {
            if (name.hidden && !name.name.startsWith(u"_xlnm."_s)
                && !name.name.startsWith(u"_xlfn."_s)) {
                m_result.removedNames.insert(nameKey(name.name));
            }
        }
    }
}

QString BookPlanner::edited(int unit, const QString &text) const
{
    const std::vector<TextEdit> *edits = unit < 0 ? nullptr : m_result.editsOf(unit);
    return edits == nullptr ? text : applyTextEdits(text, *edits);
}

void BookPlanner::noteNewText(int unit, const QString &before, const QString &after)
{
    m_result.edits[unit] = {{0, static_cast<int>(before.size()), after}};
    m_result.adjusted.push_back({unit, false, after});
}

/// Programs refuse a table whose columns have no name or the same one twice, or other names than
/// their header cells.
void BookPlanner::keepHeadersApart(const TableModel &table)
{
    const TreePart &tree = *m_book.trees[static_cast<size_t>(table.tree)];
    const std::vector<int> &units = m_contents.layout.siteUnits[static_cast<size_t>(table.tree)];
    struct Header
    {
        int unit = -1;
        QString text;
        bool changes = false;
    };
    std::vector<Header> headers;
    for (size_t i = 0; i < tree.sites.size(); ++i) {
        if (tree.sites[i].form != SiteForm::TableColumn || units[i] < 0) {
            continue;
        }
        const document::TextUnit &unit = m_contents.units[static_cast<size_t>(units[i])];
        const int master = unit.copyOf >= 0 ? unit.copyOf : unit.index;
        Header header{master, unit.text, m_result.editsOf(master) != nullptr};
        const document::TextUnit &cell = m_contents.units[static_cast<size_t>(master)];
        const bool emptied = !cell.hiddenItem.isEmpty() && master != unit.index
                             && !m_result.sheets[static_cast<size_t>(table.sheet)].all
                             && m_result.plan->hidden.contains(cell.hiddenItem)
                             && m_result.plan->hidden.at(cell.hiddenItem) == HiddenAction::Remove;
        if (emptied) {
            noteNewText(master, header.text, u"Column%1"_s.arg(headers.size() + 1));
            m_result.forced.insert(master);
            header.changes = true;
        }
        headers.push_back(std::move(header));
    }
    QSet<QString> taken;
    for (const Header &header : headers) {
        if (!header.changes) {
            taken.insert(nameKey(header.text));
        }
    }
    int number = 0;
    for (const Header &header : headers) {
        ++number;
        if (!header.changes) {
            continue;
        }
        const QString wanted = edited(header.unit, header.text);
        const QString name = uniqueName(
            wanted.trimmed().isEmpty() ? u"Column%1"_s.arg(number) : wanted, taken, u" "_s, 255);
        if (name != wanted) {
            noteNewText(header.unit, header.text, name);
        }
    }
}

void BookPlanner::nameSheets()
{
    QSet<QString> taken;
    std::vector<bool> changes;
    for (size_t i = 0; i < m_book.sheets.size(); ++i) {
        const int unit = m_contents.layout.sheetNames[i];
        const bool goes = m_result.sheets[i].all
                          && !m_contents.units[static_cast<size_t>(unit)].hiddenItem.isEmpty();
        changes.push_back(goes || m_result.editsOf(unit) != nullptr);
        if (!changes.back()) {
            taken.insert(nameKey(m_book.sheets[i].name));
        }
    }
    for (size_t i = 0; i < m_book.sheets.size(); ++i) {
        const QString &old = m_book.sheets[i].name;
        QString name = old;
        if (changes[i]) {
            const int unit = m_contents.layout.sheetNames[i];
            const QString plain = m_result.sheets[i].all ? QString() : edited(unit, old);
            const QString valid = validSheetName(plain);
            if (valid.isEmpty()) {
                int number = static_cast<int>(i) + 1;
                while (taken.contains(nameKey(u"Sheet%1"_s.arg(number)))) {
                    ++number;
                }
                name = u"Sheet%1"_s.arg(number);
                taken.insert(nameKey(name));
            } else {
                name = uniqueName(valid, taken, u"-"_s, longestSheetName);
            }
            m_result.renames.sheets.insert(nameKey(old), name);
            if (name != plain) {
                m_result.adjusted.push_back({unit, false, name});
            }
        }
        m_result.sheetNames.push_back(name);
    }
}

/// Defined names, tables and styles: names that must be valid and unique, and change wherever they
/// are used.
void BookPlanner::nameThings()
{
    QSet<QString> taken;
    for (const QString &key : m_book.known.keys()) {
        taken.insert(key.startsWith(u"name:"_s) ? key.mid(5) : QString());
    }
    QSet<QString> takenStyles;
    for (const auto &tree : m_book.trees) {
        const pugi::xml_node styles = tree->xml.document.document_element().child("x:cellStyles");
        for (const pugi::xml_node style : styles.children("x:cellStyle")) {
            takenStyles.insert(nameKey(attributeText(style, "name")));
        }
    }
    for (size_t t = 0; t < m_book.trees.size(); ++t) {
        const TreePart &tree = *m_book.trees[t];
        for (size_t i = 0; i < tree.sites.size(); ++i) {
            const TextSite &site = tree.sites[i];
            const int unit = m_contents.layout.siteUnits[t][i];
            const bool style = site.form == SiteForm::StyleName;
            const bool neutral =
                style && m_result.removes(HiddenKind::StyleNames, tree.book->part->name);
            const bool named =
                style || site.form == SiteForm::DefinedName || site.form == SiteForm::TableName;
            if (!named || unit < 0 || (!neutral && m_result.editsOf(unit) == nullptr)) {
                continue;
            }
            if (style) {
                const QString builtin =
                    builtinStyleName(site.node.attribute("builtinId").as_int(-1));
                const QString base =
                    is(site.node, "x:tableStyle") ? u"Table style "_s : u"Style "_s;
                const QString number = QString::number(m_result.styleNames.size() + 1);
                const QString made = builtin.isEmpty() ? base + number : builtin;
                const QString wanted = neutral ? made : edited(unit, site.text);
                m_result.styleNames.insert(site.text, uniqueName(wanted, takenStyles, u" "_s, 255));
                if (!neutral && m_result.styleNames[site.text] != edited(unit, site.text)) {
                    m_result.adjusted.push_back({unit, false, m_result.styleNames[site.text]});
                }
                continue;
            }
            auto &renames = site.form == SiteForm::DefinedName ? m_result.renames.names
                                                               : m_result.renames.tables;
            if (!renames.contains(nameKey(site.text))) {
                renames.insert(nameKey(site.text),
                               uniqueName(validName(edited(unit, site.text)), taken, u"_"_s, 255));
            }
            m_result.adjusted.push_back({unit, false, renames[nameKey(site.text)]});
        }
    }
}

void BookPlanner::nameColumns(const TableModel &table)
{
    const TreePart &tree = *m_book.trees[static_cast<size_t>(table.tree)];
    const std::vector<int> &units = m_contents.layout.siteUnits[static_cast<size_t>(table.tree)];
    for (size_t i = 0; i < tree.sites.size(); ++i) {
        const TextSite &site = tree.sites[i];
        if (site.form != SiteForm::TableColumn || units[i] < 0) {
            continue;
        }
        const int copy = m_contents.units[static_cast<size_t>(units[i])].copyOf;
        const int master = copy >= 0 ? copy : units[i];
        if (m_result.editsOf(master) != nullptr) {
            m_result.renames.columns[nameKey(table.name)].insert(nameKey(site.text),
                                                                 edited(master, site.text));
        }
    }
}

base::Result<BookPlan> BookPlanner::make()
{
    auto edits = unitEdits(*m_result.plan, m_contents.units);
    if (!edits) {
        return base::failure(base::ErrorCode::Internal, {}, u"span"_s);
    }
    m_result.edits = std::move(*edits);
    takeActions();
    for (const TableModel &table : m_book.tables) {
        keepHeadersApart(table);
    }
    QHash<int, QString> headers;
    for (const document::AdjustedUnit &header : m_result.adjusted) {
        headers.insert(header.unit, header.text);
    }
    for (const document::TextUnit &unit : m_contents.units) {
        if (unit.copyOf >= 0 && m_result.edits.contains(unit.copyOf)) {
            m_result.edits.insert(unit.index, m_result.edits.value(unit.copyOf));
            if (headers.contains(unit.copyOf)) {
                m_result.adjusted.push_back({unit.index, false, headers[unit.copyOf]});
            }
        }
    }
    nameSheets();
    nameThings();
    for (const TableModel &table : m_book.tables) {
        nameColumns(table);
    }
    return std::move(m_result);
}

}   // namespace

std::optional<UnitEdits> unitEdits(const document::RedactionPlan &plan,
                                   const std::vector<document::TextUnit> &units)
{
    UnitEdits byUnit;
    for (const document::SpanRedaction &redaction : plan.spans) {
        const document::Span &span = redaction.span;
        if (!document::isSpanOf(units, span)) {
            return std::nullopt;
        }
        std::vector<TextEdit> &edits = byUnit[span.unit];
        if (!edits.empty() && edits.back().end > span.begin) {
            return std::nullopt;
        }
        edits.push_back({span.begin, span.end, redaction.replacement});
    }
    return byUnit;
}

QString uniqueName(const QString &wanted, QSet<QString> &taken, const QString &separator,
                   qsizetype longest)
{
    QString name = wanted.left(longest);
    for (int number = 2; taken.contains(nameKey(name)); ++number) {
        const QString suffix = separator + QString::number(number);
        name = wanted.left(longest - suffix.size()) + suffix;
    }
    taken.insert(nameKey(name));
    return name;
}

QString validSheetName(const QString &text)
{
    QString name = text;
    name.replace(u'[', u'(').replace(u']', u')');
    for (const QChar c : {u':', u'*', u'?', u'/', u'\\'}) {
        name.replace(c, u'-');
    }
    while (name.startsWith(u'\'') || name.startsWith(u' ')) {
        name.remove(0, 1);
    }
    name.truncate(longestSheetName);
    while (name.endsWith(u'\'') || name.endsWith(u' ')) {
        name.chop(1);
    }
    return name;
}

const std::vector<TextEdit> *BookPlan::editsOf(int unit) const
{
    const auto found = edits.constFind(unit);
    return found == edits.constEnd() ? nullptr : &*found;
}

bool BookPlan::removes(HiddenKind kind, const QString &part) const
{
    const QString id = hiddenItemId(contents->hidden, kind, part);
    const auto found = plan->hidden.find(id);
    return !id.isEmpty() && (found == plan->hidden.end() || found->second == HiddenAction::Remove);
}

bool BookPlan::changesAnything() const
{
    return !edits.isEmpty() || !removedNames.isEmpty()
           || std::any_of(sheets.begin(), sheets.end(),
                          [](const SheetActions &actions) { return actions.any(); });
}

base::Result<BookPlan> makeBookPlan(const BookModel &book, const BookContents &contents,
                                    const document::RedactionPlan &plan, const QString &mainPart)
{
    return BookPlanner(book, contents, plan, mainPart).make();
}

}   // namespace expunge::formats::ooxml
