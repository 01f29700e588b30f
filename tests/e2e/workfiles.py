# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The work files that the end-to-end test drags in: the sample letter, and a workbook and slides with the same invented people."""
import pathlib
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/bench"))

import inputs  # noqa: E402

KEPT = "Day rate"
ROWS = [
    ("Client", "Quillfen Logistics GmbH", "Contact"), ("Lead", "Dr. Mirelle Osterwick", "mirelle.osterwick@quillfen.example"),
    ("Editor", "Tomas Verlyne", "+44 20 7946 0958"), ("Counsel", "Ingrid Halvarsen", "ingrid.halvarsen@halden.example"),
    ("Account", "GB82 WEST 1234 5698 7654 32", "Project Nightjar"), ("Card", "4111 1111 1111 1111", "tomas.verlyne@halden.example"),
    ("Office", "+1 202 555 0143", "accounts@quillfen.example"), (KEPT, "Mirelle Osterwick", "+44 20 7946 0121"),
]


def letter(path):
    shutil.copy(ROOT / "resources/samples/engagement-letter.docx", path)


def workbook(path):
    rows = "".join(f'<row r="{row}">' + "".join(
        f'<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>' for column, text in zip("ABC", texts)) + "</row>"
        for row, texts in enumerate(ROWS, 1))
    inputs.spreadsheet(path, "Fees", [f'<worksheet xmlns="{inputs.SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>'])


def slides(path):
    pages = [ROWS[:4], ROWS[4:]]
    inputs.presentation(path, [inputs.shape(2, "title", [[f"Fees, page {number}"]])
                               + inputs.shape(3, "body", [[f"{name}: ", f"{first}, {second}"] for name, first, second in page])
                               for number, page in enumerate(pages, 1)])


MAKERS = {"docx": letter, "xlsx": workbook, "pptx": slides}
