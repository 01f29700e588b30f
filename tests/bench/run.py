#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Big Office files through expunge-cli and through other programs, in one run.

    run.py --cli expunge-cli [--work FOLDER] [--only KIND,KIND] [--no-peers]

Each kind of file is made in three sizes. `wall` and `cpu` are seconds, `MB` is the most memory of one process, `grows` the exponent of
growth between the middle and the largest size (1: twice the size takes twice the processor). "scrub" is everything: open, scan, write,
open the output again and search it; "write+check" is what it takes longer than "scan". What is over a limit of the project is said at the
end; exit 1 only if the program itself fails, because a busy machine says little of its speed.
"""
import argparse
import dataclasses
import importlib.util
import math
import pathlib
import shutil
import sys
import tempfile

import inputs
from measure import cost

SECONDS = 600
MISSING = "not installed"
OPENPYXL = ("import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\nfor sheet in book:\n for row in sheet.iter_rows():\n"
            "  for cell in row:\n   if isinstance(cell.value, str) and 'Quillfen' in cell.value: cell.value = cell.value.replace('Quillfen', 'X')\n"
            "book.save(sys.argv[2])")
PYTHON_DOCX = ("import sys, docx\ndocument = docx.Document(sys.argv[1])\nfor paragraph in document.paragraphs:\n for run in paragraph.runs:\n"
               "  if 'Quillfen' in run.text: run.text = run.text.replace('Quillfen', 'X')\ndocument.save(sys.argv[2])")


@dataclasses.dataclass(frozen=True)
class Kind:
    name: str
    suffix: str
    sizes: tuple
    unit: str
    make: object
    # seconds by the clock to scan, and to write and check, and megabytes; 0: no limit is promised
    scan: float = 0
    write: float = 0
    megabytes: float = 0


KINDS = [
    Kind("xlsx, shared strings", "xlsx", (111_110, 333_330, 1_000_000), "cells", lambda path, size: inputs.workbook(path, size, True), 9, 5, 500),
    Kind("xlsx, inline strings", "xlsx", (111_110, 333_330, 1_000_000), "cells", lambda path, size: inputs.workbook(path, size, False), 9, 5, 500),
    Kind("docx, six runs each", "docx", (555, 1666, 5000), "paragraphs", inputs.letter, 1, 0.5, 150),
    Kind("pptx", "pptx", (33, 100, 300), "slides", inputs.show),
]


class Bench:
    def __init__(self, options, work):
        self.options, self.work = options, pathlib.Path(work)
        self.terms = self.work / "terms"
        self.terms.write_text("\n".join(inputs.TERMS) + "\n")
        self.faults = []
        self.failed = False

    def fresh(self, name):
        folder = self.work / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def ours(self, path):
        base = [self.options.cli, "--profile", str(self.work / "profile")]
        terms = ["--terms", str(self.terms)]
        yield "expunge scan", cost([*base, "scan", str(path), "--json", *terms], SECONDS)
        yield "expunge scrub", cost([*base, "scrub", str(path), "--out", str(self.fresh("out")), "--no-sign", *terms], SECONDS)

    def peers(self, path):
        """Programs that change such files, each with its command; no command: it is not installed."""
        folder = self.fresh("peers")
        copy = folder / f"copy{path.suffix}"
        shutil.copy(path, copy)
        yield "mat2", ["mat2", "--unknown-members", "omit", str(copy)] if shutil.which("mat2") else None
        for name, suffix, module, script in (("openpyxl", ".xlsx", "openpyxl", OPENPYXL), ("python-docx", ".docx", "docx", PYTHON_DOCX)):
            if path.suffix == suffix:
                saved = str(folder / f"saved{suffix}")
                yield name, [sys.executable, "-c", script, str(copy), saved] if importlib.util.find_spec(module) else None
        yield "LibreOffice", ["soffice", f"-env:UserInstallation=file://{self.work}/office", "--headless", "--norestore", "--convert-to",
                              path.suffix[1:], "--outdir", str(folder / "converted"), str(copy)] if shutil.which("soffice") else None

    def measured(self, kind):
        """Costs by program and size."""
        costs = {}
        for size in kind.sizes:
            path = self.work / f"big.{kind.suffix}"
            kind.make(path, size)
            for name, taken in self.ours(path):
                costs.setdefault(name, {})[size] = taken
            for name, command in [] if self.options.no_peers else self.peers(path):
                costs.setdefault(name, {})[size] = cost(command, SECONDS) if command else MISSING
            path.unlink()
        return costs

    def run(self, kind):
        costs = self.measured(kind)
        largest = kind.sizes[-1]
        scan, scrub = costs["expunge scan"][largest], costs["expunge scrub"][largest]
        print(f"\n{kind.name}: {', '.join(f'{size:,}' for size in kind.sizes)} {kind.unit}")
        print(f"{'':16}{'wall (three sizes)':>24}{'cpu':>8}{'MB':>7}{'grows':>7}{'wall: scrub':>13}{'MB: scrub':>11}")
        for name, taken in costs.items():
            print(line(name, [taken[size] for size in kind.sizes], kind.sizes, scrub))
        if not scan or not scrub:
            self.failed = True
            return
        write = max(0.0, scrub.wall - scan.wall)
        print(f"{'  write+check':16}{write:24.2f}")
        self.judge(kind, "scan", scan.wall, kind.scan, "s")
        self.judge(kind, "write and check", write, kind.write, "s")
        self.judge(kind, "memory", max(scan.megabytes, scrub.megabytes), kind.megabytes, "MB")

    def judge(self, kind, what, value, limit, unit):
        if limit and value > limit:
            self.faults.append(f"{kind.name}: {what} {value:.1f} {unit}, limit {limit:g} {unit}")


def line(name, taken, sizes, scrub):
    if MISSING in taken:
        return f"{name:16}{MISSING:>24}"
    walls = "".join(f"{each.wall:8.2f}" if each else f"{'failed':>8}" for each in taken)
    last, middle = taken[-1], taken[-2]
    if not last:
        return f"{name:16}{walls}"
    grows = f"{math.log(last.processor / middle.processor) / math.log(sizes[-1] / sizes[-2]):7.2f}" if middle else f"{'':7}"
    ratio = f"{last.wall / scrub.wall:12.1f}x{last.megabytes / scrub.megabytes:10.1f}x" if scrub else ""
    return f"{name:16}{walls}{last.processor:8.2f}{last.megabytes:7.0f}{grows}{ratio}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cli", required=True)
    parser.add_argument("--work", default="")
    parser.add_argument("--only", default="", help="suffixes, divided by commas")
    parser.add_argument("--no-peers", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="expunge-bench-", dir=options.work or None) as work:
        bench = Bench(options, work)
        for kind in KINDS:
            if not options.only or kind.suffix in options.only.split(","):
                bench.run(kind)
    for fault in bench.faults:
        print(f"over the limit: {fault}")
    return 1 if bench.failed else 0


if __name__ == "__main__":
    sys.exit(main())
