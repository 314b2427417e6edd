/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-posting.h"

/* The algebra against a naive set: a table of booleans. */
typedef struct
{
  guint32 max_id;
  guint8 *has; /* by id */
} NaiveSet;

static void
naive_set_clear (NaiveSet *set)
{
  g_clear_pointer (&set->has, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NaiveSet, naive_set_clear)

/* One id in @one_in; the tail may be empty, so that sets of different reach meet. */
static QsaPosting *
random_posting (NaiveSet *set, guint32 max_id, guint one_in)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  set->max_id = max_id;
  set->has = g_new0 (guint8, max_id + 1);
  for (guint32 id = 1; id <= max_id; id++)
    if (g_test_rand_int_range (0, (gint32) one_in) == 0)
      {
        set->has[id] = TRUE;
        g_array_append_val (ids, id);
      }
  return qsa_posting_new_from_ids (ids, max_id);
}

static gboolean
naive_contains (const NaiveSet *set, guint32 id)
{
  return id <= set->max_id && set->has[id];
}

typedef gboolean (*Wanted) (gboolean in_a, gboolean in_b);

static gboolean
wanted_and (gboolean in_a, gboolean in_b)
{
  return in_a && in_b;
}

static gboolean
wanted_or (gboolean in_a, gboolean in_b)
{
  return in_a || in_b;
}

static gboolean
wanted_and_not (gboolean in_a, gboolean in_b)
{
  return in_a && !in_b;
}

static void
assert_is (QsaPosting *posting, const NaiveSet *a, const NaiveSet *b, Wanted wanted)
{
  guint32 max_id = MAX (a->max_id, b->max_id) + 130;
  QsaPostingWalk walk = { 0 };
  guint32 ids[7]; /* odd, so that words of the bitmap are cut by the buffer */
  guint n_ids = 0, at = 0, size = 0;

  for (guint32 id = 0; id <= max_id; id++)
    {
      gboolean expected = wanted (naive_contains (a, id), naive_contains (b, id));

      g_assert_cmpint (qsa_posting_contains (posting, id), ==, expected);
      if (!expected)
        continue;
      size++;
      if (at == n_ids)
        {
          n_ids = qsa_posting_read (posting, &walk, ids, G_N_ELEMENTS (ids));
          at = 0;
        }
      g_assert_cmpuint (at, <, n_ids);
      g_assert_cmpuint (ids[at++], ==, id);
    }
  g_assert_cmpuint (at, ==, n_ids);
  g_assert_cmpuint (qsa_posting_read (posting, &walk, ids, G_N_ELEMENTS (ids)), ==, 0);
  g_assert_cmpuint (qsa_posting_get_size (posting), ==, size);
}

typedef struct
{
  const char *path;
  QsaPosting *(*operation) (QsaPosting *, QsaPosting *);
  Wanted wanted;
} AlgebraCase;

static const AlgebraCase algebra_cases[] = {
  { "/store/posting/and", qsa_posting_and, wanted_and },
  { "/store/posting/or", qsa_posting_or, wanted_or },
  { "/store/posting/and-not", qsa_posting_and_not, wanted_and_not },
};

static void
test_algebra (gconstpointer data)
{
  static const guint densities[] = { 1, 2, 20, 40, 100, 5000 };
  const AlgebraCase *test = data;

  for (guint round = 0; round < 400; round++)
    {
      g_auto (NaiveSet) a = { 0 };
      g_auto (NaiveSet) b = { 0 };
      g_autoptr (QsaPosting) left =
          random_posting (&a, (guint32) g_test_rand_int_range (0, 3000),
                          densities[g_test_rand_int_range (0, G_N_ELEMENTS (densities))]);
      g_autoptr (QsaPosting) right =
          random_posting (&b, (guint32) g_test_rand_int_range (0, 3000),
                          densities[g_test_rand_int_range (0, G_N_ELEMENTS (densities))]);
      g_autoptr (QsaPosting) result = test->operation (left, right);

      assert_is (result, &a, &b, test->wanted);
    }
}

static void
test_or_all (void)
{
  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (GPtrArray)
          postings = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_posting_unref);
      g_auto (NaiveSet) all = { 2000, g_new0 (guint8, 2001) };
      g_autoptr (QsaPosting) result = NULL;

      for (guint i = 0; i < round % 9; i++)
        {
          g_auto (NaiveSet) one = { 0 };

          g_ptr_array_add (
              postings, random_posting (&one, (guint32) g_test_rand_int_range (0, 2000),
                                        (guint) g_test_rand_int_range (1, 200)));
          for (guint32 id = 0; id <= one.max_id; id++)
            all.has[id] |= one.has[id];
        }
      result = qsa_posting_or_all (postings);
      assert_is (result, &all, &all, wanted_or);
    }
}

static void
test_all (void)
{
  static const guint32 sizes[] = { 0, 1, 62, 63, 64, 65, 127, 128, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (QsaPosting) all = qsa_posting_new_all (sizes[i]);
      g_auto (NaiveSet) expected = { sizes[i], g_new0 (guint8, sizes[i] + 1) };

      for (guint32 id = 1; id <= sizes[i]; id++)
        expected.has[id] = TRUE;
      assert_is (all, &expected, &expected, wanted_or);
    }
}

static void
test_weights (gconstpointer data)
{
  guint32 step = GPOINTER_TO_UINT (data);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *weights = g_array_new (FALSE, FALSE, sizeof (guint8));
  g_autoptr (QsaPosting) posting = NULL;
  QsaPostingWalk walk = { 0 };
  const guint8 *read;
  guint32 id;

  for (id = 5; id < 5000; id += step)
    {
      guint8 weight = (guint8) (id % 255 + 1);

      g_array_append_val (ids, id);
      g_array_append_val (weights, weight);
    }
  posting = qsa_posting_new_weighted (ids, weights, 5000);
  read = qsa_posting_get_weights (posting);
  g_assert_nonnull (read);
  while (qsa_posting_read (posting, &walk, &id, 1) == 1)
    g_assert_cmpuint (*read++, ==, id % 255 + 1);
}

static void
test_memory (void)
{
  GArray *few = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 id = 999999;
  g_autoptr (QsaPosting) rare = NULL;
  g_autoptr (QsaPosting) all = qsa_posting_new_all (1000000);

  g_array_append_val (few, id);
  rare = qsa_posting_new_from_ids (few, 1000000);
  g_assert_cmpuint (qsa_posting_get_memory_bytes (rare), <, 200);
  g_assert_cmpuint (qsa_posting_get_memory_bytes (all), <, 130000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (algebra_cases); i++)
    g_test_add_data_func (algebra_cases[i].path, &algebra_cases[i], test_algebra);
  g_test_add_func ("/store/posting/or-all", test_or_all);
  g_test_add_func ("/store/posting/all", test_all);
  g_test_add_data_func ("/store/posting/weights/dense", GUINT_TO_POINTER (2),
                        test_weights);
  g_test_add_data_func ("/store/posting/weights/rare", GUINT_TO_POINTER (500),
                        test_weights);
  g_test_add_func ("/store/posting/memory", test_memory);

  return g_test_run ();
}
