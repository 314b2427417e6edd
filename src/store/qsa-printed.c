/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-printed.h"

#include <string.h>

static const char qsa_printed_sql[] =
    "SELECT title, standfirst, body FROM article_content WHERE id = ?1";
static const char qsa_printed_title_sql[] = "SELECT title FROM article WHERE id = ?1";

/* Marks and tatweel belong to the word that they stand in. */
static gboolean
qsa_printed_is_of_word (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter);
}

static const char *
qsa_printed_skip_space (const char *at)
{
  while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* Where @printed ends when it stands at @at; NULL when it does not. */
static const char *
qsa_printed_match (const char *printed, const char *at)
{
  while (*printed != '\0')
    {
      gunichar letter = g_utf8_get_char (printed);

      if (*at == '\0')
        return NULL;
      if (g_unichar_isspace (letter))
        {
          if (!g_unichar_isspace (g_utf8_get_char (at)))
            return NULL;
          printed = qsa_printed_skip_space (printed);
          at = qsa_printed_skip_space (at);
          continue;
        }
      if (letter != g_utf8_get_char (at))
        return NULL;
      printed = g_utf8_next_char (printed);
      at = g_utf8_next_char (at);
    }
  return at;
}

static gboolean
qsa_printed_is_bounded (const char *printed, const char *text, const char *start,
                        const char *end)
{
  gunichar first = g_utf8_get_char (printed);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (printed + strlen (printed)));

  if (qsa_printed_is_of_word (first) && start > text
      && qsa_printed_is_of_word (g_utf8_get_char (g_utf8_prev_char (start))))
    return FALSE;
  return !qsa_printed_is_of_word (last) || *end == '\0'
         || !qsa_printed_is_of_word (g_utf8_get_char (end));
}

gboolean
qsa_printed_is_in (const char *printed, const char *text)
{
  g_autofree char *stripped = NULL;
  gsize first_bytes;

  g_return_val_if_fail (printed != NULL, FALSE);

  stripped = g_strstrip (g_strdup (printed));
  if (text == NULL || *stripped == '\0')
    return FALSE;
  first_bytes = (gsize) (g_utf8_next_char (stripped) - stripped);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *end;

      if (strncmp (at, stripped, first_bytes) != 0)
        continue;
      end = qsa_printed_match (stripped, at);
      if (end != NULL && qsa_printed_is_bounded (stripped, text, at, end))
        return TRUE;
    }
  return FALSE;
}

/* -1 with @error. */
static int
qsa_printed_look (const QsaTermReader *reader, guint32 id, const char *printed,
                  gboolean in_title, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (
      reader->db, in_title ? qsa_printed_title_sql : qsa_printed_sql, error);
  gboolean found = FALSE;
  QsaStep step;

  if (statement == NULL)
    return -1;
  sqlite3_bind_int64 (statement, 1, id);
  step = qsa_db_step (reader->db, statement, error);
  for (int i = 0; step == QSA_STEP_ROW && !found && i < (in_title ? 1 : 3); i++)
    {
      const char *text = (const char *) sqlite3_column_text (statement, i);

      found = text != NULL && g_utf8_validate (text, -1, NULL)
              && qsa_printed_is_in (printed, text);
    }
  sqlite3_reset (statement);
  return step == QSA_STEP_ERROR ? -1 : found;
}

QsaPosting *
qsa_printed_sift (const QsaTermReader *reader, QsaPosting *candidates,
                  const char *printed, gboolean in_title, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  QsaPostingWalk walk = { 0 };
  guint32 batch[256];
  guint n;

  g_return_val_if_fail (reader != NULL && candidates != NULL && printed != NULL, NULL);

  while ((n = qsa_posting_read (candidates, &walk, batch, G_N_ELEMENTS (batch))) > 0)
    for (guint i = 0; i < n; i++)
      {
        int found;

        if (g_cancellable_set_error_if_cancelled (reader->cancellable, error))
          return NULL;
        found = qsa_printed_look (reader, batch[i], printed, in_title, error);
        if (found < 0)
          return NULL;
        if (found)
          g_array_append_val (ids, batch[i]);
      }
  return qsa_posting_new_from_ids (g_steal_pointer (&ids), reader->max_id);
}
