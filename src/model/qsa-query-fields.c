/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-fields.h"

#include <string.h>

#include "qsa-date-parser.h"
#include "qsa-fold.h"
#include "qsa-text-util.h"

/* A range of two dates with month names and weekdays stays below. */
#define MAX_DATE_BYTES 256

/* "2021-12-31..2021-12-31" */
#define MAX_TYPED_DATE_CHARS 22

/* Longer than each name with a mark on each letter. */
#define MAX_NAME_CHARS 24

/* The same names, as people write them: field_names of qsa_query_get_field_names(). */
static const QsaFieldName fields[] = {
  { "title", QSA_QUERY_FIELD_TITLE, QSA_FIELD_PERIOD },
  { "عنوان", QSA_QUERY_FIELD_TITLE, QSA_FIELD_PERIOD },
  { "outlet", QSA_QUERY_FIELD_OUTLET, QSA_FIELD_PERIOD },
  { "وسيله", QSA_QUERY_FIELD_OUTLET, QSA_FIELD_PERIOD },
  { "مصدر", QSA_QUERY_FIELD_OUTLET, QSA_FIELD_PERIOD },
  { "author", QSA_QUERY_FIELD_AUTHOR, QSA_FIELD_PERIOD },
  { "كاتب", QSA_QUERY_FIELD_AUTHOR, QSA_FIELD_PERIOD },
  { "speaker", QSA_QUERY_FIELD_SPEAKER, QSA_FIELD_PERIOD },
  { "قايل", QSA_QUERY_FIELD_SPEAKER, QSA_FIELD_PERIOD },
  { "tag", QSA_QUERY_FIELD_TAG, QSA_FIELD_PERIOD },
  { "وسم", QSA_QUERY_FIELD_TAG, QSA_FIELD_PERIOD },
  { "date", QSA_QUERY_FIELD_DATE, QSA_FIELD_PERIOD },
  { "تاريخ", QSA_QUERY_FIELD_DATE, QSA_FIELD_PERIOD },
  { "after", QSA_QUERY_FIELD_DATE, QSA_FIELD_FROM },
  { "بعد", QSA_QUERY_FIELD_DATE, QSA_FIELD_FROM },
  { "before", QSA_QUERY_FIELD_DATE, QSA_FIELD_TO },
  { "قبل", QSA_QUERY_FIELD_DATE, QSA_FIELD_TO },
  { "is", QSA_QUERY_FIELD_IS, QSA_FIELD_PERIOD },
  { "هو", QSA_QUERY_FIELD_IS, QSA_FIELD_PERIOD },
};

static const char *const field_names[] = {
  "title:",  "outlet:", "author:", "speaker:", "tag:",  "date:", "after:",
  "before:", "is:",     "عنوان:",  "وسيلة:",   "مصدر:", "كاتب:", "قائل:",
  "وسم:",    "تاريخ:",  "بعد:",    "قبل:",     "هو:",   NULL,
};

typedef struct
{
  const char *folded;
  QsaIsState state;
} QsaIsName;

static const QsaIsName is_names[] = {
  { "starred", QSA_IS_STATE_STARRED },     { "مميز", QSA_IS_STATE_STARRED },
  { "مميزه", QSA_IS_STATE_STARRED },       { "مميز بنجمه", QSA_IS_STATE_STARRED },
  { "مميزه بنجمه", QSA_IS_STATE_STARRED }, { "read", QSA_IS_STATE_READ },
  { "مقروء", QSA_IS_STATE_READ },          { "مقروءه", QSA_IS_STATE_READ },
  { "unread", QSA_IS_STATE_UNREAD },       { "غير مقروء", QSA_IS_STATE_UNREAD },
  { "غير مقروءه", QSA_IS_STATE_UNREAD },   { "undated", QSA_IS_STATE_UNDATED },
  { "بلا تاريخ", QSA_IS_STATE_UNDATED },
};

const QsaFieldName *
qsa_query_field_find (const char *text, gsize *name_bytes)
{
  /* One letter becomes at most one. */
  char folded[MAX_NAME_CHARS * 6 + 1];
  gsize folded_bytes = 0;
  const char *p = text;

  for (guint i = 0; *p != ':'; i++, p = g_utf8_next_char (p))
    {
      gunichar letter = qsa_surface_letter (g_utf8_get_char (p));

      if (*p == '\0' || i == MAX_NAME_CHARS
          || (letter != 0 && !g_unichar_isalpha (letter)))
        return NULL;
      if (letter != 0)
        folded_bytes += (gsize) g_unichar_to_utf8 (qsa_folded_letter (letter),
                                                   folded + folded_bytes);
    }
  folded[folded_bytes] = '\0';

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].folded, folded))
      {
        *name_bytes = (gsize) (p + 1 - text);
        return &fields[i];
      }
  return NULL;
}

/* ---- dates ---- */

/* "2021-7" and "2021/7", which are no stamp: nothing but digits on both sides of one separator. */
static gboolean
qsa_query_field_read_year_month (const char *text, QsaDate *date)
{
  QsaDate month = QSA_DATE_INIT;
  gsize digits = strspn (text, "0123456789");
  gsize more = digits == 4 && text[4] != '\0' && strchr ("-/.", text[4]) != NULL
                   ? strspn (text + 5, "0123456789")
                   : 0;

  if (more < 1 || more > 2 || text[5 + more] != '\0')
    return FALSE;
  month.precision = QSA_DATE_MONTH;
  month.year = (gint16) g_ascii_strtoull (text, NULL, 10);
  month.month = (guint8) g_ascii_strtoull (text + 5, NULL, 10);
  if (!qsa_date_is_valid (&month))
    return FALSE;
  *date = month;
  return TRUE;
}

static gboolean
qsa_query_field_read_date (const char *text, QsaDate *date)
{
  if (!qsa_query_field_read_year_month (text, date)
      && !qsa_date_parse_stamp (text, -1, date))
    return FALSE;
  date->minute = QSA_DATE_NO_MINUTE;
  return TRUE;
}

static gboolean
qsa_query_field_is_around (const char *letter)
{
  return g_utf8_strchr (" \t,;:!?،؛؟", -1, g_utf8_get_char (letter)) != NULL;
}

/* Latin digits, plain dots and dashes, no direction marks, and no punctuation around it: a
 * sentence may go on after it. */
static char *
qsa_query_field_clean_date (const char *value, gsize value_bytes)
{
  g_autofree char *latin = qsa_digits_to_latin (value, (gssize) value_bytes);
  GString *clean = g_string_new (NULL);
  const char *start = latin;
  const char *end = latin + strlen (latin);

  while (start < end && qsa_query_field_is_around (start))
    start = g_utf8_next_char (start);
  while (end > start && qsa_query_field_is_around (g_utf8_prev_char (end)))
    end = g_utf8_prev_char (end);
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_FORMAT)
      g_string_append_unichar (clean, g_utf8_get_char (p));
  g_string_replace (clean, "…", "..", 0);
  g_string_replace (clean, "–", "-", 0);

  /* A full stop; two are a range. */
  if (g_str_has_suffix (clean->str, ".") && !g_str_has_suffix (clean->str, ".."))
    g_string_truncate (clean, clean->len - 1);
  return g_string_free (clean, FALSE);
}

/* Cuts @text between the two ends of a range and returns the second: 2020..2021, and 2020-2021,
 * which is no month. NULL when it is one date. */
static char *
qsa_query_field_cut_range (char *text)
{
  static const char digits[] = "0123456789";
  char *cut = strstr (text, "..");

  if (cut == NULL && strspn (text, digits) == 4 && text[4] == '-'
      && strspn (text + 5, digits) == 4 && text[9] == '\0')
    cut = text + 4;
  if (cut == NULL)
    return NULL;

  *cut++ = '\0';
  g_strchomp (text);
  return g_strchug (cut + strspn (cut, "."));
}

/* Both ends of "from..to", one of which may be open. */
static gboolean
qsa_query_field_read_range (char *text, QsaDate *from, QsaDate *to)
{
  const char *first = text;
  const char *last = qsa_query_field_cut_range (text);
  QsaDate swapped;

  if (last == NULL)
    last = first;
  if ((*first == '\0' && *last == '\0')
      || (*first != '\0' && !qsa_query_field_read_date (first, from))
      || (*last != '\0' && !qsa_query_field_read_date (last, to)))
    return FALSE;

  if (from->precision != QSA_DATE_NONE && to->precision != QSA_DATE_NONE
      && qsa_date_first_day (from) > qsa_date_last_day (to))
    {
      swapped = *from;
      *from = *to;
      *to = swapped;
    }
  return TRUE;
}

gboolean
qsa_query_field_read_dates (const QsaFieldName *name, const char *value,
                            gsize value_bytes, QsaDate *from, QsaDate *to)
{
  g_autofree char *text = NULL;
  QsaDate open = QSA_DATE_INIT;
  QsaDate first = open;
  QsaDate last = open;

  g_return_val_if_fail (name != NULL && value != NULL, FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (value_bytes > MAX_DATE_BYTES)
    return FALSE;
  text = qsa_query_field_clean_date (value, value_bytes);
  if (name->bound == QSA_FIELD_PERIOD ? !qsa_query_field_read_range (text, &first, &last)
                                      : !qsa_query_field_read_date (text, &first))
    return FALSE;

  if (name->bound != QSA_FIELD_PERIOD)
    last = first;
  *from = name->bound == QSA_FIELD_TO ? open : first;
  *to = name->bound == QSA_FIELD_FROM ? open : last;
  return TRUE;
}

/* ---- states ---- */

gboolean
qsa_query_field_read_is (const char *folded, QsaIsState *state)
{
  g_return_val_if_fail (folded != NULL && state != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (is_names); i++)
    if (g_str_equal (is_names[i].folded, folded))
      {
        *state = is_names[i].state;
        return TRUE;
      }
  return FALSE;
}

/* ---- being typed ---- */

static gboolean
qsa_query_field_is_unfinished_date (const char *value, gsize value_bytes)
{
  g_autofree char *latin = NULL;

  if (value_bytes > MAX_TYPED_DATE_CHARS * 2)
    return FALSE;
  latin = qsa_digits_to_latin (value, (gssize) value_bytes);
  return strspn (latin, "0123456789-/.") == strlen (latin)
         && strlen (latin) < MAX_TYPED_DATE_CHARS;
}

gboolean
qsa_query_field_is_unfinished (const QsaFieldName *name, const char *value,
                               gsize value_bytes, const char *folded)
{
  g_return_val_if_fail (name != NULL && value != NULL && folded != NULL, FALSE);

  if (name->field == QSA_QUERY_FIELD_DATE)
    return qsa_query_field_is_unfinished_date (value, value_bytes);
  for (gsize i = 0; name->field == QSA_QUERY_FIELD_IS && i < G_N_ELEMENTS (is_names); i++)
    if (g_str_has_prefix (is_names[i].folded, folded))
      return TRUE;
  return FALSE;
}

/* ---- public ---- */

const char *const *
qsa_query_get_field_names (void)
{
  return field_names;
}
