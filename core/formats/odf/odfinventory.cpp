// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfinventory.h"

#include "core/formats/image/picturescrub.h"
#include "core/formats/ooxml/canonicalxml.h"
#include "core/formats/ooxml/domedit.h"

#include <algorithm>
#include <array>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::HiddenKind;
using ooxml::attributeText;
using ooxml::is;

namespace {

/// Folders and files that programs put into packages.
struct KnownPlace
{
    QLatin1StringView start;
    HiddenKind kind;
};

constexpr std::array knownPlaces{
    KnownPlace{"Thumbnails/"_L1, HiddenKind::Thumbnail},
    KnownPlace{"Versions/"_L1, HiddenKind::OldVersions},
    KnownPlace{"VersionList.xml"_L1, HiddenKind::OldVersions},
    KnownPlace{"Configurations"_L1, HiddenKind::ViewSettings},
    KnownPlace{"layout-cache"_L1, HiddenKind::ViewSettings},
    KnownPlace{"Basic/"_L1, HiddenKind::Macros},
    KnownPlace{"Scripts/"_L1, HiddenKind::Macros},
    KnownPlace{"Dialogs/"_L1, HiddenKind::Macros},
    KnownPlace{"manifest.rdf"_L1, HiddenKind::CustomXml},
    KnownPlace{"META-INF/documentsignatures.xml"_L1, HiddenKind::Signatures},
    KnownPlace{"META-INF/macrosignatures.xml"_L1, HiddenKind::Signatures},
    KnownPlace{"META-INF/packagesignatures.xml"_L1, HiddenKind::Signatures},
    KnownPlace{"ObjectReplacements/"_L1, HiddenKind::PictureFormats},
    KnownPlace{"Fonts/"_L1, HiddenKind::EmbeddedFonts},
    KnownPlace{"Media/"_L1, HiddenKind::Media},
    KnownPlace{"Pictures/"_L1, HiddenKind::UnreachableParts},
    KnownPlace{"Object "_L1, HiddenKind::EmbeddedFiles},
    KnownPlace{"meta.xml"_L1, HiddenKind::Properties},
    KnownPlace{"settings.xml"_L1, HiddenKind::ViewSettings},
};

/// Switches of LibreOffice that change where text stands; all are true, false or a number.
bool isLayoutSetting(const QString &name)
{
    static const QSet<QString> names{u"AddParaTableSpacing"_s,
                                     u"AddParaTableSpacingAtStart"_s,
                                     u"AddParaSpacingToTableCells"_s,
                                     u"AddParaLineSpacingToTableCells"_s,
                                     u"AddFrameOffsets"_s,
                                     u"AddExternalLeading"_s,
                                     u"AlignTabStopPosition"_s,
                                     u"CharacterCompressionType"_s,
                                     u"ClipAsCharacterAnchoredWriterFlyFrames"_s,
                                     u"CollapseEmptyCellPara"_s,
                                     u"ConsiderTextWrapOnObjPos"_s,
                                     u"DoNotCaptureDrawObjsOnPage"_s,
                                     u"DoNotJustifyLinesWithManualBreak"_s,
                                     u"DoNotResetParaAttrsForNumFont"_s,
                                     u"HeaderSpacingBelowLastPara"_s,
                                     u"IgnoreFirstLineIndentInNumbering"_s,
                                     u"IgnoreTabsAndBlanksForLineCalculation"_s,
                                     u"InvertBorderSpacing"_s,
                                     u"IsKernAsianPunctuation"_s,
                                     u"MsWordCompTrailingBlanks"_s,
                                     u"MsWordCompMinLineHeightByFly"_s,
                                     u"OutlineLevelYieldsNumbering"_s,
                                     u"ParaSpaceMax"_s,
                                     u"ParaSpaceMaxAtPages"_s,
                                     u"ProportionalLineSpacingShrinksFirstLine"_s,
                                     u"PropLineSpacingShrinksFirstLine"_s,
                                     u"StylesNoDefault"_s,
                                     u"SubtractFlysAnchoredAtFlys"_s,
                                     u"SurroundTextWrapSmall"_s,
                                     u"TabAtLeftIndentForParagraphsInList"_s,
                                     u"TableRowKeep"_s,
                                     u"TabOverflow"_s,
                                     u"TabOverMargin"_s,
                                     u"TabOverSpacing"_s,
                                     u"TabsRelativeToIndent"_s,
                                     u"TreatSingleColumnBreakAsPageBreak"_s,
                                     u"UnbreakableNumberings"_s,
                                     u"UnxForceZeroExtLeading"_s,
                                     u"UseFormerLineSpacing"_s,
                                     u"UseFormerObjectPositioning"_s,
                                     u"UseFormerTextWrapping"_s,
                                     u"UseOldNumbering"_s,
                                     u"UseOldPrinterMetrics"_s,
                                     u"BackgroundParaOverDrawings"_s,
                                     u"FloattableNomargins"_s,
                                     u"NoNumberingShowFollowBy"_s,
                                     u"DropCapPunctuation"_s,
                                     u"GutterAtTop"_s,
                                     u"ContinuousEndnotes"_s,
                                     u"ApplyParagraphMarkFormatToNumbering"_s,
                                     u"DisableOffPagePositioning"_s,
                                     u"UseScaleWidth"_s};
    return names.contains(name);
}

bool isPlainValue(const QString &type, const QString &value)
{
    bool number = false;
    value.toInt(&number);
    return type == u"boolean"_s ? value == u"true"_s || value == u"false"_s
                                : (type == u"int"_s || type == u"short"_s) && number;
}

}   // namespace

bool mayStay(HiddenKind kind)
{
    constexpr std::array kept{HiddenKind::Comments,       HiddenKind::TrackedChanges,
                              HiddenKind::HiddenText,     HiddenKind::InvisibleText,
                              HiddenKind::AltText,        HiddenKind::SpeakerNotes,
                              HiddenKind::HiddenSlides,   HiddenKind::HiddenShapes,
                              HiddenKind::OffSlideShapes, HiddenKind::CroppedAreas};
    return std::find(kept.begin(), kept.end(), kind) != kept.end();
}

std::optional<HiddenKind> removedPartKind(const OdfPart &part, const QSet<QString> &used)
{
    if (used.contains(part.name)) {
        return std::nullopt;
    }
    for (const KnownPlace &known : knownPlaces) {
        if (part.name.startsWith(known.start)) {
            return known.kind;
        }
    }
    return HiddenKind::UnknownParts;
}

void listPicture(const OdfPart &picture, const QString &where, ooxml::HiddenInventory &inventory)
{
    const auto clean = image::scrubPicture(picture.bytes);
    inventory.add(HiddenKind::PictureFormats, clean ? 0 : 1, where);
    inventory.add(HiddenKind::PictureMetadata, clean ? clean->removed : 0, where);
}

void listParts(const OdfPackage &package, const QSet<QString> &used,
               ooxml::HiddenInventory &inventory)
{
    inventory.add(HiddenKind::ArchiveTraces, package.archiveTraces(), {});
    for (const OdfPart &part : package.parts()) {
        if (const auto kind = removedPartKind(part, used)) {
            inventory.add(*kind, 1, part.name);
        } else if (!part.name.endsWith(u".xml"_s)) {
            listPicture(part, part.name, inventory);
        }
    }
}

base::Result<std::vector<MetaText>> readMeta(const OdfPart &meta, const QString &path)
{
    const auto xml = ooxml::parseXmlPart(meta.bytes, meta.name, path);
    if (!xml) {
        return tl::unexpected(xml.error());
    }
    std::vector<MetaText> texts;
    ooxml::forEachElement(xml->document.document_element(), [&](pugi::xml_node node) {
        const bool custom = is(node, "meta:user-defined");
        const HiddenKind kind = custom ? HiddenKind::CustomProperties : HiddenKind::Properties;
        const QString name = QString::fromUtf8(node.name()).section(u':', 1);
        const QString text = ooxml::textOf(node).trimmed();
        if (!text.isEmpty()) {
            texts.push_back({text, name, kind});
        }
        for (const char *attribute : {"meta:name", "xlink:href", "xlink:title"}) {
            if (node.attribute(attribute)) {
                texts.push_back({attributeText(node, attribute), name, kind});
            }
        }
    });
    return texts;
}

std::vector<QByteArray> visibleLayers(const OdfPart &settings, const QString &path)
{
    std::vector<QByteArray> windows;
    if (const auto xml = ooxml::parseXmlPart(settings.bytes, settings.name, path)) {
        ooxml::forEachElement(xml->document.document_element(), [&](pugi::xml_node node) {
            if (attributeText(node, "config:name") == u"VisibleLayers"_s) {
                windows.push_back(QByteArray::fromBase64(ooxml::textOf(node).toLatin1()));
            }
        });
    }
    return windows;
}

QByteArray layoutSettings(const OdfPart &settings, const QString &path, int &dropped,
                          const QStringList &values)
{
    const auto xml = ooxml::parseXmlPart(settings.bytes, settings.name, path);
    if (!xml) {
        ++dropped;
        return {};
    }
    QByteArray items;
    ooxml::forEachElement(xml->document.document_element(), [&](pugi::xml_node node) {
        const QString name = attributeText(node, "config:name");
        const QString type = attributeText(node, "config:type");
        const QString value = ooxml::textOf(node);
        const bool told =
            std::any_of(values.begin(), values.end(), [&name](const QString &redacted) {
                return name.contains(redacted, Qt::CaseInsensitive);
            });
        if (is(node, "config:config-item") && isLayoutSetting(name) && isPlainValue(type, value)
            && !told) {
            items += "<config:config-item config:name=\"" + name.toUtf8() + "\" config:type=\""
                     + type.toUtf8() + "\">" + value.toUtf8() + "</config:config-item>";
        } else if (is(node, "config:config-item")) {
            ++dropped;
        }
    });
    if (items.isEmpty()) {
        return {};
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-settings "
           "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
           "xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\" "
           "xmlns:ooo=\"http://openoffice.org/2004/office\" "
           "office:version=\"1.3\"><office:settings>"
           "<config:config-item-set config:name=\"ooo:configuration-settings\">"
           + items + "</config:config-item-set></office:settings></office:document-settings>";
}

}   // namespace expunge::formats::odf
