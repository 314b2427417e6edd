/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-html-main.h"

#include "qsa-html-lines.h"

/* Shorter lines are captions, links and labels more often than paragraphs. */
#define SHORTEST_PARAGRAPH_CHARS 50
#define MOST_LINK_SHARE 0.4

/* A parent takes over when it adds this share of text that the best element lacks: articles are cut
 * into several elements by pictures and advertisements. */
#define TAKE_OVER_SHARE 0.25

static double
qsa_html_line_weight (const QsaHtmlLine *line)
{
  double weight;

  if (line->heading_level > 0 || line->is_caption
      || line->n_chars < SHORTEST_PARAGRAPH_CHARS || line->link_share > MOST_LINK_SHARE)
    return 0.0;
  weight = (double) line->n_chars * (1.0 - line->link_share);
  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      /* Prose has commas and full stops; lists of names have none. */
      if (letter == 0x060c || letter == ',' || letter == '.')
        weight += 10.0;
    }
  return weight;
}

static void
qsa_html_scores_add (GHashTable *scores, xmlNode *node, double weight)
{
  double *score = g_hash_table_lookup (scores, node);

  if (score == NULL)
    {
      score = g_new0 (double, 1);
      g_hash_table_insert (scores, node, score);
    }
  *score += weight;
}

/* An element made of lines of its own counts itself; a paragraph counts for its parent. */
static gboolean
qsa_html_is_paragraph_element (xmlNode *node)
{
  static const char *const names[] = { "p", "li", "td", "blockquote", "dd", "pre" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (qsa_html_is_element (node, names[i]))
        return TRUE;
    }
  return FALSE;
}

static xmlNode *
qsa_html_best_of (GHashTable *scores)
{
  GHashTableIter iter;
  gpointer node;
  gpointer score;
  xmlNode *best = NULL;
  double best_score = 0.0;

  g_hash_table_iter_init (&iter, scores);
  while (g_hash_table_iter_next (&iter, &node, &score))
    {
      if (*(double *) score > best_score)
        {
          best_score = *(double *) score;
          best = node;
        }
    }
  return best;
}

/* The element that a line counts for. */
static xmlNode *
qsa_html_line_holder (const QsaHtmlLine *line)
{
  xmlNode *holder = line->block;

  while ((qsa_html_is_paragraph_element (holder) || line->heading_level > 0)
         && holder->parent != NULL && holder->parent->type == XML_ELEMENT_NODE)
    {
      holder = holder->parent;
      if (!qsa_html_is_paragraph_element (holder))
        break;
    }
  return holder;
}

static double
qsa_html_weight_inside (GArray *lines, xmlNode *node)
{
  double weight = 0.0;

  for (guint i = 0; i < lines->len; i++)
    {
      const QsaHtmlLine *line = &g_array_index (lines, QsaHtmlLine, i);

      if (qsa_html_is_inside (line->block, node))
        weight += qsa_html_line_weight (line);
    }
  return weight;
}

static xmlNode *
qsa_html_widen (GArray *lines, xmlNode *best)
{
  double weight = qsa_html_weight_inside (lines, best);

  for (guint i = 0; i < 3; i++)
    {
      xmlNode *parent = best->parent;
      double wider;

      if (parent == NULL || parent->type != XML_ELEMENT_NODE
          || qsa_html_is_element (parent, "body") || qsa_html_is_element (parent, "html"))
        break;
      wider = qsa_html_weight_inside (lines, parent);
      if (wider < weight * (1.0 + TAKE_OVER_SHARE))
        break;
      best = parent;
      weight = wider;
    }
  return best;
}

static double
qsa_html_weight_held (GArray *lines, xmlNode *node)
{
  double weight = 0.0;

  for (guint i = 0; i < lines->len; i++)
    {
      const QsaHtmlLine *line = &g_array_index (lines, QsaHtmlLine, i);

      if (qsa_html_line_holder (line) == node)
        weight += qsa_html_line_weight (line);
    }
  return weight;
}

/* An element that holds nearly all of its text itself: what its other children hold before the first
 * and behind the last of its own lines (details, disclaimers, comments) is not the article's. */
static gboolean
qsa_html_is_compact (GArray *lines, xmlNode *node)
{
  return qsa_html_weight_held (lines, node) * (1.0 + TAKE_OVER_SHARE)
         >= qsa_html_weight_inside (lines, node);
}

QsaHtmlRange
qsa_html_find_main (GArray *lines)
{
  g_autoptr (GHashTable) scores = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  QsaHtmlRange range = { 0, 0 };
  xmlNode *best;
  gboolean compact;

  for (guint i = 0; i < lines->len; i++)
    {
      const QsaHtmlLine *line = &g_array_index (lines, QsaHtmlLine, i);
      double weight = qsa_html_line_weight (line);
      xmlNode *holder = qsa_html_line_holder (line);

      if (weight <= 0.0)
        continue;
      qsa_html_scores_add (scores, holder, weight);
      if (holder->parent != NULL && holder->parent->type == XML_ELEMENT_NODE)
        qsa_html_scores_add (scores, holder->parent, weight * 0.5);
    }
  best = qsa_html_best_of (scores);
  if (best == NULL)
    return range;

  best = qsa_html_widen (lines, best);
  compact = qsa_html_is_compact (lines, best);
  for (guint i = 0; i < lines->len; i++)
    {
      const QsaHtmlLine *line = &g_array_index (lines, QsaHtmlLine, i);

      if (compact ? qsa_html_line_holder (line) != best
                  : !qsa_html_is_inside (line->block, best))
        continue;
      if (range.end == 0)
        range.start = i;
      range.end = i + 1;
    }
  return range;
}
