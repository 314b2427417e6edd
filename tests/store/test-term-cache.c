/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-term-cache.h"

static QsaPosting *
posting_of (guint n_ids)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 id = 1; id <= n_ids; id++)
    g_array_append_val (ids, id);
  return qsa_posting_new_from_ids (ids, 1000000);
}

static gboolean
cache_has (QsaTermCache *cache, const char *key)
{
  g_autoptr (QsaPosting)
      posting = qsa_term_cache_lookup (cache, qsa_term_cache_get_generation (cache), key);

  return posting != NULL;
}

static void
cache_put (QsaTermCache *cache, const char *key, guint n_ids)
{
  g_autoptr (QsaPosting) posting = posting_of (n_ids);

  qsa_term_cache_insert (cache, qsa_term_cache_get_generation (cache), key, posting);
}

static void
test_bound (void)
{
  g_autoptr (QsaTermCache) cache = qsa_term_cache_new (10000);

  cache_put (cache, "a", 1000); /* 4,000 bytes and a little */
  cache_put (cache, "b", 1000);
  g_assert_true (cache_has (cache, "a")); /* used later than b now */
  cache_put (cache, "c", 1000);
  g_assert_true (cache_has (cache, "a"));
  g_assert_false (cache_has (cache, "b"));
  g_assert_true (cache_has (cache, "c"));
  g_assert_cmpuint (qsa_term_cache_get_memory_bytes (cache), <=, 10000);
}

static void
test_too_large (void)
{
  g_autoptr (QsaTermCache) cache = qsa_term_cache_new (1000);

  cache_put (cache, "large", 1000);
  g_assert_false (cache_has (cache, "large"));
  g_assert_cmpuint (qsa_term_cache_get_memory_bytes (cache), ==, 0);
}

static void
test_replace (void)
{
  g_autoptr (QsaTermCache) cache = qsa_term_cache_new (100000);
  g_autoptr (QsaPosting) found = NULL;
  gsize once;

  cache_put (cache, "a", 10);
  once = qsa_term_cache_get_memory_bytes (cache);
  cache_put (cache, "a", 20);
  found = qsa_term_cache_lookup (cache, 0, "a");
  g_assert_cmpuint (qsa_posting_get_size (found), ==, 20);
  g_assert_cmpuint (qsa_term_cache_get_memory_bytes (cache), ==, once + 40);
}

static void
test_generation (void)
{
  g_autoptr (QsaTermCache) cache = qsa_term_cache_new (100000);
  g_autoptr (QsaPosting) posting = posting_of (10);

  cache_put (cache, "a", 10);
  qsa_term_cache_set_generation (cache, 1);
  g_assert_false (cache_has (cache, "a"));
  g_assert_cmpuint (qsa_term_cache_get_memory_bytes (cache), ==, 0);

  qsa_term_cache_insert (cache, 0, "late", posting); /* read before the change */
  g_assert_false (cache_has (cache, "late"));

  qsa_term_cache_insert (cache, 1, "new", posting);
  g_assert_true (cache_has (cache, "new"));
  g_assert_null (qsa_term_cache_lookup (cache, 0, "new")); /* for a search of before */
}

/* Two threads insert, look up and change the generation at once: for the thread sanitizer, and for
 * the bound. */
static gpointer
hammer (gpointer data)
{
  QsaTermCache *cache = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *key = g_strdup_printf ("%d", g_rand_int_range (random, 0, 50));

      if (i % 500 == 0)
        qsa_term_cache_set_generation (cache, i / 500);
      if (!cache_has (cache, key))
        cache_put (cache, key, (guint) g_rand_int_range (random, 0, 300));
      g_assert_cmpuint (qsa_term_cache_get_memory_bytes (cache), <=, 20000);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (QsaTermCache) cache = qsa_term_cache_new (20000);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("hammer", hammer, cache);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/term-cache/bound", test_bound);
  g_test_add_func ("/store/term-cache/too-large", test_too_large);
  g_test_add_func ("/store/term-cache/replace", test_replace);
  g_test_add_func ("/store/term-cache/generation", test_generation);
  g_test_add_func ("/store/term-cache/threads", test_threads);

  return g_test_run ();
}
