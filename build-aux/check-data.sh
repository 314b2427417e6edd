#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-data.sh [--root DIRECTORY] [--build DIRECTORY]
#
# Desktop file, metainfo and settings schema as their own tools judge them; with --build the
# translated desktop file and metainfo too.

set -u

root=$(dirname "$0")/..
build=
while [ $# -gt 0 ]; do
  case $1 in
    --root) root=$2 ;;
    --build) build=$(cd "$2" && pwd) ;;
    *) echo "usage: check-data.sh [--root DIRECTORY] [--build DIRECTORY]" >&2; exit 2 ;;
  esac
  shift 2
done
cd "$root" || exit 1
id=io.github.qusasat.Qusasat

status=0
check_desktop ()
{
  # desktop-file-validate wants the suffix.
  copy=$(mktemp -d)
  cp "$1" "$copy/$id.desktop" && desktop-file-validate "$copy/$id.desktop" || status=1
  rm -rf "$copy"
}

check_metainfo ()
{
  copy=$(mktemp -d)
  if cp "$1" "$copy/$id.metainfo.xml"; then
    report=$(appstreamcli validate --no-net --no-color "$copy/$id.metainfo.xml" 2>&1) || {
      echo "$report" >&2
      status=1
    }
  else
    status=1
  fi
  rm -rf "$copy"
}

check_desktop "data/$id.desktop.in"
check_metainfo "data/$id.metainfo.xml.in"
glib-compile-schemas --strict --dry-run data || status=1
for icon in data/icons/hicolor/scalable/apps/$id.svg \
            data/icons/hicolor/symbolic/apps/$id-symbolic.svg; do
  xmllint --noout "$icon" || status=1
done
if [ -n "$build" ]; then
  check_desktop "$build/data/$id.desktop"
  check_metainfo "$build/data/$id.metainfo.xml"
fi
[ $status -ne 0 ] || echo "data: desktop file, metainfo, schema, icons"
exit $status
