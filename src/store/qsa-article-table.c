/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-article-table.h"

#include <glib/gi18n-lib.h>

#include "qsa-error.h"
#include "qsa-filter.h"

static const char qsa_article_table_insert_article[] =
    "INSERT INTO article (outlet_id, published_day, published_minute, date_precision,"
    "  date_origin, word_count, read, starred, import_id, imported_at, content_hash, title,"
    "  standfirst, author, place, section, url, domain, source_credit, lang)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,"
    "  ?19, ?20)";
static const char qsa_article_table_insert_text[] =
    "INSERT INTO article_text (article_id, version, body) VALUES (?1, 1, ?2)";
static const char qsa_article_table_insert_block[] =
    "INSERT INTO article_block (article_id, version, place, kind, start_byte, end_byte, text,"
    "  credit) VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7)";
static const char qsa_article_table_by_fingerprint[] =
    "SELECT id FROM article WHERE content_hash = ?1";
static const char qsa_article_table_select[] =
    "SELECT a.published_day, a.published_minute, a.date_precision, a.date_origin,"
    "  a.word_count, a.read, a.starred, a.imported_at, a.current_version, a.title,"
    "  a.standfirst, a.author, a.place, a.section, a.url, coalesce (a.domain, o.domain),"
    "  a.source_credit, a.lang, o.name, t.body, p.body_byte"
    " FROM article AS a"
    "  JOIN article_text AS t ON t.article_id = a.id AND t.version = a.current_version"
    "  LEFT JOIN outlet AS o ON o.id = a.outlet_id"
    "  LEFT JOIN reading_position AS p ON p.article_id = a.id AND p.version = a.current_version"
    " WHERE a.id = ?1";
static const char qsa_article_table_select_blocks[] =
    "SELECT kind, start_byte, end_byte, text, credit FROM article_block"
    " WHERE article_id = ?1 AND version = ?2 ORDER BY place";
static const char qsa_article_table_upsert_position[] =
    "INSERT INTO reading_position (article_id, version, body_byte)"
    " SELECT id, current_version, ?2 FROM article WHERE id = ?1"
    " ON CONFLICT (article_id)"
    " DO UPDATE SET version = excluded.version, body_byte = excluded.body_byte";

void
qsa_bind_string (sqlite3_stmt *statement, int place, const char *text)
{
  sqlite3_bind_text (statement, place, text, -1, SQLITE_STATIC);
}

char *
qsa_column_dup_string (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_strndup (text, (gsize) sqlite3_column_bytes (statement, column))
                      : NULL;
}

void
qsa_bind_date (sqlite3_stmt *statement, int first_place, const QsaDate *date)
{
  if (date->precision != QSA_DATE_NONE)
    {
      sqlite3_bind_int (statement, first_place, qsa_date_first_day (date));
      if (date->minute != QSA_DATE_NO_MINUTE)
        sqlite3_bind_int (statement, first_place + 1, date->minute);
    }
  sqlite3_bind_int (statement, first_place + 2, date->precision);
}

QsaDate
qsa_column_get_date (sqlite3_stmt *statement, int first_column)
{
  QsaDatePrecision precision = (QsaDatePrecision) sqlite3_column_int (statement,
                                                                      first_column + 2);
  QsaDate date = QSA_DATE_INIT;

  if (precision == QSA_DATE_NONE)
    return date;
  date = qsa_date_from_days (sqlite3_column_int (statement, first_column), precision);
  if (sqlite3_column_type (statement, first_column + 1) != SQLITE_NULL)
    date.minute = (gint16) sqlite3_column_int (statement, first_column + 1);
  return date;
}

static gboolean
qsa_article_table_insert_row (QsaDb *db, const QsaNewArticle *new_article, gint64 *id,
                              GError **error)
{
  const QsaArticle *article = new_article->article;
  const char *const strings[] = { article->title,   article->standfirst,
                                  article->author,  article->place,
                                  article->section, article->url,
                                  article->domain,  article->source_credit,
                                  article->lang };
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_article_table_insert_article,
                                              error);

  if (statement == NULL)
    return FALSE;
  if (new_article->outlet_id != QSA_OUTLET_UNKNOWN)
    sqlite3_bind_int64 (statement, 1, new_article->outlet_id);
  qsa_bind_date (statement, 2, &article->date);
  qsa_bind_string (statement, 5, qsa_date_origin_to_string (article->date_origin));
  sqlite3_bind_int64 (statement, 6, article->word_count);
  sqlite3_bind_int (statement, 7, article->read);
  sqlite3_bind_int (statement, 8, article->starred);
  sqlite3_bind_int64 (statement, 9, new_article->import_id);
  sqlite3_bind_int64 (statement, 10, new_article->now);
  sqlite3_bind_blob (statement, 11, new_article->fingerprint, QSA_FINGERPRINT_BYTES,
                     SQLITE_STATIC);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    qsa_bind_string (statement, 12 + (int) i, strings[i]);
  if (!qsa_db_run (db, statement, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (qsa_db_get_handle (db));
  return TRUE;
}

static gboolean
qsa_article_table_insert_body (QsaDb *db, const QsaArticle *article, gint64 id,
                               GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_article_table_insert_text, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text64 (statement, 2, article->body, article->body_bytes, SQLITE_STATIC,
                       SQLITE_UTF8);
  return qsa_db_run (db, statement, error);
}

static gboolean
qsa_article_table_insert_blocks (QsaDb *db, const QsaArticle *article, gint64 id,
                                 GError **error)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const QsaBlock *block = g_ptr_array_index (article->blocks, i);
      sqlite3_stmt *statement = qsa_db_statement (db, qsa_article_table_insert_block,
                                                  error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, id);
      sqlite3_bind_int64 (statement, 2, i);
      qsa_bind_string (statement, 3, qsa_block_kind_to_string (block->kind));
      sqlite3_bind_int64 (statement, 4, (sqlite3_int64) block->start_byte);
      sqlite3_bind_int64 (statement, 5, (sqlite3_int64) block->end_byte);
      qsa_bind_string (statement, 6, block->text);
      qsa_bind_string (statement, 7, block->credit);
      if (!qsa_db_run (db, statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
qsa_article_table_insert (QsaDb *db, const QsaNewArticle *new_article, gint64 *id,
                          GError **error)
{
  g_return_val_if_fail (db != NULL && new_article != NULL && id != NULL, FALSE);

  return qsa_article_table_insert_row (db, new_article, id, error)
         && qsa_article_table_insert_body (db, new_article->article, *id, error)
         && qsa_article_table_insert_blocks (db, new_article->article, *id, error);
}

gboolean
qsa_article_table_find_fingerprint (QsaDb *db, const guint8 *fingerprint, gint64 *id,
                                    GError **error)
{
  sqlite3_stmt *statement = NULL;
  QsaStep step;

  g_return_val_if_fail (db != NULL && fingerprint != NULL && id != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_article_table_by_fingerprint, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_blob (statement, 1, fingerprint, QSA_FINGERPRINT_BYTES, SQLITE_STATIC);
  step = qsa_db_step (db, statement, error);
  *id = step == QSA_STEP_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return step != QSA_STEP_ERROR;
}

/* Names that a newer version may have written, or a hand: the plain value then. */
static QsaDateOrigin
qsa_article_table_read_origin (sqlite3_stmt *statement, int column)
{
  const char *name = (const char *) sqlite3_column_text (statement, column);
  int origin = name != NULL ? qsa_date_origin_from_string (name) : -1;

  return origin >= 0 ? (QsaDateOrigin) origin : QSA_DATE_ORIGIN_NONE;
}

static QsaArticle *
qsa_article_table_read (sqlite3_stmt *statement, gint64 id)
{
  QsaArticle *article = qsa_article_new ();
  char **const strings[] = { &article->title,  &article->standfirst,    &article->author,
                             &article->place,  &article->section,       &article->url,
                             &article->domain, &article->source_credit, &article->lang,
                             &article->outlet };

  article->id = id;
  article->date = qsa_column_get_date (statement, 0);
  article->date_origin = qsa_article_table_read_origin (statement, 3);
  article->read = sqlite3_column_int (statement, 5) != 0;
  article->starred = sqlite3_column_int (statement, 6) != 0;
  article->imported_at = sqlite3_column_int64 (statement, 7);
  article->version = sqlite3_column_int (statement, 8);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    *strings[i] = qsa_column_dup_string (statement, 9 + (int) i);
  qsa_article_take_body (article, qsa_column_dup_string (statement, 19));
  article->word_count = (guint) sqlite3_column_int64 (statement, 4);
  article->reading_position_byte =
      MIN ((gsize) MAX (sqlite3_column_int64 (statement, 20), 0), article->body_bytes);
  return article;
}

/* What a damaged file says of a block that cannot be is left out: the body is whole without it. */
static void
qsa_article_table_read_block (QsaArticle *article, sqlite3_stmt *row)
{
  const char *name = (const char *) sqlite3_column_text (row, 0);
  int kind = name != NULL ? qsa_block_kind_from_string (name) : -1;
  gint64 start_byte = sqlite3_column_int64 (row, 1);
  gint64 end_byte = sqlite3_column_int64 (row, 2);

  if (kind < 0 || start_byte < 0 || start_byte > end_byte
      || end_byte > (gint64) article->body_bytes
      || (kind != QSA_BLOCK_HEADING && start_byte != end_byte))
    return;
  qsa_article_add_block (article, (QsaBlockKind) kind, (gsize) start_byte,
                         (gsize) end_byte, (const char *) sqlite3_column_text (row, 3),
                         (const char *) sqlite3_column_text (row, 4));
}

static gboolean
qsa_article_table_load_blocks (QsaDb *db, QsaArticle *article, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_article_table_select_blocks, error);
  QsaStep step;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, article->id);
  sqlite3_bind_int (statement, 2, article->version);
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    qsa_article_table_read_block (article, statement);
  return step == QSA_STEP_DONE;
}

void
qsa_article_table_set_not_found (gint64 id, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  g_set_error (error, QSA_ERROR, QSA_ERROR_NOT_FOUND,
               _ ("The library has no article number %s."), number);
}

QsaArticle *
qsa_article_table_load (QsaDb *db, gint64 id, GError **error)
{
  g_autoptr (QsaArticle) article = NULL;
  sqlite3_stmt *statement = NULL;
  QsaStep step;

  g_return_val_if_fail (db != NULL, NULL);

  statement = qsa_db_statement (db, qsa_article_table_select, error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  step = qsa_db_step (db, statement, error);
  if (step == QSA_STEP_DONE)
    qsa_article_table_set_not_found (id, error);
  if (step != QSA_STEP_ROW)
    return NULL;
  article = qsa_article_table_read (statement, id);
  sqlite3_reset (statement);
  return qsa_article_table_load_blocks (db, article, error) ? g_steal_pointer (&article)
                                                            : NULL;
}

gboolean
qsa_article_table_set_position (QsaDb *db, gint64 id, gsize body_byte, GError **error)
{
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_article_table_upsert_position, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, (sqlite3_int64) body_byte);
  return qsa_db_run (db, statement, error);
}
