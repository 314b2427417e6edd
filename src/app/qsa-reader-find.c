/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-find.h"

#include <glib/gi18n.h>

#include "qsa-text-util.h"

struct _QsaReaderFind
{
  GtkWidget parent_instance;

  /* Template */
  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkLabel *note;

  /* Owned */
  QsaLibrary *library;
  QsaMatcher *matcher;
  GCancellable *cancellable; /* of the question under way; NULL when there is none */
};

enum
{
  QSA_READER_FIND_CHANGED,
  QSA_READER_FIND_N_SIGNALS,
};

static guint signals[QSA_READER_FIND_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaReaderFind, qsa_reader_find, GTK_TYPE_WIDGET)

static void
qsa_reader_find_emit_changed (QsaReaderFind *self)
{
  g_signal_emit (self, signals[QSA_READER_FIND_CHANGED], 0);
}

static void
qsa_reader_find_take_matcher (QsaReaderFind *self, QsaMatcher *matcher)
{
  g_clear_pointer (&self->matcher, qsa_matcher_unref);
  self->matcher = matcher != NULL ? qsa_matcher_ref (matcher) : NULL;
  qsa_reader_find_emit_changed (self);
}

static void
qsa_reader_find_cancel (QsaReaderFind *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

typedef struct
{
  QsaReaderFind *self;       /* owned */
  GCancellable *cancellable; /* owned; tells whether the answer is still wanted */
} QsaReaderQuestion;

static void
qsa_reader_question_free (QsaReaderQuestion *question)
{
  g_object_unref (question->self);
  g_object_unref (question->cancellable);
  g_free (question);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaReaderQuestion, qsa_reader_question_free)

static void
qsa_reader_find_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaReaderQuestion) question = user_data;
  QsaReaderFind *self = question->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaResult)
      answer = qsa_library_search_finish (QSA_LIBRARY (source), result, &error);

  if (question->cancellable != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (answer != NULL)
    {
      qsa_reader_find_take_matcher (self, qsa_result_get_matcher (answer));
      return;
    }
  qsa_reader_find_take_matcher (self, NULL);
  gtk_label_set_text (self->note, error->message);
}

/* The library is asked as the search is: it alone knows the forms of its words. */
static void
qsa_reader_find_ask (QsaReaderFind *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (QsaQuery) query = NULL;
  g_autoptr (QsaFilter) filter = NULL;
  g_autoptr (QsaSearchRequest) request = NULL;
  QsaReaderQuestion *question;

  g_assert (QSA_IS_READER_FIND (self));

  qsa_reader_find_cancel (self);
  if (!qsa_reader_find_get_active (self) || self->library == NULL)
    {
      qsa_reader_find_take_matcher (self, NULL);
      return;
    }
  query = qsa_query_parse (text, QSA_REACH_DEFAULT, TRUE);
  filter = qsa_filter_new ();
  request = qsa_search_request_new (query, filter, QSA_SORT_NEWEST);
  self->cancellable = g_cancellable_new ();
  question = g_new0 (QsaReaderQuestion, 1);
  question->self = g_object_ref (self);
  question->cancellable = g_object_ref (self->cancellable);
  qsa_library_search_async (self->library, request, self->cancellable,
                            qsa_reader_find_answered, question);
}

static void
qsa_reader_find_mode_changed (QsaReaderFind *self)
{
  g_assert (QSA_IS_READER_FIND (self));

  if (!gtk_search_bar_get_search_mode (self->bar))
    gtk_widget_activate_action (GTK_WIDGET (self), "reader.focus-page", NULL);
  qsa_reader_find_ask (self);
}

static void
qsa_reader_find_activated (QsaReaderFind *self)
{
  g_assert (QSA_IS_READER_FIND (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "reader.next-hit", NULL);
}

static void
qsa_reader_find_dispose (GObject *object)
{
  QsaReaderFind *self = QSA_READER_FIND (object);

  qsa_reader_find_cancel (self);
  if (self->bar != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->bar, self);
      gtk_widget_unparent (GTK_WIDGET (self->bar));
      self->bar = NULL;
    }
  g_clear_object (&self->library);
  G_OBJECT_CLASS (qsa_reader_find_parent_class)->dispose (object);
}

static void
qsa_reader_find_finalize (GObject *object)
{
  QsaReaderFind *self = QSA_READER_FIND (object);

  g_clear_pointer (&self->matcher, qsa_matcher_unref);
  G_OBJECT_CLASS (qsa_reader_find_parent_class)->finalize (object);
}

static void
qsa_reader_find_class_init (QsaReaderFindClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qsa_reader_find_dispose;
  object_class->finalize = qsa_reader_find_finalize;

  signals[QSA_READER_FIND_CHANGED] = g_signal_new ("changed", QSA_TYPE_READER_FIND,
                                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-reader-find.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaReaderFind, bar);
  gtk_widget_class_bind_template_child (widget_class, QsaReaderFind, entry);
  gtk_widget_class_bind_template_child (widget_class, QsaReaderFind, note);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK,
                                       "reader.previous-hit", NULL);
}

static void
qsa_reader_find_init (QsaReaderFind *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, self->entry);
  g_signal_connect_object (self->bar, "notify::search-mode-enabled",
                           G_CALLBACK (qsa_reader_find_mode_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (qsa_reader_find_ask), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate",
                           G_CALLBACK (qsa_reader_find_activated), self,
                           G_CONNECT_SWAPPED);
}

void
qsa_reader_find_set_library (QsaReaderFind *self, QsaLibrary *library)
{
  g_return_if_fail (QSA_IS_READER_FIND (self));
  g_return_if_fail (library == NULL || QSA_IS_LIBRARY (library));

  if (g_set_object (&self->library, library))
    qsa_reader_find_ask (self);
}

void
qsa_reader_find_open (QsaReaderFind *self, const char *text)
{
  g_return_if_fail (QSA_IS_READER_FIND (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  if (text != NULL)
    gtk_editable_set_text (self->entry, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

void
qsa_reader_find_close (QsaReaderFind *self)
{
  g_return_if_fail (QSA_IS_READER_FIND (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

gboolean
qsa_reader_find_get_active (QsaReaderFind *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (QSA_IS_READER_FIND (self), FALSE);

  text = qsa_text_squeeze (gtk_editable_get_text (self->entry), -1);
  return gtk_search_bar_get_search_mode (self->bar) && *text != '\0';
}

QsaMatcher *
qsa_reader_find_get_matcher (QsaReaderFind *self)
{
  g_return_val_if_fail (QSA_IS_READER_FIND (self), NULL);

  return self->matcher;
}

void
qsa_reader_find_set_found (QsaReaderFind *self, gboolean found)
{
  gboolean missed;

  g_return_if_fail (QSA_IS_READER_FIND (self));

  missed = !found && self->cancellable == NULL && qsa_reader_find_get_active (self);
  gtk_label_set_text (self->note, missed ? _ ("Not in this article") : "");
  if (missed)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}
