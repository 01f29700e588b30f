# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Big invented work files of any size, the same bytes for the same size."""
import itertools
import zipfile

TERMS = ["Quillfen", "Verlyne"]
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument."
NOUNS = "pallet crate invoice depot ledger gasket valve tariff quota lorry berth manifest binder relay spool".split()
PLACES = "north south east west upper lower inner outer".split()
COLUMNS = "ABCDEFGHIJ"


def phrase(number):
    """A few words that hardly two numbers share; every ninetieth has a term."""
    words = f"{PLACES[number % 8]} {NOUNS[number % 15]} {number * 7919 % 1000003}"
    return f"{words} {TERMS[number // 90 % 2]}" if number % 90 == 0 else words


def package(path, types, relations, parts):
    """Writes a package; `parts` gives names and pieces of text, so that no part stands whole in memory."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        def write(name, pieces):
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as stream:
                while block := "".join(itertools.islice(pieces, 20000)):
                    stream.write(block.encode())
        write("[Content_Types].xml", iter([
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
            *(f'<Override PartName="/{name}" ContentType="{TYPE}{kind}+xml"/>' for name, kind in types), "</Types>"]))
        for source, targets in relations.items():
            write(source, iter([f'<Relationships xmlns="{PACKAGE}/relationships">', *(
                f'<Relationship Id="rId{number}" Type="{RELATION}/{kind}" Target="{target}"/>'
                for number, (kind, target) in enumerate(targets, 1)), "</Relationships>"]))
        for name, pieces in parts:
            write(name, iter(pieces))


def workbook(path, cells, shared):
    """`cells` cells of text in ten columns, as shared strings or in the sheet itself."""
    rows = cells // len(COLUMNS)

    def sheet():
        yield f'<worksheet xmlns="{SPREADSHEET}"><sheetData>'
        for row in range(rows):
            yield f'<row r="{row + 1}">'
            for column, letter in enumerate(COLUMNS):
                number = row * len(COLUMNS) + column
                yield (f'<c r="{letter}{row + 1}" t="s"><v>{number}</v></c>' if shared else
                       f'<c r="{letter}{row + 1}" t="inlineStr"><is><t>{phrase(number)}</t></is></c>')
            yield "</row>"
        yield "</sheetData></worksheet>"

    def strings():
        yield f'<sst xmlns="{SPREADSHEET}" count="{rows * 10}" uniqueCount="{rows * 10}">'
        for number in range(rows * len(COLUMNS)):
            yield f"<si><t>{phrase(number)}</t></si>"
        yield "</sst>"
    spreadsheet(path, "Stock", sheet(), strings() if shared else None)


def spreadsheet(path, name, sheet, strings=None):
    """A workbook of one sheet."""
    book = [f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{RELATION}"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>']
    types = [("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet")]
    relations = {"_rels/.rels": [("officeDocument", "xl/workbook.xml")], "xl/_rels/workbook.xml.rels": [("worksheet", "worksheets/sheet1.xml")]}
    parts = [("xl/workbook.xml", book), ("xl/worksheets/sheet1.xml", sheet)]
    if strings:
        types.append(("xl/sharedStrings.xml", "spreadsheetml.sharedStrings"))
        relations["xl/_rels/workbook.xml.rels"].append(("sharedStrings", "sharedStrings.xml"))
        parts.append(("xl/sharedStrings.xml", strings))
    package(path, types, relations, parts)


def letter(path, paragraphs):
    """Paragraphs of six runs each, every second run bold."""
    def document():
        yield f'<w:document xmlns:w="{WORD}"><w:body>'
        for number in range(paragraphs):
            yield "<w:p>"
            for run in range(6):
                bold = "<w:rPr><w:b/></w:rPr>" if run % 2 else ""
                yield f'<w:r>{bold}<w:t xml:space="preserve">{phrase(number * 6 + run)} and </w:t></w:r>'
            yield "</w:p>"
        yield "<w:sectPr/></w:body></w:document>"
    package(path, [("word/document.xml", "wordprocessingml.document.main")],
            {"_rels/.rels": [("officeDocument", "word/document.xml")]}, [("word/document.xml", document())])


def shape(number, kind, lines):
    """A placeholder whose lines are pieces of text, every second one bold."""
    place = f'<p:ph type="{kind}"/>' if kind == "title" else '<p:ph idx="1"/>'
    text = "".join("<a:p>" + "".join(f'<a:r><a:rPr b="{index % 2}"/><a:t>{piece}</a:t></a:r>' for index, piece in enumerate(line)) + "</a:p>"
                   for line in lines)
    return (f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Shape {number}"/><p:cNvSpPr/><p:nvPr>{place}</p:nvPr></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/>{text}</p:txBody></p:sp>")


def tree(shapes=""):
    return ('<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
            f"{shapes}</p:spTree></p:cSld>")


def show(path, slides):
    """Slides with a title and eight lines of two runs."""
    def line(number):
        return [f"{phrase(number)} ", phrase(number + 1)]
    presentation(path, [shape(2, "title", [line(start)]) + shape(3, "body", [line(each) for each in range(start + 2, start + 18, 2)])
                        for start in range(0, slides * 18, 18)])


def presentation(path, slides):
    """Slides of the given shapes, on one layout."""
    spaces = f'xmlns:p="{SLIDES}" xmlns:a="{DRAWING}" xmlns:r="{RELATION}"'
    names = [f"ppt/slides/slide{number}.xml" for number in range(1, len(slides) + 1)]
    ids = "".join(f'<p:sldId id="{255 + number}" r:id="rId{number + 1}"/>' for number in range(1, len(slides) + 1))
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in zip(
        "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(), ["000000", "FFFFFF"] + ["336699"] * 10))
    fonts = "".join(f'<a:{name}><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:{name}>' for name in ("majorFont", "minorFont"))
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    theme = (f'<a:theme xmlns:a="{DRAWING}" name="Office Theme"><a:themeElements><a:clrScheme name="Office">{colours}</a:clrScheme>'
             f'<a:fontScheme name="Office">{fonts}</a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
             f'<a:lnStyleLst>{f"<a:ln>{fill}</a:ln>" * 3}</a:lnStyleLst><a:effectStyleLst>{"<a:effectStyle><a:effectLst/></a:effectStyle>" * 3}'
             f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>")
    mapping = ('<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
               'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>')
    fixed = [
        ("ppt/presentation.xml", "presentationml.presentation.main", f'<p:presentation {spaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" '
         f'r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
         "</p:presentation>"),
        ("ppt/slideMasters/slideMaster1.xml", "presentationml.slideMaster", f'<p:sldMaster {spaces}>{tree()}{mapping}<p:sldLayoutIdLst>'
         '<p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>'),
        ("ppt/slideLayouts/slideLayout1.xml", "presentationml.slideLayout", f"<p:sldLayout {spaces}>{tree()}<p:clrMapOvr><a:masterClrMapping/>"
         "</p:clrMapOvr></p:sldLayout>"),
        ("ppt/theme/theme1.xml", "theme", theme),
    ]
    relations = {
        "_rels/.rels": [("officeDocument", "ppt/presentation.xml")],
        "ppt/_rels/presentation.xml.rels": [("slideMaster", "slideMasters/slideMaster1.xml")] + [("slide", name[4:]) for name in names],
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": [("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")],
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": [("slideMaster", "../slideMasters/slideMaster1.xml")],
        **{f"ppt/slides/_rels/{name[11:]}.rels": [("slideLayout", "../slideLayouts/slideLayout1.xml")] for name in names},
    }
    parts = [(name, [text]) for name, _, text in fixed]
    for name, shapes in zip(names, slides):
        parts.append((name, [f"<p:sld {spaces}>{tree(shapes)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"]))
    package(path, [(name, kind) for name, kind, _ in fixed] + [(name, "presentationml.slide") for name in names], relations, parts)
