/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-scrape.h"

#include <string.h>

#include "qsa-byline.h"
#include "qsa-fields.h"
#include "qsa-fold.h"
#include "qsa-furniture.h"
#include "qsa-press-words.h"
#include "qsa-web-address.h"

/* A footer is not longer than this behind its first sign. */
#define LONGEST_FOOTER_LINES 14
#define LONGEST_NAME_WORDS 6

static QsaFurniture
qsa_scrape_classify (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);

  return qsa_furniture_classify (line->text, line->folded);
}

/* May be the name of an outlet that stands alone on its line. */
static gboolean
qsa_scrape_may_name_outlet (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);

  return line->words <= LONGEST_NAME_WORDS && !line->ends_sentence
         && strpbrk (line->text, ":|/") == NULL && !qsa_press_is_section (line->folded)
         && qsa_scrape_classify (scrape, index) == QSA_FURNITURE_NONE
         && !qsa_furniture_is_initials (line->text);
}

static void
qsa_scrape_set_address (QsaScrape *scrape, const char *address)
{
  g_autofree char *domain = qsa_domain_from_url (address);
  const char *path = strstr (address, "//");

  path = path != NULL ? strchr (path + 2, '/') : NULL;
  if (path != NULL && path[1] != '\0')
    {
      qsa_fields_set_url (scrape->article, address, strlen (address), "address-line");
      return;
    }
  if (domain != NULL && scrape->article->domain == NULL)
    {
      scrape->article->domain = g_steal_pointer (&domain);
      qsa_article_set_rule (scrape->article, "domain", "footer-address", 0.95);
    }
}

/* "جميع الحقوق محفوظة © 2024 لصحيفة س": what is left without the formula, years and signs. */
static char *
qsa_scrape_name_from_copyright (const char *text)
{
  static const char *const formula[] = { "جميع",   "كافه",     "كل",        "الحقوق",
                                         "حقوق",   "محفوظه",   "محفوظ",     "النشر",
                                         "الطبع",  "الملكيه",  "copyright", "all",
                                         "rights", "reserved", "by",        "لدي",
                                         "و",      "الفكريه",  "c",         "ل" };
  static const char *const signs[] = { "©", "–", "—", "،", "-", "|", ",", ".", ":", "®" };
  g_autoptr (GString) plain = g_string_new (text);
  g_autoptr (GString) name = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (plain, signs[i], " ", 0);
  words = g_strsplit (plain->str, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = qsa_fold_text (words[i], -1);
      gboolean skip = *folded == '\0' || g_ascii_isdigit (*folded);

      for (gsize k = 0; k < G_N_ELEMENTS (formula) && !skip; k++)
        skip = strcmp (folded, formula[k]) == 0;
      if (skip)
        continue;
      if (name->len > 0)
        g_string_append_c (name, ' ');
      g_string_append (name, words[i]);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* "لصحيفة س" is صحيفة س, "لموقع س" is س: the preposition goes, and a noun that no name begins with. */
static char *
qsa_scrape_strip_possessive (const char *name)
{
  static const char *const nouns[] = { "موقع", "شركه", "مؤسسه", "الموقع", "شبكه" };
  g_autofree char *folded = qsa_fold_text (name, -1);
  const char *space = strchr (name, ' ');
  g_autofree char *word = g_strndup (folded, strcspn (folded, " "));

  if (!g_str_has_prefix (name, "ل") || space == NULL)
    return g_strdup (name);
  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      if (strcmp (word + strlen ("ل"), nouns[i]) == 0)
        return g_strdup (space + 1);
    }
  if (qsa_press_is_outlet_kind (word + strlen ("ل")))
    return g_strdup (name + strlen ("ل"));
  return g_strdup (name);
}

static void
qsa_scrape_read_copyright (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  g_autofree char *address = qsa_web_address_find (line->text);
  g_autofree char *rest = NULL;
  g_autofree char *name = NULL;

  if (address != NULL)
    {
      qsa_scrape_set_address (scrape, address);
      return;
    }
  rest = qsa_scrape_name_from_copyright (line->text);
  name = qsa_scrape_strip_possessive (rest);
  if (*name != '\0' && strlen (name) < 100)
    qsa_scrape_offer_outlet (scrape, name, "copyright", 0.85);
}

/* The name beside an address: on the line before it or, in some footers, behind it. */
static void
qsa_scrape_read_address (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  g_autofree char *address = qsa_web_address_find (line->text);

  if (address == NULL)
    return;
  qsa_scrape_set_address (scrape, address);
  if (index > 0 && qsa_scrape_may_name_outlet (scrape, index - 1))
    {
      QsaScrapeLine *name = qsa_scrape_get (scrape, index - 1);

      name->role = QSA_LINE_REMOVED;
      qsa_scrape_offer_outlet (scrape, name->text, "footer-domain", 0.95);
    }
}

static gboolean
qsa_scrape_is_footer_sign (QsaScrape *scrape, guint index)
{
  switch (qsa_scrape_classify (scrape, index))
    {
    case QSA_FURNITURE_ADDRESS:
    case QSA_FURNITURE_COPYRIGHT:
      return TRUE;
    case QSA_FURNITURE_WIDGET:
      /* "logo" right before a name and an address. */
      return strcmp (qsa_scrape_get (scrape, index)->folded, "logo") == 0;
    default:
      return FALSE;
    }
}

/* The first line of the footer: the first address or copyright behind the last paragraph, and the
 * name and logo before it. */
static guint
qsa_scrape_find_footer (QsaScrape *scrape)
{
  guint n = scrape->lines->len;
  guint first = n;

  for (guint i = n; i > 0 && n - i < LONGEST_FOOTER_LINES; i--)
    {
      if (qsa_scrape_line_is_paragraph (qsa_scrape_get (scrape, i - 1))
          && !qsa_scrape_is_footer_sign (scrape, i - 1))
        break;
      if (qsa_scrape_is_footer_sign (scrape, i - 1))
        first = i - 1;
    }
  if (first == 0 || first == n)
    return first == 0 ? n : first;
  if (qsa_scrape_may_name_outlet (scrape, first - 1)
      && qsa_scrape_get (scrape, first)->blank_before == FALSE)
    first--;
  return first;
}

/* A line at the very top or bottom that the table knows as an outlet. */
static void
qsa_scrape_read_lone_names (QsaScrape *scrape)
{
  guint n = scrape->lines->len;

  if (scrape->outlets == NULL)
    return;
  for (guint i = 0; i < n; i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);

      if (i >= 3 && i < scrape->footer_index)
        continue;
      if (qsa_scrape_may_name_outlet (scrape, i)
          && qsa_outlet_table_find_name (scrape->outlets, line->text) != NULL)
        qsa_scrape_offer_outlet (scrape, line->text, "name-line", i < 3 ? 0.7 : 0.8);
    }
}

void
qsa_scrape_find_outlet (QsaScrape *scrape)
{
  scrape->footer_index = qsa_scrape_find_footer (scrape);
  for (guint i = scrape->footer_index; i < scrape->lines->len; i++)
    {
      QsaFurniture furniture = qsa_scrape_classify (scrape, i);

      if (furniture == QSA_FURNITURE_ADDRESS)
        qsa_scrape_read_address (scrape, i);
      else if (furniture == QSA_FURNITURE_COPYRIGHT)
        qsa_scrape_read_copyright (scrape, i);
    }
  for (guint i = 0; i < MIN (3, scrape->footer_index); i++)
    {
      if (qsa_scrape_classify (scrape, i) == QSA_FURNITURE_ADDRESS)
        qsa_scrape_read_address (scrape, i);
    }
  qsa_scrape_read_lone_names (scrape);
  if (scrape->article->outlet == NULL)
    qsa_fields_set_outlet_from_domain (scrape->article, scrape->outlets, 0.9);
  for (guint i = scrape->footer_index; i < scrape->lines->len; i++)
    qsa_scrape_get (scrape, i)->role = QSA_LINE_REMOVED;
}
