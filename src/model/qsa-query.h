/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A search as the user means it: text parsed into an AST that never fails. Immutable, shared
 * between threads. The language grows in later versions (fields, NEAR); kinds are added, not changed.
 *
 *   a b            both
 *   a | b, a OR b  either; joins its two neighbours, as in Google: a b | c is a and (b or c)
 *   -a, NOT a      not a; a space before the -, none after it; NOT and OR in capitals only
 *   "a b"          next to each other; any quotation marks that people type (" “ ” « » ″ '' << >>)
 *   (a | b) c      groups
 *   a*             begins with a
 *   =a, ="a b"     the letters as typed
 *   =="a b"        the characters as printed
 *
 * Bare Arabic words are never operators: people paste headlines. What has no partner (marks,
 * parentheses, an OR at an end) is a separator or a word; punctuation separates words, a single
 * . - _ ' @ & + inside a word makes it a phrase of its parts. Parentheses deeper than 32 are
 * separators. Any bytes are safe, the time is linear in their number. */

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
} QsaNodeKind;

typedef enum
{
  QSA_REACH_DEFAULT, /* folded, with clitic forms */
  QSA_REACH_WIDE,    /* light stems (later) */
  QSA_REACH_FOLDED,  /* folded, no forms: --exact */
  QSA_REACH_SURFACE, /* =word: letters as typed */
  QSA_REACH_PRINTED, /* =="…": characters as printed (later) */
} QsaReach;

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
  /* WORD: word*, or being typed and three letters long, the article and what is attached to it not
   * counted; never for a negated word being typed. */
  gboolean prefix;
  gboolean being_typed; /* WORD: the last, no separator after it yet */
  /* QsaQueryWord*, WORD and PHRASE; NULL otherwise. One typed word can be several scanner tokens
   * (أ.ف.ب): then the node is a PHRASE. */
  GPtrArray *words;
  GPtrArray *children; /* QsaQueryNode*, AND OR NOT; NULL otherwise */
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
gboolean qsa_query_is_all (QsaQuery *query); /* no words in it */
/* TRUE when they ask the same, however it was spaced. */
gboolean qsa_query_equal (QsaQuery *a, QsaQuery *b);

/* The AST in one line, such as (and (word "x") (not (phrase "y" "z"))), for tests and logs; flags
 * follow the kind: (word surface "x"), (word prefix typing "x"). */
char *qsa_query_to_string (QsaQuery *query);

G_END_DECLS
