/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-form-list.h"

#include <string.h>

void
qsa_form_list_init (QsaFormList *list, QsaFormEvidence *evidence)
{
  list->evidence = evidence;
  list->by_form = g_hash_table_new (g_str_hash, g_str_equal);
  list->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_form_free);
}

gboolean
qsa_form_list_take (QsaFormList *list, char *folded, QsaFormKind kind, gboolean on)
{
  g_autofree char *owned = folded;
  QsaForm *form = g_hash_table_lookup (list->by_form, owned);
  guint articles;

  if (form != NULL)
    {
      form->on = form->on || on;
      return TRUE;
    }
  articles = qsa_form_evidence_count (list->evidence, owned);
  if (articles == 0 && kind != QSA_FORM_TYPED)
    return FALSE;

  form = g_new0 (QsaForm, 1);
  form->folded = g_steal_pointer (&owned);
  form->articles = articles;
  form->kind = kind;
  form->on = on;
  g_ptr_array_add (list->forms, form);
  g_hash_table_insert (list->by_form, form->folded, form);
  return TRUE;
}

void
qsa_form_list_set_printed (QsaFormList *list, const char *folded, const char *printed)
{
  QsaForm *form = g_hash_table_lookup (list->by_form, folded);

  if (form != NULL && form->printed == NULL)
    form->printed = g_strdup (printed);
}

void
qsa_form_list_add_with_clitics (QsaFormList *list, const char *words, QsaFormKind kind,
                                QsaFormScope scope, const char *conjunction,
                                const QsaFormPrefix *prefix)
{
  if (scope == QSA_FORM_SCOPE_SAME)
    {
      qsa_form_list_take (list, g_strconcat (conjunction, prefix->letters, words, NULL),
                          kind, TRUE);
      return;
    }
  for (guint p = 0; p < QSA_FORM_PREFIXES; p++)
    {
      const char *letters = qsa_form_prefixes[p].letters;
      gboolean found;

      if (qsa_form_prefixes[p].has_article)
        continue;
      /* و and ف stand before what is also seen without them. */
      found = qsa_form_list_take (list, g_strconcat (letters, words, NULL), kind, TRUE);
      for (guint c = 1; c < QSA_FORM_CONJUNCTIONS && (found || *letters == '\0'); c++)
        qsa_form_list_take (list,
                            g_strconcat (qsa_form_conjunctions[c], letters, words, NULL),
                            kind, TRUE);
    }
}

static gint
qsa_form_list_compare (gconstpointer a, gconstpointer b)
{
  const QsaForm *left = *(const QsaForm *const *) a;
  const QsaForm *right = *(const QsaForm *const *) b;

  if ((left->kind == QSA_FORM_TYPED) != (right->kind == QSA_FORM_TYPED))
    return left->kind == QSA_FORM_TYPED ? -1 : 1;
  if (left->articles != right->articles)
    return left->articles > right->articles ? -1 : 1;
  return strcmp (left->folded, right->folded);
}

GPtrArray *
qsa_form_list_finish (QsaFormList *list)
{
  g_clear_pointer (&list->by_form, g_hash_table_unref);
  g_ptr_array_sort (list->forms, qsa_form_list_compare);
  return g_steal_pointer (&list->forms);
}
