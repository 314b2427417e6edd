/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-field-reader.h"

#include <string.h>

#include "qsa-fold.h"

#define WAW "و"

typedef struct
{
  const QsaTermReader *reader;
  QsaColumns *columns;
  QsaOutletTable *outlets; /* may be NULL */
  const QsaQueryNode *node;
} QsaFieldReader;

/* ---- names ---- */

static gboolean
qsa_field_reader_is_word (const char *word, const char *folded, gboolean prefix)
{
  return prefix ? g_str_has_prefix (word, folded) : g_str_equal (word, folded);
}

/* Names are joined by و: "سمير وليلى". */
static gboolean
qsa_field_reader_has_word (char **words, const char *folded, gboolean prefix)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (qsa_field_reader_is_word (words[i], folded, prefix)
        || (i > 0 && g_str_has_prefix (words[i], WAW)
            && qsa_field_reader_is_word (words[i] + strlen (WAW), folded, prefix)))
      return TRUE;
  return FALSE;
}

/* @name holds all words of the node. */
static gboolean
qsa_field_reader_fits (const QsaFieldReader *self, const char *name)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  guint n_words = self->node->words->len;

  if (name == NULL)
    return FALSE;
  folded = qsa_fold_text (name, -1);
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; i < n_words; i++)
    {
      const QsaQueryWord *word = self->node->words->pdata[i];

      if (!qsa_field_reader_has_word (words, word->folded,
                                      self->node->prefix && i + 1 == n_words))
        return FALSE;
    }
  return n_words > 0;
}

static char *
qsa_field_reader_join (const QsaFieldReader *self)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < self->node->words->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "",
                            ((QsaQueryWord *) self->node->words->pdata[i])->folded);
  return g_string_free (joined, FALSE);
}

/* ---- what the columns know ---- */

typedef gboolean (*QsaFieldRowFunc) (const QsaColumnRow *row, gconstpointer data);

static QsaPosting *
qsa_field_reader_scan (const QsaFieldReader *self, QsaFieldRowFunc passes,
                       gconstpointer data)
{
  const QsaColumnRow *rows = qsa_columns_get_rows (self->columns);
  guint32 max_id = qsa_columns_get_max_id (self->columns);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 *next;

  g_array_set_size (ids, max_id);
  next = (guint32 *) ids->data;
  for (guint32 id = 1; id <= max_id; id++)
    if ((rows[id].flags & QSA_COLUMN_PRESENT) != 0 && passes (&rows[id], data))
      *next++ = id;
  g_array_set_size (ids, (guint) (next - (guint32 *) ids->data));
  return qsa_posting_new_from_ids (ids, max_id);
}

static gboolean
qsa_field_reader_outlet_fits (const QsaFieldReader *self, const QsaOutlet *outlet)
{
  if (qsa_field_reader_fits (self, outlet->name)
      || qsa_field_reader_fits (self, outlet->short_name)
      || qsa_field_reader_fits (self, outlet->domain))
    return TRUE;
  for (guint i = 0; outlet->aliases != NULL && outlet->aliases[i] != NULL; i++)
    if (qsa_field_reader_fits (self, outlet->aliases[i]))
      return TRUE;
  return FALSE;
}

typedef struct
{
  const guint8 *outlets; /* by id, TRUE when asked for */
} QsaFieldOutlets;

static gboolean
qsa_field_reader_passes_outlet (const QsaColumnRow *row, gconstpointer data)
{
  const QsaFieldOutlets *wanted = data;

  return wanted->outlets[row->outlet_id];
}

static QsaPosting *
qsa_field_reader_get_outlet (const QsaFieldReader *self)
{
  guint32 max_outlet_id = qsa_columns_get_max_outlet_id (self->columns);
  g_autofree guint8 *outlets = g_new0 (guint8, (gsize) max_outlet_id + 1);
  QsaFieldOutlets wanted = { outlets };
  guint n = self->outlets != NULL ? qsa_outlet_table_get_size (self->outlets) : 0;

  for (guint i = 0; i < n; i++)
    {
      const QsaOutlet *outlet = qsa_outlet_table_get (self->outlets, i);

      /* 0: shipped, and no article is of it. */
      if (outlet->id != 0 && outlet->id <= max_outlet_id
          && qsa_field_reader_outlet_fits (self, outlet))
        outlets[outlet->id] = TRUE;
    }
  return qsa_field_reader_scan (self, qsa_field_reader_passes_outlet, &wanted);
}

/* A year that begins this long before a day is over by then: no need to ask the calendar. */
#define LONGEST_PERIOD_DAYS 366

typedef struct
{
  gint32 first_day;
  gint32 last_day;
} QsaFieldDays;

/* A partial date passes when its period overlaps, as in QsaFilter. */
static gboolean
qsa_field_reader_passes_date (const QsaColumnRow *row, gconstpointer data)
{
  const QsaFieldDays *days = data;

  if (row->day == QSA_COLUMN_UNDATED || row->day > days->last_day)
    return FALSE;
  if (row->day >= days->first_day)
    return TRUE;
  return row->precision != QSA_DATE_DAY
         && days->first_day - row->day < LONGEST_PERIOD_DAYS
         && qsa_column_row_get_last_day (row) >= days->first_day;
}

static gboolean
qsa_field_reader_passes_is (const QsaColumnRow *row, gconstpointer data)
{
  const QsaIsState *is = data;

  switch (*is)
    {
    case QSA_IS_STATE_STARRED:
      return (row->flags & QSA_COLUMN_STARRED) != 0;
    case QSA_IS_STATE_READ:
      return (row->flags & QSA_COLUMN_READ) != 0;
    case QSA_IS_STATE_UNREAD:
      return (row->flags & QSA_COLUMN_READ) == 0;
    case QSA_IS_STATE_UNDATED:
    default:
      return row->day == QSA_COLUMN_UNDATED;
    }
}

/* ---- what the tables know ---- */

static void
qsa_field_reader_add_id (GArray *ids, sqlite3_int64 value)
{
  guint32 id = (guint32) value;

  if (value >= 1 && value <= G_MAXINT32)
    g_array_append_val (ids, id);
}

static int
qsa_field_reader_compare_ids (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

/* Takes @ids, in any order. */
static QsaPosting *
qsa_field_reader_collect (const QsaFieldReader *self, GArray *ids)
{
  guint n = 0;

  g_array_sort (ids, qsa_field_reader_compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (n == 0 || g_array_index (ids, guint32, n - 1) != g_array_index (ids, guint32, i))
      g_array_index (ids, guint32, n++) = g_array_index (ids, guint32, i);
  g_array_set_size (ids, n);
  return qsa_posting_new_from_ids (ids, self->reader->max_id);
}

/* The first place in the order by date, newest first, of an article older than @day. */
static guint
qsa_field_reader_find_older (const QsaFieldReader *self, gint32 day)
{
  const QsaColumnRow *rows = qsa_columns_get_rows (self->columns);
  const guint32 *newest = qsa_columns_get_newest (self->columns);
  guint low = 0, high = qsa_columns_get_n_articles (self->columns);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (rows[newest[middle]].day >= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* A short time is a short piece of the order by date; a long one is looked for among all. */
#define SHORT_ONE_IN 4

static QsaPosting *
qsa_field_reader_get_days (const QsaFieldReader *self, const QsaFieldDays *days)
{
  const QsaColumnRow *rows = qsa_columns_get_rows (self->columns);
  const guint32 *newest = qsa_columns_get_newest (self->columns);
  guint begin = 0, end = qsa_columns_get_n_articles (self->columns);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (days->last_day < G_MAXINT32)
    begin = qsa_field_reader_find_older (self, days->last_day + 1);
  if (days->first_day > G_MININT32 + LONGEST_PERIOD_DAYS)
    end = qsa_field_reader_find_older (self, days->first_day - LONGEST_PERIOD_DAYS);
  if (end - begin > qsa_columns_get_n_articles (self->columns) / SHORT_ONE_IN)
    return qsa_field_reader_scan (self, qsa_field_reader_passes_date, days);
  for (guint i = begin; i < end; i++)
    if (qsa_field_reader_passes_date (&rows[newest[i]], days))
      g_array_append_val (ids, newest[i]);
  return qsa_field_reader_collect (self, g_steal_pointer (&ids));
}

static QsaPosting *
qsa_field_reader_get_date (const QsaFieldReader *self)
{
  const QsaDate *from = &self->node->from, *to = &self->node->to;
  QsaFieldDays days = { G_MININT32, G_MAXINT32 };

  if (from->precision != QSA_DATE_NONE)
    days.first_day = qsa_date_first_day (from);
  if (to->precision != QSA_DATE_NONE)
    days.last_day = qsa_date_last_day (to);
  return qsa_field_reader_get_days (self, &days);
}

/* Adds what @sql answers for its one parameter, bound before. */
static gboolean
qsa_field_reader_add_ids (const QsaFieldReader *self, sqlite3_stmt *statement,
                          GArray *ids, GError **error)
{
  QsaStep step;

  while ((step = qsa_db_step (self->reader->db, statement, error)) == QSA_STEP_ROW)
    qsa_field_reader_add_id (ids, sqlite3_column_int64 (statement, 0));
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return step == QSA_STEP_DONE;
}

static gboolean
qsa_field_reader_add_author (const QsaFieldReader *self, const char *author, GArray *ids,
                             GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (self->reader->db,
                                              "SELECT id FROM article WHERE author = ?1",
                                              error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, author, -1, SQLITE_STATIC);
  return qsa_field_reader_add_ids (self, statement, ids, error);
}

/* The author after @after in the order of the index, from name to name: there are far fewer names than
 * articles. NULL at the end and with @error. */
static char *
qsa_field_reader_next_author (const QsaFieldReader *self, const char *after,
                              GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (
      self->reader->db,
      "SELECT author FROM article WHERE author > ?1 ORDER BY author LIMIT 1", error);
  char *author = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, after, -1, SQLITE_STATIC);
  if (qsa_db_step (self->reader->db, statement, error) == QSA_STEP_ROW)
    author = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return author;
}

static QsaPosting *
qsa_field_reader_read_author (const QsaFieldReader *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *author = g_strdup ("");
  g_autoptr (GError) local_error = NULL;

  for (;;)
    {
      g_autofree char *next = qsa_field_reader_next_author (self, author, &local_error);

      if (next == NULL
          || (qsa_field_reader_fits (self, next)
              && !qsa_field_reader_add_author (self, next, ids, &local_error)))
        break;
      g_free (author);
      author = g_steal_pointer (&next);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return qsa_field_reader_collect (self, g_steal_pointer (&ids));
}

/* Names change with articles only, as the index does: so the cache of terms keeps the answer. */
static QsaPosting *
qsa_field_reader_get_author (const QsaFieldReader *self, GError **error)
{
  const QsaTermReader *reader = self->reader;
  g_autofree char *words = qsa_field_reader_join (self);
  g_autofree char *key = g_strdup_printf ("author:%s%s", words,
                                          self->node->prefix ? "*" : "");
  QsaPosting *posting = qsa_term_cache_lookup (reader->cache, reader->generation, key);

  if (posting != NULL)
    return posting;
  posting = qsa_field_reader_read_author (self, error);
  if (posting != NULL)
    qsa_term_cache_insert (reader->cache, reader->generation, key, posting);
  return posting;
}

/* The tag's whole name, as folded words, or its beginning. */
static gboolean
qsa_field_reader_is_tag (const QsaFieldReader *self, const char *name)
{
  g_autofree char *folded = qsa_fold_text (name, -1);
  g_autofree char *words = qsa_field_reader_join (self);

  return self->node->prefix ? g_str_has_prefix (folded, words)
                            : g_str_equal (folded, words);
}

static gboolean
qsa_field_reader_add_tag (const QsaFieldReader *self, gint64 tag_id, GArray *ids,
                          GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (
      self->reader->db, "SELECT article_id FROM article_tag WHERE tag_id = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, tag_id);
  return qsa_field_reader_add_ids (self, statement, ids, error);
}

static QsaPosting *
qsa_field_reader_get_tag (const QsaFieldReader *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  sqlite3_stmt *statement = qsa_db_statement (self->reader->db,
                                              "SELECT id, name FROM tag", error);
  QsaStep step;

  if (statement == NULL)
    return NULL;
  while ((step = qsa_db_step (self->reader->db, statement, error)) == QSA_STEP_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (statement, 1);

      if (name != NULL && qsa_field_reader_is_tag (self, name)
          && !qsa_field_reader_add_tag (self, sqlite3_column_int64 (statement, 0), ids,
                                        error))
        {
          sqlite3_reset (statement);
          return NULL;
        }
    }
  return step == QSA_STEP_DONE ? qsa_field_reader_collect (self, g_steal_pointer (&ids))
                               : NULL;
}

static QsaPosting *
qsa_field_reader_get_nothing (const QsaFieldReader *self)
{
  return qsa_posting_new_from_ids (g_array_new (FALSE, FALSE, sizeof (guint32)),
                                   self->reader->max_id);
}

QsaPosting *
qsa_field_reader_get (const QsaTermReader *reader, QsaColumns *columns,
                      QsaOutletTable *outlets, const QsaQueryNode *node, GError **error)
{
  QsaFieldReader self = { reader, columns, outlets, node };

  g_return_val_if_fail (reader != NULL && columns != NULL && node != NULL, NULL);

  switch (node->field)
    {
    case QSA_QUERY_FIELD_OUTLET:
      return qsa_field_reader_get_outlet (&self);
    case QSA_QUERY_FIELD_AUTHOR:
      return qsa_field_reader_get_author (&self, error);
    case QSA_QUERY_FIELD_DATE:
      return qsa_field_reader_get_date (&self);
    case QSA_QUERY_FIELD_IS:
      return qsa_field_reader_scan (&self, qsa_field_reader_passes_is, &node->is);
    case QSA_QUERY_FIELD_TAG:
      return qsa_field_reader_get_tag (&self, error);
    case QSA_QUERY_FIELD_SPEAKER:
    case QSA_QUERY_FIELD_ANY:
    case QSA_QUERY_FIELD_TITLE:
    default:
      return qsa_field_reader_get_nothing (&self);
    }
}
