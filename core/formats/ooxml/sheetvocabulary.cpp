// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheetvocabulary.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/fontnames.h"
#include "core/formats/ooxml/sheetcellref.h"
#include "core/formats/ooxml/vocabulary.h"
#include "core/formats/ooxml/xlsxsites.h"

#include <QHash>
#include <QSet>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

// clang-format off

// ECMA-376 part 1, 18.2 (workbook), 18.3 (sheets), 18.5 (tables), 18.7 (comments), 18.8 (styles).
constexpr auto sheetElements =
    "workbook fileVersion workbookPr workbookProtection bookViews workbookView sheets sheet definedNames definedName calcPr "
    "worksheet chartsheet sheetPr tabColor outlinePr pageSetUpPr dimension sheetViews sheetView pane selection sheetFormatPr cols col "
    "sheetData sheetCalcPr sheetProtection autoFilter filterColumn filters filter dateGroupItem customFilters customFilter top10 "
    "dynamicFilter colorFilter iconFilter sortState sortCondition mergeCells mergeCell phoneticPr conditionalFormatting cfRule formula "
    "colorScale cfvo color dataBar iconSet dataValidations dataValidation formula1 formula2 hyperlinks hyperlink printOptions pageMargins "
    "pageSetup headerFooter oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter rowBreaks colBreaks brk ignoredErrors "
    "ignoredError drawing legacyDrawing picture tableParts tablePart extLst ext "
    "table tableColumns tableColumn calculatedColumnFormula totalsRowFormula tableStyleInfo "
    "comments authors author commentList comment text r rPr t rFont "
    "styleSheet numFmts numFmt fonts font b i strike condense extend outline shadow u vertAlign sz name family charset scheme "
    "fills fill patternFill fgColor bgColor gradientFill stop borders border left right top bottom start end diagonal vertical horizontal "
    "cellStyleXfs cellXfs xf alignment protection cellStyles cellStyle dxfs dxf tableStyles tableStyle tableStyleElement colors "
    "indexedColors rgbColor mruColors";

// [MS-XLSX] 2.6
constexpr auto newerElements =
    "conditionalFormattings conditionalFormatting cfRule id dataBar cfvo axisColor negativeFillColor borderColor negativeBorderColor "
    "fillColor barColor iconSet cfIcon colorScale color dxf dataValidations dataValidation formula1 formula2 sparklineGroups "
    "sparklineGroup colorSeries colorNegative colorAxis colorMarkers colorFirst colorLast colorHigh colorLow sparklines sparkline";

// ECMA-376 part 1, 20.5
constexpr auto drawingElements =
    "wsDr twoCellAnchor oneCellAnchor absoluteAnchor from to ext pos col row colOff rowOff sp grpSp graphicFrame cxnSp pic clientData "
    "nvSpPr cNvPr cNvSpPr nvGrpSpPr cNvGrpSpPr grpSpPr nvGraphicFramePr cNvGraphicFramePr xfrm nvCxnSpPr cNvCxnSpPr nvPicPr cNvPicPr "
    "blipFill spPr style txBody";

constexpr auto sheetAttributes =
    // workbook
    "appName lastEdited lowestEdited rupBuild date1904 showObjects showBorderUnselectedTables filterPrivacy promptedSolutions "
    "showInkAnnotation backupFile saveExternalLinkValues updateLinks hidePivotFieldList showPivotChartFilter allowRefreshQuery "
    "checkCompatibility autoCompressPictures refreshAllConnections defaultThemeVersion visibility minimized "
    "showHorizontalScroll showVerticalScroll showSheetTabs xWindow yWindow windowWidth windowHeight tabRatio firstSheet activeTab "
    "autoFilterDateGrouping sheetId state localSheetId hidden function calcId calcMode fullCalcOnLoad refMode iterate "
    "iterateCount iterateDelta fullPrecision calcCompleted calcOnSave concurrentCalc concurrentManualCount forceFullCalc lockStructure "
    "lockWindows lockRevision "
    // sheets
    "activePane pane activeCell activeCellId sqref topLeftCell xSplit ySplit tabSelected showGridLines showRowColHeaders showZeros "
    "rightToLeft showRuler showOutlineSymbols defaultGridColor showWhiteSpace view colorId zoomScale zoomScaleNormal "
    "zoomScaleSheetLayoutView zoomScalePageLayoutView zoomToFit workbookViewId windowProtection showFormulas rgb theme tint indexed auto "
    "summaryBelow summaryRight applyStyles autoPageBreaks fitToPage syncHorizontal syncVertical syncRef transitionEvaluation "
    "transitionEntry filterMode enableFormatConditionsCalculation ref baseColWidth defaultColWidth defaultRowHeight customHeight "
    "zeroHeight thickTop thickBottom outlineLevelRow outlineLevelCol min max width style bestFit customWidth phonetic outlineLevel "
    "collapsed sheet objects scenarios formatCells formatColumns formatRows insertColumns insertRows insertHyperlinks deleteColumns "
    "deleteRows selectLockedCells sort autoFilter pivotTables selectUnlockedCells content colId hiddenButton showButton blank "
    "calendarType year month day hour minute second dateTimeGrouping and operator top percent val filterVal type valIso maxVal cellColor "
    "dxfId iconSet iconId columnSort caseSensitive sortMethod descending sortBy count fontId alignment pivot priority stopIfTrue "
    "aboveAverage bottom timePeriod rank stdDev equalAverage gte minLength maxLength showValue reverse disablePrompts errorStyle imeMode "
    "allowBlank showDropDown showInputMessage showErrorMessage horizontalCentered verticalCentered headings gridLines gridLinesSet left "
    "right header footer paperSize scale firstPageNumber fitToWidth fitToHeight pageOrder orientation usePrinterDefaults blackAndWhite "
    "draft cellComments useFirstPageNumber errors horizontalDpi verticalDpi copies paperHeight paperWidth paperUnits differentOddEven "
    "differentFirst scaleWithDoc alignWithMargins manualBreakCount id man pt evalError twoDigitTextYear numberStoredAsText formula "
    "formulaRange unlockedFormula emptyCellReference listDataValidation calculatedColumn uri "
    // styles
    "numFmtId fillId borderId xfId applyNumberFormat applyFont applyFill applyBorder applyAlignment applyProtection quotePrefix "
    "pivotButton horizontal vertical textRotation wrapText indent relativeIndent justifyLastLine shrinkToFit readingOrder locked "
    "builtinId iLevel customBuiltin patternType degree position diagonalUp diagonalDown outline table size "
    // tables, comments
    "headerRowCount insertRow insertRowShift totalsRowCount totalsRowShown headerRowDxfId dataDxfId totalsRowDxfId "
    "headerRowBorderDxfId tableBorderDxfId totalsRowBorderDxfId totalsRowFunction array showFirstColumn showLastColumn showRowStripes "
    "showColumnStripes authorId shapeId "
    // [MS-XLSX] 2.6
    "border gradient direction negativeBarColorSameAsPositive negativeBarBorderColorSameAsPositive axisPosition custom activePresent "
    "manualMax manualMin lineWeight dateAxis displayEmptyCellsAs markers high low first last negative displayXAxis displayHidden "
    "minAxisType maxAxisType";

// Words that a person wrote; each has its rule in xlsxsites.cpp.
constexpr auto textAttributes =
    "x:sheet@name x:definedName@name x:definedName@comment x:definedName@description x:definedName@help x:definedName@statusBar "
    "x:definedName@customMenu x:filter@val x:customFilter@val x:sortCondition@customList x:cfRule@text x:cfvo@val "
    "x:dataValidation@promptTitle x:dataValidation@prompt x:dataValidation@errorTitle x:dataValidation@error "
    "x14:dataValidation@promptTitle x14:dataValidation@prompt x14:dataValidation@errorTitle x14:dataValidation@error x14:cfRule@text "
    "x:hyperlink@location x:hyperlink@tooltip x:hyperlink@display x:table@name x:table@displayName x:table@comment x:tableColumn@name "
    "x:tableColumn@totalsRowLabel x:tableStyleInfo@name x:tableStyles@defaultTableStyle x:tableStyles@defaultPivotStyle x:tableStyle@name x:table@headerRowCellStyle x:table@dataCellStyle "
    "x:table@totalsRowCellStyle x:tableColumn@headerRowCellStyle x:tableColumn@dataCellStyle x:tableColumn@totalsRowCellStyle "
    "x:cellStyle@name x:numFmt@formatCode x:name@val x:rFont@val xdr:sp@textlink xdr:cNvPr@name xdr:cNvPr@descr xdr:cNvPr@title";

constexpr auto textElements =
    "x:definedName x:formula x:formula1 x:formula2 x:oddHeader x:oddFooter x:evenHeader x:evenFooter x:firstHeader x:firstFooter "
    "x:calculatedColumnFormula x:totalsRowFormula x:author x:t xm:f";

// clang-format on

QSet<QByteArray> words(const char *prefix, const char *list)
{
    QSet<QByteArray> result;
    for (const QByteArray &word : QByteArray(list).split(' ')) {
        result.insert(prefix + word);
    }
    return result;
}

bool ownsPrefix(QByteArrayView name)
{
    return name.startsWith("x:") || name.startsWith("x14:") || name.startsWith("xm:")
           || name.startsWith("xdr:");
}

bool knownInBook(QByteArrayView name)
{
    static const QSet<QByteArray> known = words("x:", sheetElements) + words("x14:", newerElements)
                                          + words("xdr:", drawingElements)
                                          + QSet<QByteArray>{"xm:f", "xm:sqref"};
    if (ownsPrefix(name)) {
        return known.contains(name.toByteArray());
    }
    return name == "c:userShapes" || knownElement(name);
}

/// Elements that are understood and go: what they are called when they are listed; -1: a part that
/// is listed in any case says it.
std::optional<int> leavingElement(QByteArrayView name)
{
    static const QHash<QByteArray, int> kinds = [] {
        const auto listed = [](HiddenKind kind) { return static_cast<int>(kind); };
        return QHash<QByteArray, int>{{"x:fileSharing", listed(HiddenKind::WorkbookTraces)},
                                      {"x:fileRecoveryPr", listed(HiddenKind::WorkbookTraces)},
                                      {"x:cellWatches", listed(HiddenKind::WorkbookTraces)},
                                      {"x:webPublishing", listed(HiddenKind::WebSettings)},
                                      {"x:webPublishItems", listed(HiddenKind::WebSettings)},
                                      {"x:webPublishObjects", listed(HiddenKind::WebSettings)},
                                      {"x:customWorkbookViews", listed(HiddenKind::CustomViews)},
                                      {"x:customSheetViews", listed(HiddenKind::CustomViews)},
                                      {"x:scenarios", listed(HiddenKind::Scenarios)},
                                      {"x:protectedRanges", listed(HiddenKind::Permissions)},
                                      {"x:smartTags", listed(HiddenKind::SmartTags)},
                                      {"x:smartTagPr", listed(HiddenKind::SmartTags)},
                                      {"x:smartTagTypes", listed(HiddenKind::SmartTags)},
                                      {"x:dataConsolidate", listed(HiddenKind::ExternalLinks)},
                                      {"x:functionGroups", listed(HiddenKind::Macros)},
                                      {"x:legacyDrawingHF", listed(HiddenKind::PictureFormats)},
                                      {"x:rPh", listed(HiddenKind::PhoneticText)},
                                      {"x:externalReferences", -1},
                                      {"x:pivotCaches", -1},
                                      {"x:customProperties", -1},
                                      {"x:oleObjects", -1},
                                      {"x:controls", -1},
                                      {"x:oleSize", -1},
                                      {"x:commentPr", -1},
                                      {"x:xmlColumnPr", -1},
                                      {"c:externalData", -1},
                                      {"c:pivotSource", -1},
                                      {"c:printSettings", -1}};
    }();
    const auto found = kinds.constFind(name.toByteArray());
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

/// Attributes that are understood and go, as above.
std::optional<int> leavingAttribute(QByteArrayView element, QByteArrayView name,
                                    QByteArrayView value)
{
    static const QSet<QByteArray> secrets{
        "password",           "algorithmName",      "hashValue",         "saltValue",
        "spinCount",          "workbookPassword",   "revisionsPassword", "workbookAlgorithmName",
        "workbookHashValue",  "workbookSaltValue",  "workbookSpinCount", "revisionsAlgorithmName",
        "revisionsHashValue", "revisionsSaltValue", "revisionsSpinCount"};
    static const QSet<QByteArray> quiet{"spans",
                                        "connectionId",
                                        "queryTableFieldId",
                                        "tableType",
                                        "uniqueName",
                                        "published",
                                        "publishItems",
                                        "publishToServer",
                                        "workbookParameter",
                                        "vbProcedure",
                                        "xlm",
                                        "functionGroupId",
                                        "shortcutKey",
                                        "guid",
                                        "customView"};
    if (name == "codeName" && element.startsWith("x:")) {
        return static_cast<int>(HiddenKind::WorkbookTraces);
    }
    if (element.endsWith("Protection") && secrets.contains(name.toByteArray())) {
        return static_cast<int>(HiddenKind::WorkbookTraces);
    }
    if (name == "macro") {
        return value.isEmpty() ? -1 : static_cast<int>(HiddenKind::Macros);
    }
    if ((element.startsWith("x:") && quiet.contains(name.toByteArray()))
        || (element == "x:pageSetup" && name == "r:id")
        || (element == "xdr:sp" && (name == "fPublished" || name == "fLocksText"))
        || (element == "xdr:graphicFrame" && name == "fPublished")
        || (element == "xdr:pic" && name == "fPublished")
        || (element == "xdr:cxnSp" && name == "fPublished")) {
        return -1;
    }
    return std::nullopt;
}

bool stays(QByteArrayView element, QByteArrayView name, QByteArrayView value)
{
    static const QSet<QByteArray> texts = words("", textAttributes);
    static const QSet<QByteArray> sheet = words("", sheetAttributes);
    static const QSet<QByteArray> relations{"r:id", "r:embed", "r:link"};
    if (name == "mc:Ignorable") {
        return true;
    }
    if (!ownsPrefix(element)) {
        const AttributeKind kind = attributeKind(element, name);
        return kind == AttributeKind::Syntax
                   ? syntaxFits(element, name, value)
                   : kind != AttributeKind::Drop && kind != AttributeKind::Revision;
    }
    if (texts.contains(element.toByteArray() + '@' + name.toByteArray())
        || relations.contains(name.toByteArray())) {
        return true;
    }
    if (name == "xml:space") {
        return syntaxFits("x:any", name, value);
    }
    if (name == "sqref" || name == "ref" || name == "activeCell" || name == "topLeftCell"
        || name == "syncRef") {
        return isRangeList(value);
    }
    if (element.startsWith("xdr:")) {   // the attributes that xdr shares with DrawingML
        return attributeKind("a:x", name) == AttributeKind::Syntax
               && syntaxFits("a:x", name, value);
    }
    return sheet.contains(name.toByteArray()) && syntaxFits("x:any", name, value);
}

bool isNumber(QByteArrayView value)
{
    constexpr qsizetype longest = 16;
    return value.size() <= longest && std::all_of(value.begin(), value.end(), [](char c) {
               return (c >= '0' && c <= '9') || c == '-';
           });
}

bool textStays(QByteArrayView parent, QByteArrayView value)
{
    static const QSet<QByteArray> texts = words("", textElements);
    if (parent == "xm:sqref") {
        return isRangeList(value);
    }
    if (parent == "x14:id") {
        return syntaxFits("x14:id", {}, value);
    }
    if (parent.startsWith("xdr:")) {
        return isNumber(value.trimmed());
    }
    return ownsPrefix(parent) ? texts.contains(parent.toByteArray()) : carriesText(parent);
}

bool isHeaderOrFooter(QByteArrayView name)
{
    return name.startsWith("x:") && (name.endsWith("Header") || name.endsWith("Footer"));
}

/// Takes codes such as &"Acme Sans,Bold" out of a header, where the font may be called after a
/// firm; false if there are none.
bool dropUnusualFonts(pugi::xml_node header)
{
    QString markup = textOf(header);
    bool dropped = false;
    for (qsizetype at = 0; at < markup.size(); ++at) {
        if (markup[at] != u'&') {
            continue;
        }
        if (at + 1 >= markup.size() || markup[at + 1] != u'"') {
            ++at;   // the letter of the code, which may be another "&"
            continue;
        }
        const qsizetype stop = markup.indexOf(u'"', at + 2);
        const QString font =
            markup.mid(at + 2, (stop < 0 ? markup.size() : stop) - at - 2).section(u',', 0, 0);
        if (font != u"-" && !isUsualFont(decodeSheetEscapes(font))) {
            markup.remove(at, (stop < 0 ? markup.size() : stop + 1) - at);
            --at;
            dropped = true;
        } else {
            at = stop < 0 ? markup.size() : stop;
        }
    }
    if (dropped) {
        putText(header, markup);
    }
    return dropped;
}

/// Walks a tree without recursion and takes out what does not belong.
class BookSweeper
{
public:
    explicit BookSweeper(BookSweep &counts)
        : m_counts(counts)
    {
    }

    void run(pugi::xml_node root);

private:
    bool keep(pugi::xml_node node);
    void sweepAttributes(pugi::xml_node element);
    void note(int kind, pugi::xml_node node);

    BookSweep &m_counts;
};

QString previewOf(pugi::xml_node node)
{
    QString text;
    constexpr qsizetype enough = 120;
    const auto addNode = [&text](pugi::xml_node element) {
        for (const pugi::xml_attribute attribute : element.attributes()) {
            const std::string_view name = attribute.name();
            if (text.size() < enough
                && (name == "name" || name == "userName" || name == "user" || name == "comment"
                    || name == "title" || name == "destinationFile")) {
                text += QString::fromUtf8(attribute.value()) + u' ';
            }
        }
    };
    addNode(node);
    forEachElement(node, addNode);
    return text.simplified().left(enough);
}

void BookSweeper::note(int kind, pugi::xml_node node)
{
    if (kind >= 0) {
        const auto children = std::distance(node.children().begin(), node.children().end());
        m_counts.add(static_cast<HiddenKind>(kind), std::max(1, static_cast<int>(children)),
                     previewOf(node));
    }
}

bool BookSweeper::keep(pugi::xml_node node)
{
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        const bool stay = textStays(node.parent().name(), node.value());
        m_counts.add(HiddenKind::UnknownMarkup,
                     stay || QByteArrayView(node.value()).trimmed().isEmpty() ? 0 : 1);
        return stay;
    }
    if (node.type() != pugi::node_element) {
        return false;
    }
    if (const auto leaving = leavingElement(node.name())) {
        note(*leaving, node);
        return false;
    }
    const bool foreign = QByteArrayView(node.name()) == "x:ext"
                         && !syntaxFits("x:ext", "uri", node.attribute("uri").value());
    if (foreign || !knownInBook(node.name())) {
        m_counts.add(HiddenKind::UnknownMarkup, 1);
        return false;
    }
    if (isHeaderOrFooter(node.name()) && dropUnusualFonts(node)) {
        m_counts.add(HiddenKind::UnknownMarkup, 1);
    }
    return true;
}

void BookSweeper::sweepAttributes(pugi::xml_node element)
{
    for (pugi::xml_attribute attribute = element.first_attribute(); attribute;) {
        const pugi::xml_attribute next = attribute.next_attribute();
        if (const auto leaving =
                leavingAttribute(element.name(), attribute.name(), attribute.value())) {
            if (*leaving >= 0) {
                m_counts.add(static_cast<HiddenKind>(*leaving), 1,
                             QString::fromUtf8(attribute.value()));
            }
            element.remove_attribute(attribute);
        } else if (!stays(element.name(), attribute.name(), attribute.value())) {
            m_counts.add(HiddenKind::UnknownMarkup, 1);
            element.remove_attribute(attribute);
        }
        attribute = next;
    }
}

bool isEmptyExtension(pugi::xml_node node)
{
    const QByteArrayView name(node.name());
    const bool shell = name == "x14:conditionalFormattings" || name == "x14:dataValidations"
                       || name == "x14:sparklineGroups";
    return !node.first_child()
           && (shell || ((name == "x:ext" || name == "a:ext") && node.attribute("uri"))
               || name.endsWith(":extLst"));
}

void BookSweeper::run(pugi::xml_node root)
{
    sweepAttributes(root);
    pugi::xml_node parent = root;
    pugi::xml_node node = root.first_child();
    while (node || parent != root) {
        if (!node) {   // all children of `parent` are done
            const pugi::xml_node done = parent;
            parent = parent.parent();
            node = done.next_sibling();
            if (isEmptyExtension(done)) {
                parent.remove_child(done);
            }
            continue;
        }
        const pugi::xml_node next = node.next_sibling();
        if (!keep(node)) {
            parent.remove_child(node);
            node = next;
        } else if (node.type() == pugi::node_element) {
            sweepAttributes(node);
            parent = node;
            node = node.first_child();
        } else {
            node = next;
        }
    }
}

}   // namespace

void BookSweep::add(HiddenKind kind, int count, const QString &preview)
{
    if (count > 0) {
        Entry &entry = removed[kind];
        entry.count += count;
        if (entry.preview.isEmpty()) {
            entry.preview = preview;
        }
    }
}

bool isRangeList(QByteArrayView text)
{
    const QList<QByteArray> ranges = text.toByteArray().simplified().split(' ');
    return std::all_of(ranges.begin(), ranges.end(), [](const QByteArray &range) {
        const qsizetype colon = range.indexOf(':');
        const QByteArray first = range.left(colon);
        const QByteArray last = range.mid(colon + 1);
        const auto isRow = [](const QByteArray &row) { return !row.isEmpty() && isNumber(row); };
        const bool whole = colon > 0
                           && ((columnNumber(first) > 0 && columnNumber(last) > 0)
                               || (isRow(first) && isRow(last)));
        return range.isEmpty() || whole || parseCellRange(range);
    });
}

void sweepBook(pugi::xml_node root, BookSweep &counts)
{
    if (root) {
        BookSweeper(counts).run(root);
    }
}

}   // namespace expunge::formats::ooxml
