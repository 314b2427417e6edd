#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh BUILD
#
# Opens the built program on its sample library.  Without a display it says so, does the main
# job through qusasat-cli on the same articles, and takes a picture of the real window on an
# X server of its own.

set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
build=$(cd "$1" && pwd)

export GSETTINGS_SCHEMA_DIR=$build/data
export QUSASAT_SAMPLES_DIR=$root/data/samples
export QUSASAT_LOCALE_DIR=$build/po

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$build/src/app/qusasat" --sample
fi

echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
echo "The sample library goes through qusasat-cli instead, then the window onto a picture."

out=$build/run
rm -rf "$out"
mkdir -p "$out"
cli=("$build/src/cli/qusasat-cli" --library "$out/samples.qusasat")

say ()
{
  echo
  echo "\$ qusasat-cli $*"
}

say import data/samples
"${cli[@]}" import "$QUSASAT_SAMPLES_DIR"

word=${QUSASAT_RUN_QUERY:-مدرسة}
say search "$word" --facets --limit 3
"${cli[@]}" search "$word" --facets --limit 3

id=$("${cli[@]}" search "$word" --limit 1 --json \
  | python3 -c 'import json, sys; print(json.load(sys.stdin)["hits"][0]["id"])')
say cite "$id"
"${cli[@]}" cite "$id"

echo
picture=$out/window.png
"$here/with-display.sh" --size 1280x800 \
  "$here/take-screenshot.sh" --search "$word" --open 1 "$picture" \
  "$build/src/app/qusasat" --sample
echo "Screenshot of the window: $picture"
