/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reference-copy.h"

#include "qsa-citation.h"
#include "qsa-clipboard.h"

typedef struct
{
  QsaLibrary *library; /* owned */
  GArray *ids;         /* owned */
  guint next;
  GString *text; /* owned */
  GString *html; /* owned */
} QsaReferenceCopy;

static void
qsa_reference_copy_free (gpointer data)
{
  QsaReferenceCopy *copy = data;

  g_object_unref (copy->library);
  g_array_unref (copy->ids);
  g_string_free (copy->text, TRUE);
  g_string_free (copy->html, TRUE);
  g_free (copy);
}

static GdkContentProvider *
qsa_reference_copy_make_provider (QsaReferenceCopy *copy)
{
  g_autoptr (GBytes) html = g_bytes_new (copy->html->str, copy->html->len);
  GdkContentProvider *flavours[] = {
    qsa_clipboard_new_text (copy->text->str),
    gdk_content_provider_new_for_bytes ("text/html", html),
  };

  return gdk_content_provider_new_union (flavours, G_N_ELEMENTS (flavours));
}

static void
qsa_reference_copy_add (QsaReferenceCopy *copy, const QsaArticle *article)
{
  g_autofree char *text = qsa_citation_to_text (article, QSA_CITATION_PLAIN);
  g_autofree char *html = qsa_citation_to_html (article, QSA_CITATION_PLAIN);

  if (copy->text->len > 0)
    g_string_append_c (copy->text, '\n');
  g_string_append (copy->text, text);
  g_string_append (copy->html, html);
}

static void qsa_reference_copy_next (GTask *task);

static void
qsa_reference_copy_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  QsaReferenceCopy *copy = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (QsaArticle)
      article = qsa_library_load_article_finish (QSA_LIBRARY (source), result, &error);

  if (article == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  qsa_reference_copy_add (copy, article);
  if (copy->next < copy->ids->len)
    qsa_reference_copy_next (task);
  else
    g_task_return_pointer (task, qsa_reference_copy_make_provider (copy), g_object_unref);
}

static void
qsa_reference_copy_next (GTask *task)
{
  QsaReferenceCopy *copy = g_task_get_task_data (task);
  gint64 id = g_array_index (copy->ids, gint64, copy->next++);

  qsa_library_load_article_async (copy->library, id, g_task_get_cancellable (task),
                                  qsa_reference_copy_loaded, g_object_ref (task));
}

void
qsa_reference_copy_async (QsaLibrary *library, GArray *ids, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  QsaReferenceCopy *copy;

  g_return_if_fail (QSA_IS_LIBRARY (library));
  g_return_if_fail (ids != NULL && ids->len > 0);

  task = g_task_new (library, cancellable, callback, user_data);
  g_task_set_source_tag (task, qsa_reference_copy_async);
  copy = g_new0 (QsaReferenceCopy, 1);
  copy->library = g_object_ref (library);
  copy->ids = g_array_copy (ids);
  copy->text = g_string_new (NULL);
  copy->html = g_string_new (NULL);
  g_task_set_task_data (task, copy, qsa_reference_copy_free);
  qsa_reference_copy_next (task);
}

GdkContentProvider *
qsa_reference_copy_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
