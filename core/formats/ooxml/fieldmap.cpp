// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/fieldmap.h"

#include <QRegularExpression>
#include <QSet>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

/// Run content below a scope in document order, text boxes (scopes of their own) left out.
std::vector<pugi::xml_node> runContent(pugi::xml_node scope)
{
    std::vector<pugi::xml_node> content;
    pugi::xml_node node = scope.first_child();
    while (node) {
        const bool box = is(node, "w:txbxContent");
        if (node.type() == pugi::node_element
            && (is(node.parent(), "w:r") || is(node, "w:fldSimple")) && !is(node, "w:rPr")) {
            content.push_back(node);
        }
        if (!box && node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node != scope && !node.next_sibling()) {
            node = node.parent();
        }
        node = node == scope ? pugi::xml_node() : node.next_sibling();
    }
    return content;
}

}   // namespace

std::vector<pugi::xml_node> fieldScopes(pugi::xml_node root)
{
    std::vector<pugi::xml_node> scopes{root};
    bool fields = false;
    forEachElement(root, [&](pugi::xml_node node) {
        if (is(node, "w:txbxContent")) {
            scopes.push_back(node);
        }
        fields = fields || is(node, "w:fldChar") || is(node, "w:fldSimple")
                 || is(node, "w:instrText") || is(node, "w:delInstrText");
    });
    return fields ? scopes : std::vector<pugi::xml_node>();
}

QString fieldKeyword(const QString &code)
{
    static const QRegularExpression word(u"^\\s*(=|[^\\s\"\\\\]+)"_s);
    return word.match(code).captured(1).toUpper();
}

FieldClass classifyField(const QString &code)
{
    static const QSet<QString> harmless{
        u"PAGE"_s,     u"NUMPAGES"_s, u"SECTIONPAGES"_s, u"SECTION"_s,      u"TOC"_s,
        u"REF"_s,      u"PAGEREF"_s,  u"NOTEREF"_s,      u"STYLEREF"_s,     u"SEQ"_s,
        u"DATE"_s,     u"TIME"_s,     u"FORMTEXT"_s,     u"FORMCHECKBOX"_s, u"FORMDROPDOWN"_s,
        u"SYMBOL"_s,   u"LISTNUM"_s,  u"AUTONUM"_s,      u"AUTONUMLGL"_s,   u"AUTONUMOUT"_s,
        u"EQ"_s,       u"ADVANCE"_s,  u"INDEX"_s,        u"TOA"_s,          u"="_s,
        u"NUMWORDS"_s, u"NUMCHARS"_s,
    };
    const QString keyword = fieldKeyword(code);
    if (keyword == u"HYPERLINK"_s) {
        return FieldClass::Link;
    }
    return harmless.contains(keyword) ? FieldClass::Harmless : FieldClass::Other;
}

bool saysNothing(const QString &code)
{
    static const QRegularExpression plain(
        u"^\\s*\\w*(\\s+(\\\\\\S{1,2}|\\*|MERGEFORMAT|CHARFORMAT|\"?[0-9,; -]*\"?|_(Ref|Toc)[0-9]+|"
        "\"[dMyhHmsAPp/.,: -]*\"))*\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return plain.match(code).hasMatch();
}

FieldMap::FieldMap(pugi::xml_node scope)
{
    std::vector<Field> started;
    std::vector<int> open;
    const std::vector<pugi::xml_node> content = runContent(scope);
    for (pugi::xml_node node : content) {
        const std::string_view type =
            is(node, "w:fldChar") ? std::string_view(node.attribute("w:fldCharType").value())
                                  : std::string_view();
        for (int index : open) {
            Field &field = started[static_cast<size_t>(index)];
            const bool own = index == open.back();
            if (!field.separate && !(own && (type == "separate" || type == "end"))) {
                field.codeNodes.push_back(node);
            }
        }
        if (is(node, "w:fldSimple")) {
            Field simple;
            simple.simple = node;
            m_owner[node.internal_object()] = static_cast<int>(fields.size());
            fields.push_back(std::move(simple));
        } else if (type == "begin") {
            open.push_back(static_cast<int>(started.size()));
            started.emplace_back().begin = node;
        } else if (type == "separate" && !open.empty()) {
            Field &field = started[static_cast<size_t>(open.back())];
            field.separate = field.separate ? field.separate : node;
        } else if (type == "end" && !open.empty()) {
            started[static_cast<size_t>(open.back())].end = node;
            open.pop_back();
        }
    }
    for (Field &field : started) {
        if (!field.end) {
            continue;
        }
        const int index = static_cast<int>(fields.size());
        m_owner[field.begin.internal_object()] = index;
        m_owner[field.end.internal_object()] = index;
        if (field.separate) {
            m_owner[field.separate.internal_object()] = index;
        }
        fields.push_back(std::move(field));
    }
}

int FieldMap::fieldOf(pugi::xml_node mark) const
{
    const auto found = m_owner.find(mark.internal_object());
    return found == m_owner.end() ? -1 : found->second;
}

QString fieldCode(const Field &field)
{
    if (field.simple) {
        return attributeText(field.simple, "w:instr");
    }
    QString code;
    for (pugi::xml_node node : field.codeNodes) {
        if (is(node, "w:instrText")) {
            code += textOf(node);
        }
    }
    return code;
}

void setFieldCode(const Field &field, const QString &code)
{
    if (fieldCode(field) == code) {
        return;
    }
    if (field.simple) {
        setAttribute(field.simple, "w:instr", code);
        return;
    }
    bool first = true;
    for (pugi::xml_node node : field.codeNodes) {
        if (is(node, "w:instrText")) {
            setText(node, first ? code : QString());
            first = false;
        }
    }
}

QString checkBoxText(pugi::xml_node begin)
{
    const pugi::xml_node box = begin.child("w:ffData").child("w:checkBox");
    if (!box) {
        return {};
    }
    const pugi::xml_node checked = box.child("w:checked");
    return isOn(checked ? checked : box.child("w:default")) ? u"\u2612"_s : u"\u2610"_s;
}

void showCheckBox(const Field &field)
{
    const QString state = checkBoxText(field.begin);
    if (state.isEmpty()) {
        return;
    }
    pugi::xml_node last = field.end.parent();
    pugi::xml_node run = last.parent().insert_child_after("w:r", last);
    if (const pugi::xml_node look = field.begin.parent().child("w:rPr")) {
        run.append_copy(look);
    }
    setText(run.append_child("w:t"), state);
}

QString withoutLookSwitches(const QString &code)
{
    static const QRegularExpression look(u"\\\\\\*\\s*(MERGEFORMAT|CHARFORMAT)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return QString(code).remove(look);
}

int flattenButtons(pugi::xml_node root)
{
    static const QRegularExpression button(
        u"^\\s*(?:MACROBUTTON|GOTOBUTTON)\\s+(?:\"[^\"]*\"|\\S+)\\s?(.*)$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    int count = 0;
    DomEdits edits;
    forEachScope(root, [&](pugi::xml_node scope) {
        const FieldMap map(scope);
        for (const Field &field : map.fields) {
            const auto match = button.match(fieldCode(field));
            if (!match.hasMatch() || field.simple || field.separate) {
                continue;
            }
            bool first = true;
            for (pugi::xml_node node : field.codeNodes) {
                if (is(node, "w:instrText") && first) {
                    node.set_name("w:t");
                    setText(node, match.captured(1));
                    first = false;
                } else if (is(node, "w:instrText")) {
                    edits.remove(node);
                }
            }
            edits.remove(field.begin);
            edits.remove(field.end);
            ++count;
        }
    });
    edits.run(root);
    return count;
}

void unlinkField(const Field &field, DomEdits &edits)
{
    if (field.simple) {
        edits.unwrap(field.simple);
        return;
    }
    edits.remove(field.begin);
    for (pugi::xml_node node : field.codeNodes) {
        edits.remove(node);
    }
    if (field.separate) {
        edits.remove(field.separate);
    }
    edits.remove(field.end);
}

void balanceFields(pugi::xml_node root)
{
    DomEdits edits;
    forEachScope(root, [&](pugi::xml_node scope) {
        const FieldMap map(scope);
        std::unordered_set<const void *> inside;
        for (const Field &field : map.fields) {
            for (pugi::xml_node node : field.codeNodes) {
                inside.insert(node.internal_object());
            }
        }
        for (pugi::xml_node node : runContent(scope)) {
            const bool code = is(node, "w:instrText") || is(node, "w:delInstrText");
            const bool stray = is(node, "w:fldChar") && map.fieldOf(node) < 0;
            if (stray || (code && !inside.contains(node.internal_object()))) {
                edits.remove(node);
            }
        }
    });
    edits.run(root);
}

}   // namespace expunge::formats::ooxml
