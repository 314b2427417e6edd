/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-application.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#define QSA_EXIT_BAD_FILE 1
#define QSA_EXIT_USAGE 2

struct _QsaApplication
{
  AdwApplication parent_instance;

  /* Owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (QsaApplication, qsa_application, ADW_TYPE_APPLICATION)

static const char *
qsa_application_get_samples_dir (void)
{
  const char *overridden = g_getenv ("QUSASAT_SAMPLES_DIR");

  return overridden != NULL ? overridden : QSA_SAMPLES_DIR;
}

const char *
qsa_application_get_locale_dir (void)
{
  const char *overridden = g_getenv ("QUSASAT_LOCALE_DIR");

  return overridden != NULL ? overridden : QSA_LOCALE_DIR;
}

static char *
qsa_application_dup_own_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "qusasat", name, NULL);
}

/* ---- windows ---- */

static QsaWindow *
qsa_application_find_window (QsaApplication *self, const char *path)
{
  g_autoptr (GFile) wanted = g_file_new_for_path (path);

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL;
       item = item->next)
    {
      g_autoptr (GFile) file = NULL;

      if (!QSA_IS_WINDOW (item->data))
        continue;
      file = g_file_new_for_path (qsa_window_get_path (item->data));
      if (g_file_equal (file, wanted))
        return item->data;
    }
  return NULL;
}

/* Two names of one file are one library. */
static char *
qsa_application_canonicalize (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  g_autofree char *real = realpath (absolute, NULL);
  g_autofree char *real_folder = realpath (folder, NULL);

  if (real != NULL)
    return g_steal_pointer (&real);
  if (real_folder != NULL)
    return g_build_filename (real_folder, name, NULL);
  return g_steal_pointer (&absolute);
}

static QsaWindow *
qsa_application_open (QsaApplication *self, const char *path, const char *samples_dir)
{
  g_autofree char *canonical = qsa_application_canonicalize (path);
  QsaWindow *window = qsa_application_find_window (self, canonical);

  if (window == NULL)
    window = qsa_window_new (GTK_APPLICATION (self), canonical, self->settings,
                             samples_dir);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

QsaWindow *
qsa_application_open_library (QsaApplication *self, const char *path)
{
  g_return_val_if_fail (QSA_IS_APPLICATION (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return qsa_application_open (self, path, NULL);
}

QsaWindow *
qsa_application_open_default (QsaApplication *self)
{
  g_autofree char *path = qsa_application_dup_own_path ("library.qusasat");

  g_return_val_if_fail (QSA_IS_APPLICATION (self), NULL);

  return qsa_application_open (self, path, NULL);
}

QsaWindow *
qsa_application_open_sample (QsaApplication *self)
{
  g_autofree char *path = qsa_application_dup_own_path ("sample.qusasat");

  g_return_val_if_fail (QSA_IS_APPLICATION (self), NULL);

  return qsa_application_open (self, path, qsa_application_get_samples_dir ());
}

void
qsa_application_show_about (QsaApplication *self, GtkWindow *parent)
{
  const char *authors = _ ("The Qusasat authors");
  const char *developers[] = { authors, NULL };

  g_return_if_fail (QSA_IS_APPLICATION (self));

  adw_show_about_window (
      parent, "application-name", _ ("Qusasat"), "application-icon", QSA_APP_ID,
      "version", QSA_VERSION, "developer-name", authors, "developers", developers,
      /* Translators: your names, one a line */
      "translator-credits", _ ("translator-credits"), "license-type", GTK_LICENSE_GPL_3_0,
      "comments",
      _ ("Find, filter and quote Arabic press articles. Everything stays on this computer."),
      NULL);
}

/* ---- command line ---- */

static const GOptionEntry option_entries[] = {
  { "library", 'l', 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("Open the library FILE; it is made when it does not exist"), N_ ("FILE") },
  { "sample", 's', 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample library"), NULL },
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
    N_ ("[FILE|FOLDER…]") },
  { NULL },
};

static int
qsa_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  const char *library;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("qusasat %s\n", QSA_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "library", "^&ay", &library) && *library == '\0')
    {
      g_printerr ("%s\n", _ ("qusasat: --library needs the name of a file."));
      return QSA_EXIT_USAGE;
    }
  if (g_variant_dict_contains (options, "library")
      && g_variant_dict_contains (options, "sample"))
    {
      g_printerr ("%s\n", _ ("qusasat: --library and --sample cannot be used together."));
      return QSA_EXIT_USAGE;
    }
  return -1;
}

/* A new library is made, but not a new folder: that is more likely a slip of the keyboard. */
static gboolean
qsa_application_check_library (GFile *file, char **message)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL)
      == G_FILE_TYPE_DIRECTORY)
    *message = g_strdup_printf (_ ("qusasat: “%s” is a folder, not a library."), name);
  else if (g_file_peek_path (file) == NULL)
    *message = g_strdup_printf (_ ("qusasat: “%s” is not a file on this computer."),
                                name);
  else if (folder == NULL
           || g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL)
                  != G_FILE_TYPE_DIRECTORY)
    *message = g_strdup_printf (_ ("qusasat: the folder of “%s” does not exist."), name);
  return *message == NULL;
}

static gboolean
qsa_application_is_library_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, ".qusasat");
}

/* Libraries are opened, all else is brought into the user's library. Returns what could not be
 * done, or NULL. */
static char *
qsa_application_open_files (QsaApplication *self, GListModel *files)
{
  g_autoptr (GListStore) articles = g_list_store_new (G_TYPE_FILE);
  char *message = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (files) && message == NULL; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *name = g_file_get_parse_name (file);

      if (!g_file_query_exists (file, NULL))
        message = g_strdup_printf (_ ("qusasat: “%s” does not exist."), name);
      else if (!qsa_application_is_library_name (file))
        g_list_store_append (articles, file);
      else if (qsa_application_check_library (file, &message))
        qsa_application_open (self, g_file_peek_path (file), NULL);
    }
  if (message == NULL && g_list_model_get_n_items (G_LIST_MODEL (articles)) > 0)
    qsa_window_import_files (qsa_application_open_default (self),
                             G_LIST_MODEL (articles));
  return message;
}

static GListModel *
qsa_application_get_arguments (GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  GListStore *files = g_list_store_new (G_TYPE_FILE);
  g_autofree const char **names = NULL;

  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names))
    for (gsize i = 0; names[i] != NULL; i++)
      {
        g_autoptr (GFile) file =
            g_application_command_line_create_file_for_arg (command_line, names[i]);

        g_list_store_append (files, file);
      }
  return G_LIST_MODEL (files);
}

static int
qsa_application_command_line (GApplication *application,
                              GApplicationCommandLine *command_line)
{
  QsaApplication *self = QSA_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr (GListModel) files = qsa_application_get_arguments (command_line);
  g_autofree char *message = NULL;
  const char *library;

  if (g_variant_dict_lookup (options, "library", "^&ay", &library))
    {
      g_autoptr (GFile)
          file = g_application_command_line_create_file_for_arg (command_line, library);

      if (qsa_application_check_library (file, &message))
        {
          QsaWindow *window = qsa_application_open (self, g_file_peek_path (file), NULL);

          if (g_list_model_get_n_items (files) > 0)
            qsa_window_import_files (window, files);
        }
    }
  else if (g_variant_dict_contains (options, "sample"))
    qsa_application_open_sample (self);
  else if (g_list_model_get_n_items (files) > 0)
    message = qsa_application_open_files (self, files);
  else
    g_application_activate (application);

  if (message == NULL)
    return 0;
  g_application_command_line_printerr (command_line, "%s\n", message);
  return QSA_EXIT_BAD_FILE;
}

/* ---- the application ---- */

static void
qsa_application_activate (GApplication *application)
{
  qsa_application_open_default (QSA_APPLICATION (application));
}

/* Files that another program hands over; the command line goes through command_line(). */
static void
qsa_application_open_handed (GApplication *application, GFile **files, int n_files,
                             const char *hint)
{
  g_autoptr (GListStore) model = g_list_store_new (G_TYPE_FILE);
  g_autofree char *message = NULL;

  for (int i = 0; i < n_files; i++)
    g_list_store_append (model, files[i]);
  message = qsa_application_open_files (QSA_APPLICATION (application),
                                        G_LIST_MODEL (model));
  if (message != NULL)
    g_warning ("%s", message);
}

static void
qsa_application_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList)
      windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each window closes its library; one with a running import asks first. */
  for (GList *item = windows; item != NULL; item = item->next)
    if (QSA_IS_WINDOW (item->data))
      gtk_window_close (item->data);
}

static void
qsa_application_apply_colors (QsaApplication *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "color-scheme");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (name, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (name, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

/* Where no desktop says which font it uses, GTK falls back to "Sans 10", on many machines a face
 * with poor Arabic letters. Adwaita is drawn for Cantarell, whose Arabic comes from better ones. */
static void
qsa_application_choose_font (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *font = NULL;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  if (g_strcmp0 (font, "Sans 10") == 0
      && pango_font_map_get_family (pango_cairo_font_map_get_default (), "Cantarell")
             != NULL)
    g_object_set (settings, "gtk-font-name", "Cantarell 11", NULL);
}

static void
qsa_application_startup (GApplication *application)
{
  QsaApplication *self = QSA_APPLICATION (application);
  const GActionEntry actions[] = { { "quit", qsa_application_quit } };
  const char *quit_keys[] = { "<Control>q", NULL };

  G_APPLICATION_CLASS (qsa_application_parent_class)->startup (application);

  self->settings = g_settings_new (QSA_APP_ID);
  g_signal_connect_object (self->settings, "changed::color-scheme",
                           G_CALLBACK (qsa_application_apply_colors), self,
                           G_CONNECT_SWAPPED);
  qsa_application_apply_colors (self);
  qsa_application_choose_font ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions),
                                   self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_keys);
  gtk_window_set_default_icon_name (QSA_APP_ID);
}

static void
qsa_application_finalize (GObject *object)
{
  g_clear_object (&QSA_APPLICATION (object)->settings);
  G_OBJECT_CLASS (qsa_application_parent_class)->finalize (object);
}

static void
qsa_application_class_init (QsaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qsa_application_finalize;
  application_class->activate = qsa_application_activate;
  application_class->command_line = qsa_application_command_line;
  application_class->handle_local_options = qsa_application_handle_local_options;
  application_class->open = qsa_application_open_handed;
  application_class->startup = qsa_application_startup;
}

static void
qsa_application_init (QsaApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), option_entries);
  g_application_set_option_context_summary (
      G_APPLICATION (self),
      _ ("An archive of Arabic press articles: find, filter and quote them."));
}

QsaApplication *
qsa_application_new (GApplicationFlags flags)
{
  return g_object_new (QSA_TYPE_APPLICATION, "application-id", QSA_APP_ID,
                       "resource-base-path", "/io/github/qusasat/Qusasat", "flags",
                       flags | G_APPLICATION_HANDLES_COMMAND_LINE
                           | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
