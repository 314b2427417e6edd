/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-date.h"

G_BEGIN_DECLS

/* How the window says things to people: dates, counts, what nobody knows. In the user's language,
 * with Latin digits in every locale (one kind of digits in a window). Pure. */

/* "8 December 2021", "December 2021", "2021" or "Undated". Free with g_free(). */
char *qsa_display_date (const QsaDate *date);

/* "March 2021 – May 2021", one period when both are the same, "since 2019", "until 2020"; NULL when
 * both ends are open. Free with g_free(). */
char *qsa_display_date_range (const QsaDate *from, const QsaDate *to);

/* "1,204 articles", the noun following the number. Free with g_free(). */
char *qsa_display_n_articles (guint n);

/* @name, or "Unknown outlet" when NULL. */
const char *qsa_display_outlet (const char *name);

/* @text so that it keeps its order inside a line of the other direction. Free with g_free(). */
char *qsa_display_isolate (const char *text);

/* GTK takes the base direction from the first strong letter, the reader's eye from the majority:
 * a mark is put in front where the two differ. *mark_bytes (may be NULL) is what byte offsets of
 * @text must be moved by. Free with g_free(). */
char *qsa_display_directed (const char *text, gsize *mark_bytes);

G_END_DECLS
