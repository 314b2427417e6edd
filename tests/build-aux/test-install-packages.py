#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""install-packages.sh asks the package manager for what is missing, once, and for nothing
else.  Package managers, sudo and id are played by scripts on a PATH of their own."""

import os
import pathlib
import shutil
import subprocess
import sys

import tap

AUX = pathlib.Path(sys.argv[1]).resolve()
TOOLS = ["awk", "bash", "cat", "comm", "env", "grep", "printf", "sort", "touch"]

# STATE holds the names of installed packages, one file each; LOG what was asked.
QUERY = {
    "dpkg-query": 'shift 2\nfor p; do [ -e "$STATE/$p" ] && echo "$p installed"; done\nexit 1',
    "rpm": 'shift 3\n[ -e "$STATE/$1" ]',
    "pacman": 'if [ "$1" = -T ]; then shift; s=0\n'
              'for p; do [ -e "$STATE/$p" ] || { echo "$p"; s=127; }; done; exit $s; fi\n',
}
INSTALL = ('echo "$(basename "$0") $*" >>"$LOG"\n[ -z "${BROKEN:-}" ] || exit 1\n'
           'for p; do case $p in -*|*=*|install|update) ;; *) touch "$STATE/$p" ;; esac; done\n')
FAMILIES = {"debian": ("dpkg-query", "apt-get"), "fedora": ("rpm", "dnf"),
            "arch": ("pacman", "pacman")}


class Machine:
    def __init__(self, folder, family, user=0, sudo=True):
        self.folder = folder
        self.bin, self.state = folder / "bin", folder / "state"
        self.bin.mkdir()
        self.state.mkdir()
        self.log = folder / "log"
        for tool in TOOLS:
            os.symlink(shutil.which(tool), self.bin / tool)
        self.script("id", f"echo {user}")
        if sudo:
            self.script("sudo", 'echo sudo >>"$LOG"\nexec "$@"')
        if family:
            query, install = FAMILIES[family]
            self.script(query, QUERY[query] + (INSTALL if query == install else ""))
            if query != install:
                self.script(install, INSTALL)

    def script(self, name, text):
        path = self.bin / name
        path.write_text(f"#!{shutil.which('bash')}\n{text}\n")
        path.chmod(0o755)
        if name in ("pacman", "dnf", "apt-get"):
            os.symlink(shutil.which("basename"), self.bin / "basename")

    def run(self, which, **environment):
        result = subprocess.run(
            [self.bin / "bash", AUX / "install-packages.sh", which], check=False, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            env={"PATH": str(self.bin), "STATE": str(self.state), "LOG": str(self.log)}
            | environment)
        asked = self.log.read_text() if self.log.exists() else ""
        self.log.unlink(missing_ok=True)
        return result.returncode, result.stdout, asked


def installs_once(family, package):
    def case(folder):
        machine = Machine(folder, family)
        status, output, asked = machine.run("test")
        assert status == 0, output
        assert package in asked.split(), asked
        assert "sudo" not in asked.split(), asked
        (machine.state / package).unlink()
        status, output, asked = machine.run("test")
        assert status == 0, output
        assert asked.splitlines()[-1].split()[-1] == package, asked
        assert len([p for p in machine.state.iterdir() if p.name in asked.split()]) == 1, asked
        status, output, asked = machine.run("test")
        assert (status, output, asked) == (0, "", ""), (output, asked)
    return case


def sets_grow(folder):
    machine = Machine(folder, "debian")
    machine.run("run", DISPLAY=":0")
    assert (machine.state / "libgtk-4-dev").exists()
    assert not (machine.state / "xvfb").exists(), "a machine with a display needs none"
    machine.run("run")
    assert (machine.state / "xvfb").exists()
    assert not (machine.state / "openbox").exists()
    machine.run("test")
    assert (machine.state / "openbox").exists()
    assert not (machine.state / "clang-format-14").exists()
    machine.run("check")
    assert (machine.state / "clang-format-14").exists()


def through_sudo(folder):
    status, output, asked = Machine(folder, "debian", user=1000).run("run")
    assert status == 0, output
    assert asked.splitlines()[0] == "sudo", asked


def without_sudo(folder):
    status, output, asked = Machine(folder, "debian", user=1000, sudo=False).run("run")
    assert status != 0 and asked == "", asked
    assert "As root, run:" in output and "apt-get install" in output, output


def unknown_manager(folder):
    status, output, _ = Machine(folder, None).run("run")
    assert status != 0 and "libgtk-4-dev" in output, output


def failing_manager(folder):
    status, output, _ = Machine(folder, "debian").run("run", BROKEN="1")
    assert status != 0 and "could not be installed" in output, output


def wrong_set(folder):
    status, output, _ = Machine(folder, "debian").run("everything")
    assert status == 2 and "usage" in output, output


tap.run([
    ("/install-packages/debian", installs_once("debian", "libgtk-4-dev")),
    ("/install-packages/fedora", installs_once("fedora", "gtk4-devel")),
    ("/install-packages/arch", installs_once("arch", "libadwaita")),
    ("/install-packages/sets-grow", sets_grow),
    ("/install-packages/through-sudo", through_sudo),
    ("/install-packages/without-sudo", without_sudo),
    ("/install-packages/unknown-manager", unknown_manager),
    ("/install-packages/failing-manager", failing_manager),
    ("/install-packages/wrong-set", wrong_set),
])
