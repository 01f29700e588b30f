#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every promise about Office files has a test: each row of tests/acceptance.md names one, or a comment of a test names the row.

    check_acceptance.py ROOT
"""
import pathlib
import re
import sys

LAST = 55
ROW = re.compile(r"^\| (\d+) \| ([^|]+) \|([^|]*)\|$", re.M)
NAMED = re.compile(r"\bacceptance ((?:\d+(?:, | and | to )?)+)", re.I)
SLOT = re.compile(r"\b(tst_\w+)::(\w+)")
RUN = re.compile(r"(?<![\w:])((?:corpus|bench|e2e)_\w+)")
NO_TEST = "not here: "


def numbers(text):
    """The numbers that a comment names: "17", "17, 18 and 20", "17 to 20"."""
    found = set()
    for first, last in re.findall(r"(\d+)(?: to (\d+))?", text):
        found.update(range(int(first), int(last or first) + 1))
    return found


def commented(root):
    """Rows by the files whose comments name them."""
    result = {}
    for file in sorted((root / "tests").rglob("*")):
        if file.suffix in (".cpp", ".py") and file.name != pathlib.Path(__file__).name:
            for match in NAMED.finditer(file.read_text(encoding="utf-8")):
                for number in numbers(match[1]):
                    result.setdefault(number, set()).add(file.stem)
    return result


def faults(root):
    sources = {file.stem: file.read_text(encoding="utf-8") for file in (root / "tests").rglob("tst_*.cpp")}
    registered = "\n".join(file.read_text(encoding="utf-8") for file in (root / "tests").rglob("CMakeLists.txt"))
    rows = {int(number): where for number, _, where in ROW.findall((root / "tests/acceptance.md").read_text(encoding="utf-8"))}
    comments = commented(root)
    for number in sorted(set(comments) - set(rows)):
        yield f"{sorted(comments[number])[0]} names row {number}, which is not there"
    for number in range(1, LAST + 1):
        where = rows.get(number)
        if where is None:
            yield f"no row {number}"
            continue
        slots, runs = SLOT.findall(where), RUN.findall(where)
        for program, slot in slots:
            if not re.search(rf"\bvoid (?:\w+::)?{slot}\(\)", sources.get(program, "")):
                yield f"row {number}: there is no {program}::{slot}"
        for run in runs:
            if run not in registered and run.split("_")[0] + "_${mode}" not in registered:
                yield f"row {number}: there is no test {run}"
        if not slots and not runs and number not in comments and NO_TEST not in where:
            yield f"row {number}: no test, and no reason"


def main():
    found = list(faults(pathlib.Path(sys.argv[1])))
    print("\n".join(found) if found else f"{LAST} promises, each with a test or a reason")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
