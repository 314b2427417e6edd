#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-ui.py [--root DIRECTORY]: templates and the classes that use them agree.

GtkBuilder notices these at run time, some only when the widget is made, some never:

 * a template's base name is its class's name, and the class has a source of that name
 * every template is in ui/meson.build
 * ids are unique; what code binds as a child exists in the template; callbacks named by the
   template are bound by the code
 * no other file of ui/ defines a template, and only template files and known resources exist
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

import lintlib

BIND_CHILD = re.compile(r"gtk_widget_class_bind_template_child(?:_internal)?(?:_private)?\s*"
                        r"\(\s*\w+\s*,\s*(\w+)\s*,\s*(\w+)\s*\)")
BIND_CHILD_FULL = re.compile(r"gtk_widget_class_bind_template_child_full\s*"
                             r'\(\s*\w+\s*,\s*"(\w+)"')
BIND_CALLBACK = re.compile(r"gtk_widget_class_bind_template_callback\s*"
                           r"\(\s*\w+\s*,\s*(\w+)\s*\)")
BIND_CALLBACK_FULL = re.compile(r"gtk_widget_class_bind_template_callback_full\s*"
                                r'\(\s*\w+\s*,\s*"(\w+)"')


def kebab(class_name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", class_name).lower()


def check_template(root, path, problems):
    name = path.relative_to(root)
    try:
        tree = ElementTree.parse(path)
    except ElementTree.ParseError as error:
        problems.append(f"{name}: {error}")
        return
    templates = list(tree.getroot().iter("template"))
    if tree.getroot().tag != "interface" or len(templates) > 1:
        problems.append(f"{name}: not an <interface> with at most one <template>")
        return
    ids = [node.get("id") for node in tree.getroot().iter() if node.get("id")]
    for double in sorted({one for one in ids if ids.count(one) > 1}):
        problems.append(f"{name}: the id {double} is given twice")
    if not templates:
        return
    class_name = templates[0].get("class") or ""
    if kebab(class_name) != path.stem:
        problems.append(f"{name}: holds {class_name}, so its base name should be "
                        f"{kebab(class_name)}")
    if not templates[0].get("parent"):
        problems.append(f"{name}: the template names no parent")
    source = root / "src" / "app" / f"{path.stem}.c"
    if not source.exists():
        problems.append(f"{name}: src/app/{source.name} does not exist")
        return
    code = lintlib.without_comments(source.read_text(encoding="utf-8"))
    if f"{path.name}\"" not in code:
        problems.append(f"{name}: src/app/{source.name} does not set this template")
    bound = [child for _, child in BIND_CHILD.findall(code)] + BIND_CHILD_FULL.findall(code)
    for child in bound:
        if child not in ids:
            problems.append(f"src/app/{source.name}: binds {child}, which {name} lacks")
    handlers = {node.get("handler") for node in tree.getroot().iter("signal")}
    handlers |= {node.get("function") for node in tree.getroot().iter("closure")}
    known = set(BIND_CALLBACK.findall(code)) | set(BIND_CALLBACK_FULL.findall(code))
    for handler in sorted((handlers - {None}) - known):
        problems.append(f"{name}: {handler} is not bound by src/app/{source.name}")
    for handler in sorted(known - handlers):
        problems.append(f"src/app/{source.name}: binds {handler}, which {name} does not use")


def main():
    root = lintlib.parse_root(__doc__)
    templates = lintlib.files(root, "ui/**/*.ui")
    listing = (root / "ui" / "meson.build").read_text(encoding="utf-8")
    problems = []
    for path in templates:
        inside = path.relative_to(root / "ui").as_posix()
        if f"'{inside}'" not in listing:
            problems.append(f"ui/{inside}: not in ui/meson.build")
        check_template(root, path, problems)
    for name in re.findall(r"'([^'@]+\.(?:ui|css|svg))'", listing):
        if not (root / "ui" / name).exists():
            problems.append(f"ui/meson.build: {name} does not exist")
    return lintlib.finish("ui", problems, f"{len(templates)} files")


if __name__ == "__main__":
    sys.exit(main())
