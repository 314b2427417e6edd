#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""with-display.sh gives each command a display, a bus and a home of its own, and leaves
nothing behind."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys

import tap

AUX = pathlib.Path(sys.argv[1]).resolve()


def start(folder, *arguments, stdin=subprocess.DEVNULL, **environment):
    for tool in ("Xvfb", "dbus-run-session", "xdotool"):
        if shutil.which(tool) is None:
            raise tap.Skip(f"{tool} is not installed")
    return subprocess.Popen(
        [AUX / "with-display.sh", *arguments], stdin=stdin, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
        env=os.environ | {"TMPDIR": str(folder)} | environment)


def output_of(folder, *arguments, **environment):
    process = start(folder, *arguments, **environment)
    output, _ = process.communicate(timeout=60)
    return process.returncode, output


def left_behind(folder):
    return [path.name for path in folder.iterdir()]


def status(folder):
    assert output_of(folder, "sh", "-c", "exit 37")[0] == 37
    assert output_of(folder, "true")[0] == 0
    assert left_behind(folder) == []


def standard_input(folder):
    process = start(folder, "cat", stdin=subprocess.PIPE)
    output, _ = process.communicate("words", timeout=60)
    assert output == "words", output


def only_the_command_speaks(folder):
    """Services of the bus write to standard output too, which would be no TAP."""
    code, output = output_of(
        folder, "--a11y", "sh", "-c", "gdbus call --session --dest org.a11y.Bus --object-path "
        "/org/a11y/bus --method org.a11y.Bus.GetAddress >/dev/null; echo done")
    assert (code, output) == (0, "done\n"), output


def size(folder):
    code, output = output_of(folder, "--size", "640x480", "xdotool", "getdisplaygeometry")
    assert (code, output) == (0, "640 480\n"), output


def own_session(folder):
    code, output = output_of(
        folder, "sh", "-c", 'echo "$HOME|$XDG_RUNTIME_DIR|$DBUS_SESSION_BUS_ADDRESS|'
        '${WAYLAND_DISPLAY-none}|$GSETTINGS_BACKEND|$GTK_A11Y"',
        WAYLAND_DISPLAY="wayland-9", DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere")
    home, runtime, bus, wayland, settings, a11y = output.strip().split("|")
    assert code == 0
    assert home.startswith(str(folder)) and runtime.startswith(str(folder)), output
    assert bus and "nowhere" not in bus, output
    assert (wayland, settings, a11y) == ("none", "memory", "none"), output


def two_at_once(folder):
    first = start(folder, "sh", "-c", "echo $DISPLAY; exec sleep 600")
    first_display = first.stdout.readline()
    _, second_display = output_of(folder, "sh", "-c", "echo $DISPLAY")
    first.terminate()
    first.wait(timeout=60)
    assert first_display and second_display and first_display != second_display


def stopped(folder):
    process = start(folder, "sh", "-c", "sleep 600 & echo here; wait")
    process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    # Ends only when the last process that could write to the pipe is gone.
    process.communicate(timeout=60)
    assert process.returncode == 143, process.returncode
    assert left_behind(folder) == []


def locale(folder):
    code, output = output_of(folder, "--locale", "ar_EG.UTF-8", "sh", "-c",
                             'echo "$LC_ALL ${LANGUAGE-none}"', LANGUAGE="fr")
    assert (code, output) == (0, "ar_EG.UTF-8 none\n"), output


def window_manager(folder):
    if shutil.which("openbox") is None or shutil.which("xprop") is None:
        raise tap.Skip("openbox or xprop is not installed")
    code, output = output_of(
        folder, "--wm", "sh", "-c",
        "xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id' && echo managed")
    assert (code, output) == (0, "managed\n"), output


def no_command(folder):
    assert output_of(folder)[0] == 2
    assert output_of(folder, "--wrong", "true")[0] == 2


tap.run([(f"/with-display/{case.__name__.replace('_', '-')}", case)
         for case in (status, standard_input, only_the_command_speaks, size, own_session,
                      two_at_once, stopped, locale, window_manager, no_command)])
