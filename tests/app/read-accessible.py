#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""read-accessible.py PID: prints what a screen reader finds in a program, a line each.

text NAME<tab>the whole text, line breaks as \\n
button NAME<tab>DESCRIPTION
"""

import sys
import time

import pyatspi

SECONDS = 20


def application(pid):
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        for program in pyatspi.Registry.getDesktop(0):
            if program is not None and program.get_process_id() == pid and len(program) > 0:
                return program
        time.sleep(0.1)
    sys.exit(f"no accessible program has the number {pid}")


def walk(node):
    yield node
    for child in node:
        if child is not None:
            yield from walk(child)


def showing(node):
    return node.getState().contains(pyatspi.STATE_VISIBLE)


def main():
    for node in walk(application(int(sys.argv[1]))):
        role = node.getRole()
        if role == pyatspi.ROLE_TEXT:
            text = node.queryText()
            whole = text.getText(0, text.characterCount)
            print(f"text {node.name}\t" + whole.replace("\n", "\\n"))
        elif role in (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON) and showing(node):
            print(f"button {node.name}\t{node.description}")


if __name__ == "__main__":
    main()
