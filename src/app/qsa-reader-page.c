/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "qsa-quote-button.h"
#include "qsa-reader-marks.h"
#include "qsa-reader-place.h"
#include "qsa-text-util.h"

#define MOVED_DELAY_SECONDS 3
/* A hit that a search goes to stands a third from the top. */
#define HIT_YALIGN 0.33

struct _QsaReaderPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkOverlay *overlay;
  GtkScrolledWindow *scroller;
  AdwClampScrollable *clamp;
  QsaReaderView *view;
  QsaQuoteButton *quote_button;

  /* Owned */
  QsaMatcher *matcher;
  GArray *hits; /* QsaReaderSpan, shared with the view; never NULL */
  char *hit_text;

  char *font;

  double scale; /* 0: no font set yet */
  guint current_hit;
  guint moved_source;
  gboolean touched;
};

enum
{
  PROP_0,
  PROP_HIT_TEXT,
  N_PROPS,
};

enum
{
  QSA_READER_PAGE_SELECTION_CHANGED,
  QSA_READER_PAGE_MOVED,
  QSA_READER_PAGE_N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[QSA_READER_PAGE_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaReaderPage, qsa_reader_page, GTK_TYPE_WIDGET)

static GtkTextView *
qsa_reader_page_get_text_view (QsaReaderPage *self)
{
  return GTK_TEXT_VIEW (self->view);
}

/* ---- hits ---- */

static char *
qsa_reader_page_count_hits (guint number, guint n_hits)
{
  g_autofree char *this_one = qsa_number_format (number);
  g_autofree char *all = qsa_number_format (n_hits);

  /* Translators: the hit that is shown and how many there are: "2 of 1,204". */
  return g_strdup_printf (_ ("%1$s of %2$s"), this_one, all);
}

static void
qsa_reader_page_set_hit (QsaReaderPage *self, guint current)
{
  guint n_hits = self->hits->len;

  self->current_hit = current;
  g_clear_pointer (&self->hit_text, g_free);
  if (n_hits > 0)
    self->hit_text = qsa_reader_page_count_hits (current + 1, n_hits);
  qsa_reader_view_set_current_hit (self->view, n_hits > 0 ? current : QSA_READER_NO_HIT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIT_TEXT]);
}

static void
qsa_reader_page_find_hits (QsaReaderPage *self, guint current)
{
  QsaReaderText *text = qsa_reader_view_get_text (self->view);

  g_array_unref (self->hits);
  self->hits = text != NULL ? qsa_reader_text_find_hits (text, self->matcher)
                            : g_array_new (FALSE, FALSE, sizeof (QsaReaderSpan));
  qsa_reader_view_take_hits (self->view, g_array_ref (self->hits), QSA_READER_NO_HIT);
  qsa_reader_page_set_hit (self, current < self->hits->len ? current : 0);
}

static void
qsa_reader_page_go_to_first_hit (QsaReaderPage *self)
{
  const QsaReaderSpan *hit = &g_array_index (self->hits, QsaReaderSpan, 0);

  if (hit->part == QSA_READER_BODY)
    qsa_reader_place_scroll_to (qsa_reader_page_get_text_view (self), hit->start_chars,
                                HIT_YALIGN);
  else
    qsa_reader_place_scroll_to (qsa_reader_page_get_text_view (self), 0, 0);
}

/* ---- place ---- */

static gsize
qsa_reader_page_get_body_byte (QsaReaderPage *self)
{
  gsize top_chars = qsa_reader_place_get_top (qsa_reader_page_get_text_view (self));

  return qsa_reader_text_body_byte_at (qsa_reader_view_get_text (self->view), top_chars);
}

static void
qsa_reader_page_go_to_body_byte (QsaReaderPage *self, gsize body_byte)
{
  QsaReaderText *text = qsa_reader_view_get_text (self->view);
  gsize view_chars = body_byte > 0 ? qsa_reader_text_view_chars_at (text, body_byte) : 0;

  qsa_reader_place_scroll_to (qsa_reader_page_get_text_view (self), view_chars, 0);
}

static gboolean
qsa_reader_page_emit_moved (gpointer data)
{
  QsaReaderPage *self = data;

  self->moved_source = 0;
  g_signal_emit (self, signals[QSA_READER_PAGE_MOVED], 0);
  return G_SOURCE_REMOVE;
}

static void
qsa_reader_page_scrolled (QsaReaderPage *self)
{
  g_assert (QSA_IS_READER_PAGE (self));

  if (self->touched && self->moved_source == 0)
    self->moved_source = g_timeout_add_seconds (MOVED_DELAY_SECONDS,
                                                qsa_reader_page_emit_moved, self);
}

static gboolean
qsa_reader_page_handle_event (QsaReaderPage *self, GdkEvent *event)
{
  g_assert (QSA_IS_READER_PAGE (self));

  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_KEY_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
      self->touched = TRUE;
      qsa_reader_place_let_go (qsa_reader_page_get_text_view (self));
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
qsa_reader_page_put_text (QsaReaderPage *self, QsaReaderText *text, guint current_hit)
{
  g_clear_handle_id (&self->moved_source, g_source_remove);
  qsa_quote_button_dismiss (self->quote_button);
  qsa_reader_view_take_text (self->view, text);
  qsa_reader_page_find_hits (self, current_hit);
}

/* ---- signals passed on ---- */

static void
qsa_reader_page_selection_moved (QsaReaderPage *self, GtkTextIter *where,
                                 GtkTextMark *mark, GtkTextBuffer *buffer)
{
  g_assert (QSA_IS_READER_PAGE (self));

  if (mark == gtk_text_buffer_get_insert (buffer)
      || mark == gtk_text_buffer_get_selection_bound (buffer))
    g_signal_emit (self, signals[QSA_READER_PAGE_SELECTION_CHANGED], 0);
}

static void
qsa_reader_page_link_activated (QsaReaderPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reader.open-link", NULL);
}

static void
qsa_reader_page_measure_changed (QsaReaderPage *self)
{
  int measure;

  g_object_get (self->view, "measure", &measure, NULL);
  adw_clamp_scrollable_set_maximum_size (self->clamp, measure);
  adw_clamp_scrollable_set_tightening_threshold (self->clamp, measure);
}

/* The interface's own size or face changed, and the page is measured in both. */
static void
qsa_reader_page_system_font_changed (QsaReaderPage *self)
{
  g_assert (QSA_IS_READER_PAGE (self));

  if (self->scale > 0)
    qsa_reader_page_set_font (self, self->font, self->scale);
}

/* ---- class ---- */

static gboolean
qsa_reader_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (QSA_READER_PAGE (widget)->view));
}

static void
qsa_reader_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QsaReaderPage *self = QSA_READER_PAGE (object);

  switch (id)
    {
    case PROP_HIT_TEXT:
      g_value_set_string (value, self->hit_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_reader_page_dispose (GObject *object)
{
  QsaReaderPage *self = QSA_READER_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->moved_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qsa_reader_page_parent_class)->dispose (object);
}

static void
qsa_reader_page_finalize (GObject *object)
{
  QsaReaderPage *self = QSA_READER_PAGE (object);

  g_clear_pointer (&self->matcher, qsa_matcher_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->hit_text, g_free);
  g_clear_pointer (&self->font, g_free);
  G_OBJECT_CLASS (qsa_reader_page_parent_class)->finalize (object);
}

static guint
qsa_reader_page_install_signal (const char *name)
{
  return g_signal_new (name, QSA_TYPE_READER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
qsa_reader_page_class_init (QsaReaderPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qsa_reader_page_get_property;
  object_class->dispose = qsa_reader_page_dispose;
  object_class->finalize = qsa_reader_page_finalize;
  widget_class->grab_focus = qsa_reader_page_grab_focus;

  properties[PROP_HIT_TEXT] = g_param_spec_string ("hit-text", NULL, NULL, NULL,
                                                   G_PARAM_READABLE
                                                       | G_PARAM_STATIC_STRINGS
                                                       | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[QSA_READER_PAGE_SELECTION_CHANGED] =
      qsa_reader_page_install_signal ("selection-changed");
  signals[QSA_READER_PAGE_MOVED] = qsa_reader_page_install_signal ("moved");

  g_type_ensure (QSA_TYPE_READER_VIEW);
  g_type_ensure (QSA_TYPE_QUOTE_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-reader-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaReaderPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, QsaReaderPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, QsaReaderPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, QsaReaderPage, view);
  gtk_widget_class_bind_template_child (widget_class, QsaReaderPage, quote_button);
}

static void
qsa_reader_page_init (QsaReaderPage *self)
{
  static const char *const font_settings[] = { "notify::gtk-xft-dpi",
                                               "notify::gtk-font-name" };
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->hits = g_array_new (FALSE, FALSE, sizeof (QsaReaderSpan));
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The scroll bar stands where the lines end. */
  gtk_widget_set_direction (GTK_WIDGET (self->scroller), GTK_TEXT_DIR_RTL);
  qsa_quote_button_attach (self->quote_button, self->overlay, self->view);

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (qsa_reader_page_handle_event),
                            self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), events);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller),
                           "value-changed", G_CALLBACK (qsa_reader_page_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "link-activated",
                           G_CALLBACK (qsa_reader_page_link_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::measure",
                           G_CALLBACK (qsa_reader_page_measure_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      gtk_text_view_get_buffer (qsa_reader_page_get_text_view (self)), "mark-set",
      G_CALLBACK (qsa_reader_page_selection_moved), self, G_CONNECT_SWAPPED);
  for (gsize i = 0; i < G_N_ELEMENTS (font_settings); i++)
    g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)),
                             font_settings[i],
                             G_CALLBACK (qsa_reader_page_system_font_changed), self,
                             G_CONNECT_SWAPPED);
}

/* ---- public ---- */

QsaReaderView *
qsa_reader_page_get_view (QsaReaderPage *self)
{
  g_return_val_if_fail (QSA_IS_READER_PAGE (self), NULL);

  return self->view;
}

void
qsa_reader_page_show (QsaReaderPage *self, const QsaArticle *article)
{
  g_return_if_fail (QSA_IS_READER_PAGE (self));

  self->touched = FALSE;
  qsa_reader_page_put_text (self, article != NULL ? qsa_reader_text_new (article) : NULL,
                            0);
  if (article == NULL)
    return;
  if (self->hits->len > 0)
    qsa_reader_page_go_to_first_hit (self);
  else
    qsa_reader_page_go_to_body_byte (self, article->reading_position_byte);
}

void
qsa_reader_page_show_again (QsaReaderPage *self, const QsaArticle *article)
{
  QsaReaderText *shown;
  g_autoptr (QsaReaderText) text = NULL;
  gsize body_byte;

  g_return_if_fail (QSA_IS_READER_PAGE (self));
  g_return_if_fail (article != NULL);

  shown = qsa_reader_view_get_text (self->view);
  text = qsa_reader_text_new (article);
  if (shown == NULL
      || g_str_equal (qsa_reader_text_get_view (text), qsa_reader_text_get_view (shown)))
    return;
  body_byte = qsa_reader_page_get_body_byte (self);
  qsa_reader_page_put_text (self, g_steal_pointer (&text), self->current_hit);
  qsa_reader_page_go_to_body_byte (self, body_byte);
}

void
qsa_reader_page_set_matcher (QsaReaderPage *self, QsaMatcher *matcher)
{
  g_return_if_fail (QSA_IS_READER_PAGE (self));

  if (self->matcher == matcher)
    return;
  g_clear_pointer (&self->matcher, qsa_matcher_unref);
  self->matcher = matcher != NULL ? qsa_matcher_ref (matcher) : NULL;
  qsa_reader_page_find_hits (self, 0);
  if (self->hits->len > 0)
    qsa_reader_page_go_to_first_hit (self);
}

const char *
qsa_reader_page_get_hit_text (QsaReaderPage *self)
{
  g_return_val_if_fail (QSA_IS_READER_PAGE (self), NULL);

  return self->hit_text;
}

void
qsa_reader_page_step_hit (QsaReaderPage *self, int step)
{
  guint n_hits;

  g_return_if_fail (QSA_IS_READER_PAGE (self));

  n_hits = self->hits->len;
  if (n_hits == 0)
    return;
  qsa_reader_page_set_hit (self, (self->current_hit + n_hits + (guint) step) % n_hits);
  qsa_reader_place_reveal (
      qsa_reader_page_get_text_view (self),
      g_array_index (self->hits, QsaReaderSpan, self->current_hit).start_chars);
}

void
qsa_reader_page_set_font (QsaReaderPage *self, const char *font, double scale)
{
  gsize top_chars;

  g_return_if_fail (QSA_IS_READER_PAGE (self));

  if (self->font != font)
    {
      g_free (self->font);
      self->font = g_strdup (font);
    }
  self->scale = scale;
  top_chars = qsa_reader_place_get_top (qsa_reader_page_get_text_view (self));
  qsa_reader_view_set_font (self->view, font, scale);
  qsa_reader_place_scroll_to (qsa_reader_page_get_text_view (self), top_chars, 0);
}

gboolean
qsa_reader_page_get_position (QsaReaderPage *self, gsize *body_byte)
{
  g_return_val_if_fail (QSA_IS_READER_PAGE (self), FALSE);
  g_return_val_if_fail (body_byte != NULL, FALSE);

  if (!self->touched || qsa_reader_view_get_text (self->view) == NULL)
    return FALSE;
  *body_byte = qsa_reader_page_get_body_byte (self);
  return TRUE;
}

void
qsa_reader_page_dismiss_quote_button (QsaReaderPage *self)
{
  g_return_if_fail (QSA_IS_READER_PAGE (self));

  qsa_quote_button_dismiss (self->quote_button);
}
