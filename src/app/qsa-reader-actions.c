/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-private.h"

#include <glib/gi18n.h>

#include "qsa-clipboard.h"

/* A longer selection is no word to look for. */
#define MAX_WANTED_CHARS 80

static const double scales[] = { 0.7, 0.8, 0.9,  1.0, 1.1, 1.25,
                                 1.4, 1.6, 1.85, 2.2, 2.6, 3.0 };

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_F3, 0, "reader.next-hit" },
  { GDK_KEY_F3, GDK_SHIFT_MASK, "reader.previous-hit" },
  { GDK_KEY_g, GDK_CONTROL_MASK, "reader.next-hit" },
  { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.previous-hit" },
  { GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.find" },
  { GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.copy-quote" },
  { GDK_KEY_c, GDK_CONTROL_MASK | GDK_ALT_MASK, "reader.copy-reference" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "reader.larger" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "reader.larger" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "reader.larger" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "reader.smaller" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "reader.smaller" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "reader.normal-size" },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "reader.normal-size" },
};

static void
qsa_reader_toast (QsaReader *self, const char *message)
{
  g_signal_emit_by_name (self, "toast", message);
}

static QsaReaderView *
qsa_reader_get_view (QsaReader *self)
{
  return qsa_reader_page_get_view (qsa_reader_get_page (self));
}

static void
qsa_reader_put_on_clipboard (QsaReader *self, GdkContentProvider *content,
                             const char *message)
{
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  qsa_reader_toast (self, message);
}

static void
qsa_reader_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (qsa_reader_get_view (QSA_READER (widget)), "copy-clipboard");
}

static void
qsa_reader_copy_quote (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaReader *self = QSA_READER (widget);
  const QsaArticle *article = qsa_reader_get_shown_article (self);
  g_autofree char *quote = qsa_reader_view_dup_quote (qsa_reader_get_view (self));
  g_autoptr (GdkContentProvider) content = NULL;

  if (quote == NULL || article == NULL)
    return;
  content = qsa_clipboard_new_quotation (article, quote, QSA_CITATION_PLAIN);
  qsa_reader_page_dismiss_quote_button (qsa_reader_get_page (self));
  qsa_reader_put_on_clipboard (self, content, _ ("Quote copied with its reference"));
}

static void
qsa_reader_copy_reference (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaReader *self = QSA_READER (widget);
  const QsaArticle *article = qsa_reader_get_shown_article (self);
  g_autoptr (GdkContentProvider) content = NULL;

  if (article == NULL)
    return;
  content = qsa_clipboard_new_reference (article, QSA_CITATION_PLAIN);
  qsa_reader_put_on_clipboard (self, content, _ ("Reference copied"));
}

static void
qsa_reader_select_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaReaderView *view = qsa_reader_get_view (QSA_READER (widget));

  gtk_widget_grab_focus (GTK_WIDGET (view));
  g_signal_emit_by_name (view, "select-all", TRUE);
}

static void
qsa_reader_next_hit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_reader_page_step_hit (qsa_reader_get_page (QSA_READER (widget)), 1);
}

static void
qsa_reader_previous_hit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_reader_page_step_hit (qsa_reader_get_page (QSA_READER (widget)), -1);
}

/* What is selected, when it looks like something to find. Free with g_free(). */
static char *
qsa_reader_dup_wanted (QsaReader *self)
{
  g_autofree char *text = qsa_reader_view_dup_selection (qsa_reader_get_view (self));

  if (text == NULL || strchr (text, '\n') != NULL
      || g_utf8_strlen (text, -1) > MAX_WANTED_CHARS)
    return NULL;
  return g_steal_pointer (&text);
}

static void
qsa_reader_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaReader *self = QSA_READER (widget);
  g_autofree char *wanted = qsa_reader_dup_wanted (self);

  qsa_reader_find_open (qsa_reader_get_find (self), wanted);
}

static void
qsa_reader_focus_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (qsa_reader_get_view (QSA_READER (widget))));
}

static void
qsa_reader_link_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaReader) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    qsa_reader_toast (self, error->message);
}

static void
qsa_reader_open_link (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaReader *self = QSA_READER (widget);
  const QsaArticle *article = qsa_reader_get_shown_article (self);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (article != NULL && qsa_reader_text_is_web_address (article->url)
      && GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), article->url, GDK_CURRENT_TIME, NULL,
                       qsa_reader_link_opened, g_object_ref (self));
}

/* The next step above (1) or below (-1) the present size, which may be between two steps. */
static void
qsa_reader_step_scale (QsaReader *self, int step)
{
  double now;
  double wanted = 0;

  g_object_get (self, "scale", &now, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (step > 0 ? scales[i] > now && wanted == 0 : scales[i] < now)
      wanted = scales[i];
  if (wanted > 0)
    g_object_set (self, "scale", wanted, NULL);
}

static void
qsa_reader_larger (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_reader_step_scale (QSA_READER (widget), 1);
}

static void
qsa_reader_smaller (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_reader_step_scale (QSA_READER (widget), -1);
}

static void
qsa_reader_normal_size (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "scale", 1.0, NULL);
}

static void
qsa_reader_reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_reader_reload (QSA_READER (widget));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc func;
} actions[] = {
  { "reader.copy", qsa_reader_copy },
  { "reader.copy-quote", qsa_reader_copy_quote },
  { "reader.copy-reference", qsa_reader_copy_reference },
  { "reader.select-all", qsa_reader_select_all },
  { "reader.next-hit", qsa_reader_next_hit },
  { "reader.previous-hit", qsa_reader_previous_hit },
  { "reader.find", qsa_reader_find },
  { "reader.focus-page", qsa_reader_focus_page },
  { "reader.open-link", qsa_reader_open_link },
  { "reader.larger", qsa_reader_larger },
  { "reader.smaller", qsa_reader_smaller },
  { "reader.normal-size", qsa_reader_normal_size },
  { "reader.reload", qsa_reader_reload_action },
};

void
qsa_reader_actions_install (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                     actions[i].func);
}

/* They work wherever the focus is in the window. Ahead of the others: a search entry has a
 * meaning of its own for Ctrl+G. */
void
qsa_reader_actions_add_keys (QsaReader *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (QSA_IS_READER (self));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
qsa_reader_actions_update (QsaReader *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  QsaReaderPage *page;
  QsaReaderView *view;
  const QsaArticle *article;
  g_autofree char *quote = NULL;
  gboolean hits;

  g_return_if_fail (QSA_IS_READER (self));

  page = qsa_reader_get_page (self);
  view = qsa_reader_page_get_view (page);
  article = qsa_reader_get_shown_article (self);
  quote = qsa_reader_view_dup_quote (view);
  hits = qsa_reader_page_get_hit_text (page) != NULL;
  gtk_widget_action_set_enabled (widget, "reader.copy",
                                 qsa_reader_view_get_selection (view, NULL, NULL));
  gtk_widget_action_set_enabled (widget, "reader.copy-quote", quote != NULL);
  gtk_widget_action_set_enabled (widget, "reader.copy-reference", article != NULL);
  gtk_widget_action_set_enabled (widget, "reader.select-all", article != NULL);
  gtk_widget_action_set_enabled (widget, "reader.find", article != NULL);
  gtk_widget_action_set_enabled (widget, "reader.open-link",
                                 article != NULL
                                     && qsa_reader_text_is_web_address (article->url));
  gtk_widget_action_set_enabled (widget, "reader.next-hit", hits);
  gtk_widget_action_set_enabled (widget, "reader.previous-hit", hits);
}
