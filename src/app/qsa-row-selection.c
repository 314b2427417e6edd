/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-row-selection.h"

/* More than this is a "select all", which nobody expects to outlive a new question. */
#define QSA_ROW_SELECTION_MAX_KEPT 1000

GArray *
qsa_row_selection_dup_ids (GtkMultiSelection *selection)
{
  g_autoptr (GtkBitset) positions = NULL;
  QsaResultModel *model;
  GtkBitsetIter iter;
  GArray *ids;
  guint position;

  g_return_val_if_fail (GTK_IS_MULTI_SELECTION (selection), NULL);

  model = QSA_RESULT_MODEL (gtk_multi_selection_get_model (selection));
  positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection));
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64),
                           gtk_bitset_get_size (positions));
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, positions, &position); valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = qsa_result_model_get_id (model, position);

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
qsa_row_selection_restore (GtkMultiSelection *selection, GArray *ids)
{
  QsaResultModel *model = QSA_RESULT_MODEL (gtk_multi_selection_get_model (selection));
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      guint position = qsa_result_model_find_id (model, g_array_index (ids, gint64, i));

      if (position != G_MAXUINT)
        gtk_bitset_add (selected, position);
    }
  if (gtk_bitset_is_empty (selected))
    return;
  mask = gtk_bitset_copy (selected);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (selection), selected, mask);
}

void
qsa_row_selection_replace (GtkMultiSelection *selection, QsaResult *result,
                           gint64 open_id)
{
  g_autoptr (GtkBitset) positions = NULL;
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (GTK_IS_MULTI_SELECTION (selection));

  positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection));
  if (gtk_bitset_get_size (positions) <= QSA_ROW_SELECTION_MAX_KEPT)
    ids = qsa_row_selection_dup_ids (selection);
  else
    ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (ids->len == 0 && open_id != 0)
    g_array_append_val (ids, open_id);

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (selection));
  qsa_result_model_set_result (
      QSA_RESULT_MODEL (gtk_multi_selection_get_model (selection)), result);
  qsa_row_selection_restore (selection, ids);
}
