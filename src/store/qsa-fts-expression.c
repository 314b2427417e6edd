/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-fts.h"

#include <string.h>

#include "qsa-fts-private.h"

/* Control bytes of a form would read as structure; no scanner makes such a form. */
static void
qsa_fts_append_form (GString *expression, const char *form, gboolean surface)
{
  for (const char *at = form; *at != '\0'; at++)
    {
      if ((guchar) *at <= LABELS)
        continue;
      if (*at == '"')
        g_string_append_c (expression, '"');
      g_string_append_c (expression, *at);
    }
  if (surface)
    g_string_append_c (expression, SURFACE_MARK);
}

static void
qsa_fts_append_forms (GString *expression, const char *const *forms, gboolean surface,
                      gboolean *begun)
{
  for (guint i = 0; forms != NULL && forms[i] != NULL; i++)
    {
      g_string_append_c (expression, *begun ? ALTERNATIVE : POSITION);
      qsa_fts_append_form (expression, forms[i], surface);
      *begun = TRUE;
    }
}

static void
qsa_fts_append_word (GString *expression, const QsaFtsWord *word)
{
  gboolean begun = FALSE;

  qsa_fts_append_forms (expression, word->folded, FALSE, &begun);
  qsa_fts_append_forms (expression, word->surface, TRUE, &begun);
}

char *
qsa_fts_match_expression (const QsaFtsWord *words, guint n_words)
{
  return qsa_fts_except_expression (words, NULL, n_words);
}

char *
qsa_fts_except_expression (const QsaFtsWord *words, const char *const *const *others,
                           guint n_words)
{
  g_autoptr (GString) expression = g_string_new ("\"");

  g_return_val_if_fail (words != NULL || n_words == 0, NULL);

  for (guint i = 0; i < n_words; i++)
    qsa_fts_append_word (expression, &words[i]);
  /* For each word with other spellings, the phrase as it is with one of these. */
  for (guint other = 0, n_phrases = 1; others != NULL && other < n_words; other++)
    {
      if (others[other] == NULL || others[other][0] == NULL || n_phrases++ == MAX_PHRASES)
        continue;
      g_string_append (expression, OTHER_PHRASE);
      for (guint i = 0; i < n_words; i++)
        {
          const QsaFtsWord otherwise = { NULL, others[i] };

          qsa_fts_append_word (expression, i == other ? &otherwise : &words[i]);
        }
    }
  g_string_append_c (expression, '"');
  return g_string_free (g_steal_pointer (&expression), FALSE);
}

gboolean
qsa_fts_expression_needs_weights (const char *expression)
{
  g_return_val_if_fail (expression != NULL, FALSE);

  return strstr (expression, OTHER_PHRASE) != NULL || strchr (expression, LABELS) != NULL;
}

char *
qsa_fts_prefix_expression (const char *folded)
{
  g_autoptr (GString) expression = g_string_new ("\"");

  g_return_val_if_fail (folded != NULL, NULL);

  g_string_append_c (expression, POSITION);
  qsa_fts_append_form (expression, folded, FALSE);
  g_string_append (expression, "\" *");
  return g_string_free (g_steal_pointer (&expression), FALSE);
}

char *
qsa_fts_title_expression (const char *expression)
{
  g_return_val_if_fail (expression != NULL, NULL);

  return g_strconcat ("title : (", expression, ")", NULL);
}

char *
qsa_fts_near_expression (const char *const *phrases, guint n_phrases, guint distance)
{
  g_autoptr (GString) expression = g_string_new ("NEAR(");

  g_return_val_if_fail (phrases != NULL, NULL);

  for (guint i = 0; i < n_phrases; i++)
    g_string_append_printf (expression, "%s ", phrases[i]);
  g_string_append_printf (expression, ", %u)", distance);
  return g_string_free (g_steal_pointer (&expression), FALSE);
}

typedef struct
{
  GString *wanted; /* what must be in the row */
  GString *others; /* places that do not count, in the order of their labels */
  GString *labels;
  GString *other_labels;
} QsaFtsTogether;

/* @way: a phrase, then those of its places that do not count. */
static void
qsa_fts_together_add_way (QsaFtsTogether *together, const char *way, guint thing)
{
  g_auto (GStrv) phrases = g_strsplit (way, OTHER_PHRASE, -1);
  guint n_phrases = g_strv_length (phrases);

  g_string_append (together->wanted, phrases[0]);
  if (n_phrases > 1)
    g_string_append_c (together->wanted, '"');
  g_string_append_printf (together->labels, " %u", thing);
  for (guint i = 1; i < n_phrases; i++)
    {
      g_string_append_printf (together->others, " OR \"%s%s", phrases[i],
                              i + 1 < n_phrases ? "\"" : "");
      g_string_append_printf (together->other_labels, " -%u", thing);
    }
}

static void
qsa_fts_together_add (QsaFtsTogether *together, const char *const *ways, guint thing)
{
  g_string_append (together->wanted, thing > 0 ? " AND (" : "(");
  for (guint i = 0; ways[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (together->wanted, " OR ");
      qsa_fts_together_add_way (together, ways[i], thing);
    }
  g_string_append_c (together->wanted, ')');
}

char *
qsa_fts_together_expression (const char *const *const *things, guint n_things,
                             guint distance)
{
  g_autoptr (GString) wanted = g_string_new ("(");
  g_autoptr (GString) others = g_string_new (NULL);
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autoptr (GString) other_labels = g_string_new (NULL);
  QsaFtsTogether together = { wanted, others, labels, other_labels };

  g_return_val_if_fail (things != NULL && n_things <= QSA_FTS_MAX_THINGS, NULL);

  if (distance == G_MAXUINT)
    g_string_append_c (labels, 'p');
  else
    g_string_append_printf (labels, "%u", distance);
  for (guint i = 0; i < n_things; i++)
    qsa_fts_together_add (&together, things[i], i);
  if (distance == G_MAXUINT)
    {
      g_string_append_printf (wanted, " AND \"%c%c\"", POSITION, PARAGRAPH_MARK);
      g_string_append (labels, " p");
    }
  return g_strdup_printf ("%s)%s OR \"%c%c%s%s\"", wanted->str, others->str, POSITION,
                          LABELS, labels->str, other_labels->str);
}
