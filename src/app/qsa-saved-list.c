/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-saved-list.h"

#include <glib/gi18n.h>

#include "qsa-saved-counts.h"
#include "qsa-saved-row.h"
#include "qsa-search-words.h"

struct _QsaSavedList
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkListBox *list;

  /* Owned */
  QsaSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *library_signals;
  QsaSavedCounts *counts;
  GtkSizeGroup *count_sizes;
};

G_DEFINE_FINAL_TYPE (QsaSavedList, qsa_saved_list, GTK_TYPE_WIDGET)

static QsaSavedRow *
qsa_saved_list_get_row (QsaSavedList *self, guint index)
{
  return QSA_SAVED_ROW (gtk_list_box_get_row_at_index (self->list, (int) index));
}

static gboolean
qsa_saved_list_is_shown (QsaSavedList *self, const QsaSavedSearch *search)
{
  return g_str_equal (search->query, qsa_session_get_query_text (self->session))
         && search->reach == qsa_session_get_reach (self->session)
         && search->sort == qsa_session_get_sort (self->session)
         && qsa_filter_equal (search->filter, qsa_session_get_filter (self->session));
}

static void
qsa_saved_list_update_current (QsaSavedList *self)
{
  GPtrArray *searches;

  g_assert (QSA_IS_SAVED_LIST (self));

  searches = qsa_library_get_saved_searches (qsa_session_get_library (self->session));
  for (guint i = 0; i < searches->len; i++)
    {
      QsaSavedRow *row = qsa_saved_list_get_row (self, i);

      if (row != NULL)
        qsa_saved_row_set_current (
            row, qsa_saved_list_is_shown (self, g_ptr_array_index (searches, i)));
    }
}

static void
qsa_saved_list_update_counts (QsaSavedList *self)
{
  QsaSavedRow *row;

  g_assert (QSA_IS_SAVED_LIST (self));

  for (guint i = 0; (row = qsa_saved_list_get_row (self, i)) != NULL; i++)
    {
      guint count;
      gboolean known = qsa_saved_counts_get (self->counts, qsa_saved_row_get_id (row),
                                             &count);

      qsa_saved_row_set_count (row, known ? &count : NULL);
    }
}

/* Which row has the keyboard's focus; -1 for none. */
static int
qsa_saved_list_get_focus_index (QsaSavedList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* The row that took the place of the one that had it. */
static void
qsa_saved_list_restore_focus (QsaSavedList *self, int index, guint n_rows)
{
  if (index >= 0 && n_rows > 0)
    gtk_widget_grab_focus (
        GTK_WIDGET (qsa_saved_list_get_row (self, MIN ((guint) index, n_rows - 1))));
}

static void
qsa_saved_list_rebuild (QsaSavedList *self)
{
  QsaLibrary *library = qsa_session_get_library (self->session);
  GPtrArray *searches = qsa_library_get_saved_searches (library);
  int focus_index = qsa_saved_list_get_focus_index (self);
  QsaSavedRow *row;

  g_assert (QSA_IS_SAVED_LIST (self));

  while ((row = qsa_saved_list_get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < searches->len; i++)
    {
      const QsaSavedSearch *search = g_ptr_array_index (searches, i);
      g_autofree char *description = qsa_search_words_describe (
          search->query, search->filter, qsa_library_get_outlets (library));

      gtk_list_box_append (self->list,
                           qsa_saved_row_new (search, description, self->count_sizes));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), searches->len > 0);
  qsa_saved_list_restore_focus (self, focus_index, searches->len);
  qsa_saved_list_update_counts (self);
  qsa_saved_list_update_current (self);
}

static void
qsa_saved_list_activated (QsaSavedList *self, GtkListBoxRow *row)
{
  g_assert (QSA_IS_SAVED_LIST (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-search", "x",
                              qsa_saved_row_get_id (QSA_SAVED_ROW (row)));
}

static void
qsa_saved_list_dispose (GObject *object)
{
  QsaSavedList *self = QSA_SAVED_LIST (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->library_signals);
  if (self->counts != NULL)
    qsa_saved_counts_set_library (self->counts, NULL);
  g_clear_object (&self->counts);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->count_sizes);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qsa_saved_list_parent_class)->dispose (object);
}

static void
qsa_saved_list_class_init (QsaSavedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qsa_saved_list_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-saved-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaSavedList, box);
  gtk_widget_class_bind_template_child (widget_class, QsaSavedList, list);
}

static void
qsa_saved_list_init (QsaSavedList *self)
{
  static const char *const asked[] = { "notify::query-text", "notify::reach",
                                       "notify::filter", "notify::sort" };

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated",
                           G_CALLBACK (qsa_saved_list_activated), self,
                           G_CONNECT_SWAPPED);
  self->counts = qsa_saved_counts_new ();
  g_signal_connect_object (self->counts, "changed",
                           G_CALLBACK (qsa_saved_list_update_counts), self,
                           G_CONNECT_SWAPPED);
  self->library_signals = g_signal_group_new (QSA_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->library_signals, "notify::saved-searches",
                                  G_CALLBACK (qsa_saved_list_rebuild), self);
  self->session_signals = g_signal_group_new (QSA_TYPE_SESSION);
  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    g_signal_group_connect_swapped (self->session_signals, asked[i],
                                    G_CALLBACK (qsa_saved_list_update_current), self);
}

void
qsa_saved_list_set_session (QsaSavedList *self, QsaSession *session)
{
  QsaLibrary *library = NULL;

  g_return_if_fail (QSA_IS_SAVED_LIST (self));
  g_return_if_fail (session == NULL || QSA_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  if (session != NULL)
    library = qsa_session_get_library (session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->library_signals, library);
  qsa_saved_counts_set_library (self->counts, library);
  if (session != NULL)
    qsa_saved_list_rebuild (self);
}

void
qsa_saved_list_set_counts (QsaSavedList *self, GtkSizeGroup *counts)
{
  g_return_if_fail (QSA_IS_SAVED_LIST (self));
  g_return_if_fail (GTK_IS_SIZE_GROUP (counts));

  g_set_object (&self->count_sizes, counts);
}
