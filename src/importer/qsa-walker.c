/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-walker.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "qsa-error.h"
#include "qsa-extract.h"

typedef struct
{
  GCancellable *cancellable;
  QsaWalkFunc func;
  gpointer user_data;
} QsaWalk;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DIR, closedir)

static void
qsa_walk_report_error (QsaWalk *walk, const char *path, int reason)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError)
      error = g_error_new (QSA_ERROR, QSA_ERROR_UNREADABLE, _ ("“%s” cannot be read: %s"),
                           shown, g_strerror (reason));
  walk->func (QSA_WALK_ERROR, path, error, walk->user_data);
}

static int
qsa_walk_compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The folder's names in order; NULL with @reason when it cannot be listed to its end. Not by GIO:
 * its messages name the file once more, and its entries take ten times the memory. */
static GPtrArray *
qsa_walk_list_folder (const char *path, GCancellable *cancellable, int *reason)
{
  g_autoptr (DIR) folder = opendir (path);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const struct dirent *entry;

  *reason = errno;
  if (folder == NULL)
    return NULL;
  while (errno = 0, (entry = readdir (folder)) != NULL)
    {
      if (!g_str_equal (entry->d_name, ".") && !g_str_equal (entry->d_name, ".."))
        g_ptr_array_add (names, g_strdup (entry->d_name));
      if (g_cancellable_is_cancelled (cancellable))
        break;
    }
  *reason = errno;
  if (entry == NULL && *reason != 0)
    return NULL;
  g_ptr_array_sort (names, qsa_walk_compare_names);
  return g_steal_pointer (&names);
}

/* Reports @path, unless it is a folder to be walked: then TRUE. */
static gboolean
qsa_walk_take_entry (QsaWalk *walk, const char *path, const char *name)
{
  GStatBuf status;

  if (g_lstat (path, &status) != 0)
    qsa_walk_report_error (walk, path, errno);
  else if (S_ISDIR (status.st_mode))
    return name[0] != '.';
  else if (S_ISREG (status.st_mode) && qsa_extract_wants_file_name (name))
    walk->func (QSA_WALK_FILE, path, NULL, walk->user_data);
  else
    walk->func (QSA_WALK_IGNORED, path, NULL, walk->user_data);
  return FALSE;
}

static void
qsa_walk_folder (QsaWalk *walk, const char *path)
{
  int reason = 0;
  g_autoptr (GPtrArray) names = qsa_walk_list_folder (path, walk->cancellable, &reason);

  if (names == NULL)
    {
      qsa_walk_report_error (walk, path, reason);
      return;
    }
  for (guint i = 0; i < names->len && !g_cancellable_is_cancelled (walk->cancellable);
       i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (qsa_walk_take_entry (walk, child, name))
        qsa_walk_folder (walk, child);
    }
}

void
qsa_walk (const char *path, GCancellable *cancellable, QsaWalkFunc func,
          gpointer user_data)
{
  QsaWalk walk = { cancellable, func, user_data };
  GStatBuf status;

  g_return_if_fail (path != NULL);
  g_return_if_fail (func != NULL);

  if (g_cancellable_is_cancelled (cancellable))
    return;
  if (g_stat (path, &status) != 0)
    qsa_walk_report_error (&walk, path, errno);
  else if (S_ISDIR (status.st_mode))
    qsa_walk_folder (&walk, path);
  else
    func (QSA_WALK_FILE, path, NULL, user_data);
}
