/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-widening-order.h"

/* The places of the widening chips, without a display. */

typedef struct
{
  const char *of;
  const char *form;
  gboolean on;
} Form;

static GPtrArray *
make_widenings (const Form *forms, guint n_forms)
{
  GPtrArray *widenings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_forms; i++)
    {
      QsaWidening *widening = g_new0 (QsaWidening, 1);

      widening->of = (char *) forms[i].of;
      widening->form = (char *) forms[i].form;
      widening->on = forms[i].on;
      g_ptr_array_add (widenings, widening);
    }
  return widenings;
}

static char *
arrange (QsaWideningOrder *order, const char *query, const Form *forms, guint n_forms,
         guint max)
{
  g_autoptr (GPtrArray) widenings = make_widenings (forms, n_forms);
  g_autoptr (GPtrArray) arranged = qsa_widening_order_arrange (order, query, widenings);
  g_autoptr (GPtrArray) picked = qsa_widening_order_pick (arranged, max, 99);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < picked->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ((const QsaWidening *) picked->pdata[i])->form);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define ARRANGE(order, query, forms, max) \
  arrange (order, query, forms, G_N_ELEMENTS (forms), max)

/* A form that is switched off comes last in the answer, and keeps its place on the screen. */
static void
test_stays (void)
{
  g_autoptr (QsaWideningOrder) order = qsa_widening_order_new ();
  const Form before[] = { { "a", "a1", TRUE },
                          { "a", "a2", TRUE },
                          { "a", "a3", FALSE } };
  const Form after[] = { { "a", "a2", TRUE },
                         { "a", "a1", FALSE },
                         { "a", "a3", FALSE } };
  g_autofree char *first = ARRANGE (order, "a", before, 9);
  g_autofree char *second = ARRANGE (order, "a", after, 9);
  g_autofree char *other = ARRANGE (order, "a ", after, 9);

  g_assert_cmpstr (first, ==, "a1 a2 a3");
  g_assert_cmpstr (second, ==, "a1 a2 a3");
  g_assert_cmpstr (other, ==, "a2 a1 a3");
}

/* New forms come behind those of their word, not behind all. */
static void
test_new_form (void)
{
  g_autoptr (QsaWideningOrder) order = qsa_widening_order_new ();
  const Form before[] = { { "a", "a1", TRUE }, { "b", "b1", TRUE } };
  const Form after[] = { { "a", "a0", TRUE }, { "a", "a1", TRUE }, { "b", "b1", TRUE } };
  g_autofree char *first = ARRANGE (order, "a b", before, 9);
  g_autofree char *second = ARRANGE (order, "a b", after, 9);

  g_assert_cmpstr (first, ==, "a1 b1");
  g_assert_cmpstr (second, ==, "a1 a0 b1");
}

static const Form many[] = {
  { "a", "a1", TRUE }, { "a", "a2", TRUE }, { "a", "a3", TRUE },  { "a", "a4", TRUE },
  { "a", "a5", TRUE }, { "a", "a6", TRUE }, { "a", "a7", FALSE }, { "a", "a8", FALSE },
};

/* The first that is off is among the few that are shown. */
static void
test_off_is_shown (void)
{
  g_autoptr (QsaWideningOrder) order = qsa_widening_order_new ();
  g_autofree char *few = ARRANGE (order, "a", many, 4);
  g_autofree char *all = ARRANGE (order, "a", many, 99);

  g_assert_cmpstr (few, ==, "a1 a2 a3 a7");
  g_assert_cmpstr (all, ==, "a1 a2 a3 a7 a4 a5 a6 a8");
}

/* The same form of two words is two chips. */
static void
test_words (void)
{
  g_autoptr (QsaWideningOrder) order = qsa_widening_order_new ();
  const Form forms[] = { { "a", "x", TRUE }, { "a", "y", TRUE }, { "a", "z", FALSE },
                         { "b", "x", TRUE }, { "b", "w", TRUE }, { "b", "v", TRUE },
                         { "b", "u", FALSE } };
  g_autoptr (GPtrArray) widenings = make_widenings (forms, G_N_ELEMENTS (forms));
  g_autoptr (GPtrArray) three = NULL;
  g_autofree char *few = ARRANGE (order, "a b", forms, 2);

  g_assert_cmpuint (qsa_widening_order_max_of_word (widenings), ==, 2);
  g_assert_cmpuint (qsa_widening_order_max_of_all (widenings), ==, 4);
  g_assert_cmpstr (few, ==, "x z x u");
  three = qsa_widening_order_pick (widenings, 2, 3);
  g_assert_cmpuint (three->len, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/widening-order/stays", test_stays);
  g_test_add_func ("/app/widening-order/new-form", test_new_form);
  g_test_add_func ("/app/widening-order/off-is-shown", test_off_is_shown);
  g_test_add_func ("/app/widening-order/words", test_words);
  return g_test_run ();
}
