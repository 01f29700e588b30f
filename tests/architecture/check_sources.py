#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what the compiler does not: who includes whom, licence headers, unfinished work, names and sizes of files.

    check_sources.py ROOT

Prints a line a fault, "path:line: reason"; exit 1 if there is any. core/README.md has the same table with its reasons.
"""
import pathlib
import re
import sys

CODE = {".h", ".cpp"}
SCRIPTS = {".py", ".sh", ".cmake"}
FOLDERS = ("app", "core", "ui", "tests", "packaging", "resources", "translations")
SKIPPED = {"build", "output", "__pycache__", "data"}

# A folder of core may include itself and these.
CORE = {
    "base": set(),
    "document": {"base"},
    "formats": {"base", "document"},
    "detect": {"base", "document"},
    "review": {"base", "document", "detect"},
    "scrub": {"base", "document", "formats", "detect"},
    "manifest": {"base", "document", "formats", "detect", "review", "scrub"},
    "queue": {"base", "document", "formats", "detect", "review", "scrub", "manifest"},
}
# A format may include these formats beside itself.
FORMATS = {
    "ooxml": {"image"},
    "odf": {"ooxml", "image"},
    "legacy": {"ooxml"},
    "pdf": {"image"},
    "image": set(),
    "text": set(),
}

# (what is included, where alone it may be, why)
OWNED = [
    (r"<pugixml", ("core/formats/ooxml/", "core/formats/odf/"), "pugixml belongs to core/formats/ooxml and odf"),
    (r"<zip\.h>", ("core/formats/ooxml/", "core/formats/odf/"), "libzip belongs to core/formats/ooxml and odf"),
    (r"<(poppler|qpdf)", ("core/formats/pdf/", "tests/core/pdf/"), "Poppler and qpdf belong to core/formats/pdf"),
    (r"<sqlite3\.h>", ("core/queue/",), "SQLite belongs to core/queue"),
    (r"<sodium", ("core/manifest/", "core/review/"), "libsodium belongs to core/manifest and core/review"),
    (r"<(qt6)?keychain", ("core/manifest/",), "the keychain belongs to core/manifest"),
    (r"<(re2/|phonenumbers/|toml\+\+/)", ("core/detect/",), "detector libraries belong to core/detect"),
    (r"<Q(Network|Tcp|Udp|Ssl|LocalS|Host|Dns)\w*>|<QtNetwork", (), "nothing here may reach a network"),
]
# In core and the command line, nothing that draws; in core, nothing that starts threads.
DRAWING = (r"<Qt(Gui|Widgets|Svg)\b|<Q(Widget|Application|GuiApplication|MainWindow|Dialog|Image|Pixmap|Painter|Color|Font|Icon|Brush|Pen"
           r"|Palette|Action|Screen|TextDocument|TextLayout|Clipboard)>")
# Poppler draws into a QImage; the page leaves that file as plain bytes.
DRAWS = {"core/formats/pdf/pagedrawer.cpp": "<QImage>"}
THREADS = r"<(QThread|QThreadPool|QtConcurrent\w*|QtConcurrent/.*|thread|future)>"

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"][^>"]+[>"])')
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|HA" r"CK|XX" r"X|not imple" r"mented|BOOT" r"STRAP)\b")
VAGUE = re.compile(r"(^|[_-])(util|utils|common|manager|helper|helpers|misc)([_-]|$)|(util|utils|manager|helper|helpers)$")
LONGEST = 500


def included_folder_fault(path, target):
    """Why a file at `path` may not include the project header `target`; empty if it may."""
    top, wanted = path.split("/")[0], target.split("/")
    if wanted[0] not in ("app", "core", "ui", "tests"):
        return "project headers are included from the root"
    if wanted[0] == "tests" and top != "tests":
        return "the program must not know its tests"
    if top == "core":
        if wanted[0] != "core":
            return f"core must not know {wanted[0]}"
        return core_fault(path.split("/"), wanted)
    if top == "ui" and wanted[0] == "app":
        return "ui must not know app"
    if path.startswith("ui/text/") and wanted[0] == "ui" and wanted[1] != "text":
        return "ui/text must not know the window"
    if path.startswith("app/cli/") and wanted[0] == "ui" and wanted[1] != "text":
        return "the command line must not know the window"
    return ""


def core_fault(here, wanted):
    folder, other = here[1], wanted[1]
    if folder not in CORE:
        return f"core/{folder} has no row in the table of check_sources.py"
    if other != folder and other not in CORE[folder]:
        return f"core/{folder} must not know core/{other}"
    if folder == other == "formats" and len(here) > 3 and len(wanted) > 3 and here[2] != wanted[2]:
        if wanted[2] not in FORMATS.get(here[2], set()):
            return f"format {here[2]} must not know format {wanted[2]}"
    return ""


def include_faults(path, number, line):
    match = INCLUDE.match(line)
    if not match:
        return
    target = match.group(1)
    if target.startswith('"') and not target.endswith('.moc"'):
        reason = included_folder_fault(path, target.strip('"'))
        if reason:
            yield number, reason
    if path.startswith("tests/"):
        return
    for pattern, owners, reason in OWNED:
        if re.match(pattern, target) and not path.startswith(owners):
            yield number, reason
    if path.startswith(("core/", "app/cli/", "ui/text/")) and re.match(DRAWING, target) \
            and DRAWS.get(path) != target:
        yield number, "nothing here may need Qt Gui or Widgets"
    if path.startswith("core/") and re.match(THREADS, target):
        yield number, "core starts no threads"


def faults_of(root, file):
    path = file.relative_to(root).as_posix()
    lines = file.read_text(encoding="utf-8").splitlines()
    if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in lines[:4]):
        yield 1, "no SPDX licence header"
    if file.suffix in CODE | {".py"} and len(lines) > LONGEST:
        yield len(lines), f"longer than {LONGEST} lines"
    if VAGUE.search(file.stem.lower()):
        yield 1, "a name that says nothing about what is in it"
    if file.suffix in CODE and file.name != file.name.lower():
        yield 1, "file names are lower case"
    for number, line in enumerate(lines, 1):
        if UNFINISHED.search(line):
            yield number, "unfinished work"
        if file.suffix in CODE:
            yield from include_faults(path, number, line)


def sources(root):
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            parts = file.relative_to(root).parts
            if file.is_file() and not SKIPPED.intersection(parts) and (
                    file.suffix in CODE | SCRIPTS or file.name == "CMakeLists.txt" or (
                        parts[0] == "packaging" and not file.suffix)):
                yield file
    if (root / "CMakeLists.txt").is_file():
        yield root / "CMakeLists.txt"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    count = bad = 0
    for file in sources(root):
        count += 1
        for number, reason in faults_of(root, file):
            bad += 1
            print(f"{file.relative_to(root)}:{number}: {reason}")
    print(f"{count} files, {bad} faults")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main())
