/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-date.h"
#include "qsa-db.h"
#include "qsa-term-cache.h"

G_BEGIN_DECLS

/* A library of generated articles: words of a Zipf distribution with clitics and house spellings,
 * outlets, dates of every precision, states. The same seed makes the same library. */
typedef struct
{
  guint32 id;
  guint32 outlet_id; /* 0 when unknown */
  QsaDate date;
  char *title;
  char *standfirst; /* or NULL */
  char *body;
  guint words;
  gboolean read;
  gboolean starred;
} QsaTestArticle;

void qsa_test_article_free (QsaTestArticle *article);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaTestArticle, qsa_test_article_free)

typedef struct _QsaTestGenerator QsaTestGenerator;

QsaTestGenerator *qsa_test_generator_new (guint32 seed, guint n_stems, guint n_outlets,
                                          guint n_body_words);
void qsa_test_generator_free (QsaTestGenerator *generator);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaTestGenerator, qsa_test_generator_free)

GRand *qsa_test_generator_get_rand (QsaTestGenerator *generator);
QsaTestArticle *qsa_test_generator_next (QsaTestGenerator *generator, guint32 id);
/* One word as an article may print it, with clitics; a stem by @rank (0 the commonest) when it is
 * not negative. */
void qsa_test_generator_append_word (QsaTestGenerator *generator, GString *text,
                                     int rank);
/* The bare stem. */
const char *qsa_test_generator_get_stem (QsaTestGenerator *generator, guint rank);

/* Writing, on a connection whose schema is there. */
void qsa_test_archive_add_outlets (QsaDb *db, guint n_outlets);
/* Between begin and end, in one transaction each; end writes the vocabulary. */
void qsa_test_archive_begin (QsaDb *db);
void qsa_test_archive_insert (QsaDb *db, const QsaTestArticle *article);
void qsa_test_archive_end (QsaDb *db);
/* Takes an article out of every table; inside begin and end. */
void qsa_test_archive_delete (QsaDb *db, const QsaTestArticle *article);

G_END_DECLS
