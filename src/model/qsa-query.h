/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A search as the user means it: text parsed into an AST that never fails. Immutable, shared
 * between threads. Unbalanced or odd input is read as words; bare Arabic words are never
 * operators. The language grows in later versions (fields, NEAR); kinds are added, not changed. */

typedef enum
{
  QSA_NODE_ALL,    /* no text: every article */
  QSA_NODE_AND,    /* children */
  QSA_NODE_OR,     /* children: | or OR */
  QSA_NODE_NOT,    /* one child: -word or NOT */
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
  QsaReach reach;       /* WORD and PHRASE */
  gboolean prefix;      /* WORD: word*, or the last word while it is being typed */
  gboolean being_typed; /* WORD: no space after it yet; counts as prefix from the third letter on,
                           the article not counted */
  GPtrArray *words;     /* QsaQueryWord*, WORD and PHRASE; NULL otherwise. One typed word can be
                           several scanner tokens (أ.ف.ب): then the node is a PHRASE */
  GPtrArray *children;  /* QsaQueryNode*, AND OR NOT; NULL otherwise */
};

typedef struct _QsaQuery QsaQuery;

/* @text may be NULL or any bytes. @reach is the default reach of its words. @while_typing: the
 * last word may be unfinished. Never NULL. */
QsaQuery *qsa_query_parse (const char *text, QsaReach reach, gboolean while_typing);
QsaQuery *qsa_query_ref (QsaQuery *query);
void qsa_query_unref (QsaQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaQuery, qsa_query_unref)

const char *qsa_query_get_text (QsaQuery *query);
const QsaQueryNode *qsa_query_get_root (QsaQuery *query);
QsaReach qsa_query_get_reach (QsaQuery *query);
gboolean qsa_query_is_all (QsaQuery *query); /* no words in it */
gboolean qsa_query_equal (QsaQuery *a, QsaQuery *b);

/* The AST in one line, such as (and (word "x") (not (phrase "y" "z"))), for tests and logs. */
char *qsa_query_to_string (QsaQuery *query);

G_END_DECLS
