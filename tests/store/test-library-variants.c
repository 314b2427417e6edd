/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library.h"

#include <string.h>

#include "qsa-error.h"
#include "qsa-test-library.h"

/* The spellings that searches widen by: as shipped, and as the user wants them. */

static gint64
save (QsaLibrary *library, const QsaVariantGroup *group, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  qsa_library_save_variant_async (library, group, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  return qsa_library_save_variant_finish (library, answer, error);
}

static gboolean
remove_variant (QsaLibrary *library, gint64 id, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  qsa_library_remove_variant_async (library, id, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  return qsa_library_remove_variant_finish (library, answer, error);
}

static QsaVariantGroup *
make_group (gint64 id, const char *spellings)
{
  QsaVariantGroup *group = g_new0 (QsaVariantGroup, 1);

  group->id = id;
  group->spellings = g_strsplit (spellings, "|", -1);
  group->kind = QSA_VARIANT_NAME;
  group->enabled = TRUE;
  return group;
}

static gint64
save_new (QsaLibrary *library, const char *spellings)
{
  g_autoptr (QsaVariantGroup) group = make_group (0, spellings);
  g_autoptr (GError) error = NULL;
  gint64 id = save (library, group, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static const QsaVariantGroup *
group_at (QsaLibrary *library, guint i)
{
  GPtrArray *groups = qsa_variant_table_get_groups (qsa_library_get_variants (library));

  return i < groups->len ? g_ptr_array_index (groups, i) : NULL;
}

static guint
count_groups (QsaLibrary *library)
{
  return qsa_variant_table_get_groups (qsa_library_get_variants (library))->len;
}

static void
assert_group (QsaLibrary *library, guint i, gint64 id, const char *spellings)
{
  const QsaVariantGroup *group = group_at (library, i);
  g_autofree char *found = NULL;

  g_assert_nonnull (group);
  found = g_strjoinv ("|", group->spellings);
  g_assert_cmpstr (found, ==, spellings);
  g_assert_cmpint (group->id, ==, id);
}

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer n)
{
  (*(guint *) n)++;
}

static gboolean
is_positive (gpointer n)
{
  return *(guint *) n > 0;
}

/* ---- one process ---- */

static void
test_add_and_remove (QsaTestLibrary *test, gconstpointer data)
{
  guint n_shipped = count_groups (test->library), n_notified = 0;
  g_autoptr (QsaVariantGroup) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n_shipped, >=, 150);
  g_signal_connect (test->library, "notify::variants", G_CALLBACK (on_notify),
                    &n_notified);
  g_assert_cmpint (save_new (test->library, "زرافوم|زرافون|زرافوم| أبو_زراف "), ==, 1);
  assert_group (test->library, 0, 1, "زرافوم|زرافون|أبو زراف");
  qsa_test_wait (is_positive, &n_notified);
  g_signal_handlers_disconnect_by_data (test->library, &n_notified);
  g_assert_cmpuint (count_groups (test->library), ==, n_shipped + 1);

  changed = qsa_variant_group_copy (group_at (test->library, 0));
  changed->enabled = FALSE;
  changed->kind = QSA_VARIANT_ADJECTIVE;
  g_assert_cmpint (save (test->library, changed, &error), ==, 1);
  qsa_test_library_close (test->library);
  test->library = qsa_test_library_open (test->path, 0);
  assert_group (test->library, 0, 1, "زرافوم|زرافون|أبو زراف");
  g_assert_false (group_at (test->library, 0)->enabled);
  g_assert_cmpint (group_at (test->library, 0)->kind, ==, QSA_VARIANT_ADJECTIVE);

  g_assert_true (remove_variant (test->library, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_groups (test->library), ==, n_shipped);
  g_assert_false (remove_variant (test->library, 1, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_NOT_FOUND);

  /* Undone: with its id, which nobody else got. */
  g_clear_error (&error);
  g_assert_cmpint (save_new (test->library, "سفروط|صفروط"), ==, 2);
  g_assert_cmpint (save (test->library, changed, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpuint (count_groups (test->library), ==, n_shipped + 2);
}

static void
swap_first_two (char **spellings)
{
  char *first = spellings[0];

  spellings[0] = spellings[1];
  spellings[1] = first;
}

/* A row with a shipped group's spellings, in any order, stands in its place. */
static void
test_shipped_off (QsaTestLibrary *test, gconstpointer data)
{
  guint n_shipped = count_groups (test->library);
  g_autoptr (QsaVariantGroup)
      group = qsa_variant_group_copy (group_at (test->library, n_shipped / 2));
  g_autofree char *first = g_strdup (group->spellings[0]);
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_cmpint (group->id, ==, 0);
  g_assert_true (group->enabled);
  group->enabled = FALSE;
  swap_first_two (group->spellings);
  id = save (test->library, group, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_groups (test->library), ==, n_shipped);
  g_assert_cmpint (group_at (test->library, 0)->id, ==, id);
  g_assert_false (group_at (test->library, 0)->enabled);

  /* Asked twice it is still one row. */
  g_assert_cmpint (save (test->library, group, &error), ==, id);
  g_assert_true (remove_variant (test->library, id, &error));
  g_assert_cmpuint (count_groups (test->library), ==, n_shipped);
  g_assert_cmpstr (group_at (test->library, n_shipped / 2)->spellings[0], ==, first);
  g_assert_true (group_at (test->library, n_shipped / 2)->enabled);
}

typedef struct
{
  const char *name;
  const char *spellings;
  gint64 id;
  QsaError code;
} RefusedCase;

static const RefusedCase refused_cases[] = {
  { "none", "", 0, QSA_ERROR_BAD_VALUE },
  { "one", "زرافوم", 0, QSA_ERROR_BAD_VALUE },
  { "one-twice", "زرافوم| زرافوم", 0, QSA_ERROR_BAD_VALUE },
  { "no-word", "زرافوم|…", 0, QSA_ERROR_BAD_VALUE },
  { "only-marks", "زرافوم|\xd9\x8b", 0, QSA_ERROR_BAD_VALUE },
  { "empty", "زرافوم||زرافون", 0, QSA_ERROR_BAD_VALUE },
  { "no-text", "زرافوم|ab\xff", 0, QSA_ERROR_BAD_VALUE },
  { "id-never-given", "زرافوم|زرافون", 9, QSA_ERROR_NOT_FOUND },
  { "same-as-another", "صفروط|سفروط", 2, QSA_ERROR_BAD_VALUE },
};

static void
test_refused (QsaTestLibrary *test, gconstpointer data)
{
  const RefusedCase *this = data;
  g_autoptr (QsaVariantGroup) group = make_group (this->id, this->spellings);
  g_autoptr (GError) error = NULL;
  guint n_groups;

  save_new (test->library, "سفروط|صفروط");
  save_new (test->library, "كركوم|قرقوم");
  n_groups = count_groups (test->library);
  g_assert_cmpint (save (test->library, group, &error), ==, 0);
  g_assert_error (error, QSA_ERROR, (int) this->code);
  g_assert_cmpuint (count_groups (test->library), ==, n_groups);
}

static void
test_hostile (QsaTestLibrary *test, gconstpointer data)
{
  g_autofree char *letters = g_strnfill (1024 * 1024, 'x');
  g_autofree char *long_spelling = g_strconcat ("زرافوم|", letters, NULL);
  g_autoptr (QsaVariantGroup) too_long = make_group (0, long_spelling);
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (QsaVariantGroup) too_many = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (save (test->library, too_long, &error), ==, 0);
  g_assert_error (error, QSA_ERROR, QSA_ERROR_BAD_VALUE);
  g_assert_cmpuint (strlen (error->message), <, 1000);
  g_clear_error (&error);
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (many, "%sw%u", i > 0 ? "|" : "", i);
  too_many = make_group (0, many->str);
  g_assert_cmpint (save (test->library, too_many, &error), ==, 0);
  g_assert_error (error, QSA_ERROR, QSA_ERROR_BAD_VALUE);
}

/* What a later version or somebody's hand wrote. */
static void
test_strange_rows (QsaTestLibrary *test, gconstpointer data)
{
  guint n_shipped = count_groups (test->library);

  qsa_test_library_close (g_steal_pointer (&test->library));
  qsa_test_sql_exec (test->path,
                     "INSERT INTO variant VALUES (1, 'a b', 'telepathic', 1),"
                     " (2, '', 'name', 1), (3, CAST (x'61ff20c3' AS TEXT), 'name', 1),"
                     " (4, 'سفروط صفروط', 'name', 1)");
  test->library = qsa_test_library_open (test->path, 0);
  g_assert_cmpuint (count_groups (test->library), ==, n_shipped + 1);
  assert_group (test->library, 0, 4, "سفروط|صفروط");
}

static void
test_read_only (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (QsaVariantGroup) group = make_group (0, "كركوم|قرقوم");
  g_autoptr (GError) error = NULL;
  gint64 id = save_new (test->library, "سفروط|صفروط");

  qsa_test_library_close (test->library);
  test->library = qsa_test_library_open (test->path, QSA_LIBRARY_READ_ONLY);
  assert_group (test->library, 0, id, "سفروط|صفروط");
  g_assert_cmpint (save (test->library, group, &error), ==, 0);
  g_assert_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (remove_variant (test->library, id, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY);
}

static void
test_closed (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (QsaVariantGroup) group = make_group (0, "كركوم|قرقوم");
  g_autoptr (QsaLibrary) library = g_object_ref (test->library);
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_close_async (library, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  g_assert_cmpint (save (library, group, &error), ==, 0);
  g_assert_error (error, QSA_ERROR, QSA_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_false (remove_variant (library, 1, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_CLOSED);
  g_assert_nonnull (qsa_library_get_variants (library));
}

/* ---- another process: this program with --child FILE ---- */

static int
run_child (const char *path)
{
  QsaLibrary *library = qsa_test_library_open (path, 0);

  save_new (library, "سفروط|صفروط");
  qsa_test_library_close (library);
  return 0;
}

static void
on_changed (QsaLibrary *library, guint kinds, gpointer all_kinds)
{
  *(guint *) all_kinds |= kinds & QSA_CHANGE_VARIANTS;
}

static void
test_other_process (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = NULL;
  guint kinds = 0;

  g_signal_connect (test->library, "changed", G_CALLBACK (on_changed), &kinds);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--child",
                            test->path, NULL);
  g_assert_no_error (error);
  qsa_test_wait (is_positive, &kinds);
  assert_group (test->library, 0, 1, "سفروط|صفروط");
  g_assert_true (g_subprocess_wait_check (child, NULL, &error));
  g_assert_no_error (error);
  g_signal_handlers_disconnect_by_data (test->library, &kinds);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--child") == 0)
    return run_child (argv[2]);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func, data)                                            \
  g_test_add (path, QsaTestLibrary, data, qsa_test_library_set_up, func, \
              qsa_test_library_tear_down)
  ADD ("/store/variants/add-and-remove", test_add_and_remove, NULL);
  ADD ("/store/variants/shipped-off", test_shipped_off, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/variants/refused/",
                                           refused_cases[i].name, NULL);

      ADD (path, test_refused, &refused_cases[i]);
    }
  ADD ("/store/variants/hostile", test_hostile, NULL);
  ADD ("/store/variants/strange-rows", test_strange_rows, NULL);
  ADD ("/store/variants/read-only", test_read_only, NULL);
  ADD ("/store/variants/closed", test_closed, NULL);
  ADD ("/store/variants/other-process", test_other_process, NULL);
#undef ADD
  return g_test_run ();
}
