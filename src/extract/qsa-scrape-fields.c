/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-scrape-fields.h"

#include <string.h>

#include "qsa-byline.h"
#include "qsa-date-parser.h"
#include "qsa-fields.h"
#include "qsa-fold.h"
#include "qsa-furniture.h"
#include "qsa-head-lines.h"
#include "qsa-places.h"
#include "qsa-press-words.h"
#include "qsa-scrape-kind.h"

#define MOST_FIELDS 10

/* One of several fields on a line. */
static void
qsa_scrape_read_field (QsaScrape *scrape, const char *field)
{
  QsaArticle *article = scrape->article;
  g_autofree char *clean = qsa_fields_clean_line (field, strlen (field));
  g_autofree char *folded = clean != NULL ? qsa_fold_text (clean, -1) : NULL;
  g_auto (QsaByline) byline = { 0 };

  if (clean == NULL || *folded == '\0' || strcmp (folded, "الرييسيه") == 0
      || g_str_has_prefix (folded, "العدد")
      || qsa_byline_same_outlet (scrape->outlets, clean, article->outlet)
      || g_strcmp0 (clean, article->title) == 0
      || qsa_furniture_classify (clean, folded) != QSA_FURNITURE_NONE
      || qsa_furniture_is_other_time (folded))
    return;
  if (qsa_press_is_section (folded))
    qsa_fields_set_section (article, clean, strlen (clean), "fields-line", 0.9);
  else if (qsa_scrape_parse_byline (scrape, clean, NULL, FALSE, &byline))
    qsa_head_lines_apply_byline (&byline, scrape->outlets, article);
  else if (qsa_places_contain_folded (folded))
    qsa_fields_set_place (article, clean, strlen (clean), "fields-line", 0.7);
  else if (qsa_byline_is_name (clean, scrape->outlets))
    qsa_fields_set_byline (article, scrape->outlets, clean, strlen (clean),
                           "fields-line");
  else if (strchr (folded, ' ') == NULL && !g_ascii_isdigit (*folded)
           && !qsa_byline_is_organisation (clean, scrape->outlets))
    qsa_fields_set_section (article, clean, strlen (clean), "fields-line", 0.7);
}

/* Every kind of separator becomes a line end. */
static char *
qsa_scrape_split_fields (const char *text)
{
  static const char *const separators[] = { "|",   "»",   "›",   "•",  " > ",
                                            " / ", " - ", " – ", " — " };
  GString *fields = g_string_new (text);

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    g_string_replace (fields, separators[i], "\n", 0);
  return g_string_free (fields, FALSE);
}

void
qsa_scrape_read_fields (QsaScrape *scrape, const char *text)
{
  g_auto (QsaByline) byline = { 0 };
  g_autofree char *split = NULL;
  g_auto (GStrv) fields = NULL;

  /* "مكان - اسم" is one field. */
  if (strchr (text, '|') == NULL
      && qsa_scrape_parse_byline (scrape, text, NULL, FALSE, &byline))
    {
      qsa_head_lines_apply_byline (&byline, scrape->outlets, scrape->article);
      return;
    }
  split = qsa_scrape_split_fields (text);
  fields = g_strsplit (split, "\n", MOST_FIELDS);
  for (guint i = 0; fields[i] != NULL; i++)
    qsa_scrape_read_field (scrape, fields[i]);
}

void
qsa_scrape_read_trail (QsaScrape *scrape, const char *text)
{
  g_autofree char *split = qsa_scrape_split_fields (text);
  g_auto (GStrv) steps = g_strsplit (split, "\n", MOST_FIELDS);
  guint n_steps = g_strv_length (steps);

  if (n_steps < 2 || n_steps > 4)
    return;
  for (guint i = n_steps; i > 1; i--)
    {
      const char *step = g_strstrip (steps[i - 1]);
      glong chars = g_utf8_strlen (step, -1);

      if (*step == '\0' || chars > 30 || g_strcmp0 (step, scrape->article->title) == 0)
        continue;
      qsa_fields_set_section (scrape->article, step, strlen (step), "trail", 0.85);
      return;
    }
}

void
qsa_scrape_read_issue_year (QsaScrape *scrape, const char *text)
{
  g_autofree char *split = qsa_scrape_split_fields (text);
  g_auto (GStrv) fields = g_strsplit (split, "\n", MOST_FIELDS);
  gboolean has_issue = FALSE;

  for (guint i = 0; fields[i] != NULL; i++)
    {
      QsaDate date = QSA_DATE_INIT;

      g_strstrip (fields[i]);
      if (g_str_has_prefix (fields[i], "العدد"))
        has_issue = TRUE;
      else if (has_issue && scrape->article->date.precision == QSA_DATE_NONE
               && qsa_date_parse_stamp (fields[i], -1, &date))
        {
          scrape->article->date = date;
          scrape->article->date_origin = QSA_DATE_ORIGIN_STAMP;
          qsa_article_set_rule (scrape->article, "date", "issue-line", 0.8);
        }
    }
}
