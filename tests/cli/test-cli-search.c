/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "qsa-cli-fixture.h"

/* Searches of the command line: how they are read, widened, kept and completed. */

/* A query with forms that are searched and forms that are not. */
#define WIDENED "البحر"

/* ---- JSON ---- */

static JsonArray *
get_list (JsonParser *parser, QsaCliFixture *fixture, const char *member)
{
  g_assert_cmpstr (fixture->errors, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
  return json_object_get_array_member (qsa_cli_parse_json (parser, fixture->output),
                                       member);
}

static JsonArray *
get_root_list (JsonParser *parser, QsaCliFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fixture->status, ==, 0);
  json_parser_load_from_data (parser, fixture->output, -1, &error);
  g_assert_no_error (error);
  return json_node_get_array (json_parser_get_root (parser));
}

/* The first widening that is on, or off; NULL when there is none. */
static JsonObject *
find_widening (JsonArray *widened, gboolean on)
{
  for (guint i = 0; i < json_array_get_length (widened); i++)
    {
      JsonObject *widening = json_array_get_object_element (widened, i);

      if (json_object_get_boolean_member (widening, "on") == on)
        return widening;
    }
  return NULL;
}

static gboolean
is_on (JsonArray *widened, const char *form)
{
  for (guint i = 0; i < json_array_get_length (widened); i++)
    {
      JsonObject *widening = json_array_get_object_element (widened, i);

      if (g_str_equal (json_object_get_string_member (widening, "form"), form))
        return json_object_get_boolean_member (widening, "on");
    }
  g_assert_not_reached ();
}

static gint64
count_found (QsaCliFixture *fixture, const char *query, const char *option,
             const char *value)
{
  qsa_cli_run (fixture, "search", "--json", query, option, value, NULL);
  return qsa_cli_get_count (fixture, "total");
}

/* ---- widening ---- */

static void
test_members (QsaCliFixture *fixture, gconstpointer data)
{
  static const char *const members[] = { "form",     "spelling", "of",
                                         "articles", "kind",     "on" };
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *widened = NULL;

  qsa_cli_run (fixture, "search", "--json", WIDENED, NULL);
  widened = get_list (parser, fixture, "widened");
  g_assert_cmpuint (json_array_get_length (widened), >, 0);
  for (guint i = 0; i < json_array_get_length (widened); i++)
    for (guint j = 0; j < G_N_ELEMENTS (members); j++)
      g_assert_true (json_object_has_member (json_array_get_object_element (widened, i),
                                             members[j]));
  g_assert_nonnull (get_list (parser, fixture, "readings"));
  g_assert_nonnull (get_list (parser, fixture, "suggestions"));
}

static void
test_without (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gint64 total = count_found (fixture, WIDENED, NULL, NULL);
  JsonObject *widening = find_widening (get_list (parser, fixture, "widened"), TRUE);
  g_autofree char *form = NULL;
  g_autofree char *spelling = NULL;

  g_assert_nonnull (widening);
  form = g_strdup (json_object_get_string_member (widening, "form"));
  spelling = g_strdup (json_object_get_string_member (widening, "spelling"));
  g_assert_cmpint (count_found (fixture, WIDENED, "--without", spelling), <=, total);
  g_assert_false (is_on (get_list (parser, fixture, "widened"), form));
  g_assert_cmpint (count_found (fixture, WIDENED, "--without", form), <=, total);
  g_assert_false (is_on (get_list (parser, fixture, "widened"), form));
}

static void
test_form (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gint64 total = count_found (fixture, WIDENED, NULL, NULL);
  JsonObject *widening = find_widening (get_list (parser, fixture, "widened"), FALSE);
  g_autofree char *form = NULL;
  g_autofree char *spelling = NULL;

  g_assert_nonnull (widening);
  form = g_strdup (json_object_get_string_member (widening, "form"));
  spelling = g_strdup (json_object_get_string_member (widening, "spelling"));
  g_assert_cmpint (count_found (fixture, WIDENED, "--form", spelling), >=, total);
  g_assert_true (is_on (get_list (parser, fixture, "widened"), form));

  /* For people both are in the answer. */
  qsa_cli_run (fixture, "search", WIDENED, NULL);
  qsa_cli_assert_ended (fixture, 0, "also searched: ", "");
  qsa_cli_assert_ended (fixture, 0, spelling, "");
}

static void
test_no_such_form (QsaCliFixture *fixture, gconstpointer data)
{
  qsa_cli_run (fixture, "search", WIDENED, "--form", "زرافة", NULL);
  qsa_cli_assert_ended (fixture, 1, "", "زرافة");
  g_assert_cmpstr (fixture->output, ==, "");
  qsa_cli_run (fixture, "export", WIDENED, "--format", "csv", "--without", "زرافة", NULL);
  qsa_cli_assert_ended (fixture, 1, NULL, "زرافة");
}

static void
test_no_widening (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gint64 total = count_found (fixture, WIDENED, NULL, NULL);
  gint64 exact = count_found (fixture, WIDENED, "--exact", NULL);
  gint64 wide = 0;

  g_assert_cmpint (exact, <, total);
  g_assert_cmpint (count_found (fixture, WIDENED, "--no-widening", NULL), ==, exact);
  g_assert_null (find_widening (get_list (parser, fixture, "widened"), TRUE));
  wide = count_found (fixture, WIDENED, "--wide", NULL);
  g_assert_cmpint (wide, >=, total);
}

/* ---- readings ---- */

typedef struct
{
  const char *name;
  const char *query;
  const char *kind;
  const char *said;
} ReadingCase;

static const ReadingCase reading_cases[] = {
  { "field", "outlet:\"صحيفة المرفأ\"", "field", "read as: outlet \"صحيفة المرفأ\"" },
  { "arabic-field", "عنوان:البحر", "field", "read as: title البحر" },
  { "not", "البحر -مدينة", "not", "“-مدينة” leaves articles out." },
  { "or", "البحر OR مدينة", "or", "means either of the two." },
  { "unpaired", "البحر \"مدينة", "unpaired", "has no partner and is passed over." },
  { "bad-value", "date:soon", "bad_value", "has no value that can be read" },
};

static void
test_reading (QsaCliFixture *fixture, gconstpointer data)
{
  const ReadingCase *this = data;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *readings = NULL;
  JsonObject *reading = NULL;

  qsa_cli_run (fixture, "search", "--json", this->query, NULL);
  readings = get_list (parser, fixture, "readings");
  g_assert_cmpuint (json_array_get_length (readings), ==, 1);
  reading = json_array_get_object_element (readings, 0);
  g_assert_cmpstr (json_object_get_string_member (reading, "kind"), ==, this->kind);
  g_assert_true (json_object_has_member (reading, "text"));
  g_assert_true (json_object_has_member (reading, "other"));
  qsa_cli_run (fixture, "search", this->query, NULL);
  qsa_cli_assert_ended (fixture, 0, this->said, "");
}

static void
test_unknown_field (QsaCliFixture *fixture, gconstpointer data)
{
  qsa_cli_run (fixture, "search", "speaker:سعاد", NULL);
  qsa_cli_assert_ended (fixture, 0, "Speakers are not known yet", "");
  qsa_cli_run (fixture, "search", "tag:بحر", NULL);
  qsa_cli_assert_ended (fixture, 0, "0 articles", "");
  g_assert_null (strstr (fixture->output, "not known yet"));
}

/* A slip of the finger. */
static void
test_suggestions (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *suggestions = NULL;

  qsa_cli_run (fixture, "search", "--json", "المدبنة", NULL);
  suggestions = get_list (parser, fixture, "suggestions");
  g_assert_cmpuint (json_array_get_length (suggestions), >, 0);
  g_assert_cmpstr (json_object_get_string_member (
                       json_array_get_object_element (suggestions, 0), "kind"),
                   ==, "spelling");
  qsa_cli_run (fixture, "search", "المدبنة", NULL);
  qsa_cli_assert_ended (fixture, 0, "did you mean “", "");
}

/* ---- saved searches ---- */

static void
test_searches (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gint64 found = count_found (fixture, WIDENED, "--from", "2021");
  JsonArray *searches = NULL;
  JsonObject *search = NULL;

  qsa_cli_run (fixture, "searches", NULL);
  qsa_cli_assert_ended (fixture, 0, "", "");
  g_assert_cmpstr (fixture->output, ==, "");
  qsa_cli_run (fixture, "searches", "--save", " البحر  منذ 2021 ", WIDENED, "--from",
               "2021", "--sort", "oldest", NULL);
  qsa_cli_assert_ended (fixture, 0, "", "");
  qsa_cli_run (fixture, "searches", "--json", NULL);
  searches = get_root_list (parser, fixture);
  g_assert_cmpuint (json_array_get_length (searches), ==, 1);
  search = json_array_get_object_element (searches, 0);
  g_assert_cmpstr (json_object_get_string_member (search, "name"), ==, "البحر منذ 2021");
  g_assert_cmpstr (json_object_get_string_member (search, "query"), ==, WIDENED);
  g_assert_cmpstr (json_object_get_string_member (search, "reach"), ==, "default");
  g_assert_cmpstr (json_object_get_string_member (search, "from"), ==, "2021");
  g_assert_cmpstr (json_object_get_string_member (search, "sort"), ==, "oldest");
  g_assert_cmpint (json_object_get_int_member (search, "articles"), ==, found);

  qsa_cli_run (fixture, "search", "--json", "--saved", "البحر منذ 2021", NULL);
  g_assert_cmpint (qsa_cli_get_count (fixture, "total"), ==, found);
  qsa_cli_run (fixture, "search", "--json", "--saved", "1", NULL);
  g_assert_cmpint (qsa_cli_get_count (fixture, "total"), ==, found);
  qsa_cli_run (fixture, "searches", NULL);
  qsa_cli_assert_ended (fixture, 0, "2021–…", "");
}

static void
test_searches_replace_and_remove (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *searches = NULL;

  qsa_cli_run (fixture, "searches", "--save", "بحر", "البحر", NULL);
  qsa_cli_run (fixture, "searches", "--save", "مدينة", "المدينة", NULL);
  qsa_cli_run (fixture, "searches", "--save", "بحر", "السمك", NULL);
  qsa_cli_assert_ended (fixture, 0, "", "");
  qsa_cli_run (fixture, "searches", "--json", NULL);
  searches = get_root_list (parser, fixture);
  g_assert_cmpuint (json_array_get_length (searches), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (
                       json_array_get_object_element (searches, 0), "query"),
                   ==, "السمك");
  qsa_cli_run (fixture, "searches", "--remove", "بحر", NULL);
  qsa_cli_assert_ended (fixture, 0, "", "");
  qsa_cli_run (fixture, "searches", "--remove", "بحر", NULL);
  qsa_cli_assert_ended (fixture, 1, "", "بحر");
  qsa_cli_run (fixture, "search", "--saved", "بحر", NULL);
  qsa_cli_assert_ended (fixture, 1, "", "بحر");
  qsa_cli_run (fixture, "searches", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (get_root_list (parser, fixture)), ==, 1);
}

static void
test_searches_refused (QsaCliFixture *fixture, gconstpointer data)
{
  qsa_cli_run (fixture, "searches", "--save", " ", "البحر", NULL);
  qsa_cli_assert_ended (fixture, 1, "", "A saved search needs a name.");
  qsa_cli_run (fixture, "searches", "--save", "x", "", NULL);
  qsa_cli_assert_ended (fixture, 1, "", "asks for nothing");
  qsa_cli_run (fixture, "searches", "--save", "x", "", "--from", "2021", NULL);
  qsa_cli_assert_ended (fixture, 0, "", "");
}

/* ---- house spellings ---- */

static void
test_variants (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *groups = NULL;

  qsa_cli_run (fixture, "variants", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (get_root_list (parser, fixture)), >=, 150);
  qsa_cli_run (fixture, "variants", "--add", "سفروط", "صفروط", "أبو سفروط", "--kind",
               "thing", NULL);
  qsa_cli_assert_ended (fixture, 0, "", "");
  qsa_cli_run (fixture, "variants", "--json", "صفروط", NULL);
  groups = get_root_list (parser, fixture);
  g_assert_cmpuint (json_array_get_length (groups), ==, 1);
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (groups, 0), "kind"),
      ==, "thing");
  qsa_cli_run (fixture, "variants", NULL);
  qsa_cli_assert_ended (fixture, 0, "سفروط · صفروط · أبو سفروط", "");
  qsa_cli_run (fixture, "variants", "--remove", "ابو سفروط", NULL);
  qsa_cli_assert_ended (fixture, 0, "", "");
  qsa_cli_run (fixture, "variants", "--json", "صفروط", NULL);
  g_assert_cmpuint (json_array_get_length (get_root_list (parser, fixture)), ==, 0);
  qsa_cli_run (fixture, "variants", "--remove", "صفروط", NULL);
  qsa_cli_assert_ended (fixture, 1, "", "صفروط");
  qsa_cli_run (fixture, "variants", "--add", "سفروط", "…", NULL);
  qsa_cli_assert_ended (fixture, 1, "", "is not a word");
}

static void
test_shipped_variants (QsaCliFixture *fixture, gconstpointer data)
{
  qsa_cli_run (fixture, "variants", "--remove", "أميركا", NULL);
  qsa_cli_assert_ended (fixture, 0, "", "");
  qsa_cli_run (fixture, "variants", "أمريكا", NULL);
  qsa_cli_assert_ended (fixture, 0, "(switched off)", "");
  qsa_cli_run (fixture, "variants", "--restore", "أميركا", NULL);
  qsa_cli_assert_ended (fixture, 0, "", "");
  qsa_cli_run (fixture, "variants", "أمريكا", NULL);
  qsa_cli_assert_ended (fixture, 0, "أميركا", "");
  g_assert_null (strstr (fixture->output, "(switched off)"));
}

/* ---- completion and help ---- */

static void
test_complete (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *found = NULL;

  qsa_cli_run (fixture, "complete", "--json", "المدي", NULL);
  found = get_root_list (parser, fixture);
  g_assert_cmpuint (json_array_get_length (found), >, 0);
  for (guint i = 0; i < json_array_get_length (found); i++)
    {
      JsonObject *completion = json_array_get_object_element (found, i);

      g_assert_nonnull (
          strstr (json_object_get_string_member (completion, "completion"), "مدي"));
      g_assert_cmpint (json_object_get_int_member (completion, "articles"), >, 0);
    }
  qsa_cli_run (fixture, "complete", "--json", "--limit", "1", "المدي", NULL);
  g_assert_cmpuint (json_array_get_length (get_root_list (parser, fixture)), ==, 1);
  qsa_cli_run (fixture, "complete", "بحر outlet:المرف", NULL);
  qsa_cli_assert_ended (fixture, 0, "صحيفة المرفأ", "");
  qsa_cli_run (fixture, "complete", "titl", NULL);
  qsa_cli_assert_ended (fixture, 0, "title:", "");
}

static void
test_help (QsaCliFixture *fixture, gconstpointer data)
{
  qsa_cli_run (fixture, "help", "query", NULL);
  qsa_cli_assert_ended (fixture, 0, "NEAR/5", "");
  qsa_cli_assert_ended (fixture, 0, "عنوان:", "");
  qsa_cli_run (fixture, "help", "search", NULL);
  qsa_cli_assert_ended (fixture, 0, "--no-widening", "");
  qsa_cli_run (fixture, "help", "telepathy", NULL);
  qsa_cli_assert_ended (fixture, 2, "", "telepathy");
}

/* ---- what cannot be read ---- */

static void
test_usage (QsaCliFixture *fixture, gconstpointer data)
{
  static const char *const bad[][5] = {
    { "search", "x", "--wide", "--no-widening" },
    { "search", "x", "--saved", "y" },
    { "search", "--saved", "y", "--wide" },
    { "search", "--saved", "\xff" },
    { "search", "x", "--form", "\xff" },
    { "search", "x", "--sort", "\xff" },
    { "searches", "x" },
    { "searches", "--save", "x" },
    { "searches", "--save", "\xff", "x" },
    { "searches", "--save", "x", "--remove", "x" },
    { "searches", "--save", "x", "y", "--form=z" },
    { "variants", "--add", "x" },
    { "variants", "--add", "x", "y", "--kind=z" },
    { "variants", "\xff" },
    { "variants", "--remove", "x", "y" },
    { "variants", "--remove", "x", "--restore", "y" },
    { "complete" },
    { "complete", "\xff" },
    { "complete", "x", "y" },
    { "complete", "x", "--limit", "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      qsa_cli_run (fixture, bad[i][0], bad[i][1], bad[i][2], bad[i][3], bad[i][4], NULL);
      g_test_message ("%s %s", bad[i][0], bad[i][1]);
      g_assert_cmpint (fixture->status, ==, 2);
      g_assert_cmpstr (fixture->output, ==, "");
      g_assert_cmpstr (fixture->errors, !=, "");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func, data)                                                           \
  g_test_add ("/cli/search/" path, QsaCliFixture, data, qsa_cli_fixture_set_up_samples, \
              func, qsa_cli_fixture_tear_down)
  ADD ("members", test_members, NULL);
  ADD ("without", test_without, NULL);
  ADD ("form", test_form, NULL);
  ADD ("no-such-form", test_no_such_form, NULL);
  ADD ("no-widening", test_no_widening, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (reading_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/search/reading/", reading_cases[i].name,
                                           NULL);

      g_test_add (path, QsaCliFixture, &reading_cases[i], qsa_cli_fixture_set_up_samples,
                  test_reading, qsa_cli_fixture_tear_down);
    }
  ADD ("unknown-field", test_unknown_field, NULL);
  ADD ("suggestions", test_suggestions, NULL);
  ADD ("saved", test_searches, NULL);
  ADD ("saved-replaced", test_searches_replace_and_remove, NULL);
  ADD ("saved-refused", test_searches_refused, NULL);
  ADD ("variants", test_variants, NULL);
  ADD ("shipped-variants", test_shipped_variants, NULL);
  ADD ("complete", test_complete, NULL);
  ADD ("help", test_help, NULL);
  ADD ("usage", test_usage, NULL);
#undef ADD
  return g_test_run ();
}
