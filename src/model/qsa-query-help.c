/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-help.h"

#include <glib/gi18n-lib.h>

static const QsaQueryHelp rows[] = {
  { "هدنة الميناء", "truce harbour", N_ ("Both words, in any order and spelling") },
  { "«الدول العربية»", "\"peace talks\"", N_ ("These words next to each other") },
  { "هدنة | صلح", "truce OR peace", N_ ("Either word") },
  { "هدنة -حرب", "truce -war", N_ ("The first word without the second") },
  { "(هدنة | صلح) الميناء", "(truce OR peace) harbour", N_ ("Words put together") },
  { "اقتصاد*", "econom*", N_ ("Words that begin so") },
  { "=علي", "=résumé", N_ ("The word in this spelling only") },
  { "==\"عُمان\"", "==\"Résumé\"", N_ ("The characters exactly as printed") },
  { "هدنة قرب/5 ميناء", "truce NEAR/5 harbour", N_ ("At most five words between them") },
  { "هدنة قرب/ف ميناء", "truce NEAR/p harbour", N_ ("Both in the same paragraph") },
  { "عنوان:هدنة", "title:truce", N_ ("A word or “phrase” of the title") },
  { "وسيلة:رويترز", "outlet:reuters", N_ ("Articles of an outlet") },
  { "كاتب:خليل", "author:khalil", N_ ("Articles of an author") },
  { "وسم:اقتصاد", "tag:economy", N_ ("Articles with a tag") },
  { "تاريخ:2021-07", "date:2021-07", N_ ("Articles of a day, month or year") },
  { "بعد:2020 قبل:2021-03", "after:2020 before:2021-03",
    N_ ("From the beginning of one date to the end of another") },
  { "هو:مميز", "is:starred", N_ ("Starred articles; also read, unread, undated") },
};

const QsaQueryHelp *
qsa_query_help_get_rows (gsize *n_rows)
{
  g_return_val_if_fail (n_rows != NULL, NULL);

  *n_rows = G_N_ELEMENTS (rows);
  return rows;
}
