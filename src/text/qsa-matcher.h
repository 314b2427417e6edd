/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds a query's words and phrases in a text and gives byte ranges of the printed text, by the
 * same scanner that made the index. Immutable once built, so it may be shared between threads. */

typedef struct
{
  gsize start_byte;
  gsize end_byte;
  guint term; /* which added term matched, in order of addition */
} QsaMatch;

typedef enum
{
  QSA_MATCH_FOLDED,  /* compare folded forms */
  QSA_MATCH_SURFACE, /* compare the letters as printed */
  QSA_MATCH_PREFIX,  /* folded, the word begins with the form */
} QsaMatchMode;

typedef struct _QsaMatcher QsaMatcher;

QsaMatcher *qsa_matcher_new (void);
QsaMatcher *qsa_matcher_ref (QsaMatcher *matcher);
void qsa_matcher_unref (QsaMatcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaMatcher, qsa_matcher_unref)

/* While building (before the matcher is shared): one term of one or more consecutive words; each
 * word is a NULL-terminated list of alternative forms. */
void qsa_matcher_add_word (QsaMatcher *matcher, QsaMatchMode mode,
                           const char *const *forms);
void qsa_matcher_add_phrase (QsaMatcher *matcher, QsaMatchMode mode,
                             const char *const *const *words, guint n_words);
/* A further way to say the term added last: another number of words (عبدالله for عبد الله), another mode.
 * Its matches are of that term. */
void qsa_matcher_add_alternative (QsaMatcher *matcher, QsaMatchMode mode,
                                  const char *const *const *words, guint n_words);
gboolean qsa_matcher_is_empty (QsaMatcher *matcher);

/* GArray of QsaMatch by start_byte, without overlaps (the longer wins; of two terms with the same
 * range the one added first). Never NULL. */
GArray *qsa_matcher_find (QsaMatcher *matcher, const char *text, gssize text_bytes);

typedef struct
{
  char *text;      /* owned, valid UTF-8, one line; … where it was cut */
  GArray *matches; /* QsaMatch, byte ranges of @text */
} QsaSnippet;

void qsa_snippet_free (QsaSnippet *snippet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaSnippet, qsa_snippet_free)

/* The passage of @body of about @max_chars characters that holds the most different terms, cut
 * at word borders; the beginning when nothing matches or @matcher is NULL. */
QsaSnippet *qsa_snippet_new (const char *body, gssize body_bytes, QsaMatcher *matcher,
                             guint max_chars);

G_END_DECLS
