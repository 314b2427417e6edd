/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-forms.h"

#include <string.h>

#include "qsa-fold.h"
#include "qsa-form-evidence.h"

/* A small archive's vocabulary; the counts are invented and have the proportions of real ones. */
typedef struct
{
  const char *folded;
  guint articles;
} VocabularyEntry;

static const VocabularyEntry vocabulary[] = {
  /* الرقة, and the words that look like forms of it */
  { "الرقه", 300 },
  { "رقه", 4 },
  { "والرقه", 30 },
  { "بالرقه", 12 },
  { "للرقه", 9 },
  { "ورقه", 400 },
  { "الورقه", 90 },
  { "بورقه", 5 },
  { "فرقه", 700 },
  { "الفرقه", 200 },
  /* the committee and paradise */
  { "لجنه", 900 },
  { "اللجنه", 600 },
  { "للجنه", 110 },
  { "ولجنه", 12 },
  { "جنه", 15 },
  { "الجنه", 25 },
  { "بالجنه", 3 },
  { "وزير", 2000 },
  { "الوزير", 500 },
  { "ووزير", 150 },
  { "لوزير", 90 },
  { "زير", 6 },
  { "وزيرا", 70 },
  { "ال", 4 },
  { "بكين", 170 },
  { "لبكين", 8 },
  { "وبكين", 28 },
  { "كين", 20 },
  { "الكين", 1 },
  { "كريم", 140 },
  { "الكريم", 90 },
  { "ريم", 60 },
  { "ايران", 1290 },
  { "لايران", 139 },
  { "وايران", 222 },
  { "بايران", 40 },
  { "فايران", 4 },
  /* ألماني and the name ماني */
  { "الماني", 64 },
  { "الالماني", 599 },
  { "والالماني", 36 },
  { "للالماني", 9 },
  { "بالالماني", 3 },
  { "ماني", 29 },
  { "المانيا", 585 },
  { "بالمانيا", 60 },
  { "لالمانيا", 40 },
  { "لاجيين", 31 },
  { "اللاجيين", 271 },
  { "للاجيين", 123 },
  { "واللاجيين", 25 },
  { "لندن", 700 },
  { "للندن", 14 },
  { "بلندن", 25 },
  { "ولندن", 50 },
  { "التزام", 174 },
  { "الالتزام", 147 },
  { "بالالتزام", 7 },
  { "تزام", 1 },
  { "التماس", 23 },
  { "الالتماس", 8 },
  { "تماس", 9 },
  { "خطتماس", 1 },
  { "ان", 15000 },
  { "الان", 1600 },
  { "والان", 100 },
  { "عد", 40 },
  { "العد", 21 },
  { "بعد", 8600 },
  { "يها", 1 },
  { "اليها", 600 },
  { "فيها", 2700 },
  { "قاهره", 2 },
  { "القاهره", 900 },
  { "للقاهره", 20 },
  { "بالقاهره", 60 },
  { "قرار", 1177 },
  { "القرار", 850 },
  { "قرارا", 218 },
  { "وقرارا", 9 },
  { "بالقرار", 42 },
  { "سوري", 116 },
  { "السوري", 708 },
  { "سوريا", 1100 },
  { "بسوريا", 60 },
  { "لسوريا", 55 },
  { "كان", 4500 },
  { "وكان", 3000 },
  { "كانا", 146 },
  { "سي", 100 },
  { "السي", 40 },
  { "سييا", 20 },
  { "وقال", 5200 },
  { "قال", 3100 },
  { "فقال", 69 },
  { "انسحاب", 200 },
  { "لانسحاب", 20 },
  { "وانسحاب", 10 },
  { "الانسحاب", 150 },
  { "القوات", 900 },
  { "للقوات", 120 },
  { "والقوات", 60 },
  { "بالقوات", 10 },
  { "قوات", 800 },
  /* gas, riddles and mines */
  { "غاز", 154 },
  { "الغاز", 208 },
  { "والغاز", 153 },
  { "بالغاز", 62 },
  { "للغاز", 36 },
  { "الالغاز", 8 },
  /* Russia, and a football club that begins with ب */
  { "روسيا", 1597 },
  { "وروسيا", 256 },
  { "بوروسيا", 60 },
  { "لروسيا", 96 },
  { "كل", 3980 },
  { "الكل", 48 },
  { "بكل", 542 },
  { "لكل", 593 },
  { "دي", 401 },
  { "الدي", 4 },
  { "لدي", 1677 },
  { "الله", 1004 },
  { "لله", 50 },
  { "والله", 37 },
  { "بالله", 30 },
  { "له", 2714 },
  { "وله", 300 },
  { "كله", 85 },
  { "لها", 2537 },
  { "كلها", 115 },
  { "ازمه", 612 },
  { "الازمه", 556 },
  { "للازمه", 77 },
  { "لازمه", 60 },
  { "اللازمه", 80 },
  { "مختلف", 863 },
  { "المختلف", 9 },
  { "مختلفا", 60 },
  { "شي", 760 },
  { "الشي", 117 },
  { "بالشي", 10 },
  /* no evidence */
  { "ريق", 2 },
  { "الريق", 1 },
  { "فريق", 40 },
  { "والده", 190 },
  { "لوالده", 9 },
  { "بوالده", 5 },
  { "ده", 40 },
};

static guint
look_up (const char *folded, gpointer user_data)
{
  guint *n_asked = user_data;

  if (n_asked != NULL)
    *n_asked += 1;
  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    {
      if (strcmp (vocabulary[i].folded, folded) == 0)
        return vocabulary[i].articles;
    }
  return 0;
}

/* @on and @off: forms that must be there so; @absent: forms that must not be there. */
typedef struct
{
  const char *name;
  const char *word;
  const char *on;
  const char *off;
  const char *absent;
} FormCase;

static const FormCase form_cases[] = {
  { "article-off", "الرقه", "الرقه رقه والرقه بالرقه للرقه", "ورقه فرقه", "الورقه" },
  { "article-on", "رقه", "رقه الرقه والرقه بالرقه للرقه", "ورقه فرقه", "" },
  { "waw-is-a-letter", "ورقه", "ورقه الورقه بورقه", "", "رقه الرقه" },
  { "feh-is-a-letter", "فرقه", "فرقه الفرقه", "", "رقه" },
  { "lam-is-a-letter", "لجنه", "لجنه اللجنه للجنه ولجنه", "", "جنه الجنه" },
  { "lam-is-no-clitic", "جنه", "جنه الجنه بالجنه", "لجنه للجنه ولجنه", "اللجنه" },
  { "double-lam-of-lam-word", "للجنه", "للجنه لجنه اللجنه", "", "جنه الجنه" },
  { "minister", "وزير", "وزير الوزير ووزير لوزير وزيرا", "", "زير" },
  { "minister-reverse", "زير", "زير", "وزير", "الوزير" },
  { "beijing", "بكين", "بكين لبكين وبكين", "", "كين" },
  { "beijing-reverse", "كين", "كين", "بكين وبكين", "" },
  { "karim", "كريم", "كريم الكريم", "", "ريم" },
  { "karim-reverse", "ريم", "ريم", "كريم", "" },
  { "country", "ايران", "ايران لايران وايران بايران فايران", "", "" },
  { "country-with-lam", "لايران", "لايران ايران وايران بايران", "", "" },
  { "country-with-waw", "وايران", "وايران ايران لايران", "", "" },
  { "german", "الماني", "الماني الالماني والالماني للالماني بالالماني ماني", "المانيا",
    "" },
  { "mani", "ماني", "ماني", "الماني", "الالماني" },
  { "refugees-double-lam", "للاجيين", "للاجيين لاجيين اللاجيين واللاجيين", "", "" },
  { "refugees-article", "اللاجيين", "اللاجيين لاجيين للاجيين واللاجيين", "", "" },
  { "refugees", "لاجيين", "لاجيين اللاجيين للاجيين", "", "" },
  { "lam-before-lam", "لندن", "لندن للندن بلندن ولندن", "", "" },
  { "lam-before-lam-typed", "للندن", "للندن لندن بلندن", "", "" },
  { "alef-lam-of-the-word", "التزام", "التزام الالتزام بالالتزام", "", "تزام" },
  { "two-readings", "التماس", "التماس الالتماس تماس", "", "" },
  { "tanwin", "قرار", "قرار القرار قرارا وقرارا بالقرار", "", "" },
  { "tanwin-typed", "قرارا", "قرارا قرار القرار", "", "" },
  { "tanwin-is-a-name", "سوري", "سوري السوري", "سوريا", "" },
  { "tanwin-of-a-verb", "كان", "كان وكان", "كانا", "" },
  { "tanwin-after-hamza", "سي", "سي السي سييا", "", "" },
  { "particle-with-article", "الان", "الان والان", "", "ان كان وكان" },
  { "particle", "ان", "ان", "كان الان", "" },
  { "far-commoner-word", "العد", "العد عد", "بعد", "" },
  { "article-of-the-word", "اليها", "اليها", "يها", "فيها" },
  { "article-always", "القاهره", "القاهره بالقاهره للقاهره", "", "" },
  { "conjunction-typed", "وقال", "وقال قال فقال", "", "" },
  { "wal-of-the-word", "والده", "والده لوالده بوالده", "", "ده" },
  { "alef-lam-of-a-rarer-word", "غاز", "غاز الغاز والغاز بالغاز للغاز", "", "" },
  { "alef-lam-of-a-rarer-word-typed", "الغاز", "الغاز غاز والغاز للغاز", "", "" },
  { "one-preposition-by-accident", "روسيا", "روسيا وروسيا لروسيا", "", "" },
  { "two-letters-are-a-noun", "كل", "كل الكل بكل لكل", "", "" },
  { "two-letters-are-none", "دي", "دي", "لدي", "" },
  { "god", "الله", "الله لله والله بالله", "", "له كله وله" },
  { "god-with-preposition", "بالله", "بالله الله لله", "", "له كله" },
  { "pronoun-takes-no-preposition", "لها", "لها", "كلها", "" },
  { "pronoun-is-no-part", "كلها", "كلها", "", "لها" },
  { "double-lam-of-a-commoner-word", "ازمه", "ازمه الازمه للازمه", "", "" },
  { "tanwin-of-a-rare-article", "مختلف", "مختلف المختلف مختلفا", "", "" },
  { "final-hamza-folded", "شي", "شي الشي بالشي", "", "" },
  { "known-word-in-a-small-archive", "ريق", "ريق الريق", "فريق", "" },
  { "known-word-in-a-small-archive-typed", "فريق", "فريق", "", "ريق الريق" },
  { "unknown", "كلمهغريبه", "كلمهغريبه", "", "" },
  { "one-letter", "و", "و", "", "وو" },
  { "latin", "nato", "nato", "", "" },
  { "number", "2020", "2020", "", "" },
  { "empty", "", "", "", "" },
};

/* Of one word alone, as it comes first in a run. */
static GPtrArray *
forms_of (const char *folded, QsaFormRunKind kind, guint *n_asked)
{
  QsaFormWord word = { folded, NULL };
  QsaFormSource source = { look_up, n_asked, NULL };
  g_autoptr (GPtrArray) units = qsa_forms_of_run (&word, 1, kind, &source);

  g_assert_cmpuint (units->len, ==, 1);
  return g_ptr_array_ref (((QsaFormUnit *) units->pdata[0])->forms);
}

static QsaForm *
find_form (GPtrArray *forms, const char *folded)
{
  for (guint i = 0; i < forms->len; i++)
    {
      QsaForm *form = g_ptr_array_index (forms, i);

      if (g_str_equal (form->folded, folded))
        return form;
    }
  return NULL;
}

static void
check_forms (GPtrArray *forms, const char *words, gboolean present, gboolean on)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      QsaForm *form = find_form (forms, list[i]);

      if (*list[i] == '\0')
        continue;
      if ((form != NULL) != present || (form != NULL && form->on != on))
        g_error ("%s is %s", list[i], form == NULL ? "absent" : form->on ? "on" : "off");
    }
}

/* The typed word first, the others by articles, each once, none unknown. */
static void
check_order (GPtrArray *forms, const char *typed)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint last = G_MAXUINT;

  g_assert_cmpuint (forms->len, >=, 1);
  for (guint i = 0; i < forms->len; i++)
    {
      QsaForm *form = g_ptr_array_index (forms, i);

      g_assert_true (g_hash_table_add (seen, form->folded));
      g_assert_cmpuint (form->articles, ==, look_up (form->folded, NULL));
      g_assert_cmpint (form->kind == QSA_FORM_TYPED, ==, i == 0);
      if (i == 0)
        {
          g_assert_cmpstr (form->folded, ==, typed);
          g_assert_true (form->on);
          continue;
        }
      g_assert_cmpuint (form->articles, >, 0);
      g_assert_cmpuint (form->articles, <=, last);
      last = form->articles;
    }
}

static void
test_forms (gconstpointer data)
{
  const FormCase *c = data;
  g_autoptr (GPtrArray) forms = forms_of (c->word, QSA_FORM_RUN_LOOSE, NULL);

  check_order (forms, c->word);
  check_forms (forms, c->on, TRUE, TRUE);
  check_forms (forms, c->off, TRUE, FALSE);
  check_forms (forms, c->absent, FALSE, FALSE);
}

static void
test_kinds (void)
{
  g_autoptr (GPtrArray) forms = forms_of ("قرار", QSA_FORM_RUN_LOOSE, NULL);

  g_assert_cmpint (find_form (forms, "القرار")->kind, ==, QSA_FORM_CLITIC);
  g_assert_cmpint (find_form (forms, "قرارا")->kind, ==, QSA_FORM_TANWIN);
}

static void
test_proclitics (void)
{
  g_autoptr (GPtrArray) bare = forms_of ("انسحاب", QSA_FORM_RUN_PHRASE, NULL);
  g_autoptr (GPtrArray) article = forms_of ("القوات", QSA_FORM_RUN_PHRASE, NULL);
  g_autoptr (GPtrArray) other = forms_of ("رقه", QSA_FORM_RUN_PHRASE, NULL);

  check_order (bare, "انسحاب");
  check_forms (bare, "انسحاب لانسحاب وانسحاب", TRUE, TRUE);
  check_forms (bare, "الانسحاب", FALSE, FALSE);
  check_order (article, "القوات");
  check_forms (article, "القوات للقوات والقوات بالقوات", TRUE, TRUE);
  check_forms (article, "قوات", FALSE, FALSE);
  check_forms (other, "ورقه فرقه", TRUE, FALSE);
}

/* The table is searched by halves, and words are compared folded. */
static void
test_known_lexemes (void)
{
  guint n_lexemes;
  const char *const *lexemes = qsa_form_list_known_lexemes (&n_lexemes);

  g_assert_cmpuint (n_lexemes, >, 400);
  for (guint i = 0; i < n_lexemes; i++)
    {
      g_autofree char *folded = qsa_fold_text (lexemes[i], -1);

      g_assert_cmpstr (folded, ==, lexemes[i]);
      g_assert_true (i == 0 || strcmp (lexemes[i - 1], lexemes[i]) < 0);
      g_assert_true (qsa_form_is_known_lexeme (lexemes[i]));
    }
  g_assert_false (qsa_form_is_known_lexeme ("وروسيا"));
}

/* Each word is asked for once, and never many: a keystroke waits for it. */
static void
test_questions (void)
{
  guint n_asked = 0;
  g_autoptr (GPtrArray) forms = forms_of ("الماني", QSA_FORM_RUN_LOOSE, &n_asked);

  g_assert_nonnull (forms);
  g_assert_cmpuint (n_asked, <, 250);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (form_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/forms/", form_cases[i].name, NULL);

      g_test_add_data_func (path, &form_cases[i], test_forms);
    }
  g_test_add_func ("/text/forms/kinds", test_kinds);
  g_test_add_func ("/text/forms/proclitics", test_proclitics);
  g_test_add_func ("/text/forms/known-lexemes", test_known_lexemes);
  g_test_add_func ("/text/forms/questions", test_questions);
  return g_test_run ();
}
