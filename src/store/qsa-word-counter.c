/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-word-counter.h"

#include <string.h>

#define INITIAL_SLOTS 4096u

typedef struct
{
  gsize start_byte; /* in the arena */
  guint32 word_bytes;
  guint32 hash;
  guint32 articles; /* 0: the slot is free */
  guint32 last_article;
} QsaCountedWord;

struct _QsaWordCounter
{
  GByteArray *arena;
  QsaCountedWord *slots;
  guint n_slots; /* a power of two */
  guint n_used;
  guint32 article;
};

/* FNV-1a: short keys, no seed needed since the words of one batch are no attack surface worth a
 * slower hash; the table grows at half load. */
static guint32
qsa_word_counter_hash (const char *word, gsize word_bytes)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < word_bytes; i++)
    hash = (hash ^ (guint8) word[i]) * 16777619u;
  return hash ^ (hash >> 15);
}

static QsaCountedWord *
qsa_word_counter_find (QsaWordCounter *counter, const char *word, gsize word_bytes,
                       guint32 hash)
{
  for (guint at = hash & (counter->n_slots - 1);; at = (at + 1) & (counter->n_slots - 1))
    {
      QsaCountedWord *slot = &counter->slots[at];

      if (slot->articles == 0)
        return slot;
      if (slot->hash == hash && slot->word_bytes == word_bytes
          && memcmp (counter->arena->data + slot->start_byte, word, word_bytes) == 0)
        return slot;
    }
}

static void
qsa_word_counter_grow (QsaWordCounter *counter)
{
  g_autofree QsaCountedWord *old = g_steal_pointer (&counter->slots);
  guint n_old = counter->n_slots;

  counter->n_slots = n_old * 2;
  counter->slots = g_new0 (QsaCountedWord, counter->n_slots);
  for (guint i = 0; i < n_old; i++)
    {
      guint at = old[i].hash & (counter->n_slots - 1);

      if (old[i].articles == 0)
        continue;
      while (counter->slots[at].articles != 0)
        at = (at + 1) & (counter->n_slots - 1);
      counter->slots[at] = old[i];
    }
}

QsaWordCounter *
qsa_word_counter_new (void)
{
  QsaWordCounter *counter = g_new0 (QsaWordCounter, 1);

  counter->arena = g_byte_array_new ();
  counter->n_slots = INITIAL_SLOTS;
  counter->slots = g_new0 (QsaCountedWord, INITIAL_SLOTS);
  counter->article = 1;
  return counter;
}

void
qsa_word_counter_free (QsaWordCounter *counter)
{
  if (counter == NULL)
    return;
  g_byte_array_unref (counter->arena);
  g_free (counter->slots);
  g_free (counter);
}

void
qsa_word_counter_next_article (QsaWordCounter *counter)
{
  g_return_if_fail (counter != NULL);

  counter->article++;
}

void
qsa_word_counter_add (QsaWordCounter *counter, const char *word, gsize word_bytes)
{
  guint32 hash;
  QsaCountedWord *slot;

  g_return_if_fail (counter != NULL);
  g_return_if_fail (word_bytes <= G_MAXUINT32);

  hash = qsa_word_counter_hash (word, word_bytes);
  slot = qsa_word_counter_find (counter, word, word_bytes, hash);
  if (slot->articles == 0)
    {
      slot->start_byte = counter->arena->len;
      slot->word_bytes = (guint32) word_bytes;
      slot->hash = hash;
      g_byte_array_append (counter->arena, (const guint8 *) word, (guint) word_bytes);
      counter->n_used++;
    }
  else if (slot->last_article == counter->article)
    return;
  slot->articles++;
  slot->last_article = counter->article;
  if (counter->n_used > counter->n_slots / 2)
    qsa_word_counter_grow (counter);
}

GHashTable *
qsa_word_counter_to_table (QsaWordCounter *counter)
{
  GHashTable *table;

  g_return_val_if_fail (counter != NULL, NULL);

  table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < counter->n_slots; i++)
    {
      const QsaCountedWord *slot = &counter->slots[i];

      if (slot->articles > 0)
        g_hash_table_insert (table,
                             g_strndup ((const char *) counter->arena->data
                                            + slot->start_byte,
                                        slot->word_bytes),
                             GUINT_TO_POINTER (slot->articles));
    }
  return table;
}
