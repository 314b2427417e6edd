/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-article-fields.h"

#include <glib/gi18n-lib.h>

#include "qsa-article-table.h"
#include "qsa-change-log.h"
#include "qsa-error.h"
#include "qsa-filter.h"
#include "qsa-outlet-rows.h"

static const char qsa_article_fields_select[] =
    "SELECT title, author, outlet_id, published_day, published_minute, date_precision,"
    " date_origin FROM article WHERE id = ?1";
static const char qsa_article_fields_select_override[] =
    "SELECT 1 FROM article_override WHERE article_id = ?1 AND field = ?2";
static const char qsa_article_fields_upsert_override[] =
    "INSERT INTO article_override (article_id, field, value, set_at) VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT (article_id, field)"
    " DO UPDATE SET value = excluded.value, set_at = excluded.set_at";
static const char qsa_article_fields_delete_override[] =
    "DELETE FROM article_override WHERE article_id = ?1 AND field = ?2";

/* The value for the override, at place 3; what it binds lives as long as @fields. */
typedef void (*QsaFieldBindFunc) (sqlite3_stmt *statement, int place,
                                  const QsaArticleFields *fields);

static void
qsa_article_fields_bind_title (sqlite3_stmt *statement, int place,
                               const QsaArticleFields *fields)
{
  qsa_bind_string (statement, place, fields->title);
}

static void
qsa_article_fields_bind_author (sqlite3_stmt *statement, int place,
                                const QsaArticleFields *fields)
{
  qsa_bind_string (statement, place, fields->author);
}

static void
qsa_article_fields_bind_outlet (sqlite3_stmt *statement, int place,
                                const QsaArticleFields *fields)
{
  if (fields->outlet_id != QSA_OUTLET_UNKNOWN)
    sqlite3_bind_int64 (statement, place, fields->outlet_id);
}

static void
qsa_article_fields_bind_date_text (sqlite3_stmt *statement, int place,
                                   const QsaArticleFields *fields)
{
  g_autofree char *day = qsa_date_to_iso (&fields->date);
  g_autofree char *minute = qsa_date_time_to_iso (&fields->date);
  g_autofree char *text = minute != NULL ? g_strconcat (day, "T", minute, NULL) : NULL;

  sqlite3_bind_text (statement, place, text != NULL ? text : day, -1, SQLITE_TRANSIENT);
}

static void
qsa_article_fields_bind_date_columns (sqlite3_stmt *statement, int place,
                                      const QsaArticleFields *fields)
{
  qsa_bind_date (statement, place, &fields->date);
  qsa_bind_string (statement, place + 3, qsa_date_origin_to_string (fields->date_origin));
}

typedef struct
{
  QsaField field;
  const char *name; /* in article_override.field */
  const char *update;
  QsaFieldBindFunc bind_columns; /* from place 2 of update */
  QsaFieldBindFunc bind_override;
} QsaFieldKind;

static const QsaFieldKind qsa_field_kinds[] = {
  { QSA_FIELD_TITLE, "title", "UPDATE article SET title = ?2 WHERE id = ?1",
    qsa_article_fields_bind_title, qsa_article_fields_bind_title },
  { QSA_FIELD_OUTLET, "outlet", "UPDATE article SET outlet_id = ?2 WHERE id = ?1",
    qsa_article_fields_bind_outlet, qsa_article_fields_bind_outlet },
  { QSA_FIELD_DATE, "date",
    "UPDATE article SET published_day = ?2, published_minute = ?3, date_precision = ?4,"
    " date_origin = ?5 WHERE id = ?1",
    qsa_article_fields_bind_date_columns, qsa_article_fields_bind_date_text },
  { QSA_FIELD_AUTHOR, "author", "UPDATE article SET author = ?2 WHERE id = ?1",
    qsa_article_fields_bind_author, qsa_article_fields_bind_author },
};

static void
qsa_article_fields_free (gpointer data)
{
  QsaArticleFields *fields = data;

  g_free (fields->title);
  g_free (fields->author);
  g_free (fields);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaArticleFields, qsa_article_fields_free)

GPtrArray *
qsa_article_fields_list_new (void)
{
  return g_ptr_array_new_with_free_func (qsa_article_fields_free);
}

/* ---- reading ---- */

static gboolean
qsa_article_fields_read_overridden (QsaDb *db, QsaArticleFields *fields, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (qsa_field_kinds); i++)
    {
      sqlite3_stmt *statement = qsa_db_statement (db, qsa_article_fields_select_override,
                                                  error);
      QsaStep step;

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, fields->id);
      qsa_bind_string (statement, 2, qsa_field_kinds[i].name);
      step = qsa_db_step (db, statement, error);
      if (step == QSA_STEP_ERROR)
        return FALSE;
      if (step == QSA_STEP_ROW)
        fields->overridden |= qsa_field_kinds[i].field & fields->fields;
      sqlite3_reset (statement);
    }
  return TRUE;
}

static QsaArticleFields *
qsa_article_fields_read_columns (sqlite3_stmt *statement, gint64 id, QsaField which)
{
  QsaArticleFields *fields = g_new0 (QsaArticleFields, 1);
  int origin =
      qsa_date_origin_from_string ((const char *) sqlite3_column_text (statement, 6));

  fields->id = id;
  fields->fields = which;
  fields->title = qsa_column_dup_string (statement, 0);
  fields->author = qsa_column_dup_string (statement, 1);
  fields->outlet_id = (guint32) sqlite3_column_int64 (statement, 2);
  fields->date = qsa_column_get_date (statement, 3);
  fields->date_origin = origin >= 0 ? (QsaDateOrigin) origin : QSA_DATE_ORIGIN_NONE;
  return fields;
}

static QsaArticleFields *
qsa_article_fields_read (QsaDb *db, gint64 id, QsaField which, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_article_fields_select, error);
  g_autoptr (QsaArticleFields) fields = NULL;
  QsaStep step;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  step = qsa_db_step (db, statement, error);
  if (step == QSA_STEP_DONE)
    qsa_article_table_set_not_found (id, error);
  if (step != QSA_STEP_ROW)
    return NULL;
  fields = qsa_article_fields_read_columns (statement, id, which);
  sqlite3_reset (statement);
  return qsa_article_fields_read_overridden (db, fields, error)
             ? g_steal_pointer (&fields)
             : NULL;
}

/* ---- writing ---- */

static gboolean
qsa_article_fields_write_column (QsaDb *db, const QsaArticleFields *fields,
                                 const QsaFieldKind *kind, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, kind->update, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, fields->id);
  kind->bind_columns (statement, 2, fields);
  return qsa_db_run (db, statement, error);
}

static gboolean
qsa_article_fields_write_override (QsaDb *db, const QsaArticleFields *fields,
                                   const QsaFieldKind *kind, GError **error)
{
  gboolean overridden = (fields->overridden & kind->field) != 0;
  sqlite3_stmt *statement = qsa_db_statement (db,
                                              overridden
                                                  ? qsa_article_fields_upsert_override
                                                  : qsa_article_fields_delete_override,
                                              error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, fields->id);
  qsa_bind_string (statement, 2, kind->name);
  if (overridden)
    {
      kind->bind_override (statement, 3, fields);
      sqlite3_bind_int64 (statement, 4, g_get_real_time () / G_USEC_PER_SEC);
    }
  return qsa_db_run (db, statement, error);
}

static gboolean
qsa_article_fields_write (QsaDb *db, const QsaArticleFields *fields, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (qsa_field_kinds); i++)
    {
      const QsaFieldKind *kind = &qsa_field_kinds[i];

      if ((fields->fields & kind->field) != 0
          && (!qsa_article_fields_write_column (db, fields, kind, error)
              || !qsa_article_fields_write_override (db, fields, kind, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
qsa_article_fields_write_nth (QsaDb *db, guint i, gint64 *id, gpointer list,
                              GError **error)
{
  return qsa_article_fields_write (db, g_ptr_array_index ((GPtrArray *) list, i), error);
}

/* Only the title is indexed. */
static gboolean
qsa_article_fields_touch_index (const QsaArticleFields *fields,
                                const QsaArticleFields *before)
{
  return (fields->fields & QSA_FIELD_TITLE) != 0
         && g_strcmp0 (fields->title, before->title) != 0;
}

static gboolean
qsa_article_fields_write_indexed (QsaDb *db, GPtrArray *indexed, GError **error)
{
  g_autoptr (QsaArticleIndex) index = qsa_article_index_new (db);
  g_autofree gint64 *ids = g_new (gint64, indexed->len);

  for (guint i = 0; i < indexed->len; i++)
    ids[i] = ((const QsaArticleFields *) g_ptr_array_index (indexed, i))->id;
  return qsa_article_index_change (index, ids, indexed->len, qsa_article_fields_write_nth,
                                   indexed, error)
         && qsa_article_index_finish (index, QSA_ARTICLE_INDEX_TERMS_NOW, error);
}

static gboolean
qsa_article_fields_write_all (QsaDb *db, GPtrArray *list, GPtrArray *before,
                              GError **error)
{
  g_autoptr (GPtrArray) indexed = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    {
      QsaArticleFields *fields = g_ptr_array_index (list, i);

      if (qsa_article_fields_touch_index (fields, g_ptr_array_index (before, i)))
        g_ptr_array_add (indexed, fields);
      else if (!qsa_article_fields_write (db, fields, error))
        return FALSE;
    }
  return indexed->len == 0 || qsa_article_fields_write_indexed (db, indexed, error);
}

static gboolean
qsa_article_fields_log (QsaDb *db, GPtrArray *list, guint kinds, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < list->len; i++)
    {
      const QsaArticleFields *fields = g_ptr_array_index (list, i);

      g_array_append_val (ids, fields->id);
    }
  return list->len == 0
         || qsa_change_log_add (db, kinds, &g_array_index (ids, gint64, 0), ids->len,
                                error);
}

GPtrArray *
qsa_article_fields_list_write (QsaDb *db, GPtrArray *list, guint kinds, GError **error)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_val_if_fail (db != NULL && list != NULL, NULL);

  before = qsa_article_fields_list_new ();
  for (guint i = 0; i < list->len; i++)
    {
      const QsaArticleFields *fields = g_ptr_array_index (list, i);
      QsaArticleFields *old = qsa_article_fields_read (db, fields->id, fields->fields,
                                                       error);

      if (old == NULL)
        return NULL;
      g_ptr_array_add (before, old);
    }
  if (!qsa_article_fields_write_all (db, list, before, error)
      || !qsa_article_fields_log (db, list, kinds, error))
    return NULL;
  return g_steal_pointer (&before);
}

/* ---- what an edit means ---- */

/* "" says no more than NULL. */
static char *
qsa_article_fields_dup_value (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static QsaArticleFields *
qsa_article_fields_new_from_edit (const QsaArticleEdit *edit, gint64 id,
                                  guint32 outlet_id)
{
  QsaArticleFields *fields = g_new0 (QsaArticleFields, 1);

  fields->id = id;
  fields->fields = edit->fields;
  fields->overridden = edit->fields;
  fields->title = qsa_article_fields_dup_value (edit->title);
  fields->author = qsa_article_fields_dup_value (edit->author);
  fields->outlet_id = outlet_id;
  fields->date = edit->date;
  fields->date_origin = QSA_DATE_ORIGIN_USER;
  return fields;
}

static int
qsa_article_fields_compare (gconstpointer a, gconstpointer b)
{
  const QsaArticleFields *left = *(const QsaArticleFields *const *) a;
  const QsaArticleFields *right = *(const QsaArticleFields *const *) b;

  return (left->id > right->id) - (left->id < right->id);
}

static gboolean
qsa_article_fields_check_date (const QsaArticleEdit *edit, GError **error)
{
  if ((edit->fields & QSA_FIELD_DATE) == 0 || edit->date.precision == QSA_DATE_NONE
      || qsa_date_is_valid (&edit->date))
    return TRUE;
  g_set_error_literal (error, QSA_ERROR, QSA_ERROR_BAD_VALUE,
                       _ ("This date does not exist in the calendar."));
  return FALSE;
}

GPtrArray *
qsa_article_fields_list_from_edit (QsaDb *db, QsaOutletTable **outlets,
                                   const QsaArticleEdit *edit, const gint64 *ids,
                                   guint n_ids, GError **error)
{
  g_autofree char *outlet = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GPtrArray) list = NULL;
  guint32 outlet_id = QSA_OUTLET_UNKNOWN;

  g_return_val_if_fail (db != NULL && outlets != NULL && edit != NULL, NULL);

  outlet = qsa_article_fields_dup_value (edit->outlet);
  if (!qsa_article_fields_check_date (edit, error)
      || ((edit->fields & QSA_FIELD_OUTLET) != 0
          && !qsa_outlet_rows_ensure (db, outlets, outlet, NULL, "user", &outlet_id,
                                      error)))
    return NULL;
  seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  list = qsa_article_fields_list_new ();
  for (guint i = 0; i < n_ids; i++)
    if (g_hash_table_add (seen, (gpointer) &ids[i]))
      g_ptr_array_add (list, qsa_article_fields_new_from_edit (edit, ids[i], outlet_id));
  g_ptr_array_sort (list, qsa_article_fields_compare);
  return g_steal_pointer (&list);
}
