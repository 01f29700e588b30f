#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A long PDF file through expunge-cli and through MuPDF: search, redact, save.

    pdf.py --cli expunge-cli [--pages N]

Prints pages a second of the processor, the most memory, and how many times as fast as MuPDF each is. Slowness is no failure.
"""
import argparse
import pathlib
import random
import shutil
import sys
import tempfile
import zlib

from measure import cost

SECONDS = 900
LINES = 52
TERM = "Quillfen"
MUPDF = ('var d=new PDFDocument(scriptArgs[0]);for(var i=0;i<d.countPages();++i){var p=d.loadPage(i),q=p.search("' + TERM + '");'
         'for(var j=0;j<q.length;++j){var a=p.createAnnotation("Redact"),b=q[j][0];a.setRect([b[0],b[1],b[6],b[7]]);a.setQuadPoints(q[j]);}'
         'if(q.length){if(p.applyRedactions){p.applyRedactions(true,0);}else{p.applyRedaction();}}}d.save(scriptArgs[1],"garbage=compact,compress");')


def line(chance, words, secret):
    """A line of kerned text, as the operand of TJ."""
    chosen = [chance.choice(words) for _ in range(11)]
    if secret:
        chosen[chance.randrange(11)] = TERM
    text, parts = " ".join(chosen), []
    while text:
        length = chance.randint(3, 9)
        parts.append(f"({text[:length]})")
        text = text[length:]
    return "[" + "".join(f"{part}{chance.randint(-40, 40)}" for part in parts) + "] TJ T*"


def make(path, pages):
    """`pages` pages with two terms a page, the same bytes for the same number."""
    chance = random.Random(7)
    words = ["".join(chance.choice("abcdefghijklmnoprstuvw") for _ in range(chance.randint(2, 10))) for _ in range(4000)]
    secrets = set(chance.sample(range(pages * LINES), 2 * pages))
    kids = b" ".join(b"%d 0 R" % (4 + 2 * page) for page in range(pages))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
               b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"]
    for page in range(pages):
        text = "\n".join(line(chance, words, page * LINES + at in secrets) for at in range(LINES))
        content = zlib.compress(f"BT /F1 11 Tf 14 TL 56 760 Td\n{text}\nET".encode())
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>" % (5 + 2 * page))
        objects.append(b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(content), content))
    out, table = bytearray(b"%PDF-1.7\n"), b"0000000000 65535 f \n"
    for number, body in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, start)
    path.write_bytes(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cli", required=True)
    parser.add_argument("--pages", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="expunge-bench-") as folder:
        work = pathlib.Path(folder)
        path, terms, script = work / "big.pdf", work / "terms", work / "redact.js"
        make(path, options.pages)
        terms.write_text(TERM + "\n")
        script.write_text(MUPDF)
        base = [options.cli, "--profile", str(work / "profile")]
        limits = ["--terms", str(terms), "--no-ocr"]
        taken = {"mutool run": cost(["mutool", "run", str(script), str(path), str(work / "peer.pdf")], SECONDS) if shutil.which("mutool") else None,
                 "expunge scan": cost([*base, "scan", str(path), "--json", *limits], SECONDS),
                 "expunge scrub and check": cost([*base, "scrub", str(path), "--out", str(work / "out"), "--no-sign", "--accept", "CUSTOM_TERM",
                                                  *limits], SECONDS)}
        peer = taken["mutool run"]
        for name, each in taken.items():
            if each:
                ratio = f"{peer.processor / each.processor:8.2f} x mutool" if peer else ""
                print(f"{name:24}{options.pages / each.processor:8.1f} pages/CPU s{each.megabytes:7.0f} MB{ratio}")
            else:
                print(f"{name:24} failed or not installed")
    return 1 if not taken["expunge scan"] or not taken["expunge scrub and check"] else 0


if __name__ == "__main__":
    sys.exit(main())
