#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes planted.odt and planted.odp: OpenDocument files with one invented word in every place where text or traces can sit.

    make_planted.py FOLDER

planted.txt says of each word whether a reader of the pages sees it ("visible"), nobody does ("hidden"), or only a program or a
screen reader does ("other").
"""
import base64
import pathlib
import sys
import zipfile
import zlib

NAMES = """office:office style:style text:text table:table draw:drawing fo:xsl-fo-compatible svg:svg-compatible meta:meta
number:datastyle chart:chart form:form script:script config:config presentation:presentation anim:animation smil:smil-compatible
dr3d:dr3d manifest:manifest"""
NAMESPACES = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"' for p, u in (n.split(":") for n in NAMES.split()))
NAMESPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
NAMESPACES += ' xmlns:math="http://www.w3.org/1998/Math/MathML" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
NAMESPACES += ' xmlns:ooo="http://openoffice.org/2004/office" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
NAMESPACES += ' xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0" xmlns:odd="urn:example:odd"'
TYPE = "application/vnd.oasis.opendocument."
words = {}


def word(kind, name):
    token = "ZQX" + name
    assert token not in words, token
    words[token] = kind
    return token


def visible(name):
    return word("visible", name)


def hidden(name):
    return word("hidden", name)


def other(name):
    return word("other", name)


def chunk(kind, data):
    body = kind + data
    return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")


def png(text, shade=0):
    header = (1).to_bytes(4, "big") + (1).to_bytes(4, "big") + bytes([8, 0, 0, 0, 0])
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"tEXt", b"Author\0" + text.encode())
            + chunk(b"IDAT", zlib.compress(bytes([0, shade]))) + chunk(b"IEND", b""))


def document(root, body):
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{root} {NAMESPACES} office:version="1.3">{body}</office:{root}>'


def chart(p):
    cell = '<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>'
    return document("document-content", f"""<office:automatic-styles><style:style style:name="ch1" style:family="chart"/></office:automatic-styles>
<office:body><office:chart><chart:chart chart:class="chart:bar" svg:width="8cm" svg:height="6cm" chart:style-name="ch1">
<chart:title chart:style-name="ch1"><text:p>{visible(p + "CHARTTITLE")}</text:p></chart:title>
<chart:plot-area table:cell-range-address="local-table.A1:B2"><chart:axis chart:dimension="x" chart:name="primary-x">
<chart:title><text:p>{visible(p + "AXISTITLE")}</text:p></chart:title><chart:categories table:cell-range-address="local-table.A2:A2"/></chart:axis>
<chart:axis chart:dimension="y" chart:name="primary-y"/><chart:series chart:values-cell-range-address="local-table.B2:B2"
 chart:label-cell-address="local-table.B1" chart:class="chart:bar"/></chart:plot-area>
<table:table table:name="local-table"><table:table-header-columns><table:table-column/></table:table-header-columns><table:table-columns>
<table:table-column/></table:table-columns><table:table-header-rows><table:table-row><table:table-cell><text:p/></table:table-cell>
{cell % visible(p + "CHARTSERIES")}</table:table-row></table:table-header-rows><table:table-rows><table:table-row>
{cell % visible(p + "CHARTCATEGORY")}<table:table-cell office:value-type="float" office:value="4"><text:p>4</text:p></table:table-cell>
</table:table-row></table:table-rows></table:table></chart:chart></office:chart></office:body>""")


def formula(p):
    return (f'<?xml version="1.0"?><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>x</mi><mo>=</mo>'
            f'<mtext>{visible(p + "MATHTEXT")}</mtext></mrow><annotation encoding="StarMath 5.0">x = "{hidden(p + "MATHSOURCE")}"'
            "</annotation></semantics></math>")


def meta(p):
    return document("document-meta", f"""<office:meta><meta:generator>{hidden(p + "GENERATOR")}</meta:generator>
<dc:title>{hidden(p + "METATITLE")}</dc:title><dc:subject>{hidden(p + "METASUBJECT")}</dc:subject>
<dc:description>{hidden(p + "METADESCRIPTION")}</dc:description><meta:keyword>{hidden(p + "METAKEYWORD")}</meta:keyword>
<meta:initial-creator>{hidden(p + "INITIALCREATOR")}</meta:initial-creator><dc:creator>{hidden(p + "METACREATOR")}</dc:creator>
<meta:printed-by>{hidden(p + "PRINTEDBY")}</meta:printed-by>
<meta:template xlink:type="simple" xlink:href="file:///home/{hidden(p + "TEMPLATEPATH")}/a.ott" xlink:title="{hidden(p + "TEMPLATETITLE")}"/>
<meta:user-defined meta:name="{hidden(p + "CUSTOMNAME")}">{hidden(p + "CUSTOMVALUE")}</meta:user-defined></office:meta>""")


def settings(p):
    return document("document-settings", f"""<office:settings><config:config-item-set config:name="ooo:configuration-settings">
<config:config-item config:name="PrinterName" config:type="string">{hidden(p + "PRINTER")}</config:config-item>
<config:config-item config:name="AddParaTableSpacing" config:type="boolean">true</config:config-item>
<config:config-item config:name="PrinterSetup" config:type="base64Binary">{base64.b64encode(hidden(p + "PRINTERSETUP").encode()).decode()}</config:config-item>
<config:config-item config:name="CurrentDatabaseDataSource" config:type="string">{hidden(p + "DATASOURCE")}</config:config-item>
</config:config-item-set></office:settings>""")


def side_parts(p):
    """Files beside content and styles: name -> (bytes, media type)."""
    return {
        "meta.xml": (meta(p), "text/xml"),
        "settings.xml": (settings(p), "text/xml"),
        "Thumbnails/thumbnail.png": (png(hidden(p + "THUMBNAIL")), "image/png"),
        "Versions/Version1": (hidden(p + "OLDVERSION"), ""),
        "VersionList.xml": (f'<VL:version-list xmlns:VL="http://openoffice.org/2001/versions-list"><VL:version-entry VL:creator="{hidden(p + "VERSIONCREATOR")}"/></VL:version-list>', "text/xml"),
        "Configurations2/menubar/menu.xml": (f"<menu>{hidden(p + 'MENU')}</menu>", "text/xml"),
        "Basic/Standard/Module1.xml": (f"<module>REM {hidden(p + 'BASIC')}</module>", "text/xml"),
        "Basic/script-lc.xml": (f"<libraries>{hidden(p + 'BASICLIBRARY')}</libraries>", "text/xml"),
        "Scripts/python/a.py": (f"# {hidden(p + 'PYTHON')}", ""),
        "Dialogs/Standard/d.xml": (f"<dialog>{hidden(p + 'DIALOG')}</dialog>", "text/xml"),
        "layout-cache": (hidden(p + "LAYOUTCACHE"), "application/binary"),
        "manifest.rdf": (f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="{hidden(p + "RDF")}"/></rdf:RDF>', "application/rdf+xml"),
        "META-INF/documentsignatures.xml": (f"<document-signatures>{hidden(p + 'SIGNER')}</document-signatures>", ""),
        "Pictures/shown.png": (png(hidden(p + "PICTUREMETA"), 1), "image/png"),
        "Pictures/unused.png": (png(hidden(p + "UNUSEDPICTURE"), 2), "image/png"),
        "Pictures/drawn.svg": (f'<svg xmlns="http://www.w3.org/2000/svg"><text>{other(p + "SVGTEXT")}</text></svg>', "image/svg+xml"),
        "Object 1/content.xml": (chart(p), "text/xml"),
        "Object 1/meta.xml": (document("document-meta", f"<office:meta><meta:generator>{hidden(p + 'CHARTMETA')}</meta:generator></office:meta>"), "text/xml"),
        "Object 1/": ("", TYPE + "chart"),
        "Object 2/content.xml": (formula(p), "text/xml"),
        "Object 2/": ("", TYPE + "formula"),
        "Object 3/content.xml": (document("document-content", f"<office:body><office:text><text:p>{hidden(p + 'EMBEDDEDTEXT')}</text:p></office:text></office:body>"), "text/xml"),
        "Object 3/": ("", TYPE + "text"),
        "ObjectReplacements/Object 1": ("VCLMTF " + other(p + "REPLACEMENT"), "application/x-openoffice-gdimetafile"),
        "ObjectReplacements/Object 3": (png(hidden(p + "REPLACEMENTMETA"), 3), "image/png"),
        "Object 4": ("\xd0\xcf" + hidden(p + "OLE"), "application/vnd.sun.star.oleobject"),
        "Fonts/a.ttf": (hidden(p + "FONTFILE"), "application/x-font-ttf"),
        "unknown/part.bin": (hidden(p + "UNKNOWNPART"), ""),
    }


def frames(p):
    """Frames that both kinds of document have."""
    place = 'svg:x="2cm" svg:y="12cm" svg:width="3cm" svg:height="2cm"'
    return f"""<draw:frame draw:name="{other(p + "FRAMENAME")}" draw:style-name="gr1" {place}><draw:text-box><text:p>{visible(p + "TEXTBOX")}</text:p></draw:text-box>
<svg:title>{other(p + "SVGTITLE")}</svg:title><svg:desc>{other(p + "SVGDESC")}</svg:desc></draw:frame>
<draw:frame {place}><draw:image xlink:href="Pictures/shown.png" xlink:type="simple"/></draw:frame>
<draw:frame {place}><draw:image xlink:href="Pictures/drawn.svg" xlink:type="simple"/></draw:frame>
<draw:frame {place}><draw:image xlink:href="file:///home/{hidden(p + "LINKEDPICTURE")}.png" xlink:type="simple"/></draw:frame>
<draw:frame {place}><draw:object xlink:href="./Object 1" xlink:type="simple"/><draw:image xlink:href="./ObjectReplacements/Object 1" xlink:type="simple"/></draw:frame>
<draw:frame {place}><draw:object xlink:href="./Object 2" xlink:type="simple"/></draw:frame>
<draw:frame {place}><draw:object xlink:href="./Object 3" xlink:type="simple"/><draw:image xlink:href="./ObjectReplacements/Object 3" xlink:type="simple"/></draw:frame>
<draw:frame {place}><draw:object-ole xlink:href="./Object 4" xlink:type="simple"/></draw:frame>
<draw:frame {place}><draw:plugin xlink:href="file:///home/{hidden(p + "PLUGIN")}.mp4" draw:mime-type="{hidden(p + "PLUGINTYPE")}"/></draw:frame>
<draw:frame {place}><draw:floating-frame xlink:href="http://{hidden(p + "FLOATINGFRAME")}.example/"/></draw:frame>
<draw:custom-shape draw:style-name="gr1" {place}><text:p>{visible(p + "SHAPE")}</text:p><draw:enhanced-geometry draw:type="rectangle" svg:viewBox="0 0 21600 21600" draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 Z N"/></draw:custom-shape>
<draw:g draw:name="{other(p + "GROUPNAME")}"><draw:rect {place}><text:p>{visible(p + "GROUPED")}</text:p></draw:rect></draw:g>"""


def styles(p, extra, masters):
    return document("document-styles", f"""<office:font-face-decls><style:font-face style:name="Serif" svg:font-family="Serif"><svg:font-face-src><svg:font-face-uri xlink:href="Fonts/a.ttf"/></svg:font-face-src></style:font-face></office:font-face-decls>
<office:styles><style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="{other(p + "STYLENAME")}" style:display-name="{other(p + "DISPLAYNAME")}" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="white" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="parent" style:family="text"><style:text-properties text:display="none"/></style:style>
<draw:gradient draw:name="{other(p + "GRADIENT")}" draw:style="linear" draw:start-color="#000000" draw:end-color="#ffffff"/>
<number:date-style style:name="N50"><number:day/><number:text>{other(p + "DATETEXT")}</number:text></number:date-style>
{extra}</office:styles>
<office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout></office:automatic-styles>
<office:master-styles>{masters}</office:master-styles>""")


AUTOMATIC = """<office:automatic-styles><style:style style:name="gr1" style:family="graphic"><style:graphic-properties draw:fill="none"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-size="1pt"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T4" style:family="text" style:parent-style-name="parent"/>
<style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
<style:style style:name="dp1" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>
</office:automatic-styles>"""


def inline(p):
    """Paragraphs that both kinds of document have."""
    split = visible(p + "SPLIT")
    broken = visible(p + "SOFTBREAK")
    return f"""<text:p>{visible(p + "BODY")} and <text:span text:style-name="T3">{split[:5]}</text:span>{split[5:7]}<text:span>{split[7:]}</text:span></text:p>
<text:p>{broken[:6]}<text:soft-page-break/>{broken[6:]} &#90;&#x51;X{visible(p + "ENTITY")[3:]} <![CDATA[{visible(p + "CDATA")}]]></text:p>
<text:p text:style-name="P9">x<text:span text:style-name="T1">{hidden(p + "HIDDENRUN")}</text:span><text:span text:style-name="T4">{hidden(p + "INHERITEDHIDDEN")}</text:span></text:p>
<text:p>y<text:span text:style-name="T2">{hidden(p + "TINY")}</text:span></text:p>
<text:p text:style-name="P1">{hidden(p + "HIDDENPARAGRAPHSTYLE")}</text:p>
<text:p><text:a xlink:type="simple" xlink:href="https://{other(p + "LINKTARGET")}.example/" office:title="{hidden(p + "LINKTITLE")}" office:name="{hidden(p + "LINKNAME")}">{visible(p + "LINKTEXT")}</text:a>
<text:a xlink:type="simple" xlink:href="file:///home/{hidden(p + "LOCALTARGET")}/a.odt">{visible(p + "LOCALLINKTEXT")}</text:a></text:p>
<text:p><text:author-name text:fixed="true">{visible(p + "AUTHORFIELD")}</text:author-name> <text:file-name text:display="full">{visible(p + "FILENAME")}</text:file-name></text:p>
<text:p xhtml:about="{hidden(p + "RDFAABOUT")}" xhtml:property="{hidden(p + "RDFAPROPERTY")}">z</text:p>
<text:p odd:attribute="{hidden(p + "ODDATTRIBUTE")}">u<odd:element>{hidden(p + "ODDELEMENT")}</odd:element><!-- {hidden(p + "XMLCOMMENT")} --><?pi {hidden(p + "XMLINSTRUCTION")}?></text:p>
<table:table table:name="{other(p + "TABLENAME")}"><table:table-column/><table:table-row><table:table-cell office:value-type="string" office:string-value="{other(p + "CELLVALUE")}"><text:p>{visible(p + "CELL")}</text:p></table:table-cell></table:table-row></table:table>"""


def text_document():
    p = "T"
    body = f"""<office:scripts><office:script script:language="ooo:Basic">{hidden(p + "OFFICESCRIPT")}</office:script></office:scripts>{AUTOMATIC}
<office:body><office:text><office:forms><form:form form:name="{hidden(p + "FORMNAME")}"><form:text form:name="a" form:id="c1" form:current-value="{hidden(p + "FORMVALUE")}"/></form:form></office:forms>
<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><office:change-info><dc:creator>{hidden(p + "CHANGEAUTHOR")}</dc:creator><dc:date>2026-01-02T03:04:05</dc:date></office:change-info><text:p>{hidden(p + "DELETED")}</text:p></text:deletion></text:changed-region>
<text:changed-region text:id="ct2"><text:insertion><office:change-info><dc:creator>Elinor Vask</dc:creator><dc:date>2026-01-02T03:04:05</dc:date><text:p>{hidden(p + "CHANGECOMMENT")}</text:p></office:change-info></text:insertion></text:changed-region></text:tracked-changes>
<text:variable-decls><text:variable-decl text:value-type="string" text:name="{hidden(p + "VARIABLENAME")}"/></text:variable-decls>
<text:sequence-decls><text:sequence-decl text:display-outline-level="0" text:name="{hidden(p + "SEQUENCENAME")}"/></text:sequence-decls>
<text:user-field-decls><text:user-field-decl office:value-type="string" office:string-value="{hidden(p + "USERFIELDVALUE")}" text:name="uf"/></text:user-field-decls>
<text:dde-connection-decls><text:dde-connection-decl office:name="d" office:dde-application="{hidden(p + "DDEAPPLICATION")}" office:dde-topic="t" office:dde-item="i"/></text:dde-connection-decls>
<text:h text:outline-level="1">{visible(p + "HEADING")}</text:h>{inline(p)}
<text:list><text:list-item><text:p>{visible(p + "LISTITEM")}</text:p></text:list-item></text:list>
<text:p>before<text:change text:change-id="ct1"/>after <text:change-start text:change-id="ct2"/>{visible(p + "INSERTED")}<text:change-end text:change-id="ct2"/></text:p>
<text:p>n<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>{visible(p + "FOOTNOTE")}</text:p></text:note-body></text:note>
<text:note text:id="ftn2" text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>{visible(p + "ENDNOTE")}</text:p></text:note-body></text:note></text:p>
<text:p>c<office:annotation office:name="{hidden(p + "COMMENTNAME")}"><dc:creator>{hidden(p + "COMMENTAUTHOR")}</dc:creator><dc:date>2026-01-02T03:04:05</dc:date><meta:creator-initials>{hidden(p + "COMMENTINITIALS")}</meta:creator-initials><text:p>{hidden(p + "COMMENT")}</text:p></office:annotation>commented<office:annotation-end office:name="x"/></text:p>
<text:p>h<text:hidden-text text:condition="ooow:1" text:string-value="{hidden(p + "HIDDENTEXTVALUE")}">{hidden(p + "HIDDENTEXT")}</text:hidden-text></text:p>
<text:p>{hidden(p + "HIDDENPARAGRAPH")}<text:hidden-paragraph text:condition="ooow:{hidden(p + "HIDDENCONDITION")}" text:is-hidden="true"/></text:p>
<text:section text:name="{other(p + "SECTIONNAME")}" text:display="none"><text:p>{hidden(p + "HIDDENSECTION")}</text:p></text:section>
<text:section text:name="S2" text:protected="true"><text:section-source xlink:href="file:///home/{hidden(p + "SECTIONSOURCE")}.odt" text:section-name="x"/><text:p>{visible(p + "LINKEDSECTION")}</text:p></text:section>
<text:p><text:conditional-text text:condition="ooow:a" text:string-value-if-true="{hidden(p + "IFTRUE")}" text:string-value-if-false="{hidden(p + "IFFALSE")}">{visible(p + "CONDITIONAL")}</text:conditional-text>
<text:variable-set text:name="v" text:formula="ooow:{hidden(p + "VARIABLEFORMULA")}" office:value-type="string" office:string-value="{hidden(p + "VARIABLEVALUE")}">{visible(p + "VARIABLESHOWN")}</text:variable-set>
<text:user-field-get text:name="uf">{visible(p + "USERFIELD")}</text:user-field-get>
<text:database-display text:table-name="{hidden(p + "DATABASETABLE")}" text:database-name="{hidden(p + "DATABASENAME")}" text:column-name="c">{visible(p + "DATABASESHOWN")}</text:database-display>
<text:placeholder text:placeholder-type="text" text:description="{hidden(p + "PLACEHOLDERHINT")}">{visible(p + "PLACEHOLDER")}</text:placeholder>
<text:date text:date-value="2026-01-02" text:fixed="true">{visible(p + "DATESHOWN")}</text:date>
<text:bookmark-ref text:reference-format="text" text:ref-name="{hidden(p + "REFERENCENAME")}">{visible(p + "REFERENCE")}</text:bookmark-ref>
<text:bibliography-mark text:bibliography-type="book" text:author="{hidden(p + "BIBAUTHOR")}" text:title="{hidden(p + "BIBTITLE")}">{visible(p + "BIBSHOWN")}</text:bibliography-mark>
<text:script script:language="JavaScript">{hidden(p + "INLINESCRIPT")}</text:script><text:execute-macro text:name="{hidden(p + "MACRONAME")}">{visible(p + "MACROSHOWN")}</text:execute-macro></text:p>
<text:p><text:bookmark-start text:name="{other(p + "BOOKMARK")}"/>b<text:bookmark-end text:name="{words and list(words)[-1]}"/><text:reference-mark text:name="{hidden(p + "REFERENCEMARK")}"/><text:toc-mark text:string-value="{hidden(p + "TOCMARK")}" text:outline-level="1"/><text:alphabetical-index-mark text:string-value="{hidden(p + "INDEXMARK")}" text:key1="{hidden(p + "INDEXKEY")}"/></text:p>
<text:p><text:drop-down text:name="{hidden(p + "DROPNAME")}"><text:label text:value="{hidden(p + "DROPLABEL")}"/>{visible(p + "DROPDOWN")}</text:drop-down> <loext:content-control loext:alias="{hidden(p + "CONTROLALIAS")}"><loext:list-item loext:value="{hidden(p + "CONTROLITEM")}"/>{visible(p + "CONTENTCONTROL")}</loext:content-control></text:p>
<text:p><text:ruby><text:ruby-base>{visible(p + "RUBYBASE")}</text:ruby-base><text:ruby-text>{visible(p + "RUBYTEXT")}</text:ruby-text></text:ruby></text:p>
<text:p><field:fieldmark-start text:name="{hidden(p + "FIELDMARK")}" field:type="vnd.oasis.opendocument.field.FORMTEXT"><field:param field:name="Name" field:value="{hidden(p + "FIELDPARAMETER")}"/></field:fieldmark-start>{visible(p + "FORMTEXT")}<field:fieldmark-end/></text:p>
<text:table-of-content text:name="{other(p + "TOCNAME")}"><text:table-of-content-source text:outline-level="1"><text:index-title-template>{other(p + "TOCTEMPLATE")}</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title text:name="t"><text:p>{visible(p + "TOCTITLE")}</text:p></text:index-title><text:p><text:a xlink:type="simple" xlink:href="#1.{hidden(p + "TOCLINK")}|outline">{visible(p + "TOCENTRY")}</text:a></text:p></text:index-body></text:table-of-content>
<text:p text:style-name="{'ZQX' + p + 'STYLENAME'}">{frames(p)}</text:p>
<text:p><draw:a xlink:type="simple" xlink:href="https://{other(p + "DRAWLINK")}.example/"><draw:frame svg:width="1cm" svg:height="1cm"><draw:text-box><text:p>linked</text:p></draw:text-box></draw:frame></draw:a></text:p>
</office:text></office:body>"""
    masters = f"""<style:master-page style:name="Standard" style:page-layout-name="pm1"><style:header><text:p>{visible(p + "HEADER")}</text:p></style:header><style:header-left><text:p>{visible(p + "HEADERLEFT")}</text:p></style:header-left><style:footer><text:p>{visible(p + "FOOTER")}</text:p></style:footer></style:master-page>"""
    extra = f"""<text:list-style style:name="{other(p + "LISTSTYLE")}"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="{other(p + "LISTPREFIX")}"/></text:list-style>"""
    parts = side_parts(p)
    parts["content.xml"] = (document("document-content", body), "text/xml")
    parts["styles.xml"] = (styles(p, extra, masters), "text/xml")
    return TYPE + "text", parts


def presentation():
    p = "P"
    place = 'svg:x="2cm" svg:y="2cm" svg:width="10cm" svg:height="3cm"'
    box = '<draw:frame %s><draw:text-box>%s</draw:text-box></draw:frame>'
    paragraphs, _, table = inline(p).partition("<table:table ")
    body = f"""<office:scripts><office:script script:language="ooo:Basic">{hidden(p + "OFFICESCRIPT")}</office:script></office:scripts>{AUTOMATIC}
<office:body><office:presentation><presentation:footer-decl presentation:name="ftr1">{visible(p + "FOOTERDECL")}</presentation:footer-decl>
<presentation:header-decl presentation:name="hdr1">{visible(p + "HEADERDECL")}</presentation:header-decl><presentation:date-time-decl presentation:name="dtd1" presentation:source="fixed">{visible(p + "DATEDECL")}</presentation:date-time-decl>
<draw:page draw:name="{other(p + "PAGENAME")}" draw:master-page-name="Default" presentation:use-footer-name="ftr1">
<draw:frame presentation:class="title" {place}><draw:text-box><text:p>{visible(p + "TITLE")}</text:p></draw:text-box></draw:frame>
{box % (place, paragraphs)}<draw:frame {place}><table:table {table}</draw:frame>{frames(p)}
{box % ('svg:x="-20cm" svg:y="1cm" svg:width="5cm" svg:height="2cm"', "<text:p>" + hidden(p + "OFFPAGE") + "</text:p>")}
<draw:rect draw:display="none" {place}><text:p>{hidden(p + "HIDDENSHAPE")}</text:p></draw:rect>
<draw:rect {place}><office:event-listeners><presentation:event-listener script:event-name="dom:click" presentation:action="sound" xlink:href="file:///home/{hidden(p + "EVENTTARGET")}"><presentation:sound xlink:href="file:///home/{hidden(p + "SOUND")}.wav"/></presentation:event-listener></office:event-listeners><text:p>{visible(p + "EVENTSHAPE")}</text:p></draw:rect>
<draw:control draw:control="{hidden(p + "CONTROL")}" {place}/>
<office:annotation><dc:creator>{hidden(p + "COMMENTAUTHOR")}</dc:creator><dc:date>2026-01-02T03:04:05</dc:date><text:p>{hidden(p + "COMMENT")}</text:p></office:annotation>
<anim:par presentation:node-type="timing-root"><anim:audio xlink:href="file:///home/{hidden(p + "ANIMATIONSOUND")}.wav"/></anim:par>
<presentation:notes>{box % (place, "<text:p>" + hidden(p + "NOTES") + "</text:p>")}</presentation:notes></draw:page>
<draw:page draw:name="page2" draw:style-name="dp1" draw:master-page-name="Default">{box % (place, "<text:p>" + hidden(p + "HIDDENPAGE") + "</text:p>")}</draw:page>
<presentation:settings presentation:show="{hidden(p + "SETTINGSSHOW")}"><presentation:show presentation:name="{hidden(p + "SHOWNAME")}" presentation:pages="page2"/></presentation:settings>
</office:presentation></office:body>"""
    masters = f"""<draw:layer-set><draw:layer draw:name="layout"/><draw:layer draw:name="{other(p + "LAYER")}"/></draw:layer-set>
<style:handout-master presentation:presentation-page-layout-name="AL0T0" style:page-layout-name="pm1">{box % (place, "<text:p>" + hidden(p + "HANDOUT") + "</text:p>")}</style:handout-master>
<style:master-page style:name="Default" style:page-layout-name="pm1">{box % (place, "<text:p>" + visible(p + "MASTER") + "</text:p>")}
<presentation:notes>{box % (place, "<text:p>" + hidden(p + "MASTERNOTES") + "</text:p>")}</presentation:notes></style:master-page>
<style:master-page style:name="{other(p + "MASTERNAME")}" style:page-layout-name="pm1"/>"""
    parts = side_parts(p)
    parts["content.xml"] = (document("document-content", body), "text/xml")
    parts["styles.xml"] = (styles(p, "", masters), "text/xml")
    return TYPE + "presentation", parts


def write(path, media_type, parts):
    entry = '<manifest:file-entry manifest:full-path="%s" manifest:media-type="%s"/>'
    manifest = ('<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
                + entry % ("/", media_type) + "".join(entry % (name, kind) for name, (_, kind) in parts.items()) + "</manifest:manifest>")
    token = hidden(path.suffix[1:].upper() + "ZIPCOMMENT")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), media_type, zipfile.ZIP_STORED)
        for name, content in [("META-INF/manifest.xml", (manifest, ""))] + list(parts.items()):
            info = zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10))
            info.compress_type = zipfile.ZIP_DEFLATED
            if not name.endswith("/"):
                data = content[0]
                package.writestr(info, data if isinstance(data, bytes) else data.encode())
        package.comment = token.encode()


def main():
    folder = pathlib.Path(sys.argv[1])
    lists = []
    for name, make in (("planted.odt", text_document), ("planted.odp", presentation)):
        words.clear()
        write(folder / name, *make())
        lists += [f"{name} {kind} {token}" for token, kind in sorted(words.items())]
    (folder / "planted.txt").write_text("\n".join(lists) + "\n")


if __name__ == "__main__":
    main()
