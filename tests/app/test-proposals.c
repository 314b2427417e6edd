/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-proposals.h"

#include <string.h>

#include "qsa-app-fixture.h"
#include "qsa-import-job.h"
#include "qsa-test-archive-file.h"

/* What is offered for a text and a caret, over a real library, without a display. */

typedef struct
{
  QsaTestDir *dir;
  QsaLibrary *library;
  QsaSession *session;
} Fixture;

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static gboolean
is_settled (gpointer data)
{
  return !qsa_session_get_searching (data) && qsa_session_get_result (data) != NULL;
}

static gboolean
is_done (gpointer data)
{
  return !qsa_import_job_get_running (data);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaImportJob) job = NULL;
  g_autofree char *path = NULL;
  g_autofree char *archive = NULL;

  fixture->dir = qsa_test_dir_new ();
  path = qsa_test_dir_child (fixture->dir, "proposals.qusasat");
  qsa_library_open_async (path, QSA_LIBRARY_CREATE, NULL, answered, &opened);
  qsa_test_wait (is_answered, &opened);
  fixture->library = qsa_library_open_finish (opened, &error);
  g_assert_no_error (error);
  archive = qsa_test_archive_write (fixture->dir);
  job = qsa_import_job_new (fixture->library, qsa_library_get_outlets (fixture->library));
  qsa_import_job_add_path (job, archive);
  qsa_import_job_start (job);
  qsa_test_wait (is_done, job);
  fixture->session = qsa_session_new (fixture->library);
  qsa_test_wait (is_settled, fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) error = NULL;

  g_object_run_dispose (G_OBJECT (fixture->session));
  g_clear_object (&fixture->session);
  qsa_library_close_async (fixture->library, answered, &closed);
  qsa_test_wait (is_answered, &closed);
  g_assert_true (qsa_library_close_finish (fixture->library, closed, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->library);
  qsa_test_dir_free (fixture->dir);
}

static GPtrArray *
propose (Fixture *fixture, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *proposals;

  qsa_proposals_async (fixture->session, text, strlen (text), NULL, answered, &result);
  qsa_test_wait (is_answered, &result);
  proposals = qsa_proposals_finish (result, &error);
  g_assert_no_error (error);
  return proposals;
}

static const QsaProposal *
find (GPtrArray *proposals, QsaProposalKind kind, const char *label)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const QsaProposal *proposal = g_ptr_array_index (proposals, i);

      if (proposal->kind == kind && g_str_equal (proposal->label, label))
        return proposal;
    }
  return NULL;
}

/* The first proposal of @kind, taken: the text that it makes of @text. */
static void
assert_taken (Fixture *fixture, const char *text, QsaProposalKind kind, const char *label,
              const char *expected)
{
  g_autoptr (GPtrArray) proposals = propose (fixture, text);
  const QsaProposal *proposal = find (proposals, kind, label);
  g_autofree char *taken = NULL;
  guint caret_chars = 0;

  if (proposal == NULL)
    g_error ("“%s” is not proposed for “%s”", label, text);
  taken = qsa_proposal_apply (proposal, text, &caret_chars);
  g_assert_cmpstr (taken, ==, expected);
  g_assert_cmpuint (caret_chars, ==, g_utf8_strlen (expected, -1));
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) proposals = propose (fixture, "سوق المدر");
  const QsaProposal *proposal = find (proposals, QSA_PROPOSAL_WORD, "المدرسة");

  g_assert_nonnull (proposal);
  g_assert_cmpuint (proposal->articles, ==, 1);
  assert_taken (fixture, "سوق المدر", QSA_PROPOSAL_WORD, "المدرسة", "سوق المدرسة ");
  /* What stands there already is not offered. */
  g_clear_pointer (&proposals, g_ptr_array_unref);
  proposals = propose (fixture, "المدرسة");
  g_assert_null (find (proposals, QSA_PROPOSAL_WORD, "المدرسة"));
}

static void
test_outlets (Fixture *fixture, gconstpointer data)
{
  assert_taken (fixture, "السنون", QSA_PROPOSAL_OUTLET, QSA_TEST_ARCHIVE_OTHER_OUTLET,
                "وسيلة:\"" QSA_TEST_ARCHIVE_OTHER_OUTLET "\" ");
  assert_taken (fixture, "الجسر outlet:السنو", QSA_PROPOSAL_OUTLET,
                QSA_TEST_ARCHIVE_OTHER_OUTLET,
                "الجسر outlet:\"" QSA_TEST_ARCHIVE_OTHER_OUTLET "\" ");
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  assert_taken (fixture, "الجسر tit", QSA_PROPOSAL_FIELD, "title:", "الجسر title:");
  assert_taken (fixture, "عنو", QSA_PROPOSAL_FIELD, "عنوان:", "عنوان:");
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) years = propose (fixture, "date:20");

  assert_taken (fixture, "is:st", QSA_PROPOSAL_VALUE, "starred", "is:starred ");
  assert_taken (fixture, "هو:غ", QSA_PROPOSAL_VALUE, "غير_مقروء", "هو:غير_مقروء ");
  assert_taken (fixture, "date:201", QSA_PROPOSAL_VALUE, "2019", "date:2019 ");
  /* Only years of which there is something, the newest first. */
  g_assert_cmpuint (years->len, >, 2);
  g_assert_cmpstr (((const QsaProposal *) years->pdata[0])->label, ==, "2021");
  g_assert_null (find (years, QSA_PROPOSAL_VALUE, "2013"));
}

static gboolean
is_remembered (gpointer library)
{
  g_auto (GStrv) history = qsa_library_dup_history (library, NULL, 10);

  return g_strv_length (history) == 2;
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;

  qsa_library_remember_search (fixture->library, "سوق الكتب");
  qsa_library_remember_search (fixture->library, "title:الجسر -القديم");
  qsa_test_wait (is_remembered, fixture->library);
  all = propose (fixture, "");
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((const QsaProposal *) all->pdata[0])->label, ==,
                   "title:الجسر -القديم");
  assert_taken (fixture, "سو", QSA_PROPOSAL_HISTORY, "سوق الكتب", "سوق الكتب");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  qsa_proposals_async (fixture->session, "المدر", strlen ("المدر"), cancellable, answered,
                       &result);
  g_cancellable_cancel (cancellable);
  qsa_test_wait (is_answered, &result);
  g_assert_null (qsa_proposals_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, test) \
  g_test_add ("/app/proposals/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("words", test_words);
  ADD ("outlets", test_outlets);
  ADD ("fields", test_fields);
  ADD ("values", test_values);
  ADD ("history", test_history);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
