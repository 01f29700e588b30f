#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The judges of the run over real files, on planted faults: each must be found, and what is right must pass."""
import base64
import io
import struct
import sys
import unittest
import zipfile
import zlib

import package
from readings import Term, leaks
from words import Source

SECRET = "Quillfen"
TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/></Types>')
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             '<Relationship Id="rId1" Type="t" Target="{}"/></Relationships>')
OFFICE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def archive(parts, comment=b"", prefix=b"", extra=b""):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as result:
        result.comment = comment
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.extra = extra
            result.writestr(entry, content)
    return prefix + stream.getvalue()


def png(kind, body):
    chunk = struct.pack(">I", len(body)) + kind + body
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", zlib.crc32(kind + body))


def package_of(document="<d/>", types=TYPES, target="word/document.xml", **parts):
    return archive({"[Content_Types].xml": types, "_rels/.rels": RELATIONS.format(target), "word/document.xml": document, **parts})


def found(data, term=Term(SECRET, True)):
    return any(True for _ in leaks(data, [term]))


class Leaks(unittest.TestCase):
    def test_a_secret_is_found_in_every_place(self):
        half = f"{SECRET[:4]}</w:t></w:r><w:r><w:t>{SECRET[4:]}"
        compressed = zlib.compress(SECRET.encode())
        extra = struct.pack("<HH", 0x7777, len(SECRET)) + SECRET.encode()
        wide = "".join(f"&#{ord(sign)};" for sign in SECRET)
        for name, data in {
            "runs": package_of(f"<w:p><w:r><w:t>{half}</w:t></w:r></w:p>"),
            "text box in a paragraph": package_of(f"<w:p><w:t>{SECRET[:4]}</w:t><w:pict><w:p><w:t>x</w:t></w:p></w:pict><w:t>{SECRET[4:]}</w:t></w:p>"),
            "references": package_of(f"<w:t>{wide}</w:t>"),
            "escapes": package_of(f"<t>_x0051_{SECRET[1:]}</t>"),
            "soft hyphen": package_of(f"<w:t>Quill\u00adfen</w:t>"),
            "attribute": package_of(f'<a b="{SECRET}"/>'),
            "comment": package_of(f"<a><!-- {SECRET} --></a>"),
            "instruction": package_of(f"<?a {SECRET}?><a/>"),
            "declaration": package_of(f"<!DOCTYPE a [<!ENTITY b '{SECRET}'>]><a/>"),
            "cdata": package_of(f"<a><![CDATA[{SECRET}]]></a>"),
            "field code": package_of(f"<w:p><w:instrText>LINK {SECRET[:3]}</w:instrText><w:instrText>{SECRET[3:]}</w:instrText></w:p>"),
            "UTF-16 markup": package_of(f"<a>{SECRET}</a>".encode("utf-16")),
            "markup that does not close": package_of(f"<a><p>{SECRET}"),
            "UTF-16 in bytes": package_of(**{"bin.bin": b"\x01" + SECRET.encode("utf-16-le")}),
            "base64": package_of(f"<a>{base64.b64encode(b'padding padding ' + SECRET.encode()).decode()}</a>"),
            "archive in the archive": package_of(**{"e.docx": package_of(f"<t>{SECRET}</t>")}),
            "archive comment": archive({"a.xml": "<a/>"}, comment=SECRET.encode()),
            "extra field": archive({"a.xml": "<a/>"}, extra=extra),
            "bytes before": archive({"a.xml": "<a/>"}, prefix=SECRET.encode()),
            "name of an entry": archive({f"{SECRET}.xml": "<a/>"}),
            "picture's text": package_of(**{"i.png": png(b"tEXt", b"Author\0" + SECRET.encode())}),
            "picture's compressed text": package_of(**{"i.png": png(b"zTXt", b"Author\0\0" + compressed)}),
        }.items():
            with self.subTest(name):
                self.assertTrue(found(data))

    def test_what_is_not_there_is_not_found(self):
        data = package_of(f"<w:p><w:t>{SECRET[:4]}</w:t></w:p><w:p><w:t>{SECRET[4:]}</w:t></w:p>")
        self.assertFalse(found(data))
        self.assertFalse(found(package_of(f"<{SECRET}/>")), "names of elements are the format's")
        self.assertFalse(found(package_of("<t>QUILLFEN</t>")), "its case counts")
        self.assertTrue(found(package_of("<t>QUILLFEN</t>"), Term(SECRET, False)))


class Packages(unittest.TestCase):
    def test_a_whole_package_has_no_fault(self):
        self.assertEqual(package.faults(package_of()), [])

    def test_faults_are_found(self):
        override = TYPES.replace("</Types>", '<Override PartName="/gone.xml" ContentType="a"/></Types>')
        for fault, data in {
            "dangling relationship": package_of(target="gone.xml"),
            "not there: gone.xml": package_of(types=override),
            "no content type": package_of(**{"word/a.bin": "x"}),
            "not well-formed": package_of("<d>"),
            "has no relationship": package_of(f'<d {OFFICE} r:id="rId7"/>'),
            "two entries": package_of(**{"WORD/document.xml": "<d/>"}),
            "no content types": archive({"a.xml": "<a/>"}),
            "no package": b"no archive",
        }.items():
            with self.subTest(fault):
                self.assertTrue(any(fault in each for each in package.faults(data)), package.faults(data))


class Words(unittest.TestCase):
    def test_words_are_those_that_a_person_reads(self):
        source = Source(package_of(f"<w:p><w:t>{SECRET} paragraph</w:t><w:instrText>MERGEFIELD Hidden</w:instrText></w:p>"
                                   "<paragraph/><w:p><w:delText>Deleted</w:delText></w:p>"))
        self.assertEqual(source.words(), [SECRET])

    def test_marks_of_notes_and_ruby_are_lines_of_their_own(self):
        note = "<text:note><text:note-citation>ii</text:note-citation><text:note-body/></text:note>"
        ruby = "<text:ruby><text:ruby-base>Tokyo</text:ruby-base><text:ruby-text>Touto</text:ruby-text></text:ruby>"
        source = Source(archive({"content.xml": f"<a><text:p>{SECRET}{note} and {ruby}</text:p></a>"}))
        self.assertEqual(source.words(), [SECRET, "Tokyo", "Touto"])

    def test_functions_of_formulas_are_the_format_s_own(self):
        formula = '<table:table-cell table:formula="of:=SUMIF([.A1:.A9];2)"/>'
        source = Source(archive({"content.xml": f"<a>{formula}<text:p>Sumif</text:p><text:p>{SECRET}</text:p></a>"}))
        self.assertEqual(source.words(), [SECRET])

    def test_the_same_seed_takes_the_same_terms(self):
        text = " ".join(f"Word{chr(97 + index) * 4}" for index in range(20))
        first, second = (Source(package_of(f"<w:p><w:t>{text}</w:t></w:p>")).terms(1, 3) for _ in range(2))
        self.assertEqual([term.line() for term in first], [term.line() for term in second])
        self.assertEqual(len(first), 4)


if __name__ == "__main__":
    sys.exit(unittest.main())
