#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes planted.ods: a spreadsheet with one invented word in every place where text or traces can sit.

    make_planted_sheet.py FOLDER

planted_sheet.txt says of each word whether a reader of the sheets sees it ("visible"), nobody does ("hidden"), or only a program
or a screen reader does ("other").
"""
import pathlib
import sys

import make_planted
from make_planted import TYPE, document, frames, hidden, other, side_parts, visible, words, write

make_planted.NAMESPACES += ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
make_planted.NAMESPACES += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
P = "S"


def text(value, attributes=""):
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{value}</text:p></table:table-cell>'


def row(cells, attributes=""):
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def main_sheet(sheet):
    split = visible(P + "SPLITTEXT")
    formula = visible(P + "FORMULASTRING")
    twice = visible(P + "REPEATED")
    return f"""<table:table table:name="{sheet}" table:print-ranges="{sheet}.A1:{sheet}.C9">
<table:title>{other(P + "SHEETTITLE")}</table:title><table:desc>{other(P + "SHEETDESCRIPTION")}</table:desc>
<office:forms><form:form form:name="{hidden(P + "FORMNAME")}"><form:button form:name="b" form:id="c1" form:label="{hidden(P + "FORMLABEL")}"/></form:form></office:forms>
<table:shapes>{frames(P)}<draw:control draw:control="{hidden(P + "CONTROL")}"/></table:shapes>
<table:table-column table:number-columns-repeated="7"/><table:table-column table:visibility="collapse"/><table:table-column/>
{row(text(visible(P + "PLAINTEXT")) + text(f'<text:span text:style-name="T3">{split[:6]}</text:span>{split[6:]}')
     + text(f'<text:a xlink:type="simple" xlink:href="https://{other(P + "LINKTARGET")}.example/">{visible(P + "LINKTEXT")}</text:a>')
     + text(visible(P + "SHOWNTEXT"), f'office:string-value="{other(P + "STOREDTEXT")}"')
     + text(formula, f'table:formula="of:=&quot;{formula}&quot;"') + text(visible(P + "VISIBLECELL"))
     + text("x", f'odd:a="{hidden(P + "ODDATTRIBUTE")}" xhtml:about="{hidden(P + "RDFA")}"') + text(hidden(P + "HIDDENCOLUMN")) + text("y"))}
{row(text(hidden(P + "HIDDENROW")), 'table:visibility="collapse"')}
{row(text(hidden(P + "FILTEREDROW")), 'table:visibility="filter"')}
{row(text(twice, 'table:number-columns-repeated="2"'), 'table:number-rows-repeated="1000"')}
{row('<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>m</text:p></table:table-cell>'
     f'<table:covered-table-cell office:value-type="string"><text:p>{hidden(P + "COVEREDCELL")}</text:p></table:covered-table-cell>'
     + f'<table:table-cell office:value-type="string" office:string-value="{hidden(P + "FORMATSHOWSNOTHING")}"><text:p/></table:table-cell>'
     + text(hidden(P + "WHITETEXT"), 'table:style-name="ce1"'))}
{row(f'<table:table-cell office:value-type="string"><office:annotation office:name="{hidden(P + "NOTENAME")}"><dc:creator>{hidden(P + "NOTEAUTHOR")}</dc:creator><dc:date>2026-01-02T03:04:05</dc:date><text:p>{hidden(P + "NOTETEXT")}</text:p></office:annotation><text:p>n</text:p></table:table-cell>'
     f'<table:table-cell office:value-type="float" office:value="12" office:string-value="{hidden(P + "WRONGVALUE")}" table:style-name="{hidden(P + "WRONGSTYLE")}"><text:p>12</text:p></table:table-cell>'
     f'<table:table-cell office:value-type="string" table:content-validation-name="{hidden(P + "RULENAME")}"><text:p>v</text:p><draw:frame svg:width="1cm" svg:height="1cm"><draw:text-box><text:p>{visible(P + "CELLTEXTBOX")}</text:p></draw:text-box></draw:frame></table:table-cell>'
     f'''<table:table-cell office:value-type="float" office:value="5" table:formula="of:=['file:///home/{hidden(P + "EXTERNALPATH")}/a.ods'#$Sheet1.A1]"><text:p>5</text:p></table:table-cell>''')}
<!-- {hidden(P + "XMLCOMMENT")} --></table:table>"""


def spreadsheet():
    sheet = visible(P + "SHEETNAME")
    rule = P + "RULENAME"
    body = f"""<office:scripts><office:script script:language="ooo:Basic">{hidden(P + "OFFICESCRIPT")}</office:script></office:scripts>
<office:automatic-styles><style:style style:name="ce1" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="{hidden(P + "AUTOMATICSTYLE")}" style:family="table-cell"/>
<style:style style:name="T3" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="gr1" style:family="graphic"/>
<number:number-style style:name="N1"><number:text>{visible(P + "NUMBERTEXT")}</number:text><number:number/></number:number-style>
<number:currency-style style:name="N2"><number:currency-symbol>{visible(P + "CURRENCYTEXT")}</number:currency-symbol></number:currency-style></office:automatic-styles>
<office:body><office:spreadsheet>
<table:tracked-changes><table:cell-content-change table:id="ct1"><office:change-info><dc:creator>{hidden(P + "CHANGEAUTHOR")}</dc:creator></office:change-info><table:previous><table:change-track-table-cell office:value-type="string"><text:p>{hidden(P + "CHANGEOLDTEXT")}</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>
<table:content-validations>RULES</table:content-validations>
{main_sheet(sheet)}
<table:table table:name="{hidden(P + "HIDDENSHEETNAME")}" table:style-name="ta2">{row(text(hidden(P + "HIDDENSHEETCELL")))}</table:table>
<table:table table:name="{hidden(P + "SCENARIONAME")}" table:style-name="ta2"><table:scenario table:comment="{hidden(P + "SCENARIOCOMMENT")}" table:scenario-ranges="{sheet}.A1"/>{row(text(hidden(P + "SCENARIOVALUE")))}</table:table>
<table:table table:name="'file:///home/{hidden(P + "CACHEPATH")}.ods'#$Sheet1"><table:table-source xlink:href="file:///home/{hidden(P + "CACHESOURCE")}.ods" table:table-name="Sheet1"/>{row(text(hidden(P + "CACHEDCELL")))}</table:table>
<table:table table:name="Linked"><table:table-source xlink:href="file:///home/{hidden(P + "SHEETSOURCE")}.ods" table:table-name="{hidden(P + "SHEETSOURCETABLE")}"/>{row(text(visible(P + "LINKEDCELL")))}</table:table>
<table:named-expressions><table:named-range table:name="{visible(P + "RANGENAME")}" table:base-cell-address="${sheet}.$A$1" table:cell-range-address="${sheet}.$A$1:.$B$2"/>
<table:named-expression table:name="{visible(P + "EXPRESSIONNAME")}" table:base-cell-address="${sheet}.$A$1" table:expression="&quot;{visible(P + "EXPRESSIONSTRING")}&quot;"/></table:named-expressions>
<table:database-ranges><table:database-range table:name="{visible(P + "DATABASENAME")}" table:target-range-address="{sheet}.A1:{sheet}.B2"><table:database-source-sql table:database-name="{hidden(P + "SQLSOURCE")}" table:sql-statement="{hidden(P + "SQLSTATEMENT")}"/><table:filter><table:filter-condition table:field-number="0" table:value="{hidden(P + "FILTERVALUE")}" table:operator="="/></table:filter></table:database-range></table:database-ranges>
<table:data-pilot-tables><table:data-pilot-table table:name="{hidden(P + "PIVOTNAME")}" table:target-range-address="{sheet}.A1:{sheet}.B2"><table:data-pilot-field table:source-field-name="{hidden(P + "PIVOTFIELD")}"><table:data-pilot-level><table:data-pilot-members><table:data-pilot-member table:name="{hidden(P + "PIVOTMEMBER")}"/></table:data-pilot-members></table:data-pilot-level></table:data-pilot-field></table:data-pilot-table></table:data-pilot-tables>
<table:consolidation table:function="sum" table:source-cell-range-addresses="{hidden(P + "CONSOLIDATION")}.A1:.B2" table:target-cell-address="{sheet}.C1"/>
<table:dde-links><table:dde-link><office:dde-source office:dde-application="{hidden(P + "DDEAPPLICATION")}" office:dde-topic="{hidden(P + "DDETOPIC")}" office:dde-item="i"/></table:dde-link></table:dde-links>
</office:spreadsheet></office:body>"""
    rules = f"""<table:content-validation table:name="ZQX{rule}" table:condition="of:cell-content-is-in-list(&quot;{visible(P + "RULELIST")}&quot;)"><table:help-message table:title="{visible(P + "HELPTITLE")}" table:display="true"><text:p>{visible(P + "HELPTEXT")}</text:p></table:help-message><table:error-message table:title="{visible(P + "ERRORTITLE")}" table:display="true"><text:p>{visible(P + "ERRORTEXT")}</text:p></table:error-message></table:content-validation>"""
    styles = f"""<office:styles><style:style style:name="Default" style:family="table-cell"/>
<style:style style:name="{other(P + "STYLENAME")}" style:display-name="{other(P + "STYLESHOWN")}" style:family="table-cell" style:parent-style-name="Default"/></office:styles>
<office:automatic-styles><style:page-layout style:name="pm1"/></office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="pm1"><style:header><style:region-left><text:p>{visible(P + "HEADERLEFT")}</text:p></style:region-left></style:header><style:footer><text:p>{visible(P + "FOOTER")}</text:p></style:footer></style:master-page>
<style:master-page style:name="{other(P + "PAGESTYLE")}" style:page-layout-name="pm1"/></office:master-styles>"""
    parts = side_parts(P)
    parts["content.xml"] = (document("document-content", body.replace("RULES", rules, 1)), "text/xml")
    parts["styles.xml"] = (document("document-styles", styles), "text/xml")
    return TYPE + "spreadsheet", parts


def main():
    folder = pathlib.Path(sys.argv[1])
    write(folder / "planted.ods", *spreadsheet())
    lines = [f"planted.ods {kind} {token}" for token, kind in sorted(words.items())]
    (folder / "planted_sheet.txt").write_text("\n".join(lines) + "\n")


main()
