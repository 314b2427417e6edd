/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-extract.h"

#include <string.h>

static gboolean
qsa_test_extract_take (QsaCandidate *candidate, gpointer user_data)
{
  QsaTestExtract *extract = user_data;

  g_ptr_array_add (extract->candidates, candidate);
  return TRUE;
}

static QsaTestExtract *
qsa_test_extract_new (void)
{
  QsaTestExtract *extract = g_new0 (QsaTestExtract, 1);

  extract->candidates =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_candidate_free);
  return extract;
}

static void
qsa_test_extract_check (QsaTestExtract *extract, gboolean found)
{
  g_assert_true (found == (extract->error == NULL));
  for (guint i = 0; i < extract->candidates->len; i++)
    {
      QsaCandidate *candidate = g_ptr_array_index (extract->candidates, i);

      /* What the contract promises of every candidate. */
      g_assert_cmpuint (candidate->index, ==, i);
      g_assert_cmpuint (candidate->line, >=, 1);
      g_assert_nonnull (candidate->raw);
      g_assert_true ((candidate->article == NULL) == (candidate->error != NULL));
    }
}

QsaTestExtract *
qsa_test_extract_bytes (const char *path, const void *data, gsize data_bytes)
{
  QsaTestExtract *extract = qsa_test_extract_new ();
  g_autoptr (QsaOutletTable) outlets = qsa_outlet_table_new_shipped ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, data_bytes);

  qsa_test_extract_check (extract,
                          qsa_extract_bytes (bytes, path, outlets, qsa_test_extract_take,
                                             extract, NULL, &extract->error));
  return extract;
}

QsaTestExtract *
qsa_test_extract_text (const char *path, const char *text)
{
  return qsa_test_extract_bytes (path, text, strlen (text));
}

QsaTestExtract *
qsa_test_extract_file (const char *path)
{
  QsaTestExtract *extract = qsa_test_extract_new ();
  g_autoptr (QsaOutletTable) outlets = qsa_outlet_table_new_shipped ();

  qsa_test_extract_check (extract, qsa_extract_file (path, outlets, qsa_test_extract_take,
                                                     extract, NULL, &extract->error));
  return extract;
}

void
qsa_test_extract_free (QsaTestExtract *extract)
{
  g_ptr_array_unref (extract->candidates);
  g_clear_error (&extract->error);
  g_free (extract);
}

QsaCandidate *
qsa_test_extract_candidate (QsaTestExtract *extract, guint index)
{
  g_assert_cmpuint (index, <, extract->candidates->len);
  return g_ptr_array_index (extract->candidates, index);
}

QsaArticle *
qsa_test_extract_article (QsaTestExtract *extract, guint index)
{
  QsaCandidate *candidate = qsa_test_extract_candidate (extract, index);

  g_assert_no_error (candidate->error);
  return candidate->article;
}

const GError *
qsa_test_extract_error (QsaTestExtract *extract, guint index)
{
  QsaCandidate *candidate = qsa_test_extract_candidate (extract, index);

  g_assert_nonnull (candidate->error);
  return candidate->error;
}

const QsaBlock *
qsa_test_find_block (const QsaArticle *article, QsaBlockKind kind, const char *needle)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const QsaBlock *block = g_ptr_array_index (article->blocks, i);

      if (block->kind == kind && block->text != NULL
          && strstr (block->text, needle) != NULL)
        return block;
    }
  return NULL;
}

char *
qsa_test_dup_heading (const QsaArticle *article, guint index)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const QsaBlock *block = g_ptr_array_index (article->blocks, i);

      if (block->kind == QSA_BLOCK_HEADING && index-- == 0)
        return g_strndup (article->body + block->start_byte,
                          block->end_byte - block->start_byte);
    }
  return NULL;
}
