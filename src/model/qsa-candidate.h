/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article.h"

G_BEGIN_DECLS

/* What extract found at one place of one file: an article, or the reason why there is none. The
 * hand-over from extract through importer to store. */
typedef struct
{
  QsaArticle *article; /* owned; NULL when error is set */
  GError *error;       /* owned; NULL when article is set */
  char *path;          /* owned; the file, NULL when pasted */
  guint index;         /* 0-based place in a file of many articles */
  guint line;          /* 1-based first line in the file */
  char *encoding;      /* owned; ICU/IANA name such as "UTF-8", "windows-1256" */
  GBytes *raw; /* owned; the article's own bytes as they came (its slice of the file) */
  GPtrArray *warnings; /* owned char*, in the user's language; never NULL */
} QsaCandidate;

QsaCandidate *qsa_candidate_new (const char *path, guint index);
void qsa_candidate_free (QsaCandidate *candidate);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaCandidate, qsa_candidate_free)

/* The fingerprint that makes two articles "exactly the same": SHA-256 over four fields, all equal:
 *   outlet   its name, or the domain when nobody knows the outlet
 *   title
 *   day      printed, with its precision; the time of day is left out
 *   body
 * Runs of white space count as one space, paragraph breaks too, and marks that print nothing
 * (direction marks, zero-width space, BOM) do not count: the same page saved twice is the same
 * article. Letters, tashkeel, tatweel, digits and punctuation count as printed, so a corrected
 * article is another one. Address, author, section and file do not count. Equal text of two outlets
 * is not a duplicate: agency copy matters to researchers. */
#define QSA_FINGERPRINT_BYTES 32
void qsa_article_fingerprint (const QsaArticle *article,
                              guint8 fingerprint[QSA_FINGERPRINT_BYTES]);

G_END_DECLS
