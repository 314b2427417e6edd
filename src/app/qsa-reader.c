/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "qsa-article-loader.h"
#include "qsa-error.h"
#include "qsa-reader-find.h"
#include "qsa-reader-private.h"
#include "qsa-reader-toolbar.h"

/* An article that takes longer shows a spinner; a quick one never flickers. */
#define SPINNER_DELAY_MS 250
#define MIN_SCALE 0.5
#define MAX_SCALE 3.0

struct _QsaReader
{
  GtkWidget parent_instance;

  /* Template widgets */
  QsaReaderToolbar *toolbar;
  QsaReaderFind *find;
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwStatusPage *error_page;
  QsaReaderPage *page;

  /* Owned */
  QsaLibrary *library;
  GSignalGroup *library_signals;
  QsaArticle *article; /* what the page shows */
  QsaArticleLoader *loader;
  QsaMatcher *matcher; /* of the search; what is found in the article comes before it */
  char *font;

  gint64 article_id;
  double scale;
  gsize saved_byte;
  guint spinner_source;
};

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_ARTICLE_ID,
  PROP_ARTICLE,
  PROP_FONT,
  PROP_SCALE,
  PROP_HIT_TEXT,
  N_PROPS,
};

enum
{
  QSA_READER_TOAST,
  QSA_READER_N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[QSA_READER_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaReader, qsa_reader, GTK_TYPE_WIDGET)

static void
qsa_reader_hits_changed (QsaReader *self)
{
  const char *text = qsa_reader_page_get_hit_text (self->page);

  g_assert (QSA_IS_READER (self));

  qsa_reader_toolbar_set_hit_text (self->toolbar, text);
  qsa_reader_find_set_found (self->find, text != NULL);
  qsa_reader_actions_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIT_TEXT]);
}

static void
qsa_reader_update_matcher (QsaReader *self)
{
  g_assert (QSA_IS_READER (self));

  qsa_reader_page_set_matcher (self->page, qsa_reader_find_get_active (self->find)
                                               ? qsa_reader_find_get_matcher (self->find)
                                               : self->matcher);
  qsa_reader_find_set_found (self->find,
                             qsa_reader_page_get_hit_text (self->page) != NULL);
}

static void
qsa_reader_take_article (QsaReader *self, QsaArticle *article)
{
  g_clear_pointer (&self->article, qsa_article_free);
  self->article = article;
  qsa_reader_toolbar_set_article (self->toolbar, article);
  qsa_reader_actions_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

/* ---- loading ---- */

static void
qsa_reader_show_page (QsaReader *self, const char *name)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "loading"));
}

static void
qsa_reader_clear (QsaReader *self, const char *page)
{
  qsa_reader_save_position (self);
  qsa_reader_page_show (self->page, NULL);
  qsa_reader_take_article (self, NULL);
  qsa_reader_show_page (self, page);
}

static void
qsa_reader_show_error (QsaReader *self, const GError *error)
{
  gboolean gone = g_error_matches (error, QSA_ERROR, QSA_ERROR_NOT_FOUND);

  adw_status_page_set_title (self->error_page,
                             gone ? _ ("Article Not Found")
                                  : _ ("The Article Could Not Be Opened"));
  adw_status_page_set_description (self->error_page,
                                   gone ? _ ("It is no longer in the library.")
                                        : error->message);
  qsa_reader_clear (self, "error");
}

/* @again: the place is kept when it is the article that is shown. */
static void
qsa_reader_show_article (QsaReader *self, QsaArticle *article, gboolean again)
{
  if (again && self->article != NULL && self->article->id == article->id)
    {
      qsa_reader_page_show_again (self->page, article);
    }
  else
    {
      qsa_reader_save_position (self);
      self->saved_byte = article->reading_position_byte;
      qsa_reader_page_show (self->page, article);
    }
  qsa_reader_take_article (self, article);
  qsa_reader_show_page (self, "page");
}

static void
qsa_reader_loaded (QsaArticle *article, const GError *error, gboolean again,
                   gpointer user_data)
{
  if (article != NULL)
    qsa_reader_show_article (QSA_READER (user_data), article, again);
  else
    qsa_reader_show_error (QSA_READER (user_data), error);
}

static gboolean
qsa_reader_show_spinner (gpointer data)
{
  QsaReader *self = data;

  self->spinner_source = 0;
  qsa_reader_show_page (self, "loading");
  return G_SOURCE_REMOVE;
}

static void
qsa_reader_load (QsaReader *self, gboolean again)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  if (self->article_id == 0 || self->library == NULL)
    {
      qsa_article_loader_cancel (self->loader);
      qsa_reader_clear (self, "empty");
      return;
    }
  if (!again)
    self->spinner_source = g_timeout_add (SPINNER_DELAY_MS, qsa_reader_show_spinner,
                                          self);
  qsa_article_loader_load (self->loader, self->library, self->article_id, again);
}

static void
qsa_reader_library_changed (QsaReader *self, QsaChangeKind kind)
{
  g_assert (QSA_IS_READER (self));

  /* New articles, hundreds a second during an import, do not change this one. */
  if (self->article_id != 0
      && (kind & (QSA_CHANGE_DETAILS | QSA_CHANGE_STATE | QSA_CHANGE_OUTLETS)) != 0)
    qsa_reader_reload (self);
}

/* ---- class ---- */

static void
qsa_reader_set_scale (QsaReader *self, double scale)
{
  scale = CLAMP (scale, MIN_SCALE, MAX_SCALE);
  if (scale == self->scale)
    return;
  self->scale = scale;
  qsa_reader_page_set_font (self->page, self->font, scale);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
}

static void
qsa_reader_set_font (QsaReader *self, const char *font)
{
  if (g_strcmp0 (self->font, font) == 0)
    return;
  g_free (self->font);
  self->font = g_strdup (font);
  qsa_reader_page_set_font (self->page, self->font, self->scale);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FONT]);
}

static void
qsa_reader_unmap (GtkWidget *widget)
{
  qsa_reader_save_position (QSA_READER (widget));
  GTK_WIDGET_CLASS (qsa_reader_parent_class)->unmap (widget);
}

static gboolean
qsa_reader_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (QSA_READER (widget)->page));
}

static void
qsa_reader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QsaReader *self = QSA_READER (object);

  switch (id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_ARTICLE_ID:
      g_value_set_int64 (value, self->article_id);
      break;
    case PROP_ARTICLE:
      g_value_set_pointer (value, (gpointer) qsa_reader_get_article (self));
      break;
    case PROP_FONT:
      g_value_set_string (value, self->font);
      break;
    case PROP_SCALE:
      g_value_set_double (value, self->scale);
      break;
    case PROP_HIT_TEXT:
      g_value_set_string (value, qsa_reader_page_get_hit_text (self->page));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_reader_set_property (GObject *object, guint id, const GValue *value,
                         GParamSpec *pspec)
{
  QsaReader *self = QSA_READER (object);

  switch (id)
    {
    case PROP_LIBRARY:
      qsa_reader_set_library (self, g_value_get_object (value));
      break;
    case PROP_ARTICLE_ID:
      qsa_reader_set_article_id (self, g_value_get_int64 (value));
      break;
    case PROP_FONT:
      qsa_reader_set_font (self, g_value_get_string (value));
      break;
    case PROP_SCALE:
      qsa_reader_set_scale (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_reader_dispose (GObject *object)
{
  QsaReader *self = QSA_READER (object);
  GtkWidget *child;

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_pointer (&self->loader, qsa_article_loader_free);
  g_clear_object (&self->library_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qsa_reader_parent_class)->dispose (object);
}

static void
qsa_reader_finalize (GObject *object)
{
  QsaReader *self = QSA_READER (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->article, qsa_article_free);
  g_clear_pointer (&self->matcher, qsa_matcher_unref);
  g_clear_pointer (&self->font, g_free);
  G_OBJECT_CLASS (qsa_reader_parent_class)->finalize (object);
}

static void
qsa_reader_install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                               | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, QSA_TYPE_LIBRARY,
                                                  writable);
  properties[PROP_ARTICLE_ID] = g_param_spec_int64 ("article-id", NULL, NULL, 0,
                                                    G_MAXINT64, 0, writable);
  properties[PROP_ARTICLE] = g_param_spec_pointer ("article", NULL, NULL, readable);
  properties[PROP_FONT] = g_param_spec_string ("font", NULL, NULL, NULL, writable);
  properties[PROP_SCALE] = g_param_spec_double ("scale", NULL, NULL, 0, MAX_SCALE, 1.0,
                                                writable);
  properties[PROP_HIT_TEXT] = g_param_spec_string ("hit-text", NULL, NULL, NULL,
                                                   readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qsa_reader_class_init (QsaReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qsa_reader_get_property;
  object_class->set_property = qsa_reader_set_property;
  object_class->dispose = qsa_reader_dispose;
  object_class->finalize = qsa_reader_finalize;
  widget_class->unmap = qsa_reader_unmap;
  widget_class->grab_focus = qsa_reader_grab_focus;

  qsa_reader_install_properties (object_class);
  signals[QSA_READER_TOAST] = g_signal_new ("toast", QSA_TYPE_READER, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            G_TYPE_STRING);
  qsa_reader_actions_install (widget_class);

  g_type_ensure (QSA_TYPE_READER_FIND);
  g_type_ensure (QSA_TYPE_READER_PAGE);
  g_type_ensure (QSA_TYPE_READER_TOOLBAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaReader, toolbar);
  gtk_widget_class_bind_template_child (widget_class, QsaReader, find);
  gtk_widget_class_bind_template_child (widget_class, QsaReader, stack);
  gtk_widget_class_bind_template_child (widget_class, QsaReader, spinner);
  gtk_widget_class_bind_template_child (widget_class, QsaReader, error_page);
  gtk_widget_class_bind_template_child (widget_class, QsaReader, page);
}

static void
qsa_reader_init (QsaReader *self)
{
  self->scale = 1.0;
  self->loader = qsa_article_loader_new (qsa_reader_loaded, self);
  self->library_signals = g_signal_group_new (QSA_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->library_signals, "changed",
                                  G_CALLBACK (qsa_reader_library_changed), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  qsa_reader_actions_add_keys (self);

  g_signal_connect_object (self->page, "selection-changed",
                           G_CALLBACK (qsa_reader_actions_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "moved", G_CALLBACK (qsa_reader_save_position),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "notify::hit-text",
                           G_CALLBACK (qsa_reader_hits_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find, "changed", G_CALLBACK (qsa_reader_update_matcher),
                           self, G_CONNECT_SWAPPED);
  qsa_reader_page_set_font (self->page, self->font, self->scale);
  qsa_reader_take_article (self, NULL);
  qsa_reader_hits_changed (self);
}

/* ---- public ---- */

void
qsa_reader_set_library (QsaReader *self, QsaLibrary *library)
{
  g_return_if_fail (QSA_IS_READER (self));
  g_return_if_fail (library == NULL || QSA_IS_LIBRARY (library));

  if (self->library == library)
    return;
  qsa_reader_save_position (self);
  g_set_object (&self->library, library);
  g_signal_group_set_target (self->library_signals, library);
  qsa_reader_find_set_library (self->find, library);
  qsa_reader_load (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

void
qsa_reader_set_article_id (QsaReader *self, gint64 id)
{
  g_return_if_fail (QSA_IS_READER (self));
  g_return_if_fail (id >= 0);

  if (self->article_id == id)
    return;
  self->article_id = id;
  qsa_reader_load (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE_ID]);
}

void
qsa_reader_set_matcher (QsaReader *self, QsaMatcher *matcher)
{
  g_return_if_fail (QSA_IS_READER (self));

  if (self->matcher == matcher)
    return;
  g_clear_pointer (&self->matcher, qsa_matcher_unref);
  self->matcher = matcher != NULL ? qsa_matcher_ref (matcher) : NULL;
  qsa_reader_update_matcher (self);
}

const QsaArticle *
qsa_reader_get_article (QsaReader *self)
{
  g_return_val_if_fail (QSA_IS_READER (self), NULL);

  return self->article != NULL && self->article->id == self->article_id ? self->article
                                                                        : NULL;
}

void
qsa_reader_reload (QsaReader *self)
{
  g_return_if_fail (QSA_IS_READER (self));

  qsa_reader_load (self, TRUE);
}

void
qsa_reader_save_position (QsaReader *self)
{
  gsize body_byte;

  g_return_if_fail (QSA_IS_READER (self));

  if (self->library == NULL || self->article == NULL
      || !qsa_reader_page_get_position (self->page, &body_byte)
      || body_byte == self->saved_byte)
    return;
  self->saved_byte = body_byte;
  qsa_library_set_reading_position (self->library, self->article->id, body_byte);
}

QsaReaderFind *
qsa_reader_get_find (QsaReader *self)
{
  g_return_val_if_fail (QSA_IS_READER (self), NULL);

  return self->find;
}

QsaReaderPage *
qsa_reader_get_page (QsaReader *self)
{
  g_return_val_if_fail (QSA_IS_READER (self), NULL);

  return self->page;
}

const QsaArticle *
qsa_reader_get_shown_article (QsaReader *self)
{
  g_return_val_if_fail (QSA_IS_READER (self), NULL);

  return self->article;
}
