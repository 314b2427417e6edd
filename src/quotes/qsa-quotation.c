/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-citation.h"

#include <string.h>

#include "qsa-bidi-guard.h"
#include "qsa-bidi.h"
#include "qsa-html.h"
#include "qsa-quote-marks.h"

/* A selection with its marks found. */
typedef struct
{
  const char *text; /* borrowed */
  gsize start_byte; /* without outer white space */
  gsize end_byte;
  GArray *marks; /* owned: QsaQuoteMark, offsets from start_byte */
  gboolean
      enclosed; /* the first mark and its partner enclose all but closing punctuation */
} QsaQuotation;

static gsize
qsa_quotation_skip_space (const char *text, gsize start_byte, gsize end_byte)
{
  while (start_byte < end_byte && g_unichar_isspace (g_utf8_get_char (text + start_byte)))
    start_byte = (gsize) (g_utf8_next_char (text + start_byte) - text);
  return start_byte;
}

static gsize
qsa_quotation_skip_space_back (const char *text, gsize start_byte, gsize end_byte)
{
  while (end_byte > start_byte)
    {
      const char *last = g_utf8_prev_char (text + end_byte);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end_byte = (gsize) (last - text);
    }
  return end_byte;
}

/* What may stand behind the closing mark of a quotation that is all of the selection. */
static gboolean
qsa_quotation_is_closing_punctuation (const char *text, gsize n_bytes)
{
  for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char (p))
    if (g_utf8_strchr (".،,؛;!؟?…", -1, g_utf8_get_char (p)) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
qsa_quotation_is_enclosed (const QsaQuotation *quotation)
{
  const QsaQuoteMark *first;
  const QsaQuoteMark *last;
  gsize end_byte = quotation->end_byte - quotation->start_byte;

  if (quotation->marks->len == 0)
    return FALSE;

  first = &g_array_index (quotation->marks, QsaQuoteMark, 0);
  if (first->start_byte > 0 || first->role != QSA_MARK_OPENS)
    return FALSE;

  last = &g_array_index (quotation->marks, QsaQuoteMark, first->partner);
  return qsa_quotation_is_closing_punctuation (quotation->text + quotation->start_byte
                                                   + last->end_byte,
                                               end_byte - last->end_byte);
}

/* What a mark becomes inside « »; NULL: it stays as printed. */
static const char *
qsa_quotation_inner_mark (const QsaQuoteMark *mark)
{
  switch (mark->role)
    {
    case QSA_MARK_OPENS:
    case QSA_MARK_CONTINUES:
      return "“";

    case QSA_MARK_CLOSES:
      return "”";

    case QSA_MARK_ALONE:
    default:
      /* A single « inside would read as the end of the quotation before it began. */
      if (mark->family == QSA_MARK_FAMILY_GUILLEMET)
        return mark->shape == QSA_MARK_SHAPE_OPENING ? "“" : "”";
      return NULL;
    }
}

/* The marks of the whole quotation itself: « and » take their place. */
static gboolean
qsa_quotation_is_outer (const QsaQuotation *quotation, guint index)
{
  const QsaQuoteMark *mark = &g_array_index (quotation->marks, QsaQuoteMark, index);

  return quotation->enclosed
         && (index == 0
             || (mark->partner == 0
                 && (mark->role == QSA_MARK_CLOSES || mark->role == QSA_MARK_CONTINUES)));
}

/* The text between two offsets, its marks turned, into @out. */
static void
qsa_quotation_append_range (const QsaQuotation *quotation, gsize from_byte, gsize to_byte,
                            GString *out)
{
  const char *text = quotation->text + quotation->start_byte;
  gsize done_byte = from_byte;

  for (guint i = 0; i < quotation->marks->len; i++)
    {
      const QsaQuoteMark *mark = &g_array_index (quotation->marks, QsaQuoteMark, i);
      const char *turned = qsa_quotation_inner_mark (mark);

      if (mark->start_byte < from_byte || mark->end_byte > to_byte)
        continue;
      if (turned == NULL && !qsa_quotation_is_outer (quotation, i))
        continue;
      g_string_append_len (out, text + done_byte,
                           (gssize) (mark->start_byte - done_byte));
      if (!qsa_quotation_is_outer (quotation, i))
        g_string_append (out, turned);
      done_byte = mark->end_byte;
    }
  g_string_append_len (out, text + done_byte, (gssize) (to_byte - done_byte));
}

char *
qsa_quotation_normalise (const char *selection)
{
  g_autofree char *valid = g_utf8_make_valid (selection != NULL ? selection : "", -1);
  g_autoptr (GArray) marks = NULL;
  g_autoptr (GString) out = g_string_new ("«");
  QsaQuotation quotation = { .text = valid };
  gsize from_byte = 0;
  gsize to_byte;
  gsize tail_byte;

  quotation.start_byte = qsa_quotation_skip_space (valid, 0, strlen (valid));
  quotation.end_byte = qsa_quotation_skip_space_back (valid, quotation.start_byte,
                                                      strlen (valid));
  to_byte = tail_byte = quotation.end_byte - quotation.start_byte;
  quotation.marks = marks = qsa_quote_marks_find (valid + quotation.start_byte, to_byte);
  quotation.enclosed = qsa_quotation_is_enclosed (&quotation);

  if (quotation.enclosed)
    {
      const QsaQuoteMark *first = &g_array_index (marks, QsaQuoteMark, 0);
      const QsaQuoteMark *last = &g_array_index (marks, QsaQuoteMark, first->partner);
      const char *text = valid + quotation.start_byte;

      tail_byte = last->end_byte;
      from_byte = qsa_quotation_skip_space (text, first->end_byte, last->start_byte);
      to_byte = qsa_quotation_skip_space_back (text, from_byte, last->start_byte);
    }
  if (from_byte == to_byte)
    return g_strdup ("");

  qsa_quotation_append_range (&quotation, from_byte, to_byte, out);
  g_string_append (out, "»");
  g_string_append_len (out, valid + quotation.start_byte + tail_byte,
                       (gssize) (quotation.end_byte - quotation.start_byte - tail_byte));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
qsa_quotation_to_text (const QsaArticle *article, const char *selection,
                       QsaCitationStyle style)
{
  g_autofree char *quotation = NULL;
  g_autofree char *reference = NULL;
  g_auto (GStrv) paragraphs = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (article != NULL, NULL);

  quotation = qsa_quotation_normalise (selection);
  if (*quotation == '\0')
    return qsa_citation_to_text (article, style);

  paragraphs = g_strsplit (quotation, "\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *guarded = qsa_bidi_guard_paragraph (paragraphs[i]);

      g_string_append_printf (text, "%s\n", guarded);
    }

  reference = qsa_citation_to_text (article, style);
  g_string_append_printf (text, "— %s", reference);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
qsa_quotation_to_html (const QsaArticle *article, const char *selection,
                       QsaCitationStyle style)
{
  g_autofree char *quotation = NULL;
  g_autofree char *reference = NULL;
  g_auto (GStrv) paragraphs = NULL;
  g_autoptr (GString) html = g_string_new ("<blockquote dir=\"rtl\" lang=\"ar\">");

  g_return_val_if_fail (article != NULL, NULL);

  quotation = qsa_quotation_normalise (selection);
  if (*quotation == '\0')
    return qsa_citation_to_html (article, style);

  paragraphs = g_strsplit (quotation, "\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *escaped = qsa_html_escape (paragraphs[i]);
      gboolean ltr = qsa_direction_of (paragraphs[i], -1) == QSA_DIRECTION_LTR;

      if (paragraphs[i][strspn (paragraphs[i], " \t\r")] != '\0')
        g_string_append_printf (html, "<p%s>%s</p>", ltr ? " dir=\"ltr\"" : "", escaped);
    }

  reference = qsa_citation_to_html (article, style);
  g_string_append_printf (html, "</blockquote>%s", reference);
  return g_string_free (g_steal_pointer (&html), FALSE);
}
