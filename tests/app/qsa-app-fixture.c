/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-app-fixture.h"

#include <string.h>

#define BOUND_SECONDS 150

void
qsa_test_wait_for (QsaTestCondition condition, gpointer data, const char *what)
{
  gint64 end_us = g_get_monotonic_time () + BOUND_SECONDS * G_USEC_PER_SEC;

  while (!condition (data))
    {
      if (g_get_monotonic_time () > end_us)
        g_error ("waited %d seconds for %s", BOUND_SECONDS, what);
      /* Never asleep for good: a condition may depend on another process. */
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
}

static void
qsa_test_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
qsa_test_is_answered (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

char *
qsa_test_run (const char *const *argv)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_autofree char *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, qsa_test_answered, &result);
  qsa_test_wait (qsa_test_is_answered, &result);
  g_assert_true (
      g_subprocess_communicate_utf8_finish (process, result, &output, NULL, &error));
  g_assert_no_error (error);
  return g_subprocess_get_successful (process) ? g_steal_pointer (&output) : NULL;
}

char *
qsa_test_read_selection (const char *selection, const char *target)
{
  const char *const argv[] = { "timeout", "10", "xclip", "-o", "-selection",
                               selection, "-t", target,  NULL };

  return qsa_test_run (argv);
}

static void
qsa_app_fixture_add_full (QsaArticle *article)
{
  gsize heading_byte;
  gsize place_byte;

  article->section = g_strdup ("ثقافة");
  article->title = g_strdup ("مكتبة في قبو السوق: كيف جمع حي الزيتون 6,000 كتاب");
  article->standfirst =
      g_strdup ("تبرع السكان بالكتب والرفوف، وبقي سؤال من يدفع الإيجار.");
  article->outlet = g_strdup ("صحيفة المنارة");
  article->author = g_strdup ("ريم الحداد");
  article->url = g_strdup ("https://www.manara.example/culture/117?page=2");
  article->date = (QsaDate){ QSA_DATE_DAY, 2021, 12, 8, QSA_DATE_NO_MINUTE };
  article->date_origin = QSA_DATE_ORIGIN_META;
  qsa_article_take_body (
      article, g_strdup (QSA_FIXTURE_FIRST "\n" QSA_FIXTURE_MIXED "\n" QSA_FIXTURE_HEADING
                                           "\n" QSA_FIXTURE_PLAIN "\n" QSA_FIXTURE_ENGLISH
                                           "\n" QSA_FIXTURE_LAST));
  place_byte = strlen (QSA_FIXTURE_FIRST "\n");
  qsa_article_add_block (article, QSA_BLOCK_CAPTION, place_byte, place_byte,
                         "متطوعون يرتبون الرفوف قبل الافتتاح", "وكالة المدى");
  heading_byte = strlen (QSA_FIXTURE_FIRST "\n" QSA_FIXTURE_MIXED "\n");
  qsa_article_add_block (article, QSA_BLOCK_HEADING, heading_byte,
                         heading_byte + strlen (QSA_FIXTURE_HEADING), NULL, NULL);
  place_byte = strlen (QSA_FIXTURE_FIRST "\n" QSA_FIXTURE_MIXED "\n" QSA_FIXTURE_HEADING
                                         "\n" QSA_FIXTURE_PLAIN "\n");
  qsa_article_add_block (article, QSA_BLOCK_PULL_QUOTE, place_byte, place_byte,
                         "من يقرأ في المكتبة صفحة يعود غدا", NULL);
}

static void
qsa_app_fixture_add_bare (QsaArticle *article)
{
  GString *body = g_string_new (NULL);

  for (guint i = 1; i <= 60; i++)
    g_string_append_printf (
        body,
        "%sالفقرة رقم %u من تقرير طويل عن قطار الجبل الذي يصعد كل صباح "
        "إلى القرى البعيدة ويحمل الركاب والبريد والخبز، ثم يعود مع المساء "
        "إلى محطة المدينة.",
        i > 1 ? "\n" : "", i);
  qsa_article_take_body (article, g_string_free (body, FALSE));
}

static void
qsa_app_fixture_add_latin (QsaArticle *article)
{
  article->title = g_strdup ("Delta Flower wins the tram prize");
  article->author = g_strdup ("Ann Lee");
  article->outlet = g_strdup ("سنونو");
  article->date = (QsaDate){ QSA_DATE_MONTH, 2020, 3, 0, QSA_DATE_NO_MINUTE };
  qsa_article_take_body (article, g_strdup ("فازت زهرة الدلتا بجائزة الترام."));
}

static void
qsa_app_fixture_import (QsaAppFixture *fixture)
{
  static void (*const makers[]) (QsaArticle *) = { qsa_app_fixture_add_full,
                                                   qsa_app_fixture_add_bare,
                                                   qsa_app_fixture_add_latin };
  g_autoptr (GPtrArray)
      candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_candidate_free);
  g_autoptr (GAsyncResult) begun = NULL;
  g_autoptr (GAsyncResult) stored = NULL;
  g_autoptr (GAsyncResult) ended = NULL;
  g_autoptr (GArray) outcomes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 import_id;

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      QsaCandidate *candidate = qsa_candidate_new (NULL, i);

      candidate->article = qsa_article_new ();
      candidate->raw = g_bytes_new_static ("", 0);
      makers[i](candidate->article);
      g_ptr_array_add (candidates, candidate);
    }
  qsa_library_import_begin_async (fixture->library, NULL, qsa_test_answered, &begun);
  qsa_test_wait (qsa_test_is_answered, &begun);
  import_id = qsa_library_import_begin_finish (fixture->library, begun, &error);
  g_assert_no_error (error);
  qsa_library_import_batch_async (fixture->library, import_id,
                                  g_steal_pointer (&candidates), NULL, qsa_test_answered,
                                  &stored);
  qsa_test_wait (qsa_test_is_answered, &stored);
  outcomes = qsa_library_import_batch_finish (fixture->library, stored, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcomes->len, ==, G_N_ELEMENTS (fixture->ids));
  for (guint i = 0; i < outcomes->len; i++)
    {
      g_assert_cmpint (g_array_index (outcomes, QsaStored, i).outcome, ==,
                       QSA_OUTCOME_ADDED);
      fixture->ids[i] = g_array_index (outcomes, QsaStored, i).article_id;
    }
  qsa_library_import_end_async (fixture->library, import_id, FALSE, qsa_test_answered,
                                &ended);
  qsa_test_wait (qsa_test_is_answered, &ended);
  g_assert_true (qsa_library_import_end_finish (fixture->library, ended, &error));
  g_assert_no_error (error);
}

QsaAppFixture *
qsa_app_fixture_new (void)
{
  QsaAppFixture *fixture = g_new0 (QsaAppFixture, 1);
  g_autofree char *path = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;

  fixture->dir = qsa_test_dir_new ();
  path = qsa_test_dir_child (fixture->dir, "library.qusasat");
  qsa_library_open_async (path, QSA_LIBRARY_CREATE, NULL, qsa_test_answered, &opened);
  qsa_test_wait (qsa_test_is_answered, &opened);
  fixture->library = qsa_library_open_finish (opened, &error);
  g_assert_no_error (error);
  qsa_app_fixture_import (fixture);
  return fixture;
}

void
qsa_app_fixture_free (QsaAppFixture *fixture)
{
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_close_async (fixture->library, qsa_test_answered, &closed);
  qsa_test_wait (qsa_test_is_answered, &closed);
  g_assert_true (qsa_library_close_finish (fixture->library, closed, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->library);
  qsa_test_dir_free (fixture->dir);
  g_free (fixture);
}

QsaArticle *
qsa_app_fixture_load (QsaAppFixture *fixture, guint index)
{
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GError) error = NULL;
  QsaArticle *article;

  qsa_library_load_article_async (fixture->library, fixture->ids[index], NULL,
                                  qsa_test_answered, &loaded);
  qsa_test_wait (qsa_test_is_answered, &loaded);
  article = qsa_library_load_article_finish (fixture->library, loaded, &error);
  g_assert_no_error (error);
  return article;
}
