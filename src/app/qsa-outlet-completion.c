/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-outlet-completion.h"

#include <string.h>

#include "qsa-fold.h"

#define MAX_SHOWN 7

/* ---- finding ---- */

typedef struct
{
  const QsaOutlet *outlet; /* borrowed */
  int rank;                /* the lower the better */
} QsaOutletFind;

enum
{
  QSA_RANK_BEGINS,
  QSA_RANK_WORD_BEGINS,
  QSA_RANK_HOLDS,
  QSA_RANK_NONE,
};

static int
qsa_outlet_completion_rank_name (const char *name, const char *wanted)
{
  g_autofree char *folded = NULL;
  g_autofree char *spaced = NULL;
  const char *found;

  if (name == NULL)
    return QSA_RANK_NONE;
  folded = qsa_fold_text (name, -1);
  if (g_str_has_prefix (folded, wanted))
    return QSA_RANK_BEGINS;
  spaced = g_strconcat (" ", wanted, NULL);
  if (strstr (folded, spaced) != NULL)
    return QSA_RANK_WORD_BEGINS;
  found = strstr (folded, wanted);
  /* "منارة" stands at the beginning of المنارة. */
  if (found != NULL && found - folded == (gssize) strlen ("ال")
      && g_str_has_prefix (folded, "ال"))
    return QSA_RANK_WORD_BEGINS;
  return found != NULL ? QSA_RANK_HOLDS : QSA_RANK_NONE;
}

static int
qsa_outlet_completion_rank (const QsaOutlet *outlet, const char *wanted)
{
  int rank = qsa_outlet_completion_rank_name (outlet->name, wanted);

  rank = MIN (rank, qsa_outlet_completion_rank_name (outlet->short_name, wanted));
  rank = MIN (rank, qsa_outlet_completion_rank_name (outlet->domain, wanted));
  for (char **alias = outlet->aliases; alias != NULL && *alias != NULL; alias++)
    rank = MIN (rank, qsa_outlet_completion_rank_name (*alias, wanted));
  return rank;
}

static int
qsa_outlet_completion_compare (gconstpointer a, gconstpointer b)
{
  const QsaOutletFind *find_a = a;
  const QsaOutletFind *find_b = b;

  /* An outlet that has articles here is likelier than one that is only known. */
  if (find_a->rank != find_b->rank)
    return find_a->rank - find_b->rank;
  if ((find_a->outlet->id == 0) != (find_b->outlet->id == 0))
    return find_a->outlet->id == 0 ? 1 : -1;
  return strcmp (find_a->outlet->name, find_b->outlet->name);
}

GPtrArray *
qsa_outlet_completion_find (QsaOutletTable *outlets, const char *text, guint max)
{
  g_autoptr (GArray) finds = g_array_new (FALSE, FALSE, sizeof (QsaOutletFind));
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (outlets != NULL, names);
  g_return_val_if_fail (text != NULL, names);

  wanted = qsa_fold_text (text, -1);
  if (*wanted == '\0')
    return names;
  for (guint i = 0; i < qsa_outlet_table_get_size (outlets); i++)
    {
      QsaOutletFind find = { qsa_outlet_table_get (outlets, i), 0 };

      find.rank = qsa_outlet_completion_rank (find.outlet, wanted);
      if (find.rank < QSA_RANK_NONE)
        g_array_append_val (finds, find);
    }
  g_array_sort (finds, qsa_outlet_completion_compare);
  for (guint i = 0; i < MIN (finds->len, max); i++)
    g_ptr_array_add (names,
                     g_strdup (g_array_index (finds, QsaOutletFind, i).outlet->name));
  return names;
}

/* ---- offering ---- */

typedef struct
{
  QsaOutletTable *outlets; /* owned */
  AdwEntryRow *row;        /* borrowed: it owns this */
  GtkWidget *popover;      /* a child of the row */
  GtkListBox *list;        /* borrowed */
  gboolean taking;
} QsaOutletCompletion;

static void
qsa_outlet_completion_free (gpointer data)
{
  QsaOutletCompletion *completion = data;

  qsa_outlet_table_unref (completion->outlets);
  g_free (completion);
}

static void
qsa_outlet_completion_close (QsaOutletCompletion *completion)
{
  gtk_popover_popdown (GTK_POPOVER (completion->popover));
}

static void
qsa_outlet_completion_take (QsaOutletCompletion *completion, GtkListBoxRow *chosen)
{
  GtkEditable *editable = GTK_EDITABLE (completion->row);
  const char *name = gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (chosen)));

  completion->taking = TRUE;
  gtk_editable_set_text (editable, name);
  gtk_editable_set_position (editable, -1);
  completion->taking = FALSE;
  qsa_outlet_completion_close (completion);
}

static void
qsa_outlet_completion_fill (QsaOutletCompletion *completion, GPtrArray *names)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (completion->list))) != NULL)
    gtk_list_box_remove (completion->list, child);
  for (guint i = 0; i < names->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (names, i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_append (completion->list, label);
      gtk_widget_set_focusable (gtk_widget_get_parent (label), FALSE);
    }
}

static void
qsa_outlet_completion_text_changed (QsaOutletCompletion *completion)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (completion->row));
  g_autoptr (GPtrArray) names = NULL;

  /* Only what is typed is completed, not what the program puts there. */
  if (completion->taking
      || (gtk_widget_get_state_flags (GTK_WIDGET (completion->row))
          & GTK_STATE_FLAG_FOCUS_WITHIN)
             == 0)
    return;
  names = qsa_outlet_completion_find (completion->outlets, text, MAX_SHOWN);
  if (names->len == 0
      || (names->len == 1 && g_str_equal (g_ptr_array_index (names, 0), text)))
    {
      qsa_outlet_completion_close (completion);
      return;
    }
  qsa_outlet_completion_fill (completion, names);
  gtk_widget_set_size_request (completion->popover,
                               gtk_widget_get_width (GTK_WIDGET (completion->row)), -1);
  gtk_popover_popup (GTK_POPOVER (completion->popover));
}

/* None chosen is before the first and behind the last: there the text is as it was typed. */
static void
qsa_outlet_completion_step (QsaOutletCompletion *completion, int step)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (completion->list);
  int index = chosen != NULL ? gtk_list_box_row_get_index (chosen) + step
                             : (step > 0 ? 0 : -1);

  if (chosen == NULL && step < 0)
    {
      GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (completion->list));

      gtk_list_box_select_row (completion->list, GTK_LIST_BOX_ROW (last));
      return;
    }
  gtk_list_box_select_row (completion->list,
                           index >= 0
                               ? gtk_list_box_get_row_at_index (completion->list, index)
                               : NULL);
}

static gboolean
qsa_outlet_completion_key (QsaOutletCompletion *completion, guint key, guint code,
                           GdkModifierType state)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (completion->list);

  if (!gtk_widget_get_visible (completion->popover)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      qsa_outlet_completion_step (completion, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      qsa_outlet_completion_step (completion, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      qsa_outlet_completion_close (completion);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (chosen == NULL)
        return GDK_EVENT_PROPAGATE;
      qsa_outlet_completion_take (completion, chosen);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
qsa_outlet_completion_build (QsaOutletCompletion *completion)
{
  GtkWidget *list = gtk_list_box_new ();

  completion->list = GTK_LIST_BOX (list);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_list_box_set_activate_on_single_click (completion->list, TRUE);
  g_signal_connect_swapped (list, "row-activated",
                            G_CALLBACK (qsa_outlet_completion_take), completion);
  completion->popover = gtk_popover_new ();
  gtk_widget_add_css_class (completion->popover, "qsa-completion");
  gtk_popover_set_child (GTK_POPOVER (completion->popover), list);
  gtk_popover_set_has_arrow (GTK_POPOVER (completion->popover), FALSE);
  gtk_popover_set_autohide (GTK_POPOVER (completion->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (completion->popover), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (completion->popover, FALSE);
  gtk_widget_set_parent (completion->popover, GTK_WIDGET (completion->row));
  g_signal_connect_object (completion->row, "destroy", G_CALLBACK (gtk_widget_unparent),
                           completion->popover, G_CONNECT_SWAPPED);
}

void
qsa_outlet_completion_attach (AdwEntryRow *row, QsaOutletTable *outlets)
{
  QsaOutletCompletion *completion;
  GtkEventController *keys;
  GtkEventController *focus;

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));
  g_return_if_fail (outlets != NULL);

  completion = g_new0 (QsaOutletCompletion, 1);
  completion->row = row;
  completion->outlets = qsa_outlet_table_ref (outlets);
  g_object_set_data_full (G_OBJECT (row), "qsa-outlet-completion", completion,
                          qsa_outlet_completion_free);
  qsa_outlet_completion_build (completion);
  g_signal_connect_swapped (row, "changed",
                            G_CALLBACK (qsa_outlet_completion_text_changed), completion);

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (qsa_outlet_completion_key),
                            completion);
  gtk_widget_add_controller (GTK_WIDGET (row), keys);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (qsa_outlet_completion_close),
                            completion);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}
