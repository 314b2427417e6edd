/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-date-parser.h"

#include "qsa-hijri.h"
#include "qsa-stamp-grammar.h"

/* More is no stamp: the longest real ones have about thirty items. */
#define QSA_STAMP_MAX_ITEMS 40
#define QSA_STAMP_MAX_BYTES 400
#define QSA_STAMP_LINE_MAX_ITEMS 64

/* Beside a stamp, a line has short fields. */
#define QSA_STAMP_FIELD_MAX_WORDS 8
#define QSA_STAMP_COMMA_FIELD_MAX_WORDS 3
#define QSA_STAMP_OTHER_MAX_WORDS 14

static gboolean
qsa_stamp_is_separator (const QsaStampItem *item)
{
  if (item == NULL || item->kind != QSA_STAMP_PUNCTUATION)
    return FALSE;
  return qsa_stamp_is_mark (item, ",.|/()[]") || qsa_stamp_is_dash (item)
         || item->value == 0x60c /* ، */ || item->value == 0xb7 /* · */
         || item->value == 0x2022 /* • */;
}

static void
qsa_stamp_skip_separators (QsaStampParser *parser)
{
  while (qsa_stamp_is_separator (qsa_stamp_peek (parser, 0)))
    parser->at++;
}

/* نشر في: … */
static void
qsa_stamp_skip_label (QsaStampParser *parser)
{
  if (!qsa_stamp_is_word (qsa_stamp_peek (parser, 0), QSA_STAMP_WORD_LABEL))
    return;
  parser->at++;
  while (qsa_stamp_is_word (qsa_stamp_peek (parser, 0), QSA_STAMP_WORD_LABEL)
         || qsa_stamp_is_word (qsa_stamp_peek (parser, 0), QSA_STAMP_WORD_AFTER_LABEL))
    parser->at++;
  if (qsa_stamp_is_mark (qsa_stamp_peek (parser, 0), ":"))
    parser->at++;
}

static gboolean
qsa_stamp_has_day (const QsaStampParser *parser)
{
  return parser->gregorian.precision != QSA_DATE_NONE
         || parser->hijri.precision != QSA_DATE_NONE;
}

/* يوم الثلاثاء; الموافق between two calendars. */
static gboolean
qsa_stamp_parse_connective (QsaStampParser *parser)
{
  const QsaStampItem *item = qsa_stamp_peek (parser, 0);

  if (qsa_stamp_is_word (item, QSA_STAMP_WORD_WEEKDAY))
    {
      parser->has_weekday = TRUE;
      parser->at++;
      return TRUE;
    }
  if (qsa_stamp_is_word (item, QSA_STAMP_WORD_DAY)
      && qsa_stamp_is_word (qsa_stamp_peek (parser, 1), QSA_STAMP_WORD_WEEKDAY))
    {
      parser->at++;
      return TRUE;
    }
  if (qsa_stamp_is_word (item, QSA_STAMP_WORD_EQUALS)
      && (qsa_stamp_has_day (parser) || parser->has_weekday))
    {
      parser->at++;
      if (qsa_stamp_is_mark (qsa_stamp_peek (parser, 0), ":"))
        parser->at++;
      return TRUE;
    }
  return FALSE;
}

/* "5 May 2020, last update 14:00": the day is that of publication, the time is not. */
static gboolean
qsa_stamp_parse_update (QsaStampParser *parser)
{
  int minute = parser->minute;

  if (!qsa_stamp_is_word (qsa_stamp_peek (parser, 0), QSA_STAMP_WORD_UPDATED)
      || !qsa_stamp_has_day (parser))
    return FALSE;
  parser->at++;
  if (qsa_stamp_is_mark (qsa_stamp_peek (parser, 0), ":"))
    parser->at++;
  parser->minute = QSA_DATE_NO_MINUTE;
  if (!qsa_stamp_parse_time (parser))
    return FALSE;
  parser->minute = minute;
  return TRUE;
}

typedef gboolean (*QsaStampRule) (QsaStampParser *parser);

static gboolean
qsa_stamp_parse_part (QsaStampParser *parser)
{
  static const QsaStampRule rules[] = {
    qsa_stamp_parse_time,
    qsa_stamp_parse_date,
    qsa_stamp_parse_connective,
    qsa_stamp_parse_update,
  };
  QsaStampParser saved = *parser;

  /* -0500 (EST) is one zone named twice. */
  if (parser->n_zones < 2
      && (qsa_stamp_has_day (parser) || parser->minute != QSA_DATE_NO_MINUTE))
    {
      if (qsa_stamp_parse_zone (parser))
        {
          parser->n_zones++;
          return TRUE;
        }
      *parser = saved;
    }
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (rules[i](parser))
        return TRUE;
      *parser = saved;
    }
  return FALSE;
}

/* The Gregorian half wins; a Hijri day alone is converted. */
static gboolean
qsa_stamp_conclude (const QsaStampParser *parser, QsaDate *date)
{
  const QsaStampDay *day = &parser->gregorian;
  gint32 days;

  if (day->precision == QSA_DATE_NONE)
    {
      if (parser->hijri.precision != QSA_DATE_DAY
          || !qsa_hijri_to_days (parser->hijri.year, parser->hijri.month,
                                 parser->hijri.day, &days))
        return FALSE;
      *date = qsa_date_from_days (days, QSA_DATE_DAY);
    }
  else
    {
      date->precision = day->precision;
      date->year = (gint16) day->year;
      date->month = (guint8) day->month;
      date->day = (guint8) day->day;
    }
  date->minute = (gint16) parser->minute;
  if (date->precision != QSA_DATE_DAY
      && (parser->minute != QSA_DATE_NO_MINUTE || parser->has_weekday))
    return FALSE;
  return qsa_date_is_valid (date);
}

/* Whether the items are one stamp and nothing else. */
static gboolean
qsa_stamp_parse_items (const QsaStampItem *items, guint n_items, QsaDate *date)
{
  QsaStampParser parser = { .items = items,
                            .n_items = n_items,
                            .minute = QSA_DATE_NO_MINUTE };
  QsaDate found = QSA_DATE_INIT;

  qsa_stamp_skip_separators (&parser);
  qsa_stamp_skip_label (&parser);
  qsa_stamp_skip_separators (&parser);
  while (parser.at < parser.n_items)
    {
      if (!qsa_stamp_parse_part (&parser))
        return FALSE;
      qsa_stamp_skip_separators (&parser);
    }
  if (!qsa_stamp_has_day (&parser) || !qsa_stamp_conclude (&parser, &found))
    return FALSE;
  *date = found;
  return TRUE;
}

static gsize
qsa_stamp_length (const char *text, gssize text_bytes)
{
  if (text == NULL)
    return 0;
  return text_bytes < 0 ? strlen (text) : (gsize) text_bytes;
}

/* Every stamp has a year of four digits; most lines have none and are done with. */
static gboolean
qsa_stamp_may_have_year (const char *text, gsize n_bytes)
{
  const guint8 *bytes = (const guint8 *) text;
  guint n_digits = 0;

  for (gsize i = 0; i < n_bytes && n_digits < 4; i++)
    {
      /* U+0660–0669, U+06F0–06F9. */
      gboolean is_arabic =
          i + 1 < n_bytes
          && ((bytes[i] == 0xd9 && bytes[i + 1] >= 0xa0 && bytes[i + 1] <= 0xa9)
              || (bytes[i] == 0xdb && bytes[i + 1] >= 0xb0 && bytes[i + 1] <= 0xb9));

      n_digits = is_arabic || g_ascii_isdigit (text[i]) ? n_digits + 1 : 0;
      i += is_arabic;
    }
  return n_digits >= 4;
}

gboolean
qsa_date_parse_stamp (const char *text, gssize text_bytes, QsaDate *date)
{
  gsize n_bytes = qsa_stamp_length (text, text_bytes);
  g_autoptr (GArray) items = NULL;

  g_return_val_if_fail (date != NULL, FALSE);

  *date = (QsaDate) QSA_DATE_INIT;
  if (n_bytes > QSA_STAMP_MAX_BYTES || !qsa_stamp_may_have_year (text, n_bytes))
    return FALSE;
  items = qsa_stamp_lex (text, n_bytes, QSA_STAMP_MAX_ITEMS);
  return items != NULL
         && qsa_stamp_parse_items ((const QsaStampItem *) (gpointer) items->data,
                                   items->len, date);
}

/* A mark that parts fields by itself. */
static gboolean
qsa_stamp_is_bar (const QsaStampItem *item)
{
  return item->kind == QSA_STAMP_PUNCTUATION
         && (qsa_stamp_is_mark (item, "|()[]") || item->value == 0xb7
             || item->value == 0x2022 || item->value == 0x2014);
}

static gboolean
qsa_stamp_is_comma (const QsaStampItem *item)
{
  return qsa_stamp_is_mark (item, ",")
         || (item->kind == QSA_STAMP_PUNCTUATION && item->value == 0x60c);
}

/* / - and commas part fields too, but not inside a date. */
static gboolean
qsa_stamp_parts_fields (const QsaStampItem *mark, const QsaStampItem *outside)
{
  if (qsa_stamp_is_bar (mark))
    return TRUE;
  if (!qsa_stamp_is_comma (mark) && !qsa_stamp_is_mark (mark, "/")
      && !qsa_stamp_is_dash (mark))
    return FALSE;
  return outside == NULL
         || (outside->kind != QSA_STAMP_NUMBER && !qsa_stamp_is_month (outside));
}

static gboolean
qsa_stamp_may_begin (const QsaStampItem *items, guint at)
{
  if (items[at].kind == QSA_STAMP_PUNCTUATION)
    return FALSE;
  return at == 0
         || qsa_stamp_parts_fields (&items[at - 1], at > 1 ? &items[at - 2] : NULL);
}

static gboolean
qsa_stamp_may_end (const QsaStampItem *items, guint n_items, guint end)
{
  if (items[end - 1].kind == QSA_STAMP_PUNCTUATION)
    return FALSE;
  return end == n_items
         || qsa_stamp_parts_fields (&items[end],
                                    end + 1 < n_items ? &items[end + 1] : NULL);
}

static gboolean
qsa_stamp_is_one_of (const QsaStampItem *item, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (qsa_stamp_is_named (item, names[i]))
        return TRUE;
    }
  return FALSE;
}

/* Words of running text; على is not among them, folded it is also a name. */
static const char *const qsa_stamp_running_words[] = {
  "في",  "الي",    "عن",     "بعد",    "قبل",  "منذ",  "خلال",
  "حتي", "قال",    "وقال",   "التي",   "الذي", "كان",  "كانت",
  "امس", "الماضي", "الجاري", "المقبل", "ولد",  "توفي", NULL,
};

/* A date after them is not that of publication. */
static const char *const qsa_stamp_update_words[] = {
  "اخر تحديث", "تحديث",  "التحديث",  "تعديل", "التعديل",
  "updated",   "update", "modified", NULL,
};

/* The items before or after the stamp: short fields and no running text. */
static gboolean
qsa_stamp_is_field_text (const QsaStampItem *items, guint from, guint to,
                         gboolean by_comma)
{
  guint n_words = 0;
  guint n_field_words = 0;

  for (guint i = from; i < to; i++)
    {
      const QsaStampItem *item = &items[i];

      if (item->kind == QSA_STAMP_PUNCTUATION)
        {
          gboolean is_stop = qsa_stamp_is_mark (item, ".") && i + 1 < to
                             && items[i + 1].space_before && !item->space_before;

          if (is_stop || qsa_stamp_is_mark (item, "!?\"") || item->value == 0x61f
              || item->value == 0xab || item->value == 0xbb)
            return FALSE;
          if (qsa_stamp_is_separator (item))
            n_field_words = 0;
          continue;
        }
      n_words++;
      n_field_words++;
      if (qsa_stamp_is_one_of (item, qsa_stamp_running_words)
          || n_field_words > QSA_STAMP_FIELD_MAX_WORDS
          || (by_comma && n_field_words > QSA_STAMP_COMMA_FIELD_MAX_WORDS))
        return FALSE;
    }
  return n_words <= QSA_STAMP_OTHER_MAX_WORDS;
}

static gboolean
qsa_stamp_fits_line (const QsaStampItem *items, guint n_items, guint begin, guint end)
{
  gboolean comma_before = begin > 0 && qsa_stamp_is_comma (&items[begin - 1]);
  gboolean comma_after = end < n_items && qsa_stamp_is_comma (&items[end]);

  /* "…, 5 May 2020, …" is how a sentence carries a date. */
  if (comma_before && comma_after)
    return FALSE;
  for (guint i = 0; i < begin; i++)
    {
      if (qsa_stamp_is_one_of (&items[i], qsa_stamp_update_words))
        return FALSE;
    }
  return qsa_stamp_is_field_text (items, 0, begin, comma_before)
         && qsa_stamp_is_field_text (items, end, n_items, comma_after);
}

gboolean
qsa_date_find_in_stamp_line (const char *text, gssize text_bytes, QsaDate *date,
                             gsize *start_byte, gsize *end_byte)
{
  gsize n_bytes = qsa_stamp_length (text, text_bytes);
  g_autoptr (GArray) lexed = NULL;
  const QsaStampItem *items;
  QsaDate found;

  g_return_val_if_fail (date != NULL, FALSE);

  *date = (QsaDate) QSA_DATE_INIT;
  if (n_bytes > QSA_STAMP_MAX_BYTES || !qsa_stamp_may_have_year (text, n_bytes))
    return FALSE;
  lexed = qsa_stamp_lex (text, n_bytes, QSA_STAMP_LINE_MAX_ITEMS);
  if (lexed == NULL)
    return FALSE;
  items = (const QsaStampItem *) (gpointer) lexed->data;

  for (guint begin = 0; begin < lexed->len; begin++)
    {
      for (guint end = lexed->len; end > begin && qsa_stamp_may_begin (items, begin);
           end--)
        {
          if (!qsa_stamp_may_end (items, lexed->len, end)
              || !qsa_stamp_parse_items (items + begin, end - begin, &found)
              || found.precision == QSA_DATE_YEAR
              || !qsa_stamp_fits_line (items, lexed->len, begin, end))
            continue;
          *date = found;
          if (start_byte != NULL)
            *start_byte = items[begin].start_byte;
          if (end_byte != NULL)
            *end_byte = items[end - 1].end_byte;
          return TRUE;
        }
    }
  return FALSE;
}

int
qsa_date_month_from_folded_name (const char *folded)
{
  guint value;

  g_return_val_if_fail (folded != NULL, 0);

  return qsa_stamp_look_up (folded, &value) == QSA_STAMP_WORD_MONTH ? (int) value : 0;
}
