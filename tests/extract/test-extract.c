/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "qsa-error.h"
#include "qsa-test-dir.h"
#include "qsa-test-extract.h"

#define SENTENCE "وصلت السفينة إلى المرفأ عند الفجر، ونزل منها البحارة صامتين. "

typedef struct
{
  const char *name;
  const char *path;
  const char *data;
  QsaFormat format;
} FormatCase;

static const FormatCase format_cases[] = {
  { "scrape", "a.txt", "عنوان\nنص.\n", QSA_FORMAT_SCRAPE },
  { "trec-in-txt", "a.txt", "\n<DOC>\n<TEXT>", QSA_FORMAT_TREC },
  { "trec-after-comment", "a.sgml", "<!-- x -->\n<doc id=\"1\">", QSA_FORMAT_TREC },
  { "trec-in-root", "a.xml", "<?xml version=\"1.0\"?><corpus><DOC>", QSA_FORMAT_TREC },
  { "json-array", "a.json", " [ {\"a\":1}]", QSA_FORMAT_JSON },
  { "json-object", "a.txt", "{\n\"a\": 1\n}", QSA_FORMAT_JSON },
  { "json-lines", "a.json", "{\"a\":1}\n{\"a\":2}\n", QSA_FORMAT_JSON_LINES },
  { "json-lines-name", "a.jsonl", "{\"a\":1}", QSA_FORMAT_JSON_LINES },
  { "json-broken", "a.json", "oops", QSA_FORMAT_JSON },
  { "html", "a.txt", "<!DOCTYPE html><html>", QSA_FORMAT_HTML },
  { "html-fragment", "a.html", "<div><p>x</p></div>", QSA_FORMAT_HTML },
  { "bracket-in-prose", "a.txt", "[صورة] عنوان\nنص.", QSA_FORMAT_SCRAPE },
  { "pasted", NULL, "عنوان\nنص.", QSA_FORMAT_SCRAPE },
};

static void
test_format (gconstpointer data)
{
  const FormatCase *test = data;
  QsaFormat format = qsa_extract_detect_format (test->path, (const guint8 *) test->data,
                                                strlen (test->data));

  g_assert_cmpstr (qsa_format_to_string (format), ==,
                   qsa_format_to_string (test->format));
}

static void
test_file_names (void)
{
  static const char *const wanted[] = {
    "a.txt",    "a.HTML", "a.htm", "a.json",   "a.jsonl",
    "a.ndjson", "a.sgml", "a.xml", "مقال.txt", "readme-of-life.txt"
  };
  static const char *const unwanted[] = { ".hidden.txt", "README.md", "readme.txt",
                                          "LICENSE.txt", "a.jpg",     "a.txt~",
                                          "noending" };

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (qsa_extract_wants_file_name (wanted[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (unwanted); i++)
    g_assert_false (qsa_extract_wants_file_name (unwanted[i]));
}

typedef struct
{
  const char *name;
  const char *file;
  const char *data;
  gsize n_bytes;
  int code;
} FileCase;

#define BYTES(literal) literal, sizeof (literal) - 1

static const FileCase file_cases[] = {
  { "empty", "empty.txt", BYTES (""), QSA_ERROR_EMPTY },
  { "blank", "blank.txt", BYTES (" \n\n\t"), QSA_ERROR_EMPTY },
  { "binary", "picture.txt", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), QSA_ERROR_BINARY },
  { "nuls", "zeros.txt", BYTES ("\0\0\0\0\0\0\0\0\0\0\0\0"), QSA_ERROR_BINARY },
  { "broken-json", "broken.json", BYTES ("{\n\"title\": \"a\",\n\"x\" 1}"),
    QSA_ERROR_SYNTAX },
  { "empty-json", "none.json", BYTES ("[]"), QSA_ERROR_NO_ARTICLE },
  { "empty-html", "none.html", BYTES ("<html></html>"), QSA_ERROR_NO_ARTICLE },
};

/* The message names the file, so that a person knows which one. */
static void
test_refused_file (gconstpointer data)
{
  const FileCase *test = data;
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *path = qsa_test_dir_write (dir, test->file, test->data,
                                              (gssize) test->n_bytes);
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_file (path);

  g_assert_error (extract->error, QSA_ERROR, test->code);
  g_assert_nonnull (strstr (extract->error->message, test->file));
  g_assert_cmpuint (extract->candidates->len, ==, 0);
}

static void
test_missing_file (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *path = qsa_test_dir_child (dir, "nowhere.txt");
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_file (path);

  g_assert_error (extract->error, QSA_ERROR, QSA_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (extract->error->message, "nowhere.txt"));
}

static void
test_not_a_file (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *pipe_path = qsa_test_dir_child (dir, "pipe.txt");
  g_autoptr (QsaTestExtract) folder = qsa_test_extract_file (qsa_test_dir_get_path (dir));
  g_autoptr (QsaTestExtract) fifo = NULL;

  g_assert_error (folder->error, QSA_ERROR, QSA_ERROR_UNREADABLE);
  /* Opening a pipe that nobody writes to would wait for ever. */
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  fifo = qsa_test_extract_file (pipe_path);
  g_assert_error (fifo->error, QSA_ERROR, QSA_ERROR_UNREADABLE);
}

/* Permissions mean nothing to root, so a child without rights tries. */
static void
test_no_permission (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *path = qsa_test_dir_write (dir, "secret.txt", SENTENCE, -1);
  int status = 0;
  pid_t child;

  g_assert_cmpint (chmod (path, 0000), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (QsaOutletTable) outlets = qsa_outlet_table_new_shipped ();
      g_autoptr (GError) error = NULL;

      if (geteuid () == 0 && setuid (65534) != 0)
        _exit (2);
      qsa_extract_file (path, outlets, (QsaCandidateFunc) (void (*) (void)) abort, NULL,
                        NULL, &error);
      _exit (g_error_matches (error, QSA_ERROR, QSA_ERROR_UNREADABLE) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_too_large (void)
{
  g_autoptr (GString) text = g_string_new ("عنوان\n");
  g_autoptr (QsaTestExtract) extract = NULL;

  while (text->len < 5 * 1024 * 1024)
    g_string_append (text, SENTENCE);
  extract = qsa_test_extract_text ("long.txt", text->str);
  g_assert_error (extract->error, QSA_ERROR, QSA_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (extract->error->message, "long.txt"));
  g_assert_nonnull (strstr (extract->error->message, "4 MB"));
}

static void
test_damaged_utf8 (void)
{
  g_autoptr (QsaTestExtract)
      extract = qsa_test_extract_text ("a.txt", "عنوان السفينة الصامتة\n" SENTENCE
                                                "\xd9 " SENTENCE);
  const QsaCandidate *candidate = qsa_test_extract_candidate (extract, 0);

  g_assert_nonnull (strstr (candidate->article->body, "�"));
  g_assert_cmpuint (candidate->warnings->len, ==, 1);
  g_assert_cmpstr (candidate->encoding, ==, "UTF-8");
}

static void
test_raw_of_scrape (void)
{
  g_autofree char *text = g_strdup ("\xef\xbb\xbfعنوان السفينة الصامتة\r\n" SENTENCE
                                    "\r\n");
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text ("a.txt", text);
  gsize n_bytes = 0;
  const char *raw = g_bytes_get_data (qsa_test_extract_candidate (extract, 0)->raw,
                                      &n_bytes);

  g_assert_cmpmem (raw, n_bytes, text, strlen (text));
}

/* Resident memory of this process that is its own and not a mapped file's, in bytes. */
static gsize
own_memory_bytes (void)
{
#ifdef __SANITIZE_ADDRESS__
  /* The sanitizer keeps freed memory for a while: what it holds says nothing. */
  return 0;
#else
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "RssAnon:");
  return line != NULL
             ? (gsize) g_ascii_strtoull (line + strlen ("RssAnon:"), NULL, 10) * 1024
             : 0;
#endif
}

typedef struct
{
  guint n_articles;
  guint n_failures;
  gsize most_bytes;
} Stream;

static gboolean
take_streamed (QsaCandidate *candidate, gpointer user_data)
{
  g_autoptr (QsaCandidate) owned = candidate;
  Stream *stream = user_data;

  if (owned->article != NULL)
    stream->n_articles++;
  else
    stream->n_failures++;
  if ((stream->n_articles & 511) == 0)
    stream->most_bytes = MAX (stream->most_bytes, own_memory_bytes ());
  return TRUE;
}

typedef struct
{
  const char *name;
  const char *head;
  const char *before_title; /* of one article, whose title is a number */
  const char *before_body;
  const char *behind_body;
  const char *tail;
} StreamCase;

static const StreamCase stream_cases[] = {
  { "trec", "", "<DOC>\n<TITLE>", "</TITLE>\n<TEXT>\n", "\n</TEXT>\n</DOC>\n", "" },
  { "json", "[\n", "{\"title\": \"", "\", \"content\": \"", "\"},\n",
    "{\"title\":\"آخر\"}\n]\n" },
  { "json-lines", "", "{\"title\": \"", "\", \"content\": \"", "\"}\n", "" },
};

/* A large file goes through in the memory of one article. */
static void
test_stream (gconstpointer data)
{
  const StreamCase *test = data;
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) file = g_string_new (test->head);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  Stream stream = { 0 };
  guint n_written = 0;
  gsize before;

  for (guint i = 0; i < 100; i++)
    g_string_append (body, SENTENCE);
  while (file->len < 50 * 1024 * 1024)
    {
      g_string_append_printf (file, "%s%u%s%s%s", test->before_title, n_written,
                              test->before_body, body->str, test->behind_body);
      n_written++;
    }
  g_string_append (file, test->tail);
  path = qsa_test_dir_write (dir, "large.json", file->str, (gssize) file->len);
  g_string_free (g_steal_pointer (&file), TRUE);
  file = g_string_new (NULL);

  before = own_memory_bytes ();
  qsa_extract_file (path, NULL, take_streamed, &stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stream.n_articles, ==, n_written + (*test->tail != '\0'));
  g_assert_cmpuint (stream.n_failures, ==, 0);
  if (before == 0)
    g_test_message ("memory was not measured: a sanitizer, or no /proc");
  else
    g_assert_cmpuint (stream.most_bytes, <, before + 24 * 1024 * 1024);
}

static gboolean
take_two (QsaCandidate *candidate, gpointer user_data)
{
  guint *n = user_data;

  qsa_candidate_free (candidate);
  return ++*n < 2;
}

static void
test_stop (void)
{
  static const char json[] = "[{\"title\":\"a\"},{\"title\":\"b\"},{\"title\":\"c\"}]";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (qsa_extract_bytes (bytes, NULL, NULL, take_two, &n, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
}

static gboolean
take_and_cancel (QsaCandidate *candidate, gpointer user_data)
{
  qsa_candidate_free (candidate);
  g_cancellable_cancel (user_data);
  return TRUE;
}

static void
test_cancel (void)
{
  static const char json[] = "[{\"title\":\"a\"},{\"title\":\"b\"},{\"title\":\"c\"}]";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (qsa_extract_bytes (bytes, NULL, NULL, take_and_cancel, cancellable,
                                     cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (format_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/format/%s",
                                               format_cases[i].name);

      g_test_add_data_func (path, &format_cases[i], test_format);
    }
  g_test_add_func ("/extract/format/file-names", test_file_names);
  for (gsize i = 0; i < G_N_ELEMENTS (file_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/file/%s", file_cases[i].name);

      g_test_add_data_func (path, &file_cases[i], test_refused_file);
    }
  g_test_add_func ("/extract/file/missing", test_missing_file);
  g_test_add_func ("/extract/file/not-a-file", test_not_a_file);
  g_test_add_func ("/extract/file/no-permission", test_no_permission);
  g_test_add_func ("/extract/file/too-large", test_too_large);
  g_test_add_func ("/extract/file/damaged-utf-8", test_damaged_utf8);
  g_test_add_func ("/extract/file/raw", test_raw_of_scrape);
  for (gsize i = 0; i < G_N_ELEMENTS (stream_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/stream/%s",
                                               stream_cases[i].name);

      g_test_add_data_func (path, &stream_cases[i], test_stream);
    }
  g_test_add_func ("/extract/stream/stop", test_stop);
  g_test_add_func ("/extract/stream/cancel", test_cancel);
  return g_test_run ();
}
