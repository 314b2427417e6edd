/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "qsa-clipboard.h"
#include "qsa-reader-marks.h"
#include "qsa-reader-menu.h"
#include "qsa-reader-place.h"
#include "qsa-reader-style.h"
#include "qsa-text-export.h"

#define MARGIN_SIDE 44
#define MARGIN_TOP 36
#define MARGIN_BOTTOM 96

struct _QsaReaderView
{
  GtkTextView parent_instance;

  /* Owned */
  QsaReaderText *text;
  GArray *hits; /* QsaReaderSpan; NULL when there are none */
  GtkWidget *menu;

  guint current_hit;
  int measure;
};

enum
{
  PROP_0,
  PROP_MEASURE,
  N_PROPS,
};

enum
{
  QSA_READER_VIEW_LINK_ACTIVATED,
  QSA_READER_VIEW_N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[QSA_READER_VIEW_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaReaderView, qsa_reader_view, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
qsa_reader_view_get_buffer (QsaReaderView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* ---- what leaves the page ---- */

static void
qsa_reader_view_copy_clipboard (GtkTextView *view)
{
  QsaReaderView *self = QSA_READER_VIEW (view);
  g_autofree char *text = qsa_reader_view_dup_selection (self);
  g_autoptr (GdkContentProvider) content = NULL;

  if (text == NULL)
    return;
  content = qsa_clipboard_new_text (text);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), content);
}

static char *
qsa_reader_view_give_selection (GtkTextView *view)
{
  return qsa_reader_view_dup_selection (QSA_READER_VIEW (view));
}

/* ---- menu and link ---- */

static void
qsa_reader_view_popup_at (QsaReaderView *self, const GdkRectangle *place)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = qsa_reader_menu_popup (GTK_WIDGET (self), place);
}

/* The Menu key and Shift+F10: at the caret, or in the middle of the page when it is out of
 * sight. */
static void
qsa_reader_view_popup_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaReaderView *self = QSA_READER_VIEW (widget);
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GdkRectangle caret;
  GdkRectangle sight;

  gtk_text_view_get_cursor_locations (view, NULL, &caret, NULL);
  gtk_text_view_get_visible_rect (view, &sight);
  if (!gdk_rectangle_intersect (&caret, &sight, NULL))
    caret = (GdkRectangle){ sight.x + sight.width / 2, sight.y + sight.height / 3, 1, 1 };
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y,
                                         &caret.x, &caret.y);
  qsa_reader_view_popup_at (self, &caret);
}

static gboolean
qsa_reader_view_at_link (QsaReaderView *self, double x, double y)
{
  QsaReaderSpan link;
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;
  gsize here;

  if (self->text == NULL
      || !qsa_reader_text_find_part (self->text, QSA_READER_LINK, &link))
    return FALSE;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET,
                                         (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x,
                                           buffer_y))
    return FALSE;
  here = (gsize) gtk_text_iter_get_offset (&iter);
  return here >= link.start_chars && here < link.end_chars;
}

static void
qsa_reader_view_pressed (QsaReaderView *self, int n_press, double x, double y,
                         GtkGestureClick *click)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (click));
  GdkRectangle place = { (int) x, (int) y, 1, 1 };

  g_assert (QSA_IS_READER_VIEW (self));

  if (n_press != 1 || event == NULL || !gdk_event_triggers_context_menu (event))
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  qsa_reader_view_popup_at (self, &place);
}

static void
qsa_reader_view_released (QsaReaderView *self, int n_press, double x, double y,
                          GtkGestureClick *click)
{
  g_assert (QSA_IS_READER_VIEW (self));

  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click))
          == GDK_BUTTON_PRIMARY
      && n_press == 1 && !qsa_reader_view_get_selection (self, NULL, NULL)
      && qsa_reader_view_at_link (self, x, y))
    g_signal_emit (self, signals[QSA_READER_VIEW_LINK_ACTIVATED], 0);
}

static void
qsa_reader_view_pointer_moved (QsaReaderView *self, double x, double y)
{
  g_assert (QSA_IS_READER_VIEW (self));

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), qsa_reader_view_at_link (self, x, y)
                                                          ? "pointer"
                                                          : "text");
}

/* ---- keys ---- */

static const struct
{
  guint key;
  GdkModifierType modifiers;
  int pages;
} page_keys[] = {
  { GDK_KEY_Page_Down, 0, 1 },   { GDK_KEY_KP_Page_Down, 0, 1 },
  { GDK_KEY_space, 0, 1 },       { GDK_KEY_Page_Up, 0, -1 },
  { GDK_KEY_KP_Page_Up, 0, -1 }, { GDK_KEY_space, GDK_SHIFT_MASK, -1 },
};

/* With the caret shown, GTK would move it by a page; a reader wants the page to move. The caret
 * comes along, unless that would lose a selection. */
static gboolean
qsa_reader_view_scroll_page (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  gboolean handled = FALSE;
  int pages = 0;

  if (scroller == NULL)
    return FALSE;
  g_variant_get (arguments, "(i)", &pages);
  g_signal_emit_by_name (scroller, "scroll-child",
                         pages > 0 ? GTK_SCROLL_PAGE_DOWN : GTK_SCROLL_PAGE_UP, FALSE,
                         &handled);
  if (!qsa_reader_view_get_selection (QSA_READER_VIEW (widget), NULL, NULL))
    gtk_text_view_place_cursor_onscreen (GTK_TEXT_VIEW (widget));
  return TRUE;
}

/* ---- drawing ---- */

static void
qsa_reader_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer,
                                GtkSnapshot *snapshot)
{
  QsaReaderView *self = QSA_READER_VIEW (view);
  AdwStyleManager *style;
  QsaReaderSpan meta;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;
  if (self->text == NULL)
    return;
  style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (view)));
  if (qsa_reader_text_find_part (self->text, QSA_READER_META, &meta))
    qsa_reader_marks_snapshot_rule (view, snapshot, meta.end_chars);
  qsa_reader_marks_snapshot (view, snapshot, self->hits,
                             qsa_reader_text_get_spans (self->text), self->current_hit,
                             adw_style_manager_get_dark (style));
}

static void
qsa_reader_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (qsa_reader_view_parent_class)->css_changed (widget, change);
  qsa_reader_style_set_colours (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)),
                                widget);
}

static void
qsa_reader_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QsaReaderView *self = QSA_READER_VIEW (widget);

  GTK_WIDGET_CLASS (qsa_reader_view_parent_class)
      ->size_allocate (widget, width, height, baseline);
  qsa_reader_place_allocated (GTK_TEXT_VIEW (self));
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* ---- class ---- */

static void
qsa_reader_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QsaReaderView *self = QSA_READER_VIEW (object);

  switch (id)
    {
    case PROP_MEASURE:
      g_value_set_int (value, self->measure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_reader_view_dispose (GObject *object)
{
  QsaReaderView *self = QSA_READER_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (qsa_reader_view_parent_class)->dispose (object);
}

static void
qsa_reader_view_finalize (GObject *object)
{
  QsaReaderView *self = QSA_READER_VIEW (object);

  g_clear_pointer (&self->text, qsa_reader_text_free);
  g_clear_pointer (&self->hits, g_array_unref);
  G_OBJECT_CLASS (qsa_reader_view_parent_class)->finalize (object);
}

static void
qsa_reader_view_class_init (QsaReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->get_property = qsa_reader_view_get_property;
  object_class->dispose = qsa_reader_view_dispose;
  object_class->finalize = qsa_reader_view_finalize;
  widget_class->size_allocate = qsa_reader_view_size_allocate;
  widget_class->css_changed = qsa_reader_view_css_changed;
  view_class->copy_clipboard = qsa_reader_view_copy_clipboard;
  view_class->cut_clipboard = qsa_reader_view_copy_clipboard;
  view_class->snapshot_layer = qsa_reader_view_snapshot_layer;

  properties[PROP_MEASURE] = g_param_spec_int ("measure", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                   | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[QSA_READER_VIEW_LINK_ACTIVATED] =
      g_signal_new ("link-activated", QSA_TYPE_READER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "menu.popup", NULL,
                                   qsa_reader_view_popup_action);
  for (guint i = 0; i < G_N_ELEMENTS (page_keys); i++)
    gtk_widget_class_add_binding (widget_class, page_keys[i].key, page_keys[i].modifiers,
                                  qsa_reader_view_scroll_page, "(i)", page_keys[i].pages);
}

static void
qsa_reader_view_init_pointer (QsaReaderView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (qsa_reader_view_pressed), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (qsa_reader_view_released),
                            self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (qsa_reader_view_pointer_moved),
                            self);
  gtk_widget_add_controller (widget, motion);
}

static void
qsa_reader_view_init (QsaReaderView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = qsa_reader_view_get_buffer (self);

  self->current_hit = QSA_READER_NO_HIT;
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_RTL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "qsa-page");
  gtk_text_view_set_editable (view, FALSE);
  /* GTK draws the caret only where the focus is. Switched off as the focus leaves, it would stay (4.8). */
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, MARGIN_SIDE);
  gtk_text_view_set_right_margin (view, MARGIN_SIDE);
  gtk_text_view_set_top_margin (view, MARGIN_TOP);
  gtk_text_view_set_bottom_margin (view, MARGIN_BOTTOM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Article"), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE,
                                  -1);

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  qsa_reader_style_install (buffer);
  qsa_text_export_attach (view, qsa_reader_view_give_selection);

  qsa_reader_view_init_pointer (self);
}

/* ---- public ---- */

GtkWidget *
qsa_reader_view_new (void)
{
  return g_object_new (QSA_TYPE_READER_VIEW, NULL);
}

void
qsa_reader_view_take_text (QsaReaderView *self, QsaReaderText *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;

  g_return_if_fail (QSA_IS_READER_VIEW (self));

  buffer = qsa_reader_view_get_buffer (self);
  qsa_reader_view_take_hits (self, NULL, QSA_READER_NO_HIT);
  /* Between the old text's end and the new one's beginning nothing may ask for a selection. */
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  g_clear_pointer (&self->text, qsa_reader_text_free);
  gtk_text_buffer_set_text (buffer, text != NULL ? qsa_reader_text_get_view (text) : "",
                            -1);
  self->text = text;
  if (text != NULL)
    qsa_reader_style_apply (buffer, text);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

QsaReaderText *
qsa_reader_view_get_text (QsaReaderView *self)
{
  g_return_val_if_fail (QSA_IS_READER_VIEW (self), NULL);

  return self->text;
}

void
qsa_reader_view_take_hits (QsaReaderView *self, GArray *hits, guint current)
{
  g_return_if_fail (QSA_IS_READER_VIEW (self));

  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits;
  qsa_reader_view_set_current_hit (self, current);
}

void
qsa_reader_view_set_current_hit (QsaReaderView *self, guint current)
{
  g_return_if_fail (QSA_IS_READER_VIEW (self));

  self->current_hit = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
qsa_reader_view_set_font (QsaReaderView *self, const char *font, double scale)
{
  int measure;

  g_return_if_fail (QSA_IS_READER_VIEW (self));

  measure = qsa_reader_style_set_font (qsa_reader_view_get_buffer (self),
                                       GTK_WIDGET (self), font, scale)
            + 2 * MARGIN_SIDE;
  if (measure == self->measure)
    return;
  self->measure = measure;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEASURE]);
}

gboolean
qsa_reader_view_get_selection (QsaReaderView *self, gsize *start_chars, gsize *end_chars)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (QSA_IS_READER_VIEW (self), FALSE);

  if (!gtk_text_buffer_get_selection_bounds (qsa_reader_view_get_buffer (self), &start,
                                             &end))
    return FALSE;
  if (start_chars != NULL)
    *start_chars = (gsize) gtk_text_iter_get_offset (&start);
  if (end_chars != NULL)
    *end_chars = (gsize) gtk_text_iter_get_offset (&end);
  return TRUE;
}

char *
qsa_reader_view_dup_selection (QsaReaderView *self)
{
  gsize start_chars;
  gsize end_chars;

  g_return_val_if_fail (QSA_IS_READER_VIEW (self), NULL);

  if (self->text == NULL
      || !qsa_reader_view_get_selection (self, &start_chars, &end_chars))
    return NULL;
  return qsa_reader_text_dup_range (self->text, start_chars, end_chars);
}

char *
qsa_reader_view_dup_quote (QsaReaderView *self)
{
  gsize start_chars;
  gsize end_chars;

  g_return_val_if_fail (QSA_IS_READER_VIEW (self), NULL);

  if (self->text == NULL
      || !qsa_reader_view_get_selection (self, &start_chars, &end_chars))
    return NULL;
  return qsa_reader_text_dup_quote (self->text, start_chars, end_chars);
}
