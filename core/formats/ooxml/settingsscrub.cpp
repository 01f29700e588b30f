// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/settingsscrub.h"

#include "core/formats/ooxml/fontnames.h"
#include "core/formats/ooxml/sidetexts.h"
#include "core/formats/ooxml/vocabulary.h"

#include <QSet>

namespace expunge::formats::ooxml {

using document::HiddenKind;

namespace {

QSet<QByteArray> nameSet(const char *prefix, const char *names)
{
    QSet<QByteArray> result;
    for (const QByteArray &name : QByteArray(names).split(' ')) {
        result.insert(QByteArray(prefix).append(name));
    }
    return result;
}

// clang-format off

/// Settings on which the look of pages depends.
const QSet<QByteArray> &layoutSettings()
{
    static const QSet<QByteArray> names = nameSet("w:",
        "zoom displayBackgroundShape mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter "
        "gutterAtTop hideSpellingErrors hideGrammaticalErrors defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
        "doNotHyphenateCaps defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets "
        "drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
        "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
        "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars footnotePr endnotePr compat "
        "themeFontLang clrSchemeMapping decimalSymbol listSeparator")
        + nameSet("m:", "mathPr");
    return names;
}

/// What may stand inside of those settings (17.15.3 compatibility, 17.11 notes, 22.1.2.62 mathematics).
const QSet<QByteArray> &innerSettings()
{
    static const QSet<QByteArray> names = nameSet("w:",
        "footnote endnote numFmt numStart numRestart pos "
        "useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance balanceSingleByteDoubleByteWidth "
        "noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn spacingInWholePoints lineWrapLikeWord6 "
        "printBodyTextBeforeHeader printColBlack wpSpaceWidth showBreaksInFrames subFontBySize suppressBottomSpacing suppressTopSpacing "
        "suppressSpacingAtTopOfPage suppressTopSpacingWP suppressSpBfAfterPgBrk swapBordersFacingPages convMailMergeEsc "
        "truncateFontHeightsLikeWP6 mwSmallCaps usePrinterMetrics doNotSuppressParagraphBorders wrapTrailSpaces footnoteLayoutLikeWW8 "
        "shapeLayoutLikeWW8 alignTablesRowByRow forgetLastTabAlignment adjustLineHeightInTable autoSpaceLikeWord95 noSpaceRaiseLower "
        "doNotUseHTMLParagraphAutoSpacing layoutRawTableWidth layoutTableRowsApart useWord97LineBreakRules doNotBreakWrappedTables "
        "doNotSnapToGridInCell selectFldWithFirstOrLastChar applyBreakingRules doNotWrapTextWithPunct doNotUseEastAsianBreakRules "
        "useWord2002TableStyleRules growAutofit useFELayout useNormalStyleForList doNotUseIndentAsNumberingTabStop "
        "useAltKinsokuLineBreakRules allowSpaceOfSameStyleInTable doNotSuppressIndentation doNotAutofitConstrainedTables "
        "autofitToFirstFixedWidthCell underlineTabInNumList displayHangulFixedWidth splitPgBreakAndParaMark doNotVertAlignCellWithSp "
        "doNotBreakConstrainedForcedTable doNotVertAlignInTxbx useAnsiKerningPairs cachedColBalance compatSetting")
        + nameSet("m:", "mathFont brkBin brkBinSub smallFrac dispDef lMargin rMargin defJc preSp postSp interSp intraSp wrapIndent "
                              "wrapRight intLim naryLim");
    return names;
}

/// Settings that speak of the screen, the checker or the program only; no one misses them.
const QSet<QByteArray> &silentSettings()
{
    static const QSet<QByteArray> names = nameSet("w:",
        "view removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries printPostScriptOverText "
        "printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData "
        "activeWritingStyle proofState formsDesign linkStyles stylePaneFormatFilter stylePaneSortMethod documentType revisionView "
        "trackRevisions doNotTrackMoves doNotTrackFormatting autoFormatOverride styleLockTheme styleLockQFSet showEnvelope "
        "summaryLength clickAndTypeStyle noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema "
        "saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly "
        "useXSLTWhenSaving showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults shapeDefaults "
        "doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade readModeInkLockDown doNotEmbedSmartTags "
        "uiCompat97To2003 smartTagType")
        + nameSet("w14:", "defaultImageDpi discardImageEditingData conflictMode") + nameSet("w15:", "chartTrackingRefBased");
    return names;
}

/// Settings that hold something of a person, and what that is called.
std::optional<HiddenKind> kindOfSetting(const QByteArray &name)
{
    static const QHash<QByteArray, HiddenKind> kinds{
        {"w:attachedTemplate", HiddenKind::AttachedTemplate}, {"w:mailMerge", HiddenKind::MailMerge},
        {"w:docVars", HiddenKind::DocumentVariables},         {"w:rsids", HiddenKind::RevisionIds},
        {"w14:docId", HiddenKind::RevisionIds},               {"w15:docId", HiddenKind::RevisionIds},
        {"w16cid:docId", HiddenKind::RevisionIds},            {"w:documentProtection", HiddenKind::Permissions},
        {"w:writeProtection", HiddenKind::Permissions},       {"w:attachedSchema", HiddenKind::CustomXml},
        {"sl:schemaLibrary", HiddenKind::CustomXml},          {"w:saveThroughXslt", HiddenKind::LinkedFiles},
    };
    const auto found = kinds.constFind(name);
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

// clang-format on

/// Attributes of settings are numbers and identifiers; anything else goes.
int scrubAttributes(pugi::xml_node node)
{
    int removed = 0;
    for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
        const pugi::xml_attribute next = attribute.next_attribute();
        const QByteArrayView name(attribute.name());
        const bool compatUri =
            QByteArrayView(node.name()) == "w:compatSetting" && name == "w:uri"
            && QByteArrayView(attribute.value()) == "http://schemas.microsoft.com/office/word";
        const bool font = QByteArrayView(node.name()) == "m:mathFont"
                          && isUsualFont(QString::fromUtf8(attribute.value()));
        // w:percent, w:bg1 and the like are known to settings only.
        const bool compatible = QByteArrayView(node.name()) == "w:compatSetting";
        const bool token =
            (name.startsWith("w:") || name.startsWith("m:")) && !(compatible && name == "w:uri");
        const bool stays = name == "mc:Ignorable" || compatUri || font
                           || (token && syntaxFits(node.name(), name, attribute.value()));
        if (!stays) {
            ++removed;
            node.remove_attribute(attribute);
        }
        attribute = next;
    }
    return removed;
}

void dropText(pugi::xml_node node)
{
    for (pugi::xml_node child = node.first_child(); child;) {
        const pugi::xml_node next = child.next_sibling();
        if (child.type() != pugi::node_element) {
            node.remove_child(child);
        }
        child = next;
    }
}

}   // namespace

void scrubSettings(pugi::xml_node settings, std::map<HiddenKind, int> &hidden)
{
    int unknown = scrubAttributes(settings);
    for (pugi::xml_node node = settings.first_child(); node;) {
        const pugi::xml_node next = node.next_sibling();
        const QByteArray name(node.name());
        if (!layoutSettings().contains(name)) {
            if (const auto kind = kindOfSetting(name)) {
                const auto children = std::distance(node.begin(), node.end());
                const bool list =
                    *kind == HiddenKind::DocumentVariables || *kind == HiddenKind::RevisionIds;
                hidden[*kind] += list && children > 0 ? static_cast<int>(children) : 1;
            } else if (node.type() == pugi::node_element && !silentSettings().contains(name)) {
                ++unknown;
            }
            settings.remove_child(node);
        }
        node = next;
    }
    for (pugi::xml_node node = nextElement(settings, settings); node;) {
        pugi::xml_node parent = node.parent();
        if (parent != settings && !innerSettings().contains(QByteArray(node.name()))) {
            const pugi::xml_node next = nextOutside(node, settings);
            parent.remove_child(node);
            ++unknown;
            node = next;
            continue;
        }
        unknown += scrubAttributes(node);
        dropText(node);
        node = nextElement(node, settings);
    }
    if (unknown > 0) {
        hidden[HiddenKind::UnknownMarkup] += unknown;
    }
}

}   // namespace expunge::formats::ooxml
