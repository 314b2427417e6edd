/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include <glib/gi18n.h>

#include "qsa-cli.h"

int
main (int argc, char **argv)
{
  const char *locale_dir = g_getenv ("QUSASAT_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : QSA_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return qsa_cli_run (argc, argv);
}
