/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-body.h"

#include <string.h>

#include "qsa-entities.h"
#include "qsa-wrapping.h"

struct _QsaBody
{
  QsaArticle *article; /* borrowed */
  GString *text;       /* owned */
  GArray *blocks;      /* owned; QsaBlock, texts owned; start_byte as while building */
};

static void
qsa_body_clear_block (gpointer data)
{
  QsaBlock *block = data;

  g_clear_pointer (&block->text, g_free);
  g_clear_pointer (&block->credit, g_free);
}

QsaBody *
qsa_body_new (QsaArticle *article)
{
  QsaBody *body = g_new0 (QsaBody, 1);

  body->article = article;
  body->text = g_string_sized_new (4096);
  body->blocks = g_array_new (FALSE, FALSE, sizeof (QsaBlock));
  g_array_set_clear_func (body->blocks, qsa_body_clear_block);
  return body;
}

void
qsa_body_free (QsaBody *body)
{
  g_string_free (body->text, TRUE);
  g_array_unref (body->blocks);
  g_free (body);
}

/* Bytes of the white space character at @p, 0 when there is none there. */
static gsize
qsa_squeeze_space_bytes (const char *p, const char *end)
{
  const guint8 *byte = (const guint8 *) p;

  if (byte[0] <= 0x20 || byte[0] == 0x7f)
    return 1;
  if (byte[0] == 0xc2 && end - p >= 2 && (byte[1] == 0xa0 || byte[1] == 0x85))
    return 2;
  /* A byte order mark that was pasted into the middle of a text. */
  if (byte[0] == 0xef && end - p >= 3 && byte[1] == 0xbb && byte[2] == 0xbf)
    return 3;
  if (byte[0] < 0xe1 || byte[0] > 0xe3 || end - p < 3)
    return 0;
  return g_unichar_isspace (g_utf8_get_char (p)) ? 3 : 0;
}

gsize
qsa_squeeze_append (GString *out, const char *text, gsize text_bytes)
{
  const char *end = text + text_bytes;
  gsize start_bytes = out->len;
  gboolean pending = FALSE;

  for (const char *p = text; p < end;)
    {
      gsize space_bytes = qsa_squeeze_space_bytes (p, end);
      const char *run = p;

      if (space_bytes > 0)
        {
          pending = out->len > start_bytes;
          p += space_bytes;
          continue;
        }
      do
        p = g_utf8_next_char (p);
      while (p < end && qsa_squeeze_space_bytes (p, end) == 0);
      if (pending)
        g_string_append_c (out, ' ');
      pending = FALSE;
      g_string_append_len (out, run, p - run);
    }
  return out->len - start_bytes;
}

static void
qsa_body_append (QsaBody *body, const char *text, gsize text_bytes, gsize *start_byte)
{
  gsize before = body->text->len;

  if (before > 0)
    g_string_append_c (body->text, '\n');
  *start_byte = body->text->len;
  if (qsa_squeeze_append (body->text, text, text_bytes) == 0)
    g_string_truncate (body->text, before);
}

void
qsa_body_add_paragraph (QsaBody *body, const char *text, gsize text_bytes)
{
  gsize start_byte;

  qsa_body_append (body, text, text_bytes, &start_byte);
}

void
qsa_body_add_heading (QsaBody *body, const char *text, gsize text_bytes)
{
  QsaBlock block = { .kind = QSA_BLOCK_HEADING };

  qsa_body_append (body, text, text_bytes, &block.start_byte);
  block.end_byte = body->text->len;
  if (block.end_byte > block.start_byte)
    g_array_append_val (body->blocks, block);
}

void
qsa_body_add_aside (QsaBody *body, QsaBlockKind kind, const char *text, gsize text_bytes,
                    const char *credit)
{
  g_autoptr (GString) squeezed = g_string_sized_new (text_bytes + 1);
  QsaBlock block = { .kind = kind };

  g_assert (kind != QSA_BLOCK_HEADING);

  if (qsa_squeeze_append (squeezed, text, text_bytes) == 0)
    return;
  /* Before the paragraph that comes next; the last place is set right in finish. */
  block.start_byte = body->text->len + (body->text->len > 0 ? 1 : 0);
  block.end_byte = block.start_byte;
  block.text = g_strdup (squeezed->str);
  block.credit = g_strdup (credit);
  g_array_append_val (body->blocks, block);
}

static gboolean
qsa_body_tag_is (const char *name, gsize name_bytes, const char *tag)
{
  return strlen (tag) == name_bytes && g_ascii_strncasecmp (name, tag, name_bytes) == 0;
}

/* Bytes of the tag at @p ('<'), when it is one that corpora leave in texts; 0 otherwise. Press
 * texts use < and << as bullets and quotes, so anything else stays. */
static gsize
qsa_body_inline_tag_bytes (const char *p, const char *end, gboolean *is_break)
{
  static const char *const breaks[] = { "p",  "br", "div", "li", "tr",
                                        "h1", "h2", "h3",  "h4" };
  static const char *const inlines[] = { "b",    "i",   "u",  "em", "strong", "span", "a",
                                         "font", "img", "ul", "ol", "s",      "sup" };
  const char *name = p + 1 + (p + 1 < end && p[1] == '/');
  const char *stop = name;
  const char *close = memchr (p, '>', (gsize) (MIN (end - p, 512)));

  while (stop < end && g_ascii_isalnum (*stop))
    stop++;
  if (close == NULL || stop == name || stop == end || stop > close)
    return 0;
  if (*stop != '>' && *stop != '/' && !g_ascii_isspace (*stop))
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      *is_break = qsa_body_tag_is (name, (gsize) (stop - name), breaks[i]);
      if (*is_break)
        return (gsize) (close - p) + 1;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (inlines); i++)
    {
      if (qsa_body_tag_is (name, (gsize) (stop - name), inlines[i]))
        return (gsize) (close - p) + 1;
    }
  return 0;
}

/* Tags become line ends or nothing, references become letters. Where the text marks its
 * paragraphs by tags, its own line ends are only wrapping. */
static GString *
qsa_body_strip_markup (const char *text, gsize text_bytes)
{
  g_autoptr (GString) stripped = g_string_sized_new (text_bytes + 1);
  GString *decoded = g_string_sized_new (text_bytes + 1);
  const char *end = text + text_bytes;
  gboolean had_breaks = FALSE;

  while (text < end)
    {
      const char *open = memchr (text, '<', (gsize) (end - text));
      gboolean is_break = FALSE;
      gsize tag_bytes;

      if (open == NULL)
        open = end;
      g_string_append_len (stripped, text, open - text);
      if (open == end)
        break;
      tag_bytes = qsa_body_inline_tag_bytes (open, end, &is_break);
      if (tag_bytes == 0)
        g_string_append_c (stripped, '<');
      else if (is_break)
        g_string_append_c (stripped, '\f');
      had_breaks = had_breaks || is_break;
      text = open + MAX (tag_bytes, 1);
    }

  if (had_breaks)
    g_strdelimit (stripped->str, "\r\n", ' ');
  g_strdelimit (stripped->str, "\f", '\n');
  qsa_entities_append_decoded (decoded, stripped->str, stripped->len);
  return decoded;
}

static void
qsa_body_add_lines (QsaBody *body, const char *text, gsize text_bytes)
{
  const char *end = text + text_bytes;

  while (text < end)
    {
      const char *stop = memchr (text, '\n', (gsize) (end - text));

      if (stop == NULL)
        stop = end;
      qsa_body_add_paragraph (body, text, (gsize) (stop - text));
      text = stop + 1;
    }
}

void
qsa_body_add_text (QsaBody *body, const char *text, gsize text_bytes)
{
  g_autoptr (GString) plain = NULL;
  g_autofree char *joined = NULL;

  if (memchr (text, '<', text_bytes) != NULL || memchr (text, '&', text_bytes) != NULL)
    {
      plain = qsa_body_strip_markup (text, text_bytes);
      text = plain->str;
      text_bytes = plain->len;
    }
  joined = qsa_wrapping_join (text, text_bytes);
  if (joined != NULL)
    qsa_body_add_lines (body, joined, strlen (joined));
  else
    qsa_body_add_lines (body, text, text_bytes);
}

gboolean
qsa_body_is_empty (QsaBody *body)
{
  return body->text->len == 0;
}

const char *
qsa_body_peek (QsaBody *body, gsize *body_bytes)
{
  if (body_bytes != NULL)
    *body_bytes = body->text->len;
  return body->text->str;
}

void
qsa_body_finish (QsaBody *body)
{
  gsize body_bytes = body->text->len;

  qsa_article_take_body (body->article, g_strndup (body->text->str, body_bytes));
  for (guint i = 0; i < body->blocks->len; i++)
    {
      const QsaBlock *block = &g_array_index (body->blocks, QsaBlock, i);

      qsa_article_add_block (body->article, block->kind,
                             MIN (block->start_byte, body_bytes),
                             MIN (block->end_byte, body_bytes), block->text,
                             block->credit);
    }
}
