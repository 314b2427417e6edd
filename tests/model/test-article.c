/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-article.h"

#include <string.h>

#include "qsa-article-edit.h"
#include "qsa-candidate.h"
#include "qsa-error.h"

static void
test_new (void)
{
  g_autoptr (QsaArticle) article = qsa_article_new ();

  g_assert_cmpstr (article->body, ==, "");
  g_assert_cmpuint (article->body_bytes, ==, 0);
  g_assert_cmpuint (article->blocks->len, ==, 0);
  g_assert_cmpuint (article->rules->len, ==, 0);
  g_assert_cmpint (article->date.precision, ==, QSA_DATE_NONE);
  g_assert_cmpint (article->date.minute, ==, QSA_DATE_NO_MINUTE);
  g_assert_cmpint (article->date_origin, ==, QSA_DATE_ORIGIN_NONE);
  g_assert_null (article->title);
  g_assert_cmpint (article->id, ==, 0);
}

static void
test_take_body (void)
{
  g_autoptr (QsaArticle) article = qsa_article_new ();

  qsa_article_take_body (article, g_strdup ("هدنة في الميناء\nكوفيد-19"));
  g_assert_cmpuint (article->body_bytes, ==, strlen ("هدنة في الميناء\nكوفيد-19"));
  g_assert_cmpuint (article->word_count, ==, 5);

  qsa_article_take_body (article, article->body);
  g_assert_cmpuint (article->word_count, ==, 5);

  qsa_article_take_body (article, NULL);
  g_assert_cmpstr (article->body, ==, "");
  g_assert_cmpuint (article->body_bytes, ==, 0);
  g_assert_cmpuint (article->word_count, ==, 0);
}

static void
test_blocks_in_order (void)
{
  static const char *const expected[] = { "first", "second", "third", "last" };
  g_autoptr (QsaArticle) article = qsa_article_new ();

  qsa_article_take_body (article, g_strdup ("0123456789"));
  qsa_article_add_block (article, QSA_BLOCK_CAPTION, 4, 4, "second", "agency");
  qsa_article_add_block (article, QSA_BLOCK_REMOVED, 10, 10, "last", NULL);
  qsa_article_add_block (article, QSA_BLOCK_PULL_QUOTE, 4, 4, "third", NULL);
  qsa_article_add_block (article, QSA_BLOCK_REMOVED, 0, 0, "first", NULL);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const QsaBlock *block = g_ptr_array_index (article->blocks, i);

      g_assert_cmpstr (block->text, ==, expected[i]);
    }

  qsa_article_add_block (article, QSA_BLOCK_HEADING, 2, 6, NULL, NULL);
  g_assert_cmpint (((QsaBlock *) g_ptr_array_index (article->blocks, 1))->kind, ==,
                   QSA_BLOCK_HEADING);
}

static void
test_rules (void)
{
  g_autoptr (QsaArticle) article = qsa_article_new ();

  g_assert_null (qsa_article_get_rule (article, "outlet"));
  qsa_article_set_rule (article, "outlet", "footer-domain", 0.5);
  qsa_article_set_rule (article, "date", "stamp", 0.75);
  qsa_article_set_rule (article, "outlet", "meta", 1.0);
  g_assert_cmpuint (article->rules->len, ==, 2);
  g_assert_cmpstr (qsa_article_get_rule (article, "outlet")->rule, ==, "meta");
  g_assert_cmpfloat (qsa_article_get_rule (article, "outlet")->confidence, ==, 1.0);
  g_assert_cmpstr (qsa_article_get_rule (article, "date")->rule, ==, "stamp");
}

static void
test_copy_is_deep (void)
{
  g_autoptr (QsaArticle) article = qsa_article_new ();
  g_autoptr (QsaArticle) copy = NULL;
  const QsaBlock *block;

  article->title = g_strdup ("الميناء يعمل");
  article->url = g_strdup ("https://marsad.example/1");
  article->source_path = g_strdup ("/x/1.txt");
  article->date = (QsaDate){ QSA_DATE_DAY, 2021, 12, 8, 61 };
  article->starred = TRUE;
  qsa_article_take_body (article, g_strdup ("هدنة"));
  qsa_article_add_block (article, QSA_BLOCK_CAPTION, 0, 0, "صورة", "وكالة");
  qsa_article_set_rule (article, "title", "first-line", 0.5);

  copy = qsa_article_copy (article);
  qsa_article_set_rule (article, "title", "user", 1.0);
  g_ptr_array_set_size (article->blocks, 0);
  qsa_article_take_body (article, NULL);
  g_clear_pointer (&article->title, g_free);

  g_assert_cmpstr (copy->title, ==, "الميناء يعمل");
  g_assert_cmpstr (copy->body, ==, "هدنة");
  g_assert_cmpuint (copy->body_bytes, ==, strlen ("هدنة"));
  g_assert_cmpuint (copy->word_count, ==, 1);
  g_assert_cmpint (copy->date.minute, ==, 61);
  g_assert_true (copy->starred);
  g_assert_cmpstr (copy->source_path, ==, "/x/1.txt");
  g_assert_cmpstr (qsa_article_get_rule (copy, "title")->rule, ==, "first-line");
  block = g_ptr_array_index (copy->blocks, 0);
  g_assert_cmpstr (block->text, ==, "صورة");
  g_assert_cmpstr (block->credit, ==, "وكالة");
}

static void
test_names (void)
{
  for (int kind = QSA_BLOCK_HEADING; kind <= QSA_BLOCK_REMOVED; kind++)
    g_assert_cmpint (qsa_block_kind_from_string (qsa_block_kind_to_string (kind)), ==,
                     kind);
  for (int origin = QSA_DATE_ORIGIN_NONE; origin <= QSA_DATE_ORIGIN_USER; origin++)
    g_assert_cmpint (qsa_date_origin_from_string (qsa_date_origin_to_string (origin)), ==,
                     origin);

  /* Stored in libraries: may not change. */
  g_assert_cmpstr (qsa_block_kind_to_string (QSA_BLOCK_PULL_QUOTE), ==, "pull-quote");
  g_assert_cmpstr (qsa_date_origin_to_string (QSA_DATE_ORIGIN_FILE_NAME), ==,
                   "file-name");
  g_assert_cmpint (qsa_block_kind_from_string ("Heading"), ==, -1);
  g_assert_cmpint (qsa_block_kind_from_string (NULL), ==, -1);
  g_assert_cmpint (qsa_date_origin_from_string (""), ==, -1);
}

static void
test_edit (void)
{
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (QsaArticleEdit) copy = NULL;

  g_assert_cmpint (edit->fields, ==, 0);
  g_assert_cmpint (edit->date.precision, ==, QSA_DATE_NONE);

  edit->fields = QSA_FIELD_TITLE | QSA_FIELD_DATE;
  edit->title = g_strdup ("الميناء يعمل");
  edit->outlet = g_strdup ("مرصد الوادي");
  edit->date = (QsaDate){ QSA_DATE_MONTH, 2021, 12, 0, QSA_DATE_NO_MINUTE };
  copy = qsa_article_edit_copy (edit);
  g_clear_pointer (&edit->title, g_free);

  g_assert_cmpint (copy->fields, ==, QSA_FIELD_TITLE | QSA_FIELD_DATE);
  g_assert_cmpstr (copy->title, ==, "الميناء يعمل");
  g_assert_cmpstr (copy->outlet, ==, "مرصد الوادي");
  g_assert_null (copy->author);
  g_assert_cmpint (copy->date.month, ==, 12);
}

static void
test_candidate (void)
{
  g_autoptr (QsaCandidate) candidate = qsa_candidate_new ("/x/a.json", 3);
  g_autoptr (QsaCandidate) pasted = qsa_candidate_new (NULL, 0);

  g_assert_cmpstr (candidate->path, ==, "/x/a.json");
  g_assert_cmpuint (candidate->index, ==, 3);
  g_assert_cmpuint (candidate->line, ==, 1);
  g_assert_nonnull (candidate->warnings);
  g_assert_null (pasted->path);

  candidate->article = qsa_article_new ();
  candidate->error = g_error_new (QSA_ERROR, QSA_ERROR_SYNTAX, "line %d", 3);
  candidate->raw = g_bytes_new_static ("x", 1);
  g_ptr_array_add (candidate->warnings, g_strdup ("warning"));
}

/* ---- what makes two articles the same ---- */

typedef struct
{
  const char *address;
  const char *outlet;
  const char *domain;
  const char *title;
  const char *date;
  const char *body;
  gboolean same; /* as the model below */
} FingerprintCase;

#define MODEL_TITLE "الميناء يعمل"
#define MODEL_BODY "قال الوزير إن الهدنة قريبة.\nوأضاف أن الميناء يعمل."

static const FingerprintCase fingerprint_cases[] = {
  { "equal", "مرصد الوادي", NULL, MODEL_TITLE, "2021-12-08", MODEL_BODY, TRUE },
  { "spaces-and-blank-lines", " مرصد  الوادي", NULL, "الميناء\xc2\xa0يعمل ", "2021-12-08",
    "  قال الوزير  إن الهدنة قريبة.\r\n\n وأضاف أن الميناء يعمل.\n", TRUE },
  { "direction-marks", "مرصد الوادي", NULL, "\u200fالميناء يعمل", "2021-12-08",
    "\ufeffقال الوزير إن \u202bالهدنة\u202c قريبة.\nوأضاف أن الميناء يعمل.\u200f", TRUE },
  { "domain-does-not-count-beside-outlet", "مرصد الوادي", "marsad.example", MODEL_TITLE,
    "2021-12-08", MODEL_BODY, TRUE },
  { "other-outlet", "ضفاف", NULL, MODEL_TITLE, "2021-12-08", MODEL_BODY, FALSE },
  { "domain-only", NULL, "marsad.example", MODEL_TITLE, "2021-12-08", MODEL_BODY, FALSE },
  { "no-outlet", NULL, NULL, MODEL_TITLE, "2021-12-08", MODEL_BODY, FALSE },
  { "other-title", "مرصد الوادي", NULL, "الميناء يعود", "2021-12-08", MODEL_BODY, FALSE },
  { "other-day", "مرصد الوادي", NULL, MODEL_TITLE, "2021-12-09", MODEL_BODY, FALSE },
  { "other-precision", "مرصد الوادي", NULL, MODEL_TITLE, "2021-12", MODEL_BODY, FALSE },
  { "undated", "مرصد الوادي", NULL, MODEL_TITLE, NULL, MODEL_BODY, FALSE },
  { "tashkeel", "مرصد الوادي", NULL, MODEL_TITLE, "2021-12-08",
    "قال الوزيرُ إن الهدنة قريبة.\nوأضاف أن الميناء يعمل.", FALSE },
  { "hamza", "مرصد الوادي", NULL, MODEL_TITLE, "2021-12-08",
    "قال الوزير ان الهدنة قريبة.\nوأضاف أن الميناء يعمل.", FALSE },
  { "corrected-digit", "مرصد الوادي", NULL, MODEL_TITLE, "2021-12-08", MODEL_BODY " 5",
    FALSE },
  { "words-glued", "مرصد الوادي", NULL, MODEL_TITLE, "2021-12-08",
    "قال الوزير إن الهدنةقريبة.\nوأضاف أن الميناء يعمل.", FALSE },
  { "border-of-fields", "مرصد الوادي الميناء", NULL, "يعمل", "2021-12-08", MODEL_BODY,
    FALSE },
  { "empty", NULL, NULL, NULL, NULL, NULL, FALSE },
};

static void
fingerprint_of (const FingerprintCase *test, guint8 fingerprint[QSA_FINGERPRINT_BYTES])
{
  g_autoptr (QsaArticle) article = qsa_article_new ();

  article->outlet = g_strdup (test->outlet);
  article->domain = g_strdup (test->domain);
  article->title = g_strdup (test->title);
  if (test->date != NULL)
    g_assert_true (qsa_date_parse_iso (test->date, &article->date));
  qsa_article_take_body (article, g_strdup (test->body));
  qsa_article_fingerprint (article, fingerprint);
}

static void
test_fingerprint (gconstpointer data)
{
  const FingerprintCase *test = data;
  guint8 model[QSA_FINGERPRINT_BYTES];
  guint8 own[QSA_FINGERPRINT_BYTES];

  fingerprint_of (&fingerprint_cases[0], model);
  fingerprint_of (test, own);
  g_assert_cmpint (memcmp (model, own, sizeof own) == 0, ==, test->same);
}

static void
test_fingerprint_ignores_the_rest (void)
{
  g_autoptr (QsaArticle) article = qsa_article_new ();
  guint8 before[QSA_FINGERPRINT_BYTES];
  guint8 after[QSA_FINGERPRINT_BYTES];

  article->date = (QsaDate){ QSA_DATE_DAY, 2021, 12, 8, QSA_DATE_NO_MINUTE };
  qsa_article_take_body (article, g_strdup ("هدنة"));
  qsa_article_fingerprint (article, before);

  article->date.minute = 75;
  article->id = 9;
  article->url = g_strdup ("https://marsad.example/1");
  article->author = g_strdup ("ليلى منصور");
  article->section = g_strdup ("اقتصاد");
  article->source_path = g_strdup ("/x");
  article->read = TRUE;
  qsa_article_fingerprint (article, after);
  g_assert_cmpmem (before, sizeof before, after, sizeof after);
}

/* Stored in libraries: a change here makes every article new once more. */
static void
test_fingerprint_is_pinned (void)
{
  static const char pinned[] =
      "815a7f07a4efc3cdb9fce4c8ab82aa2b431c73fd005680043aee11116ff7a27f";
  g_autoptr (GString) hex = g_string_new (NULL);
  guint8 fingerprint[QSA_FINGERPRINT_BYTES];

  fingerprint_of (&fingerprint_cases[0], fingerprint);
  for (guint i = 0; i < sizeof fingerprint; i++)
    g_string_append_printf (hex, "%02x", fingerprint[i]);
  g_assert_cmpstr (hex->str, ==, pinned);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/article/new", test_new);
  g_test_add_func ("/model/article/take-body", test_take_body);
  g_test_add_func ("/model/article/blocks-in-order", test_blocks_in_order);
  g_test_add_func ("/model/article/rules", test_rules);
  g_test_add_func ("/model/article/copy", test_copy_is_deep);
  g_test_add_func ("/model/article/names", test_names);
  g_test_add_func ("/model/article-edit/copy", test_edit);
  g_test_add_func ("/model/candidate/new", test_candidate);
  for (gsize i = 0; i < G_N_ELEMENTS (fingerprint_cases); i++)
    {
      g_autofree char *address = g_strdup_printf ("/model/fingerprint/%s",
                                                  fingerprint_cases[i].address);
      g_test_add_data_func (address, &fingerprint_cases[i], test_fingerprint);
    }
  g_test_add_func ("/model/fingerprint/ignores-the-rest",
                   test_fingerprint_ignores_the_rest);
  g_test_add_func ("/model/fingerprint/pinned", test_fingerprint_is_pinned);
  return g_test_run ();
}
