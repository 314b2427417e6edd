/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* Articles to measure on that are not part of the project: the folder that the environment
 * variable QSA_SHARED names, else `shared` beside the repository. Everything that uses them must
 * do without. */

/* NULL when there is no such file or folder. Free with g_free(). */
static inline char *
shared_dup_path (const char *relative)
{
  const char *root = g_getenv ("QSA_SHARED");
  const char *tests = g_getenv ("G_TEST_SRCDIR");
  g_autofree char *path = NULL;

  if (root != NULL && *root != '\0')
    path = g_build_filename (root, relative, NULL);
  else if (tests != NULL)
    path = g_build_filename (tests, "..", "..", "shared", relative, NULL);
  else
    path = g_build_filename ("..", "shared", relative, NULL);
  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

/* Title and text of one <DOC> file, without tags. */
typedef void (*SharedArticleFunc) (const char *text, gsize text_bytes,
                                   gpointer user_data);

static inline void
shared_read_article (const char *path, SharedArticleFunc func, gpointer user_data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const char *at;
  gsize n_bytes;

  if (!g_file_get_contents (path, &contents, &n_bytes, NULL))
    return;
  at = g_strstr_len (contents, (gssize) n_bytes, "<TITLE>");
  for (gboolean in_tag = FALSE; at != NULL && *at != '\0'; at++)
    {
      if (*at == '<')
        in_tag = TRUE;
      g_string_append_c (text, in_tag ? ' ' : *at);
      if (*at == '>')
        in_tag = FALSE;
    }
  if (text->len > 0)
    func (text->str, text->len, user_data);
}

/* Calls @func for each article below @folder, in no order. Returns how many files it saw. */
static inline guint
shared_each_article (const char *folder, SharedArticleFunc func, gpointer user_data)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          n_files += shared_each_article (path, func, user_data);
        }
      else if (g_str_has_suffix (name, ".txt"))
        {
          shared_read_article (path, func, user_data);
          n_files++;
        }
    }
  return n_files;
}
