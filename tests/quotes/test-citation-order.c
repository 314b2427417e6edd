/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader sees after pasting: the Unicode bidirectional algorithm as ICU has it, in a paragraph
 * whose direction the program that pastes forces to left-to-right, forces to right-to-left, or
 * takes from the first letter. */

#include "qsa-citation.h"

#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ustring.h>

typedef struct
{
  const char *address;
  const char *author;
  const char *title;
  const char *outlet;
  const char *url;
  const char *date;
  const char *parts[16]; /* as they must follow each other from right to left */
} OrderCase;

static const OrderCase cases[] = {
  { "arabic",
    "ليلى منصور",
    "الميناء يعمل",
    "مرصد الوادي",
    NULL,
    "2021-12-08",
    { "ليلى", "منصور", "«", "الميناء", "يعمل", "»", "مرصد", "8", "ديسمبر", "2021" } },
  { "url",
    "ليلى منصور",
    "الميناء يعمل",
    "مرصد الوادي",
    "https://marsad.example/a/1/",
    "2021-12-08",
    { "ليلى", "«", "الميناء", "»", "مرصد", "8", "ديسمبر", "2021",
      "https://marsad.example/a/1/" } },
  { "title-first",
    NULL,
    "الميناء يعمل",
    "مرصد الوادي",
    NULL,
    "2021-12-08",
    { "«", "الميناء", "»", "مرصد", "8", "ديسمبر", "2021" } },
  { "digits-first",
    NULL,
    "12 سفينة غادرت",
    "مرصد الوادي",
    NULL,
    "2021-12-08",
    { "«", "12", "سفينة", "غادرت", "»", "مرصد", "8", "ديسمبر", "2021" } },
  { "latin-author",
    "Lina Mansour",
    "الميناء يعمل",
    "مرصد الوادي",
    NULL,
    "2021",
    { "Lina Mansour", "«", "الميناء", "»", "مرصد", "2021" } },
  { "latin-outlet",
    NULL,
    "الميناء يعمل",
    "Delta News!",
    "https://delta.example/1",
    "2021-12-08",
    { "«", "الميناء", "»", "Delta News!", "8", "ديسمبر", "2021",
      "https://delta.example/1" } },
  { "latin-begins-title",
    NULL,
    "Delta تعلن (عن 3 سفن)",
    "مرصد الوادي",
    NULL,
    "2021",
    { "«", "Delta", "تعلن", "(", "عن", "3", "سفن", ")", "»", "مرصد", "2021" } },
  { "latin-ends-title",
    NULL,
    "السفن تعود إلى Delta 2",
    "مرصد الوادي",
    NULL,
    "2021",
    { "«", "السفن", "إلى", "Delta 2", "»", "مرصد", "2021" } },
  { "undated",
    "ليلى منصور",
    "الميناء يعمل",
    "مرصد الوادي",
    NULL,
    NULL,
    { "ليلى", "«", "الميناء", "»", "مرصد", "د.ت." } },
  { "year-alone",
    NULL,
    NULL,
    NULL,
    "https://delta.example/1",
    "2021",
    { "2021", "https://delta.example/1" } },
};

typedef struct
{
  UBiDi *bidi;
  UChar *units;
  int32_t n_units;
  int32_t *visual; /* logical index -> visual index from the left */
} Line;

static void
line_init (Line *line, const char *text, UBiDiLevel level)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t capacity = (int32_t) strlen (text) + 1;

  line->units = g_new (UChar, capacity);
  u_strFromUTF8 (line->units, capacity, &line->n_units, text, -1, &status);
  line->bidi = ubidi_open ();
  ubidi_setPara (line->bidi, line->units, line->n_units, level, NULL, &status);
  line->visual = g_new (int32_t, line->n_units);
  ubidi_getLogicalMap (line->bidi, line->visual, &status);
  g_assert_true (U_SUCCESS (status));
}

static void
line_clear (Line *line)
{
  ubidi_close (line->bidi);
  g_free (line->units);
  g_free (line->visual);
}

/* Visual extent of the first @part at or behind *next (logical, moved behind it). */
static void
line_extent (const Line *line, const char *part, int32_t *next, int32_t *left,
             int32_t *right)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar units[256];
  int32_t n_units;
  const UChar *found;
  int32_t start;

  u_strFromUTF8 (units, G_N_ELEMENTS (units), &n_units, part, -1, &status);
  g_assert_true (U_SUCCESS (status));
  found = u_strFindFirst (line->units + *next, line->n_units - *next, units, n_units);
  if (found == NULL)
    g_error ("%s is not there", part);

  start = (int32_t) (found - line->units);
  *left = G_MAXINT32;
  *right = -1;
  for (int32_t i = start; i < start + n_units; i++)
    {
      *left = MIN (*left, line->visual[i]);
      *right = MAX (*right, line->visual[i]);
    }
  /* In one piece, and in order: Latin from the left, digits too. */
  g_assert_cmpint (*right - *left, ==, n_units - 1);
  if (g_ascii_isalnum (*part))
    for (int32_t i = start + 1; i < start + n_units; i++)
      g_assert_cmpint (line->visual[i], ==, line->visual[i - 1] + 1);
  *next = start + n_units;
}

static void
assert_right_to_left (const char *text, const char *const *parts, UBiDiLevel level)
{
  Line line;
  int32_t next = 0;
  int32_t border = G_MAXINT32;

  line_init (&line, text, level);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      int32_t left;
      int32_t right;

      line_extent (&line, parts[i], &next, &left, &right);
      if (right >= border)
        g_error ("at level %d, %s stands to the right of what comes before it", level,
                 parts[i]);
      border = left;
    }
  line_clear (&line);
}

static void
assert_in_any_paragraph (const char *text, const char *const *parts)
{
  assert_right_to_left (text, parts, 0);
  assert_right_to_left (text, parts, 1);
  assert_right_to_left (text, parts, UBIDI_DEFAULT_LTR);
}

static QsaArticle *
new_article (const OrderCase *test)
{
  QsaArticle *article = qsa_article_new ();

  article->author = g_strdup (test->author);
  article->title = g_strdup (test->title);
  article->outlet = g_strdup (test->outlet);
  article->url = g_strdup (test->url);
  if (test->date != NULL)
    g_assert_true (qsa_date_parse_iso (test->date, &article->date));
  return article;
}

static void
test_reference (gconstpointer data)
{
  const OrderCase *test = data;
  g_autoptr (QsaArticle) article = new_article (test);
  g_autofree char *text = qsa_citation_to_text (article, QSA_CITATION_PLAIN);

  assert_in_any_paragraph (text, test->parts);
}

/* The last line of a quotation; the one before it is the quotation. */
static void
test_reference_below_quotation (gconstpointer data)
{
  const OrderCase *test = data;
  g_autoptr (QsaArticle) article = new_article (test);
  g_autofree char *text = qsa_quotation_to_text (article, "لن نغلق", QSA_CITATION_PLAIN);

  assert_in_any_paragraph (strrchr (text, '\n') + 1, test->parts);
}

/* A program that asks the first letter must come to right-to-left. */
static void
test_direction (gconstpointer data)
{
  const OrderCase *test = data;
  g_autoptr (QsaArticle) article = new_article (test);
  g_autofree char *text = qsa_citation_to_text (article, QSA_CITATION_PLAIN);
  Line line;

  line_init (&line, text, UBIDI_DEFAULT_LTR);
  g_assert_cmpint (ubidi_getParaLevel (line.bidi), ==, 1);
  line_clear (&line);
}

static const struct
{
  const char *address;
  const char *selection;
  const char *parts[16];
} quotation_cases[] = {
  { "latin",
    "أعلنت Delta أن 3 سفن (من 5) عادت",
    { "«", "أعلنت", "Delta", "أن", "3", "سفن", "(", "من", "5", ")", "عادت", "»" } },
  { "latin-first", "Delta أعلنت ذلك أمس", { "«", "Delta", "أعلنت", "ذلك", "أمس", "»" } },
  { "latin-last", "أعلنت ذلك Delta", { "«", "أعلنت", "ذلك", "Delta", "»" } },
  { "digit-first", "12 سفينة غادرت", { "12", "سفينة", "غادرت" } },
};

static void
test_quotations (void)
{
  g_autoptr (QsaArticle) article = new_article (&cases[0]);

  for (gsize i = 0; i < G_N_ELEMENTS (quotation_cases); i++)
    {
      g_autofree char *text = qsa_quotation_to_text (article,
                                                     quotation_cases[i].selection,
                                                     QSA_CITATION_PLAIN);

      *strchr (text, '\n') = '\0';
      assert_in_any_paragraph (text, quotation_cases[i].parts);
    }
}

/* Without the marks the order does break: the checks above see it. */
static void
test_checks_can_fail (void)
{
  static const char *const parts[] = { "«", "Delta", "تعلن", "»", "مرصد", NULL };

  if (g_test_subprocess ())
    {
      assert_right_to_left ("«Delta تعلن»، مرصد", parts, 0);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const struct
      {
        const char *group;
        GTestDataFunc function;
      } checks[] = {
        { "reference", test_reference },
        { "below-quotation", test_reference_below_quotation },
        { "direction", test_direction },
      };

      for (gsize j = 0; j < G_N_ELEMENTS (checks); j++)
        {
          g_autofree char *address = g_strdup_printf ("/quotes/citation-order/%s/%s",
                                                      checks[j].group, cases[i].address);

          g_test_add_data_func (address, &cases[i], checks[j].function);
        }
    }
  g_test_add_func ("/quotes/citation-order/quotations", test_quotations);
  g_test_add_func ("/quotes/citation-order/checks-can-fail", test_checks_can_fail);
  return g_test_run ();
}
