#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each check of build-aux passes on a small clean tree and fails on each planted fault."""

import os
import pathlib
import shutil
import subprocess
import sys

import tap

AUX = pathlib.Path(sys.argv[1]).resolve()
SPDX = ("{} SPDX-FileCopyrightText: 2026 The Qusasat authors{}\n"
        "{} SPDX-License-Identifier: GPL-3.0-or-later{}\n")
C = SPDX.format("/*", " */", "/*", " */")
MESON = SPDX.format("#", "", "#", "")
XML = '<?xml version="1.0" encoding="UTF-8"?>\n' + SPDX.format("<!--", " -->", "<!--", " -->")
LAYERS = ["text", "model", "extract", "quotes", "store", "importer", "cli", "app"]
ID = "io.github.qusasat.Qusasat"
ICON = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>\n'

WINDOW_C = C + """
#include "qsa-window.h"
#include "qsa-fold.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

void
qsa_window_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/ui/qsa-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, qsa_window_on_search);
  g_print ("%s", _ ("Search"));
  qsa_fold ();
}
"""

WINDOW_UI = XML + """<interface>
  <template class="QsaWindow" parent="GtkWindow">
    <child>
      <object class="GtkEntry" id="search_entry">
        <property name="tooltip-text" translatable="yes">Search</property>
        <signal name="changed" handler="qsa_window_on_search"/>
      </object>
    </child>
  </template>
</interface>
"""

LIST_ITEM_UI = XML + """<interface>
  <object class="GtkBox">
    <property name="spacing">6</property>
  </object>
</interface>
"""

PO = """msgid ""
msgstr ""
"Project-Id-Version: qusasat\\n"
"Report-Msgid-Bugs-To: \\n"
"POT-Creation-Date: 2026-01-01 00:00+0000\\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\\n"
"Last-Translator: A\\n"
"Language-Team: Arabic\\n"
"Language: ar\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 "
"&& n%100<=10 ? 3 : n%100>=11 ? 4 : 5;\\n"

msgid "Search"
msgstr "بحث"
"""


def plant(root):
    """A clean tree in small, with one file of each kind."""
    def write(name, text):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    shutil.copy(AUX.parent / ".clang-format", root)
    for layer in LAYERS:
        write(f"src/{layer}/meson.build", MESON)
    write("src/text/meson.build", MESON + "\nsources = files('qsa-fold.c')\n")
    write("src/text/qsa-fold.h", C + "\n#pragma once\n\nvoid qsa_fold (void);\n")
    write("src/text/qsa-fold.c", C + '\n#include "qsa-fold.h"\n\n#include <unicode/uchar.h>\n\n'
          "void\nqsa_fold (void)\n{\n}\n")
    write("src/store/qsa-db.h", C + "\n#pragma once\n\n#include <sqlite3.h>\n")
    write("src/app/meson.build", MESON + "\nsources = files('qsa-window.c')\n")
    write("src/app/qsa-window.h", C + "\n#pragma once\n")
    write("src/app/qsa-window.c", WINDOW_C)
    write("ui/meson.build", MESON + "\nui_templates = ['qsa-window.ui', 'list-item.ui']\n")
    write("ui/list-item.ui", LIST_ITEM_UI)
    write("ui/qsa-window.ui", WINDOW_UI)
    write("po/LINGUAS", "ar\n")
    write("po/POTFILES", "src/app/qsa-window.c\nui/qsa-window.ui\n")
    write("po/ar.po", PO)
    for name in (f"{ID}.desktop.in", f"{ID}.metainfo.xml.in", f"{ID}.gschema.xml"):
        shutil.copy(AUX.parent / "data" / name, root / "po")
    write(f"data/icons/hicolor/scalable/apps/{ID}.svg", ICON)
    write(f"data/icons/hicolor/symbolic/apps/{ID}-symbolic.svg", ICON)


def plant_data(root):
    """The project's own desktop file, metainfo and schema; they have words of their own."""
    for name in (f"{ID}.desktop.in", f"{ID}.metainfo.xml.in", f"{ID}.gschema.xml"):
        shutil.move(root / "po" / name, root / "data" / name)


def need(*tools):
    for tool in tools:
        if shutil.which(tool) is None:
            raise tap.Skip(f"{tool} is not installed")


def check(script, root, *arguments):
    result = subprocess.run([AUX / script, "--root", root, *arguments], text=True, check=False,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return result.returncode, result.stdout


def replace(root, name, old, new):
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def append(root, name, text):
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(text)


# check, address of the fault, what plants it, a word of the complaint
FAULTS = [
    ("check-format.sh", "brace-style",
     lambda r: append(r, "src/text/qsa-fold.c", "\nvoid f(void) { }\n"), "qsa-fold.c"),
    ("check-format.sh", "no-files", lambda r: shutil.rmtree(r / "src"), "no C files"),

    ("check-style.py", "no-spdx",
     lambda r: (r / "src/text/qsa-fold.h").write_text("#pragma once\n"), "SPDX"),
    ("check-style.py", "no-spdx-in-template",
     lambda r: replace(r, "ui/qsa-window.ui", "SPDX-License-Identifier", "License"), "SPDX"),
    ("check-style.py", "file-too-long",
     lambda r: append(r, "src/text/qsa-fold.c", "\n" * 500), "longer than 500"),
    ("check-style.py", "unfinished",
     lambda r: append(r, "src/text/qsa-fold.c", "/* TO" "DO: finish */\n"), "unfinished"),
    ("check-style.py", "unfinished-in-template",
     lambda r: append(r, "ui/qsa-window.ui", "<!-- FIX" "ME -->\n"), "unfinished"),
    ("check-style.py", "tab",
     lambda r: append(r, "src/text/qsa-fold.c", "\tf ();\n"), "tab"),
    ("check-style.py", "trailing-blank",
     lambda r: append(r, "src/text/qsa-fold.c", "f (); \n"), "blank"),
    ("check-style.py", "source-not-built",
     lambda r: (r / "src/text/qsa-lost.c").write_text(C), "qsa-lost.c: in no"),
    ("check-style.py", "no-files", lambda r: [shutil.rmtree(r / "src"), shutil.rmtree(r / "ui")],
     "no sources"),

    ("check-layers.py", "upward-include",
     lambda r: append(r, "src/text/qsa-fold.c", '#include "qsa-db.h"\n'),
     "text may not include store"),
    ("check-layers.py", "upward-include-in-angles",
     lambda r: append(r, "src/text/qsa-fold.c", "#include <qsa-db.h>\n"),
     "text may not include store"),
    ("check-layers.py", "sideways-include",
     lambda r: (r / "src/quotes/qsa-quote.h").write_text(C + '#include "qsa-db.h"\n'),
     "quotes may not include store"),
    ("check-layers.py", "climbing-include",
     lambda r: append(r, "src/app/qsa-window.c", '#include "../text/qsa-fold.h"\n'), "climbs"),
    ("check-layers.py", "include-with-folder",
     lambda r: append(r, "src/app/qsa-window.c", '#include "text/qsa-fold.h"\n'), "flat"),
    ("check-layers.py", "unknown-header",
     lambda r: append(r, "src/app/qsa-window.c", '#include "qsa-none.h"\n'), "no header"),
    ("check-layers.py", "sqlite-outside-store",
     lambda r: append(r, "src/app/qsa-window.c", "#include <sqlite3.h>\n"),
     "app may not use sqlite3"),
    ("check-layers.py", "gtk-below-app",
     lambda r: append(r, "src/store/qsa-db.h", "#include <gtk/gtk.h>\n"),
     "store may not use gtk"),
    ("check-layers.py", "adwaita-below-app",
     lambda r: append(r, "src/store/qsa-db.h", "#include <adwaita.h>\n"),
     "store may not use gtk"),
    ("check-layers.py", "pango-below-app",
     lambda r: append(r, "src/text/qsa-fold.c", "# include <pango/pango.h>\n"),
     "text may not use gtk"),
    ("check-layers.py", "libxml-outside-extract",
     lambda r: append(r, "src/store/qsa-db.h", "#include <libxml/HTMLparser.h>\n"),
     "store may not use libxml2"),
    ("check-layers.py", "json-in-store",
     lambda r: append(r, "src/store/qsa-db.h", "#include <json-glib/json-glib.h>\n"),
     "store may not use json-glib"),
    ("check-layers.py", "icu-in-app",
     lambda r: append(r, "src/app/qsa-window.c", "#include <unicode/ubrk.h>\n"),
     "app may not use icu"),
    ("check-layers.py", "gio-in-text",
     lambda r: append(r, "src/text/qsa-fold.c", "#include <gio/gio.h>\n"),
     "text may not use gio"),
    ("check-layers.py", "same-name-twice",
     lambda r: shutil.copy(r / "src/text/qsa-fold.h", r / "src/model"), "also in"),
    ("check-layers.py", "unknown-layer", lambda r: (r / "src/util").mkdir(), "no layer"),

    ("check-potfiles.py", "c-not-listed",
     lambda r: (r / "po/POTFILES").write_text("ui/qsa-window.ui\n"), "qsa-window.c: has words"),
    ("check-potfiles.py", "plural-not-listed",
     lambda r: append(r, "src/text/qsa-fold.c", 'f (ngettext ("a", "b", 2));\n'),
     "qsa-fold.c: has words"),
    ("check-potfiles.py", "template-not-listed",
     lambda r: (r / "po/POTFILES").write_text("src/app/qsa-window.c\n"),
     "qsa-window.ui: has words"),
    ("check-potfiles.py", "listed-without-words",
     lambda r: replace(r, "src/app/qsa-window.c", '_ ("Search")', '"Search" /* _ ("x") */'),
     "has no words"),
    ("check-potfiles.py", "listed-and-gone",
     lambda r: append(r, "po/POTFILES", "ui/qsa-zzz.ui\n"), "no such file"),
    ("check-potfiles.py", "order",
     lambda r: (r / "po/POTFILES").write_text("ui/qsa-window.ui\nsrc/app/qsa-window.c\n"),
     "alphabetical"),

    ("check-po.py", "word-without-translation",
     lambda r: append(r, "src/app/qsa-window.c", 'f (_("Filter"));\n'), 'lacks "Filter"'),
    ("check-po.py", "template-word-without-translation",
     lambda r: replace(r, "ui/qsa-window.ui", ">Search<", ">Find<"), 'lacks "Find"'),
    ("check-po.py", "empty-translation",
     lambda r: replace(r, "po/ar.po", '"بحث"', '""'), "1 untranslated"),
    ("check-po.py", "fuzzy",
     lambda r: replace(r, "po/ar.po", 'msgid "Search"', '#, fuzzy\nmsgid "Search"'), "1 fuzzy"),
    ("check-po.py", "obsolete",
     lambda r: append(r, "po/ar.po", '\nmsgid "Gone"\nmsgstr "ذهب"\n'), "no longer"),
    ("check-po.py", "wrong-format",
     lambda r: [append(r, "src/app/qsa-window.c", 'g_print (_("%d hits"), n);\n'),
                append(r, "po/ar.po", '\n#, c-format\nmsgid "%d hits"\nmsgstr "%s نتيجة"\n')],
     "format"),
    ("check-po.py", "missing-plural",
     lambda r: [append(r, "src/app/qsa-window.c", 'f (ngettext ("one", "many", n));\n'),
                append(r, "po/ar.po", '\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "أ"\n'
                                      'msgstr[1] "ب"\n')], "plural"),
    ("check-po.py", "language-not-listed",
     lambda r: shutil.copy(r / "po/ar.po", r / "po/fa.po"), "not in po/LINGUAS"),
    ("check-po.py", "language-gone", lambda r: (r / "po/ar.po").unlink(), "no such file"),

    ("check-ui.py", "wrong-base-name",
     lambda r: replace(r, "ui/qsa-window.ui", '"QsaWindow"', '"QsaMainWindow"'),
     "qsa-main-window"),
    ("check-ui.py", "two-templates",
     lambda r: replace(r, "ui/qsa-window.ui", "</interface>",
                       '<template class="QsaX" parent="GtkBox"/></interface>'), "one <template>"),
    ("check-ui.py", "not-listed",
     lambda r: replace(r, "ui/meson.build", "'qsa-window.ui'", ""), "not in ui/meson.build"),
    ("check-ui.py", "listed-and-gone",
     lambda r: append(r, "ui/meson.build", "x = ['qsa-gone.ui']\n"), "does not exist"),
    ("check-ui.py", "no-such-child",
     lambda r: replace(r, "ui/qsa-window.ui", 'id="search_entry"', 'id="entry"'),
     "binds search_entry"),
    ("check-ui.py", "id-twice",
     lambda r: replace(r, "ui/qsa-window.ui", "</child>", '<object class="GtkBox" '
                       'id="search_entry"/></child>'), "twice"),
    ("check-ui.py", "callback-not-bound",
     lambda r: replace(r, "ui/qsa-window.ui", "qsa_window_on_search", "qsa_window_on_find"),
     "qsa_window_on_find is not bound"),
    ("check-ui.py", "class-without-source",
     lambda r: (r / "src/app/qsa-window.c").unlink(), "does not exist"),

    ("check-builder.sh", "not-well-formed",
     lambda r: replace(r, "ui/qsa-window.ui", "</interface>", ""), "qsa-window.ui"),
    ("check-builder.sh", "no-such-property",
     lambda r: replace(r, "ui/list-item.ui", "spacing", "spicing"), "spicing"),

    ("check-data.sh", "desktop",
     lambda r: replace(r, f"data/{ID}.desktop.in", "Type=Application", "Type=Program"), "Type"),
    ("check-data.sh", "metainfo",
     lambda r: replace(r, f"data/{ID}.metainfo.xml.in", "<launchable", "<lunchable"), "lunchable"),
    ("check-data.sh", "schema",
     lambda r: replace(r, f"data/{ID}.gschema.xml", "<default>1280<", "<default>wide<"),
     "keyword"),
    ("check-data.sh", "icon",
     lambda r: (r / f"data/icons/hicolor/scalable/apps/{ID}.svg").unlink(), ID),
]

TOOLS = {
    "check-po.py": ["xgettext", "msgfmt", "msgmerge", "msgattrib"],
    "check-builder.sh": ["xmllint", "gtk4-builder-tool", "Xvfb", "dbus-run-session"],
    "check-data.sh": ["desktop-file-validate", "appstreamcli", "glib-compile-schemas",
                      "xmllint"],
}


def prepare(script, root):
    need(*TOOLS.get(script, []))
    if script == "check-format.sh":
        versions = [subprocess.run([tool, "--version"], stdout=subprocess.PIPE, text=True,
                                   check=False).stdout
                    for tool in ("clang-format-14", "clang-format") if shutil.which(tool)]
        if not any("version 14." in version for version in versions):
            raise tap.Skip("clang-format 14 is not installed")
    plant(root)
    if script == "check-data.sh":
        plant_data(root)


def passes(script):
    def case(root):
        prepare(script, root)
        status, output = check(script, root)
        assert status == 0, output
    return case


def fails(script, fault, complaint):
    def case(root):
        prepare(script, root)
        fault(root)
        status, output = check(script, root)
        assert status != 0, f"not noticed: {output}"
        assert complaint in output, f"{complaint!r} is not in: {output}"
    return case


def archives(root, sources):
    """Builds libqsa-LAYER.a for every layer from {layer: C text}."""
    plant(root)
    compiler = os.environ.get("CC", "cc").split()
    for layer in LAYERS:
        folder = root / "build" / "src" / layer
        folder.mkdir(parents=True)
        (folder / "a.c").write_text(sources.get(layer, f"int qsa_{layer}_unused;\n"))
        subprocess.run([*compiler, "-c", "a.c", "-o", "a.o"], cwd=folder, check=True)
        subprocess.run(["ar", "rcs", f"libqsa-{layer}.a", "a.o"], cwd=folder, check=True)


def symbols(sources, complaint):
    """A call to a function that the layer declared by hand, past every include."""
    def case(root):
        need("ar", "nm", *os.environ.get("CC", "cc").split()[-1:])
        archives(root, sources)
        status, output = check("check-layers.py", root, "--build", root / "build")
        if complaint is None:
            assert status == 0, output
        else:
            assert status != 0 and complaint in output, output
    return case


def call(name):
    return f"void {name} (void);\nvoid qsa_caller_of_{name} (void) {{ {name} (); }}\n"


DEFINITION = "void qsa_store_open (void) { }\n"
SYMBOLS = [
    ("allowed", {"store": DEFINITION, "importer": call("qsa_store_open")}, None),
    ("own-library", {"store": call("sqlite3_open")}, None),
    ("upward", {"store": DEFINITION, "text": call("qsa_store_open")}, "text may not use store"),
    ("sideways", {"store": DEFINITION, "extract": call("qsa_store_open")},
     "extract may not use store"),
    ("undefined", {"model": call("qsa_nobody")}, "defined by no layer"),
    ("sqlite", {"importer": call("sqlite3_exec")}, "importer may not use sqlite3"),
    ("gtk", {"store": call("gtk_init")}, "store may not use gtk"),
    ("adwaita", {"cli": call("adw_init")}, "cli may not use gtk"),
    ("libxml", {"quotes": call("htmlReadMemory")}, "quotes may not use libxml2"),
    ("json", {"app": call("json_parser_new")}, "app may not use json-glib"),
    ("icu", {"store": call("ubrk_open_72")}, "store may not use icu"),
    ("settings", {"importer": call("g_settings_new")}, "importer may not use settings"),
]

def potfiles_fix(root):
    plant(root)
    (root / "po/POTFILES").write_text("# Files.\nui/gone.ui\n")
    status, output = check("check-potfiles.py", root, "--fix")
    assert status == 0, output
    assert (root / "po/POTFILES").read_text() == (
        "# Files.\nsrc/app/qsa-window.c\nui/qsa-window.ui\n")


CHECKS = sorted({script for script, _, _, _ in FAULTS})
tap.run([(f"/checks/{script.split('.')[0]}/clean", passes(script)) for script in CHECKS]
        + [(f"/checks/{script.split('.')[0]}/{address}", fails(script, fault, complaint))
           for script, address, fault, complaint in FAULTS]
        + [(f"/checks/check-layers/symbols/{address}", symbols(sources, complaint))
           for address, sources, complaint in SYMBOLS]
        + [("/checks/check-potfiles/fix", potfiles_fix)])
