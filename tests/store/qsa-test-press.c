/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-press.h"

#include <string.h>

#define N_WORDS 100000u
/* Of Zipf and Mandelbrot: the commonest word makes 3.5 in 100. */
#define RANK_OFFSET 2.7
#define WORDS_OF_A_PARAGRAPH 45
/* 2009-01-01 and 2023-12-31, in days since 1970-01-01. */
#define FIRST_DAY 14245
#define LAST_DAY 19722

typedef struct
{
  char *printed;
  char *
      bare; /* without hamza, ه for ة: another house's spelling; the same when there is none */
  gsize printed_bytes;
  gsize bare_bytes;
  double cumulated;
} QsaTestWord;

struct _QsaTestPress
{
  GRand *rand;
  QsaTestWord *words; /* N_WORDS, by rank */
  guint32 *guide;     /* N_WORDS: the first rank for each part of 0..1 */
  guint n_body_words;
};

/* A choice among strings, the first of which are the likelier ones. */
typedef struct
{
  const char *text;
  guint8 share; /* of 100 */
} QsaTestShare;

static const char *const particles[QSA_TEST_PRESS_N_PARTICLES] = {
  "في",  "من", "على", "إلى", "أن", "عن", "التي", "الذي", "هذا", "ما", "لا",  "مع",  "بعد",
  "كان", "قد", "هذه", "كما", "لم", "أو", "منذ",  "خلال", "بين", "كل", "غير", "حيث",
};

static const QsaTestShare letters[] = {
  { "ا", 13 }, { "ر", 8 }, { "م", 8 }, { "ن", 7 }, { "ي", 7 }, { "ل", 6 },
  { "ت", 6 },  { "ع", 5 }, { "د", 5 }, { "س", 5 }, { "ق", 4 }, { "ح", 4 },
  { "و", 4 },  { "ب", 3 }, { "ف", 3 }, { "ج", 3 }, { "ش", 2 }, { "ص", 2 },
  { "خ", 2 },  { "ط", 1 }, { "ض", 1 }, { "غ", 1 },
};
static const QsaTestShare first_letters[] = {
  { "م", 14 }, { "أ", 10 }, { "ت", 9 }, { "ا", 7 }, { "إ", 3 }, { "س", 6 }, { "ح", 6 },
  { "ع", 6 },  { "ر", 5 },  { "ق", 5 }, { "ن", 5 }, { "ش", 4 }, { "ج", 4 }, { "ص", 3 },
  { "ط", 3 },  { "خ", 3 },  { "د", 3 }, { "غ", 2 }, { "ض", 1 }, { "ز", 1 },
};
static const QsaTestShare endings[] = {
  { "", 55 },  { "ة", 17 }, { "ية", 5 }, { "ي", 7 },  { "ات", 6 },
  { "ين", 5 }, { "ى", 2 },  { "ء", 1 },  { "ون", 2 },
};
static const QsaTestShare conjunctions[] = { { "", 78 }, { "و", 19 }, { "ف", 3 } };
static const QsaTestShare clitics[] = {
  { "", 40 }, { "ال", 34 }, { "ب", 7 }, { "ل", 7 }, { "بال", 5 }, { "لل", 5 }, { "ك", 2 },
};
static const QsaTestShare spaces[] = { { " ", 88 }, { "، ", 7 }, { ". ", 5 } };

static const char *
press_choose (GRand *rand, const QsaTestShare *shares, gsize n_shares)
{
  int at = g_rand_int_range (rand, 0, 100);

  for (gsize i = 0; i < n_shares; i++)
    if ((at -= shares[i].share) < 0)
      return shares[i].text;
  return shares[0].text;
}

#define CHOOSE(rand, from) press_choose (rand, from, G_N_ELEMENTS (from))

static char *
press_make_word (GRand *rand)
{
  g_autoptr (GString) word = g_string_new (CHOOSE (rand, first_letters));

  for (int n = g_rand_int_range (rand, 2, 5); n > 0; n--)
    g_string_append (word, CHOOSE (rand, letters));
  g_string_append (word, CHOOSE (rand, endings));
  return g_string_free (g_steal_pointer (&word), FALSE);
}

static char *
press_make_bare (const char *printed)
{
  g_autoptr (GString) bare = g_string_new (printed);

  g_string_replace (bare, "أ", "ا", 0);
  g_string_replace (bare, "إ", "ا", 0);
  if (g_str_has_suffix (printed, "ة"))
    g_string_replace (bare, "ة", "ه", 0);
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

static void
press_make_words (QsaTestPress *press)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  double sum = 0;

  for (guint rank = 0; rank < N_WORDS;)
    {
      QsaTestWord *word = &press->words[rank];
      g_autofree char *printed = rank < QSA_TEST_PRESS_N_PARTICLES
                                     ? g_strdup (particles[rank])
                                     : press_make_word (press->rand);

      if (g_hash_table_contains (known, printed))
        continue;
      sum += 1.0 / (rank + RANK_OFFSET);
      word->printed = g_steal_pointer (&printed);
      word->bare = press_make_bare (word->printed);
      word->printed_bytes = strlen (word->printed);
      word->bare_bytes = strlen (word->bare);
      word->cumulated = sum;
      g_hash_table_add (known, word->printed);
      rank++;
    }
  for (guint rank = 0; rank < N_WORDS; rank++)
    press->words[rank].cumulated /= sum;
}

QsaTestPress *
qsa_test_press_new (guint32 seed, guint n_body_words)
{
  QsaTestPress *press = g_new0 (QsaTestPress, 1);
  guint32 rank = 0;

  press->rand = g_rand_new_with_seed (seed);
  press->words = g_new0 (QsaTestWord, N_WORDS);
  press->guide = g_new0 (guint32, N_WORDS);
  press->n_body_words = n_body_words;
  press_make_words (press);
  for (guint i = 0; i < N_WORDS; i++)
    {
      while (press->words[rank].cumulated < (double) i / N_WORDS)
        rank++;
      press->guide[i] = rank;
    }
  return press;
}

void
qsa_test_press_free (QsaTestPress *press)
{
  for (guint i = 0; i < N_WORDS; i++)
    {
      g_free (press->words[i].printed);
      g_free (press->words[i].bare);
    }
  g_free (press->words);
  g_free (press->guide);
  g_rand_free (press->rand);
  g_free (press);
}

const char *
qsa_test_press_get_word (QsaTestPress *press, guint rank)
{
  g_assert (rank < N_WORDS);

  return press->words[rank].printed;
}

static guint
press_random_rank (QsaTestPress *press)
{
  double at = g_rand_double (press->rand);
  guint rank = press->guide[(guint) (at * N_WORDS)];

  while (rank < N_WORDS - 1 && press->words[rank].cumulated < at)
    rank++;
  return rank;
}

static void
press_append_word (QsaTestPress *press, GString *text, gboolean bare)
{
  guint rank = press_random_rank (press);
  const QsaTestWord *word = &press->words[rank];

  g_string_append (text, CHOOSE (press->rand, conjunctions));
  if (rank >= QSA_TEST_PRESS_N_PARTICLES)
    g_string_append (text, CHOOSE (press->rand, clitics));
  g_string_append_len (text, bare ? word->bare : word->printed,
                       (gssize) (bare ? word->bare_bytes : word->printed_bytes));
}

static char *
press_make_text (QsaTestPress *press, guint n_words, gboolean bare)
{
  GString *text = g_string_sized_new (n_words * 12);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append (text, i % WORDS_OF_A_PARAGRAPH == 0
                                   ? ".\n"
                                   : CHOOSE (press->rand, spaces));
      press_append_word (press, text, bare);
    }
  return g_string_free (text, FALSE);
}

/* In 100 articles two have no date, two a month, one a year. */
static QsaDate
press_make_date (GRand *rand)
{
  int kind = g_rand_int_range (rand, 0, 100);
  QsaDate date = qsa_date_from_days (g_rand_int_range (rand, FIRST_DAY, LAST_DAY + 1),
                                     QSA_DATE_DAY);

  if (kind < 2)
    return (QsaDate) QSA_DATE_INIT;
  if (kind < 5)
    {
      date.precision = kind < 4 ? QSA_DATE_MONTH : QSA_DATE_YEAR;
      date.day = 0;
      if (date.precision == QSA_DATE_YEAR)
        date.month = 0;
    }
  else
    date.minute = (gint16) g_rand_int_range (rand, 0, 24 * 60);
  return date;
}

QsaTestArticle *
qsa_test_press_next (QsaTestPress *press, guint32 id)
{
  GRand *rand = press->rand;
  QsaTestArticle *article = g_new0 (QsaTestArticle, 1);
  gint32 n_body = (gint32) press->n_body_words;
  gboolean bare;

  article->id = id;
  article->outlet_id = (guint32) g_rand_int_range (rand, 1, QSA_TEST_PRESS_N_OUTLETS + 1);
  bare = article->outlet_id % 5 == 0;
  if (g_rand_int_range (rand, 0, 50) == 0)
    article->outlet_id = 0;
  article->date = press_make_date (rand);
  article->title = press_make_text (press, (guint) g_rand_int_range (rand, 5, 11), bare);
  if (g_rand_int_range (rand, 0, 3) == 0)
    article->standfirst = press_make_text (press, (guint) g_rand_int_range (rand, 8, 20),
                                           bare);
  article->words = (guint) g_rand_int_range (rand, n_body / 2, n_body * 3 / 2 + 1);
  article->body = press_make_text (press, article->words, bare);
  article->read = g_rand_int_range (rand, 0, 3) == 0;
  article->starred = g_rand_int_range (rand, 0, 50) == 0;
  return article;
}
