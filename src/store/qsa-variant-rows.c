/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-variant-rows.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "qsa-article-table.h"
#include "qsa-error.h"
#include "qsa-fold.h"
#include "qsa-shipped-variants.h"

/* What is longer is no spelling of a word, and a list that nobody can read is no group. */
#define QSA_VARIANT_ROWS_SPELLING_CHARS 100
#define QSA_VARIANT_ROWS_SPELLINGS 100

static const char qsa_variant_rows_all[] =
    "SELECT id, spellings, kind, enabled FROM variant ORDER BY id DESC";
static const char qsa_variant_rows_update[] =
    "UPDATE variant SET spellings = ?2, kind = ?3, enabled = ?4 WHERE id = ?1";
static const char qsa_variant_rows_insert[] =
    "INSERT INTO variant (id, spellings, kind, enabled) VALUES (?1, ?2, ?3, ?4)";
static const char qsa_variant_rows_delete[] = "DELETE FROM variant WHERE id = ?1";
static const char qsa_variant_rows_last_id[] =
    "SELECT seq FROM sqlite_sequence WHERE name = 'variant'";

/* ---- reading ---- */

static void
qsa_variant_rows_free_group (gpointer group)
{
  qsa_variant_group_free (group);
}

/* NULL for a row that says nothing: of a later version, or of a damaged file. */
static QsaVariantGroup *
qsa_variant_rows_read (sqlite3_stmt *row)
{
  g_autoptr (QsaVariantGroup) group = g_new0 (QsaVariantGroup, 1);
  g_autofree char *spellings = qsa_column_dup_string (row, 1);
  g_autofree char *kind = qsa_column_dup_string (row, 2);

  if (spellings == NULL || kind == NULL || !g_utf8_validate (spellings, -1, NULL)
      || !qsa_variant_kind_from_string (kind, &group->kind))
    return NULL;
  group->id = sqlite3_column_int64 (row, 0);
  group->spellings = qsa_variant_spellings_from_string (spellings);
  group->enabled = sqlite3_column_int (row, 3) != 0;
  return group->spellings[0] != NULL ? g_steal_pointer (&group) : NULL;
}

/* The newest first. */
static GPtrArray *
qsa_variant_rows_load_groups (QsaDb *db, GError **error)
{
  g_autoptr (GPtrArray)
      groups = g_ptr_array_new_with_free_func (qsa_variant_rows_free_group);
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_variant_rows_all, error);
  QsaStep step;

  if (statement == NULL)
    return NULL;
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    {
      QsaVariantGroup *group = qsa_variant_rows_read (statement);

      if (group != NULL)
        g_ptr_array_add (groups, group);
    }
  return step == QSA_STEP_DONE ? g_steal_pointer (&groups) : NULL;
}

QsaVariantTable *
qsa_variant_rows_load (QsaDb *db, GError **error)
{
  g_autoptr (QsaVariantTable) shipped = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  groups = qsa_variant_rows_load_groups (db, error);
  if (groups == NULL)
    return NULL;
  shipped = qsa_variant_table_new_shipped ();
  return qsa_variant_table_new_over (shipped, groups);
}

/* ---- checking ---- */

static gboolean
qsa_variant_rows_check_spelling (const char *spelling, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (spelling, -1);
  g_autofree char *folded = qsa_fold_text (spelling, -1);

  if (g_utf8_validate (spelling, -1, NULL) && *folded != '\0'
      && g_utf8_strlen (spelling, -1) <= QSA_VARIANT_ROWS_SPELLING_CHARS)
    return TRUE;
  if (g_utf8_strlen (valid, -1) > QSA_VARIANT_ROWS_SPELLING_CHARS)
    g_set_error (error, QSA_ERROR, QSA_ERROR_BAD_VALUE,
                 _ ("A spelling cannot be longer than %u characters."),
                 QSA_VARIANT_ROWS_SPELLING_CHARS);
  else
    g_set_error (error, QSA_ERROR, QSA_ERROR_BAD_VALUE, _ ("“%s” is not a word."), valid);
  return FALSE;
}

/* White space and "_" as they are stored; each spelling once. */
static char **
qsa_variant_rows_normalize (char **spellings)
{
  g_autofree char *text =
      qsa_variant_spellings_to_string ((const char *const *) spellings);
  g_auto (GStrv) parts = qsa_variant_spellings_from_string (text);
  g_autoptr (GStrvBuilder) once = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_hash_table_add (seen, parts[i]))
      g_strv_builder_add (once, parts[i]);
  return g_strv_builder_end (once);
}

static char **
qsa_variant_rows_check (const QsaVariantGroup *group, GError **error)
{
  g_auto (GStrv) spellings = NULL;
  guint n_spellings = 0;

  for (guint i = 0; group->spellings != NULL && group->spellings[i] != NULL; i++)
    if (!qsa_variant_rows_check_spelling (group->spellings[i], error))
      return NULL;
  spellings = qsa_variant_rows_normalize (group->spellings);
  n_spellings = g_strv_length (spellings);
  if (n_spellings >= 2 && n_spellings <= QSA_VARIANT_ROWS_SPELLINGS)
    return g_steal_pointer (&spellings);
  g_set_error_literal (error, QSA_ERROR, QSA_ERROR_BAD_VALUE,
                       n_spellings < 2
                           ? _ ("A group needs at least two spellings that differ.")
                           : _ ("A group cannot hold so many spellings."));
  return NULL;
}

/* ---- writing ---- */

static gboolean
qsa_variant_rows_are_same (char **a, char **b)
{
  if (g_strv_length (a) != g_strv_length (b))
    return FALSE;
  for (guint i = 0; a[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) b, a[i]))
      return FALSE;
  return TRUE;
}

/* The row with these spellings in any order; 0 when there is none. */
static gboolean
qsa_variant_rows_find (QsaDb *db, char **spellings, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) groups = qsa_variant_rows_load_groups (db, error);

  if (groups == NULL)
    return FALSE;
  *id = 0;
  for (guint i = 0; i < groups->len; i++)
    {
      const QsaVariantGroup *group = g_ptr_array_index (groups, i);

      if (qsa_variant_rows_are_same (group->spellings, spellings))
        *id = group->id;
    }
  return TRUE;
}

static gboolean
qsa_variant_rows_write (QsaDb *db, const char *sql, gint64 id, char **spellings,
                        const QsaVariantGroup *group, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, sql, error);
  g_autofree char *text =
      qsa_variant_spellings_to_string ((const char *const *) spellings);

  if (statement == NULL)
    return FALSE;
  if (id != 0)
    sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, text, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, qsa_variant_kind_to_string (group->kind), -1,
                     SQLITE_STATIC);
  sqlite3_bind_int (statement, 4, group->enabled ? 1 : 0);
  return qsa_db_run (db, statement, error);
}

static gboolean
qsa_variant_rows_set_not_found (GError **error)
{
  g_set_error_literal (error, QSA_ERROR, QSA_ERROR_NOT_FOUND,
                       _ ("This group of spellings is not in the library any more."));
  return FALSE;
}

/* @id: of a row, or of one that is gone. */
static gboolean
qsa_variant_rows_change (QsaDb *db, gint64 id, char **spellings,
                         const QsaVariantGroup *group, GError **error)
{
  gint64 last = 0;

  if (!qsa_variant_rows_write (db, qsa_variant_rows_update, id, spellings, group, error))
    return FALSE;
  if (sqlite3_changes (qsa_db_get_handle (db)) > 0)
    return TRUE;
  if (!qsa_db_query_int64 (db, qsa_variant_rows_last_id, &last, error))
    return FALSE;
  if (id < 0 || id > last)
    return qsa_variant_rows_set_not_found (error);
  return qsa_variant_rows_write (db, qsa_variant_rows_insert, id, spellings, group,
                                 error);
}

gboolean
qsa_variant_rows_save (QsaDb *db, const QsaVariantGroup *group, gint64 *id,
                       GError **error)
{
  g_auto (GStrv) spellings = NULL;
  gint64 same = 0;

  g_return_val_if_fail (db != NULL && group != NULL && id != NULL, FALSE);

  spellings = qsa_variant_rows_check (group, error);
  if (spellings == NULL || !qsa_variant_rows_find (db, spellings, &same, error))
    return FALSE;
  *id = group->id != 0 ? group->id : same;
  if (same != 0 && same != *id)
    {
      g_set_error_literal (error, QSA_ERROR, QSA_ERROR_BAD_VALUE,
                           _ ("There is another group with the same spellings."));
      return FALSE;
    }
  if (*id != 0)
    return qsa_variant_rows_change (db, *id, spellings, group, error);
  if (!qsa_variant_rows_write (db, qsa_variant_rows_insert, 0, spellings, group, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (qsa_db_get_handle (db));
  return TRUE;
}

gboolean
qsa_variant_rows_remove (QsaDb *db, gint64 id, GError **error)
{
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_variant_rows_delete, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!qsa_db_run (db, statement, error))
    return FALSE;
  return sqlite3_changes (qsa_db_get_handle (db)) > 0
         || qsa_variant_rows_set_not_found (error);
}
