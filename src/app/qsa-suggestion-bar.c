/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-suggestion-bar.h"

#include <glib/gi18n.h>

#include "qsa-display-text.h"
#include "qsa-search-text.h"
#include "qsa-wrap-layout.h"

struct _QsaSuggestionBar
{
  GtkWidget parent_instance;

  /* Owned */
  QsaSession *session;
  GSignalGroup *session_signals;

  gboolean large;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_LARGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaSuggestionBar, qsa_suggestion_bar, GTK_TYPE_WIDGET)

static void
qsa_suggestion_bar_clear_children (QsaSuggestionBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/* ---- asking ---- */

static void
qsa_suggestion_bar_ask_wider (QsaSession *session, const char *query)
{
  qsa_session_set_reach (session, QSA_REACH_WIDE);
}

static void
qsa_suggestion_bar_ask_spelling (QsaSession *session, const char *query)
{
  qsa_session_set_query_text (session, query);
  qsa_session_finish_query (session);
}

static void
qsa_suggestion_bar_ask_without_filter (QsaSession *session, const char *query)
{
  g_autoptr (QsaFilter) filter = qsa_filter_new ();

  qsa_session_set_filter (session, filter);
}

static void (*const suggestion_asks[]) (QsaSession *session, const char *query) = {
  [QSA_SUGGEST_WIDER] = qsa_suggestion_bar_ask_wider,
  [QSA_SUGGEST_SPELLING] = qsa_suggestion_bar_ask_spelling,
  [QSA_SUGGEST_WITHOUT_FILTER] = qsa_suggestion_bar_ask_without_filter,
};

static void
qsa_suggestion_bar_clicked (GtkWidget *button, QsaSuggestionBar *self)
{
  guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "qsa-kind"));
  g_autofree char *query = g_strdup (g_object_get_data (G_OBJECT (button), "qsa-query"));

  g_assert (QSA_IS_SUGGESTION_BAR (self));

  /* The button will be gone: its focus goes to where the question is refined. */
  if (gtk_widget_has_focus (button))
    gtk_widget_activate_action (button, "win.edit-search", NULL);
  suggestion_asks[kind](self->session, query);
}

/* ---- saying ---- */

static char *
qsa_suggestion_bar_dup_label (const QsaSuggestion *suggestion, QsaResult *result)
{
  guint more = suggestion->articles
               - MIN (suggestion->articles, qsa_result_get_total (result));
  g_autofree char *count = qsa_search_text_more (more);
  g_autofree char *spelling = NULL;

  switch (suggestion->kind)
    {
    case QSA_SUGGEST_SPELLING:
      spelling = qsa_display_isolate (suggestion->spelling);
      /* Translators: %s is another word than the one that was searched. */
      return g_strdup_printf (_ ("Did you mean “%s”?"), spelling);
    case QSA_SUGGEST_WITHOUT_FILTER:
      return qsa_search_text_without_filter (result);
    case QSA_SUGGEST_WIDER:
    default:
      /* Translators: %s is how many articles more would be found, such as +37. */
      return g_strdup_printf (_ ("Search More Widely (%s)"), count);
    }
}

static char *
qsa_suggestion_bar_dup_tooltip (const QsaSuggestion *suggestion)
{
  g_autofree char *query = NULL;

  switch (suggestion->kind)
    {
    case QSA_SUGGEST_SPELLING:
      query = qsa_search_text_isolate (suggestion->query);
      return g_strdup_printf (_ ("Search for: %s"), query);
    case QSA_SUGGEST_WITHOUT_FILTER:
      return g_strdup (_ ("Every outlet, date and state"));
    case QSA_SUGGEST_WIDER:
    default:
      return g_strdup (
          _ ("Words of the same family, whatever their beginning and ending"));
    }
}

static void
qsa_suggestion_bar_add (QsaSuggestionBar *self, const QsaSuggestion *suggestion,
                        QsaResult *result)
{
  g_autofree char *text = qsa_suggestion_bar_dup_label (suggestion, result);
  g_autofree char *tooltip = qsa_suggestion_bar_dup_tooltip (suggestion);
  GtkWidget *button = gtk_button_new_with_label (text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (button, self->large ? "pill" : "chip");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_object_set_data (G_OBJECT (button), "qsa-kind", GUINT_TO_POINTER (suggestion->kind));
  g_object_set_data_full (G_OBJECT (button), "qsa-query", g_strdup (suggestion->query),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (qsa_suggestion_bar_clicked),
                           self, 0);
  gtk_widget_insert_before (button, GTK_WIDGET (self), NULL);
}

static void
qsa_suggestion_bar_rebuild (QsaSuggestionBar *self)
{
  QsaResult *result = self->session != NULL ? qsa_session_get_result (self->session)
                                            : NULL;
  GPtrArray *suggestions = result != NULL ? qsa_result_get_suggestions (result) : NULL;

  g_assert (QSA_IS_SUGGESTION_BAR (self));

  qsa_suggestion_bar_clear_children (self);
  for (guint i = 0; suggestions != NULL && i < suggestions->len; i++)
    {
      const QsaSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      /* The empty page has a button for the filters anyway. */
      if (!self->large || suggestion->kind != QSA_SUGGEST_WITHOUT_FILTER)
        qsa_suggestion_bar_add (self, suggestion, result);
    }
  /* Where nothing was found the empty page says it large. */
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL
                              && (self->large || qsa_result_get_total (result) > 0));
}

/* ---- object ---- */

static void
qsa_suggestion_bar_get_property (GObject *object, guint id, GValue *value,
                                 GParamSpec *pspec)
{
  QsaSuggestionBar *self = QSA_SUGGESTION_BAR (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_LARGE:
      g_value_set_boolean (value, self->large);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_suggestion_bar_set_property (GObject *object, guint id, const GValue *value,
                                 GParamSpec *pspec)
{
  QsaSuggestionBar *self = QSA_SUGGESTION_BAR (object);

  switch (id)
    {
    case PROP_SESSION:
      qsa_suggestion_bar_set_session (self, g_value_get_object (value));
      break;
    case PROP_LARGE:
      qsa_suggestion_bar_set_large (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_suggestion_bar_dispose (GObject *object)
{
  QsaSuggestionBar *self = QSA_SUGGESTION_BAR (object);

  qsa_suggestion_bar_clear_children (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qsa_suggestion_bar_parent_class)->dispose (object);
}

static void
qsa_suggestion_bar_class_init (QsaSuggestionBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                            | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = qsa_suggestion_bar_dispose;
  object_class->get_property = qsa_suggestion_bar_get_property;
  object_class->set_property = qsa_suggestion_bar_set_property;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "suggestionbar");

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, QSA_TYPE_SESSION,
                                                  flags);
  properties[PROP_LARGE] = g_param_spec_boolean ("large", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qsa_suggestion_bar_init (QsaSuggestionBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), qsa_wrap_layout_new (6, 6));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->session_signals = g_signal_group_new (QSA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::result",
                                  G_CALLBACK (qsa_suggestion_bar_rebuild), self);
}

void
qsa_suggestion_bar_set_large (QsaSuggestionBar *self, gboolean large)
{
  GtkLayoutManager *layout;

  g_return_if_fail (QSA_IS_SUGGESTION_BAR (self));

  if (self->large == large)
    return;
  self->large = large;
  if (large)
    {
      layout = gtk_box_layout_new (GTK_ORIENTATION_VERTICAL);
      gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
    }
  else
    layout = qsa_wrap_layout_new (6, 6);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), layout);
  qsa_suggestion_bar_rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LARGE]);
}

void
qsa_suggestion_bar_set_session (QsaSuggestionBar *self, QsaSession *session)
{
  g_return_if_fail (QSA_IS_SUGGESTION_BAR (self));
  g_return_if_fail (session == NULL || QSA_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  qsa_suggestion_bar_rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
