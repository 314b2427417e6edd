/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-words.h"

#include <string.h>

#include "qsa-text-util.h"

/* A word being typed is a prefix from here on. */
#define MIN_PREFIX_LETTERS 3

/* What may stand inside one word as people type it: أ.ف.ب, كوفيد-19, عبد-الله, user@example. */
static gboolean
qsa_query_words_is_joiner (gunichar letter, gboolean between_numbers)
{
  static const char joiners[] = ".-_'’@&+‐‑–";

  return g_utf8_strchr (joiners, -1, letter) != NULL
         || (between_numbers && (letter == '/' || letter == ':'));
}

static gboolean
qsa_query_words_tokens_are_joined (const char *text, const QsaToken *before,
                                   const QsaToken *token)
{
  const char *gap = text + before->end_byte;
  gboolean between_numbers = before->kind == QSA_TOKEN_NUMBER
                             && token->kind == QSA_TOKEN_NUMBER;

  if (token->start_byte <= before->end_byte)
    return TRUE;
  return qsa_query_words_is_joiner (g_utf8_get_char (gap), between_numbers)
         && g_utf8_next_char (gap) == text + token->start_byte;
}

/* TRUE when a * right behind the word ends it. */
static gboolean
qsa_query_words_has_star (const char *text, gsize text_bytes, gsize end_byte)
{
  const char *star = text + end_byte;
  gunichar letter = end_byte < text_bytes ? g_utf8_get_char (star) : 0;

  if (letter != '*' && letter != 0x066D /* ٭ */)
    return FALSE;
  star = g_utf8_next_char (star);
  return star == text + text_bytes || !g_unichar_isalnum (g_utf8_get_char (star));
}

/* Behind the article and what is attached to it: with ال alone a prefix would be half of the
 * vocabulary. */
static const char *
qsa_query_words_skip_article (const char *folded)
{
  static const char *const articles[] = { "ال", "وال", "فال", "بال", "كال", "لل", "ولل" };

  for (gsize i = G_N_ELEMENTS (articles); i-- > 0;)
    if (g_str_has_prefix (folded, articles[i]))
      return folded + strlen (articles[i]);
  return folded;
}

/* TRUE when nothing but characters that a word may end with is left of the whole text. */
gboolean
qsa_query_words_are_at_end (const QsaQueryWords *words, gsize byte)
{
  const char *p = words->text + byte;

  while (*p != '\0' && g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_FORMAT)
    p = g_utf8_next_char (p);
  return *p == '\0';
}

/* و in و"كلمة": one letter glued to a mark is no word that an article must have. */
static gboolean
qsa_query_words_is_glued_clitic (const QsaQueryWords *words, const QsaLexeme *lexeme,
                                 const QsaQueryNode *node)
{
  static const char *const clitics[] = { "و", "ف", "ب", "ل", "ك" };
  const QsaQueryWord *word = g_ptr_array_index (node->words, 0);
  gunichar next = g_utf8_get_char (words->text + lexeme->end_byte);

  if (node->kind != QSA_NODE_WORD || next == 0 || next == ')' || next == '|'
      || g_unichar_isspace (next))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (clitics); i++)
    if (g_str_equal (word->folded, clitics[i]))
      return TRUE;
  return FALSE;
}

/* The flags prefix and being_typed of @node, a WORD or FIELD whose last token in @lexeme is
 * @last. */
static void
qsa_query_words_mark_prefix (const QsaQueryWords *words, const QsaLexeme *lexeme,
                             QsaQueryNode *node, gsize last_end_byte)
{
  gsize lexeme_bytes = lexeme->end_byte - lexeme->start_byte;

  if (qsa_query_words_has_star (words->text + lexeme->start_byte, lexeme_bytes,
                                last_end_byte))
    node->prefix = TRUE;
  else
    node->being_typed =
        words->while_typing
        && qsa_query_words_are_at_end (words, lexeme->start_byte + last_end_byte);
}

static void
qsa_query_words_keep_printed (QsaQueryNode *node, const char *text, gsize n_bytes)
{
  if (node->reach == QSA_REACH_PRINTED)
    node->printed = qsa_text_squeeze (text, (gssize) n_bytes);
}

/* A word is complete as a node: its tokens are those from @first_byte to @last_end_byte of
 * @lexeme. */
static void
qsa_query_words_finish (const QsaQueryWords *words, const QsaLexeme *lexeme,
                        QsaQueryNode *node, gsize first_byte, gsize last_end_byte)
{
  const QsaQueryWord *word = g_ptr_array_index (node->words, 0);

  qsa_query_words_keep_printed (node, words->text + lexeme->start_byte + first_byte,
                                last_end_byte - first_byte);
  if (node->words->len > 1)
    {
      node->kind = QSA_NODE_PHRASE;
      return;
    }

  qsa_query_words_mark_prefix (words, lexeme, node, last_end_byte);
  if (node->being_typed)
    node->prefix = g_utf8_strlen (qsa_query_words_skip_article (word->folded), -1)
                   >= MIN_PREFIX_LETTERS;
}

static void
qsa_query_words_set_lexeme (const QsaQueryWords *words, const QsaLexeme *lexeme)
{
  qsa_scanner_set_text (words->scanner, words->text + lexeme->start_byte,
                        (gssize) (lexeme->end_byte - lexeme->start_byte));
}

QsaQueryNode *
qsa_query_words_read_text (const QsaQueryWords *words, const QsaLexeme *lexeme,
                           QsaReach reach)
{
  const char *text = words->text + lexeme->start_byte;
  g_autoptr (QsaQueryNode) all = qsa_query_node_new (QSA_NODE_AND);
  QsaQueryNode *node = NULL;
  gsize first_byte = 0;
  QsaToken token;
  QsaToken before = { 0 };

  qsa_query_words_set_lexeme (words, lexeme);
  while (qsa_scanner_next (words->scanner, &token))
    {
      if (node == NULL || !qsa_query_words_tokens_are_joined (text, &before, &token))
        {
          if (node != NULL)
            qsa_query_words_finish (words, lexeme, node, first_byte, before.end_byte);
          node = qsa_query_node_new (QSA_NODE_WORD);
          node->reach = reach;
          first_byte = token.start_byte;
          qsa_query_node_add_child (all, node);
        }
      qsa_query_node_add_word (node, text, &token);
      before = token;
    }

  if (node == NULL)
    return NULL;
  qsa_query_words_finish (words, lexeme, node, first_byte, before.end_byte);
  if (all->children->len > 1)
    return g_steal_pointer (&all);
  if (qsa_query_words_is_glued_clitic (words, lexeme, node))
    return NULL;
  return g_ptr_array_steal_index (all->children, 0);
}

QsaQueryNode *
qsa_query_words_read_phrase (const QsaQueryWords *words, const QsaLexeme *lexeme,
                             QsaReach reach)
{
  const char *text = words->text + lexeme->start_byte;
  g_autoptr (QsaQueryNode) node = qsa_query_node_new (QSA_NODE_PHRASE);
  QsaToken token;

  node->reach = reach;
  qsa_query_words_set_lexeme (words, lexeme);
  while (qsa_scanner_next (words->scanner, &token))
    qsa_query_node_add_word (node, text, &token);
  qsa_query_words_keep_printed (node, text, lexeme->end_byte - lexeme->start_byte);
  return node->words->len > 0 ? g_steal_pointer (&node) : NULL;
}

/* ---- fields ---- */

static void
qsa_query_words_set_field (QsaQueryNode *node, QsaQueryField field)
{
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    qsa_query_words_set_field (g_ptr_array_index (node->children, i), field);
  if (node->words != NULL)
    node->field = field;
}

/* A phrase that is being typed is its words: half a word at its end would find nothing. */
static QsaQueryNode *
qsa_query_words_read_title (const QsaQueryWords *words, const QsaLexeme *lexeme,
                            QsaReach reach)
{
  gboolean as_phrase = lexeme->kind == QSA_LEXEME_PHRASE
                       && !(lexeme->unclosed && words->while_typing);
  QsaQueryNode *node = as_phrase ? qsa_query_words_read_phrase (words, lexeme, reach)
                                 : qsa_query_words_read_text (words, lexeme, reach);

  if (node != NULL)
    qsa_query_words_set_field (node, QSA_QUERY_FIELD_TITLE);
  return node;
}

static QsaQueryNode *
qsa_query_words_read_names (const QsaQueryWords *words, const QsaFieldName *field,
                            const QsaLexeme *lexeme)
{
  const char *text = words->text + lexeme->start_byte;
  g_autoptr (QsaQueryNode) node = qsa_query_node_new (QSA_NODE_FIELD);
  gsize last_end_byte = 0;
  QsaToken token;

  node->field = field->field;
  qsa_query_words_set_lexeme (words, lexeme);
  while (qsa_scanner_next (words->scanner, &token))
    {
      qsa_query_node_add_word (node, text, &token);
      last_end_byte = token.end_byte;
    }
  if (node->words == NULL)
    return NULL;

  if (lexeme->kind == QSA_LEXEME_TEXT || lexeme->unclosed)
    qsa_query_words_mark_prefix (words, lexeme, node, last_end_byte);
  if (node->being_typed)
    node->prefix = TRUE;
  return g_steal_pointer (&node);
}

static char *
qsa_query_words_fold (const QsaQueryWords *words, const QsaLexeme *lexeme)
{
  GString *folded = g_string_new (NULL);
  QsaToken token;

  qsa_query_words_set_lexeme (words, lexeme);
  while (qsa_scanner_next (words->scanner, &token))
    {
      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      g_string_append_len (folded, token.folded, (gssize) token.folded_bytes);
    }
  return g_string_free (folded, FALSE);
}

static QsaQueryNode *
qsa_query_words_read_value (const QsaQueryWords *words, const QsaFieldName *field,
                            const QsaLexeme *lexeme, gboolean *unfinished)
{
  const char *value = words->text + lexeme->start_byte;
  gsize value_bytes = lexeme->end_byte - lexeme->start_byte;
  g_autofree char *folded = qsa_query_words_fold (words, lexeme);
  g_autoptr (QsaQueryNode) node = qsa_query_node_new (QSA_NODE_FIELD);

  node->field = field->field;
  if (field->field == QSA_QUERY_FIELD_IS
          ? qsa_query_field_read_is (folded, &node->is)
          : qsa_query_field_read_dates (field, value, value_bytes, &node->from,
                                        &node->to))
    return g_steal_pointer (&node);

  *unfinished = words->while_typing
                && qsa_query_words_are_at_end (words, lexeme->outer_end_byte)
                && (lexeme->unclosed
                    || qsa_query_field_is_unfinished (field, value, value_bytes, folded));
  return NULL;
}

QsaQueryNode *
qsa_query_words_read_field (const QsaQueryWords *words, const QsaFieldName *field,
                            const QsaLexeme *lexeme, QsaReach reach, gboolean *unfinished)
{
  *unfinished = FALSE;
  switch (field->field)
    {
    case QSA_QUERY_FIELD_TITLE:
      return qsa_query_words_read_title (words, lexeme, reach);

    case QSA_QUERY_FIELD_DATE:
    case QSA_QUERY_FIELD_IS:
      return qsa_query_words_read_value (words, field, lexeme, unfinished);

    case QSA_QUERY_FIELD_ANY:
    case QSA_QUERY_FIELD_OUTLET:
    case QSA_QUERY_FIELD_AUTHOR:
    case QSA_QUERY_FIELD_SPEAKER:
    case QSA_QUERY_FIELD_TAG:
    default:
      return qsa_query_words_read_names (words, field, lexeme);
    }
}
