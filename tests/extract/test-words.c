/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The word lists are looked up with folded text: a member that is not folded is never found. The
 * lists are the sources' own, hence the includes. */

#include "qsa-furniture.c"
#include "qsa-places.c"
#include "qsa-press-words.c"

#include "qsa-entities.h"
#include "qsa-fold.h"

typedef struct
{
  const char *name;
  const char *set;
  gboolean without_article;
} WordSet;

static const WordSet sets[] = {
  { "places", places, TRUE },
  { "sections", press_sections, TRUE },
  { "cues", press_cues, FALSE },
  { "kinds", press_kinds, FALSE },
  { "desks", press_desks, FALSE },
  { "function-words", press_function_words, FALSE },
  { "widget-words", furniture_widget_words, TRUE },
  { "widget-fillers", furniture_widget_fillers, TRUE },
  { "lines", furniture_lines, FALSE },
  { "prompts", furniture_prompts, FALSE },
  { "read-also", furniture_read_also, FALSE },
  { "list", furniture_list, FALSE },
  { "ticker", furniture_ticker, FALSE },
  { "tags", furniture_tags, FALSE },
};

static void
test_word_set_is_folded (gconstpointer data)
{
  const WordSet *test = data;
  g_auto (GStrv) members = g_strsplit (test->set, "|", -1);
  guint n_members = g_strv_length (members);

  g_assert_cmpuint (n_members, >, 3);
  g_assert_cmpstr (members[0], ==, "");
  g_assert_cmpstr (members[n_members - 1], ==, "");
  for (guint i = 1; i + 1 < n_members; i++)
    {
      g_autofree char *folded = qsa_fold_text (members[i], -1);

      g_assert_cmpstr (members[i], ==, folded);
      if (test->without_article && g_utf8_strlen (members[i], -1) > 4)
        g_assert_false (g_str_has_prefix (members[i], ARTICLE));
      g_assert_true (qsa_word_set_has (test->set, members[i]));
    }
}

static void
test_word_set (void)
{
  static const char set[] = "|a|ab|ab cd|e f|";

  g_assert_true (qsa_word_set_has (set, "a"));
  g_assert_true (qsa_word_set_has (set, "ab cd"));
  g_assert_false (qsa_word_set_has (set, "b"));
  g_assert_false (qsa_word_set_has (set, "cd"));
  g_assert_false (qsa_word_set_has (set, ""));
  g_assert_cmpuint (qsa_word_set_prefix_bytes (set, "ab cd efg"), ==, 5);
  g_assert_cmpuint (qsa_word_set_prefix_bytes (set, "ab cde"), ==, 2);
  g_assert_cmpuint (qsa_word_set_prefix_bytes (set, "abc"), ==, 0);
  g_assert_true (qsa_word_set_is_inside (set, "xx e f yy"));
  g_assert_false (qsa_word_set_is_inside (set, "xx yy"));
}

static void
test_places (void)
{
  g_assert_true (qsa_places_contain ("القاهرة"));
  g_assert_true (qsa_places_contain ("الإسكندرية"));
  g_assert_true (qsa_places_contain ("إسطنبول"));
  g_assert_true (qsa_places_contain ("أبوظبي"));
  g_assert_false (qsa_places_contain ("القا"));
  g_assert_false (qsa_places_contain (""));
}

typedef struct
{
  const char *name;
  const char *text;
  const char *decoded;
} EntityCase;

static const EntityCase entity_cases[] = {
  { "five", "&lt;a&gt; &amp; &quot;b&quot; &apos;c&apos;", "<a> & \"b\" 'c'" },
  { "marks", "&laquo;نص&raquo; &ldquo;نص&rdquo; &hellip;", "«نص» “نص” …" },
  { "nbsp", "أ&nbsp;ب", "أ\xc2\xa0ب" },
  { "decimal", "&#1575;&#1604;", "ال" },
  { "hexadecimal", "&#x627;&#X644;", "ال" },
  { "windows-1252-number", "&#147;x&#148;", "“x”" },
  { "nul", "&#0;", "�" },
  { "surrogate", "&#xd800;", "�" },
  { "too-large", "&#99999999;", "�" },
  { "unknown", "&nosuch; AT&T; a & b", "&nosuch; AT&T; a & b" },
  { "cut", "نص &amp", "نص &amp" },
  { "empty", "&; &#; &#x;", "&; &#; &#x;" },
  { "once", "&amp;quot;", "&quot;" },
  { "longer-name", "&quota;", "&quota;" },
};

static void
test_entities (gconstpointer data)
{
  const EntityCase *test = data;
  g_autofree char *decoded = qsa_entities_decode (test->text, -1);

  g_assert_cmpstr (decoded, ==, test->decoded);
}

typedef struct
{
  const char *name;
  const char *text;
  QsaFurniture furniture;
} FurnitureCase;

static const FurnitureCase furniture_cases[] = {
  { "share", "مشاركة   فيسبوك   تويتر   واتساب   نسخ الرابط", QSA_FURNITURE_WIDGET },
  { "share-this", "شارك هذا المقال", QSA_FURNITURE_WIDGET },
  { "font", "+ الخط -", QSA_FURNITURE_WIDGET },
  { "font-letters", "+A -A", QSA_FURNITURE_WIDGET },
  { "print", "طباعة | إرسال | حفظ", QSA_FURNITURE_WIDGET },
  { "views", "عدد المشاهدات: 1204", QSA_FURNITURE_WIDGET },
  { "reading-time", "وقت القراءة 3 دقائق", QSA_FURNITURE_WIDGET },
  { "follow", "تابعونا على منصاتنا", QSA_FURNITURE_WIDGET },
  { "no-stories", "No stories found.", QSA_FURNITURE_WIDGET },
  { "read-also", "اقرأ أيضاً", QSA_FURNITURE_READ_ALSO },
  { "read-also-with-title", "اقرأ أيضًا: جسر من القصب", QSA_FURNITURE_READ_ALSO },
  { "read-also-hamza-below", "إقرأ أيضا", QSA_FURNITURE_READ_ALSO },
  { "most-read", "الأكثر قراءة", QSA_FURNITURE_LIST },
  { "ticker-tatweel", "عــاجل", QSA_FURNITURE_TICKER },
  { "comments", "تعليقات القراء", QSA_FURNITURE_TAGS },
  { "copyright", "© جميع الحقوق محفوظة لموقع الشراع", QSA_FURNITURE_COPYRIGHT },
  { "domain", "www.shiraa.example", QSA_FURNITURE_ADDRESS },
  { "domain-bare", "shiraa-daily.example", QSA_FURNITURE_ADDRESS },
  { "mail", "desk@shiraa.example", QSA_FURNITURE_ADDRESS },
  /* Sentences that begin with the same words. */
  { "sentence-more", "المزيد من الأمطار متوقع غدا في الشمال", QSA_FURNITURE_NONE },
  { "sentence-latest", "آخر الأخبار التي وصلت من الجبهة لا تبشر بخير",
    QSA_FURNITURE_NONE },
  { "sentence-urgent", "عاجل هو النداء الذي أطلقه الأهالي", QSA_FURNITURE_NONE },
  { "sentence-line", "كان الخط جميلا", QSA_FURNITURE_NONE },
  { "sentence-rights", "طالب العمال بحقوقهم كاملة", QSA_FURNITURE_NONE },
  { "abbreviation", "أ.ف.ب", QSA_FURNITURE_NONE },
};

static void
test_furniture (gconstpointer data)
{
  const FurnitureCase *test = data;
  g_autofree char *folded = qsa_fold_text (test->text, -1);

  g_assert_cmpint (qsa_furniture_classify (test->text, folded), ==, test->furniture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/words/folded/%s", sets[i].name);

      g_test_add_data_func (path, &sets[i], test_word_set_is_folded);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (entity_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/entities/%s",
                                               entity_cases[i].name);

      g_test_add_data_func (path, &entity_cases[i], test_entities);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (furniture_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/furniture/%s",
                                               furniture_cases[i].name);

      g_test_add_data_func (path, &furniture_cases[i], test_furniture);
    }
  g_test_add_func ("/extract/words/set", test_word_set);
  g_test_add_func ("/extract/words/places", test_places);
  return g_test_run ();
}
