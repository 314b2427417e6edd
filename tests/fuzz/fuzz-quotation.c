/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a selection and as every field of an article: what goes to the clipboard is valid UTF-8,
 * a reference stays on one line, the HTML has no markup but ours. */

#include "qsa-citation.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Our markup is lower-case letters; all else was escaped. */
static void
check_html (const char *html)
{
  static const char *const tags[] = { "p",    "p dir=\"rtl\" lang=\"ar\"",
                                      "/p",   "p dir=\"ltr\"",
                                      "bdi",  "bdi dir=\"ltr\"",
                                      "/bdi", "blockquote dir=\"rtl\" lang=\"ar\"",
                                      "/a",   "/blockquote" };

  g_assert (g_utf8_validate (html, -1, NULL));
  for (const char *p = strchr (html, '<'); p != NULL; p = strchr (p + 1, '<'))
    {
      const char *end = strchr (p, '>');
      gboolean known = g_str_has_prefix (p, "<a dir=\"ltr\" href=\"http");

      g_assert (end != NULL);
      for (gsize i = 0; !known && i < G_N_ELEMENTS (tags); i++)
        known = strlen (tags[i]) == (gsize) (end - p - 1)
                && memcmp (tags[i], p + 1, (gsize) (end - p - 1)) == 0;
      g_assert (known);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (QsaArticle) article = qsa_article_new ();
  g_autofree char *selection = g_strndup ((const char *) data, size);
  g_autofree char *normal = qsa_quotation_normalise (selection);
  g_autofree char *reference = NULL;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  article->author = g_utf8_make_valid (selection, -1);
  article->title = g_utf8_make_valid (selection, -1);
  article->url = g_utf8_make_valid (selection, -1);
  article->domain = g_utf8_make_valid (selection, -1);

  reference = qsa_citation_to_text (article, QSA_CITATION_PLAIN);
  text = qsa_quotation_to_text (article, selection, QSA_CITATION_PLAIN);
  html = qsa_quotation_to_html (article, selection, QSA_CITATION_PLAIN);

  g_assert (g_utf8_validate (normal, -1, NULL));
  g_assert (*normal == '\0' || g_str_has_prefix (normal, "«"));
  g_assert (g_utf8_validate (reference, -1, NULL));
  g_assert (strpbrk (reference, "\n\r") == NULL);
  g_assert (g_str_has_suffix (text, reference));
  check_html (html);
  return 0;
}
