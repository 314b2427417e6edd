#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# screenshots.sh BUILD
#
# The pictures of README and metainfo: the sample library with a search and one of its hits
# open, in English and in Arabic, light and dark.  They go to data/screenshots.

set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
build=$(cd "$1" && pwd)

words=مدرسة
number=6

eval "$("$here/ensure-locales.sh" "$build/locales")"
work=$(mktemp -d "${TMPDIR:-/tmp}/qusasat-screenshots.XXXXXX")
trap 'rm -rf "$work"' EXIT
export GSETTINGS_SCHEMA_DIR=$build/data
export QUSASAT_LOCALE_DIR=$build/po

"$build/src/cli/qusasat-cli" --library "$work/samples.qusasat" import "$root/data/samples" \
  >"$work/import.log"

mkdir -p "$root/data/screenshots"
while read -r name locale scheme; do
  picture=$root/data/screenshots/window-$name.png
  cp "$work/samples.qusasat" "$work/$name.qusasat"
  ADW_DEBUG_COLOR_SCHEME=$scheme "$here/with-display.sh" --size 1280x800 --locale "$locale" \
    "$here/take-screenshot.sh" --search "$words" --open "$number" "$work/window.png" \
    "$build/src/app/qusasat" --library "$work/$name.qusasat"
  # Dates and the like would make every picture a new file.
  convert "$work/window.png" -strip -define png:compression-level=9 "$picture"
  echo "data/screenshots/window-$name.png: $(stat -c %s "$picture") bytes"
done <<'PICTURES'
en en_US.UTF-8 prefer-light
en-dark en_US.UTF-8 prefer-dark
ar ar_EG.UTF-8 prefer-light
ar-dark ar_EG.UTF-8 prefer-dark
PICTURES
