// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/valuenames.h"

#include "core/formats/ooxml/vocabulary.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::TextUnit;

namespace {

constexpr qsizetype shortestValue = 3;   // shorter ones are part of too many words

/// Properties whose values are words ("center", "single") and without which the text reads the same
/// (ECMA-376 part 1, 17.3 and 17.9).
bool onlyLooks(pugi::xml_node node)
{
    static const std::set<std::string_view> names{
        "w:jc",   "w:lvlJc",     "w:vAlign",    "w:textAlignment", "w:u",
        "w:em",   "w:numFmt",    "w:suff",      "w:effect",        "w:textDirection",
        "w:lang", "w:vertAlign", "w:highlight", "w:tblLook",       "w:noProof"};
    return names.contains(node.name());
}

}   // namespace

ValueNames::ValueNames(const std::vector<TextUnit> &units, const std::vector<bool> &content,
                       const document::RedactionPlan &plan)
{
    // text of every unit with what is redacted blanked out
    std::map<int, QString> left;
    QSet<QString> values;
    for (const document::SpanRedaction &redaction : plan.spans) {
        const document::Span &span = redaction.span;
        const TextUnit &unit = units[static_cast<size_t>(span.unit)];
        const QString value = unit.text.mid(span.begin, span.length());
        if (value.size() >= shortestValue) {
            values.insert(value);
        }
        QString &rest = left.try_emplace(span.unit, unit.text).first->second;
        for (int i = span.begin; i < span.end; ++i) {
            rest[i] = QChar(0);
        }
    }
    QString all;
    for (const TextUnit &unit : units) {
        if (content[static_cast<size_t>(unit.index)]) {
            const auto cut = left.find(unit.index);
            all += cut == left.end() ? unit.text : cut->second;
            all += QChar(0);
        }
    }
    for (const QString &value : values) {
        if (!all.contains(value)) {
            m_values.append(value);
        }
    }
    m_values.sort();
}

void ValueNames::clean(pugi::xml_node root) const
{
    if (m_values.isEmpty()) {
        return;
    }
    const bool ofStyles = is(root, "w:styles") || is(root, "w:numbering");
    DomEdits edits;
    cleanAttributes(root, ofStyles, edits);
    forEachElement(root, [&](pugi::xml_node node) { cleanAttributes(node, ofStyles, edits); });
    edits.run(root);
}

void ValueNames::cleanAttributes(pugi::xml_node node, bool ofStyles, DomEdits &edits) const
{
    for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
        const pugi::xml_attribute next = attribute.next_attribute();
        const QString text = QString::fromUtf8(attribute.value());
        if (text.size() >= shortestValue && holdsValue(text, m_values)) {
            const AttributeKind kind = attributeKind(node.name(), attribute.name());
            const bool name = kind == AttributeKind::Name && !ofStyles;
            const bool shapeName = std::string_view(attribute.name()) == "name";
            if (is(node, "w:docPartGallery") || is(node, "w:docPartCategory")) {
                edits.remove(node.parent());
            } else if (is(node.root().first_child(), "w:settings") && !is(node, "w:settings")) {
                edits.remove(node);   // every setting may be left out (part 1, 17.15)
            } else if (name && is(node, "w:rFonts")) {
                node.remove_attribute(attribute);
            } else if (name || (kind == AttributeKind::Text && shapeName)) {
                setAttribute(node, attribute.name(), neutralName(u"Name"_s, m_values));
            } else if (kind == AttributeKind::Syntax && onlyLooks(node)) {
                edits.remove(node);
            } else if (is(node, "w:style") && text == u"paragraph"_s) {
                node.remove_attribute(attribute);   // what a style is that does not say its type
            } else if (is(node, "w:style") && text == u"numbering"_s
                       && node.attribute("w:default")) {
                edits.remove(node);   // the style of no list, which says nothing
            }
        }
        attribute = next;
    }
}

/// Leaves out what a code can do without; false if it still holds a value.
bool ValueNames::cleanCode(const Field &field) const
{
    const auto holds = [this](const QString &code) {
        return std::any_of(m_values.begin(), m_values.end(),
                           [&code](const QString &value) { return code.contains(value); });
    };
    const QString code = fieldCode(field);
    if (!holds(code)) {
        return true;
    }
    const QString plain = withoutLookSwitches(code);
    if (!holds(plain)) {
        setFieldCode(field, plain);
    }
    return !holds(plain);
}

void ValueNames::settleFields(pugi::xml_node root) const
{
    if (m_values.isEmpty()) {
        return;
    }
    DomEdits edits;
    forEachScope(root, [&](pugi::xml_node scope) {
        const FieldMap map(scope);
        for (const Field &field : map.fields) {
            if (!cleanCode(field)) {
                showCheckBox(field);
                unlinkField(field, edits);
            }
        }
    });
    edits.run(root);
}

bool holdsValue(const QString &name, const QStringList &values)
{
    return std::any_of(values.begin(), values.end(), [&name](const QString &value) {
        return name.contains(value, Qt::CaseInsensitive);
    });
}

QString neutralName(const QString &word, const QStringList &values)
{
    return holdsValue(word, values) ? word.left(shortestValue - 1) : word;
}

void renameInFieldCodes(pugi::xml_node root, const QHash<QString, QString> &names)
{
    if (names.isEmpty()) {
        return;
    }
    const auto renamed = [&](QString code) {
        for (auto name = names.cbegin(); name != names.cend(); ++name) {
            code.replace(name.key(), name.value());
        }
        return code;
    };
    forEachScope(root, [&](pugi::xml_node scope) {
        const FieldMap map(scope);
        for (const Field &field : map.fields) {
            const QString keyword = fieldKeyword(fieldCode(field));
            if (keyword == u"STYLEREF"_s || keyword == u"TOC"_s) {
                setFieldCode(field, renamed(fieldCode(field)));
            }
        }
    });
}

}   // namespace expunge::formats::ooxml
