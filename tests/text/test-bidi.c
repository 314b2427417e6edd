/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-bidi.h"

#include <string.h>

#define RLM QSA_RLM

typedef struct
{
  const char *name;
  const char *text;
  QsaDirection majority;
  QsaDirection first;
} DirectionCase;

static const DirectionCase direction_cases[] = {
  { "empty", "", QSA_DIRECTION_NEUTRAL, QSA_DIRECTION_NEUTRAL },
  { "digits", "2021 (12%)", QSA_DIRECTION_NEUTRAL, QSA_DIRECTION_NEUTRAL },
  { "arabic", "أعلنت الوزارة", QSA_DIRECTION_RTL, QSA_DIRECTION_RTL },
  { "latin", "The ministry", QSA_DIRECTION_LTR, QSA_DIRECTION_LTR },
  { "latin-name-first", "BBC أعلنت عن البرنامج", QSA_DIRECTION_RTL, QSA_DIRECTION_LTR },
  { "arabic-name-first", "مجلة published a long report", QSA_DIRECTION_LTR,
    QSA_DIRECTION_RTL },
  { "tie", "BBC نشر", QSA_DIRECTION_RTL, QSA_DIRECTION_LTR },
  { "digits-first", "12 قتيلا", QSA_DIRECTION_RTL, QSA_DIRECTION_RTL },
  { "hebrew", "שלום", QSA_DIRECTION_RTL, QSA_DIRECTION_RTL },
  { "rlm-is-no-letter", RLM "BBC", QSA_DIRECTION_LTR, QSA_DIRECTION_RTL },
  { "embedding", "\u202b12\u202c BBC", QSA_DIRECTION_LTR, QSA_DIRECTION_RTL },
  { "invalid", "\xff\xd9 BBC", QSA_DIRECTION_LTR, QSA_DIRECTION_LTR },
};

static void
test_direction (gconstpointer data)
{
  const DirectionCase *c = data;

  g_assert_cmpint (qsa_direction_of (c->text, -1), ==, c->majority);
  g_assert_cmpint (qsa_direction_of_first_strong (c->text, -1), ==, c->first);
}

typedef struct
{
  const char *name;
  const char *source;
  const char *view;
} ViewCase;

static const ViewCase view_cases[] = {
  { "empty", "", "" },
  { "newline", "\n", "\n" },
  { "empty-paragraphs", "\n\nنص\n\n", "\n\nنص\n\n" },
  { "arabic", "نص عربي\nوآخر", "نص عربي\nوآخر" },
  { "latin", "All Latin\nhere", "All Latin\nhere" },
  { "latin-first", "BBC أعلنت الخبر", RLM "BBC أعلنت الخبر" },
  { "second-paragraph", "نص\nCNN نشرت تقريرا\nنص", "نص\n" RLM "CNN نشرت تقريرا\nنص" },
  { "digits-first", "2021 عام صعب", "2021 عام صعب" },
  { "digits-latin", "3 G في البلاد كلها", RLM "3 G في البلاد كلها" },
  { "quote-latin", "\"Vogue\" مجلة للأزياء", RLM "\"Vogue\" مجلة للأزياء" },
  { "mark-there", RLM "BBC أعلنت الخبر", RLM "BBC أعلنت الخبر" },
  { "lrm-there", "\u200eBBC أعلنت الخبر", RLM "\u200eBBC أعلنت الخبر" },
  { "carriage-return", "نص\r\nBBC أعلنت الخبر\rCNN نشرت الخبر",
    "نص\r\n" RLM "BBC أعلنت الخبر\r" RLM "CNN نشرت الخبر" },
  { "paragraph-separator", "نص\u2029BBC أعلنت الخبر", "نص\u2029" RLM "BBC أعلنت الخبر" },
};

/* What must hold of any map, whatever the text. */
static void
check_map (const char *source)
{
  g_autoptr (QsaBidiMap) map = qsa_bidi_map_new (source, -1);
  const char *view = qsa_bidi_map_get_view_text (map);
  glong view_chars = g_utf8_strlen (view, -1);
  gsize source_bytes = strlen (source);
  g_autofree char *all = qsa_bidi_map_dup_source_range (map, 0, (gsize) view_chars);
  gsize previous = 0;

  g_assert_cmpstr (all, ==, source);
  for (const char *at = source;; at = g_utf8_next_char (at))
    {
      gsize byte = (gsize) (at - source);
      gsize view_char = qsa_bidi_map_source_bytes_to_view_chars (map, byte);

      g_assert_cmpuint (qsa_bidi_map_view_chars_to_source_bytes (map, view_char), ==,
                        byte);
      g_assert_cmpuint (g_utf8_get_char (
                            g_utf8_offset_to_pointer (view, (glong) view_char)),
                        ==, g_utf8_get_char (at));
      if (*at == '\0')
        break;
    }
  for (glong i = 0; i <= view_chars; i++)
    {
      gsize byte = qsa_bidi_map_view_chars_to_source_bytes (map, (gsize) i);

      g_assert_cmpuint (byte, >=, previous);
      g_assert_cmpuint (byte, <=, source_bytes);
      previous = byte;
    }
  g_assert_cmpuint (qsa_bidi_map_view_chars_to_source_bytes (map, G_MAXSIZE), ==,
                    source_bytes);
  g_assert_cmpuint (qsa_bidi_map_source_bytes_to_view_chars (map, G_MAXSIZE), ==,
                    (gsize) view_chars);
}

static void
test_view (gconstpointer data)
{
  const ViewCase *c = data;
  g_autoptr (QsaBidiMap) map = qsa_bidi_map_new (c->source, -1);

  g_assert_cmpstr (qsa_bidi_map_get_view_text (map), ==, c->view);
  check_map (c->source);
}

static void
test_random (void)
{
  static const char *const pieces[] = {
    "ا", "بت", "م",      " ",      "\n", "\r", "A", "bc",   "12",     "٣",  "\"",
    "«", RLM,  "\u200e", "\u2029", "😀",  "é",  ".", "\n\n", "\u202b", "東",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (20260101);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      gint n_pieces = g_rand_int_range (random, 0, 40);

      for (gint i = 0; i < n_pieces; i++)
        g_string_append (source,
                         pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      check_map (source->str);
    }
}

/* Selections across marks of ours give the source's bytes and nothing else. */
static void
test_ranges (void)
{
  const char *source = "نص\nBBC أعلنت\nXY عن";
  g_autoptr (QsaBidiMap) map = qsa_bidi_map_new (source, -1);
  g_autofree char *up_to_mark = qsa_bidi_map_dup_source_range (map, 0, 3);
  g_autofree char *with_mark = qsa_bidi_map_dup_source_range (map, 0, 4);
  g_autofree char *only_mark = qsa_bidi_map_dup_source_range (map, 3, 4);
  g_autofree char *from_mark = qsa_bidi_map_dup_source_range (map, 3, 7);
  g_autofree char *backwards = qsa_bidi_map_dup_source_range (map, 7, 3);

  g_assert_cmpstr (up_to_mark, ==, "نص\n");
  g_assert_cmpstr (with_mark, ==, "نص\n");
  g_assert_cmpstr (only_mark, ==, "");
  g_assert_cmpstr (from_mark, ==, "BBC");
  g_assert_cmpstr (backwards, ==, "");
}

static void
test_inside_character (void)
{
  g_autoptr (QsaBidiMap) map = qsa_bidi_map_new ("نص", -1);

  g_assert_cmpuint (qsa_bidi_map_source_bytes_to_view_chars (map, 1), ==, 0);
  g_assert_cmpuint (qsa_bidi_map_source_bytes_to_view_chars (map, 3), ==, 1);
}

static void
test_long_paragraph (void)
{
  g_autoptr (GString) source = g_string_new ("BBC ");

  for (guint i = 0; i < 3000; i++)
    g_string_append (source, i % 7 == 0 ? " x" : "كلمة");
  check_map (source->str);
}

/* Not valid, so promised nothing but to be survived and given back whole. */
static void
test_invalid (void)
{
  const char source[] = "BBC \xd9 أعلنت\n\xff\xe2\x80";
  g_autoptr (QsaBidiMap) map = qsa_bidi_map_new (source, -1);
  g_autofree char *all = qsa_bidi_map_dup_source_range (map, 0, G_MAXSIZE);

  g_assert_cmpstr (all, ==, source);
}

static void
test_isolate (void)
{
  g_autofree char *rtl = qsa_bidi_isolate ("نص", QSA_DIRECTION_RTL);
  g_autofree char *ltr = qsa_bidi_isolate ("BBC", QSA_DIRECTION_LTR);
  g_autofree char *neutral = qsa_bidi_isolate ("12", QSA_DIRECTION_NEUTRAL);
  g_autofree char *empty = qsa_bidi_isolate ("", QSA_DIRECTION_RTL);

  g_assert_cmpstr (rtl, ==, "\u2067نص\u2069");
  g_assert_cmpstr (ltr, ==,
                   "\u2066"
                   "BBC\u2069");
  g_assert_cmpstr (neutral, ==, "12");
  g_assert_cmpstr (empty, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (direction_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/bidi/direction/",
                                           direction_cases[i].name, NULL);

      g_test_add_data_func (path, &direction_cases[i], test_direction);
    }
  for (guint i = 0; i < G_N_ELEMENTS (view_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/bidi/view/", view_cases[i].name, NULL);

      g_test_add_data_func (path, &view_cases[i], test_view);
    }
  g_test_add_func ("/text/bidi/random", test_random);
  g_test_add_func ("/text/bidi/ranges", test_ranges);
  g_test_add_func ("/text/bidi/inside-character", test_inside_character);
  g_test_add_func ("/text/bidi/long-paragraph", test_long_paragraph);
  g_test_add_func ("/text/bidi/invalid", test_invalid);
  g_test_add_func ("/text/bidi/isolate", test_isolate);
  return g_test_run ();
}
