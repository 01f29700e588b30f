// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/syntaxwords.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace expunge::formats::ooxml {

namespace {

// clang-format off

// ECMA-376 part 1, 20.1.10.56 (shapes) and 20.1.10.76 (text warps).
constexpr auto shapeWords =
    "accentBorderCallout1 accentBorderCallout2 accentBorderCallout3 accentCallout1 accentCallout2 accentCallout3 "
    "actionButtonBackPrevious actionButtonBeginning actionButtonBlank actionButtonDocument actionButtonEnd "
    "actionButtonForwardNext actionButtonHelp actionButtonHome actionButtonInformation actionButtonMovie actionButtonReturn "
    "actionButtonSound arc bentArrow bentConnector2 bentConnector3 bentConnector4 bentConnector5 bentUpArrow bevel blockArc "
    "borderCallout1 borderCallout2 borderCallout3 bracePair bracketPair callout1 callout2 callout3 can chartPlus chartStar "
    "chartX chevron chord circularArrow cloud cloudCallout corner cornerTabs cube curvedConnector2 curvedConnector3 "
    "curvedConnector4 curvedConnector5 curvedDownArrow curvedLeftArrow curvedRightArrow curvedUpArrow decagon diagStripe "
    "diamond dodecagon donut doubleWave downArrow downArrowCallout ellipse ellipseRibbon ellipseRibbon2 "
    "flowChartAlternateProcess flowChartCollate flowChartConnector flowChartDecision flowChartDelay flowChartDisplay "
    "flowChartDocument flowChartExtract flowChartInputOutput flowChartInternalStorage flowChartMagneticDisk "
    "flowChartMagneticDrum flowChartMagneticTape flowChartManualInput flowChartManualOperation flowChartMerge "
    "flowChartMultidocument flowChartOfflineStorage flowChartOffpageConnector flowChartOnlineStorage flowChartOr "
    "flowChartPredefinedProcess flowChartPreparation flowChartProcess flowChartPunchedCard flowChartPunchedTape flowChartSort "
    "flowChartSummingJunction flowChartTerminator foldedCorner frame funnel gear6 gear9 halfFrame heart heptagon hexagon "
    "homePlate horizontalScroll irregularSeal1 irregularSeal2 leftArrow leftArrowCallout leftBrace leftBracket "
    "leftCircularArrow leftRightArrow leftRightArrowCallout leftRightCircularArrow leftRightRibbon leftRightUpArrow "
    "leftUpArrow lightningBolt line lineInv mathDivide mathEqual mathMinus mathMultiply mathNotEqual mathPlus moon noSmoking "
    "nonIsoscelesTrapezoid notchedRightArrow octagon parallelogram pentagon pie pieWedge plaque plaqueTabs plus quadArrow "
    "quadArrowCallout rect ribbon ribbon2 rightArrow rightArrowCallout rightBrace rightBracket round1Rect round2DiagRect "
    "round2SameRect roundRect rtTriangle smileyFace snip1Rect snip2DiagRect snip2SameRect snipRoundRect squareTabs star10 "
    "star12 star16 star24 star32 star4 star5 star6 star7 star8 straightConnector1 stripedRightArrow sun swooshArrow teardrop "
    "trapezoid triangle upArrow upArrowCallout upDownArrow upDownArrowCallout uturnArrow verticalScroll wave "
    "wedgeEllipseCallout wedgeRectCallout wedgeRoundRectCallout textNoShape textPlain textStop textTriangle "
    "textTriangleInverted textChevron textChevronInverted textRingInside textRingOutside textArchUp textArchDown textCircle "
    "textButton textArchUpPour textArchDownPour textCirclePour textButtonPour textCurveUp textCurveDown textCanUp textCanDown "
    "textWave1 textWave2 textDoubleWave1 textWave4 textInflate textDeflate textInflateBottom textDeflateBottom textInflateTop "
    "textDeflateTop textDeflateInflate textDeflateInflateDeflate textFadeRight textFadeLeft textFadeUp textFadeDown "
    "textSlantUp textSlantDown textCascadeUp textCascadeDown";

// Booleans, languages of the format itself, and what XML says of blanks.
constexpr auto commonWords =
    "true false on off t f preserve default auto none left right center top bottom both start end";

// ECMA-376 part 1, 17.18.2 (ST_Border): lines, then drawn borders.
constexpr auto borderWords =
    "nil single thick double dotted dashed dotDash dotDotDash triple thinThickSmallGap thickThinSmallGap thinThickThinSmallGap "
    "thinThickMediumGap thickThinMediumGap thinThickThinMediumGap thinThickLargeGap thickThinLargeGap thinThickThinLargeGap "
    "wave doubleWave dashSmallGap dashDotStroked threeDEmboss threeDEngrave outset inset apples archedScrolls babyPacifier "
    "babyRattle balloons3Colors balloonsHotAir basicBlackDashes basicBlackDots basicBlackSquares basicThinLines "
    "basicWhiteDashes basicWhiteDots basicWhiteSquares basicWideInline basicWideMidline basicWideOutline bats birds "
    "birdsFlight cabins cakeSlice candyCorn celticKnotwork certificateBanner chainLink champagneBottle checkedBarBlack "
    "checkedBarColor checkered christmasTree circlesLines circlesRectangles classicalWave clocks compass confetti "
    "confettiGrays confettiOutline confettiStreamers confettiWhite cornerTriangles couponCutoutDashes couponCutoutDots "
    "crazyMaze creaturesButterfly creaturesFish creaturesInsects creaturesLadyBug crossStitch cup decoArch decoArchColor "
    "decoBlocks diamondsGray doubleD doubleDiamonds earth1 earth2 earth3 eclipsingSquares1 eclipsingSquares2 eggsBlack fans "
    "film firecrackers flowersBlockPrint flowersDaisies flowersModern1 flowersModern2 flowersPansy flowersRedRose flowersRoses "
    "flowersTeacup flowersTiny gems gingerbreadMan gradient handmade1 handmade2 heartBalloon heartGray hearts heebieJeebies "
    "holly houseFunky hypnotic iceCreamCones lightBulb lightning1 lightning2 mapPins mapleLeaf mapleMuffins marquee "
    "marqueeToothed moons mosaic musicNotes northwest ovals packages palmsBlack palmsColor paperClips papyrus partyFavor "
    "partyGlass pencils people peopleWaving peopleHats poinsettias postageStamp pumpkin1 pushPinNote1 pushPinNote2 pyramids "
    "pyramidsAbove quadrants rings safari sawtooth sawtoothGray scaredCat seattle shadowedSquares sharksTeeth shorebirdTracks "
    "skyrocket snowflakeFancy snowflakes sombrero southwest stars starsTop stars3d starsBlack starsShadowed sun swirligig "
    "tornPaper tornPaperBlack trees triangleParty triangles triangle1 triangle2 triangleCircle1 triangleCircle2 shapes1 "
    "shapes2 twistedLines1 twistedLines2 vine waveline weavingAngles weavingBraid weavingRibbon weavingStrips whiteFlowers "
    "woodwork xIllusions zanyTriangles zigZag zigZagStitch custom";

// ECMA-376 part 1, 17.18 (WordprocessingML), 20.4.3 (anchors), 22.1.3 (mathematics); [MS-DOCX] 2.7.
constexpr auto wordWords =
    "clear solid horzStripe vertStripe reverseDiagStripe diagStripe horzCross diagCross thinHorzStripe thinVertStripe "
    "thinReverseDiagStripe thinDiagStripe thinHorzCross thinDiagCross pct5 pct10 pct12 pct15 pct20 pct25 pct30 pct35 pct37 "
    "pct40 pct45 pct50 pct55 pct60 pct62 pct65 pct70 pct75 pct80 pct85 pct87 pct90 pct95 black blue cyan green magenta red "
    "yellow white darkBlue darkCyan darkGreen darkMagenta darkRed darkYellow darkGray lightGray words dottedHeavy dash "
    "dashedHeavy dashLong dashLongHeavy dashDotHeavy dashDotDotHeavy wavyHeavy wavyDouble blinkBackground lights antsBlack "
    "antsRed shimmer sparkle baseline superscript subscript dot comma circle underDot round square angle curly tb rl lr tbV "
    "rlV lrV btLr lrTb lrTbV tbLrV tbRl tbRlV next prev cont rest allLines firstAndLastLine firstLineOnly lastLineOnly margin "
    "indent hyphen underscore middleDot nextPage nextColumn continuous evenPage oddPage decimal upperRoman lowerRoman "
    "upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha "
    "decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 "
    "aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen "
    "decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional "
    "taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting "
    "chineseLegalSimplified chineseCountingThousand koreanDigital koreanCounting koreanLegal koreanDigital2 vietnameseCounting "
    "russianLower russianUpper numberInDash hebrew1 hebrew2 arabicAlpha arabicAbjad hindiVowels hindiConsonants hindiNumbers "
    "hindiCounting thaiLetters thaiNumbers thaiCounting bahtText dollarText portrait landscape text page front back allPages "
    "firstPage notFirstPage period colon emDash enDash newPage newSection lines linesAndChars snapToChars even odd first "
    "normal separator continuationSeparator continuationNotice column textWrapping all fixed variable majorEastAsia majorBidi "
    "majorAscii majorHAnsi minorEastAsia minorBidi minorAscii minorHAnsi eastAsia cs notBeside around tight through inside "
    "outside inline drop exact atLeast bar num heavy mediumKashida distribute numTab highKashida lowKashida thaiDistribute "
    "print masterPages web outline fullPage bestFit textFit doNotCompress compressPunctuation "
    "compressPunctuationAndJapaneseKana compatibilityMode overrideTableStyleFontSizeAndJustification enableOpenTypeFeatures "
    "doNotFlipMirrorIndents differentiateMultirowTableHeaders useWord2013TrackBottomHyphenation allowHyphenationAtTrackBottom "
    "allowTextAfterFloatingTableBreak dark1 light1 dark2 light2 accent1 accent2 accent3 accent4 accent5 accent6 hyperlink "
    "followedHyperlink background1 text1 background2 text2 paragraph character table numbering wholeTable firstRow lastRow "
    "firstCol lastCol band1Vert band2Vert band1Horz band2Horz neCell nwCell seCell swCell pct dxa autofit never overlap "
    "continue restart singleLevel multilevel hybridMultilevel tab space nothing begin separate regular number date currentTime "
    "currentDate calculated distributeLetter distributeSpace rightVertical sdtLocked contentLocked unlocked sdtContentLocked "
    "gregorian gregorianUs gregorianMeFrench gregorianArabic hijri hebrew taiwan japan thai korea saka gregorianXlitEnglish "
    "gregorianXlitFrench dateTime decorative modern roman script swiss ltr rtl everyone administrators contributors editors "
    "owners current pageBottom beneathText sectEnd docEnd eachSect eachPage boundingBox tags hidden standard contextual "
    "historical discretional standardContextual standardHistorical contextualHistorical standardDiscretional "
    "contextualDiscretional historicalDiscretional standardContextualHistorical standardContextualDiscretional "
    "standardHistoricalDiscretional contextualHistoricalDiscretional lining oldStyle proportional tabular leftMargin "
    "rightMargin topMargin bottomMargin insideMargin outsideMargin line bothSides largest p b i bi fraktur sans serif "
    "monospace struck skw lin noBar centerGroup undOvr subSup before after repeat bot centered match blank self parent iso "
    "windows utf us ascii content icon";

// ECMA-376 part 1, 20.1.10 and 21.1.3 (DrawingML).
constexpr auto drawingWords =
    "bg1 tx1 bg2 tx2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink phClr dk1 lt1 dk2 lt2 scrollBar background "
    "activeCaption inactiveCaption menu window windowFrame menuText windowText captionText activeBorder inactiveBorder "
    "appWorkspace highlight highlightText btnFace btnShadow grayText btnText inactiveCaptionText btnHighlight 3dDkShadow "
    "3dLight infoText infoBk hotLight gradientActiveCaption gradientInactiveCaption menuHighlight menuBar solid dot dash "
    "lgDash dashDot lgDashDot lgDashDotDot sysDash sysDot sysDashDot sysDashDotDot pct5 pct10 pct20 pct25 pct30 pct40 pct50 "
    "pct60 pct70 pct75 pct80 pct90 horz vert ltHorz ltVert dkHorz dkVert narHorz narVert dashHorz dashVert cross dnDiag upDiag "
    "ltDnDiag ltUpDiag dkDnDiag dkUpDiag wdDnDiag wdUpDiag dashDnDiag dashUpDiag diagCross smCheck lgCheck smGrid lgGrid "
    "dotGrid smConfetti lgConfetti horzBrick diagBrick solidDmnd openDmnd dotDmnd plaid sphere weave divot shingle wave "
    "trellis zigZag tl l ctr r bl b br tr x y xy shape circle rect over mult screen darken lighten email print hqprint rnd sq "
    "flat sng dbl thickThin thinThick tri in out triangle stealth diamond oval arrow sm med lg legacyObliqueTopLeft "
    "legacyObliqueTop legacyObliqueTopRight legacyObliqueLeft legacyObliqueFront legacyObliqueRight legacyObliqueBottomLeft "
    "legacyObliqueBottom legacyObliqueBottomRight legacyPerspectiveTopLeft legacyPerspectiveTop legacyPerspectiveTopRight "
    "legacyPerspectiveLeft legacyPerspectiveFront legacyPerspectiveRight legacyPerspectiveBottomLeft legacyPerspectiveBottom "
    "legacyPerspectiveBottomRight orthographicFront isometricTopUp isometricTopDown isometricBottomUp isometricBottomDown "
    "isometricLeftUp isometricLeftDown isometricRightUp isometricRightDown isometricOffAxis1Left isometricOffAxis1Right "
    "isometricOffAxis1Top isometricOffAxis2Left isometricOffAxis2Right isometricOffAxis2Top isometricOffAxis3Left "
    "isometricOffAxis3Right isometricOffAxis3Bottom isometricOffAxis4Left isometricOffAxis4Right isometricOffAxis4Bottom "
    "obliqueTopLeft obliqueTop obliqueTopRight obliqueLeft obliqueRight obliqueBottomLeft obliqueBottom obliqueBottomRight "
    "perspectiveFront perspectiveLeft perspectiveRight perspectiveAbove perspectiveBelow perspectiveAboveLeftFacing "
    "perspectiveAboveRightFacing perspectiveContrastingLeftFacing perspectiveContrastingRightFacing "
    "perspectiveHeroicLeftFacing perspectiveHeroicRightFacing perspectiveHeroicExtremeLeftFacing "
    "perspectiveHeroicExtremeRightFacing perspectiveRelaxed perspectiveRelaxedModerately legacyFlat1 legacyFlat2 legacyFlat3 "
    "legacyFlat4 legacyNormal1 legacyNormal2 legacyNormal3 legacyNormal4 legacyHarsh1 legacyHarsh2 legacyHarsh3 legacyHarsh4 "
    "threePt balanced soft harsh flood contrasting morning sunrise sunset chilly freezing twoPt glow brightRoom legacyMatte "
    "legacyPlastic legacyMetal legacyWireframe matte plastic metal warmMatte translucentPowder powder dkEdge softEdge clear "
    "softmetal relaxedInset slope angle softRound convex coolSlant riblet hardEdge artDeco shdw1 shdw2 shdw3 shdw4 shdw5 shdw6 "
    "shdw7 shdw8 shdw9 shdw10 shdw11 shdw12 shdw13 shdw14 shdw15 shdw16 shdw17 shdw18 shdw19 shdw20 major minor clr gray "
    "ltGray invGray grayWhite blackGray blackWhite black white hidden overflow ellipsis clip vert270 wordArtVert eaVert "
    "mongolianVert wordArtVertRtl square just dist justLow thaiDist base dec words heavy dotted dottedHeavy dashHeavy dashLong "
    "dashLongHeavy dotDash dotDashHeavy dotDotDash dotDotDashHeavy wavy wavyHeavy wavyDbl noStrike sngStrike dblStrike small "
    "all alphaLcParenBoth alphaUcParenBoth alphaLcParenR alphaUcParenR alphaLcPeriod alphaUcPeriod arabicParenBoth "
    "arabicParenR arabicPeriod arabicPlain romanLcParenBoth romanUcParenBoth romanLcParenR romanUcParenR romanLcPeriod "
    "romanUcPeriod circleNumDbPlain circleNumWdBlackPlain circleNumWdWhitePlain arabicDbPeriod arabicDbPlain ea1ChsPeriod "
    "ea1ChsPlain ea1ChtPeriod ea1ChtPlain ea1JpnChsDbPeriod ea1JpnKorPlain ea1JpnKorPeriod arabic1Minus arabic2Minus "
    "hebrew2Minus thaiAlphaPeriod thaiAlphaParenR thaiAlphaParenBoth thaiNumPeriod thaiNumParenR thaiNumParenBoth "
    "hindiAlphaPeriod hindiNumPeriod hindiNumParenR hindiAlpha1Period slidenum datetime datetimeFigureOut datetime1 datetime2 "
    "datetime3 datetime4 datetime5 datetime6 datetime7 datetime8 datetime9 datetime10 datetime11 datetime12 datetime13 norm "
    "lightenLess darkenLess sib tree blank self parent fill wrap";

// ECMA-376 part 1, 21.2.3 (charts).
constexpr auto chartWords =
    "bar col percentStacked clustered standard stacked between midCat autoZero max min bestFit inBase inEnd outEnd span gap "
    "zero plus minus cust fixedVal percentage stdDev stdErr inner outer edge factor star picture dash pie maxMin minMax "
    "stretch stack stackScale marker filled lineMarker smooth smoothMarker cone coneToMax box cylinder pyramid pyramidToMax "
    "area w percent pos val high low nextTo days months years exp linear log movingAvg poly power hundreds thousands "
    "tenThousands hundredThousands millions tenMillions hundredMillions billions trillions";

// ECMA-376 part 1, 19.7 (presentations); [MS-PPTX] 2.2.
constexpr auto deckWords =
    "visible title body ctrTitle subTitle dt sldNum ftr hdr obj chart tbl clipArt dgm media sldImg pic full half quarter tx twoColTx "
    "txAndChart chartAndTx txAndClipArt clipArtAndTx titleOnly txAndObj objAndTx objOnly txAndMedia mediaAndTx objOverTx "
    "txOverObj txAndTwoObj twoObjAndTx twoObjOverTx fourObj vertTx clipArtAndVertTx vertTitleAndTx vertTitleAndTxOverChart "
    "twoObj objAndTwoObj twoObjAndObj secHead twoTxTwoObj objTx picTx screen4x3 letter A4 35mm overhead banner custom ledger "
    "A3 B4ISO B5ISO B4JIS B5JIS hagakiCard screen16x9 screen16x10 u d lu ru ld rd slow fast indefinite clickEffect withEffect "
    "afterEffect mainSeq interactiveSeq clickPar withGroup afterGroup tmRoot remove freeze hold transition always "
    "whenNotActive never sameClick lastClick nextClick canSlip locked entr exit emph path verb mediacall onBegin onEnd begin "
    "end onClick onDblClick onMouseOver onMouseOut onNext onPrev onStopAudio sum repl mult normal childStyle discrete lin fmla "
    "str num skipTimed seek layout relative fixed rgb hsl cw ccw allAtOnce p whole el wd lt first last cancelBubble blinds "
    "horizontal vertical checkerboard across down dissolve fade slide fromTop fromBottom fromLeft fromRight barn inHorizontal "
    "inVertical outHorizontal outVertical randombar strips downLeft upLeft downRight upRight wedge wheel wipe up pixelate "
    "image ppt_x ppt_y ppt_w ppt_h ppt_c ppt_r ppt style visibility rotation color opacity fillcolor type stroke on "
    "strokecolor fontSize fontWeight fontStyle fontFamily textDecorationUnderline xshear yshear ScaleX ScaleY depthByNode "
    "depthByBranch breadthByNode breadthByLvl inByRing outByRing series category seriesEl categoryEl gradient hexagon byObject "
    "byWord byChar strict transitional rectangle ripple";

// ECMA-376 part 1, 21.4.7 (diagrams).
constexpr auto diagramWords =
    "composite conn cycle hierChild hierRoot pyra sp snake ch des desOrSelf par ancst ancstOrSelf followSib precedSib follow "
    "preced root doc node nonNorm asst nonAsst parTrans pres sibTrans parOf presOf presParOf unknownRelationship alignOff "
    "begMarg bendDist begPad bMarg bOff ctrX ctrXOff ctrY ctrYOff connDist diam endMarg endPad h hArH hOff lMarg lOff rMarg "
    "rOff primFontSz pyraAcctRatio secFontSz sibSp secSibSp stemThick tMarg tOff userA userB userC userD userE userF userG "
    "userH userI userJ userK userL userM userN userO userP userQ userR userS userT userU userV userW userX userY userZ wArH "
    "wOff horzAlign vertAlign chDir chAlign secChAlign linDir secLinDir stElem bendPt connRout begSty endSty dim rotPath "
    "ctrShpMap nodeHorzAlign nodeVertAlign fallback txDir pyraAcctPos pyraAcctTxMar txBlDir txAnchorHorz txAnchorVert "
    "txAnchorHorzCh txAnchorVertCh parTxLTRAlign parTxRTLAlign shpTxLTRAlignCh shpTxRTLAlignCh autoTxRot grDir flowDir contDir "
    "bkpt hierAlign bkPtFixedVal stBulletLvl stAng spanAng ar lnSpPar lnSpCh rtShortDist alignTx pyraLvlNode pyraAcctBkgdNode "
    "pyraAcctTxNode srcNode dstNode begPts endPts fromL fromR fromT fromB mid beg bendd stra bend curve longCurve bCtr tCtr "
    "midL midR tL tR bL bR radial arr noArr 1D 2D alongPath fNode row sameDir revDir endCnv bal txt upr grav bef aft cnt "
    "revPos posEven posOdd var depth maxDepth orgChart chMax chPref bulEnabled dir hierBranch animOne animLvl resizeHandles "
    "equ gte lte neq gt lt hang std init one branch lvl rev exact rel meth app aboveText NaN INF repeat span cycle none simple colorful "
    "relationship process hierarchy matrix convert list mainScheme officeonline 3D node0 lnNode1 vennNode1 alignNode1 node1 "
    "node2 node3 node4 fgImgPlace1 alignImgPlace1 bgImgPlace1 sibTrans2D1 fgSibTrans2D1 bgSibTrans2D1 sibTrans1D1 callout "
    "asst0 asst1 asst2 asst3 asst4 parChTrans2D1 parChTrans2D2 parChTrans2D3 parChTrans2D4 parChTrans1D1 parChTrans1D2 "
    "parChTrans1D3 parChTrans1D4 fgAcc1 conFgAcc1 alignAcc1 trAlignAcc1 bgAcc1 solidFgAcc1 solidAlignAcc1 solidBgAcc1 "
    "fgAccFollowNode1 alignAccFollowNode1 bgAccFollowNode1 fgAcc0 fgAcc2 fgAcc3 fgAcc4 bgShp dkBgShp trBgShp fgShp revTx";

// ECMA-376 part 4, 19.1 to 19.4 (VML).
constexpr auto vmlWords =
    "absolute relative static visible inherit margin page text char line inside outside square middle baseline layout "
    "horizontal vertical ideographic to x y xy justify letter stretch tightening tracking ltr rtl context bold normal italic "
    "small caps underline block inline edit view backwardCompatible solid gradient pattern tile frame gradientRadial "
    "gradientCenter gradientUnscaled background linear sigma any rect segments custom straight elbow curve round bevel miter "
    "flat single double thinThin thinThick thickThin thickBetweenThin shortdash shortdot shortdashdot shortdashdotdot dot dash "
    "longdash dashdot longdashdot longdashdotdot classic diamond oval open narrow medium wide short long emboss perspective "
    "shapeRelative drawingRelative color grayScale lightGrayScale inverseGray grayOutline highContrast black white hide "
    "undrawn hidden blackTextAndLines tight through topAndBottom largest parallel wireFrame boundingCube XY ZX YZ user "
    "rightAngle oneSegment twoSegments threeSegments canvas orgchart radial cycle stacked venn bullseye arc callout connector "
    "align ignore atleast atmost shape alignshape area topLeft topRight bottomLeft bottomRight topleft topright bottomleft "
    "bottomright inner outer all Embed Link Always OnCall Content Icon p sp fill fit val sum prod mid abs min max if mod sin "
    "cos atan2 cosatan2 sinatan2 sqrt sumangle ellipse tan width height xcenter ycenter xlimo ylimo hasstroke hasfill "
    "pixelLineWidth pixelWidth pixelHeight emuWidth emuHeight emuWidth2 emuHeight2 lineDrawn xrange";

// ECMA-376 part 1, 20.1.10.48 (preset colours) and part 4, 19.1.2 (colours of VML); VML writes names in lower case.
constexpr auto colourWords =
    "aliceBlue antiqueWhite aqua aquamarine azure beige bisque black blanchedAlmond blue blueViolet brown burlyWood cadetBlue "
    "chartreuse chocolate coral cornflowerBlue cornsilk crimson cyan darkBlue darkCyan darkGoldenrod darkGray darkGreen "
    "darkGrey darkKhaki darkMagenta darkOliveGreen darkOrange darkOrchid darkRed darkSalmon darkSeaGreen darkSlateBlue "
    "darkSlateGray darkSlateGrey darkTurquoise darkViolet deepPink deepSkyBlue dimGray dimGrey dkBlue dkCyan dkGoldenrod "
    "dkGray dkGreen dkGrey dkKhaki dkMagenta dkOliveGreen dkOrange dkOrchid dkRed dkSalmon dkSeaGreen dkSlateBlue dkSlateGray "
    "dkSlateGrey dkTurquoise dkViolet dodgerBlue firebrick floralWhite forestGreen fuchsia gainsboro ghostWhite gold goldenrod "
    "gray green greenYellow grey honeydew hotPink indianRed indigo ivory khaki lavender lavenderBlush lawnGreen lemonChiffon "
    "lightBlue lightCoral lightCyan lightGoldenrodYellow lightGray lightGreen lightGrey lightPink lightSalmon lightSeaGreen "
    "lightSkyBlue lightSlateGray lightSlateGrey lightSteelBlue lightYellow lime limeGreen linen ltBlue ltCoral ltCyan "
    "ltGoldenrodYellow ltGray ltGreen ltGrey ltPink ltSalmon ltSeaGreen ltSkyBlue ltSlateGray ltSlateGrey ltSteelBlue ltYellow "
    "magenta maroon medAquamarine medBlue medOrchid medPurple medSeaGreen medSlateBlue medSpringGreen medTurquoise "
    "medVioletRed mediumAquamarine mediumBlue mediumOrchid mediumPurple mediumSeaGreen mediumSlateBlue mediumSpringGreen "
    "mediumTurquoise mediumVioletRed midnightBlue mintCream mistyRose moccasin navajoWhite navy oldLace olive oliveDrab orange "
    "orangeRed orchid paleGoldenrod paleGreen paleTurquoise paleVioletRed papayaWhip peachPuff peru pink plum powderBlue "
    "purple red rosyBrown royalBlue saddleBrown salmon sandyBrown seaGreen seaShell sienna silver skyBlue slateBlue slateGray "
    "slateGrey snow springGreen steelBlue tan teal thistle tomato turquoise violet wheat white whiteSmoke yellow yellowGreen "
    "activeBorder activeCaption appWorkspace background buttonFace buttonHighlight buttonShadow buttonText captionText "
    "grayText highlight highlightText inactiveBorder inactiveCaption inactiveCaptionText infoBackground infoText menu menuText "
    "scrollbar threeDDarkShadow threeDFace threeDHighlight threeDLightShadow threeDShadow window windowFrame windowText fill "
    "line shadow this none darken lighten lineOrFill add subtract reverseSubtract invert blackWhite";

// ECMA-376 part 1, 18.18 (SpreadsheetML), 20.5.3 (anchors); [MS-XLSX] 2.6.
constexpr auto sheetWords =
    "thin medium dashed dotted thick double hair mediumDashed dashDot mediumDashDot dashDotDot mediumDashDotDot slantDashDot "
    "solid mediumGray darkGray lightGray darkHorizontal darkVertical darkDown darkUp darkGrid darkTrellis lightHorizontal "
    "lightVertical lightDown lightUp lightGrid lightTrellis gray125 gray0625 general fill justify centerContinuous distributed "
    "linear path asDisplayed atEnd displayed blank dash NA portrait landscape downThenOver overThenDown visible hidden "
    "veryHidden frozen split frozenSplit normal pageBreakPreview pageLayout bottomRight topRight bottomLeft topLeft expression "
    "cellIs colorScale dataBar iconSet top10 uniqueValues duplicateValues containsText notContainsText beginsWith endsWith "
    "containsBlanks notContainsBlanks containsErrors notContainsErrors timePeriod aboveAverage lessThan lessThanOrEqual equal "
    "notEqual greaterThanOrEqual greaterThan between notBetween notContains today yesterday tomorrow last7Days thisMonth "
    "lastMonth nextMonth thisWeek lastWeek nextWeek num percent max min formula percentile autoMin autoMax 3Arrows 3ArrowsGray "
    "3Flags 3TrafficLights1 3TrafficLights2 3Signs 3Symbols 3Symbols2 4Arrows 4ArrowsGray 4RedToBlack 4Rating 4TrafficLights "
    "5Arrows 5ArrowsGray 5Rating 5Quarters 3Stars 3Triangles 5Boxes NoIcons whole decimal list date time textLength custom "
    "stop warning information noControl disabled hiragana fullKatakana halfKatakana fullAlpha halfAlpha fullHangul halfHangul "
    "manual autoNoTable A1 R1C1 userSet never always all placeholders sum average count countNums stdDev var major minor "
    "single singleAccounting doubleAccounting superscript subscript baseline null belowAverage thisQuarter lastQuarter "
    "nextQuarter thisYear lastYear nextYear yearToDate Q1 Q2 Q3 Q4 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 gregorian "
    "gregorianUs japan taiwan korea hijri thai hebrew gregorianMeFrench gregorianArabic gregorianXlitEnglish "
    "gregorianXlitFrench saka year month day hour minute second value cellColor fontColor icon stroke pinYin wholeTable "
    "headerRow totalRow firstColumn lastColumn firstRowStripe secondRowStripe firstColumnStripe secondColumnStripe "
    "firstHeaderCell lastHeaderCell firstTotalCell lastTotalCell firstSubtotalColumn secondSubtotalColumn thirdSubtotalColumn "
    "firstSubtotalRow secondSubtotalRow thirdSubtotalRow blankRow firstColumnSubheading secondColumnSubheading "
    "thirdColumnSubheading firstRowSubheading secondRowSubheading thirdRowSubheading pageFieldLabels pageFieldValues "
    "halfwidthKatakana fullwidthKatakana Hiragana noConversion line column stacked span gap zero individual group context "
    "leftToRight rightToLeft automatic middle xl Calc twoCell oneCell absolute strict transitional sheet sheetAndChart";

// Words of the names that the layouts of Office give to their nodes, and of the layouts themselves.
constexpr auto layoutWords =
    "d hexagons chevrons pyramids gears arrows lists processes matrices colorful wheel converge diverge parents childs level1 nodes bullets picture pictures captions themes targets names blocks strips steps "
    "Name accent alternate alternating arrow ascending aft back background balance balanced basic bend bending bent bevel big "
    "block bottom boundary box branch bubble bullet bound callout caption cell center central chart chevron child childtext "
    "children circ circle circles circular close closed color column comp composite compositeshape conn connector container "
    "contents continuous converging counterbalance cycle data default descending descend desc detailed diagram diverging dot "
    "double down dummy dash end equation fore fill first five flow four frame framed full funnel gear gap ghost grid grouped "
    "hang hexagon hier hierarchy hole horizontal horz icon image img inverted inner item items labeled layout left level lined "
    "line linear list lnk loop margin matrix middle midpoint mid multidirectional name nested node nodes nodesFor each ones "
    "opposing org organization outer outline parent parallel pentagon phased picture pict pie plaque plus position process "
    "program progress pyramid quote radial rad random rect rectangle repeat repeating result reverse ribbon right root roots "
    "row segmented select shape shp sib trans side siblings simple single six small snapshot solid space spacer spacing square "
    "stacked staggered start step strip sub table tabbed tab target text textaccent texts theme third three thick thin "
    "timeline title top total transparent trapezoid tri triangle tx two up upward upper vert vertical venn visible wave wedge "
    "wide wrapper ideas intersecting interconnected increasing for sh ring rings h v l r t b x y w one dir val between "
    "rectangles padding pad p s c n sp lin off bar sq txt par pt text3 par2 des ch bgshp fg bg node1 imgAccentImageMap "
    "AccentText";

// clang-format on

using WordSet = QSet<QByteArray>;

WordSet setOf(std::initializer_list<const char *> lists)
{
    WordSet words;
    for (const char *list : lists) {
        for (const QByteArray &word : QByteArray(list).split(' ')) {
            words.insert(word);
        }
    }
    return words;
}

const WordSet &wordsOf(WordFamily family)
{
    static const WordSet text = setOf({commonWords, borderWords, wordWords});
    static const WordSet drawing =
        setOf({commonWords, shapeWords, drawingWords, chartWords, deckWords, diagramWords});
    static const WordSet effects = text + drawing;
    static const WordSet vml = setOf({commonWords, vmlWords});
    static const WordSet sheet = setOf({commonWords, sheetWords});
    switch (family) {
    case WordFamily::Text:
        return text;
    case WordFamily::TextEffects:
        return effects;
    case WordFamily::Drawing:
        return drawing;
    case WordFamily::Vml:
        return vml;
    case WordFamily::Sheet:
        return sheet;
    }
    return text;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

}   // namespace

bool isFormatWord(WordFamily family, QByteArrayView word)
{
    return wordsOf(family).contains(QByteArray::fromRawData(word.data(), word.size()));
}

bool isColourName(QByteArrayView word)
{
    static const WordSet names = [] {
        WordSet all;
        for (const QByteArray &name : setOf({colourWords})) {
            all.insert(name.toLower());
        }
        return all;
    }();
    return names.contains(word.toByteArray().toLower());
}

bool isLayoutName(QByteArrayView name)
{
    static const WordSet words = [] {
        WordSet all;
        for (const QByteArray &word : setOf({layoutWords})) {
            all.insert(word.toLower());
        }
        return all;
    }();
    constexpr qsizetype longest = 64;
    for (qsizetype at = 0; at < name.size();) {
        qsizetype end = at + 1;
        if (isDigit(name[at])) {
            ++at;
            continue;
        }
        while (end < name.size() && !isDigit(name[end]) && !isUpper(name[end])) {
            ++end;
        }
        if (!words.contains(name.sliced(at, end - at).toByteArray().toLower())) {
            return false;
        }
        at = end;
    }
    return name.size() <= longest && std::count_if(name.begin(), name.end(), isDigit) <= 4;
}

}   // namespace expunge::formats::ooxml
