/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-window-private.h"

#include <glib/gi18n.h>

#include "qsa-display-text.h"
#include "qsa-error.h"
#include "qsa-search-name-dialog.h"
#include "qsa-search-words.h"
#include "qsa-text-util.h"
#include "qsa-variants-dialog.h"

/* Saved searches: what the sidebar, its menus, keys and tests ask for.
 *
 *   win.save-search      a name for what is asked now
 *   win.show-search x    asks it again
 *   win.rename-search x, win.update-search x, win.remove-search x */

static const QsaSavedSearch *
qsa_window_find_search (QsaWindow *self, gint64 id)
{
  GPtrArray *searches;

  if (self->library == NULL)
    return NULL;
  searches = qsa_library_get_saved_searches (self->library);
  for (guint i = 0; i < searches->len; i++)
    {
      const QsaSavedSearch *search = g_ptr_array_index (searches, i);

      if (search->id == id)
        return search;
    }
  return NULL;
}

/* The names of the others. Free with g_strfreev(). */
static char **
qsa_window_dup_search_names (QsaWindow *self, gint64 but_id)
{
  GPtrArray *searches = qsa_library_get_saved_searches (self->library);
  GStrvBuilder *names = g_strv_builder_new ();
  char **all;

  for (guint i = 0; i < searches->len; i++)
    {
      const QsaSavedSearch *search = g_ptr_array_index (searches, i);

      if (search->id != but_id)
        g_strv_builder_add (names, search->name);
    }
  all = g_strv_builder_end (names);
  g_strv_builder_unref (names);
  return all;
}

static void
qsa_window_search_failed (QsaWindow *self, const GError *error)
{
  /* What was cut off because the window closed is not worth a message. */
  if (!g_error_matches (error, QSA_ERROR, QSA_ERROR_CLOSED))
    qsa_window_toast (self, error->message);
}

/* ---- storing, with a way back ---- */

typedef struct
{
  QsaWindow *window;      /* owned */
  QsaSavedSearch *before; /* what Undo stores again; NULL: nothing to undo */
  char *message;          /* owned */
} QsaSearchStore;

static void
qsa_search_store_free (QsaSearchStore *store)
{
  g_object_unref (store->window);
  g_clear_pointer (&store->before, qsa_saved_search_free);
  g_free (store->message);
  g_free (store);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaSearchStore, qsa_search_store_free)

static void
qsa_window_search_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (qsa_library_save_search_finish (QSA_LIBRARY (source), result, &error) == 0)
    qsa_window_search_failed (self, error);
}

static void
qsa_window_undo_search (AdwToast *toast, QsaSearchStore *store)
{
  QsaWindow *self = store->window;

  if (self->library != NULL)
    qsa_library_save_search_async (self->library, store->before,
                                   qsa_window_search_restored, g_object_ref (self));
}

static void
qsa_window_undo_search_freed (gpointer data, GClosure *closure)
{
  qsa_search_store_free (data);
}

/* Takes @store. */
static void
qsa_window_tell_search (QsaSearchStore *store)
{
  g_autofree char *escaped = g_markup_escape_text (store->message, -1);
  AdwToast *toast = adw_toast_new (escaped);
  AdwToastOverlay *toasts = store->window->toasts;

  if (store->before != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      /* Not behind what is still being said about something else. */
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (qsa_window_undo_search),
                             store, qsa_window_undo_search_freed, 0);
    }
  else
    qsa_search_store_free (store);
  adw_toast_overlay_add_toast (toasts, toast);
}

static void
qsa_window_search_stored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaSearchStore) store = user_data;
  g_autoptr (GError) error = NULL;

  if (qsa_library_save_search_finish (QSA_LIBRARY (source), result, &error) == 0)
    qsa_window_search_failed (store->window, error);
  else if (store->window->library != NULL && store->message != NULL)
    qsa_window_tell_search (g_steal_pointer (&store));
}

/* @before: what Undo brings back, or NULL. @message may be NULL: what is seen need not be said. */
static void
qsa_window_store_search (QsaWindow *self, const QsaSavedSearch *search,
                         const QsaSavedSearch *before, const char *message)
{
  QsaSearchStore *store = g_new0 (QsaSearchStore, 1);

  store->window = g_object_ref (self);
  store->before = before != NULL ? qsa_saved_search_copy (before) : NULL;
  store->message = g_strdup (message);
  qsa_library_save_search_async (self->library, search, qsa_window_search_stored, store);
}

/* ---- save ---- */

static void
qsa_window_save_answered (QsaWindow *self, const char *response,
                          QsaSearchNameDialog *dialog)
{
  g_autofree char *name = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *message = NULL;
  g_autoptr (QsaSavedSearch) search = NULL;

  g_assert (QSA_IS_WINDOW (self));

  if (!g_str_equal (response, "save") || self->library == NULL)
    return;
  name = qsa_search_name_dialog_dup_name (dialog);
  search = qsa_session_to_saved_search (self->session, name);
  isolated = qsa_display_isolate (name);
  /* Translators: %s is the name of a search. */
  message = g_strdup_printf (_ ("Saved in the sidebar: “%s”"), isolated);
  qsa_window_store_search (self, search, NULL, message);
}

static void
qsa_window_action_save_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);
  const char *query = qsa_session_get_query_text (self->session);
  QsaFilter *filter = qsa_session_get_filter (self->session);
  QsaOutletTable *outlets = qsa_library_get_outlets (self->library);
  g_autofree char *name = qsa_search_words_propose_name (query, filter, outlets);
  g_autofree char *words = qsa_search_words_describe (query, filter, outlets);
  g_auto (GStrv) others = qsa_window_dup_search_names (self, 0);
  GtkWidget *dialog =
      qsa_search_name_dialog_new (GTK_WINDOW (self), _ ("Save This Search"), words,
                                  _ ("_Save"), name, (const char *const *) others);

  g_signal_connect_object (dialog, "response", G_CALLBACK (qsa_window_save_answered),
                           self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- the stored ones ---- */

static void
qsa_window_action_show_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);
  const QsaSavedSearch *search = qsa_window_find_search (self,
                                                         g_variant_get_int64 (parameter));

  if (search == NULL)
    return;
  qsa_session_show_saved_search (self->session, search);
  /* Where the sidebar lies over the list, it would hide what was asked for. */
  if (qsa_panes_get_mode (self->panes) != QSA_PANES_WIDE)
    qsa_panes_set_sidebar_shown (self->panes, FALSE);
}

static void
qsa_window_rename_answered (QsaWindow *self, const char *response,
                            QsaSearchNameDialog *dialog)
{
  const gint64 *id = g_object_get_data (G_OBJECT (dialog), "qsa-search-id");
  const QsaSavedSearch *stored = qsa_window_find_search (self, *id);
  g_autoptr (QsaSavedSearch) search = NULL;

  g_assert (QSA_IS_WINDOW (self));

  if (!g_str_equal (response, "save") || stored == NULL)
    return;
  search = qsa_saved_search_copy (stored);
  g_free (search->name);
  search->name = qsa_search_name_dialog_dup_name (dialog);
  qsa_window_store_search (self, search, NULL, NULL);
}

static void
qsa_window_action_rename_search (GtkWidget *widget, const char *action,
                                 GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  const QsaSavedSearch *search = qsa_window_find_search (self, id);
  g_autofree char *words = NULL;
  g_auto (GStrv) others = NULL;
  GtkWidget *dialog;

  if (search == NULL)
    return;
  words = qsa_search_words_describe (search->query, search->filter,
                                     qsa_library_get_outlets (self->library));
  others = qsa_window_dup_search_names (self, id);
  dialog = qsa_search_name_dialog_new (GTK_WINDOW (self), _ ("Rename the Search"), words,
                                       _ ("_Rename"), search->name,
                                       (const char *const *) others);
  g_object_set_data_full (G_OBJECT (dialog), "qsa-search-id", g_memdup2 (&id, sizeof id),
                          g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (qsa_window_rename_answered),
                           self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
qsa_window_action_update_search (GtkWidget *widget, const char *action,
                                 GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);
  const QsaSavedSearch *stored = qsa_window_find_search (self,
                                                         g_variant_get_int64 (parameter));
  g_autoptr (QsaSavedSearch) search = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *message = NULL;

  if (stored == NULL)
    return;
  isolated = qsa_display_isolate (stored->name);
  search = qsa_session_to_saved_search (self->session, stored->name);
  search->id = stored->id;
  /* Translators: %s is the name of a saved search. */
  message = g_strdup_printf (_ ("Updated “%s”"), isolated);
  qsa_window_store_search (self, search, stored, message);
}

static void
qsa_window_search_removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *isolated = NULL;
  QsaSearchStore *store;
  QsaSavedSearch *removed = qsa_library_remove_search_finish (QSA_LIBRARY (source),
                                                              result, &error);

  if (removed == NULL)
    {
      qsa_window_search_failed (self, error);
      return;
    }
  isolated = qsa_display_isolate (removed->name);
  store = g_new0 (QsaSearchStore, 1);
  store->before = removed;
  /* Translators: %s is the name of a saved search. */
  store->message = g_strdup_printf (_ ("Removed “%s”"), isolated);
  store->window = g_steal_pointer (&self);
  qsa_window_tell_search (store);
}

static void
qsa_window_action_remove_search (GtkWidget *widget, const char *action,
                                 GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);

  if (self->library != NULL)
    qsa_library_remove_search_async (self->library, g_variant_get_int64 (parameter),
                                     qsa_window_search_removed, g_object_ref (self));
}

/* ---- spellings ---- */

static void
qsa_window_action_variants (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (
      qsa_variants_dialog_new (GTK_WINDOW (widget), QSA_WINDOW (widget)->library)));
}

/* ---- the table ---- */

typedef enum
{
  NEEDS_LIBRARY,
  NEEDS_WRITABLE,
  NEEDS_QUESTION, /* something to save: a query or a filter */
} QsaSearchNeeds;

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  QsaSearchNeeds needs;
} search_actions[] = {
  { "win.save-search", NULL, qsa_window_action_save_search, NEEDS_QUESTION },
  { "win.show-search", "x", qsa_window_action_show_search, NEEDS_LIBRARY },
  { "win.rename-search", "x", qsa_window_action_rename_search, NEEDS_WRITABLE },
  { "win.update-search", "x", qsa_window_action_update_search, NEEDS_QUESTION },
  { "win.remove-search", "x", qsa_window_action_remove_search, NEEDS_WRITABLE },
  { "win.variants", NULL, qsa_window_action_variants, NEEDS_LIBRARY },
};

void
qsa_window_install_search_actions (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  for (gsize i = 0; i < G_N_ELEMENTS (search_actions); i++)
    gtk_widget_class_install_action (widget_class, search_actions[i].name,
                                     search_actions[i].parameter,
                                     search_actions[i].activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "win.save-search", NULL);
}

static gboolean
qsa_window_has_question (QsaWindow *self)
{
  g_autofree char *query = qsa_text_squeeze (qsa_session_get_query_text (self->session),
                                             -1);

  return *query != '\0' || !qsa_filter_is_empty (qsa_session_get_filter (self->session));
}

void
qsa_window_update_search_actions (QsaWindow *self)
{
  gboolean open = self->session != NULL && self->library != NULL;
  gboolean writable = open && !qsa_library_get_read_only (self->library);
  const gboolean fulfilled[] = {
    [NEEDS_LIBRARY] = open,
    [NEEDS_WRITABLE] = writable,
    [NEEDS_QUESTION] = writable && qsa_window_has_question (self),
  };

  g_assert (QSA_IS_WINDOW (self));

  for (gsize i = 0; i < G_N_ELEMENTS (search_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), search_actions[i].name,
                                   fulfilled[search_actions[i].needs]);
}
