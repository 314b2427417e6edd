#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-format.sh [--fix] [--root DIRECTORY]
#
# Says which C files are not in the house format, or mends them.  Another version of
# clang-format would format otherwise, so only version 14 is taken.

set -eu

root=$(dirname "$0")/..
fix=
while [ $# -gt 0 ]; do
  case $1 in
    --fix) fix=yes ;;
    --root) root=$2; shift ;;
    *) echo "usage: check-format.sh [--fix] [--root DIRECTORY]" >&2; exit 2 ;;
  esac
  shift
done
cd "$root"

formatter=
for name in clang-format-14 clang-format; do
  case $("$name" --version 2>/dev/null) in
    *"version 14."*) formatter=$name; break ;;
  esac
done
if [ -z "$formatter" ]; then
  echo "check-format.sh: clang-format 14 is not installed (Debian: clang-format-14)" >&2
  exit 1
fi

find src tests -name '*.[ch]' -type f 2>/dev/null | sort >"${TMPDIR:-/tmp}/qusasat-format.$$"
trap 'rm -f "${TMPDIR:-/tmp}/qusasat-format.$$"' EXIT
if [ ! -s "${TMPDIR:-/tmp}/qusasat-format.$$" ]; then
  echo "check-format.sh: no C files found under $root" >&2
  exit 1
fi
if [ -n "$fix" ]; then
  xargs -d '\n' "$formatter" --style=file -i <"${TMPDIR:-/tmp}/qusasat-format.$$"
else
  xargs -d '\n' "$formatter" --style=file --dry-run -Werror --ferror-limit=3 \
    <"${TMPDIR:-/tmp}/qusasat-format.$$" \
    || { echo "check-format.sh: run \`make format\`" >&2; exit 1; }
fi
