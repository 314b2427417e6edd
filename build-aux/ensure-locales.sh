#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ensure-locales.sh DIRECTORY
#
# Tests run in ar_EG, de_DE and en_US, all UTF-8.  When the machine lacks one of the locales
# they are compiled into DIRECTORY, without touching the system and without root, and the
# line to evaluate is printed: LOCPATH=DIRECTORY.  Nothing is printed when all is there.

set -eu

directory=$1
locales='ar_EG de_DE en_US'

missing=
have=$(locale -a 2>/dev/null || true)
for name in $locales; do
  echo "$have" | grep -qix "$name\.utf-\{0,1\}8" || missing=yes
done
[ -n "$missing" ] || exit 0

mkdir -p "$directory"
for name in $locales; do
  [ -d "$directory/$name.UTF-8" ] && continue
  if ! localedef -i "$name" -f UTF-8 "$directory/$name.UTF-8" >/dev/null; then
    rm -rf "$directory/$name.UTF-8"
    echo "ensure-locales.sh: cannot compile $name.UTF-8; install the package locales" \
      "(Fedora: glibc-locale-source)" >&2
    exit 1
  fi
done
echo "export LOCPATH=$directory"
