/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-article-edit.h"

QsaArticleEdit *
qsa_article_edit_new (void)
{
  QsaArticleEdit *edit = g_new0 (QsaArticleEdit, 1);

  edit->date = (QsaDate) QSA_DATE_INIT;
  return edit;
}

QsaArticleEdit *
qsa_article_edit_copy (const QsaArticleEdit *edit)
{
  QsaArticleEdit *copy;

  g_return_val_if_fail (edit != NULL, NULL);

  copy = qsa_article_edit_new ();
  copy->fields = edit->fields;
  copy->title = g_strdup (edit->title);
  copy->outlet = g_strdup (edit->outlet);
  copy->author = g_strdup (edit->author);
  copy->date = edit->date;
  return copy;
}

void
qsa_article_edit_free (QsaArticleEdit *edit)
{
  if (edit == NULL)
    return;

  g_free (edit->title);
  g_free (edit->outlet);
  g_free (edit->author);
  g_free (edit);
}
