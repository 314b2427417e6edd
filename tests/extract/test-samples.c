/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample library against data/samples/expected.tsv: one case a line. */

#include <string.h>

#include "qsa-test-extract.h"

enum
{
  COLUMN_FILE,
  COLUMN_INDEX,
  COLUMN_TITLE,
  COLUMN_OUTLET,
  COLUMN_DATE,
  COLUMN_TIME,
  COLUMN_AUTHOR,
  COLUMN_PLACE,
  COLUMN_SECTION,
  COLUMN_BODY_FIRST,
  COLUMN_BODY_LAST,
  N_COLUMNS,
};

static const char *
samples_folder (void)
{
  const char *folder = g_getenv ("QUSASAT_SAMPLES_DIR");

  g_assert_nonnull (folder);
  return folder;
}

static void
check (const char *expected, const char *found)
{
  g_assert_cmpstr (*expected != '\0' ? expected : NULL, ==, found);
}

static void
test_line (gconstpointer data)
{
  const char *const *columns = data;
  g_autofree char *path = g_build_filename (samples_folder (), columns[COLUMN_FILE],
                                            NULL);
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_file (path);
  const QsaArticle *article =
      qsa_test_extract_article (extract, (guint) atoi (columns[COLUMN_INDEX]));
  g_autofree char *date = qsa_date_to_iso (&article->date);
  g_autofree char *time = qsa_date_time_to_iso (&article->date);
  g_autofree char *first = g_strndup (article->body, strcspn (article->body, "\n"));

  check (columns[COLUMN_TITLE], article->title);
  check (columns[COLUMN_OUTLET], article->outlet);
  check (columns[COLUMN_DATE], date);
  check (columns[COLUMN_TIME], time);
  check (columns[COLUMN_AUTHOR], article->author);
  check (columns[COLUMN_PLACE], article->place);
  check (columns[COLUMN_SECTION], article->section);
  /* A dateline before the first words is part of the body as printed. */
  g_assert_nonnull (strstr (first, columns[COLUMN_BODY_FIRST]));
  g_assert_true (g_str_has_suffix (article->body, columns[COLUMN_BODY_LAST]));
}

static void
free_columns (gpointer data)
{
  g_strfreev (data);
}

static void
add_lines (void)
{
  g_autofree char *path = g_build_filename (samples_folder (), "expected.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      g_autofree char *name = NULL;

      if (*lines[i] == '#' || *lines[i] == '\0' || g_str_has_prefix (lines[i], "file\t"))
        continue;
      g_assert_cmpuint (g_strv_length (columns), ==, N_COLUMNS);
      name = g_strdup_printf ("/extract/samples/%s/%s", columns[COLUMN_FILE],
                              columns[COLUMN_INDEX]);
      g_test_add_data_func_full (name, g_steal_pointer (&columns), test_line,
                                 free_columns);
      n++;
    }
  g_assert_cmpuint (n, >=, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_lines ();
  return g_test_run ();
}
