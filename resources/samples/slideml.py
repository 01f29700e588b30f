# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pieces of PresentationML for the sample deck: slides of text boxes, tables and notes over one plain master."""
from xml.sax.saxutils import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = ('xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
              'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
              'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
TYPES = "application/vnd.openxmlformats-officedocument.presentationml"
POINT = 12700   # EMU
SIZE = (720, 405)
GROUP = ('<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
         '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>')
COLOURS = ("dk1 000000", "lt1 FFFFFF", "dk2 24405C", "lt2 EEF1F4", "accent1 2F6DA8", "accent2 C46A2B", "accent3 5B8C5A", "accent4 8A5A83",
           "accent5 4F7C86", "accent6 A08A2D", "hlink 1F5FBF", "folHlink 6B4FA0")


def frame(x, y, width, height, tag="a:xfrm"):
    return (f'<{tag}><a:off x="{x * POINT}" y="{y * POINT}"/><a:ext cx="{width * POINT}" cy="{height * POINT}"/></{tag}>')


def paragraphs(texts, size, bold=False):
    weight = ' b="1"' if bold else ""
    return "".join(f'<a:p><a:r><a:rPr lang="en-GB" sz="{size * 100}"{weight}/><a:t>{escape(text)}</a:t></a:r></a:p>' for text in texts)


def box(number, name, place, texts, size=18, bold=False, fill=None, kind=None):
    holder = f'<p:nvPr><p:ph type="{kind}"/></p:nvPr>' if kind else "<p:nvPr/>"
    paint = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else ""
    return (f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/>{holder}</p:nvSpPr><p:spPr>{frame(*place)}'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{paint}</p:spPr><p:txBody><a:bodyPr wrap="square"/><a:lstStyle/>'
            f'{paragraphs(texts, size, bold)}</p:txBody></p:sp>')


def table(number, place, rows):
    columns = len(rows[0])
    grid = f'<a:gridCol w="{place[2] * POINT // columns}"/>' * columns
    lines = "".join(f'<a:tr h="{26 * POINT}">' + "".join(f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs([text], 14)}</a:txBody><a:tcPr/></a:tc>"
                                                          for text in row) + "</a:tr>" for row in rows)
    return (f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="Table {number}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
            f'{frame(*place, tag="p:xfrm")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
            f'<a:tbl><a:tblPr firstRow="1" bandRow="1"/><a:tblGrid>{grid}</a:tblGrid>{lines}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>')


def tree(shapes):
    return f"<p:cSld><p:spTree>{GROUP}{''.join(shapes)}</p:spTree></p:cSld>"


def slide(shapes, hidden=False):
    mark = ' show="0"' if hidden else ""
    return f'{DECLARATION}<p:sld {NAMESPACES}{mark}>{tree(shapes)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>'


def notes(text):
    return (f'{DECLARATION}<p:notes {NAMESPACES}>{tree([box(2, "Notes", (60, 420, 420, 240), [text], 12, kind="body")])}'
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>")


def colour_map():
    return ('<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
            'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>')


def master(shapes):
    return (f'{DECLARATION}<p:sldMaster {NAMESPACES}>{tree(shapes)}{colour_map()}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rIdLayout"/>'
            "</p:sldLayoutIdLst></p:sldMaster>")


def notes_master():
    return f"{DECLARATION}<p:notesMaster {NAMESPACES}>{tree([])}{colour_map()}</p:notesMaster>"


def layout():
    return (f'{DECLARATION}<p:sldLayout {NAMESPACES} type="blank">{tree([])}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>')


def presentation(slides):
    names = "".join(f'<p:sldId id="{256 + i}" r:id="rIdSlide{i}"/>' for i in range(1, slides + 1))
    return (f'{DECLARATION}<p:presentation {NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rIdMaster"/></p:sldMasterIdLst>'
            f'<p:notesMasterIdLst><p:notesMasterId r:id="rIdNotesMaster"/></p:notesMasterIdLst><p:sldIdLst>{names}</p:sldIdLst>'
            f'<p:sldSz cx="{SIZE[0] * POINT}" cy="{SIZE[1] * POINT}"/><p:notesSz cx="{540 * POINT}" cy="{720 * POINT}"/></p:presentation>')


def theme():
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in (pair.split() for pair in COLOURS))
    fills = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    lines = '<a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office Theme"><a:themeElements>'
            f'<a:clrScheme name="Office">{colours}</a:clrScheme><a:fontScheme name="Office"><a:majorFont>{font}</a:majorFont>'
            f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>{fills}</a:fillStyleLst>'
            f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fills}</a:bgFillStyleLst>"
            "</a:fmtScheme></a:themeElements></a:theme>")
