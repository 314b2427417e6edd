/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the library that tests/store/fixtures keeps of each released schema version:
 *
 *   make-fixture FILE && gzip -9n FILE && mv FILE.gz tests/store/fixtures/schema-<version>.gz
 *
 * with the program of that version. Once released it is never made again. */

#include "qsa-test-library.h"

/* Since version 2. */
static void
add_searches (QsaLibrary *library)
{
  g_autoptr (QsaFilter) filter = qsa_filter_from_string ("from=2001; state=unread");
  g_autoptr (QsaSavedSearch)
      search = qsa_saved_search_new ("البحر كل يوم", "الصياد -\"السفينة\"",
                                     QSA_REACH_WIDE, filter, QSA_SORT_OLDEST);
  g_autoptr (QsaVariantGroup) group = g_new0 (QsaVariantGroup, 1);
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) stored = NULL;

  qsa_library_save_search_async (library, search, qsa_test_on_answer, &saved);
  qsa_test_wait_answer (&saved);
  g_assert_cmpint (qsa_library_save_search_finish (library, saved, NULL), ==, 1);
  group->spellings = g_strsplit ("سفروط|أبو سفروط", "|", -1);
  group->kind = QSA_VARIANT_THING;
  group->enabled = TRUE;
  qsa_library_save_variant_async (library, group, qsa_test_on_answer, &stored);
  qsa_test_wait_answer (&stored);
  g_assert_cmpint (qsa_library_save_variant_finish (library, stored, NULL), ==, 1);
  qsa_library_remember_search (library, "السفينة");
}

int
main (int argc, char *argv[])
{
  const gint64 ids[] = { 2 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (GError) error = NULL;
  QsaLibrary *library = NULL;
  QsaCandidate *full = NULL;
  GPtrArray *batch = NULL;

  if (argc != 2)
    {
      g_printerr ("Usage: make-fixture FILE\n");
      return 2;
    }
  library = qsa_test_library_open (argv[1], QSA_LIBRARY_CREATE);
  qsa_test_import_numbered (library, 0, 5);

  batch = qsa_test_candidates_new ();
  full = qsa_test_candidate_new ("سفينة تصل إلى المرفأ", "صحيفة المرفأ", "2021-07",
                                 "وصلت السفينة.\nعنوان فرعي\nثم غادرت.");
  full->article->standfirst = g_strdup ("مقدمة قصيرة");
  full->article->author = g_strdup ("سلمى الكاتبة");
  qsa_article_add_block (full->article, QSA_BLOCK_HEADING, 26, 45, NULL, NULL);
  qsa_article_add_block (full->article, QSA_BLOCK_CAPTION, 46, 46, "صورة المرفأ", "ناصر");
  qsa_article_set_rule (full->article, "outlet", "footer-domain", 0.75);
  g_ptr_array_add (batch, full);
  g_ptr_array_add (batch,
                   qsa_test_candidate_new_failed ("/a/b.txt", "The file is empty."));
  g_array_unref (qsa_test_import (library, batch));

  edit->fields = QSA_FIELD_TITLE | QSA_FIELD_DATE;
  edit->title = g_strdup ("عنوان من القارئ");
  edit->date = (QsaDate){ QSA_DATE_YEAR, 1999, 0, 0, QSA_DATE_NO_MINUTE };
  qsa_undo_free (qsa_test_edit (library, ids, 1, edit, &error));
  g_assert_no_error (error);
  qsa_library_set_reading_position (library, 6, 26);
  add_searches (library);
  qsa_test_library_close (library);
  return 0;
}
