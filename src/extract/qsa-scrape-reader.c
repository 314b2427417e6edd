/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-scrape-reader.h"

#include <glib/gi18n-lib.h>

#include "qsa-error.h"
#include "qsa-scrape.h"

static QsaArticle *
qsa_scrape_make_article (QsaEmitter *emitter, const QsaSlice *slice)
{
  g_autoptr (QsaArticle) article = qsa_article_new ();
  g_autoptr (QsaScrape) scrape = NULL;

  article->source_path = g_strdup (emitter->input->path);
  scrape = qsa_scrape_new (slice->text, slice->text_bytes, article, emitter->outlets);
  qsa_scrape_find_outlet (scrape);
  qsa_scrape_find_title (scrape);
  qsa_scrape_find_captions (scrape);
  qsa_scrape_read_head (scrape);
  qsa_scrape_read_body (scrape);
  qsa_scrape_assemble (scrape);
  return g_steal_pointer (&article);
}

gboolean
qsa_scrape_read (QsaEmitter *emitter, GError **error)
{
  g_autoptr (QsaCandidate) candidate = qsa_emitter_begin (emitter, 0);
  g_auto (QsaSlice) slice = { 0 };

  if (!qsa_input_slice (emitter->input, 0, emitter->input->data_bytes, &slice, error))
    return FALSE;
  qsa_emitter_note_slice (candidate, &slice);
  qsa_emitter_set_raw (emitter, candidate, 0, emitter->input->data_bytes);
  candidate->article = qsa_scrape_make_article (emitter, &slice);
  if (candidate->article->title == NULL && candidate->article->body_bytes == 0)
    {
      g_autofree char *name = qsa_input_display_name (emitter->input->path);

      g_set_error (error, QSA_ERROR, QSA_ERROR_NO_ARTICLE, _ ("“%s” holds no article."),
                   name);
      return FALSE;
    }
  qsa_emitter_emit (emitter, g_steal_pointer (&candidate));
  return TRUE;
}
