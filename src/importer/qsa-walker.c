/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-walker.h"

#include <glib/gi18n-lib.h>

#include "qsa-error.h"
#include "qsa-extract.h"

typedef struct
{
  GCancellable *cancellable;
  QsaWalkFunc func;
  gpointer user_data;
} QsaWalk;

static void
qsa_walk_report_error (QsaWalk *walk, const char *path, const GError *cause)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError)
      error = g_error_new (QSA_ERROR, QSA_ERROR_UNREADABLE, _ ("“%s” cannot be read: %s"),
                           shown, cause->message);
  walk->func (QSA_WALK_ERROR, path, error, walk->user_data);
}

static int
qsa_walk_compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (g_file_info_get_name (*(GFileInfo *const *) a),
                 g_file_info_get_name (*(GFileInfo *const *) b));
}

/* The folder's entries by name; NULL with @error when it cannot be listed to its end. */
static GPtrArray *
qsa_walk_list_folder (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFileEnumerator) entries = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
      G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  if (entries == NULL)
    return NULL;

  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  for (;;)
    {
      GFileInfo *info = NULL;
      if (!g_file_enumerator_iterate (entries, &info, NULL, cancellable, error))
        return NULL;
      if (info == NULL)
        break;
      g_ptr_array_add (infos, g_object_ref (info));
    }
  g_ptr_array_sort (infos, qsa_walk_compare_names);
  return g_steal_pointer (&infos);
}

static void
qsa_walk_folder (QsaWalk *walk, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = qsa_walk_list_folder (path, walk->cancellable, &error);

  if (infos == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        qsa_walk_report_error (walk, path, error);
      return;
    }

  for (guint i = 0; i < infos->len && !g_cancellable_is_cancelled (walk->cancellable);
       i++)
    {
      GFileInfo *info = g_ptr_array_index (infos, i);
      const char *name = g_file_info_get_name (info);
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        {
          if (name[0] != '.')
            qsa_walk_folder (walk, child);
        }
      else if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
               && qsa_extract_wants_file_name (name))
        walk->func (QSA_WALK_FILE, child, NULL, walk->user_data);
      else
        walk->func (QSA_WALK_IGNORED, child, NULL, walk->user_data);
    }
}

void
qsa_walk (const char *path, GCancellable *cancellable, QsaWalkFunc func,
          gpointer user_data)
{
  g_return_if_fail (path != NULL);
  g_return_if_fail (func != NULL);

  QsaWalk walk = { cancellable, func, user_data };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo)
      info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                G_FILE_QUERY_INFO_NONE, cancellable, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (info == NULL)
    qsa_walk_report_error (&walk, path, error);
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    qsa_walk_folder (&walk, path);
  else
    func (QSA_WALK_FILE, path, NULL, user_data);
}
