/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-date-bins.h"

static const QsaDate open_end = QSA_DATE_INIT;

static QsaDate
date_of (const char *iso)
{
  QsaDate date;

  g_assert_true (*iso == '\0' || qsa_date_parse_iso (iso, &date));
  return *iso == '\0' ? open_end : date;
}

static guint
bin_articles (const QsaDateBins *bins, guint bin)
{
  return g_array_index (bins->bins, QsaDateBin, bin).articles;
}

static void
test_empty (void)
{
  g_autoptr (QsaDateBins) bins = qsa_date_bins_new (NULL, 0, &open_end, &open_end);

  g_assert_cmpuint (bins->bins->len, ==, 0);
}

static const QsaMonthCount ten_years[] = {
  { 2012, 3, 4 }, { 2012, 0, 1 }, { 2015, 12, 2 }, { 2021, 1, 7 }, { 2021, 2, 5 },
};

/* Many years: a bin each, gaps included, articles of a year alone counted in it. */
static void
test_years (void)
{
  g_autoptr (QsaDateBins) bins = qsa_date_bins_new (ten_years, G_N_ELEMENTS (ten_years),
                                                    &open_end, &open_end);

  g_assert_cmpuint (bins->bin_months, ==, 12);
  g_assert_cmpuint (bins->bins->len, ==, 10);
  g_assert_cmpuint (bin_articles (bins, 0), ==, 5);
  g_assert_cmpuint (bin_articles (bins, 1), ==, 0);
  g_assert_cmpuint (bin_articles (bins, 3), ==, 2);
  g_assert_cmpuint (bin_articles (bins, 9), ==, 12);
  g_assert_cmpuint (bins->n_year_only, ==, 0);
}

/* A filter of three years or less zooms to the months of its years. */
static void
test_zoom (void)
{
  QsaDate from = date_of ("2021-02");
  QsaDate to = date_of ("2021-11");
  g_autoptr (QsaDateBins)
      bins = qsa_date_bins_new (ten_years, G_N_ELEMENTS (ten_years), &from, &to);
  guint first;
  guint last;

  g_assert_cmpuint (bins->bin_months, ==, 1);
  /* The archive ends in February 2021, the year is shown whole. */
  g_assert_cmpuint (bins->bins->len, ==, 12);
  g_assert_cmpuint (bin_articles (bins, 0), ==, 7);
  g_assert_cmpuint (bin_articles (bins, 1), ==, 5);
  g_assert_true (qsa_date_bins_find_period (bins, &from, &to, &first, &last));
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (last, ==, 10);
}

static void
test_wide_filter_stays_in_years (void)
{
  QsaDate from = date_of ("2012");
  QsaDate to = date_of ("2016");
  g_autoptr (QsaDateBins)
      bins = qsa_date_bins_new (ten_years, G_N_ELEMENTS (ten_years), &from, &to);
  guint first;
  guint last;

  g_assert_cmpuint (bins->bin_months, ==, 12);
  g_assert_true (qsa_date_bins_find_period (bins, &from, &to, &first, &last));
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 4);
}

/* A filter beside the archive covers no bin, but the archive is still shown. */
static void
test_filter_outside (void)
{
  QsaDate from = date_of ("2030");
  g_autoptr (QsaDateBins)
      bins = qsa_date_bins_new (ten_years, G_N_ELEMENTS (ten_years), &from, &open_end);
  guint first;
  guint last;

  g_assert_cmpuint (bins->bins->len, ==, 10);
  g_assert_false (qsa_date_bins_find_period (bins, &from, &open_end, &first, &last));
}

/* A short archive is shown by months; articles of a year alone are told apart. */
static void
test_months (void)
{
  const QsaMonthCount months[] = { { 2021, 0, 3 }, { 2021, 5, 1 }, { 2022, 1, 2 } };
  g_autoptr (QsaDateBins)
      bins = qsa_date_bins_new (months, G_N_ELEMENTS (months), &open_end, &open_end);

  g_assert_cmpuint (bins->bin_months, ==, 1);
  g_assert_cmpuint (bins->bins->len, ==, 13);
  g_assert_cmpuint (bins->n_year_only, ==, 3);
  g_assert_cmpuint (bin_articles (bins, 4), ==, 1);
  g_assert_cmpuint (bin_articles (bins, 12), ==, 2);
}

static void
test_only_years_known (void)
{
  const QsaMonthCount months[] = { { 2021, 0, 3 }, { 2022, 0, 2 } };
  g_autoptr (QsaDateBins)
      bins = qsa_date_bins_new (months, G_N_ELEMENTS (months), &open_end, &open_end);

  g_assert_cmpuint (bins->bin_months, ==, 12);
  g_assert_cmpuint (bins->bins->len, ==, 2);
  g_assert_cmpuint (bin_articles (bins, 0), ==, 3);
}

static void
test_single_month_is_padded (void)
{
  const QsaMonthCount months[] = { { 2021, 1, 9 } };
  g_autoptr (QsaDateBins)
      bins = qsa_date_bins_new (months, G_N_ELEMENTS (months), &open_end, &open_end);
  guint sum = 0;

  g_assert_cmpuint (bins->bins->len, ==, 6);
  for (guint i = 0; i < bins->bins->len; i++)
    sum += bin_articles (bins, i);
  g_assert_cmpuint (sum, ==, 9);
}

/* Wrong dates of the press reach far back: the bins stay few. */
static void
test_centuries (void)
{
  const QsaMonthCount months[] = { { 1013, 1, 1 }, { 2021, 12, 9 } };
  g_autoptr (QsaDateBins)
      bins = qsa_date_bins_new (months, G_N_ELEMENTS (months), &open_end, &open_end);

  g_assert_cmpuint (bins->bins->len, <=, 40);
  g_assert_cmpuint (bin_articles (bins, 0), ==, 1);
  g_assert_cmpuint (bin_articles (bins, bins->bins->len - 1), ==, 9);
}

static const struct
{
  const char *name;
  guint first;
  guint last;
  const char *from;
  const char *to;
} year_periods[] = {
  { "one", 3, 3, "2015", "2015" },
  { "all", 0, 9, "2012", "2021" },
};

static void
test_period (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (QsaDateBins) bins = qsa_date_bins_new (ten_years, G_N_ELEMENTS (ten_years),
                                                    &open_end, &open_end);
  g_autofree char *from_iso = NULL;
  g_autofree char *to_iso = NULL;
  QsaDate from;
  QsaDate to;

  qsa_date_bins_get_period (bins, year_periods[row].first, year_periods[row].last, &from,
                            &to);
  from_iso = qsa_date_to_iso (&from);
  to_iso = qsa_date_to_iso (&to);
  g_assert_cmpstr (from_iso, ==, year_periods[row].from);
  g_assert_cmpstr (to_iso, ==, year_periods[row].to);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/date-bins/empty", test_empty);
  g_test_add_func ("/app/date-bins/years", test_years);
  g_test_add_func ("/app/date-bins/zoom", test_zoom);
  g_test_add_func ("/app/date-bins/wide-filter", test_wide_filter_stays_in_years);
  g_test_add_func ("/app/date-bins/filter-outside", test_filter_outside);
  g_test_add_func ("/app/date-bins/months", test_months);
  g_test_add_func ("/app/date-bins/only-years-known", test_only_years_known);
  g_test_add_func ("/app/date-bins/single-month", test_single_month_is_padded);
  g_test_add_func ("/app/date-bins/centuries", test_centuries);
  for (guint i = 0; i < G_N_ELEMENTS (year_periods); i++)
    {
      g_autofree char *path = g_strconcat ("/app/date-bins/period/", year_periods[i].name,
                                           NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_period);
    }
  return g_test_run ();
}
