/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-edit-history.h"
#include "qsa-outlet-facet.h"
#include "qsa-searcher.h"
#include "qsa-session.h"

G_BEGIN_DECLS

/* Shared by qsa-session.c (the object and its public face), qsa-session-question.c (what is asked) and
 * qsa-session-search.c (asking, answers and what is open). */

enum
{
  QSA_SESSION_PROP_0,
  QSA_SESSION_PROP_LIBRARY,
  QSA_SESSION_PROP_QUERY_TEXT,
  QSA_SESSION_PROP_FILTER,
  QSA_SESSION_PROP_SORT,
  QSA_SESSION_PROP_REACH,
  QSA_SESSION_PROP_RESULT,
  QSA_SESSION_PROP_SEARCHING,
  QSA_SESSION_PROP_SELECTION,
  QSA_SESSION_PROP_OUTLETS,
  QSA_SESSION_PROP_ARTICLE_ID,
  QSA_SESSION_PROP_N_SELECTED,
  QSA_SESSION_PROP_ERROR,
  QSA_SESSION_PROP_CAN_UNDO,
  QSA_SESSION_PROP_CAN_REDO,
  QSA_SESSION_N_PROPS,
};

struct _QsaSession
{
  GObject parent_instance;

  /* Owned */
  QsaLibrary *library;
  QsaSearcher *searcher;
  QsaEditHistory *history;
  QsaResultModel *model;
  GtkMultiSelection *selection;
  QsaOutletFacet *outlets;
  QsaFilter *filter;
  QsaResult *result;
  GHashTable *forms; /* char *folded -> GINT_TO_POINTER (gboolean) */
  char *query_text;
  char *error;

  QsaSort sort;
  QsaReach reach;
  gboolean
      widening; /* what the reach goes back to when the question changes: DEFAULT or FOLDED */
  gboolean typing;
  gboolean replacing;  /* rows are being replaced: selection changes are ours */
  gboolean marks_only; /* the renewal under way is for read and starred marks alone */
  gint64 article_id;
  guint n_selected;
  guint read_source;
};

void qsa_session_notify (QsaSession *self, guint property);
void qsa_session_fail (QsaSession *self, const char *message);
void qsa_session_emit_listed (QsaSession *self);

/* Puts the question as the fields have it now. */
void qsa_session_search (QsaSession *self);
/* Wires searcher, selection and library to the functions of qsa-session-search.c. */
void qsa_session_connect (QsaSession *self);
void qsa_session_flag_set (GObject *source, GAsyncResult *result, gpointer user_data);

G_END_DECLS
