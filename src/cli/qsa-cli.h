/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The command line program. Results go to standard output, messages to standard error. */

typedef enum
{
  QSA_EXIT_OK = 0,
  QSA_EXIT_FAILED = 1,        /* something failed; standard error says what */
  QSA_EXIT_USAGE = 2,         /* the command line cannot be read */
  QSA_EXIT_NOT_AVAILABLE = 3, /* a command or option of a later version */
  QSA_EXIT_INTERRUPTED = 130, /* Ctrl+C; what was stored before stays */
  QSA_EXIT_READER_LEFT = 141, /* "| head" has seen enough; ended in silence */
} QsaExit;

/* @argv as main() got it; the locale has been set. Returns a QsaExit. */
int qsa_cli_run (int argc, char **argv);

G_END_DECLS
