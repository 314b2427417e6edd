/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* House spellings: groups of spellings of one name or word of the press (أمريكا أميركا, مسؤول مسئول,
 * عبدالله عبد الله), which a query for one of them means too. An immutable value, shared between
 * threads. The file's form and the sources of the shipped groups: data/tables/variants.tsv.
 *
 * A group's kind says which endings its spellings take; within a group they are all meant together
 * (الأمريكية finds الأميركيين), each shown as a form that can be switched off. Spellings are given as
 * printed, in the singular and with their hamza: a bare ال at the beginning is read as the article
 * (الجلبي), أل is not (ألباني). Of several words the last one takes article and ending (رأس المال). */
typedef enum
{
  QSA_VARIANT_NAME, /* no endings, and ال only when given with it: ترامب ترمب */
  QSA_VARIANT_THING, /* masculine noun: ان ين ات, tanwin, possessives: غرام جرام */
  QSA_VARIANT_NOUN, /* of a person, also ة ون ي و تان تين: مسؤول مسئول */
  QSA_VARIANT_FEMININE, /* noun in ة or ا: ات تان تين, ت before a possessive: ميليشيا مليشيا */
  QSA_VARIANT_ADJECTIVE, /* nisba, with its ي: ة ين ون ات ان تين تان, tanwin: أمريكي أميركي */
} QsaVariantKind;

#define QSA_VARIANT_KINDS 5

typedef struct
{
  char **spellings; /* as printed; one may be several words ("أبو ظبي"); at least one */
  QsaVariantKind kind;
  char *source;     /* where the group comes from; NULL for the user's own */
  gint64 id;        /* the library's row; 0 for a shipped group as it is */
  gboolean enabled; /* a shipped group can be switched off by a row with its spellings */
} QsaVariantGroup;

void qsa_variant_group_free (QsaVariantGroup *group);
QsaVariantGroup *qsa_variant_group_copy (const QsaVariantGroup *group);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaVariantGroup, qsa_variant_group_free)

typedef struct _QsaVariantTable QsaVariantTable;

/* @tsv: lines of data/tables/variants.tsv, "spellings TAB kind TAB source"; the source may be missing;
 * empty lines and lines that begin with # are left out. A line that cannot be read (no kind, an unknown
 * one, no word, invalid UTF-8) is an error that names it: G_CONVERT_ERROR_ILLEGAL_SEQUENCE. Any bytes
 * are safe. */
QsaVariantTable *qsa_variant_table_new_parse (const char *tsv, gssize tsv_bytes,
                                              GError **error);
/* @base and @groups (GPtrArray of QsaVariantGroup, copied) over it: a group with the same spellings
 * as one of @base, in any order, replaces it. @base may be NULL. */
QsaVariantTable *qsa_variant_table_new_over (QsaVariantTable *base, GPtrArray *groups);
QsaVariantTable *qsa_variant_table_ref (QsaVariantTable *table);
void qsa_variant_table_unref (QsaVariantTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaVariantTable, qsa_variant_table_unref)

/* QsaVariantGroup, the user's first, then as in the file; disabled ones too; borrowed. */
GPtrArray *qsa_variant_table_get_groups (QsaVariantTable *table);

/* The names of kinds in the file and in the library: "name", "thing", "noun", "feminine", "adjective". */
const char *qsa_variant_kind_to_string (QsaVariantKind kind);
gboolean qsa_variant_kind_from_string (const char *name, QsaVariantKind *kind);

/* "أمريكا أميركا", apart by spaces, "_" inside a spelling of several words ("أبو_ظبي"): the column of
 * file and library, and back (g_strfreev()). */
char *qsa_variant_spellings_to_string (const char *const *spellings);
char **qsa_variant_spellings_from_string (const char *text);

G_END_DECLS
