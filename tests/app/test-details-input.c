/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-date-reading.h"
#include "qsa-outlet-completion.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *iso;      /* NULL: refused */
  const char *describe; /* NULL: not looked at */
} QsaReadingCase;

static const QsaReadingCase readings[] = {
  { "year", "2021", "2021", "2021 (year only)" },
  { "month", "2021-12", "2021-12", "December 2021 (month only)" },
  { "day", "2021-12-08", "2021-12-08", "8 December 2021" },
  { "spaces-around", "  2021-12-08 ", "2021-12-08", NULL },
  { "arabic-digits", "٢٠٢١-١٢-٠٨", "2021-12-08", NULL },
  { "arabic-year", "٢٠٢١", "2021", NULL },
  { "short-month", "2021-3", "2021-03", NULL },
  { "month-first", "12/2021", "2021-12", NULL },
  { "month-dot", "3.2020", "2020-03", NULL },
  { "month-name", "ديسمبر 2021", "2021-12", NULL },
  { "month-name-of-two-words", "كانون الأول ٢٠٢١", "2021-12", NULL },
  { "day-first", "8/12/2021", "2021-12-08", NULL },
  { "day-month-name", "8 كانون الأول 2021", "2021-12-08", NULL },
  { "stamp-with-weekday", "الأربعاء، 08 ديسمبر 2021 09:23 ص", "2021-12-08", NULL },
  { "empty", "", NULL, NULL },
  { "word", "أمس", NULL, NULL },
  { "no-such-day", "2021-02-30", NULL, NULL },
  { "no-such-month", "2021-13", NULL, NULL },
  { "no-such-month-first", "13/2021", NULL, NULL },
  { "month-without-year", "ديسمبر", NULL, NULL },
  { "year-zero", "0000", NULL, NULL },
  { "short-year", "12/21", NULL, NULL },
  { "words-behind", "2021 تقريبا", NULL, NULL },
  { "sentence", "صوت البرلمان في 5 يناير 2020 على القانون", NULL, NULL },
};

static void
test_date_reading (gconstpointer data)
{
  const QsaReadingCase *reading = data;
  QsaDate date;
  g_autofree char *iso = NULL;

  g_assert_cmpint (qsa_date_reading_parse (reading->text, &date), ==,
                   reading->iso != NULL);
  iso = qsa_date_to_iso (&date);
  g_assert_cmpstr (iso, ==, reading->iso);
  if (reading->describe != NULL)
    {
      g_autofree char *words = qsa_date_reading_describe (&date);
      g_assert_cmpstr (words, ==, reading->describe);
    }
}

static QsaOutletTable *
qsa_test_new_outlets (void)
{
  static const struct
  {
    guint32 id;
    const char *name;
    const char *domain;
  } rows[] = {
    { 0, "المنارة الجديدة", "newlight.example" },
    { 1, "صحيفة المنارة", "manara.example" },
    { 2, "إذاعة أمواج", "amwaj.example" },
    { 0, "وكالة ضوء المنارة", NULL },
    { 3, "سنونو", "sununu.example" },
  };
  g_autoptr (GPtrArray)
      outlets = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_outlet_free);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      QsaOutlet *outlet = g_new0 (QsaOutlet, 1);

      outlet->id = rows[i].id;
      outlet->name = g_strdup (rows[i].name);
      outlet->domain = g_strdup (rows[i].domain);
      g_ptr_array_add (outlets, outlet);
    }
  return qsa_outlet_table_new_with (NULL, outlets);
}

typedef struct
{
  const char *name;
  const char *typed;
  const char *found[4];
} QsaCompletionCase;

static const QsaCompletionCase completions[] = {
  { "beginning", "سنو", { "سنونو" } },
  { "without-hamza", "اذاعه امواج", { "إذاعة أمواج" } },
  { "second-word", "امواج", { "إذاعة أمواج" } },
  { "domain", "sunu", { "سنونو" } },
  { "ranked", "المنارة", { "المنارة الجديدة", "صحيفة المنارة", "وكالة ضوء المنارة" } },
  { "without-the-article", "منارة", { "المنارة الجديدة" } },
  { "nothing", "قمر", { NULL } },
  { "empty", " ", { NULL } },
};

static void
test_outlet_completion (gconstpointer data)
{
  const QsaCompletionCase *completion = data;
  g_autoptr (QsaOutletTable) outlets = qsa_test_new_outlets ();
  g_autoptr (GPtrArray)
      names = qsa_outlet_completion_find (outlets, completion->typed, 7);

  for (guint i = 0; completion->found[i] != NULL; i++)
    {
      g_assert_cmpuint (i, <, names->len);
      g_assert_cmpstr (g_ptr_array_index (names, i), ==, completion->found[i]);
    }
  if (completion->found[0] == NULL)
    g_assert_cmpuint (names->len, ==, 0);
}

static void
test_outlet_completion_max (void)
{
  g_autoptr (QsaOutletTable) outlets = qsa_test_new_outlets ();
  g_autoptr (GPtrArray) names = qsa_outlet_completion_find (outlets, "المنارة", 2);

  g_assert_cmpuint (names->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strconcat ("/app/date-reading/", readings[i].name, NULL);
      g_test_add_data_func (path, &readings[i], test_date_reading);
    }
  for (guint i = 0; i < G_N_ELEMENTS (completions); i++)
    {
      g_autofree char *path = g_strconcat ("/app/outlet-completion/", completions[i].name,
                                           NULL);
      g_test_add_data_func (path, &completions[i], test_outlet_completion);
    }
  g_test_add_func ("/app/outlet-completion/max", test_outlet_completion_max);
  return g_test_run ();
}
