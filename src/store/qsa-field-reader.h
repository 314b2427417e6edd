/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-columns.h"
#include "qsa-outlet-table.h"
#include "qsa-query.h"
#include "qsa-term-reader.h"

G_BEGIN_DECLS

/* Internal to store. The articles of a field in a query (outlet: author: date: is: tag:), from the
 * columns and tables. Words are compared folded and whole; the last is the beginning of one when the
 * node says so. Nobody is a speaker yet: speaker: finds nothing. */

/* @node: QSA_NODE_FIELD; @outlets may be NULL: then no outlet is known. NULL with @error. */
QsaPosting *qsa_field_reader_get (const QsaTermReader *reader, QsaColumns *columns,
                                  QsaOutletTable *outlets, const QsaQueryNode *node,
                                  GError **error);

G_END_DECLS
