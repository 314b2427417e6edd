/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-form-list.h"
#include "qsa-variant-index.h"

G_BEGIN_DECLS

/* Private to text/: house spellings of a word, or of several that are one spelling. */

/* @word->folded may be several words, a space apart. Returns whether the table knows it. */
gboolean qsa_form_list_add_variants (QsaFormList *list, QsaVariantIndex *index,
                                     const QsaFormWord *word, QsaFormScope scope);

G_END_DECLS
