/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the store takes articles, without the importer before it: the <DOC> files of the
 * corpora, cut by a few lines of code, in batches from one thread. */

#include "qsa-library.h"

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "qsa-test-dir.h"

#define BATCH_ARTICLES 512

typedef struct
{
  QsaLibrary *library;
  GPtrArray *paths;
  gint64 import_id;
  guint n_added;
  gboolean finished;
} Feed;

static char *
dup_field (const char *text, const char *tag)
{
  g_autofree char *open = g_strdup_printf ("<%s>", tag);
  g_autofree char *close = g_strdup_printf ("</%s>", tag);
  const char *start = strstr (text, open);
  const char *end = start != NULL ? strstr (start, close) : NULL;
  char *value = NULL;

  if (end == NULL)
    return NULL;
  start += strlen (open);
  value = g_strstrip (g_strndup (start, (gsize) (end - start)));
  if (*value == '\0')
    g_clear_pointer (&value, g_free);
  return value;
}

static QsaCandidate *
read_candidate (const char *path)
{
  QsaCandidate *candidate = qsa_candidate_new (path, 0);
  g_autofree char *text = NULL;
  g_autofree char *time = NULL;
  gsize bytes = 0;

  if (!g_file_get_contents (path, &text, &bytes, &candidate->error))
    return candidate;
  candidate->article = qsa_article_new ();
  candidate->article->title = dup_field (text, "TITLE");
  candidate->article->outlet = dup_field (text, "SRC");
  candidate->article->url = dup_field (text, "URL");
  candidate->article->author = dup_field (text, "AUTHOR");
  time = dup_field (text, "TIME");
  if (time != NULL && strlen (time) > 10)
    time[10] = '\0';
  if (time != NULL)
    qsa_date_parse_iso (time, &candidate->article->date);
  qsa_article_take_body (candidate->article, dup_field (text, "TEXT"));
  candidate->encoding = g_strdup ("UTF-8");
  candidate->raw = g_bytes_new_take (g_steal_pointer (&text), bytes);
  return candidate;
}

static void
on_answer (GObject *object, GAsyncResult *result, gpointer answer)
{
  *(GAsyncResult **) answer = g_object_ref (result);
}

static void
wait_for (GAsyncResult **answer, GMainContext *context)
{
  while (*answer == NULL)
    g_main_context_iteration (context, TRUE);
}

static void
count_batch (Feed *feed, GAsyncResult *answer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray)
      stored = qsa_library_import_batch_finish (feed->library, answer, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < stored->len; i++)
    feed->n_added += g_array_index (stored, QsaStored, i).outcome == QSA_OUTCOME_ADDED;
}

static void
free_candidate (gpointer candidate)
{
  qsa_candidate_free (candidate);
}

/* One batch is read while the one before is stored. */
static gpointer
feed_library (gpointer data)
{
  Feed *feed = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  GAsyncResult *running = NULL;
  gboolean any = FALSE;

  g_main_context_push_thread_default (context);
  for (guint i = 0; i < feed->paths->len;)
    {
      GPtrArray *candidates = g_ptr_array_new_with_free_func (free_candidate);

      for (guint n = 0; n < BATCH_ARTICLES && i < feed->paths->len; n++, i++)
        g_ptr_array_add (candidates, read_candidate (g_ptr_array_index (feed->paths, i)));
      if (any)
        {
          wait_for (&running, context);
          count_batch (feed, running);
          g_clear_object (&running);
        }
      qsa_library_import_batch_async (feed->library, feed->import_id, candidates, NULL,
                                      on_answer, &running);
      any = TRUE;
    }
  wait_for (&running, context);
  count_batch (feed, running);
  g_clear_object (&running);
  g_main_context_pop_thread_default (context);
  g_atomic_int_set (&feed->finished, TRUE);
  g_main_context_wakeup (NULL);
  return NULL;
}

static void
list_files (const char *folder, GPtrArray *paths)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        list_files (path, paths);
      else
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

static QsaLibrary *
open_library (const char *path)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  QsaLibrary *library = NULL;

  qsa_library_open_async (path, QSA_LIBRARY_CREATE, NULL, on_answer, &answer);
  wait_for (&answer, NULL);
  library = qsa_library_open_finish (answer, &error);
  g_assert_no_error (error);
  return library;
}

/* What each thread of the program has computed so far; other programs' load does not count. */
static void
print_thread_times (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  const char *task = NULL;

  while (tasks != NULL && (task = g_dir_read_name (tasks)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", task, "stat", NULL);
      g_autofree char *stat = NULL;
      g_auto (GStrv) fields = NULL;
      const char *open = NULL, *close = NULL;

      if (!g_file_get_contents (path, &stat, NULL, NULL)
          || (open = strchr (stat, '(')) == NULL || (close = strrchr (stat, ')')) == NULL)
        continue;
      fields = g_strsplit (close + 2, " ", -1);
      g_print ("  %.*s: %.2f s\n", (int) (close - open - 1), open + 1,
               (g_ascii_strtod (fields[11], NULL) + g_ascii_strtod (fields[12], NULL))
                   / (double) sysconf (_SC_CLK_TCK));
    }
}

static void
import_all (QsaLibrary *library, GPtrArray *paths)
{
  g_autoptr (GAsyncResult) begun = NULL;
  g_autoptr (GAsyncResult) ended = NULL;
  Feed feed = { library, paths };
  gint64 start_us = g_get_monotonic_time ();
  double seconds;
  GThread *thread = NULL;
  struct rusage usage;

  qsa_library_import_begin_async (library, NULL, on_answer, &begun);
  wait_for (&begun, NULL);
  feed.import_id = qsa_library_import_begin_finish (library, begun, NULL);
  thread = g_thread_new ("feed", feed_library, &feed);
  while (!g_atomic_int_get (&feed.finished))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  qsa_library_import_end_async (library, feed.import_id, FALSE, on_answer, &ended);
  wait_for (&ended, NULL);
  seconds = (double) (g_get_monotonic_time () - start_us) / G_USEC_PER_SEC;
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%u files, %u added, %.2f s, %.0f articles/s, peak %ld MB\n", paths->len,
           feed.n_added, seconds, paths->len / seconds, usage.ru_maxrss / 1024);
  print_thread_times ();
}

static void
close_library (QsaLibrary *library)
{
  g_autoptr (GAsyncResult) answer = NULL;
  gint64 start_us = g_get_monotonic_time ();

  qsa_library_close_async (library, on_answer, &answer);
  wait_for (&answer, NULL);
  g_print ("closed in %.0f ms\n", (double) (g_get_monotonic_time () - start_us) / 1000);
}

int
main (void)
{
  const char *shared = g_getenv ("QSA_SHARED");
  g_autofree char *corpora = g_build_filename (shared != NULL ? shared : ".", "corpora",
                                               NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *path = qsa_test_dir_child (dir, "library.qusasat");
  QsaLibrary *library = NULL;

  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("ant-v%u.1", i);
      g_autofree char *folder = g_build_filename (corpora, name, NULL);

      list_files (folder, paths);
    }
  if (paths->len == 0)
    {
      g_print ("No corpora in %s; set QSA_SHARED.\n", corpora);
      return 77;
    }
  library = open_library (path);
  import_all (library, paths);
  close_library (library);
  g_object_unref (library);
  return 0;
}
