/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-dateline.h"

#include <string.h>

#include "qsa-byline.h"
#include "qsa-date-parser.h"
#include "qsa-fields.h"
#include "qsa-places.h"
#include "qsa-text-util.h"

#define LONGEST_DATELINE_BYTES 160
#define MOST_PIECES 4

void
qsa_dateline_clear (QsaDateline *dateline)
{
  g_clear_pointer (&dateline->place, g_free);
  g_clear_pointer (&dateline->agency, g_free);
}

/* The dash that ends a dateline, and the bytes that it and the blanks around it take. */
static const char *
qsa_dateline_find_dash (const char *text, gsize *dash_bytes)
{
  static const char *const dashes[] = { " - ", " – ", " — ",  " ـ ",
                                        ")- ", "-- ", ")-- ", "- " };
  gsize limit = strcspn (text, "\n");
  const char *first = NULL;

  limit = MIN (limit, LONGEST_DATELINE_BYTES);
  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *found = g_strstr_len (text, (gssize) limit, dashes[i]);
      gsize bracket_bytes = dashes[i][0] == ')' ? 1 : 0;

      if (found != NULL && (first == NULL || found + bracket_bytes < first))
        {
          first = found + bracket_bytes;
          *dash_bytes = strlen (dashes[i]) - bracket_bytes;
        }
    }
  return first;
}

/* Takes "(…)" off the end of @head. */
static char *
qsa_dateline_take_bracket (char *head)
{
  char *open;
  char *close;

  g_strchomp (head);
  if (!g_str_has_suffix (head, ")"))
    return NULL;
  open = strrchr (head, '(');
  if (open == NULL)
    return NULL;
  close = head + strlen (head) - 1;
  *close = '\0';
  *open = '\0';
  g_strchomp (head);
  return qsa_text_squeeze (open + 1, -1);
}

static guint
qsa_dateline_count_words (const char *text)
{
  guint n = *text != '\0';

  for (const char *p = text; *p != '\0'; p++)
    n += *p == ' ';
  return n;
}

/* "مكان", "مكان، بلد", "مكان، تاريخ": the pieces before the dash. */
static gboolean
qsa_dateline_read_pieces (const char *head, gboolean has_agency, QsaDateline *dateline)
{
  g_auto (GStrv) pieces = g_strsplit (head, "،", MOST_PIECES);
  gboolean certain = has_agency;

  if (pieces[0] == NULL)
    return FALSE;
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_autofree char *piece = qsa_text_squeeze (pieces[i], -1);
      QsaDate date = QSA_DATE_INIT;

      if (qsa_places_contain (piece))
        certain = TRUE;
      else if (i > 0 && qsa_date_parse_stamp (piece, -1, &date))
        dateline->date = date;
      else if (qsa_dateline_count_words (piece) > (i == 0 ? 3 : 5))
        return FALSE;
      if (i == 0)
        dateline->place = g_steal_pointer (&piece);
    }
  return certain && *dateline->place != '\0';
}

/* An unknown place is believed beside an agency, when it has the form of a name. */
static gboolean
qsa_dateline_place_is_sound (const char *place, QsaOutletTable *outlets)
{
  if (qsa_places_contain (place))
    return TRUE;
  for (const char *p = place; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (!g_unichar_isalpha (letter) && !g_unichar_ismark (letter) && letter != ' ')
        return FALSE;
    }
  return !qsa_byline_is_organisation (place, outlets);
}

gboolean
qsa_dateline_parse (const char *text, QsaOutletTable *outlets, QsaDateline *dateline)
{
  gsize dash_bytes = 0;
  const char *dash = qsa_dateline_find_dash (text, &dash_bytes);
  g_autofree char *head = NULL;

  *dateline = (QsaDateline){ .date = QSA_DATE_INIT };
  if (dash == NULL || dash == text)
    return FALSE;

  head = g_strndup (text, (gsize) (dash - text));
  dateline->agency = qsa_dateline_take_bracket (head);
  dateline->end_byte = (gsize) (dash - text) + dash_bytes;
  if (dateline->agency != NULL
      && (qsa_dateline_count_words (dateline->agency) > 4
          || !g_unichar_isalpha (g_utf8_get_char (dateline->agency))))
    return FALSE;
  return qsa_dateline_read_pieces (head, dateline->agency != NULL, dateline)
         && qsa_dateline_place_is_sound (dateline->place, outlets);
}

void
qsa_dateline_apply (QsaArticle *article, QsaOutletTable *outlets)
{
  g_auto (QsaDateline) dateline = { 0 };

  if (!qsa_dateline_parse (article->body, outlets, &dateline))
    return;
  qsa_fields_set_place (article, dateline.place, strlen (dateline.place), "dateline",
                        0.85);
  qsa_fields_credit_organisation (article, outlets, dateline.agency, "dateline", 0.85);
  if (article->date.precision == QSA_DATE_NONE && dateline.date.precision == QSA_DATE_DAY)
    {
      article->date = dateline.date;
      article->date_origin = QSA_DATE_ORIGIN_DATELINE;
      qsa_article_set_rule (article, "date", "dateline", 0.85);
    }
}
