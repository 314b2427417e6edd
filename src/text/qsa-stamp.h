/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to text/: a line cut into the items that date stamps are made of, and the words that
 * may stand in a stamp. */

typedef enum
{
  QSA_STAMP_WORD_UNKNOWN,
  QSA_STAMP_WORD_MONTH,       /* value: Gregorian month */
  QSA_STAMP_WORD_HIJRI_MONTH, /* value: Hijri month */
  QSA_STAMP_WORD_WEEKDAY,
  QSA_STAMP_WORD_DAY,       /* يوم */
  QSA_STAMP_WORD_HALF_DAY,  /* value: QsaStampHalfDay */
  QSA_STAMP_WORD_MEEM,      /* م: PM after a time, ميلادي after a year */
  QSA_STAMP_WORD_GREGORIAN, /* ميلادي */
  QSA_STAMP_WORD_HIJRI,     /* هـ, هجري */
  QSA_STAMP_WORD_EQUALS,    /* الموافق */
  QSA_STAMP_WORD_UPDATED,   /* آخر تحديث, with a time of its own */
  QSA_STAMP_WORD_CLOCK,     /* الساعة */
  QSA_STAMP_WORD_ZONE,      /* GMT */
  QSA_STAMP_WORD_ZONE_OF,   /* بتوقيت, with the place after it */
  QSA_STAMP_WORD_LABEL,     /* نشر, تاريخ النشر */
  QSA_STAMP_WORD_AFTER_LABEL,
  QSA_STAMP_WORD_OF, /* 5 من يناير */
  QSA_STAMP_WORD_ORDINAL,
} QsaStampWord;

typedef enum
{
  QSA_STAMP_MORNING,
  QSA_STAMP_NOON,
  QSA_STAMP_EVENING,
  QSA_STAMP_NIGHT,
} QsaStampHalfDay;

typedef enum
{
  QSA_STAMP_NUMBER,
  QSA_STAMP_WORD,
  QSA_STAMP_PUNCTUATION,
} QsaStampItemKind;

#define QSA_STAMP_NAME_BYTES 40

typedef struct
{
  QsaStampItemKind kind;
  QsaStampWord word; /* of a word; names of two words are one item */
  guint value;       /* of a number or a word; the character of a punctuation mark */
  guint n_digits;    /* of a number */
  char name[QSA_STAMP_NAME_BYTES]; /* folded word; empty when too long to be in a stamp */
  gsize start_byte;
  gsize end_byte;
  gboolean space_before;
} QsaStampItem;

/* What the folded word or pair of words @name is in a stamp. */
QsaStampWord qsa_stamp_look_up (const char *name, guint *value);

/* The names that are @word with @value, in the table's order, at most @max_names of them. Returns how many;
 * they are static. */
guint qsa_stamp_list_names (QsaStampWord word, guint value, const char **names,
                            guint max_names);

/* GArray of QsaStampItem; NULL when there are more than @max_items. Words are folded; format
 * characters and spaces are no items; an invalid byte is a punctuation mark. */
GArray *qsa_stamp_lex (const char *text, gsize text_bytes, guint max_items);

G_END_DECLS
