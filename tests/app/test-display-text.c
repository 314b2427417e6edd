/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-display-text.h"

#include <string.h>

#include "qsa-bidi.h"
#include "qsa-snippet-cut.h"

static const struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *text; /* NULL: nothing to say */
} ranges[] = {
  { "open", "", "", NULL },
  { "since", "2019", "", "since 2019" },
  { "until", "", "2020-05", "until May 2020" },
  { "same-year", "2021", "2021", "2021" },
  { "same-day", "2021-12-08", "2021-12-08", "8 December 2021" },
  { "months", "2021-03", "2021-05", "March 2021 – May 2021" },
};

static QsaDate
date_of (const char *iso)
{
  QsaDate date = QSA_DATE_INIT;

  g_assert_true (*iso == '\0' || qsa_date_parse_iso (iso, &date));
  return date;
}

static void
test_range (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  QsaDate from = date_of (ranges[row].from);
  QsaDate to = date_of (ranges[row].to);
  g_autofree char *text = qsa_display_date_range (&from, &to);

  g_assert_cmpstr (text, ==, ranges[row].text);
}

static void
test_undated (void)
{
  const QsaDate none = QSA_DATE_INIT;
  g_autofree char *text = qsa_display_date (&none);

  g_assert_cmpstr (text, ==, "Undated");
}

static void
test_counts (void)
{
  g_autofree char *one = qsa_display_n_articles (1);
  g_autofree char *many = qsa_display_n_articles (1204);

  g_assert_cmpstr (one, ==, "1 article");
  g_assert_cmpstr (many, ==, "1,204 articles");
}

static const struct
{
  const char *name;
  const char *text;
  const char *mark;
} directions[] = {
  { "arabic", "خبر من المدينة", "" },
  { "latin", "News of the town", "" },
  { "arabic-begins-latin", "BBC أعلنت أنها ستفتح مكتبا", QSA_RLM },
  { "latin-begins-arabic", "خبر is the Arabic word for news", "\xe2\x80\x8e" },
  { "neutral", "1,204", "" },
};

static void
test_directed (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  gsize mark_bytes;
  g_autofree char *directed = qsa_display_directed (directions[row].text, &mark_bytes);

  g_assert_true (g_str_has_prefix (directed, directions[row].mark));
  g_assert_cmpuint (mark_bytes, ==, strlen (directions[row].mark));
  g_assert_cmpstr (directed + mark_bytes, ==, directions[row].text);
}

static QsaSnippet *
make_snippet (const char *text, const char *hit)
{
  QsaSnippet *snippet = g_new0 (QsaSnippet, 1);
  const char *at = hit != NULL ? strstr (text, hit) : NULL;

  snippet->text = g_strdup (text);
  snippet->matches = g_array_new (FALSE, FALSE, sizeof (QsaMatch));
  if (at != NULL)
    {
      QsaMatch match = { at - text, at - text + strlen (hit), 0 };

      g_array_append_val (snippet->matches, match);
    }
  return snippet;
}

static const struct
{
  const char *name;
  const char *text;
  const char *hit;
  guint lead;
  const char *cut;
} cuts[] = {
  { "no-hit", "كتب الصحفي عن المدينة القديمة", NULL, 5, "كتب الصحفي عن المدينة القديمة" },
  { "near", "كتب الصحفي عن المدينة", "الصحفي", 5, "كتب الصحفي عن المدينة" },
  { "far", "كتب الصحفي عن المدينة القديمة", "القديمة", 10, "…المدينة القديمة" },
  { "long-word-before", "كتب المستنصرونوالمتنزهون القديمة", "القديمة", 10, "…القديمة" },
  { "no-border", "الكتابالمفتوح", "المفتوح", 3, "…المفتوح" },
};

static void
test_cut (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (QsaSnippet) snippet = make_snippet (cuts[row].text, cuts[row].hit);
  g_autoptr (QsaSnippet) cut = qsa_snippet_cut (snippet, cuts[row].lead);

  g_assert_cmpstr (cut->text, ==, cuts[row].cut);
  g_assert_cmpuint (cut->matches->len, ==, snippet->matches->len);
  if (cuts[row].hit != NULL)
    {
      const QsaMatch *match = &g_array_index (cut->matches, QsaMatch, 0);
      g_autofree char *hit = g_strndup (cut->text + match->start_byte,
                                        match->end_byte - match->start_byte);

      g_assert_cmpstr (hit, ==, cuts[row].hit);
    }
}

#define ADD_ROWS(path, table, test)                                        \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                         \
    {                                                                      \
      g_autofree char *row_path = g_strconcat (path, table[i].name, NULL); \
                                                                           \
      g_test_add_data_func (row_path, GUINT_TO_POINTER (i), test);         \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/app/display-text/range/", ranges, test_range);
  g_test_add_func ("/app/display-text/undated", test_undated);
  g_test_add_func ("/app/display-text/counts", test_counts);
  ADD_ROWS ("/app/display-text/directed/", directions, test_directed);
  ADD_ROWS ("/app/snippet-cut/", cuts, test_cut);
  return g_test_run ();
}
