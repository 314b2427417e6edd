/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-widening-bar.h"

#include <glib/gi18n.h>

#include "qsa-display-text.h"
#include "qsa-search-text.h"
#include "qsa-text-util.h"
#include "qsa-widening-order.h"
#include "qsa-wrap-layout.h"

struct _QsaWideningBar
{
  GtkWidget parent_instance;

  /* Owned */
  QsaSession *session;
  GSignalGroup *session_signals;
  QsaWideningOrder *order;
  char *query_text;    /* for which "more" was asked */
  GPtrArray *chips;    /* GtkToggleButton, borrowed from the widget tree */
  GPtrArray *children; /* made anew with the chips; borrowed */

  gboolean expanded;

  /* Children */
  GtkWidget *widening; /* the switch */
  GtkWidget *wider;    /* the wider reach, while it is on */
  GtkWidget *none;     /* says that there are no other forms */
  GtkWidget *more;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_EXPANDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaWideningBar, qsa_widening_bar, GTK_TYPE_WIDGET)

static const char *const form_kinds[] = {
  [QSA_FORM_TYPED] = NC_ ("form", "As typed"),
  [QSA_FORM_CLITIC] = NC_ ("form", "With attached particles"),
  [QSA_FORM_TANWIN] = NC_ ("form", "With tanwin"),
  [QSA_FORM_VARIANT] = NC_ ("form", "House spelling"),
  [QSA_FORM_INFLECTION] = NC_ ("form", "Inflected"),
  [QSA_FORM_JOINED] = NC_ ("form", "Joined or apart"),
  [QSA_FORM_MONTH] = NC_ ("form", "Month of another calendar"),
  [QSA_FORM_SPELLING] = NC_ ("form", "Another spelling"),
  [QSA_FORM_STEM] = NC_ ("form", "Wider reach"),
};

/* ---- a chip ---- */

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
  const char *kind = g_dpgettext2 (NULL, "form", form_kinds[widening->kind]);
  g_autofree char *count = qsa_display_n_articles (widening->articles);
  g_autofree char *form = qsa_display_isolate (widening->spelling);
  g_autofree char *label = g_strdup_printf (
      /* Translators: a form of a word, what kind of form it is, a count such as "412 articles". */
      _ ("%1$s: %2$s, %3$s"), form, kind, count);
  const char *advice = widening->on ? _ ("Searched. Click to leave it out.")
                                    : _ ("Not searched. Click to add it.");
  g_autofree char *directed = qsa_search_text_direct (label);
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", directed, advice);

  gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
qsa_widening_bar_show_form (QsaWideningBar *self, GtkToggleButton *chip,
                            const QsaWidening *widening)
{
  g_autofree char *form = qsa_display_isolate (widening->spelling);
  g_autofree char *count = qsa_search_text_more (widening->articles);
  g_autofree char *text = g_strdup_printf ("%s %s", form, count);

  gtk_button_set_label (GTK_BUTTON (chip), text);
  g_signal_handlers_block_by_func (chip, qsa_widening_bar_toggled, self);
  gtk_toggle_button_set_active (chip, widening->on);
  g_signal_handlers_unblock_by_func (chip, qsa_widening_bar_toggled, self);
  qsa_widening_bar_describe (GTK_WIDGET (chip), widening);
}

static GtkWidget *
qsa_widening_bar_new_chip (QsaWideningBar *self, const QsaWidening *widening)
{
  GtkWidget *chip = gtk_toggle_button_new ();

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "form");
  /* A click leaves the keyboard where it is. */
  gtk_widget_set_focus_on_click (chip, FALSE);
  g_object_set_data_full (G_OBJECT (chip), "qsa-form", g_strdup (widening->form), g_free);
  g_object_set_data_full (G_OBJECT (chip), "qsa-of", g_strdup (widening->of), g_free);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (qsa_widening_bar_toggled), self,
                           0);
  qsa_widening_bar_show_form (self, GTK_TOGGLE_BUTTON (chip), widening);
  g_ptr_array_add (self->chips, chip);
  return chip;
}

/* ---- all chips ---- */

static gboolean
qsa_widening_bar_is_form (GtkWidget *chip, const QsaWidening *widening)
{
  return g_str_equal (g_object_get_data (G_OBJECT (chip), "qsa-form"), widening->form)
         && g_str_equal (g_object_get_data (G_OBJECT (chip), "qsa-of"), widening->of);
}

/* When the forms are the same, the chips stay, and with them the keyboard focus. */
static gboolean
qsa_widening_bar_update (QsaWideningBar *self, GPtrArray *shown)
{
  if (self->chips->len != shown->len)
    return FALSE;
  for (guint i = 0; i < shown->len; i++)
    if (!qsa_widening_bar_is_form (self->chips->pdata[i], shown->pdata[i]))
      return FALSE;
  for (guint i = 0; i < shown->len; i++)
    qsa_widening_bar_show_form (self, self->chips->pdata[i], shown->pdata[i]);
  return TRUE;
}

/* The word that forms belong to stays on a line with the first of them. */
static void
qsa_widening_bar_add_word (QsaWideningBar *self, const char *word, GtkWidget *chip)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *isolated = qsa_display_isolate (word);
  g_autofree char *text = g_strdup_printf (
      /* Translators: %s is a word of the search; its other forms follow. */
      C_ ("forms of a word", "%s:"), isolated);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_widget_insert_before (box, GTK_WIDGET (self), self->none);
  g_ptr_array_add (self->children, box);
}

static void
qsa_widening_bar_clear_chips (QsaWideningBar *self)
{
  g_ptr_array_set_size (self->chips, 0);
  for (guint i = 0; i < self->children->len; i++)
    gtk_widget_unparent (self->children->pdata[i]);
  g_ptr_array_set_size (self->children, 0);
}

static gboolean
qsa_widening_bar_has_words (GPtrArray *shown)
{
  const QsaWidening *first = shown->len > 0 ? shown->pdata[0] : NULL;

  for (guint i = 1; i < shown->len; i++)
    if (!g_str_equal (((const QsaWidening *) shown->pdata[i])->of, first->of))
      return TRUE;
  return FALSE;
}

static void
qsa_widening_bar_fill (QsaWideningBar *self, GPtrArray *shown)
{
  gboolean with_words = qsa_widening_bar_has_words (shown);
  const char *word = NULL;

  qsa_widening_bar_clear_chips (self);
  for (guint i = 0; i < shown->len; i++)
    {
      const QsaWidening *widening = shown->pdata[i];
      GtkWidget *chip = qsa_widening_bar_new_chip (self, widening);

      if (with_words && g_strcmp0 (word, widening->of) != 0)
        qsa_widening_bar_add_word (self, widening->of, chip);
      else
        {
          gtk_widget_insert_before (chip, GTK_WIDGET (self), self->none);
          g_ptr_array_add (self->children, chip);
        }
      word = widening->of;
    }
}

/* A chip that was made anew under the keyboard's focus gets it back. */
static void
qsa_widening_bar_fill_keeping_focus (QsaWideningBar *self, GPtrArray *shown)
{
  g_autofree char *form = NULL;
  gboolean had_focus = FALSE;

  for (guint i = 0; i < self->chips->len && !had_focus; i++)
    if (gtk_widget_has_focus (self->chips->pdata[i]))
      {
        had_focus = TRUE;
        form = g_strdup (g_object_get_data (self->chips->pdata[i], "qsa-form"));
      }
  qsa_widening_bar_fill (self, shown);
  if (!had_focus)
    return;
  for (guint i = 0; i < self->chips->len; i++)
    if (g_str_equal (g_object_get_data (self->chips->pdata[i], "qsa-form"), form))
      {
        gtk_widget_grab_focus (self->chips->pdata[i]);
        return;
      }
  gtk_widget_grab_focus (self->widening);
}

/* ---- the bar ---- */

/* Whether there is a word that could have other forms. */
static gboolean
qsa_widening_bar_has_forms (const QsaQueryNode *node)
{
  if (node->kind == QSA_NODE_WORD || node->kind == QSA_NODE_PHRASE)
    return node->reach != QSA_REACH_SURFACE && node->reach != QSA_REACH_PRINTED;
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    if (qsa_widening_bar_has_forms (node->children->pdata[i]))
      return TRUE;
  return FALSE;
}

static QsaResult *
qsa_widening_bar_get_result (QsaWideningBar *self)
{
  QsaResult *result = self->session != NULL ? qsa_session_get_result (self->session)
                                            : NULL;
  QsaQuery *query;

  if (result == NULL)
    return NULL;
  query = qsa_search_request_get_query (qsa_result_get_request (result));
  return qsa_widening_bar_has_forms (qsa_query_get_root (query)) ? result : NULL;
}

/* All forms were asked for, it is the same question still, and there are more than the few. */
static void
qsa_widening_bar_update_expanded (QsaWideningBar *self, gboolean has_more)
{
  const char *query_text = qsa_session_get_query_text (self->session);
  gboolean expanded = has_more && g_strcmp0 (self->query_text, query_text) == 0;

  if (self->expanded == expanded)
    return;
  self->expanded = expanded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

static void
qsa_widening_bar_show_more_button (QsaWideningBar *self, guint n_hidden)
{
  g_autofree char *number = qsa_number_format (n_hidden);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s more form", "%s more forms", n_hidden), number);

  gtk_widget_set_visible (self->more, n_hidden > 0);
  gtk_button_set_label (GTK_BUTTON (self->more),
                        self->expanded ? _ ("Fewer forms") : text);
  gtk_widget_set_tooltip_text (self->more, self->expanded ? _ ("Show Fewer Forms")
                                                          : _ ("Show All Forms"));
}

static void
qsa_widening_bar_rebuild (QsaWideningBar *self)
{
  QsaResult *result = qsa_widening_bar_get_result (self);
  g_autoptr (GPtrArray) arranged = NULL;
  g_autoptr (GPtrArray) few = NULL;
  GPtrArray *shown;
  gboolean has_more;
  gboolean widening;

  g_assert (QSA_IS_WIDENING_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), result != NULL);
  if (result == NULL)
    return;
  arranged = qsa_widening_order_arrange (self->order,
                                         qsa_session_get_query_text (self->session),
                                         qsa_result_get_widenings (result));
  few = qsa_widening_order_pick (arranged, qsa_widening_order_max_of_word (arranged),
                                 qsa_widening_order_max_of_all (arranged));
  /* A button for one hidden form would take the place of that form. */
  has_more = few->len + 1 < arranged->len;
  qsa_widening_bar_update_expanded (self, has_more);
  shown = self->expanded || !has_more ? arranged : few;
  if (!qsa_widening_bar_update (self, shown))
    qsa_widening_bar_fill_keeping_focus (self, shown);
  widening = qsa_session_get_reach (self->session) != QSA_REACH_FOLDED;
  gtk_widget_set_visible (self->none, widening && arranged->len == 0);
  gtk_widget_set_visible (self->wider,
                          qsa_session_get_reach (self->session) == QSA_REACH_WIDE);
  qsa_widening_bar_show_more_button (self, has_more ? arranged->len - few->len : 0);
}

static void
qsa_widening_bar_toggle_more (QsaWideningBar *self)
{
  g_assert (QSA_IS_WIDENING_BAR (self));

  g_clear_pointer (&self->query_text, g_free);
  if (!self->expanded)
    self->query_text = g_strdup (qsa_session_get_query_text (self->session));
  qsa_widening_bar_rebuild (self);
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
    case PROP_EXPANDED:
      g_value_set_boolean (value, QSA_WIDENING_BAR (object)->expanded);
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

  qsa_widening_bar_clear_chips (self);
  g_clear_pointer (&self->widening, gtk_widget_unparent);
  g_clear_pointer (&self->none, gtk_widget_unparent);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  g_clear_pointer (&self->wider, gtk_widget_unparent);
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
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->order, qsa_widening_order_free);
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
  properties[PROP_EXPANDED] = g_param_spec_boolean (
      "expanded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qsa_widening_bar_build (QsaWideningBar *self)
{
  self->widening = gtk_check_button_new_with_label (_ ("Other forms"));
  gtk_widget_add_css_class (self->widening, "caption");
  gtk_widget_set_focus_on_click (self->widening, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->widening), "win.toggle-widening");
  gtk_widget_set_tooltip_text (
      self->widening, _ ("Search other forms of the words too, or only the words as "
                         "typed (Ctrl+T)"));
  self->none = gtk_label_new (_ ("none in the archive"));
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_widget_add_css_class (self->none, "caption");
  self->more = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "chip-clear");
  gtk_widget_set_focus_on_click (self->more, FALSE);
  g_signal_connect_object (self->more, "clicked",
                           G_CALLBACK (qsa_widening_bar_toggle_more), self,
                           G_CONNECT_SWAPPED);
  self->wider = gtk_toggle_button_new_with_label (_ ("Wider Reach"));
  gtk_widget_add_css_class (self->wider, "chip");
  gtk_widget_add_css_class (self->wider, "form");
  gtk_widget_set_focus_on_click (self->wider, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->wider), "win.wider-reach");
  gtk_widget_set_tooltip_text (self->wider, _ ("Back to the Usual Reach (Ctrl+Shift+T)"));
  gtk_widget_set_parent (self->widening, GTK_WIDGET (self));
  gtk_widget_set_parent (self->wider, GTK_WIDGET (self));
  gtk_widget_set_parent (self->none, GTK_WIDGET (self));
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

static void
qsa_widening_bar_init (QsaWideningBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), qsa_wrap_layout_new (4, 4));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->chips = g_ptr_array_new ();
  self->children = g_ptr_array_new ();
  self->order = qsa_widening_order_new ();
  qsa_widening_bar_build (self);
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
