// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/valuenames.h"

#include "core/formats/ooxml/fieldmap.h"
#include "core/formats/ooxml/vocabulary.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::TextUnit;

namespace {

constexpr qsizetype shortestValue = 3;   // shorter ones are part of too many words

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
    forEachElement(root, [&](pugi::xml_node node) {
        for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
            const pugi::xml_attribute next = attribute.next_attribute();
            if (attributeKind(node.name(), attribute.name()) == AttributeKind::Name) {
                const QString name = QString::fromUtf8(attribute.value());
                const bool holds =
                    std::any_of(m_values.begin(), m_values.end(), [&](const QString &value) {
                        return name.contains(value, Qt::CaseInsensitive);
                    });
                if (holds && is(node, "w:rFonts")) {
                    node.remove_attribute(attribute);
                } else if (holds) {
                    attribute.set_value("Name");
                }
            }
            attribute = next;
        }
    });
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
