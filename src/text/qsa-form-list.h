/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-form-evidence.h"

G_BEGIN_DECLS

/* Private to text/: the forms of one unit while they are collected. */

/* How far the forms of a unit go. */
typedef enum
{
  QSA_FORM_SCOPE_ALL,   /* every clitic and ending */
  QSA_FORM_SCOPE_FIRST, /* و ف ب ل ك; article and ending as typed */
  QSA_FORM_SCOPE_SAME,  /* clitics and ending as typed */
} QsaFormScope;

typedef struct
{
  QsaFormEvidence *evidence; /* borrowed */
  GHashTable *by_form;       /* owned; borrowed folded -> borrowed form */
  GPtrArray *forms;          /* owned; of QsaForm */
} QsaFormList;

void qsa_form_list_init (QsaFormList *list, QsaFormEvidence *evidence);
/* Takes @folded. Left out when the vocabulary does not hold it, unless typed; of one added before only @on
 * counts. Returns whether the list has it. */
gboolean qsa_form_list_take (QsaFormList *list, char *folded, QsaFormKind kind,
                             gboolean on);
/* How the form is printed, when it has no printed form yet. */
void qsa_form_list_set_printed (QsaFormList *list, const char *folded,
                                const char *printed);
/* @words with {∅ و ف} · {∅ ب ل ك} before them, on; in the scope SAME with @conjunction and @prefix only. */
void qsa_form_list_add_with_clitics (QsaFormList *list, const char *words,
                                     QsaFormKind kind, QsaFormScope scope,
                                     const char *conjunction,
                                     const QsaFormPrefix *prefix);
/* Clears @list. The typed one first, the others by articles. */
GPtrArray *qsa_form_list_finish (QsaFormList *list);

G_END_DECLS
