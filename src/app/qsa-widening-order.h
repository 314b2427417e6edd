/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-result.h"

G_BEGIN_DECLS

/* The places of the widening chips: while the text of the query stays, every form keeps the place where it
 * was first shown, also when it is switched off or its count changes; new forms come at the end of their
 * word. Pure but for what it remembers. */
typedef struct _QsaWideningOrder QsaWideningOrder;

QsaWideningOrder *qsa_widening_order_new (void);
void qsa_widening_order_free (QsaWideningOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaWideningOrder, qsa_widening_order_free)

/* @widenings (QsaWidening) word by word, each in its place. At a new @query_text the first form that is off
 * is moved up to where @max of a word still show it. GPtrArray of borrowed QsaWidening. */
GPtrArray *qsa_widening_order_arrange (QsaWideningOrder *order, const char *query_text,
                                       GPtrArray *widenings);

/* How many forms of each word, and of all, are shown before "more": what fits in two lines of the pane. */
guint qsa_widening_order_max_of_word (GPtrArray *widenings);
guint qsa_widening_order_max_of_all (GPtrArray *widenings);

/* Those of @arranged that are shown with at most @max_of_word of each word and @max_of_all in all. GPtrArray
 * of borrowed QsaWidening. */
GPtrArray *qsa_widening_order_pick (GPtrArray *arranged, guint max_of_word,
                                    guint max_of_all);

G_END_DECLS
