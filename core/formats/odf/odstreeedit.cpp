// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odstreeedit.h"

#include "core/formats/odf/odfnames.h"
#include "core/formats/odf/odfvocabulary.h"
#include "core/formats/odf/odscells.h"
#include "core/formats/odf/odschart.h"
#include "core/formats/odf/odsformula.h"

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::HiddenKind;
using ooxml::attributeText;
using ooxml::is;
using ooxml::nameKey;
using ooxml::setAttribute;
using ooxml::TextEdit;

namespace {

/// Elements that LibreOffice keeps for its charts: where the columns of their tables come from.
bool isRangeNote(pugi::xml_node node)
{
    return is(node, "svg:desc") && is(node.parent(), "draw:g")
           && is(node.parent().parent(), "table:table-cell");
}

/// Names of arrows, gradients and the like: the plan renames those that are not neutral.
bool isDrawnName(pugi::xml_attribute attribute)
{
    const std::string_view name = attribute.name();
    return name.starts_with("draw:") && !name.ends_with("style-name") && name != "draw:layer"
           && name != "draw:master-page-name";
}

}   // namespace

std::vector<SpanEdit> spanEdits(const std::vector<TextEdit> &edits)
{
    std::vector<SpanEdit> result;
    for (const TextEdit &edit : edits) {
        result.push_back({edit.begin, edit.end, edit.replacement});
    }
    return result;
}

QByteArray neutralValue(QByteArrayView valueType)
{
    if (valueType == "date") {
        return "1900-01-01";
    }
    if (valueType == "time") {
        return "PT00H00M00S";
    }
    return valueType == "boolean" ? "false" : "0";
}

void neutraliseCell(pugi::xml_node cell)
{
    const QByteArray type = cell.attribute("office:value-type").value();
    const char *attribute = valueAttribute(type);
    if (attribute == nullptr) {
        cell.remove_attribute("office:string-value");
        return;
    }
    const QByteArray neutral = neutralValue(type);
    setAttribute(cell, attribute, QString::fromUtf8(neutral));
    while (cell.child("text:p")) {
        cell.remove_child("text:p");
    }
    cell.prepend_child("text:p").append_child(pugi::node_pcdata).set_value(neutral.constData());
}

QByteArray OdsTreeEditor::styleName(const QByteArray &name) const
{
    const auto renamed = m_plan.styleNames.constFind(name);
    if (renamed != m_plan.styleNames.constEnd()) {
        return *renamed;
    }
    return m_book.styles.knows(name) ? name : QByteArray();
}

void OdsTreeEditor::noteGone(int unit)
{
    if (unit >= 0) {
        m_plan.adjusted.push_back({unit, true, {}});
    }
}

void OdsTreeEditor::removeHidden(const OdsSite &site)
{
    if (*site.hidden == HiddenKind::Comments) {
        for (pugi::xml_node node = site.node; node; node = node.parent()) {
            if (is(node, "office:annotation")) {
                m_edits.remove(node);
                return;
            }
        }
    }
    if (site.attribute) {
        m_lostAttributes.emplace_back(site.node, site.attribute);
    } else {
        m_edits.remove(site.node);
    }
}

void OdsTreeEditor::editSite(const OdsSite &site, int unit)
{
    if (site.form == OdsForm::StyleName || site.form == OdsForm::DefinedName) {
        return;   // in the plan's names
    }
    if (site.hidden && m_plan.removes(*site.hidden)) {
        removeHidden(site);
        return;
    }
    const std::vector<TextEdit> *edits = m_plan.editsOf(unit);
    if (edits == nullptr) {
        return;
    }
    if (site.form == OdsForm::Formula) {
        const QString &formula = site.text.text;
        const auto edited = editOpenFormula(formula, *edits, m_plan.renames);
        pugi::xml_attribute attribute = site.attribute;
        if (edited) {
            attribute.set_value(edited->toUtf8().constData());
            const QString renamed = renameInOpenFormula(*edited, m_plan.renames);
            if (renamed != applyTextEdits(formula, *edits)) {
                m_plan.adjusted.push_back({unit, false, renamed});
            }
        } else if (is(site.node, "table:named-expression")) {
            attribute.set_value("\"\"");   // what uses the name still calculates
            noteGone(unit);
        } else {
            m_lostAttributes.emplace_back(site.node, attribute);
            noteGone(unit);
        }
        return;
    }
    editText(site, *edits, unit);
}

void OdsTreeEditor::editText(const OdsSite &site, const std::vector<TextEdit> &edits, int unit)
{
    const pugi::xml_node cell = chartCellOf(site);
    const QByteArray type = cell.attribute("office:value-type").value();
    const bool value =
        site.form == OdsForm::CellValue || is(site.node.parent(), "table:table-cell");
    if (cell && value && valueAttribute(type) != nullptr) {
        neutraliseCell(cell);
        if (site.form == OdsForm::CellValue) {
            noteGone(unit);
        } else {
            m_plan.adjusted.push_back({unit, false, QString::fromUtf8(neutralValue(type))});
        }
        return;
    }
    odf::editText(site.text, spanEdits(edits), m_edits);
}

void OdsTreeEditor::renameLink(pugi::xml_attribute link)
{
    const QString target = QString::fromUtf8(link.value());
    if (target.startsWith(u'#')) {
        const QString renamed = u'#' + renameInAddresses(target.mid(1), m_plan.renames);
        // "#Sheet1" alone is a sheet as well
        const QString sheet = m_plan.renames.sheets.value(nameKey(target.mid(1)));
        link.set_value((sheet.isEmpty() ? renamed : u'#' + sheet).toUtf8().constData());
    }
}

/// Gives formulas, addresses and references to styles their new names; references to nothing go.
void OdsTreeEditor::rename(pugi::xml_node node)
{
    if (m_plan.styleNames.contains(node.attribute("style:name").value())) {
        node.remove_attribute("style:display-name");
    }
    for (pugi::xml_attribute attribute = node.first_attribute(), next; attribute;
         attribute = next) {
        next = attribute.next_attribute();
        const QString value = QString::fromUtf8(attribute.value());
        const AttributeKind kind = attributeKind(node.name(), attribute.name());
        if (kind == AttributeKind::Style) {
            const QByteArray name = styleName(attribute.value());
            const std::string_view own = attribute.name();
            const bool drawn = own == "draw:layer" || is(node, "draw:layer");
            const bool neutral = drawn && isNeutralStyle(value);
            const bool mark = is(node, "table:table-row") && value.startsWith(u"rows "_s);
            if (m_plan.styleNames.contains(attribute.value())) {
                attribute.set_value(name.constData());
            } else if (name.isEmpty() && !neutral && !mark && !isDrawnName(attribute)
                       && own != "style:font-name") {
                node.remove_attribute(attribute);
            }
        } else if (holdsFormula(attribute)) {
            attribute.set_value(renameInOpenFormula(value, m_plan.renames).toUtf8().constData());
        } else if (holdsAddresses(attribute)) {
            attribute.set_value(renameInAddresses(value, m_plan.renames).toUtf8().constData());
        } else if (kind == AttributeKind::Link && (is(node, "text:a") || is(node, "draw:a"))) {
            renameLink(attribute);
        } else if (std::string_view(attribute.name()) == "table:content-validation-name") {
            attribute.set_value(m_book.validations.value(attribute.value()).constData());
        }
    }
    if (isRangeNote(node)) {
        const QString ranges = ooxml::textOf(node);
        node.text().set(renameInAddresses(ranges, m_plan.renames).toUtf8().constData());
    }
}

void OdsTreeEditor::finish(pugi::xml_node root)
{
    for (auto &[node, attribute] : m_lostAttributes) {
        node.remove_attribute(attribute);
    }
    m_lostAttributes.clear();
    m_edits.run(root);
    encodeSpaces(root);
    rename(root);
    ooxml::forEachElement(root, [this](pugi::xml_node node) { rename(node); });
}

void OdsTreeEditor::editCell(pugi::xml_node root, const std::vector<OdsSite> &sites, int unit)
{
    for (const OdsSite &site : sites) {
        editSite(site, unit++);
    }
    finish(root);
}

void OdsTreeEditor::editTree(OdsTree &tree, const std::vector<int> &units)
{
    for (size_t i = 0; i < tree.sites.size(); ++i) {
        editSite(tree.sites[i], units[i]);
    }
    const pugi::xml_node root = tree.xml.document.document_element();
    finish(root);
    ooxml::forEachElement(root, [this](pugi::xml_node node) {
        const bool names = is(node, "table:named-expression") || is(node, "table:named-range")
                           || is(node, "table:database-range");
        const QString key = nameKey(attributeText(node, "table:name"));
        if (names && m_plan.renames.names.contains(key)) {
            setAttribute(node, "table:name", m_plan.renames.names.value(key));
        }
    });
}

}   // namespace expunge::formats::odf
