# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases in Python that report in TAP."""

import pathlib
import sys
import tempfile
import traceback


class Skip(Exception):
    """Raised by a case that cannot run here; its text is the reason."""


def run(cases):
    """CASES is a list of (address, function of a fresh folder); ends the program."""
    print(f"1..{len(cases)}")
    failed = False
    for number, (address, function) in enumerate(cases, 1):
        with tempfile.TemporaryDirectory(prefix="qusasat-test-") as folder:
            try:
                function(pathlib.Path(folder))
                print(f"ok {number} {address}")
            except Skip as reason:
                print(f"ok {number} {address} # SKIP {reason}")
            except Exception:  # whatever it is, it is this case's failure
                failed = True
                for line in traceback.format_exc().splitlines():
                    print(f"# {line}")
                print(f"not ok {number} {address}")
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
