/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-date-panel.h"

#include <glib/gi18n.h>

#include "qsa-date-entry.h"
#include "qsa-display-text.h"
#include "qsa-facet-row.h"
#include "qsa-histogram.h"

struct _QsaDatePanel
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkWidget *all_dates;
  QsaHistogram *histogram;
  GtkLabel *year_only;
  QsaDateEntry *from;
  QsaDateEntry *to;
  GtkLabel *message;
  GtkListBox *undated_list;
  QsaFacetRow *undated; /* child of undated_list; NULL until the counts are known */

  /* Owned */
  QsaSession *session;
  GSignalGroup *session_signals;

  gboolean setting; /* the entries are being filled from the filter */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaDatePanel, qsa_date_panel, GTK_TYPE_WIDGET)

/* ---- the user's wishes ---- */

static void
qsa_date_panel_set_range (QsaDatePanel *self, const QsaDate *from, const QsaDate *to)
{
  g_autoptr (QsaFilter)
      filter = qsa_filter_with_dates (qsa_session_get_filter (self->session), from, to);

  qsa_session_set_filter (self->session, filter);
}

static void
qsa_date_panel_brushed (QsaDatePanel *self, const QsaDate *from, const QsaDate *to)
{
  g_assert (QSA_IS_DATE_PANEL (self));

  if (self->session != NULL)
    qsa_date_panel_set_range (self, from, to);
}

static gboolean
qsa_date_panel_in_order (const QsaDate *from, const QsaDate *to)
{
  return from->precision == QSA_DATE_NONE || to->precision == QSA_DATE_NONE
         || qsa_date_first_day (from) <= qsa_date_last_day (to);
}

static void
qsa_date_panel_entry_changed (QsaDatePanel *self, QsaDateEntry *entry)
{
  QsaDate from = qsa_date_entry_get_date (self->from);
  QsaDate to = qsa_date_entry_get_date (self->to);

  g_assert (QSA_IS_DATE_PANEL (self));

  if (self->setting || self->session == NULL)
    return;
  if (!qsa_date_panel_in_order (&from, &to))
    {
      qsa_date_entry_set_message (entry, _ ("The range ends before it begins."));
      return;
    }
  qsa_date_entry_set_message (self->from, NULL);
  qsa_date_entry_set_message (self->to, NULL);
  qsa_date_panel_set_range (self, &from, &to);
}

static void
qsa_date_panel_undated_toggled (QsaDatePanel *self, gboolean checked)
{
  g_autoptr (QsaFilter) filter = NULL;

  g_assert (QSA_IS_DATE_PANEL (self));

  if (self->session == NULL)
    return;
  filter = qsa_filter_with_undated (qsa_session_get_filter (self->session), checked);
  qsa_session_set_filter (self->session, filter);
}

static void
qsa_date_panel_undated_only (QsaDatePanel *self)
{
  g_autoptr (QsaFilter) dateless = NULL;
  g_autoptr (QsaFilter) filter = NULL;

  g_assert (QSA_IS_DATE_PANEL (self));

  if (self->session == NULL)
    return;
  dateless = qsa_filter_without_dates (qsa_session_get_filter (self->session));
  filter = qsa_filter_with_undated (dateless, TRUE);
  qsa_session_set_filter (self->session, filter);
}

static void
qsa_date_panel_all_dates (QsaDatePanel *self)
{
  g_autoptr (QsaFilter) filter = NULL;

  g_assert (QSA_IS_DATE_PANEL (self));

  if (self->session == NULL)
    return;
  filter = qsa_filter_without_dates (qsa_session_get_filter (self->session));
  qsa_session_set_filter (self->session, filter);
}

/* ---- what is shown ---- */

static void
qsa_date_panel_update_message (QsaDatePanel *self)
{
  const char *message = qsa_date_entry_get_message (self->from);

  g_assert (QSA_IS_DATE_PANEL (self));

  if (message == NULL)
    message = qsa_date_entry_get_message (self->to);
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static void
qsa_date_panel_update_undated (QsaDatePanel *self, QsaResult *result, QsaFilter *filter)
{
  const QsaMonthCount *months;
  guint n_months;
  guint undated;
  guint total;

  if (self->undated == NULL)
    return;
  months = qsa_result_get_months (result, &n_months);
  undated = total = qsa_result_get_n_undated (result);
  for (guint i = 0; i < n_months; i++)
    total += months[i].articles;
  qsa_facet_row_set (self->undated, _ ("Undated"), FALSE, undated, total,
                     qsa_filter_get_undated (filter));
}

static void
qsa_date_panel_update_year_only (QsaDatePanel *self, guint n_year_only)
{
  g_autofree char *articles = qsa_display_n_articles (n_year_only);
  /* Translators: under the histogram by months; %s is a count such as "3 articles" of which only
   * the year is known. */
  g_autofree char *text = g_strdup_printf (_ ("and %s without a month"), articles);

  gtk_label_set_text (self->year_only, text);
  gtk_widget_set_visible (GTK_WIDGET (self->year_only), n_year_only > 0);
}

static void
qsa_date_panel_update (QsaDatePanel *self)
{
  QsaResult *result;
  QsaFilter *filter;
  QsaDateBins *bins;
  const QsaMonthCount *months;
  guint n_months;

  g_assert (QSA_IS_DATE_PANEL (self));

  if (self->session == NULL)
    return;
  result = qsa_session_get_result (self->session);
  filter = qsa_session_get_filter (self->session);
  if (result == NULL)
    return;
  months = qsa_result_get_months (result, &n_months);
  bins = qsa_date_bins_new (months, n_months, qsa_filter_get_from (filter),
                            qsa_filter_get_to (filter));
  qsa_date_panel_update_year_only (self, bins->n_year_only);
  qsa_histogram_take_bins (self->histogram, bins, qsa_filter_get_from (filter),
                           qsa_filter_get_to (filter));
  qsa_date_panel_update_undated (self, result, filter);
}

static void
qsa_date_panel_filter_changed (QsaDatePanel *self)
{
  QsaFilter *filter;

  g_assert (QSA_IS_DATE_PANEL (self));

  if (self->session == NULL)
    return;
  filter = qsa_session_get_filter (self->session);
  self->setting = TRUE;
  qsa_date_entry_set_date (self->from, qsa_filter_get_from (filter));
  qsa_date_entry_set_date (self->to, qsa_filter_get_to (filter));
  self->setting = FALSE;
  gtk_widget_set_visible (self->all_dates, qsa_filter_has_dates (filter));
  /* The bars show the choice at once; their heights follow with the result. */
  qsa_date_panel_update (self);
}

/* ---- object ---- */

static void
qsa_date_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, QSA_DATE_PANEL (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_date_panel_set_property (GObject *object, guint id, const GValue *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      qsa_date_panel_set_session (QSA_DATE_PANEL (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_date_panel_dispose (GObject *object)
{
  QsaDatePanel *self = QSA_DATE_PANEL (object);

  g_clear_object (&self->session_signals);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qsa_date_panel_parent_class)->dispose (object);
}

static void
qsa_date_panel_class_init (QsaDatePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QSA_TYPE_HISTOGRAM);
  g_type_ensure (QSA_TYPE_DATE_ENTRY);

  object_class->dispose = qsa_date_panel_dispose;
  object_class->get_property = qsa_date_panel_get_property;
  object_class->set_property = qsa_date_panel_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, QSA_TYPE_SESSION,
                                                  G_PARAM_READWRITE
                                                      | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-date-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaDatePanel, box);
  gtk_widget_class_bind_template_child (widget_class, QsaDatePanel, all_dates);
  gtk_widget_class_bind_template_child (widget_class, QsaDatePanel, histogram);
  gtk_widget_class_bind_template_child (widget_class, QsaDatePanel, year_only);
  gtk_widget_class_bind_template_child (widget_class, QsaDatePanel, from);
  gtk_widget_class_bind_template_child (widget_class, QsaDatePanel, to);
  gtk_widget_class_bind_template_child (widget_class, QsaDatePanel, message);
  gtk_widget_class_bind_template_child (widget_class, QsaDatePanel, undated_list);
}

static void
qsa_date_panel_init (QsaDatePanel *self)
{
  QsaDateEntry **entries[] = { &self->from, &self->to };

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->histogram, "brushed",
                           G_CALLBACK (qsa_date_panel_brushed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all_dates, "clicked",
                           G_CALLBACK (qsa_date_panel_all_dates), self,
                           G_CONNECT_SWAPPED);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_signal_connect_object (*entries[i], "date-changed",
                               G_CALLBACK (qsa_date_panel_entry_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (*entries[i], "notify::message",
                               G_CALLBACK (qsa_date_panel_update_message), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect (self->undated_list, "row-activated",
                    G_CALLBACK (qsa_facet_row_list_activated), NULL);

  self->session_signals = g_signal_group_new (QSA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::result",
                                  G_CALLBACK (qsa_date_panel_update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::filter",
                                  G_CALLBACK (qsa_date_panel_filter_changed), self);
}

void
qsa_date_panel_set_session (QsaDatePanel *self, QsaSession *session)
{
  g_return_if_fail (QSA_IS_DATE_PANEL (self));
  g_return_if_fail (session == NULL || QSA_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  qsa_date_panel_filter_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
qsa_date_panel_set_counts (QsaDatePanel *self, GtkSizeGroup *counts)
{
  g_return_if_fail (QSA_IS_DATE_PANEL (self));
  g_return_if_fail (self->undated == NULL);

  self->undated = QSA_FACET_ROW (qsa_facet_row_new (counts));
  g_signal_connect_object (self->undated, "toggled",
                           G_CALLBACK (qsa_date_panel_undated_toggled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undated, "only",
                           G_CALLBACK (qsa_date_panel_undated_only), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->undated_list, GTK_WIDGET (self->undated));
  qsa_facet_row_set (self->undated, _ ("Undated"), FALSE, 0, 0, FALSE);
}
