#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check.sh BUILD
#
# Every check that is no test, on a built tree; all of them, also after one has failed.  That
# each of them can fail is proved by tests/build-aux.

set -u

here=$(dirname "$0")
build=$1

failed=
check ()
{
  "$@" || { failed="$failed $(basename "$1")"; echo "FAILED: $(basename "$1")"; }
}

check "$here/check-format.sh"
check "$here/check-style.py"
check "$here/check-layers.py" --build "$build"
check "$here/check-potfiles.py"
check "$here/check-po.py"
check "$here/check-ui.py"
check "$here/check-builder.sh"
check "$here/check-data.sh" --build "$build"

if [ -n "$failed" ]; then
  echo "checks failed:$failed"
  exit 1
fi
echo "all checks passed"
