/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-cli-json.h"

/* File names may be any bytes, and so may what a damaged library gives; JSON is UTF-8. */
static void
qsa_cli_json_add_text (JsonBuilder *builder, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  json_builder_add_string_value (builder, valid);
}

void
qsa_cli_json_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    qsa_cli_json_add_text (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
qsa_cli_json_add_dates (JsonBuilder *builder, const QsaArticle *article)
{
  g_autofree char *date = qsa_date_to_iso (&article->date);
  g_autofree char *time = qsa_date_time_to_iso (&article->date);

  qsa_cli_json_add_string (builder, "date", date);
  qsa_cli_json_add_string (builder, "time", time);
}

static void
qsa_cli_json_add_body (JsonBuilder *builder, const QsaArticle *article)
{
  g_auto (GStrv) paragraphs = g_strsplit (article->body, "\n", -1);

  json_builder_set_member_name (builder, "body");
  json_builder_begin_array (builder);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      if (paragraphs[i][0] != '\0')
        qsa_cli_json_add_text (builder, paragraphs[i]);
    }
  json_builder_end_array (builder);
}

static void
qsa_cli_json_add_block (JsonBuilder *builder, const QsaArticle *article,
                        const QsaBlock *block)
{
  g_autofree char *heading = NULL;
  const char *text = block->text;

  if (text == NULL)
    {
      gsize n_bytes = block->end_byte - block->start_byte;
      text = heading = g_strndup (article->body + block->start_byte, n_bytes);
    }
  if (block->kind != QSA_BLOCK_CAPTION)
    {
      qsa_cli_json_add_text (builder, text);
      return;
    }
  json_builder_begin_object (builder);
  qsa_cli_json_add_string (builder, "text", text);
  qsa_cli_json_add_string (builder, "credit", block->credit);
  json_builder_end_object (builder);
}

static void
qsa_cli_json_add_blocks (JsonBuilder *builder, const QsaArticle *article,
                         const char *name, QsaBlockKind kind)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const QsaBlock *block = g_ptr_array_index (article->blocks, i);
      if (block->kind == kind)
        qsa_cli_json_add_block (builder, article, block);
    }
  json_builder_end_array (builder);
}

static void
qsa_cli_json_add_rules (JsonBuilder *builder, const QsaArticle *article)
{
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_object (builder);
  for (guint i = 0; i < article->rules->len; i++)
    {
      const QsaFieldRule *rule = &g_array_index (article->rules, QsaFieldRule, i);
      json_builder_set_member_name (builder, rule->field);
      json_builder_begin_object (builder);
      qsa_cli_json_add_string (builder, "rule", rule->rule);
      json_builder_set_member_name (builder, "confidence");
      json_builder_add_double_value (builder, rule->confidence);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

void
qsa_cli_json_add_article (JsonBuilder *builder, const QsaArticle *article)
{
  qsa_cli_json_add_string (builder, "title", article->title);
  qsa_cli_json_add_string (builder, "outlet", article->outlet);
  qsa_cli_json_add_string (builder, "domain", article->domain);
  qsa_cli_json_add_string (builder, "source_credit", article->source_credit);
  qsa_cli_json_add_dates (builder, article);
  qsa_cli_json_add_string (builder, "author", article->author);
  qsa_cli_json_add_string (builder, "place", article->place);
  qsa_cli_json_add_string (builder, "section", article->section);
  qsa_cli_json_add_string (builder, "url", article->url);
  qsa_cli_json_add_string (builder, "standfirst", article->standfirst);
  qsa_cli_json_add_blocks (builder, article, "headings", QSA_BLOCK_HEADING);
  qsa_cli_json_add_body (builder, article);
  qsa_cli_json_add_blocks (builder, article, "captions", QSA_BLOCK_CAPTION);
  qsa_cli_json_add_blocks (builder, article, "pull_quotes", QSA_BLOCK_PULL_QUOTE);
  qsa_cli_json_add_blocks (builder, article, "removed", QSA_BLOCK_REMOVED);
  qsa_cli_json_add_rules (builder, article);
}

char *
qsa_cli_json_to_string (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

void
qsa_cli_json_print (JsonBuilder *builder)
{
  g_autofree char *line = qsa_cli_json_to_string (builder);
  g_print ("%s\n", line);
}
