/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-query.h"
#include "qsa-scanner.h"

G_BEGIN_DECLS

/* Internal to model: building and comparing the nodes of a query. */

QsaQueryNode *qsa_query_node_new (QsaNodeKind kind);
void qsa_query_node_free (QsaQueryNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaQueryNode, qsa_query_node_free)

/* @typed: the text that @token was cut from. */
void qsa_query_node_add_word (QsaQueryNode *node, const char *typed,
                              const QsaToken *token);

/* Takes @child; children of a child of the same kind move up. */
void qsa_query_node_add_child (QsaQueryNode *node, QsaQueryNode *child);

/* Takes @child: a NOT around it, or what the NOT that @child is negates. */
QsaQueryNode *qsa_query_node_negate (QsaQueryNode *child);

gboolean qsa_query_node_equal (const QsaQueryNode *a, const QsaQueryNode *b);
void qsa_query_node_print (const QsaQueryNode *node, GString *line);

G_END_DECLS
