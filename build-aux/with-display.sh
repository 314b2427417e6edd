#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with-display.sh [--wm] [--a11y] [--size WxH] [--locale NAME] COMMAND [ARGUMENT...]
#
# Runs COMMAND under an X server, a session bus and a home of its own, and removes all three
# when it ends; its exit status is passed on.  Nothing of the caller's session is touched, so
# several can run side by side.
#
#   --wm       with a window manager (openbox), for focus, maximizing and resizing
#   --a11y     with the accessibility bus; without it GTK offers no accessibility at all
#   --size     of the screen, 1400x900 unless given
#   --locale   for example ar_EG.UTF-8; the caller's unless given

set -u

wm=
a11y=none
size=1400x900
while [ $# -gt 0 ]; do
  case $1 in
    --wm) wm=yes ;;
    --a11y) a11y=atspi ;;
    --size) size=$2; shift ;;
    --locale) export LC_ALL=$2; unset LANGUAGE; shift ;;
    --) shift; break ;;
    -*) echo "with-display.sh: unknown option $1" >&2; exit 2 ;;
    *) break ;;
  esac
  shift
done
[ $# -gt 0 ] || { echo "with-display.sh: no command given" >&2; exit 2; }

for tool in Xvfb dbus-run-session ${wm:+openbox xprop}; do
  command -v "$tool" >/dev/null || {
    echo "with-display.sh: $tool is not installed (build-aux/install-packages.sh test)" >&2
    exit 127
  }
done

work=$(mktemp -d "${TMPDIR:-/tmp}/qusasat-display.XXXXXX") || exit 1
server=''
command=''
kill_tree ()
{
  local child
  for child in $(ps -o pid= --ppid "$1"); do
    kill_tree "$child"
  done
  kill "$1" 2>/dev/null
}

clean_up ()
{
  [ -z "$command" ] || kill_tree "$command"
  [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# The server picks a free number and writes it into the pipe once it accepts clients; when it
# cannot start, the pipe ends and nothing is read.
mkfifo "$work/number" || exit 1
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset \
  3>"$work/number" >"$work/server.log" 2>&1 &
server=$!
number=
read -r -t 30 number <"$work/number"
if [ -z "$number" ]; then
  echo "with-display.sh: the X server did not start:" >&2
  cat "$work/server.log" >&2
  exit 1
fi

mkdir -p "$work/home/.config/gtk-4.0" "$work/runtime"
chmod 700 "$work/runtime"
export DISPLAY=:$number HOME=$work/home
export XDG_RUNTIME_DIR=$work/runtime
export XDG_DATA_HOME=$HOME/.local/share XDG_CONFIG_HOME=$HOME/.config
export XDG_CACHE_HOME=$HOME/.cache XDG_STATE_HOME=$HOME/.local/state
export GDK_BACKEND=x11 GSK_RENDERER=cairo GTK_A11Y=$a11y
export GSETTINGS_BACKEND=memory GTK_USE_PORTAL=0 ADW_DISABLE_PORTAL=1
# Nothing moves by itself: a test or a picture sees the end of every transition.
cat >"$XDG_CONFIG_HOME/gtk-4.0/settings.ini" <<'SETTINGS'
[Settings]
gtk-enable-animations=false
gtk-cursor-blink=false
SETTINGS
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS GTK_THEME SESSION_MANAGER

# The bus and the services that it starts write to a log of their own, which goes away with
# them; the command keeps the caller's output as descriptors 8 and 9.  Without <&0 the shell
# would give a command in the background no standard input.
# shellcheck disable=SC2016  # for the inner shell
dbus-run-session -- bash -c '
  exec >&8 2>&9 8>&- 9>&-
  if [ -n "$1" ]; then
    openbox --sm-disable >/dev/null 2>&1 &
    deadline=$((SECONDS + 20))
    until xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q "window id"; do
      [ $SECONDS -lt $deadline ] || { echo "with-display.sh: no window manager" >&2; exit 1; }
      sleep 0.05
    done
  fi
  shift
  "$@"' bash "$wm" "$@" <&0 8>&1 9>&2 >"$work/bus.log" 2>&1 &
command=$!
wait "$command"
status=$?
command=
exit "$status"
