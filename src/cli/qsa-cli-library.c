/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-command.h"

#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "qsa-error.h"

#define QSA_CLI_INDEX_PATIENCE_US (60 * G_TIME_SPAN_SECOND)

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

static gboolean
qsa_cli_on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
qsa_cli_print_index_progress (double progress)
{
  g_autofree char *line = g_strdup_printf (
      _ ("The search index is being made anew: %u %%"), (guint) (progress * 100));

  if (isatty (STDERR_FILENO))
    g_printerr ("\r%s", line);
}

/* Until it is whole, or nothing has moved for a minute: then whoever searches is told. */
void
qsa_cli_wait_for_index (QsaLibrary *library)
{
  double progress = qsa_library_get_index_progress (library);
  gint64 moved_us = g_get_monotonic_time ();
  guint tick;

  if (progress >= 1 || qsa_library_get_read_only (library))
    return;
  tick = g_timeout_add (1000, qsa_cli_on_tick, NULL);
  while (progress < 1 && g_get_monotonic_time () - moved_us < QSA_CLI_INDEX_PATIENCE_US)
    {
      double now = qsa_library_get_index_progress (library);

      if (now != progress)
        moved_us = g_get_monotonic_time ();
      progress = now;
      qsa_cli_print_index_progress (progress);
      if (progress < 1)
        g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (tick);
  if (isatty (STDERR_FILENO))
    g_printerr ("\n");
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
