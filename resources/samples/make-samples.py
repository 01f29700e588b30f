#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the sample work files. Everybody and everything in them is invented; numbers are from ranges that are reserved for
examples. The same script gives the same bytes.

    make-samples.py [FOLDER]
"""
import pathlib
import sys
import zipfile

import pdfml as f
import sheetml as x
import slideml as s
import wordml as w

EDITOR, COUNSEL = "Tomas Verlyne", "Ingrid Halvarsen"
EDITED, REVIEWED = "2026-02-24T16:42:00Z", "2026-02-25T09:15:00Z"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TIME = (2026, 2, 25, 9, 20, 0)


def opening():
    return [
        w.paragraph(w.picture("rIdLogo", 1, "halden-roake-logo.png", "Logo of Halden Roake Advisory", 1828800, 457200)),
        w.paragraph("Halden Roake Advisory LLP", style="Title"),
        w.paragraph("14 Fennel Court, Harrowgate Mews\nLondon EC2A 9ZZ"),
        w.paragraph("25 February 2026"),
        w.paragraph("Dr. Mirelle Osterwick\nChief Operating Officer\nQuillfen Logistics GmbH\nLindenallee 27\n20148 Hamburg"),
        w.paragraph(w.bold("Engagement letter: Project Nightjar"), " (reference HR-2026-0417)"),
        w.paragraph("Dear Dr. Osterwick,"),
        # a name and an address that stand in several runs, as editing leaves them
        w.paragraph("Thank you for meeting ", w.run("Tom"), '<w:proofErr w:type="spellStart"/>', w.bold("as Ver"), w.run("lyne"),
                    '<w:proofErr w:type="spellEnd"/>', " and me last week. This letter sets out the terms on which "
                    "Halden Roake Advisory LLP (\"the Firm\") will advise Quillfen Logistics GmbH (\"the Client\") on the carve-out of its "
                    "cold-chain division", w.note_reference("footnote", 1), "."),
        w.paragraph("Please send comments to ", w.run("mirelle.oster"), w.italic("wick@quill"), w.run("fen.example"),
                    " by the end of the month, or call me on +44 20 7946 0958."),
    ]


def scope():
    return [
        w.paragraph("1. Scope of work", style="Heading1"),
        w.paragraph("The Firm will carry out the following work:"),
        w.item("Review of the supplier contracts that ", w.commented(w.run("Ingrid Halvarsen"), 0), " listed in her note of 12 February."),
        w.item("A separation model, with ", w.deleted("three", 901, EDITOR, EDITED), w.inserted("four", 902, EDITOR, EDITED), " cases."),
        w.item("A briefing for the supervisory board, chaired by Prof. Anselm Brackwater", w.note_reference("endnote", 1), "."),
        w.item("Two interim reports:"),
        w.item("data room findings, and", level=1),
        w.item("a draft of the transitional services agreement.", level=1),
        w.paragraph("The working files are kept at ", w.hyperlink("rIdRoom", "the project room"),
                    ". Access goes through the service account; its key until the rotation in April is ",
                    w.run("AKIAINVENTEDK3YZ5WQ2", '<w:rFonts w:ascii="DejaVu Sans Mono" w:hAnsi="DejaVu Sans Mono"/>'), "."),
    ]


def fees():
    return [
        w.paragraph("2. Fees", style="Heading1"),
        w.table([["Role", "Name", "Days", "Day rate"],
                 ["Partner", "Ingrid Halvarsen", "6", "EUR 2,400"],
                 ["Manager", "Tomas Verlyne", "18", "EUR 1,650"],
                 ["Analyst", "Oluwaseun Tarbuck", "30", "EUR 980"]], [2200, 3200, 1400, 2200]),
        w.paragraph(),
        w.paragraph("Invoices are due within ", w.deleted("30", 903, COUNSEL, REVIEWED), w.inserted("21", 904, COUNSEL, REVIEWED),
                    " days to IBAN GB82 WEST 1234 5698 7654 32. The deposit was paid with the corporate card 4242 4242 4242 4242; the "
                    "Client's refunds go to DE89 3704 0044 0532 0130 00."),
        w.paragraph(w.commented(w.run("The fee cap is EUR 68,000."), 1),
                    w.hidden(" Internal: we would go down to EUR 59,500 if Brackwater insists.")),
        w.paragraph(w.text_box(2, "Text Box 2", w.paragraph(w.bold("Contact for urgent matters")) + w.paragraph(
            "Oluwaseun Tarbuck, +1 212 555 0147, oluwaseun.tarbuck@haldenroake.example"), 4572000, 640080)),
    ]


def closing():
    return [
        w.paragraph("3. Confidentiality", style="Heading1"),
        w.paragraph("Everything that the Client discloses about Project Nightjar is confidential. The Firm may name neither the Client nor "
                    "Mirelle Osterwick in any material without ", w.italic("prior written"), " consent."),
        w.paragraph("Questions about this letter: ", w.hyperlink("rIdMail", "ingrid.halvarsen@haldenroake.example"), "."),
        w.paragraph("Yours sincerely,", properties="<w:keepNext/>"),
        w.paragraph("Ingrid Halvarsen", properties="<w:keepNext/>"),
        w.paragraph("Partner, Halden Roake Advisory LLP"),
    ]


def document():
    section = ('<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>'
               '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1134" w:left="1417" w:header="708" '
               'w:footer="708" w:gutter="0"/></w:sectPr>')
    return w.part("w:document", f"<w:body>{''.join(opening() + scope() + fees() + closing())}{section}</w:body>")


def styles():
    def style(kind, identifier, name, based, properties, first=""):
        based = f'<w:basedOn w:val="{based}"/>' if based else ""
        return f'<w:style w:type="{kind}" {first}w:styleId="{identifier}"><w:name w:val="{name}"/>{based}{properties}</w:style>'

    defaults = ('<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/><w:sz w:val="22"/>'
                '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="264" w:lineRule="auto"/>'
                "</w:pPr></w:pPrDefault></w:docDefaults>")
    return w.part("w:styles", defaults + style("paragraph", "Normal", "Normal", "", "", 'w:default="1" ') + style(
        "paragraph", "Title", "Title", "Normal", '<w:rPr><w:b/><w:color w:val="1F3A56"/><w:sz w:val="36"/></w:rPr>') + style(
        "paragraph", "Heading1", "heading 1", "Normal",
        '<w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/></w:pPr>'
        '<w:rPr><w:b/><w:color w:val="1F3A56"/><w:sz w:val="28"/></w:rPr>') + style(
        "paragraph", "ListParagraph", "List Paragraph", "Normal", '<w:pPr><w:ind w:left="720"/></w:pPr>') + style(
        "paragraph", "CommentText", "annotation text", "Normal", '<w:rPr><w:sz w:val="20"/></w:rPr>') + style(
        "character", "CommentReference", "annotation reference", "", '<w:rPr><w:sz w:val="16"/></w:rPr>') + style(
        "character", "Hyperlink", "Hyperlink", "", '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>'))


def numbering():
    def level(number, form, text, left):
        return (f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr></w:lvl>')

    return w.part("w:numbering", '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>' + level(
        0, "decimal", "%1.", 720) + level(1, "lowerLetter", "%2)", 1080) + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')


def settings():
    return w.part("w:settings", '<w:trackRevisions/><w:defaultTabStop w:val="708"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/>'
                  '</w:footnotePr><w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr><w:compat><w:compatSetting '
                  'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
                  '<w:rsids><w:rsidRoot w:val="00A17C42"/><w:rsid w:val="00A17C42"/><w:rsid w:val="00D03B19"/></w:rsids>')


def comments():
    return w.part("w:comments", w.comment(0, EDITOR, "TV", EDITED, "Ingrid asked me to check the list again: Fenwick Carriers is missing.") +
                  w.comment(1, COUNSEL, "IH", REVIEWED, "Mirelle told me on the phone that they expect less than 65."))


def header():
    return w.part("w:hdr", w.paragraph("Halden Roake Advisory LLP\tStrictly confidential"))


def footer():
    return w.part("w:ftr", w.paragraph("HR-2026-0417, prepared by Tomas Verlyne \tPage ", w.field("PAGE", "1"), " of ", w.field("NUMPAGES", "2")))


def logo():
    """Two bars and a circle in two blues."""
    def colour_at(x, y):
        if (x - 36) ** 2 + (y - 36) ** 2 < 28 ** 2:
            return (31, 58, 86) if x + y < 72 else (92, 138, 178)
        if 84 < x < 270 and (16 < y < 32 or (40 < y < 56 and x < 220)):
            return (31, 58, 86) if y < 36 else (92, 138, 178)
        return (255, 255, 255)

    return w.png(288, 72, colour_at, {"Author": EDITOR, "Source": "C:\\Users\\tverlyne\\Pictures\\halden-roake-logo.psd"})


def core_properties():
    return (f'{w.DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            "<dc:title>Engagement letter Quillfen, Project Nightjar</dc:title><dc:subject>Carve-out of the cold-chain division</dc:subject>"
            f"<dc:creator>{EDITOR}</dc:creator><cp:keywords>Quillfen; Nightjar; engagement</cp:keywords>"
            f"<cp:lastModifiedBy>{COUNSEL}</cp:lastModifiedBy><cp:revision>7</cp:revision>"
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{EDITED}</dcterms:created>'
            f'<dcterms:modified xsi:type="dcterms:W3CDTF">{REVIEWED}</dcterms:modified></cp:coreProperties>')


def app_properties():
    return (f'{w.DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            "<Template>HR-Letter-2026.dotx</Template><TotalTime>214</TotalTime><Pages>2</Pages><Application>Microsoft Office Word</Application>"
            "<Manager>Ingrid Halvarsen</Manager><Company>Halden Roake Advisory LLP</Company>"
            "<HyperlinkBase>https://files.haldenroake.example/nightjar/</HyperlinkBase></Properties>")


def custom_properties():
    def text(number, name, value):
        return (f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr>'
                "</property>")

    return (f'{w.DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
            'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
            + text(2, "Client", "Quillfen Logistics GmbH") + text(3, "Matter", "HR-2026-0417") + "</Properties>")


def custom_xml():
    return (f'{w.DECLARATION}<matter xmlns="urn:haldenroake-example:matter"><client>Quillfen Logistics GmbH</client>'
            "<partner>Ingrid Halvarsen</partner><budget>59500</budget></matter>")


def custom_xml_properties():
    return (f'{w.DECLARATION}<ds:datastoreItem ds:itemID="{{6B1F0C52-4E0B-4B53-9C2E-3D1A7F5E9A10}}" '
            'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>')


def relationships(entries):
    lines = []
    for identifier, kind, target in entries:
        mode = ' TargetMode="External"' if "://" in target or target.startswith("mailto:") else ""
        kind = kind if "/" in kind else f"{OFFICE}/{kind}"
        lines.append(f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"{mode}/>')
    return f'{w.DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def content_types():
    overrides = {"word/document.xml": f"{WORD}.document.main+xml", "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
                 "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
                 "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
                 "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"}
    for name in ("styles", "numbering", "settings", "comments", "footnotes", "endnotes"):
        overrides[f"word/{name}.xml"] = f"{WORD}.{name}+xml"
    overrides["word/header1.xml"] = f"{WORD}.header+xml"
    overrides["word/footer1.xml"] = f"{WORD}.footer+xml"
    lines = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (f'{w.DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{lines}</Types>')


def engagement_letter():
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships([("rId1", "officeDocument", "word/document.xml"),
                                      ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                                      ("rId3", "extended-properties", "docProps/app.xml"), ("rId4", "custom-properties", "docProps/custom.xml")]),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relationships([
            ("rIdStyles", "styles", "styles.xml"), ("rIdNumbering", "numbering", "numbering.xml"), ("rIdSettings", "settings", "settings.xml"),
            ("rIdComments", "comments", "comments.xml"), ("rIdFootnotes", "footnotes", "footnotes.xml"),
            ("rIdEndnotes", "endnotes", "endnotes.xml"), ("rIdHeader", "header", "header1.xml"), ("rIdFooter", "footer", "footer1.xml"),
            ("rIdLogo", "image", "media/image1.png"), ("rIdXml", "customXml", "../customXml/item1.xml"),
            ("rIdRoom", "hyperlink", "https://rooms.haldenroake.example/nightjar?user=tverlyne"),
            ("rIdMail", "hyperlink", "mailto:ingrid.halvarsen@haldenroake.example")]),
        "word/styles.xml": styles(), "word/numbering.xml": numbering(), "word/settings.xml": settings(), "word/comments.xml": comments(),
        "word/footnotes.xml": w.notes("footnote", ["Agreed with Dr. Osterwick by telephone on 18 February 2026."]),
        "word/endnotes.xml": w.notes("endnote", ["Anselm Brackwater can be reached at a.brackwater@quillfen.example."]),
        "word/header1.xml": header(), "word/footer1.xml": footer(), "word/media/image1.png": logo(),
        "customXml/item1.xml": custom_xml(), "customXml/itemProps1.xml": custom_xml_properties(),
        "customXml/_rels/item1.xml.rels": relationships([("rId1", "customXmlProps", "itemProps1.xml")]),
        "docProps/core.xml": core_properties(), "docProps/app.xml": app_properties(), "docProps/custom.xml": custom_properties(),
    }


def fees_sheet():
    team = [("Ingrid Halvarsen", "Partner", 6, 2400), ("Tomas Verlyne", "Manager", 18, 1650), ("Oluwaseun Tarbuck", "Analyst", 30, 980)]
    rows = [x.row(1, [x.cell(f"{column}1", text, x.HEADER) for column, text in zip("ABCDE", ("Name", "Role", "Days", "Day rate", "Fee"))])]
    for number, (name, role, days, rate) in enumerate(team, 2):
        rows.append(x.row(number, [x.cell(f"A{number}", name), x.cell(f"B{number}", role), x.cell(f"C{number}", days),
                                   x.cell(f"D{number}", rate, 1), x.cell(f"E{number}", days * rate, 1, f"C{number}*D{number}")]))
    total = sum(days * rate for _, _, days, rate in team)
    rows.append(x.row(5, [x.cell("A5", "Total"), x.cell("E5", total, 1, "SUM(E2:E4)")]))
    rows.append(x.row(6, [x.cell("A6", "Cap agreed with Mirelle Osterwick"), x.cell("E6", 68000, 1)]))
    rows.append(x.row(7, [x.cell("A7", "We would go down to"), x.cell("E7", 59500, 1)], hidden=True))
    rows.append(x.row(8, [x.cell("A8", "Invoice to Quillfen Logistics GmbH", 0, '"Invoice to "&Client!B2')]))
    return x.sheet(rows, x.frozen_header() + '<cols><col min="1" max="1" width="34" customWidth="1"/></cols>',
                   "<headerFooter><oddHeader>&amp;LHalden Roake Advisory LLP&amp;RProject Nightjar</oddHeader></headerFooter>"
                   '<drawing r:id="rIdDrawing"/><legacyDrawing r:id="rIdShapes"/>')


def client_sheet():
    facts = [("Client", "Quillfen Logistics GmbH", 0), ("Contact", "Dr. Mirelle Osterwick", 0), ("E-mail", "mirelle.osterwick@quillfen.example", 0),
             ("Telephone", 491701234567, 3), ("Born", 28549, 2), ("IBAN", "DE89 3704 0044 0532 0130 00", 0)]
    return x.sheet([x.row(number, [x.cell(f"A{number}", label), x.cell(f"B{number}", value, style)])
                    for number, (label, value, style) in enumerate(facts, 2)],
                   '<cols><col min="2" max="2" width="38" customWidth="1"/></cols>')


def margins_sheet():
    return x.sheet([x.row(1, [x.cell("A1", "Margin on Nightjar"), x.cell("B1", 0.41)]),
                    x.row(2, [x.cell("A2", "Key of the data room until April"), x.cell("B2", "AKIAINVENTEDK3YZ5WQ2")])])


def note_shapes():
    return ('<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
            'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
            'path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden">'
            '<x:ClientData ObjectType="Note"><x:Row>5</x:Row><x:Column>4</x:Column></x:ClientData></v:shape></xml>')


def fee_model():
    names = ["Ingrid Halvarsen", "Tomas Verlyne", "Oluwaseun Tarbuck"]
    sheets = [("Fees", ""), ("Client", ""), ("Margins", ' state="hidden"')]
    overrides = {"xl/workbook.xml": f"{x.TYPES}.sheet.main+xml", "xl/styles.xml": f"{x.TYPES}.styles+xml", "xl/comments1.xml": f"{x.TYPES}.comments+xml",
                 "xl/drawings/drawing1.xml": "application/vnd.openxmlformats-officedocument.drawing+xml",
                 "xl/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                 "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml"}
    overrides |= {f"xl/worksheets/sheet{i}.xml": f"{x.TYPES}.worksheet+xml" for i in (1, 2, 3)}
    lines = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return {
        "[Content_Types].xml": (f'{w.DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="vml" '
                                f'ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>{lines}</Types>'),
        "_rels/.rels": relationships([("rId1", "officeDocument", "xl/workbook.xml"),
                                      ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")]),
        "xl/workbook.xml": x.workbook(sheets, [("Osterwick_cap", "Fees!$E$6")]),
        "xl/_rels/workbook.xml.rels": relationships([(f"rIdSheet{i}", "worksheet", f"worksheets/sheet{i}.xml") for i in (1, 2, 3)]
                                                    + [("rIdStyles", "styles", "styles.xml")]),
        "xl/worksheets/sheet1.xml": fees_sheet(), "xl/worksheets/sheet2.xml": client_sheet(), "xl/worksheets/sheet3.xml": margins_sheet(),
        "xl/worksheets/_rels/sheet1.xml.rels": relationships([("rIdDrawing", "drawing", "../drawings/drawing1.xml"),
                                                              ("rIdShapes", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
                                                              ("rIdNotes", "comments", "../comments1.xml")]),
        "xl/drawings/drawing1.xml": x.drawing("rIdChart", (6, 1), (13, 16)),
        "xl/drawings/_rels/drawing1.xml.rels": relationships([("rIdChart", "chart", "../charts/chart1.xml")]),
        "xl/drawings/vmlDrawing1.vml": note_shapes(),
        "xl/charts/chart1.xml": x.bar_chart("Fees of Project Nightjar", names, "Fees!$A$2:$A$4", [14400, 29700, 29400], "Fees!$E$2:$E$4"),
        "xl/comments1.xml": x.notes(EDITOR, [("E6", "Anselm Brackwater signed this off by telephone.")]),
        "xl/styles.xml": x.styles(), "docProps/core.xml": core_properties(),
    }


def deck_slides():
    footer = s.box(9, "Footer", (36, 372, 500, 22), ["Halden Roake Advisory LLP · confidential"], 10)
    return [
        s.slide([s.box(2, "Title", (36, 110, 640, 70), ["Project Nightjar: interim report"], 34, True, kind="title"),
                 s.box(3, "Subtitle", (36, 190, 640, 80), ["Prepared for Dr. Mirelle Osterwick, Quillfen Logistics GmbH",
                                                           "Ingrid Halvarsen and Tomas Verlyne, 25 February 2026"], 18), footer]),
        s.slide([s.box(2, "Title", (36, 24, 640, 50), ["What we found in the data room"], 26, True, kind="title"),
                 s.table(3, (36, 90, 640, 130), [("Finding", "Owner", "Amount"), ("Cold store lease in Hamburg", "Mirelle Osterwick", "€ 1.4 m"),
                                                 ("Supplier contract", "Brackwater Freight AG", "€ 620,000"), ("Open claims", "Oluwaseun Tarbuck", "€ 85,300")]),
                 s.box(4, "Contact", (36, 300, 360, 56), ["Questions: ingrid.halvarsen@haldenroake.example", "+44 20 7946 0958"], 14, fill="EEF1F4"),
                 s.box(5, "Draft", (760, 40, 200, 60), ["Old note: ask Anselm Brackwater about the price"], 12), footer]),
        s.slide([s.box(2, "Title", (36, 24, 640, 50), ["Price range, not for the client"], 26, True, kind="title"),
                 s.box(3, "Range", (36, 100, 640, 100), ["Lowest price that Quillfen would take: € 21.5 m"], 20), footer], hidden=True),
    ]


def interim_report():
    slides = deck_slides()
    parts = {f"ppt/slides/slide{i}.xml": text for i, text in enumerate(slides, 1)}
    kinds = {name: "slide" for name in parts} | {"ppt/presentation.xml": "presentation.main", "ppt/slideMasters/slideMaster1.xml": "slideMaster",
                                                 "ppt/slideLayouts/slideLayout1.xml": "slideLayout", "ppt/notesMasters/notesMaster1.xml": "notesMaster",
                                                 "ppt/notesSlides/notesSlide2.xml": "notesSlide"}
    overrides = {name: f"{s.TYPES}.{kind}+xml" for name, kind in kinds.items()}
    overrides |= {f"ppt/theme/theme{i}.xml": "application/vnd.openxmlformats-officedocument.theme+xml" for i in (1, 2)}
    overrides["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    lines = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    to_layout, to_master = ("rIdLayout", "slideLayout", "../slideLayouts/slideLayout1.xml"), ("rIdMaster", "slideMaster", "../slideMasters/slideMaster1.xml")
    return {
        "[Content_Types].xml": (f'{w.DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                                f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{lines}</Types>'),
        "_rels/.rels": relationships([("rId1", "officeDocument", "ppt/presentation.xml"),
                                      ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")]),
        "ppt/presentation.xml": s.presentation(len(slides)),
        "ppt/_rels/presentation.xml.rels": relationships([("rIdMaster", "slideMaster", "slideMasters/slideMaster1.xml"),
                                                          ("rIdNotesMaster", "notesMaster", "notesMasters/notesMaster1.xml"),
                                                          ("rIdTheme", "theme", "theme/theme1.xml")]
                                                         + [(f"rIdSlide{i}", "slide", f"slides/slide{i}.xml") for i in range(1, len(slides) + 1)]),
        **parts,
        "ppt/slides/_rels/slide1.xml.rels": relationships([to_layout]), "ppt/slides/_rels/slide3.xml.rels": relationships([to_layout]),
        "ppt/slides/_rels/slide2.xml.rels": relationships([to_layout, ("rIdNotes", "notesSlide", "../notesSlides/notesSlide2.xml")]),
        "ppt/notesSlides/notesSlide2.xml": s.notes("Do not mention that Brackwater Freight AG called on 24 February."),
        "ppt/notesSlides/_rels/notesSlide2.xml.rels": relationships([("rIdSlide", "slide", "../slides/slide2.xml"),
                                                                     ("rIdNotesMaster", "notesMaster", "../notesMasters/notesMaster1.xml")]),
        "ppt/slideMasters/slideMaster1.xml": s.master([]), "ppt/slideLayouts/slideLayout1.xml": s.layout(), "ppt/notesMasters/notesMaster1.xml": s.notes_master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationships([to_layout, ("rIdTheme", "theme", "../theme/theme1.xml")]),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relationships([to_master]),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relationships([("rIdTheme", "theme", "../theme/theme2.xml")]),
        "ppt/theme/theme1.xml": s.theme(), "ppt/theme/theme2.xml": s.theme(), "docProps/core.xml": core_properties(),
    }


def invoice_pages():
    team = [("Ingrid Halvarsen, partner", "6 days", "14,400.00"), ("Tomas Verlyne, manager", "18 days", "29,700.00"),
            ("Oluwaseun Tarbuck, analyst", "30 days", "29,400.00")]
    first = [f.text(72, 760, 16, "Halden Roake Advisory LLP", "F2"), f.text(72, 742, 10, "14 Fennel Court, Harrowgate Mews, London EC2A 9ZZ"),
             f.text(72, 690, 11, "Dr. Mirelle Osterwick"), f.text(72, 676, 11, "Quillfen Logistics GmbH"),
             f.text(72, 662, 11, "Lindenallee 27, 20148 Hamburg"), f.text(400, 690, 11, "Invoice HR-2026-0417-1", "F2"),
             f.text(400, 676, 11, "28 February 2026"), f.text(72, 620, 11, "For our work on Project Nightjar in February we ask for the following fees:"),
             f.rule(72, 604, 523)]
    for number, (who, days, amount) in enumerate(team):
        y = 586 - 20 * number
        first += [f.text(76, y, 11, who), f.text(330, y, 11, days), f.text(450, y, 11, amount), f.rule(72, y - 7, 523)]
    first += [f.text(76, 522, 11, "Total in euros", "F2"), f.text(450, 522, 11, "73,500.00", "F2"),
              f.text(72, 486, 11, "Please pay to IBAN DE89 3704 0044 0532 0130 00 by 31 March 2026. Questions go to"),
              f.text(72, 471, 11, "ingrid.halvarsen@haldenroake.example or +44 20 7946 0958."),
              f.text(72, 300, 9, "Internal: discount of 12 % agreed with Anselm Brackwater, do not show.", grey=1),
              b"/OC /Draft BDC\n", f.text(72, 240, 11, "Draft: Quillfen would also pay 80,000"), b"EMC\n"]
    second = [f.text(72, 760, 13, "Days worked", "F2"), f.text(72, 730, 11, "2 to 6 February: data room of Quillfen Logistics GmbH, with Oluwaseun Tarbuck."),
              f.text(72, 712, 11, "9 to 13 February: supplier contracts, among them Brackwater Freight AG."),
              f.text(72, 694, 11, "16 to 27 February: separation model; two calls with Dr. Mirelle Oster-"), f.text(72, 680, 11, "wick about the cold store in Hamburg.")]
    return b"".join(first), b"".join(second)


def invoice():
    file = f.File()
    file.add("<< /Type /Catalog /Pages 2 0 R /Outlines 11 0 R /Lang (en-GB) /OCProperties << /OCGs [10 0 R] /D << /OFF [10 0 R] >> >> >>")
    file.add("<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>")
    resources = "/Resources << /Font << /F1 7 0 R /F2 8 0 R >> /Properties << /Draft 10 0 R >> >>"
    for number, extra in ((5, " /Annots [9 0 R 13 0 R]"), (6, "")):
        file.add(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents {number} 0 R{extra} >>")
    for content in invoice_pages():
        file.stream(content)
    for name in ("Helvetica", "Helvetica-Bold"):
        file.add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
    file.add(b"<< /Type /Annot /Subtype /Link /Rect [72 468 270 482] /Border [0 0 0] /A << /S /URI /URI "
             + f.string("mailto:ingrid.halvarsen@haldenroake.example") + b" >> >>")
    file.add("<< /Type /OCG /Name (Draft for Tomas) >>")
    file.add("<< /Type /Outlines /Count 1 /First 12 0 R /Last 12 0 R >>")
    file.add("<< /Title (Days worked for Quillfen) /Parent 11 0 R /Dest [4 0 R /Fit] >>")
    file.add(b"<< /Type /Annot /Subtype /Text /Rect [530 680 548 698] /T " + f.string(EDITOR) + b" /Contents "
             + f.string("Mirelle Osterwick wants this split in two.") + b" >>")
    info = file.add(b"<< /Title " + f.string("Invoice to Quillfen Logistics GmbH") + b" /Author " + f.string(EDITOR)
                    + b" /CreationDate (D:20260228101500Z) /Producer (Halden Roake Billing 4) >>")
    return file.bytes(info)


def write_package(path, parts):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    folder.mkdir(parents=True, exist_ok=True)
    write_package(folder / "engagement-letter.docx", engagement_letter())
    write_package(folder / "fee-model.xlsx", fee_model())
    (folder / "invoice.pdf").write_bytes(invoice())
    write_package(folder / "interim-report.pptx", interim_report())


if __name__ == "__main__":
    main()
