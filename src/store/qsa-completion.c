/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-completion.h"

#include <string.h>

#include "qsa-commonest.h"
#include "qsa-fold.h"
#include "qsa-library.h"

#define MIN_LETTERS 2
#define DEADLINE_US (45 * G_TIME_SPAN_MILLISECOND)

static const char qsa_completion_words_sql[] =
    "SELECT term, articles FROM term WHERE term >= ?1 AND term < ?2";
static const char qsa_completion_next_author_sql[] =
    "SELECT author FROM article WHERE author > ?1 ORDER BY author LIMIT 1";
static const char qsa_completion_count_author_sql[] =
    "SELECT count (*) FROM article WHERE author = ?1";

/* The best so far, the best first. */
typedef struct
{
  GPtrArray *found; /* QsaCompletion */
  guint max;
} QsaCompletionBest;

void
qsa_completion_free (QsaCompletion *completion)
{
  if (completion == NULL)
    return;
  g_free (completion->word);
  g_free (completion);
}

static void
qsa_completion_best_init (QsaCompletionBest *best, guint max)
{
  best->found = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_completion_free);
  best->max = max;
}

static void
qsa_completion_best_add (QsaCompletionBest *best, const char *word, guint articles)
{
  GPtrArray *found = best->found;
  QsaCompletion *completion;
  guint at = found->len;

  while (at > 0 && ((QsaCompletion *) found->pdata[at - 1])->articles < articles)
    at--;
  if (at >= best->max)
    return;
  completion = g_new0 (QsaCompletion, 1);
  completion->word = g_strdup (word);
  completion->articles = articles;
  g_ptr_array_insert (found, (int) at, completion);
  if (found->len > best->max)
    g_ptr_array_set_size (found, (int) best->max);
}

/* The article and what is attached to it say little about the word. */
static glong
qsa_completion_count_letters (const char *folded)
{
  static const char *const attached[] = { "وال", "فال", "بال", "كال", "ال", "لل" };

  for (guint i = 0; i < G_N_ELEMENTS (attached); i++)
    if (g_str_has_prefix (folded, attached[i]))
      return g_utf8_strlen (folded + strlen (attached[i]), -1);
  return g_utf8_strlen (folded, -1);
}

/* The last word of @prefix, folded; NULL when there is none. */
static char *
qsa_completion_fold (const char *prefix)
{
  g_autofree char *folded = qsa_fold_text (prefix, -1);
  const char *space = strrchr (folded, ' ');

  if (*folded == '\0')
    return NULL;
  return g_strdup (space != NULL ? space + 1 : folded);
}

/* No word is beyond: the first that does not begin with @prefix. */
static char *
qsa_completion_range_end (const char *prefix)
{
  return g_strconcat (prefix, "\xf4\x8f\xbf\xbf", NULL);
}

/* ---- words ---- */

static gboolean
qsa_completion_read_words (QsaDb *db, const char *prefix, QsaCompletionBest *best,
                           GError **error)
{
  gint64 deadline_us = g_get_monotonic_time () + DEADLINE_US;
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_completion_words_sql, error);
  g_autofree char *end = qsa_completion_range_end (prefix);
  QsaStep step;
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, prefix, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, end, -1, SQLITE_STATIC);
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    {
      const char *word = (const char *) sqlite3_column_text (statement, 0);

      if (word != NULL)
        qsa_completion_best_add (best, word, (guint) sqlite3_column_int64 (statement, 1));
      if (++n % 1024 == 0 && g_get_monotonic_time () > deadline_us)
        break;
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return step != QSA_STEP_ERROR;
}

/* Words as people print them. */
static gboolean
qsa_completion_spell (QsaDb *db, GPtrArray *found, GError **error)
{
  for (guint i = 0; i < found->len; i++)
    {
      QsaCompletion *completion = found->pdata[i];
      char *spelling = qsa_commonest_spelling (db, completion->word, completion->articles,
                                               error);

      if (spelling == NULL)
        return FALSE;
      g_free (completion->word);
      completion->word = spelling;
    }
  return TRUE;
}

/* ---- authors ---- */

static gboolean
qsa_completion_has_word (const char *name, const char *prefix)
{
  g_autofree char *folded = qsa_fold_text (name, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], prefix))
      return TRUE;
  /* "أحمد عل" goes on with the second name. */
  return g_str_has_prefix (folded, prefix);
}

/* NULL at the end and with @error. */
static char *
qsa_completion_next_author (QsaDb *db, const char *after, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_completion_next_author_sql, error);
  char *author = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, after, -1, SQLITE_STATIC);
  if (qsa_db_step (db, statement, error) == QSA_STEP_ROW)
    author = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return author;
}

static guint
qsa_completion_count_author (QsaDb *db, const char *author, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_completion_count_author_sql, error);
  guint articles = 0;

  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 1, author, -1, SQLITE_STATIC);
  if (qsa_db_step (db, statement, error) == QSA_STEP_ROW)
    articles = (guint) sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return articles;
}

static gboolean
qsa_completion_read_authors (QsaDb *db, const char *prefix, QsaCompletionBest *best,
                             GError **error)
{
  gint64 deadline_us = g_get_monotonic_time () + DEADLINE_US;
  g_autofree char *author = g_strdup ("");
  g_autoptr (GError) local_error = NULL;

  while (g_get_monotonic_time () < deadline_us)
    {
      g_autofree char *next = qsa_completion_next_author (db, author, &local_error);

      if (next == NULL)
        break;
      if (qsa_completion_has_word (next, prefix))
        {
          guint articles = qsa_completion_count_author (db, next, &local_error);

          if (local_error != NULL)
            break;
          qsa_completion_best_add (best, next, articles);
        }
      g_free (author);
      author = g_steal_pointer (&next);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* ---- the answers ---- */

typedef gboolean (*QsaCompletionFunc) (QsaDb *db, const char *prefix,
                                       QsaCompletionBest *best, GError **error);

static gboolean
qsa_completion_read_spelled_words (QsaDb *db, const char *prefix, QsaCompletionBest *best,
                                   GError **error)
{
  return qsa_completion_read_words (db, prefix, best, error)
         && qsa_completion_spell (db, best->found, error);
}

static GPtrArray *
qsa_completion_read (QsaDb *db, const char *prefix, guint max, QsaCompletionFunc read,
                     GCancellable *cancellable, GError **error)
{
  QsaCompletionBest best = { 0 };
  g_autoptr (GPtrArray) found = NULL;
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  qsa_completion_best_init (&best, max);
  found = best.found;
  if (cancellable != NULL)
    qsa_db_set_cancellable (db, cancellable);
  done = read (db, prefix, &best, error);
  if (cancellable != NULL)
    qsa_db_set_cancellable (db, NULL);
  return done ? g_steal_pointer (&found) : NULL;
}

static GPtrArray *
qsa_completion_new_empty (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_completion_free);
}

GPtrArray *
qsa_completion_of_word (QsaDb *db, const char *prefix, guint max,
                        GCancellable *cancellable, GError **error)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (db != NULL && prefix != NULL, NULL);

  folded = qsa_completion_fold (prefix);
  if (folded == NULL || qsa_completion_count_letters (folded) < MIN_LETTERS)
    return qsa_completion_new_empty ();
  return qsa_completion_read (db, folded, max, qsa_completion_read_spelled_words,
                              cancellable, error);
}

GPtrArray *
qsa_completion_of_author (QsaDb *db, const char *prefix, guint max,
                          GCancellable *cancellable, GError **error)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (db != NULL && prefix != NULL, NULL);

  folded = qsa_fold_text (prefix, -1);
  return qsa_completion_read (db, folded, max, qsa_completion_read_authors, cancellable,
                              error);
}
