// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/vocabularytables.h"

#include <array>

namespace expunge::formats::ooxml {

namespace {

using enum AttributeKind;

// clang-format off

// ECMA-376 part 1, 17 (WordprocessingML), without settings.
constexpr auto wordElements =
    "document body background hdr ftr footnotes endnotes comments footnote endnote comment p pPr r rPr sectPr "
    // 17.3.3 run content
    "t tab br cr noBreakHyphen softHyphen sym ptab pgNum dayShort monthShort yearShort dayLong monthLong yearLong annotationRef "
    "footnoteRef endnoteRef separator continuationSeparator footnoteReference endnoteReference commentReference lastRenderedPageBreak "
    "drawing pict object objectEmbed objectLink control ruby rubyPr rubyAlign hps hpsRaise hpsBaseText rt rubyBase delText "
    // 17.16 fields and form fields
    "fldChar fldSimple instrText delInstrText ffData name label tabIndex enabled calcOnExit entryMacro exitMacro statusText helpText "
    "checkBox default checked size sizeAuto ddList result listEntry textInput type maxLength format hyperlink "
    // 17.13 annotations
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd permStart permEnd proofErr ins del moveFrom moveTo moveFromRangeStart "
    "moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart "
    "customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd "
    "rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange tblPrExChange numberingChange cellIns cellDel "
    "cellMerge "
    // 17.5 custom markup
    "smartTag smartTagPr customXml customXmlPr attr placeholder sdt sdtPr sdtContent sdtEndPr alias tag id lock temporary showingPlcHdr "
    "dataBinding comboBox dropDownList listItem date dateFormat lid storeMappedDataAs calendar docPartObj docPartList docPartGallery "
    "docPartCategory docPartUnique docPart picture richText text equation citation group bibliography dir bdo "
    "altChunk altChunkPr matchSrc subDoc contentPart "
    // 17.3.1, 17.3.2 properties
    "framePr keepNext keepLines pageBreakBefore widowControl numPr ilvl numId suppressLineNumbers pBdr top left bottom right start end "
    "between bar insideH insideV tl2br tr2bl shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle pStyle rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline "
    "shadow emboss imprint noProof vanish webHidden color w kern position sz szCs highlight u effect bdr fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath "
    // 17.6 sections
    "headerReference footerReference footnotePr endnotePr pos numFmt numStart numRestart pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols col formProt vAlign noEndnote titlePg rtlGutter docGrid printerSettings "
    // 17.4 tables
    "tbl tblPr tblGrid gridCol tr trPr tc tcPr tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW tblInd "
    "tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription tblCellSpacing tblHeader trHeight hidden cantSplit gridBefore "
    "gridAfter wBefore wAfter tblPrEx tcW gridSpan hMerge vMerge tcBorders noWrap tcMar tcFitText hideMark txbxContent "
    // 17.7, 17.8, 17.9 styles, fonts, numbering
    "styles docDefaults rPrDefault pPrDefault latentStyles lsdException style aliases basedOn next link autoRedefine uiPriority "
    "semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply tblStylePr "
    "fonts font altName panose1 charset family notTrueType pitch sig "
    "numbering numPicBullet abstractNum multiLevelType styleLink numStyleLink lvl lvlRestart isLgl suff lvlText lvlPicBulletId legacy "
    "lvlJc num abstractNumId lvlOverride startOverride";

// ECMA-376 part 1, 22.1.
constexpr auto mathElements =
    "oMathPara oMathParaPr oMath r rPr t acc accPr bar barPr box boxPr borderBox borderBoxPr d dPr eqArr eqArrPr f fPr func funcPr fName "
    "groupChr groupChrPr limLow limLowPr limUpp limUppPr m mPr mr mcs mc mcPr mcJc count nary naryPr phant phantPr rad radPr deg "
    "sPre sPrePr sSub sSubPr sSubSup sSubSupPr sSup sSupPr e sub sup num den lim ctrlPr argPr argSz aln alnScr baseJc begChr brk cGp "
    "cGpRule chr cSp degHide diff endChr grow hideBot hideLeft hideRight hideTop jc limLoc lit maxDist nor noBreak objDist opEmu plcHide "
    "pos rSp rSpRule scr sepChr show shp strikeBLTR strikeH strikeTLBR strikeV sty subHide supHide transp type vertJc zeroAsc zeroDesc "
    "zeroWid";

// ECMA-376 part 1, 20.1 and 21.1 (DrawingML).
constexpr auto drawingElements =
    "graphic graphicData graphicFrameLocks theme themeElements clrScheme dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 "
    "hlink folHlink fontScheme majorFont minorFont latin ea cs sym font fmtScheme fillStyleLst lnStyleLst effectStyleLst effectStyle "
    "bgFillStyleLst objectDefaults spDef lnDef txDef extraClrSchemeLst extraClrScheme clrMap overrideClrMapping "
    "srgbClr scrgbClr hslClr sysClr schemeClr prstClr tint shade comp inv gray alpha alphaOff alphaMod hue hueOff hueMod sat satOff satMod "
    "lum lumOff lumMod red redOff redMod green greenOff greenMod blue blueOff blueMod gamma invGamma "
    "noFill solidFill gradFill gsLst gs lin path fillToRect tileRect blipFill blip srcRect stretch fillRect tile pattFill fgClr bgClr "
    "grpFill alphaBiLevel alphaCeiling alphaFloor alphaInv alphaModFix alphaRepl biLevel blur clrChange clrFrom clrTo clrRepl duotone "
    "fillOverlay grayscl hsl effectLst effectDag glow innerShdw outerShdw prstShdw reflection softEdge relOff xfrm off ext chOff chExt "
    "ln lnRef fillRef effectRef fontRef headEnd tailEnd round bevel miter prstDash custDash ds "
    "custGeom prstGeom avLst gd gdLst ahLst ahXY ahPolar cxnLst cxn rect pathLst close moveTo lnTo arcTo quadBezTo cubicBezTo pt pos "
    "scene3d camera lightRig rot backdrop anchor norm up sp3d flatTx bevelT bevelB extrusionClr contourClr "
    "spPr style bodyPr lstStyle noAutofit normAutofit spAutoFit prstTxWarp txBody p pPr r rPr t br fld endParaRPr defPPr defRPr lvl1pPr "
    "lvl2pPr lvl3pPr lvl4pPr lvl5pPr lvl6pPr lvl7pPr lvl8pPr lvl9pPr lnSpc spcBef spcAft spcPct spcPts buAutoNum buBlip buChar buClr "
    "buClrTx buFont buFontTx buNone buSzPct buSzPts buSzTx tabLst tab uFill uFillTx uLn uLnTx highlight rtl "
    "hlinkClick hlinkHover hlinkMouseOver cNvPr cNvSpPr cNvPicPr cNvCxnSpPr cNvGrpSpPr cNvGraphicFramePr picLocks spLocks cxnSpLocks "
    "grpSpLocks grpSpPr grpSp sp pic cxnSp nvSpPr nvPicPr nvCxnSpPr nvGrpSpPr nvGraphicFramePr graphicFrame txSp useSpRect stCxn endCxn "
    "tbl tblPr tblGrid gridCol tr tc tcPr lnL lnR lnT lnB lnTlToBr lnBlToTr tableStyleId cell3D extLst";

// ECMA-376 part 1, 21.2 (charts), with [MS-ODRAWXML] 2.24.3 for c14.
constexpr auto chartElements =
    "chartSpace chart date1904 lang roundedCorners clrMapOvr protection style title autoTitleDeleted pivotFmts pivotFmt view3D rotX "
    "hPercent rotY depthPercent rAngAx perspective floor sideWall backWall thickness plotArea layout manualLayout layoutTarget xMode "
    "yMode wMode hMode x y w h areaChart area3DChart lineChart line3DChart stockChart radarChart scatterChart pieChart pie3DChart "
    "doughnutChart barChart bar3DChart ofPieChart surfaceChart surface3DChart bubbleChart barDir grouping varyColors ser idx order tx "
    "strRef strCache numRef numCache numLit strLit multiLvlStrRef multiLvlStrCache lvl f v ptCount pt formatCode rich spPr txPr "
    "invertIfNegative pictureOptions applyToFront applyToSides applyToEnd pictureFormat pictureStackUnit dPt dLbls dLbl delete numFmt "
    "dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines trendline "
    "name trendlineType period forward backward intercept dispRSqr dispEq trendlineLbl errBars errDir errBarType errValType noEndCap "
    "plus minus val cat xVal yVal bubbleSize bubble3D shape smooth marker symbol size explosion gapWidth gapDepth overlap serLines "
    "dropLines hiLowLines upDownBars upBars downBars axId firstSliceAng holeSize ofPieType splitType splitPos custSplit secondPiePt "
    "secondPieSize wireframe bandFmts bandFmt bubbleScale showNegBubbles sizeRepresents radarStyle scatterStyle catAx valAx dateAx serAx "
    "scaling logBase orientation max min axPos majorGridlines minorGridlines majorTickMark minorTickMark tickLblPos crossAx crosses "
    "crossesAt crossBetween majorUnit minorUnit dispUnits builtInUnit custUnit dispUnitsLbl auto lblAlgn lblOffset noMultiLvlLbl "
    "tickLblSkip tickMarkSkip baseTimeUnit majorTimeUnit minorTimeUnit dTable showHorzBorder showVertBorder showOutline showKeys legend "
    "legendPos legendEntry overlay plotVisOnly dispBlanksAs showDLblsOverMax userShapes";

// ECMA-376 part 1, 20.1.4.2 (table styles, theme overrides).
constexpr auto tableStyleElements =
    "tblStyleLst tblStyle tblBg wholeTbl band1H band2H band1V band2V lastCol firstCol lastRow firstRow seCell swCell neCell nwCell "
    "tcTxStyle tcStyle tcBdr left right top bottom insideH insideV tl2br tr2bl fill masterClrMapping themeOverride";

// ECMA-376 part 1, 19.2 (presentation), 19.3 (slides), 19.5 (transitions, timing); without what refers to sounds, films and controls.
constexpr auto presentationElements =
    "presentation sldMasterIdLst sldMasterId notesMasterIdLst notesMasterId handoutMasterIdLst handoutMasterId sldIdLst sldId sldSz notesSz "
    "defaultTextStyle custShowLst custShow sldLst sld sldLayout sldMaster notes notesMaster handoutMaster cSld bg bgPr bgRef spTree "
    "nvGrpSpPr cNvPr cNvGrpSpPr nvPr grpSpPr sp nvSpPr cNvSpPr spPr style txBody grpSp graphicFrame nvGraphicFramePr cNvGraphicFramePr "
    "xfrm cxnSp nvCxnSpPr cNvCxnSpPr pic nvPicPr cNvPicPr blipFill ph clrMap clrMapOvr hf sldLayoutIdLst sldLayoutId txStyles titleStyle "
    "bodyStyle otherStyle notesStyle extLst ext transition blinds checker circle dissolve comb cover cut diamond fade newsflash plus pull push random "
    "randomBar split strips wedge wheel wipe zoom timing tnLst par seq excl cTn childTnLst subTnLst stCondLst endCondLst endSync cond "
    "prevCondLst nextCondLst tgtEl spTgt sldTgt txEl charRg pRg subSp graphicEl iterate tmPct tmAbs tn rtn anim animClr animEffect "
    "animMotion animRot animScale set cBhvr attrNameLst attrName to by from tavLst tav val strVal boolVal intVal fltVal clrVal progress "
    "rCtr rgb hsl bldLst bldP bldDgm bldGraphic bldAsOne bldSub tmplLst tmpl";

constexpr std::array elements = {
    NameList{"w", wordElements},
    NameList{"a", tableStyleElements},
    NameList{"p", presentationElements},
    // [MS-PPTX] 2.2, 2.3: sections and newer transitions
    NameList{"p14", "sectionLst section sldIdLst sldId vortex switch flip ripple honeycomb prism doors window ferris gallery conveyor pan "
                    "glitter warp flythrough flash shred reveal wheelReverse"},
    NameList{"p15", "prstTrans"},
    NameList{"p159", "morph"},
    NameList{"m", mathElements},
    NameList{"a", drawingElements},
    NameList{"c", chartElements},
    NameList{"c14", "style"},
    NameList{"mc", "AlternateContent Choice Fallback"},
    // ECMA-376 part 1, 20.4; [MS-ODRAWXML] 2.2, 2.3 (Word 2010 shapes)
    NameList{"wp", "anchor inline extent effectExtent docPr cNvGraphicFramePr simplePos positionH positionV align posOffset wrapNone "
                   "wrapSquare wrapTight wrapThrough wrapTopAndBottom wrapPolygon start lineTo"},
    NameList{"wp14", "sizeRelH sizeRelV pctWidth pctHeight pctPosHOffset pctPosVOffset"},
    NameList{"wps", "wsp cNvPr cNvSpPr cNvCnPr spPr style txbx linkedTxbx bodyPr"},
    NameList{"wpg", "wgp grpSp cNvPr cNvGrpSpPr grpSpPr graphicFrame cNvFrPr xfrm"},
    NameList{"wpc", "wpc bg whole"},
    NameList{"pic", "pic nvPicPr cNvPr cNvPicPr blipFill spPr"},
    NameList{"lc", "lockedCanvas"},
    NameList{"cdr", "relSizeAnchor absSizeAnchor from to x y ext sp nvSpPr cNvPr cNvSpPr spPr style txBody pic nvPicPr cNvPicPr blipFill "
                    "grpSp nvGrpSpPr cNvGrpSpPr grpSpPr cxnSp nvCxnSpPr cNvCxnSpPr graphicFrame nvGraphicFramePr cNvGraphicFramePr xfrm"},
    NameList{"dgm", "relIds dataModel ptLst pt prSet presLayoutVars orgChart chMax chPref bulletEnabled dir hierBranch animOne animLvl "
                    "resizeHandles spPr t style cxnLst cxn bg whole layoutDef title desc cat catLst sampData styleData clrData layoutNode "
                    "alg param shape adjLst adj presOf constrLst constr ruleLst rule forEach choose if else varLst colorsDef styleLbl "
                    "fillClrLst linClrLst effectClrLst txLinClrLst txFillClrLst txEffectClrLst styleDef scene3d sp3d txPr extLst"},
    NameList{"dsp", "dataModelExt drawing spTree nvGrpSpPr cNvPr cNvGrpSpPr grpSpPr sp nvSpPr cNvSpPr spPr style txBody txXfrm grpSp"},
    // ECMA-376 part 4, 19.1 and 19.2 (VML)
    NameList{"v", "shapetype shape group rect oval line polyline roundrect arc curve image background fill stroke shadow path formulas f "
                  "handles h imagedata textbox textpath"},
    NameList{"o", "lock callout extrusion skew fill left top right bottom column signatureline OLEObject LinkType LockedField FieldCodes "
                  "complex"},
    NameList{"w10", "anchorlock wrap bordertop borderleft borderbottom borderright"},
    // [MS-DOCX] 2.5 to 2.7 (effects on text, newer properties)
    NameList{"w14", "glow shadow reflection textOutline textFill scene3d props3d ligatures numForm numSpacing stylisticSets styleSet cntxtAlts "
                    "srgbClr schemeClr tint shade alpha hueMod sat satOff satMod lum lumOff lumMod noFill solidFill gradFill gsLst gs lin "
                    "path fillToRect prstDash round bevel miter camera lightRig rot bevelT bevelB extrusionClr contourClr checkbox "
                    "checked checkedState uncheckedState entityPicker"},
    NameList{"w15", "appearance color collapsed repeatingSection repeatingSectionItem doNotAllowInsertDeleteSection footnoteColumns"},
    NameList{"w16se", "symEx"},
    NameList{"adec", "decorative"},
    NameList{"a14", "useLocalDpi m"},
};

// ECMA-376 part 1, 17: attributes that are always written with a prefix.
constexpr auto wordAttributes =
    "val abstractNumId numId numPicBulletId id name type space first styleId customStyle default latentStyles count defLockedState "
    "defQFormat defSemiHidden defUIPriority defUnhideWhenUsed qFormat semiHidden uiPriority unhideWhenUsed locked "
    "after afterAutospacing afterLines before beforeAutospacing beforeLines line lineRule left leftChars right rightChars start startChars "
    "end endChars firstLine firstLineChars hanging hangingChars top bottom header footer gutter h w orient code num sep equalWidth "
    "color fill themeColor themeTint themeShade themeFill themeFillTint themeFillShade sz frame shadow "
    "ascii hAnsi eastAsia cs asciiTheme hAnsiTheme eastAsiaTheme cstheme hint bidi "
    "anchor anchorLock hAnchor vAnchor hRule hSpace vSpace wrap xAlign yAlign x y lines dropCap "
    "horzAnchor vertAnchor tblpX tblpXSpec tblpY tblpYSpec leftFromText rightFromText topFromText bottomFromText "
    "firstRow lastRow firstColumn lastColumn noHBand noVBand firstRowFirstColumn firstRowLastColumn lastRowFirstColumn "
    "lastRowLastColumn evenHBand evenVBand oddHBand oddVBand "
    "alignment relativeTo leader pos clear fmt format chapStyle chapSep start countBy distance restart linePitch charSpace "
    "fldCharType fldLock dirty instr history tooltip docLocation tgtFrame author date initials original edGrp ed colFirst colLast "
    "displacedByCustomXml element uri displayText value fullDate prefixMappings xpath storeItemID lastValue "
    "customMarkFollows char font ilvl tentative tplc legacy legacySpace legacyIndent restartNumberingAfterBreak "
    "usb0 usb1 usb2 usb3 csb0 csb1 offsetFrom display zOrder combine combineBrackets vert vertCompress dxaOrig dyaOrig "
    "objectType drawAspect progId shapeid vMerge vMergeOrig rsidDel rsidP rsidR rsidRDefault rsidRPr rsidSect rsidTr "
    "other characterSet none multiLine";

// ECMA-376 part 1, 19.2, 19.3 and 19.5.
constexpr auto presentationAttributes =
    "id name idx type sz orient hasCustomPrompt cx cy x y hidden descr title show showMasterSp showMasterPhAnim preserve userDrawn advClick "
    "advTm spd dir thruBlk pattern spokes bwMode useBgFill rot flipH flipV txBox serverZoom firstSlideNum showSpecialPlsOnTitleSld rtl "
    "removePersonalInfoOnSave compatMode strictFirstAndLastChars saveSubsetFonts autoCompressPictures conformance "
    "bg1 tx1 bg2 tx2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink dt ftr hdr sldNum uri isContent isInverted hasBounce "
    "accel accumulate additive afterEffect animBg advAuto autoRev autoUpdateAnimBg backwards bldLvl bldSub build by calcmode clrSpc "
    "concurrent nextAc prevAc decel delay display dur end evt evtFilter fill filter fmla from to path pathEditMode ptsTypes rAng origin "
    "zoomContents grpId groupId masterRel nodePh nodeType override presetClass presetID presetSubtype repeatCount repeatDur restart rev "
    "syncBehavior spid st tm tmFilter transition uiExpand val valueType xfrmType r g b h s l len lvl prst invX invY option";

constexpr std::array qualifiedAttributes = {
    NameList{"p14", "dur"},
    NameList{"w", wordAttributes},
    NameList{"m", "val"},
    NameList{"r", "id embed link pict dm lo qs cs href topLeft topRight bottomLeft bottomRight"},
    NameList{"xml", "space lang"},
    NameList{"w14", "paraId textId anchorId editId val algn ang blurRad cap cmpd contourW dir dist extrusionH h w kx ky pos prst "
                    "prstMaterial rig scaled sx sy rad stA stPos endA endPos fadeDir lat lon rev l t r b path id font lim "
                    "noSpellErr conflictMode"},
    NameList{"w15", "restartNumberingAfterBreak val paraId paraIdParent done themeColor themeTint themeShade"},
    NameList{"wp14", "anchorId editId"},
    NameList{"w16cid", "paraId durableId"},
    NameList{"w16cex", "durableId dateUtc"},
    NameList{"w16du", "dateUtc"},
    NameList{"w16se", "font char"},
    NameList{"w16sdtdh", "storeItemChecksum"},
    NameList{"a14", "val"},
    NameList{"v", "ext"},
    NameList{"o", "allowincell allowoverlap bullet bwmode bwpure bwnormal connectangles connectlocs connectortype connecttype "
                  "detectmouseclick extrusionok forcedash gfxdata hr hralign hrnoshade hrpct hrstd ole oleicon oned preferrelative "
                  "spid spt title insetmode button althref href relid borderleftcolor bordertopcolor borderrightcolor borderbottomcolor "
                  "userdrawn master cliptowrap clip dgmlayout dgmnodekind dgmlayoutmru tableproperties tablelimits"},
};

constexpr auto drawingAttributes =
    "accent1 accent2 accent3 accent4 accent5 accent6 adj adjBubble advAuto algn algorithmName allowOverlap amt anchor anchorCtr ang "
    "b bIns baseline baseType behindDoc bg1 bg2 blend blurRad bold builtinId bulletEnabled bw bwMode cap char charset clrIdx cmpd "
    "coordsize colFirst compatLnSpc contourW cstate cx cy cxnId d dLblPos descr destId destOrd dir dirty dist distB distL distR distT dpi "
    "dx dy edited embed endA endCondition endPos endSnd eaLnBrk err extrusionH fadeDir fill firstCol firstRow flip flipH flipV fmla "
    "fmtid folHlink fontAlgn fontScale forceAA formatCode fov from fromWordArt g gdRefAng gdRefR gdRefX gdRefY gridSpan grow h hMerge "
    "hangingPunct hidden highlightClick history hlink horzOverflow hR ht hue hueDir i id idx imgH imgW indent invalidUrl invx invy "
    "k kern kx ky l lIns lang lastClr lastCol lastRow lat latinLnBrk layoutInCell len lim lit lnSpcReduction locked lon loCatId loTypeId "
    "lum lvl macro marB marL marR marT master max maxAng maxR maxX maxY meth method min minAng minR minVer minX minY modelId name "
    "relId minVer noAdjustHandles noChangeArrowheads noChangeAspect noChangeShapeType noCrop noDrilldown noEditPoints noGrp noMove noResize "
    "noRot noSelect noTextEdit noUngrp normalizeH numCol op orient pLbl pane panose parTransId path pitchFamily placeholder pos preferRelative "
    "presAssocID presId presName presStyleCnt presStyleIdx presStyleLbl prst prstMaterial r rIns rad reverse relSizeAnchor relativeFrom "
    "relativeHeight rev rig rot rotWithShape rowSpan rtl rtlCol rx ry sF sT sat scaled script seq shadeToTitle shapeId sibTransId simplePos "
    "smtClean smtId sourceLinked sp spc spcCol spcFirstLastPara spidmax sptId srcId srcOrd st stA stAng stPos startAt strike stroke "
    "styleLbl sx sy swAng sz t tIns tabId tab textlink tgtFrame thresh title to tooltip trans2DAng tx1 tx2 txBox type typeface u uniqueId "
    "uri upright userId val vMerge vert vertOverflow w wR wd wrap wrapText x xSnap y ySnap z zOrderOff hSpace axis cnt convert coherent3DOff "
    "csCatId csTypeId custAng custFlipHor custFlipVert custLinFactNeighborX custLinFactNeighborY custLinFactX custLinFactY custRadScaleInc "
    "custRadScaleRad custScaleX custScaleY custSzX custSzY custT phldr phldrT qsCatId qsTypeId fact for forName func arg ref "
    "refFor refForName refPtType refType ptType pri step hideLastTrans blip hideGeom lkTxEntry zOrder useDef defStyle st2 cxnLst "
    "normEastAsianFlow shape rule colorStyle off on linked normAutofit autoRev";

// ECMA-376 part 4, 19.1.
constexpr auto vmlAttributes =
    "id type style alt title href target class adj path coordorigin coordsize fillcolor filled strokecolor stroked strokeweight "
    "opacity chromakey insetpen print wrapcoords arcsize from to points startangle endangle editas "
    "src cropleft croptop cropright cropbottom gain blacklevel gamma grayscale bilevel recolortarget "
    "on color color2 colors angle focus focusposition focussize method rotate size origin position aspect alignshape recolor "
    "linestyle miterlimit joinstyle endcap dashstyle startarrow startarrowwidth startarrowlength endarrow endarrowwidth "
    "endarrowlength imagealignshape imageaspect imagesize obscured offset offset2 matrix v fillok strokeok shadowok arrowok "
    "gradientshapeok textpathok textboxrect limo eqn polar radiusrange switch xrange yrange invx invy map inset string trim xscale "
    "fitpath fitshape spacing weight ext aspectratio cropping grouping position rotation selection shapetype text ungrouping verticies "
    "adjusthandles anchorx anchory side val wrap data width "
    "ProgID ShapeID DrawAspect ObjectID Type UpdateMode viewangle brightness diffusity lightface lightposition lightposition2 lightlevel "
    "lightharsh lightharsh2 backdepth foredepth render shininess skewangle skewamt specularity metal plane colormode rotationangle "
    "rotationcenter orientation orientationangle edge facet autorotationcenter onlocked gap drop dropauto length lengthspecified minusx "
    "minusy accentbar textborder distance";

constexpr std::array plainAttributes = {
    NameList{"mc", "Requires"},
    NameList{"p", presentationAttributes},  NameList{"p14", presentationAttributes},
    NameList{"p15", presentationAttributes}, NameList{"p159", presentationAttributes},
    NameList{"a", "action bandRow bandCol styleId styleName def defTabSz altLang noProof kumimoji tx ty"},
    NameList{"a", drawingAttributes},      NameList{"wp", drawingAttributes},  NameList{"wps", drawingAttributes},
    NameList{"wpg", drawingAttributes},    NameList{"wpc", drawingAttributes}, NameList{"wp14", "relativeFrom"},
    NameList{"pic", drawingAttributes},    NameList{"c", drawingAttributes},   NameList{"c14", "val"},
    NameList{"cdr", drawingAttributes},    NameList{"dgm", drawingAttributes}, NameList{"dsp", drawingAttributes},
    NameList{"adec", "val"},               NameList{"a14", "val"},
    NameList{"v", vmlAttributes},          NameList{"o", vmlAttributes},       NameList{"w10", "type side anchorx anchory width shadow"},
};

constexpr std::array kinds = {
    // Words that a person wrote.
    KindEntry{"w:alias@w:val", Text},              KindEntry{"w:tag@w:val", Text},
    KindEntry{"w:listItem@w:displayText", Text},   KindEntry{"w:listItem@w:value", Text},
    KindEntry{"w:date@w:fullDate", Text},          KindEntry{"w:dateFormat@w:val", Text},
    KindEntry{"*@w:lastValue", Text},
    KindEntry{"*@w:tooltip", Text},                KindEntry{"*@w:docLocation", Text},
    KindEntry{"*@w:instr", Text},                  KindEntry{"w:tblCaption@w:val", Text},
    KindEntry{"w:tblDescription@w:val", Text},     KindEntry{"w:helpText@w:val", Text},
    KindEntry{"w:statusText@w:val", Text},         KindEntry{"w:default@w:val", Text},
    KindEntry{"w:listEntry@w:val", Text},          KindEntry{"w:format@w:val", Text},
    KindEntry{"w:lvlText@w:val", Text},            KindEntry{"w:numFmt@w:format", Text},
    KindEntry{"*@w:original", Text},               KindEntry{"w:attr@w:val", Text},
    KindEntry{"w:attr@w:name", Text},              KindEntry{"*@w:uri", Text},
    KindEntry{"*@w:element", Text},                KindEntry{"*@w:prefixMappings", Text},
    KindEntry{"*@w:xpath", Text},                  KindEntry{"w:docPartCategory@w:val", Text},
    KindEntry{"w:docPartGallery@w:val", Text},     KindEntry{"w:placeholder@w:val", Text},
    KindEntry{"w:label@w:val", Syntax},
    KindEntry{"*:docPr@name", Text},               KindEntry{"*:docPr@descr", Text},
    KindEntry{"*:docPr@title", Text},              KindEntry{"*:cNvPr@name", Text},
    KindEntry{"*:cNvPr@descr", Text},              KindEntry{"*:cNvPr@title", Text},
    KindEntry{"*@tooltip", Text},                  KindEntry{"a:lvl@name", Drop},
    KindEntry{"v:textpath@string", Text},          KindEntry{"*@alt", Text},
    KindEntry{"*@title", Text},                    KindEntry{"*@href", Text},
    KindEntry{"*@target", Drop},                   KindEntry{"*@class", Drop},
    KindEntry{"*@o:title", Text},                  KindEntry{"*@o:href", Text},
    KindEntry{"*@o:althref", Drop},                KindEntry{"v:imagedata@src", Drop},
    KindEntry{"v:fill@src", Drop},                 KindEntry{"v:stroke@src", Drop},
    KindEntry{"v:image@src", Drop},                KindEntry{"dgm:prSet@phldrT", Text},
    KindEntry{"dgm:title@val", Text},              KindEntry{"dgm:desc@val", Text},
    KindEntry{"dgm:prSet@custT", Syntax},          KindEntry{"a:buChar@char", Text},
    KindEntry{"c:numFmt@formatCode", Text},        KindEntry{"c:pt@formatCode", Text},
    KindEntry{"*@action", Text},                   KindEntry{"p:cSld@name", Text},
    KindEntry{"p:custShow@name", Text},            KindEntry{"p14:section@name", Text},
    // People and times.
    KindEntry{"*@w:author", Person},               KindEntry{"*@w:initials", Person},
    KindEntry{"*@w:ed", Person},                   KindEntry{"*@w:date", Time},
    KindEntry{"*@w16cex:dateUtc", Time},           KindEntry{"*@w16du:dateUtc", Time},
    KindEntry{"*@userId", Drop},
    // Names.
    KindEntry{"w:bookmarkStart@w:name", Name},     KindEntry{"*@w:anchor", Syntax},
    KindEntry{"w:hyperlink@w:anchor", Name},       KindEntry{"w:name@w:val", Name},
    KindEntry{"w:moveFromRangeStart@w:name", Name},KindEntry{"w:moveToRangeStart@w:name", Name},
    KindEntry{"w:aliases@w:val", Name},            KindEntry{"w:style@w:styleId", Name},
    KindEntry{"w:lsdException@w:name", Name},      KindEntry{"w:pStyle@w:val", Name},
    KindEntry{"w:rStyle@w:val", Name},             KindEntry{"w:tblStyle@w:val", Name},
    KindEntry{"w:basedOn@w:val", Name},            KindEntry{"w:next@w:val", Name},
    KindEntry{"w:link@w:val", Name},               KindEntry{"w:styleLink@w:val", Name},
    KindEntry{"w:numStyleLink@w:val", Name},       KindEntry{"w:docPart@w:val", Name},
    KindEntry{"w:control@w:name", Name},           KindEntry{"w:font@w:name", Name},
    KindEntry{"w:altName@w:val", Name},            KindEntry{"w:rFonts@w:ascii", Name},
    KindEntry{"w:rFonts@w:hAnsi", Name},           KindEntry{"w:rFonts@w:eastAsia", Name},
    KindEntry{"w:rFonts@w:cs", Name},              KindEntry{"w:sym@w:font", Name},
    KindEntry{"w14:checkedState@w14:font", Name},  KindEntry{"w14:uncheckedState@w14:font", Name},
    KindEntry{"w16se:symEx@w16se:font", Name},     KindEntry{"*@typeface", Name},
    KindEntry{"a:theme@name", Name},               KindEntry{"a:clrScheme@name", Name},
    KindEntry{"a:tblStyle@styleName", Name},
    KindEntry{"a:fontScheme@name", Name},          KindEntry{"a:fmtScheme@name", Name},
    KindEntry{"*@name", Drop},                     KindEntry{"a:gd@name", Syntax},
    KindEntry{"dgm:layoutNode@name", Syntax},      KindEntry{"dgm:forEach@name", Syntax},
    KindEntry{"dgm:if@name", Syntax},              KindEntry{"dgm:else@name", Syntax},
    KindEntry{"dgm:styleLbl@name", Syntax},        KindEntry{"a:tcPr@id", Drop},
    KindEntry{"a:pt@type", Drop},                  KindEntry{"c:pt@type", Drop},
    KindEntry{"w:entryMacro@w:val", Drop},         KindEntry{"w:exitMacro@w:val", Drop},
    KindEntry{"*@macro", Drop},                    KindEntry{"*@textlink", Drop},
    KindEntry{"*@invalidUrl", Drop},
    // Relationships.
    KindEntry{"dsp:dataModelExt@relId", Relationship}, KindEntry{"*@r:id", Relationship},             KindEntry{"*@r:embed", Relationship},
    KindEntry{"*@r:link", Relationship},           KindEntry{"*@r:pict", Relationship},
    KindEntry{"*@r:dm", Relationship},             KindEntry{"*@r:lo", Relationship},
    KindEntry{"*@r:qs", Relationship},             KindEntry{"*@r:cs", Relationship},
    KindEntry{"*@r:href", Relationship},           KindEntry{"*@r:topLeft", Relationship},
    KindEntry{"*@r:topRight", Relationship},       KindEntry{"*@r:bottomLeft", Relationship},
    KindEntry{"*@r:bottomRight", Relationship},    KindEntry{"*@o:relid", Relationship},
    // Marks of editing sessions.
    KindEntry{"*@w:rsidDel", Revision},            KindEntry{"*@w:rsidP", Revision},
    KindEntry{"*@w:rsidR", Revision},              KindEntry{"*@w:rsidRDefault", Revision},
    KindEntry{"*@w:rsidRPr", Revision},            KindEntry{"*@w:rsidSect", Revision},
    KindEntry{"*@w:rsidTr", Revision},             KindEntry{"*@w14:paraId", Revision},
    KindEntry{"*@w14:textId", Revision},           KindEntry{"*@w14:anchorId", Revision},
    KindEntry{"*@w14:editId", Revision},           KindEntry{"*@wp14:anchorId", Revision},
    KindEntry{"*@wp14:editId", Revision},          KindEntry{"*@w15:paraId", Revision},
    KindEntry{"*@w15:paraIdParent", Revision},     KindEntry{"*@w16cid:paraId", Revision},
    KindEntry{"*@w16cid:durableId", Revision},     KindEntry{"*@w16cex:durableId", Revision},
    KindEntry{"*@w16sdtdh:storeItemChecksum", Revision},
    // A copy of the drawing in another form (base64 zip).
    KindEntry{"*@o:gfxdata", Drop},
};

// clang-format on

}   // namespace

std::span<const NameList> elementLists()
{
    return elements;
}

std::span<const NameList> qualifiedAttributeLists()
{
    return qualifiedAttributes;
}

std::span<const NameList> plainAttributeLists()
{
    return plainAttributes;
}

std::span<const KindEntry> kindEntries()
{
    return kinds;
}

}   // namespace expunge::formats::ooxml
