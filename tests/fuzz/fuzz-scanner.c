/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes through the scanner and what is built on it: ranges ascend and lie in the text, forms
 * are valid UTF-8 without control bytes, folding is idempotent, snippets and maps hold together. */

#include "qsa-bidi.h"
#include "qsa-fold.h"
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

  fuzz_scan (text, size);
  fuzz_fold (text, size);
  fuzz_snippet (text, size);
  fuzz_map (text, size);
  return 0;
}
