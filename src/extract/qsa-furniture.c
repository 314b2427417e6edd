/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-furniture.h"

#include <stdlib.h>
#include <string.h>

#include "qsa-outlet-table.h"
#include "qsa-press-words.h"

#define ARTICLE "\xd8\xa7\xd9\x84" /* ال */
#define MOST_WIDGET_WORDS 16
#define MOST_PROMPT_WORDS 12

/* All folded. Tables of single words: sorted by bytes, without the article. A test sees to it. */

/* Words that only a widget has … */
static const char *const furniture_widget_words[] = {
  "copy",      "email",   "facebook", "instagram", "link",     "linkedin", "messenger",
  "pinterest", "print",   "save",     "share",     "telegram", "twitter",  "whatsapp",
  "youtube",   "ارسال",   "استماع",   "استمع",     "اطبع",     "انستجرام", "انستغرام",
  "انشر",      "ايميل",   "بينترست",  "تصغير",     "تعليق",    "تعليقات",  "تكبير",
  "تلغرام",    "تليجرام", "تليغرام",  "تويتر",     "تيليجرام", "تيليغرام", "حجم",
  "حفظ",       "خط",      "ريديت",    "زيارات",    "زياره",    "شارك",     "شاركه",
  "شاركها",    "طباعه",   "فايسبوك",  "فيسبوك",    "قراءات",   "لينكد",    "لينكدان",
  "ماسنجر",    "مشاركه",  "مشاهدات",  "مشاهده",    "واتس",     "واتساب",   "يوتيوب"
};

/* … and words that may stand beside them. */
static const char *const furniture_widget_fillers[] = {
  "a",   "more",  "x",    "اب",    "ارسل",  "اضافه", "اضف",    "الي",   "ان",    "بريد",
  "تم",  "ثانيه", "خبر",  "دقايق", "دقيقه", "رابط",  "ص",      "صديق",  "صفحه",  "عبر",
  "عدد", "علي",   "في",   "قراء",  "قراءه", "ك",     "كتروني", "لصديق", "للخبر", "للمقال",
  "م",   "مفضله", "مقال", "مقاله", "من",    "موضوع", "نسخ",    "هذا",   "هذه",   "وقت"
};

/* Whole lines. */
static const char *const furniture_lines[] = { "ad",
                                               "ads",
                                               "advertisement",
                                               "close",
                                               "cookie",
                                               "cookies",
                                               "home",
                                               "load more",
                                               "loading",
                                               "login",
                                               "logo",
                                               "menu",
                                               "next",
                                               "next previous",
                                               "no stories found",
                                               "previous",
                                               "read more",
                                               "scroll to top",
                                               "search",
                                               "skip to content",
                                               "sponsored",
                                               "subscribe",
                                               "ابحث",
                                               "اشترك الان",
                                               "اعلان",
                                               "اعلانات",
                                               "اعلي الصفحه",
                                               "اغلاق",
                                               "التالي",
                                               "الخبر التالي",
                                               "الخبر السابق",
                                               "السابق",
                                               "السابق التالي",
                                               "الصفحه الرييسيه",
                                               "القايمه",
                                               "المزيد",
                                               "المقال التالي",
                                               "المقال السابق",
                                               "انتقل الي المحتوي",
                                               "تابعنا",
                                               "تابعونا",
                                               "تحميل",
                                               "تسجيل الدخول",
                                               "جاري التحميل",
                                               "حمل التطبيق",
                                               "حمل تطبيقنا",
                                               "دخول",
                                               "شاهد المزيد",
                                               "شعار",
                                               "عرض المزيد",
                                               "عوده الي الاعلي",
                                               "قايمه",
                                               "مساحه اعلانيه" };

/* Beginnings of short lines that ask for something. */
static const char *const furniture_prompts[] = {
  "download our",    "follow us",       "sign up",         "اترك تعليقا",
  "اترك ردا",        "اشترك في",        "اشترك معنا",      "اشتركوا في",
  "اضف تعليق",       "اضف تعليقا",      "اكتب تعليقا",     "البريد الالكتروني",
  "انضم الي",        "انضموا الي",      "تابعنا عبر",      "تابعنا علي",
  "تابعونا عبر",     "تابعونا علي",     "جميع التعليقات",  "حمل تطبيق",
  "حملوا تطبيق",     "شارك برايك",      "شاركنا برايك",    "كن اول من",
  "لا توجد تعليقات", "لا يوجد تعليقات", "لمتابعه اخبارنا", "لن يتم نشر عنوان"
};

typedef struct
{
  const char *phrase;
  QsaFurniture furniture;
} QsaFurnitureOpener;

/* Titles of blocks, alone on a line or before a colon. */
static const QsaFurnitureOpener openers[] = {
  { "also on", QSA_FURNITURE_READ_ALSO },
  { "also read", QSA_FURNITURE_READ_ALSO },
  { "breaking", QSA_FURNITURE_TICKER },
  { "breaking news", QSA_FURNITURE_TICKER },
  { "comments", QSA_FURNITURE_TAGS },
  { "keywords", QSA_FURNITURE_TAGS },
  { "latest news", QSA_FURNITURE_TICKER },
  { "latest stories", QSA_FURNITURE_LIST },
  { "more stories", QSA_FURNITURE_LIST },
  { "most popular", QSA_FURNITURE_LIST },
  { "most read", QSA_FURNITURE_LIST },
  { "most viewed", QSA_FURNITURE_LIST },
  { "newsletter", QSA_FURNITURE_TAGS },
  { "read also", QSA_FURNITURE_READ_ALSO },
  { "recommended", QSA_FURNITURE_LIST },
  { "related", QSA_FURNITURE_READ_ALSO },
  { "related articles", QSA_FURNITURE_LIST },
  { "related news", QSA_FURNITURE_LIST },
  { "related stories", QSA_FURNITURE_LIST },
  { "see also", QSA_FURNITURE_READ_ALSO },
  { "tags", QSA_FURNITURE_TAGS },
  { "trending", QSA_FURNITURE_LIST },
  { "trending now", QSA_FURNITURE_LIST },
  { "you may also like", QSA_FURNITURE_LIST },
  { "ابرز العناوين", QSA_FURNITURE_LIST },
  { "اتصل بنا", QSA_FURNITURE_TAGS },
  { "احدث الاخبار", QSA_FURNITURE_TICKER },
  { "احدث الفيديوهات", QSA_FURNITURE_LIST },
  { "احدث المقالات", QSA_FURNITURE_LIST },
  { "احدث المواضيع", QSA_FURNITURE_LIST },
  { "اخبار اخري", QSA_FURNITURE_LIST },
  { "اخبار ذات صله", QSA_FURNITURE_LIST },
  { "اخبار عاجله", QSA_FURNITURE_TICKER },
  { "اخبار قد تهمك", QSA_FURNITURE_LIST },
  { "اخبار متعلقه", QSA_FURNITURE_LIST },
  { "اخبار مرتبطه", QSA_FURNITURE_LIST },
  { "اخبار مشابهه", QSA_FURNITURE_LIST },
  { "اخترنا لك", QSA_FURNITURE_LIST },
  { "اخترنا لكم", QSA_FURNITURE_LIST },
  { "اخر اخبار", QSA_FURNITURE_LIST },
  { "اخر الاخبار", QSA_FURNITURE_TICKER },
  { "اخر الانباء", QSA_FURNITURE_TICKER },
  { "اخر المقالات", QSA_FURNITURE_LIST },
  { "اخر المواضيع", QSA_FURNITURE_LIST },
  { "اراء القراء", QSA_FURNITURE_TAGS },
  { "اقرا المزيد", QSA_FURNITURE_READ_ALSO },
  { "اقرا ايضا", QSA_FURNITURE_READ_ALSO },
  { "اقرا في", QSA_FURNITURE_READ_ALSO },
  { "اقرا كذلك", QSA_FURNITURE_READ_ALSO },
  { "اقراوا ايضا", QSA_FURNITURE_READ_ALSO },
  { "اقرووا ايضا", QSA_FURNITURE_READ_ALSO },
  { "اقسام", QSA_FURNITURE_TAGS },
  { "اقسام الموقع", QSA_FURNITURE_TAGS },
  { "الاخبار الاكثر قراءه", QSA_FURNITURE_LIST },
  { "الاخبار العاجله", QSA_FURNITURE_TICKER },
  { "الاكثر تداولا", QSA_FURNITURE_LIST },
  { "الاكثر تعليقا", QSA_FURNITURE_LIST },
  { "الاكثر تفاعلا", QSA_FURNITURE_LIST },
  { "الاكثر رواجا", QSA_FURNITURE_LIST },
  { "الاكثر شيوعا", QSA_FURNITURE_LIST },
  { "الاكثر قراءه", QSA_FURNITURE_LIST },
  { "الاكثر قراءه اليوم", QSA_FURNITURE_LIST },
  { "الاكثر مشاهده", QSA_FURNITURE_LIST },
  { "التعليقات", QSA_FURNITURE_TAGS },
  { "العاجل", QSA_FURNITURE_TICKER },
  { "القايمه البريديه", QSA_FURNITURE_TAGS },
  { "الكلمات الداله", QSA_FURNITURE_TAGS },
  { "الكلمات الدلاليه", QSA_FURNITURE_TAGS },
  { "الكلمات المفتاحيه", QSA_FURNITURE_TAGS },
  { "المزيد حول", QSA_FURNITURE_LIST },
  { "المزيد في", QSA_FURNITURE_LIST },
  { "المزيد من", QSA_FURNITURE_LIST },
  { "المزيد من الاخبار", QSA_FURNITURE_LIST },
  { "المقالات الاكثر قراءه", QSA_FURNITURE_LIST },
  { "النشره البريديه", QSA_FURNITURE_TAGS },
  { "الوسوم", QSA_FURNITURE_TAGS },
  { "اهم الاخبار", QSA_FURNITURE_TICKER },
  { "اهم العناوين", QSA_FURNITURE_LIST },
  { "تابع ايضا", QSA_FURNITURE_READ_ALSO },
  { "تابعوا ايضا", QSA_FURNITURE_READ_ALSO },
  { "تاجات", QSA_FURNITURE_TAGS },
  { "تاغات", QSA_FURNITURE_TAGS },
  { "تعليقات", QSA_FURNITURE_TAGS },
  { "تعليقات الزوار", QSA_FURNITURE_TAGS },
  { "تعليقات القراء", QSA_FURNITURE_TAGS },
  { "تواصل معنا", QSA_FURNITURE_TAGS },
  { "خبر عاجل", QSA_FURNITURE_TICKER },
  { "ذات صله", QSA_FURNITURE_LIST },
  { "ربما يعجبك", QSA_FURNITURE_READ_ALSO },
  { "ربما يهمك", QSA_FURNITURE_READ_ALSO },
  { "روابط", QSA_FURNITURE_TAGS },
  { "روابط سريعه", QSA_FURNITURE_TAGS },
  { "سياسه الخصوصيه", QSA_FURNITURE_TAGS },
  { "شاهد ايضا", QSA_FURNITURE_READ_ALSO },
  { "شاهد كذلك", QSA_FURNITURE_READ_ALSO },
  { "شاهدوا ايضا", QSA_FURNITURE_READ_ALSO },
  { "شروط الاستخدام", QSA_FURNITURE_TAGS },
  { "شريط الاخبار", QSA_FURNITURE_TICKER },
  { "شريط الانباء", QSA_FURNITURE_TICKER },
  { "طالع ايضا", QSA_FURNITURE_READ_ALSO },
  { "طالعوا ايضا", QSA_FURNITURE_READ_ALSO },
  { "عاجل", QSA_FURNITURE_TICKER },
  { "عن الموقع", QSA_FURNITURE_TAGS },
  { "فيديوهات", QSA_FURNITURE_LIST },
  { "قد يعجبك", QSA_FURNITURE_READ_ALSO },
  { "قد يعجبك ايضا", QSA_FURNITURE_READ_ALSO },
  { "قد يهمك", QSA_FURNITURE_READ_ALSO },
  { "قد يهمك ايضا", QSA_FURNITURE_READ_ALSO },
  { "قد يهمك قراءه", QSA_FURNITURE_READ_ALSO },
  { "كلمات دلاليه", QSA_FURNITURE_TAGS },
  { "كلمات مفتاحيه", QSA_FURNITURE_TAGS },
  { "لا تفوت", QSA_FURNITURE_READ_ALSO },
  { "للمزيد", QSA_FURNITURE_READ_ALSO },
  { "للمزيد اقرا", QSA_FURNITURE_READ_ALSO },
  { "مباشر", QSA_FURNITURE_TICKER },
  { "مختارات", QSA_FURNITURE_LIST },
  { "مستجدات", QSA_FURNITURE_TICKER },
  { "مقالات اخري", QSA_FURNITURE_LIST },
  { "مقالات ذات صله", QSA_FURNITURE_LIST },
  { "مقالات قد تهمك", QSA_FURNITURE_LIST },
  { "مقالات مرتبطه", QSA_FURNITURE_LIST },
  { "مقالات مشابهه", QSA_FURNITURE_LIST },
  { "من الموقع", QSA_FURNITURE_LIST },
  { "من نحن", QSA_FURNITURE_TAGS },
  { "مواضيع ذات صله", QSA_FURNITURE_LIST },
  { "مواضيع ذات علاقه", QSA_FURNITURE_LIST },
  { "مواضيع متعلقه", QSA_FURNITURE_LIST },
  { "مواضيع مرتبطه", QSA_FURNITURE_LIST },
  { "مواضيع مشابهه", QSA_FURNITURE_LIST },
  { "موضوعات ذات صله", QSA_FURNITURE_LIST },
  { "موضوعات متعلقه", QSA_FURNITURE_LIST },
  { "موضوعات مرتبطه", QSA_FURNITURE_LIST },
  { "نرشح لك", QSA_FURNITURE_LIST },
  { "نرشح لكم", QSA_FURNITURE_LIST },
  { "وسم", QSA_FURNITURE_TAGS },
  { "وسوم", QSA_FURNITURE_TAGS },
};

/* Sites where outlets only have an account. */
static const char *const social_hosts[] = {
  "facebook.com", "fb.com",       "twitter.com", "x.com",         "t.me",
  "telegram.me",  "youtube.com",  "youtu.be",    "instagram.com", "wa.me",
  "whatsapp.com", "linkedin.com", "tiktok.com",  "pinterest.com", "google.com",
  "apple.com",    "t.co",         "bit.ly"
};

static int
qsa_furniture_compare (const void *word, const void *entry)
{
  return strcmp (word, *(const char *const *) entry);
}

#define QSA_FURNITURE_HAS(table, word)                                                 \
  (bsearch (word, table, G_N_ELEMENTS (table), sizeof table[0], qsa_furniture_compare) \
   != NULL)

static const char *
qsa_furniture_bare (const char *word)
{
  return g_str_has_prefix (word, ARTICLE) && strlen (word) >= 2 * strlen (ARTICLE)
             ? word + strlen (ARTICLE)
             : word;
}

/* Only labels, at least one of which nothing but a widget says. */
static gboolean
qsa_furniture_is_widget (const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", MOST_WIDGET_WORDS + 1);
  guint n_certain = 0;
  guint n_numbers = 0;

  if (words[0] == NULL || g_strv_length (words) > MOST_WIDGET_WORDS)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = qsa_furniture_bare (words[i]);

      if (QSA_FURNITURE_HAS (furniture_widget_words, word))
        n_certain++;
      else if (g_ascii_isdigit (*word))
        n_numbers++;
      else if (!QSA_FURNITURE_HAS (furniture_widget_fillers, word))
        return FALSE;
    }
  return n_certain > 0;
}

/* "+A -A", "A+ A-", "ص م ك": letters of rising size and nothing else. */
static gboolean
qsa_furniture_is_font_size (const char *text, const char *folded)
{
  static const char *const forms[] = {
    "a a", "a a a", "a", "ا ا", "ا ا ا", "ع ع", "ص م ك"
  };

  if (strcmp (folded, "a") == 0 || strcmp (folded, "ا") == 0)
    return strpbrk (text, "+-") != NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (strcmp (folded, forms[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
qsa_furniture_is_reading_time (const char *folded)
{
  static const char *const starts[] = { "وقت القراءه",   "مده القراءه",  "زمن القراءه",
                                        "عدد المشاهدات", "عدد القراءات", "عدد القراء",
                                        "عدد الزيارات" };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (g_str_has_prefix (folded, starts[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
qsa_furniture_is_prompt (const char *folded)
{
  guint n_words = 1;

  for (const char *p = folded; *p != '\0'; p++)
    n_words += *p == ' ';
  if (n_words > MOST_PROMPT_WORDS)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (furniture_prompts); i++)
    {
      if (g_str_has_prefix (folded, furniture_prompts[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
qsa_furniture_is_copyright (const char *text, const char *folded)
{
  static const char *const phrases[] = { "الحقوق محفوظه",       "حقوق محفوظه",
                                         "حقوق النشر محفوظه",   "حقوق الطبع",
                                         "all rights reserved", "الحقوق محفوظ" };

  if (strlen (text) > 300)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      if (strstr (folded, phrases[i]) != NULL)
        return TRUE;
    }
  return g_str_has_prefix (text, "©") || g_str_has_prefix (folded, "copyright");
}

/* The opener whose phrase @folded is or begins with; a longer phrase is preferred. */
static const QsaFurnitureOpener *
qsa_furniture_find_opener (const char *folded)
{
  const QsaFurnitureOpener *best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      gsize bytes = strlen (openers[i].phrase);

      if (strncmp (folded, openers[i].phrase, bytes) == 0
          && (folded[bytes] == '\0' || folded[bytes] == ' ')
          && (best == NULL || bytes > strlen (best->phrase)))
        best = &openers[i];
    }
  return best;
}

/* A line that goes on behind the phrase opens a block only when a colon or dash stands there, or
 * when the phrase is one that no sentence begins with. */
static QsaFurniture
qsa_furniture_classify_opener (const char *text, const char *folded)
{
  const QsaFurnitureOpener *opener = qsa_furniture_find_opener (folded);
  guint n_words = 0;
  gsize at;

  if (opener == NULL)
    return QSA_FURNITURE_NONE;
  if (qsa_furniture_has_title (folded) == FALSE)
    return opener->furniture;
  if (opener->furniture == QSA_FURNITURE_READ_ALSO
      && strstr (opener->phrase, " ايضا") != NULL)
    return opener->furniture;

  /* The colon stands right behind as many words as the phrase has. */
  for (const char *p = opener->phrase; *p != '\0'; p++)
    n_words += *p == ' ';
  at = 0;
  for (guint i = 0; i <= n_words; i++)
    {
      at += strspn (text + at, " ");
      at += strcspn (text + at, " :-|");
    }
  at += strspn (text + at, " ");
  if (text[at] == ':' || text[at] == '|' || g_str_has_prefix (text + at, "- ")
      || g_str_has_prefix (text + at, "– ") || g_str_has_prefix (text + at, "..."))
    return opener->furniture;
  return QSA_FURNITURE_NONE;
}

gboolean
qsa_furniture_has_title (const char *folded)
{
  const QsaFurnitureOpener *opener = qsa_furniture_find_opener (folded);

  return opener != NULL && folded[strlen (opener->phrase)] == ' ';
}

static gboolean
qsa_furniture_is_address (const char *text)
{
  g_autofree char *address = NULL;

  if (strchr (text, ' ') != NULL)
    return FALSE;
  if (strchr (text, '@') != NULL)
    return TRUE;
  address = qsa_furniture_find_address (text);
  return address != NULL;
}

QsaFurniture
qsa_furniture_classify (const char *text, const char *folded)
{
  if (*folded == '\0')
    return QSA_FURNITURE_NONE;
  if (qsa_furniture_is_address (text))
    return QSA_FURNITURE_ADDRESS;
  if (qsa_furniture_is_copyright (text, folded))
    return QSA_FURNITURE_COPYRIGHT;
  if (QSA_FURNITURE_HAS (furniture_lines, folded) || qsa_furniture_is_widget (folded)
      || qsa_furniture_is_font_size (text, folded)
      || qsa_furniture_is_reading_time (folded) || qsa_furniture_is_prompt (folded))
    return QSA_FURNITURE_WIDGET;
  return qsa_furniture_classify_opener (text, folded);
}

static gboolean
qsa_furniture_is_home (const char *folded)
{
  return strcmp (folded, "الرييسيه") == 0 || g_str_has_prefix (folded, "الرييسيه ")
         || strcmp (folded, "الصفحه الرييسيه") == 0
         || g_str_has_prefix (folded, "الصفحه الرييسيه ") || strcmp (folded, "home") == 0
         || g_str_has_prefix (folded, "home ");
}

static guint
qsa_furniture_count_separators (const char *text)
{
  static const char *const separators[] = { "|", "/", ">", "»", "›", "•", "«", "‹", "←" };
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
        n += g_str_has_prefix (p, separators[i]);
    }
  return n;
}

/* How many of the first words of a line without separators name sections. */
static gboolean
qsa_furniture_is_menu (const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n_words = g_strv_length (words);
  guint n_sections = 0;

  for (guint i = 0; i < n_words; i++)
    n_sections += qsa_press_is_section (words[i]);
  return n_sections >= 4 && n_sections * 2 >= n_words;
}

gboolean
qsa_furniture_is_trail (const char *text, const char *folded)
{
  guint n_separators;

  if (strlen (text) > 400)
    return FALSE;
  n_separators = qsa_furniture_count_separators (text);
  return (qsa_furniture_is_home (folded) && n_separators >= 1)
         || qsa_furniture_is_menu (folded);
}

gboolean
qsa_furniture_is_other_time (const char *folded)
{
  static const char *const starts[] = { "اخر تحديث",    "تاريخ التحديث", "تحديث",
                                        "تم التحديث",   "حدث",           "اخر تعديل",
                                        "منذ",          "قبل",           "updated",
                                        "last updated", "last update",   "تاريخ اليوم" };
  guint n_words = 1;

  for (const char *p = folded; *p != '\0'; p++)
    n_words += *p == ' ';
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      gsize bytes = strlen (starts[i]);
      gboolean relative = strcmp (starts[i], "منذ") == 0
                          || strcmp (starts[i], "قبل") == 0;

      if (strncmp (folded, starts[i], bytes) == 0
          && (folded[bytes] == ' ' || folded[bytes] == '\0')
          && n_words <= (relative ? 3u : 12u))
        return relative ? n_words >= 2 : strpbrk (folded, "0123456789") != NULL;
    }
  return FALSE;
}

gboolean
qsa_furniture_is_initials (const char *text)
{
  guint n_letters = 0;
  guint run = 0;
  gboolean has_mark = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (strchr (" ./-()", (int) MIN (letter, 0x7f)) != NULL)
        {
          has_mark = has_mark || letter == '/' || letter == '.';
          run = 0;
          continue;
        }
      if (!g_unichar_isalpha (letter) || ++run > 2)
        return FALSE;
      n_letters++;
    }
  return has_mark && n_letters >= 2 && n_letters <= 8;
}

gboolean
qsa_furniture_is_notice (const char *folded)
{
  static const char *const phrases[] = {
    "الاراء الوارده",   "التعليقات الوارده",  "التعليقات المنشوره",   "مراجعه التعليقات",
    "لا تعبر بالضروره", "لا تعبر عن راي",     "سياسه الخصوصيه",       "شروط استخدام",
    "شروط الاستخدام",   "ارشادات الاستخدام",  "ملفات تعريف الارتباط", "بريدك الالكتروني",
    "يحتفظ الموقع بحق", "تعبر عن راي كاتبها", "تعبر عن راي الكاتب",   "ترحب شبكه",
    "نص التعليق"
  };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    n += strstr (folded, phrases[i]) != NULL;
  /* One of them may be what an article is about. */
  return n >= 2;
}

static gboolean
qsa_furniture_is_social (const char *host)
{
  for (gsize i = 0; i < G_N_ELEMENTS (social_hosts); i++)
    {
      gsize tail = strlen (social_hosts[i]);
      gsize bytes = strlen (host);

      if (bytes >= tail && strcmp (host + bytes - tail, social_hosts[i]) == 0
          && (bytes == tail || host[bytes - tail - 1] == '.'))
        return TRUE;
    }
  return FALSE;
}

/* Has the form of a host: labels of Latin letters, digits and hyphens, the last of letters only. */
static gboolean
qsa_furniture_is_host (const char *host)
{
  const char *last_dot = strrchr (host, '.');

  if (last_dot == NULL || last_dot == host || strlen (host) > 100)
    return FALSE;
  for (const char *p = host; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != '-' && !(*p == '.' && p[1] != '.'))
        return FALSE;
    }
  if (strlen (last_dot + 1) < 2)
    return FALSE;
  for (const char *p = last_dot + 1; *p != '\0'; p++)
    {
      if (!g_ascii_isalpha (*p))
        return FALSE;
    }
  return g_ascii_isalnum (*host);
}

/* The address that begins at @p, with a scheme put before it when it has none; NULL when what
 * stands there is none. */
static char *
qsa_furniture_parse_address (const char *p)
{
  gboolean has_scheme = g_str_has_prefix (p, "http://")
                        || g_str_has_prefix (p, "https://");
  gboolean has_www = g_ascii_strncasecmp (p, "www.", 4) == 0;
  const char *host_start = has_scheme ? strstr (p, "//") + 2 : p;
  gsize host_bytes = 0;
  gsize all_bytes = strcspn (host_start, " \t\"'<>()");
  g_autofree char *host = NULL;

  while (g_ascii_isalnum (host_start[host_bytes]) || host_start[host_bytes] == '.'
         || host_start[host_bytes] == '-')
    host_bytes++;
  while (host_bytes > 0 && host_start[host_bytes - 1] == '.')
    host_bytes--;
  host = g_ascii_strdown (host_start, (gssize) host_bytes);
  if (!qsa_furniture_is_host (host) || qsa_furniture_is_social (host))
    return NULL;
  /* "A.B" is an abbreviation; without www or a scheme the line has to say no more. */
  if (!has_scheme && !has_www && (host_start[host_bytes] != '\0' || strlen (host) < 6))
    return NULL;
  if (!g_str_is_ascii (host))
    return NULL;
  return g_strdup_printf (
      "%s%.*s",
      has_scheme ? (g_str_has_prefix (p, "https") ? "https://" : "http://") : "https://",
      (int) (host_start[host_bytes] == '/' ? all_bytes : host_bytes), host_start);
}

char *
qsa_furniture_find_address (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean at_start = p == text || !g_ascii_isalnum (p[-1]);
      char *address;

      if (!at_start || !g_ascii_isalnum (*p)
          || (p > text && (p[-1] == '.' || p[-1] == '@')))
        continue;
      address = qsa_furniture_parse_address (p);
      if (address != NULL)
        return address;
    }
  return NULL;
}
