#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-style.py [--root DIRECTORY]: the rules on sources that no formatter knows.

 * the two SPDX lines open every source, script and template
 * no source of src/ is longer than 500 lines
 * no note of unfinished work is left behind
 * every .c file is named in its folder's meson.build: one that is not is never compiled
 * no tab, no blank at the end of a line
"""

import os
import re
import sys

import lintlib

MAX_LINES = 500
# In two pieces, so that this file does not report itself.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
COPYRIGHT = "SPDX-FileCopyrightText: 2026 The Qusasat authors"
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"


def check_file(path, name, problems):
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    head = lines[:5] if path.suffix in (".py", ".sh", ".ui", ".xml") or lines[:1] == [
        "#!/bin/sh"] or lines[:1] == ["#!/bin/bash"] else lines[:2]
    if not any(COPYRIGHT in line for line in head) or not any(LICENCE in line for line in head):
        problems.append(f"{name}:1: the SPDX lines are missing")
    if name.startswith("src/") and len(lines) > MAX_LINES:
        problems.append(f"{name}:{len(lines)}: longer than {MAX_LINES} lines")
    for number, line in enumerate(lines, 1):
        if UNFINISHED.search(line):
            problems.append(f"{name}:{number}: unfinished work: {line.strip()}")
        if line != line.rstrip():
            problems.append(f"{name}:{number}: blank at the end of the line")
        if "\t" in line and path.name != "Makefile":
            problems.append(f"{name}:{number}: tab")
    if text and not text.endswith("\n"):
        problems.append(f"{name}: no newline at the end")


def check_listed(root, path, problems):
    """A .c file is in the meson.build of its folder, by name or by base name, or in another's by
    its path from there."""
    for build in lintlib.files(root, f"{path.relative_to(root).parts[0]}/**/meson.build"):
        text = re.sub(r"#.*", "", build.read_text(encoding="utf-8"))
        names = [os.path.relpath(path, build.parent)]
        if build.parent == path.parent:
            names.append(path.stem)
        if any(f"'{name}'" in text for name in names):
            return
    problems.append(f"{path.relative_to(root)}: in no meson.build")


def main():
    root = lintlib.parse_root(__doc__)
    sources = lintlib.files(root, "src/**/*.[ch]", "tests/**/*.[ch]", "src/**/meson.build",
                            "tests/**/meson.build", "tests/**/*.py", "tests/**/*.sh",
                            "ui/**/*.ui", "build-aux/*", "meson.build", "Makefile")
    problems = []
    seen = 0
    for path in sources:
        if path.suffix in (".pyc", ".supp", ".txt"):
            continue
        seen += 1
        check_file(path, path.relative_to(root).as_posix(), problems)
        if path.suffix == ".c":
            check_listed(root, path, problems)
    if seen == 0:
        problems.append("no sources found")
    return lintlib.finish("style", problems, f"{seen} files")


if __name__ == "__main__":
    sys.exit(main())
