#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants each kind of fault in a tree of its own and requires that check_sources.py names it; a clean tree must pass."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).with_name("check_sources.py")
HEADER = "// SPDX-FileCopyrightText: 2026 The Expunge authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"


class TestCheckSources(unittest.TestCase):
    def check(self, path, text, header=HEADER):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / path
            file.parent.mkdir(parents=True)
            file.write_text(header + text)
            done = subprocess.run([sys.executable, str(CHECK), folder], capture_output=True, text=True)
            return done.returncode, done.stdout

    def refused(self, path, text, reason, header=HEADER):
        code, output = self.check(path, text, header)
        self.assertEqual(code, 1, output)
        self.assertIn(f"{path}:", output)
        self.assertIn(reason, output)

    def test_clean_tree_passes(self):
        for path, include in (("core/scrub/a.cpp", '"core/formats/x.h"'), ("ui/a.cpp", '"core/queue/x.h"'), ("app/a.cpp", '"ui/x.h"'),
                              ("core/queue/a.cpp", "<sqlite3.h>"), ("ui/a.cpp", "<QLocale>"), ("core/formats/ooxml/a.cpp", "<pugixml.hpp>")):
            self.assertEqual(self.check(path, f"#include {include}\n")[0], 0, path)

    def test_core_that_knows_the_window_is_refused(self):
        self.refused("core/base/a.cpp", '#include "ui/mainwindow.h"\n', "core must not know ui")

    def test_core_that_draws_is_refused(self):
        self.refused("core/document/a.h", "#include <QWidget>\n", "Qt Gui or Widgets")

    def test_core_that_starts_threads_is_refused(self):
        self.refused("core/scrub/a.cpp", "#include <QThread>\n", "starts no threads")

    def test_formats_and_detector_must_not_know_each_other(self):
        self.refused("core/formats/text/a.cpp", '#include "core/detect/candidate.h"\n', "must not know core/detect")
        self.refused("core/detect/a.cpp", '#include "core/formats/formathandler.h"\n', "must not know core/formats")

    def test_review_must_not_know_the_scrubber(self):
        self.refused("core/review/a.cpp", '#include "core/scrub/scrubber.h"\n', "must not know core/scrub")

    def test_leak_check_must_not_know_the_format_it_checks(self):
        self.refused("core/scrub/a.cpp", "#include <pugixml.hpp>\n", "pugixml belongs to")

    def test_formats_must_not_know_each_other(self):
        self.refused("core/formats/text/a.cpp", '#include "core/formats/ooxml/package.h"\n', "format text must not know")

    def test_window_must_not_know_the_programs(self):
        self.refused("ui/a.cpp", '#include "app/composition.h"\n', "ui must not know app")

    def test_command_line_must_not_know_the_window(self):
        self.refused("app/cli/a.cpp", '#include "ui/mainwindow.h"\n', "command line must not know the window")

    def test_libraries_stay_with_their_owners(self):
        self.refused("core/queue/a.cpp", "#include <sodium.h>\n", "libsodium belongs to")
        self.refused("core/manifest/a.cpp", "#include <sqlite3.h>\n", "SQLite belongs to")
        self.refused("ui/a.cpp", "#include <QNetworkAccessManager>\n", "network")
        self.refused("ui/a.cpp", "#include <QLocalSocket>\n", "network")

    def test_relative_includes_are_refused(self):
        self.refused("core/base/a.cpp", '#include "a.h"\n', "from the root")

    def test_missing_licence_is_refused(self):
        self.refused("core/base/a.cpp", "int a;\n", "SPDX", header="")

    def test_unfinished_work_is_refused(self):
        self.refused("core/base/a.cpp", "// TO" + "DO later\n", "unfinished")

    def test_long_files_are_refused(self):
        self.refused("core/base/a.cpp", "//\n" * 500, "longer than")

    def test_vague_names_are_refused(self):
        self.refused("core/base/string_utils.cpp", "", "says nothing")

    def test_unknown_folder_of_core_is_refused(self):
        self.refused("core/extra/a.cpp", '#include "core/base/error.h"\n', "no row in the table")

    def test_empty_tree_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(subprocess.run([sys.executable, str(CHECK), folder], capture_output=True).returncode, 1)


if __name__ == "__main__":
    unittest.main()
