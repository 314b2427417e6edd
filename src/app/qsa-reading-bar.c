/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reading-bar.h"

#include <glib/gi18n.h>

#include "qsa-search-text.h"
#include "qsa-wrap-layout.h"

/* More are not read any more; the first ones say what went on. */
#define QSA_READING_BAR_SHOWN 2
#define QSA_READING_BAR_PATIENCE_MS 1000

struct _QsaReadingBar
{
  GtkWidget parent_instance;

  /* Owned */
  QsaSession *session;
  GSignalGroup *session_signals;
  char *rested_text; /* the query that has stood for a while */
  char *shown;       /* what the children say, to leave them alone */

  guint rest_source;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaReadingBar, qsa_reading_bar, GTK_TYPE_WIDGET)

/* What may be unfinished while it is typed. */
static gboolean
qsa_reading_bar_is_patient (const QsaReading *reading)
{
  return reading->kind == QSA_READING_UNPAIRED || reading->kind == QSA_READING_BAD_VALUE;
}

static char *
qsa_reading_bar_dup_sentence (const QsaReading *reading)
{
  g_autofree char *part = qsa_search_text_isolate (reading->text);

  switch (reading->kind)
    {
    case QSA_READING_FIELD:
      /* Translators: %s is a part of the query as typed, such as outlet:name. */
      return g_strdup_printf (_ ("“%s” is read as a field."), part);
    case QSA_READING_NEAR:
      /* Translators: %s is an operator as typed, such as NEAR/5. */
      return g_strdup_printf (_ ("“%s” means near each other."), part);
    case QSA_READING_NOT:
      /* Translators: %s is a part of the query as typed, such as -word. */
      return g_strdup_printf (_ ("“%s” leaves articles out."), part);
    case QSA_READING_OR:
      /* Translators: %s is a part of the query as typed, such as one OR two. */
      return g_strdup_printf (_ ("“%s” means either of the two."), part);
    case QSA_READING_UNPAIRED:
      /* Translators: %s is a mark or parenthesis. */
      return g_strdup_printf (_ ("“%s” has no partner and is passed over."), part);
    case QSA_READING_BAD_VALUE:
    default:
      /* Translators: %s is a part of the query as typed, such as date:soon. */
      return g_strdup_printf (_ ("“%s” cannot be read there: it is searched as words."),
                              part);
    }
}

static void
qsa_reading_bar_clear_children (QsaReadingBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
qsa_reading_bar_clicked (GtkWidget *button, QsaReadingBar *self)
{
  g_autofree char *other = g_strdup (g_object_get_data (G_OBJECT (button), "qsa-other"));

  g_assert (QSA_IS_READING_BAR (self));

  if (gtk_widget_has_focus (button))
    gtk_widget_activate_action (button, "win.edit-search", NULL);
  qsa_session_set_query_text (self->session, other);
  qsa_session_finish_query (self->session);
}

static GtkWidget *
qsa_reading_bar_new_button (QsaReadingBar *self, const QsaReading *reading)
{
  GtkWidget *button = gtk_button_new_with_label (
      reading->kind == QSA_READING_UNPAIRED ? _ ("Close It") : _ ("Read as Words"));
  g_autofree char *query = qsa_search_text_isolate (reading->other);
  g_autofree char *tooltip = g_strdup_printf (
      /* Translators: %s is a whole query. */
      _ ("Search for: %s"), query);

  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "form");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* A click leaves the keyboard where it is. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data_full (G_OBJECT (button), "qsa-other", g_strdup (reading->other),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (qsa_reading_bar_clicked), self,
                           0);
  return button;
}

static void
qsa_reading_bar_add (QsaReadingBar *self, const QsaReading *reading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *sentence = qsa_reading_bar_dup_sentence (reading);
  g_autofree char *text = qsa_search_text_direct (sentence);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);
  if (reading->other != NULL)
    gtk_box_append (GTK_BOX (box), qsa_reading_bar_new_button (self, reading));
  gtk_widget_insert_before (box, GTK_WIDGET (self), NULL);
}

static GPtrArray *
qsa_reading_bar_get_readings (QsaReadingBar *self)
{
  QsaResult *result = self->session != NULL ? qsa_session_get_result (self->session)
                                            : NULL;

  if (result == NULL)
    return NULL;
  return qsa_query_get_readings (
      qsa_search_request_get_query (qsa_result_get_request (result)));
}

static gboolean
qsa_reading_bar_is_due (QsaReadingBar *self, const QsaReading *reading)
{
  return !qsa_reading_bar_is_patient (reading)
         || g_strcmp0 (self->rested_text, qsa_session_get_query_text (self->session))
                == 0;
}

static void
qsa_reading_bar_show (QsaReadingBar *self, GPtrArray *readings)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < readings->len; i++)
    {
      const QsaReading *reading = g_ptr_array_index (readings, i);

      if (qsa_reading_bar_is_due (self, reading))
        g_string_append_printf (shown, "%d %s\n%s\n", reading->kind, reading->text,
                                reading->other != NULL ? reading->other : "");
    }
  if (g_strcmp0 (self->shown, shown->str) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (shown->str);
  qsa_reading_bar_clear_children (self);
  for (guint i = 0; i < readings->len && n < QSA_READING_BAR_SHOWN; i++)
    {
      const QsaReading *reading = g_ptr_array_index (readings, i);

      if (!qsa_reading_bar_is_due (self, reading))
        continue;
      qsa_reading_bar_add (self, reading);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static gboolean
qsa_reading_bar_rested (gpointer user_data)
{
  QsaReadingBar *self = QSA_READING_BAR (user_data);
  GPtrArray *readings = qsa_reading_bar_get_readings (self);

  self->rest_source = 0;
  g_free (self->rested_text);
  self->rested_text = g_strdup (qsa_session_get_query_text (self->session));
  if (readings != NULL)
    qsa_reading_bar_show (self, readings);
  return G_SOURCE_REMOVE;
}

static void
qsa_reading_bar_update (QsaReadingBar *self)
{
  GPtrArray *readings = qsa_reading_bar_get_readings (self);

  g_assert (QSA_IS_READING_BAR (self));

  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (readings == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  qsa_reading_bar_show (self, readings);
  for (guint i = 0; i < readings->len && self->rest_source == 0; i++)
    if (!qsa_reading_bar_is_due (self, g_ptr_array_index (readings, i)))
      self->rest_source = g_timeout_add (QSA_READING_BAR_PATIENCE_MS,
                                         qsa_reading_bar_rested, self);
}

static void
qsa_reading_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, QSA_READING_BAR (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_reading_bar_set_property (GObject *object, guint id, const GValue *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      qsa_reading_bar_set_session (QSA_READING_BAR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_reading_bar_dispose (GObject *object)
{
  QsaReadingBar *self = QSA_READING_BAR (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  qsa_reading_bar_clear_children (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qsa_reading_bar_parent_class)->dispose (object);
}

static void
qsa_reading_bar_finalize (GObject *object)
{
  QsaReadingBar *self = QSA_READING_BAR (object);

  g_clear_pointer (&self->rested_text, g_free);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (qsa_reading_bar_parent_class)->finalize (object);
}

static void
qsa_reading_bar_class_init (QsaReadingBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qsa_reading_bar_dispose;
  object_class->finalize = qsa_reading_bar_finalize;
  object_class->get_property = qsa_reading_bar_get_property;
  object_class->set_property = qsa_reading_bar_set_property;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "readingbar");

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, QSA_TYPE_SESSION,
                                                  G_PARAM_READWRITE
                                                      | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qsa_reading_bar_init (QsaReadingBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), qsa_wrap_layout_new (12, 4));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->session_signals = g_signal_group_new (QSA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::result",
                                  G_CALLBACK (qsa_reading_bar_update), self);
}

void
qsa_reading_bar_set_session (QsaReadingBar *self, QsaSession *session)
{
  g_return_if_fail (QSA_IS_READING_BAR (self));
  g_return_if_fail (session == NULL || QSA_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  qsa_reading_bar_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
