#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test.sh BUILD "SUITE... [-SUITE...]" [MESON-OPTION...]
#
# Installs what tests need, builds, runs the suites, closes with the line
# `N passed, N failed, N skipped`.

set -u

here=$(dirname "$0")
build=$1
suites=$2
shift 2

give_up ()
{
  echo "FAILED: $1, so no test ran"
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
}

"$here/install-packages.sh" test || give_up "the installation of packages"
"$here/build.sh" "$build" "$@" || give_up "the build"
setting=$("$here/ensure-locales.sh" "$(cd "$build" && pwd)/locales") \
  || give_up "the preparation of locales"
eval "$setting"
# shellcheck disable=SC2086  # a list of words
exec "$here/run-tests.py" "$build" $suites
