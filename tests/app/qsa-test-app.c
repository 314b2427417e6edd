/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-app.h"

#include <gdk/x11/gdkx.h>

#include "qsa-article-row.h"

static gboolean
qsa_test_app_is_open (gpointer window)
{
  return qsa_window_get_session (window) != NULL;
}

static gboolean
qsa_test_app_is_settled (gpointer window)
{
  QsaSession *session = qsa_window_get_session (window);

  return session != NULL && !qsa_window_get_importing (window)
         && !qsa_session_get_searching (session)
         && qsa_session_get_result (session) != NULL;
}

static gboolean
qsa_test_app_has_no_window (gpointer application)
{
  return gtk_application_get_windows (application) == NULL;
}

QsaWindow *
qsa_test_app_open (QsaTestApp *app, const char *name)
{
  g_autofree char *path = qsa_test_dir_child (app->dir, name);
  QsaWindow *window = qsa_application_open_library (app->application, path);

  qsa_test_wait (qsa_test_app_is_open, window);
  qsa_test_wait (qsa_test_app_is_settled, window);
  return window;
}

/* One for the process, as in the program: it can only be taken apart by g_application_run(). */
static QsaApplication *
qsa_test_app_get_application (void)
{
  QsaApplication *application = QSA_APPLICATION (g_application_get_default ());
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;
  application = qsa_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

QsaTestApp *
qsa_test_app_new (void)
{
  QsaTestApp *app = g_new0 (QsaTestApp, 1);

  app->dir = qsa_test_dir_new ();
  app->application = qsa_test_app_get_application ();
  app->window = qsa_test_app_open (app, "test.qusasat");
  qsa_test_focus_window (GTK_WINDOW (app->window));
  return app;
}

QsaTestApp *
qsa_test_app_new_with_archive (void)
{
  QsaTestApp *app = qsa_test_app_new ();
  g_autofree char *archive = qsa_test_archive_write (app->dir);

  qsa_test_app_import (app, archive);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_N);
  return app;
}

void
qsa_test_app_close (QsaTestApp *app)
{
  g_autofree char *wal = g_strconcat (qsa_window_get_path (app->window), "-wal", NULL);

  gtk_window_close (GTK_WINDOW (app->window));
  app->window = NULL;
  qsa_test_wait (qsa_test_app_has_no_window, app->application);
  /* The library closes after its window: then its log is gone. */
  while (g_file_test (wal, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, FALSE);
}

void
qsa_test_app_free (QsaTestApp *app)
{
  if (app->window != NULL)
    qsa_test_app_close (app);
  qsa_test_dir_free (app->dir);
  g_free (app);
}

void
qsa_test_app_import (QsaTestApp *app, const char *path)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (files, file);
  qsa_window_import_files (app->window, G_LIST_MODEL (files));
  qsa_test_app_settle (app);
}

static gboolean
qsa_test_app_lists_all (gpointer data)
{
  QsaTestApp *app = data;
  QsaSession *session = qsa_window_get_session (app->window);

  /* The library's own count and the list's meet when the last change has been followed. */
  return qsa_test_app_is_settled (app->window)
         && qsa_result_get_n_all (qsa_session_get_result (session))
                <= qsa_library_get_n_articles (qsa_session_get_library (session));
}

static gboolean
qsa_test_app_is_quiet (gpointer data)
{
  gint64 *quiet_since = data;

  return g_get_monotonic_time () - *quiet_since > 150 * 1000;
}

void
qsa_test_app_settle (QsaTestApp *app)
{
  gint64 quiet_since;

  /* Changes are told at most ten times a second: settled is who stays so for longer. */
  do
    {
      qsa_test_wait (qsa_test_app_lists_all, app);
      quiet_since = g_get_monotonic_time ();
      qsa_test_wait (qsa_test_app_is_quiet, &quiet_since);
    }
  while (!qsa_test_app_lists_all (app));
}

guint
qsa_test_app_n_rows (QsaTestApp *app)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (qsa_session_get_selection (qsa_window_get_session (app->window))));
}

void
qsa_test_app_activate (QsaTestApp *app, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app->window), action, NULL));
}

gboolean
qsa_test_app_is_enabled (QsaTestApp *app, const char *action)
{
  g_autoptr (GtkWidget) button = g_object_ref_sink (gtk_button_new ());
  GtkWidget *parent = qsa_test_app_child (app, "stack");
  gboolean enabled;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_parent (button, parent);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return enabled;
}

static GtkWidget *
qsa_test_app_find_id (GtkWidget *parent, const char *id)
{
  const char *own_id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (parent));

  if (g_strcmp0 (own_id, id) == 0)
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = qsa_test_app_find_id (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
qsa_test_app_child (QsaTestApp *app, const char *id)
{
  GtkWidget *found = qsa_test_app_find_id (GTK_WIDGET (app->window), id);

  if (found == NULL)
    g_error ("the window has no child “%s”", id);
  return found;
}

GtkWidget *
qsa_test_app_find_text (GtkWidget *parent, const char *text)
{
  if (!gtk_widget_get_mapped (parent))
    return NULL;
  if (GTK_IS_LABEL (parent)
      && strstr (gtk_label_get_text (GTK_LABEL (parent)), text) != NULL)
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = qsa_test_app_find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What another process did to the window has arrived here. */
typedef struct
{
  GdkEventType type;
  gboolean arrived;
  gint64 until_us; /* it may have been meant for another window of ours */
} QsaTestArrival;

static gboolean
qsa_test_app_note_event (GtkEventController *controller, GdkEvent *event,
                         QsaTestArrival *arrival)
{
  if (gdk_event_get_event_type (event) == arrival->type
      && (arrival->type != GDK_KEY_PRESS || !gdk_key_event_is_modifier (event)))
    arrival->arrived = TRUE;
  return GDK_EVENT_PROPAGATE;
}

static gboolean
qsa_test_app_has_arrived (gpointer data)
{
  QsaTestArrival *arrival = data;

  return arrival->arrived || g_get_monotonic_time () > arrival->until_us;
}

static void
qsa_test_app_run_and_wait (QsaTestApp *app, const char *const *argv, GdkEventType type)
{
  QsaTestArrival arrival = { .type = type };
  GtkEventController *events = gtk_event_controller_legacy_new ();
  g_autofree char *output = NULL;

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (qsa_test_app_note_event), &arrival);
  g_object_ref (app->window);
  gtk_widget_add_controller (GTK_WIDGET (app->window), events);
  output = qsa_test_run (argv);
  g_assert_nonnull (output);
  arrival.until_us = g_get_monotonic_time () + G_USEC_PER_SEC;
  qsa_test_wait (qsa_test_app_has_arrived, &arrival);
  gtk_widget_remove_controller (GTK_WIDGET (app->window), events);
  g_object_unref (app->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
qsa_test_app_press (QsaTestApp *app, const char *key)
{
  qsa_test_app_run_and_wait (app,
                             (const char *const[]){ "timeout", "10", "xdotool", "key",
                                                    "--clearmodifiers", key, NULL },
                             GDK_KEY_PRESS);
}

typedef struct
{
  GdkFrameClock *clock;
  gint64 frame; /* the first that will do */
} Frames;

static gboolean
qsa_test_app_has_drawn (gpointer data)
{
  Frames *frames = data;

  if (gdk_frame_clock_get_frame_counter (frames->clock) >= frames->frame)
    return TRUE;
  gdk_frame_clock_request_phase (frames->clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  return FALSE;
}

/* What was just shown has its place only in the second frame from now. */
static void
qsa_test_app_wait_for_layout (QsaTestApp *app)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (app->window));
  Frames frames = { clock, gdk_frame_clock_get_frame_counter (clock) + 3 };

  qsa_test_wait (qsa_test_app_has_drawn, &frames);
}

void
qsa_test_app_click (QsaTestApp *app, GtkWidget *widget, guint button)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (app->window));
  graphene_point_t middle;
  double offset_x;
  double offset_y;
  g_autofree char *xid = NULL;
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  g_autofree char *number = g_strdup_printf ("%u", button);

  qsa_test_app_wait_for_layout (app);
  g_assert_true (gtk_widget_compute_point (
      widget, GTK_WIDGET (app->window),
      &GRAPHENE_POINT_INIT (gtk_widget_get_width (widget) / 2.0f,
                            gtk_widget_get_height (widget) / 2.0f),
      &middle));
  gtk_native_get_surface_transform (GTK_NATIVE (app->window), &offset_x, &offset_y);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  xid = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
  G_GNUC_END_IGNORE_DEPRECATIONS
  x = g_strdup_printf ("%d", (int) (middle.x + offset_x));
  y = g_strdup_printf ("%d", (int) (middle.y + offset_y));
  qsa_test_app_run_and_wait (app,
                             (const char *const[]){ "timeout", "10", "xdotool",
                                                    "mousemove", "--sync", "--window",
                                                    xid, x, y, "click", number, NULL },
                             GDK_BUTTON_RELEASE);
}

void
qsa_test_app_type_query (QsaTestApp *app, const char *text)
{
  GtkEditable *search = GTK_EDITABLE (qsa_test_app_child (app, "search"));
  int position = 0;

  gtk_editable_set_text (search, "");
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gtk_editable_insert_text (search, at, (int) (g_utf8_next_char (at) - at),
                                &position);
      g_main_context_iteration (NULL, FALSE);
    }
}

void
qsa_test_app_shoot (QsaTestApp *app, const char *name)
{
  const char *folder = g_getenv ("QSA_TEST_SHOTS");
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;

  if (folder == NULL)
    return;
  path = g_strdup_printf ("%s/%s-%s.png", folder, name, g_getenv ("LC_ALL"));
  output = qsa_test_run (
      (const char *const[]){ "timeout", "20", "import", "-window", "root", path, NULL });
}

QsaSession *
qsa_test_app_session (QsaTestApp *app)
{
  return qsa_window_get_session (app->window);
}

GtkWidget *
qsa_test_app_find (QsaTestApp *app, GType type, guint nth)
{
  return qsa_test_find_widget (GTK_WIDGET (app->window), type, nth);
}

GtkWindow *
qsa_test_app_find_window (QsaTestApp *app, GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

QsaFacetRow *
qsa_test_app_find_outlet (QsaTestApp *app, const char *name)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = qsa_test_app_find (app, QSA_TYPE_FACET_ROW, i);

      if (row == NULL)
        return NULL;
      if (gtk_widget_get_mapped (row)
          && strstr (qsa_facet_row_get_name (QSA_FACET_ROW (row)), name) != NULL)
        return QSA_FACET_ROW (row);
    }
}

static gboolean
qsa_test_app_is_loaded (gpointer row)
{
  QsaResultItem *item = qsa_article_row_get_item (row);

  return item != NULL && qsa_result_item_get_row (item) != NULL;
}

static gboolean
qsa_test_app_has_loaded_row (gpointer data)
{
  GtkWidget *row = qsa_test_app_find (data, QSA_TYPE_ARTICLE_ROW, 0);

  return row != NULL && qsa_test_app_is_loaded (row);
}

typedef struct
{
  QsaTestApp *app;
  const char *title;
} QsaTestTitle;

static gboolean
qsa_test_app_has_first (gpointer data)
{
  QsaTestTitle *wanted = data;
  GtkWidget *row = qsa_test_app_find (wanted->app, QSA_TYPE_ARTICLE_ROW, 0);

  return row != NULL && qsa_test_app_is_loaded (row)
         && g_strcmp0 (qsa_result_item_get_row (
                           qsa_article_row_get_item (QSA_ARTICLE_ROW (row)))
                           ->title,
                       wanted->title)
                == 0;
}

void
qsa_test_app_wait_first_title (QsaTestApp *app, const char *title)
{
  QsaTestTitle wanted = { app, title };

  qsa_test_wait (qsa_test_app_has_first, &wanted);
}

const QsaRow *
qsa_test_app_first_row (QsaTestApp *app)
{
  GtkWidget *row;

  qsa_test_wait (qsa_test_app_has_loaded_row, app);
  row = qsa_test_app_find (app, QSA_TYPE_ARTICLE_ROW, 0);
  return qsa_result_item_get_row (qsa_article_row_get_item (QSA_ARTICLE_ROW (row)));
}
