/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-fields.h"

#include <string.h>

#include "qsa-body.h"
#include "qsa-byline.h"
#include "qsa-date-parser.h"
#include "qsa-entities.h"
#include "qsa-fold.h"
#include "qsa-press-words.h"
#include "qsa-text-util.h"

#define LONGEST_STAMP_BYTES 200

char *
qsa_fields_clean_line (const char *text, gsize text_bytes)
{
  g_autoptr (GString) decoded = NULL;
  g_autoptr (GString) squeezed = NULL;

  if (text == NULL || text_bytes == 0)
    return NULL;
  if (memchr (text, '&', text_bytes) != NULL)
    {
      decoded = g_string_sized_new (text_bytes + 1);
      qsa_entities_append_decoded (decoded, text, text_bytes);
      text = decoded->str;
      text_bytes = decoded->len;
    }
  squeezed = g_string_sized_new (text_bytes + 1);
  if (qsa_squeeze_append (squeezed, text, text_bytes) == 0)
    return NULL;
  return g_string_free (g_steal_pointer (&squeezed), FALSE);
}

static void
qsa_fields_take (QsaArticle *article, char **field, char *value, const char *name,
                 const char *rule, double confidence)
{
  g_autofree char *owned = value;

  if (owned == NULL || *field != NULL)
    return;
  *field = g_steal_pointer (&owned);
  qsa_article_set_rule (article, name, rule, confidence);
}

void
qsa_fields_set_title (QsaArticle *article, const char *text, gsize text_bytes,
                      const char *rule, double confidence)
{
  qsa_fields_take (article, &article->title, qsa_fields_clean_line (text, text_bytes),
                   "title", rule, confidence);
}

void
qsa_fields_set_section (QsaArticle *article, const char *text, gsize text_bytes,
                        const char *rule, double confidence)
{
  qsa_fields_take (article, &article->section, qsa_fields_clean_line (text, text_bytes),
                   "section", rule, confidence);
}

void
qsa_fields_set_place (QsaArticle *article, const char *text, gsize text_bytes,
                      const char *rule, double confidence)
{
  qsa_fields_take (article, &article->place, qsa_fields_clean_line (text, text_bytes),
                   "place", rule, confidence);
}

void
qsa_fields_set_lang (QsaArticle *article, const char *text, gsize text_bytes,
                     const char *rule)
{
  g_autofree char *value = qsa_fields_clean_line (text, text_bytes);

  /* "ar", "ar-EG", "ar_AR": a tag, not the name of a language in words. */
  if (value == NULL || strlen (value) > 16 || !g_ascii_isalpha (*value))
    return;
  value[strcspn (value, "-_")] = '\0';
  if (strlen (value) < 2 || strlen (value) > 3)
    return;
  qsa_fields_take (article, &article->lang, g_ascii_strdown (value, -1), "lang", rule,
                   0.9);
}

void
qsa_fields_set_url (QsaArticle *article, const char *text, gsize text_bytes,
                    const char *rule)
{
  g_autofree char *url = qsa_fields_clean_line (text, text_bytes);
  g_autofree char *domain = NULL;

  if (url == NULL
      || (g_ascii_strncasecmp (url, "http://", 7) != 0
          && g_ascii_strncasecmp (url, "https://", 8) != 0))
    return;
  domain = qsa_domain_from_url (url);
  if (domain == NULL)
    return;
  qsa_fields_take (article, &article->url, g_steal_pointer (&url), "url", rule, 1.0);
  qsa_fields_take (article, &article->domain, g_steal_pointer (&domain), "domain", rule,
                   0.95);
}

static const QsaOutlet *
qsa_fields_find_outlet (QsaOutletTable *outlets, const char *name, const char *domain)
{
  const QsaOutlet *outlet = NULL;

  if (outlets == NULL)
    return NULL;
  if (name != NULL)
    {
      outlet = qsa_outlet_table_find_name (outlets, name);
      if (outlet == NULL && strchr (name, '.') != NULL)
        outlet = qsa_outlet_table_find_domain (outlets, name);
    }
  if (outlet == NULL && domain != NULL)
    outlet = qsa_outlet_table_find_domain (outlets, domain);
  return outlet;
}

void
qsa_fields_set_outlet (QsaArticle *article, QsaOutletTable *outlets, const char *name,
                       gsize name_bytes, const char *rule, double confidence)
{
  g_autofree char *clean = qsa_fields_clean_line (name, name_bytes);
  const QsaOutlet *outlet;

  if (clean == NULL)
    return;
  outlet = qsa_fields_find_outlet (outlets, clean, article->domain);
  qsa_fields_take (article, &article->outlet,
                   outlet != NULL ? g_strdup (outlet->name) : g_steal_pointer (&clean),
                   "outlet", rule, confidence);
}

void
qsa_fields_set_outlet_from_domain (QsaArticle *article, QsaOutletTable *outlets,
                                   double confidence)
{
  const QsaOutlet *outlet = qsa_fields_find_outlet (outlets, NULL, article->domain);

  if (outlet != NULL)
    qsa_fields_take (article, &article->outlet, g_strdup (outlet->name), "outlet",
                     "domain", confidence);
}

/* "14:33" beside a day that another field gave. */
static void
qsa_fields_add_time (QsaArticle *article, const char *text)
{
  g_autofree char *day = qsa_date_to_iso (&article->date);
  g_autofree char *joined = g_strdup_printf ("%s %s", day, text);
  QsaDate date = QSA_DATE_INIT;

  if (article->date.minute == QSA_DATE_NO_MINUTE
      && article->date.precision == QSA_DATE_DAY
      && qsa_date_parse_stamp (joined, -1, &date)
      && qsa_date_first_day (&date) == qsa_date_first_day (&article->date))
    article->date.minute = date.minute;
}

gboolean
qsa_fields_set_date (QsaArticle *article, const char *text, gsize text_bytes,
                     QsaDateOrigin origin, const char *rule, double confidence)
{
  g_autofree char *clean = NULL;
  QsaDate date = QSA_DATE_INIT;

  if (text_bytes > LONGEST_STAMP_BYTES)
    return FALSE;
  clean = qsa_fields_clean_line (text, text_bytes);
  if (clean == NULL)
    return FALSE;
  if (article->date.precision != QSA_DATE_NONE)
    {
      qsa_fields_add_time (article, clean);
      return FALSE;
    }
  if (!qsa_date_parse_stamp (clean, -1, &date))
    return FALSE;
  article->date = date;
  article->date_origin = origin;
  qsa_article_set_rule (article, "date", rule, confidence);
  return TRUE;
}

/* Letters and no digits: codes and addresses are no authors. */
static gboolean
qsa_fields_may_be_author (const char *text)
{
  guint n_letters = 0;

  if (strlen (text) > LONGEST_STAMP_BYTES)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_isdigit (letter) || letter == '@' || letter == '/' || letter == '_')
        return FALSE;
      n_letters += g_unichar_isalpha (letter) != 0;
    }
  return n_letters >= 2;
}

/* "س" inside "وكالة س للأنباء", as a house names itself in its own datelines. */
static gboolean
qsa_fields_is_part_of_name (const char *part, const char *name)
{
  g_autofree char *folded_part = NULL;
  g_autofree char *folded_name = NULL;
  g_autofree char *padded_part = NULL;
  g_autofree char *padded_name = NULL;

  if (part == NULL || name == NULL)
    return FALSE;
  folded_part = qsa_fold_text (part, -1);
  folded_name = qsa_fold_text (name, -1);
  padded_part = g_strdup_printf (" %s ", folded_part);
  padded_name = g_strdup_printf (" %s ", folded_name);
  return *folded_part != '\0' && strstr (padded_name, padded_part) != NULL;
}

void
qsa_fields_credit_organisation (QsaArticle *article, QsaOutletTable *outlets,
                                const char *organisation, const char *rule,
                                double confidence)
{
  if (organisation == NULL
      || qsa_byline_same_outlet (outlets, organisation, article->outlet)
      || qsa_fields_is_part_of_name (organisation, article->outlet))
    return;
  qsa_fields_take (article, &article->source_credit, g_strdup (organisation),
                   "source_credit", rule, confidence);
}

void
qsa_fields_set_byline (QsaArticle *article, QsaOutletTable *outlets, const char *text,
                       gsize text_bytes, const char *rule)
{
  g_autofree char *clean = qsa_fields_clean_line (text, text_bytes);
  QsaBylineContext context = { outlets, article->outlet, article->body, TRUE };
  g_auto (QsaByline) byline = { 0 };
  g_autofree char *folded = NULL;

  if (clean == NULL)
    return;
  if (qsa_byline_parse (clean, strlen (clean), &context, &byline))
    {
      qsa_fields_credit_organisation (article, outlets, byline.organisation, rule, 0.8);
      qsa_fields_take (article, &article->place, g_steal_pointer (&byline.place), "place",
                       rule, byline.confidence);
      qsa_fields_take (article, &article->author, g_steal_pointer (&byline.author),
                       "author", rule, byline.confidence);
      return;
    }

  /* The file calls it its author: then that is what it says, unless it cannot be one. */
  folded = qsa_fold_text (clean, -1);
  if (qsa_fields_may_be_author (clean) && !qsa_press_is_desk (folded)
      && !qsa_press_is_section (folded)
      && !qsa_byline_same_outlet (outlets, clean, article->outlet))
    qsa_fields_take (article, &article->author, g_steal_pointer (&clean), "author", rule,
                     0.5);
}

static const char *
qsa_fields_skip_blanks (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Where a cut-off text breaks off: before "...", "…" and blanks. */
static const char *
qsa_fields_cut_end (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar letter = g_utf8_get_char (last);

      if (letter != '.' && letter != 0x2026 && !g_unichar_isspace (letter))
        break;
      end = last;
    }
  return end;
}

gboolean
qsa_fields_repeats_beginning (const char *text, const char *body)
{
  const char *end = qsa_fields_cut_end (text);

  for (;;)
    {
      text = qsa_fields_skip_blanks (text);
      body = qsa_fields_skip_blanks (body);
      if (text >= end)
        return TRUE;
      if (g_utf8_get_char (text) != g_utf8_get_char (body))
        return FALSE;
      text = g_utf8_next_char (text);
      body = g_utf8_next_char (body);
    }
}

void
qsa_fields_set_standfirst (QsaArticle *article, const char *text, gsize text_bytes,
                           const char *rule, double confidence)
{
  g_autofree char *clean = qsa_fields_clean_line (text, text_bytes);

  if (clean == NULL || qsa_fields_repeats_beginning (clean, article->body)
      || g_strcmp0 (clean, article->title) == 0)
    return;
  qsa_fields_take (article, &article->standfirst, g_steal_pointer (&clean), "standfirst",
                   rule, confidence);
}
