/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-plan-spelling.h"

#include <string.h>

#include "qsa-fts.h"

#define YEH "ي"

gboolean
qsa_plan_spelling_has_token (const char *surface, const char *folded)
{
  return !g_str_equal (surface, folded) || g_str_has_suffix (folded, YEH);
}

gboolean
qsa_plan_spelling_is_marked (const QsaQueryWord *word)
{
  static const char *const marks[] = { "أ", "إ", "آ", "ؤ", "ئ", "ة" };

  if (g_str_has_suffix (word->surface, YEH))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (word->surface, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
qsa_plan_spelling_is_preferred (const QsaQueryWord *word)
{
  return qsa_plan_spelling_has_token (word->surface, word->folded);
}

static gsize
qsa_plan_spelling_common_end_chars (const char *a, const char *b)
{
  const char *at_a = a + strlen (a), *at_b = b + strlen (b);
  gsize n_chars = 0;

  while (at_a > a && at_b > b)
    {
      at_a = g_utf8_prev_char (at_a);
      at_b = g_utf8_prev_char (at_b);
      if (g_utf8_get_char (at_a) != g_utf8_get_char (at_b))
        break;
      n_chars++;
    }
  return n_chars;
}

char *
qsa_plan_spelling_of_form (const QsaQueryWord *word, const char *form)
{
  glong folded_chars = g_utf8_strlen (word->folded, -1);
  glong surface_chars = g_utf8_strlen (word->surface, -1);
  glong form_chars = g_utf8_strlen (form, -1);
  glong common;
  g_autofree char *head = NULL;

  if (g_str_has_prefix (form, word->folded))
    return g_strconcat (word->surface, form + strlen (word->folded), NULL);
  common = (glong) qsa_plan_spelling_common_end_chars (form, word->folded);
  if (folded_chars != surface_chars || common < 2)
    return NULL;
  head = g_utf8_substring (form, 0, form_chars - common);
  return g_strconcat (head,
                      g_utf8_offset_to_pointer (word->surface, surface_chars - common),
                      NULL);
}

char *
qsa_plan_spelling_expression (const char *spelling, const char *form)
{
  const char *const forms[] = { spelling, NULL };
  gboolean token = qsa_plan_spelling_has_token (spelling, form);
  const QsaFtsWord word = { token ? NULL : forms, token ? forms : NULL };

  return qsa_fts_match_expression (&word, 1);
}
