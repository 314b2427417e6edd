/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. Which rules of text analysis (QSA_TEXT_ANALYSIS_VERSION) a library's index was made
 * with: a number in `meta`, and in the name of the index's table. */

/* On the writing connection, after the schema is right. An index of older rules is made anew, with the
 * vocabulary, in one transaction; a cancelled one leaves all as it was. Errors: QSA_ERROR_TOO_NEW. */
gboolean qsa_analysis_prepare (QsaDb *db, GError **error);

/* For libraries opened to be read: QSA_ERROR_READ_ONLY when the index is of older rules,
 * QSA_ERROR_TOO_NEW. */
gboolean qsa_analysis_check (QsaDb *db, GError **error);

G_END_DECLS
