/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-citation.h"

#include <string.h>

#include "qsa-bidi-guard.h"
#include "qsa-fold.h"
#include "qsa-html.h"
#include "qsa-text-util.h"

#define SEPARATOR "، "
#define UNDATED "د.ت."

static const char *const style_names[] = {
  [QSA_CITATION_PLAIN] = "plain",
};

/* Egyptian and Gulf names: the system that most of the press prints, alone or beside its own. */
static const char *const months[] = {
  "يناير", "فبراير", "مارس",   "أبريل",  "مايو",   "يونيو",
  "يوليو", "أغسطس",  "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
};

/* The parts in their order; NULL when the article does not say. All owned. */
typedef struct
{
  char *author;
  char *title; /* in « » */
  char *outlet;
  char *date; /* never NULL */
  char *url;
} QsaReference;

static void
qsa_reference_clear (QsaReference *reference)
{
  g_free (reference->author);
  g_free (reference->title);
  g_free (reference->outlet);
  g_free (reference->date);
  g_free (reference->url);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QsaReference, qsa_reference_clear)

/* On one line, without direction marks: an embedding that a headline left open would reach into
 * what follows. NULL for nothing. */
static char *
qsa_reference_dup_part (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *squeezed = NULL;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_isspace (letter) || g_unichar_iscntrl (letter))
        g_string_append_c (line, ' ');
      else if (!((letter >= 0x202A && letter <= 0x202E)
                 || (letter >= 0x2066 && letter <= 0x2069)))
        g_string_append_unichar (line, letter);
    }

  squeezed = qsa_text_squeeze (line->str, (gssize) line->len);
  return *squeezed != '\0' ? g_steal_pointer (&squeezed) : NULL;
}

static char *
qsa_reference_dup_title (const char *title)
{
  g_autofree char *line = qsa_reference_dup_part (title);
  g_autofree char *quoted = qsa_quotation_normalise (line);

  return *quoted != '\0' ? g_steal_pointer (&quoted) : NULL;
}

/* White space would end the address where it is pasted; letters stay readable. */
static char *
qsa_reference_dup_url (const char *url)
{
  g_autofree char *line = qsa_reference_dup_part (url);

  if (line == NULL)
    return NULL;
  return g_uri_escape_string (
      line,
      G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS
      "%",
      TRUE);
}

/* Sites sign their own articles with their own name. */
static gboolean
qsa_reference_is_same_name (const char *a, const char *b)
{
  g_autofree char *one = a != NULL ? qsa_fold_text (a, -1) : NULL;
  g_autofree char *other = b != NULL ? qsa_fold_text (b, -1) : NULL;

  return one != NULL && other != NULL && g_str_equal (one, other);
}

static void
qsa_reference_init (QsaReference *reference, const QsaArticle *article)
{
  reference->author = qsa_reference_dup_part (article->author);
  reference->title = qsa_reference_dup_title (article->title);
  reference->outlet = qsa_reference_dup_part (article->outlet);
  reference->date = qsa_citation_format_date (&article->date);
  reference->url = qsa_reference_dup_url (article->url);

  /* The address says the domain already. */
  if (reference->outlet == NULL && reference->url == NULL)
    reference->outlet = qsa_reference_dup_part (article->domain);
  if (qsa_reference_is_same_name (reference->author, reference->outlet))
    g_clear_pointer (&reference->author, g_free);
}

static gboolean
qsa_reference_url_is_link (const char *url)
{
  return g_ascii_strncasecmp (url, "http://", 7) == 0
         || g_ascii_strncasecmp (url, "https://", 8) == 0;
}

/* Appends @part (taken) behind what is there; NULL is left out. */
static void
qsa_reference_append (GString *line, char *part)
{
  if (part == NULL)
    return;
  if (line->len > 0)
    g_string_append (line, SEPARATOR);
  g_string_append (line, part);
  g_free (part);
}

static char *
qsa_reference_part_to_text (const char *part)
{
  return part != NULL ? qsa_bidi_guard_part (part) : NULL;
}

static char *
qsa_reference_part_to_html (const char *part)
{
  g_autofree char *escaped = NULL;

  if (part == NULL)
    return NULL;
  escaped = qsa_html_escape (part);
  return g_strdup_printf ("<bdi>%s</bdi>", escaped);
}

static char *
qsa_reference_url_to_html (const char *url)
{
  g_autofree char *escaped = NULL;

  if (url == NULL)
    return NULL;
  escaped = qsa_html_escape (url);
  if (!qsa_reference_url_is_link (url))
    return g_strdup_printf ("<bdi dir=\"ltr\">%s</bdi>", escaped);
  return g_strdup_printf ("<a dir=\"ltr\" href=\"%s\">%s</a>", escaped, escaped);
}

gboolean
qsa_citation_style_from_string (const char *name, QsaCitationStyle *style)
{
  g_return_val_if_fail (style != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (style_names); i++)
    {
      if (g_strcmp0 (style_names[i], name) == 0)
        {
          *style = (QsaCitationStyle) i;
          return TRUE;
        }
    }
  return FALSE;
}

char *
qsa_citation_format_date (const QsaDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  if (date->precision == QSA_DATE_NONE || !qsa_date_is_valid (date))
    return g_strdup (UNDATED);

  switch (date->precision)
    {
    case QSA_DATE_DAY:
      return g_strdup_printf ("%d %s %d", date->day, months[date->month - 1], date->year);

    case QSA_DATE_MONTH:
      return g_strdup_printf ("%s %d", months[date->month - 1], date->year);

    case QSA_DATE_YEAR:
    case QSA_DATE_NONE:
    default:
      return g_strdup_printf ("%d", date->year);
    }
}

char *
qsa_citation_to_text (const QsaArticle *article, QsaCitationStyle style)
{
  g_auto (QsaReference) reference = { 0 };
  g_autoptr (GString) line = g_string_new (NULL);

  g_return_val_if_fail (article != NULL, NULL);
  g_return_val_if_fail ((gsize) style < G_N_ELEMENTS (style_names), NULL);

  qsa_reference_init (&reference, article);
  qsa_reference_append (line, qsa_reference_part_to_text (reference.author));
  qsa_reference_append (line, qsa_reference_part_to_text (reference.title));
  qsa_reference_append (line, qsa_reference_part_to_text (reference.outlet));
  qsa_reference_append (line, qsa_reference_part_to_text (reference.date));
  if (reference.url != NULL)
    qsa_reference_append (line, qsa_bidi_guard_address (reference.url));
  return qsa_bidi_guard_line (line->str);
}

char *
qsa_citation_to_html (const QsaArticle *article, QsaCitationStyle style)
{
  g_auto (QsaReference) reference = { 0 };
  g_autoptr (GString) line = g_string_new (NULL);

  g_return_val_if_fail (article != NULL, NULL);
  g_return_val_if_fail ((gsize) style < G_N_ELEMENTS (style_names), NULL);

  qsa_reference_init (&reference, article);
  qsa_reference_append (line, qsa_reference_part_to_html (reference.author));
  qsa_reference_append (line, qsa_reference_part_to_html (reference.title));
  qsa_reference_append (line, qsa_reference_part_to_html (reference.outlet));
  qsa_reference_append (line, qsa_reference_part_to_html (reference.date));
  qsa_reference_append (line, qsa_reference_url_to_html (reference.url));
  return g_strdup_printf ("<p dir=\"rtl\" lang=\"ar\">%s</p>", line->str);
}
