#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of real Office files through expunge-cli; what comes out is searched, opened again and compared.

    EXPUNGE_CORPUS=FOLDER run.py --cli expunge-cli --work FOLDER [--mode terms|keep|strip] [--only EXT,EXT] [--name PART]
                                 [--seed N] [--terms N] [--no-office]

Kinds: clean; wordless (clean, but without a word to look for); refused (with a reason). Faults: leaked, gate (the program's own check
found a leak), broken (the package), unopened (LibreOffice), recounted (other pages, slides or sheets), emptied, unequal (a second run
wrote other bytes), silent (no output and no reason), crashed, hung, touched (the original), unjudged. Exit 1 if there is any.
"""
import argparse
import collections
import concurrent.futures
import dataclasses
import json
import os
import pathlib
import shutil
import sys
import time

import office
from judge import MODES, Trial, judge

EXTENSIONS = "docx docm dotx dotm xlsx xlsm xltx xltm xlsb pptx pptm potx potm ppsx ppsm odt ott ods ots odp otp".split()
FAULTS = "leaked gate broken unopened recounted emptied unequal silent crashed hung touched unjudged".split()
COLUMNS = ["clean", "wordless", "refused"] + FAULTS
AGAIN_EVERY = 8
LARGEST_FILE = 64_000_000
SKIPPED = 77


def judged(files, options):
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        futures = []
        for index, path in enumerate(files):
            trial = Trial(options.cli, options.mode, options.seed, options.terms, str(options.work / "files" / str(index)))
            futures.append(pool.submit(judge, trial, path, index % AGAIN_EVERY == 0))
        for done, future in enumerate(futures, 1):
            if done % 50 == 0:
                print(f"{done} of {len(files)}", file=sys.stderr, flush=True)
            yield future.result()


def unlike(before, after):
    if after is None:
        return "unopened", f"LibreOffice does not open it, while it counts {before} in the original"
    return "recounted", f"{after} pages, slides or sheets instead of {before}"


def count_again(files, verdicts, options):
    """LibreOffice opens each original and each output. Text that is as long as before may still run on to another page: then it is
    the file without any replacement that is compared."""
    counter = office.Counter(options.work / "office")
    pairs = [(path, verdict) for path, verdict in zip(files, verdicts) if verdict.kind in ("clean", "wordless")]
    counts = counter.count([path for path, _ in pairs] + [pathlib.Path(verdict.output) for _, verdict in pairs])
    different = []
    for path, verdict in pairs:
        before, after = counts[path], counts[pathlib.Path(verdict.output)]
        if before is not None and before != after:
            verdict.kind, verdict.reason = unlike(before, after)
            if after is not None and options.mode == "terms":
                different.append((path, verdict))
    for index, (path, verdict) in enumerate(different):
        control = judge(Trial(options.cli, "strip", options.seed, 0, str(options.work / "controls" / str(index))), path, False)
        if control.kind == "clean":
            output = pathlib.Path(control.output)
            after = counter.count([output])[output]
            if after == counts[path]:
                verdict.kind, verdict.reason = "clean", "other pages only where text was replaced"
            elif after is not None:
                verdict.reason += f" ({after} without any replacement)"


def table(files, verdicts):
    rows = collections.defaultdict(collections.Counter)
    for path, verdict in zip(files, verdicts):
        rows[path.suffix.lower().lstrip(".")][verdict.kind] += 1
    used = [kind for kind in COLUMNS if any(row[kind] for row in rows.values()) or kind in ("clean", "refused", "leaked", "broken")]
    lines = [f"{'':6}" + "".join(f"{kind:>10}" for kind in used) + f"{'files':>8}"]
    for name, row in sorted(rows.items()) + [("all", sum(rows.values(), collections.Counter()))]:
        lines.append(f"{name:6}" + "".join(f"{row[kind]:10}" for kind in used) + f"{sum(row.values()):8}")
    return lines


def report(files, verdicts, seconds, options):
    for verdict in verdicts:
        if verdict.kind in FAULTS:
            print(f"{verdict.kind:9} {verdict.name}: {verdict.reason}")
    reasons = collections.Counter(verdict.reason for verdict in verdicts if verdict.kind == "refused")
    for reason, count in reasons.most_common():
        print(f"refused {count:4}: {reason}")
    print("\n".join(table(files, verdicts)))
    terms = sum(verdict.terms for verdict in verdicts if verdict.kind == "clean")
    unlisted = sum(len(verdict.unlisted) for verdict in verdicts if verdict.kind == "clean")
    print(f"terms {terms}, of them not among the candidates (hidden, or in another spelling) {unlisted}; "
          f"run a second time {sum(verdict.repeated for verdict in verdicts)}; "
          f"other pages only by replaced text {sum('only where' in verdict.reason for verdict in verdicts)}")
    slowest = sorted(verdicts, key=lambda each: -each.scan_seconds - each.scrub_seconds)[:5]
    print("slowest: " + ", ".join(f"{each.name} {each.scan_seconds:.1f}+{each.scrub_seconds:.1f} s" for each in slowest))
    print(f"{len(files)} files in {seconds:.0f} s")
    body = {"mode": options.mode, "seed": options.seed, "seconds": round(seconds, 1), "files": [dataclasses.asdict(each) for each in verdicts]}
    (options.work / "report.json").write_text(json.dumps(body, indent=1))


def corpus(options):
    folder = os.environ.get("EXPUNGE_CORPUS", "")
    if not folder:
        print("skipped: set EXPUNGE_CORPUS to a folder of Office files")
        sys.exit(SKIPPED)
    wanted = {f".{name}" for name in (options.only.split(",") if options.only else EXTENSIONS)}
    files = [path for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file() and path.suffix.lower() in wanted
             and not path.name.startswith("~$") and options.name in path.name and path.stat().st_size <= LARGEST_FILE]
    if not files:
        print(f"no Office files under {folder}")
        sys.exit(1)
    return files


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cli", required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--mode", choices=sorted(MODES), default="terms")
    parser.add_argument("--only", default="")
    parser.add_argument("--name", default="")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--terms", type=int, default=3)
    parser.add_argument("--no-office", action="store_true")
    options = parser.parse_args()
    files = corpus(options)
    options.work.mkdir(parents=True, exist_ok=True)
    for stale in ("files", "controls"):
        shutil.rmtree(options.work / stale, ignore_errors=True)
    start = time.monotonic()
    verdicts = list(judged(files, options))
    if options.no_office or not office.available():
        print("not opened in LibreOffice")
    else:
        count_again(files, verdicts, options)
    report(files, verdicts, time.monotonic() - start, options)
    return 1 if any(verdict.kind in FAULTS for verdict in verdicts) else 0


if __name__ == "__main__":
    sys.exit(main())
