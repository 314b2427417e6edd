/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-style.h"

#include <math.h>
#include <pango/pangocairo.h>

#define DEFAULT_POINTS 15.5
/* Characters in a line, in the middle of what books of typography recommend. */
#define MEASURE_CHARS 68

typedef struct
{
  const char *tag;
  double scale; /* of the body's size; 0: inherited */
  int weight;   /* 0: inherited */
  double line;  /* distance of baselines in ems of this part; 0: the face's own */
  double above; /* in ems of the body, as all below */
  double below;
  double indent;  /* on both sides */
  double alpha;   /* of the text colour; 0: inherited */
  gboolean plain; /* in the face of the interface, not the reading face */
} QsaReaderLook;

static const QsaReaderLook looks[] = {
  [QSA_READER_SECTION] = { "section", .scale = 0.76, .weight = PANGO_WEIGHT_BOLD,
                           .below = 0.5, .alpha = 0.6, .plain = TRUE },
  [QSA_READER_TITLE] = { "title", .scale = 1.75, .weight = PANGO_WEIGHT_BOLD, .line = 1.5,
                         .below = 0.55 },
  [QSA_READER_STANDFIRST] = { "standfirst", .scale = 1.1, .line = 1.7, .below = 0.7,
                              .alpha = 0.8 },
  [QSA_READER_META] = { "meta", .scale = 0.76, .below = 2.4, .alpha = 0.7,
                        .plain = TRUE },
  [QSA_READER_BODY] = { "body", .line = 1.9, .below = 0.85 },
  [QSA_READER_CAPTION] = { "caption", .scale = 0.84, .line = 1.6, .below = 1.3,
                           .alpha = 0.65 },
  [QSA_READER_PULL_QUOTE] = { "pull-quote", .scale = 1.22, .line = 1.7, .above = 0.4,
                              .below = 1.3, .indent = 1.6, .alpha = 0.8 },
  [QSA_READER_HEADING] = { "heading", .scale = 1.18, .weight = PANGO_WEIGHT_BOLD,
                           .line = 1.7, .above = 0.7, .below = 0.4 },
  [QSA_READER_UNKNOWN] = { "unknown", .alpha = 0.5 },
  [QSA_READER_LINK] = { "link" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (looks) == QSA_READER_N_PARTS);

/* The body's face, on every line: one tag on the even lines, its twin on the odd ones, so that
 * each line begins with a change of tags. Without one GTK (4.8) draws a line in the style of the
 * line that it laid out before, and that is the title and not the neighbour when the neighbour's
 * layout was at hand already: its letters had been asked for, to mark a hit. */
static const char *const base_tags[] = { "base-even", "base-odd" };

/* In order of preference; all are made for running text. */
static const char *const naskh_families[] = {
  "Noto Naskh Arabic",  "Amiri",     "Scheherazade New", "Scheherazade",
  "Droid Arabic Naskh", "KacstBook",
};

static GtkTextTag *
qsa_reader_style_get_tag (GtkTextBuffer *buffer, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

void
qsa_reader_style_install (GtkTextBuffer *buffer)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  for (guint i = 0; i < G_N_ELEMENTS (base_tags); i++)
    gtk_text_buffer_create_tag (buffer, base_tags[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      const QsaReaderLook *look = &looks[i];
      GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, look->tag, NULL);

      if (look->scale > 0)
        g_object_set (tag, "scale", look->scale, NULL);
      if (look->weight > 0)
        g_object_set (tag, "weight", look->weight, NULL);
    }
}

static void
qsa_reader_style_apply_base (GtkTextBuffer *buffer)
{
  GtkTextTag *tags[G_N_ELEMENTS (base_tags)];
  GtkTextIter start;
  GtkTextIter end;
  gboolean more = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (base_tags); i++)
    tags[i] = qsa_reader_style_get_tag (buffer, base_tags[i]);
  gtk_text_buffer_get_start_iter (buffer, &start);
  for (guint line = 0; more; line++)
    {
      end = start;
      more = gtk_text_iter_forward_line (&end);
      gtk_text_buffer_apply_tag (buffer, tags[line % G_N_ELEMENTS (tags)], &start, &end);
      start = end;
    }
}

void
qsa_reader_style_apply (GtkTextBuffer *buffer, QsaReaderText *text)
{
  GArray *spans;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (text != NULL);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (buffer, &start, &end);
  qsa_reader_style_apply_base (buffer);
  spans = qsa_reader_text_get_spans (text);
  for (guint i = 0; i < spans->len; i++)
    {
      const QsaReaderSpan *span = &g_array_index (spans, QsaReaderSpan, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) span->start_chars);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) span->end_chars);
      gtk_text_buffer_apply_tag_by_name (buffer, looks[span->part].tag, &start, &end);
    }
}

static gboolean
qsa_reader_style_has_family (PangoContext *context, const char *name)
{
  PangoFontFamily **families = NULL;
  gboolean found = FALSE;
  int n_families;

  pango_context_list_families (context, &families, &n_families);
  for (int i = 0; i < n_families && !found; i++)
    found = g_ascii_strcasecmp (pango_font_family_get_name (families[i]), name) == 0;
  g_free (families);
  return found;
}

char *
qsa_reader_style_dup_default_family (PangoContext *context)
{
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (naskh_families); i++)
    if (qsa_reader_style_has_family (context, naskh_families[i]))
      return g_strconcat (naskh_families[i], ",Noto Serif,serif", NULL);
  return g_strdup ("serif");
}

/* The interface's face, and for Arabic one that goes with it. */
static char *
qsa_reader_style_dup_plain_family (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);

  return g_strconcat (pango_font_description_get_family (font), ",Noto Sans Arabic,sans",
                      NULL);
}

static PangoFontDescription *
qsa_reader_style_resolve (PangoContext *context, const char *font, double scale)
{
  PangoFontDescription *description =
      pango_font_description_from_string (font != NULL ? font : "");
  double points = DEFAULT_POINTS;

  if (pango_font_description_get_family (description) == NULL)
    {
      g_autofree char *family = qsa_reader_style_dup_default_family (context);
      pango_font_description_set_family (description, family);
    }
  if (pango_font_description_get_size (description) > 0
      && !pango_font_description_get_size_is_absolute (description))
    points = (double) pango_font_description_get_size (description) / PANGO_SCALE;
  pango_font_description_set_size (description,
                                   (int) round (points * scale * PANGO_SCALE));
  return description;
}

/* How many ems the face puts between two baselines by itself: about 1.2 for Latin, 1.7 for Naskh.
 * Line heights are set against it, so that every face gets the same page. */
static double
qsa_reader_style_natural_line (PangoContext *context, const PangoFontDescription *font,
                               double em_pixels)
{
  PangoFontMetrics *metrics =
      pango_context_get_metrics (context, font, pango_language_from_string ("ar"));
  double pixels =
      (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics))
      / (double) PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return pixels > 0 ? pixels / em_pixels : 1.2;
}

static double
qsa_reader_style_em_pixels (PangoContext *context, const PangoFontDescription *font)
{
  double dpi = pango_cairo_context_get_resolution (context);

  return pango_font_description_get_size (font) / (double) PANGO_SCALE
         * (dpi > 0 ? dpi : 96) / 72;
}

/* The width of running text, not of a font's "average character": half of Arabic is narrow. */
static int
qsa_reader_style_measure (GtkWidget *widget, const PangoFontDescription *font)
{
  static const char sample[] =
      "كتب الصحفي على الصفحة الأولى خبرا قصيرا عن مكتبة الحي ثم عاد إلى بيته ماشيا في المساء";
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, sample);
  int width;

  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return (int) (width * MEASURE_CHARS / g_utf8_strlen (sample, -1));
}

static void
qsa_reader_style_set_distances (GtkTextTag *tag, const QsaReaderLook *look,
                                double em_pixels, double natural_line)
{
  if (look->line > 0)
    g_object_set (tag, "line-height", (float) (look->line / natural_line), NULL);
  if (look->above > 0)
    g_object_set (tag, "pixels-above-lines", (int) round (look->above * em_pixels), NULL);
  if (look->below > 0)
    g_object_set (tag, "pixels-below-lines", (int) round (look->below * em_pixels), NULL);
  if (look->indent > 0)
    g_object_set (tag, "left-margin", (int) round (look->indent * em_pixels),
                  "right-margin", (int) round (look->indent * em_pixels),
                  "accumulative-margin", TRUE, NULL);
}

int
qsa_reader_style_set_font (GtkTextBuffer *buffer, GtkWidget *widget, const char *font,
                           double scale)
{
  PangoContext *context;
  PangoFontDescription *description;
  g_autofree char *plain_family = NULL;
  double em_pixels;
  double natural_line;
  int measure;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), 0);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  context = gtk_widget_get_pango_context (widget);
  plain_family = qsa_reader_style_dup_plain_family (context);
  description = qsa_reader_style_resolve (context, font, scale);
  em_pixels = qsa_reader_style_em_pixels (context, description);
  natural_line = qsa_reader_style_natural_line (context, description, em_pixels);
  measure = qsa_reader_style_measure (widget, description);
  for (guint i = 0; i < G_N_ELEMENTS (base_tags); i++)
    g_object_set (qsa_reader_style_get_tag (buffer, base_tags[i]), "font-desc",
                  description, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      GtkTextTag *tag = qsa_reader_style_get_tag (buffer, looks[i].tag);

      qsa_reader_style_set_distances (tag, &looks[i], em_pixels, natural_line);
      if (looks[i].plain)
        g_object_set (tag, "family", plain_family, NULL);
    }
  pango_font_description_free (description);
  return measure;
}

void
qsa_reader_style_set_colours (GtkTextBuffer *buffer, GtkWidget *widget)
{
  GtkStyleContext *context;
  GdkRGBA text;
  GdkRGBA link;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  context = gtk_widget_get_style_context (widget);
  gtk_style_context_get_color (context, &text);
  if (!gtk_style_context_lookup_color (context, "accent_color", &link))
    link = text;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      GdkRGBA colour = text;

      if (looks[i].alpha == 0)
        continue;
      colour.alpha *= (float) looks[i].alpha;
      g_object_set (qsa_reader_style_get_tag (buffer, looks[i].tag), "foreground-rgba",
                    &colour, NULL);
    }
  g_object_set (qsa_reader_style_get_tag (buffer, looks[QSA_READER_LINK].tag),
                "foreground-rgba", &link, NULL);
}
