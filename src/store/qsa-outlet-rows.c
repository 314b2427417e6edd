/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-outlet-rows.h"

#include "qsa-filter.h"

static const char qsa_outlet_rows_all[] =
    "SELECT id, name, short_name, domain, country FROM outlet ORDER BY id";
static const char qsa_outlet_rows_aliases[] =
    "SELECT alias FROM outlet_alias WHERE outlet_id = ?1 ORDER BY alias";
/* Another process may have made the same one a moment ago. */
static const char qsa_outlet_rows_insert[] =
    "INSERT INTO outlet (name, short_name, domain, country, origin)"
    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (name) DO NOTHING";
static const char qsa_outlet_rows_find[] = "SELECT id FROM outlet WHERE name = ?1";
static const char qsa_outlet_rows_insert_alias[] =
    "INSERT INTO outlet_alias (outlet_id, alias) VALUES (?1, ?2) ON CONFLICT DO NOTHING";

static void
qsa_outlet_rows_free_outlet (gpointer outlet)
{
  qsa_outlet_free (outlet);
}

static gboolean
qsa_outlet_rows_load_aliases (QsaDb *db, QsaOutlet *outlet, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_outlet_rows_aliases, error);
  g_autoptr (GStrvBuilder) aliases = g_strv_builder_new ();
  QsaStep step;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, outlet->id);
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    g_strv_builder_add (aliases, (const char *) sqlite3_column_text (statement, 0));
  outlet->aliases = g_strv_builder_end (aliases);
  return step == QSA_STEP_DONE;
}

static QsaOutlet *
qsa_outlet_rows_read (sqlite3_stmt *statement)
{
  QsaOutlet *outlet = g_new0 (QsaOutlet, 1);

  outlet->id = (guint32) sqlite3_column_int64 (statement, 0);
  outlet->name = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  outlet->short_name = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  outlet->domain = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  outlet->country = g_strdup ((const char *) sqlite3_column_text (statement, 4));
  return outlet;
}

QsaOutletTable *
qsa_outlet_rows_load (QsaDb *db, GError **error)
{
  g_autoptr (GPtrArray)
      outlets = g_ptr_array_new_with_free_func (qsa_outlet_rows_free_outlet);
  g_autoptr (QsaOutletTable) shipped = NULL;
  sqlite3_stmt *statement = NULL;
  QsaStep step;

  g_return_val_if_fail (db != NULL, NULL);

  statement = qsa_db_statement (db, qsa_outlet_rows_all, error);
  if (statement == NULL)
    return NULL;
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    g_ptr_array_add (outlets, qsa_outlet_rows_read (statement));
  if (step == QSA_STEP_ERROR)
    return NULL;
  for (guint i = 0; i < outlets->len; i++)
    if (!qsa_outlet_rows_load_aliases (db, g_ptr_array_index (outlets, i), error))
      return NULL;
  shipped = qsa_outlet_table_new_shipped ();
  return qsa_outlet_table_new_with (shipped, outlets);
}

static gboolean
qsa_outlet_rows_insert_aliases (QsaDb *db, const QsaOutlet *outlet, GError **error)
{
  for (guint i = 0; outlet->aliases != NULL && outlet->aliases[i] != NULL; i++)
    {
      sqlite3_stmt *statement = qsa_db_statement (db, qsa_outlet_rows_insert_alias,
                                                  error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, outlet->id);
      sqlite3_bind_text (statement, 2, outlet->aliases[i], -1, SQLITE_STATIC);
      if (!qsa_db_run (db, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
qsa_outlet_rows_find_id (QsaDb *db, QsaOutlet *outlet, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_outlet_rows_find, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, outlet->name, -1, SQLITE_STATIC);
  if (qsa_db_step (db, statement, error) == QSA_STEP_ERROR)
    return FALSE;
  outlet->id = (guint32) sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/* Sets outlet->id. */
static gboolean
qsa_outlet_rows_insert_outlet (QsaDb *db, QsaOutlet *outlet, const char *origin,
                               GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_outlet_rows_insert, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, outlet->name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, outlet->short_name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, outlet->domain, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, outlet->country, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, origin, -1, SQLITE_STATIC);
  return qsa_db_run (db, statement, error) && qsa_outlet_rows_find_id (db, outlet, error)
         && qsa_outlet_rows_insert_aliases (db, outlet, error);
}

static const QsaOutlet *
qsa_outlet_rows_look_up (QsaOutletTable *outlets, const char *name, const char *domain)
{
  if (name != NULL)
    return qsa_outlet_table_find_name (outlets, name);
  return domain != NULL ? qsa_outlet_table_find_domain (outlets, domain) : NULL;
}

gboolean
qsa_outlet_rows_ensure (QsaDb *db, QsaOutletTable **outlets, const char *name,
                        const char *domain, const char *origin, guint32 *id,
                        GError **error)
{
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (QsaOutletTable) old = NULL;
  const QsaOutlet *known = NULL;
  QsaOutlet *outlet = NULL;

  g_return_val_if_fail (db != NULL && outlets != NULL && *outlets != NULL && id != NULL,
                        FALSE);

  known = qsa_outlet_rows_look_up (*outlets, name, domain);
  *id = known != NULL ? known->id : QSA_OUTLET_UNKNOWN;
  /* An address that nobody knows is not yet a name. */
  if ((known == NULL && name == NULL) || *id != QSA_OUTLET_UNKNOWN)
    return TRUE;

  made = g_ptr_array_new_with_free_func (qsa_outlet_rows_free_outlet);
  outlet = known != NULL ? qsa_outlet_copy (known) : g_new0 (QsaOutlet, 1);
  g_ptr_array_add (made, outlet);
  if (known == NULL)
    {
      outlet->name = g_strdup (name);
      outlet->domain = g_strdup (domain);
    }
  if (!qsa_outlet_rows_insert_outlet (db, outlet, known != NULL ? "shipped" : origin,
                                      error))
    return FALSE;
  *id = outlet->id;
  old = g_steal_pointer (outlets);
  *outlets = qsa_outlet_table_new_with (old, made);
  return TRUE;
}
