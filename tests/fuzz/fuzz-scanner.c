/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes through the scanner and what is built on it: ranges ascend and lie in the text, forms
 * are valid UTF-8 without control bytes, folding is idempotent, snippets and maps hold together, a query's
 * words have their forms, a table of spellings is read or refused. */

#include "qsa-bidi.h"
#include "qsa-fold.h"
#include "qsa-forms.h"
#include "qsa-light-stem.h"
#include "qsa-matcher.h"
#include "qsa-scanner.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
fuzz_check_form (const char *form, gsize form_bytes)
{
  g_assert (form_bytes > 0 && form[form_bytes] == '\0');
  g_assert (g_utf8_validate (form, (gssize) form_bytes, NULL));
  for (gsize i = 0; i < form_bytes; i++)
    g_assert ((guint8) form[i] >= 0x20);
}

static void
fuzz_scan (const char *text, gsize text_bytes)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  QsaToken token;
  gsize last_start = 0;
  guint n_tokens = 0;

  qsa_scanner_set_text (scanner, text, (gssize) text_bytes);
  while (qsa_scanner_next (scanner, &token))
    {
      g_assert (token.position == n_tokens++);
      g_assert (token.start_byte >= last_start && token.start_byte < token.end_byte);
      g_assert (token.end_byte <= text_bytes);
      fuzz_check_form (token.folded, token.folded_bytes);
      fuzz_check_form (token.surface, token.surface_bytes);
      last_start = token.start_byte;
    }
}

static void
fuzz_fold (const char *text, gsize text_bytes)
{
  g_autofree char *folded = qsa_fold_text (text, (gssize) text_bytes);
  g_autofree char *surface = qsa_surface_text (text, (gssize) text_bytes);
  g_autofree char *of_surface = qsa_fold_text (surface, -1);
  g_autofree char *again = qsa_fold_text (of_surface, -1);

  g_assert (g_utf8_validate (folded, -1, NULL));
  g_assert_cmpstr (of_surface, ==, again);
}

static void
fuzz_snippet (const char *text, gsize text_bytes)
{
  static const char *const forms[] = { "في", "من", NULL };
  g_autoptr (QsaMatcher) matcher = qsa_matcher_new ();
  g_autoptr (QsaSnippet) snippet = NULL;

  qsa_matcher_add_word (matcher, QSA_MATCH_FOLDED, forms);
  qsa_matcher_add_word (matcher, QSA_MATCH_PREFIX, forms);
  snippet = qsa_snippet_new (text, (gssize) text_bytes, matcher, 60);
  g_assert (g_utf8_validate (snippet->text, -1, NULL));
  for (guint i = 0; i < snippet->matches->len; i++)
    {
      QsaMatch match = g_array_index (snippet->matches, QsaMatch, i);

      g_assert (match.start_byte < match.end_byte
                && match.end_byte <= strlen (snippet->text));
    }
}

/* Every other word is known, always the same ones. */
static guint
fuzz_count_articles (const char *folded, gpointer user_data)
{
  guint hash = g_str_hash (folded);

  g_assert (*folded != '\0' && strchr (folded, ' ') == NULL);
  return hash % 2 == 0 ? 0 : hash % 1000;
}

/* The first words of a text, as a query has them. */
static GArray *
fuzz_take_words (const char *text, gsize text_bytes, GPtrArray *strings)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  GArray *words = g_array_new (FALSE, FALSE, sizeof (QsaFormWord));
  QsaToken token;

  qsa_scanner_set_text (scanner, text, (gssize) text_bytes);
  while (words->len < 6 && qsa_scanner_next (scanner, &token))
    {
      QsaFormWord word = { g_strdup (token.folded), g_strdup (token.surface) };
      g_autofree char *stem = qsa_light_stem (token.folded);

      g_assert (stem == NULL || g_utf8_validate (stem, -1, NULL));
      g_ptr_array_add (strings, (gpointer) word.folded);
      g_ptr_array_add (strings, (gpointer) word.surface);
      g_array_append_val (words, word);
    }
  return words;
}

static void
fuzz_check_unit (const QsaFormUnit *unit, const GArray *words)
{
  g_assert (unit->n_words >= 1 && unit->first + unit->n_words <= words->len);
  g_assert (unit->forms->len > 0);
  for (guint i = 0; i < unit->forms->len; i++)
    {
      const QsaForm *form = g_ptr_array_index (unit->forms, i);

      fuzz_check_form (form->folded, strlen (form->folded));
      g_assert (form->kind == QSA_FORM_TYPED || form->articles > 0);
      g_assert ((form->kind == QSA_FORM_TYPED) == (i == 0 && unit->n_words == 1));
    }
}

static void
fuzz_forms (const char *text, gsize text_bytes, QsaVariantTable *variants)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) words = fuzz_take_words (text, text_bytes, strings);
  QsaFormSource source = { fuzz_count_articles, NULL, variants };

  for (guint kind = QSA_FORM_RUN_LOOSE; kind <= QSA_FORM_RUN_PHRASE; kind++)
    {
      g_autoptr (GPtrArray)
          units = qsa_forms_of_run ((const QsaFormWord *) (gpointer) words->data,
                                    words->len, (QsaFormRunKind) kind, &source);
      guint n_single = 0;

      for (guint i = 0; i < units->len; i++)
        {
          const QsaFormUnit *unit = g_ptr_array_index (units, i);

          fuzz_check_unit (unit, words);
          n_single += unit->n_words == 1;
        }
      g_assert (n_single == words->len);
    }
}

/* The text as a table; when it is none, one that is made of its words. */
static QsaVariantTable *
fuzz_read_table (const char *text, gsize text_bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folded = qsa_fold_text (text, (gssize) MIN (text_bytes, 40));
  g_autofree char *line = g_strconcat (folded, "\tadjective\n", folded, "\tfeminine",
                                       NULL);
  QsaVariantTable *table = qsa_variant_table_new_parse (text, (gssize) text_bytes,
                                                        &error);

  g_assert ((table == NULL) == (error != NULL));
  if (table == NULL)
    table = qsa_variant_table_new_parse (line, -1, NULL);
  return table;
}

static void
fuzz_map (const char *text, gsize text_bytes)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) text_bytes);
  g_autoptr (QsaBidiMap) map = qsa_bidi_map_new (valid, -1);
  g_autofree char *all = qsa_bidi_map_dup_source_range (map, 0, G_MAXSIZE);

  g_assert_cmpstr (all, ==, valid);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  g_autoptr (QsaVariantTable) variants = fuzz_read_table (text, size);

  fuzz_scan (text, size);
  fuzz_fold (text, size);
  fuzz_snippet (text, size);
  fuzz_map (text, size);
  fuzz_forms (text, size, variants);
  return 0;
}
