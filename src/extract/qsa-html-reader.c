/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-html-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qsa-byline.h"
#include "qsa-encoding.h"
#include "qsa-error.h"
#include "qsa-fields.h"
#include "qsa-fold.h"
#include "qsa-html-lines.h"
#include "qsa-html-main.h"
#include "qsa-html-meta.h"
#include "qsa-scrape.h"

/* The title stands this many lines above the text at most. */
#define MOST_HEAD_LINES 30
#define LONGEST_TITLE_CHARS 250

#define NO_LINE G_MAXUINT

typedef struct
{
  QsaArticle *article;     /* borrowed */
  QsaOutletTable *outlets; /* borrowed */
  GArray *lines;           /* borrowed; QsaHtmlLine */
  QsaHtmlMeta meta;        /* owned */
  QsaHtmlRange main;       /* the lines of the text */
  guint title_index;       /* NO_LINE when the page does not show its title */
} QsaHtmlPage;

static const QsaHtmlLine *
qsa_html_page_get (const QsaHtmlPage *page, guint index)
{
  return &g_array_index (page->lines, QsaHtmlLine, index);
}

/* "عنوان - موقع": TRUE when @title begins with @text and a separator follows. */
static gboolean
qsa_html_title_begins_with (const char *title, const char *text)
{
  const char *rest = title + strlen (text);

  if (!g_str_has_prefix (title, text))
    return FALSE;
  rest += strspn (rest, " ");
  return *rest == '\0' || *rest == '-' || *rest == '|' || *rest == ':'
         || g_str_has_prefix (rest, "–") || g_str_has_prefix (rest, "—")
         || g_str_has_prefix (rest, "»") || g_str_has_prefix (rest, "«");
}

static gboolean
qsa_html_page_is_own_name (const QsaHtmlPage *page, const char *text)
{
  return qsa_byline_same_outlet (page->outlets, text, page->meta.site_name)
         || qsa_byline_same_outlet (page->outlets, text, page->article->outlet);
}

/* A heading that may be the article's title. */
static gboolean
qsa_html_page_may_be_title (const QsaHtmlPage *page, guint index)
{
  const QsaHtmlLine *line = qsa_html_page_get (page, index);

  return line->heading_level > 0 && line->n_chars <= LONGEST_TITLE_CHARS
         && line->n_chars >= 8 && !qsa_html_page_is_own_name (page, line->text);
}

/* The line that the page's own title names: the last one above the text or at its beginning. */
static guint
qsa_html_page_find_named_title (const QsaHtmlPage *page, guint end)
{
  guint found = NO_LINE;

  if (page->meta.title == NULL)
    return NO_LINE;
  for (guint i = 0; i < end; i++)
    {
      const QsaHtmlLine *line = qsa_html_page_get (page, i);

      if (line->n_chars >= 8 && line->n_chars <= LONGEST_TITLE_CHARS
          && qsa_html_title_begins_with (page->meta.title, line->text)
          && !qsa_html_page_is_own_name (page, line->text))
        found = i;
    }
  return found;
}

/* The last main heading before the text, when the page's title names none. */
static guint
qsa_html_page_find_heading (const QsaHtmlPage *page, guint end)
{
  for (guint level = 1; level <= 2; level++)
    {
      for (guint i = end; i > 0 && end - i < MOST_HEAD_LINES; i--)
        {
          if (qsa_html_page_get (page, i - 1)->heading_level == level
              && qsa_html_page_may_be_title (page, i - 1))
            return i - 1;
        }
    }
  return NO_LINE;
}

static void
qsa_html_page_find_title (QsaHtmlPage *page)
{
  /* Some pages have the heading inside the element that holds the text. */
  guint end = MIN (page->main.start + 5, page->lines->len);

  page->title_index = qsa_html_page_find_named_title (page, end);
  if (page->title_index == NO_LINE)
    page->title_index = qsa_html_page_find_heading (page, end);
}

/* Takes the site's name off a title that only the markup gives. */
static char *
qsa_html_page_strip_site (const QsaHtmlPage *page, const char *title)
{
  static const char *const joints[] = { " - ", " | ", " – ", " — ", " :: ", " » " };

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      const char *joint = g_strrstr (title, joints[i]);
      const char *name = joint != NULL ? joint + strlen (joints[i]) : NULL;

      if (name != NULL
          && (qsa_html_page_is_own_name (page, name)
              || qsa_byline_is_organisation (name, page->outlets)))
        return g_strndup (title, (gsize) (joint - title));
    }
  return g_strdup (title);
}

static void
qsa_html_page_fill_names (QsaHtmlPage *page)
{
  const QsaHtmlMeta *meta = &page->meta;

  if (meta->url != NULL)
    qsa_fields_set_url (page->article, meta->url, strlen (meta->url), "page-address");
  if (meta->site_name != NULL)
    qsa_fields_set_outlet (page->article, page->outlets, meta->site_name,
                           strlen (meta->site_name), "site-name", 0.9);
  qsa_fields_set_outlet_from_domain (page->article, page->outlets, 0.9);
  if (meta->lang != NULL)
    qsa_fields_set_lang (page->article, meta->lang, strlen (meta->lang), "page-lang");
}

static void
qsa_html_page_fill_title (QsaHtmlPage *page)
{
  if (page->title_index != NO_LINE)
    {
      const char *text = qsa_html_page_get (page, page->title_index)->text;

      qsa_fields_set_title (page->article, text, strlen (text), "page-heading", 0.9);
    }
  else if (page->meta.title != NULL)
    {
      g_autofree char *title = qsa_html_page_strip_site (page, page->meta.title);

      qsa_fields_set_title (page->article, title, strlen (title), "page-title", 0.8);
    }
}

/* A short line of nothing but links inside the text is a "read also" or a share link. */
static gboolean
qsa_html_line_is_links (const QsaHtmlLine *line)
{
  return line->heading_level == 0 && line->link_share >= 0.9 && line->n_chars < 150;
}

static void
qsa_html_page_append (QsaScrape *scrape, const QsaHtmlLine *line)
{
  QsaLineRole role = QSA_LINE_TEXT;
  QsaScrapeLine *added;

  if (line->is_caption)
    role = QSA_LINE_CAPTION;
  else if (line->heading_level > 0)
    role = QSA_LINE_HEADING;
  added = qsa_scrape_append (scrape, line->text, role);
  if (role == QSA_LINE_CAPTION)
    added->credit = g_strdup (line->credit);
}

static void
qsa_html_page_append_head (QsaHtmlPage *page, QsaScrape *scrape)
{
  guint start;

  if (page->title_index == NO_LINE || page->title_index + 1 >= page->main.start)
    return;
  start = page->title_index + 1;
  if (page->main.start - start > MOST_HEAD_LINES)
    return;
  for (guint i = start; i < page->main.start; i++)
    {
      const QsaHtmlLine *line = qsa_html_page_get (page, i);

      if (line->is_caption)
        qsa_html_page_append (scrape, line);
      else
        qsa_scrape_append (scrape, line->text, QSA_LINE_TEXT);
    }
}

static void
qsa_html_page_append_main (QsaHtmlPage *page, QsaScrape *scrape)
{
  for (guint i = page->main.start; i < page->main.end; i++)
    {
      if (i != page->title_index)
        qsa_html_page_append (scrape, qsa_html_page_get (page, i));
    }
}

/* Between title and text everything that the head passes did not read is the page's. */
static void
qsa_html_page_close_head (QsaScrape *scrape, guint n_head)
{
  for (guint i = 1; i < n_head; i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);

      if (line->role == QSA_LINE_TEXT || line->role == QSA_LINE_HEADING)
        line->role = QSA_LINE_REMOVED;
    }
  scrape->body_index = MAX (scrape->body_index, n_head);
}

/* Links on lines of their own, now that bylines and places among them were read. */
static void
qsa_html_page_remove_links (QsaHtmlPage *page, QsaScrape *scrape)
{
  for (guint i = page->main.start; i < page->main.end; i++)
    {
      const QsaHtmlLine *line = qsa_html_page_get (page, i);

      if (!qsa_html_line_is_links (line))
        continue;
      for (guint k = scrape->body_index; k < scrape->lines->len; k++)
        {
          QsaScrapeLine *other = qsa_scrape_get (scrape, k);

          if (other->role == QSA_LINE_TEXT && strcmp (other->text, line->text) == 0)
            other->role = QSA_LINE_REMOVED;
        }
    }
}

static void
qsa_html_page_read_text (QsaHtmlPage *page)
{
  g_autoptr (QsaScrape) scrape = qsa_scrape_new (NULL, 0, page->article, page->outlets);
  guint n_head;

  qsa_scrape_append (scrape, page->article->title != NULL ? page->article->title : "-",
                     QSA_LINE_TITLE);
  qsa_html_page_append_head (page, scrape);
  n_head = scrape->lines->len;
  qsa_html_page_append_main (page, scrape);
  scrape->has_blanks = TRUE;
  scrape->head_index = 1;
  qsa_scrape_find_captions (scrape);
  qsa_scrape_read_head (scrape);
  qsa_html_page_close_head (scrape, n_head);
  qsa_html_page_remove_links (page, scrape);
  qsa_scrape_read_body (scrape);
  qsa_scrape_assemble (scrape);
}

static gint32
qsa_html_day_distance (const QsaDate *a, const QsaDate *b)
{
  return ABS (qsa_date_first_day (a) - qsa_date_first_day (b));
}

/* How many of the markup's dates mean the same day, time zones aside. */
static guint
qsa_html_meta_votes (const QsaHtmlMeta *meta, const QsaDate *date)
{
  guint n = 0;

  for (guint i = 0; i < meta->n_dates; i++)
    n += qsa_html_day_distance (&meta->dates[i], date) <= 1;
  return n;
}

/* The day that readers see is the printed one, also when the markup's UTC day is its neighbour.
 * Against it stand only three or more agreeing witnesses: then the line that was read speaks of
 * something else. */
static void
qsa_html_page_weigh_dates (QsaHtmlPage *page)
{
  QsaArticle *article = page->article;
  const QsaHtmlMeta *meta = &page->meta;
  const QsaDate *best = NULL;

  for (guint i = 0; i < meta->n_dates; i++)
    {
      if (best == NULL
          || qsa_html_meta_votes (meta, &meta->dates[i])
                 > qsa_html_meta_votes (meta, best))
        best = &meta->dates[i];
    }
  if (best == NULL
      || (article->date.precision != QSA_DATE_NONE
          && (qsa_html_day_distance (&article->date, best) <= 1
              || qsa_html_meta_votes (meta, best) < 3)))
    return;
  article->date = *best;
  article->date_origin = QSA_DATE_ORIGIN_META;
  qsa_article_set_rule (article, "date", "page-meta",
                        qsa_html_meta_votes (meta, best) > 1 ? 0.9 : 0.8);
}

/* What the page did not show may still stand in its markup. */
static void
qsa_html_page_fill_rest (QsaHtmlPage *page)
{
  const QsaHtmlMeta *meta = &page->meta;

  qsa_html_page_weigh_dates (page);
  if (meta->author != NULL && page->article->author == NULL)
    qsa_fields_set_byline (page->article, page->outlets, meta->author,
                           strlen (meta->author), "page-meta");
  if (meta->section != NULL)
    qsa_fields_set_section (page->article, meta->section, strlen (meta->section),
                            "page-meta", 0.85);
}

static void
qsa_html_page_use_article_body (QsaHtmlPage *page)
{
  g_autoptr (QsaBody) body = NULL;

  if (page->article->body_bytes > 0 || page->meta.article_body == NULL)
    return;
  body = qsa_body_new (page->article);
  qsa_body_add_text (body, page->meta.article_body, strlen (page->meta.article_body));
  qsa_body_finish (body);
  qsa_article_set_rule (page->article, "body", "json-ld", 0.7);
}

static void
qsa_html_fill_article (xmlNode *root, QsaOutletTable *outlets, QsaArticle *article)
{
  g_autoptr (GArray) lines = qsa_html_lines_new (root, QSA_HTML_WHOLE_PAGE);
  QsaHtmlPage page = { .article = article, .outlets = outlets, .lines = lines };

  qsa_html_meta_read (&page.meta, root);
  qsa_html_page_fill_names (&page);
  page.main = qsa_html_find_main (lines);
  qsa_html_page_find_title (&page);
  qsa_html_page_fill_title (&page);
  if (page.main.end > page.main.start)
    qsa_html_page_read_text (&page);
  qsa_html_page_use_article_body (&page);
  qsa_html_page_fill_rest (&page);
  qsa_html_meta_clear (&page.meta);
}

/* charset=… in the first part of the page; NULL when it does not say. */
static char *
qsa_html_find_charset (const char *data, gsize data_bytes)
{
  const char *end = data + MIN (data_bytes, 4096);
  const char *name = g_strstr_len (data, end - data, "charset=");
  gsize name_bytes = 0;

  if (name == NULL)
    return NULL;
  name += strlen ("charset=");
  while (name < end && (*name == '"' || *name == '\'' || *name == ' '))
    name++;
  while (name + name_bytes < end
         && (g_ascii_isalnum (name[name_bytes])
             || strchr ("-_:.", name[name_bytes]) != NULL))
    name_bytes++;
  return name_bytes > 0 && name_bytes < 40 ? g_strndup (name, name_bytes) : NULL;
}

static gboolean
qsa_html_slice (QsaInput *input, QsaSlice *slice, GError **error)
{
  g_autofree char *charset = NULL;

  if (g_utf8_validate_len (input->data, input->data_bytes, NULL))
    return qsa_input_slice (input, 0, input->data_bytes, slice, error);
  charset = qsa_html_find_charset (input->data, input->data_bytes);
  if (charset != NULL && input->converted == NULL)
    {
      g_free (input->encoding);
      input->encoding = g_steal_pointer (&charset);
    }
  return qsa_input_slice (input, 0, input->data_bytes, slice, error);
}

gboolean
qsa_html_read (QsaEmitter *emitter, GError **error)
{
  g_autoptr (QsaCandidate) candidate = qsa_emitter_begin (emitter, 0);
  g_auto (QsaSlice) slice = { 0 };
  g_autoptr (QsaArticle) article = qsa_article_new ();
  g_autoptr (xmlDoc) document = NULL;

  if (!qsa_html_slice (emitter->input, &slice, error))
    return FALSE;
  qsa_emitter_note_slice (candidate, &slice);
  qsa_emitter_set_raw (emitter, candidate, 0, emitter->input->data_bytes);
  article->source_path = g_strdup (emitter->input->path);
  document = qsa_html_parse (slice.text, slice.text_bytes);
  if (document != NULL && xmlDocGetRootElement (document) != NULL)
    qsa_html_fill_article (xmlDocGetRootElement (document), emitter->outlets, article);
  if (article->body_bytes == 0)
    {
      g_autofree char *name = qsa_input_display_name (emitter->input->path);

      g_set_error (error, QSA_ERROR, QSA_ERROR_NO_ARTICLE, _ ("“%s” holds no article."),
                   name);
      return FALSE;
    }
  candidate->article = g_steal_pointer (&article);
  qsa_emitter_emit (emitter, g_steal_pointer (&candidate));
  return TRUE;
}
