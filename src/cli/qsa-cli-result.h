/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-library.h"

G_BEGIN_DECLS

/* Internal to cli. What "search" prints. */
typedef struct
{
  QsaLibrary *library;
  QsaResult *result;
  GPtrArray *rows; /* QsaRow* or NULL where an article went away meanwhile */
  gboolean with_facets;
} QsaCliResult;

/* One JSON object. */
void qsa_cli_result_print_json (const QsaCliResult *answer);
/* For people. */
void qsa_cli_result_print_text (const QsaCliResult *answer);

G_END_DECLS
