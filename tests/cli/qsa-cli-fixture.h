/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "qsa-test-dir.h"

G_BEGIN_DECLS

/* Runs qusasat-cli as a user does, on a library in a folder of the test's own. */
typedef struct
{
  QsaTestDir *dir;
  char *library;

  /* of the last run */
  int status; /* exit status; 128 + the signal that ended it */
  char *output;
  char *errors;
} QsaCliFixture;

/* How to run; zero is the plain way: as this user, in the C locale (the poorest there is), without
 * limits. No run lasts longer than ten minutes: then it ends by SIGALRM. */
typedef struct
{
  const char *locale;      /* LC_ALL, NULL for "C" */
  const char *output_path; /* where standard output goes, NULL to keep it */
  guint64 file_bytes;      /* no file may grow larger, 0 for no limit */
  gboolean unprivileged;   /* as nobody when the test runs as root: permissions count */
  gboolean no_output;      /* standard output is closed */
} QsaCliRun;

/* For g_test_add(); @data is not used. */
void qsa_cli_fixture_set_up (QsaCliFixture *fixture, gconstpointer data);
/* The same with data/samples in the library. */
void qsa_cli_fixture_set_up_samples (QsaCliFixture *fixture, gconstpointer data);
void qsa_cli_fixture_tear_down (QsaCliFixture *fixture, gconstpointer data);

/* The words behind "qusasat-cli --library LIBRARY", NULL-terminated. */
void qsa_cli_run (QsaCliFixture *fixture, ...) G_GNUC_NULL_TERMINATED;
/* FALSE when nobody may run no program from a temporary folder either: skip the test. */
gboolean qsa_cli_run_as (QsaCliFixture *fixture, const QsaCliRun *how,
                         ...) G_GNUC_NULL_TERMINATED;
/* Starts it and returns; standard output and errors are pipes. */
GSubprocess *qsa_cli_start (QsaCliFixture *fixture, const QsaCliRun *how,
                            ...) G_GNUC_NULL_TERMINATED;
/* Waits for the end of one that was started; fills status, output, errors. */
void qsa_cli_finish (QsaCliFixture *fixture, GSubprocess *process);

/* The last run's whole output, or one of its lines, as a JSON object. Owned by @parser. */
JsonObject *qsa_cli_parse_json (JsonParser *parser, const char *json);
/* A member of the last run's one JSON object. */
gint64 qsa_cli_get_count (QsaCliFixture *fixture, const char *member);
/* Runs "stats"; the number of articles, -1 when there is no library yet. */
gint64 qsa_cli_count_articles (QsaCliFixture *fixture);

/* The status and, each when not NULL, what must be in the output and in the errors. */
void qsa_cli_assert_ended (QsaCliFixture *fixture, int status, const char *output,
                           const char *errors);

/* A file of @n_articles invented articles as JSON lines; its path, free with g_free(). */
char *qsa_cli_write_articles (QsaCliFixture *fixture, const char *name, guint n_articles);

/* A page as a scrape holds it: @title and two paragraphs of invented text. Free with g_free(). */
char *qsa_cli_make_page (const char *title);

G_END_DECLS
