#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build.sh [--only TARGET] BUILD [MESON-OPTION...]
#
# Configures BUILD when that is needed, gives it the options, and builds everything or TARGET.

set -eu

only=
if [ "$1" = --only ]; then
  only=$2
  shift 2
fi
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
exec ninja -C "$build" $only
