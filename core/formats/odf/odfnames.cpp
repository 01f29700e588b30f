// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfnames.h"

#include "core/formats/odf/odfvocabulary.h"
#include "core/formats/ooxml/fontnames.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using ooxml::attributeText;
using ooxml::is;

namespace {

/// Programmatic names of the styles that LibreOffice brings along, as they stand in files, but for
/// numbers at their ends.
const QSet<QString> &builtInStyles()
{
    static const QSet<QString> names = [] {
        const auto list =
            QStringLiteral(
                "Standard Default standard Heading Heading_20_ Heading_20_Symbols Text_20_body "
                "Text_20_body_20_indent First_20_line_20_indent Hanging_20_indent Title Subtitle "
                "Signature Salutation Marginalia List Index Index_20_Heading Caption Table "
                "Illustration Text Figure Drawing Header Footer Header_20_left Header_20_right "
                "Footer_20_left Footer_20_right Header_20_and_20_Footer Table_20_Contents "
                "Table_20_Heading Frame_20_contents Footnote Endnote Addressee Sender Quotations "
                "Horizontal_20_Line Preformatted_20_Text Contents_20_Heading Contents_20_ "
                "Illustration_20_Index_20_Heading Illustration_20_Index_20_ User_20_Index_20_ "
                "User_20_Index_20_Heading Object_20_index_20_heading Object_20_index_20_ "
                "Table_20_index_20_heading Table_20_index_20_ Bibliography_20_ "
                "Bibliography_20_Heading Index_20_Separator Numbering_20_ "
                "List_20_Contents List_20_Heading Appendix Footnote_20_Symbol Footnote_20_anchor "
                "Endnote_20_Symbol Endnote_20_anchor Page_20_Number Caption_20_characters "
                "Drop_20_Caps Numbering_20_Symbols Bullet_20_Symbols Internet_20_link "
                "Visited_20_Internet_20_Link Placeholder Index_20_Link Line_20_numbering "
                "Main_20_index_20_entry Vertical_20_Numbering_20_Symbols Rubies Emphasis Citation "
                "Strong_20_Emphasis Source_20_Text Example User_20_Entry Variable Definition "
                "Teletype Frame Graphics OLE Formula Labels Watermark Marginal Comment "
                "First_20_Page "
                "Left_20_Page Right_20_Page Envelope HTML Landscape List_20_ layout background "
                "backgroundobjects controls measurelines Outline Object_20_with_20_arrow "
                "Object_20_with_20_shadow Object_20_without_20_fill objectwithoutfill "
                "Object_20_with_20_no_20_fill_20_and_20_no_20_line textbody Shapes Filled Outlined "
                "Graphic A4 A0 Lines Default_20_Style Result Result2 Accent Status Good Bad "
                "Neutral "
                "Error Warning Note Heading1 Text_20_body_20_single Dimension_20_Line local-table "
                "default Untitled1 No_20_List Arrow Arrow_20_Line")
                .split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return names;
}

const QRegularExpression &presentationSuffix()
{
    static const QRegularExpression expression(
        u"^(.*)-(title|subtitle|outline[0-9]|notes|background|backgroundobjects)$"_s);
    return expression;
}

/// What a name is numbered with; empty for names that nothing needs.
QString prefixFor(pugi::xml_node node, std::string_view attribute)
{
    const std::string_view element = node.name();
    if (attribute == "table:name" && element == "table:table") {
        return u"Table"_s;
    }
    if (attribute == "draw:name" && element == "draw:page") {
        return u"page"_s;
    }
    if (attribute == "text:name") {
        return element == "text:section"              ? u"Section"_s
               : element.starts_with("text:bookmark") ? u"b"_s
               : element.starts_with("text:table-of-") || element.ends_with("-index")
                       || element == "text:bibliography" || element == "text:index-title"
                   ? u"Index"_s
                   : QString();
    }
    return attribute == "office:name" ? u"a"_s : QString();
}

bool isNumbered(const QString &name, const QString &prefix)
{
    constexpr qsizetype mostDigits = 6;
    const QStringView rest = QStringView(name).mid(prefix.size());
    return name.startsWith(prefix) && !rest.isEmpty() && rest.size() <= mostDigits
           && std::all_of(rest.begin(), rest.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString decodedName(QString name)
{
    // part 3, 19.498.2: characters that a name may not have, as "_20_"
    static const QRegularExpression escape(u"_([0-9a-f]{1,4})_"_s);
    for (auto match = escape.match(name); match.hasMatch(); match = escape.match(name)) {
        name.replace(match.capturedStart(), match.capturedLength(),
                     QChar(static_cast<char16_t>(match.captured(1).toUShort(nullptr, 16))));
    }
    return name;
}

bool definesStyleName(pugi::xml_node node, std::string_view attribute)
{
    return (attribute == "style:name" && !is(node, "style:font-face"))
           || (attribute == "draw:name" && QByteArrayView(node.name()) != "draw:layer");
}

}   // namespace

bool isNeutralStyle(const QString &name)
{
    static const QRegularExpression automatic(
        u"^(s|P|T|L|MP|MT|ML|M|gr|pr|dp|fr|Sect|ch|ce|co|ro|ta|N|Mgr|Mpr|Mdp|Mfr|Mpm|Mce|Mro|pm|PM|"
        u"Ru|AL|a|G)[0-9]{1,5}(P[0-9]{1,2})?$"_s);
    static const QRegularExpression cells(
        u"^Table[0-9]{1,4}(\\.[A-Z]{1,2}[0-9]{0,4}|\\.[0-9]{1,4})?$"_s);
    static const QRegularExpression numbers(u"[0-9]{1,2}$"_s);
    if (name.isEmpty() || automatic.match(name).hasMatch() || cells.match(name).hasMatch()) {
        return true;
    }
    const auto match = presentationSuffix().match(name);
    const QString base = match.hasMatch() ? match.captured(1) : name;
    if (match.hasMatch() && automatic.match(base).hasMatch()) {
        return true;
    }
    const QString stem = QString(base).remove(numbers);
    return builtInStyles().contains(base) || builtInStyles().contains(stem);
}

bool isNeutralBookmark(const QString &name)
{
    return isNumbered(name, u"b"_s);
}

NameCounts countNames(const std::vector<std::unique_ptr<OdfTree>> &trees)
{
    NameCounts counts;
    const auto take = [](int &count, QString &first, const QString &name) {
        ++count;
        first = first.isEmpty() ? name : first;
    };
    for (const auto &tree : trees) {
        ooxml::forEachElement(tree->root(), [&](pugi::xml_node node) {
            for (const pugi::xml_attribute attribute : node.attributes()) {
                const AttributeKind kind = attributeKind(node.name(), attribute.name());
                const QString name = QString::fromUtf8(attribute.value());
                if (kind == AttributeKind::Style && definesStyleName(node, attribute.name())
                    && !isNeutralStyle(name)) {
                    take(counts.styles, counts.firstStyle, name);
                } else if (kind == AttributeKind::Name && !name.isEmpty()
                           && !QByteArrayView(attribute.name()).endsWith("display-name")
                           && !QByteArrayView(node.name()).startsWith("text:bookmark")
                           && name != u"local-table"_s) {
                    const QString prefix = prefixFor(node, attribute.name());
                    if (prefix.isEmpty() || !isNumbered(name, prefix)) {
                        take(counts.objects, counts.firstObject, name);
                    }
                }
            }
        });
    }
    return counts;
}

NeutralNames::NeutralNames(const std::vector<std::unique_ptr<OdfTree>> &trees,
                           const QStringList &values)
    : m_trees(trees)
    , m_values(values)
{
    for (const auto &tree : trees) {
        ooxml::forEachElement(tree->root(), [&](pugi::xml_node node) {
            if (is(node, "style:master-page")) {
                m_masters.insert(attributeText(node, "style:name"));
            }
        });
    }
}

QString NeutralNames::numbered(const QString &prefix, const QString &name)
{
    QHash<QString, QString> &names = m_names[prefix];
    const auto found = names.constFind(name);
    if (found != names.cend()) {
        return *found;
    }
    return *names.insert(name, prefix + QString::number(names.size() + 1));
}

bool NeutralNames::holdsValue(const QString &name) const
{
    return std::any_of(m_values.begin(), m_values.end(), [&](const QString &value) {
        return decodedName(name).contains(value, Qt::CaseInsensitive);
    });
}

/// Presentation styles hang together with their master page by name.
QString NeutralNames::style(const QString &name)
{
    const auto match = presentationSuffix().match(name);
    if (match.hasMatch() && m_masters.contains(match.captured(1))
        && !holdsValue(match.captured(2))) {
        return style(match.captured(1)) + u'-' + match.captured(2);
    }
    static const QRegularExpression given(u"^s[0-9]{1,6}$"_s);
    if (isNeutralStyle(name) && !given.match(name).hasMatch() && !holdsValue(name)) {
        return name;
    }
    return numbered(u"s"_s, name);
}

/// False if the attribute is to go.
bool NeutralNames::renameOne(pugi::xml_node node, pugi::xml_attribute attribute)
{
    const QString value = QString::fromUtf8(attribute.value());
    const auto set = [&attribute](const QString &name) {
        attribute.set_value(name.toUtf8().constData());
        return true;
    };
    switch (attributeKind(node.name(), attribute.name())) {
    case AttributeKind::Style:
        return value.isEmpty() || set(style(value));
    case AttributeKind::Id:
        return set(numbered(u"id"_s, value));
    case AttributeKind::Name: {
        if (std::string_view(attribute.name()) == "style:display-name"
            || std::string_view(attribute.name()) == "draw:display-name") {
            const QString name = attributeText(
                node,
                QByteArrayView(attribute.name()).startsWith("draw") ? "draw:name" : "style:name");
            return isNeutralStyle(name) && !holdsValue(name) && decodedName(name) == value;
        }
        const QString prefix = prefixFor(node, attribute.name());
        return value == u"local-table"_s || (!prefix.isEmpty() && set(numbered(prefix, value)));
    }
    case AttributeKind::Syntax:
    case AttributeKind::Font:
    case AttributeKind::Text:
    case AttributeKind::Link:
    case AttributeKind::Value:
    case AttributeKind::Formula:
    case AttributeKind::Drop:
        return true;
    }
    return true;
}

void NeutralNames::rename(pugi::xml_node node)
{
    // the display name is judged by the name that the file gave
    for (const char *display : {"style:display-name", "draw:display-name"}) {
        const pugi::xml_attribute attribute = node.attribute(display);
        if (attribute && !renameOne(node, attribute)) {
            node.remove_attribute(display);
        }
    }
    for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
        const pugi::xml_attribute next = attribute.next_attribute();
        if (!QByteArrayView(attribute.name()).endsWith("display-name")
            && !renameOne(node, attribute)) {
            node.remove_attribute(attribute);
        }
        attribute = next;
    }
}

/// Links to bookmarks and pages follow their new names; links to headings by their text, to tables
/// and pictures by their names lead nowhere any more.
void NeutralNames::settleLinks(pugi::xml_node root)
{
    ooxml::DomEdits edits;
    ooxml::forEachElement(root, [&](pugi::xml_node node) {
        const QString target = attributeText(node, "xlink:href");
        if (!target.startsWith(u'#')) {
            return;
        }
        const QString name = QUrl::fromPercentEncoding(target.mid(1).toUtf8());
        for (const QString &prefix : {u"b"_s, u"page"_s}) {
            const auto &names = m_names[prefix];
            const auto found = names.constFind(name);
            if (found != names.cend()) {
                ooxml::setAttribute(node, "xlink:href", u'#' + *found);
                return;
            }
        }
        if (is(node, "text:a") || is(node, "draw:a")) {
            edits.unwrap(node);
        } else {
            node.remove_attribute("xlink:href");
        }
    });
    edits.run(root);
}

void NeutralNames::run()
{
    for (const auto &tree : m_trees) {
        rename(tree->root());
        ooxml::forEachElement(tree->root(), [this](pugi::xml_node node) { rename(node); });
    }
    for (const auto &tree : m_trees) {
        settleLinks(tree->root());
    }
}

bool isUsualFamily(const QString &family)
{
    QString name = family.section(u';', 0, 0).trimmed();
    name.remove(u'\'');
    return name.size() < 2 || ooxml::isUsualFont(name);
}

void removeValues(pugi::xml_node root, const QStringList &values)
{
    ooxml::forEachElement(root, [&](pugi::xml_node node) {
        for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
            const pugi::xml_attribute next = attribute.next_attribute();
            const AttributeKind kind = attributeKind(node.name(), attribute.name());
            const QString text = QString::fromUtf8(attribute.value());
            const bool holds = std::any_of(values.begin(), values.end(), [&](const QString &value) {
                return kind == AttributeKind::Font
                           ? text.contains(value, Qt::CaseInsensitive)
                           : kind == AttributeKind::Syntax
                                 && text.split(u' ').contains(value, Qt::CaseInsensitive);
            });
            if (holds) {
                node.remove_attribute(attribute);
            }
            attribute = next;
        }
    });
}

}   // namespace expunge::formats::odf
