/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The query language on one page, for the help of window and command line. */

typedef struct
{
  const char *arabic; /* an example for an Arabic keyboard; a query that works */
  const char *latin;  /* the same for a Latin keyboard */
  const char
      *finds; /* what it finds, in English: translate it with _() when it is shown */
} QsaQueryHelp;

/* From the simple to the rare; static. */
const QsaQueryHelp *qsa_query_help_get_rows (gsize *n_rows);

G_END_DECLS
