/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-bidi-guard.h"

#include <string.h>

#include "qsa-bidi.h"

static QsaDirection
qsa_bidi_guard_direction_at (const char *at)
{
  return qsa_direction_of (at, g_utf8_next_char (at) - at);
}

gboolean
qsa_bidi_guard_has_ltr (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (qsa_bidi_guard_direction_at (p) == QSA_DIRECTION_LTR)
      return TRUE;
  return FALSE;
}

char *
qsa_bidi_guard_part (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (!qsa_bidi_guard_has_ltr (text))
    return g_strdup (text);
  return qsa_bidi_isolate (text, qsa_direction_of (text, -1));
}

char *
qsa_bidi_guard_address (const char *address)
{
  g_autofree char *spaced = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  spaced = g_strconcat (address, " ", NULL);
  return qsa_bidi_isolate (spaced, QSA_DIRECTION_LTR);
}

static gboolean
qsa_bidi_guard_starts_rtl (const char *line)
{
  return *line != '\0' && qsa_bidi_guard_direction_at (line) == QSA_DIRECTION_RTL;
}

/* A digit is as good as a letter there: behind Arabic it belongs to it. */
static gboolean
qsa_bidi_guard_ends_rtl (const char *line)
{
  const char *end = line + strlen (line);
  const char *last = end > line ? g_utf8_prev_char (end) : line;

  return *last != '\0'
         && (qsa_bidi_guard_direction_at (last) == QSA_DIRECTION_RTL
             || g_unichar_isdigit (g_utf8_get_char (last)));
}

char *
qsa_bidi_guard_line (const char *line)
{
  g_return_val_if_fail (line != NULL, NULL);

  return g_strconcat (qsa_bidi_guard_starts_rtl (line) ? "" : QSA_RLM, line,
                      qsa_bidi_guard_ends_rtl (line) ? "" : QSA_RLM, NULL);
}

/* TRUE when a digit comes before any letter: in a left-to-right surrounding it would go its own way. */
static gboolean
qsa_bidi_guard_starts_with_digit (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isdigit (g_utf8_get_char (p)))
        return TRUE;
      if (qsa_bidi_guard_direction_at (p) != QSA_DIRECTION_NEUTRAL)
        return FALSE;
    }
  return FALSE;
}

char *
qsa_bidi_guard_paragraph (const char *paragraph)
{
  g_autofree char *isolated = NULL;

  g_return_val_if_fail (paragraph != NULL, NULL);

  if (qsa_direction_of (paragraph, -1) != QSA_DIRECTION_RTL)
    return g_strdup (paragraph);
  if (!qsa_bidi_guard_has_ltr (paragraph))
    return g_strconcat (qsa_bidi_guard_starts_with_digit (paragraph) ? QSA_RLM : "",
                        paragraph, NULL);

  /* The mark, because who looks for the first letter of a paragraph skips isolates. */
  isolated = qsa_bidi_isolate (paragraph, QSA_DIRECTION_RTL);
  return g_strconcat (QSA_RLM, isolated, NULL);
}
