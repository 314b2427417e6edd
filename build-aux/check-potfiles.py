#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-potfiles.py [--root DIRECTORY] [--fix]: po/POTFILES names each file with words.

A file that is not listed loses its translations without a word from anyone; one that is
listed and has none, or is gone, hides such a loss.  With --fix the list is written anew.
"""

import re
import sys

import lintlib

MARKED_C = re.compile(r"(?<!\w)(_|N_|C_|NC_|Q_|gettext|ngettext|dgettext|dngettext|g_dgettext"
                      r"|g_dcgettext|g_dngettext|g_dpgettext2?)\s*\(")
MARKED_UI = re.compile(r"""translatable\s*=\s*["'](yes|true|1)["']""", re.I)


def has_words(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".c", ".h"):
        code = lintlib.without_comments(text, keep_strings=False)
        code = re.sub(r"^\s*#\s*define.*", "", code, flags=re.M)
        return MARKED_C.search(code) is not None
    if path.suffix == ".ui":
        return MARKED_UI.search(re.sub(r"<!--.*?-->", "", text, flags=re.S)) is not None
    return True


def main():
    options = lintlib.parse_options(__doc__, "--fix")
    root = options.root
    potfiles = root / "po" / "POTFILES"
    lines = potfiles.read_text(encoding="utf-8").splitlines()
    listed = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    marked = [str(path.relative_to(root))
              for path in lintlib.files(root, "src/**/*.[ch]", "ui/**/*.ui", "data/*.desktop.in",
                                        "data/*.metainfo.xml.in", "data/*.gschema.xml")
              if has_words(path)]
    if options.fix:
        comments = [line for line in lines if line.startswith("#")]
        listed = sorted(marked)
        potfiles.write_text("\n".join(comments + listed) + "\n", encoding="utf-8")
    problems = [f"{name}: has words for the user and is not in po/POTFILES"
                for name in marked if name not in listed]
    for name in listed:
        if not (root / name).exists():
            problems.append(f"{name}: in po/POTFILES, but there is no such file")
        elif name not in marked:
            problems.append(f"{name}: in po/POTFILES, but has no words for the user")
    if listed != sorted(set(listed)):
        problems.append("po/POTFILES: not in alphabetical order, or with a line twice")
    return lintlib.finish("potfiles", problems, f"{len(listed)} files")


if __name__ == "__main__":
    sys.exit(main())
