/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-search-completion.h"

#include <glib/gi18n.h>

#include "qsa-proposal-row.h"

/* Words typed in one go are not each looked up: the list would flicker. */
#define QSA_SEARCH_COMPLETION_AFTER_MS 100
/* In a narrow window the entry is narrower than an outlet's name. */
#define QSA_SEARCH_COMPLETION_MIN_WIDTH 240

struct _QsaSearchCompletion
{
  GObject parent_instance;

  /* Borrowed */
  GtkSearchEntry *entry;
  GtkWidget *popover; /* a child of the entry */
  GtkListBox *list;

  /* Owned */
  QsaSession *session;
  GCancellable *cancellable; /* of the question under way */
  char *asked;               /* the text of the last question */
  char *listed;              /* the text that the list is for */

  guint ask_source;
  gboolean choose_first; /* Down was pressed before the list was there */
  gboolean taking;
};

G_DEFINE_FINAL_TYPE (QsaSearchCompletion, qsa_search_completion, G_TYPE_OBJECT)

static const char *
qsa_search_completion_get_text (QsaSearchCompletion *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
qsa_search_completion_has_focus (QsaSearchCompletion *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->entry))
          & GTK_STATE_FLAG_FOCUS_WITHIN)
         != 0;
}

static void
qsa_search_completion_set_shown (QsaSearchCompletion *self, gboolean shown)
{
  if (shown)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_EXPANDED, shown, -1);
}

static void
qsa_search_completion_forget_question (QsaSearchCompletion *self)
{
  g_clear_handle_id (&self->ask_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->choose_first = FALSE;
}

void
qsa_search_completion_dismiss (QsaSearchCompletion *self)
{
  g_return_if_fail (QSA_IS_SEARCH_COMPLETION (self));

  qsa_search_completion_forget_question (self);
  if (gtk_widget_get_visible (self->popover))
    qsa_search_completion_set_shown (self, FALSE);
}

/* ---- choosing ---- */

static void
qsa_search_completion_choose (QsaSearchCompletion *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  /* The focus never leaves the entry, so a screen reader is told what is chosen in the list. */
  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry),
                                   GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static void
qsa_search_completion_take (QsaSearchCompletion *self, GtkListBoxRow *row)
{
  const QsaProposal *proposal = qsa_proposal_row_get_proposal (row);
  gboolean whole = proposal->kind == QSA_PROPOSAL_HISTORY;
  g_autofree char *text = NULL;
  guint caret_chars;

  g_assert (QSA_IS_SEARCH_COMPLETION (self));

  /* More was typed since: the list is about to change. */
  if (g_strcmp0 (self->listed, qsa_search_completion_get_text (self)) != 0)
    return;
  text = qsa_proposal_apply (proposal, self->listed, &caret_chars);
  qsa_search_completion_dismiss (self);
  self->taking = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), (int) caret_chars);
  self->taking = FALSE;
  if (whole && self->session != NULL)
    qsa_session_finish_query (self->session);
}

/* Nothing chosen is before the first and behind the last: there the text is as it was typed. */
static void
qsa_search_completion_step (QsaSearchCompletion *self, int step)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (self->list);
  GtkWidget *next;

  if (chosen != NULL)
    next = step > 0 ? gtk_widget_get_next_sibling (GTK_WIDGET (chosen))
                    : gtk_widget_get_prev_sibling (GTK_WIDGET (chosen));
  else
    next = step > 0 ? gtk_widget_get_first_child (GTK_WIDGET (self->list))
                    : gtk_widget_get_last_child (GTK_WIDGET (self->list));
  qsa_search_completion_choose (self, next != NULL ? GTK_LIST_BOX_ROW (next) : NULL);
}

/* ---- asking ---- */

static void
qsa_search_completion_fill (QsaSearchCompletion *self, GPtrArray *proposals)
{
  GtkWidget *child;

  qsa_search_completion_choose (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  while (proposals->len > 0)
    gtk_list_box_append (self->list,
                         qsa_proposal_row_new (g_ptr_array_steal_index (proposals, 0)));
}

static void
qsa_search_completion_show (QsaSearchCompletion *self, GPtrArray *proposals)
{
  gboolean choose_first = self->choose_first;

  self->choose_first = FALSE;
  if (proposals->len == 0 || !qsa_search_completion_has_focus (self))
    {
      qsa_search_completion_dismiss (self);
      return;
    }
  qsa_search_completion_fill (self, proposals);
  g_free (self->listed);
  self->listed = g_strdup (self->asked);
  gtk_widget_set_size_request (self->popover,
                               MAX (gtk_widget_get_width (GTK_WIDGET (self->entry)),
                                    QSA_SEARCH_COMPLETION_MIN_WIDTH),
                               -1);
  if (!gtk_widget_get_visible (self->popover))
    qsa_search_completion_set_shown (self, TRUE);
  if (choose_first)
    qsa_search_completion_step (self, 1);
}

static void
qsa_search_completion_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaSearchCompletion) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = qsa_proposals_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  /* What keeps the library from answering is said by the search itself. */
  if (proposals == NULL)
    qsa_search_completion_dismiss (self);
  else
    qsa_search_completion_show (self, proposals);
}

static gboolean
qsa_search_completion_ask (gpointer user_data)
{
  QsaSearchCompletion *self = QSA_SEARCH_COMPLETION (user_data);
  const char *text = qsa_search_completion_get_text (self);
  int caret_chars = gtk_editable_get_position (GTK_EDITABLE (self->entry));

  self->ask_source = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->asked);
  self->asked = g_strdup (text);
  qsa_proposals_async (self->session, text,
                       g_utf8_offset_to_pointer (text, caret_chars) - text,
                       self->cancellable, qsa_search_completion_ready,
                       g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
qsa_search_completion_text_changed (QsaSearchCompletion *self)
{
  g_assert (QSA_IS_SEARCH_COMPLETION (self));

  qsa_search_completion_forget_question (self);
  qsa_search_completion_choose (self, NULL);
  /* Only what is typed is completed, not what the program puts there. */
  if (self->taking || self->session == NULL || !qsa_search_completion_has_focus (self)
      || *qsa_search_completion_get_text (self) == '\0')
    qsa_search_completion_dismiss (self);
  else
    self->ask_source = g_timeout_add (QSA_SEARCH_COMPLETION_AFTER_MS,
                                      qsa_search_completion_ask, self);
}

/* The caret went elsewhere in the same text: the list is about another place. */
static void
qsa_search_completion_caret_moved (QsaSearchCompletion *self)
{
  g_assert (QSA_IS_SEARCH_COMPLETION (self));

  if (gtk_widget_get_visible (self->popover)
      && g_strcmp0 (self->listed, qsa_search_completion_get_text (self)) == 0)
    qsa_search_completion_dismiss (self);
}

/* ---- keys ---- */

static gboolean
qsa_search_completion_is_asking (QsaSearchCompletion *self)
{
  return self->ask_source != 0 || self->cancellable != NULL;
}

/* Down where no list is: the first of the one that is on its way, or earlier searches. */
static gboolean
qsa_search_completion_key_down (QsaSearchCompletion *self)
{
  if (self->session == NULL)
    return GDK_EVENT_PROPAGATE;
  if (!qsa_search_completion_is_asking (self))
    {
      if (*qsa_search_completion_get_text (self) != '\0')
        return GDK_EVENT_PROPAGATE;
      qsa_search_completion_ask (self);
    }
  self->choose_first = TRUE;
  return GDK_EVENT_STOP;
}

static gboolean
qsa_search_completion_key (QsaSearchCompletion *self, guint key, guint code,
                           GdkModifierType state)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (self->list);
  /* A list that is about to change is not walked through. */
  gboolean shown = gtk_widget_get_visible (self->popover)
                   && !qsa_search_completion_is_asking (self);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape && gtk_widget_get_visible (self->popover))
    {
      qsa_search_completion_dismiss (self);
      return GDK_EVENT_STOP;
    }
  if (!shown)
    return key == GDK_KEY_Down || key == GDK_KEY_KP_Down
               ? qsa_search_completion_key_down (self)
               : GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      qsa_search_completion_step (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      qsa_search_completion_step (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      if (chosen != NULL)
        {
          qsa_search_completion_take (self, chosen);
          return GDK_EVENT_STOP;
        }
      qsa_search_completion_dismiss (self);
      return GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- object ---- */

static void
qsa_search_completion_dispose (GObject *object)
{
  QsaSearchCompletion *self = QSA_SEARCH_COMPLETION (object);

  qsa_search_completion_forget_question (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qsa_search_completion_parent_class)->dispose (object);
}

static void
qsa_search_completion_finalize (GObject *object)
{
  QsaSearchCompletion *self = QSA_SEARCH_COMPLETION (object);

  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->listed, g_free);
  G_OBJECT_CLASS (qsa_search_completion_parent_class)->finalize (object);
}

static void
qsa_search_completion_class_init (QsaSearchCompletionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qsa_search_completion_dispose;
  object_class->finalize = qsa_search_completion_finalize;
}

static void
qsa_search_completion_init (QsaSearchCompletion *self)
{
}

static void
qsa_search_completion_build (QsaSearchCompletion *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_widget_set_can_focus (list, FALSE);
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Suggestions for the search"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (qsa_search_completion_take),
                           self, G_CONNECT_SWAPPED);
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "qsa-completion");
  gtk_popover_set_child (GTK_POPOVER (self->popover), list);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  /* An autohiding popover would take the keyboard. */
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->entry));
  g_signal_connect_object (self->entry, "destroy", G_CALLBACK (gtk_widget_unparent),
                           self->popover, G_CONNECT_SWAPPED);
}

static void
qsa_search_completion_connect (QsaSearchCompletion *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (self->entry, "changed",
                           G_CALLBACK (qsa_search_completion_text_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "notify::cursor-position",
                           G_CALLBACK (qsa_search_completion_caret_moved), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (qsa_search_completion_key),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (qsa_search_completion_dismiss),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE,
                                  GTK_ACCESSIBLE_AUTOCOMPLETE_LIST, -1);
}

QsaSearchCompletion *
qsa_search_completion_new (GtkSearchEntry *entry)
{
  QsaSearchCompletion *self;

  g_return_val_if_fail (GTK_IS_SEARCH_ENTRY (entry), NULL);

  self = g_object_new (QSA_TYPE_SEARCH_COMPLETION, NULL);
  self->entry = entry;
  qsa_search_completion_build (self);
  qsa_search_completion_connect (self);
  return self;
}

void
qsa_search_completion_set_session (QsaSearchCompletion *self, QsaSession *session)
{
  g_return_if_fail (QSA_IS_SEARCH_COMPLETION (self));
  g_return_if_fail (session == NULL || QSA_IS_SESSION (session));

  qsa_search_completion_dismiss (self);
  g_set_object (&self->session, session);
}

gboolean
qsa_search_completion_get_shown (QsaSearchCompletion *self)
{
  g_return_val_if_fail (QSA_IS_SEARCH_COMPLETION (self), FALSE);

  return gtk_widget_get_visible (self->popover);
}
