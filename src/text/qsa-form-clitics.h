/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-form-list.h"
#include "qsa-form-reading.h"

G_BEGIN_DECLS

/* Private to text/: forms of a word with other clitics, and with tanwin. */

/* All of them, of each of @readings. */
void qsa_form_list_add_clitics (QsaFormList *list, GArray *readings);

/* Those of a phrase's first word: {∅ و ف} · {∅ ب ل ك}, the article kept as it was typed. */
void qsa_form_list_add_proclitics (QsaFormList *list, const QsaFormWord *word,
                                   GArray *readings);

G_END_DECLS
