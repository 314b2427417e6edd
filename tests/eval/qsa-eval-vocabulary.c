/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-eval-vocabulary.h"

#include <string.h>

#include "qsa-scanner.h"

#define LEXEME_MIN_ARTICLES 3
#define LEXEME_PERCENT 2

static const char *const conjunctions[] = { "", "و", "ف" };
static const char *const prefixes[] = { "", "ب", "ل", "ك", "ال", "بال", "كال", "لل" };

typedef struct
{
  GArray *ids;          /* guint32 */
  GHashTable *surfaces; /* owned spelling -> how often it is printed */
  char *commonest;      /* the one of them, once asked for */
} QsaEvalTerm;

struct _QsaEvalVocabulary
{
  GHashTable *postings; /* owned word -> QsaEvalTerm */
  GPtrArray *words;     /* borrowed from it */
};

static void
qsa_eval_term_free (gpointer data)
{
  QsaEvalTerm *term = data;

  g_array_unref (term->ids);
  g_hash_table_unref (term->surfaces);
  g_free (term->commonest);
  g_free (term);
}

static QsaEvalTerm *
qsa_eval_term_new (void)
{
  QsaEvalTerm *term = g_new0 (QsaEvalTerm, 1);

  term->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  term->surfaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return term;
}

static void
qsa_eval_vocabulary_add (QsaEvalVocabulary *self, const QsaToken *token, guint32 id)
{
  QsaEvalTerm *term = g_hash_table_lookup (self->postings, token->folded);
  guint printed;

  if (term == NULL)
    {
      term = qsa_eval_term_new ();
      g_hash_table_insert (self->postings, g_strdup (token->folded), term);
    }
  if (term->ids->len == 0 || g_array_index (term->ids, guint32, term->ids->len - 1) != id)
    g_array_append_val (term->ids, id);
  printed = GPOINTER_TO_UINT (g_hash_table_lookup (term->surfaces, token->surface));
  g_hash_table_insert (term->surfaces, g_strdup (token->surface),
                       GUINT_TO_POINTER (printed + 1));
}

static void
qsa_eval_vocabulary_scan (QsaEvalVocabulary *self, QsaScanner *scanner, const char *text,
                          guint32 id)
{
  QsaToken token;

  if (text == NULL)
    return;
  qsa_scanner_set_text (scanner, text, -1);
  while (qsa_scanner_next (scanner, &token))
    qsa_eval_vocabulary_add (self, &token, id);
}

static gint
qsa_eval_compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

QsaEvalVocabulary *
qsa_eval_vocabulary_new (const QsaEvalCorpus *corpus, const QsaEvalLibrary *library)
{
  QsaEvalVocabulary *self = g_new0 (QsaEvalVocabulary, 1);
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  GHashTableIter iter;
  gpointer word;

  self->postings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          qsa_eval_term_free);
  for (guint i = 0; i < corpus->articles->len; i++)
    {
      const QsaEvalArticle *article = corpus->articles->pdata[i];
      guint32 id = library != NULL ? (guint32) g_array_index (library->ids, gint64, i)
                                   : i;

      qsa_eval_vocabulary_scan (self, scanner, article->title, id);
      qsa_eval_vocabulary_scan (self, scanner, article->standfirst, id);
      qsa_eval_vocabulary_scan (self, scanner, article->body, id);
    }
  self->words = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->postings);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_ptr_array_add (self->words, word);
  g_ptr_array_sort (self->words, qsa_eval_compare_words);
  return self;
}

void
qsa_eval_vocabulary_free (QsaEvalVocabulary *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->postings);
  g_free (self);
}

GArray *
qsa_eval_vocabulary_lookup (QsaEvalVocabulary *self, const char *word)
{
  QsaEvalTerm *term = g_hash_table_lookup (self->postings, word);

  return term != NULL ? term->ids : NULL;
}

const char *
qsa_eval_vocabulary_get_surface (QsaEvalVocabulary *self, const char *word)
{
  QsaEvalTerm *term = g_hash_table_lookup (self->postings, word);
  GHashTableIter iter;
  gpointer surface, printed;
  guint most = 0;

  if (term == NULL)
    return word;
  g_hash_table_iter_init (&iter, term->surfaces);
  while (term->commonest == NULL && g_hash_table_iter_next (&iter, &surface, &printed))
    most = MAX (most, GPOINTER_TO_UINT (printed));
  g_hash_table_iter_init (&iter, term->surfaces);
  while (term->commonest == NULL && g_hash_table_iter_next (&iter, &surface, &printed))
    if (GPOINTER_TO_UINT (printed) == most)
      term->commonest = g_strdup (surface);
  return term->commonest;
}

guint
qsa_eval_vocabulary_count (QsaEvalVocabulary *self, const char *word)
{
  GArray *ids = qsa_eval_vocabulary_lookup (self, word);

  return ids != NULL ? ids->len : 0;
}

GPtrArray *
qsa_eval_vocabulary_get_words (QsaEvalVocabulary *self)
{
  return self->words;
}

static gboolean
qsa_eval_vocabulary_is_lexeme (QsaEvalVocabulary *self, const char *form)
{
  static const char *const carriers[] = { "ال", "ب", "ل", "ك" };
  guint count = qsa_eval_vocabulary_count (self, form);

  for (guint i = 0; i < G_N_ELEMENTS (carriers); i++)
    {
      g_autofree char *carried = g_strconcat (carriers[i], form, NULL);
      guint found = qsa_eval_vocabulary_count (self, carried);

      /* Every definite noun takes ب ل ك: that says nothing of what begins with the article. */
      if (i > 0 && g_str_has_prefix (form, "ال"))
        break;
      if (g_str_equal (carriers[i], "ل") && g_str_has_prefix (form, "ل"))
        continue;
      if (found >= LEXEME_MIN_ARTICLES && found * 100 >= count * LEXEME_PERCENT)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
qsa_eval_vocabulary_family (QsaEvalVocabulary *self, const char *word)
{
  GPtrArray *family = g_ptr_array_new_with_free_func (g_free);

  for (guint p = 0; p < G_N_ELEMENTS (prefixes); p++)
    {
      g_autofree char *bare = g_strconcat (prefixes[p], word, NULL);

      if (*prefixes[p] != '\0' && qsa_eval_vocabulary_is_lexeme (self, bare))
        continue;
      for (guint c = 0; c < G_N_ELEMENTS (conjunctions); c++)
        {
          g_autofree char *form = g_strconcat (conjunctions[c], bare, NULL);

          if (qsa_eval_vocabulary_count (self, form) == 0)
            continue;
          if (*conjunctions[c] != '\0' && qsa_eval_vocabulary_is_lexeme (self, form))
            continue;
          g_ptr_array_add (family, g_steal_pointer (&form));
        }
    }
  return family;
}

gboolean
qsa_eval_vocabulary_is_form (QsaEvalVocabulary *self, const char *word)
{
  for (guint c = 0; c < G_N_ELEMENTS (conjunctions); c++)
    for (guint p = 0; p < G_N_ELEMENTS (prefixes); p++)
      {
        g_autofree char *letters = g_strconcat (conjunctions[c], prefixes[p], NULL);
        g_autofree char *definite = NULL;
        const char *rest = word + strlen (letters);

        if (*letters == '\0' || !g_str_has_prefix (word, letters) || *rest == '\0')
          continue;
        definite = g_strconcat ("ال", rest, NULL);
        if (qsa_eval_vocabulary_count (self, rest)
                + (g_str_equal (definite, word)
                       ? 0
                       : qsa_eval_vocabulary_count (self, definite))
            >= qsa_eval_vocabulary_count (self, word))
          return TRUE;
      }
  return FALSE;
}
