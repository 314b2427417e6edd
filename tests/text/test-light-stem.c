/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-light-stem.h"

typedef struct
{
  const char *name;
  const char *folded;
  const char *stem; /* NULL: none */
} StemCase;

static const StemCase stem_cases[] = {
  { "article", "الكتاب", "كتاب" },
  { "waw", "وكتاب", "كتاب" },
  { "waw-keeps-three", "ورق", "ورق" },
  { "waw-and-article", "والكتاب", "كتاب" },
  { "ba-article", "بالكتاب", "كتاب" },
  { "kaf-article", "كالكتاب", "كتاب" },
  { "feh-article", "فالكتاب", "كتاب" },
  { "double-lam", "للكتاب", "كتاب" },
  { "waw-and-ba-article", "وبالكتاب", "كتاب" },
  { "lam-alone-stays", "لكتاب", "لكتاب" },
  { "article-keeps-two", "الن", "الن" },
  { "article-leaves-two", "اليد", "يد" },
  { "ending-ha", "كتابها", "كتاب" },
  { "ending-an", "كاتبان", "كاتب" },
  { "ending-at", "كاتبات", "كاتب" },
  { "ending-wn", "كاتبون", "كاتب" },
  { "ending-yn", "كاتبين", "كاتب" },
  { "ending-yh", "سوريه", "سور" },
  { "ending-h", "مدينه", "مدين" },
  { "ending-y", "كتابي", "كتاب" },
  { "endings-one-after-the-other", "اتفاقياتها", "اتفاق" },
  { "ending-keeps-two", "يدها", "يد" },
  { "ending-leaves-too-little", "بات", "بات" },
  { "family", "والامريكيين", "امريك" },
  { "person-eighth-form", "يعترف", "عترف" },
  { "person-eighth-form-past", "اعترف", "عترف" },
  { "person-tenth-form", "تستقبل", "ستقبل" },
  { "person-future", "سيستقبل", "ستقبل" },
  { "person-ya", "يواصل", "واصل" },
  { "person-ta-of-a-name-stays", "تونس", "تونس" },
  { "person-keeps-three", "يزن", "يزن" },
  { "ending-hm", "قراراتهم", "قرار" },
  { "ending-after-ending", "سياستهم", "سياس" },
  { "ending-of-the-same-family", "سياسه", "سياس" },
  { "ending-tanwin", "قرارا", "قرار" },
  { "ending-more-keeps-three", "ابا", "ابا" },
  { "latin", "paris", NULL },
  { "number", "2021", NULL },
  { "empty", "", NULL },
};

static void
test_stem (gconstpointer data)
{
  const StemCase *c = data;
  g_autofree char *stem = qsa_light_stem (c->folded);

  g_assert_cmpstr (stem, ==, c->stem);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stem_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/light-stem/", stem_cases[i].name, NULL);

      g_test_add_data_func (path, &stem_cases[i], test_stem);
    }
  return g_test_run ();
}
