// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odftree.h"

#include "core/formats/odf/odfvocabulary.h"

#include <QHash>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

/// What is never kept and yet known: its place in the list of what a file hides.
std::optional<HiddenKind> removedAs(const char *name)
{
    static const QHash<QByteArray, HiddenKind> kinds{
        {"office:scripts", HiddenKind::Macros},
        {"office:event-listeners", HiddenKind::Macros},
        {"presentation:event-listener", HiddenKind::Macros},
        {"script:event-listener", HiddenKind::Macros},
        {"text:script", HiddenKind::Macros},
        {"office:forms", HiddenKind::ActiveContent},
        {"draw:control", HiddenKind::ActiveContent},
        {"draw:applet", HiddenKind::ActiveContent},
        {"draw:floating-frame", HiddenKind::LinkedFiles},
        {"draw:plugin", HiddenKind::Media},
        {"presentation:sound", HiddenKind::Media},
        {"anim:audio", HiddenKind::Media},
        {"draw:object-ole", HiddenKind::EmbeddedFiles},
        {"text:section-source", HiddenKind::LinkedFiles},
        {"table:table-source", HiddenKind::LinkedFiles},
        {"text:alphabetical-index-auto-mark-file", HiddenKind::LinkedFiles},
        {"text:dde-connection-decls", HiddenKind::LinkedFiles},
        {"office:dde-source", HiddenKind::LinkedFiles},
        {"text:variable-decls", HiddenKind::FieldCodes},
        {"text:user-field-decls", HiddenKind::FieldCodes},
        {"text:sequence-decls", HiddenKind::FieldCodes},
        {"text:toc-mark", HiddenKind::FieldCodes},
        {"text:toc-mark-start", HiddenKind::FieldCodes},
        {"text:toc-mark-end", HiddenKind::FieldCodes},
        {"text:user-index-mark", HiddenKind::FieldCodes},
        {"text:user-index-mark-start", HiddenKind::FieldCodes},
        {"text:user-index-mark-end", HiddenKind::FieldCodes},
        {"text:alphabetical-index-mark", HiddenKind::FieldCodes},
        {"text:alphabetical-index-mark-start", HiddenKind::FieldCodes},
        {"text:alphabetical-index-mark-end", HiddenKind::FieldCodes},
        {"text:database-next", HiddenKind::MailMerge},
        {"text:database-row-select", HiddenKind::MailMerge},
        {"text:label", HiddenKind::FieldCodes},
        {"loext:list-item", HiddenKind::ContentControlData},
        {"math:annotation", HiddenKind::FieldCodes},
        {"math:annotation-xml", HiddenKind::FieldCodes},
        {"presentation:settings", HiddenKind::PresentationTraces},
        {"field:fieldmark", HiddenKind::FormFieldData},
        {"field:fieldmark-start", HiddenKind::FormFieldData},
        {"field:fieldmark-end", HiddenKind::FormFieldData},
        {"svg:font-face-src", HiddenKind::EmbeddedFonts},
    };
    const auto found = kinds.constFind(QByteArray(name));
    return found == kinds.cend() ? std::nullopt : std::optional(*found);
}

/// All words in an element and its attributes, for a preview.
QString wordsOf(pugi::xml_node element)
{
    constexpr qsizetype enough = 120;
    QString words;
    const auto take = [&words](pugi::xml_node node) {
        for (const pugi::xml_attribute attribute : node.attributes()) {
            const AttributeKind kind = attributeKind(node.name(), attribute.name());
            if (words.size() < enough && kind != AttributeKind::Syntax) {
                words += QString::fromUtf8(attribute.value()) + u' ';
            }
        }
        words += words.size() < enough ? ooxml::textOf(node) + u' ' : QString();
    };
    take(element);
    ooxml::forEachElement(element, take);
    return words.simplified();
}

/// A picture in the markup (OpenDocument 1.3 part 3, 10.4.4 and 4.5.2) is one as good as in a part:
/// it gets a reference like one.
void takeInlinePicture(OdfTree &tree, pugi::xml_node data)
{
    pugi::xml_node image = data.parent();
    const std::string_view name = image.name();
    const bool shows = name == "draw:image" || name == "draw:fill-image"
                       || name == "style:background-image" || name == "text:list-level-style-image";
    if (!shows || image.attribute("xlink:href")) {
        return;
    }
    auto part = std::make_unique<OdfPart>();
    part->name = u"inline:%1:"_s.arg(tree.inlinePictures.size()) + tree.part->name;
    part->bytes = QByteArray::fromBase64(ooxml::textOf(data).toLatin1());
    ooxml::setAttribute(image, "xlink:href", part->name);
    tree.inlinePictures.push_back(std::move(part));
}

void removeKnownTraces(OdfTree &tree)
{
    ooxml::DomEdits removals;
    int revisions = 0;
    ooxml::forEachElement(tree.root(), [&](pugi::xml_node node) {
        // LibreOffice writes these where the schema has no place for the plain ones
        if (ooxml::is(node, "officeooo:annotation")) {
            node.set_name("office:annotation");
        } else if (ooxml::is(node, "loext:p")) {
            node.set_name("text:p");
        }
        if (ooxml::is(node, "office:binary-data")) {
            takeInlinePicture(tree, node);
        }
        if (const auto kind = removedAs(node.name())) {
            // empty containers say nothing, but programs write them
            const bool says =
                node.first_child() || (node.first_attribute() && !ooxml::is(node, "office:forms"));
            countHidden(tree.counts, *kind, says ? 1 : 0, wordsOf(node));
            removals.remove(node);
        }
        for (const char *name : {"officeooo:rsid", "officeooo:paragraph-rsid"}) {
            revisions += node.remove_attribute(name) ? 1 : 0;
        }
    });
    countHidden(tree.counts, HiddenKind::RevisionIds, revisions);
    removals.run(tree.root());
}

}   // namespace

void countHidden(HiddenCounts &counts, HiddenKind kind, int count, const QString &preview)
{
    if (count <= 0) {
        return;
    }
    auto &[total, first] = counts[kind];
    total += count;
    first = first.isEmpty() ? preview : first;
}

base::Result<> parseTree(OdfTree &tree, const QString &path)
{
    auto xml = ooxml::parseXmlPart(tree.part->bytes, tree.part->name, path);
    if (!xml) {
        return tl::unexpected(xml.error());
    }
    tree.xml = std::move(*xml);
    countHidden(tree.counts, HiddenKind::MarkupComments, tree.xml.comments);
    countHidden(tree.counts, HiddenKind::UnknownMarkup, tree.xml.unknown);
    removeKnownTraces(tree);
    countHidden(tree.counts, HiddenKind::UnknownMarkup, sweep(tree.root()));
    collapseSpaces(tree.root());
    return {};
}

}   // namespace expunge::formats::odf
