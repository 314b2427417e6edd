/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query.h"

#include "qsa-query-parser.h"

struct _QsaQuery
{
  gatomicrefcount ref_count;
  char *text;
  QsaReach reach;
  QsaQueryNode *root;
  GPtrArray *readings; /* owned: QsaReading */
};

QsaQuery *
qsa_query_parse (const char *text, QsaReach reach, gboolean while_typing)
{
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (QsaReadingNote));
  QsaQuery *query = g_new0 (QsaQuery, 1);

  g_atomic_ref_count_init (&query->ref_count);
  query->text = g_utf8_make_valid (text != NULL ? text : "", -1);
  query->reach = reach;
  query->root = qsa_query_parse_tree (query->text, reach, while_typing, notes);
  query->readings = qsa_query_readings_new (query->text, reach, while_typing, query->root,
                                            notes);
  return query;
}

QsaQuery *
qsa_query_ref (QsaQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  g_atomic_ref_count_inc (&query->ref_count);
  return query;
}

void
qsa_query_unref (QsaQuery *query)
{
  g_return_if_fail (query != NULL);

  if (!g_atomic_ref_count_dec (&query->ref_count))
    return;

  g_free (query->text);
  qsa_query_node_free (query->root);
  g_ptr_array_unref (query->readings);
  g_free (query);
}

const char *
qsa_query_get_text (QsaQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  return query->text;
}

const QsaQueryNode *
qsa_query_get_root (QsaQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  return query->root;
}

QsaReach
qsa_query_get_reach (QsaQuery *query)
{
  g_return_val_if_fail (query != NULL, QSA_REACH_DEFAULT);

  return query->reach;
}

gboolean
qsa_query_is_all (QsaQuery *query)
{
  g_return_val_if_fail (query != NULL, TRUE);

  return query->root->kind == QSA_NODE_ALL;
}

GPtrArray *
qsa_query_get_readings (QsaQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  return query->readings;
}

gboolean
qsa_query_equal (QsaQuery *a, QsaQuery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b || (a->reach == b->reach && qsa_query_node_equal (a->root, b->root));
}

char *
qsa_query_to_string (QsaQuery *query)
{
  GString *line;

  g_return_val_if_fail (query != NULL, NULL);

  line = g_string_new (NULL);
  qsa_query_node_print (query->root, line);
  return g_string_free (line, FALSE);
}
