/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-extract.h"

G_BEGIN_DECLS

/* What the extractor found in one text or file. */
typedef struct
{
  GPtrArray *candidates; /* owned; QsaCandidate */
  GError *error;         /* owned; NULL when extraction succeeded */
} QsaTestExtract;

/* @path may be NULL. The outlet table is the shipped one. */
QsaTestExtract *qsa_test_extract_bytes (const char *path, const void *data,
                                        gsize data_bytes);
QsaTestExtract *qsa_test_extract_text (const char *path, const char *text);
QsaTestExtract *qsa_test_extract_file (const char *path);
void qsa_test_extract_free (QsaTestExtract *extract);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaTestExtract, qsa_test_extract_free)

/* The candidate at @index, which must be there; its article, which must be there; its error, which
 * must be there. */
QsaCandidate *qsa_test_extract_candidate (QsaTestExtract *extract, guint index);
QsaArticle *qsa_test_extract_article (QsaTestExtract *extract, guint index);
const GError *qsa_test_extract_error (QsaTestExtract *extract, guint index);

/* The first block of @kind from @from on whose text contains @needle; NULL when there is none. */
const QsaBlock *qsa_test_find_block (const QsaArticle *article, QsaBlockKind kind,
                                     const char *needle);

/* The text of the @index-th heading, NULL when there are fewer. Free with g_free(). */
char *qsa_test_dup_heading (const QsaArticle *article, guint index);

G_END_DECLS
