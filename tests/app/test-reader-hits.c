/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-fixture.h"
#include "qsa-reader-marks.h"
#include "qsa-reader-place.h"

static char *
qsa_test_dup_hit_text (QsaReaderFixture *fixture)
{
  char *text = NULL;

  g_object_get (fixture->reader, "hit-text", &text, NULL);
  return text;
}

typedef struct
{
  QsaReaderFixture *fixture;
  const char *number;
  const char *total;
} QsaHitCheck;

static gboolean
qsa_test_hit_text_is (gpointer data)
{
  const QsaHitCheck *check = data;
  g_autofree char *hit_text = qsa_test_dup_hit_text (check->fixture);
  g_autoptr (GRegex) digits = g_regex_new ("(\\d+)\\D+(\\d+)", 0, 0, NULL);
  g_autoptr (GMatchInfo) found = NULL;
  g_autofree char *at = NULL;
  g_autofree char *of = NULL;

  if (hit_text == NULL || !g_regex_match (digits, hit_text, 0, &found))
    return FALSE;
  at = g_match_info_fetch (found, 1);
  of = g_match_info_fetch (found, 2);
  return g_str_equal (at, check->number) && g_str_equal (of, check->total);
}

/* A key arrives when it arrives: waits with a bound. */
static void
assert_hit_text (QsaReaderFixture *fixture, const char *number, const char *total)
{
  QsaHitCheck check = { fixture, number, total };

  qsa_test_wait (qsa_test_hit_text_is, &check);
}

static void
test_reader_hits (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (QsaMatcher) matcher = qsa_test_new_matcher ("مكتبة", "المكتبة", NULL);
  g_autofree char *none = qsa_test_dup_hit_text (fixture);

  g_assert_null (none);
  qsa_reader_set_matcher (fixture->reader, matcher);
  /* Title, first, mixed, plain, last twice: as printed in the body, not in captions or pull quotes. */
  assert_hit_text (fixture, "1", "6");
  qsa_reader_fixture_press (fixture, "F3");
  assert_hit_text (fixture, "2", "6");
  qsa_reader_fixture_press (fixture, "ctrl+g");
  assert_hit_text (fixture, "3", "6");
  qsa_reader_fixture_press (fixture, "shift+F3");
  qsa_reader_fixture_press (fixture, "ctrl+shift+g");
  assert_hit_text (fixture, "1", "6");
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.previous-hit", NULL);
  assert_hit_text (fixture, "6", "6");
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.next-hit", NULL);
  assert_hit_text (fixture, "1", "6");
  qsa_reader_set_matcher (fixture->reader, NULL);
  none = qsa_test_dup_hit_text (fixture);
  g_assert_null (none);
}

static gboolean
qsa_test_sees_paragraph_40 (gpointer data)
{
  return qsa_test_is_in_sight (data, "الفقرة رقم 40 ");
}

static gboolean
qsa_test_sees_paragraph_55 (gpointer data)
{
  return qsa_test_is_in_sight (data, "الفقرة رقم 55 ");
}

/* A search goes to its first hit, and from hit to hit, wherever they are. */
static void
test_reader_goes_to_hits (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_BARE);
  g_autoptr (QsaMatcher) matcher = qsa_test_new_matcher ("40", "55", NULL);

  g_assert_false (qsa_test_sees_paragraph_40 (fixture));
  qsa_reader_set_matcher (fixture->reader, matcher);
  qsa_test_wait (qsa_test_sees_paragraph_40, fixture);
  g_assert_false (qsa_test_sees_paragraph_55 (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.next-hit", NULL);
  qsa_test_wait (qsa_test_sees_paragraph_55, fixture);
  /* And when the article is opened with the search already there. */
  qsa_reader_fixture_open (fixture, QSA_FIXTURE_LATIN);
  qsa_reader_fixture_open (fixture, QSA_FIXTURE_BARE);
  qsa_test_wait (qsa_test_sees_paragraph_40, fixture);
}

/* ---- in a long text ---- */

#define N_PARAGRAPHS 12000
#define FAR_WORD "منارة"

/* Some three megabytes: measuring its lines takes seconds. */
static QsaArticle *
qsa_test_new_long_article (void)
{
  QsaArticle *article = qsa_article_new ();
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    g_string_append_printf (
        body,
        "وقف الحارس عند الباب رقم %u وسجل في دفتره أن الليل مر هادئا وأن القافلة لم تصل بعد "
        "إلى السوق القديم رغم انتظار الناس لها منذ الصباح%s.%s",
        i, i % 4000 == 3000 ? " " FAR_WORD : "", i + 1 < N_PARAGRAPHS ? "\n" : "");
  article->id = G_MAXINT64;
  article->title = g_strdup ("دفتر الحارس");
  qsa_article_take_body (article, g_string_free (body, FALSE));
  return article;
}

typedef struct
{
  QsaReaderFixture *fixture;
  const QsaReaderSpan *hit;
} QsaFarHit;

static gboolean
qsa_test_sees_hit (gpointer data)
{
  QsaFarHit *far_hit = data;
  GtkTextView *view = qsa_test_get_text_view (far_hit->fixture);
  GdkRectangle letter;
  GdkRectangle sight;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                      (int) far_hit->hit->start_chars);
  gtk_text_view_get_iter_location (view, &iter, &letter);
  gtk_text_view_get_visible_rect (view, &sight);
  return letter.y >= sight.y && letter.y + letter.height <= sight.y + sight.height;
}

static gboolean
qsa_test_is_measured (gpointer data)
{
  return qsa_reader_place_is_settled (qsa_test_get_text_view (data));
}

/* Nobody waits until a long text is measured, and what is measured meanwhile moves nothing away. */
static void
test_reader_far_hits (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_LATIN);
  g_autoptr (QsaMatcher) matcher = qsa_test_new_matcher (FAR_WORD, NULL);
  g_autoptr (QsaArticle) article = qsa_test_new_long_article ();
  g_autoptr (GArray) hits = NULL;
  QsaFarHit far_hit = { .fixture = fixture };

  qsa_reader_page_set_matcher (fixture->page, matcher);
  qsa_reader_page_show (fixture->page, article);
  hits = qsa_reader_text_find_hits (qsa_reader_view_get_text (fixture->view), matcher);
  g_assert_cmpuint (hits->len, ==, 3);
  for (guint i = 0; i < hits->len; i++)
    {
      far_hit.hit = &g_array_index (hits, QsaReaderSpan, i);
      if (i > 0)
        qsa_reader_page_step_hit (fixture->page, 1);
      qsa_test_wait (qsa_test_sees_hit, &far_hit);
      if (i == 0)
        g_assert_false (qsa_test_is_measured (fixture));
    }
  qsa_test_wait (qsa_test_is_measured, fixture);
  g_assert_true (qsa_test_sees_hit (&far_hit));
}

/* ---- the looks around a hit ---- */

#define N_ALIKE 6

static QsaArticle *
qsa_test_new_alike_article (void)
{
  QsaArticle *article = qsa_article_new ();
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < N_ALIKE; i++)
    g_string_append_printf (body, "رست السفينة عند %s.%s", i == 0 ? FAR_WORD : "الرصيف",
                            i + 1 < N_ALIKE ? "\n" : "");
  article->id = G_MAXINT64;
  article->section = g_strdup ("موانئ");
  article->title = g_strdup ("سفن الصباح");
  qsa_article_take_body (article, g_string_free (body, FALSE));
  return article;
}

typedef struct
{
  QsaReaderFixture *fixture;
  gint64 before_frame;
} QsaDrawCheck;

/* Drawn as a whole, once nothing scrolls any more. */
static gboolean
qsa_test_is_drawn (gpointer data)
{
  QsaDrawCheck *check = data;
  GtkWidget *view = GTK_WIDGET (check->fixture->view);
  gint64 frame = gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (view));

  gtk_widget_queue_draw (view);
  if (!qsa_test_is_measured (check->fixture))
    check->before_frame = frame;
  return frame > check->before_frame + 1;
}

typedef struct
{
  GdkRectangle letter; /* the first */
  int height;          /* of the paragraph */
} QsaParagraphLook;

static QsaParagraphLook
qsa_test_get_body_look (QsaReaderFixture *fixture, guint paragraph)
{
  GtkTextView *view = qsa_test_get_text_view (fixture);
  QsaParagraphLook look = { 0 };
  QsaReaderSpan body;
  GtkTextIter iter;

  g_assert_true (qsa_reader_text_find_part (qsa_reader_view_get_text (fixture->view),
                                            QSA_READER_BODY, &body));
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                      (int) body.start_chars);
  gtk_text_iter_forward_lines (&iter, (int) paragraph);
  gtk_text_view_get_iter_location (view, &iter, &look.letter);
  gtk_text_view_get_line_yrange (view, &iter, NULL, &look.height);
  return look;
}

/* Where GTK has the line of a hit at hand when it draws, the lines behind it must not take after
 * the title or whatever else it drew last. */
static void
test_reader_alike_paragraphs (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_LATIN);
  g_autoptr (QsaMatcher) matcher = qsa_test_new_matcher (FAR_WORD, NULL);
  g_autoptr (QsaArticle) article = qsa_test_new_alike_article ();
  QsaDrawCheck check = { .fixture = fixture };
  QsaParagraphLook first;

  qsa_reader_page_set_matcher (fixture->page, matcher);
  qsa_reader_page_show (fixture->page, article);
  check.before_frame = gdk_frame_clock_get_frame_counter (
      gtk_widget_get_frame_clock (GTK_WIDGET (fixture->view)));
  qsa_test_wait (qsa_test_is_drawn, &check);
  first = qsa_test_get_body_look (fixture, 0);
  for (guint i = 1; i < N_ALIKE; i++)
    {
      QsaParagraphLook look = qsa_test_get_body_look (fixture, i);

      g_assert_cmpint (look.letter.x, ==, first.letter.x);
      g_assert_cmpint (look.letter.height, ==, first.letter.height);
      g_assert_cmpint (look.height, ==, first.height);
    }
}

/* ---- find in the article ---- */

static GtkEditable *
qsa_test_get_find_entry (QsaReaderFixture *fixture)
{
  return GTK_EDITABLE (qsa_test_find_widget (
      GTK_WIDGET (qsa_reader_get_find (fixture->reader)), GTK_TYPE_SEARCH_ENTRY, 0));
}

static gboolean
qsa_test_find_has_focus (gpointer data)
{
  QsaReaderFixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL
         && gtk_widget_is_ancestor (focus,
                                    GTK_WIDGET (qsa_reader_get_find (fixture->reader)));
}

static gboolean
qsa_test_find_is_away (gpointer data)
{
  QsaReaderFixture *fixture = data;

  return !qsa_reader_find_get_active (qsa_reader_get_find (fixture->reader))
         && !qsa_test_find_has_focus (fixture);
}

static gboolean
qsa_test_has_no_hits (gpointer data)
{
  g_autofree char *text = qsa_test_dup_hit_text (data);

  return text == NULL;
}

/* By the rules of the search: ه for ة, with and without what is attached. */
static void
test_reader_find (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (QsaMatcher) searched = qsa_test_new_matcher ("النجار", NULL);
  GtkEditable *entry = qsa_test_get_find_entry (fixture);

  qsa_reader_set_matcher (fixture->reader, searched);
  assert_hit_text (fixture, "1", "1");
  qsa_reader_fixture_press (fixture, "ctrl+shift+f");
  qsa_test_wait (qsa_test_find_has_focus, fixture);
  gtk_editable_set_text (entry, "مكتبه ");
  assert_hit_text (fixture, "1", "6");
  qsa_reader_fixture_press (fixture, "Return");
  assert_hit_text (fixture, "2", "6");
  qsa_reader_fixture_press (fixture, "shift+Return");
  assert_hit_text (fixture, "1", "6");
  qsa_reader_fixture_press (fixture, "F3");
  assert_hit_text (fixture, "2", "6");
  /* In another article of the same library. */
  gtk_editable_set_text (entry, "لاشيءمنهذا");
  qsa_test_wait (qsa_test_has_no_hits, fixture);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  /* What was searched comes back, and the focus goes to the page. */
  qsa_reader_fixture_press (fixture, "Escape");
  qsa_test_wait (qsa_test_find_is_away, fixture);
  assert_hit_text (fixture, "1", "1");
}

/* ---- marks ---- */

/* Neither the whole line's width nor its height. */
static void
test_reader_mark_hugs (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (GArray) marks = qsa_test_get_marks (fixture, "مكتبة");
  GdkRectangle mark;
  GtkTextIter iter;
  int line_top;
  int paragraph_height;

  g_assert_cmpuint (marks->len, ==, 1);
  mark = g_array_index (marks, GdkRectangle, 0);
  g_assert_cmpint (mark.width, >, 20);
  g_assert_cmpint (mark.width, <, 120);
  gtk_text_view_get_iter_at_location (qsa_test_get_text_view (fixture), &iter,
                                      mark.x + mark.width / 2, mark.y + mark.height / 2);
  gtk_text_view_get_line_yrange (qsa_test_get_text_view (fixture), &iter, &line_top,
                                 &paragraph_height);
  g_assert_cmpint (mark.y, >, line_top);
  g_assert_cmpint (mark.height, <, paragraph_height / 2);
}

/* A phrase that wraps has a mark on each line. */
static void
test_reader_mark_wraps (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (GArray) marks = qsa_test_get_marks (fixture, QSA_FIXTURE_MIXED);

  g_assert_cmpuint (marks->len, >=, 2);
  for (guint i = 1; i < marks->len; i++)
    g_assert_cmpint (g_array_index (marks, GdkRectangle, i).y, >,
                     g_array_index (marks, GdkRectangle, i - 1).y);
}

/* "Tel أعلنت": in a right-to-left line the end of the Latin word and what follows it stand apart,
 * with the word's beginning between them. */
static void
test_reader_mark_parts (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (GArray) whole = qsa_test_get_marks (fixture, "NordTel أعلنت");
  g_autoptr (GArray) parts = qsa_test_get_marks (fixture, "Tel أعلنت");
  g_autoptr (GArray) between = qsa_test_get_marks (fixture, "Nord");
  GdkRectangle left;
  GdkRectangle right;
  GdkRectangle middle;

  g_assert_cmpuint (whole->len, ==, 1);
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpuint (between->len, ==, 1);
  left = g_array_index (parts, GdkRectangle, 0);
  right = g_array_index (parts, GdkRectangle, 1);
  middle = g_array_index (between, GdkRectangle, 0);
  g_assert_cmpint (left.x + left.width, <=, middle.x + 1);
  g_assert_cmpint (middle.x + middle.width, <=, right.x + 1);
  g_assert_cmpint (left.y, ==, right.y);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (void);
  } tests[] = {
    { "/app/reader/hits/keys", test_reader_hits },
    { "/app/reader/hits/in-sight", test_reader_goes_to_hits },
    { "/app/reader/hits/far-away", test_reader_far_hits },
    { "/app/reader/hits/alike-paragraphs", test_reader_alike_paragraphs },
    { "/app/reader/find", test_reader_find },
    { "/app/reader/mark/hugs", test_reader_mark_hugs },
    { "/app/reader/mark/wraps", test_reader_mark_wraps },
    { "/app/reader/mark/parts", test_reader_mark_parts },
  };

  qsa_test_init_display (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].path, tests[i].func);
  return g_test_run ();
}
