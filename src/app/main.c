/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

#include "qsa-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (QsaApplication) application = NULL;

  /* A full quota and a reader that went away are errors of the call, not the end of the window. */
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, qsa_application_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = qsa_application_new (0);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
