// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfvocabularytables.h"

namespace expunge::formats::odf {

// OpenDocument 1.3 part 3 (elements in clauses 3 to 17, attributes in clauses 19 and 20); MathML 2
// presentation elements; draw:enhanced-path and header-first as LibreOffice extends them.
namespace {

constexpr const char *elementRows[] = {
    "anim: animate animateColor animateMotion animateTransform iterate par seq set "
    "transitionFilter",
    "calcext: color-scale color-scale-entry condition conditional-format "
    "conditional-formats data-bar date-is formatting-entry icon-set",
    "chart: axis categories chart data-label data-point date-scale domain equation "
    "error-indicator floor footer grid label-separator legend mean-value plot-area "
    "regression-curve series stock-gain-marker stock-loss-marker stock-range-line "
    "subtitle symbol-image title wall",
    "dc: creator date",
    "dr3d: cube extrude light rotate scene sphere",
    "draw: a caption circle connector contour-path contour-polygon custom-shape "
    "ellipse enhanced-geometry equation fill-image frame g glue-point gradient handle "
    "hatch image layer layer-set line marker measure object opacity page "
    "page-thumbnail path polygon polyline rect regular-polygon stroke-dash text-box",
    "loext: content-control sender-initials",
    "math: math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded "
    "mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable "
    "mtd mtext mtr munder munderover none semantics",
    "meta: creator-initials date-string",
    "number: am-pm boolean boolean-style currency-style currency-symbol date-style "
    "day day-of-week embedded-text era fill-character fraction hours minutes month "
    "number number-style percentage-style quarter scientific-number seconds text "
    "text-content text-style time-style week-of-year year",
    "office: annotation annotation-end automatic-styles body change-info chart "
    "document-content document-styles drawing font-face-decls master-styles "
    "presentation spreadsheet styles text",
    "presentation: date-time date-time-decl footer footer-decl header header-decl "
    "notes placeholder",
    "style: background-image chart-properties column column-sep columns default-style "
    "drawing-page-properties drop-cap font-face footer footer-first footer-left "
    "footer-style footnote-sep graphic-properties handout-master header header-first "
    "header-footer-properties header-left header-style list-level-label-alignment "
    "list-level-properties map master-page page-layout page-layout-properties "
    "paragraph-properties presentation-page-layout region-center region-left "
    "region-right ruby-properties section-properties style tab-stop tab-stops "
    "table-cell-properties table-column-properties table-properties "
    "table-row-properties text-properties",
    "svg: desc linearGradient radialGradient stop title",
    "table: background body calculation-settings cell-address cell-content-change "
    "cell-content-deletion change-deletion change-track-table-cell consolidation "
    "content-validation content-validations covered-table-cell cut-offs "
    "data-pilot-display-info data-pilot-field data-pilot-field-reference "
    "data-pilot-group data-pilot-group-member data-pilot-groups "
    "data-pilot-layout-info data-pilot-level data-pilot-member data-pilot-members "
    "data-pilot-sort-info data-pilot-subtotal data-pilot-subtotals data-pilot-table "
    "data-pilot-tables database-range database-ranges deletion deletions dependencies "
    "dependency desc detective error-macro error-message even-columns even-rows "
    "filter filter-and filter-condition filter-or filter-set-item first-column "
    "first-row help-message highlighted-range insertion insertion-cut-off iteration "
    "label-range label-ranges last-column last-row movement movement-cut-off "
    "named-expression named-expressions named-range null-date odd-columns odd-rows "
    "operation previous shapes sort sort-by sort-groups source-cell-range "
    "source-range-address source-service subtotal-field subtotal-rule subtotal-rules "
    "table table-cell table-column table-column-group table-columns "
    "table-header-columns table-header-rows table-row table-row-group table-rows "
    "table-template target-range-address title tracked-changes",
    "text: a alphabetical-index alphabetical-index-entry-template "
    "alphabetical-index-source author-initials author-name bibliography "
    "bibliography-configuration bibliography-entry-template bibliography-mark "
    "bibliography-source bookmark bookmark-end bookmark-ref bookmark-start change "
    "change-end change-start changed-region chapter character-count conditional-text "
    "creation-date creation-time creator database-display database-name "
    "database-row-number date dde-connection drop-down deletion description editing-cycles "
    "editing-duration execute-macro expression file-name format-change h "
    "hidden-paragraph hidden-text illustration-index "
    "illustration-index-entry-template illustration-index-source image-count "
    "index-body index-entry-bibliography index-entry-chapter index-entry-link-end "
    "index-entry-link-start index-entry-page-number index-entry-span "
    "index-entry-tab-stop index-entry-text index-source-style index-source-styles "
    "index-title index-title-template initial-creator insertion keywords line-break "
    "linenumbering-configuration linenumbering-separator list list-header list-item "
    "list-level-style-bullet list-level-style-image list-level-style-number "
    "list-style measure meta meta-field modification-date modification-time note "
    "note-body note-citation note-continuation-notice-backward "
    "note-continuation-notice-forward note-ref notes-configuration numbered-paragraph "
    "object-count object-index object-index-entry-template object-index-source "
    "outline-level-style outline-style p page page-continuation page-count "
    "page-number page-sequence page-variable-get page-variable-set paragraph-count "
    "placeholder print-date print-time printed-by reference-mark reference-mark-end "
    "reference-mark-start reference-ref ruby ruby-base ruby-text s section "
    "sender-city sender-company sender-country sender-email sender-fax "
    "sender-firstname sender-initials sender-lastname sender-phone-private "
    "sender-phone-work sender-position sender-postal-code sender-state-or-province "
    "sender-street sender-title sequence sequence-ref sheet-name soft-page-break "
    "sort-key span subject tab table-count table-formula table-index "
    "table-index-entry-template table-index-source table-of-content "
    "table-of-content-entry-template table-of-content-source template-name text-input "
    "time title tracked-changes user-defined user-field-get user-field-input "
    "user-index user-index-entry-template user-index-source variable-get "
    "variable-input variable-set word-count",
};

constexpr const char *syntaxRows[] = {
    "anim: audio-level color-interpolation color-interpolation-direction "
    "iterate-interval iterate-type sub-item",
    "calcext: axis-color axis-position color date gradient icon-set-type max-length "
    "min-length negative-color positive-color show-value type",
    "chart: angle-offset attached-axis auto-position auto-size automatic-content "
    "axis-label-position axis-position class connect-bars data-label-number "
    "data-label-symbol data-label-text data-source-has-labels deep dimension "
    "display-equation display-label display-r-square error-category "
    "error-lower-indicator error-lower-limit error-margin error-percentage "
    "error-upper-indicator error-upper-limit gap-width group-bars-per-axis hole-size "
    "include-hidden-cells interpolation interval-major interval-minor-divisor "
    "japanese-candle-stick label-arrangement label-position label-position-negative "
    "legend-align legend-position lines link-data-style-to-source logarithmic maximum "
    "mean-value minimum name origin overlap percentage pie-offset regression-type "
    "repeated reverse-direction right-angled-axes scale-text series-source solid-type "
    "sort-by-x-values spline-order spline-resolution stacked symbol-height "
    "symbol-name symbol-type symbol-width text-overlap three-dimensional "
    "tick-mark-position tick-marks-major-inner tick-marks-major-outer "
    "tick-marks-minor-inner tick-marks-minor-outer treat-empty-cells vertical visible",
    "dr3d: ambient-color back-scale backface-culling center close-back close-front "
    "depth diffuse-color direction distance edge-rounding edge-rounding-mode "
    "emissive-color enabled end-angle focal-length horizontal-segments lighting-mode "
    "max-edge min-edge normals-direction normals-kind projection shade-mode shadow "
    "shadow-slant shininess size specular specular-color texture-filter "
    "texture-generation-mode-x texture-generation-mode-y texture-kind texture-mode "
    "transform vertical-segments vpn vrp vup",
    "draw: align angle auto-grow-height auto-grow-width background-size blue border "
    "caption-angle caption-angle-type caption-escape caption-escape-direction "
    "caption-fit-line-length caption-gap caption-line-length caption-point-x "
    "caption-point-y caption-type color color-inversion color-mode concave "
    "concentric-gradient-fill-allowed contrast corner-radius corners cx cy "
    "decimal-places display distance dots1 dots1-length dots2 dots2-length "
    "draw-aspect end end-angle end-color end-glue-point end-guide end-intensity "
    "end-line-spacing-horizontal end-line-spacing-vertical enhanced-path "
    "escape-direction extrusion extrusion-allowed extrusion-brightness "
    "extrusion-color extrusion-depth extrusion-diffusion "
    "extrusion-first-light-direction extrusion-first-light-harsh "
    "extrusion-first-light-level extrusion-light-face extrusion-metal "
    "extrusion-number-of-line-segments extrusion-origin extrusion-rotation-angle "
    "extrusion-rotation-center extrusion-second-light-direction "
    "extrusion-second-light-harsh extrusion-second-light-level extrusion-shininess "
    "extrusion-skew extrusion-specularity extrusion-viewpoint fill fill-color "
    "fill-hatch-solid fill-image-height fill-image-ref-point fill-image-ref-point-x "
    "fill-image-ref-point-y fill-image-width fit-to-contour fit-to-size formula "
    "frame-display-border frame-display-scrollbar frame-margin-horizontal "
    "frame-margin-vertical gamma glue-point-leaving-directions glue-point-type "
    "glue-points gradient-step-count green guide-distance guide-overhang "
    "handle-mirror-horizontal handle-mirror-vertical handle-polar handle-position "
    "handle-radius-range-maximum handle-radius-range-minimum handle-range-x-maximum "
    "handle-range-x-minimum handle-range-y-maximum handle-range-y-minimum "
    "handle-switched image-opacity kind line-distance line-skew luminance "
    "marker-end-center marker-end-width marker-start-center marker-start-width "
    "may-script measure-align measure-vertical-align mirror-horizontal "
    "mirror-vertical modifiers object ole-draw-aspect opacity page-number parallel "
    "path path-stretchpoint-x path-stretchpoint-y placing points protected "
    "recreate-on-edit red rotation secondary-fill-color shadow shadow-color "
    "shadow-offset-x shadow-offset-y shadow-opacity sharpness show-unit start "
    "start-angle start-color start-glue-point start-guide start-intensity "
    "start-line-spacing-horizontal start-line-spacing-vertical stroke stroke-linejoin "
    "style symbol-color text-areas text-path text-path-allowed text-path-mode "
    "text-path-same-letter-heights text-path-scale text-rotate-angle "
    "textarea-horizontal-align textarea-vertical-align tile-repeat-offset transform "
    "type unit visible visible-area-height visible-area-left visible-area-top "
    "visible-area-width wrap-influence-on-position z-index",
    "drawooo: display enhanced-path sub-view-size",
    "fo: background-color border border-bottom border-left border-right border-top "
    "break-after break-before clip color column-count column-gap country end-indent "
    "font-size font-style font-variant font-weight height hyphenate hyphenation-keep "
    "hyphenation-ladder-count hyphenation-push-char-count "
    "hyphenation-remain-char-count keep-together keep-with-next language "
    "letter-spacing line-height margin margin-bottom margin-left margin-right "
    "margin-top max-height max-width min-height min-width orphans padding "
    "padding-bottom padding-left padding-right padding-top page-height page-width "
    "script space-after space-before start-indent text-align text-align-last "
    "text-indent text-shadow text-transform widows width wrap-option",
    "loext: contextual-spacing",
    "number: automatic-order calendar country decimal-places decimal-replacement "
    "denominator-value display-factor format-source grouping language "
    "min-denominator-digits min-exponent-digits min-integer-digits "
    "min-numerator-digits position possessive-form rfc-language-tag script style "
    "textual transliteration-country transliteration-format transliteration-language "
    "transliteration-style truncate-on-overflow",
    "office: automatic-update currency display process-content server-map "
    "target-frame target-frame-name value-type version",
    "presentation: action background-objects-visible background-visible class delay "
    "direction display-date-time display-footer display-header display-page-number "
    "duration effect endless force-manual full-screen group-id mouse-as-pen "
    "mouse-visible node-type object pause placeholder play-full preset-class preset-id "
    "preset-sub-type show show-end-of-presentation-slide show-logo source speed "
    "start-scale start-with-navigator stay-on-top transition-on-click "
    "transition-speed transition-style transition-type user-transformed verb "
    "visibility",
    "smil: accelerate accumulate additive attributeName autoReverse begin by calcMode "
    "decelerate direction dur end endsync fadeColor fill fillDefault from keySplines "
    "keyTimes mode repeatCount repeatDur restart restartDefault subtype to type "
    "values",
    "style: contextual-spacing adjustment auto-text-indent auto-update background-transparency "
    "border-line-width border-line-width-bottom border-line-width-left "
    "border-line-width-right border-line-width-top cell-protect class color "
    "column-width condition country-asian country-complex decimal-places "
    "default-outline-level diagonal-bl-tr diagonal-bl-tr-widths diagonal-tl-br "
    "diagonal-tl-br-widths direction display distance distance-after-sep "
    "distance-before-sep dynamic-spacing editable family first-page-number "
    "flow-with-text font-charset font-charset-asian font-charset-complex "
    "font-family-generic font-family-generic-asian font-family-generic-complex "
    "font-independent-line-spacing font-pitch font-pitch-asian font-pitch-complex "
    "font-relief font-size-asian font-size-complex font-size-rel font-size-rel-asian "
    "font-size-rel-complex font-style-asian font-style-complex font-weight-asian "
    "font-weight-complex footnote-max-height glyph-orientation-vertical height "
    "horizontal-pos horizontal-rel join-border justify-single-word language-asian "
    "language-complex layout-grid-base-height layout-grid-base-width "
    "layout-grid-color layout-grid-display layout-grid-lines layout-grid-mode "
    "layout-grid-print layout-grid-ruby-below layout-grid-ruby-height "
    "layout-grid-snap-to layout-grid-standard-mode leader-color leader-style "
    "leader-type leader-width legend-expansion legend-expansion-aspect-ratio length "
    "letter-kerning line-break line-height-at-least line-spacing line-style lines "
    "list-level may-break-between-rows min-row-height mirror num-format "
    "num-letter-sync number-wrapped-paragraphs overflow-behavior page-number "
    "page-usage position print print-content print-orientation print-page-order "
    "protect punctuation-wrap register-true rel-column-width rel-height rel-width "
    "repeat repeat-content rfc-language-tag rfc-language-tag-asian "
    "rfc-language-tag-complex rotation-align rotation-angle row-height ruby-align "
    "ruby-position run-through scale-to scale-to-pages script-asian script-complex "
    "script-type shadow shrink-to-fit snap-to-layout-grid style tab-stop-distance "
    "table-centering text-align-source text-autospace text-blinking text-combine "
    "text-combine-end-char text-combine-start-char text-emphasize "
    "text-line-through-color text-line-through-mode text-line-through-style "
    "text-line-through-type text-line-through-width text-outline text-overline-color "
    "text-overline-mode text-overline-style text-overline-type text-overline-width "
    "text-position text-rotation-angle text-rotation-scale text-scale "
    "text-underline-color text-underline-mode text-underline-style "
    "text-underline-type text-underline-width type use-optimal-column-width "
    "use-optimal-row-height use-window-font-color vertical-align vertical-pos "
    "vertical-rel volatile width wrap wrap-contour wrap-contour-mode "
    "wrap-dynamic-threshold writing-mode writing-mode-automatic",
    "svg: accent-height alphabetic ascent cap-height cx cy d descent fill-rule "
    "font-size font-stretch font-style font-variant font-weight fx fy "
    "gradientTransform gradientUnits hanging height ideographic mathematical offset "
    "overline-position overline-thickness panose-1 r rx ry slope spreadMethod stemh "
    "stemv stop-color stop-opacity strikethrough-position strikethrough-thickness "
    "stroke-color stroke-linecap stroke-opacity stroke-width type underline-position "
    "underline-thickness units-per-em v-alphabetic v-hanging v-ideographic "
    "v-mathematical viewBox width x x-height x1 x2 y y1 y2",
    "table: acceptance-state add-empty-lines align allow-empty-cell "
    "automatic-find-labels bind-styles-to-content border-color border-model buttons "
    "column contains-error contains-header copy-back copy-formulas copy-styles count "
    "country data-type date-end date-start direction display display-border "
    "display-duplicates display-filter-buttons display-list display-member-mode "
    "drill-down-on-double-click embedded-number-behavior enabled end-column "
    "end-position end-row end-table end-x end-y execute first-row-end-column "
    "first-row-start-column function grand-total group-by-field-number grouped-by "
    "has-persistent-data identify-categories ignore-empty-rows index is-active "
    "is-selection is-sub-table language last-column-spanned last-row-end-column "
    "last-row-spanned last-row-start-column layout-mode link-to-source-data "
    "marked-invalid matrix-covered maximum-difference member-count member-type "
    "message-type mode multi-deletion-spanned null-year number-columns-repeated "
    "number-columns-spanned number-matrix-columns-spanned number-matrix-rows-spanned "
    "number-rows-repeated number-rows-spanned on-update-keep-size "
    "on-update-keep-styles operator order orientation page-breaks-on-group-change "
    "parse-sql-statement position precision-as-shown print protect protected "
    "refresh-delay rfc-language-tag row search-criteria-must-apply-to-whole-cell "
    "show-details show-empty show-filter-button sort-mode start-column start-position "
    "start-row start-table status step steps structure-protected table "
    "table-background track-changes type use-banding-columns-styles "
    "use-banding-rows-styles use-first-column-styles use-first-row-styles "
    "use-last-column-styles use-last-row-styles use-regular-expressions use-wildcards "
    "used-hierarchy value-type visibility",
    "text: line-number",
    "text: active alphabetical-separators anchor-page-number anchor-type animation "
    "animation-delay animation-direction animation-repeat animation-start-inside "
    "animation-steps animation-stop-inside bibliography-data-field bibliography-type "
    "bullet-relative-size c capitalize-entries caption-sequence-format "
    "combine-entries combine-entries-with-dash combine-entries-with-pp "
    "comma-separated consecutive-numbering continue-numbering copy-outline-levels "
    "count-empty-lines count-in-text-boxes current-value date-adjust display "
    "display-levels dont-balance-text-columns duration fixed footnotes-position "
    "ignore-case increment index-scope is-hidden is-list-header label-followed-by "
    "level line-break list-level-position-and-space-mode list-tab-stop-position "
    "main-entry min-label-distance min-label-width note-class number-lines "
    "number-position numbered-entries offset outline-level page-adjust "
    "placeholder-type protected reference-format relative-tab-stop-position "
    "restart-numbering restart-on-page row-number select-page sort-algorithm "
    "sort-ascending sort-by-position space-before start-numbering-at start-value "
    "tab-ref table-type time-adjust track-changes use-caption use-chart-objects "
    "use-draw-objects use-floating-frames use-graphics use-index-marks "
    "use-index-source-styles use-keys-as-entries use-math-objects use-objects "
    "use-other-objects use-outline-level use-soft-page-breaks use-spreadsheet-objects "
    "use-tables value",
    "xlink: actuate show type",
};

constexpr const char *styleRows[] = {
    "calcext: apply-style-name style",
    "chart: style-name",
    "draw: fill-gradient-name fill-hatch-name fill-image-name layer marker-end "
    "marker-start master-page-name opacity-name stroke-dash style-name "
    "text-style-name",
    "presentation: presentation-page-layout-name style-name",
    "style: apply-style-name data-style-name font-name font-name-asian "
    "font-name-complex leader-text-style list-style-name master-page-name name "
    "next-style-name page-layout-name parent-style-name percentage-data-style-name "
    "register-truth-ref-style-name style-name",
    "table: default-cell-style-name paragraph-style-name style-name template-name",
    "text: citation-body-style-name citation-style-name cond-style-name "
    "default-style-name main-entry-style-name master-page-name style-name "
    "style-override visited-style-name",
};

constexpr const char *fontRows[] = {
    "fo: font-family",
    "style: font-family-asian font-family-complex",
    "svg: font-family",
};

constexpr const char *idRows[] = {
    "anim: id",
    "draw: caption-id end-shape id shape-id start-shape",
    ("presentation: master-element name use-date-time-name use-footer-name "
     "use-header-name"),
    "smil: targetElement",
    "text: change-id continue-list id list-id",
    "xml: id",
};

constexpr const char *nameRows[] = {
    "draw: chain-next-name display-name frame-name name",
    "office: name",
    "style: display-name",
    "table: content-validation-name field-name filter-name name object-name "
    "source-field-name source-name table-name",
    "text: caption-sequence-name column-name connection-name database-name index-name "
    "name ref-name section-name table-name",
};

constexpr const char *textRows[] = {
    "number: title",
    "office: title",
    "style: char leader-char leader-text num-prefix num-suffix text-line-through-text",
    "table: title",
    "text: address annote author booktitle bullet-char chapter custom1 custom2 "
    "custom3 custom4 custom5 description edition editor howpublished identifier "
    "institution isbn issn journal key key1 key2 kind label month note number "
    "organizations pages prefix publisher report-type school separation-character "
    "series string-value string-value-if-false string-value-if-true "
    "string-value-phonetic suffix title url volume year",
    "xlink: title",
};

constexpr const char *linkRows[] = {
    "xlink: href",
};

constexpr const char *valueRows[] = {
    "office: boolean-value date-value string-value time-value value",
    "table: date-value value",
    "text: date-value time-value value-x",
};

constexpr const char *formulaRows[] = {
    "calcext: base-cell-address target-range-address value",
    "chart: error-lower-range error-upper-range label-cell-address "
    "values-cell-range-address",
    "draw: notify-on-update-of-ranges",
    "style: base-cell-address",
    "table: base-cell-address buttons-x cell-address cell-range cell-range-address "
    "condition data-cell-range-address end-cell-address expression formula "
    "label-cell-range-address print-ranges source-cell-range-addresses "
    "target-cell-address target-range-address",
    "text: condition formula table-formula-x",
};

}   // namespace

Names elementTable()
{
    return elementRows;
}

Names syntaxAttributeTable()
{
    return syntaxRows;
}

Names styleAttributeTable()
{
    return styleRows;
}

Names fontAttributeTable()
{
    return fontRows;
}

Names idAttributeTable()
{
    return idRows;
}

Names nameAttributeTable()
{
    return nameRows;
}

Names textAttributeTable()
{
    return textRows;
}

Names linkAttributeTable()
{
    return linkRows;
}

Names valueAttributeTable()
{
    return valueRows;
}

Names formulaAttributeTable()
{
    return formulaRows;
}

}   // namespace expunge::formats::odf
