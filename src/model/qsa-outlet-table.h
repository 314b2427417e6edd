/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The outlets that the program knows: shipped table plus the library's own rows, as one immutable
 * value shared between threads. Names are compared folded, with and without the article. */

typedef struct
{
  guint32 id;      /* the library's id; 0 for a shipped outlet not yet in the library */
  char *name;      /* the name to show */
  char *short_name; /* or NULL */
  char *domain;    /* or NULL */
  char *country;   /* ISO 3166 code or NULL */
  char **aliases;  /* NULL-terminated, or NULL: further spellings and domains */
} QsaOutlet;

typedef struct _QsaOutletTable QsaOutletTable;

/* The table shipped in data/tables/outlets.tsv (embedded). New reference. */
QsaOutletTable *qsa_outlet_table_new_shipped (void);

/* A copy of @base with @outlets (GPtrArray of QsaOutlet, copied) put over it: equal names are one
 * outlet, the library's id wins. @base may be NULL. */
QsaOutletTable *qsa_outlet_table_new_with (QsaOutletTable *base, GPtrArray *outlets);

QsaOutletTable *qsa_outlet_table_ref (QsaOutletTable *table);
void qsa_outlet_table_unref (QsaOutletTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaOutletTable, qsa_outlet_table_unref)

/* Lookups return borrowed values that live as long as the table; NULL when unknown. */
const QsaOutlet *qsa_outlet_table_find_name (QsaOutletTable *table, const char *name);
const QsaOutlet *qsa_outlet_table_find_domain (QsaOutletTable *table, const char *domain);
const QsaOutlet *qsa_outlet_table_find_id (QsaOutletTable *table, guint32 id);

/* Outlets in the order of their names; borrowed. */
guint qsa_outlet_table_get_size (QsaOutletTable *table);
const QsaOutlet *qsa_outlet_table_get (QsaOutletTable *table, guint index);

/* "https://www.example.net/a" → "example.net"; NULL when @url has no host. Free with g_free(). */
char *qsa_domain_from_url (const char *url);

void qsa_outlet_free (QsaOutlet *outlet);
QsaOutlet *qsa_outlet_copy (const QsaOutlet *outlet);

G_END_DECLS
