/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-plan-way.h"

#include "qsa-fts.h"

static void
qsa_plan_position_clear (gpointer data)
{
  QsaPlanPosition *position = data;

  g_ptr_array_unref (position->folded);
  g_ptr_array_unref (position->surface);
  g_strfreev (position->others);
}

QsaPlanPosition *
qsa_plan_position_new (void)
{
  QsaPlanPosition *position = g_rc_box_new0 (QsaPlanPosition);

  position->folded = g_ptr_array_new_with_free_func (g_free);
  position->surface = g_ptr_array_new_with_free_func (g_free);
  return position;
}

QsaPlanPosition *
qsa_plan_position_ref (QsaPlanPosition *position)
{
  return g_rc_box_acquire (position);
}

void
qsa_plan_position_unref (QsaPlanPosition *position)
{
  g_rc_box_release_full (position, qsa_plan_position_clear);
}

void
qsa_plan_position_add_folded (QsaPlanPosition *position, const char *form)
{
  g_ptr_array_add (position->folded, g_strdup (form));
}

void
qsa_plan_position_add_surface (QsaPlanPosition *position, const char *form)
{
  g_ptr_array_add (position->surface, g_strdup (form));
}

gboolean
qsa_plan_position_is_empty (const QsaPlanPosition *position)
{
  return position->folded->len == 0 && position->surface->len == 0;
}

GPtrArray *
qsa_plan_way_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_plan_position_unref);
}

GPtrArray *
qsa_plan_way_new_of_position (QsaPlanPosition *position)
{
  GPtrArray *way = qsa_plan_way_new ();

  g_ptr_array_add (way, qsa_plan_position_ref (position));
  return way;
}

GPtrArray *
qsa_plan_way_new_of_words (const char *form)
{
  GPtrArray *way = qsa_plan_way_new ();
  g_auto (GStrv) words = g_strsplit (form, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      QsaPlanPosition *position = qsa_plan_position_new ();

      qsa_plan_position_add_folded (position, words[i]);
      g_ptr_array_add (way, position);
    }
  return way;
}

static gpointer
qsa_plan_way_copy_position (gconstpointer position, gpointer unused)
{
  return qsa_plan_position_ref ((QsaPlanPosition *) position);
}

GPtrArray *
qsa_plan_way_copy (GPtrArray *way)
{
  return g_ptr_array_copy (way, (GCopyFunc) qsa_plan_way_copy_position, NULL);
}

/* NULL-terminated, the strings borrowed; *list keeps it. */
static const char *const *
qsa_plan_way_list (GPtrArray *first, GPtrArray *second, GPtrArray *keep)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < first->len; i++)
    g_ptr_array_add (list, first->pdata[i]);
  for (guint i = 0; second != NULL && i < second->len; i++)
    g_ptr_array_add (list, second->pdata[i]);
  g_ptr_array_add (list, NULL);
  g_ptr_array_add (keep, list);
  return (const char *const *) list->pdata;
}

char *
qsa_plan_way_to_expression (GPtrArray *way)
{
  g_autoptr (GPtrArray)
      keep = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree QsaFtsWord *words = g_new0 (QsaFtsWord, way->len);
  g_autofree const char *const **others = g_new0 (const char *const *, way->len);

  for (guint i = 0; i < way->len; i++)
    {
      const QsaPlanPosition *position = way->pdata[i];

      if (position->prefix)
        return qsa_fts_prefix_expression (position->folded->pdata[0]);
      words[i].folded = qsa_plan_way_list (position->folded, NULL, keep);
      words[i].surface = qsa_plan_way_list (position->surface, NULL, keep);
      others[i] = (const char *const *) position->others;
    }
  return qsa_fts_except_expression (words, others, way->len);
}

typedef struct
{
  QsaMatcher *matcher;
  gboolean begun;
} QsaPlanMarking;

static void
qsa_plan_marking_add (QsaPlanMarking *marking, QsaMatchMode mode,
                      const char *const *const *words, guint n_words)
{
  if (!marking->begun)
    qsa_matcher_add_phrase (marking->matcher, mode, words, n_words);
  else
    qsa_matcher_add_alternative (marking->matcher, mode, words, n_words);
  marking->begun = TRUE;
}

static gboolean
qsa_plan_way_is_exact (GPtrArray *way)
{
  for (guint i = 0; i < way->len; i++)
    if (!((QsaPlanPosition *) way->pdata[i])->exact)
      return FALSE;
  return TRUE;
}

/* A word of which some forms count in one spelling only and others in any. */
static void
qsa_plan_way_mark_word (const QsaPlanPosition *position, QsaPlanMarking *marking)
{
  g_autoptr (GPtrArray)
      keep = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const char *const *folded = qsa_plan_way_list (position->folded, NULL, keep);
  const char *const *surface = qsa_plan_way_list (position->surface, NULL, keep);

  if (folded[0] != NULL)
    qsa_plan_marking_add (marking, position->prefix ? QSA_MATCH_PREFIX : QSA_MATCH_FOLDED,
                          &folded, 1);
  if (surface[0] != NULL)
    qsa_plan_marking_add (marking, QSA_MATCH_SURFACE, &surface, 1);
}

static void
qsa_plan_way_mark (GPtrArray *way, QsaPlanMarking *marking)
{
  g_autoptr (GPtrArray)
      keep = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree const char *const **words = g_new0 (const char *const *, way->len);
  gboolean exact = qsa_plan_way_is_exact (way);

  if (way->len == 1 && !exact)
    {
      qsa_plan_way_mark_word (way->pdata[0], marking);
      return;
    }
  for (guint i = 0; i < way->len; i++)
    {
      const QsaPlanPosition *position = way->pdata[i];

      words[i] = qsa_plan_way_list (position->folded, exact ? position->surface : NULL,
                                    keep);
    }
  qsa_plan_marking_add (marking, exact ? QSA_MATCH_SURFACE : QSA_MATCH_FOLDED, words,
                        way->len);
}

void
qsa_plan_ways_mark (GPtrArray *ways, QsaMatcher *matcher)
{
  QsaPlanMarking marking = { matcher, FALSE };

  for (guint i = 0; i < ways->len; i++)
    qsa_plan_way_mark (ways->pdata[i], &marking);
}
