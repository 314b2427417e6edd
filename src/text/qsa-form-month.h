/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-form-list.h"

G_BEGIN_DECLS

/* Private to text/: a month in the other systems of names, تموز for يوليو. Only where a day or a year
 * stands beside it, since many of the names are words too; and never the parties of 8 and 14 آذار. */

/* Words @first up to @first + @n_words of the run of @n_run words: one name (كانون الثاني), or the same
 * month twice (تموز يوليو). Nothing is added when they are no month. */
void qsa_form_list_add_months (QsaFormList *list, const QsaFormWord *run, guint n_run,
                               guint first, guint n_words, QsaFormScope scope);

G_END_DECLS
