/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Which member of a JSON object means what. Names are compared in lower case without _ - . and
 * spaces, so that "published_at", "publishedAt" and "Published At" are one. Where several are
 * there, the one that stands first here and is not empty counts:
 *
 *   title       title headline heading العنوان subject name
 *   body        articleBody body content fullText mainText maintext text article story paragraphs
 *               النص المحتوى نص
 *   outlet      outlet publisher newspaper siteName source sourceName provider publication
 *               المصدر الصحيفة
 *   url         url link canonicalUrl articleUrl permalink sourceUrl href guid الرابط
 *   date        datePublished publishedAt published publishDate publicationDate pubDate date
 *               datetime postDate timestamp تاريخ النشر التاريخ
 *   time        time publishTime الوقت
 *   author      author authors byline creator writer reporter الكاتب
 *   place       place dateline location city المكان
 *   section     section articleSection category categories channel topic القسم التصنيف
 *   standfirst  standfirst abstract summary description excerpt subtitle lead dek deck الملخص
 *   lang        lang language inLanguage
 *
 * A date of crawling, extraction or change is not a date of publication and is not listed. Values may
 * be strings, numbers (dates), arrays of strings, or objects with a name, title, value, text, rendered
 * or #text of their own; members of "_source", "fields", "article", "doc", "node", "attributes"
 * count as the object's own. */

typedef enum
{
  QSA_JSON_TITLE,
  QSA_JSON_BODY,
  QSA_JSON_OUTLET,
  QSA_JSON_URL,
  QSA_JSON_DATE,
  QSA_JSON_TIME,
  QSA_JSON_AUTHOR,
  QSA_JSON_PLACE,
  QSA_JSON_SECTION,
  QSA_JSON_STANDFIRST,
  QSA_JSON_LANG,
  QSA_JSON_N_FIELDS,
} QsaJsonField;

typedef struct
{
  char *values[QSA_JSON_N_FIELDS]; /* owned, valid UTF-8, not blank, or NULL */
} QsaJsonValues;

void qsa_json_values_clear (QsaJsonValues *values);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QsaJsonValues, qsa_json_values_clear)

void qsa_json_values_read (QsaJsonValues *values, JsonObject *object);

G_END_DECLS
