/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-notes.h"

#include <string.h>

#include "qsa-query-operators.h"

static QsaReadingNote
qsa_query_note_new (QsaReadingKind kind, const QsaLexeme *first, const QsaLexeme *last)
{
  QsaReadingNote note = { .kind = kind };

  note.start_byte = first->outer_start_byte;
  note.end_byte = last->outer_end_byte;
  return note;
}

/* A dash with a space behind it is a dash in a headline; not is a word in lower case. */
void
qsa_query_note_not (GArray *notes, const QsaLexeme *keyword, const QsaLexeme *last)
{
  QsaReadingNote note = qsa_query_note_new (QSA_READING_NOT, keyword, last);

  if (keyword->kind == QSA_LEXEME_MINUS)
    qsa_reading_note_edit (&note, keyword->end_byte, keyword->end_byte, " ");
  else
    qsa_reading_note_edit (&note, keyword->start_byte, keyword->end_byte, "not");
  qsa_reading_note_add (notes, &note);
}

/* All bars that stand side by side, and all spaces around them but one. */
static void
qsa_query_note_edit_bars (QsaReadingNote *note, const char *text)
{
  gsize start_byte = note->start_byte;
  gsize end_byte = note->end_byte;

  while (start_byte > 0 && strchr ("| ", text[start_byte - 1]) != NULL)
    start_byte--;
  end_byte += strspn (text + end_byte, "| ");
  qsa_reading_note_edit (note, start_byte, end_byte, " ");
}

void
qsa_query_note_or (GArray *notes, const char *text, const QsaLexeme *keyword)
{
  QsaReadingNote note = qsa_query_note_new (QSA_READING_OR, keyword, keyword);

  if (keyword->kind == QSA_LEXEME_OR)
    qsa_query_note_edit_bars (&note, text);
  else
    qsa_reading_note_edit (&note, keyword->start_byte, keyword->end_byte, "or");
  qsa_reading_note_add (notes, &note);
}

/* near 5 */
void
qsa_query_note_near (GArray *notes, const char *text, const QsaLexeme *keyword)
{
  QsaReadingNote note = qsa_query_note_new (QSA_READING_NEAR, keyword, keyword);
  gsize slash_byte = note.start_byte;

  while (slash_byte < note.end_byte && text[slash_byte] != '/')
    slash_byte++;
  if (g_ascii_isalpha (text[note.start_byte]))
    qsa_reading_note_edit (&note, note.start_byte, slash_byte, "near");
  if (slash_byte < note.end_byte)
    qsa_reading_note_edit (&note, slash_byte, slash_byte + 1, " ");
  qsa_reading_note_add (notes, &note);
}

/* TRUE when @value, taken out of its field, would be an operator. */
static gboolean
qsa_query_note_needs_marks (const char *text, const QsaLexeme *value)
{
  const char *start = text + value->start_byte;
  gsize value_bytes = value->end_byte - value->start_byte;
  guint distance;

  return value->kind == QSA_LEXEME_TEXT
         && (!g_unichar_isalnum (g_utf8_get_char (start))
             || memchr (start, ':', value_bytes) != NULL || qsa_query_is_or (text, value)
             || qsa_query_is_not (text, value)
             || g_ascii_strncasecmp (start, "NEAR", strlen ("NEAR")) == 0
             || qsa_query_is_near (text, value, &distance));
}

/* A space behind the colon makes words of it. They stand together where the field stood, also
 * beside a - or OR. */
void
qsa_query_note_field (GArray *notes, const char *text, GArray *lexemes, guint operand,
                      const QsaLexeme *field, const QsaLexeme *value)
{
  const QsaLexeme *first = &g_array_index (lexemes, QsaLexeme, operand);
  const QsaLexeme *end = &g_array_index (lexemes, QsaLexeme, 0) + lexemes->len;
  gboolean group = first != field || (operand > 0 && qsa_query_is_or (text, first - 1))
                   || (value + 1 < end && qsa_query_is_or (text, value + 1));
  gboolean marks = qsa_query_note_needs_marks (text, value);
  QsaReadingNote note = qsa_query_note_new (QSA_READING_FIELD, field, value);

  if (group)
    qsa_reading_note_edit (&note, field->start_byte, field->start_byte, "(");
  qsa_reading_note_edit (&note, field->end_byte, field->end_byte, " ");
  if (marks)
    qsa_reading_note_edit (&note, value->start_byte, value->start_byte, "\"");
  if (value->unclosed || marks)
    qsa_reading_note_edit (&note, value->end_byte, value->end_byte, "\"");
  if (group)
    qsa_reading_note_edit (&note, value->outer_end_byte, value->outer_end_byte, ")");
  qsa_reading_note_add (notes, &note);
}

void
qsa_query_note_bad (GArray *notes, const QsaLexeme *first, const QsaLexeme *last)
{
  QsaReadingNote note = qsa_query_note_new (QSA_READING_BAD_VALUE, first, last);

  qsa_reading_note_add (notes, &note);
}

void
qsa_query_note_unpaired (GArray *notes, GArray *unpaired)
{
  for (guint i = 0; i < unpaired->len; i++)
    {
      const QsaUnpaired *item = &g_array_index (unpaired, QsaUnpaired, i);
      QsaReadingNote note = { .kind = QSA_READING_UNPAIRED,
                              .start_byte = item->start_byte,
                              .end_byte = item->end_byte };

      qsa_reading_note_edit (&note, item->other_byte, item->other_byte, item->partner);
      qsa_reading_note_add (notes, &note);
    }
}
