#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if a program loads a library that it must do without, itself or through another library.

    check_linkage.py PROGRAM --without NAME...
"""
import subprocess
import sys


def main():
    program, names = sys.argv[1], sys.argv[sys.argv.index("--without") + 1:]
    loaded = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    if "libQt6Core" not in loaded:
        print(f"{program}: ldd does not list Qt6Core, so this check would see nothing")
        return 1
    found = [line.split()[0] for line in loaded.splitlines() if any(f"lib{name}." in line for name in names)]
    for library in found:
        print(f"{program} loads {library}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
