/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-form-list.h"
#include "qsa-form-variant.h"

G_BEGIN_DECLS

/* Private to text/: what some write joined and others apart: عبدالله, مازال, ابوظبي, بنلادن. */

/* "عبد الله" of عبدالله. */
void qsa_form_list_add_apart (QsaFormList *list, const QsaFormWord *word,
                              QsaFormScope scope);

/* عبدالله of "عبد الله", ابا and ابي of "ابو مازن": all @n_words words are one name. */
void qsa_form_list_add_joined (QsaFormList *list, const QsaFormWord *words, guint n_words,
                               QsaFormScope scope);

G_END_DECLS
