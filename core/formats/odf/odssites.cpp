// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odssites.h"

#include "core/formats/odf/odfnames.h"
#include "core/formats/odf/odfvocabulary.h"
#include "core/formats/odf/odsformula.h"
#include "core/formats/odf/odssweep.h"
#include "core/formats/ooxml/tellingtext.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::HiddenKind;
using document::Place;
using document::PlaceKind;
using ooxml::attributeText;
using ooxml::is;

namespace {

bool hasWord(const QString &text)
{
    return std::any_of(text.begin(), text.end(), ooxml::tells);
}

/// What the elements around a text say about it.
struct Surroundings
{
    PlaceKind place = PlaceKind::TextBox;
    std::optional<HiddenKind> hidden;
};

/// Gathers the sites of one tree.
class OdsSiteCollector
{
public:
    OdsSiteCollector(pugi::xml_node root, const OdsSiteContext &context)
        : m_root(root)
        , m_context(context)
    {
    }

    std::vector<OdsSite> run();

private:
    void visit(pugi::xml_node node);
    void visitAttribute(pugi::xml_node node, pugi::xml_attribute attribute);
    void visitName(pugi::xml_node node, pugi::xml_attribute attribute);
    void visitStyle(pugi::xml_node node);
    void visitValue(pugi::xml_node node, pugi::xml_attribute attribute);
    void addFormula(pugi::xml_node node, pugi::xml_attribute attribute);
    Surroundings around(pugi::xml_node node) const;
    void add(OdsSite site, PlaceKind place, const char *name = "");
    OdsSite siteOf(pugi::xml_node node, pugi::xml_attribute attribute, OdsForm form) const;
    bool isRangeOfChart(pugi::xml_node node) const;

    pugi::xml_node m_root;
    const OdsSiteContext &m_context;
    std::vector<OdsSite> m_sites;
    QSet<QString> m_fonts;   // that are sites
};

std::vector<OdsSite> OdsSiteCollector::run()
{
    ooxml::forEachElement(m_root, [this](pugi::xml_node node) { visit(node); });
    return std::move(m_sites);
}

Surroundings OdsSiteCollector::around(pugi::xml_node node) const
{
    Surroundings result;
    result.place = m_context.isChart ? PlaceKind::Chart : PlaceKind::TextBox;
    for (pugi::xml_node at = node; at && at != m_root; at = at.parent()) {
        const std::string_view name = at.name();
        if (name == "office:annotation") {
            return {PlaceKind::Comment, HiddenKind::Comments};
        }
        if (name.starts_with("style:header")) {
            return {PlaceKind::Header, {}};
        }
        if (name.starts_with("style:footer")) {
            return {PlaceKind::Footer, {}};
        }
        if (name == "table:help-message" || name == "table:error-message") {
            return {PlaceKind::Rule, {}};
        }
    }
    return result;
}

OdsSite OdsSiteCollector::siteOf(pugi::xml_node node, pugi::xml_attribute attribute,
                                 OdsForm form) const
{
    OdsSite site;
    site.form = form;
    site.node = node;
    site.attribute = attribute;
    site.text = readAttribute(attribute);
    site.hidden = around(node).hidden;
    return site;
}

void OdsSiteCollector::add(OdsSite site, PlaceKind place, const char *name)
{
    if (site.text.text.isEmpty()) {
        return;
    }
    site.place = m_context.place;
    if (site.place.empty() || site.place.back().kind != place) {
        site.place.push_back({place, 0, QString::fromLatin1(name)});
    }
    m_sites.push_back(std::move(site));
}

/// LibreOffice notes in the table of a chart which cells its columns repeat.
bool OdsSiteCollector::isRangeOfChart(pugi::xml_node node) const
{
    return m_context.isChart && is(node, "svg:desc") && is(node.parent(), "draw:g")
           && is(node.parent().parent(), "table:table-cell");
}

void OdsSiteCollector::visit(pugi::xml_node node)
{
    for (const pugi::xml_attribute attribute : node.attributes()) {
        visitAttribute(node, attribute);
    }
    const Surroundings surroundings = around(node);
    if (isParagraph(node)) {
        if (m_context.isCell && node.parent() == m_root) {
            return;
        }
        for (ReadText &text : readParagraph(node).texts) {
            OdsSite site;
            site.node = node;
            site.hidden = text.hidden ? text.hidden : surroundings.hidden;
            site.text = std::move(text);
            add(std::move(site), surroundings.place);
        }
        return;
    }
    const std::string_view name = node.name();
    OdsSite site;
    site.node = node;
    site.hidden = surroundings.hidden;
    if (name == "svg:title" || name == "svg:desc" || name == "table:title"
        || name == "table:desc") {
        if (!isRangeOfChart(node)) {
            site.text = readElement(node);
            site.hidden = site.hidden ? site.hidden : HiddenKind::AltText;
            add(std::move(site), PlaceKind::AltText);
        }
    } else if (name == "dc:creator" || name == "dc:date" || name == "meta:date-string"
               || name == "meta:creator-initials" || name == "loext:sender-initials") {
        site.text = readElement(node);
        add(std::move(site), surroundings.place);
    } else if (name == "number:text" || name == "number:currency-symbol"
               || name == "number:embedded-text" || name == "number:fill-character") {
        site.text = readElement(node);
        if (hasWord(site.text.text)) {
            add(std::move(site), PlaceKind::Other, "number format");
        }
    } else if (name.starts_with("math:") && carriesText(node.name())) {
        site.text = readElement(node);
        add(std::move(site), PlaceKind::Equation);
    } else if (name == "style:style" || name == "style:master-page") {
        visitStyle(node);
    }
}

void OdsSiteCollector::visitStyle(pugi::xml_node node)
{
    const bool isShown =
        is(node.parent(), "office:styles") || is(node.parent(), "office:master-styles");
    if (!isShown || isUsualStyleName(shownStyleName(node))) {
        return;
    }
    OdsSite site;
    site.form = OdsForm::StyleName;
    site.node = node;
    site.text.text = shownStyleName(node);
    site.hidden = HiddenKind::StyleNames;
    add(std::move(site), PlaceKind::Other, "style");
}

void OdsSiteCollector::visitAttribute(pugi::xml_node node, pugi::xml_attribute attribute)
{
    if (holdsFormula(attribute)) {
        addFormula(node, attribute);
        return;
    }
    switch (attributeKind(node.name(), attribute.name())) {
    case AttributeKind::Text: {
        const std::string_view name = attribute.name();
        const PlaceKind place = around(node).place;
        OdsSite site = siteOf(node, attribute, OdsForm::Text);
        if (!hasWord(site.text.text)) {
            break;
        }
        if (name == "office:title" || name == "xlink:title") {
            add(std::move(site), PlaceKind::ToolTip);
        } else if (place == PlaceKind::Rule || name == "table:title") {
            add(std::move(site), PlaceKind::Rule);
        } else {
            add(std::move(site), PlaceKind::Other, "text of a style or field");
        }
        break;
    }
    case AttributeKind::Name:
        visitName(node, attribute);
        break;
    case AttributeKind::Link:
        if (is(node, "text:a") || is(node, "draw:a")) {
            const QString target = QString::fromUtf8(attribute.value());
            const bool inside =
                target.startsWith(u'#')
                && !openFormulaSaysSomething(u'[' + target.mid(1) + u']', *m_context.known);
            if (!inside) {
                add(siteOf(node, attribute, OdsForm::Link), PlaceKind::Link);
            }
        }
        break;
    case AttributeKind::Value:
        visitValue(node, attribute);
        break;
    case AttributeKind::Font: {
        const QString family = QString::fromUtf8(attribute.value());
        if (!isUsualFamily(family) && !m_fonts.contains(family)) {
            m_fonts.insert(family);
            add(siteOf(node, attribute, OdsForm::Text), PlaceKind::Other, "font name");
        }
        break;
    }
    case AttributeKind::Syntax:
    case AttributeKind::Style:
    case AttributeKind::Id:
    case AttributeKind::Formula:
    case AttributeKind::Drop:
        break;
    }
}

void OdsSiteCollector::addFormula(pugi::xml_node node, pugi::xml_attribute attribute)
{
    if (!openFormulaSaysSomething(QString::fromUtf8(attribute.value()), *m_context.known)) {
        return;
    }
    const bool ofName = is(node, "table:named-expression");
    const bool ofCell = is(node, "table:table-cell");
    add(siteOf(node, attribute, OdsForm::Formula), ofName   ? PlaceKind::DefinedName
                                                   : ofCell ? PlaceKind::Formula
                                                            : PlaceKind::Rule);
}

void OdsSiteCollector::visitName(pugi::xml_node node, pugi::xml_attribute attribute)
{
    const QString name = QString::fromUtf8(attribute.value());
    if (is(node, "table:named-expression") || is(node, "table:named-range")
        || is(node, "table:database-range")) {
        if (!name.startsWith(u"__Anonymous_"_s)) {   // ranges that only a filter needs
            add(siteOf(node, attribute, OdsForm::DefinedName), PlaceKind::DefinedName);
        }
        return;
    }
    const bool isSheet =
        is(node, "table:table") && is(node.parent(), "office:spreadsheet") && !m_context.isChart;
    const bool ofChart = is(node, "table:table") && name == u"local-table"_s;
    static const QRegularExpression neutral(u"^(Shape|Object|Image|Chart) ?\\d*$"_s);
    const std::string_view attributeName = attribute.name();
    if (isSheet || ofChart || is(node, "table:content-validation")
        || attributeName == "table:content-validation-name" || attributeName == "style:display-name"
        || neutral.match(name).hasMatch()) {
        return;
    }
    OdsSite site = siteOf(node, attribute, OdsForm::Text);
    site.hidden = site.hidden ? site.hidden : HiddenKind::AltText;
    add(std::move(site), PlaceKind::AltText);
}

/// A value beside the text of a cell that is not one of a sheet: in a chart's table.
void OdsSiteCollector::visitValue(pugi::xml_node node, pugi::xml_attribute attribute)
{
    const bool cell = is(node, "table:table-cell") || is(node, "table:covered-table-cell");
    if (!cell) {
        return;
    }
    QStringList texts;
    for (const pugi::xml_node child : node.children()) {
        if (isParagraph(child)) {
            texts.append(readParagraph(child).texts.front().text);
        }
    }
    if (texts.join(u'\n') != QString::fromUtf8(attribute.value())) {
        add(siteOf(node, attribute, OdsForm::CellValue),
            m_context.isChart ? PlaceKind::Chart : PlaceKind::TextBox);
    }
}

}   // namespace

std::vector<OdsSite> odsSites(pugi::xml_node root, const OdsSiteContext &context)
{
    return root ? OdsSiteCollector(root, context).run() : std::vector<OdsSite>();
}

QString shownStyleName(pugi::xml_node style)
{
    const QString shown = attributeText(style, "style:display-name");
    if (!shown.isEmpty()) {
        return shown;
    }
    static const QRegularExpression escape(u"_([0-9a-f]{1,4})_"_s);
    QString name = attributeText(style, "style:name");
    for (auto match = escape.match(name); match.hasMatch();
         match = escape.match(name, match.capturedStart() + 1)) {
        name.replace(match.capturedStart(), match.capturedLength(),
                     QChar(match.captured(1).toUShort(nullptr, 16)));
    }
    return name;
}

bool isUsualStyleName(const QString &name)
{
    // The styles of LibreOffice Calc and of its imports, and those of Excel's own cell styles.
    static const QSet<QString> usual{u"Default"_s,
                                     u"Heading"_s,
                                     u"Heading1"_s,
                                     u"Heading 1"_s,
                                     u"Heading 2"_s,
                                     u"Result"_s,
                                     u"Result2"_s,
                                     u"Text"_s,
                                     u"Note"_s,
                                     u"Footnote"_s,
                                     u"Hyperlink"_s,
                                     u"Status"_s,
                                     u"Good"_s,
                                     u"Neutral"_s,
                                     u"Bad"_s,
                                     u"Warning"_s,
                                     u"Error"_s,
                                     u"Accent"_s,
                                     u"Accent 1"_s,
                                     u"Accent 2"_s,
                                     u"Accent 3"_s,
                                     u"Report"_s,
                                     u"Heading (user)"_s,
                                     u"Shapes"_s,
                                     u"Filled"_s,
                                     u"Outlined"_s,
                                     u"Lines"_s,
                                     u"Object with no fill and no line"_s,
                                     u"Normal"_s,
                                     u"Arrow Line"_s,
                                     u"Dashed Line"_s,
                                     u"Graphics"_s,
                                     u"Untitled1"_s,
                                     u"standard"_s,
                                     u"Pivot Table Corner"_s,
                                     u"Pivot Table Category"_s,
                                     u"Pivot Table Field"_s,
                                     u"Pivot Table Result"_s,
                                     u"Pivot Table Title"_s,
                                     u"Pivot Table Value"_s};
    static const QRegularExpression made(
        u"^((Default )?(ConditionalStyle|Excel_CondFormat|ExtConditionalStyle|PageStyle|Style|"
        u"Page)[ _]?\\d+(_\\d+)*|Filled (Blue|Green|Red|Yellow)|Outlined "
        u"(Blue|Green|Red|Yellow))$"_s);
    const bool excel = name.startsWith(u"Excel Built-in "_s);
    return usual.contains(excel ? name.mid(15) : name) || (!excel && made.match(name).hasMatch());
}

}   // namespace expunge::formats::odf
