/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-eval-corpus.h"

#include <stdio.h>

#include "qsa-extract.h"

#include "../text/shared-articles.h"

typedef struct
{
  QsaEvalCorpus *corpus;
  GHashTable *seen; /* checksums of title and text */
} QsaEvalReader;

static void
qsa_eval_article_free (gpointer data)
{
  QsaEvalArticle *article = data;

  g_free (article->title);
  g_free (article->standfirst);
  g_free (article->body);
  g_free (article);
}

static QsaEvalPart
qsa_eval_part_of (const QsaArticle *article, const char *checksum)
{
  const char *key = article->url != NULL ? article->url : checksum;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);

  guint number =
      (guint) (g_ascii_xdigit_value (hash[0]) * 16 + g_ascii_xdigit_value (hash[1]));

  return number % 5 == 0 ? QSA_EVAL_TUNE : QSA_EVAL_TEST;
}

static void
qsa_eval_reader_add (QsaEvalReader *reader, const QsaArticle *article)
{
  QsaEvalCorpus *corpus = reader->corpus;
  g_autofree char *text = g_strconcat (article->title != NULL ? article->title : "", "\n",
                                       article->body, NULL);
  char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  QsaEvalArticle *kept;

  corpus->n_read++;
  if (!g_hash_table_add (reader->seen, checksum))
    {
      corpus->n_repeated++;
      return;
    }
  if (qsa_eval_part_of (article, checksum) != corpus->part)
    return;
  kept = g_new0 (QsaEvalArticle, 1);
  kept->title = g_strdup (article->title);
  kept->standfirst = g_strdup (article->standfirst);
  kept->body = g_strdup (article->body);
  g_ptr_array_add (corpus->articles, kept);
}

static gboolean
qsa_eval_reader_take (QsaCandidate *candidate, gpointer user_data)
{
  g_autoptr (QsaCandidate) owned = candidate;

  if (owned->article != NULL && owned->article->body_bytes > 0)
    qsa_eval_reader_add (user_data, owned->article);
  return TRUE;
}

static gint
qsa_eval_compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Every file that the importer would take, in the order of names: the same articles in every run. */
static void
qsa_eval_collect_paths (const char *folder, GPtrArray *paths)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        qsa_eval_collect_paths (path, paths);
      else if (qsa_extract_wants_file_name (name))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

QsaEvalCorpus *
qsa_eval_corpus_load (void)
{
  g_autofree char *folder = shared_dup_path ("corpora");
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (QsaOutletTable) outlets = NULL;
  g_autoptr (QsaEvalCorpus) corpus = NULL;
  QsaEvalReader reader;

  if (folder != NULL)
    qsa_eval_collect_paths (folder, paths);
  if (paths->len == 0)
    {
      printf ("no articles: set QSA_SHARED to the folder that has corpora/\n");
      return NULL;
    }
  g_ptr_array_sort (paths, qsa_eval_compare_paths);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  outlets = qsa_outlet_table_new_shipped ();
  corpus = g_new0 (QsaEvalCorpus, 1);
  corpus->articles = g_ptr_array_new_with_free_func (qsa_eval_article_free);
  corpus->part = g_strcmp0 (g_getenv ("QUSASAT_EVAL_PART"), "tune") == 0 ? QSA_EVAL_TUNE
                                                                         : QSA_EVAL_TEST;
  reader = (QsaEvalReader){ corpus, seen };
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!qsa_extract_file (paths->pdata[i], outlets, qsa_eval_reader_take, &reader,
                             NULL, &error))
        printf ("%s: %s\n", (const char *) paths->pdata[i], error->message);
    }
  return g_steal_pointer (&corpus);
}

void
qsa_eval_corpus_free (QsaEvalCorpus *corpus)
{
  if (corpus == NULL)
    return;
  g_ptr_array_unref (corpus->articles);
  g_free (corpus);
}

void
qsa_eval_corpus_print (const QsaEvalCorpus *corpus)
{
  printf (
      "%s set: %u of %u articles, by a hash of their addresses (%u repeated ones left "
      "out)\n",
      corpus->part == QSA_EVAL_TEST ? "test" : "tuning", corpus->articles->len,
      corpus->n_read, corpus->n_repeated);
}
