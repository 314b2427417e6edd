/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-text.h"

#include <string.h>

#include "qsa-fold.h"

#define RLM "\xe2\x80\x8f"

#define FIRST "افتتح الأهالي مكتبة صغيرة."
/* Begins in Latin, runs right-to-left, and has a mark of its own that belongs to the source. */
#define MIXED "NordTel أعلنت" RLM " هديتها: 24 حاسوبا."
#define ENGLISH "The room opens on Sunday."
#define BODY FIRST "\n" MIXED "\n" ENGLISH

static QsaArticle *
qsa_test_new_article (void)
{
  QsaArticle *article = qsa_article_new ();

  article->section = g_strdup ("ثقافة");
  article->title = g_strdup ("BBQ لا يعني شيئا في حي الزيتون");
  article->standfirst = g_strdup ("مقدمة من سطر.");
  article->outlet = g_strdup ("صحيفة المنارة");
  article->author = g_strdup ("Ann Lee");
  article->url = g_strdup ("https://www.manara.example/a/1");
  article->date = (QsaDate){ QSA_DATE_DAY, 2021, 12, 8, QSA_DATE_NO_MINUTE };
  qsa_article_take_body (article, g_strdup (BODY));
  return article;
}

static gsize
qsa_test_view_chars (QsaReaderText *text)
{
  return (gsize) g_utf8_strlen (qsa_reader_text_get_view (text), -1);
}

/* What the view shows between two offsets, marks included. */
static char *
qsa_test_view_range (QsaReaderText *text, gsize start_chars, gsize end_chars)
{
  return g_utf8_substring (qsa_reader_text_get_view (text), (long) start_chars,
                           (long) end_chars);
}

static void
test_reader_text_copies_all (void)
{
  g_autoptr (QsaArticle) article = qsa_test_new_article ();
  g_autoptr (QsaReaderText) text = qsa_reader_text_new (article);
  g_autofree char *copied = qsa_reader_text_dup_range (text, 0,
                                                       qsa_test_view_chars (text));

  g_assert_cmpstr (
      copied, ==,
      "ثقافة\nBBQ لا يعني شيئا في حي الزيتون\nمقدمة من سطر.\n"
      "صحيفة المنارة · 8 December 2021 · Ann Lee · 1 min read · manara.example\n" BODY);
}

/* Every piece of the body, from each character to each later one, is what the source has there. */
static void
test_reader_text_copies_pieces (void)
{
  g_autoptr (QsaArticle) article = qsa_test_new_article ();
  g_autoptr (QsaReaderText) text = qsa_reader_text_new (article);

  for (const char *start = article->body; *start != '\0';
       start = g_utf8_next_char (start))
    for (const char *end = start; *end != '\0'; end = g_utf8_next_char (end))
      {
        gsize start_byte = (gsize) (start - article->body);
        gsize end_byte = (gsize) (end - article->body);
        g_autofree char *wanted = g_strndup (start, end_byte - start_byte);
        g_autofree char *copied =
            qsa_reader_text_dup_range (text,
                                       qsa_reader_text_view_chars_at (text, start_byte),
                                       qsa_reader_text_view_chars_at (text, end_byte));

        g_assert_cmpstr (copied, ==, wanted);
      }
}

static void
test_reader_text_maps_bytes (void)
{
  g_autoptr (QsaArticle) article = qsa_test_new_article ();
  g_autoptr (QsaReaderText) text = qsa_reader_text_new (article);

  for (const char *p = article->body; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize byte = (gsize) (p - article->body);

      g_assert_cmpuint (
          qsa_reader_text_body_byte_at (text, qsa_reader_text_view_chars_at (text, byte)),
          ==, byte);
    }
  g_assert_cmpuint (qsa_reader_text_body_byte_at (text, 0), ==, 0);
  g_assert_cmpuint (qsa_reader_text_body_byte_at (text, qsa_test_view_chars (text)), ==,
                    article->body_bytes);
  g_assert_cmpuint (qsa_reader_text_view_chars_at (text, article->body_bytes), ==,
                    qsa_test_view_chars (text));
}

/* The first strong letter decides for GTK: ours must come before the Latin of a paragraph that runs
 * right-to-left, and before no other. */
static void
test_reader_text_direction (void)
{
  g_autoptr (QsaArticle) article = qsa_test_new_article ();
  g_autoptr (QsaReaderText) text = qsa_reader_text_new (article);
  g_auto (GStrv) lines = g_strsplit (qsa_reader_text_get_view (text), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 7);
  g_assert_true (g_str_has_prefix (lines[0], RLM));
  g_assert_true (g_str_has_prefix (lines[1], RLM "BBQ"));
  g_assert_true (g_str_has_prefix (lines[3], RLM));
  g_assert_true (g_str_has_prefix (lines[4], "افتتح"));
  g_assert_true (g_str_has_prefix (lines[5], RLM "NordTel"));
  g_assert_cmpstr (lines[6], ==, ENGLISH);
}

static void
test_reader_text_unknown (void)
{
  g_autoptr (QsaArticle) article = qsa_article_new ();
  g_autoptr (QsaReaderText) text = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *quote = NULL;
  guint n_unknown = 0;
  GArray *spans;

  qsa_article_take_body (article, g_strdup (FIRST));
  article->url = g_strdup ("file:///etc/passwd");
  text = qsa_reader_text_new (article);
  copied = qsa_reader_text_dup_range (text, 0, qsa_test_view_chars (text));
  g_assert_cmpstr (copied, ==, "Untitled\nUnknown outlet · Undated · 1 min read\n" FIRST);
  spans = qsa_reader_text_get_spans (text);
  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, QsaReaderSpan, i).part == QSA_READER_UNKNOWN)
      n_unknown++;
  g_assert_cmpuint (n_unknown, ==, 3);
  /* Our own words are nobody's. */
  quote = qsa_reader_text_dup_quote (text, 0, qsa_reader_text_view_chars_at (text, 0));
  g_assert_null (quote);
}

static void
test_reader_text_empty_body (void)
{
  g_autoptr (QsaArticle) article = qsa_article_new ();
  g_autoptr (QsaReaderText) text = NULL;
  g_autoptr (GArray) hits = NULL;

  article->title = g_strdup ("عنوان");
  text = qsa_reader_text_new (article);
  g_assert_cmpuint (qsa_reader_text_body_byte_at (text, 3), ==, 0);
  g_assert_cmpuint (qsa_reader_text_view_chars_at (text, 0), ==,
                    qsa_test_view_chars (text));
  hits = qsa_reader_text_find_hits (text, NULL);
  g_assert_cmpuint (hits->len, ==, 0);
}

typedef struct
{
  gsize start_byte;
  const char *expected;
} QsaBlockCase;

/* A caption stands at the paragraph border at or after its place; the body around it is whole. */
static void
test_reader_text_caption (gconstpointer data)
{
  const QsaBlockCase *block_case = data;
  g_autoptr (QsaArticle) article = qsa_article_new ();
  g_autoptr (QsaReaderText) text = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *quote = NULL;
  QsaReaderSpan meta;
  QsaReaderSpan caption;
  gsize view_chars;

  qsa_article_take_body (article, g_strdup (FIRST "\n" ENGLISH));
  qsa_article_add_block (article, QSA_BLOCK_CAPTION, block_case->start_byte,
                         block_case->start_byte, "صورة", "وكالة");
  qsa_article_add_block (article, QSA_BLOCK_REMOVED, 0, 0, "أثاث الصفحة", NULL);
  text = qsa_reader_text_new (article);
  view_chars = qsa_test_view_chars (text);
  g_assert_true (qsa_reader_text_find_part (text, QSA_READER_META, &meta));
  g_assert_true (qsa_reader_text_find_part (text, QSA_READER_CAPTION, &caption));
  copied = qsa_reader_text_dup_range (text, meta.end_chars, view_chars);
  g_assert_cmpstr (copied, ==, block_case->expected);
  quote = qsa_reader_text_dup_quote (text, 0, view_chars);
  g_assert_cmpstr (quote, ==, FIRST "\n" ENGLISH);
  g_clear_pointer (&quote, g_free);
  quote = qsa_reader_text_dup_quote (text, caption.start_chars, caption.end_chars);
  g_assert_cmpstr (quote, ==, "صورة (وكالة)\n");
}

typedef struct
{
  const char *text;
  const char *credit;
  const char *expected;
} QsaCreditCase;

/* Once, wherever it is stored. */
static void
test_reader_text_credit (gconstpointer data)
{
  const QsaCreditCase *credit_case = data;
  g_autoptr (QsaArticle) article = qsa_article_new ();
  g_autoptr (QsaReaderText) text = NULL;
  g_autofree char *shown = NULL;
  QsaReaderSpan caption;

  qsa_article_take_body (article, g_strdup (FIRST));
  qsa_article_add_block (article, QSA_BLOCK_CAPTION, 0, 0, credit_case->text,
                         credit_case->credit);
  text = qsa_reader_text_new (article);
  g_assert_true (qsa_reader_text_find_part (text, QSA_READER_CAPTION, &caption));
  shown = qsa_reader_text_dup_range (text, caption.start_chars, caption.end_chars);
  g_assert_cmpstr (g_strchomp (shown), ==, credit_case->expected);
}

static void
test_reader_text_quote (void)
{
  g_autoptr (QsaArticle) article = qsa_test_new_article ();
  g_autoptr (QsaReaderText) text = qsa_reader_text_new (article);
  g_autofree char *quote = NULL;
  QsaReaderSpan title;
  QsaReaderSpan meta;

  g_assert_true (qsa_reader_text_find_part (text, QSA_READER_TITLE, &title));
  g_assert_true (qsa_reader_text_find_part (text, QSA_READER_META, &meta));
  quote = qsa_reader_text_dup_quote (text, title.start_chars, title.end_chars);
  g_assert_cmpstr (quote, ==, "BBQ لا يعني شيئا في حي الزيتون\n");
  g_clear_pointer (&quote, g_free);
  quote = qsa_reader_text_dup_quote (text, meta.start_chars, meta.end_chars);
  g_assert_null (quote);
  /* From the title into the body: the body alone. */
  quote = qsa_reader_text_dup_quote (
      text, 0, qsa_reader_text_view_chars_at (text, strlen ("افتتح")));
  g_assert_cmpstr (quote, ==, "افتتح");
}

static void
test_reader_text_heading (void)
{
  g_autoptr (QsaArticle) article = qsa_test_new_article ();
  g_autoptr (QsaReaderText) text = NULL;
  g_autofree char *shown = NULL;
  QsaReaderSpan heading;
  gsize start_byte = strlen (FIRST "\n");

  qsa_article_add_block (article, QSA_BLOCK_HEADING, start_byte,
                         start_byte + strlen (MIXED), NULL, NULL);
  text = qsa_reader_text_new (article);
  g_assert_true (qsa_reader_text_find_part (text, QSA_READER_HEADING, &heading));
  shown = qsa_reader_text_dup_range (text, heading.start_chars, heading.end_chars);
  g_assert_cmpstr (shown, ==, MIXED);
}

static void
qsa_test_add_word (QsaMatcher *matcher, const char *word)
{
  g_autofree char *folded = qsa_fold_text (word, -1);
  const char *forms[] = { folded, NULL };

  qsa_matcher_add_word (matcher, QSA_MATCH_FOLDED, forms);
}

static void
test_reader_text_hits (void)
{
  static const struct
  {
    QsaReaderPart part;
    const char *shown;
  } expected[] = {
    { QSA_READER_TITLE, "BBQ" },  { QSA_READER_STANDFIRST, "سطر" },
    { QSA_READER_BODY, "مكتبة" }, { QSA_READER_BODY, "NordTel" },
    { QSA_READER_BODY, "24" },    { QSA_READER_BODY, "room" },
  };
  g_autoptr (QsaArticle) article = qsa_test_new_article ();
  g_autoptr (QsaReaderText) text = qsa_reader_text_new (article);
  g_autoptr (QsaMatcher) matcher = qsa_matcher_new ();
  g_autoptr (GArray) hits = NULL;

  /* "December" and "ثقافة" are shown too, but the index does not cover them. */
  qsa_test_add_word (matcher, "December");
  qsa_test_add_word (matcher, "ثقافة");
  qsa_test_add_word (matcher, "ROOM");
  for (guint i = 0; i < G_N_ELEMENTS (expected) - 1; i++)
    qsa_test_add_word (matcher, expected[i].shown);
  hits = qsa_reader_text_find_hits (text, matcher);
  g_assert_cmpuint (hits->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < hits->len; i++)
    {
      const QsaReaderSpan *hit = &g_array_index (hits, QsaReaderSpan, i);
      g_autofree char *shown = qsa_test_view_range (text, hit->start_chars,
                                                    hit->end_chars);

      g_assert_cmpint (hit->part, ==, expected[i].part);
      g_assert_cmpstr (shown, ==, expected[i].shown);
    }
}

static void
test_reader_text_web_address (void)
{
  g_assert_true (qsa_reader_text_is_web_address ("http://a.example/"));
  g_assert_true (qsa_reader_text_is_web_address ("HTTPS://a.example/"));
  g_assert_false (qsa_reader_text_is_web_address ("file:///etc/passwd"));
  g_assert_false (qsa_reader_text_is_web_address ("javascript:alert(1)"));
  g_assert_false (qsa_reader_text_is_web_address ("www.a.example"));
  g_assert_false (qsa_reader_text_is_web_address (""));
  g_assert_false (qsa_reader_text_is_web_address (NULL));
}

/* The index knows no captions: a phrase goes over them, and its mark leaves them out. */
static void
test_reader_text_hit_across_caption (void)
{
  g_autoptr (QsaArticle) article = qsa_article_new ();
  g_autoptr (QsaMatcher) matcher = qsa_matcher_new ();
  g_autoptr (QsaReaderText) text = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *quoted = NULL;
  const char *first[] = { "السوق", NULL };
  const char *second[] = { "القديم", NULL };
  const char *const *const phrase[] = { first, second };
  const QsaReaderSpan *hit;

  qsa_article_take_body (article, g_strdup ("مروا من السوق\nالقديم إلى النهر."));
  qsa_article_add_block (article, QSA_BLOCK_CAPTION, strlen ("مروا من السوق\n"),
                         strlen ("مروا من السوق\n"), "صورة للنهر", NULL);
  qsa_matcher_add_phrase (matcher, QSA_MATCH_FOLDED, phrase, 2);
  text = qsa_reader_text_new (article);
  hits = qsa_reader_text_find_hits (text, matcher);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = &g_array_index (hits, QsaReaderSpan, 0);
  shown = qsa_test_view_range (text, hit->start_chars, hit->end_chars);
  g_assert_cmpstr (shown, ==, "السوق\nصورة للنهر\nالقديم");
  quoted = qsa_reader_text_dup_quote (text, hit->start_chars, hit->end_chars);
  g_assert_cmpstr (quoted, ==, "السوق\nالقديم");
}

/* A line must not end at the hyphen of an address; what holds it together is never copied. */
static void
test_reader_text_unbroken_address (void)
{
  g_autoptr (QsaArticle) article = qsa_test_new_article ();
  g_autoptr (QsaReaderText) text = NULL;
  g_autofree char *copied = NULL;
  QsaReaderSpan link;

  g_free (article->url);
  article->url = g_strdup ("https://al-manara-news.example/a/1");
  text = qsa_reader_text_new (article);
  g_assert_nonnull (strstr (qsa_reader_text_get_view (text),
                            "al-\xe2\x81\xa0manara-\xe2\x81\xa0news.example"));
  g_assert_true (qsa_reader_text_find_part (text, QSA_READER_LINK, &link));
  copied = qsa_reader_text_dup_range (text, link.start_chars, link.end_chars);
  g_assert_cmpstr (copied, ==, "al-manara-news.example");
}

int
main (int argc, char **argv)
{
  static const QsaBlockCase blocks[] = {
    { 0, "صورة (وكالة)\n" FIRST "\n" ENGLISH },
    { 4, FIRST "\nصورة (وكالة)\n" ENGLISH },
    { sizeof FIRST, FIRST "\nصورة (وكالة)\n" ENGLISH },
    { sizeof FIRST + 3, FIRST "\n" ENGLISH "\nصورة (وكالة)\n" },
    { sizeof FIRST - 1 + sizeof ("\n" ENGLISH) - 1,
      FIRST "\n" ENGLISH "\nصورة (وكالة)\n" },
  };
  static const QsaCreditCase credits[] = {
    { "صورة (وكالة)", "وكالة", "صورة (وكالة)" },
    { "صورة (من بعيد)", "وكالة", "صورة (من بعيد) (وكالة)" },
    { NULL, "وكالة", "(وكالة)" },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/reader-text/copies-all", test_reader_text_copies_all);
  g_test_add_func ("/app/reader-text/copies-pieces", test_reader_text_copies_pieces);
  g_test_add_func ("/app/reader-text/maps-bytes", test_reader_text_maps_bytes);
  g_test_add_func ("/app/reader-text/direction", test_reader_text_direction);
  g_test_add_func ("/app/reader-text/unknown", test_reader_text_unknown);
  g_test_add_func ("/app/reader-text/empty-body", test_reader_text_empty_body);
  g_test_add_func ("/app/reader-text/caption/inside-a-phrase",
                   test_reader_text_hit_across_caption);
  g_test_add_func ("/app/reader-text/unbroken-address",
                   test_reader_text_unbroken_address);
  g_test_add_data_func ("/app/reader-text/caption/before-all", &blocks[0],
                        test_reader_text_caption);
  g_test_add_data_func ("/app/reader-text/caption/in-a-paragraph", &blocks[1],
                        test_reader_text_caption);
  g_test_add_data_func ("/app/reader-text/caption/between", &blocks[2],
                        test_reader_text_caption);
  g_test_add_data_func ("/app/reader-text/caption/in-the-last", &blocks[3],
                        test_reader_text_caption);
  g_test_add_data_func ("/app/reader-text/caption/behind-all", &blocks[4],
                        test_reader_text_caption);
  g_test_add_data_func ("/app/reader-text/credit/printed", &credits[0],
                        test_reader_text_credit);
  g_test_add_data_func ("/app/reader-text/credit/beside", &credits[1],
                        test_reader_text_credit);
  g_test_add_data_func ("/app/reader-text/credit/alone", &credits[2],
                        test_reader_text_credit);
  g_test_add_func ("/app/reader-text/quote", test_reader_text_quote);
  g_test_add_func ("/app/reader-text/heading", test_reader_text_heading);
  g_test_add_func ("/app/reader-text/hits", test_reader_text_hits);
  g_test_add_func ("/app/reader-text/web-address", test_reader_text_web_address);
  return g_test_run ();
}
