// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odssweep.h"

#include "core/formats/odf/odfparagraph.h"
#include "core/formats/odf/odftree.h"
#include "core/formats/odf/odfvocabulary.h"
#include "core/formats/odf/odsformula.h"
#include "core/formats/ooxml/domedit.h"

#include <QSet>

#include <algorithm>
#include <string_view>

namespace expunge::formats::odf {

using document::HiddenKind;
using ooxml::is;

namespace {

/// What goes with all that it holds (ODF 1.3 part 3: 9.9 tracked changes, 9.6 data pilots, 9.2.7
/// scenarios, 9.3 links and sources, 9.5.2 sources of databases, 9.5.4 filters, 9.7 consolidation,
/// 10.5.6 plug-ins, 13 forms, 14 events).
const QHash<QByteArray, HiddenKind> &removedElements()
{
    using enum HiddenKind;
    static const QHash<QByteArray, HiddenKind> kinds{
        {"table:tracked-changes", TrackedChanges},
        {"table:data-pilot-tables", PivotCache},
        {"table:scenario", Scenarios},
        {"table:table-source", HiddenKind::ExternalLinks},
        {"table:cell-range-source", HiddenKind::ExternalLinks},
        {"table:dde-links", HiddenKind::ExternalLinks},
        {"table:dde-link", HiddenKind::ExternalLinks},
        {"office:dde-source", HiddenKind::ExternalLinks},
        {"table:consolidation", DatabaseRanges},
        {"table:filter", DatabaseRanges},
        {"table:database-source-sql", Connections},
        {"table:database-source-table", Connections},
        {"table:database-source-query", Connections},
        {"office:forms", ActiveContent},
        {"draw:control", ActiveContent},
        {"draw:plugin", ActiveContent},
        {"draw:applet", ActiveContent},
        {"draw:floating-frame", ActiveContent},
        {"office:event-listeners", Macros},
        {"presentation:event-listener", Macros},
        {"office:scripts", Macros},
        {"table:error-macro", Macros},
        {"text:execute-macro", Macros},
        {"office:change-info", TrackedChanges}};
    return kinds;
}

/// A container that says nothing by itself: LibreOffice writes one on every sheet.
bool isBare(pugi::xml_node node)
{
    return is(node, "office:forms") && !node.first_child();
}

QString previewOf(pugi::xml_node node)
{
    constexpr qsizetype enough = 120;
    QString text;
    ooxml::forEachElement(node, [&text](pugi::xml_node element) {
        if (text.size() < enough) {
            text += ooxml::textOf(element) + QLatin1Char(' ');
        }
    });
    if (text.trimmed().isEmpty()) {
        for (const pugi::xml_attribute attribute : node.attributes()) {
            text += QString::fromUtf8(attribute.value()) + QLatin1Char(' ');
        }
    }
    return text.simplified();
}

int countOf(pugi::xml_node node)
{
    if (is(node, "table:tracked-changes") || is(node, "table:data-pilot-tables")
        || is(node, "table:dde-links")) {
        const auto children = node.children();
        return std::max(1, static_cast<int>(std::distance(children.begin(), children.end())));
    }
    return 1;
}

bool isNeededName(std::string_view name)
{
    return name == "table:name" || name == "draw:name" || name == "draw:display-name"
           || name == "style:display-name" || name == "table:content-validation-name";
}

/// A style whose name programs show.
bool isShownStyle(pugi::xml_node element)
{
    return is(element.parent(), "office:styles") || is(element.parent(), "office:master-styles");
}

/// Attributes of kinds that nothing in a spreadsheet needs, or whose values are not what they
/// should be.
int dropAttributes(pugi::xml_node element)
{
    int dropped = 0;
    const bool cell = is(element, "table:table-cell") || is(element, "table:covered-table-cell");
    for (pugi::xml_attribute attribute = element.first_attribute(), next; attribute;
         attribute = next) {
        next = attribute.next_attribute();
        const AttributeKind kind = attributeKind(element.name(), attribute.name());
        const std::string_view name = attribute.name();
        const bool nullDate = is(element, "table:null-date");
        const bool goes = kind == AttributeKind::Id
                          || (kind == AttributeKind::Value && !cell && !nullDate)
                          || (kind == AttributeKind::Value && nullDate
                              && !syntaxFits(attribute.name(), attribute.value()))
                          || (kind == AttributeKind::Name && !isNeededName(name))
                          || (kind == AttributeKind::Formula && !holdsFormula(attribute)
                              && !holdsAddresses(attribute))
                          || (name == "style:display-name" && !isShownStyle(element));
        if (goes) {
            element.remove_attribute(attribute);
            // marks that every program sets tell nothing
            dropped += kind == AttributeKind::Id ? 0 : 1;
        }
    }
    return dropped;
}

/// A sheet has words in paragraphs, and in a few elements of other families; everything else is
/// shown by no program.
int dropLooseWords(pugi::xml_node root)
{
    int dropped = 0;
    ooxml::forEachElement(root, [&dropped](pugi::xml_node node) {
        const std::string_view name = node.name();
        const bool ruby = name == "text:ruby-text";   // which sheets do not draw
        bool inText = !name.starts_with("text:") && !name.starts_with("presentation:")
                      && name != "loext:content-control";
        for (pugi::xml_node at = node; at && !inText && !ruby; at = at.parent()) {
            inText = isParagraph(at);
        }
        for (pugi::xml_node child = node.first_child(), next; child && !inText; child = next) {
            next = child.next_sibling();
            if (child.type() != pugi::node_element) {
                node.remove_child(child);
                ++dropped;
            }
        }
    });
    return dropped;
}

}   // namespace

void OdsRemovals::add(HiddenKind kind, int count, const QString &preview)
{
    if (count <= 0) {
        return;
    }
    Entry &entry = m_entries[kind];
    entry.count += count;
    if (entry.preview.isEmpty()) {
        entry.preview = preview;
    }
}

void sweepSpreadsheet(pugi::xml_node root, OdsRemovals &removals)
{
    ooxml::DomEdits edits;
    ooxml::forEachElement(root, [&](pugi::xml_node node) {
        const std::string_view name = node.name();
        const auto kind = removedElements().constFind(
            QByteArray::fromRawData(name.data(), static_cast<qsizetype>(name.size())));
        const bool unseen =
            name.starts_with("draw:") && !name.starts_with("draw:layer") && isUnseen(node);
        if (kind == removedElements().constEnd() && !unseen) {
            return;
        }
        if (!edits.removes(node.parent())) {
            removals.add(unseen ? HiddenKind::HiddenShapes : *kind,
                         isBare(node) ? 0 : countOf(node), previewOf(node));
        }
        edits.remove(node);
    });
    edits.run(root);
    removals.add(HiddenKind::UnknownMarkup, sweep(root));
    int dropped = dropLooseWords(root) + dropAttributes(root);
    ooxml::forEachElement(root,
                          [&dropped](pugi::xml_node node) { dropped += dropAttributes(node); });
    removals.add(HiddenKind::UnknownMarkup, dropped);
    collapseSpaces(root);
}

bool holdsFormula(pugi::xml_attribute attribute)
{
    const std::string_view name = attribute.name();
    return name == "table:formula" || name == "table:expression" || name == "table:condition"
           || name == "style:condition" || name == "calcext:value" || name == "calcext:formula";
}

bool holdsAddresses(pugi::xml_attribute attribute)
{
    static const QSet<QByteArray> names{"table:base-cell-address",
                                        "table:cell-address",
                                        "table:cell-range",
                                        "table:cell-range-address",
                                        "table:data-cell-range-address",
                                        "table:end-cell-address",
                                        "table:label-cell-range-address",
                                        "table:print-ranges",
                                        "table:source-cell-range-addresses",
                                        "table:target-cell-address",
                                        "table:target-range-address",
                                        "style:base-cell-address",
                                        "chart:label-cell-address",
                                        "chart:values-cell-range-address",
                                        "chart:error-lower-range",
                                        "chart:error-upper-range",
                                        "calcext:base-cell-address",
                                        "calcext:target-range-address"};
    const std::string_view name = attribute.name();
    return names.contains(
        QByteArray::fromRawData(name.data(), static_cast<qsizetype>(name.size())));
}

int dropStrangeAddresses(pugi::xml_node root, const QHash<QString, int> &known)
{
    int dropped = 0;
    const auto strange = [&known](const QString &value) {
        const OpenFormula read = readAddresses(value);
        const bool sound =
            std::none_of(read.tokens.begin(), read.tokens.end(), [](const auto &token) {
                return token.part == ooxml::FormulaPart::External;
            });
        return !sound
               || std::any_of(
                   read.sheets.begin(), read.sheets.end(), [&](const SheetMention &sheet) {
                       return !known.contains(QStringLiteral("sheet:") + ooxml::nameKey(sheet.name))
                              && sheet.name != QStringLiteral("local-table");
                   });
    };
    const auto look = [&](pugi::xml_node node) {
        for (pugi::xml_attribute attribute = node.first_attribute(), next; attribute;
             attribute = next) {
            next = attribute.next_attribute();
            if (holdsAddresses(attribute) && strange(QString::fromUtf8(attribute.value()))) {
                node.remove_attribute(attribute);
                ++dropped;
            }
        }
    };
    look(root);
    ooxml::forEachElement(root, look);
    return dropped;
}

}   // namespace expunge::formats::odf
