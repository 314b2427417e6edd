/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-searcher.h"

struct _QsaSearcher
{
  GObject parent_instance;

  /* Owned */
  QsaLibrary *library;
  QsaSearchRequest *request;  /* the question now */
  QsaSearchRequest *answered; /* the question of the last answer */
  GCancellable *cancellable;  /* of the running search, NULL when none runs */

  guint start_source;
  gboolean renew_after;
};

enum
{
  PROP_0,
  PROP_SEARCHING,
  N_PROPS,
};

enum
{
  QSA_SEARCHER_ANSWERED,
  QSA_SEARCHER_FAILED,
  QSA_SEARCHER_N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[QSA_SEARCHER_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaSearcher, qsa_searcher, G_TYPE_OBJECT)

static void
qsa_searcher_set_request (QsaSearchRequest **slot, QsaSearchRequest *request)
{
  qsa_search_request_ref (request);
  g_clear_pointer (slot, qsa_search_request_unref);
  *slot = request;
}

static void
qsa_searcher_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SEARCHING:
      g_value_set_boolean (value, qsa_searcher_get_searching (QSA_SEARCHER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_searcher_dispose (GObject *object)
{
  QsaSearcher *self = QSA_SEARCHER (object);

  qsa_searcher_stop (self);
  g_clear_object (&self->library);
  g_clear_pointer (&self->answered, qsa_search_request_unref);
  G_OBJECT_CLASS (qsa_searcher_parent_class)->dispose (object);
}

static void
qsa_searcher_class_init (QsaSearcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qsa_searcher_dispose;
  object_class->get_property = qsa_searcher_get_property;

  properties[PROP_SEARCHING] = g_param_spec_boolean (
      "searching", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[QSA_SEARCHER_ANSWERED] =
      g_signal_new ("answered", QSA_TYPE_SEARCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[QSA_SEARCHER_FAILED] = g_signal_new ("failed", QSA_TYPE_SEARCHER,
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
qsa_searcher_init (QsaSearcher *self)
{
}

QsaSearcher *
qsa_searcher_new (QsaLibrary *library)
{
  QsaSearcher *self;

  g_return_val_if_fail (QSA_IS_LIBRARY (library), NULL);

  self = g_object_new (QSA_TYPE_SEARCHER, NULL);
  self->library = g_object_ref (library);
  return self;
}

static void
qsa_searcher_take_answer (QsaSearcher *self, QsaResult *answer, const GError *error)
{
  gboolean renewal;

  if (answer == NULL)
    {
      g_signal_emit (self, signals[QSA_SEARCHER_FAILED], 0, error->message);
      return;
    }
  renewal = self->answered == self->request;
  qsa_searcher_set_request (&self->answered, self->request);
  g_signal_emit (self, signals[QSA_SEARCHER_ANSWERED], 0, answer, renewal);
}

static void
qsa_searcher_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaSearcher) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaResult)
      answer = qsa_library_search_finish (QSA_LIBRARY (source), result, &error);

  /* Cancelled: a newer question has taken its place, or nobody asks any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->request == NULL)
    return;
  if (answer != NULL && qsa_result_get_request (answer) != self->request)
    return;

  g_clear_object (&self->cancellable);
  qsa_searcher_take_answer (self, answer, error);
  if (self->renew_after)
    qsa_searcher_renew (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static gboolean
qsa_searcher_start (gpointer user_data)
{
  QsaSearcher *self = QSA_SEARCHER (user_data);

  self->start_source = 0;
  self->renew_after = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  qsa_library_search_async (self->library, self->request, self->cancellable,
                            qsa_searcher_done, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
qsa_searcher_start_soon (QsaSearcher *self)
{
  if (self->start_source != 0)
    return;
  /* Before the next frame is drawn, so that no keystroke waits for one. */
  self->start_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, qsa_searcher_start, self,
                                        NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

void
qsa_searcher_ask (QsaSearcher *self, QsaSearchRequest *request)
{
  g_return_if_fail (QSA_IS_SEARCHER (self));
  g_return_if_fail (request != NULL);

  qsa_searcher_set_request (&self->request, request);
  g_cancellable_cancel (self->cancellable);
  qsa_searcher_start_soon (self);
}

void
qsa_searcher_renew (QsaSearcher *self)
{
  g_return_if_fail (QSA_IS_SEARCHER (self));

  if (self->request == NULL)
    return;
  if (self->cancellable != NULL)
    self->renew_after = TRUE;
  else
    qsa_searcher_start_soon (self);
}

gboolean
qsa_searcher_get_searching (QsaSearcher *self)
{
  g_return_val_if_fail (QSA_IS_SEARCHER (self), FALSE);

  return self->start_source != 0 || self->cancellable != NULL;
}

void
qsa_searcher_stop (QsaSearcher *self)
{
  g_return_if_fail (QSA_IS_SEARCHER (self));

  g_clear_handle_id (&self->start_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->request, qsa_search_request_unref);
}
