/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "qsa-error.h"
#include "qsa-import-job.h"
#include "qsa-test-dir.h"

/* The same invented page, so that only what a case changes can differ. */
#define PAGE(title)                                                                                                                                         \
  title                                                                                                                                                     \
      "\n\n"                                                                                                                                                \
      "افتتح المجلس البلدي في المدينة القديمة سوقا جديدة للكتب المستعملة، بعد سنتين من " \
      "العمل على ترميم المبنى الحجري الذي كان يؤوي مخازن الحبوب.\n\n"                                        \
      "وقال أمين السوق إن \"الرفوف ستبقى مفتوحة للقراء حتى ساعة متأخرة من الليل\"، مضيفا "  \
      "أن الباعة لن يدفعوا أجرة في العام الأول من عمر السوق.\n"

typedef struct
{
  QsaTestDir *dir;
  QsaLibrary *library;
} Fixture;

static void
on_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->dir = qsa_test_dir_new ();
  g_autofree char *path = qsa_test_dir_child (fixture->dir, "test.qusasat");
  qsa_library_open_async (path, QSA_LIBRARY_CREATE, NULL, on_ready, &result);
  wait_for (&result);
  fixture->library = qsa_library_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_close_async (fixture->library, on_ready, &result);
  wait_for (&result);
  g_assert_true (qsa_library_close_finish (fixture->library, result, &error));
  g_assert_no_error (error);
  g_object_unref (fixture->library);
  qsa_test_dir_free (fixture->dir);
}

static QsaImportJob *
new_job (Fixture *fixture)
{
  return qsa_import_job_new (fixture->library,
                             qsa_library_get_outlets (fixture->library));
}

static void
run (QsaImportJob *job)
{
  qsa_import_job_start (job);
  while (qsa_import_job_get_running (job))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_counts (QsaImportJob *job, guint added, guint duplicates, guint failed)
{
  g_assert_cmpuint (qsa_import_job_get_n_added (job), ==, added);
  g_assert_cmpuint (qsa_import_job_get_n_duplicates (job), ==, duplicates);
  g_assert_cmpuint (qsa_import_job_get_n_failed (job), ==, failed);
  g_assert_cmpuint (qsa_import_job_get_items (job)->len, ==, added + duplicates + failed);
}

static const QsaImportItem *
find_item (QsaImportJob *job, const char *name)
{
  GPtrArray *items = qsa_import_job_get_items (job);

  for (guint i = 0; i < items->len; i++)
    {
      const QsaImportItem *item = g_ptr_array_index (items, i);
      if (item->path != NULL && g_str_has_suffix (item->path, name))
        return item;
    }
  g_assert_not_reached ();
}

static void
test_outcomes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaImportJob) job = new_job (fixture);

  g_free (qsa_test_dir_write (fixture->dir, "in/one.txt",
                              PAGE ("سوق للكتب في المدينة القديمة"), -1));
  g_free (qsa_test_dir_write (fixture->dir, "in/two.txt",
                              PAGE ("رفوف مفتوحة حتى منتصف الليل"), -1));
  g_free (qsa_test_dir_write (fixture->dir, "in/empty.txt", "", -1));
  g_free (
      qsa_test_dir_write (fixture->dir, "in/binary.txt", "\0\1\2\3\0\0\0\5\6\7\0\0", 12));
  g_free (qsa_test_dir_write (fixture->dir, "in/broken.json",
                              "[{\"title\": \"x\",\n \"body\": tru}]", -1));
  g_free (qsa_test_dir_write (fixture->dir, "in/photo.jpg", "x", -1));
  g_autofree char *folder = qsa_test_dir_child (fixture->dir, "in");

  qsa_import_job_add_path (job, folder);
  run (job);
  g_assert_no_error (qsa_import_job_get_error (job));
  assert_counts (job, 2, 0, 3);
  g_assert_cmpuint (qsa_import_job_get_n_files (job), ==, 5);
  g_assert_cmpuint (qsa_import_job_get_n_done (job), ==, 5);
  g_assert_cmpuint (qsa_import_job_get_n_ignored (job), ==, 1);
  g_assert_cmpuint (qsa_library_get_n_articles (fixture->library), ==, 2);
  g_assert_cmpstr (find_item (job, "one.txt")->title, ==, "سوق للكتب في المدينة القديمة");
  g_assert_cmpint (find_item (job, "one.txt")->article_id, >, 0);
  for (const char *const *name =
           (const char *const[]){ "empty.txt", "binary.txt", "broken.json", NULL };
       *name != NULL; name++)
    {
      g_assert_cmpint (find_item (job, *name)->outcome, ==, QSA_OUTCOME_FAILED);
      g_assert_nonnull (strstr (find_item (job, *name)->message, *name));
    }
}

static void
test_duplicates (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = qsa_test_dir_write (fixture->dir, "one.txt",
                                             PAGE ("سوق للكتب في المدينة القديمة"), -1);
  g_autofree char *copy = qsa_test_dir_write (
      fixture->dir, "copy.txt", PAGE ("سوق للكتب في المدينة القديمة") "\n \n", -1);
  g_autoptr (QsaImportJob) first = new_job (fixture);
  g_autoptr (QsaImportJob) second = new_job (fixture);

  qsa_import_job_add_path (first, one);
  run (first);
  assert_counts (first, 1, 0, 0);

  qsa_import_job_add_path (second, one);
  qsa_import_job_add_path (second, copy);
  run (second);
  assert_counts (second, 0, 2, 0);
  g_assert_cmpint (find_item (second, "copy.txt")->article_id, ==,
                   find_item (first, "one.txt")->article_id);
  g_assert_cmpuint (qsa_library_get_n_articles (fixture->library), ==, 1);
}

static void
test_said_by_the_user (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaImportJob) job = new_job (fixture);
  QsaDate date;

  g_assert_true (qsa_date_parse_iso ("2021-07", &date));
  qsa_import_job_add_text (job, PAGE ("سوق للكتب في المدينة القديمة"));
  qsa_import_job_set_outlet (job, "صحيفة المرفأ");
  qsa_import_job_set_date (job, &date);
  run (job);
  assert_counts (job, 1, 0, 0);

  const QsaImportItem *item = g_ptr_array_index (qsa_import_job_get_items (job), 0);
  g_autofree char *iso = qsa_date_to_iso (&item->date);
  g_assert_null (item->path);
  g_assert_cmpstr (item->outlet, ==, "صحيفة المرفأ");
  g_assert_cmpstr (iso, ==, "2021-07");
}

static void
test_dry_run (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaImportJob)
      job = qsa_import_job_new (NULL, qsa_library_get_outlets (fixture->library));

  qsa_import_job_add_text (job, PAGE ("سوق للكتب في المدينة القديمة"));
  qsa_import_job_set_dry_run (job, TRUE);
  run (job);
  assert_counts (job, 1, 0, 0);
  g_assert_cmpuint (qsa_library_get_n_articles (fixture->library), ==, 0);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaImportJob) job = new_job (fixture);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *page = g_strdup_printf ("%s %u",
                                               PAGE ("سوق للكتب في المدينة القديمة"), i);
      qsa_import_job_add_text (job, page);
    }
  qsa_library_set_delay_for_tests (fixture->library, 50);
  qsa_import_job_start (job);
  while (qsa_import_job_get_n_done (job) == 0)
    g_main_context_iteration (NULL, TRUE);
  qsa_import_job_cancel (job);
  while (qsa_import_job_get_running (job))
    g_main_context_iteration (NULL, TRUE);
  qsa_library_set_delay_for_tests (fixture->library, 0);

  g_assert_error (qsa_import_job_get_error (job), G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (qsa_import_job_get_n_added (job), <, 2000);
  g_assert_cmpuint (qsa_import_job_get_n_failed (job), ==, 0);
}

/* Files that go away between the walk and the reading are said to have failed, each. */
static void
test_vanished (Fixture *fixture, gconstpointer data)
{
  const guint n_files = 2000, n_vanished = 10;
  g_autoptr (QsaImportJob) job = new_job (fixture);
  g_autofree char *folder = qsa_test_dir_child (fixture->dir, "in");

  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("in/%04u.txt", i);
      g_autofree char *page = g_strdup_printf (PAGE ("سوق للكتب، العدد %u"), i);
      g_free (qsa_test_dir_write (fixture->dir, name, page, -1));
    }
  /* The threads wait for their first batches while the last files go. */
  qsa_library_set_delay_for_tests (fixture->library, 500);
  qsa_import_job_add_path (job, folder);
  qsa_import_job_start (job);
  while (qsa_import_job_get_n_files (job) < n_files)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = n_files - n_vanished; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("%04u.txt", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  qsa_library_set_delay_for_tests (fixture->library, 0);
  while (qsa_import_job_get_running (job))
    g_main_context_iteration (NULL, TRUE);
  assert_counts (job, n_files - n_vanished, 0, n_vanished);
  g_assert_cmpint (find_item (job, "1999.txt")->outcome, ==, QSA_OUTCOME_FAILED);
  g_assert_nonnull (strstr (find_item (job, "1999.txt")->message, "1999.txt"));
}

/* A library that cannot take the articles: the job ends with its reason, and counts what it did
 * not read. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaLibrary) library = NULL;

  qsa_library_open_async (qsa_library_get_path (fixture->library), QSA_LIBRARY_READ_ONLY,
                          NULL, on_ready, &result);
  wait_for (&result);
  library = qsa_library_open_finish (result, &error);
  g_assert_no_error (error);

  g_autoptr (QsaImportJob)
      job = qsa_import_job_new (library, qsa_library_get_outlets (library));
  qsa_import_job_add_text (job, PAGE ("سوق للكتب في المدينة القديمة"));
  run (job);
  g_assert_error (qsa_import_job_get_error (job), QSA_ERROR, QSA_ERROR_READ_ONLY);
  assert_counts (job, 0, 0, 0);

  g_clear_object (&result);
  qsa_library_close_async (library, on_ready, &result);
  wait_for (&result);
}

static gboolean
on_late (gpointer user_data)
{
  g_error ("the change did not arrive");
  return G_SOURCE_REMOVE;
}

/* A window that has the same library open hears of what another process brings in. */
static void
test_second_library (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaImportJob) job = new_job (fixture);

  qsa_library_open_async (qsa_library_get_path (fixture->library), 0, NULL, on_ready,
                          &result);
  wait_for (&result);
  g_autoptr (QsaLibrary) window = qsa_library_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (qsa_library_get_n_articles (window), ==, 0);

  qsa_import_job_add_text (job, PAGE ("سوق للكتب في المدينة القديمة"));
  qsa_import_job_set_outlet (job, "صحيفة المرفأ");
  run (job);
  assert_counts (job, 1, 0, 0);
  guint late = g_timeout_add_seconds (180, on_late, NULL);
  while (qsa_library_get_n_articles (window) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
  g_assert_nonnull (
      qsa_outlet_table_find_name (qsa_library_get_outlets (window), "صحيفة المرفأ"));

  g_clear_object (&result);
  qsa_library_close_async (window, on_ready, &result);
  wait_for (&result);
}

/* Closing the library under a running import ends the import with a reason, and in order. */
static void
test_library_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (QsaLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = qsa_test_dir_child (fixture->dir, "other.qusasat");

  qsa_library_open_async (path, QSA_LIBRARY_CREATE, NULL, on_ready, &result);
  wait_for (&result);
  library = qsa_library_open_finish (result, &error);
  g_assert_no_error (error);
  g_autoptr (QsaImportJob)
      job = qsa_import_job_new (library, qsa_library_get_outlets (library));
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *page = g_strdup_printf (PAGE ("سوق للكتب، العدد %u"), i);
      qsa_import_job_add_text (job, page);
    }
  qsa_import_job_start (job);
  while (qsa_import_job_get_n_added (job) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&result);
  qsa_library_close_async (library, on_ready, &result);
  while (qsa_import_job_get_running (job))
    g_main_context_iteration (NULL, TRUE);
  wait_for (&result);
  g_assert_error (qsa_import_job_get_error (job), QSA_ERROR, QSA_ERROR_CLOSED);
  g_assert_cmpuint (qsa_import_job_get_n_added (job), <, 3000);
}

/* The owner may let go of the job while it runs; it ends on its own. */
static void
test_job_let_go (Fixture *fixture, gconstpointer data)
{
  QsaImportJob *job = new_job (fixture);
  guint n_finished = 0;

  g_object_add_weak_pointer (G_OBJECT (job), (gpointer *) &job);
  g_signal_connect_swapped (job, "finished", G_CALLBACK (g_atomic_int_inc), &n_finished);
  qsa_import_job_add_text (job, PAGE ("سوق للكتب في المدينة القديمة"));
  qsa_import_job_start (job);
  g_object_unref (job);
  while (job != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_finished, ==, 1);
  g_assert_cmpuint (qsa_library_get_n_articles (fixture->library), ==, 1);
}

static GBytes *
load_source (Fixture *fixture, gint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_load_source_async (fixture->library, id, NULL, on_ready, &result);
  wait_for (&result);
  GBytes *bytes = qsa_library_load_source_finish (fixture->library, result, &error);
  g_assert_no_error (error);
  return bytes;
}

/* The bytes as they came can be had again: the whole of a file of one article, the slice of a file
 * of many, also in windows-1256 and with damaged bytes. */
static void
test_originals (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    const char *original; /* NULL for all of it */
  } files[] = {
    { "a.txt", PAGE ("سوق للكتب في المدينة القديمة"), NULL },
    { "b.txt", PAGE ("رفوف مفتوحة \xff\xfe حتى الليل"), NULL },
    { "c.txt",
      "\xd3\xe6\xde \xe1\xe1\xdf\xca\xc8 \xdd\xed \xc7\xe1\xe3\xcf\xed\xe4\xc9\n\n"
      "\xdd\xca\xcd \xc7\xe1\xe3\xcc\xe1\xd3 \xc7\xe1\xc8\xe1\xcf\xed \xdd\xed "
      "\xc7\xe1\xe3\xcf\xed\xe4\xc9 \xc7\xe1\xde\xcf\xed\xe3\xc9 \xd3\xe6\xde\xc7 "
      "\xcc\xcf\xed\xcf\xc9 \xe1\xe1\xdf\xca\xc8.\n",
      NULL },
    { "d.json", "[ {\"title\": \"سوق\", \"body\": \"نص قصير عن السوق.\"} ]",
      "{\"title\": \"سوق\", \"body\": \"نص قصير عن السوق.\"}" },
  };
  g_autofree char *folder = qsa_test_dir_child (fixture->dir, "in");
  g_autoptr (QsaImportJob) job = new_job (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_build_filename ("in", files[i].name, NULL);
      g_free (qsa_test_dir_write (fixture->dir, name, files[i].bytes, -1));
    }
  qsa_import_job_add_path (job, folder);
  run (job);
  assert_counts (job, G_N_ELEMENTS (files), 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const char *wanted = files[i].original != NULL ? files[i].original : files[i].bytes;
      g_autoptr (GBytes)
          bytes = load_source (fixture, find_item (job, files[i].name)->article_id);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), wanted,
                       strlen (wanted));
    }
}

/* The report may be taken while the job runs; nothing is in it twice, and nothing is missing. */
static void
test_take_items (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaImportJob) job = new_job (fixture);
  guint n_items = 0;

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *page = g_strdup_printf (PAGE ("سوق للكتب، العدد %u"), i);
      qsa_import_job_add_text (job, page);
    }
  qsa_import_job_start (job);
  while (qsa_import_job_get_running (job))
    {
      g_main_context_iteration (NULL, TRUE);
      g_autoptr (GPtrArray) items = qsa_import_job_take_items (job);
      n_items += items->len;
    }
  g_assert_cmpuint (n_items, ==, 1500);
  g_assert_cmpuint (qsa_import_job_get_items (job)->len, ==, 0);
  g_assert_cmpuint (qsa_import_job_get_n_added (job), ==, 1500);
}

/* Everything in the shipped samples, as the first start imports them. */
static void
test_samples (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaImportJob) job = new_job (fixture);

  g_assert_nonnull (g_getenv ("QUSASAT_SAMPLES_DIR"));
  qsa_import_job_add_path (job, g_getenv ("QUSASAT_SAMPLES_DIR"));
  run (job);
  g_assert_no_error (qsa_import_job_get_error (job));
  g_assert_cmpuint (qsa_import_job_get_n_added (job), >=, 30);
  g_assert_cmpuint (qsa_import_job_get_n_duplicates (job), ==, 1);
  g_assert_cmpuint (qsa_import_job_get_n_failed (job), ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/importer/job/outcomes", test_outcomes);
  ADD ("/importer/job/duplicates", test_duplicates);
  ADD ("/importer/job/said-by-the-user", test_said_by_the_user);
  ADD ("/importer/job/dry-run", test_dry_run);
  ADD ("/importer/job/cancel", test_cancel);
  ADD ("/importer/job/vanished", test_vanished);
  ADD ("/importer/job/read-only", test_read_only);
  ADD ("/importer/job/second-library", test_second_library);
  ADD ("/importer/job/library-closed", test_library_closed);
  ADD ("/importer/job/let-go", test_job_let_go);
  ADD ("/importer/job/originals", test_originals);
  ADD ("/importer/job/take-items", test_take_items);
  ADD ("/importer/job/samples", test_samples);
  return g_test_run ();
}
