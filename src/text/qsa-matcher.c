/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-matcher.h"

#include <string.h>

#include "qsa-scanner.h"

/* One way to say a term. */
typedef struct
{
  guint term;
  guint n_words;
} QsaMatchWay;

/* One place where a form is accepted: word number @word of way number @way. */
typedef struct
{
  guint way;
  guint word;
} QsaMatchPlace;

typedef struct
{
  char *form;
  gsize form_bytes;
  QsaMatchPlace place;
} QsaMatchPrefix;

/* A phrase of which the words before @next_word have been seen. */
typedef struct
{
  guint way;
  guint next_word;
  gsize start_byte;
} QsaMatchPartial;

struct _QsaMatcher
{
  gatomicrefcount ref_count;
  guint n_terms;
  GArray *ways;        /* of QsaMatchWay */
  GHashTable *folded;  /* form -> GArray of QsaMatchPlace */
  GHashTable *surface; /* the same */
  GArray *prefixes;    /* of QsaMatchPrefix */
};

/* What one qsa_matcher_find() works on. */
typedef struct
{
  QsaMatcher *matcher;
  GArray *places;   /* of QsaMatchPlace: where the current word is accepted */
  GArray *partials; /* of QsaMatchPartial */
  GArray *advanced; /* of QsaMatchPartial */
  GArray *matches;  /* of QsaMatch */
} QsaMatchRun;

static void
qsa_match_prefix_clear (gpointer data)
{
  QsaMatchPrefix *prefix = data;

  g_free (prefix->form);
}

QsaMatcher *
qsa_matcher_new (void)
{
  QsaMatcher *self = g_new0 (QsaMatcher, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->ways = g_array_new (FALSE, FALSE, sizeof (QsaMatchWay));
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_array_unref);
  self->surface = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_array_unref);
  self->prefixes = g_array_new (FALSE, FALSE, sizeof (QsaMatchPrefix));
  g_array_set_clear_func (self->prefixes, qsa_match_prefix_clear);
  return self;
}

QsaMatcher *
qsa_matcher_ref (QsaMatcher *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
qsa_matcher_unref (QsaMatcher *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->ways);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->surface);
  g_array_unref (self->prefixes);
  g_free (self);
}

static void
qsa_matcher_add_form (QsaMatcher *self, QsaMatchMode mode, const char *form,
                      QsaMatchPlace place)
{
  GHashTable *table = mode == QSA_MATCH_SURFACE ? self->surface : self->folded;
  GArray *places;

  if (*form == '\0')
    return;
  if (mode == QSA_MATCH_PREFIX)
    {
      QsaMatchPrefix prefix = { g_strdup (form), strlen (form), place };

      g_array_append_val (self->prefixes, prefix);
      return;
    }
  places = g_hash_table_lookup (table, form);
  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (QsaMatchPlace));
      g_hash_table_insert (table, g_strdup (form), places);
    }
  g_array_append_val (places, place);
}

static void
qsa_matcher_add_way (QsaMatcher *self, QsaMatchMode mode, const char *const *const *words,
                     QsaMatchWay way)
{
  QsaMatchPlace place = { self->ways->len, 0 };

  g_array_append_val (self->ways, way);
  for (; place.word < way.n_words; place.word++)
    {
      const char *const *forms = words[place.word];

      for (guint i = 0; forms != NULL && forms[i] != NULL; i++)
        qsa_matcher_add_form (self, mode, forms[i], place);
    }
}

void
qsa_matcher_add_phrase (QsaMatcher *self, QsaMatchMode mode,
                        const char *const *const *words, guint n_words)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (words != NULL && n_words > 0);

  qsa_matcher_add_way (self, mode, words, (QsaMatchWay){ self->n_terms++, n_words });
}

void
qsa_matcher_add_alternative (QsaMatcher *self, QsaMatchMode mode,
                             const char *const *const *words, guint n_words)
{
  g_return_if_fail (self != NULL && self->n_terms > 0);
  g_return_if_fail (words != NULL && n_words > 0);

  qsa_matcher_add_way (self, mode, words, (QsaMatchWay){ self->n_terms - 1, n_words });
}

void
qsa_matcher_add_word (QsaMatcher *self, QsaMatchMode mode, const char *const *forms)
{
  qsa_matcher_add_phrase (self, mode, &forms, 1);
}

gboolean
qsa_matcher_is_empty (QsaMatcher *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_terms == 0;
}

static void
qsa_match_run_add_places (QsaMatchRun *run, GHashTable *table, const char *form)
{
  GArray *places = g_hash_table_lookup (table, form);

  if (places != NULL)
    g_array_append_vals (run->places, places->data, places->len);
}

static void
qsa_match_run_find_places (QsaMatchRun *run, const QsaToken *token)
{
  QsaMatcher *matcher = run->matcher;

  g_array_set_size (run->places, 0);
  if (g_hash_table_size (matcher->folded) > 0)
    qsa_match_run_add_places (run, matcher->folded, token->folded);
  if (g_hash_table_size (matcher->surface) > 0)
    qsa_match_run_add_places (run, matcher->surface, token->surface);
  for (guint i = 0; i < matcher->prefixes->len; i++)
    {
      const QsaMatchPrefix *prefix = &g_array_index (matcher->prefixes, QsaMatchPrefix,
                                                     i);

      if (token->folded_bytes >= prefix->form_bytes
          && memcmp (token->folded, prefix->form, prefix->form_bytes) == 0)
        g_array_append_val (run->places, prefix->place);
    }
}

static void
qsa_match_run_accept (QsaMatchRun *run, QsaMatchPlace place, gsize start_byte,
                      gsize end_byte)
{
  QsaMatchWay way = g_array_index (run->matcher->ways, QsaMatchWay, place.way);

  if (place.word + 1 == way.n_words)
    {
      QsaMatch match = { start_byte, end_byte, way.term };

      g_array_append_val (run->matches, match);
    }
  else
    {
      QsaMatchPartial partial = { place.way, place.word + 1, start_byte };

      g_array_append_val (run->advanced, partial);
    }
}

static void
qsa_match_run_take_word (QsaMatchRun *run, const QsaToken *token)
{
  GArray *seen;

  for (guint p = 0; p < run->places->len; p++)
    {
      QsaMatchPlace place = g_array_index (run->places, QsaMatchPlace, p);

      if (place.word == 0)
        {
          qsa_match_run_accept (run, place, token->start_byte, token->end_byte);
          continue;
        }
      for (guint i = 0; i < run->partials->len; i++)
        {
          QsaMatchPartial partial = g_array_index (run->partials, QsaMatchPartial, i);

          if (partial.way == place.way && partial.next_word == place.word)
            qsa_match_run_accept (run, place, partial.start_byte, token->end_byte);
        }
    }
  seen = run->partials;
  run->partials = run->advanced;
  run->advanced = seen;
  g_array_set_size (run->advanced, 0);
}

static gint
qsa_match_compare (gconstpointer a, gconstpointer b)
{
  const QsaMatch *left = a;
  const QsaMatch *right = b;

  if (left->start_byte != right->start_byte)
    return left->start_byte < right->start_byte ? -1 : 1;
  if (left->end_byte != right->end_byte)
    return left->end_byte > right->end_byte ? -1 : 1;
  return left->term < right->term ? -1 : left->term > right->term ? 1 : 0;
}

static void
qsa_match_drop_overlaps (GArray *matches)
{
  guint n_kept = 0;

  g_array_sort (matches, qsa_match_compare);
  for (guint i = 0; i < matches->len; i++)
    {
      QsaMatch match = g_array_index (matches, QsaMatch, i);
      QsaMatch *last = n_kept > 0 ? &g_array_index (matches, QsaMatch, n_kept - 1) : NULL;

      if (last == NULL || match.start_byte >= last->end_byte)
        g_array_index (matches, QsaMatch, n_kept++) = match;
      else if (match.end_byte - match.start_byte > last->end_byte - last->start_byte)
        *last = match;
    }
  g_array_set_size (matches, n_kept);
}

GArray *
qsa_matcher_find (QsaMatcher *self, const char *text, gssize text_bytes)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  QsaMatchRun run = { .matcher = self };
  QsaToken token;

  run.matches = g_array_new (FALSE, FALSE, sizeof (QsaMatch));
  g_return_val_if_fail (self != NULL, run.matches);

  run.places = g_array_new (FALSE, FALSE, sizeof (QsaMatchPlace));
  run.partials = g_array_new (FALSE, FALSE, sizeof (QsaMatchPartial));
  run.advanced = g_array_new (FALSE, FALSE, sizeof (QsaMatchPartial));
  qsa_scanner_set_text (scanner, text, text_bytes);
  while (self->n_terms > 0 && qsa_scanner_next (scanner, &token))
    {
      qsa_match_run_find_places (&run, &token);
      if (run.places->len > 0 || run.partials->len > 0)
        qsa_match_run_take_word (&run, &token);
    }
  g_array_unref (run.places);
  g_array_unref (run.partials);
  g_array_unref (run.advanced);
  qsa_match_drop_overlaps (run.matches);
  return run.matches;
}
