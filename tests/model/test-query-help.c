/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each example of the help is read as what it is an example of. */

#include "qsa-query-help.h"
#include "qsa-query.h"

#include <string.h>

typedef struct
{
  const char *arabic;
  const char *latin;
} Expected;

static const Expected expected[] = {
  { "(and (word \"هدنة\") (word \"الميناء\"))",
    "(and (word \"truce\") (word \"harbour\"))" },
  { "(phrase \"الدول\" \"العربية\")", "(phrase \"peace\" \"talks\")" },
  { "(or (word \"هدنة\") (word \"صلح\"))", "(or (word \"truce\") (word \"peace\"))" },
  { "(and (word \"هدنة\") (not (word \"حرب\")))",
    "(and (word \"truce\") (not (word \"war\")))" },
  { "(and (or (word \"هدنة\") (word \"صلح\")) (word \"الميناء\"))",
    "(and (or (word \"truce\") (word \"peace\")) (word \"harbour\"))" },
  { "(word prefix \"اقتصاد\")", "(word prefix \"econom\")" },
  { "(word surface \"علي\")", "(word surface \"résumé\")" },
  { "(phrase printed \"عُمان\")", "(phrase printed \"Résumé\")" },
  { "(near 5 (word \"هدنة\") (word \"ميناء\"))",
    "(near 5 (word \"truce\") (word \"harbour\"))" },
  { "(near paragraph (word \"هدنة\") (word \"ميناء\"))",
    "(near paragraph (word \"truce\") (word \"harbour\"))" },
  { "(word title \"هدنة\")", "(word title \"truce\")" },
  { "(outlet \"رويترز\")", "(outlet \"reuters\")" },
  { "(author \"خليل\")", "(author \"khalil\")" },
  { "(tag \"اقتصاد\")", "(tag \"economy\")" },
  { "(date 2021-07-01..2021-07-31)", "(date 2021-07-01..2021-07-31)" },
  { "(and (date 2020-01-01..) (date ..2021-03-31))",
    "(and (date 2020-01-01..) (date ..2021-03-31))" },
  { "(is starred)", "(is starred)" },
};

static void
assert_read_as (const char *text, const char *line)
{
  g_autoptr (QsaQuery) query = qsa_query_parse (text, QSA_REACH_DEFAULT, FALSE);
  g_autofree char *printed = qsa_query_to_string (query);
  GPtrArray *readings = qsa_query_get_readings (query);

  g_assert_cmpstr (printed, ==, line);
  for (guint i = 0; i < readings->len; i++)
    {
      const QsaReading *reading = g_ptr_array_index (readings, i);

      g_assert_cmpint (reading->kind, !=, QSA_READING_BAD_VALUE);
      g_assert_cmpint (reading->kind, !=, QSA_READING_UNPAIRED);
    }
}

static void
test_rows (void)
{
  gsize n_rows;
  const QsaQueryHelp *rows = qsa_query_help_get_rows (&n_rows);

  g_assert_cmpuint (n_rows, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < n_rows; i++)
    {
      assert_read_as (rows[i].arabic, expected[i].arabic);
      assert_read_as (rows[i].latin, expected[i].latin);
      g_assert_cmpuint (strlen (rows[i].finds), >, 0);
    }
}

/* An Arabic keyboard has no Latin letters, a Latin one no Arabic. */
static void
test_keyboards (void)
{
  gsize n_rows;
  const QsaQueryHelp *rows = qsa_query_help_get_rows (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      for (const char *p = rows[i].arabic; *p != '\0'; p++)
        g_assert_false (g_ascii_isalpha (*p));
      for (const char *p = rows[i].latin; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_cmpuint (g_utf8_get_char (p), <, 0x250);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/query/help/rows", test_rows);
  g_test_add_func ("/model/query/help/keyboards", test_keyboards);
  return g_test_run ();
}
