/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-test-library.h"

G_BEGIN_DECLS

/* Counts answers; shared by all requests of a test. */
typedef struct
{
  QsaLibrary *library;
  GThread *owner;
  GCancellable *cancellable; /* of the requests to come, or NULL */
  guint n_asked;
  guint n_done;
  guint n_cancelled;
  guint n_closed;
  gint64 import_id;
} QsaTestTally;

void qsa_test_tally_init (QsaTestTally *tally, QsaLibrary *library);

/* QsaTestCondition: each request was answered. */
gboolean qsa_test_tally_is_complete (gpointer tally);

/* One of the things that a library can be asked. */
typedef struct
{
  const char *name;
  void (*ask) (QsaTestTally *tally);
  gboolean can_cancel;
} QsaTestRequestKind;

enum
{
  QSA_TEST_SEARCH,
  QSA_TEST_ROWS,
  QSA_TEST_ARTICLE,
  QSA_TEST_SOURCE,
  QSA_TEST_EDIT,
  QSA_TEST_FLAG,
  QSA_TEST_STATS,
  QSA_TEST_CHECK,
  QSA_TEST_BATCH,
  QSA_TEST_SAVE,
  QSA_TEST_COUNT,
  QSA_TEST_COMPLETE,
  QSA_TEST_COMPLETE_AUTHOR,
  QSA_TEST_VARIANT,
  QSA_TEST_N_REQUEST_KINDS
};
extern const QsaTestRequestKind qsa_test_request_kinds[QSA_TEST_N_REQUEST_KINDS];

void qsa_test_ask (QsaTestTally *tally, const QsaTestRequestKind *kind);

G_END_DECLS
