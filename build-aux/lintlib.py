# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checkers of this folder share: finding the tree, reading C, reporting."""

import argparse
import pathlib
import re
import sys

C_TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def parse_options(documentation, *flags):
    """--root, the tree to check (this script's own without it), and the FLAGS."""
    parser = argparse.ArgumentParser(description=documentation.strip().splitlines()[0])
    parser.add_argument("--root", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parent.parent)
    for flag in flags:
        parser.add_argument(flag, action="store_true")
    return parser.parse_args()


def parse_root(documentation):
    return parse_options(documentation).root


def files(root, *patterns):
    """Files of ROOT that match, sorted; build directories never count."""
    found = {path for pattern in patterns for path in root.glob(pattern)
             if path.is_file() and not path.relative_to(root).parts[0].startswith("_build")}
    return sorted(found)


def without_comments(text, keep_strings=True):
    """C text with comments blanked (and strings emptied), lines kept."""
    def blank(match):
        token = match.group()
        if token[0] == "/":
            return " " + "\n" * token.count("\n")
        return token if keep_strings else token[0] * 2
    return C_TOKEN.sub(blank, text)


def finish(name, problems, summary):
    """Prints the problems or the summary; the exit status."""
    for problem in problems:
        print(f"{name}: {problem}", file=sys.stderr)
    if not problems:
        print(f"{name}: {summary}")
    return 1 if problems else 0
