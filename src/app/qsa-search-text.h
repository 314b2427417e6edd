/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-session.h"

G_BEGIN_DECLS

/* How the window speaks about searches. Pure. */

/* A query or a part of it inside a sentence, in the order in which the search entry shows it (that of its
 * first strong letter: title:قمر is left to right). Free with g_free(). */
char *qsa_search_text_isolate (const char *query);

/* A sentence of the interface that may begin with a word of the other direction: it keeps the order of the
 * interface. Free with g_free(). */
char *qsa_search_text_direct (const char *sentence);

/* "+1,204", in this order in every direction. Free with g_free(). */
char *qsa_search_text_more (guint n);

/* "1,204 articles", and how many of them are selected when that is more than one. Free with g_free(). */
char *qsa_search_text_count (guint n_listed, guint n_selected);

/* The words of a button that takes the filters away, with what that would find when it is known. Free with
 * g_free(). */
char *qsa_search_text_without_filter (QsaResult *result);

/* Why nothing was found and what to try; "" when nothing was asked. */
const char *qsa_search_text_advise (QsaSession *session);

G_END_DECLS
