#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`make test` cannot take a failure for a success: programs that misbehave, and the count."""

import pathlib
import shutil
import subprocess
import sys

import tap

AUX = pathlib.Path(sys.argv[1]).resolve()

PASS = "echo 1..2; echo ok 1 /a; echo ok 2 /b"
PROGRAMS = [
    # address, shell program, protocol, exit status of all, last line, a line before it
    ("two-cases", PASS, "tap", 0, "2 passed, 0 failed, 0 skipped", ""),
    ("skip-with-reason", "echo 1..2; echo ok 1 /a; echo 'ok 2 /b # SKIP no disk'", "tap", 0,
     "1 passed, 0 failed, 1 skipped", "skipped: program: 2 /b: no disk"),
    ("only-skips", "echo 1..1; echo 'ok 1 /a # SKIP no disk'", "tap", 1,
     "0 passed, 0 failed, 1 skipped", "skipped: program: 1 /a: no disk"),
    ("whole-program-skipped", "echo '1..0 # SKIP no display'", "tap", 1,
     "0 passed, 0 failed, 1 skipped", "skipped: program: no display"),
    ("failed-case", "echo 1..2; echo ok 1 /a; echo not ok 2 /b; exit 1", "tap", 1,
     "1 passed, 1 failed, 0 skipped", "FAILED: program: 2 /b"),
    ("crash", "echo 1..2; echo ok 1 /a; kill -SEGV $$", "tap", 1,
     "1 passed, 1 failed, 0 skipped", "(1 of 2 cases were reached)"),
    ("assertion", "echo 1..2; echo ok 1 /a; echo Bail out! it broke; kill -ABRT $$", "tap", 1,
     "1 passed, 1 failed, 0 skipped", "it broke"),
    ("ends-early", "echo 1..2; echo ok 1 /a", "tap", 1, "1 passed, 1 failed, 0 skipped", ""),
    ("sanitizer-at-the-end", PASS + "; exit 23", "tap", 1, "2 passed, 1 failed, 0 skipped",
     "exit status 23"),
    ("no-cases", "exit 0", "tap", 1, "0 passed, 1 failed, 0 skipped",
     "ended without running a single case"),
    ("time-limit", "echo 1..2; echo ok 1 /a; sleep 60", "tap", 1,
     "1 passed, 1 failed, 0 skipped", "TIMEOUT"),
    ("plain-good", "exit 0", "exitcode", 0, "1 passed, 0 failed, 0 skipped", ""),
    ("plain-bad", "exit 1", "exitcode", 1, "0 passed, 1 failed, 0 skipped", "exit status 1"),
    ("plain-skip", "echo no disk; exit 77", "exitcode", 1, "0 passed, 0 failed, 1 skipped",
     "skipped: program: no disk"),
]


def run_suite(folder, program, protocol, suites=()):
    (folder / "program.sh").write_text("#!/bin/sh\n" + program + "\n")
    (folder / "program.sh").chmod(0o755)
    (folder / "meson.build").write_text(
        "project('p')\n"
        f"test('program', find_program('program.sh'), protocol: '{protocol}', timeout: 1,\n"
        "  suite: ['headless', 'x'])\n")
    subprocess.run(["meson", "setup", "build"], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL)
    result = subprocess.run([AUX / "run-tests.py", "build", *suites], cwd=folder, check=False,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return result.returncode, result.stdout


def counts(program, protocol, expected_status, last, before):
    def case(folder):
        if shutil.which("meson") is None:
            raise tap.Skip("meson is not installed")
        status, output = run_suite(folder, program, protocol)
        assert output.splitlines()[-1] == last, output
        assert before in output, output
        assert (status != 0) == (expected_status != 0), f"{status}: {output}"
    return case


def nothing_ran(folder):
    status, output = run_suite(folder, PASS, "tap", ["no-such-suite"])
    assert output.splitlines()[-1] == "0 passed, 0 failed, 0 skipped", output
    assert status != 0, output


def left_out(folder):
    """Wanted by one of its suites, kept out by the other."""
    status, output = run_suite(folder, PASS, "tap", ["headless", "-x"])
    assert output.splitlines()[-1] == "0 passed, 0 failed, 0 skipped", output
    assert status != 0, output


def stale_log(folder):
    """A runner that does not start must not be judged by the log of its last run."""
    run_suite(folder, PASS, "tap")
    (folder / "build" / "meson-private" / "meson_test_setup.dat").write_bytes(b"broken")
    result = subprocess.run([AUX / "run-tests.py", "build"], cwd=folder, check=False,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert result.stdout.splitlines()[-1] == "0 passed, 1 failed, 0 skipped", result.stdout
    assert result.returncode != 0


tap.run([(f"/run-tests/{address}", counts(*rest)) for address, *rest in PROGRAMS]
        + [("/run-tests/nothing-ran", nothing_ran), ("/run-tests/left-out", left_out),
           ("/run-tests/stale-log", stale_log)])
