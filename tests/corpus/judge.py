# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One document through the program as a person would run it, and what is wrong with what comes out."""
import dataclasses
import json
import os
import pathlib
import resource
import subprocess
import time

import package
from readings import leaks
from words import Source, survivors

SECONDS = 180
LEFT_AT_LEAST = 0.5
# hidden content that goes by default: a file that was mostly this is rightly almost empty
CONTENT_KINDS = {"hidden-sheets", "hidden-rows", "hidden-columns", "unused-strings", "hidden-slides", "hidden-text", "deleted-text"}
# what nobody can keep: strings that no cell uses, and sheets of macros
NEVER_KEPT = {"unused-strings"}
MACRO_SHEETS = "/macrosheets/"
MODES = {
    "terms": ["--accept", "CUSTOM_TERM", "--hidden", "remove", "--style", "block"],
    "keep": ["--accept", "none", "--hidden", "keep"],
    "strip": ["--accept", "none", "--hidden", "remove"],
}


@dataclasses.dataclass
class Verdict:
    name: str
    kind: str = "clean"
    reason: str = ""
    format: str = ""
    terms: int = 0
    redactions: int = 0
    unlisted: list = dataclasses.field(default_factory=list)
    scan_seconds: float = 0.0
    scrub_seconds: float = 0.0
    output: str = ""
    repeated: bool = False
    hides_content: bool = False
    loses_content: bool = False


class Fault(Exception):
    """What ends the judgement of a file: its kind, and the reason."""

    def __init__(self, kind, reason):
        super().__init__(reason)
        self.kind, self.reason = kind, reason


@dataclasses.dataclass(frozen=True)
class Trial:
    cli: str
    mode: str
    seed: int
    terms: int
    work: str


def called(command, environment=None):
    start = time.monotonic()
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=SECONDS, stdin=subprocess.DEVNULL,
                              env={**os.environ, **(environment or {})},
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
    except subprocess.TimeoutExpired:
        raise Fault("hung", f"{command[3]}: no end after {SECONDS} s") from None
    if done.returncode < 0 or done.returncode > 4:
        raise Fault("crashed", f"{command[3]}: exit {done.returncode} {done.stderr.strip()[-160:]}")
    return done, time.monotonic() - start


def scan(trial, path, terms, verdict):
    done, verdict.scan_seconds = called([trial.cli, "--profile", f"{trial.work}/profile", "scan", str(path), "--json", "--terms", terms])
    try:
        line = json.loads(done.stdout.splitlines()[0])
    except (IndexError, ValueError):
        raise Fault("silent", f"scan: exit {done.returncode} without a result") from None
    if line["error"]:
        if done.returncode != 3 or not str(line["error"]).strip():
            raise Fault("silent", f"scan: exit {done.returncode} without a reason")
        raise Fault("refused", reason_of(line["error"]))
    verdict.format = line["format"]
    verdict.hides_content = any(item["kind"] in CONTENT_KINDS for item in line["hidden"])
    verdict.loses_content = any(item["kind"] in NEVER_KEPT or MACRO_SHEETS in item["part"] for item in line["hidden"])
    return {candidate["text"].casefold() for candidate in line["candidates"]}


def reason_of(error):
    if not isinstance(error, dict):
        return str(error)
    return " ".join(str(error[key]) for key in ("code", "detail") if error.get(key)) or json.dumps(error)


def scrub(trial, path, terms, folder, environment=None):
    command = [trial.cli, "--profile", f"{trial.work}/profile", "scrub", str(path), "--out", str(folder), "--no-sign", "--terms", terms]
    done, seconds = called(command + MODES[trial.mode], environment)
    outputs = [each for each in folder.iterdir() if each.is_file()] if folder.is_dir() else []
    if done.returncode == 4:
        raise Fault("gate", "the program's own check held the output back: " + done.stderr.strip()[-200:])
    if done.returncode == 3 and not outputs and done.stderr.strip():
        raise Fault("refused", done.stderr.strip().splitlines()[-1].rsplit(": ", 1)[-1])
    if done.returncode or len(outputs) != 1:
        raise Fault("silent", f"scrub: exit {done.returncode}, {len(outputs)} outputs")
    return outputs[0], seconds


def examine(trial, source, terms, output, verdict):
    content = output.read_bytes()
    found = [f"{term.line()} in {place}" for term, place in leaks(content, terms)] if trial.mode == "terms" else []
    if found:
        raise Fault("leaked", "; ".join(found[:3]))
    faults = package.faults(content)
    if faults:
        raise Fault("broken", "; ".join(faults[:3]))
    share = survivors(source, Source(content), terms)
    excused = verdict.loses_content if trial.mode == "keep" else verdict.hides_content
    if share is not None and share < LEFT_AT_LEAST and not excused:
        raise Fault("emptied", f"{share:.0%} of the other words are left")
    if not terms and trial.mode == "terms":
        verdict.kind = "wordless"


def repeat(trial, path, terms, output):
    """A second run elsewhere: another folder, time zone and locale; the bytes must be the same."""
    other, _ = scrub(trial, path, terms, pathlib.Path(trial.work) / "again", {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"})
    if other.read_bytes() != output.read_bytes():
        raise Fault("unequal", "a second run wrote other bytes")


def judge(trial, path, again):
    """The verdict on one file; its output stays in the trial's folder."""
    verdict = Verdict(path.name)
    work = pathlib.Path(trial.work)
    work.mkdir(parents=True)
    before = path.read_bytes()
    try:
        source = Source(before)
        terms = source.terms(trial.seed, trial.terms) if trial.mode == "terms" else []
        listed = str(work / "terms")
        pathlib.Path(listed).write_text("".join(f"{term.line()}\n" for term in terms))
        candidates = scan(trial, path, listed, verdict)
        verdict.terms = len(terms)
        verdict.unlisted = [term.line() for term in terms if not any(term.text.casefold() in each for each in candidates)]
        output, verdict.scrub_seconds = scrub(trial, path, listed, work / "out")
        verdict.output = str(output)
        examine(trial, source, terms, output, verdict)
        if again:
            repeat(trial, path, listed, output)
            verdict.repeated = True
    except Fault as fault:
        verdict.kind, verdict.reason = fault.kind, fault.reason
    except Exception as error:  # the judge's own fault must not look like a clean file
        verdict.kind, verdict.reason = "unjudged", f"{type(error).__name__}: {error}"
    if path.read_bytes() != before:
        verdict.kind, verdict.reason = "touched", "the original was changed"
    return verdict
