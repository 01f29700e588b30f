// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/domedit.h"

#include <unordered_map>
#include <vector>

namespace expunge::formats::ooxml {

/// What a field does, as far as a scrub cares.
enum class FieldClass {
    Harmless,   // page numbers, cross references, tables of contents, form fields: their code may
                // stay
    Link,       // HYPERLINK: a target that a reader reaches
    Other,      // anything else: its code says more than its result
};

/// Class of a field by its code (ECMA-376 part 1, 17.16.5).
FieldClass classifyField(const QString &code);

/// First word of a field code, upper case.
QString fieldKeyword(const QString &code);

/// True if the code of a harmless field holds nothing but switches, numbers and generated names.
bool saysNothing(const QString &code);

/// One field made of w:fldChar marks, or a w:fldSimple element (then `simple` is set and nothing
/// else).
struct Field
{
    pugi::xml_node begin;
    pugi::xml_node separate;   // null: the field has no result
    pugi::xml_node end;
    std::vector<pugi::xml_node> codeNodes;   // run content between begin and separate (or end)
    pugi::xml_node simple;
};

/// The complete fields of one scope (a body, a note, a text box): those whose begin has an end.
class FieldMap
{
public:
    explicit FieldMap(pugi::xml_node scope);

    std::vector<Field> fields;

    /// Field that a w:fldChar mark or w:fldSimple belongs to; -1: a stray mark.
    int fieldOf(pugi::xml_node mark) const;

private:
    std::unordered_map<const void *, int> m_owner;
};

/// `root` and every text box in it, as fields do not cross these borders; nothing when there is no
/// trace of a field.
std::vector<pugi::xml_node> fieldScopes(pugi::xml_node root);

/// Calls `visit` with each of the scopes that may hold fields.
template<typename Visit>
void forEachScope(pugi::xml_node root, Visit &&visit)
{
    for (const pugi::xml_node scope : fieldScopes(root)) {
        visit(scope);
    }
}

/// Code of a field as one text, nested fields left out; the second replaces it.
QString fieldCode(const Field &field);
void setFieldCode(const Field &field, const QString &code);

/// The state of the check box that a field draws, given by its first mark (ECMA-376 part 1,
/// 17.16.7); empty for all other fields.
QString checkBoxText(pugi::xml_node begin);

/// Puts the state of a check box as text behind the field that draws it.
void showCheckBox(const Field &field);

/// A code without what it says of the look of its result (ECMA-376 part 1, 17.16.4.3.1).
QString withoutLookSwitches(const QString &code);

/// Makes plain text of the buttons that run a macro or lead elsewhere: what the page shows of them
/// stands in their code (ECMA-376 part 1, 17.16.5.21 and 17.16.5.37). How many there were.
int flattenButtons(pugi::xml_node root);

/// Notes the removal of a field's marks and code; its result stays.
void unlinkField(const Field &field, DomEdits &edits);

/// Removes marks without partners and code outside of fields, so that every begin has its end.
void balanceFields(pugi::xml_node root);

}   // namespace expunge::formats::ooxml
