# SPDX-FileCopyrightText: 2026 The Qusasat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A thin front for meson: `make help` lists what there is.
#
#   BUILD=DIR             another build directory
#   MESON_OPTIONS=…       further options, for example -Dwerror=true
#   CORPORA=DIR           where `make bench` and `make eval` find their articles: a folder that
#                         holds corpora/ and gold/ (../shared unless given)
#   BENCH_ARTICLES=N      size of the library that `make bench` makes and searches (100000)
#   BENCH_LIBRARY=FILE    keep that library in FILE, or use it when it is there

BUILD ?= _build
MESON_OPTIONS ?=
CORPORA ?= $(wildcard ../shared)
SUITES ?= headless display
BENCH_ARTICLES ?= 100000
BENCH_LIBRARY ?=

AUX := build-aux
empty :=
export QSA_SHARED := $(abspath $(CORPORA))
export BENCH_ARTICLES
export BENCH_LIBRARY := $(if $(BENCH_LIBRARY),$(abspath $(BENCH_LIBRARY)))
export QUSASAT_CORPORA := $(subst $(empty) ,:,$(wildcard $(QSA_SHARED)/corpora/ant-*))

.NOTPARALLEL:
.PHONY: help run test check asan bench eval screenshots format check-format pot

help:
	@sed -n 's/^## //p' $(firstword $(MAKEFILE_LIST))

## make run           install what is missing, build, open the program on its sample library
run:
	@$(AUX)/install-packages.sh run
	@$(AUX)/build.sh --only programs $(BUILD) $(MESON_OPTIONS)
	@$(AUX)/run.sh $(BUILD)

## make test          install what tests need, build, run every suite
test:
	@$(AUX)/test.sh $(BUILD) "$(SUITES)" $(MESON_OPTIONS)

## make check         format, layers, words, templates, desktop files: what CI looks at
check:
	@$(AUX)/install-packages.sh check
	@$(AUX)/build.sh $(BUILD) $(MESON_OPTIONS)
	@$(AUX)/check.sh $(BUILD)

## make asan          all tests of C under AddressSanitizer and UndefinedBehaviorSanitizer
asan:
	@$(AUX)/test.sh $(BUILD)-asan "$(SUITES) -build-aux" \
	  -Db_sanitize=address,undefined -Db_lundef=false $(MESON_OPTIONS)

## make bench         speed and memory, beside a baseline measured in the same run; a million articles
##                    with BENCH_ARTICLES=1000000, kept and used again with BENCH_LIBRARY=FILE
bench:
	@$(AUX)/build.sh $(BUILD) $(MESON_OPTIONS)
	@meson test -C $(BUILD) --no-rebuild --benchmark --suite bench --verbose

## make eval          how well the rules do on articles with known answers
eval:
	@$(AUX)/build.sh $(BUILD) $(MESON_OPTIONS)
	@meson test -C $(BUILD) --no-rebuild --benchmark --suite eval --verbose

## make screenshots   take the pictures of README and metainfo anew (data/screenshots)
screenshots:
	@$(AUX)/install-packages.sh test
	@$(AUX)/build.sh --only programs $(BUILD) $(MESON_OPTIONS)
	@$(AUX)/screenshots.sh $(BUILD)

## make format        bring every C file into the house format
format:
	@$(AUX)/check-format.sh --fix

## make check-format  say which C files are not in the house format
check-format:
	@$(AUX)/check-format.sh

## make pot           bring po/POTFILES and po/*.po up to date with the program's words
pot:
	@$(AUX)/check-potfiles.py --fix
	@$(AUX)/build.sh $(BUILD) $(MESON_OPTIONS)
	@meson compile -C $(BUILD) qusasat-update-po
