/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "qsa-cli.h"
#include "qsa-library.h"

G_BEGIN_DECLS

/* Internal to cli. What every command gets, and the commands. */
typedef struct
{
  const char *library_path;  /* the library named by --library, or the user's own */
  gboolean library_is_named; /* --library was given */
  const char *name;          /* of the command */
  QsaExit status;            /* why qsa_cli_parse() said FALSE */
} QsaCliContext;

/* @argv[0] is the command's name; the function parses its own options. */
typedef QsaExit (*QsaCommandFunc) (QsaCliContext *cli, int argc, char **argv);

QsaExit qsa_command_import (QsaCliContext *cli, int argc, char **argv);
QsaExit qsa_command_extract (QsaCliContext *cli, int argc, char **argv);
QsaExit qsa_command_search (QsaCliContext *cli, int argc, char **argv);
QsaExit qsa_command_searches (QsaCliContext *cli, int argc, char **argv);
QsaExit qsa_command_variants (QsaCliContext *cli, int argc, char **argv);
QsaExit qsa_command_complete (QsaCliContext *cli, int argc, char **argv);
QsaExit qsa_command_quotes (QsaCliContext *cli, int argc, char **argv);
QsaExit qsa_command_show (QsaCliContext *cli, int argc, char **argv);
QsaExit qsa_command_cite (QsaCliContext *cli, int argc, char **argv);
QsaExit qsa_command_export (QsaCliContext *cli, int argc, char **argv);
QsaExit qsa_command_stats (QsaCliContext *cli, int argc, char **argv);
QsaExit qsa_command_check (QsaCliContext *cli, int argc, char **argv);

/* Parses a command's options. FALSE when there is nothing more to do: help was asked for and
 * printed, or a message says what cannot be read. Return the context's status then. */
gboolean qsa_cli_parse (QsaCliContext *cli, int *argc, char ***argv,
                        const char *parameters, const char *summary,
                        const GOptionEntry *entries);

/* Prints "qusasat-cli: …" on standard error. */
void qsa_cli_print_error (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* The same for what is to be said of a file, its path before @message unless it is in it. @path may
 * be NULL. */
void qsa_cli_print_file_message (const char *path, const char *message);
QsaExit qsa_cli_usage_error (QsaCliContext *cli, const char *message);

/* TRUE when standard output can take no more (a full disk, a reader that left): stop writing. The
 * message, if one is due, has been printed; the exit status is seen to. */
gboolean qsa_cli_output_failed (void);

/* FALSE with a message printed when @text (or NULL) is not UTF-8. Option tables take texts as
 * G_OPTION_ARG_FILENAME, their bytes as they are, since GOption would read them in the locale's
 * encoding. */
gboolean qsa_cli_is_text (const char *text);

/* FALSE with a message printed when @text is no positive article id. */
gboolean qsa_cli_parse_id (const char *text, gint64 *id);

/* Undated for NULL; FALSE with a message printed when @text is no date. */
gboolean qsa_cli_parse_date (const char *option, const char *text, QsaDate *date);

/* ---- waiting: the command line has one thread and one thing to do ---- */

/* GAsyncReadyCallback that keeps the result; @user_data is the address of a GAsyncResult*. */
void qsa_cli_on_ready (GObject *source, GAsyncResult *result, gpointer user_data);
/* Runs the default main context until *@result is there. */
void qsa_cli_wait (GAsyncResult **result);

/* Opens the context's library; NULL with a message printed. @flags as for the library; without
 * QSA_LIBRARY_CREATE a missing file is an error. */
QsaLibrary *qsa_cli_open_library (QsaCliContext *cli, QsaLibraryFlags flags);
/* Before searching: waits while the index is made anew after an update of the program. */
void qsa_cli_wait_for_index (QsaLibrary *library);
/* Closes and releases it; FALSE with a message printed when that failed. */
gboolean qsa_cli_close_library (QsaLibrary *library);
/* NULL with a message printed. */
QsaArticle *qsa_cli_load_article (QsaLibrary *library, gint64 id);

G_END_DECLS
