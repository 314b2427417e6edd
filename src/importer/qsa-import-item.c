/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-import-item.h"

static char *
qsa_import_item_message (const QsaCandidate *candidate)
{
  if (candidate->error != NULL)
    return g_strdup (candidate->error->message);
  if (candidate->warnings->len == 0)
    return NULL;

  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  for (guint i = 0; i < candidate->warnings->len; i++)
    g_strv_builder_add (lines, g_ptr_array_index (candidate->warnings, i));
  g_auto (GStrv) strv = g_strv_builder_end (lines);
  return g_strjoinv ("\n", strv);
}

QsaImportItem *
qsa_import_item_new (const QsaCandidate *candidate)
{
  g_return_val_if_fail (candidate != NULL, NULL);

  QsaImportItem *item = g_new0 (QsaImportItem, 1);
  item->path = g_strdup (candidate->path);
  item->index = candidate->index;
  item->outcome = candidate->article != NULL ? QSA_OUTCOME_ADDED : QSA_OUTCOME_FAILED;
  item->date = (QsaDate) QSA_DATE_INIT;
  item->message = qsa_import_item_message (candidate);
  if (candidate->article != NULL)
    {
      item->title = g_strdup (candidate->article->title);
      item->outlet = g_strdup (candidate->article->outlet);
      item->date = candidate->article->date;
    }
  return item;
}

void
qsa_import_item_free (QsaImportItem *item)
{
  if (item == NULL)
    return;
  g_free (item->path);
  g_free (item->title);
  g_free (item->outlet);
  g_free (item->message);
  g_free (item);
}
