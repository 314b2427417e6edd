#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# install-packages.sh run|test|check
#
# Installs the system packages that are missing, through the system's package manager, and
# nothing else; returns at once when all are there.
#
#   run     what building and running takes; without a display also what a screenshot takes
#   test    and what the tests take
#   check   and what the checks of .ci/run take
#
# Tried on Debian 12 and 13 (`check` on 12 only: 13 has no clang-format 14).  The names for
# Fedora and Arch are those of their package lists.

set -euo pipefail

set_name=${1:-run}

# One need a line: Debian, Fedora, Arch.  A dash: comes with another of the list.
build_packages='
gcc                      gcc                       gcc
libc6-dev                glibc-devel               -
make                     make                      make
meson                    meson                     meson
ninja-build              ninja-build               ninja
pkg-config               pkgconf-pkg-config        pkgconf
gettext                  gettext-devel             gettext
python3                  python3                   python
libglib2.0-dev           glib2-devel               glib2-devel
libglib2.0-bin           glib2                     glib2
libgtk-4-dev             gtk4-devel                gtk4
libadwaita-1-dev         libadwaita-devel          libadwaita
libicu-dev               libicu-devel              icu
libsqlite3-dev           sqlite-devel              sqlite
libxml2-dev              libxml2-devel             libxml2
libjson-glib-dev         json-glib-devel           json-glib
appstream                appstream                 appstream
desktop-file-utils       desktop-file-utils        desktop-file-utils
libgtk-4-bin             gtk4-devel-tools          -
adwaita-icon-theme       adwaita-icon-theme        adwaita-icon-theme
librsvg2-common          librsvg2                  librsvg
dconf-gsettings-backend  dconf                     dconf
shared-mime-info         shared-mime-info          shared-mime-info
fonts-cantarell          abattis-cantarell-fonts   cantarell-fonts
fonts-noto-core          google-noto-naskh-arabic-fonts  noto-fonts
fonts-hosny-amiri        amiri-fonts               -
'

screenshot_packages='
xvfb                     xorg-x11-server-Xvfb      xorg-server-xvfb
xauth                    xorg-x11-xauth            xorg-xauth
dbus                     dbus                      dbus
dbus-daemon              dbus-daemon               -
xdotool                  xdotool                   xdotool
procps                   procps-ng                 procps-ng
imagemagick              ImageMagick               imagemagick
xclip                    xclip                     xclip
'

test_packages='
libxml2-utils            libxml2                   -
openbox                  openbox                   openbox
x11-utils                xwininfo                  xorg-xwininfo
at-spi2-core             at-spi2-core              at-spi2-core
python3-pyatspi          python3-pyatspi           python-atspi
python3-gi               python3-gobject           python-gobject
locales                  glibc-locale-source       -
'

check_packages='
git                      git                       git
binutils                 binutils                  binutils
clang-format-14          clang-tools-extra         clang
'

lists=$build_packages
case $set_name in
  run) [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || lists+=$screenshot_packages ;;
  test) lists+=$screenshot_packages$test_packages ;;
  check) lists+=$screenshot_packages$test_packages$check_packages ;;
  *) echo "usage: install-packages.sh run|test|check" >&2; exit 2 ;;
esac

fail ()
{
  echo "install-packages.sh: $*" >&2
  exit 1
}

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
  family=debian column=1
elif command -v dnf >/dev/null && command -v rpm >/dev/null; then
  family=fedora column=2
elif command -v pacman >/dev/null; then
  family=arch column=3
else
  fail "no package manager that I know (apt-get, dnf, pacman). Install by hand what these
Debian packages contain, then run meson yourself:
$(awk 'NF { print "  " $1 }' <<<"$lists")"
fi

mapfile -t wanted < <(awk -v c=$column 'NF && $c != "-" { print $c }' <<<"$lists" | sort -u)

# Each prints the names of WANTED that are not installed, one a line.
missing_debian ()
{
  # ${Provides} would be needed for virtual names; the list holds none.
  dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null \
    | awk '$2 == "installed" { print $1 }' | sort -u \
    | comm -13 - <(printf '%s\n' "${wanted[@]}") || true
}

missing_fedora ()
{
  local name
  for name in "${wanted[@]}"; do
    rpm -q --quiet --whatprovides "$name" || echo "$name"
  done
}

missing_arch ()
{
  pacman -T "${wanted[@]}" || true
}

export LC_ALL=C
mapfile -t missing < <(missing_$family)
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=() refresh=
case $family in
  debian) refresh='apt-get update' install=(apt-get install -y --no-install-recommends "${missing[@]}") ;;
  fedora) install=(dnf install -y --setopt=install_weak_deps=False "${missing[@]}") ;;
  arch) install=(pacman -S --needed --noconfirm "${missing[@]}") ;;
esac
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || fail "these packages are missing, and there is no sudo to install them.
As root, run:
  ${refresh:+$refresh && }${install[*]}"
  as_root=(sudo)
fi

echo "Installing ${#missing[@]} missing packages: ${missing[*]}"
if [ $family = debian ]; then
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=300 update </dev/null \
    || echo "install-packages.sh: the package lists could not be refreshed; going on" >&2
  install=(apt-get -q -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "${install[@]:1}")
fi
"${as_root[@]}" "${install[@]}" </dev/null || fail "the packages could not be installed.
Look at the messages above (network? package sources?), or install by hand:
  ${missing[*]}"

mapfile -t missing < <(missing_$family)
[ ${#missing[@]} -eq 0 ] || fail "still missing after the installation: ${missing[*]}"
