// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/bookmarknames.h"

#include "core/formats/ooxml/fieldmap.h"
#include "core/formats/ooxml/valuenames.h"

#include <QRegularExpression>

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

BookmarkNames::BookmarkNames(bool all, QStringList values)
    : m_all(all)
    , m_values(std::move(values))
{
}

bool BookmarkNames::mustGo(const QString &name) const
{
    static const QRegularExpression generated(
        u"^(_Toc|_Ref|_Hlk|_MON_|OLE_LINK|bookmark|Text|Check|Dropdown)[0-9]+$|^_GoBack$"_s);
    if (m_all && !generated.match(name).hasMatch()) {
        return true;
    }
    return holdsValue(name, m_values);
}

void BookmarkNames::collect(pugi::xml_node root)
{
    collectSequences(root);
    forEachElement(root, [&](pugi::xml_node node) {
        if (is(node, "w:bookmarkStart")) {
            m_present.insert(attributeText(node, "w:name").toLower());
        }
    });
    forEachElement(root, [&](pugi::xml_node node) {
        const QString name =
            is(node, "w:bookmarkStart") ? attributeText(node, "w:name") : QString();
        if (name.isEmpty() || m_names.contains(name.toLower()) || !mustGo(name)) {
            return;
        }
        const QString word = neutralName(u"bookmark"_s, m_values);
        size_t number = m_names.size() + 1;
        while (m_present.contains(word + QString::number(number))) {
            ++number;
        }
        m_present.insert(word + QString::number(number));
        m_names.emplace(name.toLower(), word + QString::number(number));
    });
}

/// Names of sequences that no program gives by itself (ECMA-376 part 1, 17.16.5.56).
void BookmarkNames::collectSequences(pugi::xml_node root)
{
    static const QRegularExpression sequence(u"^\\s*SEQ\\s+([\\w.-]+)"_s,
                                             QRegularExpression::CaseInsensitiveOption
                                                 | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression usual(u"^(Figure|Table|Equation|Abbildung|Tabelle|Formel|"
                                          u"Illustration|Tableau|Figura|Tabla|Drawing|"
                                          "Text|List[0-9]+)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    forEachScope(root, [&](pugi::xml_node scope) {
        const FieldMap map(scope);
        for (const Field &field : map.fields) {
            const QString name = sequence.match(fieldCode(field)).captured(1);
            const bool speaks = m_all && !usual.match(name).hasMatch();
            if (!name.isEmpty() && (speaks || holdsValue(name, m_values))) {
                const QString neutral =
                    neutralName(u"List"_s, m_values) + QString::number(m_sequences.size() + 1);
                m_sequences.try_emplace(name.toLower(), neutral);
            }
        }
    });
}

QString BookmarkNames::renamedCode(const QString &code) const
{
    static const QRegularExpression word(u"[\\w.-]+"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QString keyword = fieldKeyword(code);
    std::map<QString, QString> names;
    if (keyword == u"SEQ"_s || keyword == u"TOC"_s) {
        names = m_sequences;
    }
    names.insert(m_names.begin(), m_names.end());
    QString result;
    qsizetype last = 0;
    bool isKeyword = true;   // a bookmark may be called like a field
    for (auto match = word.globalMatch(code); match.hasNext();) {
        const QRegularExpressionMatch token = match.next();
        const auto renamed = names.find(token.captured().toLower());
        result += code.mid(last, token.capturedStart() - last);
        result += renamed != names.end() && !isKeyword ? renamed->second : token.captured();
        last = token.capturedEnd();
        isKeyword = false;
    }
    return result + code.mid(last);
}

void BookmarkNames::rename(pugi::xml_node root)
{
    DomEdits edits;
    forEachElement(root, [&](pugi::xml_node node) {
        const char *attribute = is(node, "w:bookmarkStart") ? "w:name"
                                : is(node, "w:hyperlink")   ? "w:anchor"
                                                            : nullptr;
        if (attribute == nullptr || !node.attribute(attribute)) {
            return;
        }
        const QString name = attributeText(node, attribute);
        const auto renamed = m_names.find(name.toLower());
        if (renamed != m_names.end()) {
            setAttribute(node, attribute, renamed->second);
        } else if (is(node, "w:hyperlink") && mustGo(name)) {
            // leads to a bookmark that the document does not have
            node.remove_attribute(attribute);
            if (!node.attribute("r:id")) {
                edits.unwrap(node);
            }
        }
    });
    edits.run(root);
    forEachScope(root, [this](pugi::xml_node scope) { renameInFields(scope); });
}

void BookmarkNames::renameInFields(pugi::xml_node scope) const
{
    const FieldMap map(scope);
    for (const Field &field : map.fields) {
        setFieldCode(field, renamedCode(fieldCode(field)));
    }
}

}   // namespace expunge::formats::ooxml
