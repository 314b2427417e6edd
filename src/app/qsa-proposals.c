/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-proposals.h"

#include <string.h>

#include "qsa-bidi.h"
#include "qsa-fold.h"
#include "qsa-outlet-completion.h"

/* All in all as many as the eye takes in at once, so each kind leaves room for the others. */
#define MAX_HISTORY 2
#define MAX_HISTORY_ALONE 8
#define MAX_WORDS 5
#define MAX_OUTLETS 2
#define MAX_FIELDS 2
#define MAX_VALUES 8

typedef struct
{
  QsaSession *session; /* owned */
  char *text;
  QsaCompletePlace place;
  gboolean arabic; /* what is typed, or the window when nothing is */
  GPtrArray *proposals;
  GPtrArray *after; /* those that come behind the words */
} QsaProposalsAsk;

void
qsa_proposal_free (QsaProposal *proposal)
{
  g_free (proposal->label);
  g_free (proposal->insert);
  g_free (proposal);
}

static void
qsa_proposals_ask_free (gpointer data)
{
  QsaProposalsAsk *ask = data;

  g_clear_object (&ask->session);
  g_clear_pointer (&ask->proposals, g_ptr_array_unref);
  g_clear_pointer (&ask->after, g_ptr_array_unref);
  qsa_complete_place_clear (&ask->place);
  g_free (ask->text);
  g_free (ask);
}

/* Takes @label and @insert. */
static QsaProposal *
qsa_proposals_add (QsaProposalsAsk *ask, GPtrArray *to, QsaProposalKind kind, char *label,
                   char *insert)
{
  QsaProposal *proposal = g_new0 (QsaProposal, 1);

  proposal->kind = kind;
  proposal->label = label;
  proposal->insert = insert;
  proposal->start_byte = ask->place.start_byte;
  proposal->end_byte = ask->place.end_byte;
  g_ptr_array_add (to, proposal);
  return proposal;
}

/* ---- what is known at once ---- */

static void
qsa_proposals_add_history (QsaProposalsAsk *ask, guint max)
{
  QsaLibrary *library = qsa_session_get_library (ask->session);
  g_auto (GStrv) history = qsa_library_dup_history (library, ask->text, max + 1);
  guint n = 0;

  for (char **search = history; *search != NULL && n < max; search++)
    {
      QsaProposal *proposal;

      if (g_str_equal (*search, ask->text))
        continue;
      proposal = qsa_proposals_add (ask, ask->proposals, QSA_PROPOSAL_HISTORY,
                                    g_strdup (*search), g_strdup (*search));
      proposal->start_byte = 0;
      proposal->end_byte = strlen (ask->text);
      n++;
    }
}

/* Outlets that the library has articles of; @field is what must stand before the name, or "". */
static void
qsa_proposals_add_outlets (QsaProposalsAsk *ask, GPtrArray *to, const char *field,
                           guint max)
{
  QsaOutletTable *outlets =
      qsa_library_get_outlets (qsa_session_get_library (ask->session));
  g_autoptr (GPtrArray) names = NULL;
  guint n = 0;

  if (outlets == NULL)
    return;
  names = qsa_outlet_completion_find (outlets, ask->place.prefix, max * 4);
  for (guint i = 0; i < names->len && n < max; i++)
    {
      const char *name = names->pdata[i];
      const QsaOutlet *outlet = qsa_outlet_table_find_name (outlets, name);
      g_autofree char *value = qsa_query_quote_value (name);

      if (outlet == NULL || outlet->id == 0)
        continue;
      qsa_proposals_add (ask, to, QSA_PROPOSAL_OUTLET, g_strdup (name),
                         g_strconcat (field, value, NULL));
      n++;
    }
}

static void
qsa_proposals_add_fields (QsaProposalsAsk *ask)
{
  g_autofree char *wanted = qsa_fold_text (ask->place.prefix, -1);
  guint n = 0;

  if (*wanted == '\0')
    return;
  for (const char *const *name = qsa_query_get_field_names (); *name != NULL; name++)
    {
      g_autofree char *folded = qsa_fold_text (*name, -1);

      if (n == MAX_FIELDS)
        return;
      if (!g_str_has_prefix (folded, wanted))
        continue;
      qsa_proposals_add (ask, ask->after, QSA_PROPOSAL_FIELD, g_strdup (*name),
                         g_strdup (*name));
      n++;
    }
}

static void
qsa_proposals_add_states (QsaProposalsAsk *ask)
{
  static const char *const states[][2] = {
    { "starred", "مميز" },
    { "read", "مقروء" },
    { "unread", "غير_مقروء" },
    { "undated", "بلا_تاريخ" },
  };
  g_autofree char *wanted = qsa_fold_text (ask->place.prefix, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      const char *state = states[i][ask->arabic ? 1 : 0];
      g_autofree char *folded = qsa_fold_text (state, -1);

      if (g_str_has_prefix (folded, wanted))
        qsa_proposals_add (ask, ask->proposals, QSA_PROPOSAL_VALUE, g_strdup (state),
                           g_strdup (state));
    }
}

/* The years of which there are articles, the newest first. */
static void
qsa_proposals_add_years (QsaProposalsAsk *ask)
{
  g_autofree char *wanted = qsa_fold_text (ask->place.prefix, -1);
  QsaResult *result = qsa_session_get_result (ask->session);
  const QsaMonthCount *months;
  guint n_months = 0;
  int last_year = G_MININT;

  if (result == NULL)
    return;
  months = qsa_result_get_months (result, &n_months);
  for (guint i = n_months; i > 0 && ask->proposals->len < MAX_VALUES; i--)
    {
      g_autofree char *year = g_strdup_printf ("%d", months[i - 1].year);

      if (months[i - 1].year == last_year || !g_str_has_prefix (year, wanted))
        continue;
      last_year = months[i - 1].year;
      qsa_proposals_add (ask, ask->proposals, QSA_PROPOSAL_VALUE, g_strdup (year),
                         g_strdup (year));
    }
}

/* ---- what the library is asked for ---- */

static void
qsa_proposals_return (GTask *task)
{
  QsaProposalsAsk *ask = g_task_get_task_data (task);

  g_ptr_array_extend_and_steal (ask->proposals, g_steal_pointer (&ask->after));
  g_task_return_pointer (task, g_steal_pointer (&ask->proposals),
                         (GDestroyNotify) g_ptr_array_unref);
}

/* @completions of QsaCompletion, taken. */
static void
qsa_proposals_take_completions (GTask *task, GPtrArray *completions, GError *error,
                                QsaProposalKind kind)
{
  QsaProposalsAsk *ask = g_task_get_task_data (task);

  if (completions == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < completions->len; i++)
    {
      const QsaCompletion *completion = g_ptr_array_index (completions, i);
      QsaProposal *proposal;

      if (g_str_equal (completion->word, ask->place.prefix))
        continue;
      proposal = qsa_proposals_add (ask, ask->proposals, kind,
                                    g_strdup (completion->word),
                                    kind == QSA_PROPOSAL_AUTHOR
                                        ? qsa_query_quote_value (completion->word)
                                        : g_strdup (completion->word));
      proposal->articles = completion->articles;
    }
  g_ptr_array_unref (completions);
  qsa_proposals_return (task);
}

static void
qsa_proposals_words_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *words = qsa_library_complete_finish (QSA_LIBRARY (source), result, &error);

  qsa_proposals_take_completions (task, words, error, QSA_PROPOSAL_WORD);
}

static void
qsa_proposals_authors_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *authors = qsa_library_complete_author_finish (QSA_LIBRARY (source), result,
                                                           &error);

  qsa_proposals_take_completions (task, authors, error, QSA_PROPOSAL_AUTHOR);
}

static void
qsa_proposals_ask_words (GTask *task)
{
  QsaProposalsAsk *ask = g_task_get_task_data (task);

  qsa_proposals_add_history (ask, MAX_HISTORY);
  qsa_proposals_add_outlets (ask, ask->after,
                             ask->arabic ? "وسيلة:" : "outlet:", MAX_OUTLETS);
  qsa_proposals_add_fields (ask);
  qsa_library_complete_async (qsa_session_get_library (ask->session), ask->place.prefix,
                              MAX_WORDS, g_task_get_cancellable (task),
                              qsa_proposals_words_ready, g_object_ref (task));
}

static void
qsa_proposals_ask_authors (GTask *task)
{
  QsaProposalsAsk *ask = g_task_get_task_data (task);

  qsa_library_complete_author_async (qsa_session_get_library (ask->session),
                                     ask->place.prefix, MAX_VALUES,
                                     g_task_get_cancellable (task),
                                     qsa_proposals_authors_ready, g_object_ref (task));
}

static void
qsa_proposals_start (GTask *task)
{
  QsaProposalsAsk *ask = g_task_get_task_data (task);

  switch (ask->place.kind)
    {
    case QSA_COMPLETE_WORD:
      qsa_proposals_ask_words (task);
      return;
    case QSA_COMPLETE_AUTHOR:
      qsa_proposals_ask_authors (task);
      return;
    case QSA_COMPLETE_OUTLET:
      qsa_proposals_add_outlets (ask, ask->proposals, "", MAX_VALUES);
      break;
    case QSA_COMPLETE_IS:
      qsa_proposals_add_states (ask);
      break;
    case QSA_COMPLETE_DATE:
      qsa_proposals_add_years (ask);
      break;
    case QSA_COMPLETE_NOTHING:
    case QSA_COMPLETE_TAG: /* nothing gives tags to articles yet */
    default:
      if (*ask->text == '\0')
        qsa_proposals_add_history (ask, MAX_HISTORY_ALONE);
      break;
    }
  qsa_proposals_return (task);
}

void
qsa_proposals_async (QsaSession *session, const char *text, gsize caret_byte,
                     GCancellable *cancellable, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  QsaProposalsAsk *ask = g_new0 (QsaProposalsAsk, 1);

  g_return_if_fail (QSA_IS_SESSION (session));
  g_return_if_fail (text != NULL);

  g_task_set_source_tag (task, qsa_proposals_async);
  g_task_set_task_data (task, ask, qsa_proposals_ask_free);
  ask->session = g_object_ref (session);
  ask->text = g_strdup (text);
  ask->arabic = qsa_direction_of (text, -1) == QSA_DIRECTION_RTL;
  ask->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_proposal_free);
  ask->after = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_proposal_free);
  qsa_query_complete_place (text, caret_byte, &ask->place);
  qsa_proposals_start (task);
}

GPtrArray *
qsa_proposals_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
qsa_proposal_apply (const QsaProposal *proposal, const char *text, guint *caret_chars)
{
  g_autoptr (GString) applied = NULL;

  g_return_val_if_fail (proposal != NULL, NULL);
  g_return_val_if_fail (text != NULL && proposal->end_byte <= strlen (text), NULL);

  applied = g_string_new_len (text, proposal->start_byte);
  g_string_append (applied, proposal->insert);
  /* A field waits for its value, a whole search is whole; else the next word begins. */
  if (proposal->kind != QSA_PROPOSAL_FIELD && proposal->kind != QSA_PROPOSAL_HISTORY
      && text[proposal->end_byte] == '\0')
    g_string_append_c (applied, ' ');
  *caret_chars = g_utf8_strlen (applied->str, applied->len);
  g_string_append (applied, text + proposal->end_byte);
  return g_string_free (g_steal_pointer (&applied), FALSE);
}
