/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-dir.h"

#include <glib/gstdio.h>

struct _QsaTestDir
{
  char *path;
};

QsaTestDir *
qsa_test_dir_new (void)
{
  g_autoptr (GError) error = NULL;
  QsaTestDir *dir = g_new0 (QsaTestDir, 1);

  dir->path = g_dir_make_tmp ("qusasat-test-XXXXXX", &error);
  g_assert_no_error (error);
  return dir;
}

static void
qsa_test_dir_remove (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR)
      && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) entries = g_dir_open (path, 0, NULL);
      const char *name;

      while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);
          qsa_test_dir_remove (child);
        }
    }
  g_remove (path);
}

void
qsa_test_dir_free (QsaTestDir *dir)
{
  qsa_test_dir_remove (dir->path);
  g_free (dir->path);
  g_free (dir);
}

const char *
qsa_test_dir_get_path (QsaTestDir *dir)
{
  return dir->path;
}

char *
qsa_test_dir_child (QsaTestDir *dir, const char *name)
{
  return g_build_filename (dir->path, name, NULL);
}

char *
qsa_test_dir_write (QsaTestDir *dir, const char *name, const char *data,
                    gssize data_bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = qsa_test_dir_child (dir, name);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, data, data_bytes, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}
