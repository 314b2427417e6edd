/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-outlet-list.h"

#include <glib/gi18n.h>

#include "qsa-display-text.h"
#include "qsa-facet-item.h"
#include "qsa-facet-row.h"
#include "qsa-fold.h"
#include "qsa-text-util.h"

#define QSA_OUTLET_LIST_MANY 12

struct _QsaOutletList
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkWidget *all_outlets;
  GtkSearchEntry *filter;
  GtkListBox *list;
  GtkLabel *none;
  GtkButton *more;

  /* Owned */
  QsaSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *model_signals;
  GtkSizeGroup *counts;
  GPtrArray *rows; /* QsaFacetRow, borrowed from the list; re-used for other outlets */

  gboolean show_all;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaOutletList, qsa_outlet_list, GTK_TYPE_WIDGET)

/* ---- the user's wishes ---- */

static guint32
qsa_outlet_list_get_row_id (QsaFacetRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "qsa-outlet-id"));
}

static void
qsa_outlet_list_toggled (QsaFacetRow *row, gboolean checked, QsaOutletList *self)
{
  g_autoptr (QsaFilter) filter = NULL;

  g_assert (QSA_IS_OUTLET_LIST (self));

  filter = qsa_filter_with_outlet (qsa_session_get_filter (self->session),
                                   qsa_outlet_list_get_row_id (row), checked);
  qsa_session_set_filter (self->session, filter);
}

static void
qsa_outlet_list_only (QsaFacetRow *row, QsaOutletList *self)
{
  g_autoptr (QsaFilter) filter = NULL;

  g_assert (QSA_IS_OUTLET_LIST (self));

  filter = qsa_filter_with_only_outlet (qsa_session_get_filter (self->session),
                                        qsa_outlet_list_get_row_id (row));
  qsa_session_set_filter (self->session, filter);
}

static void
qsa_outlet_list_all (QsaOutletList *self)
{
  g_autoptr (QsaFilter) filter = NULL;

  g_assert (QSA_IS_OUTLET_LIST (self));

  filter = qsa_filter_without_outlets (qsa_session_get_filter (self->session));
  qsa_session_set_filter (self->session, filter);
}

/* ---- what is shown ---- */

static QsaFacetRow *
qsa_outlet_list_ensure_row (QsaOutletList *self, guint index)
{
  QsaFacetRow *row;

  if (index < self->rows->len)
    return g_ptr_array_index (self->rows, index);
  row = QSA_FACET_ROW (qsa_facet_row_new (self->counts));
  g_signal_connect_object (row, "toggled", G_CALLBACK (qsa_outlet_list_toggled), self, 0);
  g_signal_connect_object (row, "only", G_CALLBACK (qsa_outlet_list_only), self, 0);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
qsa_outlet_list_show_item (QsaOutletList *self, guint index, QsaFacetItem *item,
                           guint most)
{
  QsaFacetRow *row = qsa_outlet_list_ensure_row (self, index);
  const char *name = qsa_facet_item_get_name (item);

  g_object_set_data (G_OBJECT (row), "qsa-outlet-id",
                     GUINT_TO_POINTER (qsa_facet_item_get_outlet_id (item)));
  qsa_facet_row_set (row, qsa_display_outlet (name), name != NULL,
                     qsa_facet_item_get_articles (item), most,
                     qsa_facet_item_get_checked (item));
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
}

static void
qsa_outlet_list_hide_rows_from (QsaOutletList *self, guint index)
{
  for (guint i = index; i < self->rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, i), FALSE);
}

static gboolean
qsa_outlet_list_wants (QsaOutletList *self, QsaFacetItem *item, guint position,
                       const char *folded)
{
  if (*folded != '\0')
    return qsa_facet_item_matches (item, folded);
  return self->show_all || position < QSA_OUTLET_LIST_MANY
         || qsa_facet_item_get_checked (item);
}

static void
qsa_outlet_list_update_more (QsaOutletList *self, guint n_items, gboolean finding)
{
  g_autofree char *number = qsa_number_format (n_items);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->filter),
                          n_items > QSA_OUTLET_LIST_MANY || finding);
  gtk_widget_set_visible (GTK_WIDGET (self->more),
                          n_items > QSA_OUTLET_LIST_MANY && !finding);
  if (self->show_all)
    text = g_strdup (_ ("Show Fewer"));
  else
    text = g_strdup_printf (
        ngettext ("Show the %s Outlet", "Show All %s Outlets", n_items), number);
  gtk_button_set_label (self->more, text);
}

static void
qsa_outlet_list_update_none (QsaOutletList *self, guint n_shown, gboolean finding)
{
  gtk_label_set_text (self->none,
                      finding ? _ ("No outlet has this name.") : _ ("No outlets"));
  gtk_widget_set_visible (GTK_WIDGET (self->none), n_shown == 0);
}

static guint
qsa_outlet_list_get_most (GListModel *model)
{
  g_autoptr (QsaFacetItem) first = g_list_model_get_item (model, 0);

  /* Sorted by count: the first has the most. */
  return first != NULL ? qsa_facet_item_get_articles (first) : 0;
}

static void
qsa_outlet_list_update (QsaOutletList *self)
{
  GListModel *model;
  g_autofree char *folded = NULL;
  guint n_items;
  guint n_shown = 0;
  guint most;

  g_assert (QSA_IS_OUTLET_LIST (self));

  if (self->session == NULL || self->counts == NULL)
    return;
  model = qsa_session_get_outlets (self->session);
  folded = qsa_fold_text (gtk_editable_get_text (GTK_EDITABLE (self->filter)), -1);
  n_items = g_list_model_get_n_items (model);
  most = qsa_outlet_list_get_most (model);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (QsaFacetItem) item = g_list_model_get_item (model, i);

      if (qsa_outlet_list_wants (self, item, i, folded))
        qsa_outlet_list_show_item (self, n_shown++, item, most);
    }
  qsa_outlet_list_hide_rows_from (self, n_shown);
  qsa_outlet_list_update_more (self, n_items, *folded != '\0');
  qsa_outlet_list_update_none (self, n_shown, *folded != '\0');
}

static void
qsa_outlet_list_more_clicked (QsaOutletList *self)
{
  g_assert (QSA_IS_OUTLET_LIST (self));

  self->show_all = !self->show_all;
  qsa_outlet_list_update (self);
}

static void
qsa_outlet_list_filter_changed (QsaOutletList *self)
{
  guint n_outlets;

  g_assert (QSA_IS_OUTLET_LIST (self));

  qsa_filter_get_outlets (qsa_session_get_filter (self->session), &n_outlets);
  gtk_widget_set_visible (self->all_outlets, n_outlets > 0);
}

static void
qsa_outlet_list_stop_search (QsaOutletList *self)
{
  g_assert (QSA_IS_OUTLET_LIST (self));

  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
}

/* ---- object ---- */

static void
qsa_outlet_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, QSA_OUTLET_LIST (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_outlet_list_set_property (GObject *object, guint id, const GValue *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      qsa_outlet_list_set_session (QSA_OUTLET_LIST (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_outlet_list_dispose (GObject *object)
{
  QsaOutletList *self = QSA_OUTLET_LIST (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->model_signals);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->counts);
  G_OBJECT_CLASS (qsa_outlet_list_parent_class)->dispose (object);
}

static void
qsa_outlet_list_finalize (GObject *object)
{
  QsaOutletList *self = QSA_OUTLET_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (qsa_outlet_list_parent_class)->finalize (object);
}

static void
qsa_outlet_list_class_init (QsaOutletListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qsa_outlet_list_dispose;
  object_class->finalize = qsa_outlet_list_finalize;
  object_class->get_property = qsa_outlet_list_get_property;
  object_class->set_property = qsa_outlet_list_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, QSA_TYPE_SESSION,
                                                  G_PARAM_READWRITE
                                                      | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-outlet-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaOutletList, box);
  gtk_widget_class_bind_template_child (widget_class, QsaOutletList, all_outlets);
  gtk_widget_class_bind_template_child (widget_class, QsaOutletList, filter);
  gtk_widget_class_bind_template_child (widget_class, QsaOutletList, list);
  gtk_widget_class_bind_template_child (widget_class, QsaOutletList, none);
  gtk_widget_class_bind_template_child (widget_class, QsaOutletList, more);
}

static void
qsa_outlet_list_init (QsaOutletList *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->all_outlets, "clicked", G_CALLBACK (qsa_outlet_list_all),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->more, "clicked",
                           G_CALLBACK (qsa_outlet_list_more_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (qsa_outlet_list_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "stop-search",
                           G_CALLBACK (qsa_outlet_list_stop_search), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self->list, "row-activated",
                    G_CALLBACK (qsa_facet_row_list_activated), NULL);

  self->session_signals = g_signal_group_new (QSA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::filter",
                                  G_CALLBACK (qsa_outlet_list_filter_changed), self);
  self->model_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "items-changed",
                                  G_CALLBACK (qsa_outlet_list_update), self);
}

void
qsa_outlet_list_set_session (QsaOutletList *self, QsaSession *session)
{
  g_return_if_fail (QSA_IS_OUTLET_LIST (self));
  g_return_if_fail (session == NULL || QSA_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->model_signals,
                             session != NULL ? qsa_session_get_outlets (session) : NULL);
  if (session != NULL)
    {
      qsa_outlet_list_update (self);
      qsa_outlet_list_filter_changed (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
qsa_outlet_list_set_counts (QsaOutletList *self, GtkSizeGroup *counts)
{
  g_return_if_fail (QSA_IS_OUTLET_LIST (self));
  g_return_if_fail (GTK_IS_SIZE_GROUP (counts));

  g_set_object (&self->counts, counts);
}
