/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-widening-bar.h"

#include <glib/gi18n.h>

#include "qsa-bidi.h"
#include "qsa-display-text.h"
#include "qsa-text-util.h"
#include "qsa-wrap-layout.h"

#define QSA_WIDENING_BAR_SHOWN 5

struct _QsaWideningBar
{
  GtkWidget parent_instance;

  /* Owned */
  QsaSession *session;
  GSignalGroup *session_signals;
  char *query_text; /* for which "more" was asked */
  GPtrArray *chips; /* GtkToggleButton, borrowed from the widget tree */

  guint n_forms; /* of which the chips are the first */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaWideningBar, qsa_widening_bar, GTK_TYPE_WIDGET)

static void
qsa_widening_bar_toggled (GtkToggleButton *chip, QsaWideningBar *self)
{
  const char *form = g_object_get_data (G_OBJECT (chip), "qsa-form");

  g_assert (QSA_IS_WIDENING_BAR (self));

  qsa_session_set_form (self->session, form, gtk_toggle_button_get_active (chip));
}

static void
qsa_widening_bar_describe (GtkWidget *chip, const QsaWidening *widening)
{
  g_autofree char *count = qsa_display_n_articles (widening->articles);
  g_autofree char *form = qsa_display_isolate (widening->spelling);
  /* Translators: %1$s is a form of a word, %2$s a count such as "412 articles". */
  g_autofree char *on = g_strdup_printf (
      _ ("Also searched: %1$s, in %2$s. Click to leave it out."), form, count);
  g_autofree char *off =
      g_strdup_printf (_ ("Not searched: %1$s, in %2$s. Click to add it."), form, count);

  gtk_widget_set_tooltip_text (chip, widening->on ? on : off);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  widening->on ? on : off, -1);
}

static void
qsa_widening_bar_add (QsaWideningBar *self, const QsaWidening *widening)
{
  g_autofree char *number = qsa_number_format (widening->articles);
  g_autofree char *form = qsa_display_isolate (widening->spelling);
  g_autofree char *signed_number = g_strconcat ("+", number, NULL);
  g_autofree char *count = qsa_bidi_isolate (signed_number, QSA_DIRECTION_LTR);
  g_autofree char *text = g_strdup_printf ("%s %s", form, count);
  GtkWidget *chip = gtk_toggle_button_new_with_label (text);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "form");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), widening->on);
  qsa_widening_bar_describe (chip, widening);
  g_object_set_data_full (G_OBJECT (chip), "qsa-form", g_strdup (widening->form), g_free);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (qsa_widening_bar_toggled), self,
                           0);
  gtk_widget_insert_before (chip, GTK_WIDGET (self), NULL);
  g_ptr_array_add (self->chips, chip);
}

/* When the forms are the same, the chips stay, and with them the keyboard focus. */
static gboolean
qsa_widening_bar_update (QsaWideningBar *self, GPtrArray *widenings, guint n_shown)
{
  if (self->chips->len != n_shown || self->n_forms != widenings->len)
    return FALSE;
  for (guint i = 0; i < n_shown; i++)
    {
      const QsaWidening *widening = g_ptr_array_index (widenings, i);

      if (!g_str_equal (g_object_get_data (self->chips->pdata[i], "qsa-form"),
                        widening->form))
        return FALSE;
    }
  for (guint i = 0; i < n_shown; i++)
    {
      const QsaWidening *widening = g_ptr_array_index (widenings, i);
      GtkToggleButton *chip = self->chips->pdata[i];

      g_signal_handlers_block_by_func (chip, qsa_widening_bar_toggled, self);
      gtk_toggle_button_set_active (chip, widening->on);
      g_signal_handlers_unblock_by_func (chip, qsa_widening_bar_toggled, self);
      qsa_widening_bar_describe (GTK_WIDGET (chip), widening);
    }
  return TRUE;
}

static void
qsa_widening_bar_add_label (QsaWideningBar *self)
{
  GtkWidget *label = gtk_label_new (_ ("Also searched:"));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_insert_before (label, GTK_WIDGET (self), NULL);
}

static void
qsa_widening_bar_clear_children (QsaWideningBar *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->chips, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void qsa_widening_bar_rebuild (QsaWideningBar *self);

static void
qsa_widening_bar_show_more (QsaWideningBar *self)
{
  g_assert (QSA_IS_WIDENING_BAR (self));

  g_free (self->query_text);
  self->query_text = g_strdup (qsa_session_get_query_text (self->session));
  qsa_widening_bar_rebuild (self);
}

static void
qsa_widening_bar_add_more (QsaWideningBar *self, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more form", "%u more forms", n),
                                           n);
  GtkWidget *more = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (more, "flat");
  gtk_widget_add_css_class (more, "chip-clear");
  gtk_widget_set_tooltip_text (more, _ ("Show All Forms"));
  g_signal_connect_object (more, "clicked", G_CALLBACK (qsa_widening_bar_show_more), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_before (more, GTK_WIDGET (self), NULL);
}

static guint
qsa_widening_bar_n_shown (QsaWideningBar *self, GPtrArray *widenings)
{
  if (widenings->len <= QSA_WIDENING_BAR_SHOWN + 1
      || g_strcmp0 (self->query_text, qsa_session_get_query_text (self->session)) == 0)
    return widenings->len;
  return QSA_WIDENING_BAR_SHOWN;
}

static void
qsa_widening_bar_rebuild (QsaWideningBar *self)
{
  QsaResult *result = NULL;
  GPtrArray *widenings = NULL;
  guint n_shown = 0;

  g_assert (QSA_IS_WIDENING_BAR (self));

  if (self->session != NULL)
    result = qsa_session_get_result (self->session);
  if (result != NULL)
    {
      widenings = qsa_result_get_widenings (result);
      n_shown = qsa_widening_bar_n_shown (self, widenings);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_shown > 0);
  if (n_shown > 0 && qsa_widening_bar_update (self, widenings, n_shown))
    return;
  qsa_widening_bar_clear_children (self);
  if (n_shown == 0)
    return;
  self->n_forms = widenings->len;
  qsa_widening_bar_add_label (self);
  for (guint i = 0; i < n_shown; i++)
    qsa_widening_bar_add (self, g_ptr_array_index (widenings, i));
  if (n_shown < widenings->len)
    qsa_widening_bar_add_more (self, widenings->len - n_shown);
}

static void
qsa_widening_bar_get_property (GObject *object, guint id, GValue *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, QSA_WIDENING_BAR (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_widening_bar_set_property (GObject *object, guint id, const GValue *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      qsa_widening_bar_set_session (QSA_WIDENING_BAR (object),
                                    g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_widening_bar_dispose (GObject *object)
{
  QsaWideningBar *self = QSA_WIDENING_BAR (object);

  qsa_widening_bar_clear_children (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qsa_widening_bar_parent_class)->dispose (object);
}

static void
qsa_widening_bar_finalize (GObject *object)
{
  QsaWideningBar *self = QSA_WIDENING_BAR (object);

  g_clear_pointer (&self->query_text, g_free);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  G_OBJECT_CLASS (qsa_widening_bar_parent_class)->finalize (object);
}

static void
qsa_widening_bar_class_init (QsaWideningBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qsa_widening_bar_dispose;
  object_class->finalize = qsa_widening_bar_finalize;
  object_class->get_property = qsa_widening_bar_get_property;
  object_class->set_property = qsa_widening_bar_set_property;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "wideningbar");

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, QSA_TYPE_SESSION,
                                                  G_PARAM_READWRITE
                                                      | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qsa_widening_bar_init (QsaWideningBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), qsa_wrap_layout_new (4, 4));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->chips = g_ptr_array_new ();
  self->session_signals = g_signal_group_new (QSA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::result",
                                  G_CALLBACK (qsa_widening_bar_rebuild), self);
}

void
qsa_widening_bar_set_session (QsaWideningBar *self, QsaSession *session)
{
  g_return_if_fail (QSA_IS_WIDENING_BAR (self));
  g_return_if_fail (session == NULL || QSA_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  qsa_widening_bar_rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
