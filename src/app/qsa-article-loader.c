/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-article-loader.h"

struct _QsaArticleLoader
{
  QsaArticleLoaderFunc func; /* NULL once freed: an answer may still be under way */
  gpointer user_data;
  GCancellable *wanted; /* of the load whose answer counts; NULL when none does */
};

typedef struct
{
  QsaArticleLoader *loader;  /* a reference */
  GCancellable *cancellable; /* owned */
  gboolean again;
} QsaArticleLoad;

static void
qsa_article_load_free (QsaArticleLoad *load)
{
  g_rc_box_release (load->loader);
  g_object_unref (load->cancellable);
  g_free (load);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaArticleLoad, qsa_article_load_free)

static void
qsa_article_loader_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaArticleLoad) load = user_data;
  QsaArticleLoader *loader = load->loader;
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaArticle)
      article = qsa_library_load_article_finish (QSA_LIBRARY (source), result, &error);

  if (load->cancellable != loader->wanted)
    return;
  g_clear_object (&loader->wanted);
  loader->func (g_steal_pointer (&article), error, load->again, loader->user_data);
}

QsaArticleLoader *
qsa_article_loader_new (QsaArticleLoaderFunc func, gpointer user_data)
{
  QsaArticleLoader *loader;

  g_return_val_if_fail (func != NULL, NULL);

  loader = g_rc_box_new0 (QsaArticleLoader);
  loader->func = func;
  loader->user_data = user_data;
  return loader;
}

void
qsa_article_loader_free (QsaArticleLoader *loader)
{
  if (loader == NULL)
    return;
  qsa_article_loader_cancel (loader);
  loader->func = NULL;
  g_rc_box_release (loader);
}

void
qsa_article_loader_load (QsaArticleLoader *loader, QsaLibrary *library, gint64 id,
                         gboolean again)
{
  QsaArticleLoad *load;

  g_return_if_fail (loader != NULL);
  g_return_if_fail (QSA_IS_LIBRARY (library));

  qsa_article_loader_cancel (loader);
  loader->wanted = g_cancellable_new ();
  load = g_new0 (QsaArticleLoad, 1);
  load->loader = g_rc_box_acquire (loader);
  load->cancellable = g_object_ref (loader->wanted);
  load->again = again;
  qsa_library_load_article_async (library, id, loader->wanted,
                                  qsa_article_loader_answered, load);
}

void
qsa_article_loader_cancel (QsaArticleLoader *loader)
{
  g_return_if_fail (loader != NULL);

  g_cancellable_cancel (loader->wanted);
  g_clear_object (&loader->wanted);
}
