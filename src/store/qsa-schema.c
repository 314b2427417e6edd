/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-schema.h"

#include <glib/gi18n-lib.h>

#include "qsa-error.h"
#include "qsa-fold.h"
#include "qsa-index-care.h"
#include "qsa-library-copy.h"

/*   outlet 1──* outlet_alias
 *     1
 *     *
 *   article 1──* article_text 1──* article_block      (by version)
 *     1 1 1 └──* source                               (by version)
 *     │ │ └────* article_override                     (what the user set)
 *     │ └──────0..1 reading_position
 *     * import_item *──1 import                       (the ledger)
 *
 *   article *──* tag                                   (article_tag)
 *
 *   article_content (view) ──external content── article_fts_<analysis version>
 *   saved_search, search_history, variant: the user's, of their own
 *   term: the index's folded words    change: for other processes    meta: key and value
 *
 * Days are counted from 1970-01-01, times are Unix seconds, minutes those of the local day. NULL is
 * "the text does not say". */

static const char qsa_schema_outlets[] =
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;"
    "CREATE TABLE outlet ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  name TEXT NOT NULL UNIQUE,"
    "  short_name TEXT,"
    "  domain TEXT,"
    "  country TEXT,"
    "  origin TEXT NOT NULL" /* shipped, found in a text, or set by the user */
    ") STRICT;"
    "CREATE TABLE outlet_alias ("
    "  outlet_id INTEGER NOT NULL REFERENCES outlet (id) ON DELETE CASCADE,"
    "  alias TEXT NOT NULL,"
    "  PRIMARY KEY (outlet_id, alias)"
    ") STRICT, WITHOUT ROWID;";

/* The short columns come first; together with article_columns, which holds all that QsaColumns
 * loads, a start reads a fifth of the bytes. content_hash is the fingerprint of what was imported
 * and stays when the user edits, so that the same file is known again. */
static const char qsa_schema_articles[] =
    "CREATE TABLE article ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  outlet_id INTEGER REFERENCES outlet (id),"
    "  published_day INTEGER,"
    "  published_minute INTEGER,"
    "  date_precision INTEGER NOT NULL DEFAULT 0,"
    "  date_origin TEXT NOT NULL DEFAULT 'none',"
    "  word_count INTEGER NOT NULL DEFAULT 0,"
    "  read INTEGER NOT NULL DEFAULT 0,"
    "  starred INTEGER NOT NULL DEFAULT 0,"
    "  state INTEGER NOT NULL DEFAULT 0," /* 0: in the archive; others come later */
    "  current_version INTEGER NOT NULL DEFAULT 1,"
    "  import_id INTEGER REFERENCES import (id),"
    "  imported_at INTEGER NOT NULL,"
    "  accessed_at INTEGER,"
    "  story_id INTEGER,"
    "  content_hash BLOB NOT NULL,"
    "  title TEXT,"
    "  standfirst TEXT,"
    "  author TEXT,"
    "  place TEXT,"
    "  section TEXT,"
    "  url TEXT,"
    "  domain TEXT,"
    "  source_credit TEXT,"
    "  lang TEXT,"
    "  CHECK ((date_precision = 0) = (published_day IS NULL))"
    ") STRICT;"
    "CREATE UNIQUE INDEX article_by_content ON article (content_hash);"
    "CREATE INDEX article_columns ON article (id, outlet_id, published_day, published_minute,"
    "  date_precision, word_count, read, starred, state);"
    "CREATE TABLE article_text ("
    "  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,"
    "  version INTEGER NOT NULL,"
    "  body TEXT NOT NULL,"
    "  PRIMARY KEY (article_id, version)"
    ") STRICT;"
    "CREATE TABLE article_block ("
    "  article_id INTEGER NOT NULL,"
    "  version INTEGER NOT NULL,"
    "  place INTEGER NOT NULL,"
    "  kind TEXT NOT NULL,"
    "  start_byte INTEGER NOT NULL,"
    "  end_byte INTEGER NOT NULL," /* = start_byte: the text stood here, beside the body */
    "  text TEXT,"
    "  credit TEXT,"
    "  PRIMARY KEY (article_id, version, place),"
    "  FOREIGN KEY (article_id, version) REFERENCES article_text (article_id, version)"
    "    ON DELETE CASCADE"
    ") STRICT, WITHOUT ROWID;";

static const char qsa_schema_user[] =
    "CREATE TABLE article_override ("
    "  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,"
    "  field TEXT NOT NULL,"
    "  value ANY," /* NULL: the user says that it is unknown */
    "  set_at INTEGER NOT NULL,"
    "  PRIMARY KEY (article_id, field)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE reading_position ("
    "  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,"
    "  version INTEGER NOT NULL,"
    "  body_byte INTEGER NOT NULL"
    ") STRICT;";

static const char qsa_schema_imports[] =
    "CREATE TABLE source ("
    "  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,"
    "  version INTEGER NOT NULL,"
    "  path TEXT,"
    "  place INTEGER NOT NULL," /* in a file of many articles */
    "  encoding TEXT,"
    "  sha256 BLOB,"
    "  raw_bytes INTEGER NOT NULL," /* before compression */
    "  raw BLOB,"                   /* zlib */
    "  PRIMARY KEY (article_id, version)"
    ") STRICT;"
    "CREATE INDEX source_by_sha256 ON source (sha256);"
    "CREATE TABLE import ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  started_at INTEGER NOT NULL,"
    "  ended_at INTEGER,"
    "  cancelled INTEGER NOT NULL DEFAULT 0,"
    "  n_added INTEGER NOT NULL DEFAULT 0,"
    "  n_duplicates INTEGER NOT NULL DEFAULT 0,"
    "  n_failed INTEGER NOT NULL DEFAULT 0"
    ") STRICT;"
    "CREATE TABLE import_item ("
    "  id INTEGER PRIMARY KEY,"
    "  import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,"
    "  outcome INTEGER NOT NULL," /* QsaOutcome */
    "  article_id INTEGER REFERENCES article (id) ON DELETE SET NULL,"
    "  path TEXT,"
    "  place INTEGER NOT NULL," /* in a file of many articles */
    "  line INTEGER NOT NULL,"
    "  rules TEXT,"    /* JSON: {"field": ["rule", confidence], …} */
    "  warnings TEXT," /* JSON: ["…", …] */
    "  message TEXT"   /* why it failed */
    ") STRICT;"
    "CREATE INDEX import_item_by_article ON import_item (article_id);";

static const char qsa_schema_search[] =
    "CREATE TABLE term ("
    "  term TEXT PRIMARY KEY,"
    "  articles INTEGER NOT NULL,"
    "  light_stem TEXT"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE term_pending ("
    "  id INTEGER PRIMARY KEY,"
    "  changes BLOB NOT NULL"
    ") STRICT;"
    "CREATE TABLE change ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  kinds INTEGER NOT NULL," /* QsaChangeKind */
    "  first_article INTEGER,"
    "  last_article INTEGER"
    ") STRICT;"
    "CREATE VIEW article_content AS"
    "  SELECT article.id AS id, article.title AS title, article.standfirst AS standfirst,"
    "         article_text.body AS body"
    "  FROM article JOIN article_text ON article_text.article_id = article.id"
    "    AND article_text.version = article.current_version;";

/* What a search leaves behind, and what widens it. */
static const char qsa_schema_searches[] =
    "CREATE INDEX term_by_stem ON term (light_stem) WHERE light_stem IS NOT NULL;"
    "CREATE INDEX article_by_author ON article (author) WHERE author IS NOT NULL;"
    "CREATE TABLE saved_search ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  name TEXT NOT NULL,"
    "  query TEXT NOT NULL,"
    "  reach TEXT NOT NULL,"  /* default, folded or wide */
    "  filter TEXT NOT NULL," /* qsa_filter_to_string () */
    "  sort TEXT NOT NULL,"
    "  place INTEGER NOT NULL," /* in the sidebar */
    "  created_at INTEGER NOT NULL"
    ") STRICT;"
    "CREATE TABLE search_history ("
    "  query TEXT PRIMARY KEY,"
    "  used_at INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE variant ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  spellings TEXT NOT NULL," /* as a column of data/tables/variants.tsv */
    "  kind TEXT NOT NULL,"
    "  enabled INTEGER NOT NULL DEFAULT 1," /* 0: the shipped group of these spellings is off */
    "  UNIQUE (spellings)"
    ") STRICT;"
    "CREATE TABLE tag ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  name TEXT NOT NULL UNIQUE"
    ") STRICT;"
    "CREATE TABLE article_tag ("
    "  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,"
    "  tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,"
    "  PRIMARY KEY (tag_id, article_id)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX article_tag_by_article ON article_tag (article_id);";

static gboolean
qsa_schema_write_meta (QsaDb *db, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (
      db, "INSERT INTO meta (key, value) VALUES ('analysis_version', ?1)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, QSA_TEXT_ANALYSIS_VERSION);
  return qsa_db_run (db, statement, error);
}

static gboolean
qsa_schema_step_tables (QsaDb *db, GError **error)
{
  return qsa_db_exec (db, qsa_schema_outlets, error)
         && qsa_db_exec (db, qsa_schema_articles, error)
         && qsa_db_exec (db, qsa_schema_user, error)
         && qsa_db_exec (db, qsa_schema_imports, error)
         && qsa_db_exec (db, qsa_schema_search, error)
         && qsa_index_care_create (db, error) && qsa_schema_write_meta (db, error);
}

/* The vocabulary's stems come with the index, which is made anew with it (qsa-analysis). */
static gboolean
qsa_schema_step_searches (QsaDb *db, GError **error)
{
  return qsa_db_exec (db, qsa_schema_searches, error);
}

/* Released steps are never changed: a new version appends one. */
static const QsaSchemaStep qsa_schema_steps[] = { qsa_schema_step_tables,
                                                  qsa_schema_step_searches };
G_STATIC_ASSERT (G_N_ELEMENTS (qsa_schema_steps) == QSA_SCHEMA_VERSION);

typedef struct
{
  gint64 application_id;
  gint64 version;
  gint64 n_objects;
} QsaSchemaState;

static gboolean
qsa_schema_read_state (QsaDb *db, QsaSchemaState *state, GError **error)
{
  return qsa_db_query_int64 (db, "PRAGMA application_id", &state->application_id, error)
         && qsa_db_query_int64 (db, "PRAGMA user_version", &state->version, error)
         && qsa_db_query_int64 (db, "SELECT count(*) FROM sqlite_schema",
                                &state->n_objects, error);
}

static gboolean
qsa_schema_is_blank (const QsaSchemaState *state)
{
  return state->application_id == 0 && state->version == 0 && state->n_objects == 0;
}

static gboolean
qsa_schema_check_state (QsaDb *db, const QsaSchemaState *state, guint newest,
                        GError **error)
{
  if (state->application_id != QSA_SCHEMA_APPLICATION_ID || state->version < 1)
    g_set_error (error, QSA_ERROR, QSA_ERROR_NOT_A_LIBRARY,
                 _ ("The file “%s” is not a Qusasat library."),
                 qsa_db_get_display_name (db));
  else if (state->version > newest)
    g_set_error (error, QSA_ERROR, QSA_ERROR_TOO_NEW,
                 _ ("The library “%s” was made by a newer version of Qusasat. "
                    "It was left untouched."),
                 qsa_db_get_display_name (db));
  else
    return TRUE;
  return FALSE;
}

static gboolean
qsa_schema_run_steps (QsaDb *db, guint from, const QsaSchemaStep *steps, guint n_steps,
                      GError **error)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %u", n_steps);

  for (guint i = from; i < n_steps; i++)
    if (!steps[i](db, error))
      return FALSE;
  return qsa_db_exec (db, pragma, error) && qsa_db_commit (db, error);
}

/* Two processes may start at once on the same new file: whoever comes second finds it made. The
 * rollback journal is still in use, so that the file's header is right from the first moment; a
 * file in WAL mode could keep it in the -wal for long. */
static gboolean
qsa_schema_create (QsaDb *db, const QsaSchemaStep *steps, guint n_steps, GError **error)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA application_id = %d",
                                             QSA_SCHEMA_APPLICATION_ID);
  QsaSchemaState state = { 0 };

  if (!qsa_db_begin_write (db, error) || !qsa_schema_read_state (db, &state, error))
    return FALSE;
  if (!qsa_schema_is_blank (&state))
    return qsa_db_commit (db, error);
  return qsa_db_exec (db, pragma, error)
         && qsa_schema_run_steps (db, 0, steps, n_steps, error);
}

/* The copy is made under the write lock, by a connection of its own: what is copied is exactly
 * what is migrated. */
static gboolean
qsa_schema_migrate (QsaDb *db, const char *path, const QsaSchemaStep *steps,
                    guint n_steps, GError **error)
{
  QsaSchemaState state = { 0 };

  if (!qsa_db_begin_write (db, error) || !qsa_schema_read_state (db, &state, error)
      || !qsa_schema_check_state (db, &state, n_steps, error))
    return FALSE;
  if (state.version == n_steps)
    return qsa_db_commit (db, error);
  return qsa_library_copy_before_migration (path, (guint) state.version, error)
         && qsa_schema_run_steps (db, (guint) state.version, steps, n_steps, error);
}

/* Fails at once, without the busy handler, while another process is doing the same. */
static gboolean
qsa_schema_enter_wal (QsaDb *db, GError **error)
{
  gint64 deadline_us = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  g_autoptr (GError) local_error = NULL;

  while (!qsa_db_exec (db, "PRAGMA journal_mode = WAL", &local_error))
    {
      if (!g_error_matches (local_error, QSA_ERROR, QSA_ERROR_BUSY)
          || g_get_monotonic_time () > deadline_us)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_clear_error (&local_error);
      g_usleep (20 * 1000);
    }
  return TRUE;
}

gboolean
qsa_schema_prepare_with_steps (QsaDb *db, const char *path, gboolean create,
                               const QsaSchemaStep *steps, guint n_steps, GError **error)
{
  QsaSchemaState state = { 0 };

  g_return_val_if_fail (db != NULL && path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!qsa_schema_read_state (db, &state, error))
    return FALSE;
  if (create && qsa_schema_is_blank (&state))
    {
      if (!qsa_schema_create (db, steps, n_steps, error)
          || !qsa_schema_read_state (db, &state, error))
        return qsa_db_rollback (db), FALSE;
    }
  if (!qsa_schema_check_state (db, &state, n_steps, error))
    return FALSE;
  if (state.version < n_steps && !qsa_schema_migrate (db, path, steps, n_steps, error))
    return qsa_db_rollback (db), FALSE;
  return qsa_schema_enter_wal (db, error);
}

gboolean
qsa_schema_prepare (QsaDb *db, const char *path, gboolean create, GError **error)
{
  return qsa_schema_prepare_with_steps (db, path, create, qsa_schema_steps,
                                        QSA_SCHEMA_VERSION, error);
}

gboolean
qsa_schema_check (QsaDb *db, GError **error)
{
  QsaSchemaState state = { 0 };

  g_return_val_if_fail (db != NULL, FALSE);

  if (!qsa_schema_read_state (db, &state, error)
      || !qsa_schema_check_state (db, &state, QSA_SCHEMA_VERSION, error))
    return FALSE;
  if (state.version < QSA_SCHEMA_VERSION)
    {
      g_set_error (
          error, QSA_ERROR, QSA_ERROR_READ_ONLY,
          _ ("The library “%s” was made by an older version of Qusasat and has to be "
             "updated, but it cannot be written."),
          qsa_db_get_display_name (db));
      return FALSE;
    }
  return TRUE;
}

const QsaSchemaStep *
qsa_schema_get_steps (void)
{
  return qsa_schema_steps;
}
