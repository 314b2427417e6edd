/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-text-export.h"

#include "qsa-clipboard.h"

#define DRAG_ICON_CHARS 60

typedef struct
{
  /* Owned */
  QsaSelectionProvider *provider; /* while the view is realized */

  /* Borrowed */
  GtkTextView *view;
  GtkGesture *drag;
  QsaSelectionFunc func;

  gboolean pressed_in_selection;
} QsaTextExport;

static G_DEFINE_QUARK (qsa - text - export, qsa_text_export);

static GdkClipboard *
qsa_text_export_get_primary (QsaTextExport *export)
{
  return gtk_widget_get_primary_clipboard (GTK_WIDGET (export->view));
}

static char *
qsa_text_export_dup_text (QsaTextExport *export)
{
  g_autofree char *text = export->func (export->view);

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* ---- PRIMARY ---- */

static void
qsa_text_export_realized (QsaTextExport *export)
{
  gtk_text_buffer_remove_selection_clipboard (gtk_text_view_get_buffer (export->view),
                                              qsa_text_export_get_primary (export));
  export->provider = qsa_selection_provider_new (export->view, export->func);
}

/* Runs before the class's own handler, which takes off what it believes it still has. */
static void
qsa_text_export_unrealized (QsaTextExport *export)
{
  qsa_selection_provider_release (export->provider, qsa_text_export_get_primary (export));
  g_clear_object (&export->provider);
  gtk_text_buffer_add_selection_clipboard (gtk_text_view_get_buffer (export->view),
                                           qsa_text_export_get_primary (export));
}

static void
qsa_text_export_mark_set (GtkTextView *view, GtkTextIter *where, GtkTextMark *mark,
                          GtkTextBuffer *buffer)
{
  QsaTextExport *export = g_object_get_qdata (G_OBJECT (view), qsa_text_export_quark ());

  if (export->provider != NULL
      && (mark == gtk_text_buffer_get_insert (buffer)
          || mark == gtk_text_buffer_get_selection_bound (buffer)))
    qsa_selection_provider_update (export->provider,
                                   qsa_text_export_get_primary (export));
}

/* ---- drags ---- */

static GdkContentProvider *
qsa_text_export_create_content (QsaTextExport *export)
{
  g_autofree char *text = qsa_text_export_dup_text (export);

  return text != NULL ? qsa_clipboard_new_text (text) : NULL;
}

static void
qsa_text_export_set_icon (QsaTextExport *export, GdkDrag *drag)
{
  g_autofree char *text = qsa_text_export_dup_text (export);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), DRAG_ICON_CHARS);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "qsa-drag-icon");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static void
qsa_text_export_begin_drag (QsaTextExport *export, double offset_x, double offset_y)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (export->drag);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (export->view));
  g_autoptr (GdkContentProvider) content = qsa_text_export_create_content (export);
  g_autoptr (GdkDrag) drag = NULL;

  if (content == NULL)
    return;
  drag = gdk_drag_begin (gtk_native_get_surface (native),
                         gtk_event_controller_get_current_event_device (controller),
                         content, GDK_ACTION_COPY, offset_x, offset_y);
  if (drag != NULL)
    qsa_text_export_set_icon (export, drag);
}

static gboolean
qsa_text_export_in_selection (QsaTextExport *export, double x, double y)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter here;
  int buffer_x;
  int buffer_y;

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (export->view),
                                             &start, &end))
    return FALSE;
  gtk_text_view_window_to_buffer_coords (export->view, GTK_TEXT_WINDOW_WIDGET, (int) x,
                                         (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (export->view, &here, buffer_x, buffer_y);
  return gtk_text_iter_in_range (&here, &start, &end);
}

static void
qsa_text_export_pressed (QsaTextExport *export, int n_press, double x, double y,
                         GtkGestureClick *click)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  export->pressed_in_selection = n_press == 1 && (state & GDK_SHIFT_MASK) == 0
                                 && qsa_text_export_in_selection (export, x, y);
}

static void
qsa_text_export_dragged (QsaTextExport *export, double offset_x, double offset_y)
{
  if (!export->pressed_in_selection
      || !gtk_drag_check_threshold (GTK_WIDGET (export->view), 0, 0, (int) offset_x,
                                    (int) offset_y))
    return;
  export->pressed_in_selection = FALSE;
  qsa_text_export_begin_drag (export, offset_x, offset_y);
  gtk_gesture_set_state (export->drag, GTK_EVENT_SEQUENCE_DENIED);
}

static void
qsa_text_export_group_drags (QsaTextExport *export)
{
  g_autoptr (GListModel)
      controllers = gtk_widget_observe_controllers (GTK_WIDGET (export->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller) && GTK_GESTURE (controller) != export->drag)
        gtk_gesture_group (export->drag, GTK_GESTURE (controller));
    }
}

static void
qsa_text_export_add_gestures (QsaTextExport *export)
{
  GtkWidget *widget = GTK_WIDGET (export->view);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (qsa_text_export_pressed),
                            export);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  /* In GTK's own phase, where the gesture that was added last is asked first. In an earlier one it
   * would keep what both have claimed from GTK's: a click could not clear the selection. */
  export->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (export->drag, "drag-update",
                            G_CALLBACK (qsa_text_export_dragged), export);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (export->drag));
  qsa_text_export_group_drags (export);
}

/* ---- public ---- */

static void
qsa_text_export_free (gpointer data)
{
  QsaTextExport *export = data;

  g_clear_object (&export->provider);
  g_free (export);
}

void
qsa_text_export_attach (GtkTextView *view, QsaSelectionFunc func)
{
  QsaTextExport *export;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));
  g_return_if_fail (func != NULL);
  g_return_if_fail (!gtk_widget_get_realized (GTK_WIDGET (view)));

  export = g_new0 (QsaTextExport, 1);
  export->view = view;
  export->func = func;
  g_object_set_qdata_full (G_OBJECT (view), qsa_text_export_quark (), export,
                           qsa_text_export_free);
  g_signal_connect_swapped (view, "realize", G_CALLBACK (qsa_text_export_realized),
                            export);
  g_signal_connect_swapped (view, "unrealize", G_CALLBACK (qsa_text_export_unrealized),
                            export);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "mark-set",
                           G_CALLBACK (qsa_text_export_mark_set), view,
                           G_CONNECT_SWAPPED);
  qsa_text_export_add_gestures (export);
}

GdkContentProvider *
qsa_text_export_create_drag_content (GtkTextView *view)
{
  QsaTextExport *export;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  export = g_object_get_qdata (G_OBJECT (view), qsa_text_export_quark ());
  g_return_val_if_fail (export != NULL, NULL);
  return qsa_text_export_create_content (export);
}
