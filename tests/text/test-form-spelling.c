/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-fold.h"
#include "qsa-form-spelling.h"

typedef struct
{
  const char *name;
  const char *typed;
  const char *form;
  const char *shown;
} Case;

static const Case cases[] = {
  { "teh-marbuta", "المدينة", "للمدينه", "للمدينة" },
  { "without-article", "القديمة", "قديمه", "قديمة" },
  { "hamza", "إيران", "لايران", "لإيران" },
  { "alef-maksura", "مستشفى", "بمستشفي", "بمستشفى" },
  { "typed-without-marks", "المدينه", "للمدينه", "للمدينه" },
  { "suffix", "قرار", "قرارا", "قرارا" },
  { "nothing-shared", "أب", "سس", "سس" },
  { "same-word", "مسؤول", "والمسوول", "والمسؤول" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *surface = qsa_surface_text (c->typed, -1);
  g_autofree char *folded = qsa_fold_text (c->typed, -1);
  g_autofree char *shown = qsa_form_spelling (c->form, surface, folded);

  g_assert_cmpstr (shown, ==, c->shown);
}

static void
test_lengths_differ (void)
{
  g_autofree char *shown = qsa_form_spelling ("وشي", "شىء", "شي");

  g_assert_cmpstr (shown, ==, "وشي");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/form-spelling/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/text/form-spelling/lengths-differ", test_lengths_differ);
  return g_test_run ();
}
