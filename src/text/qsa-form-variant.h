/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-form-list.h"
#include "qsa-variant-index.h"

G_BEGIN_DECLS

/* Private to text/: house spellings of a word, or of several that are one spelling. */

typedef enum
{
  QSA_FORM_SCOPE_ALL,   /* every clitic and ending */
  QSA_FORM_SCOPE_FIRST, /* و ف ب ل ك; article and ending as typed */
  QSA_FORM_SCOPE_SAME,  /* clitics and ending as typed */
} QsaFormScope;

/* @word->folded may be several words, a space apart. Returns whether the table knows it. */
gboolean qsa_form_list_add_variants (QsaFormList *list, QsaVariantIndex *index,
                                     const QsaFormWord *word, QsaFormScope scope);

G_END_DECLS
