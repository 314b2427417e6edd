/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-date-entry.h"

#include <glib/gi18n.h>

#include "qsa-bidi.h"
#include "qsa-text-util.h"

struct _QsaDateEntry
{
  GtkEntry parent_instance;

  /* Owned */
  char *message;

  /* Borrowed */
  GtkEventControllerFocus *focus;

  QsaDate date;
  guint read_source;
  gboolean setting;
  gboolean unreadable; /* the message is about what stands in the entry */
};

enum
{
  PROP_0,
  PROP_MESSAGE,
  N_PROPS,
};

enum
{
  QSA_DATE_ENTRY_CHANGED,
  QSA_DATE_ENTRY_N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[QSA_DATE_ENTRY_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaDateEntry, qsa_date_entry, GTK_TYPE_ENTRY)

/* "٢٠٢١ / ١٢" and "2021.12" become "2021-12"; when @finished, "2021-1" becomes "2021-01": before,
 * a 2 may still follow. */
static char *
qsa_date_entry_normalise (const char *text, gboolean finished)
{
  g_autofree char *latin = qsa_digits_to_latin (text, -1);
  g_autofree char *squeezed = qsa_text_squeeze (latin, -1);
  g_auto (GStrv) parts = NULL;
  GString *iso = g_string_new (NULL);

  g_strdelimit (squeezed, "/. ", '-');
  parts = g_strsplit (squeezed, "-", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      if (**part == '\0')
        continue;
      if (iso->len > 0)
        g_string_append_c (iso, '-');
      if (finished && strlen (*part) == 1)
        g_string_append_c (iso, '0');
      g_string_append (iso, *part);
    }
  return g_string_free (iso, FALSE);
}

static gboolean
qsa_date_entry_read (QsaDateEntry *self, gboolean finished, QsaDate *date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *iso = qsa_date_entry_normalise (text, finished);

  *date = (QsaDate) QSA_DATE_INIT;
  return *iso == '\0' || qsa_date_parse_iso (iso, date);
}

static gboolean
qsa_date_entry_same (const QsaDate *a, const QsaDate *b)
{
  return a->precision == b->precision && a->year == b->year && a->month == b->month
         && a->day == b->day;
}

/* While a date is being typed, "2021-1" and "20" are no faults yet. */
static gboolean
qsa_date_entry_may_go_on (QsaDateEntry *self)
{
  g_autofree char *latin =
      qsa_digits_to_latin (gtk_editable_get_text (GTK_EDITABLE (self)), -1);

  return strlen (latin) < strlen ("2021-12-08")
         && strspn (latin, "0123456789-/. ") == strlen (latin);
}

static void
qsa_date_entry_complain (QsaDateEntry *self)
{
  self->unreadable = TRUE;
  qsa_date_entry_set_message (
      self,
      _ ("This is not a date. Write a year, a month or a day: 2021, 2021-12 or 2021-12-08."));
}

static void
qsa_date_entry_take (QsaDateEntry *self, const QsaDate *date)
{
  gboolean same = qsa_date_entry_same (&self->date, date);

  /* A fault that others found stays as long as the date does. */
  if (!same || self->unreadable)
    qsa_date_entry_set_message (self, NULL);
  self->unreadable = FALSE;
  if (same)
    return;
  self->date = *date;
  g_signal_emit (self, signals[QSA_DATE_ENTRY_CHANGED], 0);
}

static gboolean
qsa_date_entry_read_typed (gpointer user_data)
{
  QsaDateEntry *self = QSA_DATE_ENTRY (user_data);
  QsaDate date;

  self->read_source = 0;
  if (qsa_date_entry_read (self, FALSE, &date))
    qsa_date_entry_take (self, &date);
  else if (!qsa_date_entry_may_go_on (self))
    qsa_date_entry_complain (self);
  else
    {
      self->unreadable = FALSE;
      qsa_date_entry_set_message (self, NULL);
    }
  return G_SOURCE_REMOVE;
}

/* Typing over a selection empties the entry for a moment that must not count. */
static void
qsa_date_entry_text_changed (QsaDateEntry *self)
{
  g_assert (QSA_IS_DATE_ENTRY (self));

  if (!self->setting && self->read_source == 0)
    self->read_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, qsa_date_entry_read_typed,
                                         self, NULL);
}

static void
qsa_date_entry_finish (QsaDateEntry *self)
{
  QsaDate date;

  g_assert (QSA_IS_DATE_ENTRY (self));

  g_clear_handle_id (&self->read_source, g_source_remove);
  if (qsa_date_entry_read (self, TRUE, &date))
    qsa_date_entry_take (self, &date);
  else
    qsa_date_entry_complain (self);
}

/* NULL on a machine without one. */
static GdkDevice *
qsa_date_entry_get_keyboard (QsaDateEntry *self)
{
  GdkSeat *seat =
      gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));

  return seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;
}

/* GTK sets a text without letters by the keyboard's direction while it is being typed, and by the
 * widget's otherwise. Digits must not jump from one side to the other for that. */
static void
qsa_date_entry_align (QsaDateEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  GdkDevice *keyboard = qsa_date_entry_get_keyboard (self);
  gboolean rtl_window = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean rtl_text = rtl_window;

  g_assert (QSA_IS_DATE_ENTRY (self));

  if (qsa_direction_of_first_strong (text, -1) != QSA_DIRECTION_NEUTRAL)
    rtl_text = qsa_direction_of_first_strong (text, -1) == QSA_DIRECTION_RTL;
  else if (gtk_event_controller_focus_contains_focus (self->focus) && keyboard != NULL)
    rtl_text = gdk_device_get_direction (keyboard) == PANGO_DIRECTION_RTL;
  gtk_editable_set_alignment (GTK_EDITABLE (self), rtl_text == rtl_window ? 0.0f : 1.0f);
}

static void
qsa_date_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QsaDateEntry *self = QSA_DATE_ENTRY (object);

  switch (id)
    {
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_date_entry_dispose (GObject *object)
{
  g_clear_handle_id (&QSA_DATE_ENTRY (object)->read_source, g_source_remove);
  G_OBJECT_CLASS (qsa_date_entry_parent_class)->dispose (object);
}

static void
qsa_date_entry_finalize (GObject *object)
{
  QsaDateEntry *self = QSA_DATE_ENTRY (object);

  g_clear_pointer (&self->message, g_free);
  G_OBJECT_CLASS (qsa_date_entry_parent_class)->finalize (object);
}

static void
qsa_date_entry_class_init (QsaDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qsa_date_entry_dispose;
  object_class->finalize = qsa_date_entry_finalize;
  object_class->get_property = qsa_date_entry_get_property;

  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL,
                                                  G_PARAM_READABLE
                                                      | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[QSA_DATE_ENTRY_CHANGED] = g_signal_new ("date-changed", QSA_TYPE_DATE_ENTRY,
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 0);
}

static void
qsa_date_entry_init (QsaDateEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GdkDevice *keyboard = qsa_date_entry_get_keyboard (self);

  self->date = (QsaDate) QSA_DATE_INIT;
  gtk_entry_set_input_purpose (GTK_ENTRY (self), GTK_INPUT_PURPOSE_DIGITS);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), 10);
  g_signal_connect (self, "changed", G_CALLBACK (qsa_date_entry_text_changed), NULL);
  g_signal_connect (self, "activate", G_CALLBACK (qsa_date_entry_finish), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (qsa_date_entry_finish), self);
  g_signal_connect_swapped (focus, "notify::contains-focus",
                            G_CALLBACK (qsa_date_entry_align), self);
  g_signal_connect (self, "changed", G_CALLBACK (qsa_date_entry_align), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  self->focus = GTK_EVENT_CONTROLLER_FOCUS (focus);
  if (keyboard != NULL)
    g_signal_connect_object (keyboard, "notify::direction",
                             G_CALLBACK (qsa_date_entry_align), self, G_CONNECT_SWAPPED);
  qsa_date_entry_align (self);
}

GtkWidget *
qsa_date_entry_new (void)
{
  return g_object_new (QSA_TYPE_DATE_ENTRY, NULL);
}

void
qsa_date_entry_set_date (QsaDateEntry *self, const QsaDate *date)
{
  g_autofree char *iso = NULL;

  g_return_if_fail (QSA_IS_DATE_ENTRY (self));
  g_return_if_fail (date != NULL);

  if (qsa_date_entry_same (&self->date, date))
    return;
  self->date = *date;
  iso = qsa_date_to_iso (date);
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), iso != NULL ? iso : "");
  self->setting = FALSE;
  qsa_date_entry_set_message (self, NULL);
}

QsaDate
qsa_date_entry_get_date (QsaDateEntry *self)
{
  const QsaDate none = QSA_DATE_INIT;

  g_return_val_if_fail (QSA_IS_DATE_ENTRY (self), none);

  return self->date;
}

const char *
qsa_date_entry_get_message (QsaDateEntry *self)
{
  g_return_val_if_fail (QSA_IS_DATE_ENTRY (self), NULL);

  return self->message;
}

void
qsa_date_entry_set_message (QsaDateEntry *self, const char *message)
{
  g_return_if_fail (QSA_IS_DATE_ENTRY (self));

  if (g_strcmp0 (self->message, message) == 0)
    return;
  g_free (self->message);
  self->message = g_strdup (message);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}
