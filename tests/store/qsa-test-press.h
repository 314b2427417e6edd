/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-test-archive.h"

G_BEGIN_DECLS

/* Generated articles whose words are spread as those of the press are: a Zipf-Mandelbrot distribution
 * over 100,000 words, the commonest ones particles that take و and ف only, the others with and
 * without conjunction, preposition and article (the frequent ones in 20 to 24 forms, over 1,000,000 forms in a
 * million articles); outlets with house styles of hamza and ta marbuta, 15 years of dates. The letters are
 * random: no word is anybody's. The same seed makes the same articles. */
typedef struct _QsaTestPress QsaTestPress;

#define QSA_TEST_PRESS_N_OUTLETS 20u
/* Ranks below are particles. */
#define QSA_TEST_PRESS_N_PARTICLES 25u

/* @n_body_words: of an article on average. */
QsaTestPress *qsa_test_press_new (guint32 seed, guint n_body_words);
void qsa_test_press_free (QsaTestPress *press);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaTestPress, qsa_test_press_free)

QsaTestArticle *qsa_test_press_next (QsaTestPress *press, guint32 id);
/* The bare word by its rank, 0 the commonest; borrowed. */
const char *qsa_test_press_get_word (QsaTestPress *press, guint rank);

G_END_DECLS
