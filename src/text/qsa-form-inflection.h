/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-form-list.h"

G_BEGIN_DECLS

/* Private to text/: sound plurals and duals, nisba, possessives, and the singular of a plural. All off: they
 * are shown to be added by hand. Broken plurals are no matter of rules. At most a dozen, the commonest.
 * @readings: of QsaFormReading. @is_known: the table of spellings knows the word, as no plural. */
void qsa_form_list_add_inflections (QsaFormList *list, GArray *readings,
                                    gboolean is_known);

G_END_DECLS
