/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "qsa-app-fixture.h"
#include "qsa-reader-private.h"

G_BEGIN_DECLS

/* g_test_init(), then GTK in the locale of the environment. Ends the program with a skipped TAP
 * plan when that locale is not on this machine. */
void qsa_test_init_display (int *argc, char ***argv);

/* A window with a QsaReader over the library of QsaAppFixture. */
typedef struct
{
  QsaAppFixture *app;
  GtkWindow *window;
  QsaReader *reader;
  QsaReaderPage *page;
  QsaReaderView *view;
} QsaReaderFixture;

/* With the article open, on screen, and the keyboard's focus in the page. */
QsaReaderFixture *qsa_reader_fixture_new (guint article);
void qsa_reader_fixture_free (QsaReaderFixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaReaderFixture, qsa_reader_fixture_free)

/* Opens another one and waits until it is shown. */
void qsa_reader_fixture_open (QsaReaderFixture *fixture, guint article);

/* Selects from the beginning of @from to the end of @to, both of the body shown. */
void qsa_reader_fixture_select (QsaReaderFixture *fixture, const char *from,
                                const char *to);

/* Presses a key as a person would: from outside, in the window that has the focus. */
void qsa_reader_fixture_press (QsaReaderFixture *fixture, const char *key);

GtkTextView *qsa_test_get_text_view (QsaReaderFixture *fixture);
/* Of single words, NULL at their end; folded, without forms. */
QsaMatcher *qsa_test_new_matcher (const char *first, ...) G_GNUC_NULL_TERMINATED;
/* The first letter of @words, which the body has, can be seen. */
gboolean qsa_test_is_in_sight (QsaReaderFixture *fixture, const char *words);
/* GArray of GdkRectangle: what @words of the body cover. */
GArray *qsa_test_get_marks (QsaReaderFixture *fixture, const char *words);

/* A widget of @type below @parent, NULL when there is none; the @nth, from 0. */
GtkWidget *qsa_test_find_widget (GtkWidget *parent, GType type, guint nth);

/* Gives the X focus to a window of this process and waits until GTK knows. */
void qsa_test_focus_window (GtkWindow *window);

G_END_DECLS
