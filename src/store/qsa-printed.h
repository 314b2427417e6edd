/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-term-reader.h"

G_BEGIN_DECLS

/* Internal to store. The index holds letters, not characters: what prints just these, tashkeel and tatweel
 * included, is found by looking at the texts. */

/* Whether @text (valid UTF-8, may be NULL) prints @printed at word borders; white space in it stands
 * for any white space. Nothing is printed nowhere. */
gboolean qsa_printed_is_in (const char *printed, const char *text);

/* Those of @candidates whose title, standfirst or body, or only title, prints @printed. Reads them one by
 * one: cancellable at each. NULL with @error. */
QsaPosting *qsa_printed_sift (const QsaTermReader *reader, QsaPosting *candidates,
                              const char *printed, gboolean in_title, GError **error);

G_END_DECLS
