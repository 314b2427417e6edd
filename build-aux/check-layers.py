#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-layers.py [--root DIRECTORY] [--build DIRECTORY]

The fence between the layers, where the compiler cannot see it: system headers are on default
paths for every layer, `../` always compiles, and a function can be declared by hand.

 * every #include "…" of src/LAYER names a header of the layer itself or of one it may use
 * system headers and libraries stay in the layers named below
 * with --build: every undefined symbol of a layer's static library is defined by itself, by a
   layer that it may use, or by a library that it may use
"""

import argparse
import pathlib
import re
import subprocess
import sys

# The arrows of src/DESIGN.md: layer -> the layers it may include.
ARROWS = {
    "text": [],
    "model": ["text"],
    "extract": ["model", "text"],
    "quotes": ["model", "text"],
    "store": ["model", "text"],
    "importer": ["store", "extract", "quotes", "model", "text"],
    "cli": ["importer", "store", "extract", "quotes", "model", "text"],
    "app": ["importer", "store", "extract", "quotes", "model", "text"],
}

# A library: its headers, its symbols, and the layers that may use it, each with the reason
# where the arrows alone do not give it.
LIBRARIES = {
    "sqlite3": (r"sqlite3(ext)?\.h", r"sqlite3_", {
        "store": "the only user of SQLite",
    }),
    # ICU puts its version at the end of every name: u_charType_72.
    "icu": (r"unicode/.*", r"u[a-z0-9]*_\w+_\d\d$", {
        "text": "word breaks, normalization, properties",
        "extract": "detection and conversion of encodings, nothing else",
    }),
    "libxml2": (r"libxml/.*", r"xml[A-Z_]|html[A-Z]|__xml|__html", {
        "extract": "saved pages",
    }),
    "json-glib": (r"json-glib/.*", r"json_", {
        "extract": "JSON corpora and JSON-LD",
        "cli": "--json",
    }),
    "gtk": (r"(gtk|gdk|gsk|adwaita|adw|pango|graphene|cairo|gdk-pixbuf)([/-].*)?\.h"
            r"|(gtk|gdk|gsk|pango|gdk-pixbuf)/.*",
            r"(gtk|gdk|gsk|adw|pango|graphene|cairo|hb)_", {
        "app": "the only user of a toolkit",
    }),
    "gio": (r"gio/.*", None, {layer: "" for layer in ARROWS if layer != "text"}),
    "settings": (None, r"g_settings_", {
        "app": "no layer below reads the user's settings",
    }),
}

INCLUDE = re.compile(r'^\s*#\s*(?:include|import)\s*([<"])([^>"]+)[>"]', re.M)
COMMENT = re.compile(r"/\*.*?\*/", re.S)


def check_includes(source, problems):
    owner = {}
    for layer in ARROWS:
        for header in (source / layer).glob("**/*.h"):
            if header.name in owner:
                problems.append(f"{header}: a header of this name is also in "
                                f"src/{owner[header.name]}")
            owner[header.name] = layer
    seen = 0
    for layer, allowed in ARROWS.items():
        for path in sorted((source / layer).glob("**/*.[ch]")):
            seen += 1
            text = COMMENT.sub(lambda m: "\n" * m.group().count("\n"),
                               path.read_text(encoding="utf-8"))
            for match in INCLUDE.finditer(text):
                where = f"{path}:{text.count(chr(10), 0, match.start(2)) + 1}"
                check_include(layer, allowed, owner, where, *match.groups(), problems)
    for folder in source.iterdir():
        if folder.is_dir() and folder.name not in ARROWS:
            problems.append(f"{folder}: no layer of this name in the table")
    return seen


def check_include(layer, allowed, owner, where, mark, name, problems):
    if "../" in name:
        problems.append(f"{where}: {name}: climbs out of its layer")
    elif mark == '"' or name in owner:
        if name.startswith("qsa-") and name not in owner and is_generated(layer, name):
            return
        if "/" in name or name not in owner:
            problems.append(f"{where}: {name}: no header of a layer; includes are flat")
        elif owner[name] != layer and owner[name] not in allowed:
            problems.append(f"{where}: {name}: {layer} may not include {owner[name]}")
    else:
        for library, (headers, _, users) in LIBRARIES.items():
            if headers and re.fullmatch(headers, name) and layer not in users:
                problems.append(f"{where}: <{name}>: {layer} may not use {library}")


def is_generated(layer, name):
    """Headers that the build makes, in the one layer that compiles them."""
    return (layer, name) in {("model", "qsa-tables.h"), ("app", "qsa-app-resources.h")}


def symbols(archive, option):
    output = subprocess.run(["nm", "--format=posix", option, str(archive)], check=True,
                            stdout=subprocess.PIPE, text=True).stdout
    return {line.split()[0] for line in output.splitlines()
            if line.strip() and not line.rstrip().endswith(":")}


def check_symbols(build, problems):
    defined, undefined = {}, {}
    for layer in ARROWS:
        archive = build / "src" / layer / f"libqsa-{layer}.a"
        if not archive.exists():
            problems.append(f"{archive}: not built")
            continue
        defined[layer] = symbols(archive, "--defined-only")
        undefined[layer] = symbols(archive, "--undefined-only") - defined[layer]
    for layer, names in undefined.items():
        for name in sorted(names):
            others = [other for other in defined if other != layer and name in defined[other]]
            if others:
                if not any(other in ARROWS[layer] for other in others):
                    problems.append(f"libqsa-{layer}.a: {name}: {layer} may not use "
                                    f"{others[0]}")
                continue
            if name.startswith(("qsa_", "_qsa_")):
                problems.append(f"libqsa-{layer}.a: {name}: defined by no layer")
            for library, (_, pattern, users) in LIBRARIES.items():
                if pattern and re.match(pattern, name) and layer not in users:
                    problems.append(f"libqsa-{layer}.a: {name}: {layer} may not use {library}")
    return sum(len(names) for names in undefined.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parent.parent)
    parser.add_argument("--build", type=pathlib.Path)
    options = parser.parse_args()

    problems = []
    files = check_includes(options.root / "src", problems)
    if files == 0:
        problems.append(f"{options.root / 'src'}: no sources found")
    names = check_symbols(options.build, problems) if options.build else 0
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print(f"layers: {files} files"
              + (f", {names} undefined symbols" if options.build else "") + " in order")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
