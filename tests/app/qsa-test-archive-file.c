/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-archive-file.h"

static const struct
{
  const char *title;
  const char *outlet;
  const char *date;
  const char *body;
} articles[] = {
  { QSA_TEST_ARCHIVE_NEWEST, QSA_TEST_ARCHIVE_OUTLET, "2021-06-14",
    "افتتح عمدة البلدة الجسر الجديد بعد ثلاثة أعوام من العمل، وقال إن العبور مجاني." },
  { "أهالي الضفة يطلبون درجا", QSA_TEST_ARCHIVE_OTHER_OUTLET, "2021-05-30",
    "يريد السكان درجا ينزل إلى النهر عند الجسر، ولا يريدون سورا." },
  { "قطار الجبل يعود إلى العمل", QSA_TEST_ARCHIVE_OUTLET, "2021-02-03",
    "عاد القطار بعد الشتاء، وحمل في أول رحلة بريدا وخبزا." },
  { "سوق الكتب في الساحة", QSA_TEST_ARCHIVE_OTHER_OUTLET, "2020-11-20",
    "باعت المكتبات في الساحة ألف كتاب في يومين." },
  { "مهندسة تشرح سلامة العبور", QSA_TEST_ARCHIVE_OTHER_OUTLET, "2019-09-09",
    "قالت المهندسة إن الفحص شمل كل مسمار بالجسر وكل حبل." },
  { "حديقة عند الجسر القديم", QSA_TEST_ARCHIVE_OTHER_OUTLET, "2019-03-01",
    "غرس الطلاب مئة شجرة زيتون في يوم واحد." },
  { "خبز الشعير يعود إلى الأفران", QSA_TEST_ARCHIVE_OUTLET, "2018-04-12",
    "يقول الخباز إن الطلب زاد بعد الحصاد." },
  { "مدرسة البحارة تقبل الفتيات", QSA_TEST_ARCHIVE_OUTLET, "2016-08-25",
    "سجلت المدرسة أول دفعة من عشرين طالبة." },
  { QSA_TEST_ARCHIVE_OLDEST, QSA_TEST_ARCHIVE_OUTLET, "2014-01-05",
    "أغلق الميناء الصغير بعد عاصفة، ووعدت البلدية بإصلاحه." },
  { "أرشيف الإذاعة بين جدارين", "إذاعة الجبل", "2020",
    "حفظت الإذاعة أشرطتها القديمة في غرفة جافة." },
  { "مذيع المساء يتقاعد", "إذاعة الجبل", NULL, "ودع المذيع مستمعيه بعد أربعين عاما." },
  { "رسالة من قارئ", NULL, NULL, "كتب القارئ أن الحافلة تتأخر كل صباح." },
};

G_STATIC_ASSERT (G_N_ELEMENTS (articles) == QSA_TEST_ARCHIVE_N);

static void
qsa_test_archive_append (GString *json, const char *key, const char *value)
{
  if (value != NULL)
    g_string_append_printf (json, "\"%s\": \"%s\", ", key, value);
}

char *
qsa_test_archive_write (QsaTestDir *dir)
{
  g_autoptr (GString) json = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_string_append (json, "{");
      qsa_test_archive_append (json, "title", articles[i].title);
      qsa_test_archive_append (json, "outlet", articles[i].outlet);
      qsa_test_archive_append (json, "date", articles[i].date);
      g_string_append_printf (json, "\"body\": \"%s\"}\n", articles[i].body);
    }
  return qsa_test_dir_write (dir, "archive.jsonl", json->str, json->len);
}

char *
qsa_test_archive_write_many (QsaTestDir *dir, guint n)
{
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (json,
                            "{\"title\": \"نشرة رقم %u\", \"outlet\": \"نشرات الرصد\", "
                            "\"date\": \"2017-%02u-%02u\", "
                            "\"body\": \"سجلت المحطة %u قراءة في ذلك اليوم.\"}\n",
                            i, i % 12 + 1, i % 28 + 1, i * 7);
  return qsa_test_dir_write (dir, "many.jsonl", json->str, json->len);
}
