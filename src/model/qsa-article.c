/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-article.h"

#include <string.h>

#include "qsa-text-util.h"

static const char *const block_kind_names[] = {
  [QSA_BLOCK_HEADING] = "heading",
  [QSA_BLOCK_CAPTION] = "caption",
  [QSA_BLOCK_PULL_QUOTE] = "pull-quote",
  [QSA_BLOCK_REMOVED] = "removed",
};

static const char *const date_origin_names[] = {
  [QSA_DATE_ORIGIN_NONE] = "none",           [QSA_DATE_ORIGIN_META] = "meta",
  [QSA_DATE_ORIGIN_STAMP] = "stamp",         [QSA_DATE_ORIGIN_DATELINE] = "dateline",
  [QSA_DATE_ORIGIN_FILE_NAME] = "file-name", [QSA_DATE_ORIGIN_FOLDER] = "folder",
  [QSA_DATE_ORIGIN_USER] = "user",
};

static int
qsa_article_find_name (const char *const *names, gsize n_names, const char *name)
{
  for (gsize i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return (int) i;
  return -1;
}

static QsaFieldRule *
qsa_article_find_rule (const QsaArticle *article, const char *field)
{
  g_assert (article != NULL && field != NULL);

  for (guint i = 0; i < article->rules->len; i++)
    {
      QsaFieldRule *rule = &g_array_index (article->rules, QsaFieldRule, i);

      if (g_str_equal (rule->field, field))
        return rule;
    }
  return NULL;
}

static gpointer
qsa_article_copy_block (gconstpointer source, gpointer user_data)
{
  const QsaBlock *block = source;
  QsaBlock *copy = g_new (QsaBlock, 1);

  *copy = *block;
  copy->text = g_strdup (block->text);
  copy->credit = g_strdup (block->credit);
  return copy;
}

/* Behind all blocks that start no later: blocks at one place stay in order of addition. Pages are
 * read from the top, so the place is nearly always the end. */
static guint
qsa_article_block_index (const QsaArticle *article, gsize start_byte)
{
  guint index = article->blocks->len;

  for (; index > 0; index--)
    {
      const QsaBlock *before = g_ptr_array_index (article->blocks, index - 1);

      if (before->start_byte <= start_byte)
        break;
    }
  return index;
}

QsaArticle *
qsa_article_new (void)
{
  QsaArticle *article = g_new0 (QsaArticle, 1);

  article->date = (QsaDate) QSA_DATE_INIT;
  article->body = g_strdup ("");
  article->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_block_free);
  article->rules = g_array_new (FALSE, FALSE, sizeof (QsaFieldRule));
  return article;
}

QsaArticle *
qsa_article_copy (const QsaArticle *article)
{
  QsaArticle *copy;

  g_return_val_if_fail (article != NULL, NULL);

  copy = g_new (QsaArticle, 1);
  *copy = *article;
  copy->title = g_strdup (article->title);
  copy->outlet = g_strdup (article->outlet);
  copy->domain = g_strdup (article->domain);
  copy->source_credit = g_strdup (article->source_credit);
  copy->author = g_strdup (article->author);
  copy->place = g_strdup (article->place);
  copy->section = g_strdup (article->section);
  copy->standfirst = g_strdup (article->standfirst);
  copy->url = g_strdup (article->url);
  copy->lang = g_strdup (article->lang);
  copy->body = g_strdup (article->body);
  copy->blocks = g_ptr_array_copy (article->blocks, qsa_article_copy_block, NULL);
  copy->rules = g_array_copy (article->rules);
  copy->source_path = g_strdup (article->source_path);
  return copy;
}

void
qsa_article_free (QsaArticle *article)
{
  if (article == NULL)
    return;

  g_free (article->title);
  g_free (article->outlet);
  g_free (article->domain);
  g_free (article->source_credit);
  g_free (article->author);
  g_free (article->place);
  g_free (article->section);
  g_free (article->standfirst);
  g_free (article->url);
  g_free (article->lang);
  g_free (article->body);
  g_ptr_array_unref (article->blocks);
  g_array_unref (article->rules);
  g_free (article->source_path);
  g_free (article);
}

void
qsa_article_take_body (QsaArticle *article, char *body)
{
  g_return_if_fail (article != NULL);

  if (body == NULL)
    body = g_strdup ("");

  /* The caller may hand back the body that the article has. */
  if (body != article->body)
    g_free (article->body);
  article->body = body;
  article->body_bytes = strlen (body);
  article->word_count = qsa_text_count_words (body, (gssize) article->body_bytes);
}

void
qsa_article_add_block (QsaArticle *article, QsaBlockKind kind, gsize start_byte,
                       gsize end_byte, const char *text, const char *credit)
{
  QsaBlock *block;

  g_return_if_fail (article != NULL);
  g_return_if_fail (start_byte <= end_byte && end_byte <= article->body_bytes);
  g_return_if_fail (kind == QSA_BLOCK_HEADING || start_byte == end_byte);

  block = g_new0 (QsaBlock, 1);
  block->kind = kind;
  block->start_byte = start_byte;
  block->end_byte = end_byte;
  block->text = g_strdup (text);
  block->credit = g_strdup (credit);
  g_ptr_array_insert (article->blocks,
                      (gint) qsa_article_block_index (article, start_byte), block);
}

void
qsa_article_set_rule (QsaArticle *article, const char *field, const char *rule,
                      double confidence)
{
  QsaFieldRule entry = { field, rule, confidence };
  QsaFieldRule *known;

  g_return_if_fail (article != NULL && field != NULL && rule != NULL);
  g_return_if_fail (confidence >= 0.0 && confidence <= 1.0);

  known = qsa_article_find_rule (article, field);
  if (known != NULL)
    *known = entry;
  else
    g_array_append_val (article->rules, entry);
}

const QsaFieldRule *
qsa_article_get_rule (const QsaArticle *article, const char *field)
{
  g_return_val_if_fail (article != NULL && field != NULL, NULL);

  return qsa_article_find_rule (article, field);
}

const char *
qsa_block_kind_to_string (QsaBlockKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (block_kind_names), NULL);

  return block_kind_names[kind];
}

int
qsa_block_kind_from_string (const char *name)
{
  return qsa_article_find_name (block_kind_names, G_N_ELEMENTS (block_kind_names), name);
}

const char *
qsa_date_origin_to_string (QsaDateOrigin origin)
{
  g_return_val_if_fail ((gsize) origin < G_N_ELEMENTS (date_origin_names), NULL);

  return date_origin_names[origin];
}

int
qsa_date_origin_from_string (const char *name)
{
  return qsa_article_find_name (date_origin_names, G_N_ELEMENTS (date_origin_names),
                                name);
}

void
qsa_block_free (QsaBlock *block)
{
  if (block == NULL)
    return;

  g_free (block->text);
  g_free (block->credit);
  g_free (block);
}
