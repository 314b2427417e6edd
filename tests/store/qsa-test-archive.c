/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-archive.h"

#include "qsa-fts.h"
#include "qsa-light-stem.h"

struct _QsaTestGenerator
{
  GRand *rand;
  GPtrArray *stems;
  double *cumulated; /* Zipf, by rank */
  guint n_outlets;
  guint n_body_words;
};

static const char *const letters[] = { "ا", "أ", "إ", "ب", "ت", "ج", "د", "ر", "س", "ع",
                                       "ق", "ل", "م", "ن", "ه", "و", "ي", "ى", "ك", "ئ" };
static const char *const endings[] = { "", "", "", "ة", "ه", "ى", "ي", "ين" };
static const char *const conjunctions[] = { "", "", "", "", "و", "ف" };
static const char *const clitics[] = {
  "", "", "", "ال", "ال", "ب", "ل", "ك", "بال", "لل"
};
static const char *const spaces[] = { " ", " ", " ", " ", "، ", ". ", "\n", ": «" };

static const char *
pick (GRand *rand, const char *const *from, gsize n)
{
  return from[g_rand_int_range (rand, 0, (gint32) n)];
}

#define PICK(rand, from) pick (rand, from, G_N_ELEMENTS (from))

void
qsa_test_article_free (QsaTestArticle *article)
{
  g_free (article->title);
  g_free (article->standfirst);
  g_free (article->body);
  g_free (article);
}

static char *
make_stem (GRand *rand)
{
  g_autoptr (GString) stem = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 2, 6); n > 0; n--)
    g_string_append (stem, PICK (rand, letters));
  g_string_append (stem, PICK (rand, endings));
  return g_string_free (g_steal_pointer (&stem), FALSE);
}

QsaTestGenerator *
qsa_test_generator_new (guint32 seed, guint n_stems, guint n_outlets, guint n_body_words)
{
  QsaTestGenerator *generator = g_new0 (QsaTestGenerator, 1);
  double sum = 0;

  generator->rand = g_rand_new_with_seed (seed);
  generator->stems = g_ptr_array_new_with_free_func (g_free);
  generator->cumulated = g_new (double, n_stems);
  generator->n_outlets = n_outlets;
  generator->n_body_words = n_body_words;
  for (guint i = 0; i < n_stems; i++)
    {
      g_ptr_array_add (generator->stems, make_stem (generator->rand));
      sum += 1.0 / (i + 2.7);
      generator->cumulated[i] = sum;
    }
  for (guint i = 0; i < n_stems; i++)
    generator->cumulated[i] /= sum;
  return generator;
}

void
qsa_test_generator_free (QsaTestGenerator *generator)
{
  g_rand_free (generator->rand);
  g_ptr_array_unref (generator->stems);
  g_free (generator->cumulated);
  g_free (generator);
}

GRand *
qsa_test_generator_get_rand (QsaTestGenerator *generator)
{
  return generator->rand;
}

const char *
qsa_test_generator_get_stem (QsaTestGenerator *generator, guint rank)
{
  return generator->stems->pdata[rank];
}

static guint
random_rank (QsaTestGenerator *generator)
{
  double at = g_rand_double (generator->rand);
  guint low = 0, high = generator->stems->len - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (generator->cumulated[middle] < at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
qsa_test_generator_append_word (QsaTestGenerator *generator, GString *text, int rank)
{
  guint stem = rank >= 0 ? (guint) rank : random_rank (generator);

  g_string_append (text, PICK (generator->rand, conjunctions));
  g_string_append (text, PICK (generator->rand, clitics));
  g_string_append (text, generator->stems->pdata[stem]);
}

static char *
make_text (QsaTestGenerator *generator, guint n_words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append (text, PICK (generator->rand, spaces));
      qsa_test_generator_append_word (generator, text, -1);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static QsaDate
make_date (GRand *rand)
{
  static const QsaDatePrecision precisions[] = {
    QSA_DATE_NONE, QSA_DATE_YEAR, QSA_DATE_MONTH, QSA_DATE_DAY,
    QSA_DATE_DAY,  QSA_DATE_DAY,  QSA_DATE_DAY,   QSA_DATE_DAY,
    QSA_DATE_DAY,  QSA_DATE_DAY,  QSA_DATE_DAY,   QSA_DATE_DAY,
  };
  QsaDatePrecision precision =
      precisions[g_rand_int_range (rand, 0, G_N_ELEMENTS (precisions))];
  /* Some decades around 1970, so that days are negative too. */
  gint32 day = g_rand_boolean (rand) ? g_rand_int_range (rand, 16500, 18500)
                                     : g_rand_int_range (rand, -3000, 18500);
  QsaDate date = QSA_DATE_INIT;

  if (precision == QSA_DATE_NONE)
    return date;
  date = qsa_date_from_days (day, QSA_DATE_DAY);
  date.precision = precision;
  if (precision == QSA_DATE_YEAR)
    date.month = 0;
  if (precision != QSA_DATE_DAY)
    date.day = 0;
  else if (g_rand_boolean (rand))
    date.minute = (gint16) g_rand_int_range (rand, 0, 24 * 60);
  return date;
}

QsaTestArticle *
qsa_test_generator_next (QsaTestGenerator *generator, guint32 id)
{
  GRand *rand = generator->rand;
  QsaTestArticle *article = g_new0 (QsaTestArticle, 1);
  gint32 n_body = (gint32) generator->n_body_words;
  guint n_title = (guint) g_rand_int_range (rand, 2, 9);

  article->id = id;
  article->outlet_id = (guint32) g_rand_int_range (rand, 0,
                                                   (gint32) generator->n_outlets + 1);
  article->date = make_date (rand);
  article->title = make_text (generator, n_title);
  if (g_rand_int_range (rand, 0, 3) == 0)
    article->standfirst = make_text (generator, (guint) g_rand_int_range (rand, 5, 15));
  article->words = (guint) g_rand_int_range (rand, n_body / 2, n_body * 3 / 2 + 1);
  article->body = make_text (generator, article->words);
  article->read = g_rand_int_range (rand, 0, 3) == 0;
  article->starred = g_rand_int_range (rand, 0, 10) == 0;
  return article;
}

static void
run (QsaDb *db, sqlite3_stmt *statement)
{
  g_autoptr (GError) error = NULL;

  qsa_db_run (db, statement, &error);
  g_assert_no_error (error);
}

static sqlite3_stmt *
prepare (QsaDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = qsa_db_statement (db, sql, &error);

  g_assert_no_error (error);
  return statement;
}

static void
bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

void
qsa_test_archive_add_outlets (QsaDb *db, guint n_outlets)
{
  for (guint i = 1; i <= n_outlets; i++)
    {
      sqlite3_stmt *statement = prepare (db, "INSERT INTO outlet (id, name, origin)"
                                             " VALUES (?1, 'outlet ' || ?1, 'shipped')");

      sqlite3_bind_int (statement, 1, (int) i);
      run (db, statement);
    }
}

void
qsa_test_archive_begin (QsaDb *db)
{
  g_autoptr (GError) error = NULL;

  qsa_db_begin_write (db, &error);
  g_assert_no_error (error);
  qsa_fts_begin_vocabulary_count (db);
}

static void
insert_row (QsaDb *db, const QsaTestArticle *article)
{
  sqlite3_stmt *statement = prepare (
      db, "INSERT INTO article (id, outlet_id, published_day, published_minute,"
          "  date_precision, word_count, read, starred, imported_at, content_hash, title,"
          "  standfirst)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, CAST (?1 AS BLOB), ?9, ?10)");

  sqlite3_bind_int64 (statement, 1, article->id);
  if (article->outlet_id != 0)
    sqlite3_bind_int64 (statement, 2, article->outlet_id);
  if (article->date.precision != QSA_DATE_NONE)
    sqlite3_bind_int (statement, 3, qsa_date_first_day (&article->date));
  if (article->date.minute != QSA_DATE_NO_MINUTE)
    sqlite3_bind_int (statement, 4, article->date.minute);
  sqlite3_bind_int (statement, 5, article->date.precision);
  sqlite3_bind_int (statement, 6, (int) article->words);
  sqlite3_bind_int (statement, 7, article->read);
  sqlite3_bind_int (statement, 8, article->starred);
  bind_text (statement, 9, article->title);
  bind_text (statement, 10, article->standfirst);
  run (db, statement);
}

void
qsa_test_archive_insert (QsaDb *db, const QsaTestArticle *article)
{
  sqlite3_stmt *statement;

  insert_row (db, article);
  statement = prepare (
      db, "INSERT INTO article_text (article_id, version, body) VALUES (?1, 1, ?2)");
  sqlite3_bind_int64 (statement, 1, article->id);
  bind_text (statement, 2, article->body);
  run (db, statement);

  qsa_fts_vocabulary_next_article (db);
  statement = prepare (db, "INSERT INTO " QSA_FTS_TABLE
                           " (rowid, title, standfirst, body) VALUES (?1, ?2, ?3, ?4)");
  sqlite3_bind_int64 (statement, 1, article->id);
  bind_text (statement, 2, article->title);
  bind_text (statement, 3, article->standfirst);
  bind_text (statement, 4, article->body);
  run (db, statement);
}

/* The words stay in the vocabulary: its counts are only a little too high then. */
void
qsa_test_archive_delete (QsaDb *db, const QsaTestArticle *article)
{
  sqlite3_stmt *statement =
      prepare (db, "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE
                   ", rowid, title, standfirst, body) VALUES ('delete', ?1, ?2, ?3, ?4)");

  sqlite3_bind_int64 (statement, 1, article->id);
  bind_text (statement, 2, article->title);
  bind_text (statement, 3, article->standfirst);
  bind_text (statement, 4, article->body);
  run (db, statement);
  statement = prepare (db, "DELETE FROM article WHERE id = ?1");
  sqlite3_bind_int64 (statement, 1, article->id);
  run (db, statement);
}

void
qsa_test_archive_end (QsaDb *db)
{
  g_autoptr (GHashTable) counts = qsa_fts_end_vocabulary_count (db);
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer word, articles;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, &articles))
    {
      sqlite3_stmt *statement =
          prepare (db, "INSERT INTO term (term, articles, light_stem) VALUES (?1, ?2, ?3)"
                       " ON CONFLICT (term) DO UPDATE SET articles = articles + ?2");
      g_autofree char *stem = qsa_light_stem (word);

      bind_text (statement, 1, word);
      bind_text (statement, 3, stem);
      sqlite3_bind_int64 (statement, 2, GPOINTER_TO_UINT (articles));
      run (db, statement);
    }
  qsa_db_commit (db, &error);
  g_assert_no_error (error);
}
