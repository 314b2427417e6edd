/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-word-set.h"

#include <string.h>

/* The next member of @set from *at on, which is a bar; FALSE behind the last. */
static gboolean
qsa_word_set_next (const char **at, const char **member, gsize *member_bytes)
{
  const char *end = strchr (*at + 1, '|');

  if (end == NULL)
    return FALSE;
  *member = *at + 1;
  *member_bytes = (gsize) (end - *member);
  *at = end;
  return TRUE;
}

gboolean
qsa_word_set_has (const char *set, const char *word)
{
  gsize word_bytes;

  g_return_val_if_fail (set != NULL && word != NULL, FALSE);

  word_bytes = strlen (word);
  if (word_bytes == 0)
    return FALSE;
  for (const char *p = set; (p = strstr (p, word)) != NULL; p++)
    {
      if (p > set && p[-1] == '|' && p[word_bytes] == '|')
        return TRUE;
    }
  return FALSE;
}

gsize
qsa_word_set_prefix_bytes (const char *set, const char *text)
{
  const char *at = set;
  const char *member;
  gsize member_bytes;
  gsize longest = 0;

  g_return_val_if_fail (set != NULL && text != NULL, 0);

  while (qsa_word_set_next (&at, &member, &member_bytes))
    {
      if (member_bytes > longest && strncmp (text, member, member_bytes) == 0
          && (text[member_bytes] == '\0' || text[member_bytes] == ' '))
        longest = member_bytes;
    }
  return longest;
}

gboolean
qsa_word_set_is_inside (const char *set, const char *text)
{
  const char *at = set;
  const char *member;
  gsize member_bytes;

  g_return_val_if_fail (set != NULL && text != NULL, FALSE);

  while (qsa_word_set_next (&at, &member, &member_bytes))
    {
      g_autofree char *phrase = g_strndup (member, member_bytes);

      if (strstr (text, phrase) != NULL)
        return TRUE;
    }
  return FALSE;
}
