/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-date.h"

G_BEGIN_DECLS

/* A line that carries the time of publication, alone or among other short fields, as pages print it:
 * qsa_date_find_in_stamp_line() with what stands around a stamp on pages taken off, signs before it and
 * a time of change behind it ("نشر: … آخر تحديث: …"). On success *rest (transfer full, may be NULL)
 * is the line without the stamp, "|" in its place. Pure, any thread. */
gboolean qsa_stamp_line_read (const char *text, QsaDate *date, char **rest);

G_END_DECLS
