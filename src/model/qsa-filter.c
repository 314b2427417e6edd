/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-filter.h"

#include <string.h>

struct _QsaFilter
{
  gatomicrefcount ref_count;
  GArray *outlets; /* owned: guint32, ascending, unique */
  QsaDate from;
  QsaDate to;
  gboolean undated;
  QsaState state;
};

static const char *const state_names[] = {
  [QSA_STATE_ALL] = "all",
  [QSA_STATE_UNREAD] = "unread",
  [QSA_STATE_STARRED] = "starred",
};

QsaFilter *
qsa_filter_new (void)
{
  QsaFilter *filter = g_new0 (QsaFilter, 1);

  g_atomic_ref_count_init (&filter->ref_count);
  filter->outlets = g_array_new (FALSE, FALSE, sizeof (guint32));
  filter->from = (QsaDate) QSA_DATE_INIT;
  filter->to = (QsaDate) QSA_DATE_INIT;
  return filter;
}

static QsaFilter *
qsa_filter_copy (QsaFilter *filter)
{
  QsaFilter *copy = g_new (QsaFilter, 1);

  g_assert (filter != NULL);

  *copy = *filter;
  g_atomic_ref_count_init (&copy->ref_count);
  copy->outlets = g_array_copy (filter->outlets);
  return copy;
}

/* Where @outlet_id is, or where it belongs. */
static guint
qsa_filter_outlet_index (QsaFilter *filter, guint32 outlet_id)
{
  guint low = 0;
  guint high = filter->outlets->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (filter->outlets, guint32, middle) < outlet_id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
qsa_filter_outlet_is_at (QsaFilter *filter, guint index, guint32 outlet_id)
{
  return index < filter->outlets->len
         && g_array_index (filter->outlets, guint32, index) == outlet_id;
}

static gboolean
qsa_filter_date_is_usable (const QsaDate *date)
{
  return date == NULL || date->precision == QSA_DATE_NONE || qsa_date_is_valid (date);
}

/* A filter knows days, not times. */
static QsaDate
qsa_filter_date_without_time (const QsaDate *date)
{
  QsaDate day = QSA_DATE_INIT;

  if (date != NULL && date->precision != QSA_DATE_NONE)
    {
      day = *date;
      day.minute = QSA_DATE_NO_MINUTE;
    }
  return day;
}

static gboolean
qsa_filter_dates_equal (const QsaDate *a, const QsaDate *b)
{
  return a->precision == b->precision && a->year == b->year && a->month == b->month
         && a->day == b->day;
}

QsaFilter *
qsa_filter_ref (QsaFilter *filter)
{
  g_return_val_if_fail (filter != NULL, NULL);

  g_atomic_ref_count_inc (&filter->ref_count);
  return filter;
}

void
qsa_filter_unref (QsaFilter *filter)
{
  g_return_if_fail (filter != NULL);

  if (!g_atomic_ref_count_dec (&filter->ref_count))
    return;

  g_array_unref (filter->outlets);
  g_free (filter);
}

QsaFilter *
qsa_filter_with_outlet (QsaFilter *filter, guint32 outlet_id, gboolean checked)
{
  QsaFilter *copy;
  guint index;
  gboolean present;

  g_return_val_if_fail (filter != NULL, NULL);

  copy = qsa_filter_copy (filter);
  index = qsa_filter_outlet_index (copy, outlet_id);
  present = qsa_filter_outlet_is_at (copy, index, outlet_id);
  if (checked && !present)
    g_array_insert_val (copy->outlets, index, outlet_id);
  else if (!checked && present)
    g_array_remove_index (copy->outlets, index);
  return copy;
}

QsaFilter *
qsa_filter_with_only_outlet (QsaFilter *filter, guint32 outlet_id)
{
  QsaFilter *copy = qsa_filter_without_outlets (filter);

  if (copy != NULL)
    g_array_append_val (copy->outlets, outlet_id);
  return copy;
}

QsaFilter *
qsa_filter_without_outlets (QsaFilter *filter)
{
  QsaFilter *copy;

  g_return_val_if_fail (filter != NULL, NULL);

  copy = qsa_filter_copy (filter);
  g_array_set_size (copy->outlets, 0);
  return copy;
}

QsaFilter *
qsa_filter_with_dates (QsaFilter *filter, const QsaDate *from, const QsaDate *to)
{
  QsaFilter *copy;

  g_return_val_if_fail (filter != NULL, NULL);
  g_return_val_if_fail (qsa_filter_date_is_usable (from), NULL);
  g_return_val_if_fail (qsa_filter_date_is_usable (to), NULL);

  copy = qsa_filter_copy (filter);
  copy->from = qsa_filter_date_without_time (from);
  copy->to = qsa_filter_date_without_time (to);
  return copy;
}

QsaFilter *
qsa_filter_with_undated (QsaFilter *filter, gboolean undated)
{
  QsaFilter *copy;

  g_return_val_if_fail (filter != NULL, NULL);

  copy = qsa_filter_copy (filter);
  copy->undated = undated != FALSE;
  return copy;
}

QsaFilter *
qsa_filter_without_dates (QsaFilter *filter)
{
  QsaFilter *copy = qsa_filter_with_dates (filter, NULL, NULL);

  if (copy != NULL)
    copy->undated = FALSE;
  return copy;
}

QsaFilter *
qsa_filter_with_state (QsaFilter *filter, QsaState state)
{
  QsaFilter *copy;

  g_return_val_if_fail (filter != NULL, NULL);
  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (state_names), NULL);

  copy = qsa_filter_copy (filter);
  copy->state = state;
  return copy;
}

gboolean
qsa_filter_is_empty (QsaFilter *filter)
{
  g_return_val_if_fail (filter != NULL, TRUE);

  return filter->outlets->len == 0 && !qsa_filter_has_dates (filter)
         && filter->state == QSA_STATE_ALL;
}

gboolean
qsa_filter_equal (QsaFilter *a, QsaFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b
         || (a->state == b->state && a->undated == b->undated
             && qsa_filter_dates_equal (&a->from, &b->from)
             && qsa_filter_dates_equal (&a->to, &b->to)
             && a->outlets->len == b->outlets->len
             && (a->outlets->len == 0
                 || memcmp (a->outlets->data, b->outlets->data,
                            a->outlets->len * sizeof (guint32))
                        == 0));
}

const guint32 *
qsa_filter_get_outlets (QsaFilter *filter, guint *n_outlets)
{
  g_return_val_if_fail (filter != NULL && n_outlets != NULL, NULL);

  *n_outlets = filter->outlets->len;
  return (const guint32 *) (gconstpointer) filter->outlets->data;
}

gboolean
qsa_filter_has_outlet (QsaFilter *filter, guint32 outlet_id)
{
  g_return_val_if_fail (filter != NULL, FALSE);

  return qsa_filter_outlet_is_at (filter, qsa_filter_outlet_index (filter, outlet_id),
                                  outlet_id);
}

gboolean
qsa_filter_has_dates (QsaFilter *filter)
{
  g_return_val_if_fail (filter != NULL, FALSE);

  return filter->from.precision != QSA_DATE_NONE || filter->to.precision != QSA_DATE_NONE
         || filter->undated;
}

const QsaDate *
qsa_filter_get_from (QsaFilter *filter)
{
  g_return_val_if_fail (filter != NULL, NULL);

  return &filter->from;
}

const QsaDate *
qsa_filter_get_to (QsaFilter *filter)
{
  g_return_val_if_fail (filter != NULL, NULL);

  return &filter->to;
}

gboolean
qsa_filter_get_undated (QsaFilter *filter)
{
  g_return_val_if_fail (filter != NULL, FALSE);

  return filter->undated;
}

QsaState
qsa_filter_get_state (QsaFilter *filter)
{
  g_return_val_if_fail (filter != NULL, QSA_STATE_ALL);

  return filter->state;
}

/* ---- one line of text: "outlets=0,3,17; from=2020; to=2021-03; undated=yes; state=unread" ---- */

static void
qsa_filter_write_key (GString *line, const char *key)
{
  if (line->len > 0)
    g_string_append (line, "; ");
  g_string_append_printf (line, "%s=", key);
}

static void
qsa_filter_write_date (GString *line, const char *key, const QsaDate *date)
{
  g_autofree char *iso = NULL;

  if (date->precision == QSA_DATE_NONE)
    return;

  iso = qsa_date_to_iso (date);
  qsa_filter_write_key (line, key);
  g_string_append (line, iso);
}

char *
qsa_filter_to_string (QsaFilter *filter)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_return_val_if_fail (filter != NULL, NULL);

  if (filter->outlets->len > 0)
    qsa_filter_write_key (line, "outlets");
  for (guint i = 0; i < filter->outlets->len; i++)
    g_string_append_printf (line, "%s%" G_GUINT32_FORMAT, i > 0 ? "," : "",
                            g_array_index (filter->outlets, guint32, i));

  qsa_filter_write_date (line, "from", &filter->from);
  qsa_filter_write_date (line, "to", &filter->to);

  if (filter->undated)
    {
      qsa_filter_write_key (line, "undated");
      g_string_append (line, "yes");
    }
  if (filter->state != QSA_STATE_ALL)
    {
      qsa_filter_write_key (line, "state");
      g_string_append (line, state_names[filter->state]);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* Each reader sets its part of a filter that nobody else has yet; FALSE when @value is none. */
typedef gboolean (*QsaFilterReader) (QsaFilter *filter, const char *value);

static gboolean
qsa_filter_read_outlets (QsaFilter *filter, const char *value)
{
  g_auto (GStrv) ids = g_strsplit (value, ",", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint64 number;
      guint32 id;
      guint index;

      if (!g_ascii_string_to_unsigned (ids[i], 10, 0, G_MAXUINT32, &number, NULL))
        return FALSE;
      id = (guint32) number;
      index = qsa_filter_outlet_index (filter, id);
      if (!qsa_filter_outlet_is_at (filter, index, id))
        g_array_insert_val (filter->outlets, index, id);
    }
  return filter->outlets->len > 0;
}

static gboolean
qsa_filter_read_from (QsaFilter *filter, const char *value)
{
  return qsa_date_parse_iso (value, &filter->from);
}

static gboolean
qsa_filter_read_to (QsaFilter *filter, const char *value)
{
  return qsa_date_parse_iso (value, &filter->to);
}

static gboolean
qsa_filter_read_undated (QsaFilter *filter, const char *value)
{
  filter->undated = TRUE;
  return g_str_equal (value, "yes");
}

static gboolean
qsa_filter_read_state (QsaFilter *filter, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    {
      if (g_str_equal (state_names[i], value))
        {
          filter->state = (QsaState) i;
          return TRUE;
        }
    }
  return FALSE;
}

static const struct
{
  const char *key;
  QsaFilterReader read;
} filter_readers[] = {
  { "outlets", qsa_filter_read_outlets }, { "from", qsa_filter_read_from },
  { "to", qsa_filter_read_to },           { "undated", qsa_filter_read_undated },
  { "state", qsa_filter_read_state },
};

static gboolean
qsa_filter_read_part (QsaFilter *filter, const char *part)
{
  g_auto (GStrv) halves = g_strsplit (part, "=", 2);

  if (halves[0] == NULL || halves[1] == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (filter_readers); i++)
    if (g_str_equal (filter_readers[i].key, g_strstrip (halves[0])))
      return filter_readers[i].read (filter, g_strstrip (halves[1]));
  return FALSE;
}

QsaFilter *
qsa_filter_from_string (const char *text)
{
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_auto (GStrv) parts = NULL;

  if (text == NULL || *text == '\0')
    return g_steal_pointer (&filter);

  /* Half a filter would show other articles than the user left on the screen: all or nothing. */
  parts = g_strsplit (text, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!qsa_filter_read_part (filter, parts[i]))
      return qsa_filter_new ();
  return g_steal_pointer (&filter);
}

/* ---- order ---- */

static const char *const sort_names[] = {
  [QSA_SORT_NEWEST] = "newest",
  [QSA_SORT_OLDEST] = "oldest",
  [QSA_SORT_RELEVANCE] = "relevance",
  [QSA_SORT_OUTLET] = "outlet",
};

const char *
qsa_sort_to_string (QsaSort sort)
{
  g_return_val_if_fail ((guint) sort < G_N_ELEMENTS (sort_names), NULL);

  return sort_names[sort];
}

gboolean
qsa_sort_from_string (const char *name, QsaSort *sort)
{
  g_return_val_if_fail (name != NULL && sort != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (sort_names); i++)
    if (g_str_equal (sort_names[i], name))
      {
        *sort = (QsaSort) i;
        return TRUE;
      }
  return FALSE;
}
