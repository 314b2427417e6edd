/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-form-evidence.h"

G_BEGIN_DECLS

/* Private to text/: the forms of one unit while they are collected. */

typedef struct
{
  QsaFormEvidence *evidence; /* borrowed */
  GHashTable *by_form;       /* owned; borrowed folded -> borrowed form */
  GPtrArray *forms;          /* owned; of QsaForm */
} QsaFormList;

void qsa_form_list_init (QsaFormList *list, QsaFormEvidence *evidence);
/* Takes @folded. Left out when the vocabulary does not hold it, unless typed; of one added before only @on
 * counts. */
void qsa_form_list_take (QsaFormList *list, char *folded, QsaFormKind kind, gboolean on);
/* Clears @list. The typed one first, the others by articles. */
GPtrArray *qsa_form_list_finish (QsaFormList *list);

G_END_DECLS
