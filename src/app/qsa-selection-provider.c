/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-selection-provider.h"

struct _QsaSelectionProvider
{
  GdkContentProvider parent_instance;

  /* Borrowed */
  GtkTextView *view;
  QsaSelectionFunc func;
};

G_DEFINE_FINAL_TYPE (QsaSelectionProvider, qsa_selection_provider,
                     GDK_TYPE_CONTENT_PROVIDER)

static GdkContentFormats *
qsa_selection_provider_ref_formats (GdkContentProvider *provider)
{
  return gdk_content_formats_new_for_gtype (G_TYPE_STRING);
}

static gboolean
qsa_selection_provider_get_value (GdkContentProvider *provider, GValue *value,
                                  GError **error)
{
  QsaSelectionProvider *self = QSA_SELECTION_PROVIDER (provider);

  if (!G_VALUE_HOLDS_STRING (value) || self->view == NULL)
    return GDK_CONTENT_PROVIDER_CLASS (qsa_selection_provider_parent_class)
        ->get_value (provider, value, error);
  g_value_take_string (value, self->func (self->view));
  return TRUE;
}

static void
qsa_selection_provider_detach_clipboard (GdkContentProvider *provider,
                                         GdkClipboard *clipboard)
{
  QsaSelectionProvider *self = QSA_SELECTION_PROVIDER (provider);
  GtkTextBuffer *buffer;
  GtkTextIter insert;

  if (self->view == NULL)
    return;
  buffer = gtk_text_view_get_buffer (self->view);
  if (!gtk_text_buffer_get_selection_bounds (buffer, NULL, NULL))
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &insert, gtk_text_buffer_get_insert (buffer));
  /* One mark only: while two are moved, something is selected in between, and would be claimed
   * back from the other program. */
  gtk_text_buffer_move_mark (buffer, gtk_text_buffer_get_selection_bound (buffer),
                             &insert);
}

static void
qsa_selection_provider_class_init (QsaSelectionProviderClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  provider_class->ref_formats = qsa_selection_provider_ref_formats;
  provider_class->get_value = qsa_selection_provider_get_value;
  provider_class->detach_clipboard = qsa_selection_provider_detach_clipboard;
}

static void
qsa_selection_provider_init (QsaSelectionProvider *self)
{
}

QsaSelectionProvider *
qsa_selection_provider_new (GtkTextView *view, QsaSelectionFunc func)
{
  QsaSelectionProvider *self;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_object_new (QSA_TYPE_SELECTION_PROVIDER, NULL);
  self->view = view;
  self->func = func;
  return self;
}

void
qsa_selection_provider_update (QsaSelectionProvider *self, GdkClipboard *clipboard)
{
  GdkContentProvider *provider;

  g_return_if_fail (QSA_IS_SELECTION_PROVIDER (self));
  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  provider = GDK_CONTENT_PROVIDER (self);
  if (self->view == NULL)
    return;
  /* Not has-selection: while a mark is being set, that still says how it was before. */
  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (self->view), NULL,
                                             NULL))
    {
      if (gdk_clipboard_get_content (clipboard) == provider)
        gdk_clipboard_set_content (clipboard, NULL);
    }
  else if (gdk_clipboard_get_content (clipboard) == provider)
    gdk_content_provider_content_changed (provider);
  else
    gdk_clipboard_set_content (clipboard, provider);
}

void
qsa_selection_provider_release (QsaSelectionProvider *self, GdkClipboard *clipboard)
{
  g_return_if_fail (QSA_IS_SELECTION_PROVIDER (self));
  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  self->view = NULL;
  if (gdk_clipboard_get_content (clipboard) == GDK_CONTENT_PROVIDER (self))
    gdk_clipboard_set_content (clipboard, NULL);
}
