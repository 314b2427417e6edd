/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-extract.h"

#include <glib/gi18n-lib.h>

#include "qsa-emitter.h"
#include "qsa-error.h"
#include "qsa-html-reader.h"
#include "qsa-input.h"
#include "qsa-json-reader.h"
#include "qsa-scrape-reader.h"
#include "qsa-trec-reader.h"

/* One page is never this large; a file that is holds something else. Pages carry scripts and
 * embedded pictures, plain text does not. */
#define LARGEST_SCRAPE_MB 4
#define LARGEST_PAGE_MB 32

static gboolean
qsa_extract_check_size (QsaInput *input, guint largest_mb, GError **error)
{
  g_autofree char *name = NULL;

  if (g_bytes_get_size (input->original) <= (gsize) largest_mb * 1024 * 1024)
    return TRUE;
  name = qsa_input_display_name (input->path);
  g_set_error (error, QSA_ERROR, QSA_ERROR_TOO_LARGE,
               /* Translators: file name, then a number of megabytes */
               _ ("“%s” is larger than %u MB, too large for one article."), name,
               largest_mb);
  return FALSE;
}

static gboolean
qsa_extract_check_found (QsaEmitter *emitter, GError **error)
{
  g_autofree char *name = NULL;

  if (emitter->n_candidates > 0 || emitter->stopped)
    return TRUE;
  name = qsa_input_display_name (emitter->input->path);
  g_set_error (error, QSA_ERROR, QSA_ERROR_NO_ARTICLE, _ ("“%s” holds no article."),
               name);
  return FALSE;
}

static gboolean
qsa_extract_dispatch (QsaEmitter *emitter, GError **error)
{
  QsaInput *input = emitter->input;
  QsaFormat format = qsa_extract_detect_format (input->path, (const guint8 *) input->data,
                                                input->data_bytes);

  switch (format)
    {
    case QSA_FORMAT_TREC:
      qsa_trec_read (emitter);
      return TRUE;
    case QSA_FORMAT_JSON:
    case QSA_FORMAT_JSON_LINES:
      return qsa_json_read (emitter, error);
    case QSA_FORMAT_HTML:
      return qsa_extract_check_size (input, LARGEST_PAGE_MB, error)
             && qsa_html_read (emitter, error);
    case QSA_FORMAT_SCRAPE:
    case QSA_FORMAT_UNKNOWN:
    default:
      return qsa_extract_check_size (input, LARGEST_SCRAPE_MB, error)
             && qsa_scrape_read (emitter, error);
    }
}

static gboolean
qsa_extract_input (QsaInput *input, QsaOutletTable *outlets, QsaCandidateFunc func,
                   gpointer user_data, GCancellable *cancellable, GError **error)
{
  QsaEmitter emitter = {
    .input = input,
    .outlets = outlets,
    .func = func,
    .user_data = user_data,
    .cancellable = cancellable,
  };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!qsa_extract_dispatch (&emitter, error))
    return FALSE;
  if (!emitter.stopped && g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return qsa_extract_check_found (&emitter, error);
}

gboolean
qsa_extract_file (const char *path, QsaOutletTable *outlets, QsaCandidateFunc func,
                  gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (QsaInput) input = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  input = qsa_input_open (path, error);
  return input != NULL
         && qsa_extract_input (input, outlets, func, user_data, cancellable, error);
}

gboolean
qsa_extract_bytes (GBytes *bytes, const char *path, QsaOutletTable *outlets,
                   QsaCandidateFunc func, gpointer user_data, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (QsaInput) input = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  input = qsa_input_new (bytes, path, error);
  return input != NULL
         && qsa_extract_input (input, outlets, func, user_data, cancellable, error);
}
