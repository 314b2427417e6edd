/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qsa-error.h"
#include "qsa-test-dir.h"
#include "qsa-walker.h"

typedef struct
{
  GString *seen; /* "kind name" lines, in the order of the calls */
  const char *root;
} Walk;

static void
on_walk (QsaWalkKind kind, const char *path, const GError *error, gpointer user_data)
{
  static const char *const kinds[] = { "file", "ignored", "error" };
  Walk *walk = user_data;
  const char *name = g_str_has_prefix (path, walk->root) ? path + strlen (walk->root)
                                                         : path;

  g_string_append_printf (walk->seen, "%s %s\n", kinds[kind], name);
  g_assert_true ((kind == QSA_WALK_ERROR) == (error != NULL));
  if (error != NULL)
    g_assert_error (error, QSA_ERROR, QSA_ERROR_UNREADABLE);
}

static char *
walk (const char *root, const char *path)
{
  Walk state = { g_string_new (NULL), root };

  qsa_walk (path, NULL, on_walk, &state);
  return g_string_free (state.seen, FALSE);
}

static void
test_folder (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *seen = NULL;

  g_free (qsa_test_dir_write (dir, "b.txt", "x", -1));
  g_free (qsa_test_dir_write (dir, "a/2.txt", "x", -1));
  g_free (qsa_test_dir_write (dir, "a/1.json", "x", -1));
  g_free (qsa_test_dir_write (dir, "photo.jpg", "x", -1));
  g_free (qsa_test_dir_write (dir, ".hidden/c.txt", "x", -1));

  seen = walk (qsa_test_dir_get_path (dir), qsa_test_dir_get_path (dir));
  g_assert_cmpstr (seen, ==,
                   "file /a/1.json\nfile /a/2.txt\nfile /b.txt\nignored /photo.jpg\n");
}

static void
test_named_file (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *path = qsa_test_dir_write (dir, "photo.jpg", "x", -1);
  g_autofree char *seen = walk (qsa_test_dir_get_path (dir), path);

  g_assert_cmpstr (seen, ==, "file /photo.jpg\n");
}

static void
test_missing (void)
{
  g_autofree char *seen = walk ("", "/nowhere/at-all.txt");

  g_assert_cmpstr (seen, ==, "error /nowhere/at-all.txt\n");
}

/* A pipe is no file to read; a name may be any bytes. */
static void
test_special (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *pipe = qsa_test_dir_child (dir, "pipe.txt");
  g_autofree char *seen = NULL;

  g_free (qsa_test_dir_write (dir, "z.txt", "x", -1));
  g_free (qsa_test_dir_write (dir, "\xff\xfe.txt", "x", -1));
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  seen = walk (qsa_test_dir_get_path (dir), qsa_test_dir_get_path (dir));
  g_assert_cmpstr (seen, ==, "ignored /pipe.txt\nfile /z.txt\nfile /\xff\xfe.txt\n");
}

/* The reason is the system's, and the path is said once. */
static void
on_error (QsaWalkKind kind, const char *path, const GError *error, gpointer user_data)
{
  g_assert_error (error, QSA_ERROR, QSA_ERROR_UNREADABLE);
  const char *first = strstr (error->message, path);
  g_assert_nonnull (first);
  g_assert_null (strstr (first + 1, path));
  g_assert_nonnull (strstr (error->message, g_strerror (ENOENT)));
  (*(guint *) user_data)++;
}

static void
test_message (void)
{
  guint n_errors = 0;

  qsa_walk ("/nowhere/at-all.txt", NULL, on_error, &n_errors);
  g_assert_cmpuint (n_errors, ==, 1);
}

/* A folder that links to itself must not be walked for ever. */
static void
test_link (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *link = g_build_filename (qsa_test_dir_get_path (dir), "again", NULL);
  g_autofree char *seen = NULL;

  g_free (qsa_test_dir_write (dir, "a.txt", "x", -1));
  g_assert_cmpint (symlink (qsa_test_dir_get_path (dir), link), ==, 0);
  seen = walk (qsa_test_dir_get_path (dir), qsa_test_dir_get_path (dir));
  g_assert_cmpstr (seen, ==, "file /a.txt\nignored /again\n");
}

static void
test_cancelled (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Walk state = { g_string_new (NULL), "" };

  g_free (qsa_test_dir_write (dir, "a.txt", "x", -1));
  g_cancellable_cancel (cancellable);
  qsa_walk (qsa_test_dir_get_path (dir), cancellable, on_walk, &state);
  g_assert_cmpstr (state.seen->str, ==, "");
  g_string_free (state.seen, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/importer/walker/folder", test_folder);
  g_test_add_func ("/importer/walker/named-file", test_named_file);
  g_test_add_func ("/importer/walker/missing", test_missing);
  g_test_add_func ("/importer/walker/message", test_message);
  g_test_add_func ("/importer/walker/special", test_special);
  g_test_add_func ("/importer/walker/link", test_link);
  g_test_add_func ("/importer/walker/cancelled", test_cancelled);
  return g_test_run ();
}
