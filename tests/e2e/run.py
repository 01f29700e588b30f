#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a file on the desktop to a signed, queued submission, through the real window; then everything is checked from outside.

    run.py --window expunge --cli expunge-cli --dragsource expunge-dragsource --pictures FOLDER [--kind docx|xlsx|pptx]
"""
import argparse
import base64
import hashlib
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import zipfile

import workfiles
from screen import HEIGHT, WIDTH, Failure, Screen, wait_for

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSPHRASE = "seven invented words"
ATTESTATIONS = 5
# what the queue, the keys and the journal must never hold in the clear
TRACES = ["Osterwick", "Verlyne", "Nightjar", "Quillfen"]


def require(condition, message):
    if not condition:
        raise Failure(message)


class Trial:
    """One run: a profile and a work file in a folder of their own."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = pathlib.Path(folder)
        self.profile = self.folder / "profile"
        self.file = self.folder / f"workfile.{options.kind}"
        workfiles.MAKERS[options.kind](self.file)
        self.original = self.file.read_bytes()
        self.traces = TRACES + [self.file.name]

    def cli(self, *words, expected=0):
        done = subprocess.run([self.options.cli, "--profile", str(self.profile), *map(str, words)], capture_output=True, text=True, timeout=120)
        require(done.returncode == expected, f"expunge-cli {words[0]}: exit {done.returncode} instead of {expected}: {done.stderr.strip()}")
        return done.stdout

    def queued(self):
        return [json.loads(line) for line in self.cli("queue", "list", "--json").splitlines()]

    def candidates(self):
        return json.loads(self.cli("scan", self.file, "--json"))["candidates"]


def drop(trial, screen):
    program = screen.start([trial.options.window, "--profile", str(trial.profile)])
    window = screen.window("^Expunge")
    screen.place(window, 0, 80, WIDTH, HEIGHT - 80)
    screen.picture("empty")
    screen.start([trial.options.dragsource, str(trial.file)])
    screen.window("^drag source")
    screen.drag((60, 30), (WIDTH // 2, HEIGHT // 2))
    wait_for("the file to open", 30, lambda: re.search(r"\b1 file\b", screen.title(window)))
    require(trial.file.stem not in screen.title(window), "the window's title names the file")
    time.sleep(1)   # the scrubbed pane follows
    screen.picture("opened")
    return program, window


def decide(trial, screen, window):
    """Keeps one span, takes that back, and then redacts every one, by keys alone."""
    screen.focus(window)
    screen.keys("x")
    screen.picture("first-kept")
    screen.keys("ctrl+z")
    count = len(trial.candidates())
    require(count > 10, f"only {count} candidates in the sample")
    screen.presses("a", 6)
    time.sleep(0.5)
    screen.picture("some-decided")
    # a few times more than there are: what is decided already stays so
    screen.presses("a", count)
    time.sleep(1)
    screen.picture("all-decided")


def export(trial, screen, window):
    screen.focus(window)
    screen.keys("ctrl+e")
    dialog = screen.window("^Export and queue", 15)
    screen.focus(dialog)
    time.sleep(0.5)
    screen.picture("attestations-asked")
    require(not trial.queued(), "something was queued before anything was confirmed")
    screen.keys("Return")
    time.sleep(0.5)
    require(not trial.queued(), "it was queued without attestations")
    for _ in range(ATTESTATIONS):
        screen.keys("space", "Tab")
    screen.type(PASSPHRASE)
    screen.keys("Tab")
    screen.type(PASSPHRASE)
    screen.picture("attestations-given")
    screen.keys("Return")
    entries = wait_for("the submission in the queue", 60, trial.queued)
    time.sleep(1)
    screen.picture("queued")
    screen.keys("Return")
    time.sleep(1)
    screen.picture("queue")
    return entries


def leave(screen, window, program):
    screen.focus(window)
    screen.keys("ctrl+q")
    wait_for("the program to end", 20, lambda: program.poll() is not None)
    require(program.returncode == 0, f"the program ended with {program.returncode}")


def texts_in(path):
    """Everything that the file says: its parts as they are, and their words without markup."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            content = archive.read(name).decode("utf-8", "replace")
            yield name, name + content
            yield name, html.unescape(re.sub(r"<[^>]*>", "", content))


def check_output(trial, bag):
    outputs = sorted(bag.glob(f"*{trial.file.suffix}"))
    require([path.name for path in outputs] == [f"file-001{trial.file.suffix}"], f"exported: {[path.name for path in outputs]}")
    for candidate in trial.candidates():
        for name, text in texts_in(outputs[0]):
            require(len(candidate["text"]) < 5 or candidate["text"] not in text, f"a {candidate['type']} can still be read in {name}")
    require(any(workfiles.KEPT in text for _, text in texts_in(outputs[0])), "text that nobody redacted is gone")
    return outputs[0]


def check_manifest(trial, bag, output):
    manifests = sorted(bag.glob("*manifest.json"))
    require(len(manifests) == 1, f"{len(manifests)} manifests")
    trial.cli("verify", manifests[0])
    public = trial.folder / "public.pem"
    public.write_text(trial.cli("key", "export"))
    script = [str(ROOT / "packaging/verify.sh"), str(manifests[0]), str(public)]
    done = subprocess.run(script, capture_output=True, text=True)
    require(done.returncode == 0, f"verify.sh: {done.stdout}{done.stderr}")

    # the same with the openssl command alone (DSSE v1: the signature is over its pre-authentication encoding)
    envelope = json.loads(manifests[0].read_text())
    payload, kind = base64.b64decode(envelope["payload"]), envelope["payloadType"].encode()
    encoded, signature = trial.folder / "signed", trial.folder / "signature"
    encoded.write_bytes(b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload))
    signature.write_bytes(base64.b64decode(envelope["signatures"][0]["sig"]))
    done = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", str(public), "-rawin", "-in", str(encoded), "-sigfile",
                           str(signature)], capture_output=True, text=True)
    require(done.returncode == 0, f"openssl: {done.stdout}{done.stderr}")
    statement = json.loads(payload)
    digest = subprocess.run(["openssl", "dgst", "-sha256", "-r", str(output)], capture_output=True, text=True, check=True).stdout.split()[0]
    require(statement["subject"][0]["digest"]["sha256"] == digest, "the manifest is about another file")
    require(statement["predicate"]["review"]["mode"] == "manual", "the review is not said to be manual")
    for trace in trial.traces + [hashlib.sha256(trial.original).hexdigest()]:
        require(trace.encode() not in payload, f"the manifest says {trace}")

    output.write_bytes(output.read_bytes() + b"\0")
    trial.cli("verify", manifests[0], expected=1)
    require(subprocess.run(script, capture_output=True).returncode == 1, "verify.sh accepts a changed file")


def check_leftovers(trial):
    require(trial.file.read_bytes() == trial.original, "the original was changed")
    for path in trial.profile.rglob("*"):
        require(not any(trace in path.name for trace in trial.traces), f"{path.name} is named after the file")
        if path.is_file():
            content = path.read_bytes()
            for trace in trial.traces:
                for form in ("utf-8", "utf-16-le"):
                    require(trace.encode(form) not in content, f"{path.relative_to(trial.profile)} holds {trace}")
    require(not list((trial.profile / "work").iterdir()), "temporary files are left")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("window", "cli", "dragsource", "pictures"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--kind", choices=sorted(workfiles.MAKERS), default="docx")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="expunge-e2e-") as folder, Screen(options.pictures) as screen:
        trial = Trial(options, folder)
        try:
            program, window = drop(trial, screen)
            decide(trial, screen, window)
            entries = export(trial, screen, window)
            leave(screen, window, program)
            require(len(entries) == 1 and entries[0]["state"] == "ready", f"the queue holds {entries}")
            require("file-001" + trial.file.suffix in trial.cli("queue", "show", entries[0]["id"][:12]), "the queue does not show the file")
            bag = trial.folder / "bag"
            trial.cli("queue", "export", entries[0]["id"], bag)
            output = check_output(trial, bag)
            check_manifest(trial, bag, output)
            check_leftovers(trial)
        except Failure as failure:
            screen.picture("failed")
            print(f"FAILED: {failure}")
            return 1
    print("dropped, decided, exported, verified")
    return 0


if __name__ == "__main__":
    sys.exit(main())
