// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/xlsxsites.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/fontnames.h"
#include "core/formats/ooxml/numberformat.h"

#include <QHash>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenKind;
using document::Place;
using document::PlaceKind;
using document::PlaceStep;

namespace {

/// What is made of an attribute or of an element's text.
struct SiteRule
{
    SiteForm form = SiteForm::Plain;
    PlaceKind place = PlaceKind::Other;
    const char *name = "";   // of a place of kind Other
    std::optional<HiddenKind> hidden;
};

const QHash<QByteArray, SiteRule> &siteRules()
{
    static const QHash<QByteArray, SiteRule> rules = [] {
        QHash<QByteArray, SiteRule> all;
        const auto put = [&all](const char *keys, SiteRule rule) {
            for (const QByteArray &key : QByteArray(keys).split(' ')) {
                all.insert(key, rule);
            }
        };
        using enum SiteForm;
        put("x:definedName@name", {DefinedName, PlaceKind::DefinedName, "", {}});
        put("x:definedName", {Formula, PlaceKind::DefinedName, "", {}});
        put("x:definedName@comment x:definedName@description x:definedName@help "
            "x:definedName@statusBar x:definedName@customMenu",
            {Escaped, PlaceKind::DefinedName, "", {}});
        put("x:filter@val x:customFilter@val x:sortCondition@customList",
            {Escaped, PlaceKind::Rule, "", {}});
        put("x:cfRule@text x14:cfRule@text", {Escaped, PlaceKind::Rule, "", {}});
        put("x:cfvo@val", {Formula, PlaceKind::Rule, "", {}});
        put("x:dataValidation@promptTitle x:dataValidation@prompt x:dataValidation@errorTitle "
            "x:dataValidation@error",
            {Escaped, PlaceKind::Rule, "", {}});
        put("x14:dataValidation@promptTitle x14:dataValidation@prompt "
            "x14:dataValidation@errorTitle x14:dataValidation@error",
            {Escaped, PlaceKind::Rule, "", {}});
        put("x:formula x:formula1 x:formula2 xm:f", {Formula, PlaceKind::Rule, "", {}});
        put("x:hyperlink@tooltip x:hyperlink@display", {Escaped, PlaceKind::ToolTip, "", {}});
        put("x:hyperlink@location", {Formula, PlaceKind::Link, "", {}});
        put("x:table@displayName", {TableName, PlaceKind::Table, "", {}});
        put("x:table@comment", {Escaped, PlaceKind::Table, "", {}});
        put("x:tableColumn@name", {TableColumn, PlaceKind::Column, "", {}});
        put("x:tableColumn@totalsRowLabel", {TotalsLabel, PlaceKind::Column, "", {}});
        put("x:calculatedColumnFormula x:totalsRowFormula", {Formula, PlaceKind::Column, "", {}});
        put("x:cellStyle@name x:tableStyle@name",
            {StyleName, PlaceKind::Other, "style", HiddenKind::StyleNames});
        put("x:numFmt@formatCode c:numFmt@formatCode c:formatCode",
            {NumberFormat, PlaceKind::Other, "number format", {}});
        put("x:oddHeader x:evenHeader x:firstHeader", {HeaderFooter, PlaceKind::Header, "", {}});
        put("x:oddFooter x:evenFooter x:firstFooter", {HeaderFooter, PlaceKind::Footer, "", {}});
        put("x:author", {Escaped, PlaceKind::Comment, "", HiddenKind::Comments});
        put("xdr:cNvPr@name xdr:cNvPr@descr xdr:cNvPr@title",
            {Plain, PlaceKind::AltText, "", HiddenKind::AltText});
        put("cdr:cNvPr@name cdr:cNvPr@descr cdr:cNvPr@title",
            {Plain, PlaceKind::AltText, "", HiddenKind::AltText});
        put("a:hlinkClick@tooltip a:hlinkHover@tooltip", {Plain, PlaceKind::ToolTip, "", {}});
        put("xdr:sp@textlink", {Formula, PlaceKind::TextBox, "", {}});
        put("c:f", {Formula, PlaceKind::Formula, "", {}});
        put("c:v", {ChartPoint, PlaceKind::Chart, "", {}});
        put("c:separator c:name", {Plain, PlaceKind::Chart, "", {}});
        return all;
    }();
    return rules;
}

bool isBuiltinName(const QString &name)
{
    return name.startsWith(u"_xlnm."_s) || name.startsWith(u"_xlfn."_s);
}

/// Names that are the program's own or were made by a scrub: nothing to show.
bool isNeutralName(pugi::xml_node node, const QString &name)
{
    const std::string_view element = node.name();
    if (element == "x:cellStyle") {
        const QString builtin = builtinStyleName(node.attribute("builtinId").as_int(-1));
        const bool usual = builtin.isEmpty()
                               ? name.startsWith(u"Style "_s) && name.mid(6).toInt() > 0
                               : name == builtin;
        const bool level = name.startsWith(u"RowLevel_"_s) || name.startsWith(u"ColLevel_"_s);
        return usual || (level && name.mid(9).toInt() > 0);
    }
    if (element == "x:tableStyle") {
        return name.startsWith(u"Table style "_s);
    }
    const std::string_view local = element.substr(element.find(':') + 1);
    return local == "cNvPr" && name.startsWith(u"Shape "_s) && name.mid(6).toInt() > 0;
}

bool namesFont(pugi::xml_node node, pugi::xml_attribute attribute)
{
    const std::string_view name = attribute.name();
    return name == "typeface" || (name == "val" && (is(node, "x:name") || is(node, "x:rFont")));
}

/// Gathers the sites of one part.
class SiteCollector
{
public:
    SiteCollector(pugi::xml_node root, const SiteContext &context)
        : m_root(root)
        , m_context(context)
    {
    }

    std::vector<TextSite> run();

private:
    void visit(pugi::xml_node node);
    void visitAttributes(pugi::xml_node node);
    void addParagraph(pugi::xml_node node);
    void addTarget(pugi::xml_node node, const char *id);
    void add(TextSite site, const SiteRule &rule);
    Place placeOf(pugi::xml_node node, const SiteRule &rule) const;

    pugi::xml_node m_root;
    const SiteContext &m_context;
    std::vector<TextSite> m_sites;
};

std::vector<TextSite> SiteCollector::run()
{
    visit(m_root);
    forEachElement(m_root, [this](pugi::xml_node node) { visit(node); });
    return std::move(m_sites);
}

Place SiteCollector::placeOf(pugi::xml_node node, const SiteRule &rule) const
{
    Place place = m_context.place;
    const auto cell = parseCellRef(node.attribute("ref").value());
    if (cell && std::string_view(node.name()) != "x:table" && !place.empty()) {
        place.push_back({PlaceKind::Cell, cell->row, columnName(cell->column)});
    }
    const bool partItself = !place.empty() && place.back().kind == rule.place;
    if (!partItself) {
        place.push_back({rule.place, 0, QString::fromLatin1(rule.name)});
    }
    return place;
}

void SiteCollector::add(TextSite site, const SiteRule &rule)
{
    if (site.text.isEmpty()) {
        return;
    }
    site.form = rule.form;
    site.place = placeOf(site.node, rule);
    site.hidden = rule.hidden;
    const bool hiddenName = std::string_view(site.node.name()) == "x:definedName"
                            && site.node.attribute("hidden").as_bool()
                            && !isBuiltinName(attributeText(site.node, "name"));
    if (hiddenName) {
        site.hidden = HiddenKind::HiddenNames;
    }
    if (m_context.comments) {
        site.hidden = HiddenKind::Comments;
    }
    m_sites.push_back(std::move(site));
}

void SiteCollector::visit(pugi::xml_node node)
{
    const std::string_view name = node.name();
    visitAttributes(node);
    if (name == "a:p" || name == "x:comment") {
        addParagraph(node);
        return;
    }
    if (name == "x:hyperlink" || name == "a:hlinkClick" || name == "a:hlinkHover") {
        addTarget(node, "r:id");
        return;
    }
    const auto rule = siteRules().constFind(
        QByteArray::fromRawData(name.data(), static_cast<qsizetype>(name.size())));
    if (rule == siteRules().constEnd()) {
        return;
    }
    TextSite site;
    site.node = node;
    site.text = textOf(node);
    switch (rule->form) {
    case SiteForm::HeaderFooter:
        site.text = headerText(decodeSheetEscapes(site.text));
        break;
    case SiteForm::Escaped:
        site.text = decodeSheetEscapes(site.text);
        break;
    case SiteForm::Formula:
        if (!formulaSaysSomething(site.text, formulaTokens(site.text), m_context.known)
            || isBuiltinName(attributeText(node, "name"))) {
            return;
        }
        break;
    case SiteForm::NumberFormat:
        site.text = NumberFormat::literalText(site.text);
        break;
    case SiteForm::Plain:
    case SiteForm::Paragraph:
    case SiteForm::DefinedName:
    case SiteForm::TableName:
    case SiteForm::TableColumn:
    case SiteForm::TotalsLabel:
    case SiteForm::StyleName:
    case SiteForm::FontName:
    case SiteForm::Target:
    case SiteForm::ChartPoint:
        break;
    }
    add(std::move(site), *rule);
}

void SiteCollector::visitAttributes(pugi::xml_node node)
{
    for (const pugi::xml_attribute attribute : node.attributes()) {
        TextSite site;
        site.node = node;
        site.attribute = attribute;
        site.text = QString::fromUtf8(attribute.value());
        if (namesFont(node, attribute)) {
            if (!isUsualFont(site.text)) {
                add(std::move(site), {SiteForm::FontName, PlaceKind::Other, "font", {}});
            }
            continue;
        }
        const auto rule = siteRules().constFind(QByteArray(node.name()) + '@' + attribute.name());
        if (rule == siteRules().constEnd()) {
            continue;
        }
        const bool builtin = rule->form == SiteForm::DefinedName && isBuiltinName(site.text);
        const bool sayNothing =
            rule->form == SiteForm::Formula
            && !formulaSaysSomething(site.text, formulaTokens(site.text), m_context.known);
        if (rule->form == SiteForm::NumberFormat) {
            site.text = NumberFormat::literalText(site.text);
        }
        if (builtin || sayNothing || (rule->hidden && isNeutralName(node, site.text))) {
            continue;
        }
        if (rule->form == SiteForm::Escaped || rule->form == SiteForm::TableColumn
            || rule->form == SiteForm::TotalsLabel) {
            site.text = decodeSheetEscapes(site.text);
        }
        add(std::move(site), *rule);
    }
}

/// The runs of a drawing's paragraph, or of a note.
void SiteCollector::addParagraph(pugi::xml_node node)
{
    TextSite site;
    site.node = node;
    const bool note = is(node, "x:comment");
    const char *element = note ? "x:t" : "a:t";
    forEachElement(node, [&](pugi::xml_node child) {
        if (is(child, element)) {
            site.pieces.push_back(child);
            site.text += note ? decodeSheetEscapes(textOf(child)) : textOf(child);
        }
    });
    const bool chart = !m_context.place.empty() && m_context.place.front().kind == PlaceKind::Chart;
    add(std::move(site), {SiteForm::Paragraph,
                          note    ? PlaceKind::Comment
                          : chart ? PlaceKind::Chart
                                  : PlaceKind::TextBox,
                          "",
                          {}});
}

void SiteCollector::addTarget(pugi::xml_node node, const char *id)
{
    const QString wanted = attributeText(node, id);
    for (const Relationship &relationship : m_context.part->relationships) {
        if (relationship.external && relationship.id == wanted && !wanted.isEmpty()) {
            TextSite site;
            site.node = node;
            site.text = relationship.target;
            site.relationship = wanted;
            add(std::move(site), {SiteForm::Target, PlaceKind::Link, "", {}});
        }
    }
}

}   // namespace

QString builtinStyleName(int id)
{
    static const QHash<int, QString> names = [] {
        QHash<int, QString> all{{0, u"Normal"_s},
                                {3, u"Comma"_s},
                                {4, u"Currency"_s},
                                {5, u"Percent"_s},
                                {6, u"Comma [0]"_s},
                                {7, u"Currency [0]"_s},
                                {8, u"Hyperlink"_s},
                                {9, u"Followed Hyperlink"_s},
                                {10, u"Note"_s},
                                {11, u"Warning Text"_s},
                                {15, u"Title"_s},
                                {16, u"Heading 1"_s},
                                {17, u"Heading 2"_s},
                                {18, u"Heading 3"_s},
                                {19, u"Heading 4"_s},
                                {20, u"Input"_s},
                                {21, u"Output"_s},
                                {22, u"Calculation"_s},
                                {23, u"Check Cell"_s},
                                {24, u"Linked Cell"_s},
                                {25, u"Total"_s},
                                {26, u"Good"_s},
                                {27, u"Bad"_s},
                                {28, u"Neutral"_s},
                                {53, u"Explanatory Text"_s}};
        constexpr int firstAccent = 29;
        for (int accent = 1; accent <= 6; ++accent) {
            const QString name = u"Accent%1"_s.arg(accent);
            const int style = firstAccent + (accent - 1) * 4;
            all.insert(style, name);
            all.insert(style + 1, u"20% - "_s + name);
            all.insert(style + 2, u"40% - "_s + name);
            all.insert(style + 3, u"60% - "_s + name);
        }
        return all;
    }();
    return names.value(id);
}

std::vector<TextSite> textSites(pugi::xml_node root, const SiteContext &context)
{
    return root ? SiteCollector(root, context).run() : std::vector<TextSite>();
}

void forEachFormula(
    pugi::xml_node root,
    const std::function<void(pugi::xml_node, pugi::xml_attribute, const QString &)> &visit)
{
    const auto look = [&visit](pugi::xml_node node) {
        const std::string_view name = node.name();
        const auto isFormula = [](const QByteArray &key) {
            const auto rule = siteRules().constFind(key);
            return rule != siteRules().constEnd() && rule->form == SiteForm::Formula;
        };
        if (isFormula(QByteArray::fromRawData(name.data(), static_cast<qsizetype>(name.size())))) {
            visit(node, {}, textOf(node));
        }
        for (const pugi::xml_attribute attribute : node.attributes()) {
            if (isFormula(QByteArray(node.name()) + '@' + attribute.name())) {
                visit(node, attribute, QString::fromUtf8(attribute.value()));
            }
        }
    };
    look(root);
    forEachElement(root, look);
}

void renameFormulas(pugi::xml_node root, const FormulaRenames &renames, const QString &ownTable)
{
    if (renames.isEmpty()) {
        return;
    }
    forEachFormula(root,
                   [&](pugi::xml_node node, pugi::xml_attribute attribute, const QString &formula) {
                       const QString renamed = renameInFormula(formula, renames, ownTable);
                       if (renamed == formula) {
                           return;
                       }
                       if (attribute) {
                           attribute.set_value(renamed.toUtf8().constData());
                       } else {
                           putText(node, renamed);
                       }
                   });
}

QString validName(const QString &text)
{
    QString name;
    for (const QChar c : text) {
        const bool fits = c.isLetterOrNumber() || c == u'_' || c == u'.';
        if (fits || (!name.isEmpty() && !name.endsWith(u'_'))) {
            name += fits ? c : QChar(u'_');
        }
    }
    while (name.endsWith(u'_')) {
        name.chop(1);
    }
    const bool looksLikeCell = parseCellRef(name.toUtf8()).has_value() || name.size() < 3;
    if (name.isEmpty() || !(name.front().isLetter() || name.front() == u'_') || looksLikeCell) {
        name.prepend(u"Name_"_s);
    }
    return name;
}

}   // namespace expunge::formats::ooxml
