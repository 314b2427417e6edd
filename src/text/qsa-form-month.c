/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-form-month.h"

#include <string.h>

#include "qsa-form-reading.h"
#include "qsa-stamp.h"

#define QSA_MONTH_NAMES 24
/* Of the names of a month so many are looked for side by side, as in "14 يوليو/تموز". */
#define QSA_MONTH_PAIRED 3
#define QSA_MONTH_MOST_WORDS 2

/* A month's name somewhere in a run. */
typedef struct
{
  QsaStampWord word;
  guint value;
  const char *conjunction;
  const QsaFormPrefix *prefix;
} QsaFormMonth;

static gboolean
qsa_form_month_is_number (const QsaFormWord *word, guint min_digits, guint max_digits,
                          guint *value)
{
  gsize n_digits = strspn (word->folded, "0123456789");

  if (n_digits < min_digits || n_digits > max_digits || word->folded[n_digits] != '\0')
    return FALSE;
  *value = (guint) g_ascii_strtoull (word->folded, NULL, 10);
  return TRUE;
}

static gboolean
qsa_form_month_is_day (const QsaFormWord *word, guint *value)
{
  return qsa_form_month_is_number (word, 1, 2, value) && *value >= 1 && *value <= 31;
}

static gboolean
qsa_form_month_is_year (const QsaFormWord *word)
{
  guint value;

  return qsa_form_month_is_number (word, 4, 4, &value) && value >= 1000;
}

static char *
qsa_form_month_join (const QsaFormWord *words, guint n_words)
{
  GString *name = g_string_new (words[0].folded);

  for (guint i = 1; i < n_words; i++)
    g_string_append_printf (name, " %s", words[i].folded);
  return g_string_free (name, FALSE);
}

/* أب is "father". */
static gboolean
qsa_form_month_is_printed_so (const QsaFormWord *word, const char *name)
{
  return !g_str_equal (name, "اب") || word->surface == NULL
         || !g_str_has_suffix (word->surface, "أب");
}

/* Whether all of @words is one month's name, with or without clitics. */
static gboolean
qsa_form_month_read (const QsaFormWord *words, guint n_words, QsaFormMonth *month)
{
  g_autofree char *name = qsa_form_month_join (words, n_words);

  if (!qsa_form_is_arabic (name))
    return FALSE;
  for (guint c = 0; c < QSA_FORM_CONJUNCTIONS; c++)
    {
      for (guint p = 0; p < QSA_FORM_PREFIXES; p++)
        {
          const QsaFormPrefix *prefix = &qsa_form_prefixes[p];
          const char *bare = name + strlen (qsa_form_conjunctions[c])
                             + strlen (prefix->letters);

          if (prefix->has_article
              || !qsa_form_word_begins (&words[0], qsa_form_conjunctions[c], prefix))
            continue;
          month->word = qsa_stamp_look_up (bare, &month->value);
          month->conjunction = qsa_form_conjunctions[c];
          month->prefix = prefix;
          if ((month->word == QSA_STAMP_WORD_MONTH
               || month->word == QSA_STAMP_WORD_HIJRI_MONTH)
              && qsa_form_month_is_printed_so (&words[0], bare))
            return TRUE;
        }
    }
  return FALSE;
}

/* The month that starts at @at and has at most @n_words words; returns how many. */
static guint
qsa_form_month_read_longest (const QsaFormWord *words, guint n_words, QsaFormMonth *month)
{
  for (guint n = MIN (n_words, QSA_MONTH_MOST_WORDS); n > 0; n--)
    {
      if (qsa_form_month_read (words, n, month))
        return n;
    }
  return 0;
}

/* One name, or the same month in two systems. */
static gboolean
qsa_form_month_read_unit (const QsaFormWord *words, guint n_words, QsaFormMonth *month)
{
  QsaFormMonth second;
  guint n_first;

  if (qsa_form_month_read (words, n_words, month))
    return TRUE;
  n_first = qsa_form_month_read_longest (words, n_words, month);
  return n_first > 0 && n_first < n_words
         && qsa_form_month_read (words + n_first, n_words - n_first, &second)
         && second.word == month->word && second.value == month->value;
}

/* "8 آذار" and "14 آذار" are alliances; so "14 مارس" must not bring them either. */
static gboolean
qsa_form_month_is_party (const QsaFormMonth *month, guint day)
{
  return month->word == QSA_STAMP_WORD_MONTH && month->value == 3
         && (day == 8 || day == 14);
}

/* A day or year before or after. A second name of the month may stand between. */
static gboolean
qsa_form_month_is_dated (const QsaFormWord *run, guint n_run, guint first, guint n_words,
                         const QsaFormMonth *month)
{
  guint end = first + n_words;
  guint begin = first;
  QsaFormMonth other;
  guint n_other = qsa_form_month_read_longest (run + end, n_run - end, &other);
  guint day = 0;
  gboolean has_day;
  gboolean has_year;

  if (n_other > 0 && other.word == month->word && other.value == month->value)
    end += n_other;
  for (guint n = 1; n <= MIN (QSA_MONTH_MOST_WORDS, first); n++)
    {
      if (qsa_form_month_read (run + first - n, n, &other) && other.word == month->word
          && other.value == month->value)
        begin = first - n;
    }
  has_year = (end < n_run && qsa_form_month_is_year (&run[end]))
             || (begin > 0 && qsa_form_month_is_year (&run[begin - 1]));
  has_day = (begin > 0 && qsa_form_month_is_day (&run[begin - 1], &day))
            || (end < n_run && qsa_form_month_is_day (&run[end], &day));
  return has_year
         || (has_day
             && !(end - begin == n_words && qsa_form_month_is_party (month, day)));
}

/* In Arabic letters. */
static guint
qsa_form_month_list_names (const QsaFormMonth *month, const char **names)
{
  guint n_all = qsa_stamp_list_names (month->word, month->value, names, QSA_MONTH_NAMES);
  guint n_names = 0;

  for (guint i = 0; i < n_all; i++)
    {
      if (qsa_form_is_arabic (names[i]))
        names[n_names++] = names[i];
    }
  return n_names;
}

typedef struct
{
  const char *name;
  guint articles;
} QsaFormMonthName;

static gint
qsa_form_month_compare (gconstpointer a, gconstpointer b)
{
  const QsaFormMonthName *left = a;
  const QsaFormMonthName *right = b;

  return left->articles < right->articles ? 1 : left->articles > right->articles ? -1 : 0;
}

/* In a phrase both names may stand between the day and the year. */
static void
qsa_form_list_add_month_pairs (QsaFormList *list, const char **names, guint n_names,
                               QsaFormScope scope, const QsaFormMonth *month)
{
  QsaFormMonthName held[QSA_MONTH_NAMES];

  for (guint i = 0; i < n_names; i++)
    held[i] = (QsaFormMonthName){ names[i],
                                  qsa_form_evidence_count (list->evidence, names[i]) };
  qsort (held, n_names, sizeof held[0], qsa_form_month_compare);
  for (guint i = 0; i < MIN (n_names, QSA_MONTH_PAIRED); i++)
    {
      for (guint j = 0; j < MIN (n_names, QSA_MONTH_PAIRED); j++)
        {
          g_autofree char *pair = g_strconcat (held[i].name, " ", held[j].name, NULL);

          if (i != j && held[i].articles > 0 && held[j].articles > 0)
            qsa_form_list_add_with_clitics (list, pair, QSA_FORM_MONTH, scope,
                                            month->conjunction, month->prefix);
        }
    }
}

void
qsa_form_list_add_months (QsaFormList *list, const QsaFormWord *run, guint n_run,
                          guint first, guint n_words, QsaFormScope scope)
{
  const char *names[QSA_MONTH_NAMES];
  g_autofree char *typed = qsa_form_month_join (run + first, n_words);
  const char *bare;
  QsaFormMonth month;
  guint n_names;

  if (!qsa_form_month_read_unit (run + first, n_words, &month)
      || !qsa_form_month_is_dated (run, n_run, first, n_words, &month))
    return;
  bare = typed + strlen (month.conjunction) + strlen (month.prefix->letters);
  n_names = qsa_form_month_list_names (&month, names);
  for (guint i = 0; i < n_names; i++)
    {
      if (!g_str_equal (bare, names[i]))
        qsa_form_list_add_with_clitics (list, names[i], QSA_FORM_MONTH, scope,
                                        month.conjunction, month.prefix);
    }
  if (scope != QSA_FORM_SCOPE_ALL && month.word == QSA_STAMP_WORD_MONTH)
    qsa_form_list_add_month_pairs (list, names, n_names, scope, &month);
}
