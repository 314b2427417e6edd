/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-widening-order.h"

#include <string.h>

struct _QsaWideningOrder
{
  char *query_text;
  GHashTable *places; /* char *word and form -> GUINT_TO_POINTER (place) */
  GHashTable *words;  /* char *word -> GUINT_TO_POINTER (place) */
};

typedef struct
{
  const QsaWidening *widening; /* borrowed */
  guint word;
  guint place;
} QsaPlaced;

QsaWideningOrder *
qsa_widening_order_new (void)
{
  QsaWideningOrder *order = g_new0 (QsaWideningOrder, 1);

  order->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  order->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return order;
}

void
qsa_widening_order_free (QsaWideningOrder *order)
{
  g_hash_table_unref (order->places);
  g_hash_table_unref (order->words);
  g_free (order->query_text);
  g_free (order);
}

/* The place of @key (taken), a new one at the end when it has none yet. */
static guint
qsa_widening_order_place (GHashTable *places, char *key)
{
  gpointer place;

  if (g_hash_table_lookup_extended (places, key, NULL, &place))
    {
      g_free (key);
      return GPOINTER_TO_UINT (place);
    }
  place = GUINT_TO_POINTER (g_hash_table_size (places));
  g_hash_table_insert (places, key, place);
  return GPOINTER_TO_UINT (place);
}

static QsaPlaced
qsa_widening_order_take (QsaWideningOrder *order, const QsaWidening *widening)
{
  QsaPlaced placed = { widening, 0, 0 };

  placed.word = qsa_widening_order_place (order->words, g_strdup (widening->of));
  placed.place = qsa_widening_order_place (
      order->places, g_strconcat (widening->of, "\n", widening->form, NULL));
  return placed;
}

static int
qsa_widening_order_compare (gconstpointer a, gconstpointer b)
{
  const QsaPlaced *placed_a = a;
  const QsaPlaced *placed_b = b;

  if (placed_a->word != placed_b->word)
    return placed_a->word < placed_b->word ? -1 : 1;
  return placed_a->place < placed_b->place ? -1 : placed_a->place > placed_b->place;
}

/* What is off wants to be seen too: it is what the search might be missing. */
static void
qsa_widening_order_take_new (QsaWideningOrder *order, GPtrArray *widenings)
{
  guint max = qsa_widening_order_max_of_word (widenings);
  guint begin = 0;

  while (begin < widenings->len)
    {
      const QsaWidening *first = g_ptr_array_index (widenings, begin);
      guint first_off = 0;
      guint end = begin;

      for (; end < widenings->len; end++)
        {
          const QsaWidening *widening = g_ptr_array_index (widenings, end);

          if (!g_str_equal (widening->of, first->of))
            break;
          if (first_off == 0 && max > 1 && !widening->on && end - begin >= max)
            first_off = end;
        }
      for (guint i = begin; i < end; i++)
        {
          if (first_off != 0 && i == begin + max - 1)
            qsa_widening_order_take (order, g_ptr_array_index (widenings, first_off));
          qsa_widening_order_take (order, g_ptr_array_index (widenings, i));
        }
      begin = end;
    }
}

GPtrArray *
qsa_widening_order_arrange (QsaWideningOrder *order, const char *query_text,
                            GPtrArray *widenings)
{
  GPtrArray *arranged = g_ptr_array_new ();
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (QsaPlaced));

  g_return_val_if_fail (order != NULL && widenings != NULL, arranged);

  if (g_strcmp0 (order->query_text, query_text) != 0)
    {
      g_free (order->query_text);
      order->query_text = g_strdup (query_text);
      g_hash_table_remove_all (order->places);
      g_hash_table_remove_all (order->words);
      qsa_widening_order_take_new (order, widenings);
    }
  for (guint i = 0; i < widenings->len; i++)
    {
      QsaPlaced place = qsa_widening_order_take (order, widenings->pdata[i]);

      g_array_append_val (placed, place);
    }
  g_array_sort (placed, qsa_widening_order_compare);
  for (guint i = 0; i < placed->len; i++)
    g_ptr_array_add (arranged, (gpointer) g_array_index (placed, QsaPlaced, i).widening);
  return arranged;
}

static guint
qsa_widening_order_count_words (GPtrArray *widenings)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < widenings->len; i++)
    g_hash_table_add (words, ((const QsaWidening *) widenings->pdata[i])->of);
  return g_hash_table_size (words);
}

guint
qsa_widening_order_max_of_word (GPtrArray *widenings)
{
  static const guint max_by_words[] = { 4, 4, 2, 1 };

  g_return_val_if_fail (widenings != NULL, 0);

  return max_by_words[MIN (qsa_widening_order_count_words (widenings),
                           G_N_ELEMENTS (max_by_words) - 1)];
}

guint
qsa_widening_order_max_of_all (GPtrArray *widenings)
{
  static const guint max_by_words[] = { 4, 4, 4, 3 };

  g_return_val_if_fail (widenings != NULL, 0);

  return max_by_words[MIN (qsa_widening_order_count_words (widenings),
                           G_N_ELEMENTS (max_by_words) - 1)];
}

GPtrArray *
qsa_widening_order_pick (GPtrArray *arranged, guint max_of_word, guint max_of_all)
{
  GPtrArray *picked = g_ptr_array_new ();
  const char *word = NULL;
  guint n = 0;

  g_return_val_if_fail (arranged != NULL, picked);

  for (guint i = 0; i < arranged->len && picked->len < max_of_all; i++)
    {
      QsaWidening *widening = arranged->pdata[i];

      if (g_strcmp0 (word, widening->of) != 0)
        {
          word = widening->of;
          n = 0;
        }
      if (n++ < max_of_word)
        g_ptr_array_add (picked, widening);
    }
  return picked;
}
