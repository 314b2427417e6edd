/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-session.h"

G_BEGIN_DECLS

/* What the search entry offers to complete what is being typed: earlier searches, words of the archive,
 * outlets, fields and their values. Main thread; the words come asynchronously. */

typedef enum
{
  QSA_PROPOSAL_HISTORY, /* a whole earlier search */
  QSA_PROPOSAL_WORD,
  QSA_PROPOSAL_OUTLET,
  QSA_PROPOSAL_AUTHOR,
  QSA_PROPOSAL_FIELD, /* "title:" */
  QSA_PROPOSAL_VALUE, /* of is: and date: */
} QsaProposalKind;

typedef struct
{
  QsaProposalKind kind;
  char *label;  /* to show */
  char *insert; /* what stands in the text between start_byte and end_byte afterwards */
  gsize start_byte; /* of the text that was asked about */
  gsize end_byte;
  guint articles; /* that hold it; 0 when that is not counted */
} QsaProposal;

void qsa_proposal_free (QsaProposal *proposal);

/* @text with the proposal taken, *caret_chars (characters) behind it. Free with g_free(). */
char *qsa_proposal_apply (const QsaProposal *proposal, const char *text,
                          guint *caret_chars);

/* For @text with the caret at @caret_byte. Empty text is offered earlier searches. */
void qsa_proposals_async (QsaSession *session, const char *text, gsize caret_byte,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data);
/* GPtrArray of QsaProposal, the likeliest first; empty when there is nothing to offer. Errors:
 * G_IO_ERROR_CANCELLED and those of the library. */
GPtrArray *qsa_proposals_finish (GAsyncResult *result, GError **error);

G_END_DECLS
