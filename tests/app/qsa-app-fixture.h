/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-library.h"
#include "qsa-test-dir.h"

G_BEGIN_DECLS

/* A small library of invented articles in a temporary folder, for tests of widgets. */
typedef struct
{
  QsaTestDir *dir;
  QsaLibrary *library;
  gint64 ids[3];
} QsaAppFixture;

enum
{
  /* Everything that an article can have. The body's second paragraph begins in Latin letters and
   * runs right-to-left: the view shows a mark before it that the source has not. */
  QSA_FIXTURE_FULL,
  /* Nothing but a long body: no title, outlet, date or address. */
  QSA_FIXTURE_BARE,
  /* A Latin title and author. */
  QSA_FIXTURE_LATIN,
};

/* Paragraphs of QSA_FIXTURE_FULL's body. */
#define QSA_FIXTURE_FIRST \
  "افتتح أهالي حي الزيتون مكتبة صغيرة في قبو السوق القديم بعد عام من التبرعات."
#define QSA_FIXTURE_MIXED \
  "NordTel أعلنت أنها تهدي المكتبة 24 حاسوبا، وقال مديرها: \"الكتاب \"الرقمي\" لا يلغي الورق\"."
#define QSA_FIXTURE_HEADING "ثمن الرفوف"
#define QSA_FIXTURE_PLAIN \
  "وكلفت الرفوف 3,500 دينار (نحو 4,900 دولار)، وستفتح المكتبة بين 9:00 و17:30."
#define QSA_FIXTURE_ENGLISH "The reading room opens on Sunday."
#define QSA_FIXTURE_LAST \
  "وختمت أمينة المكتبة سلمى النجار: «من يقرأ في المكتبة صفحة يعود غدا»."

QsaAppFixture *qsa_app_fixture_new (void);
/* Closes the library and removes the folder. */
void qsa_app_fixture_free (QsaAppFixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaAppFixture, qsa_app_fixture_free)

/* The stored article, waited for. */
QsaArticle *qsa_app_fixture_load (QsaAppFixture *fixture, guint index);

/* Runs the main loop until @condition holds; fails the test after a bound. */
typedef gboolean (*QsaTestCondition) (gpointer data);
#define qsa_test_wait(condition, data) \
  qsa_test_wait_for ((QsaTestCondition) (condition), (data), #condition)
void qsa_test_wait_for (QsaTestCondition condition, gpointer data, const char *what);

/* Runs another program to its end while this one's main loop goes on, and gives what it printed.
 * NULL when it fails. Free with g_free(). */
char *qsa_test_run (const char *const *argv);

/* What another process reads from a selection of X ("clipboard", "primary") as @target, such as
 * UTF8_STRING or text/html; NULL when there is nothing. Free with g_free(). */
char *qsa_test_read_selection (const char *selection, const char *target);

G_END_DECLS
