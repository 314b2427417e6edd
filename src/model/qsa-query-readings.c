/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-readings.h"

#include <string.h>

#include "qsa-query-parser.h"

/* Each other query is parsed once: beyond this length readings are named without one. */
#define MAX_OTHER_BYTES 4096

void
qsa_reading_note_add (GArray *notes, const QsaReadingNote *note)
{
  if (notes != NULL && notes->len < QSA_MAX_READINGS)
    g_array_append_vals (notes, note, 1);
}

void
qsa_reading_note_edit (QsaReadingNote *note, gsize start_byte, gsize end_byte,
                       const char *with)
{
  QsaEdit edit = { start_byte, end_byte, with };

  g_assert (note->n_edits < QSA_MAX_EDITS);
  g_assert (note->n_edits == 0 || note->edits[note->n_edits - 1].end_byte <= start_byte);

  note->edits[note->n_edits++] = edit;
}

static char *
qsa_reading_note_apply (const QsaReadingNote *note, const char *text)
{
  GString *other = g_string_new (NULL);
  gsize at_byte = 0;

  for (guint i = 0; i < note->n_edits; i++)
    {
      const QsaEdit *edit = &note->edits[i];

      g_string_append_len (other, text + at_byte, (gssize) (edit->start_byte - at_byte));
      g_string_append (other, edit->with);
      at_byte = edit->end_byte;
    }
  g_string_append (other, text + at_byte);
  return g_string_free (other, FALSE);
}

static void
qsa_reading_free (QsaReading *reading)
{
  g_free (reading->text);
  g_free (reading->other);
  g_free (reading);
}

static int
qsa_reading_note_compare (gconstpointer a, gconstpointer b)
{
  const QsaReadingNote *one = a;
  const QsaReadingNote *other = b;

  if (one->start_byte != other->start_byte)
    return one->start_byte < other->start_byte ? -1 : 1;
  return (int) one->kind - (int) other->kind;
}

/* Sets *@other to the other query, NULL when there is none or it is too long to be tried. FALSE
 * when it asks the same: then nobody could have meant it otherwise. */
static gboolean
qsa_reading_note_find_other (const QsaReadingNote *note, const char *text, QsaReach reach,
                             gboolean while_typing, const QsaQueryNode *root,
                             char **other)
{
  g_autoptr (QsaQueryNode) tree = NULL;

  *other = NULL;
  if (note->n_edits == 0 || strlen (text) > MAX_OTHER_BYTES)
    return TRUE;
  *other = qsa_reading_note_apply (note, text);
  tree = qsa_query_parse_tree (*other, reach, while_typing, NULL);
  return !qsa_query_node_equal (tree, root);
}

GPtrArray *
qsa_query_readings_new (const char *text, QsaReach reach, gboolean while_typing,
                        const QsaQueryNode *root, GArray *notes)
{
  g_autoptr (GPtrArray)
      readings = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_reading_free);

  g_array_sort (notes, qsa_reading_note_compare);
  for (guint i = 0; i < notes->len; i++)
    {
      const QsaReadingNote *note = &g_array_index (notes, QsaReadingNote, i);
      g_autofree char *other = NULL;
      QsaReading *reading;

      if (!qsa_reading_note_find_other (note, text, reach, while_typing, root, &other))
        continue;
      reading = g_new (QsaReading, 1);
      reading->kind = note->kind;
      reading->text = g_strndup (text + note->start_byte,
                                 note->end_byte - note->start_byte);
      reading->other = g_steal_pointer (&other);
      g_ptr_array_add (readings, reading);
    }
  return g_steal_pointer (&readings);
}
