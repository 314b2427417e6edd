/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-date.h"

G_BEGIN_DECLS

/* A date as a person types it into a form, and what the program understood. Pure. */

/* Reads a year, a month or a day: "2021", "2021-12", "12/2021", "2021-12-08", "8/12/2021", "ديسمبر
 * 2021", and every stamp of the press (qsa_date_parse_stamp()), with any kind of digits. FALSE
 * leaves @date undated: no guess is made. */
gboolean qsa_date_reading_parse (const char *text, QsaDate *date);

/* What was understood, with its precision: "December 2021 (month only)". Free with g_free(). */
char *qsa_date_reading_describe (const QsaDate *date);

G_END_DECLS
