/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-emitter.h"

G_BEGIN_DECLS

/* The raw text of one page: title, fields, body, and what was removed. A file is one article. */
gboolean qsa_scrape_read (QsaEmitter *emitter, GError **error);

G_END_DECLS
