/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-candidate.h"
#include "qsa-library.h"

G_BEGIN_DECLS

/* One line of an import's report: what became of one article, or of a file that gave none. A record,
 * handed over whole between threads. */
typedef struct
{
  char *path;  /* owned; NULL when pasted */
  guint index; /* place in a file of many articles */
  QsaOutcome outcome;
  gint64
      article_id; /* the new one, or the one it duplicates; 0 when failed or in a dry run */
  char *title;    /* owned; NULL when failed or unknown */
  char *outlet;   /* owned; NULL when failed or unknown */
  QsaDate date;
  char *
      message; /* owned; why it failed, or the warnings, a line each, in the user's language; NULL
                    when all is well */
} QsaImportItem;

/* What extract found. The outcome is what it will be if the library takes it: added or failed. */
QsaImportItem *qsa_import_item_new (const QsaCandidate *candidate);
void qsa_import_item_free (QsaImportItem *item); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaImportItem, qsa_import_item_free)

G_END_DECLS
