/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-source-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "qsa-article-table.h"
#include "qsa-error.h"

/* Measured on 20,656 articles: see tests/bench/bench-store.c. */
#define QSA_SOURCE_ZLIB_LEVEL 4

static const char qsa_source_table_insert_source[] =
    "INSERT INTO source (article_id, version, path, encoding, sha256, raw_bytes, raw,"
    " place) VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7)";
static const char qsa_source_table_by_sha256[] =
    "SELECT article_id FROM source WHERE sha256 = ?1 AND place = ?2 LIMIT 1";
static const char qsa_source_table_select[] =
    "SELECT s.raw, s.raw_bytes, s.path FROM article AS a"
    " JOIN source AS s ON s.article_id = a.id AND s.version = a.current_version"
    " WHERE a.id = ?1";

/* What @converter makes of @data; NULL when that is more than @max_bytes. */
static GBytes *
qsa_source_table_convert (GConverter *converter, gconstpointer data, gsize data_bytes,
                          gsize max_bytes, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize done = 0;

  while (result != G_CONVERTER_FINISHED)
    {
      guint8 buffer[16 * 1024];
      gsize read = 0, written = 0;

      result = g_converter_convert (converter, (const guint8 *) data + done,
                                    data_bytes - done, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &read, &written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      if (out->len + written > max_bytes)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "too long");
          return NULL;
        }
      done += read;
      g_byte_array_append (out, buffer, (guint) written);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

gboolean
qsa_packed_source_init (QsaPackedSource *packed, GBytes *raw, GError **error)
{
  g_autoptr (GZlibCompressor) compressor = NULL;
  g_autoptr (GChecksum) checksum = NULL;
  gsize sha256_bytes = QSA_SOURCE_SHA256_BYTES;
  gconstpointer data = NULL;

  g_return_val_if_fail (packed != NULL, FALSE);

  *packed = (QsaPackedSource){ 0 };
  if (raw == NULL)
    return TRUE;
  data = g_bytes_get_data (raw, &packed->raw_bytes);
  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (checksum, data, (gssize) packed->raw_bytes);
  g_checksum_get_digest (checksum, packed->sha256, &sha256_bytes);
  compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB,
                                      QSA_SOURCE_ZLIB_LEVEL);
  packed->packed = qsa_source_table_convert (G_CONVERTER (compressor), data,
                                             packed->raw_bytes, G_MAXINT32, error);
  return packed->packed != NULL;
}

void
qsa_packed_source_clear (QsaPackedSource *packed)
{
  g_return_if_fail (packed != NULL);

  g_clear_pointer (&packed->packed, g_bytes_unref);
}

gboolean
qsa_source_table_insert (QsaDb *db, gint64 article_id, const QsaCandidate *candidate,
                         const QsaPackedSource *packed, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gconstpointer data = NULL;
  gsize bytes = 0;

  g_return_val_if_fail (db != NULL && candidate != NULL && packed != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_source_table_insert_source, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, article_id);
  qsa_bind_string (statement, 2, candidate->path);
  qsa_bind_string (statement, 3, candidate->encoding);
  sqlite3_bind_int64 (statement, 5, (sqlite3_int64) packed->raw_bytes);
  sqlite3_bind_int64 (statement, 7, candidate->index);
  if (packed->packed != NULL)
    {
      data = g_bytes_get_data (packed->packed, &bytes);
      sqlite3_bind_blob (statement, 4, packed->sha256, QSA_SOURCE_SHA256_BYTES,
                         SQLITE_STATIC);
      sqlite3_bind_blob64 (statement, 6, data, bytes, SQLITE_STATIC);
    }
  return qsa_db_run (db, statement, error);
}

gboolean
qsa_source_table_find (QsaDb *db, const QsaCandidate *candidate,
                       const QsaPackedSource *packed, gint64 *article_id, GError **error)
{
  sqlite3_stmt *statement = NULL;
  QsaStep step;

  g_return_val_if_fail (
      db != NULL && candidate != NULL && packed != NULL && article_id != NULL, FALSE);

  *article_id = 0;
  if (packed->packed == NULL)
    return TRUE;
  statement = qsa_db_statement (db, qsa_source_table_by_sha256, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_blob (statement, 1, packed->sha256, QSA_SOURCE_SHA256_BYTES,
                     SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, candidate->index);
  step = qsa_db_step (db, statement, error);
  if (step == QSA_STEP_ROW)
    *article_id = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return step != QSA_STEP_ERROR;
}

static GBytes *
qsa_source_table_unpack (QsaDb *db, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GZlibDecompressor)
      decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  gconstpointer data = sqlite3_column_blob (statement, 0);
  gsize bytes = (gsize) sqlite3_column_bytes (statement, 0);
  gsize raw_bytes = (gsize) sqlite3_column_int64 (statement, 1);
  g_autoptr (GBytes) raw = qsa_source_table_convert (G_CONVERTER (decompressor), data,
                                                     bytes, raw_bytes, NULL);

  if (raw != NULL && g_bytes_get_size (raw) == raw_bytes)
    return g_steal_pointer (&raw);
  g_set_error (
      error, QSA_ERROR, QSA_ERROR_DAMAGED,
      _ ("The library “%s” is damaged: the original of an article cannot be read."),
      qsa_db_get_display_name (db));
  return NULL;
}

static QsaStep
qsa_source_table_find_row (QsaDb *db, gint64 article_id, sqlite3_stmt **statement,
                           GError **error)
{
  *statement = qsa_db_statement (db, qsa_source_table_select, error);
  if (*statement == NULL)
    return QSA_STEP_ERROR;
  sqlite3_bind_int64 (*statement, 1, article_id);
  return qsa_db_step (db, *statement, error);
}

GBytes *
qsa_source_table_load (QsaDb *db, gint64 article_id, GError **error)
{
  sqlite3_stmt *statement = NULL;
  QsaStep step;
  GBytes *raw = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  step = qsa_source_table_find_row (db, article_id, &statement, error);
  if (step == QSA_STEP_ERROR)
    return NULL;
  if (step == QSA_STEP_ROW && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    raw = qsa_source_table_unpack (db, statement, error);
  else
    g_set_error_literal (error, QSA_ERROR, QSA_ERROR_NOT_FOUND,
                         _ ("The library holds no original of this article."));
  sqlite3_reset (statement);
  return raw;
}

gboolean
qsa_source_table_load_path (QsaDb *db, gint64 article_id, char **path, GError **error)
{
  sqlite3_stmt *statement = NULL;
  QsaStep step;

  g_return_val_if_fail (db != NULL && path != NULL, FALSE);

  step = qsa_source_table_find_row (db, article_id, &statement, error);
  *path = step == QSA_STEP_ROW ? qsa_column_dup_string (statement, 2) : NULL;
  if (statement != NULL)
    sqlite3_reset (statement);
  return step != QSA_STEP_ERROR;
}
