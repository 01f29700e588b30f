// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odsplan.h"

#include "core/formats/odf/odfnames.h"
#include "core/formats/odf/odfvocabulary.h"
#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/sheettext.h"
#include "core/formats/ooxml/valuenames.h"
#include "core/formats/ooxml/xlsxhidden.h"
#include "core/formats/ooxml/xlsxsites.h"

#include <QRegularExpression>

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::HiddenAction;
using document::HiddenKind;
using ooxml::nameKey;
using ooxml::TextEdit;

namespace {

/// Makes the plan of a spreadsheet step by step.
class OdsPlanner
{
public:
    OdsPlanner(const OdsBook &book, const OdsContents &contents,
               const document::RedactionPlan &plan)
        : m_book(book)
        , m_contents(contents)
    {
        m_result.plan = &plan;
        m_result.contents = &contents;
    }

    base::Result<OdsPlan> make();

private:
    void takeActions();
    void takeCopies();
    void nameSheets();
    void nameThings();
    void nameStyle(const OdsSite &site, int unit);
    void nameMadeStyles();
    void nameDrawn();
    QStringList redactedValues() const;
    QString edited(int unit, const QString &text) const;

    const OdsBook &m_book;
    const OdsContents &m_contents;
    OdsPlan m_result;
    QSet<QString> m_takenStyles;
    int m_made = 0;
};

void OdsPlanner::takeActions()
{
    for (const OdsSheet &sheet : m_book.sheets) {
        ooxml::SheetActions actions;
        actions.all = sheet.hidden && m_result.removes(HiddenKind::HiddenSheets, sheet.part);
        actions.rows = m_result.removes(HiddenKind::HiddenRows, sheet.part);
        actions.columns = m_result.removes(HiddenKind::HiddenColumns, sheet.part);
        actions.covered = m_result.removes(HiddenKind::HiddenText, sheet.part);
        actions.invisible = m_result.removes(HiddenKind::InvisibleText, sheet.part);
        m_result.sheets.push_back(actions);
    }
}

void OdsPlanner::takeCopies()
{
    for (const document::TextUnit &unit : m_contents.units) {
        if (unit.copyOf >= 0 && m_result.edits.contains(unit.copyOf)) {
            m_result.edits.insert(unit.index, m_result.edits.value(unit.copyOf));
        }
    }
}

QString OdsPlanner::edited(int unit, const QString &text) const
{
    const std::vector<TextEdit> *edits = m_result.editsOf(unit);
    return edits == nullptr ? text : applyTextEdits(text, *edits);
}

void OdsPlanner::nameSheets()
{
    QSet<QString> taken;
    std::vector<bool> changes;
    for (size_t i = 0; i < m_book.sheets.size(); ++i) {
        const int unit = m_contents.layout.sheetNames[i];
        const bool goes = unit >= 0 && m_result.sheets[i].all
                          && !m_contents.units[static_cast<size_t>(unit)].hiddenItem.isEmpty();
        changes.push_back(goes || m_result.editsOf(unit) != nullptr);
        if (!changes.back()) {
            taken.insert(nameKey(m_book.sheets[i].name));
        }
    }
    int position = 0;
    for (size_t i = 0; i < m_book.sheets.size(); ++i) {
        const QString &old = m_book.sheets[i].name;
        QString name = old;
        position += m_book.sheets[i].gone ? 0 : 1;
        if (changes[i]) {
            const int unit = m_contents.layout.sheetNames[i];
            const QString plain = m_result.sheets[i].all ? QString() : edited(unit, old);
            const QString valid = ooxml::validSheetName(plain);
            if (valid.isEmpty()) {
                int number = position;
                while (taken.contains(nameKey(u"Sheet%1"_s.arg(number)))) {
                    ++number;
                }
                name = u"Sheet%1"_s.arg(number);
                taken.insert(nameKey(name));
            } else {
                name = ooxml::uniqueName(valid, taken, u"-"_s, ooxml::longestSheetName);
            }
            m_result.renames.sheets.insert(nameKey(old), name);
            if (name != plain) {
                m_result.adjusted.push_back({unit, false, name});
            }
        }
        m_result.sheetNames.push_back(name);
    }
}

/// Names of styles are referred to by their encoded form, which no program shows.
void OdsPlanner::nameStyle(const OdsSite &site, int unit)
{
    const bool neutral = m_result.removes(HiddenKind::StyleNames);
    if (!neutral && m_result.editsOf(unit) == nullptr) {
        return;
    }
    const QByteArray old = site.node.attribute("style:name").value();
    const bool page = ooxml::is(site.node, "style:master-page");
    const QString made = (page ? u"Page %1"_s : u"Style %1"_s).arg(m_result.styleNames.size() + 1);
    const QString wanted = neutral ? made : edited(unit, site.text.text);
    const QString name = ooxml::uniqueName(ooxml::validName(wanted), m_takenStyles, u"_"_s, 255);
    m_result.styleNames.insert(old, name.toUtf8());
    m_result.adjusted.push_back({unit, false, name});
}

/// What stands nowhere in the book any more.
QStringList OdsPlanner::redactedValues() const
{
    std::vector<bool> content;
    for (const document::TextUnit &unit : m_contents.units) {
        content.push_back(unit.hiddenItem.isEmpty());
    }
    return ooxml::ValueNames(m_contents.units, content, *m_result.plan).values();
}

/// Styles that a program made by itself have names that nobody sees; others than the usual short
/// ones might say something.
void OdsPlanner::nameMadeStyles()
{
    static const QRegularExpression usual(u"^[A-Za-z]{1,3}\\d{1,6}(P\\d)?$"_s);
    const QStringList values = redactedValues();
    for (const auto &tree : m_book.trees) {
        ooxml::forEachElement(tree->xml.document.document_element(), [&](pugi::xml_node node) {
            const QByteArray name = node.attribute("style:name").value();
            const bool told = ooxml::holdsValue(shownStyleName(node), values)
                              || ooxml::holdsValue(QString::fromUtf8(name), values);
            const bool plain = ooxml::is(node, "style:font-face")
                               || usual.match(QString::fromUtf8(name)).hasMatch()
                               || isUsualStyleName(shownStyleName(node));
            if (name.isEmpty() || m_result.styleNames.contains(name) || (plain && !told)) {
                return;
            }
            const std::string_view parent = node.parent().name();
            if (told || parent == "office:automatic-styles" || ooxml::is(node, "style:page-layout")
                || !(ooxml::is(node, "style:style") || ooxml::is(node, "style:master-page"))) {
                // a name that is shown looks like one that LibreOffice makes
                const QString prefix = parent == "office:styles"          ? u"Style_"_s
                                       : parent == "office:master-styles" ? u"Page_"_s
                                                                          : u"X"_s;
                while (m_takenStyles.contains(nameKey(prefix) + QString::number(++m_made))) {
                }
                m_result.styleNames.insert(name, (prefix + QString::number(m_made)).toUtf8());
            }
        });
    }
}

/// Names of arrows, gradients and the like, of fonts that are called otherwise, and of what is not
/// there: nothing shows them.
void OdsPlanner::nameDrawn()
{
    static const QRegularExpression usual(u"^[A-Za-z]{1,3}\\d{1,6}$"_s);
    QSet<QString> fonts;
    const auto isDrawn = [](pugi::xml_node node, std::string_view own) {
        return own.starts_with("draw:") && !own.ends_with("style-name")
               && own != "draw:master-page-name" && own != "draw:layer"
               && !ooxml::is(node, "draw:layer");
    };
    const auto take = [&](pugi::xml_node node, pugi::xml_attribute attribute) {
        const std::string_view own = attribute.name();
        const QString value = QString::fromUtf8(attribute.value());
        const QString family = ooxml::attributeText(node, "svg:font-family").remove(u'\'');
        const bool otherwise = ooxml::is(node, "style:font-face") && own == "style:name"
                               && value != family && !isUsualFamily(value);
        const bool strange = own.starts_with("style:font-name") && !fonts.contains(value);
        if ((otherwise || strange || isDrawn(node, own)) && !usual.match(value).hasMatch()
            && !m_result.styleNames.contains(value.toUtf8())) {
            while (m_takenStyles.contains(u"x%1"_s.arg(++m_made))) {
            }
            m_result.styleNames.insert(value.toUtf8(), u"X%1"_s.arg(m_made).toUtf8());
        }
    };
    for (const bool collecting : {true, false}) {
        for (const auto &tree : m_book.trees) {
            ooxml::forEachElement(tree->xml.document.document_element(), [&](pugi::xml_node node) {
                if (collecting && ooxml::is(node, "style:font-face")) {
                    fonts.insert(ooxml::attributeText(node, "style:name"));
                }
                for (const pugi::xml_attribute attribute : node.attributes()) {
                    if (!collecting
                        && attributeKind(node.name(), attribute.name()) == AttributeKind::Style) {
                        take(node, attribute);
                    }
                }
            });
        }
    }
}

/// Defined names and styles: names that must be valid and unique, and change wherever they are
/// used.
void OdsPlanner::nameThings()
{
    QSet<QString> taken;
    for (const OdsName &name : m_book.names) {
        taken.insert(nameKey(name.name));
    }
    for (const auto &tree : m_book.trees) {
        ooxml::forEachElement(tree->xml.document.document_element(), [&](pugi::xml_node node) {
            m_takenStyles.insert(nameKey(ooxml::attributeText(node, "style:name")));
        });
    }
    for (size_t t = 0; t < m_book.trees.size(); ++t) {
        const OdsTree &tree = *m_book.trees[t];
        for (size_t i = 0; i < tree.sites.size(); ++i) {
            const OdsSite &site = tree.sites[i];
            const int unit = m_contents.layout.siteUnits[t][i];
            if (site.form == OdsForm::StyleName) {
                nameStyle(site, unit);
            } else if (site.form == OdsForm::Formula && m_result.editsOf(unit) != nullptr
                       && ooxml::is(site.node, "table:named-expression")) {
                m_result.redactedNames.insert(
                    nameKey(ooxml::attributeText(site.node, "table:name")));
            } else if (site.form == OdsForm::DefinedName && m_result.editsOf(unit) != nullptr) {
                const QString key = nameKey(site.text.text);
                if (!m_result.renames.names.contains(key)) {
                    m_result.renames.names.insert(
                        key, ooxml::uniqueName(ooxml::validName(edited(unit, site.text.text)),
                                               taken, u"_"_s, 255));
                }
                m_result.adjusted.push_back({unit, false, m_result.renames.names[key]});
            }
        }
    }
    nameMadeStyles();
    nameDrawn();
}

base::Result<OdsPlan> OdsPlanner::make()
{
    auto edits = ooxml::unitEdits(*m_result.plan, m_contents.units);
    if (!edits) {
        return base::failure(base::ErrorCode::Internal, {}, u"span"_s);
    }
    m_result.edits = std::move(*edits);
    takeActions();
    takeCopies();
    nameSheets();
    nameThings();
    return std::move(m_result);
}

}   // namespace

const std::vector<TextEdit> *OdsPlan::editsOf(int unit) const
{
    const auto found = edits.constFind(unit);
    return found == edits.constEnd() ? nullptr : &*found;
}

bool OdsPlan::removes(HiddenKind kind, const QString &part) const
{
    const QString id = ooxml::hiddenItemId(contents->hidden, kind, part);
    const auto found = plan->hidden.find(id);
    return !id.isEmpty() && (found == plan->hidden.end() || found->second == HiddenAction::Remove);
}

bool OdsPlan::changesAnything() const
{
    return !edits.isEmpty()
           || std::any_of(sheets.begin(), sheets.end(),
                          [](const ooxml::SheetActions &actions) { return actions.any(); });
}

base::Result<OdsPlan> makeOdsPlan(const OdsBook &book, const OdsContents &contents,
                                  const document::RedactionPlan &plan)
{
    return OdsPlanner(book, contents, plan).make();
}

}   // namespace expunge::formats::odf
