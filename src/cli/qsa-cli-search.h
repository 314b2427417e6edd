/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-command.h"
#include "qsa-result.h"

G_BEGIN_DECLS

/* Internal to cli. The options that say what to search for, shared by "search" and "export". Zero it
 * before use. */
typedef struct
{
  char **outlets; /* owned by GOption's rules: strv */
  char *from;
  char *to;
  char *sort;
  gboolean exact;
  gboolean wide;
} QsaCliSearch;

void qsa_cli_search_clear (QsaCliSearch *search);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QsaCliSearch, qsa_cli_search_clear)

/* The option table for @search; GOptionEntry[], free with g_free(). @more is appended; it ends with
 * G_OPTION_ENTRY_NULL. */
GOptionEntry *qsa_cli_search_entries (QsaCliSearch *search, const GOptionEntry *more);

/* The words behind the command's name as one query; NULL with a message printed when they are not
 * UTF-8. Free with g_free(). */
char *qsa_cli_search_join_query (int argc, char **argv);

/* Checks what can be checked without a library. */
QsaExit qsa_cli_search_validate (QsaCliSearch *search);

/* NULL with a message printed. */
QsaResult *qsa_cli_search_run (QsaLibrary *library, QsaCliSearch *search,
                               const char *query);

G_END_DECLS
