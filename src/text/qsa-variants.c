/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-variants.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "qsa-fold.h"
#include "qsa-variant-index.h"

static const char *const qsa_variant_kind_names[QSA_VARIANT_KINDS] = {
  [QSA_VARIANT_NAME] = "name",           [QSA_VARIANT_THING] = "thing",
  [QSA_VARIANT_NOUN] = "noun",           [QSA_VARIANT_FEMININE] = "feminine",
  [QSA_VARIANT_ADJECTIVE] = "adjective",
};

struct _QsaVariantTable
{
  gatomicrefcount ref_count;
  GPtrArray *groups; /* owned; of QsaVariantGroup */
  QsaVariantIndex *index;
};

void
qsa_variant_group_free (QsaVariantGroup *group)
{
  if (group == NULL)
    return;
  g_strfreev (group->spellings);
  g_free (group->source);
  g_free (group);
}

QsaVariantGroup *
qsa_variant_group_copy (const QsaVariantGroup *group)
{
  QsaVariantGroup *copy;

  g_return_val_if_fail (group != NULL, NULL);

  copy = g_new0 (QsaVariantGroup, 1);
  *copy = *group;
  copy->spellings = g_strdupv (group->spellings);
  copy->source = g_strdup (group->source);
  return copy;
}

const char *
qsa_variant_kind_to_string (QsaVariantKind kind)
{
  g_return_val_if_fail ((guint) kind < QSA_VARIANT_KINDS, NULL);

  return qsa_variant_kind_names[kind];
}

gboolean
qsa_variant_kind_from_string (const char *name, QsaVariantKind *kind)
{
  for (guint i = 0; name != NULL && i < QSA_VARIANT_KINDS; i++)
    {
      if (g_str_equal (name, qsa_variant_kind_names[i]))
        {
          *kind = (QsaVariantKind) i;
          return TRUE;
        }
    }
  return FALSE;
}

char *
qsa_variant_spellings_to_string (const char *const *spellings)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; spellings != NULL && spellings[i] != NULL; i++)
    {
      g_autofree char *spelling = g_strdup (spellings[i]);

      g_strdelimit (g_strstrip (spelling), " \t\n", '_');
      if (*spelling == '\0')
        continue;
      if (joined->len > 0)
        g_string_append_c (joined, ' ');
      g_string_append (joined, spelling);
    }
  return g_string_free (joined, FALSE);
}

char **
qsa_variant_spellings_from_string (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", " \t\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (g_strdelimit (parts[i], "_", ' '));
      if (*parts[i] != '\0')
        g_strv_builder_add (builder, parts[i]);
    }
  return g_strv_builder_end (builder);
}

static QsaVariantTable *
qsa_variant_table_new_take (GPtrArray *groups)
{
  QsaVariantTable *self = g_new0 (QsaVariantTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->groups = groups;
  self->index = qsa_variant_index_new (groups);
  return self;
}

static gboolean
qsa_variant_spellings_are_words (char **spellings)
{
  for (guint i = 0; spellings[i] != NULL; i++)
    {
      g_autofree char *folded = qsa_fold_text (spellings[i], -1);

      if (*folded == '\0')
        return FALSE;
    }
  return spellings[0] != NULL;
}

/* NULL when @line cannot be read. */
static QsaVariantGroup *
qsa_variant_group_new_parse (const char *line)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", -1);
  guint n_columns = g_strv_length (columns);
  g_auto (GStrv) spellings = NULL;
  QsaVariantKind kind;
  QsaVariantGroup *group;

  if (n_columns < 2 || n_columns > 3 || !g_utf8_validate (line, -1, NULL)
      || !qsa_variant_kind_from_string (g_strstrip (columns[1]), &kind))
    return NULL;
  spellings = qsa_variant_spellings_from_string (columns[0]);
  if (!qsa_variant_spellings_are_words (spellings))
    return NULL;

  group = g_new0 (QsaVariantGroup, 1);
  group->spellings = g_steal_pointer (&spellings);
  group->kind = kind;
  group->enabled = TRUE;
  if (n_columns == 3 && *g_strstrip (columns[2]) != '\0')
    group->source = g_strdup (columns[2]);
  return group;
}

QsaVariantTable *
qsa_variant_table_new_parse (const char *tsv, gssize tsv_bytes, GError **error)
{
  g_autoptr (GPtrArray)
      groups = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_variant_group_free);
  const char *end;
  guint n_lines = 0;

  g_return_val_if_fail (tsv != NULL || tsv_bytes == 0, NULL);

  end = tsv_bytes < 0 ? tsv + strlen (tsv) : tsv + tsv_bytes;
  while (tsv < end)
    {
      const char *newline = memchr (tsv, '\n', (gsize) (end - tsv));
      const char *line_end = newline != NULL ? newline : end;
      g_autofree char *line = g_strndup (tsv, (gsize) (line_end - tsv));
      gboolean has_nul = strlen (line) < (gsize) (line_end - tsv);
      QsaVariantGroup *group;

      tsv = newline != NULL ? newline + 1 : end;
      n_lines++;
      g_strchomp (line);
      if (!has_nul && (*line == '\0' || *line == '#'))
        continue;
      group = has_nul ? NULL : qsa_variant_group_new_parse (line);
      if (group == NULL)
        {
          g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                       _ ("Line %u of the table of spellings cannot be read."), n_lines);
          return NULL;
        }
      g_ptr_array_add (groups, group);
    }
  return qsa_variant_table_new_take (g_steal_pointer (&groups));
}

static gint
qsa_variant_compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The same for the same spellings in any order. */
static char *
qsa_variant_group_dup_key (const QsaVariantGroup *group)
{
  guint n_spellings = g_strv_length (group->spellings);
  g_autofree char **sorted = g_memdup2 (group->spellings,
                                        (n_spellings + 1) * sizeof (char *));

  qsort (sorted, n_spellings, sizeof (char *), qsa_variant_compare_strings);
  return qsa_variant_spellings_to_string ((const char *const *) sorted);
}

QsaVariantTable *
qsa_variant_table_new_over (QsaVariantTable *base, GPtrArray *groups)
{
  g_autoptr (GHashTable)
      keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *all;

  g_return_val_if_fail (groups != NULL, NULL);

  all = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_variant_group_free);
  for (guint i = 0; i < groups->len; i++)
    {
      const QsaVariantGroup *group = g_ptr_array_index (groups, i);

      g_hash_table_add (keys, qsa_variant_group_dup_key (group));
      g_ptr_array_add (all, qsa_variant_group_copy (group));
    }
  for (guint i = 0; base != NULL && i < base->groups->len; i++)
    {
      const QsaVariantGroup *group = g_ptr_array_index (base->groups, i);
      g_autofree char *key = qsa_variant_group_dup_key (group);

      if (!g_hash_table_contains (keys, key))
        g_ptr_array_add (all, qsa_variant_group_copy (group));
    }
  return qsa_variant_table_new_take (all);
}

QsaVariantTable *
qsa_variant_table_ref (QsaVariantTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
qsa_variant_table_unref (QsaVariantTable *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  qsa_variant_index_free (self->index);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

GPtrArray *
qsa_variant_table_get_groups (QsaVariantTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->groups;
}

QsaVariantIndex *
qsa_variant_table_get_index (QsaVariantTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->index;
}
