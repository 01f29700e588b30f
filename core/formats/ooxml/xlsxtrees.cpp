// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/xlsxtrees.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

/// A chart's reference to cells as the values that it remembers of them (ECMA-376 part
/// 1, 21.2.2.194 and 21.2.2.116).
void freezeChartReference(pugi::xml_node formula)
{
    pugi::xml_node holder = formula.parent();
    const bool text = is(holder, "c:strRef");
    const bool number = is(holder, "c:numRef");
    if (!text && !number) {
        return;   // references through several levels keep what they have
    }
    const pugi::xml_node cache = holder.child(text ? "c:strCache" : "c:numCache");
    if (is(holder.parent(), "c:tx")) {
        pugi::xml_node parent = holder.parent();
        if (const pugi::xml_node value = cache.child("c:pt").child("c:v")) {
            parent.append_move(value);
        } else {
            parent.append_child("c:v");
        }
        parent.remove_child(holder);
        return;
    }
    holder.set_name(text ? "c:strLit" : "c:numLit");
    while (const pugi::xml_node child = cache.first_child()) {
        holder.append_move(child);
    }
    holder.remove_child(cache);
    holder.remove_child(formula);
}

bool speaksOfOtherBooks(const QString &formula)
{
    const auto tokens = formulaTokens(formula);
    return std::any_of(tokens.begin(), tokens.end(), [](const FormulaToken &token) {
        return token.part == FormulaPart::External;
    });
}

std::unordered_set<const void *> liveNodes(const TreePart &tree)
{
    std::unordered_set<const void *> alive;
    const pugi::xml_node root = tree.xml.document.document_element();
    alive.insert(root.internal_object());
    forEachElement(root, [&alive](pugi::xml_node node) { alive.insert(node.internal_object()); });
    return alive;
}

pugi::xml_node ancestor(pugi::xml_node node, std::initializer_list<const char *> names)
{
    for (pugi::xml_node up = node.parent(); up; up = up.parent()) {
        if (std::any_of(names.begin(), names.end(),
                        [&](const char *name) { return is(up, name); })) {
            return up;
        }
    }
    return {};
}

}   // namespace

void TreeEditor::edit(size_t index)
{
    TreePart &tree = *m_book.trees[index];
    const pugi::xml_node root = tree.xml.document.document_element();
    const std::vector<int> &units = m_plan.contents->layout.siteUnits[index];
    std::vector<std::string> attributes;   // names, because the handles may not outlive the edits
    for (const TextSite &site : tree.sites) {
        attributes.emplace_back(site.attribute ? site.attribute.name() : "");
    }
    editSites(tree, units);
    leaveLostFormulas(root);
    m_edits.run(root);
    const bool table = tree.book->role == BookRole::Table;
    renameFormulas(root, m_plan.renames,
                   table ? m_book.tables.empty() ? QString() : attributeText(root, "displayName")
                         : QString());
    renameStyles(root);
    if (table) {
        editTable(tree);
    }
    if (tree.book->role == BookRole::Styles) {
        editFormats(root);
    }
    if (tree.book->role == BookRole::Workbook) {
        editWorkbook(root);
    }
    removeEmptyContainers(root);
    noteChanges(tree, units, attributes);
}

void noteLostUnits(const TreePart &tree, const std::vector<int> &units, BookPlan &plan)
{
    const auto alive = liveNodes(tree);
    for (size_t i = 0; i < units.size(); ++i) {
        if (units[i] >= 0 && !alive.contains(tree.sites[i].node.internal_object())) {
            plan.adjusted.push_back({units[i], true, {}});
        }
    }
}

/// Formulas that name something by its new name, and texts that went with what they belonged to.
void TreeEditor::noteChanges(const TreePart &tree, const std::vector<int> &units,
                             const std::vector<std::string> &attributes)
{
    const auto alive = liveNodes(tree);
    for (size_t i = 0; i < units.size(); ++i) {
        const TextSite &site = tree.sites[i];
        if (units[i] < 0) {
            continue;
        }
        if (!alive.contains(site.node.internal_object())) {
            m_plan.adjusted.push_back({units[i], true, {}});
        } else if (site.form == SiteForm::Formula || site.form == SiteForm::NumberFormat) {
            const char *attribute = attributes[i].c_str();
            QString text =
                attributes[i].empty() ? textOf(site.node) : attributeText(site.node, attribute);
            if (site.form == SiteForm::NumberFormat) {
                text = NumberFormat::literalText(text);
            }
            const std::vector<TextEdit> *edits = m_plan.editsOf(units[i]);
            if (text != (edits == nullptr ? site.text : applyTextEdits(site.text, *edits))) {
                m_plan.adjusted.push_back({units[i], text.isEmpty() || text == u"#REF!"_s, text});
            }
        }
    }
}

void TreeEditor::editSites(TreePart &tree, const std::vector<int> &units)
{
    for (size_t i = 0; i < tree.sites.size(); ++i) {
        editOne(tree, tree.sites[i], units[i]);
    }
}

void TreeEditor::editOne(TreePart &tree, TextSite &site, int unit)
{
    if (unit < 0 || site.form == SiteForm::ChartPoint) {
        followCell(site, unit >= 0, unit);
        return;
    }
    if (site.hidden && m_plan.removes(*site.hidden, tree.book->part->name)) {
        hideNames(site);
        return;
    }
    const std::vector<TextEdit> *edits = m_plan.editsOf(unit);
    if (edits == nullptr) {
        return;
    }
    if (site.form == SiteForm::DefinedName || site.form == SiteForm::TableName
        || site.form == SiteForm::StyleName) {
        return;   // renamed with everything that names them
    }
    const QString plain = applyTextEdits(site.text, *edits);
    QString text;
    if (editSite(site, *edits, m_plan.renames, text) == SiteResult::Gone) {
        const bool mayBeEmpty =
            site.form == SiteForm::Plain || site.form == SiteForm::Escaped
            || site.form == SiteForm::Paragraph || site.form == SiteForm::HeaderFooter
            || site.form == SiteForm::NumberFormat || site.form == SiteForm::FontName;
        m_plan.adjusted.push_back({unit, true, {}});
        if (!mayBeEmpty) {
            leave(site.node, site.attribute);
        }
    } else if (text != plain) {
        m_plan.adjusted.push_back({unit, false, text});
    }
}

/// Names and descriptions that go, and what stands there instead where something must.
void TreeEditor::hideNames(TextSite &site)
{
    if (*site.hidden == HiddenKind::HiddenNames) {
        m_edits.remove(site.node);
    } else if (*site.hidden == HiddenKind::AltText
               && std::string_view(site.attribute.name()) == "name") {
        setAttribute(site.node, "name", u"Shape %1"_s.arg(++m_shapes));
    } else if (*site.hidden == HiddenKind::AltText) {
        site.node.remove_attribute(site.attribute);
    }
    // Styles are renamed with everything that names them.
}

/// A point of a chart reads as its cell does.
void TreeEditor::followCell(TextSite &site, bool isUnit, int unit)
{
    const auto source = chartSource(site.node, m_book);
    const unsigned fate = source ? m_survey.fate(source->sheet, source->at) : 0U;
    const bool wholeSheet = source && m_plan.sheets[static_cast<size_t>(source->sheet)].all;
    const std::vector<TextEdit> *edits = isUnit ? m_plan.editsOf(unit) : nullptr;
    if (!wholeSheet && (fate & (FateDropped | FateEmptied)) != 0) {
        m_edits.remove(site.node.parent());
        if (isUnit) {
            m_plan.adjusted.push_back({unit, true, {}});
        }
        return;
    }
    const pugi::xml_node cache = site.node.parent().parent();
    const bool numbers = is(cache, "c:numCache") || is(cache, "c:numLit");
    if ((fate & FateRedacted) != 0 && numbers) {
        putText(site.node, u"0"_s);
        if (isUnit) {
            m_plan.adjusted.push_back({unit, false, u"0"_s});
        }
    } else if (edits != nullptr) {
        const QString text = applyTextEdits(site.text, *edits);
        bool ok = true;
        if (numbers) {
            text.toDouble(&ok);
        }
        putText(site.node, ok ? text : u"0"_s);
        if (!ok) {
            m_plan.adjusted.push_back({unit, false, u"0"_s});
        }
    }
}

/// Takes out a formula or link, with what makes no sense without it.
void TreeEditor::leave(pugi::xml_node node, pugi::xml_attribute attribute)
{
    const std::string_view name = node.name();
    if (name == "x:definedName") {
        putText(node, u"#REF!"_s);
    } else if (name == "x:hyperlink" || name == "a:hlinkClick" || name == "a:hlinkHover"
               || name == "x:calculatedColumnFormula" || name == "x:totalsRowFormula") {
        m_edits.remove(node);
    } else if (name == "c:f") {
        m_frozenReferences.push_back(node);
    } else if (name == "c:v") {
        m_edits.remove(node.parent());
    } else if (const pugi::xml_node rule =
                   ancestor(node, {"x:cfRule", "x14:cfRule", "x:dataValidation",
                                   "x14:dataValidation", "x14:sparkline"})) {
        m_edits.remove(rule);
    } else if (attribute) {
        node.remove_attribute(attribute);
    } else {
        m_edits.remove(node);
    }
}

/// Formulas that speak of other workbooks, and charts whose cells are removed.
void TreeEditor::leaveLostFormulas(pugi::xml_node root)
{
    std::vector<std::pair<pugi::xml_node, pugi::xml_attribute>> lost;
    forEachFormula(
        root, [&](pugi::xml_node node, pugi::xml_attribute attribute, const QString &formula) {
            bool goes = speaksOfOtherBooks(formula);
            if (is(node, "c:f")) {
                for (const FormulaToken &token : formulaTokens(formula)) {
                    const int sheet = m_book.sheetByName(token.sheet);
                    goes = goes || (sheet >= 0 && m_plan.sheets[static_cast<size_t>(sheet)].all);
                }
            }
            if (goes) {
                lost.emplace_back(node, attribute);
            }
        });
    for (const auto &[node, attribute] : lost) {
        leave(node, attribute);
    }
    std::sort(m_frozenReferences.begin(), m_frozenReferences.end());
    m_frozenReferences.erase(std::unique(m_frozenReferences.begin(), m_frozenReferences.end()),
                             m_frozenReferences.end());
    for (const pugi::xml_node formula : m_frozenReferences) {
        freezeChartReference(formula);
    }
    m_frozenReferences.clear();
}

/// Whether a style is defined here or comes with the program. The name of any other only shows
/// where a table came from.
static bool isKnownStyle(const BookModel &book, const BookPlan &plan, const QString &name)
{
    static const QRegularExpression ofProgram(
        u"^(TableStyle|PivotStyle)(Light|Medium|Dark)[0-9]{1,2}$"_s);
    constexpr int builtins = 54;
    for (int id = 0; id < builtins; ++id) {
        if (name == builtinStyleName(id)) {
            return true;
        }
    }
    const auto &renamed = plan.styleNames;
    if (ofProgram.match(name).hasMatch()
        || std::find(renamed.cbegin(), renamed.cend(), name) != renamed.cend()) {
        return true;
    }
    if (book.stylesTree < 0) {
        return false;
    }
    const auto &styles = *book.trees[static_cast<size_t>(book.stylesTree)];
    const pugi::xml_node root = styles.xml.document.document_element();
    const auto defines = [&name](pugi::xml_node list) {
        return std::any_of(list.begin(), list.end(), [&name](pugi::xml_node style) {
            return attributeText(style, "name") == name;
        });
    };
    return defines(root.child("x:cellStyles")) || defines(root.child("x:tableStyles"));
}

void TreeEditor::renameStyles(pugi::xml_node root)
{
    const auto rename = [this](pugi::xml_node node) {
        for (const char *name : {"name", "headerRowCellStyle", "dataCellStyle",
                                 "totalsRowCellStyle", "defaultTableStyle", "defaultPivotStyle"}) {
            const bool named = std::string_view(name) != "name" || is(node, "x:cellStyle")
                               || is(node, "x:tableStyle") || is(node, "x:tableStyleInfo");
            const auto found = named ? m_plan.styleNames.constFind(attributeText(node, name))
                                     : m_plan.styleNames.constEnd();
            if (found != m_plan.styleNames.constEnd()) {
                setAttribute(node, name, *found);
            } else if ((std::string_view(name) != "name" || is(node, "x:tableStyleInfo"))
                       && node.attribute(name)
                       && !isKnownStyle(m_book, m_plan, attributeText(node, name))) {
                node.remove_attribute(name);
            }
        }
    };
    rename(root);
    forEachElement(root, rename);
}

/// Words that a redacted cell showed and that come from its number format.
void TreeEditor::editFormats(pugi::xml_node root)
{
    QHash<int, QStringList> words;   // by number format id
    const pugi::xml_node cellFormats = root.child("x:cellXfs");
    size_t position = 0;
    for (const pugi::xml_node xf : cellFormats.children("x:xf")) {
        const int format = position < m_book.styles.size() ? m_book.styles[position].format : -1;
        if (m_survey.formatWords().contains(format)) {
            words[xf.attribute("numFmtId").as_int()] += m_survey.formatWords()[format];
        }
        ++position;
    }
    for (pugi::xml_node node : root.child("x:numFmts").children("x:numFmt")) {
        QString code = attributeText(node, "formatCode");
        const QStringList gone = words.value(node.attribute("numFmtId").as_int());
        QStringList literals;
        for (const NumberFormat::Literal &literal : NumberFormat::literals(code)) {
            literals.append(literal.text);
            for (const QString &word : gone) {
                literals.last().remove(word);
            }
        }
        code = NumberFormat::withLiterals(code, literals);
        if (!gone.isEmpty()) {
            setAttribute(node, "formatCode", code);
        }
    }
    QHash<int, QString> codes;
    for (const pugi::xml_node node : root.child("x:numFmts").children("x:numFmt")) {
        codes.insert(node.attribute("numFmtId").as_int(), attributeText(node, "formatCode"));
    }
    position = 0;
    for (const pugi::xml_node xf : cellFormats.children("x:xf")) {
        const int id = xf.attribute("numFmtId").as_int();
        if (codes.contains(id) && position < m_book.styles.size()) {
            m_plan.newFormats.insert(m_book.styles[position].format, NumberFormat(codes[id]));
        }
        ++position;
    }
}

void TreeEditor::editTable(const TreePart &tree)
{
    pugi::xml_node root = tree.xml.document.document_element();
    const QString name = attributeText(root, "displayName");
    const QString renamed = m_plan.renames.tables.value(nameKey(name), name);
    setAttribute(root, "displayName", renamed);
    setAttribute(root, "name", renamed);   // the same as the other in every program
}

void TreeEditor::editWorkbook(pugi::xml_node root)
{
    size_t position = 0;
    for (const pugi::xml_node sheet : root.child("x:sheets").children("x:sheet")) {
        setAttribute(sheet, "name", m_plan.sheetNames[position++]);
    }
    for (const pugi::xml_node name : root.child("x:definedNames").children("x:definedName")) {
        const auto found = m_plan.renames.names.constFind(nameKey(attributeText(name, "name")));
        if (found != m_plan.renames.names.constEnd()) {
            setAttribute(name, "name", *found);
        }
    }
    if (!m_survey.hasFormulas() || !m_plan.changesAnything()) {
        return;
    }
    pugi::xml_node calculation = root.child("x:calcPr");
    if (!calculation) {
        pugi::xml_node before = root.child("x:definedNames");
        before = before ? before : root.child("x:sheets");
        calculation = root.insert_child_after("x:calcPr", before);
    }
    setAttribute(calculation, "fullCalcOnLoad", u"1"_s);
}

void TreeEditor::removeEmptyContainers(pugi::xml_node root)
{
    static constexpr std::array containers{"x:hyperlinks",
                                           "x:conditionalFormatting",
                                           "x:dataValidations",
                                           "x:definedNames",
                                           "x:tableParts",
                                           "x14:conditionalFormatting",
                                           "x14:dataValidations",
                                           "x14:conditionalFormattings",
                                           "x14:sparklines",
                                           "x14:sparklineGroup",
                                           "x14:sparklineGroups",
                                           "x:ext",
                                           "x:extLst"};
    for (const char *name : containers) {   // inner ones first
        forEachElement(root, [&](pugi::xml_node node) {
            const bool rules = is(node, "x14:conditionalFormatting") && !node.child("x14:cfRule");
            const bool plainRules = is(node, "x:conditionalFormatting") && !node.child("x:cfRule");
            const bool lines = is(node, "x14:sparklineGroup") && !node.child("x14:sparklines");
            if (is(node, name) && (!node.first_child() || rules || plainRules || lines)) {
                m_edits.remove(node);
            }
        });
        m_edits.run(root);
    }
    forEachElement(root, [](pugi::xml_node node) {
        if (node.attribute("count")
            && (is(node, "x:dataValidations") || is(node, "x:tableParts")
                || is(node, "x14:dataValidations"))) {
            node.attribute("count").set_value(
                static_cast<long>(std::distance(node.children().begin(), node.children().end())));
        }
    });
}

}   // namespace expunge::formats::ooxml
