/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-stamp.h"

#include <string.h>

typedef struct
{
  const char *name;
  QsaStampWord word;
  guint value;
} QsaStampEntry;

/* Names as they stand in print; they are compared folded, so they are written folded here
 * (ا for أ إ آ, ه for ة, ي for ى). Source of the systems: HACKING.md, "Dates". */
static const QsaStampEntry qsa_stamp_entries[] = {
  /* Egypt and the Gulf */
  { "يناير", QSA_STAMP_WORD_MONTH, 1 },
  { "فبراير", QSA_STAMP_WORD_MONTH, 2 },
  { "مارس", QSA_STAMP_WORD_MONTH, 3 },
  { "ابريل", QSA_STAMP_WORD_MONTH, 4 },
  { "مايو", QSA_STAMP_WORD_MONTH, 5 },
  { "يونيو", QSA_STAMP_WORD_MONTH, 6 },
  { "يونيه", QSA_STAMP_WORD_MONTH, 6 },
  { "يوليو", QSA_STAMP_WORD_MONTH, 7 },
  { "يوليه", QSA_STAMP_WORD_MONTH, 7 },
  { "اغسطس", QSA_STAMP_WORD_MONTH, 8 },
  { "سبتمبر", QSA_STAMP_WORD_MONTH, 9 },
  { "اكتوبر", QSA_STAMP_WORD_MONTH, 10 },
  { "اوكتوبر", QSA_STAMP_WORD_MONTH, 10 },
  { "نوفمبر", QSA_STAMP_WORD_MONTH, 11 },
  { "ديسمبر", QSA_STAMP_WORD_MONTH, 12 },
  /* the Levant and Iraq */
  { "كانون الثاني", QSA_STAMP_WORD_MONTH, 1 },
  { "كانون ثاني", QSA_STAMP_WORD_MONTH, 1 },
  { "كانون ثان", QSA_STAMP_WORD_MONTH, 1 },
  { "شباط", QSA_STAMP_WORD_MONTH, 2 },
  { "اذار", QSA_STAMP_WORD_MONTH, 3 },
  { "نيسان", QSA_STAMP_WORD_MONTH, 4 },
  { "ايار", QSA_STAMP_WORD_MONTH, 5 },
  { "حزيران", QSA_STAMP_WORD_MONTH, 6 },
  { "تموز", QSA_STAMP_WORD_MONTH, 7 },
  { "اب", QSA_STAMP_WORD_MONTH, 8 },
  { "ايلول", QSA_STAMP_WORD_MONTH, 9 },
  { "تشرين الاول", QSA_STAMP_WORD_MONTH, 10 },
  { "تشرين اول", QSA_STAMP_WORD_MONTH, 10 },
  { "تشرين الثاني", QSA_STAMP_WORD_MONTH, 11 },
  { "تشرين ثاني", QSA_STAMP_WORD_MONTH, 11 },
  { "تشرين ثان", QSA_STAMP_WORD_MONTH, 11 },
  { "كانون الاول", QSA_STAMP_WORD_MONTH, 12 },
  { "كانون اول", QSA_STAMP_WORD_MONTH, 12 },
  /* Algeria and Tunisia */
  { "جانفي", QSA_STAMP_WORD_MONTH, 1 },
  { "فيفري", QSA_STAMP_WORD_MONTH, 2 },
  { "افريل", QSA_STAMP_WORD_MONTH, 4 },
  { "ماي", QSA_STAMP_WORD_MONTH, 5 },
  { "جوان", QSA_STAMP_WORD_MONTH, 6 },
  { "جويليه", QSA_STAMP_WORD_MONTH, 7 },
  { "اوت", QSA_STAMP_WORD_MONTH, 8 },
  /* Morocco and Mauritania */
  { "يوليوز", QSA_STAMP_WORD_MONTH, 7 },
  { "غشت", QSA_STAMP_WORD_MONTH, 8 },
  { "اغشت", QSA_STAMP_WORD_MONTH, 8 },
  { "شتنبر", QSA_STAMP_WORD_MONTH, 9 },
  { "شتمبر", QSA_STAMP_WORD_MONTH, 9 },
  { "نونبر", QSA_STAMP_WORD_MONTH, 11 },
  { "نوننبر", QSA_STAMP_WORD_MONTH, 11 },
  { "دجنبر", QSA_STAMP_WORD_MONTH, 12 },
  { "دجمبر", QSA_STAMP_WORD_MONTH, 12 },
  /* English */
  { "january", QSA_STAMP_WORD_MONTH, 1 },
  { "jan", QSA_STAMP_WORD_MONTH, 1 },
  { "february", QSA_STAMP_WORD_MONTH, 2 },
  { "feb", QSA_STAMP_WORD_MONTH, 2 },
  { "march", QSA_STAMP_WORD_MONTH, 3 },
  { "mar", QSA_STAMP_WORD_MONTH, 3 },
  { "april", QSA_STAMP_WORD_MONTH, 4 },
  { "apr", QSA_STAMP_WORD_MONTH, 4 },
  { "may", QSA_STAMP_WORD_MONTH, 5 },
  { "june", QSA_STAMP_WORD_MONTH, 6 },
  { "jun", QSA_STAMP_WORD_MONTH, 6 },
  { "july", QSA_STAMP_WORD_MONTH, 7 },
  { "jul", QSA_STAMP_WORD_MONTH, 7 },
  { "august", QSA_STAMP_WORD_MONTH, 8 },
  { "aug", QSA_STAMP_WORD_MONTH, 8 },
  { "september", QSA_STAMP_WORD_MONTH, 9 },
  { "sept", QSA_STAMP_WORD_MONTH, 9 },
  { "sep", QSA_STAMP_WORD_MONTH, 9 },
  { "october", QSA_STAMP_WORD_MONTH, 10 },
  { "oct", QSA_STAMP_WORD_MONTH, 10 },
  { "november", QSA_STAMP_WORD_MONTH, 11 },
  { "nov", QSA_STAMP_WORD_MONTH, 11 },
  { "december", QSA_STAMP_WORD_MONTH, 12 },
  { "dec", QSA_STAMP_WORD_MONTH, 12 },
  /* French */
  { "janvier", QSA_STAMP_WORD_MONTH, 1 },
  { "fevrier", QSA_STAMP_WORD_MONTH, 2 },
  { "mars", QSA_STAMP_WORD_MONTH, 3 },
  { "avril", QSA_STAMP_WORD_MONTH, 4 },
  { "mai", QSA_STAMP_WORD_MONTH, 5 },
  { "juin", QSA_STAMP_WORD_MONTH, 6 },
  { "juillet", QSA_STAMP_WORD_MONTH, 7 },
  { "aout", QSA_STAMP_WORD_MONTH, 8 },
  { "septembre", QSA_STAMP_WORD_MONTH, 9 },
  { "octobre", QSA_STAMP_WORD_MONTH, 10 },
  { "novembre", QSA_STAMP_WORD_MONTH, 11 },
  { "decembre", QSA_STAMP_WORD_MONTH, 12 },
  /* Hijri */
  { "محرم", QSA_STAMP_WORD_HIJRI_MONTH, 1 },
  { "المحرم", QSA_STAMP_WORD_HIJRI_MONTH, 1 },
  { "صفر", QSA_STAMP_WORD_HIJRI_MONTH, 2 },
  { "ربيع الاول", QSA_STAMP_WORD_HIJRI_MONTH, 3 },
  { "ربيع اول", QSA_STAMP_WORD_HIJRI_MONTH, 3 },
  { "ربيع الاخر", QSA_STAMP_WORD_HIJRI_MONTH, 4 },
  { "ربيع اخر", QSA_STAMP_WORD_HIJRI_MONTH, 4 },
  { "ربيع الثاني", QSA_STAMP_WORD_HIJRI_MONTH, 4 },
  { "ربيع ثاني", QSA_STAMP_WORD_HIJRI_MONTH, 4 },
  { "جمادي الاولي", QSA_STAMP_WORD_HIJRI_MONTH, 5 },
  { "جمادي الاول", QSA_STAMP_WORD_HIJRI_MONTH, 5 },
  { "جماد الاولي", QSA_STAMP_WORD_HIJRI_MONTH, 5 },
  { "جماد الاول", QSA_STAMP_WORD_HIJRI_MONTH, 5 },
  { "جمادي الاخره", QSA_STAMP_WORD_HIJRI_MONTH, 6 },
  { "جمادي الاخر", QSA_STAMP_WORD_HIJRI_MONTH, 6 },
  { "جمادي الثانيه", QSA_STAMP_WORD_HIJRI_MONTH, 6 },
  { "جمادي الثاني", QSA_STAMP_WORD_HIJRI_MONTH, 6 },
  { "جماد الاخره", QSA_STAMP_WORD_HIJRI_MONTH, 6 },
  { "جماد الاخر", QSA_STAMP_WORD_HIJRI_MONTH, 6 },
  { "جماد الثاني", QSA_STAMP_WORD_HIJRI_MONTH, 6 },
  { "رجب", QSA_STAMP_WORD_HIJRI_MONTH, 7 },
  { "شعبان", QSA_STAMP_WORD_HIJRI_MONTH, 8 },
  { "رمضان", QSA_STAMP_WORD_HIJRI_MONTH, 9 },
  { "شوال", QSA_STAMP_WORD_HIJRI_MONTH, 10 },
  { "ذو القعده", QSA_STAMP_WORD_HIJRI_MONTH, 11 },
  { "ذي القعده", QSA_STAMP_WORD_HIJRI_MONTH, 11 },
  { "ذوالقعده", QSA_STAMP_WORD_HIJRI_MONTH, 11 },
  { "ذو الحجه", QSA_STAMP_WORD_HIJRI_MONTH, 12 },
  { "ذي الحجه", QSA_STAMP_WORD_HIJRI_MONTH, 12 },
  { "ذوالحجه", QSA_STAMP_WORD_HIJRI_MONTH, 12 },
  /* days of the week */
  { "السبت", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "الاحد", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "الاثنين", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "الثلاثاء", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "الثلاثا", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "الاربعاء", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "الاربعا", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "الخميس", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "الجمعه", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "سبت", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "احد", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "اثنين", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "ثلاثاء", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "اربعاء", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "خميس", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "جمعه", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "saturday", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "sunday", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "monday", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "tuesday", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "wednesday", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "thursday", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "friday", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "sat", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "sun", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "mon", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "tue", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "wed", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "thu", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "fri", QSA_STAMP_WORD_WEEKDAY, 0 },
  { "يوم", QSA_STAMP_WORD_DAY, 0 },
  /* halves of the day */
  { "ص", QSA_STAMP_WORD_HALF_DAY, QSA_STAMP_MORNING },
  { "صباحا", QSA_STAMP_WORD_HALF_DAY, QSA_STAMP_MORNING },
  { "فجرا", QSA_STAMP_WORD_HALF_DAY, QSA_STAMP_MORNING },
  { "am", QSA_STAMP_WORD_HALF_DAY, QSA_STAMP_MORNING },
  { "ظ", QSA_STAMP_WORD_HALF_DAY, QSA_STAMP_NOON },
  { "ظهرا", QSA_STAMP_WORD_HALF_DAY, QSA_STAMP_NOON },
  { "بعد الظهر", QSA_STAMP_WORD_HALF_DAY, QSA_STAMP_EVENING },
  { "عصرا", QSA_STAMP_WORD_HALF_DAY, QSA_STAMP_EVENING },
  { "مساء", QSA_STAMP_WORD_HALF_DAY, QSA_STAMP_EVENING },
  { "مساءا", QSA_STAMP_WORD_HALF_DAY, QSA_STAMP_EVENING },
  { "pm", QSA_STAMP_WORD_HALF_DAY, QSA_STAMP_EVENING },
  { "ليلا", QSA_STAMP_WORD_HALF_DAY, QSA_STAMP_NIGHT },
  { "م", QSA_STAMP_WORD_MEEM, 0 },
  { "ميلادي", QSA_STAMP_WORD_GREGORIAN, 0 },
  { "ميلاديه", QSA_STAMP_WORD_GREGORIAN, 0 },
  { "ه", QSA_STAMP_WORD_HIJRI, 0 },
  { "هجري", QSA_STAMP_WORD_HIJRI, 0 },
  { "هجريه", QSA_STAMP_WORD_HIJRI, 0 },
  { "الموافق", QSA_STAMP_WORD_EQUALS, 0 },
  { "الموافق ل", QSA_STAMP_WORD_EQUALS, 0 },
  { "موافق", QSA_STAMP_WORD_EQUALS, 0 },
  { "اخر تحديث", QSA_STAMP_WORD_UPDATED, 0 },
  { "الساعه", QSA_STAMP_WORD_CLOCK, 0 },
  { "at", QSA_STAMP_WORD_CLOCK, 0 },
  /* zones: the printed local time is kept, the zone is only let pass */
  { "gmt", QSA_STAMP_WORD_ZONE, 0 },
  { "utc", QSA_STAMP_WORD_ZONE, 0 },
  { "gst", QSA_STAMP_WORD_ZONE, 0 },
  { "ast", QSA_STAMP_WORD_ZONE, 0 },
  { "cet", QSA_STAMP_WORD_ZONE, 0 },
  { "cest", QSA_STAMP_WORD_ZONE, 0 },
  { "eet", QSA_STAMP_WORD_ZONE, 0 },
  { "eest", QSA_STAMP_WORD_ZONE, 0 },
  { "est", QSA_STAMP_WORD_ZONE, 0 },
  { "edt", QSA_STAMP_WORD_ZONE, 0 },
  { "pst", QSA_STAMP_WORD_ZONE, 0 },
  { "pdt", QSA_STAMP_WORD_ZONE, 0 },
  { "bst", QSA_STAMP_WORD_ZONE, 0 },
  { "msk", QSA_STAMP_WORD_ZONE, 0 },
  { "z", QSA_STAMP_WORD_ZONE, 0 },
  { "ت غ", QSA_STAMP_WORD_ZONE, 0 },
  { "تغ", QSA_STAMP_WORD_ZONE, 0 },
  { "غرينتش", QSA_STAMP_WORD_ZONE, 0 },
  { "بتوقيت", QSA_STAMP_WORD_ZONE_OF, 0 },
  { "توقيت", QSA_STAMP_WORD_ZONE_OF, 0 },
  /* publication, never "last updated" */
  { "نشر", QSA_STAMP_WORD_LABEL, 0 },
  { "نشرت", QSA_STAMP_WORD_LABEL, 0 },
  { "النشر", QSA_STAMP_WORD_LABEL, 0 },
  { "تم النشر", QSA_STAMP_WORD_LABEL, 0 },
  { "تاريخ النشر", QSA_STAMP_WORD_LABEL, 0 },
  { "تاريخ", QSA_STAMP_WORD_LABEL, 0 },
  { "التاريخ", QSA_STAMP_WORD_LABEL, 0 },
  { "بتاريخ", QSA_STAMP_WORD_LABEL, 0 },
  { "published", QSA_STAMP_WORD_LABEL, 0 },
  { "posted", QSA_STAMP_WORD_LABEL, 0 },
  { "date", QSA_STAMP_WORD_LABEL, 0 },
  { "في", QSA_STAMP_WORD_AFTER_LABEL, 0 },
  { "on", QSA_STAMP_WORD_AFTER_LABEL, 0 },
  { "من", QSA_STAMP_WORD_OF, 0 },
  { "of", QSA_STAMP_WORD_OF, 0 },
  { "st", QSA_STAMP_WORD_ORDINAL, 0 },
  { "nd", QSA_STAMP_WORD_ORDINAL, 0 },
  { "rd", QSA_STAMP_WORD_ORDINAL, 0 },
  { "th", QSA_STAMP_WORD_ORDINAL, 0 },
  { "er", QSA_STAMP_WORD_ORDINAL, 0 },
};

QsaStampWord
qsa_stamp_look_up (const char *name, guint *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (qsa_stamp_entries); i++)
    {
      if (strcmp (qsa_stamp_entries[i].name, name) == 0)
        {
          *value = qsa_stamp_entries[i].value;
          return qsa_stamp_entries[i].word;
        }
    }
  *value = 0;
  return QSA_STAMP_WORD_UNKNOWN;
}

guint
qsa_stamp_list_names (QsaStampWord word, guint value, const char **names, guint max_names)
{
  guint n_names = 0;

  for (guint i = 0; i < G_N_ELEMENTS (qsa_stamp_entries) && n_names < max_names; i++)
    {
      if (qsa_stamp_entries[i].word == word && qsa_stamp_entries[i].value == value)
        names[n_names++] = qsa_stamp_entries[i].name;
    }
  return n_names;
}
