/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Holds a list model to its promises; any breach fails the test at once.
 *
 * Every items-changed is checked against a shadow copy: it lies within the list, the length follows,
 * what is outside of it is the same objects as before, what is inside is of the item type, and there
 * is nothing past the end. The shadow holds a reference to every item, so that the identity of lazily
 * made ones can be asked for. */
typedef struct _QsaListModelValidator QsaListModelValidator;

/* A reference is taken. */
QsaListModelValidator *qsa_list_model_validator_new (GListModel *model);
void qsa_list_model_validator_free (QsaListModelValidator *validator);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaListModelValidator, qsa_list_model_validator_free)

/* Asks for every item again: nothing changed without a signal. */
void qsa_list_model_validator_check (QsaListModelValidator *validator);

/* How often items-changed came. */
guint qsa_list_model_validator_get_n_changes (QsaListModelValidator *validator);

G_END_DECLS
