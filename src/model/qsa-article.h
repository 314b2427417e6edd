/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-date.h"

G_BEGIN_DECLS

/* An article as a record: what was found, what the user set, no I/O. Not thread-safe; hand it over
 * whole. Strings are owned, valid UTF-8, NULL when the text does not say (never ""). */

typedef enum
{
  QSA_BLOCK_HEADING,    /* a range of the body */
  QSA_BLOCK_CAPTION,    /* text beside the body, with credit */
  QSA_BLOCK_PULL_QUOTE, /* text beside the body that repeats it */
  QSA_BLOCK_REMOVED,    /* page furniture that was taken out */
} QsaBlockKind;

typedef struct
{
  QsaBlockKind kind;
  /* Byte range of the body for headings; for the other kinds start == end: the place in the body
   * where the block stood. */
  gsize start_byte;
  gsize end_byte;
  char *text;   /* owned; NULL for ranges of the body */
  char *credit; /* owned; captions only, or NULL */
} QsaBlock;

typedef enum
{
  QSA_DATE_ORIGIN_NONE,
  QSA_DATE_ORIGIN_META,      /* a field of the file: <TIME>, JSON date, meta tag */
  QSA_DATE_ORIGIN_STAMP,     /* a stamp line of the page */
  QSA_DATE_ORIGIN_DATELINE,  /* a dateline or byline */
  QSA_DATE_ORIGIN_FILE_NAME, /* the file's name */
  QSA_DATE_ORIGIN_FOLDER,    /* the folder's name */
  QSA_DATE_ORIGIN_USER,      /* set by the user */
} QsaDateOrigin;

/* Which rule gave a field, and how sure it is (0..1). Both strings are static names in the
 * project's own words, such as "outlet" / "footer-domain". */
typedef struct
{
  const char *field;
  const char *rule;
  double confidence;
} QsaFieldRule;

typedef struct
{
  gint64 id; /* 0 when not stored */
  int version;
  char *title;
  char *outlet; /* name as known to the outlet table, or as found */
  char *domain; /* "example.net", without www. */
  char *source_credit;
  char *author;
  char *place;
  char *section;
  char *standfirst;
  char *url;
  char *lang; /* "ar", … */
  QsaDate date;
  QsaDateOrigin date_origin;
  char *body; /* paragraphs separated by one \n; never NULL, may be "" */
  gsize body_bytes;
  GPtrArray *blocks; /* QsaBlock*, in order of start_byte; never NULL */
  GArray *rules;     /* QsaFieldRule; never NULL */
  gboolean read;
  gboolean starred;
  guint word_count;
  gint64 imported_at;          /* Unix seconds, 0 when not stored */
  gsize reading_position_byte; /* of the body; where the reader left off */
  char *source_path;           /* where the file was when it came; NULL when pasted */
} QsaArticle;

QsaArticle *qsa_article_new (void);
QsaArticle *qsa_article_copy (const QsaArticle *article);
void qsa_article_free (QsaArticle *article);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaArticle, qsa_article_free)

/* Takes @body; NULL means "". Updates body_bytes and word_count. */
void qsa_article_take_body (QsaArticle *article, char *body);

/* @text and @credit may be NULL; copied. */
void qsa_article_add_block (QsaArticle *article, QsaBlockKind kind, gsize start_byte,
                            gsize end_byte, const char *text, const char *credit);

/* @field and @rule must be static strings. A second call for the field replaces the first. */
void qsa_article_set_rule (QsaArticle *article, const char *field, const char *rule,
                           double confidence);
const QsaFieldRule *qsa_article_get_rule (const QsaArticle *article, const char *field);

/* Stable names for storage and JSON: "heading", "stamp" … and back (-1 when unknown). */
const char *qsa_block_kind_to_string (QsaBlockKind kind);
int qsa_block_kind_from_string (const char *name);
const char *qsa_date_origin_to_string (QsaDateOrigin origin);
int qsa_date_origin_from_string (const char *name);

void qsa_block_free (QsaBlock *block);

G_END_DECLS
