/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-fts-private.h"

#include <string.h>

#include "qsa-fts.h"

#define PARAGRAPH (-1)

/* What a phrase of the expression is. */
typedef struct
{
  int thing; /* or PARAGRAPH */
  gboolean other;
} QsaNearLabel;

/* An expression's labels, read once a query. */
typedef struct
{
  gboolean in_paragraph;
  int distance;
  GArray *labels; /* QsaNearLabel */
  guint n_things;
} QsaNearPlan;

/* A thing at a place of the row. */
typedef struct
{
  int column;
  int start;
  int end; /* behind its last word */
  int thing;
  gboolean other; /* this place does not count */
  gboolean near;
} QsaNearPlace;

static void
qsa_near_plan_free (gpointer data)
{
  QsaNearPlan *plan = data;

  g_array_unref (plan->labels);
  g_free (plan);
}

static QsaNearPlan *
qsa_near_plan_new (const char *expression)
{
  QsaNearPlan *plan = g_new0 (QsaNearPlan, 1);
  g_auto (GStrv) labels = g_strsplit (strchr (expression, LABELS) + 1, " ", -1);

  plan->labels = g_array_new (FALSE, FALSE, sizeof (QsaNearLabel));
  plan->in_paragraph = labels[0][0] == 'p';
  plan->distance = (int) g_ascii_strtoll (labels[0], NULL, 10);
  for (guint i = 1; labels[i] != NULL; i++)
    {
      QsaNearLabel label = { PARAGRAPH, labels[i][0] == '-' };

      if (labels[i][0] != 'p')
        label.thing = (int) g_ascii_strtoll (labels[i] + (label.other ? 1 : 0), NULL, 10);
      plan->n_things = MAX (plan->n_things, (guint) (label.thing + 1));
      g_array_append_val (plan->labels, label);
    }
  return plan;
}

static int
qsa_near_place_compare (gconstpointer a, gconstpointer b)
{
  const QsaNearPlace *left = a, *right = b;

  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  /* Paragraphs begin before what stands there. */
  return left->thing < right->thing ? -1 : left->thing > right->thing;
}

static int
qsa_near_read_places (const QsaNearPlan *plan, const Fts5ExtensionApi *api,
                      Fts5Context *fts, GArray *places)
{
  int n_phrases = MIN (api->xPhraseCount (fts), (int) plan->labels->len);
  int status = SQLITE_OK;

  for (int i = 0; i < n_phrases && status == SQLITE_OK; i++)
    {
      QsaNearLabel label = g_array_index (plan->labels, QsaNearLabel, i);
      int size = api->xPhraseSize (fts, i);
      Fts5PhraseIter iter;
      int column, offset;

      for (status = api->xPhraseFirst (fts, i, &iter, &column, &offset);
           status == SQLITE_OK && column >= 0;
           api->xPhraseNext (fts, &iter, &column, &offset))
        {
          QsaNearPlace place = { column,      offset,      offset + size,
                                 label.thing, label.other, FALSE };

          g_array_append_val (places, place);
        }
    }
  g_array_sort (places, qsa_near_place_compare);
  return status;
}

#define PLACE(places, i) (&g_array_index (places, QsaNearPlace, i))

/* Takes out the places where something stands that does not count, and these markers. */
static void
qsa_near_drop_others (GArray *places)
{
  guint n = 0;

  for (guint i = 0, end; i < places->len; i = end)
    {
      gboolean counts = TRUE;

      for (end = i;
           end < places->len
           && qsa_near_place_compare (PLACE (places, end), PLACE (places, i)) == 0;
           end++)
        counts = counts && !PLACE (places, end)->other;
      for (guint j = i; counts && j < end; j++)
        *PLACE (places, n++) = *PLACE (places, j);
    }
  g_array_set_size (places, n);
}

static guint64
qsa_near_all_things (const QsaNearPlan *plan)
{
  return (G_GUINT64_CONSTANT (1) << plan->n_things) - 1;
}

static void
qsa_near_mark (GArray *places, guint first, guint last, int min_end)
{
  for (guint i = first; i <= last; i++)
    if (PLACE (places, i)->end >= min_end)
      PLACE (places, i)->near = TRUE;
}

/* For each place as the last of a group: what else begins at or before it, and ends at most the
 * distance before it. */
static void
qsa_near_find_groups (const QsaNearPlan *plan, GArray *places)
{
  guint64 all = qsa_near_all_things (plan);
  int longest = 1;
  guint first = 0;

  for (guint i = 0; i < places->len; i++)
    longest = MAX (longest, PLACE (places, i)->end - PLACE (places, i)->start);
  for (guint last = 0; last < places->len; last++)
    {
      const QsaNearPlace *place = PLACE (places, last);
      int min_end = place->start - plan->distance;
      guint64 seen = 0;

      while (PLACE (places, first)->column < place->column
             || PLACE (places, first)->start < min_end - longest)
        first++;
      for (guint i = first; i <= last; i++)
        if (PLACE (places, i)->end >= min_end)
          seen |= G_GUINT64_CONSTANT (1) << PLACE (places, i)->thing;
      if (seen == all)
        qsa_near_mark (places, first, last, min_end);
    }
}

/* What reaches into the next paragraph is in none. */
static void
qsa_near_find_paragraphs (const QsaNearPlan *plan, GArray *places)
{
  guint64 all = qsa_near_all_things (plan);

  for (guint first = 0, end; first < places->len; first = end)
    {
      guint64 seen = 0;
      int border = G_MAXINT;

      for (end = first + 1; end < places->len; end++)
        if (PLACE (places, end)->thing == PARAGRAPH
            || PLACE (places, end)->column != PLACE (places, first)->column)
          break;
      if (end < places->len
          && PLACE (places, end)->column == PLACE (places, first)->column)
        border = PLACE (places, end)->start;
      for (guint i = first; i < end; i++)
        if (PLACE (places, i)->thing != PARAGRAPH && PLACE (places, i)->end <= border)
          seen |= G_GUINT64_CONSTANT (1) << PLACE (places, i)->thing;
      for (guint i = first; seen == all && i < end; i++)
        PLACE (places, i)->near = PLACE (places, i)->end <= border;
    }
}

static guint
qsa_near_sum_weights (GArray *places)
{
  guint weight = 0;

  for (guint i = 0; i < places->len && weight < 255; i++)
    if (PLACE (places, i)->thing == 0 && PLACE (places, i)->near)
      weight += qsa_fts_column_weight (PLACE (places, i)->column);
  return MIN (weight, 255);
}

void
qsa_fts_near_weigh (const Fts5ExtensionApi *api, Fts5Context *fts,
                    sqlite3_context *context, const char *expression)
{
  QsaNearPlan *plan = api->xGetAuxdata (fts, FALSE);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (QsaNearPlace));
  int status = SQLITE_OK;

  if (plan == NULL)
    {
      plan = qsa_near_plan_new (expression);
      status = api->xSetAuxdata (fts, plan, qsa_near_plan_free);
    }
  if (status == SQLITE_OK)
    status = qsa_near_read_places (plan, api, fts, places);
  if (status != SQLITE_OK)
    {
      sqlite3_result_error_code (context, status);
      return;
    }
  qsa_near_drop_others (places);
  if (plan->in_paragraph)
    qsa_near_find_paragraphs (plan, places);
  else
    qsa_near_find_groups (plan, places);
  sqlite3_result_int (context, (int) qsa_near_sum_weights (places));
}
