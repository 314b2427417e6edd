/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-outlet-table.h"

#include <string.h>

#include "qsa-outlet-key.h"

typedef struct
{
  const char *address;
  const char *given;
  const char *expected; /* the outlet's name, or NULL */
} OutletCase;

static const OutletCase name_cases[] = {
  { "own-name", "العربية", "العربية" },
  { "without-article", "عربية", "العربية" },
  { "hamza-and-teh", "اليوم السابع", "اليوم السابع" },
  { "sloppy-hamza", "ارم نيوز", "إرم نيوز" },
  { "sloppy-teh", "سكاي نيوز عربيه", "سكاي نيوز عربية" },
  { "tashkeel-and-tatweel", "الأنَـاضول", "الأناضول" },
  { "glued-digits", "فرانس24", "فرانس 24" },
  { "words-glued", "بيبيسي عربي", "بي بي سي عربي" },
  { "spelling-of-fm", "جوهرة اف ام", "جوهرة أف أم" },
  { "corpus-latin-spaced", "Jawhara FM", "جوهرة أف أم" },
  { "corpus-latin-lower", "france24", "فرانس 24" },
  { "corpus-other-spelling", "alarabia", "العربية" },
  { "corpus-domain-label", "alriyadh", "الرياض" },
  { "corpus-hyphen-in-domain", "aljazirah", "الجزيرة السعودية" },
  { "corpus-digit-in-label", "3alyoum", "عين اليوم" },
  { "kind-noun", "صحيفة الشرق الأوسط", "الشرق الأوسط" },
  { "kind-noun-and-article-off", "قناة حرة", "الحرة" },
  { "kind-noun-makes-another", "صحيفة الجزيرة", "الجزيرة السعودية" },
  { "language-after", "دويتشه فيله بالعربية", "دويتشه فيله عربية" },
  { "language-latin", "CNN Arabic", "سي إن إن بالعربية" },
  { "kind-and-language", "شبكة CNN بالعربية", "سي إن إن بالعربية" },
  { "dotted-arabic-name", "العربية.نت", "العربية" },
  { "domain-as-name", "www.eremnews.com", "إرم نيوز" },
  { "agency-letters", "أ.ف.ب", "وكالة الصحافة الفرنسية" },
  { "agency-short", "واس", "وكالة الأنباء السعودية" },
  { "white-space-around", "  عكاظ \n", "عكاظ" },
  { "short-name-of-several", "الوطن", NULL },
  { "short-name-of-several-with-kind", "صحيفة الوطن", NULL },
  { "label-of-several", "alwatan", NULL },
  { "epithet-decides", "الوطن المصرية", "الوطن المصرية" },
  { "everyday-word", "السياسة", NULL },
  { "kind-noun-alone", "صحيفة", NULL },
  { "language-alone", "عربي", NULL },
  { "invented", "صحيفة الضفة المنسية", NULL },
  { "empty", "", NULL },
  { "no-letter", " … ", NULL },
  { "null", NULL, NULL },
  { "invalid-bytes", "\xff\xd8\xd9", NULL },
};

static const OutletCase domain_cases[] = {
  { "plain", "aawsat.com", "الشرق الأوسط" },
  { "www", "www.aawsat.com", "الشرق الأوسط" },
  { "upper-case", "WWW.AawSat.Com", "الشرق الأوسط" },
  { "subdomain", "ar.france24.com", "فرانس 24" },
  { "deep-subdomain", "m.ar.france24.com", "فرانس 24" },
  { "path-and-scheme", "https://www.france24.com/ar/x", "فرانس 24" },
  { "subdomain-of-its-own", "gate.ahram.org.eg", "بوابة الأهرام" },
  { "its-parent", "www.ahram.org.eg", "الأهرام" },
  { "further-domain", "www.bbc.co.uk", "بي بي سي عربي" },
  { "language-subdomain-is-the-outlet", "arabic.rt.com", "روسيا اليوم" },
  { "longer-name-is-another", "notaawsat.com", NULL },
  { "registry-only", "com.sa", NULL },
  { "not-a-domain", "الشرق الأوسط", NULL },
  { "null", NULL, NULL },
};

static const OutletCase url_cases[] = {
  { "www", "https://www.example.net/a", "example.net" },
  { "upper-case", "HTTP://WWW.Example.NET/A", "example.net" },
  { "subdomain-stays", "https://ar.example.net", "ar.example.net" },
  { "port", "http://example.net:8080/x", "example.net" },
  { "user", "https://user:secret@example.net/x", "example.net" },
  { "at-in-path", "https://example.net/@name", "example.net" },
  { "query", "https://example.net?x=//other.org", "example.net" },
  { "fragment", "https://example.net#a", "example.net" },
  { "trailing-dot", "https://example.net./a", "example.net" },
  { "protocol-relative", "//cdn.example.net/x", "cdn.example.net" },
  { "arabic-path", "https://example.net/ar/خبر", "example.net" },
  { "arabic-host", "http://مثال.مصر/خبر", "مثال.مصر" },
  { "no-scheme", "www.example.net/a", "example.net" },
  { "space-before", " https://example.net/a", "example.net" },
  { "www-is-all", "https://www./", "www" },
  { "file", "file:///home/x/a.html", NULL },
  { "mail", "editor@example.net", NULL },
  { "mailto", "mailto:editor@example.net", NULL },
  { "relative", "/ar/article/12", NULL },
  { "words", "لا عنوان هنا", NULL },
  { "number", "24.7", NULL },
  { "ipv6", "http://[::1]/a", NULL },
  { "empty", "", NULL },
  { "null", NULL, NULL },
};

static void
assert_name (const QsaOutlet *outlet, const char *expected)
{
  g_assert_cmpstr (outlet != NULL ? outlet->name : NULL, ==, expected);
}

static void
test_find_name (gconstpointer data)
{
  const OutletCase *test = data;
  g_autoptr (QsaOutletTable) table = qsa_outlet_table_new_shipped ();

  assert_name (qsa_outlet_table_find_name (table, test->given), test->expected);
}

static void
test_find_domain (gconstpointer data)
{
  const OutletCase *test = data;
  g_autoptr (QsaOutletTable) table = qsa_outlet_table_new_shipped ();

  assert_name (qsa_outlet_table_find_domain (table, test->given), test->expected);
}

static void
test_domain_from_url (gconstpointer data)
{
  const OutletCase *test = data;
  g_autofree char *domain = qsa_domain_from_url (test->given);

  g_assert_cmpstr (domain, ==, test->expected);
}

/* Every outlet is found by all that stands in its line, unless two lines share it. */
static void
test_shipped_is_consistent (void)
{
  g_autoptr (QsaOutletTable) table = qsa_outlet_table_new_shipped ();

  g_assert_cmpuint (qsa_outlet_table_get_size (table), >=, 150);
  for (guint i = 0; i < qsa_outlet_table_get_size (table); i++)
    {
      const QsaOutlet *outlet = qsa_outlet_table_get (table, i);

      g_assert_cmpuint (outlet->id, ==, 0);
      g_assert_true (g_utf8_validate (outlet->name, -1, NULL));
      g_assert_true (qsa_outlet_table_find_name (table, outlet->name) == outlet);
      g_assert_nonnull (outlet->domain);
      g_assert_true (qsa_outlet_name_is_domain (outlet->domain));
      g_assert_true (qsa_outlet_table_find_domain (table, outlet->domain) == outlet);
      if (outlet->country != NULL)
        g_assert_cmpuint (strspn (outlet->country, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), ==, 2);
      for (guint j = 0; outlet->aliases != NULL && outlet->aliases[j] != NULL; j++)
        {
          if (qsa_outlet_table_find_name (table, outlet->aliases[j]) != outlet)
            g_error ("%s is not found by %s", outlet->name, outlet->aliases[j]);
        }
    }
}

static void
test_shipped_is_sorted_without_article (void)
{
  g_autoptr (QsaOutletTable) table = qsa_outlet_table_new_shipped ();
  g_autofree char *before = g_strdup ("");

  for (guint i = 0; i < qsa_outlet_table_get_size (table); i++)
    {
      g_autofree char *key = qsa_outlet_key (qsa_outlet_table_get (table, i)->name);
      g_autofree char *bare = qsa_outlet_key_bare (key);

      g_assert_cmpstr (before, <=, bare);
      g_free (before);
      before = g_steal_pointer (&bare);
    }
}

static void
add_own (GPtrArray *own, guint32 id, const char *name, const char *domain,
         const char *alias)
{
  QsaOutlet *outlet = g_new0 (QsaOutlet, 1);
  const char *const aliases[] = { alias, NULL };

  outlet->id = id;
  outlet->name = g_strdup (name);
  outlet->domain = g_strdup (domain);
  outlet->aliases = g_strdupv ((char **) aliases);
  g_ptr_array_add (own, outlet);
}

static QsaOutletTable *
new_with_own (GPtrArray *own)
{
  g_autoptr (QsaOutletTable) shipped = qsa_outlet_table_new_shipped ();

  return qsa_outlet_table_new_with (shipped, own);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_outlet_free);
}

static void
test_own_takes_over_equal_name (void)
{
  g_autoptr (QsaOutletTable) shipped = qsa_outlet_table_new_shipped ();
  g_autoptr (QsaOutletTable) table = NULL;
  g_autoptr (GPtrArray) own = new_list ();
  const QsaOutlet *outlet;

  add_own (own, 7, "العربيه", NULL, NULL);
  table = qsa_outlet_table_new_with (shipped, own);

  g_assert_cmpuint (qsa_outlet_table_get_size (table), ==,
                    qsa_outlet_table_get_size (shipped));
  outlet = qsa_outlet_table_find_id (table, 7);
  assert_name (outlet, "العربيه");
  g_assert_cmpstr (outlet->domain, ==, "alarabiya.net");
  g_assert_true (qsa_outlet_table_find_name (table, "العربية") == outlet);
  g_assert_true (qsa_outlet_table_find_name (table, "alarabia") == outlet);
  g_assert_true (qsa_outlet_table_find_domain (table, "www.alarabiya.net") == outlet);
  g_assert_null (qsa_outlet_table_find_id (shipped, 7));
}

/* The user renamed a shipped outlet: its old name is an alias of the row. */
static void
test_own_takes_over_by_alias (void)
{
  g_autoptr (QsaOutletTable) table = NULL;
  g_autoptr (GPtrArray) own = new_list ();

  add_own (own, 9, "سكاي نيوز (أبوظبي)", NULL, "سكاي نيوز عربية");
  table = new_with_own (own);

  g_assert_cmpuint (qsa_outlet_table_find_name (table, "سكاي نيوز عربية")->id, ==, 9);
  g_assert_cmpuint (qsa_outlet_table_find_domain (table, "skynewsarabia.com")->id, ==, 9);
}

static void
test_own_new_outlet (void)
{
  g_autoptr (QsaOutletTable) table = NULL;
  g_autoptr (GPtrArray) own = new_list ();

  add_own (own, 3, "مرصد الوادي", "marsad.example", "المرصد اليومي");
  table = new_with_own (own);

  g_assert_cmpuint (qsa_outlet_table_find_name (table, "مرصد الوادي")->id, ==, 3);
  g_assert_cmpuint (qsa_outlet_table_find_name (table, "مرصد يومي") == NULL, ==, TRUE);
  g_assert_cmpuint (qsa_outlet_table_find_name (table, "صحيفة المرصد اليومي")->id, ==, 3);
  g_assert_cmpuint (qsa_outlet_table_find_domain (table, "ar.marsad.example")->id, ==, 3);
  g_assert_cmpuint (qsa_outlet_table_find_name (table, "marsad")->id, ==, 3);
}

/* An own name outranks what several shipped outlets share. */
static void
test_own_name_beats_shared_short_name (void)
{
  g_autoptr (QsaOutletTable) table = NULL;
  g_autoptr (GPtrArray) own = new_list ();

  add_own (own, 4, "الوطن", NULL, NULL);
  table = new_with_own (own);

  g_assert_cmpuint (qsa_outlet_table_find_name (table, "الوطن")->id, ==, 4);
  assert_name (qsa_outlet_table_find_name (table, "الوطن المصرية"), "الوطن المصرية");
}

/* As the store does: a copy of a shipped outlet becomes a row, then another, over the same table. */
static void
test_own_copies_of_shipped (void)
{
  g_autoptr (QsaOutletTable) table = qsa_outlet_table_new_shipped ();
  guint n_outlets = qsa_outlet_table_get_size (table);

  for (guint32 id = 1; id <= n_outlets; id++)
    {
      g_autoptr (GPtrArray) own = new_list ();
      g_autoptr (QsaOutletTable) before = g_steal_pointer (&table);
      QsaOutlet *copy = NULL;

      for (guint i = 0; copy == NULL && i < n_outlets; i++)
        if (qsa_outlet_table_get (before, i)->id == 0)
          copy = qsa_outlet_copy (qsa_outlet_table_get (before, i));
      copy->id = id;
      g_ptr_array_add (own, copy);
      table = qsa_outlet_table_new_with (before, own);
    }

  g_assert_cmpuint (qsa_outlet_table_get_size (table), ==, n_outlets);
  for (guint32 id = 1; id <= n_outlets; id++)
    {
      const QsaOutlet *outlet = qsa_outlet_table_find_id (table, id);

      g_assert_nonnull (outlet);
      g_assert_true (qsa_outlet_table_find_name (table, outlet->name) == outlet);
      g_assert_true (qsa_outlet_table_find_domain (table, outlet->domain) == outlet);
    }
  g_assert_null (qsa_outlet_table_find_name (table, "الوطن"));
  g_assert_cmpuint (
      g_strv_length (qsa_outlet_table_find_name (table, "الجزيرة")->aliases), ==, 2);
}

/* Both rows have articles: both must keep their id. */
static void
test_own_rows_never_merge (void)
{
  g_autoptr (QsaOutletTable) table = NULL;
  g_autoptr (GPtrArray) own = new_list ();

  add_own (own, 5, "البيان", NULL, NULL);
  add_own (own, 6, "البیان", NULL, NULL);
  table = new_with_own (own);

  assert_name (qsa_outlet_table_find_id (table, 5), "البيان");
  assert_name (qsa_outlet_table_find_id (table, 6), "البیان");
  g_assert_cmpuint (qsa_outlet_table_find_name (table, "البيان")->id, ==, 5);
}

/* A folder imported under another name does not turn a known domain over to it. */
static void
test_shipped_domain_stands (void)
{
  g_autoptr (QsaOutletTable) table = NULL;
  g_autoptr (GPtrArray) own = new_list ();

  add_own (own, 8, "ملف المشروع", "okaz.com.sa", NULL);
  table = new_with_own (own);

  assert_name (qsa_outlet_table_find_domain (table, "www.okaz.com.sa"), "عكاظ");
  assert_name (qsa_outlet_table_find_id (table, 8), "ملف المشروع");
}

static void
test_without_base (void)
{
  g_autoptr (QsaOutletTable) table = NULL;
  g_autoptr (GPtrArray) own = new_list ();

  add_own (own, 2, "ضفاف", NULL, NULL);
  table = qsa_outlet_table_new_with (NULL, own);

  g_assert_cmpuint (qsa_outlet_table_get_size (table), ==, 1);
  g_assert_cmpuint (qsa_outlet_table_find_name (table, "ضفاف")->id, ==, 2);
  g_assert_null (qsa_outlet_table_find_name (table, "العربية"));
}

static gpointer
find_many (gpointer data)
{
  for (guint i = 0; i < 200; i++)
    assert_name (qsa_outlet_table_find_name (data, "صحيفة الشرق الاوسط"), "الشرق الأوسط");
  qsa_outlet_table_unref (data);
  return NULL;
}

static void
test_shared_between_threads (void)
{
  g_autoptr (QsaOutletTable) table = qsa_outlet_table_new_shipped ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("find", find_many, qsa_outlet_table_ref (table));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
add_cases (const char *group, const OutletCase *cases, gsize n_cases,
           GTestDataFunc function)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *address = g_strdup_printf ("/model/outlet-table/%s/%s", group,
                                                  cases[i].address);

      g_test_add_data_func (address, &cases[i], function);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("name", name_cases, G_N_ELEMENTS (name_cases), test_find_name);
  add_cases ("domain", domain_cases, G_N_ELEMENTS (domain_cases), test_find_domain);
  add_cases ("url", url_cases, G_N_ELEMENTS (url_cases), test_domain_from_url);
  g_test_add_func ("/model/outlet-table/shipped/consistent", test_shipped_is_consistent);
  g_test_add_func ("/model/outlet-table/shipped/sorted",
                   test_shipped_is_sorted_without_article);
  g_test_add_func ("/model/outlet-table/own/equal-name", test_own_takes_over_equal_name);
  g_test_add_func ("/model/outlet-table/own/alias", test_own_takes_over_by_alias);
  g_test_add_func ("/model/outlet-table/own/new", test_own_new_outlet);
  g_test_add_func ("/model/outlet-table/own/shared-short-name",
                   test_own_name_beats_shared_short_name);
  g_test_add_func ("/model/outlet-table/own/copies-of-shipped",
                   test_own_copies_of_shipped);
  g_test_add_func ("/model/outlet-table/own/two-rows", test_own_rows_never_merge);
  g_test_add_func ("/model/outlet-table/own/shipped-domain", test_shipped_domain_stands);
  g_test_add_func ("/model/outlet-table/own/no-base", test_without_base);
  g_test_add_func ("/model/outlet-table/threads", test_shared_between_threads);
  return g_test_run ();
}
