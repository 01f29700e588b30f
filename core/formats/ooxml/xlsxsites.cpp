// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/xlsxsites.h"

#include "core/formats/ooxml/domedit.h"
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
        if (NumberFormat::literals(site.text).empty()) {
            return;
        }
        break;
    case SiteForm::Plain:
    case SiteForm::Paragraph:
    case SiteForm::DefinedName:
    case SiteForm::TableName:
    case SiteForm::TableColumn:
    case SiteForm::TotalsLabel:
    case SiteForm::StyleName:
    case SiteForm::Target:
    case SiteForm::ChartPoint:
        break;
    }
    add(std::move(site), *rule);
}

void SiteCollector::visitAttributes(pugi::xml_node node)
{
    for (const pugi::xml_attribute attribute : node.attributes()) {
        const auto rule = siteRules().constFind(QByteArray(node.name()) + '@' + attribute.name());
        if (rule == siteRules().constEnd()) {
            continue;
        }
        TextSite site;
        site.node = node;
        site.attribute = attribute;
        site.text = QString::fromUtf8(attribute.value());
        const bool builtin = rule->form == SiteForm::DefinedName && isBuiltinName(site.text);
        const bool sayNothing =
            rule->form == SiteForm::Formula
            && !formulaSaysSomething(site.text, formulaTokens(site.text), m_context.known);
        const bool plainFormat =
            rule->form == SiteForm::NumberFormat && NumberFormat::literals(site.text).empty();
        if (builtin || sayNothing || plainFormat
            || (rule->hidden && isNeutralName(node, site.text))) {
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

QString headerCodeText(QChar c)
{
    return c == u'&' ? u"&"_s : QString();
}

/// Length of the code that begins with "&" at `at`.
qsizetype headerCodeLength(const QString &markup, qsizetype at)
{
    const QChar code = at + 1 < markup.size() ? markup[at + 1] : QChar();
    if (code == u'"') {
        const qsizetype stop = markup.indexOf(u'"', at + 2);
        return (stop < 0 ? markup.size() : stop + 1) - at;
    }
    if (code.isDigit()) {
        qsizetype stop = at + 1;
        while (stop < markup.size() && markup[stop].isDigit()) {
            ++stop;
        }
        return stop - at;
    }
    constexpr qsizetype colourLength = 8;   // &KRRGGBB, &K01+000
    return code == u'K' ? std::min(colourLength, markup.size() - at)
                        : std::min<qsizetype>(2, markup.size() - at);
}

QString editHeader(const QString &markup, const std::vector<TextEdit> &edits)
{
    std::vector<int> positions;
    const QString shown = headerText(markup, &positions);
    QString result = markup;
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        // From right to left, one stretch between codes at a time; the leftmost takes the replacement.
        for (int end = std::min<int>(edit->end, static_cast<int>(shown.size()));
             end > edit->begin;) {
            int begin = end - 1;
            while (begin > edit->begin
                   && positions[static_cast<size_t>(begin)]
                          == positions[static_cast<size_t>(begin) - 1] + 1) {
                --begin;
            }
            const int from = positions[static_cast<size_t>(begin)];
            const int last = positions[static_cast<size_t>(end) - 1];
            const int length = last - from + (markup[last] == u'&' ? 2 : 1);
            QString text = begin == edit->begin ? QString(edit->replacement).replace(u'&', u"&&"_s)
                                                : QString();
            if (!text.isEmpty() && text.front().isDigit() && from > 0
                && markup[from - 1].isDigit()) {
                text.prepend(u' ');   // would be read as a part of a size
            }
            result.replace(from, length, text);
            end = begin;
        }
    }
    return result;
}

/// Edits within what the format shows as it stands.
std::optional<QString> editNumberFormat(const QString &code, const std::vector<TextEdit> &edits)
{
    QString result = code;
    const auto literals = NumberFormat::literals(code);
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        const auto literal = std::find_if(literals.begin(), literals.end(), [&](const auto &item) {
            return edit->begin >= item.begin && edit->end <= item.end;
        });
        if (literal == literals.end()) {
            return std::nullopt;
        }
        QString text = edit->replacement;
        text.remove(u'"').remove(u'\\');
        const bool quoted =
            code[literal->begin] == u'"' && edit->begin > literal->begin && edit->end < literal->end
            && code.mid(literal->begin + 1, literal->end - literal->begin - 2).count(u'"') == 0;
        if (quoted) {
            result.replace(edit->begin, edit->end - edit->begin, text);
        } else {   // pieces of several kinds: the whole literal goes
            result.replace(literal->begin, literal->end - literal->begin, u'"' + text + u'"');
        }
    }
    return result;
}

void setSiteText(TextSite &site, const QString &text)
{
    if (site.attribute) {
        site.attribute.set_value(text.toUtf8().constData());
    } else {
        putText(site.node, text);
    }
}

QString rawText(const TextSite &site)
{
    return site.attribute ? QString::fromUtf8(site.attribute.value()) : textOf(site.node);
}

void editParagraph(TextSite &site, const std::vector<TextEdit> &edits)
{
    const bool note = is(site.node, "x:comment");
    RichText text;
    for (const pugi::xml_node piece : site.pieces) {
        text.runs.push_back({{}, note ? decodeSheetEscapes(textOf(piece)) : textOf(piece)});
    }
    text.edit(edits);
    for (size_t i = 0; i < site.pieces.size(); ++i) {
        const QString &piece = text.runs[i].text;
        putText(site.pieces[i], note ? encodeSheetEscapes(piece) : piece);
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

void putText(pugi::xml_node element, const QString &text)
{
    element.remove_children();
    element.remove_attribute("xml:space");
    if (!text.isEmpty()) {
        element.append_child(pugi::node_pcdata).set_value(text.toUtf8().constData());
    }
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

QString headerText(const QString &markup, std::vector<int> *positions)
{
    QString text;
    for (qsizetype at = 0; at < markup.size();) {
        const bool code = markup[at] == u'&';
        const qsizetype length = code ? headerCodeLength(markup, at) : 1;
        const QString shown =
            code ? headerCodeText(at + 1 < markup.size() ? markup[at + 1] : QChar())
                 : QString(markup[at]);
        if (!shown.isEmpty() && positions != nullptr) {
            positions->push_back(static_cast<int>(at));
        }
        text += shown;
        at += length;
    }
    return text;
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

SiteResult editSite(TextSite &site, const std::vector<TextEdit> &edits,
                    const FormulaRenames &renames, QString &text)
{
    text = applyTextEdits(site.text, edits);
    switch (site.form) {
    case SiteForm::Plain:
        setSiteText(site, text);
        break;
    case SiteForm::Escaped:
    case SiteForm::TableColumn:
    case SiteForm::TotalsLabel:
        setSiteText(site, encodeSheetEscapes(text));
        break;
    case SiteForm::Formula: {
        const auto edited = editFormula(site.text, edits, renames);
        if (!edited) {
            text.clear();
            return SiteResult::Gone;
        }
        text = *edited;
        setSiteText(site, text);
        break;
    }
    case SiteForm::NumberFormat: {
        text = editNumberFormat(site.text, edits).value_or(u"General"_s);
        setSiteText(site, text);
        return NumberFormat::literals(text).empty() ? SiteResult::Gone : SiteResult::Edited;
    }
    case SiteForm::HeaderFooter: {
        const QString markup = editHeader(decodeSheetEscapes(rawText(site)), edits);
        text = headerText(markup);
        setSiteText(site, encodeSheetEscapes(markup));
        break;
    }
    case SiteForm::Paragraph:
        editParagraph(site, edits);
        break;
    case SiteForm::DefinedName:
    case SiteForm::TableName:
    case SiteForm::StyleName:
        text = validName(text);
        setSiteText(site, text);
        break;
    case SiteForm::ChartPoint:
        setSiteText(site, text);
        break;
    case SiteForm::Target:
        text.clear();
        return SiteResult::Gone;
    }
    return text.isEmpty() ? SiteResult::Gone : SiteResult::Edited;
}

}   // namespace expunge::formats::ooxml
