#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""run-tests.py BUILD [SUITE...] [-SUITE...]

Runs the suites (headless and display unless named; those with a dash are left out) with `meson test` and closes with one
line of its own, `N passed, N failed, N skipped`, counted from the runner's records: each
case of a TAP program counts, and a program that crashed, ran into its time limit or printed
no case at all counts as one more failure.  Skips are listed with their reasons.  Exits
non-zero when anything failed or when nothing ran.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

GOOD = {"OK", "SKIP", "EXPECTEDFAIL"}


def bare_name(name):
    """test-fold of `qusasat:headless+text / test-fold`."""
    return name.rsplit(" / ", 1)[-1]


def read_programs(path):
    """The runner's own verdict on each program: {name: record}."""
    programs = {}
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            programs[bare_name(record["name"])] = record
    return programs


def read_cases(path):
    """{program: [(case, outcome, reason)]} of the programs that speak TAP."""
    cases = {}
    if not path.exists():
        return cases
    for suite in ElementTree.parse(path).getroot().iter("testsuite"):
        program = bare_name(suite.get("name"))
        for case in suite.iter("testcase"):
            if case.find("failure") is not None or case.find("error") is not None:
                outcome = "failed"
            elif case.find("skipped") is not None:
                outcome = "skipped"
            else:
                outcome = "passed"
            reason = (case.findtext("system-out") or "").strip()
            cases.setdefault(program, []).append((case.get("name"), outcome, reason))
    return cases


def count(programs, cases):
    """(passed, [failed], [skipped]): the last two as lines to show."""
    passed, failed, skipped = 0, [], []
    for name, record in sorted(programs.items()):
        own = cases.get(name, [])
        output = record.get("stdout") or ""
        before = len(failed)
        for case, outcome, reason in own:
            if outcome == "passed":
                passed += 1
            elif outcome == "failed":
                failed.append(f"{name}: {case}")
            else:
                skipped.append(f"{name}: {case}: {reason or 'no reason given'}")
        result = record["result"]
        if result not in GOOD:
            if len(failed) == before:
                failed.append(f"{name}: {result}, exit status {record.get('returncode')}"
                              + bail_out(output))
            plan = re.search(r"^1\.\.(\d+)", output, re.M)
            if plan and len(own) < int(plan.group(1)):
                failed[-1] += f" ({len(own)} of {plan.group(1)} cases were reached)"
        elif not own:
            plan = re.search(r"^1\.\.0 *# *skip\S* *(.*)$", output, re.M | re.I)
            if record.get("returncode") == 77:
                skipped.append(f"{name}: {last_line(record) or 'no reason given'}")
            elif plan and plan.group(1):
                skipped.append(f"{name}: {plan.group(1)}")
            elif result == "SKIP":
                failed.append(f"{name}: ended without running a single case")
            else:
                passed += 1
    return passed, failed, skipped


def bail_out(output):
    found = re.search(r"^Bail out! *(.+)$", output, re.M)
    return f": {found.group(1)}" if found else ""


def last_line(record):
    text = (record.get("stdout") or "") + (record.get("stderr") or "")
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def close(passed, failed, skipped):
    for line in skipped:
        print("skipped:", line)
    for line in failed:
        print("FAILED:", line)
    print(f"{passed} passed, {len(failed)} failed, {len(skipped)} skipped", flush=True)
    return 1 if failed or passed == 0 else 0


def suite_option(suite):
    return ("--no-suite", suite[1:]) if suite.startswith("-") else ("--suite", suite)


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    build, suites = pathlib.Path(arguments[0]), arguments[1:] or ["headless", "display"]
    logs = build / "meson-logs"
    for name in ("testlog.json", "testlog.junit.xml"):
        (logs / name).unlink(missing_ok=True)

    status = subprocess.run(
        ["meson", "test", "-C", str(build), "--no-rebuild", "--print-errorlogs"]
        + [word for suite in suites for word in suite_option(suite)],
        stdin=subprocess.DEVNULL, env=os.environ | {"LC_MESSAGES": "C"}).returncode

    passed, failed, skipped = count(read_programs(logs / "testlog.json"),
                                    read_cases(logs / "testlog.junit.xml"))
    if status != 0 and not failed:
        failed.append(f"the runner itself ended with status {status}")
    return close(passed, failed, skipped)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
