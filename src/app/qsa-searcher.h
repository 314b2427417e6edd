/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-library.h"

G_BEGIN_DECLS

/* Internal to QsaSession: one question at a time. A new question cancels the older one, whose
 * answer is dropped by identity if it arrives all the same; several questions of one turn of the
 * main loop become one search; a renewal waits for the running search instead of cutting it off,
 * so that a long import cannot starve the list. Main thread.
 *
 * Property "searching" (boolean, read-only).
 * Signals: "answered" (pointer QsaResult, boolean renewal): @renewal when the question is the same
 *            as that of the last answer;
 *          "failed" (string). */
#define QSA_TYPE_SEARCHER (qsa_searcher_get_type ())
G_DECLARE_FINAL_TYPE (QsaSearcher, qsa_searcher, QSA, SEARCHER, GObject)

QsaSearcher *qsa_searcher_new (QsaLibrary *library);

/* Takes a reference. */
void qsa_searcher_ask (QsaSearcher *self, QsaSearchRequest *request);
/* The same question again. */
void qsa_searcher_renew (QsaSearcher *self);
gboolean qsa_searcher_get_searching (QsaSearcher *self);
/* No answer arrives after this. */
void qsa_searcher_stop (QsaSearcher *self);

G_END_DECLS
