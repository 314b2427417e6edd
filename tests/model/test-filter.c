/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-filter.h"

#include "qsa-query.h"

static QsaFilter *
take_with_outlet (QsaFilter *filter, guint32 outlet_id, gboolean checked)
{
  g_autoptr (QsaFilter) before = filter;

  return qsa_filter_with_outlet (before, outlet_id, checked);
}

static void
assert_line (QsaFilter *filter, const char *expected)
{
  g_autofree char *line = qsa_filter_to_string (filter);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_new_is_empty (void)
{
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  guint n_outlets = 99;

  g_assert_true (qsa_filter_is_empty (filter));
  g_assert_false (qsa_filter_has_dates (filter));
  g_assert_false (qsa_filter_get_undated (filter));
  g_assert_cmpint (qsa_filter_get_state (filter), ==, QSA_STATE_ALL);
  g_assert_cmpint (qsa_filter_get_from (filter)->precision, ==, QSA_DATE_NONE);
  qsa_filter_get_outlets (filter, &n_outlets);
  g_assert_cmpuint (n_outlets, ==, 0);
  assert_line (filter, "");
}

static void
test_outlets (void)
{
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaFilter) only = NULL;
  g_autoptr (QsaFilter) none = NULL;
  const guint32 *outlets;
  guint n_outlets;

  filter = take_with_outlet (g_steal_pointer (&filter), 17, TRUE);
  filter = take_with_outlet (g_steal_pointer (&filter), QSA_OUTLET_UNKNOWN, TRUE);
  filter = take_with_outlet (g_steal_pointer (&filter), G_MAXUINT32, TRUE);
  filter = take_with_outlet (g_steal_pointer (&filter), 3, TRUE);
  filter = take_with_outlet (g_steal_pointer (&filter), 17, TRUE);
  assert_line (filter, "outlets=0,3,17,4294967295");

  outlets = qsa_filter_get_outlets (filter, &n_outlets);
  g_assert_cmpuint (n_outlets, ==, 4);
  g_assert_cmpuint (outlets[1], ==, 3);
  g_assert_true (qsa_filter_has_outlet (filter, QSA_OUTLET_UNKNOWN));
  g_assert_true (qsa_filter_has_outlet (filter, 17));
  g_assert_false (qsa_filter_has_outlet (filter, 4));

  filter = take_with_outlet (g_steal_pointer (&filter), 4, FALSE);
  filter = take_with_outlet (g_steal_pointer (&filter), 3, FALSE);
  assert_line (filter, "outlets=0,17,4294967295");

  only = qsa_filter_with_only_outlet (filter, 5);
  assert_line (only, "outlets=5");
  none = qsa_filter_without_outlets (filter);
  g_assert_true (qsa_filter_is_empty (none));
  assert_line (filter, "outlets=0,17,4294967295");
}

static void
test_dates (void)
{
  const QsaDate from = { QSA_DATE_MONTH, 2020, 2, 0, QSA_DATE_NO_MINUTE };
  const QsaDate to = { QSA_DATE_DAY, 2021, 12, 8, 75 };
  g_autoptr (QsaFilter) empty = qsa_filter_new ();
  g_autoptr (QsaFilter) dated = qsa_filter_with_dates (empty, &from, &to);
  g_autoptr (QsaFilter) open = qsa_filter_with_dates (dated, NULL, &to);
  g_autoptr (QsaFilter) undated = qsa_filter_with_undated (dated, TRUE);
  g_autoptr (QsaFilter) cleared = qsa_filter_without_dates (undated);
  g_autoptr (QsaFilter) only_undated = qsa_filter_with_undated (empty, TRUE);

  g_assert_true (qsa_filter_is_empty (empty));
  assert_line (dated, "from=2020-02; to=2021-12-08");
  g_assert_true (qsa_filter_has_dates (dated));
  g_assert_cmpint (qsa_filter_get_to (dated)->minute, ==, QSA_DATE_NO_MINUTE);
  assert_line (open, "to=2021-12-08");
  assert_line (undated, "from=2020-02; to=2021-12-08; undated=yes");
  g_assert_true (qsa_filter_get_undated (undated));
  g_assert_true (qsa_filter_is_empty (cleared));
  assert_line (only_undated, "undated=yes");
  g_assert_true (qsa_filter_has_dates (only_undated));
  g_assert_false (qsa_filter_is_empty (only_undated));
}

static void
test_state (void)
{
  g_autoptr (QsaFilter) empty = qsa_filter_new ();
  g_autoptr (QsaFilter) starred = qsa_filter_with_state (empty, QSA_STATE_STARRED);
  g_autoptr (QsaFilter) all = qsa_filter_with_state (starred, QSA_STATE_ALL);

  assert_line (starred, "state=starred");
  g_assert_false (qsa_filter_is_empty (starred));
  g_assert_false (qsa_filter_has_dates (starred));
  g_assert_true (qsa_filter_is_empty (all));
}

static const struct
{
  const char *address;
  const char *line;
  const char *expected; /* "" for an empty filter */
} line_cases[] = {
  { "empty", "", "" },
  { "null", NULL, "" },
  { "outlets", "outlets=3,17", "outlets=3,17" },
  { "outlets-out-of-order", "outlets=17,3,17", "outlets=3,17" },
  { "unknown-outlet", "outlets=0", "outlets=0" },
  { "everything", "outlets=1; from=2020; to=2021-03; undated=yes; state=unread",
    "outlets=1; from=2020; to=2021-03; undated=yes; state=unread" },
  { "other-order-and-spaces", " state=unread ;from = 2020", "from=2020; state=unread" },
  { "arabic-digits", "from=٢٠٢٠-٠٢", "from=2020-02" },
  { "state-all", "state=all", "" },
  { "unknown-key", "outlets=1; speaker=2", "" },
  { "unknown-state", "outlets=1; state=bright", "" },
  { "impossible-date", "outlets=1; from=2021-02-30", "" },
  { "outlets-empty", "outlets=", "" },
  { "outlets-gap", "outlets=1,,2", "" },
  { "outlet-negative", "outlets=-1", "" },
  { "outlet-too-large", "outlets=4294967296", "" },
  { "outlet-word", "outlets=all", "" },
  { "undated-no", "undated=no", "" },
  { "no-value", "outlets", "" },
  { "trailing-separator", "outlets=1;", "" },
  { "garbage", "{\"outlets\":[1]}", "" },
  { "invalid-bytes", "\xff=\xfe", "" },
};

static void
test_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (line_cases); i++)
    {
      g_autoptr (QsaFilter) filter = qsa_filter_from_string (line_cases[i].line);
      g_autoptr (QsaFilter) again = NULL;
      g_autofree char *line = qsa_filter_to_string (filter);

      g_test_message ("%s", line_cases[i].address);
      g_assert_cmpstr (line, ==, line_cases[i].expected);
      g_assert_cmpint (qsa_filter_is_empty (filter), ==, *line_cases[i].expected == '\0');
      again = qsa_filter_from_string (line);
      g_assert_true (qsa_filter_equal (filter, again));
    }
}

static void
test_equal (void)
{
  static const char *const lines[] = { "",
                                       "outlets=1",
                                       "outlets=2",
                                       "outlets=1,2",
                                       "from=2020",
                                       "from=2020-01",
                                       "from=2020-01-01",
                                       "to=2020",
                                       "undated=yes",
                                       "from=2020; undated=yes",
                                       "state=unread",
                                       "state=starred" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (lines); j++)
      {
        g_autoptr (QsaFilter) a = qsa_filter_from_string (lines[i]);
        g_autoptr (QsaFilter) b = qsa_filter_from_string (lines[j]);

        g_assert_cmpint (qsa_filter_equal (a, b), ==, i == j);
      }
}

static gpointer
change_many (gpointer data)
{
  for (guint32 i = 0; i < 2000; i++)
    {
      g_autoptr (QsaFilter) own = qsa_filter_ref (data);
      g_autoptr (QsaFilter) changed = qsa_filter_with_outlet (own, i, TRUE);

      g_assert_true (qsa_filter_has_outlet (changed, i));
    }
  return NULL;
}

static void
test_shared_between_threads (void)
{
  g_autoptr (QsaFilter) filter = qsa_filter_from_string ("outlets=5; from=2020");
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("change", change_many, filter);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  assert_line (filter, "outlets=5; from=2020");
}

/* ---- names of orders and reaches ---- */

static void
test_sort_names (void)
{
  QsaSort sort = QSA_SORT_OLDEST;

  for (guint i = QSA_SORT_NEWEST; i <= QSA_SORT_OUTLET; i++)
    {
      g_assert_true (qsa_sort_from_string (qsa_sort_to_string ((QsaSort) i), &sort));
      g_assert_cmpuint (sort, ==, i);
    }
  g_assert_cmpstr (qsa_sort_to_string (QSA_SORT_OUTLET), ==, "outlet");
  g_assert_false (qsa_sort_from_string ("", &sort));
  g_assert_false (qsa_sort_from_string ("Newest", &sort));
}

static void
test_reach_names (void)
{
  QsaReach reach = QSA_REACH_WIDE;

  for (guint i = QSA_REACH_DEFAULT; i <= QSA_REACH_PRINTED; i++)
    {
      g_assert_true (qsa_reach_from_string (qsa_reach_to_string ((QsaReach) i), &reach));
      g_assert_cmpuint (reach, ==, i);
    }
  g_assert_cmpstr (qsa_reach_to_string (QSA_REACH_FOLDED), ==, "folded");
  g_assert_false (qsa_reach_from_string ("", &reach));
  g_assert_false (qsa_reach_from_string ("exact", &reach));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/filter/new", test_new_is_empty);
  g_test_add_func ("/model/filter/outlets", test_outlets);
  g_test_add_func ("/model/filter/dates", test_dates);
  g_test_add_func ("/model/filter/state", test_state);
  g_test_add_func ("/model/filter/lines", test_lines);
  g_test_add_func ("/model/filter/equal", test_equal);
  g_test_add_func ("/model/filter/threads", test_shared_between_threads);
  g_test_add_func ("/model/filter/sort-names", test_sort_names);
  g_test_add_func ("/model/filter/reach-names", test_reach_names);
  return g_test_run ();
}
