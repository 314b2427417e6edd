/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-parser.h"

#include "qsa-query-notes.h"
#include "qsa-query-operators.h"
#include "qsa-query-words.h"

/* Deeper than anybody types, and shallow enough for recursion over the tree. */
#define MAX_DEPTH 32

/*   sequence := near { [ "|" | "OR" ] near }            OR joins its two neighbours, as in Google:
 *   near     := operand { "NEAR/5" operand }            a b | c means a and (b or c)
 *   operand  := { "-" | "NOT" } [ "=" | "==" ] primary
 *   primary  := TEXT | PHRASE | FIELD value | "(" sequence ")"
 */
typedef struct
{
  QsaQueryWords words; /* borrowed within */
  QsaReach reach;
  GArray *lexemes; /* owned: QsaLexeme */
  GArray *notes;   /* borrowed: QsaReadingNote, or NULL */
  guint next;
} QsaQueryParser;

/* The lexeme that is @ahead of the next one, NULL behind the last. */
static const QsaLexeme *
qsa_query_parser_peek (QsaQueryParser *parser, guint ahead)
{
  if (parser->next + ahead >= parser->lexemes->len)
    return NULL;
  return &g_array_index (parser->lexemes, QsaLexeme, parser->next + ahead);
}

/* The lexeme before the next one, NULL before the first. */
static const QsaLexeme *
qsa_query_parser_last (QsaQueryParser *parser)
{
  return parser->next == 0
             ? NULL
             : &g_array_index (parser->lexemes, QsaLexeme, parser->next - 1);
}

/* TRUE when something that can be an operand comes @ahead. */
static gboolean
qsa_query_parser_has_operand (QsaQueryParser *parser, guint ahead)
{
  const QsaLexeme *lexeme = qsa_query_parser_peek (parser, ahead);

  return lexeme != NULL && lexeme->kind != QSA_LEXEME_OR
         && lexeme->kind != QSA_LEXEME_CLOSE;
}

/* TRUE when the next lexeme is the last and may become an operator with what is typed next. */
static gboolean
qsa_query_parser_is_unfinished (QsaQueryParser *parser)
{
  return parser->words.while_typing && qsa_query_parser_peek (parser, 1) == NULL;
}

/* ---- fields ---- */

/* The value of the field that was just read: glued to it, = may stand before it. NULL when there
 * is none; otherwise the next lexeme is the one behind it. */
static const QsaLexeme *
qsa_query_parser_read_value (QsaQueryParser *parser, QsaReach *reach)
{
  gsize at_byte = qsa_query_parser_last (parser)->outer_end_byte;
  const QsaLexeme *lexeme = qsa_query_parser_peek (parser, 0);
  guint ahead = 0;

  if (lexeme != NULL && lexeme->kind == QSA_LEXEME_EXACT
      && lexeme->outer_start_byte == at_byte)
    {
      *reach = lexeme->n_equals == 1 ? QSA_REACH_SURFACE : QSA_REACH_PRINTED;
      at_byte = lexeme->outer_end_byte;
      lexeme = qsa_query_parser_peek (parser, ++ahead);
    }
  if (lexeme == NULL || lexeme->outer_start_byte != at_byte
      || (lexeme->kind != QSA_LEXEME_TEXT && lexeme->kind != QSA_LEXEME_PHRASE))
    return NULL;
  parser->next += ahead + 1;
  return lexeme;
}

/* What was written as a field is its words: name and value, @value may be NULL. */
static QsaQueryNode *
qsa_query_parser_read_field_as_words (QsaQueryParser *parser, const QsaLexeme *field,
                                      const QsaLexeme *value, QsaReach reach)
{
  QsaQueryNode *name = qsa_query_words_read_text (&parser->words, field, parser->reach);
  QsaQueryNode *words = NULL;
  QsaQueryNode *all;

  if (value != NULL && value->kind == QSA_LEXEME_TEXT)
    words = qsa_query_words_read_text (&parser->words, value, reach);
  else if (value != NULL)
    words = qsa_query_words_read_phrase (&parser->words, value, reach);
  if (words == NULL)
    return name;

  all = qsa_query_node_new (QSA_NODE_AND);
  qsa_query_node_add_child (all, name);
  qsa_query_node_add_child (all, words);
  return all;
}

/* TRUE when @field is at the very end and its value is about to be typed. */
static gboolean
qsa_query_parser_awaits_value (QsaQueryParser *parser, const QsaLexeme *field,
                               const QsaLexeme *value)
{
  const QsaLexeme *end = value != NULL ? value : field;

  return parser->words.while_typing
         && qsa_query_words_are_at_end (&parser->words, end->outer_end_byte)
         && (value == NULL || value->start_byte == value->end_byte);
}

/* @operand: index of the first lexeme of the operand. NULL when it is about to be typed. */
static QsaQueryNode *
qsa_query_parser_read_field (QsaQueryParser *parser, guint operand)
{
  const QsaLexeme *field = qsa_query_parser_last (parser);
  QsaReach reach = parser->reach;
  const QsaLexeme *value = qsa_query_parser_read_value (parser, &reach);
  const QsaLexeme *next = qsa_query_parser_peek (parser, 0);
  gboolean unfinished = FALSE;
  QsaQueryNode *node = NULL;

  if (value != NULL)
    node = qsa_query_words_read_field (&parser->words, field->field, value, reach,
                                       &unfinished);
  if (node != NULL)
    {
      qsa_query_note_field (parser->notes, parser->words.text, parser->lexemes, operand,
                            field, value);
      return node;
    }
  if (unfinished || qsa_query_parser_awaits_value (parser, field, value))
    return NULL;

  if (value != NULL || (next != NULL && next->outer_start_byte == field->outer_end_byte))
    qsa_query_note_bad (parser->notes, field, qsa_query_parser_last (parser));
  return qsa_query_parser_read_field_as_words (parser, field, value, reach);
}

/* ---- operands ---- */

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
               || (qsa_query_is_not (parser->words.text, lexeme)
                   && qsa_query_parser_has_operand (parser, 1)
                   && !qsa_query_is_or (parser->words.text,
                                        qsa_query_parser_peek (parser, 1))))
        negated = !negated;
      else
        break;
    }
  return negated;
}

/* A NEAR that stands where it cannot work is its words. */
static void
qsa_query_parser_note_idle_near (QsaQueryParser *parser, const QsaLexeme *lexeme)
{
  guint distance;
  gboolean bare = qsa_query_is_bare_near (parser->words.text, lexeme);
  gboolean between = parser->next > 1 && qsa_query_parser_peek (parser, 0) != NULL;

  if (qsa_query_is_near (parser->words.text, lexeme, &distance) && (!bare || between))
    qsa_query_note_bad (parser->notes, lexeme, lexeme);
}

static void
qsa_query_parser_note_negations (QsaQueryParser *parser, guint operand, guint primary)
{
  for (guint i = operand; i < primary; i++)
    {
      const QsaLexeme *lexeme = &g_array_index (parser->lexemes, QsaLexeme, i);

      if (lexeme->kind != QSA_LEXEME_EXACT)
        qsa_query_note_not (parser->notes, lexeme, qsa_query_parser_last (parser));
    }
}

/* Half a word would throw out far more than the user is about to name. */
static void
qsa_query_node_forget_prefix (QsaQueryNode *node)
{
  if (node->being_typed)
    node->prefix = FALSE;
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    qsa_query_node_forget_prefix (g_ptr_array_index (node->children, i));
}

static QsaQueryNode *qsa_query_parser_read_sequence (QsaQueryParser *parser);

static QsaQueryNode *
qsa_query_parser_read_operand (QsaQueryParser *parser)
{
  guint operand = parser->next;
  QsaReach reach = parser->reach;
  gboolean negated = qsa_query_parser_read_operators (parser, &reach);
  guint primary = parser->next;
  const QsaLexeme *lexeme = qsa_query_parser_peek (parser, 0);
  QsaQueryNode *node = NULL;

  if (!qsa_query_parser_has_operand (parser, 0))
    return NULL;

  parser->next++;
  if (lexeme->kind == QSA_LEXEME_PHRASE)
    node = qsa_query_words_read_phrase (&parser->words, lexeme, reach);
  else if (lexeme->kind == QSA_LEXEME_FIELD)
    node = qsa_query_parser_read_field (parser, operand);
  else if (lexeme->kind == QSA_LEXEME_OPEN)
    {
      node = qsa_query_parser_read_sequence (parser);
      parser->next++; /* the ) that the lexer vouches for */
    }
  else
    {
      node = qsa_query_words_read_text (&parser->words, lexeme, reach);
      qsa_query_parser_note_idle_near (parser, lexeme);
    }

  if (node == NULL)
    return NULL;
  qsa_query_parser_note_negations (parser, operand, primary);
  if (!negated)
    return node;
  qsa_query_node_forget_prefix (node);
  return qsa_query_node_negate (node);
}

/* ---- nearness ---- */

static gboolean
qsa_query_node_can_be_near (const QsaQueryNode *node)
{
  return node != NULL && node->field == QSA_QUERY_FIELD_ANY
         && (node->kind == QSA_NODE_WORD || node->kind == QSA_NODE_PHRASE);
}

/* TRUE when a single word or phrase may come behind the next lexeme. Cheap to ask, so that nothing
 * that is nested is read twice. */
static gboolean
qsa_query_parser_has_near_operand (QsaQueryParser *parser)
{
  const QsaLexeme *lexeme = qsa_query_parser_peek (parser, 1);
  guint distance;

  if (lexeme != NULL && lexeme->kind == QSA_LEXEME_EXACT)
    lexeme = qsa_query_parser_peek (parser, 2);
  return lexeme != NULL
         && (lexeme->kind == QSA_LEXEME_PHRASE
             || (lexeme->kind == QSA_LEXEME_TEXT
                 && !qsa_query_is_or (parser->words.text, lexeme)
                 && !qsa_query_is_not (parser->words.text, lexeme)
                 && !qsa_query_is_near (parser->words.text, lexeme, &distance)));
}

/* The operand behind the NEAR that is next; NULL, and nothing is read, when it is none. */
static QsaQueryNode *
qsa_query_parser_read_near_operand (QsaQueryParser *parser)
{
  guint near_index = parser->next;
  guint n_notes = parser->notes != NULL ? parser->notes->len : 0;
  g_autoptr (QsaQueryNode) node = NULL;

  if (!qsa_query_parser_has_near_operand (parser))
    return NULL;
  parser->next++;
  node = qsa_query_parser_read_operand (parser);
  if (qsa_query_node_can_be_near (node))
    return g_steal_pointer (&node);

  parser->next = near_index;
  if (parser->notes != NULL)
    g_array_set_size (parser->notes, n_notes);
  return NULL;
}

static QsaQueryNode *
qsa_query_parser_read_near (QsaQueryParser *parser)
{
  QsaQueryNode *node = qsa_query_parser_read_operand (parser);
  const QsaLexeme *lexeme;
  guint distance;

  if (!qsa_query_node_can_be_near (node))
    return node;

  while (qsa_query_is_near (parser->words.text,
                            lexeme = qsa_query_parser_peek (parser, 0), &distance))
    {
      QsaQueryNode *operand = qsa_query_parser_read_near_operand (parser);

      if (operand == NULL)
        break;
      qsa_query_note_near (parser->notes, parser->words.text, lexeme);
      if (node->kind != QSA_NODE_NEAR)
        {
          QsaQueryNode *near = qsa_query_node_new (QSA_NODE_NEAR);

          near->distance = distance;
          qsa_query_node_add_child (near, node);
          node = near;
        }
      node->distance = MIN (node->distance, distance);
      qsa_query_node_add_child (node, operand);
    }
  return node;
}

/* ---- sequences ---- */

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

/* TRUE when the next lexeme, behind an operand, is an OR with another operand behind it. */
static gboolean
qsa_query_parser_joins (QsaQueryParser *parser, const QsaLexeme *lexeme)
{
  return qsa_query_is_or (parser->words.text, lexeme)
         && (qsa_query_parser_has_operand (parser, 1)
             || qsa_query_parser_is_unfinished (parser));
}

/* TRUE when the next lexeme, behind an operand, is no word: an operator without its second operand,
 * which is about to be typed, or a | too many. */
static gboolean
qsa_query_parser_is_idle (QsaQueryParser *parser, const QsaLexeme *lexeme)
{
  guint distance;

  return lexeme->kind == QSA_LEXEME_OR
         || (qsa_query_parser_is_unfinished (parser)
             && (qsa_query_is_not (parser->words.text, lexeme)
                 || qsa_query_is_near (parser->words.text, lexeme, &distance)));
}

/* Up to a ) or the end; NULL when there is no word in it. */
static QsaQueryNode *
qsa_query_parser_read_sequence (QsaQueryParser *parser)
{
  g_autoptr (GPtrArray)
      operands = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_query_node_free);
  const QsaLexeme *alternative = NULL; /* the OR before the next operand */
  const QsaLexeme *lexeme;

  while ((lexeme = qsa_query_parser_peek (parser, 0)) != NULL
         && lexeme->kind != QSA_LEXEME_CLOSE)
    {
      QsaQueryNode *node;

      if (operands->len > 0 && alternative == NULL
          && qsa_query_parser_joins (parser, lexeme))
        {
          alternative = lexeme;
          parser->next++;
          continue;
        }
      if (lexeme->kind == QSA_LEXEME_OR
          || (operands->len > 0 && qsa_query_parser_is_idle (parser, lexeme)))
        {
          parser->next++;
          continue;
        }

      node = qsa_query_parser_read_near (parser);
      if (node == NULL)
        continue;
      if (alternative != NULL)
        {
          qsa_query_note_or (parser->notes, parser->words.text, alternative);
          qsa_query_parser_join (operands, node);
        }
      else
        g_ptr_array_add (operands, node);
      alternative = NULL;
    }
  return qsa_query_parser_join_all (operands);
}

QsaQueryNode *
qsa_query_parse_tree (const char *text, QsaReach reach, gboolean while_typing,
                      GArray *notes)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  g_autoptr (GArray) unpaired = g_array_new (FALSE, FALSE, sizeof (QsaUnpaired));
  g_autoptr (GArray)
      lexemes = qsa_query_lex (text, MAX_DEPTH, notes != NULL ? unpaired : NULL);
  QsaQueryParser parser = {
    .words = { text, while_typing, scanner },
    .reach = reach,
    .lexemes = lexemes,
    .notes = notes,
  };
  QsaQueryNode *root = qsa_query_parser_read_sequence (&parser);

  g_assert (parser.next == lexemes->len);
  qsa_query_note_unpaired (notes, unpaired);
  return root != NULL ? root : qsa_query_node_new (QSA_NODE_ALL);
}
