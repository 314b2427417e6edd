/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shipped house spellings (data/tables/variants.tsv). */

#include "qsa-shipped-variants.h"

#include <string.h>

#include "qsa-fold.h"

#define MIN_GROUPS 150u

typedef struct
{
  const char *address;
  const char *left;
  const char *right;
} PairCase;

/* Pairs that have one meaning. */
static const PairCase pair_cases[] = {
  { "america", "أمريكا", "أميركا" },
  { "american", "أمريكي", "أميركي" },
  { "militia", "ميليشيا", "مليشيا" },
  { "trump", "ترامب", "ترمب" },
  { "putin", "بوتين", "بوتن" },
  { "netanyahu", "نتنياهو", "نتانياهو" },
  { "syria", "سوريا", "سورية" },
  { "google", "غوغل", "جوجل" },
  { "google-gulf", "غوغل", "قوقل" },
  { "responsible", "مسؤول", "مسئول" },
  { "responsibility", "مسؤولية", "مسئولية" },
  { "affairs", "شؤون", "شئون" },
  { "england", "إنجلترا", "إنكلترا" },
  { "television", "تلفزيون", "تليفزيون" },
  { "democratic", "ديمقراطي", "ديموقراطي" },
  { "european", "أوروبي", "أوربي" },
  { "seoul", "سيول", "سول" },
  { "pyongyang", "بيونغيانغ", "بيونجيانج" },
  { "hundred", "المئة", "المائة" },
  { "facebook", "فيسبوك", "فايسبوك" },
  { "gramme", "الغرام", "الجرام" },
  { "brexit", "بريكست", "بريكسيت" },
  { "internet", "إنترنت", "إنترنيت" },
  { "telegram", "تلغرام", "تليجرام" },
  { "whatsapp-apart", "واتساب", "واتس آب" },
  { "abu-dhabi-apart", "أبوظبي", "أبو ظبي" },
  { "hong-kong", "هونغ كونغ", "هونج كونج" },
};

/* Spellings of one name that are an everyday word besides: they stay out of the table. */
static const PairCase apart_cases[] = {
  { "vienna-and-in-us", "فيينا", "فينا" },
  { "kyiv-and-how", "كييف", "كيف" },
  { "kant-and-was", "كانط", "كانت" },
  { "kennedy-and-canadian", "كينيدي", "كندي" },
  { "chalabi-and-shalabi", "الجلبي", "شلبي" },
  { "poland-and-bologna", "بولندا", "بولونيا" },
  { "syrian-and-soul", "سوريا", "سول" },
};

static char *
dup_key (const char *spelling)
{
  return qsa_fold_text (spelling, -1);
}

/* The group that has @spelling, or NULL. */
static const QsaVariantGroup *
find_group (GPtrArray *groups, const char *spelling)
{
  g_autofree char *wanted = dup_key (spelling);

  for (guint i = 0; i < groups->len; i++)
    {
      const QsaVariantGroup *group = groups->pdata[i];

      for (guint j = 0; group->spellings[j] != NULL; j++)
        {
          g_autofree char *key = dup_key (group->spellings[j]);

          if (g_str_equal (key, wanted))
            return group;
        }
    }
  return NULL;
}

static void
test_pair (gconstpointer data)
{
  const PairCase *pair = data;
  g_autoptr (QsaVariantTable) table = qsa_variant_table_new_shipped ();
  GPtrArray *groups = qsa_variant_table_get_groups (table);
  const QsaVariantGroup *group = find_group (groups, pair->left);

  g_assert_nonnull (group);
  g_assert_true (group == find_group (groups, pair->right));
}

static void
test_apart (gconstpointer data)
{
  const PairCase *pair = data;
  g_autoptr (QsaVariantTable) table = qsa_variant_table_new_shipped ();
  GPtrArray *groups = qsa_variant_table_get_groups (table);
  const QsaVariantGroup *group = find_group (groups, pair->left);

  g_assert_true (group == NULL || group != find_group (groups, pair->right));
}

static void
test_groups (void)
{
  g_autoptr (QsaVariantTable) table = qsa_variant_table_new_shipped ();
  GPtrArray *groups = qsa_variant_table_get_groups (table);

  g_assert_cmpuint (groups->len, >=, MIN_GROUPS);
  for (guint i = 0; i < groups->len; i++)
    {
      const QsaVariantGroup *group = groups->pdata[i];

      g_assert_cmpuint (g_strv_length (group->spellings), >=, 2);
      g_assert_true (group->enabled);
      g_assert_cmpint (group->id, ==, 0);
      g_assert_nonnull (group->source);
      g_assert_cmpuint (strlen (group->source), >=, strlen ("UN"));
    }
}

/* Neither in two groups nor twice in one: what folding joins needs no group. */
static void
test_spelled_once (void)
{
  g_autoptr (QsaVariantTable) table = qsa_variant_table_new_shipped ();
  GPtrArray *groups = qsa_variant_table_get_groups (table);
  g_autoptr (GHashTable)
      seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const QsaVariantGroup *group = groups->pdata[i];

      for (guint j = 0; group->spellings[j] != NULL; j++)
        {
          char *key = dup_key (group->spellings[j]);

          g_assert_cmpstr (key, !=, "");
          g_test_message ("%s", group->spellings[j]);
          g_assert_true (g_hash_table_add (seen, key));
        }
    }
}

/* An adjective ends in ي, a feminine noun in ة or ا: their endings go on that. */
static void
test_kinds (void)
{
  g_autoptr (QsaVariantTable) table = qsa_variant_table_new_shipped ();
  GPtrArray *groups = qsa_variant_table_get_groups (table);
  guint n_adjectives = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const QsaVariantGroup *group = groups->pdata[i];

      for (guint j = 0; group->spellings[j] != NULL; j++)
        {
          const char *spelling = group->spellings[j];

          if (group->kind == QSA_VARIANT_ADJECTIVE)
            {
              g_assert_true (g_str_has_suffix (spelling, "ي"));
              n_adjectives++;
            }
          if (group->kind == QSA_VARIANT_FEMININE)
            g_assert_true (g_str_has_suffix (spelling, "ة")
                           || g_str_has_suffix (spelling, "ا"));
        }
    }
  g_assert_cmpuint (n_adjectives, >, 0);
}

static void
add_cases (const char *folder, const PairCase *cases, guint n_cases,
           GTestDataFunc function)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *address = g_strdup_printf ("/model/variants-table/%s/%s", folder,
                                                  cases[i].address);

      g_test_add_data_func (address, &cases[i], function);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/variants-table/groups", test_groups);
  g_test_add_func ("/model/variants-table/spelled-once", test_spelled_once);
  g_test_add_func ("/model/variants-table/kinds", test_kinds);
  add_cases ("pair", pair_cases, G_N_ELEMENTS (pair_cases), test_pair);
  add_cases ("apart", apart_cases, G_N_ELEMENTS (apart_cases), test_apart);
  return g_test_run ();
}
