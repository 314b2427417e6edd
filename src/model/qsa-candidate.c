/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-candidate.h"

QsaCandidate *
qsa_candidate_new (const char *path, guint index)
{
  QsaCandidate *candidate = g_new0 (QsaCandidate, 1);

  candidate->path = g_strdup (path);
  candidate->index = index;
  candidate->line = 1;
  candidate->warnings = g_ptr_array_new_with_free_func (g_free);
  return candidate;
}

void
qsa_candidate_free (QsaCandidate *candidate)
{
  if (candidate == NULL)
    return;

  qsa_article_free (candidate->article);
  g_clear_error (&candidate->error);
  g_free (candidate->path);
  g_free (candidate->encoding);
  g_clear_pointer (&candidate->raw, g_bytes_unref);
  g_ptr_array_unref (candidate->warnings);
  g_free (candidate);
}

/* Marks that show nothing and that sites add or drop from one day to the next. ZWNJ and ZWJ are
 * not among them: they change what the reader sees. */
static gboolean
qsa_fingerprint_is_invisible (gunichar letter)
{
  switch (letter)
    {
    case 0x061C:            /* Arabic letter mark */
    case 0x200B:            /* zero width space */
    case 0x200E ... 0x200F: /* LRM, RLM */
    case 0x202A ... 0x202E: /* embeddings and overrides */
    case 0x2066 ... 0x2069: /* isolates */
    case 0xFEFF:            /* BOM in mid-text */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
qsa_fingerprint_is_space (gunichar letter)
{
  return letter < 0x20 || g_unichar_isspace (letter);
}

/* How many bytes at @p are sure to be printed and no space: ASCII letters and marks, and the Arabic
 * block but for its U+061C. Most of any text; a look at each letter costs more than the hash. */
static gsize
qsa_fingerprint_plain_bytes (const char *p)
{
  const guint8 *at = (const guint8 *) p;

  for (;;)
    {
      if (at[0] > 0x20 && at[0] < 0x7f)
        at++;
      else if (at[0] >= 0xd8 && at[0] <= 0xdb && (at[1] & 0xc0) == 0x80
               && !(at[0] == 0xd8 && at[1] == 0x9c))
        at += 2;
      else
        return (gsize) (at - (const guint8 *) p);
    }
}

/* One field, its runs of white space (paragraph breaks too) as one space, none at the ends, and a
 * NUL after it: no field holds one, so the border between fields is certain. */
static void
qsa_fingerprint_add_field (GChecksum *checksum, GString *buffer, const char *text)
{
  const char *p = text != NULL ? text : "";
  gboolean space = FALSE;

  g_assert (checksum != NULL && buffer != NULL);

  g_string_truncate (buffer, 0);
  while (*p != '\0')
    {
      gsize n_bytes = qsa_fingerprint_plain_bytes (p);

      if (n_bytes == 0)
        {
          gunichar letter = g_utf8_get_char (p);

          n_bytes = (gsize) (g_utf8_next_char (p) - p);
          if (qsa_fingerprint_is_invisible (letter) || qsa_fingerprint_is_space (letter))
            {
              space = space || !qsa_fingerprint_is_invisible (letter);
              p += n_bytes;
              continue;
            }
        }
      if (space && buffer->len > 0)
        g_string_append_c (buffer, ' ');
      space = FALSE;
      g_string_append_len (buffer, p, (gssize) n_bytes);
      p += n_bytes;
    }

  g_checksum_update (checksum, (const guchar *) buffer->str, (gssize) buffer->len + 1);
}

void
qsa_article_fingerprint (const QsaArticle *article,
                         guint8 fingerprint[QSA_FINGERPRINT_BYTES])
{
  g_autoptr (GChecksum) checksum = NULL;
  g_autoptr (GString) buffer = NULL;
  g_autofree char *day = NULL;
  gsize digest_bytes = QSA_FINGERPRINT_BYTES;

  g_return_if_fail (article != NULL);

  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  buffer = g_string_sized_new (article->body_bytes + 1);
  day = qsa_date_to_iso (&article->date);

  qsa_fingerprint_add_field (checksum, buffer,
                             article->outlet != NULL ? article->outlet : article->domain);
  qsa_fingerprint_add_field (checksum, buffer, article->title);
  qsa_fingerprint_add_field (checksum, buffer, day);
  qsa_fingerprint_add_field (checksum, buffer, article->body);

  g_checksum_get_digest (checksum, fingerprint, &digest_bytes);
  g_assert (digest_bytes == QSA_FINGERPRINT_BYTES);
}
