/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-emitter.h"

G_BEGIN_DECLS

/* JSON arrays, objects and lines of articles, one at a time; the mapping of names is in
 * qsa-json-fields.h. FALSE with QSA_ERROR_SYNTAX when nothing at all could be made of the file. */
gboolean qsa_json_read (QsaEmitter *emitter, GError **error);

G_END_DECLS
