# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many pages, slides or sheets LibreOffice counts in documents: it opens them without a window, many in one run."""
import hashlib
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import xml.parsers.expat
import zipfile

BATCH = 20
SECONDS_FIRST, SECONDS_EACH = 30, 12
LARGEST_FILE = 300_000_000
SHEETS = {".xlsx", ".xlsm", ".xltx", ".xltm", ".ods", ".ots", ".xlsb"}


def available():
    return bool(shutil.which("soffice") and shutil.which("pdfinfo"))


def limited():
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def finished(command, seconds):
    """Runs a command and all that it starts; what takes longer is ended as a whole."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             start_new_session=True, preexec_fn=limited)
    try:
        child.wait(seconds)
        return True
    except subprocess.TimeoutExpired:
        return False
    finally:
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        child.wait()


def sheet_count(path):
    """Tables of a spreadsheet in OpenDocument form, those aside that only hold copies of other files' cells."""
    counts = {"depth": 0, "tables": 0, "copies": 0}

    def start(name, _):
        counts["depth"] += 1
        counts["tables"] += name == "table:table" and counts["depth"] == 4
        counts["copies"] += name == "table:table-source" and counts["depth"] == 5

    def end(_):
        counts["depth"] -= 1
    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as stream:
        parser.ParseFile(stream)
    return counts["tables"] - counts["copies"]


def page_count(path):
    done = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, errors="replace")
    return next((int(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("Pages:")), None)


class Counter:
    """Counts of documents, remembered by their bytes."""

    def __init__(self, folder):
        self._folder = pathlib.Path(folder)
        self._memory = self._folder / "counts.json"
        self._known = json.loads(self._memory.read_text()) if self._memory.exists() else {}

    def count(self, paths):
        """A count for each path; None where LibreOffice does not open it."""
        digests = {path: hashlib.sha256(path.read_bytes()).hexdigest() + path.suffix.lower() for path in paths}
        missing = {digest: path for path, digest in digests.items() if digest not in self._known}
        for form in ("ods", "pdf"):
            items = [(digest, path) for digest, path in missing.items() if (path.suffix.lower() in SHEETS) == (form == "ods")]
            for start in range(0, len(items), BATCH):
                batch = items[start:start + BATCH]
                self._convert(batch, form)
                # one file that hangs or crashes it takes the rest of its batch along
                for item in batch:
                    if item[0] not in self._known:
                        self._convert([item], form)
                        self._known.setdefault(item[0], None)
                self._memory.write_text(json.dumps(self._known, indent=0, sort_keys=True))
        return {path: self._known[digest] for path, digest in digests.items()}

    def _convert(self, batch, form):
        work = self._folder / "converted"
        shutil.rmtree(work, ignore_errors=True)
        (work / "in").mkdir(parents=True)
        inputs = []
        for index, (_, path) in enumerate(batch):
            inputs.append(work / "in" / f"{index}{path.suffix.lower()}")
            shutil.copy(path, inputs[-1])
        finished(["soffice", f"-env:UserInstallation=file://{self._folder.resolve()}/office-profile", "--headless", "--norestore",
                  "--convert-to", form, "--outdir", str(work / "out"), *map(str, inputs)], SECONDS_FIRST + SECONDS_EACH * len(batch))
        for index, (digest, _) in enumerate(batch):
            result = work / "out" / f"{index}.{form}"
            if result.exists():
                try:
                    self._known[digest] = sheet_count(result) if form == "ods" else page_count(result)
                except (zipfile.BadZipFile, KeyError, xml.parsers.expat.ExpatError):
                    pass
        shutil.rmtree(work, ignore_errors=True)
