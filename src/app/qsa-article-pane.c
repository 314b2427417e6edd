/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-article-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "qsa-article-row.h"
#include "qsa-capped-layout.h"
#include "qsa-chip-bar.h"
#include "qsa-reading-bar.h"
#include "qsa-search-text.h"
#include "qsa-suggestion-bar.h"
#include "qsa-widening-bar.h"

struct _QsaArticlePane
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  QsaReadingBar *reading_bar;
  QsaChipBar *chip_bar;
  QsaSuggestionBar *suggestion_bar;
  QsaSuggestionBar *suggestion_buttons;
  QsaWideningBar *widening_bar;
  GtkScrolledWindow *widening_scroller;
  GtkLabel *count;
  GtkDropDown *sort;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *none_page;
  AdwStatusPage *error_page;
  GtkWidget *clear_filters;
  GtkWidget *clear_search;

  /* Owned */
  QsaSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *list_signals;
  GtkWidget *row_menu; /* GtkPopoverMenu */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

enum
{
  QSA_ARTICLE_PANE_OPENED,
  QSA_ARTICLE_PANE_N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[QSA_ARTICLE_PANE_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaArticlePane, qsa_article_pane, GTK_TYPE_WIDGET)

static void
qsa_article_pane_open (QsaArticlePane *self, gboolean with_focus)
{
  g_signal_emit (self, signals[QSA_ARTICLE_PANE_OPENED], 0, with_focus);
}

static guint
qsa_article_pane_n_listed (QsaArticlePane *self)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (qsa_session_get_selection (self->session)));
}

/* ---- what is shown ---- */

static void
qsa_article_pane_update_count (QsaArticlePane *self)
{
  g_autofree char *count = NULL;

  if (self->session != NULL && qsa_session_get_result (self->session) != NULL)
    count = qsa_search_text_count (qsa_article_pane_n_listed (self),
                                   qsa_session_get_n_selected (self->session));
  gtk_label_set_text (self->count, count != NULL ? count : "");
}

static void
qsa_article_pane_show_none (QsaArticlePane *self)
{
  gboolean filtered = !qsa_filter_is_empty (qsa_session_get_filter (self->session));
  gboolean queried = *qsa_session_get_query_text (self->session) != '\0';

  adw_status_page_set_description (self->none_page,
                                   qsa_search_text_advise (self->session));
  if (qsa_session_get_result (self->session) != NULL)
    {
      g_autofree char *label =
          qsa_search_text_without_filter (qsa_session_get_result (self->session));

      gtk_button_set_label (GTK_BUTTON (self->clear_filters), label);
    }
  gtk_widget_set_visible (self->clear_filters, filtered);
  gtk_widget_set_visible (self->clear_search, queried);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
qsa_article_pane_update (QsaArticlePane *self)
{
  g_assert (QSA_IS_ARTICLE_PANE (self));

  qsa_article_pane_update_count (self);
  if (self->session == NULL)
    gtk_stack_set_visible_child_name (self->stack, "wait");
  else if (qsa_session_get_error (self->session) != NULL)
    {
      adw_status_page_set_description (self->error_page,
                                       qsa_session_get_error (self->session));
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
  else if (qsa_session_get_result (self->session) == NULL)
    gtk_stack_set_visible_child_name (self->stack, "wait");
  else if (qsa_article_pane_n_listed (self) == 0)
    qsa_article_pane_show_none (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
qsa_article_pane_listed (QsaArticlePane *self)
{
  g_assert (QSA_IS_ARTICLE_PANE (self));

  if (qsa_article_pane_n_listed (self) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

/* The page changes before the rows are gone: with the focus in one of them, GTK would look for another
 * widget anywhere in the window, also where nothing is to be seen. */
static void
qsa_article_pane_leave_list (QsaArticlePane *self)
{
  g_assert (QSA_IS_ARTICLE_PANE (self));

  if (qsa_article_pane_n_listed (self) == 0)
    qsa_article_pane_show_none (self);
}

/* A list that shows its beginning goes on showing it when articles come in before it; GTK would
 * keep the row in its place and the newest out of sight. */
static void
qsa_article_pane_keep_beginning (QsaArticlePane *self)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));

  g_assert (QSA_IS_ARTICLE_PANE (self));

  if (gtk_adjustment_get_value (place) <= gtk_adjustment_get_lower (place))
    qsa_article_pane_listed (self);
}

static void
qsa_article_pane_sort_chosen (QsaArticlePane *self)
{
  g_assert (QSA_IS_ARTICLE_PANE (self));

  if (self->session != NULL)
    qsa_session_set_sort (self->session, gtk_drop_down_get_selected (self->sort));
}

static void
qsa_article_pane_sort_changed (QsaArticlePane *self)
{
  g_assert (QSA_IS_ARTICLE_PANE (self));

  gtk_drop_down_set_selected (self->sort, qsa_session_get_sort (self->session));
}

/* All forms of a word may be more than the pane is high; the few fit, and need no room for a scrollbar. */
static void
qsa_article_pane_forms_expanded (QsaArticlePane *self)
{
  gboolean expanded;

  g_assert (QSA_IS_ARTICLE_PANE (self));

  g_object_get (self->widening_bar, "expanded", &expanded, NULL);
  gtk_scrolled_window_set_policy (self->widening_scroller, GTK_POLICY_NEVER,
                                  expanded ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
}

/* ---- rows ---- */

static void
qsa_article_pane_popup_menu (QsaArticlePane *self, GtkWidget *row, double x, double y)
{
  graphene_point_t point;

  if (self->row_menu == NULL
      || !gtk_widget_compute_point (row, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y),
                                    &point))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->row_menu),
                               &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->row_menu));
}

static void
qsa_article_pane_row_pressed (GtkGestureClick *click, int n_press, double x, double y,
                              GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  QsaArticlePane *self =
      QSA_ARTICLE_PANE (gtk_widget_get_ancestor (row, QSA_TYPE_ARTICLE_PANE));
  guint position = gtk_list_item_get_position (list_item);
  GtkSelectionModel *selection =
      GTK_SELECTION_MODEL (qsa_session_get_selection (self->session));

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  qsa_article_pane_popup_menu (self, row, x, y);
}

static void
qsa_article_pane_row_released (GtkGestureClick *click, int n_press, double x, double y,
                               GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  QsaArticlePane *self =
      QSA_ARTICLE_PANE (gtk_widget_get_ancestor (row, QSA_TYPE_ARTICLE_PANE));
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  /* With a modifier it is about the selection, not about reading. */
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return;
  /* The list would select it after this; but then it may be hidden already. */
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (
                                       qsa_session_get_selection (self->session)),
                                   gtk_list_item_get_position (list_item), TRUE);
  qsa_article_pane_open (self, FALSE);
}

static void
qsa_article_pane_setup_row (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = qsa_article_row_new ();
  GtkGesture *menu_click = gtk_gesture_click_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu_click, "pressed", G_CALLBACK (qsa_article_pane_row_pressed),
                    list_item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (menu_click));
  g_signal_connect (click, "released", G_CALLBACK (qsa_article_pane_row_released),
                    list_item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
qsa_article_pane_bind_row (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  qsa_article_row_set_item (QSA_ARTICLE_ROW (gtk_list_item_get_child (list_item)),
                            gtk_list_item_get_item (list_item));
}

static void
qsa_article_pane_unbind_row (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  qsa_article_row_set_item (QSA_ARTICLE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
qsa_article_pane_row_activated (QsaArticlePane *self, guint position)
{
  GtkSelectionModel *selection;

  g_assert (QSA_IS_ARTICLE_PANE (self));

  selection = GTK_SELECTION_MODEL (qsa_session_get_selection (self->session));
  gtk_selection_model_select_item (selection, position, TRUE);
  qsa_article_pane_open (self, TRUE);
}

static gboolean
qsa_article_pane_menu_key (GtkWidget *widget, GVariant *args, gpointer unused)
{
  QsaArticlePane *self = QSA_ARTICLE_PANE (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row == NULL)
    return FALSE;
  qsa_article_pane_popup_menu (self, row, gtk_widget_get_width (row) / 2.0,
                               gtk_widget_get_height (row) / 2.0);
  return TRUE;
}

/* ---- object ---- */

static void
qsa_article_pane_get_property (GObject *object, guint id, GValue *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, QSA_ARTICLE_PANE (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_article_pane_set_property (GObject *object, guint id, const GValue *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      qsa_article_pane_set_session (QSA_ARTICLE_PANE (object),
                                    g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_article_pane_dispose (GObject *object)
{
  QsaArticlePane *self = QSA_ARTICLE_PANE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->list_signals);
  g_clear_pointer (&self->row_menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qsa_article_pane_parent_class)->dispose (object);
}

static void
qsa_article_pane_class_init (QsaArticlePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QSA_TYPE_CAPPED_LAYOUT);
  g_type_ensure (QSA_TYPE_CHIP_BAR);
  g_type_ensure (QSA_TYPE_READING_BAR);
  g_type_ensure (QSA_TYPE_SUGGESTION_BAR);
  g_type_ensure (QSA_TYPE_WIDENING_BAR);

  object_class->dispose = qsa_article_pane_dispose;
  object_class->get_property = qsa_article_pane_get_property;
  object_class->set_property = qsa_article_pane_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, QSA_TYPE_SESSION,
                                                  G_PARAM_READWRITE
                                                      | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[QSA_ARTICLE_PANE_OPENED] = g_signal_new ("opened", QSA_TYPE_ARTICLE_PANE,
                                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                   G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-article-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, box);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, reading_bar);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, chip_bar);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, suggestion_bar);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, suggestion_buttons);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, widening_bar);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, widening_scroller);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, count);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, sort);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, stack);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, list);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, none_page);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, error_page);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, clear_filters);
  gtk_widget_class_bind_template_child (widget_class, QsaArticlePane, clear_search);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, qsa_article_pane_menu_key,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                qsa_article_pane_menu_key, NULL);
}

static void
qsa_article_pane_init (QsaArticlePane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (qsa_article_pane_setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (qsa_article_pane_bind_row), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (qsa_article_pane_unbind_row), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_object (self->list, "activate",
                           G_CALLBACK (qsa_article_pane_row_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sort, "notify::selected",
                           G_CALLBACK (qsa_article_pane_sort_chosen), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_object (self->widening_bar, "notify::expanded",
                           G_CALLBACK (qsa_article_pane_forms_expanded), self,
                           G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (QSA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::result",
                                  G_CALLBACK (qsa_article_pane_update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::error",
                                  G_CALLBACK (qsa_article_pane_update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::n-selected",
                                  G_CALLBACK (qsa_article_pane_update_count), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::sort",
                                  G_CALLBACK (qsa_article_pane_sort_changed), self);
  g_signal_group_connect_swapped (self->session_signals, "listed",
                                  G_CALLBACK (qsa_article_pane_listed), self);
  self->list_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->list_signals, "items-changed",
                                  G_CALLBACK (qsa_article_pane_leave_list), self);
  /* After, for the list view must have heard of the change before it is asked to scroll. */
  g_signal_group_connect_data (self->list_signals, "items-changed",
                               G_CALLBACK (qsa_article_pane_keep_beginning), self, NULL,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
qsa_article_pane_set_session (QsaArticlePane *self, QsaSession *session)
{
  g_return_if_fail (QSA_IS_ARTICLE_PANE (self));
  g_return_if_fail (session == NULL || QSA_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->list_signals, session != NULL
                                                     ? qsa_session_get_selection (session)
                                                     : NULL);
  qsa_reading_bar_set_session (self->reading_bar, session);
  qsa_chip_bar_set_session (self->chip_bar, session);
  qsa_suggestion_bar_set_session (self->suggestion_bar, session);
  qsa_suggestion_bar_set_session (self->suggestion_buttons, session);
  qsa_widening_bar_set_session (self->widening_bar, session);
  gtk_list_view_set_model (self->list, session != NULL ? GTK_SELECTION_MODEL (
                                           qsa_session_get_selection (session))
                                                       : NULL);
  if (session != NULL)
    qsa_article_pane_sort_changed (self);
  qsa_article_pane_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
qsa_article_pane_focus_list (QsaArticlePane *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_if_fail (QSA_IS_ARTICLE_PANE (self));

  if (self->session == NULL || qsa_article_pane_n_listed (self) == 0)
    return;
  selected = gtk_selection_model_get_selection (
      GTK_SELECTION_MODEL (qsa_session_get_selection (self->session)));
  if (!gtk_bitset_is_empty (selected))
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                                gtk_bitset_get_minimum (selected));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
qsa_article_pane_set_row_menu (QsaArticlePane *self, GMenuModel *menu)
{
  g_return_if_fail (QSA_IS_ARTICLE_PANE (self));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  g_clear_pointer (&self->row_menu, gtk_widget_unparent);
  self->row_menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->row_menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->row_menu), FALSE);
  gtk_widget_set_halign (self->row_menu, GTK_ALIGN_START);
}
