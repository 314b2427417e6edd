/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-posting.h"

#include <string.h>

#define WORD_BITS 64u

/* Either bits or ids is set:
 *
 *   bits  bit (id % 64) of word (id / 64)       max_id / 8 bytes
 *   ids   ascending                             4 bytes an id
 *
 * so ids are the smaller form below one article in 32.
 */
struct _QsaPosting
{
  gatomicrefcount references;
  guint size;
  guint n_words; /* of bits */
  guint64 *bits;
  guint32 *ids;
  guint8 *weights; /* or NULL */
};

static QsaPosting *
qsa_posting_alloc (void)
{
  QsaPosting *posting = g_new0 (QsaPosting, 1);

  g_atomic_ref_count_init (&posting->references);
  return posting;
}

static guint
qsa_posting_words_for (guint32 max_id)
{
  return max_id / WORD_BITS + 1;
}

static inline void
qsa_posting_set_bit (guint64 *bits, guint32 id)
{
  bits[id / WORD_BITS] |= G_GUINT64_CONSTANT (1) << (id % WORD_BITS);
}

static inline void
qsa_posting_clear_bit (guint64 *bits, guint32 id)
{
  bits[id / WORD_BITS] &= ~(G_GUINT64_CONSTANT (1) << (id % WORD_BITS));
}

static gboolean
qsa_posting_is_rare (guint size, guint n_words)
{
  return (guint64) size * sizeof (guint32) < (guint64) n_words * sizeof (guint64);
}

/* Takes @bits; chooses the smaller form. */
static QsaPosting *
qsa_posting_new_from_bits (guint64 *bits, guint n_words)
{
  QsaPosting *posting = qsa_posting_alloc ();

  for (guint i = 0; i < n_words; i++)
    posting->size += (guint) __builtin_popcountll (bits[i]);
  posting->bits = bits;
  posting->n_words = n_words;
  if (qsa_posting_is_rare (posting->size, n_words))
    {
      QsaPostingWalk walk = { 0 };
      guint32 *ids = g_new (guint32, MAX (posting->size, 1));

      qsa_posting_read (posting, &walk, ids, posting->size);
      g_clear_pointer (&posting->bits, g_free);
      posting->n_words = 0;
      posting->ids = ids;
    }
  return posting;
}

QsaPosting *
qsa_posting_new_weighted (GArray *ids, GArray *weights, guint32 max_id)
{
  QsaPosting *posting;
  guint n_words;

  g_return_val_if_fail (ids != NULL, NULL);
  g_return_val_if_fail (weights == NULL || weights->len == ids->len, NULL);

  posting = qsa_posting_alloc ();
  posting->size = ids->len;
  if (ids->len > 0)
    max_id = MAX (max_id, g_array_index (ids, guint32, ids->len - 1));
  n_words = qsa_posting_words_for (max_id);
  if (weights != NULL)
    {
      /* The empty set has weights too: NULL would say that nobody asked. */
      posting->weights = g_malloc (MAX (weights->len, 1));
      if (weights->len > 0)
        memcpy (posting->weights, weights->data, weights->len);
      g_array_unref (weights);
    }
  if (qsa_posting_is_rare (posting->size, n_words))
    {
      posting->ids = g_memdup2 (ids->data, (gsize) ids->len * sizeof (guint32));
    }
  else
    {
      posting->n_words = n_words;
      posting->bits = g_new0 (guint64, n_words);
      for (guint i = 0; i < ids->len; i++)
        qsa_posting_set_bit (posting->bits, g_array_index (ids, guint32, i));
    }
  g_array_unref (ids);
  return posting;
}

QsaPosting *
qsa_posting_new_from_ids (GArray *ids, guint32 max_id)
{
  return qsa_posting_new_weighted (ids, NULL, max_id);
}

QsaPosting *
qsa_posting_new_all (guint32 max_id)
{
  guint n_words = qsa_posting_words_for (max_id);
  guint64 *bits = g_new (guint64, n_words);

  memset (bits, 0xff, n_words * sizeof (guint64));
  qsa_posting_clear_bit (bits, 0);
  if (max_id % WORD_BITS != WORD_BITS - 1)
    bits[n_words - 1] &= (G_GUINT64_CONSTANT (1) << (max_id % WORD_BITS + 1)) - 1;
  return qsa_posting_new_from_bits (bits, n_words);
}

QsaPosting *
qsa_posting_ref (QsaPosting *posting)
{
  g_return_val_if_fail (posting != NULL, NULL);

  g_atomic_ref_count_inc (&posting->references);
  return posting;
}

void
qsa_posting_unref (QsaPosting *posting)
{
  g_return_if_fail (posting != NULL);

  if (!g_atomic_ref_count_dec (&posting->references))
    return;
  g_free (posting->bits);
  g_free (posting->ids);
  g_free (posting->weights);
  g_free (posting);
}

guint
qsa_posting_get_size (QsaPosting *posting)
{
  g_return_val_if_fail (posting != NULL, 0);

  return posting->size;
}

gboolean
qsa_posting_contains (QsaPosting *posting, guint32 id)
{
  guint low = 0, high;

  g_return_val_if_fail (posting != NULL, FALSE);

  if (posting->bits != NULL)
    return id / WORD_BITS < posting->n_words
           && (posting->bits[id / WORD_BITS] >> (id % WORD_BITS) & 1) != 0;
  for (high = posting->size; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (posting->ids[middle] < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low < posting->size && posting->ids[low] == id;
}

gsize
qsa_posting_get_memory_bytes (QsaPosting *posting)
{
  g_return_val_if_fail (posting != NULL, 0);

  return sizeof *posting + posting->n_words * sizeof (guint64)
         + (posting->ids != NULL ? posting->size * sizeof (guint32) : 0)
         + (posting->weights != NULL ? posting->size : 0);
}

const guint8 *
qsa_posting_get_weights (QsaPosting *posting)
{
  g_return_val_if_fail (posting != NULL, NULL);

  return posting->weights;
}

const guint64 *
qsa_posting_get_bits (QsaPosting *posting, guint *n_words)
{
  g_return_val_if_fail (posting != NULL && n_words != NULL, NULL);

  *n_words = posting->n_words;
  return posting->bits;
}

static guint
qsa_posting_read_ids (QsaPosting *posting, QsaPostingWalk *walk, guint32 *ids,
                      guint n_ids)
{
  guint n = MIN (n_ids, posting->size - walk->next);

  if (n > 0)
    memcpy (ids, posting->ids + walk->next, n * sizeof (guint32));
  walk->next += n;
  return n;
}

/* walk->next is one beyond the word whose bits remain. */
static guint
qsa_posting_read_bits (QsaPosting *posting, QsaPostingWalk *walk, guint32 *ids,
                       guint n_ids)
{
  guint n = 0;

  while (n < n_ids)
    {
      if (walk->remaining == 0)
        {
          if (walk->next >= posting->n_words)
            break;
          walk->remaining = posting->bits[walk->next++];
          continue;
        }
      ids[n++] = (walk->next - 1) * WORD_BITS + (guint) __builtin_ctzll (walk->remaining);
      walk->remaining &= walk->remaining - 1;
    }
  return n;
}

guint
qsa_posting_read (QsaPosting *posting, QsaPostingWalk *walk, guint32 *ids, guint n_ids)
{
  g_return_val_if_fail (posting != NULL && walk != NULL, 0);

  return posting->bits != NULL ? qsa_posting_read_bits (posting, walk, ids, n_ids)
                               : qsa_posting_read_ids (posting, walk, ids, n_ids);
}

/* The ids of the rare set @a that @b holds (@wanted TRUE) or does not hold. */
static QsaPosting *
qsa_posting_sift (QsaPosting *a, QsaPosting *b, gboolean wanted)
{
  QsaPosting *posting = qsa_posting_alloc ();

  g_assert (a->bits == NULL);

  posting->ids = g_new (guint32, MAX (a->size, 1));
  for (guint i = 0; i < a->size; i++)
    if (qsa_posting_contains (b, a->ids[i]) == wanted)
      posting->ids[posting->size++] = a->ids[i];
  return posting;
}

QsaPosting *
qsa_posting_and (QsaPosting *a, QsaPosting *b)
{
  guint n_words;
  guint64 *bits;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  if (a->bits == NULL && (b->bits != NULL || a->size <= b->size))
    return qsa_posting_sift (a, b, TRUE);
  if (b->bits == NULL)
    return qsa_posting_sift (b, a, TRUE);

  n_words = MIN (a->n_words, b->n_words);
  bits = g_new (guint64, n_words);
  for (guint i = 0; i < n_words; i++)
    bits[i] = a->bits[i] & b->bits[i];
  return qsa_posting_new_from_bits (bits, n_words);
}

QsaPosting *
qsa_posting_and_not (QsaPosting *a, QsaPosting *b)
{
  guint64 *bits;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  if (a->bits == NULL)
    return qsa_posting_sift (a, b, FALSE);

  bits = g_memdup2 (a->bits, a->n_words * sizeof (guint64));
  if (b->bits == NULL)
    {
      for (guint i = 0; i < b->size && b->ids[i] / WORD_BITS < a->n_words; i++)
        qsa_posting_clear_bit (bits, b->ids[i]);
    }
  else
    {
      for (guint i = 0; i < MIN (a->n_words, b->n_words); i++)
        bits[i] &= ~b->bits[i];
    }
  return qsa_posting_new_from_bits (bits, a->n_words);
}

static QsaPosting *
qsa_posting_merge_rare (QsaPosting *a, QsaPosting *b)
{
  QsaPosting *posting = qsa_posting_alloc ();
  guint i = 0, j = 0;

  posting->ids = g_new (guint32, MAX (a->size + b->size, 1));
  while (i < a->size && j < b->size)
    {
      guint32 id = MIN (a->ids[i], b->ids[j]);

      i += a->ids[i] == id;
      j += b->ids[j] == id;
      posting->ids[posting->size++] = id;
    }
  while (i < a->size)
    posting->ids[posting->size++] = a->ids[i++];
  while (j < b->size)
    posting->ids[posting->size++] = b->ids[j++];
  return posting;
}

static guint
qsa_posting_words_needed (QsaPosting *posting)
{
  if (posting->bits != NULL)
    return posting->n_words;
  return posting->size == 0 ? 0 : qsa_posting_words_for (posting->ids[posting->size - 1]);
}

static void
qsa_posting_add_to_bits (QsaPosting *posting, guint64 *bits)
{
  for (guint i = 0; i < posting->n_words; i++)
    bits[i] |= posting->bits[i];
  for (guint i = 0; posting->ids != NULL && i < posting->size; i++)
    qsa_posting_set_bit (bits, posting->ids[i]);
}

QsaPosting *
qsa_posting_or_all (GPtrArray *postings)
{
  guint n_words = 1;
  guint64 *bits;

  g_return_val_if_fail (postings != NULL, NULL);

  for (guint i = 0; i < postings->len; i++)
    n_words = MAX (n_words, qsa_posting_words_needed (postings->pdata[i]));
  bits = g_new0 (guint64, n_words);
  for (guint i = 0; i < postings->len; i++)
    qsa_posting_add_to_bits (postings->pdata[i], bits);
  return qsa_posting_new_from_bits (bits, n_words);
}

QsaPosting *
qsa_posting_or (QsaPosting *a, QsaPosting *b)
{
  gpointer pair[] = { a, b };
  GPtrArray both = { pair, 2 };

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  if (a->bits == NULL && b->bits == NULL)
    return qsa_posting_merge_rare (a, b);
  return qsa_posting_or_all (&both);
}
