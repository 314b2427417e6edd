/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-date.h"

G_BEGIN_DECLS

/* A search as the user means it: text parsed into an AST that never fails. Immutable, shared
 * between threads.
 *
 *   a b            both
 *   a | b, a OR b  either; joins its two neighbours, as in Google: a b | c is a and (b or c)
 *   -a, NOT a      not a; a space before the -, none after it, and no other - behind a later word
 *                  (-رحمه الله- is an aside); NOT and OR in capitals only
 *   "a b"          next to each other; any quotation marks that people type (" “ ” « » ″ '' << >>)
 *   (a | b) c      groups
 *   a*             begins with a
 *   =a, ="a b"     the letters as typed
 *   =="a b"        the characters as printed
 *   a NEAR/5 b     at most five words between them, in any order; قرب/5, near/5; NEAR alone is
 *                  NEAR/10; a NEAR/5 b NEAR/5 c: all within the smaller distance
 *   a NEAR/p b     in the same paragraph; قرب/ف
 *   title:a        fields, the value straight after the colon: a word, a "phrase", with *, of
 *                  titles also =; title: عنوان:  outlet: وسيلة: مصدر:  author: كاتب:
 *                  speaker: قائل:  tag: وسم:
 *   date:2021-07   date: تاريخ: a year, month or day, "تموز 2021"; a range 2020..2021-03, ..2021,
 *                  2020..; after: بعد: from the period's first day on, before: قبل: up to its last
 *                  day: the day, month or year itself belongs to both; digits of any kind
 *   is:starred     is: هو: starred مميز مميزة, read مقروء, unread غير_مقروء, undated بلا_تاريخ
 *
 * Bare Arabic words are never operators: people paste headlines. NEAR stands between spaces and
 * joins single words and phrases; beside anything else it is a word. A field counts only from this
 * closed set (names in any case, without tashkeel), where a word may begin, and when a value that
 * can be read follows without a space; else it is words. A quotation mark that opens its value and
 * is not closed runs to the end. What else has no partner (marks, parentheses, an OR at an end) is a
 * separator or a word; punctuation separates words, a single . - _ ' @ & + inside a word makes it a
 * phrase of its parts. Parentheses deeper than 32 are separators. An operator, field or value that
 * is being typed and says nothing yet is left out. Any bytes are safe, the time is linear in their
 * number. */

typedef enum
{
  QSA_NODE_ALL, /* no text: every article */
  QSA_NODE_AND, /* children */
  QSA_NODE_OR,  /* children: | or OR */
  /* One child: every article but those of the child. An AND of nothing but NOTs, or a NOT alone, is
   * thus all but these. */
  QSA_NODE_NOT,
  QSA_NODE_WORD,   /* words[0] */
  QSA_NODE_PHRASE, /* words: "…" */
  QSA_NODE_NEAR, /* children: WORD and PHRASE, at most @distance words between; PARAGRAPH: anywhere in
                      one paragraph */
  QSA_NODE_FIELD, /* @field (not TITLE) with words, dates or @is */
} QsaNodeKind;

typedef enum
{
  QSA_QUERY_FIELD_ANY,
  QSA_QUERY_FIELD_TITLE, /* on WORD and PHRASE nodes */
  QSA_QUERY_FIELD_OUTLET, /* FIELD: words; its name, short name, alias or domain holds all of them */
  QSA_QUERY_FIELD_AUTHOR,  /* FIELD: words; folded, all of them in the author's name */
  QSA_QUERY_FIELD_SPEAKER, /* FIELD: words */
  QSA_QUERY_FIELD_TAG,     /* FIELD: words; the tag's name, folded, is these */
  QSA_QUERY_FIELD_DATE,    /* FIELD: from, to */
  QSA_QUERY_FIELD_IS,      /* FIELD: is */
} QsaQueryField;

typedef enum
{
  QSA_IS_STATE_STARRED,
  QSA_IS_STATE_READ,
  QSA_IS_STATE_UNREAD,
  QSA_IS_STATE_UNDATED,
} QsaIsState;

#define QSA_NEAR_PARAGRAPH G_MAXUINT

/* More words between are read as so many. */
#define QSA_MAX_NEAR 1000

typedef enum
{
  QSA_REACH_DEFAULT, /* folded, with clitic forms, variants, months, joined and apart */
  QSA_REACH_WIDE,    /* the default and all words of the same light stem */
  QSA_REACH_FOLDED,  /* folded, no forms: widening switched off */
  QSA_REACH_SURFACE, /* =word: letters as typed */
  QSA_REACH_PRINTED, /* =="…": characters as printed, tashkeel and tatweel too */
} QsaReach;

/* "default", "wide", "folded", "surface", "printed": everywhere the same names. */
const char *qsa_reach_to_string (QsaReach reach);
gboolean qsa_reach_from_string (const char *name, QsaReach *reach);

typedef struct
{
  char *typed; /* as typed, squeezed */
  char *folded;
  char *surface;
} QsaQueryWord;

typedef struct _QsaQueryNode QsaQueryNode;
struct _QsaQueryNode
{
  QsaNodeKind kind;
  QsaReach reach; /* WORD and PHRASE */
  /* WORD: word*, or being typed and three letters long, the article and what is attached to it
   * not counted; never for a negated word being typed. FIELD with words: the last of them is the
   * beginning of one, by a * or because it is being typed. */
  gboolean prefix;
  gboolean being_typed; /* WORD and FIELD: the last, no separator after it yet */
  /* QsaQueryWord*, WORD, PHRASE, FIELD but DATE and IS; NULL otherwise. One typed word can be
   * several scanner tokens (أ.ف.ب): then the node is a PHRASE. */
  GPtrArray *words;
  /* WORD and PHRASE of QSA_REACH_PRINTED: the characters as typed, punctuation too (of a phrase all
   * that is between its marks), white space squeezed; NULL otherwise. */
  char *printed;
  GPtrArray *children; /* QsaQueryNode*, AND OR NOT NEAR; NULL otherwise */
  QsaQueryField field;
  guint distance; /* NEAR: words between, or QSA_NEAR_PARAGRAPH */
  /* FIELD_DATE; undated: open, never both. Partial dates stand for their whole period, without
   * minutes. */
  QsaDate from;
  QsaDate to;
  QsaIsState is;
};

typedef struct _QsaQuery QsaQuery;

/* @text may be NULL or any bytes up to its NUL. @reach is the default reach of its words.
 * @while_typing: the last word may be unfinished. Never NULL. */
QsaQuery *qsa_query_parse (const char *text, QsaReach reach, gboolean while_typing);
QsaQuery *qsa_query_ref (QsaQuery *query);
void qsa_query_unref (QsaQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaQuery, qsa_query_unref)

/* As given, made valid UTF-8. */
const char *qsa_query_get_text (QsaQuery *query);
/* ALL, or a tree in which AND and OR have two children or more, none of their own kind, and NOT
 * is never the child of NOT. Borrowed. */
const QsaQueryNode *qsa_query_get_root (QsaQuery *query);
QsaReach qsa_query_get_reach (QsaQuery *query);
gboolean qsa_query_is_all (QsaQuery *query); /* no words and no fields in it */

/* ---- how it was read ---- */

typedef enum
{
  QSA_READING_FIELD,    /* a field and its value */
  QSA_READING_NEAR,     /* NEAR/n, قرب/n */
  QSA_READING_NOT,      /* -word, NOT */
  QSA_READING_OR,       /* |, OR */
  QSA_READING_UNPAIRED, /* a mark or parenthesis without a partner: read as a separator */
  /* A field with a value that cannot be read (date:x, title:(…)), or a NEAR beside what cannot be
   * near: searched as words, and there is no other reading. */
  QSA_READING_BAD_VALUE,
} QsaReadingKind;

/* One thing in the text that could also be read otherwise. */
typedef struct
{
  QsaReadingKind kind;
  char *text; /* the part of the query, as typed: outlet:رويترز; NEAR/5; | */
  /* The whole query, written so that this part is read the other way: as words (outlet: رويترز
   * …), or with the mark closed. NULL when there is no other. Parsed with the same reach, it asks
   * something else. */
  char *other;
} QsaReading;

/* QsaReading in the order of the text; borrowed, never NULL. What people write as operators on
 * purpose and cannot mean otherwise (quotation marks in pairs, *, =, parentheses in pairs) is not
 * listed, nor is what makes no difference, such as an unpaired parenthesis at an end, nor more
 * than the first sixteen. Queries beyond 4 KB have readings without others. */
GPtrArray *qsa_query_get_readings (QsaQuery *query);

/* ---- completion ---- */

typedef enum
{
  QSA_COMPLETE_NOTHING, /* the caret is not at the end of a word */
  QSA_COMPLETE_WORD,    /* a word of the archive, or the name of a field */
  QSA_COMPLETE_OUTLET,  /* the value of outlet: */
  QSA_COMPLETE_AUTHOR,
  QSA_COMPLETE_TAG,
  QSA_COMPLETE_IS,
  QSA_COMPLETE_DATE,
} QsaCompleteKind;

typedef struct
{
  QsaCompleteKind kind;
  QsaQueryField field; /* whose value it is; ANY: a word, or the name of a field */
  /* Of @text: what a completion replaces, up to end_byte: a word, or the whole value of a field
   * with its quotation marks. */
  gsize start_byte;
  gsize end_byte;
  char *prefix; /* what is there up to the caret, without operators and marks */
} QsaCompletePlace;

/* Any thread. @caret_byte: on a character's border of @text; anywhere else, and in text that is
 * not UTF-8, there is NOTHING. Right behind outlet: the prefix is empty and the kind is that of
 * the value. Clear @place with qsa_complete_place_clear(). */
void qsa_query_complete_place (const char *text, gsize caret_byte,
                               QsaCompletePlace *place);
void qsa_complete_place_clear (QsaCompletePlace *place);

/* The closed set of fields, for completion and help: "title:", "عنوان:", … NULL-terminated;
 * static. */
const char *const *qsa_query_get_field_names (void);

/* @name as the value of a field in a query: in quotation marks when it holds anything but letters
 * and digits. Free with g_free(). */
char *qsa_query_quote_value (const char *name);

/* TRUE when they ask the same, however it was spaced. */
gboolean qsa_query_equal (QsaQuery *a, QsaQuery *b);

/* The AST in one line, such as (and (word "x") (not (phrase "y" "z"))), for tests and logs; flags
 * follow the kind: (word surface "x"), (word prefix typing "x"). */
char *qsa_query_to_string (QsaQuery *query);

G_END_DECLS
