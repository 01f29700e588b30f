// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sideparts.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/settingsscrub.h"
#include "core/formats/ooxml/sidetexts.h"
#include "core/formats/ooxml/stylenames.h"
#include "core/formats/ooxml/vocabulary.h"

#include <QRegularExpression>

#include <unordered_set>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

void count(SidePart &side, HiddenKind kind, int number)
{
    if (number > 0) {
        side.hidden[kind] += number;
    }
}

/// Removes all elements of a name and says how many there were.
int removeElements(pugi::xml_node root, QByteArrayView name)
{
    int removed = 0;
    for (pugi::xml_node node = nextElement(root, root); node;) {
        const bool goes = QByteArrayView(node.name()) == name;
        const pugi::xml_node next = goes ? nextOutside(node, root) : nextElement(node, root);
        if (goes) {
            node.parent().remove_child(node);
            ++removed;
        }
        node = next;
    }
    return removed;
}

/// Paragraphs and runs have no place in side parts, nor have the samples of a diagram's gallery.
int removeMisplaced(pugi::xml_node root, SideKind kind)
{
    int removed = 0;
    if (kind == SideKind::DiagramDesign) {
        for (const char *name : {"dgm:sampData", "dgm:styleData", "dgm:clrData", "a:t"}) {
            removeElements(root, name);
        }
    }
    for (const char *name : {"w:p", "w:r", "w:t", "w:tbl", "w:sdt", "w:txbxContent", "w:delText",
                             "w:instrText", "w:delInstrText", "m:t", "v:textpath"}) {
        removed += removeElements(root, name);
    }
    if (kind == SideKind::Theme) {
        removed += removeElements(root, "a:t");
    }
    return removed;
}

/// Texts that no slot showed to the person.
int removeUnread(pugi::xml_node root, const std::vector<SideSlot> &shown)
{
    std::unordered_set<const void *> read;
    for (const SideSlot &slot : shown) {
        for (const pugi::xml_node element : slot.elements) {
            read.insert(element.internal_object());
        }
    }
    int removed = 0;
    for (pugi::xml_node node = nextElement(root, root); node;) {
        const QByteArrayView name(node.name());
        const bool text =
            name == "a:t" || name == "c:v" || name == "c:name" || name == "c:separator";
        const bool goes = text && !read.contains(node.internal_object())
                          && !QByteArrayView(node.child_value()).trimmed().isEmpty();
        const pugi::xml_node next = goes ? nextOutside(node, root) : nextElement(node, root);
        if (goes) {
            node.parent().remove_child(node);
            ++removed;
        }
        node = next;
    }
    return removed;
}

bool isStyleReference(pugi::xml_node node)
{
    static const QList<QByteArrayView> references{
        "w:pStyle", "w:rStyle",    "w:tblStyle",     "w:basedOn",          "w:next",
        "w:link",   "w:styleLink", "w:numStyleLink", "w:defaultTableStyle"};
    return references.contains(QByteArrayView(node.name()));
}

/// Words, people and times in attributes have no place in side parts; those that show were taken as
/// texts before.
int dropWords(pugi::xml_node root, SideKind kind)
{
    int removed = 0;
    for (pugi::xml_node node = root; node; node = nextElement(node, root)) {
        for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
            const pugi::xml_attribute next = attribute.next_attribute();
            const QByteArrayView element(node.name());
            const AttributeKind is = attributeKind(element, attribute.name());
            const bool words = is == AttributeKind::Text || is == AttributeKind::Person
                               || is == AttributeKind::Time;
            const bool shows =
                element == "w:lvlText" || element == "a:buChar"
                || (kind == SideKind::Chart && QByteArrayView(attribute.name()) == "formatCode");
            if (words && !shows) {
                removed += attribute.value()[0] != '\0' ? 1 : 0;
                // An empty value is valid where a missing attribute is not.
                attribute.set_value("");
            }
            attribute = next;
        }
    }
    return removed;
}

/// A number format with words of its own becomes the plain one (ECMA-376 part 1, 18.8.31).
QByteArray neutralFormat(const QByteArray &code)
{
    static const QRegularExpression plain(
        u"^([#0?.,%;()_\\\\/: +*$@-]|General|[dmyhsDMYHSE]|AM/PM|\\[(Red|Blue|Black|White|Green|"
        "\\$[^A-Za-z\\]]{0,4}(-[0-9A-Fa-f]{1,6})?)\\]|\"[^A-Za-z0-9]{0,3}\"|[\\x{A2}-\\x{A5}\\x{20A0}-\\x{20C0}])*$"_s);
    return code.size() <= 80 && plain.match(QString::fromUtf8(code)).hasMatch() ? code : "General";
}

/// The workbook that a formula spoke of is gone; what is left names no sheet ('Payroll of
/// Acme'!$A$1).
QByteArray neutralFormula(const QByteArray &formula)
{
    static const QRegularExpression reference(u"^.*!(\\$?[A-Z]{1,3}\\$?[0-9]{1,7}(:\\$?[A-Z]{1,3}"
                                              "\\$?[0-9]{1,7})?)$"_s);
    const auto match = reference.match(QString::fromUtf8(formula));
    return QByteArray("Sheet1!").append(match.hasMatch() ? match.captured(1).toUtf8()
                                                         : QByteArray("$A$1"));
}

void scrubChart(SidePart &side)
{
    const pugi::xml_node root = side.xml.document.document_element();
    for (pugi::xml_node node = root; node; node = nextElement(node, root)) {
        const QByteArrayView name(node.name());
        if (name == "c:f") {
            side.formulas.push_back(QString::fromUtf8(node.child_value()));
            node.text().set(neutralFormula(node.child_value()).constData());
        } else if (name == "c:formatCode") {
            node.text().set(neutralFormat(node.child_value()).constData());
        }
        if (pugi::xml_attribute format = node.attribute("formatCode")) {
            format.set_value(neutralFormat(format.value()).constData());
        }
    }
}

void scrubTheme(SidePart &side)
{
    const pugi::xml_node theme = side.xml.document.document_element();
    const auto rename = [&side](pugi::xml_attribute name, const char *neutral) {
        const QByteArrayView old(name.value());
        if (name && !old.isEmpty() && !old.startsWith("Office")) {
            count(side, HiddenKind::StyleNames, 1);
        }
        if (name) {
            name.set_value(neutral);
        }
    };
    rename(theme.attribute("name"), "Office Theme");
    for (pugi::xml_node part : theme.child("a:themeElements").children()) {
        rename(part.attribute("name"), "Office");
    }
    theme.child("a:extraClrSchemeLst").remove_children();
}

void scrubNumbering(SidePart &side)
{
    const pugi::xml_node numbering = side.xml.document.document_element();
    for (pugi::xml_node list : numbering.children("w:abstractNum")) {
        count(side, HiddenKind::StyleNames, list.remove_child("w:name") ? 1 : 0);
    }
    static const QRegularExpression digits(u"^[0-9, .]*$"_s);
    for (pugi::xml_node node = numbering; node; node = nextElement(node, numbering)) {
        const pugi::xml_attribute format = node.attribute("w:format");
        if (format && !digits.match(QString::fromUtf8(format.value())).hasMatch()) {
            node.remove_attribute(format);
            count(side, HiddenKind::UnknownMarkup, 1);
        }
    }
}

void scrubStyles(SidePart &side)
{
    pugi::xml_node styles = side.xml.document.document_element();
    // which built-in styles a menu shows (ECMA-376 part 1, 17.7.4.5): words that no page needs
    styles.remove_child("w:latentStyles");
    const StyleRenames renames = styleRenames(styles);
    side.styleIds = renames.ids;
    side.styleNames = renames.names;
    count(side, HiddenKind::StyleNames, static_cast<int>(renames.names.size()));
}

/// What can be counted only as long as it is there.
void countBeforeSweep(SidePart &side)
{
    const pugi::xml_node root = side.xml.document.document_element();
    if (side.kind == SideKind::Chart) {
        side.workbook = attributeText(root.child("c:externalData"), "r:id");
        count(side, HiddenKind::ChartData, removeElements(root, "c:externalData"));
    }
    if (side.kind == SideKind::Fonts) {
        for (const QByteArrayView name :
             {QByteArrayView("w:embedRegular"), QByteArrayView("w:embedBold"),
              QByteArrayView("w:embedItalic"), QByteArrayView("w:embedBoldItalic")}) {
            count(side, HiddenKind::EmbeddedFonts, removeElements(root, name));
        }
        removeElements(root, "w:altName");
    }
}

void scrubByKind(SidePart &side)
{
    switch (side.kind) {
    case SideKind::Styles:
        scrubStyles(side);
        break;
    case SideKind::Numbering:
        scrubNumbering(side);
        break;
    case SideKind::Theme:
        scrubTheme(side);
        break;
    case SideKind::Chart:
        scrubChart(side);
        break;
    case SideKind::None:
    case SideKind::Settings:
    case SideKind::Fonts:
    case SideKind::DiagramData:
    case SideKind::DiagramDrawing:
    case SideKind::DiagramDesign:
    case SideKind::Properties:
        break;
    }
}

}   // namespace

SideKind sideKind(const QString &contentType)
{
    static const QList<std::pair<QString, SideKind>> kinds{
        {u"wordprocessingml.styles+xml"_s, SideKind::Styles},
        {u"ms-word.stylesWithEffects+xml"_s, SideKind::None},
        {u"wordprocessingml.numbering+xml"_s, SideKind::Numbering},
        {u"wordprocessingml.settings+xml"_s, SideKind::Settings},
        {u"wordprocessingml.fontTable+xml"_s, SideKind::Fonts},
        {u"officedocument.theme+xml"_s, SideKind::Theme},
        {u"drawingml.chart+xml"_s, SideKind::Chart},
        {u"drawingml.diagramData+xml"_s, SideKind::DiagramData},
        {u"drawingml.diagramDrawing+xml"_s, SideKind::DiagramDrawing},
        {u"drawingml.diagramLayout+xml"_s, SideKind::DiagramDesign},
        {u"drawingml.diagramStyle+xml"_s, SideKind::DiagramDesign},
        {u"drawingml.diagramColors+xml"_s, SideKind::DiagramDesign},
        {u"package.core-properties+xml"_s, SideKind::Properties},
        {u"extended-properties+xml"_s, SideKind::Properties},
        {u"custom-properties+xml"_s, SideKind::Properties},
    };
    for (const auto &[suffix, kind] : kinds) {
        if (contentType.endsWith(suffix, Qt::CaseInsensitive)) {
            return kind;
        }
    }
    return SideKind::None;
}

base::Result<SidePart> readSidePart(const Part &part, const QString &path)
{
    auto xml = parseXmlPart(part.bytes, part.name, path);
    if (!xml) {
        return tl::unexpected(xml.error());
    }
    SidePart side;
    side.kind = sideKind(part.contentType);
    side.xml = std::move(*xml);
    count(side, HiddenKind::MarkupComments, side.xml.comments);
    count(side, HiddenKind::UnknownMarkup, side.xml.unknown);
    const pugi::xml_node root = side.xml.document.document_element();
    if (!root) {
        return base::failure(base::ErrorCode::Damaged, path, part.name);
    }
    if (side.kind == SideKind::Settings) {
        scrubSettings(root, side.hidden);
    } else if (side.kind != SideKind::Properties) {
        completeStyleIds(root);
        countBeforeSweep(side);
        const SweepCounts swept = sweep(root);
        count(side, HiddenKind::UnknownMarkup, swept.unknown);
        count(side, HiddenKind::RevisionIds, swept.revisions);
        count(side, HiddenKind::UnknownMarkup, removeMisplaced(root, side.kind));
        scrubByKind(side);
        count(side, HiddenKind::AltText, dropWords(root, side.kind));
    }
    const std::vector<SideSlot> shown = sideSlots(side.kind, root);
    if (side.kind != SideKind::Properties) {
        count(side, HiddenKind::UnknownMarkup, removeUnread(root, shown));
    }
    for (const SideSlot &slot : shown) {
        side.texts.push_back({slot.text(), slot.place});
    }
    return side;
}

QByteArray rewriteSidePart(const SidePart &side, const std::vector<QString> &texts,
                           const SideOptions &options)
{
    XmlPart copy;
    copy.document.reset(side.xml.document);
    copy.strict = side.xml.strict;
    const pugi::xml_node root = copy.document.document_element();
    const std::vector<SideSlot> found = sideSlots(side.kind, root);
    for (size_t index = 0; index < std::min(found.size(), texts.size()); ++index) {
        found[index].setText(texts[index]);
    }
    if (side.kind == SideKind::Styles && !options.keepStyleNames) {
        applyStyleRenames(root, {side.styleIds, side.styleNames});
    } else if (!options.styleIds.isEmpty()) {
        renameStyles(root, options.styleIds);
    }
    return writeXmlPart(copy);
}

std::vector<int> lostTexts(const SidePart &side, const std::vector<QString> &texts)
{
    const auto found = sideSlots(side.kind, side.xml.document.document_element());
    std::vector<int> lost;
    for (size_t index = 0; index < std::min(found.size(), texts.size()); ++index) {
        if (!found[index].holds(texts[index])) {
            lost.push_back(static_cast<int>(index));
        }
    }
    return lost;
}

std::vector<int> copiesOf(const SidePart &drawing, const SidePart &data)
{
    std::vector<int> result;
    std::vector<bool> used(data.texts.size(), false);
    for (const SideText &text : drawing.texts) {
        int match = -1;
        for (size_t index = 0; index < data.texts.size(); ++index) {
            // The drawing follows the data's order in most layouts; a text that stands twice there
            // stands twice here.
            if (data.texts[index].text == text.text
                && (match < 0 || used[static_cast<size_t>(match)]) && (match < 0 || !used[index])) {
                match = static_cast<int>(index);
            }
        }
        if (match >= 0) {
            used[static_cast<size_t>(match)] = true;
        }
        result.push_back(match);
    }
    return result;
}

void renameStyles(pugi::xml_node root, const QHash<QString, QString> &styleIds)
{
    for (pugi::xml_node node = root; node; node = nextElement(node, root)) {
        if (isStyleReference(node)) {
            pugi::xml_attribute value = node.attribute("w:val");
            const auto found = styleIds.constFind(QString::fromUtf8(value.value()));
            if (found != styleIds.constEnd()) {
                value.set_value(found->toUtf8().constData());
            }
        }
    }
}

QSet<QString> styleIdsIn(pugi::xml_node styles)
{
    QSet<QString> ids;
    for (const pugi::xml_node style : styles.children("w:style")) {
        ids.insert(QString::fromUtf8(style.attribute("w:styleId").value()));
    }
    return ids;
}

void dropMissingStyles(pugi::xml_node root, const QSet<QString> &known)
{
    for (pugi::xml_node node = nextElement(root, root); node;) {
        const bool goes = isStyleReference(node)
                          && !known.contains(QString::fromUtf8(node.attribute("w:val").value()));
        const pugi::xml_node next = goes ? nextOutside(node, root) : nextElement(node, root);
        if (goes) {
            node.parent().remove_child(node);
        }
        node = next;
    }
}

QStringList usedRelationships(pugi::xml_node root)
{
    QStringList ids;
    for (pugi::xml_node node = root; node; node = nextElement(node, root)) {
        for (const pugi::xml_attribute attribute : node.attributes()) {
            if (attributeKind(node.name(), attribute.name()) == AttributeKind::Relationship) {
                ids.append(QString::fromUtf8(attribute.value()));
            }
        }
    }
    ids.removeDuplicates();
    return ids;
}

QByteArray neutralCoreProperties()
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties "
           "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>";
}

QByteArray neutralExtendedProperties()
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties "
           "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>";
}

}   // namespace expunge::formats::ooxml
