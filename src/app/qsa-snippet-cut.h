/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-matcher.h"

G_BEGIN_DECLS

/* A list row shows one or two lines of a snippet: its first hit must be among the first
 * @max_lead_chars characters, or nobody sees it. Returns a copy: as it is when that is so already
 * (or there are no hits), else one that begins, at a word border, shortly before the first hit, with
 * "…" in front. Free with qsa_snippet_free(). Pure. */
QsaSnippet *qsa_snippet_cut (const QsaSnippet *snippet, guint max_lead_chars);

G_END_DECLS
