# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pieces of a Word file as functions that return markup (ECMA-376 part 1, WordprocessingML)."""
import struct
import zlib
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def part(root, body, *extra):
    """A whole part with the namespaces that Word declares."""
    names = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f'{DECLARATION}<{root}{names} mc:Ignorable="w14 w15"{"".join(extra)}>{body}</{root}>'


def run(text, properties="", kind="w:t"):
    """A run; a tab and a line break in the text become the elements for them."""
    pieces = []
    for index, line in enumerate(text.split("\n")):
        if index:
            pieces.append("<w:br/>")
        for position, piece in enumerate(line.split("\t")):
            if position:
                pieces.append("<w:tab/>")
            if piece:
                pieces.append(f'<{kind} xml:space="preserve">{escape(piece)}</{kind}>')
    wrapped = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{wrapped}{''.join(pieces)}</w:r>"


def bold(text):
    return run(text, "<w:b/>")


def italic(text):
    return run(text, "<w:i/>")


def hidden(text):
    return run(text, "<w:vanish/>")


def paragraph(*content, style="", properties=""):
    """Plain strings in `content` become runs."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(piece if piece.startswith("<") else run(piece) for piece in content)
    head = f"<w:pPr>{style}{properties}</w:pPr>" if style or properties else ""
    return f"<w:p>{head}{inner}</w:p>"


def item(*content, number=1, level=0):
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(*content, style="ListParagraph", properties=numbering)


def table(rows, widths):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8A94A0"/>'
                      for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    lines = []
    for index, cells in enumerate(rows):
        columns = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(bold(cell) if index == 0 else cell)}</w:tc>'
            for cell, width in zip(cells, widths))
        lines.append(f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if index == 0 else ''}{columns}</w:tr>")
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>")


def field(code, result):
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def hyperlink(relationship, text):
    return f'<w:hyperlink r:id="{relationship}">{run(text, LINK)}</w:hyperlink>'


LINK = '<w:rStyle w:val="Hyperlink"/>'


def inserted(text, number, author, date):
    return f'<w:ins w:id="{number}" w:author={quoteattr(author)} w:date="{date}">{run(text)}</w:ins>'


def deleted(text, number, author, date):
    return f'<w:del w:id="{number}" w:author={quoteattr(author)} w:date="{date}">{run(text, kind="w:delText")}</w:del>'


def commented(content, number):
    return (f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>')


def comment(number, author, initials, date, text):
    return (f'<w:comment w:id="{number}" w:author={quoteattr(author)} w:initials="{initials}" w:date="{date}">'
            f"{paragraph(text, style='CommentText')}</w:comment>")


def note_reference(kind, number):
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def notes(kind, texts):
    """A part of footnotes or endnotes with the two separators that Word expects."""
    first = (f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
             f'<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}>')
    mark = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Ref/></w:r>'
    rest = "".join(f'<w:{kind} w:id="{number}">{paragraph(mark, " " + text)}</w:{kind}>' for number, text in enumerate(texts, 1))
    return part(f"w:{kind}s", first + rest)


def picture(relationship, number, name, description, width, height):
    """An inline picture; sizes in English Metric Units."""
    return (f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
            f'<wp:docPr id="{number}" name={quoteattr(name)} descr={quoteattr(description)}/><a:graphic>'
            f'<a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name={quoteattr(name)}/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>')


def text_box(number, name, content, width, height):
    """A text box as Word writes it: a shape, and its twin for programs that know only VML."""
    points = (width / 12700, height / 12700)
    shape = (f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
             f'<wp:docPr id="{number}" name={quoteattr(name)}/><a:graphic><a:graphicData uri="{NAMESPACES["wps"]}">'
             f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
             '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="F2F5F8"/></a:solidFill>'
             f'<a:ln w="9525"><a:solidFill><a:srgbClr val="8A94A0"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent>{content}'
             '</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>')
    twin = (f'<w:pict><v:rect id="box{number}" style="width:{points[0]:.0f}pt;height:{points[1]:.0f}pt" fillcolor="#f2f5f8">'
            f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:rect></w:pict>")
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
            f"<mc:Fallback>{twin}</mc:Fallback></mc:AlternateContent></w:r>")


def png(width, height, colour_at, texts):
    """An RGB picture from a function of x and y, with text chunks (PNG, second edition, 11.3.4)."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + b"".join(bytes(colour_at(x, y)) for x in range(width)) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    words = b"".join(chunk(b"tEXt", key.encode("latin-1") + b"\0" + text.encode("latin-1")) for key, text in texts.items())
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + words + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
