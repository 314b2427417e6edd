/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query.h"

#include <string.h>

#include "qsa-query-lexer.h"
#include "qsa-query-node.h"

/* Deeper than anybody types, and shallow enough for recursion over the tree. */
#define MAX_DEPTH 32

/* A word being typed is a prefix from here on. */
#define MIN_PREFIX_LETTERS 3

struct _QsaQuery
{
  gatomicrefcount ref_count;
  char *text;
  QsaReach reach;
  QsaQueryNode *root;
};

/*   sequence := operand { [ "|" | "OR" ] operand }      OR joins its two neighbours, as in Google:
 *   operand  := { "-" | "NOT" } [ "=" | "==" ] primary  a b | c means a and (b or c)
 *   primary  := TEXT | PHRASE | "(" sequence ")"
 */
typedef struct
{
  const char *text; /* borrowed */
  gsize text_bytes;
  QsaReach reach;
  gboolean while_typing;
  QsaScanner *scanner; /* owned */
  GArray *lexemes;     /* owned: QsaLexeme */
  guint next;
} QsaQueryParser;

/* ---- words ---- */

/* What may stand inside one word as people type it: أ.ف.ب, كوفيد-19, عبد-الله, user@example. */
static gboolean
qsa_query_is_joiner (gunichar letter, gboolean between_numbers)
{
  static const char joiners[] = ".-_'’@&+‐‑–";

  return g_utf8_strchr (joiners, -1, letter) != NULL
         || (between_numbers && (letter == '/' || letter == ':'));
}

static gboolean
qsa_query_tokens_are_joined (const char *text, const QsaToken *before,
                             const QsaToken *token)
{
  const char *gap = text + before->end_byte;
  gboolean between_numbers = before->kind == QSA_TOKEN_NUMBER
                             && token->kind == QSA_TOKEN_NUMBER;

  if (token->start_byte <= before->end_byte)
    return TRUE;
  return qsa_query_is_joiner (g_utf8_get_char (gap), between_numbers)
         && g_utf8_next_char (gap) == text + token->start_byte;
}

/* TRUE when a * right behind the word ends it. */
static gboolean
qsa_query_has_star (const char *text, gsize text_bytes, gsize end_byte)
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
qsa_query_skip_article (const char *folded)
{
  static const char *const articles[] = { "ال", "وال", "فال", "بال", "كال", "لل", "ولل" };

  for (gsize i = G_N_ELEMENTS (articles); i-- > 0;)
    if (g_str_has_prefix (folded, articles[i]))
      return folded + strlen (articles[i]);
  return folded;
}

/* TRUE when nothing but characters that a word may end with is left of the whole text. */
static gboolean
qsa_query_parser_is_at_end (QsaQueryParser *parser, gsize byte)
{
  const char *p = parser->text + byte;

  while (*p != '\0' && g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_FORMAT)
    p = g_utf8_next_char (p);
  return *p == '\0';
}

/* و in و"كلمة": one letter glued to a mark is no word that an article must have. */
static gboolean
qsa_query_is_glued_clitic (QsaQueryParser *parser, const QsaLexeme *lexeme,
                           const QsaQueryNode *node)
{
  static const char *const clitics[] = { "و", "ف", "ب", "ل", "ك" };
  const QsaQueryWord *word = g_ptr_array_index (node->words, 0);
  gunichar next = g_utf8_get_char (parser->text + lexeme->end_byte);

  if (node->kind != QSA_NODE_WORD || next == 0 || g_unichar_isspace (next))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (clitics); i++)
    if (g_str_equal (word->folded, clitics[i]))
      return TRUE;
  return FALSE;
}

/* Flags of a word that is complete as a node; @last is its last token in @lexeme. */
static void
qsa_query_parser_finish_word (QsaQueryParser *parser, const QsaLexeme *lexeme,
                              QsaQueryNode *node, gsize last_end_byte)
{
  const QsaQueryWord *word = g_ptr_array_index (node->words, 0);
  gsize lexeme_bytes = lexeme->end_byte - lexeme->start_byte;

  if (node->words->len > 1)
    {
      node->kind = QSA_NODE_PHRASE;
      return;
    }

  if (qsa_query_has_star (parser->text + lexeme->start_byte, lexeme_bytes, last_end_byte))
    node->prefix = TRUE;
  else if (parser->while_typing
           && qsa_query_parser_is_at_end (parser, lexeme->start_byte + last_end_byte))
    {
      node->being_typed = TRUE;
      node->prefix = g_utf8_strlen (qsa_query_skip_article (word->folded), -1)
                     >= MIN_PREFIX_LETTERS;
    }
}

/* One chunk: a word, a phrase when one typed word is several tokens, or all of several words between
 * punctuation; NULL when there is no letter in it. */
static QsaQueryNode *
qsa_query_parser_read_text (QsaQueryParser *parser, const QsaLexeme *lexeme,
                            QsaReach reach)
{
  const char *text = parser->text + lexeme->start_byte;
  g_autoptr (QsaQueryNode) all = qsa_query_node_new (QSA_NODE_AND);
  QsaQueryNode *node = NULL;
  QsaToken token;
  QsaToken before = { 0 };

  qsa_scanner_set_text (parser->scanner, text,
                        (gssize) (lexeme->end_byte - lexeme->start_byte));
  while (qsa_scanner_next (parser->scanner, &token))
    {
      if (node == NULL || !qsa_query_tokens_are_joined (text, &before, &token))
        {
          if (node != NULL)
            qsa_query_parser_finish_word (parser, lexeme, node, before.end_byte);
          node = qsa_query_node_new (QSA_NODE_WORD);
          node->reach = reach;
          qsa_query_node_add_child (all, node);
        }
      qsa_query_node_add_word (node, text, &token);
      before = token;
    }

  if (node == NULL)
    return NULL;
  qsa_query_parser_finish_word (parser, lexeme, node, before.end_byte);
  if (all->children->len > 1)
    return g_steal_pointer (&all);
  if (qsa_query_is_glued_clitic (parser, lexeme, node))
    return NULL;
  return g_ptr_array_steal_index (all->children, 0);
}

static QsaQueryNode *
qsa_query_parser_read_phrase (QsaQueryParser *parser, const QsaLexeme *lexeme,
                              QsaReach reach)
{
  const char *text = parser->text + lexeme->start_byte;
  g_autoptr (QsaQueryNode) node = qsa_query_node_new (QSA_NODE_PHRASE);
  QsaToken token;

  node->reach = reach;
  qsa_scanner_set_text (parser->scanner, text,
                        (gssize) (lexeme->end_byte - lexeme->start_byte));
  while (qsa_scanner_next (parser->scanner, &token))
    qsa_query_node_add_word (node, text, &token);
  return node->words->len > 0 ? g_steal_pointer (&node) : NULL;
}

/* ---- operators ---- */

/* The lexeme that is @ahead of the next one, NULL behind the last. */
static const QsaLexeme *
qsa_query_parser_peek (QsaQueryParser *parser, guint ahead)
{
  if (parser->next + ahead >= parser->lexemes->len)
    return NULL;
  return &g_array_index (parser->lexemes, QsaLexeme, parser->next + ahead);
}

static gboolean
qsa_query_parser_is_keyword (QsaQueryParser *parser, const QsaLexeme *lexeme,
                             const char *keyword)
{
  gsize n_bytes = strlen (keyword);

  return lexeme->kind == QSA_LEXEME_TEXT
         && lexeme->end_byte - lexeme->start_byte == n_bytes
         && memcmp (parser->text + lexeme->start_byte, keyword, n_bytes) == 0;
}

static gboolean
qsa_query_parser_is_or (QsaQueryParser *parser, const QsaLexeme *lexeme)
{
  return lexeme->kind == QSA_LEXEME_OR
         || qsa_query_parser_is_keyword (parser, lexeme, "OR");
}

/* TRUE when something that can be an operand comes @ahead. */
static gboolean
qsa_query_parser_has_operand (QsaQueryParser *parser, guint ahead)
{
  const QsaLexeme *lexeme = qsa_query_parser_peek (parser, ahead);

  return lexeme != NULL && lexeme->kind != QSA_LEXEME_OR
         && lexeme->kind != QSA_LEXEME_CLOSE;
}

/* Reads - NOT = == in front of an operand; TRUE when it is negated. */
static gboolean
qsa_query_parser_read_operators (QsaQueryParser *parser, QsaReach *reach)
{
  gboolean negated = FALSE;
  const QsaLexeme *lexeme;

  for (; (lexeme = qsa_query_parser_peek (parser, 0)) != NULL; parser->next++)
    {
      if (lexeme->kind == QSA_LEXEME_EXACT)
        *reach = lexeme->n_equals == 1 ? QSA_REACH_SURFACE : QSA_REACH_PRINTED;
      else if (lexeme->kind == QSA_LEXEME_MINUS
               || (qsa_query_parser_is_keyword (parser, lexeme, "NOT")
                   && qsa_query_parser_has_operand (parser, 1)
                   && !qsa_query_parser_is_or (parser,
                                               qsa_query_parser_peek (parser, 1))))
        negated = !negated;
      else
        break;
    }
  return negated;
}

static QsaQueryNode *qsa_query_parser_read_sequence (QsaQueryParser *parser);

static QsaQueryNode *
qsa_query_parser_read_operand (QsaQueryParser *parser)
{
  QsaReach reach = parser->reach;
  gboolean negated = qsa_query_parser_read_operators (parser, &reach);
  const QsaLexeme *lexeme = qsa_query_parser_peek (parser, 0);
  QsaQueryNode *node = NULL;

  if (!qsa_query_parser_has_operand (parser, 0))
    return NULL;

  parser->next++;
  if (lexeme->kind == QSA_LEXEME_PHRASE)
    node = qsa_query_parser_read_phrase (parser, lexeme, reach);
  else if (lexeme->kind == QSA_LEXEME_TEXT)
    node = qsa_query_parser_read_text (parser, lexeme, reach);
  else
    {
      node = qsa_query_parser_read_sequence (parser);
      parser->next++; /* the ) that the lexer vouches for */
    }

  if (node == NULL || !negated)
    return node;
  /* Half a word would throw out far more than the user is about to name. */
  if (node->being_typed)
    node->prefix = FALSE;
  return qsa_query_node_negate (node);
}

/* Adds @node (taken) to the last of @operands as an alternative. */
static void
qsa_query_parser_join (GPtrArray *operands, QsaQueryNode *node)
{
  guint last = operands->len - 1;
  QsaQueryNode *before = g_ptr_array_index (operands, last);

  if (before->kind != QSA_NODE_OR)
    {
      QsaQueryNode *either = qsa_query_node_new (QSA_NODE_OR);

      qsa_query_node_add_child (either, before);
      g_ptr_array_index (operands, last) = either;
      before = either;
    }
  qsa_query_node_add_child (before, node);
}

/* Takes the nodes of @operands. */
static QsaQueryNode *
qsa_query_parser_join_all (GPtrArray *operands)
{
  QsaQueryNode *all;

  if (operands->len == 0)
    return NULL;
  if (operands->len == 1)
    return g_ptr_array_steal_index (operands, 0);

  all = qsa_query_node_new (QSA_NODE_AND);
  for (guint i = 0; i < operands->len; i++)
    qsa_query_node_add_child (all, g_ptr_array_index (operands, i));
  g_ptr_array_set_free_func (operands, NULL);
  return all;
}

/* Up to a ) or the end; NULL when there is no word in it. */
static QsaQueryNode *
qsa_query_parser_read_sequence (QsaQueryParser *parser)
{
  g_autoptr (GPtrArray)
      operands = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_query_node_free);
  gboolean alternative = FALSE;
  const QsaLexeme *lexeme;

  while ((lexeme = qsa_query_parser_peek (parser, 0)) != NULL
         && lexeme->kind != QSA_LEXEME_CLOSE)
    {
      QsaQueryNode *node;
      gboolean unfinished = parser->while_typing
                            && qsa_query_parser_peek (parser, 1) == NULL;

      if (operands->len > 0 && !alternative && qsa_query_parser_is_or (parser, lexeme)
          && (qsa_query_parser_has_operand (parser, 1) || unfinished))
        {
          alternative = TRUE;
          parser->next++;
          continue;
        }
      if (lexeme->kind == QSA_LEXEME_OR
          || (operands->len > 0 && unfinished
              && qsa_query_parser_is_keyword (parser, lexeme, "NOT")))
        {
          parser->next++;
          continue;
        }

      node = qsa_query_parser_read_operand (parser);
      if (node != NULL && alternative)
        qsa_query_parser_join (operands, node);
      else if (node != NULL)
        g_ptr_array_add (operands, node);
      alternative = alternative && node == NULL;
    }
  return qsa_query_parser_join_all (operands);
}

/* ---- public ---- */

static QsaQueryNode *
qsa_query_parse_text (const char *text, QsaReach reach, gboolean while_typing)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  g_autoptr (GArray) lexemes = qsa_query_lex (text, MAX_DEPTH);
  QsaQueryParser parser = {
    .text = text,
    .text_bytes = strlen (text),
    .reach = reach,
    .while_typing = while_typing,
    .scanner = scanner,
    .lexemes = lexemes,
  };
  QsaQueryNode *root = qsa_query_parser_read_sequence (&parser);

  g_assert (parser.next == lexemes->len);
  return root != NULL ? root : qsa_query_node_new (QSA_NODE_ALL);
}

QsaQuery *
qsa_query_parse (const char *text, QsaReach reach, gboolean while_typing)
{
  QsaQuery *query = g_new0 (QsaQuery, 1);

  g_atomic_ref_count_init (&query->ref_count);
  query->text = g_utf8_make_valid (text != NULL ? text : "", -1);
  query->reach = reach;
  query->root = qsa_query_parse_text (query->text, reach, while_typing);
  return query;
}

QsaQuery *
qsa_query_ref (QsaQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  g_atomic_ref_count_inc (&query->ref_count);
  return query;
}

void
qsa_query_unref (QsaQuery *query)
{
  g_return_if_fail (query != NULL);

  if (!g_atomic_ref_count_dec (&query->ref_count))
    return;

  g_free (query->text);
  qsa_query_node_free (query->root);
  g_free (query);
}

const char *
qsa_query_get_text (QsaQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  return query->text;
}

const QsaQueryNode *
qsa_query_get_root (QsaQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  return query->root;
}

QsaReach
qsa_query_get_reach (QsaQuery *query)
{
  g_return_val_if_fail (query != NULL, QSA_REACH_DEFAULT);

  return query->reach;
}

gboolean
qsa_query_is_all (QsaQuery *query)
{
  g_return_val_if_fail (query != NULL, TRUE);

  return query->root->kind == QSA_NODE_ALL;
}

gboolean
qsa_query_equal (QsaQuery *a, QsaQuery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b || (a->reach == b->reach && qsa_query_node_equal (a->root, b->root));
}

char *
qsa_query_to_string (QsaQuery *query)
{
  GString *line;

  g_return_val_if_fail (query != NULL, NULL);

  line = g_string_new (NULL);
  qsa_query_node_print (query->root, line);
  return g_string_free (line, FALSE);
}
