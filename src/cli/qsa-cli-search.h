/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-command.h"
#include "qsa-result.h"

G_BEGIN_DECLS

/* Internal to cli. The options that say what to search for, shared by "search", "export" and
 * "searches --save". Zero it before use. */
typedef struct
{
  char **outlets; /* owned by GOption's rules: strv */
  char *from;
  char *to;
  char *sort;
  gboolean exact; /* --exact and --no-widening are the same */
  gboolean wide;

  /* Not of "searches". */
  char **forms;
  char **without;
  char *saved;
} QsaCliSearch;

void qsa_cli_search_clear (QsaCliSearch *search);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QsaCliSearch, qsa_cli_search_clear)

typedef enum
{
  QSA_CLI_SEARCH_KEEPS, /* to be saved */
  QSA_CLI_SEARCH_ASKS,  /* also --form, --without, --saved */
} QsaCliSearchUse;

/* The option table for @search; GOptionEntry[], free with g_free(). @more is appended; it ends with
 * G_OPTION_ENTRY_NULL. */
GOptionEntry *qsa_cli_search_entries (QsaCliSearch *search, QsaCliSearchUse use,
                                      const GOptionEntry *more);

/* Checks what can be checked without a library, and makes the words behind the command's name one
 * query: NULL with --saved, which has its own. Free with g_free(). */
QsaExit qsa_cli_search_read (QsaCliContext *cli, QsaCliSearch *search, int argc,
                             char **argv, char **query);

/* The saved search of that name or number; borrowed. NULL with a message printed when there is none, or
 * more than one. */
const QsaSavedSearch *qsa_cli_find_saved_search (QsaLibrary *library, const char *name);

QsaReach qsa_cli_search_get_reach (const QsaCliSearch *search);

/* NULL with a message printed when an outlet is not known. */
QsaFilter *qsa_cli_search_make_filter (QsaLibrary *library, const QsaCliSearch *search);

/* As validated. */
QsaSort qsa_cli_search_get_sort (const QsaCliSearch *search);

/* @query: as read. NULL with a message printed. */
QsaResult *qsa_cli_search_run (QsaLibrary *library, const QsaCliSearch *search,
                               const char *query);

G_END_DECLS
