#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# take-screenshot.sh PICTURE COMMAND [ARGUMENT...]
#
# Starts COMMAND on the present display, waits until its window is there and has come to
# rest, writes PICTURE, and ends the program.  Every wait has an end; COMMAND ending early, or
# a window that never comes, is an error.

set -u

picture=$1
shift

seconds_for_window=60
seconds_for_rest=30

"$@" &
program=$!
trap 'kill "$program" 2>/dev/null' EXIT

fail ()
{
  echo "take-screenshot.sh: $*" >&2
  exit 1
}

window_id ()
{
  xdotool search --onlyvisible --name '.' 2>/dev/null | tail -n 1
}

deadline=$((SECONDS + seconds_for_window))
until window=$(window_id) && [ -n "$window" ]; do
  kill -0 "$program" 2>/dev/null || fail "$1 ended before it showed a window"
  [ $SECONDS -lt $deadline ] || fail "no window within $seconds_for_window seconds"
  sleep 0.1
done

# At rest: eight equal pictures in a row, a quarter of a second apart, of more than one colour.
deadline=$((SECONDS + seconds_for_rest))
before=''
equal=0
while [ $equal -lt 8 ] && [ $SECONDS -lt $deadline ]; do
  kill -0 "$program" 2>/dev/null || fail "$1 ended before its window came to rest"
  import -silent -window "$window" "$picture" || fail "import (ImageMagick) could not take a picture"
  now=$(identify -format '%# %k' "$picture")
  if [ "$now" = "$before" ] && [ "${now##* }" -gt 1 ]; then
    equal=$((equal + 1))
  else
    equal=0
  fi
  before=$now
  sleep 0.25
done
[ $equal -ge 8 ] || echo "take-screenshot.sh: the window was still changing" >&2
[ "${before##* }" -gt 1 ] || fail "the window stayed blank"
