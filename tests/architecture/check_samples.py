#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if a committed sample is not what its script writes. Contents of packages are compared, not zip bytes: those depend on the zlib in use.

    check_samples.py SAMPLES-FOLDER
"""
import pathlib
import subprocess
import sys
import tempfile
import zipfile


def contents(path):
    if path.suffix == ".pdf":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main():
    samples = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-B", str(samples / "make-samples.py"), folder], check=True)
        made = sorted(pathlib.Path(folder).iterdir())
        for path in made:
            if contents(path) != contents(samples / path.name):
                print(f"{path.name} is not what make-samples.py writes")
                return 1
    return 0 if made else 1


if __name__ == "__main__":
    sys.exit(main())
