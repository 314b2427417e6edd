/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-proposal-row.h"

#include <glib/gi18n.h>

#include "qsa-display-text.h"
#include "qsa-search-text.h"
#include "qsa-text-util.h"

static const struct
{
  const char *icon;
  const char *name; /* of the kind; NULL: the icon says enough */
} proposal_kinds[] = {
  [QSA_PROPOSAL_HISTORY] = { "document-open-recent-symbolic",
                             NC_ ("completion", "Earlier search") },
  [QSA_PROPOSAL_WORD] = { "system-search-symbolic", NULL },
  [QSA_PROPOSAL_OUTLET] = { "view-list-symbolic", NC_ ("completion", "Outlet") },
  [QSA_PROPOSAL_AUTHOR] = { "avatar-default-symbolic", NC_ ("completion", "Author") },
  [QSA_PROPOSAL_FIELD] = { "edit-find-symbolic", NC_ ("completion", "Field") },
  [QSA_PROPOSAL_VALUE] = { "edit-find-symbolic", NULL },
};

/* A count where there is one, else the kind. */
static char *
qsa_proposal_row_dup_detail (const QsaProposal *proposal)
{
  const char *name = proposal_kinds[proposal->kind].name;

  if (proposal->articles > 0)
    return qsa_number_format (proposal->articles);
  return name != NULL ? g_strdup (g_dpgettext2 (NULL, "completion", name)) : NULL;
}

static void
qsa_proposal_row_describe (GtkWidget *row, const QsaProposal *proposal)
{
  const char *name = proposal_kinds[proposal->kind].name;
  g_autofree char *detail = NULL;
  g_autofree char *text = NULL;

  if (proposal->articles > 0)
    detail = qsa_display_n_articles (proposal->articles);
  else if (name != NULL)
    detail = g_strdup (g_dpgettext2 (NULL, "completion", name));
  text = g_strjoin (", ", proposal->label, detail, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

GtkWidget *
qsa_proposal_row_new (QsaProposal *proposal)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (proposal_kinds[proposal->kind].icon);
  g_autofree char *isolated = qsa_search_text_isolate (proposal->label);
  g_autofree char *detail_text = qsa_proposal_row_dup_detail (proposal);
  GtkWidget *label = gtk_label_new (isolated);
  GtkWidget *detail = gtk_label_new (detail_text);

  gtk_widget_add_css_class (icon, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "numeric");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  qsa_proposal_row_describe (row, proposal);
  g_object_set_data_full (G_OBJECT (row), "qsa-proposal", proposal,
                          (GDestroyNotify) qsa_proposal_free);
  return row;
}

const QsaProposal *
qsa_proposal_row_get_proposal (GtkListBoxRow *row)
{
  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (row), NULL);

  return g_object_get_data (G_OBJECT (row), "qsa-proposal");
}
