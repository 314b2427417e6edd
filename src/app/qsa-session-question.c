/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-session-private.h"

static void
qsa_session_take_reach (QsaSession *self, QsaReach reach)
{
  if (self->reach == reach)
    return;
  self->reach = reach;
  qsa_session_notify (self, QSA_SESSION_PROP_REACH);
}

const char *
qsa_session_get_query_text (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), NULL);

  return self->query_text;
}

void
qsa_session_set_query_text (QsaSession *self, const char *text)
{
  g_return_if_fail (QSA_IS_SESSION (self));

  text = text != NULL ? text : "";
  if (g_str_equal (self->query_text, text))
    return;
  g_free (self->query_text);
  self->query_text = g_strdup (text);
  self->typing = TRUE;
  g_hash_table_remove_all (self->forms);
  qsa_session_take_reach (self, self->widening ? QSA_REACH_DEFAULT : QSA_REACH_FOLDED);
  qsa_session_notify (self, QSA_SESSION_PROP_QUERY_TEXT);
  qsa_session_search (self);
}

void
qsa_session_finish_query (QsaSession *self)
{
  g_return_if_fail (QSA_IS_SESSION (self));

  if (!self->typing)
    return;
  self->typing = FALSE;
  qsa_session_search (self);
}

QsaFilter *
qsa_session_get_filter (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), NULL);

  return self->filter;
}

void
qsa_session_set_filter (QsaSession *self, QsaFilter *filter)
{
  g_return_if_fail (QSA_IS_SESSION (self));
  g_return_if_fail (filter != NULL);

  if (qsa_filter_equal (self->filter, filter))
    return;
  qsa_filter_ref (filter);
  qsa_filter_unref (self->filter);
  self->filter = filter;
  qsa_session_notify (self, QSA_SESSION_PROP_FILTER);
  qsa_session_search (self);
}

QsaSort
qsa_session_get_sort (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), QSA_SORT_NEWEST);

  return self->sort;
}

void
qsa_session_set_sort (QsaSession *self, QsaSort sort)
{
  g_return_if_fail (QSA_IS_SESSION (self));

  if (self->sort == sort)
    return;
  self->sort = sort;
  qsa_session_notify (self, QSA_SESSION_PROP_SORT);
  qsa_session_search (self);
}

void
qsa_session_set_form (QsaSession *self, const char *folded, gboolean on)
{
  g_return_if_fail (QSA_IS_SESSION (self));
  g_return_if_fail (folded != NULL);

  g_hash_table_replace (self->forms, g_strdup (folded), GINT_TO_POINTER (on ? 1 : 0));
  qsa_session_search (self);
}

QsaReach
qsa_session_get_reach (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), QSA_REACH_DEFAULT);

  return self->reach;
}

void
qsa_session_set_reach (QsaSession *self, QsaReach reach)
{
  g_return_if_fail (QSA_IS_SESSION (self));

  if (self->reach == reach)
    return;
  /* Switching widening off is a habit that stays, a wider reach is for this question. */
  if (reach == QSA_REACH_DEFAULT || reach == QSA_REACH_FOLDED)
    self->widening = reach == QSA_REACH_DEFAULT;
  qsa_session_take_reach (self, reach);
  qsa_session_search (self);
}

gboolean
qsa_session_get_widening (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), TRUE);

  return self->widening;
}

void
qsa_session_show_saved_search (QsaSession *self, const QsaSavedSearch *search)
{
  g_return_if_fail (QSA_IS_SESSION (self));
  g_return_if_fail (search != NULL);

  g_object_freeze_notify (G_OBJECT (self));
  qsa_session_set_query_text (self, search->query);
  qsa_session_finish_query (self);
  qsa_session_set_reach (self, search->reach);
  qsa_session_set_filter (self, search->filter);
  qsa_session_set_sort (self, search->sort);
  g_object_thaw_notify (G_OBJECT (self));
}

QsaSavedSearch *
qsa_session_to_saved_search (QsaSession *self, const char *name)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), NULL);

  return qsa_saved_search_new (name, self->query_text, self->reach, self->filter,
                               self->sort);
}
