/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-command.h"

#include <glib/gi18n-lib.h>

#include "qsa-error.h"

void
qsa_cli_on_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;
  *kept = g_object_ref (result);
}

void
qsa_cli_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

QsaLibrary *
qsa_cli_open_library (QsaCliContext *cli, QsaLibraryFlags flags)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (!(flags & QSA_LIBRARY_CREATE)
      && !g_file_test (cli->library_path, G_FILE_TEST_EXISTS))
    {
      qsa_cli_print_error (
          _ ("There is no library at “%s”. “qusasat-cli import” makes one."),
          cli->library_path);
      return NULL;
    }
  qsa_library_open_async (cli->library_path, flags, NULL, qsa_cli_on_ready, &result);
  qsa_cli_wait (&result);
  QsaLibrary *library = qsa_library_open_finish (result, &error);
  if (library == NULL)
    qsa_cli_print_error ("%s", error->message);
  return library;
}

gboolean
qsa_cli_close_library (QsaLibrary *library)
{
  g_autoptr (QsaLibrary) owned = library;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_close_async (library, qsa_cli_on_ready, &result);
  qsa_cli_wait (&result);
  if (qsa_library_close_finish (library, result, &error))
    return TRUE;
  qsa_cli_print_error ("%s", error->message);
  return FALSE;
}

QsaArticle *
qsa_cli_load_article (QsaLibrary *library, gint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_load_article_async (library, id, NULL, qsa_cli_on_ready, &result);
  qsa_cli_wait (&result);
  QsaArticle *article = qsa_library_load_article_finish (library, result, &error);
  if (article == NULL)
    qsa_cli_print_error ("%s", error->message);
  return article;
}
