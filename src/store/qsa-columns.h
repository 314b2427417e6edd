/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"
#include "qsa-filter.h"
#include "qsa-lengths.h"
#include "qsa-posting.h"

G_BEGIN_DECLS

/* Internal to store. Dense in-memory arrays indexed by article id, and the permutation by date. A
 * snapshot is immutable and shared between threads; a change makes the next snapshot.
 *
 *   article rows --load--> QsaColumns (snapshot k) --apply changes--> snapshot k+1
 *                              ^ held by running searches, dropped when they end
 */
typedef struct _QsaColumns QsaColumns;

#define QSA_COLUMN_UNDATED G_MININT32

typedef enum
{
  QSA_COLUMN_PRESENT = 1 << 0,
  QSA_COLUMN_READ = 1 << 1,
  QSA_COLUMN_STARRED = 1 << 2,
} QsaColumnFlags;

/* The histogram's bin of a date: month 0 holds what only a year is known of. */
#define QSA_COLUMN_BIN(year, month) ((guint) (year) *13u + (guint) (month))
#define QSA_COLUMN_N_BINS QSA_COLUMN_BIN (10000, 0)

/* 16 bytes an article. */
typedef struct
{
  gint32 day; /* first day of the period, or QSA_COLUMN_UNDATED */
  guint32 outlet_id;
  guint32 words;    /* of the body */
  guint32 bin : 18; /* QSA_COLUMN_BIN, 0 when undated: the calendar is dear in a loop */
  guint32 precision : 2; /* QsaDatePrecision */
  guint32 flags : 4;     /* QsaColumnFlags */
} QsaColumnRow;

QsaColumns *qsa_columns_load (QsaDb *db, GCancellable *cancellable, GError **error);
QsaColumns *qsa_columns_ref (QsaColumns *columns);
void qsa_columns_unref (QsaColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaColumns, qsa_columns_unref)

/* The next snapshot with the rows of @ids (guint32, any order, gone ones too) read anew from @db. */
QsaColumns *qsa_columns_apply (QsaColumns *columns, QsaDb *db, GArray *ids,
                               GError **error);

guint32 qsa_columns_get_max_id (QsaColumns *columns);
guint32 qsa_columns_get_max_outlet_id (QsaColumns *columns);
guint qsa_columns_get_n_articles (QsaColumns *columns);
guint64 qsa_columns_get_n_words (QsaColumns *columns);
/* All bins of rows are below; at least 1. */
guint qsa_columns_get_n_bins (QsaColumns *columns);
/* Every article that there is; borrowed. */
QsaPosting *qsa_columns_get_present (QsaColumns *columns);
/* For relevance: read from @db when they are asked for first (a tenth of a second for a million
 * articles), and by every later snapshot as a change. New reference, or NULL with @error. Any thread. */
QsaLengths *qsa_columns_dup_lengths (QsaColumns *columns, QsaDb *db, GError **error);
/* Borrowed; index by id, 0..max_id. A row without QSA_COLUMN_PRESENT does not exist. */
const QsaColumnRow *qsa_columns_get_rows (QsaColumns *columns);
/* Ids of all present articles, newest first, undated last, ties by id descending; borrowed. The date
 * is the printed one: "2021-03-05" is newer than "2021-03", which is newer than "2021-02-28", as the
 * letters of ISO dates are ordered; the time of day does not count, since most articles have none. */
const guint32 *qsa_columns_get_newest (QsaColumns *columns);

/* The place of a row in time: bigger is newer, equal is the same printed date, 0 is undated. */
#define QSA_COLUMN_DATE_BITS 24
guint64 qsa_column_row_get_date_key (const QsaColumnRow *row);
/* The last day of the row's period, whose first is its day; only for dated rows. */
gint32 qsa_column_row_get_last_day (const QsaColumnRow *row);

G_END_DECLS
