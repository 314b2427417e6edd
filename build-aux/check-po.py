#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-po.py [--root DIRECTORY]: every translation is complete and of the program's words.

The words are extracted afresh from the files of po/POTFILES; a translation fails when it
lacks one, holds a fuzzy, empty or obsolete one, or has a wrong plural or format.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import lintlib

# What meson's preset `glib` gives xgettext.
XGETTEXT = [
    "--from-code=UTF-8", "--add-comments", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
    "--keyword=NC_:1c,2", "--keyword=g_dcgettext:2", "--keyword=g_dngettext:2,3",
    "--keyword=g_dpgettext2:2c,3", "--flag=N_:1:pass-c-format", "--flag=C_:2:pass-c-format",
    "--flag=NC_:2:pass-c-format", "--flag=g_dngettext:2:pass-c-format",
    "--flag=g_strdup_printf:1:c-format", "--flag=g_string_printf:2:c-format",
    "--flag=g_string_append_printf:2:c-format", "--flag=g_error_new:3:c-format",
    "--flag=g_set_error:4:c-format",
]


def run(*command):
    result = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True, encoding="utf-8",
                            env=os.environ | {"LC_ALL": "C.UTF-8", "LANGUAGE": "C"}, check=False)
    return result.returncode, result.stdout.strip()


def check_language(po, pot, work, problems):
    name = f"po/{po.name}"
    status, output = run("msgfmt", "--check", "--check-format", "--statistics", "-o",
                         os.devnull, po)
    if status != 0:
        problems.append(f"{name}: {output}")
    for count, kind in re.findall(r"(\d+) (fuzzy|untranslated)", output):
        problems.append(f"{name}: {count} {kind}")
    merged = work / po.name
    status, output = run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, po, pot)
    if status != 0:
        problems.append(f"{name}: {output}")
    else:
        _, missing = run("msgattrib", "--untranslated", "--no-obsolete", "--no-wrap", merged)
        for entry in missing.split("\n\n")[1:]:
            place = re.search(r"^#: (\S+)", entry, re.M)
            words = re.search(r"^msgid (.*)", entry, re.M)
            problems.append(f"{name}: lacks {words.group(1)}"
                            + (f" of {place.group(1)}" if place else ""))
        for line in merged.read_text(encoding="utf-8").splitlines():
            if line.startswith("#~ msgid "):
                problems.append(f"{name}: no longer a word of the program: {line[9:]}")


def main():
    root = lintlib.parse_root(__doc__)
    languages = [line.strip()
                 for line in (root / "po" / "LINGUAS").read_text(encoding="utf-8").splitlines()
                 if line.strip() and not line.startswith("#")]
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        pot = work / "qusasat.pot"
        status, output = run("xgettext", "--files-from", root / "po" / "POTFILES",
                             "--directory", root, "--package-name=qusasat", "-o", pot, *XGETTEXT)
        if status != 0 or not pot.exists():
            problems.append(f"xgettext: {output or 'no words found'}")
        elif output:
            problems += [f"xgettext: {line}" for line in output.splitlines()
                         if "warning" in line.lower()]
        for language in languages if pot.exists() else []:
            po = root / "po" / f"{language}.po"
            if po.exists():
                check_language(po, pot, work, problems)
            else:
                problems.append(f"po/{language}.po: in po/LINGUAS, but there is no such file")
    for po in sorted((root / "po").glob("*.po")):
        if po.stem not in languages:
            problems.append(f"po/{po.name}: not in po/LINGUAS")
    return lintlib.finish("po", problems, f"{len(languages)} complete: {' '.join(languages)}")


if __name__ == "__main__":
    sys.exit(main())
