/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-article-row.h"

#include <glib/gi18n.h>

#include "qsa-bidi.h"
#include "qsa-display-text.h"
#include "qsa-marks.h"
#include "qsa-snippet-cut.h"

#define QSA_ARTICLE_ROW_LINE_GAP 3
#define QSA_ARTICLE_ROW_DOT_WIDTH 16
#define QSA_ARTICLE_ROW_DOT_SIZE 8
#define QSA_ARTICLE_ROW_DOT_X 2
#define QSA_ARTICLE_ROW_STAR_GAP 6
#define QSA_ARTICLE_ROW_MIN_WIDTH 160
#define QSA_ARTICLE_ROW_NAT_WIDTH 320
#define QSA_ARTICLE_ROW_LEAD_CHARS 28

struct _QsaArticleRow
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *dot;
  GtkWidget *title;
  GtkWidget *meta;
  GtkWidget *star;
  GtkWidget *snippet;

  /* Owned */
  QsaResultItem *item;
  GSignalGroup *item_signals;

  /* Line heights in pixels, 0 when they have to be measured again */
  int title_line;
  int meta_line;
  int snippet_line;
};

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaArticleRow, qsa_article_row, GTK_TYPE_WIDGET)

/* ---- what it says ---- */

static void
qsa_article_row_set_text (GtkWidget *label, const char *text, const GArray *matches)
{
  g_autoptr (PangoAttrList) marks = NULL;
  g_autofree char *directed = NULL;
  gsize mark_bytes;

  directed = qsa_display_directed (text, &mark_bytes);
  marks = qsa_marks_new (label, matches, mark_bytes);
  if (GTK_IS_LABEL (label))
    {
      gtk_label_set_text (GTK_LABEL (label), directed);
      gtk_label_set_attributes (GTK_LABEL (label), marks);
    }
  else
    {
      gtk_inscription_set_text (GTK_INSCRIPTION (label), directed);
      gtk_inscription_set_attributes (GTK_INSCRIPTION (label), marks);
    }
}

static const char *
qsa_article_row_get_title (const QsaRow *row)
{
  return row->title != NULL ? row->title : _ ("Untitled");
}

static char *
qsa_article_row_dup_markup (const char *text, gboolean known)
{
  g_autofree char *isolated = qsa_display_isolate (text);

  return known ? g_markup_escape_text (isolated, -1)
               : g_markup_printf_escaped ("<span alpha=\"70%%\">%s</span>", isolated);
}

/* Outlet and date, each in its own direction; what nobody knows is said, but dimmed. */
static void
qsa_article_row_set_meta (QsaArticleRow *self, const QsaRow *row)
{
  gboolean rtl = gtk_widget_get_direction (self->meta) == GTK_TEXT_DIR_RTL;
  g_autofree char *date = qsa_display_date (&row->date);
  g_autofree char *outlet_markup =
      qsa_article_row_dup_markup (qsa_display_outlet (row->outlet), row->outlet != NULL);
  g_autofree char *date_markup =
      qsa_article_row_dup_markup (date, row->date.precision != QSA_DATE_NONE);
  g_autofree char *markup = g_strdup_printf ("%s%s · %s", rtl ? QSA_RLM : "\xe2\x80\x8e",
                                             outlet_markup, date_markup);

  gtk_label_set_markup (GTK_LABEL (self->meta), markup);
}

static void
qsa_article_row_set_direction (QsaArticleRow *self, const QsaRow *row)
{
  QsaDirection direction = qsa_direction_of (qsa_article_row_get_title (row), -1);
  GtkTextDirection gtk_direction = direction == QSA_DIRECTION_LTR ? GTK_TEXT_DIR_LTR
                                                                  : GTK_TEXT_DIR_RTL;
  GtkWidget *widgets[] = { GTK_WIDGET (self), self->title, self->meta, self->snippet };

  for (gsize i = 0; i < G_N_ELEMENTS (widgets); i++)
    gtk_widget_set_direction (widgets[i], gtk_direction);
}

static void
qsa_article_row_describe (QsaArticleRow *self, const QsaRow *row)
{
  g_autofree char *date = qsa_display_date (&row->date);
  /* Translators: an article read aloud: title, outlet, date. */
  g_autofree char *text = g_strdup_printf (_ ("%1$s, %2$s, %3$s"),
                                           qsa_article_row_get_title (row),
                                           qsa_display_outlet (row->outlet), date);
  g_autofree char *unread = g_strdup_printf (_ ("Unread: %s"), text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  row->read ? text : unread, -1);
}

static void
qsa_article_row_set_snippet (QsaArticleRow *self, const QsaRow *row)
{
  g_autoptr (QsaSnippet) cut = NULL;

  if (row->snippet != NULL)
    cut = qsa_snippet_cut (row->snippet, QSA_ARTICLE_ROW_LEAD_CHARS);
  qsa_article_row_set_text (self->snippet, cut != NULL ? cut->text : "",
                            cut != NULL ? cut->matches : NULL);
}

static void
qsa_article_row_show (QsaArticleRow *self, const QsaRow *row)
{
  qsa_article_row_set_direction (self, row);
  qsa_article_row_set_text (self->title, qsa_article_row_get_title (row),
                            row->title_matches);
  qsa_article_row_set_meta (self, row);
  qsa_article_row_set_snippet (self, row);
  gtk_widget_set_visible (self->star, row->starred);
  gtk_widget_set_opacity (self->dot, row->read ? 0.0 : 1.0);
  if (row->read)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unread");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "unread");
  qsa_article_row_describe (self, row);
}

static void
qsa_article_row_show_nothing (QsaArticleRow *self)
{
  qsa_article_row_set_text (self->title, "", NULL);
  qsa_article_row_set_text (self->meta, "", NULL);
  qsa_article_row_set_text (self->snippet, "", NULL);
  gtk_widget_set_visible (self->star, FALSE);
  gtk_widget_set_opacity (self->dot, 0.0);
}

static void
qsa_article_row_update (QsaArticleRow *self)
{
  const QsaRow *row = NULL;

  g_assert (QSA_IS_ARTICLE_ROW (self));

  if (self->item != NULL)
    row = qsa_result_item_get_row (self->item);
  if (row != NULL)
    qsa_article_row_show (self, row);
  else
    qsa_article_row_show_nothing (self);
}

/* ---- where it stands ---- */

static int
qsa_article_row_measure_line (GtkWidget *label, PangoWeight weight)
{
  /* Letters of both scripts: they come from different fonts. */
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, "لأجٍّ Ág");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int height;

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
qsa_article_row_ensure_lines (QsaArticleRow *self)
{
  if (self->title_line > 0)
    return;
  self->title_line = qsa_article_row_measure_line (self->title, PANGO_WEIGHT_BOLD);
  self->meta_line = qsa_article_row_measure_line (self->meta, PANGO_WEIGHT_NORMAL);
  self->snippet_line = qsa_article_row_measure_line (self->snippet, PANGO_WEIGHT_NORMAL);
}

static void
qsa_article_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline,
                         int *natural_baseline)
{
  QsaArticleRow *self = QSA_ARTICLE_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = QSA_ARTICLE_ROW_MIN_WIDTH;
      *natural = QSA_ARTICLE_ROW_NAT_WIDTH;
      return;
    }
  qsa_article_row_ensure_lines (self);
  *minimum = *natural = 2 * self->title_line + self->meta_line + self->snippet_line
                        + 2 * QSA_ARTICLE_ROW_LINE_GAP;
}

static void
qsa_article_row_place (QsaArticleRow *self, GtkWidget *child, int x, int y, int width,
                       int height)
{
  GtkAllocation place = { x, y, width, height };

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place.x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  /* GTK wants to have been asked, whatever the answer. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &place, -1);
}

static void
qsa_article_row_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QsaArticleRow *self = QSA_ARTICLE_ROW (widget);
  int text_x = QSA_ARTICLE_ROW_DOT_WIDTH;
  int text_width = MAX (width - text_x, 1);
  int meta_width = text_width;
  int title_height;
  int y;

  qsa_article_row_ensure_lines (self);
  qsa_article_row_place (self, self->dot, QSA_ARTICLE_ROW_DOT_X,
                         (self->title_line - QSA_ARTICLE_ROW_DOT_SIZE) / 2,
                         QSA_ARTICLE_ROW_DOT_SIZE, QSA_ARTICLE_ROW_DOT_SIZE);
  gtk_widget_measure (self->title, GTK_ORIENTATION_VERTICAL, text_width, NULL,
                      &title_height, NULL, NULL);
  qsa_article_row_place (self, self->title, text_x, 0, text_width, title_height);

  y = title_height + QSA_ARTICLE_ROW_LINE_GAP;
  if (gtk_widget_should_layout (self->star))
    {
      int star_width;

      gtk_widget_measure (self->star, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &star_width,
                          NULL, NULL);
      meta_width -= star_width + QSA_ARTICLE_ROW_STAR_GAP;
      qsa_article_row_place (self, self->star, text_x + text_width - star_width, y,
                             star_width, self->meta_line);
    }
  qsa_article_row_place (self, self->meta, text_x, y, MAX (meta_width, 1),
                         self->meta_line);

  y += self->meta_line + QSA_ARTICLE_ROW_LINE_GAP;
  qsa_article_row_place (self, self->snippet, text_x, y, text_width,
                         MAX (height - y, self->snippet_line));
}

static GtkSizeRequestMode
qsa_article_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
qsa_article_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  QsaArticleRow *self = QSA_ARTICLE_ROW (widget);

  GTK_WIDGET_CLASS (qsa_article_row_parent_class)->css_changed (widget, change);
  self->title_line = 0;
  gtk_widget_queue_resize (widget);
  /* The colour of the marks comes from the theme. */
  if (self->item != NULL)
    qsa_article_row_update (self);
}

static gboolean
qsa_article_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                               GtkTooltip *tooltip)
{
  QsaArticleRow *self = QSA_ARTICLE_ROW (widget);

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->title))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (self->title)));
  return TRUE;
}

/* ---- object ---- */

static void
qsa_article_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ITEM:
      g_value_set_object (value, QSA_ARTICLE_ROW (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_article_row_set_property (GObject *object, guint id, const GValue *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ITEM:
      qsa_article_row_set_item (QSA_ARTICLE_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_article_row_dispose (GObject *object)
{
  QsaArticleRow *self = QSA_ARTICLE_ROW (object);
  GtkWidget **children[] = { &self->dot, &self->title, &self->meta, &self->star,
                             &self->snippet };

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    g_clear_pointer (children[i], gtk_widget_unparent);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (qsa_article_row_parent_class)->dispose (object);
}

static void
qsa_article_row_class_init (QsaArticleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qsa_article_row_dispose;
  object_class->get_property = qsa_article_row_get_property;
  object_class->set_property = qsa_article_row_set_property;
  widget_class->measure = qsa_article_row_measure;
  widget_class->size_allocate = qsa_article_row_allocate;
  widget_class->get_request_mode = qsa_article_row_get_request_mode;
  widget_class->css_changed = qsa_article_row_css_changed;
  widget_class->query_tooltip = qsa_article_row_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "articlerow");

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, QSA_TYPE_RESULT_ITEM,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                   | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
qsa_article_row_add_label (QsaArticleRow *self, const char *css_class, int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_yalign (GTK_LABEL (label), 0.0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static GtkWidget *
qsa_article_row_add_snippet (QsaArticleRow *self)
{
  GtkWidget *snippet = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (snippet),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (snippet), PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (snippet), 1);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (snippet), 1);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (snippet), 0.0);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (snippet), 0.0);
  gtk_widget_add_css_class (snippet, "snippet");
  gtk_widget_set_parent (snippet, GTK_WIDGET (self));
  return snippet;
}

static void
qsa_article_row_init (QsaArticleRow *self)
{
  self->dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->dot, "dot");
  gtk_widget_set_parent (self->dot, GTK_WIDGET (self));
  self->title = qsa_article_row_add_label (self, "title", 2);
  self->meta = qsa_article_row_add_label (self, "meta", 1);
  self->star = gtk_image_new_from_icon_name ("starred-symbolic");
  gtk_widget_add_css_class (self->star, "star");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Starred"), -1);
  gtk_widget_set_parent (self->star, GTK_WIDGET (self));
  self->snippet = qsa_article_row_add_snippet (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  self->item_signals = g_signal_group_new (QSA_TYPE_RESULT_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify::loaded",
                                  G_CALLBACK (qsa_article_row_update), self);
}

GtkWidget *
qsa_article_row_new (void)
{
  return g_object_new (QSA_TYPE_ARTICLE_ROW, NULL);
}

void
qsa_article_row_set_item (QsaArticleRow *self, QsaResultItem *item)
{
  g_return_if_fail (QSA_IS_ARTICLE_ROW (self));
  g_return_if_fail (item == NULL || QSA_IS_RESULT_ITEM (item));

  if (!g_set_object (&self->item, item))
    return;
  g_signal_group_set_target (self->item_signals, item);
  qsa_article_row_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

QsaResultItem *
qsa_article_row_get_item (QsaArticleRow *self)
{
  g_return_val_if_fail (QSA_IS_ARTICLE_ROW (self), NULL);

  return self->item;
}
