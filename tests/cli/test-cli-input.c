/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qsa-cli-fixture.h"

/* Bad input: a clear message that names the file, and nothing lost. */

#define BODY \
  "افتتح المجلس البلدي في المدينة القديمة سوقا جديدة للكتب المستعملة بعد سنتين من الترميم."
#define LITERAL(text) text, sizeof text - 1

typedef struct
{
  const char *address;
  const char *name;
  const char *bytes;
  gssize n_bytes;
  guint n_added;
  guint n_failed;
  const char *message; /* with the file's name, in what goes to standard error */
} Case;

static const Case cases[] = {
  { "empty", "a.txt", LITERAL (""), 0, 1, "is empty" },
  { "blank", "a.txt", LITERAL (" \n\n\t \r\n"), 0, 1, "is empty" },
  { "binary", "a.txt",
    LITERAL ("\x7f"
             "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3e\0\1\0\0\0\xa0\xb3"),
    0, 1, "is not a text file" },
  { "invalid-utf8", "a.txt",
    LITERAL ("سوق للكتب في المدينة\n\n" BODY " \xff\xfe\n" BODY "\n"), 1, 0,
    "damaged bytes" },
  { "broken-json", "a.json",
    LITERAL ("[{\"title\": \"سوق\", \"body\": \"" BODY
             "\"},\n{\"title\": \"رفوف\",\n \"body\": tru}]"),
    1, 1, "line 3" },
  { "cut-json", "a.json",
    LITERAL ("[{\"title\": \"سوق\", \"body\": \"" BODY
             "\"},\n{\"title\": \"رفوف\", \"body\": \""),
    1, 2, "line 2" }, /* the object, and the list around it */
  { "json-without-articles", "a.json", LITERAL ("[1, 2, 3]"), 0, 3, "an object" },
  { "json-lines-bad-line", "a.jsonl",
    LITERAL ("{\"title\": \"سوق\", \"body\": \"" BODY "\"}\nnot an object\n"
             "{\"title\": \"رفوف\", \"body\": \"" BODY "\"}\n"),
    2, 1, "line 2" },
  { "empty-object", "a.json", LITERAL ("{}"), 0, 1, "neither a title nor a text" },
  { "cut-trec", "a.sgml", LITERAL ("<DOC>\n<TITLE>سوق</TITLE>\n<TEXT>\n" BODY "\n"), 1, 0,
    "</DOC>" },
};

/* The counts of the last line that "import --json" printed; every line must be JSON. */
static void
assert_counts (QsaCliFixture *fixture, guint n_added, guint n_failed)
{
  g_auto (GStrv) lines = g_strsplit (fixture->output, "\n", -1);
  guint n_lines = g_strv_length (lines) - 1;
  g_autoptr (JsonParser) parser = json_parser_new ();

  for (guint i = 0; i + 1 < n_lines; i++)
    g_assert_true (
        json_object_has_member (qsa_cli_parse_json (parser, lines[i]), "outcome"));
  JsonObject *counts = qsa_cli_parse_json (parser, lines[n_lines - 1]);
  g_assert_cmpint (json_object_get_int_member (counts, "added"), ==, n_added);
  g_assert_cmpint (json_object_get_int_member (counts, "failed"), ==, n_failed);
  g_assert_cmpint (json_object_get_int_member (counts, "not_read"), ==, 0);
}

static void
test_case (QsaCliFixture *fixture, gconstpointer data)
{
  const Case *test = data;
  g_autofree char *path = qsa_test_dir_write (fixture->dir, test->name, test->bytes,
                                              test->n_bytes);

  qsa_cli_run (fixture, "import", path, "--json", NULL);
  qsa_cli_assert_ended (fixture, test->n_failed > 0 ? 1 : 0, NULL, path);
  g_assert_nonnull (strstr (fixture->errors, test->message));
  assert_counts (fixture, test->n_added, test->n_failed);
  g_assert_cmpint (qsa_cli_count_articles (fixture), ==, test->n_added);
  qsa_cli_run (fixture, "extract", path, NULL);
  qsa_cli_assert_ended (fixture, test->n_failed > 0 ? 1 : 0, NULL, test->message);
}

/* Not the line where the object begins, but that of the fault. */
static void
test_line_of_fault (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = qsa_test_dir_write (fixture->dir, "a.json",
                                              "[{\"title\": \"x\",\n\"body\": \"" BODY
                                              "\"},\n\n{\"title\":\ntru}]",
                                              -1);

  qsa_cli_run (fixture, "extract", path, NULL);
  qsa_cli_assert_ended (fixture, 1, "in line 5: ", "in line 5: ");
}

static void
test_deep_json (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *brackets = g_strnfill (200 * 1000, '[');
  g_autofree char *path = qsa_test_dir_write (fixture->dir, "deep.json", brackets, -1);

  qsa_cli_run (fixture, "extract", path, NULL);
  qsa_cli_assert_ended (fixture, 1, NULL, "deep.json");
}

/* ---- 50 MB ---- */

#define LARGE_BYTES (50 * 1024 * 1024)

static char *
write_large (QsaCliFixture *fixture, const char *name, const char *before,
             const char *piece, const char *after, guint *n_pieces)
{
  g_autoptr (GString) text = g_string_new (before);

  for (*n_pieces = 0; text->len < LARGE_BYTES; ++*n_pieces)
    g_string_append (text, piece);
  g_string_append (text, after);
  return qsa_test_dir_write (fixture->dir, name, text->str, (gssize) text->len);
}

/* Half of what an import may take, of any child of this test so far. */
static void
assert_modest_memory (void)
{
#ifndef __SANITIZE_ADDRESS__
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_CHILDREN, &usage), ==, 0);
  g_assert_cmpint (usage.ru_maxrss, <, 150 * 1024);
#endif
}

static void
test_large_page (QsaCliFixture *fixture, gconstpointer data)
{
  guint n_pieces;
  g_autofree char *path = write_large (fixture, "large.txt", "سوق للكتب\n\n", BODY "\n\n",
                                       "", &n_pieces);

  qsa_cli_run (fixture, "import", path, NULL);
  qsa_cli_assert_ended (fixture, 1, NULL, "large.txt” is larger than");
  assert_modest_memory ();
}

static void
assert_all_found (QsaCliFixture *fixture, const char *path, guint n_pieces)
{
  qsa_cli_run (fixture, "import", "--dry-run", path, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_auto (GStrv) lines = g_strsplit (fixture->output, "\n", -1);
  guint n_found = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    n_found += g_str_has_prefix (lines[i], path);
  g_assert_cmpuint (n_found, ==, n_pieces);
  assert_modest_memory ();
}

static void
test_large_array (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *body = g_strnfill (20 * 1000, 'x');
  g_autofree char *piece =
      g_strdup_printf ("{\"title\": \"سوق للكتب\", \"body\": \"" BODY "%s\"},\n", body);
  guint n_pieces;
  g_autofree char *path = write_large (fixture, "large.json", "[", piece,
                                       "{\"title\": \"خاتمة\", \"body\": \"" BODY "\"}]",
                                       &n_pieces);

  assert_all_found (fixture, path, n_pieces + 1);
}

static void
test_large_trec (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *body = g_strnfill (20 * 1000, 'x');
  g_autofree char *piece = g_strdup_printf (
      "<DOC>\n<TITLE>سوق للكتب</TITLE>\n<TEXT>\n" BODY "\n%s\n</TEXT>\n</DOC>\n", body);
  guint n_pieces;
  g_autofree char *path = write_large (fixture, "large.sgml", "", piece, "", &n_pieces);

  assert_all_found (fixture, path, n_pieces);
}

/* ---- files that are none ---- */

static void
test_no_regular_file (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *pipe = qsa_test_dir_child (fixture->dir, "pipe.txt");

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (const char *const *path = (const char *const[]){ pipe, "/dev/zero", NULL };
       *path != NULL; path++)
    {
      qsa_cli_run (fixture, "import", *path, NULL);
      qsa_cli_assert_ended (fixture, 1, NULL, *path);
      qsa_cli_run (fixture, "extract", *path, NULL);
      qsa_cli_assert_ended (fixture, 1, "not a regular file", *path);
    }
  qsa_cli_run (fixture, "import", "--dry-run", qsa_test_dir_get_path (fixture->dir),
               NULL);
  qsa_cli_assert_ended (fixture, 0, "0  failed", NULL);
}

static void
test_missing (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *link = qsa_test_dir_child (fixture->dir, "link.txt");

  g_assert_cmpint (symlink ("gone.txt", link), ==, 0);
  qsa_cli_run (fixture, "import", link, "/nowhere/at-all.txt", NULL);
  qsa_cli_assert_ended (fixture, 1, "2  failed", "/nowhere/at-all.txt");
  g_assert_nonnull (strstr (fixture->errors, link));
}

/* A name of any bytes; in JSON it is made readable. */
static void
test_name_not_utf8 (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *page = qsa_cli_make_page ("سوق للكتب في المدينة القديمة");
  g_autofree char *path = qsa_test_dir_write (fixture->dir, "a\xff\xd8.txt", page, -1);
  g_autofree char *bad = qsa_test_dir_write (fixture->dir, "b\xff.txt", "", -1);
  g_autoptr (JsonParser) parser = json_parser_new ();

  qsa_cli_run (fixture, "extract", path, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  const char *file = json_object_get_string_member (
      qsa_cli_parse_json (parser, fixture->output), "file");
  g_assert_true (g_str_has_suffix (file, "\xef\xbf\xbd.txt"));

  qsa_cli_run (fixture, "import", path, bad, "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  assert_counts (fixture, 1, 1);
  g_assert_true (g_utf8_validate (fixture->errors, -1, NULL));
  qsa_cli_run (fixture, "show", "1", "--json", NULL);
  qsa_cli_parse_json (parser, fixture->output);
}

static void
test_circle_of_links (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *page = qsa_cli_make_page ("سوق للكتب في المدينة القديمة");
  g_autofree char *file = qsa_test_dir_write (fixture->dir, "in/a.txt", page, -1);
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *link = g_build_filename (folder, "again", NULL);

  g_assert_cmpint (symlink (folder, link), ==, 0);
  qsa_cli_run (fixture, "import", folder, "--json", NULL);
  assert_counts (fixture, 1, 0);
}

/* Each of very many files has its line in the report. */
static void
test_many_files (QsaCliFixture *fixture, gconstpointer data)
{
  const guint n_files = 3000;
  g_autofree char *folder = qsa_test_dir_child (fixture->dir, "in");
  g_autoptr (GHashTable)
      seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();

  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("in/%u/%u.txt", i / 500, i);
      g_autofree char *title = g_strdup_printf ("الخبر القصير رقم %u", i);
      g_autofree char *page = i % 10 == 0 ? g_strdup ("") : qsa_cli_make_page (title);
      g_free (qsa_test_dir_write (fixture->dir, name, page, -1));
    }
  qsa_cli_run (fixture, "import", folder, "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  assert_counts (fixture, n_files - n_files / 10, n_files / 10);

  g_auto (GStrv) lines = g_strsplit (fixture->output, "\n", -1);
  for (guint i = 0; i < n_files; i++)
    {
      JsonObject *item = qsa_cli_parse_json (parser, lines[i]);
      g_hash_table_add (seen, g_strdup (json_object_get_string_member (item, "file")));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n_files);

  /* Again, in words: all of it is there, and numbers are grouped. */
  qsa_cli_run (fixture, "import", folder, NULL);
  qsa_cli_assert_ended (fixture, 1, "2,700  duplicates skipped", NULL);
}

/* ---- permissions, as nobody ---- */

static void
test_unreadable (QsaCliFixture *fixture, gconstpointer data)
{
  const QsaCliRun nobody = { .unprivileged = TRUE };
  g_autofree char *page = qsa_cli_make_page ("سوق للكتب في المدينة القديمة");
  g_autofree char *open = qsa_test_dir_write (fixture->dir, "in/open.txt", page, -1);
  g_autofree char *locked = qsa_test_dir_write (fixture->dir, "in/locked.txt", page, -1);
  g_autofree char *inner = qsa_test_dir_write (fixture->dir, "in/folder/a.txt", page, -1);
  g_autofree char *inner_folder = g_path_get_dirname (inner);
  g_autofree char *folder = g_path_get_dirname (open);

  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (open, 0644), ==, 0);
  g_assert_cmpint (g_chmod (locked, 0), ==, 0);
  g_assert_cmpint (g_chmod (inner_folder, 0), ==, 0);
  gboolean started = qsa_cli_run_as (fixture, &nobody, "import", folder, "--json", NULL);
  g_assert_cmpint (g_chmod (inner_folder, 0700), ==, 0);
  if (!started)
    {
      g_test_skip ("nobody may not run the program here");
      return;
    }
  qsa_cli_assert_ended (fixture, 1, NULL, "locked.txt");
  g_assert_nonnull (strstr (fixture->errors, inner_folder));
  assert_counts (fixture, 1, 2);
}

#define ADD(path, func)                                                              \
  g_test_add ("/cli/input/" path, QsaCliFixture, NULL, qsa_cli_fixture_set_up, func, \
              qsa_cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/input/", cases[i].address, NULL);
      g_test_add (path, QsaCliFixture, &cases[i], qsa_cli_fixture_set_up, test_case,
                  qsa_cli_fixture_tear_down);
    }
  ADD ("line-of-fault", test_line_of_fault);
  ADD ("deep-json", test_deep_json);
  ADD ("large-page", test_large_page);
  ADD ("large-array", test_large_array);
  ADD ("large-trec", test_large_trec);
  ADD ("no-regular-file", test_no_regular_file);
  ADD ("missing", test_missing);
  ADD ("name-not-utf8", test_name_not_utf8);
  ADD ("circle-of-links", test_circle_of_links);
  ADD ("many-files", test_many_files);
  ADD ("unreadable", test_unreadable);
  return g_test_run ();
}
