/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-clipboard.h"

#include <string.h>

/* Without it LibreOffice and others take the bytes of text/html for the locale's or Latin-1. */
#define HTML_ENCODING \
  "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\">"

GdkContentProvider *
qsa_clipboard_new_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return gdk_content_provider_new_typed (G_TYPE_STRING, text);
}

static GdkContentProvider *
qsa_clipboard_new_text_and_html (const char *text, const char *fragment)
{
  char *html = g_strconcat (HTML_ENCODING, fragment, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *flavours[] = {
    qsa_clipboard_new_text (text),
    gdk_content_provider_new_for_bytes ("text/html", bytes),
  };

  return gdk_content_provider_new_union (flavours, G_N_ELEMENTS (flavours));
}

GdkContentProvider *
qsa_clipboard_new_quotation (const QsaArticle *article, const char *selection,
                             QsaCitationStyle style)
{
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  g_return_val_if_fail (article != NULL, NULL);
  g_return_val_if_fail (selection != NULL, NULL);

  text = qsa_quotation_to_text (article, selection, style);
  html = qsa_quotation_to_html (article, selection, style);
  return qsa_clipboard_new_text_and_html (text, html);
}

GdkContentProvider *
qsa_clipboard_new_reference (const QsaArticle *article, QsaCitationStyle style)
{
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  g_return_val_if_fail (article != NULL, NULL);

  text = qsa_citation_to_text (article, style);
  html = qsa_citation_to_html (article, style);
  return qsa_clipboard_new_text_and_html (text, html);
}
