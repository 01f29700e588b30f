#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if clang-format would change a source file.

    check_format.py CLANG-FORMAT ROOT
"""
import pathlib
import subprocess
import sys


def main():
    tool, root = sys.argv[1], pathlib.Path(sys.argv[2])
    files = [str(file) for folder in ("app", "core", "ui", "tests") for file in sorted((root / folder).rglob("*"))
             if file.suffix in (".h", ".cpp")]
    if not files:
        print("no source files")
        return 1
    return subprocess.run([tool, "--dry-run", "-Werror", *files]).returncode


if __name__ == "__main__":
    sys.exit(main())
