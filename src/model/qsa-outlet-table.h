/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The outlets that the program knows: shipped table plus the library's own rows, as one immutable
 * value shared between threads. */

typedef struct
{
  guint32 id;       /* the library's id; 0 for a shipped outlet not yet in the library */
  char *name;       /* the name to show */
  char *short_name; /* or NULL */
  char *domain;     /* or NULL */
  char *country;    /* ISO 3166 code or NULL */
  char **aliases;   /* NULL-terminated, or NULL: further spellings and domains */
} QsaOutlet;

typedef struct _QsaOutletTable QsaOutletTable;

/* The table shipped in data/tables/outlets.tsv (embedded). New reference. */
QsaOutletTable *qsa_outlet_table_new_shipped (void);

/* A copy of @base with @outlets (GPtrArray of QsaOutlet, copied) put over it. A shipped outlet whose
 * name equals the name or an alias of a row becomes that row: its name and id are the library's, what
 * the row leaves open is as shipped, all spellings lead to it. Two rows never become one. Of two
 * claims to a domain the shipped one stands, then the earlier row. @base may be NULL. */
QsaOutletTable *qsa_outlet_table_new_with (QsaOutletTable *base, GPtrArray *outlets);

QsaOutletTable *qsa_outlet_table_ref (QsaOutletTable *table);
void qsa_outlet_table_unref (QsaOutletTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaOutletTable, qsa_outlet_table_unref)

/* Lookups return borrowed values that live as long as the table; NULL when unknown. Any bytes are
 * safe.
 *
 * Names are compared folded, spaces left out: "فرانس24" is "فرانس 24". Then without the article of
 * the first word, as the label of a domain ("alriyadh" for alriyadh.com), as a domain, without a noun of
 * kind before it (صحيفة, قناة, وكالة …) and without "بالعربية" or "Arabic" after it. Own names come
 * before aliases; an alias that two outlets share leads to none of them. The caller vouches that
 * @name stands where an outlet's name stands: many are everyday words (اليوم, الحياة). */
const QsaOutlet *qsa_outlet_table_find_name (QsaOutletTable *table, const char *name);
/* @domain or an address; subdomains belong to their domain unless they have an outlet of their own. */
const QsaOutlet *qsa_outlet_table_find_domain (QsaOutletTable *table, const char *domain);
const QsaOutlet *qsa_outlet_table_find_id (QsaOutletTable *table, guint32 id);

/* Outlets in the order of their names, the article not counted; borrowed. */
guint qsa_outlet_table_get_size (QsaOutletTable *table);
const QsaOutlet *qsa_outlet_table_get (QsaOutletTable *table, guint index);

/* "https://www.example.net/a" → "example.net", lower case, without www. and port; NULL when @url (or
 * NULL) has no host. Without a scheme only what looks like a host is one. Free with g_free(). */
char *qsa_domain_from_url (const char *url);

void qsa_outlet_free (QsaOutlet *outlet);
QsaOutlet *qsa_outlet_copy (const QsaOutlet *outlet);

G_END_DECLS
