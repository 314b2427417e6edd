/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-quote-pairing.h"

#include <string.h>

typedef struct
{
  GArray *loose; /* borrowed: QsaLooseMark */
  GArray
      *open; /* owned: guint, indices of open marks of this paragraph, innermost last */
  guint n_open[QSA_N_MARK_FAMILIES][QSA_N_MARK_SHAPES];
} QsaPairing;

static void
qsa_pairing_count (QsaPairing *pairing, const QsaQuoteMark *mark, int change)
{
  pairing->n_open[mark->family][mark->shape] += (guint) change;
}

static gboolean
qsa_pairing_has_open (QsaPairing *pairing, QsaMarkFamily family)
{
  const guint *n_open = pairing->n_open[family];

  return n_open[QSA_MARK_SHAPE_NEUTRAL] + n_open[QSA_MARK_SHAPE_OPENING]
             + n_open[QSA_MARK_SHAPE_CLOSING]
         > 0;
}

static void
qsa_pairing_join (GArray *loose, guint opening, guint closing)
{
  QsaQuoteMark *one = &qsa_loose_mark_at (loose, opening)->mark;
  QsaQuoteMark *other = &qsa_loose_mark_at (loose, closing)->mark;

  one->role = QSA_MARK_OPENS;
  one->partner = closing;
  other->role = QSA_MARK_CLOSES;
  other->partner = opening;
}

static void
qsa_pairing_open (QsaPairing *pairing, guint index)
{
  QsaQuoteMark *mark = &qsa_loose_mark_at (pairing->loose, index)->mark;

  mark->role = QSA_MARK_OPENS;
  qsa_pairing_count (pairing, mark, 1);
  g_array_append_val (pairing->open, index);
}

/* The innermost open mark of the family gets @index for its partner; what is open inside it stays
 * without one. */
static void
qsa_pairing_close (QsaPairing *pairing, guint index)
{
  QsaQuoteMark *mark = &qsa_loose_mark_at (pairing->loose, index)->mark;

  mark->role = QSA_MARK_CLOSES;
  if (!qsa_pairing_has_open (pairing, mark->family))
    return;

  while (TRUE)
    {
      guint top = g_array_index (pairing->open, guint, pairing->open->len - 1);
      const QsaQuoteMark *opening = &qsa_loose_mark_at (pairing->loose, top)->mark;

      g_array_set_size (pairing->open, pairing->open->len - 1);
      qsa_pairing_count (pairing, opening, -1);
      if (opening->family == mark->family)
        {
          qsa_pairing_join (pairing->loose, top, index);
          return;
        }
    }
}

/* Neighbours come first, but a mark that looks like the end of what is open is its end: in “x ”y the
 * space is at the wrong place. */
static gboolean
qsa_pairing_closes (QsaPairing *pairing, const QsaLooseMark *loose)
{
  const QsaQuoteMark *mark = &loose->mark;
  gboolean has_open = qsa_pairing_has_open (pairing, mark->family);
  const guint *n_open = pairing->n_open[mark->family];

  if (mark->shape == QSA_MARK_SHAPE_CLOSING && n_open[QSA_MARK_SHAPE_OPENING] > 0)
    return TRUE;
  if (loose->hint == QSA_HINT_OPENS)
    return FALSE;
  if (loose->hint == QSA_HINT_CLOSES)
    return mark->shape != QSA_MARK_SHAPE_OPENING || has_open;
  if (mark->family == QSA_MARK_FAMILY_GUILLEMET)
    return mark->shape == QSA_MARK_SHAPE_CLOSING || n_open[QSA_MARK_SHAPE_CLOSING] > 0;
  return has_open;
}

/* Opening and closing marks of one paragraph that found no partner of their family: «x". */
static void
qsa_pairing_mix (QsaPairing *pairing, guint first, guint end)
{
  g_array_set_size (pairing->open, 0);
  for (guint i = first; i < end; i++)
    {
      const QsaQuoteMark *mark = &qsa_loose_mark_at (pairing->loose, i)->mark;

      if (mark->partner != QSA_MARK_NO_PARTNER)
        continue;
      if (mark->role == QSA_MARK_OPENS)
        g_array_append_val (pairing->open, i);
      else if (pairing->open->len > 0)
        {
          guint last = pairing->open->len - 1;

          qsa_pairing_join (pairing->loose, g_array_index (pairing->open, guint, last),
                            i);
          g_array_set_size (pairing->open, last);
        }
    }
}

/* @head: the opening mark of an earlier paragraph that is still open, or QSA_MARK_NO_PARTNER.
 * Returns the one for the next paragraph. */
static guint
qsa_pairing_read_paragraph (QsaPairing *pairing, guint first, guint end, guint head)
{
  QsaLooseMark *loose = qsa_loose_mark_at (pairing->loose, first);
  gboolean continues = head != QSA_MARK_NO_PARTNER && loose->begins_paragraph
                       && loose->hint != QSA_HINT_CLOSES
                       && loose->mark.family
                              == qsa_loose_mark_at (pairing->loose, head)->mark.family;

  g_array_set_size (pairing->open, 0);
  memset (pairing->n_open, 0, sizeof pairing->n_open);
  if (continues)
    {
      loose->mark.role = QSA_MARK_CONTINUES;
      loose->mark.partner = head;
      qsa_pairing_open (pairing, head);
    }

  for (guint i = first + continues; i < end; i++)
    {
      if (qsa_pairing_closes (pairing, qsa_loose_mark_at (pairing->loose, i)))
        qsa_pairing_close (pairing, i);
      else
        qsa_pairing_open (pairing, i);
    }
  qsa_pairing_mix (pairing, first, end);

  if (continues
      && qsa_loose_mark_at (pairing->loose, head)->mark.partner == QSA_MARK_NO_PARTNER)
    return head;
  for (guint i = end; i-- > first;)
    {
      const QsaQuoteMark *mark = &qsa_loose_mark_at (pairing->loose, i)->mark;

      if (mark->role == QSA_MARK_OPENS && mark->partner == QSA_MARK_NO_PARTNER)
        return i;
    }
  return QSA_MARK_NO_PARTNER;
}

/* TRUE when marks of different paragraphs enclose one quotation that does not repeat its mark: over two
 * paragraphs, or over all of the text. */
static gboolean
qsa_pairing_spans_paragraphs (GArray *loose, guint opening, guint closing)
{
  const QsaLooseMark *one = qsa_loose_mark_at (loose, opening);
  const QsaLooseMark *other = qsa_loose_mark_at (loose, closing);

  return one->mark.family == other->mark.family
         && (other->paragraph == one->paragraph + 1
             || (one->mark.start_byte == 0 && closing == loose->len - 1));
}

static void
qsa_pairing_join_paragraphs (GArray *loose)
{
  guint open = QSA_MARK_NO_PARTNER;

  for (guint i = 0; i < loose->len; i++)
    {
      const QsaQuoteMark *mark = &qsa_loose_mark_at (loose, i)->mark;

      if (mark->partner != QSA_MARK_NO_PARTNER)
        continue;
      if (mark->role == QSA_MARK_CLOSES && open != QSA_MARK_NO_PARTNER
          && qsa_pairing_spans_paragraphs (loose, open, i))
        {
          qsa_pairing_join (loose, open, i);
          open = QSA_MARK_NO_PARTNER;
        }
      else if (mark->role == QSA_MARK_OPENS
               && (open == QSA_MARK_NO_PARTNER
                   || qsa_loose_mark_at (loose, open)->mark.start_byte > 0))
        open = i;
    }
}

void
qsa_quote_marks_pair (GArray *loose)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  QsaPairing pairing = { loose, open };
  guint head = QSA_MARK_NO_PARTNER;
  guint head_paragraph = 0;

  g_return_if_fail (loose != NULL);

  for (guint first = 0, end; first < loose->len; first = end)
    {
      guint paragraph = qsa_loose_mark_at (loose, first)->paragraph;

      for (end = first; end < loose->len; end++)
        if (qsa_loose_mark_at (loose, end)->paragraph != paragraph)
          break;

      /* A paragraph between without a mark at its beginning ends the chain. */
      if (paragraph != head_paragraph + 1)
        head = QSA_MARK_NO_PARTNER;
      head = qsa_pairing_read_paragraph (&pairing, first, end, head);
      head_paragraph = paragraph;
    }
  qsa_pairing_join_paragraphs (loose);
}
