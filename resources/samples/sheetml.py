# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pieces of SpreadsheetML for the sample workbook: sheets, a chart, notes. Strings stand in the cells."""
from xml.sax.saxutils import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"

STYLES = ("General", "#,##0", "yyyy\\-mm\\-dd", "\\+00\\ 000\\ 0000000")
HEADER = 4   # bold on grey, behind the plain ones


def cell(reference, value, style=0, formula=None):
    mark = f' s="{style}"' if style else ""
    code = f"<f>{escape(formula)}</f>" if formula else ""
    if isinstance(value, (int, float)):
        return f'<c r="{reference}"{mark}>{code}<v>{value}</v></c>'
    if formula:
        return f'<c r="{reference}"{mark} t="str">{code}<v>{escape(value)}</v></c>'
    return f'<c r="{reference}"{mark} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def row(number, cells, hidden=False):
    mark = ' hidden="1"' if hidden else ""
    return f'<row r="{number}"{mark}>{"".join(cells)}</row>'


def sheet(rows, before="", after=""):
    return (f'{DECLARATION}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}'
            f'<sheetData>{"".join(rows)}</sheetData>{after}</worksheet>')


def frozen_header():
    return '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>'


def styles():
    own = [code for code in STYLES if code not in ("General", "#,##0")]
    numbers = {code: 164 + i for i, code in enumerate(own)} | {"General": 0, "#,##0": 3}
    formats = "".join(f'<numFmt numFmtId="{numbers[code]}" formatCode="{escape(code)}"/>' for code in own)
    cells = "".join(f'<xf numFmtId="{numbers[code]}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' for code in STYLES)
    return (f'{DECLARATION}<styleSheet xmlns="{MAIN}"><numFmts count="{len(own)}">{formats}</numFmts>'
            '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
            '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
            '<fill><patternFill patternType="solid"><fgColor rgb="FFE6E9ED"/></patternFill></fill></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
            f'<cellXfs count="{len(STYLES) + 1}">{cells}<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/></cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>')


def points(kind, values):
    items = "".join(f'<c:pt idx="{i}"><c:v>{escape(str(value))}</c:v></c:pt>' for i, value in enumerate(values))
    return f'<c:{kind}><c:ptCount val="{len(values)}"/>{items}</c:{kind}>'


def bar_chart(title, names, name_range, values, value_range):
    return (f'{DECLARATION}<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main"><c:chart><c:title><c:tx><c:rich><a:bodyPr/>'
            f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{escape(title)}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:autoTitleDeleted val="0"/>'
            '<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/>'
            f'<c:cat><c:strRef><c:f>{name_range}</c:f>{points("strCache", names)}</c:strRef></c:cat>'
            f'<c:val><c:numRef><c:f>{value_range}</c:f>{points("numCache", values)}</c:numRef></c:val></c:ser>'
            '<c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/>'
            '<c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/>'
            '</c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>')


def drawing(chart, first, last):
    def corner(name, at):
        return f"<xdr:{name}><xdr:col>{at[0]}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{at[1]}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>"

    return (f'{DECLARATION}<xdr:wsDr xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main"><xdr:twoCellAnchor>'
            f'{corner("from", first)}{corner("to", last)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>'
            '<xdr:cNvPr id="2" name="Fees chart" descr="Fees of the Nightjar team by person"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>'
            '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>'
            f'<a:graphicData uri="{DRAWING}/chart"><c:chart xmlns:c="{DRAWING}/chart" xmlns:r="{OFFICE}" r:id="{chart}"/></a:graphicData>'
            '</a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>')


def notes(author, entries):
    items = "".join(f'<comment ref="{reference}" authorId="0"><text><t>{escape(text)}</t></text></comment>' for reference, text in entries)
    return (f'{DECLARATION}<comments xmlns="{MAIN}"><authors><author>{escape(author)}</author></authors>'
            f"<commentList>{items}</commentList></comments>")


def workbook(sheets, names):
    tabs = "".join(f'<sheet name="{escape(name)}" sheetId="{i}"{state} r:id="rIdSheet{i}"/>' for i, (name, state) in enumerate(sheets, 1))
    defined = "".join(f'<definedName name="{name}">{escape(formula)}</definedName>' for name, formula in names)
    return (f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><bookViews><workbookView/></bookViews><sheets>{tabs}</sheets>'
            f"<definedNames>{defined}</definedNames></workbook>")
