#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build.sh BUILD [MESON-OPTION...]
#
# Configures BUILD when that is needed, gives it the options, and builds.  Silent when
# nothing is to be done.

set -eu

build=$1
shift
cd "$(dirname "$0")/.."

if [ ! -f "$build/build.ninja" ]; then
  # A configuration that broke off leaves its directory behind.
  wipe=
  [ ! -d "$build/meson-private" ] || wipe=--wipe
  meson setup $wipe "$build" "$@"
elif [ $# -gt 0 ]; then
  meson configure "$build" "$@"
fi
exec meson compile -C "$build"
