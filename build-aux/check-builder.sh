#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-builder.sh [--root DIRECTORY]
#
# Every file of ui/ is well-formed; those that GTK can judge alone are validated by it.  (It
# knows neither Adwaita's classes nor ours nor our callbacks; such templates are made for real
# by the display suite, where a complaint of GtkBuilder is fatal.)

set -u

here=$(cd "$(dirname "$0")" && pwd)
root=$here/..
[ "${1:-}" != --root ] || root=$2
cd "$root" || exit 1

status=0
own=
for file in $(find ui -name '*.ui' | sort); do
  xmllint --noout "$file" || { status=1; continue; }
  grep -qE '<object class="(Adw|Qsa)|parent="(Adw|Qsa)|handler=' "$file" || own="$own $file"
done
if [ -n "$own" ] && [ $status -eq 0 ]; then
  # shellcheck disable=SC2016,SC2086  # for the inner shell; a list of names
  "$here/with-display.sh" sh -c '
    status=0
    for file; do
      gtk4-builder-tool validate "$file" || { echo "$file: not valid" >&2; status=1; }
    done
    exit $status' sh $own || status=1
fi
[ $status -ne 0 ] || echo "builder: $(find ui -name '*.ui' | wc -l) files"
exit $status
