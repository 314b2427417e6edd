/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes through detection and every reader: each candidate keeps the contract of
 * qsa-candidate.h and qsa-article.h, whatever the bytes were. */

#include "qsa-extract.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
fuzz_check_string (const char *text)
{
  g_assert (text == NULL || (*text != '\0' && g_utf8_validate (text, -1, NULL)));
}

static void
fuzz_check_blocks (const QsaArticle *article)
{
  gsize before = 0;

  for (guint i = 0; i < article->blocks->len; i++)
    {
      const QsaBlock *block = g_ptr_array_index (article->blocks, i);

      g_assert (block->start_byte >= before);
      g_assert (block->start_byte <= block->end_byte
                && block->end_byte <= article->body_bytes);
      g_assert (((guint8) article->body[block->start_byte] & 0xc0) != 0x80);
      g_assert (((guint8) article->body[block->end_byte] & 0xc0) != 0x80);
      fuzz_check_string (block->text);
      fuzz_check_string (block->credit);
      before = block->start_byte;
    }
}

static void
fuzz_check_article (const QsaArticle *article)
{
  g_assert (article->body != NULL && strlen (article->body) == article->body_bytes);
  g_assert (g_utf8_validate (article->body, -1, NULL));
  g_assert (strstr (article->body, "\n\n") == NULL);
  fuzz_check_string (article->title);
  fuzz_check_string (article->outlet);
  fuzz_check_string (article->domain);
  fuzz_check_string (article->source_credit);
  fuzz_check_string (article->author);
  fuzz_check_string (article->place);
  fuzz_check_string (article->section);
  fuzz_check_string (article->standfirst);
  fuzz_check_string (article->url);
  fuzz_check_string (article->lang);
  g_assert (qsa_date_is_valid (&article->date)
            || article->date.precision == QSA_DATE_NONE);
  fuzz_check_blocks (article);
}

static gboolean
fuzz_take_candidate (QsaCandidate *candidate, gpointer user_data)
{
  g_autoptr (QsaCandidate) owned = candidate;
  guint *n = user_data;

  g_assert (owned->index == (*n)++);
  g_assert (owned->line >= 1 && owned->raw != NULL);
  g_assert ((owned->article == NULL) == (owned->error != NULL));
  if (owned->article != NULL)
    fuzz_check_article (owned->article);
  else
    g_assert (g_utf8_validate (owned->error->message, -1, NULL));
  return TRUE;
}

/* Reading the table takes longer than extracting a seed: it is kept until the program ends. */
static QsaOutletTable *
fuzz_get_outlets (void)
{
  static QsaOutletTable *outlets = NULL;

  if (outlets == NULL)
    outlets = qsa_outlet_table_new_shipped ();
  return outlets;
}

static void
fuzz_extract (const uint8_t *data, size_t size, const char *path)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (!qsa_extract_bytes (bytes, path, fuzz_get_outlets (), fuzz_take_candidate, &n, NULL,
                          &error))
    g_assert (error != NULL && g_utf8_validate (error->message, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const names[] = { NULL, "a.json", "a.html" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    fuzz_extract (data, size, names[i]);
  return 0;
}
