/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-query.h"

G_BEGIN_DECLS

/* Internal to model: the closed set of fields of a query, and what their values mean. */

typedef enum
{
  QSA_FIELD_PERIOD, /* date: both ends */
  QSA_FIELD_FROM,   /* after: */
  QSA_FIELD_TO,     /* before: */
} QsaFieldBound;

typedef struct
{
  const char *folded; /* the name, without its colon */
  QsaQueryField field;
  QsaFieldBound bound; /* DATE */
} QsaFieldName;

/* The field whose name and colon @text begins with; tashkeel, tatweel and case do not count. NULL
 * when there is none. *@name_bytes is set to the length of name and colon. */
const QsaFieldName *qsa_query_field_find (const char *text, gsize *name_bytes);

/* Reads a date (2021, 2021-07, 5/7/2021, تموز 2021) or a range (2020..2021-03, ..2021, 2020..),
 * digits of any kind. Ends the wrong way round are turned. FALSE when it is none: nothing is
 * set. */
gboolean qsa_query_field_read_dates (const QsaFieldName *name, const char *value,
                                     gsize value_bytes, QsaDate *from, QsaDate *to);

/* @folded: the words of the value, folded, with single spaces. */
gboolean qsa_query_field_read_is (const char *folded, QsaIsState *state);

/* TRUE when more letters could make a value of @name out of one that cannot be read yet: 20 of
 * 2021, un of unread. */
gboolean qsa_query_field_is_unfinished (const QsaFieldName *name, const char *value,
                                        gsize value_bytes, const char *folded);

G_END_DECLS
