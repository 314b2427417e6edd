/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to text/. The Gregorian day, as days since 1970-01-01, of a day in the Umm al-Qura
 * calendar; FALSE when there is no such day. Right for 402 of 408 dual dates in the press, where
 * the tabular calendar is right for 16 (HACKING.md, "Dates"). */
gboolean qsa_hijri_to_days (int year, int month, int day, gint32 *days);

G_END_DECLS
