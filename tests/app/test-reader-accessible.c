/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <unistd.h>

#include "qsa-reader-fixture.h"

/* What read-accessible.py found, over the accessibility bus; NULL when it could not ask. */
static char **
qsa_test_read_accessible (void)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "app",
                                                   "read-accessible.py", NULL);
  g_autofree char *pid = g_strdup_printf ("%d", (int) getpid ());
  g_autofree char *output = qsa_test_run (
      (const char *const[]){ g_getenv ("QSA_TEST_PYTHON"), script, pid, NULL });

  return output != NULL ? g_strsplit (output, "\n", -1) : NULL;
}

static gboolean
qsa_test_has_pyatspi (void)
{
  g_autofree char *output = qsa_test_run ((const char *const[]){
      g_getenv ("QSA_TEST_PYTHON"), "-c", "import pyatspi", NULL });

  return output != NULL;
}

/* The role is text, and the whole article is in it. */
static void
test_accessible_text (void)
{
  g_autoptr (QsaReaderFixture) fixture = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) paragraphs = NULL;
  g_autofree char *wanted = NULL;
  guint n_texts = 0;

  if (!qsa_test_has_pyatspi ())
    {
      g_test_skip ("python3-pyatspi is not installed");
      return;
    }
  fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  lines = qsa_test_read_accessible ();
  g_assert_nonnull (lines);
  paragraphs = g_strsplit (
      qsa_reader_text_get_view (qsa_reader_view_get_text (fixture->view)), "\n", -1);
  wanted = g_strjoinv ("\\n", paragraphs);
  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "text "))
      {
        const char *tab = strchr (*line, '\t');

        g_assert_nonnull (tab);
        g_assert_cmpint (tab - *line, >, (gssize) strlen ("text "));
        g_assert_cmpstr (tab + 1, ==, wanted);
        n_texts++;
      }
  g_assert_cmpuint (n_texts, ==, 1);
}

/* Every button says what it does. */
static void
test_accessible_buttons (void)
{
  g_autoptr (QsaReaderFixture) fixture = NULL;
  g_autoptr (QsaMatcher) matcher = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_buttons = 0;

  if (!qsa_test_has_pyatspi ())
    {
      g_test_skip ("python3-pyatspi is not installed");
      return;
    }
  fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  matcher = qsa_test_new_matcher ("مكتبة", NULL);
  qsa_reader_set_matcher (fixture->reader, matcher);
  lines = qsa_test_read_accessible ();
  g_assert_nonnull (lines);
  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "button "))
      {
        g_assert_false (g_str_has_prefix (*line, "button \t"));
        n_buttons++;
      }
  /* Star, reference, link, previous, next. */
  g_assert_cmpuint (n_buttons, >=, 5);
}

int
main (int argc, char **argv)
{
  qsa_test_init_display (&argc, &argv);
  g_test_add_func ("/app/accessible/text", test_accessible_text);
  g_test_add_func ("/app/accessible/buttons", test_accessible_buttons);
  return g_test_run ();
}
