/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-furniture.h"

#include <string.h>

#include "qsa-press-words.h"
#include "qsa-web-address.h"
#include "qsa-word-set.h"

#define ARTICLE "\xd8\xa7\xd9\x84" /* ال */
#define MOST_WIDGET_WORDS 16
#define MOST_PROMPT_WORDS 12
#define LONGEST_COPYRIGHT_BYTES 300

/* All folded; single words without the article (a test sees to it). */

/* Words that only a widget has … */
static const char furniture_widget_words[] =
    "|copy|email|facebook|instagram|likes|link|linkedin|messenger|pinterest|print|save|"
    "share|telegram|twitter|view|views|whatsapp|youtube|ارسال|استماع|استمع|اطبع|اعجاب|"
    "انستجرام|انستغرام|انشر|ايميل|بينترست|تصغير|تعليق|تعليقات|تكبير|تلغرام|تليجرام|"
    "تليغرام|تويتر|تيليجرام|تيليغرام|حجم|حفظ|خط|ريديت|زيارات|زياره|شارك|شاركه|شاركها|"
    "شوهد|طباعه|فايسبوك|فيسبوك|قراءات|لينكد|لينكدان|ماسنجر|مشاركه|مشاهدات|مشاهده|واتس|"
    "واتساب|يوتيوب|";

/* … and words that may stand beside them. */
static const char furniture_widget_fillers[] =
    "|a|more|x|اب|ارسل|اضافه|اضف|الي|ان|بريد|تم|ثانيه|خبر|دقايق|دقيقه|رابط|ص|صديق|صفحه|"
    "عبر|عدد|علي|في|قراء|قراءه|ك|كتروني|لصديق|للخبر|للمقال|م|مفضله|مقال|مقاله|من|موضوع|"
    "نسخ|هذا|هذه|وقت|";

/* Whole lines. */
static const char furniture_lines[] =
    "|ad|ads|advertisement|close|cookie|cookies|home|load more|loading|login|logo|menu|"
    "next|next previous|no stories found|previous|read more|scroll to top|search|"
    "skip to content|sponsored|subscribe|ابحث|اشترك الان|اعلان|اعلانات|اعلي الصفحه|"
    "اغلاق|التالي|التعليقات معطله|التعليقات مغلقه|الخبر التالي|الخبر السابق|"
    "الرابط المختصر|السابق|السابق التالي|الصفحه الرييسيه|القايمه|المزيد|المقال التالي|"
    "المقال السابق|انتقل الي المحتوي|تابع|تابعنا|تابعونا|تحميل|تسجيل الدخول|"
    "تم نسخ الرابط|جاري التحميل|حمل التطبيق|حمل تطبيقنا|دخول|رابط مختصر|شارك|"
    "شاهد المزيد|شعار|صور|صوره|عرض المزيد|عوده الي الاعلي|فيس بوك|قايمه|مرتبط|"
    "مساحه اعلانيه|مشاركه|معجب بهذه|نسخ الرابط|";

/* Beginnings of short lines that ask for something. */
static const char furniture_prompts[] =
    "|download our|follow us|sign up|اترك تعليقا|اترك ردا|اشترك في|اشترك معنا|"
    "اشتركوا بقناتنا|اشتركوا في|اضف تعليق|اضف تعليقا|اكتب تعليقا|البريد الالكتروني|"
    "انضم الي|انضموا الي|تابع قناتنا|تابعنا عبر|تابعنا علي|تابعوا قناتنا|تابعونا عبر|"
    "تابعونا علي|جميع التعليقات|حمل تطبيق|حملوا تطبيق|شارك برايك|شاركنا برايك|"
    "كن اول من|لا توجد تعليقات|لا يوجد تعليقات|للاشتراك|للانضمام|للمشاركه|لمتابعه|"
    "لمتابعه اخبارنا|لن يتم نشر عنوان|";

/* Titles of blocks, alone on a line or before a colon. */
static const char furniture_read_also[] =
    "|also on|also read|read also|related|see also|اقرا المزيد|اقرا ايضا|اقرا في|"
    "اقرا كذلك|اقراوا ايضا|اقرووا ايضا|تابع ايضا|تابعوا ايضا|ربما يعجبك|ربما يهمك|"
    "شاهد ايضا|شاهد كذلك|شاهدوا ايضا|طالع ايضا|طالعوا ايضا|قد يعجبك|قد يعجبك ايضا|"
    "قد يهمك|قد يهمك ايضا|قد يهمك قراءه|لا تفوت|للمزيد|للمزيد اقرا|";

static const char furniture_list[] =
    "|latest stories|more stories|most popular|most read|most viewed|recommended|"
    "related articles|related news|related stories|trending|trending now|"
    "you may also like|ابرز العناوين|احدث الفيديوهات|احدث المقالات|احدث المواضيع|"
    "اخبار اخري|اخبار ذات صله|اخبار قد تهمك|اخبار متعلقه|اخبار مرتبطه|اخبار مشابهه|"
    "اخترنا لك|اخترنا لكم|اخر اخبار|اخر المقالات|اخر المواضيع|الاخبار الاكثر قراءه|"
    "الاكثر تداولا|الاكثر تعليقا|الاكثر تفاعلا|الاكثر رواجا|الاكثر شيوعا|الاكثر قراءه|"
    "الاكثر قراءه اليوم|الاكثر مشاهده|المزيد حول|المزيد في|المزيد من|المزيد من الاخبار|"
    "المقالات الاكثر قراءه|اهم العناوين|ذات صله|فيديوهات|مختارات|مقالات اخري|"
    "مقالات ذات صله|مقالات قد تهمك|مقالات مرتبطه|مقالات مشابهه|من الموقع|"
    "مواضيع ذات صله|مواضيع ذات علاقه|مواضيع متعلقه|مواضيع مرتبطه|مواضيع مشابهه|"
    "موضوعات ذات صله|موضوعات متعلقه|موضوعات مرتبطه|نرشح لك|نرشح لكم|";

static const char furniture_ticker[] =
    "|breaking|breaking news|latest news|احدث الاخبار|اخبار عاجله|اخر الاخبار|"
    "اخر الانباء|الاخبار العاجله|العاجل|اهم الاخبار|خبر عاجل|شريط الاخبار|شريط الانباء|"
    "عاجل|مباشر|مستجدات|";

static const char furniture_tags[] =
    "|comments|keywords|newsletter|tags|اتصل بنا|اراء القراء|اقسام|اقسام الموقع|"
    "التعليقات|القايمه البريديه|الكلمات الداله|الكلمات الدلاليه|الكلمات المفتاحيه|"
    "النشره البريديه|الوسوم|تاجات|تاغات|تعليقات|تعليقات الزوار|تعليقات القراء|"
    "تواصل معنا|روابط|روابط سريعه|سياسه الخصوصيه|شروط الاستخدام|عن الموقع|كلمات دلاليه|"
    "كلمات مفتاحيه|من نحن|وسم|وسوم|دلالات|المساهمون|";

typedef struct
{
  const char *phrases;
  QsaFurniture furniture;
} QsaFurnitureOpener;

static const QsaFurnitureOpener openers[] = {
  { furniture_read_also, QSA_FURNITURE_READ_ALSO },
  { furniture_list, QSA_FURNITURE_LIST },
  { furniture_ticker, QSA_FURNITURE_TICKER },
  { furniture_tags, QSA_FURNITURE_TAGS },
};

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

      if (qsa_word_set_has (furniture_widget_words, word))
        n_certain++;
      else if (g_ascii_isdigit (*word))
        n_numbers++;
      else if (!qsa_word_set_has (furniture_widget_fillers, word))
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

/* "4 دقائق", "4 دقائق للقراءة". */
static gboolean
qsa_furniture_is_minutes (const char *folded)
{
  static const char units[] = "|دقيقه|دقايق|min|min read|";
  gsize digits = strspn (folded, "0123456789");

  return digits > 0 && digits <= 3 && folded[digits] == ' '
         && qsa_word_set_prefix_bytes (units, folded + digits + 1) > 0
         && strlen (folded) < 60;
}

/* "وقت القراءة 3 دقائق", "عدد المشاهدات: 120". */
static gboolean
qsa_furniture_is_counter (const char *folded)
{
  static const char starts[] =
      "|وقت القراءه|مده القراءه|زمن القراءه|عدد المشاهدات|عدد القراءات|"
      "عدد القراء|عدد الزيارات|";

  return qsa_word_set_prefix_bytes (starts, folded) > 0
         || qsa_furniture_is_minutes (folded);
}

static guint
qsa_furniture_count_words (const char *folded)
{
  guint n = 1;

  for (const char *p = folded; *p != '\0'; p++)
    n += *p == ' ';
  return n;
}

static gboolean
qsa_furniture_is_prompt (const char *folded)
{
  static const char inside[] = "|اضغط هنا|انقر هنا|واصل القراءه|click here|";

  return qsa_furniture_count_words (folded) <= MOST_PROMPT_WORDS
         && (qsa_word_set_prefix_bytes (furniture_prompts, folded) > 0
             || qsa_word_set_is_inside (inside, folded));
}

static gboolean
qsa_furniture_is_copyright (const char *text, const char *folded)
{
  static const char phrases[] = "|الحقوق محفوظ|حقوق محفوظه|حقوق النشر محفوظه|حقوق الطبع|"
                                "all rights reserved|";

  if (strlen (text) > LONGEST_COPYRIGHT_BYTES)
    return FALSE;
  return qsa_word_set_is_inside (phrases, folded) || g_str_has_prefix (text, "©")
         || g_str_has_prefix (folded, "copyright");
}

/* The kind of block that @folded opens by one of its phrases; *phrase_bytes is the phrase's length. */
static QsaFurniture
qsa_furniture_find_opener (const char *folded, gsize *phrase_bytes)
{
  QsaFurniture furniture = QSA_FURNITURE_NONE;

  *phrase_bytes = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      gsize bytes = qsa_word_set_prefix_bytes (openers[i].phrases, folded);

      if (bytes > *phrase_bytes)
        {
          *phrase_bytes = bytes;
          furniture = openers[i].furniture;
        }
    }
  return furniture;
}

gboolean
qsa_furniture_has_title (const char *folded)
{
  gsize phrase_bytes;

  return qsa_furniture_find_opener (folded, &phrase_bytes) != QSA_FURNITURE_NONE
         && folded[phrase_bytes] == ' ';
}

/* TRUE when a colon or dash stands in @text behind its first @n_words words. */
static gboolean
qsa_furniture_has_colon_behind (const char *text, guint n_words)
{
  const char *p = text;

  for (guint i = 0; i < n_words; i++)
    {
      p += strspn (p, " ");
      p += strcspn (p, " :-|");
    }
  p += strspn (p, " ");
  return *p == ':' || *p == '|' || g_str_has_prefix (p, "- ")
         || g_str_has_prefix (p, "– ") || g_str_has_prefix (p, "...");
}

/* A line that goes on behind the phrase opens a block only when a colon or dash stands there, or
 * when the phrase is one that no sentence begins with. */
static QsaFurniture
qsa_furniture_classify_opener (const char *text, const char *folded)
{
  gsize phrase_bytes;
  QsaFurniture furniture = qsa_furniture_find_opener (folded, &phrase_bytes);
  g_autofree char *phrase = g_strndup (folded, phrase_bytes);

  if (furniture == QSA_FURNITURE_NONE || folded[phrase_bytes] == '\0')
    return furniture;
  if (furniture == QSA_FURNITURE_READ_ALSO && strstr (phrase, " ايضا") != NULL)
    return furniture;
  return qsa_furniture_has_colon_behind (text, qsa_furniture_count_words (phrase))
             ? furniture
             : QSA_FURNITURE_NONE;
}

static gboolean
qsa_furniture_is_address (const char *text)
{
  g_autofree char *address = NULL;

  if (strchr (text, ' ') != NULL)
    return FALSE;
  if (strchr (text, '@') != NULL)
    return TRUE;
  address = qsa_web_address_find (text);
  return address != NULL;
}

QsaFurniture
qsa_furniture_classify (const char *text, const char *folded)
{
  QsaFurniture opener;

  if (*folded == '\0')
    return QSA_FURNITURE_NONE;
  if (qsa_furniture_is_address (text))
    return QSA_FURNITURE_ADDRESS;
  if (qsa_furniture_is_copyright (text, folded))
    return QSA_FURNITURE_COPYRIGHT;
  /* "تعليقات القراء" opens a block and is made of a widget's words. */
  opener = qsa_furniture_classify_opener (text, folded);
  if (opener != QSA_FURNITURE_NONE)
    return opener;
  if (qsa_word_set_has (furniture_lines, folded) || qsa_furniture_is_widget (folded)
      || qsa_furniture_is_font_size (text, folded) || qsa_furniture_is_counter (folded)
      || qsa_furniture_is_prompt (folded))
    return QSA_FURNITURE_WIDGET;
  return QSA_FURNITURE_NONE;
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
  static const char changes[] =
      "|اخر تحديث|تاريخ التحديث|تحديث|تم التحديث|حدث|اخر تعديل|updated|"
      "last updated|last update|تاريخ اليوم|";
  static const char spans[] = "|منذ|قبل|";
  guint n_words = qsa_furniture_count_words (folded);

  if (qsa_word_set_prefix_bytes (spans, folded) > 0)
    return n_words >= 2 && n_words <= 3;
  return qsa_word_set_prefix_bytes (changes, folded) > 0 && n_words <= 12
         && strpbrk (folded, "0123456789") != NULL;
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
