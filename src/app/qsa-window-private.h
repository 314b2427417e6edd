/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article-pane.h"
#include "qsa-import-bar.h"
#include "qsa-panes.h"
#include "qsa-reader.h"
#include "qsa-search-completion.h"
#include "qsa-sidebar.h"
#include "qsa-window.h"

G_BEGIN_DECLS

/* Shared by qsa-window.c (the window, its states and settings), qsa-window-actions.c (the verbs)
 * and qsa-window-import.c (everything that brings articles in). */

struct _QsaWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  GtkWidget *back_button;
  GtkWidget *sidebar_button;
  GtkWidget *add_button;
  GtkWidget *menu_button;
  GtkWidget *read_only_icon;
  GtkSearchEntry *search;
  GtkMenuButton *help_button;
  GtkStack *stack;
  GtkSpinner *spinner;
  QsaPanes *panes;
  QsaSidebar *sidebar;
  QsaArticlePane *article_pane;
  GtkStack *reader_stack;
  QsaReader *reader;
  AdwStatusPage *many_page;
  AdwStatusPage *open_error_page;
  GtkWidget *open_error_retry;
  QsaImportBar *import_bar;
  GtkRevealer *drop_revealer;
  GMenuModel *row_menu;

  /* Owned */
  char *path;
  char *samples_dir;
  GSettings *settings;
  GSettings *library_settings; /* what is remembered of this library */
  GCancellable *cancellable;   /* of opening, and of whatever ends with the window */
  QsaLibrary *library;
  QsaSession *session;
  QsaSearchCompletion *completion;
  GSignalGroup *session_signals;
  GSignalGroup *library_signals;
  GQueue jobs;            /* QsaImportJob, the running one first */
  GQueue waiting;         /* QsaWindowWaiting: for the library to be open */
  QsaImportJob *last_job; /* finished; for the report */
  AdwToast *result_toast; /* weak: of the last import */
  guint spinner_source;
  gboolean closing; /* the user has agreed that an import stops */
};

/* qsa-window-actions.c */
void qsa_window_install_actions (GtkWidgetClass *widget_class);
/* Enables what can be done now. */
void qsa_window_update_actions (QsaWindow *self);

/* qsa-window-searches.c: saved searches and spellings. */
void qsa_window_install_search_actions (GtkWidgetClass *widget_class);
void qsa_window_update_search_actions (QsaWindow *self);

/* qsa-window-import.c */
void qsa_window_install_import_actions (GtkWidgetClass *widget_class);
void qsa_window_init_import (QsaWindow *self);
/* The library is open: starts what has waited for it. */
void qsa_window_start_imports (QsaWindow *self);
/* Cancels all and forgets them. */
void qsa_window_stop_imports (QsaWindow *self);

/* qsa-window-query.c: the search entry and what goes with it. */
void qsa_window_install_query_actions (GtkWidgetClass *widget_class);
void qsa_window_init_query (QsaWindow *self);
/* The entry shows what the session asks. */
void qsa_window_update_query (QsaWindow *self);
/* The question was worth something: it is offered again when typing. */
void qsa_window_remember_search (QsaWindow *self);
QsaReach qsa_window_get_reach (QsaWindow *self);
void qsa_window_set_reach (QsaWindow *self, QsaReach reach);
void qsa_window_set_wider_reach (QsaWindow *self, gboolean wider);

/* qsa-window-settings.c: what is remembered. */
GSettings *qsa_window_get_library_settings (const char *path);
void qsa_window_restore_size (QsaWindow *self);
void qsa_window_save_size (QsaWindow *self);
void qsa_window_restore_view (QsaWindow *self);
void qsa_window_save_view (QsaWindow *self);

/* qsa-window-library.c: opening, closing, and what the session says. */
void qsa_window_open_library (QsaWindow *self);
void qsa_window_close_library (QsaWindow *self);
void qsa_window_ask_to_close (QsaWindow *self);
void qsa_window_update_reader (QsaWindow *self);
void qsa_window_update_matcher (QsaWindow *self);
void qsa_window_update_library_page (QsaWindow *self);

/* qsa-window.c */
void qsa_window_toast (QsaWindow *self, const char *text);
/* A message that wants to be read, in a window of its own. */
void qsa_window_show_message (QsaWindow *self, const char *heading, const char *body);
void qsa_window_show_page (QsaWindow *self, const char *name);
void qsa_window_update_header (QsaWindow *self);
void qsa_window_set_reader_shown (QsaWindow *self, gboolean shown);
void qsa_window_notify_session (QsaWindow *self);
void qsa_window_notify_importing (QsaWindow *self);

G_END_DECLS
