#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# take-screenshot.sh [--search WORDS [--open NUMBER]] PICTURE COMMAND [ARGUMENT...]
#
# Starts COMMAND on the present display, waits until its window is there and has come to
# rest, writes PICTURE, and ends the program.  Every wait has an end; COMMAND ending early, or
# a window that never comes, is an error.
#
#   --search   puts WORDS into the search box first
#   --open     and opens the hit of this number, from the top

set -u

words=
number=
while [ $# -gt 0 ]; do
  case $1 in
    --search) words=$2; shift ;;
    --open) number=$2; shift ;;
    -*) echo "take-screenshot.sh: unknown option $1" >&2; exit 2 ;;
    *) break ;;
  esac
  shift
done
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

# At rest: so many equal pictures in a row, a quarter of a second apart, of more than one colour.
wait_for_rest ()
{
  local wanted=$1 equal=0 before='' now
  local deadline=$((SECONDS + seconds_for_rest))
  while [ $equal -lt "$wanted" ] && [ $SECONDS -lt $deadline ]; do
    kill -0 "$program" 2>/dev/null || fail "$command ended before its window came to rest"
    import -silent -window "$window" "$picture" \
      || fail "import (ImageMagick) could not take a picture"
    now=$(identify -format '%# %k' "$picture")
    if [ "$now" = "$before" ] && [ "${now##* }" -gt 1 ]; then
      equal=$((equal + 1))
    else
      equal=0
    fi
    before=$now
    sleep 0.25
  done
  [ $equal -ge "$wanted" ] || echo "take-screenshot.sh: the window was still changing" >&2
  [ "${before##* }" -gt 1 ] || fail "the window stayed blank"
}

keys ()
{
  xdotool key "$@" || fail "xdotool could not press $*"
  wait_for_rest 3
}

command=$1
deadline=$((SECONDS + seconds_for_window))
until window=$(window_id) && [ -n "$window" ]; do
  kill -0 "$program" 2>/dev/null || fail "$command ended before it showed a window"
  [ $SECONDS -lt $deadline ] || fail "no window within $seconds_for_window seconds"
  sleep 0.1
done

xdotool mousemove 0 0 # nothing is to look touched
if [ -n "$words" ]; then
  # The words are pasted: Arabic letters that xdotool types get lost on a keyboard without them.
  # (xclip stays until the server ends, and complains of that.)
  printf %s "$words" | xclip -in -selection clipboard 2>/dev/null \
    || fail "xclip could not take the words"
  xdotool windowfocus --sync "$window" || fail "xdotool could not reach the window"
  wait_for_rest 4
  keys ctrl+f
  keys ctrl+v
  if [ -n "$number" ]; then
    keys Return
    for ((i = 1; i < number; i++)); do
      keys Down
    done
    keys Return
  fi
fi
wait_for_rest 8
