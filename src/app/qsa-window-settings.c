/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-window-private.h"

void
qsa_window_restore_size (QsaWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  qsa_panes_set_sidebar_wanted (self->panes,
                                g_settings_get_boolean (self->settings, "sidebar-shown"));
  g_object_set (self->panes, "sidebar-width",
                g_settings_get_int (self->settings, "sidebar-width"), "list-width",
                g_settings_get_int (self->settings, "list-width"), NULL);
}

void
qsa_window_save_size (QsaWindow *self)
{
  int width;
  int height;
  int sidebar_width;
  int list_width;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_object_get (self->panes, "sidebar-width", &sidebar_width, "list-width", &list_width,
                NULL);
  g_settings_set_int (self->settings, "window-width", MAX (width, 1));
  g_settings_set_int (self->settings, "window-height", MAX (height, 1));
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_boolean (self->settings, "sidebar-shown",
                          qsa_panes_get_sidebar_wanted (self->panes));
  g_settings_set_int (self->settings, "sidebar-width", MAX (sidebar_width, 1));
  g_settings_set_int (self->settings, "list-width", MAX (list_width, 1));
}

GSettings *
qsa_window_get_library_settings (const char *path)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA1, path, -1);
  g_autofree char *place = g_strdup_printf ("/io/github/qusasat/Qusasat/libraries/%s/",
                                            digest);

  return g_settings_new_with_path ("io.github.qusasat.Qusasat.Library", place);
}

void
qsa_window_restore_view (QsaWindow *self)
{
  g_autofree char *query = g_settings_get_string (self->library_settings, "query");
  g_autofree char *filter_text = g_settings_get_string (self->library_settings, "filter");
  g_autoptr (QsaFilter) filter = qsa_filter_from_string (filter_text);
  gboolean widening = g_settings_get_boolean (self->library_settings, "widening");
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));

  qsa_session_set_filter (self->session, filter);
  qsa_session_set_sort (self->session,
                        g_settings_get_enum (self->library_settings, "sort"));
  qsa_session_set_reach (self->session, widening ? QSA_REACH_DEFAULT : QSA_REACH_FOLDED);
  /* What was typed before the library was open is newer than what was remembered. */
  if (*typed == '\0')
    {
      qsa_session_set_query_text (self->session, query);
      gtk_editable_set_text (GTK_EDITABLE (self->search), query);
      qsa_session_finish_query (self->session);
    }
  else
    qsa_session_set_query_text (self->session, typed);
}

void
qsa_window_save_view (QsaWindow *self)
{
  g_autofree char *filter = NULL;

  if (self->session == NULL)
    return;
  filter = qsa_filter_to_string (qsa_session_get_filter (self->session));
  g_settings_set_string (self->library_settings, "filter", filter);
  g_settings_set_string (self->library_settings, "query",
                         qsa_session_get_query_text (self->session));
  g_settings_set_enum (self->library_settings, "sort",
                       qsa_session_get_sort (self->session));
  g_settings_set_boolean (self->library_settings, "widening",
                          qsa_session_get_widening (self->session));
}
