/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-completion.h"

#include <string.h>

#include "qsa-commonest.h"
#include "qsa-library.h"

#define DEADLINE_US (40 * G_TIME_SPAN_MILLISECOND)
/* Below, two edits make another word of any. */
#define TWO_EDITS_LETTERS 6
/* Beyond, nobody has mistyped a word. */
#define MAX_LETTERS 30

static const char qsa_completion_count_sql[] =
    "SELECT articles FROM term WHERE term = ?1";
static const char qsa_completion_range_sql[] =
    "SELECT term, articles FROM term WHERE term >= ?1 AND term < ?2 AND articles > ?3";

static const char qsa_arabic_letters[] = "ابتثجحخدذرزسشصضطظعغفقكلمنهويء";
static const char qsa_latin_letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";

typedef struct
{
  char *word;
  guint articles;
  guint edits;
} QsaNearWord;

typedef struct
{
  QsaDb *db;
  gunichar *letters; /* of the word asked about */
  glong n_letters;
  guint articles; /* that hold it */
  gint64 deadline_us;
  GHashTable *seen; /* words looked at; owned */
  GArray *found;    /* QsaNearWord */
  GError *error;
} QsaNearSearch;

static void
qsa_near_word_clear (gpointer data)
{
  QsaNearWord *word = data;

  g_free (word->word);
}

/* Nearest, then commonest. */
static int
qsa_near_word_compare (gconstpointer a, gconstpointer b)
{
  const QsaNearWord *left = a, *right = b;

  if (left->edits != right->edits)
    return left->edits < right->edits ? -1 : 1;
  if (left->articles != right->articles)
    return left->articles > right->articles ? -1 : 1;
  return strcmp (left->word, right->word);
}

static guint
qsa_near_search_count (QsaNearSearch *search, const char *word)
{
  sqlite3_stmt *statement = qsa_db_statement (search->db, qsa_completion_count_sql,
                                              &search->error);
  guint articles = 0;

  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 1, word, -1, SQLITE_STATIC);
  if (qsa_db_step (search->db, statement, &search->error) == QSA_STEP_ROW)
    articles = (guint) sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return articles;
}

static void
qsa_near_search_add (QsaNearSearch *search, const char *word, guint articles, guint edits)
{
  QsaNearWord near = { g_strdup (word), articles, edits };

  g_array_append_val (search->found, near);
}

/* ---- one edit: every such word is looked up ---- */

typedef void (*QsaNearFunc) (QsaNearSearch *search, const char *word);

static void
qsa_near_search_try (QsaNearSearch *search, const char *word)
{
  guint articles;

  if (*word == '\0' || search->error != NULL
      || !g_hash_table_add (search->seen, g_strdup (word)))
    return;
  articles = qsa_near_search_count (search, word);
  if (articles > search->articles)
    qsa_near_search_add (search, word, articles, 1);
}

/* Calls @try with @n letters of @from, of which @skip from @at on are replaced by @with. */
static void
qsa_near_search_splice (QsaNearSearch *search, QsaNearFunc try, glong n, glong at,
                        glong skip, const gunichar *with, glong n_with)
{
  gunichar letters[MAX_LETTERS + 2];
  g_autofree char *word = NULL;
  glong n_tail = n - at - skip;

  memcpy (letters, search->letters, (gsize) at * sizeof *letters);
  for (glong i = 0; i < n_with; i++)
    letters[at + i] = with[i];
  memcpy (letters + at + n_with, search->letters + at + skip,
          (gsize) n_tail * sizeof *letters);
  word = g_ucs4_to_utf8 (letters, at + n_with + n_tail, NULL, NULL, NULL);
  if (word != NULL)
    try (search, word);
}

static const char *
qsa_near_search_alphabet (const QsaNearSearch *search)
{
  return search->letters[0] < 0x250 ? qsa_latin_letters : qsa_arabic_letters;
}

/* One edit within the first @n letters. */
static void
qsa_near_search_edit (QsaNearSearch *search, glong n, QsaNearFunc try)
{
  const char *alphabet = qsa_near_search_alphabet (search);

  for (glong at = 0; at <= n; at++)
    {
      if (at < n)
        qsa_near_search_splice (search, try, n, at, 1, NULL, 0);
      if (at + 1 < n)
        {
          const gunichar pair[] = { search->letters[at + 1], search->letters[at] };

          qsa_near_search_splice (search, try, n, at, 2, pair, 2);
        }
      for (const char *letter = alphabet; *letter != '\0';
           letter = g_utf8_next_char (letter))
        {
          const gunichar with = g_utf8_get_char (letter);

          qsa_near_search_splice (search, try, n, at, 0, &with, 1);
          if (at < n)
            qsa_near_search_splice (search, try, n, at, 1, &with, 1);
        }
    }
}

/* ---- two edits: at most one in the word's beginning, which gives ranges of words ---- */

/* Letters added, left out, changed, neighbours exchanged; beyond 2 it is 3. */
static guint
qsa_near_distance (const gunichar *a, glong n_a, const gunichar *b, glong n_b)
{
  guint rows[3][MAX_LETTERS + 3];

  if (n_b > n_a + 2 || n_a > n_b + 2 || n_b > MAX_LETTERS + 2)
    return 3;
  for (glong j = 0; j <= n_b; j++)
    rows[0][j] = (guint) j;
  for (glong i = 1; i <= n_a; i++)
    {
      guint *row = rows[i % 3], *above = rows[(i - 1) % 3], *before = rows[(i + 1) % 3];

      row[0] = (guint) i;
      for (glong j = 1; j <= n_b; j++)
        {
          row[j] = MIN (above[j - 1] + (a[i - 1] != b[j - 1]),
                        MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
    }
  return MIN (rows[n_a % 3][n_b], 3);
}

static void
qsa_near_search_judge (QsaNearSearch *search, const char *word, guint articles)
{
  g_autofree gunichar *letters = NULL;
  glong n = 0;
  guint edits;

  if (g_hash_table_contains (search->seen, word))
    return;
  letters = g_utf8_to_ucs4_fast (word, -1, &n);
  edits = qsa_near_distance (search->letters, search->n_letters, letters, n);
  if (edits > 2)
    return;
  g_hash_table_add (search->seen, g_strdup (word));
  if (edits > 0)
    qsa_near_search_add (search, word, articles, edits);
}

static void
qsa_near_search_scan (QsaNearSearch *search, const char *prefix)
{
  g_autofree char *end = g_strconcat (prefix, "\xf4\x8f\xbf\xbf", NULL);
  sqlite3_stmt *statement;

  if (*prefix == '\0' || search->error != NULL
      || g_get_monotonic_time () > search->deadline_us)
    return;
  statement = qsa_db_statement (search->db, qsa_completion_range_sql, &search->error);
  if (statement == NULL)
    return;
  sqlite3_bind_text (statement, 1, prefix, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, end, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, search->articles);
  for (guint n = 1; qsa_db_step (search->db, statement, &search->error) == QSA_STEP_ROW;
       n++)
    {
      const char *word = (const char *) sqlite3_column_text (statement, 0);

      if (word != NULL)
        qsa_near_search_judge (search, word, (guint) sqlite3_column_int64 (statement, 1));
      if (n % 256 == 0 && g_get_monotonic_time () > search->deadline_us)
        break;
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

static void
qsa_near_search_two_edits (QsaNearSearch *search)
{
  glong n_first = (search->n_letters + 1) / 2;
  g_autofree char *first = g_ucs4_to_utf8 (search->letters, n_first, NULL, NULL, NULL);

  if (first == NULL)
    return;
  qsa_near_search_scan (search, first);
  qsa_near_search_edit (search, n_first, qsa_near_search_scan);
}

static GPtrArray *
qsa_near_search_collect (QsaNearSearch *search, guint max)
{
  g_autoptr (GPtrArray)
      completions = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_completion_free);

  g_array_sort (search->found, qsa_near_word_compare);
  for (guint i = 0; i < MIN (search->found->len, max) && search->error == NULL; i++)
    {
      const QsaNearWord *near = &g_array_index (search->found, QsaNearWord, i);
      QsaCompletion *completion = g_new0 (QsaCompletion, 1);

      completion->articles = near->articles;
      completion->word = qsa_commonest_spelling (search->db, near->word, near->articles,
                                                 &search->error);
      g_ptr_array_add (completions, completion);
    }
  return search->error == NULL ? g_steal_pointer (&completions) : NULL;
}

static void
qsa_near_search_run (QsaNearSearch *search, const char *folded, guint max)
{
  g_hash_table_add (search->seen, g_strdup (folded));
  search->articles = qsa_near_search_count (search, folded);
  qsa_near_search_edit (search, search->n_letters, qsa_near_search_try);
  if (search->found->len < max && search->n_letters >= TWO_EDITS_LETTERS)
    qsa_near_search_two_edits (search);
}

GPtrArray *
qsa_completion_near (QsaDb *db, const char *folded, guint max, GCancellable *cancellable,
                     GError **error)
{
  g_autofree gunichar *letters = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GPtrArray) completions = NULL;
  QsaNearSearch search = { .db = db };

  g_return_val_if_fail (db != NULL && folded != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  search.letters = letters = g_utf8_to_ucs4_fast (folded, -1, &search.n_letters);
  search.seen = seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search.found = found = g_array_new (FALSE, FALSE, sizeof (QsaNearWord));
  g_array_set_clear_func (found, qsa_near_word_clear);
  search.deadline_us = g_get_monotonic_time () + DEADLINE_US;
  if (cancellable != NULL)
    qsa_db_set_cancellable (db, cancellable);
  if (search.n_letters > 1 && search.n_letters <= MAX_LETTERS)
    qsa_near_search_run (&search, folded, max);
  completions = qsa_near_search_collect (&search, max);
  if (cancellable != NULL)
    qsa_db_set_cancellable (db, NULL);
  if (search.error != NULL)
    g_propagate_error (error, search.error);
  return g_steal_pointer (&completions);
}
