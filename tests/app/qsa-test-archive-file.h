/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-test-dir.h"

G_BEGIN_DECLS

/* Invented articles for the tests of the window, as a file that the importer reads.
 *
 *   outlet            articles  dates
 *   صحيفة المرفأ        5         2014 … 2021-06
 *   وكالة السنونو       4         2019-03 … 2021-05
 *   إذاعة الجبل         2         2020 (year only), undated
 *   nobody knows        1         undated
 */
#define QSA_TEST_ARCHIVE_N 12
#define QSA_TEST_ARCHIVE_N_UNDATED 2
/* Found in three articles as a word, in one more with a clitic. */
#define QSA_TEST_ARCHIVE_WORD "الجسر"
#define QSA_TEST_ARCHIVE_WORD_HITS 4
#define QSA_TEST_ARCHIVE_OUTLET "صحيفة المرفأ"
#define QSA_TEST_ARCHIVE_OUTLET_N 5
#define QSA_TEST_ARCHIVE_OTHER_OUTLET "وكالة السنونو"
#define QSA_TEST_ARCHIVE_OTHER_OUTLET_N 4
/* Of the newest and of the oldest dated article. */
#define QSA_TEST_ARCHIVE_NEWEST "افتتاح الجسر الجديد فوق الوادي"
#define QSA_TEST_ARCHIVE_OLDEST "ميناء الصيادين يغلق أبوابه"

/* Writes it into @dir; returns its path, free with g_free(). */
char *qsa_test_archive_write (QsaTestDir *dir);
/* @n further articles, all of one outlet, for imports that take a while. */
char *qsa_test_archive_write_many (QsaTestDir *dir, guint n);

G_END_DECLS
