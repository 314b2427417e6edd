/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-press-words.h"

#include <string.h>

#include "qsa-word-set.h"

#define ARTICLE "\xd8\xa7\xd9\x84" /* ال */

/* All folded; sections without the article (a test sees to it). */

static const char press_sections[] =
    "|اخبار|اخبار الرياضه|اخبار العالم|اخبار العراق|اخبار العرب|اخبار اليمن|"
    "اخبار دوليه|اخبار سوريا|اخبار عربيه|اخبار لبنان|اخبار ليبيا|اخبار محليه|اخبار مصر|"
    "اخيره|اداب وفنون|اراء|اردن|اسره|اسلاميات|اسواق|اسيا|اعلام|اعمال|اعمده|افتتاحيه|"
    "افريقيا|اقتصاد|اقتصاد واعمال|امارات|امريكا|امن|امن وقضاء|اميركا|انتخابات|اوروبا|"
    "اولي|ايران|بحرين|برلمان|بودكاست|بورصه|بييه|تاريخ|تحقيقات|تحليل|تحليلات|تراث|تربيه|"
    "ترجمات|تركيا|تعليم|تقارير|تقنيه|تكنولوجيا|تكنولوجيا وعلوم|تلفزيون|تونس|ثقافه|"
    "ثقافه وفن|ثقافه وفنون|جزاير|جهات|حكومه|حوادث|حوادث وقضايا|حوار|حوارات|خليج|"
    "خليج العربي|دولي|دوليه|دين|راي|رياضه|رياضه عالميه|رياضه عربيه|رياضه محليه|سعوديه|"
    "سفر|سودان|سوريا|سياحه|سيارات|سياسه|سياسه واقتصاد|سينما|شباب|شرق الاوسط|شوون دوليه|"
    "شوون عربيه|شوون محليه|صحافه|صحه|صحه وتغذيه|صحه وجمال|صفحه الاخيره|صفحه الاولي|صور|"
    "طاقه|طب|عالم|عالمي|عراق|عرب وعالم|عربي|عربيه|علوم|علوم وتقنيه|علوم وتكنولوجيا|"
    "عمان|فضاييات|فلسطين|فن|فن وثقافه|فنون|فيديو|قضاء|قضاء وامن|قضايا|قطر|كاريكاتير|"
    "كتاب|كتب|كره القدم|كره عالميه|كره قدم|كويت|لبنان|ليبيا|مال|مال واعمال|متفرقات|"
    "مجتمع|محافظات|محليات|مراه|مسرح|مصر|مغرب|مغرب العربي|مقالات|ملاعب|ملفات|منوعات|"
    "موريتانيا|ميديا|وطني|وطنيه|يمن|";

static const char press_cues[] =
    "|by|written by|اجرت الحوار|اجري الحوار|استطلاع|اعد التقرير|اعداد|اعدته|اعده|اعدها|"
    "الصحفي|الصحفيه|الكاتب|الكاتبه|المحرر|بقلم|تحرير|تحقيق|تقرير|تقرير خاص|حاورته|"
    "حاورتها|حاوره|حاورها|حوار|خاص|روبورتاج|ريبورتاج|كتب|كتب الصحفي|كتبت|كتبه|كتبها|"
    "متابعه|مراسل|مراسلتنا|مراسلنا|مراسله|";

static const char press_kinds[] =
    "|اذاعه|اسبوعيه|بوابه|تلفزيون|جريده|دار|راديو|شبكه|صحيفه|قناه|مجله|مكتب|منصه|موسسه|"
    "موقع|وكاله|يوميه|";

static const char press_desks[] =
    "|admin|administrator|editor|editors|newsroom|root|staff|webmaster|اخبار|اعداد|"
    "افتتاحيه|التحرير|المحرر|المحليات|الوكالات|ترجمه|تقارير|تقرير|خاص|سياسه|صحف|"
    "غرفه الاخبار|فريق التحرير|قسم الاخبار|كلمه اليوم|متابعات|متابعه|مراسلون|مواقع|نشر|"
    "هييه التحرير|وكالات|وكالات الانباء|ووكالات|";

static const char press_function_words[] =
    "|and|for|in|of|the|to|اكثر|التي|الذي|الذين|الي|ام|ان|انه|او|اي|اين|بسبب|بعد|بعض|"
    "بل|بين|تقول|تلك|ثم|حتي|حول|خلال|ذلك|ضد|عن|عند|غير|في|قال|قالت|قبل|قد|كان|كانت|"
    "كل|كيف|لا|لكن|لم|لماذا|لن|ما|متي|مع|من|منذ|نحو|هذا|هذه|هل|هم|هو|هي|وعن|وفي|"
    "وقال|ومن|يقول|";

/* "اخبار العالم العربي": the word and where from. */
static gboolean
qsa_press_is_news_of (const char *folded)
{
  static const char news[] = "اخبار ";
  guint n_words = 1;

  for (const char *p = folded; *p != '\0'; p++)
    n_words += *p == ' ';
  return g_str_has_prefix (folded, news) && n_words <= 4;
}

gboolean
qsa_press_is_section (const char *folded)
{
  if (qsa_press_is_news_of (folded))
    return TRUE;
  if (g_str_has_prefix (folded, ARTICLE))
    folded += strlen (ARTICLE);
  return qsa_word_set_has (press_sections, folded);
}

/* The cue of @n_words words that @folded begins with. */
static gboolean
qsa_press_has_cue_of (const char *folded, guint n_words)
{
  const char *end = folded;
  g_autofree char *start = NULL;

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0 && *end == ' ')
        end++;
      if (*end == '\0')
        return FALSE;
      end += strcspn (end, " ");
    }
  start = g_strndup (folded, (gsize) (end - folded));
  return qsa_word_set_has (press_cues, start);
}

guint
qsa_press_byline_cue_words (const char *folded)
{
  for (guint n_words = 2; n_words >= 1; n_words--)
    {
      if (qsa_press_has_cue_of (folded, n_words))
        return n_words;
    }
  return 0;
}

gboolean
qsa_press_is_outlet_kind (const char *folded_word)
{
  return qsa_word_set_has (press_kinds, folded_word);
}

gboolean
qsa_press_is_desk (const char *folded)
{
  return qsa_word_set_has (press_desks, folded);
}

gboolean
qsa_press_is_function_word (const char *folded_word)
{
  return qsa_word_set_has (press_function_words, folded_word);
}

const char *
qsa_press_skip_outlet_kind (const char *folded)
{
  gsize word_bytes = strcspn (folded, " ");
  g_autofree char *word = g_strndup (folded, word_bytes);

  if (folded[word_bytes] != ' ' || !qsa_press_is_outlet_kind (word))
    return folded;
  return folded + word_bytes + 1;
}
