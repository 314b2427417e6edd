/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-variants.h"

#include <string.h>

#include "qsa-variant-index.h"

typedef struct
{
  const char *name;
  const char *tsv;
  const char *
      groups; /* "spellings kind source" of each, "!" when switched off, parted by " | " */
  guint bad_line; /* 0: none */
} ParseCase;

static const ParseCase parse_cases[] = {
  { "plain", "أمريكي أميركي\tadjective\tcounted\n", "أمريكي أميركي adjective counted",
    0 },
  { "no-source", "ترامب ترمب\tname\nبوتين بوتن\tname\t\n",
    "ترامب ترمب name - | بوتين بوتن name -", 0 },
  { "no-newline-at-end", "ترامب ترمب\tname", "ترامب ترمب name -", 0 },
  { "carriage-return", "ترامب ترمب\tname\r\n", "ترامب ترمب name -", 0 },
  { "comments-and-empty-lines", "# a\n\nترامب ترمب\tname\n \n#b\tc\n",
    "ترامب ترمب name -", 0 },
  { "several-words", "أبوظبي أبو_ظبي\tname\n", "أبوظبي أبو_ظبي name -", 0 },
  { "every-kind", "أ ب\tname\nأ ب\tthing\nأ ب\tnoun\nأ ب\tfeminine\nأ ب\tadjective\n",
    "أ ب name - | أ ب thing - | أ ب noun - | أ ب feminine - | أ ب adjective -", 0 },
  { "one-spelling", "ترامب\tname\n", "ترامب name -", 0 },
  { "empty", "", "", 0 },
  { "no-kind", "# a\nترامب ترمب\n", NULL, 2 },
  { "unknown-kind", "ترامب ترمب\tverb\n", NULL, 1 },
  { "no-word", "\n \tname\n", NULL, 2 },
  { "only-signs", "ترامب ...\tname\n", NULL, 1 },
  { "too-many-columns", "ترامب\tname\ta\tb\n", NULL, 1 },
  { "invalid-bytes", "ترامب\tname\nتر\xd9\tname\n", NULL, 2 },
};

static char *
describe (QsaVariantTable *table)
{
  GPtrArray *groups = qsa_variant_table_get_groups (table);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const QsaVariantGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *spellings =
          qsa_variant_spellings_to_string ((const char *const *) group->spellings);

      g_string_append_printf (text, "%s%s%s %s %s", i > 0 ? " | " : "",
                              group->enabled ? "" : "!", spellings,
                              qsa_variant_kind_to_string (group->kind),
                              group->source != NULL ? group->source : "-");
    }
  return g_string_free (text, FALSE);
}

static void
test_parse (gconstpointer data)
{
  const ParseCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaVariantTable) table = NULL;
  gsize n_bytes = strlen (c->tsv);
  /* Exact, so that the sanitizer sees a read past the end. */
  g_autofree char *exact = g_memdup2 (c->tsv, MAX (n_bytes, 1));
  g_autofree char *groups = NULL;
  g_autofree char *line = g_strdup_printf ("%u", c->bad_line);

  table = qsa_variant_table_new_parse (exact, (gssize) n_bytes, &error);
  if (c->groups == NULL)
    {
      g_assert_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE);
      g_assert_nonnull (strstr (error->message, line));
      g_assert_null (table);
      return;
    }
  g_assert_no_error (error);
  groups = describe (table);
  g_assert_cmpstr (groups, ==, c->groups);
}

static void
test_nul_inside (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (qsa_variant_table_new_parse ("a\tname\0b\n", 9, &error));
  g_assert_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE);
}

static void
test_over (void)
{
  g_autoptr (QsaVariantTable)
      base = qsa_variant_table_new_parse ("أ ب\tname\tx\nج د\tnoun\ty\n", -1, NULL);
  g_autoptr (QsaVariantTable)
      own = qsa_variant_table_new_parse ("د ج\tnoun\nه و\tthing\n", -1, NULL);
  GPtrArray *rows = qsa_variant_table_get_groups (own);
  g_autoptr (QsaVariantTable) over = NULL;
  g_autoptr (QsaVariantTable) alone = NULL;
  g_autoptr (QsaVariantTable) shared = NULL;
  g_autofree char *groups = NULL;
  g_autofree char *alone_groups = NULL;

  ((QsaVariantGroup *) rows->pdata[0])->enabled = FALSE;
  ((QsaVariantGroup *) rows->pdata[0])->id = 7;
  over = qsa_variant_table_new_over (base, rows);
  alone = qsa_variant_table_new_over (NULL, rows);
  shared = qsa_variant_table_ref (over);
  groups = describe (shared);
  alone_groups = describe (alone);
  g_assert_cmpstr (groups, ==, "!د ج noun - | ه و thing - | أ ب name x");
  g_assert_cmpstr (alone_groups, ==, "!د ج noun - | ه و thing -");
  g_assert_cmpint (
      ((QsaVariantGroup *) qsa_variant_table_get_groups (over)->pdata[0])->id, ==, 7);
}

static void
test_spellings (void)
{
  static const char *const spellings[] = { "أبو ظبي", " أبوظبي ", "", NULL };
  g_autofree char *text = qsa_variant_spellings_to_string (spellings);
  g_auto (GStrv) back = qsa_variant_spellings_from_string ("  أبو_ظبي \t أبوظبي _ ");
  g_auto (GStrv) none = qsa_variant_spellings_from_string (NULL);

  g_assert_cmpstr (text, ==, "أبو_ظبي أبوظبي");
  g_assert_cmpuint (g_strv_length (back), ==, 2);
  g_assert_cmpstr (back[0], ==, "أبو ظبي");
  g_assert_cmpstr (back[1], ==, "أبوظبي");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_kinds (void)
{
  QsaVariantKind kind;

  for (guint i = 0; i < QSA_VARIANT_KINDS; i++)
    {
      g_assert_true (qsa_variant_kind_from_string (
          qsa_variant_kind_to_string ((QsaVariantKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (qsa_variant_kind_from_string ("verb", &kind));
  g_assert_false (qsa_variant_kind_from_string (NULL, &kind));
}

/* @word, without clitics: the endings of the first group's spellings in its place; NULL when the table does
 * not know it. */
typedef struct
{
  const char *name;
  const char *tsv;
  const char *word;
  gboolean with_article;
  const char *words;
} LookUpCase;

static const LookUpCase look_up_cases[] = {
  { "adjective", "أمريكي أميركي\tadjective\n", "اميركيين", TRUE, "امريكيين اميركيين" },
  { "adjective-tanwin", "أمريكي أميركي\tadjective\n", "امريكيا", FALSE,
    "امريكيا اميركيا" },
  { "adjective-tanwin-without-article", "أمريكي أميركي\tadjective\n", "امريكيا", TRUE,
    NULL },
  { "noun-construct", "مسؤول مسئول\tnoun\n", "مسوولي", FALSE, "مسوولي مسيولي" },
  { "noun-is-no-abstract", "مسؤول مسئول\tnoun\n", "مسووليه", FALSE, NULL },
  { "feminine", "أجندة أجندا\tfeminine\n", "اجندات", TRUE, "اجندات اجندات" },
  { "feminine-possessive", "أجندة أجندا\tfeminine\n", "اجندتها", FALSE,
    "اجندتها اجنداها" },
  { "feminine-itself", "ميليشيا مليشيا\tfeminine\n", "مليشيا", TRUE, "ميليشيا مليشيا" },
  { "feminine-plural", "ميليشيا مليشيا\tfeminine\n", "ميليشيات", TRUE,
    "ميليشيات مليشيات" },
  { "feminine-other-end", "ميليشيا مليشيا\tfeminine\n", "ميليشيه", FALSE, NULL },
  { "feminine-without-ending", "موسيقى موسيقا\tfeminine\n", "موسيقي", TRUE,
    "موسيقي موسيقا" },
  { "thing-plural", "جرام غرام\tthing\n", "غرامات", TRUE, "جرامات غرامات" },
  { "thing-is-not-feminine", "جرام غرام\tthing\n", "غرامه", FALSE, NULL },
  { "name", "سوريا سورية\tname\n", "سوريه", FALSE, "سوريا سوريه" },
  { "name-with-article", "سوريا سورية\tname\n", "سوريه", TRUE, NULL },
  { "name-given-with-article", "الكونغو الكونجو\tname\n", "كونجو", TRUE, "كونغو كونجو" },
  { "hamza-is-no-article", "ألباني الباني\tadjective\n", "الباني", FALSE, "الباني باني" },
  { "several-words", "رأسمال رأس_المال\tthing\n", "راس مال", TRUE, "راسمال مال" },
  { "alike-when-folded", "أفريقيا إفريقيا\tname\n", "افريقيا", FALSE, "افريقيا" },
  { "no-part-of-a-word", "أمريكي أميركي\tadjective\n", "امريك", FALSE, NULL },
  { "unknown", "أمريكي أميركي\tadjective\n", "الماني", FALSE, NULL },
};

static void
test_look_up (gconstpointer data)
{
  const LookUpCase *c = data;
  g_autoptr (QsaVariantTable) table = qsa_variant_table_new_parse (c->tsv, -1, NULL);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (QsaVariantHit));
  g_autoptr (GString) words = g_string_new (NULL);
  const QsaVariantHit *hit;
  const QsaVariantEnding *endings;
  guint n_endings;

  qsa_variant_index_look_up (qsa_variant_table_get_index (table), c->word,
                             c->with_article, hits);
  if (c->words == NULL)
    {
      g_assert_cmpuint (hits->len, ==, 0);
      return;
    }
  g_assert_cmpuint (hits->len, >, 0);
  hit = &g_array_index (hits, QsaVariantHit, 0);
  endings = qsa_variant_kind_get_endings (hit->stems->kind, &n_endings);
  g_assert_cmpuint (hit->ending, <, n_endings);
  for (guint i = 0; i < hit->stems->spellings->len; i++)
    {
      g_autofree char *word = qsa_variant_spelling_dup_last (
          g_ptr_array_index (hit->stems->spellings, i), &endings[hit->ending]);

      g_string_append_printf (words, "%s%s", i > 0 ? " " : "", word);
    }
  g_assert_cmpstr (words->str, ==, c->words);
}

/* A group that is switched off is not found. */
static void
test_disabled (void)
{
  g_autoptr (QsaVariantTable)
      table = qsa_variant_table_new_parse ("أ ب\tname\n", -1, NULL);
  g_autoptr (QsaVariantTable) over = NULL;
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (QsaVariantHit));
  QsaVariantGroup *copy =
      qsa_variant_group_copy (qsa_variant_table_get_groups (table)->pdata[0]);
  g_autoptr (GPtrArray)
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_variant_group_free);

  copy->enabled = FALSE;
  g_ptr_array_add (rows, copy);
  over = qsa_variant_table_new_over (table, rows);
  qsa_variant_index_look_up (qsa_variant_table_get_index (over), "ب", FALSE, hits);
  g_assert_cmpuint (hits->len, ==, 0);
  qsa_variant_index_look_up (qsa_variant_table_get_index (table), "ب", FALSE, hits);
  g_assert_cmpuint (hits->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/variants/parse/", parse_cases[i].name,
                                           NULL);

      g_test_add_data_func (path, &parse_cases[i], test_parse);
    }
  for (guint i = 0; i < G_N_ELEMENTS (look_up_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/variants/look-up/",
                                           look_up_cases[i].name, NULL);

      g_test_add_data_func (path, &look_up_cases[i], test_look_up);
    }
  g_test_add_func ("/text/variants/nul-inside", test_nul_inside);
  g_test_add_func ("/text/variants/over", test_over);
  g_test_add_func ("/text/variants/spellings", test_spellings);
  g_test_add_func ("/text/variants/kinds", test_kinds);
  g_test_add_func ("/text/variants/disabled", test_disabled);
  return g_test_run ();
}
