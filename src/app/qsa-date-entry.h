/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-date.h"

G_BEGIN_DECLS

/* An entry for a year, a month or a day: "2021", "2021-12", "2021-12-08", also with Arabic-Indic
 * digits and with / . or spaces between the parts. What cannot be read as a date is said in words
 * and changes nothing. Main thread.
 *
 * Properties: "message" (string, read-only: what is wrong, NULL when all is well).
 * Signal "date-changed": the user gave another date, or emptied the entry; read it with
 *   qsa_date_entry_get_date(). Emitted while typing as soon as what stands there is a date. */
#define QSA_TYPE_DATE_ENTRY (qsa_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (QsaDateEntry, qsa_date_entry, QSA, DATE_ENTRY, GtkEntry)

GtkWidget *qsa_date_entry_new (void);

/* Undated empties the entry. What the user is typing is left alone when it means the same. */
void qsa_date_entry_set_date (QsaDateEntry *self, const QsaDate *date);
/* The last date that could be read; undated when empty. */
QsaDate qsa_date_entry_get_date (QsaDateEntry *self);

const char *qsa_date_entry_get_message (QsaDateEntry *self);
/* A fault that only the surroundings know, such as an end before its beginning; NULL to clear. */
void qsa_date_entry_set_message (QsaDateEntry *self, const char *message);

G_END_DECLS
